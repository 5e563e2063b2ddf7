"""What a search finds and what a source supports."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from briefing.domain.model import (
    Difficulty,
    Document,
    Indicator,
    Observation,
    Source,
    System,
    Unit,
)
from briefing.domain.plans import Plan, Target, Task
from briefing.domain.value import value

if TYPE_CHECKING:
    from briefing.domain.lineage import Lineage


class FrameworkNamed(NamedTuple):
    """An index framework by its name."""

    id: str
    name: str
    name_en: str


@value(kw_only=True)
class SourcePage:
    """A source and everything it supports by ``known_on``, in the order of its paragraphs."""

    source: Source
    known_on: date
    units: tuple[Unit, ...]
    """The provinces whose figures, targets or tasks it supports."""
    observations: tuple[tuple[Unit, Indicator, Observation], ...]
    left_out: int
    """Figures beyond as many as were asked for."""
    revisions: Mapping[str, Observation]
    """By the id of a figure that was replaced: the one that replaced it, known by then."""
    targets: tuple[tuple[Plan, Target], ...]
    tasks: tuple[tuple[Plan, Task], ...]
    documents: tuple[tuple[Document, tuple[int, ...]], ...]
    """Legal documents that the source cites, with the paragraphs that cite them."""
    systems: tuple[System, ...]
    difficulties: tuple[Difficulty, ...]
    frameworks: tuple[FrameworkNamed, ...] = ()
    """The frameworks on which it scores units."""


@value(kw_only=True)
class SystemTold:
    """An information system and the newest figures that tell about it."""

    system: System
    figures: tuple[tuple[Indicator, Observation], ...]


@value(kw_only=True)
class UnitSystems:
    """The information systems of one unit that sources told by ``known_on``.

    ``units`` holds who runs them, by code; ``lineage`` is as in ``Briefing``.
    """

    unit: Unit
    as_of: date
    known_on: date
    systems: tuple[SystemTold, ...]
    units: Mapping[str, Unit]
    sources: Mapping[str, Source]
    lineage: Lineage | None = None


@value(kw_only=True)
class DocumentPage:
    """A legal document, where it is cited, and the targets and tasks that rest on it.

    Sources, targets and tasks are those known by ``known_on``.
    """

    document: Document
    known_on: date
    sources: Mapping[str, Source]
    targets: tuple[tuple[Plan, Target], ...]
    tasks: tuple[tuple[Plan, Task], ...]
    frameworks: tuple[FrameworkNamed, ...] = ()


class HitKind(StrEnum):
    """What a search hit opens."""

    UNIT = "unit"
    INDICATOR = "indicator"
    TARGET = "target"
    TASK = "task"
    DOCUMENT = "document"
    SOURCE = "source"
    FRAMEWORK = "framework"


@value(kw_only=True)
class SearchHit:
    """One thing found: ``ref`` is its id (a unit's key as text), ``unit`` whose it is.

    ``known_from`` is the day from which it is known; ``None`` where that is no question.
    """

    kind: HitKind
    ref: str
    title: str
    title_en: str
    unit: Unit | None = None
    detail: str = ""
    known_from: date | None = None
