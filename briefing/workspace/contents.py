"""What a read workspace holds: domain objects, and which file and line each came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing.domain.value import value
from briefing.problems import Problem

if TYPE_CHECKING:
    from briefing.domain.frameworks import Assessment, Framework
    from briefing.domain.model import (
        Difficulty,
        Document,
        Indicator,
        Observation,
        Pillar,
        Source,
        System,
        Unit,
    )
    from briefing.domain.periods import Holiday
    from briefing.domain.plans import Plan


class Position(NamedTuple):
    """Where something stands: path relative to the workspace, line from 1."""

    path: str
    line: int


class RowKey(NamedTuple):
    """A fact's kind and id.

    Kinds: ``unit`` (the id is its key as text: ``24@2025-07-01``), ``pillar``, ``indicator``,
    ``source``, ``document``, ``system``, ``difficulty``, ``holiday`` (its ISO date),
    ``observation``, ``plan``, ``target``, ``task``, ``framework``, ``assessment``.
    """

    kind: str
    id: str


@value(kw_only=True)
class WorkspaceFile:
    """A file as it was read, and the facts that came from it, in their order in the file."""

    path: str
    sha256: str
    size: int
    mtime_ns: int
    rows: tuple[RowKey, ...] = ()


@value(kw_only=True)
class Workspace:
    """Everything in a department's folder, checked: every reference resolves."""

    root: Path
    units: tuple[Unit, ...]
    pillars: tuple[Pillar, ...]
    indicators: tuple[Indicator, ...]
    sources: tuple[Source, ...]
    documents: tuple[Document, ...]
    holidays: tuple[Holiday, ...]
    observations: tuple[Observation, ...]
    plans: tuple[Plan, ...]
    systems: tuple[System, ...]
    difficulties: tuple[Difficulty, ...]
    files: tuple[WorkspaceFile, ...]
    frameworks: tuple[Framework, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    origin: Mapping[RowKey, Position] = field(default_factory=dict)
    warnings: tuple[Problem, ...] = ()
    change_notes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Why a plan, target or task was changed last, by kind and id, where its file says so."""

    @property
    def rows_of_file(self) -> Mapping[str, tuple[RowKey, ...]]:
        """The facts that came from each file, by path."""
        return {file.path: file.rows for file in self.files}
