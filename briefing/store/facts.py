"""What a sync takes: domain objects, and which file each came from.

A :class:`briefing.workspace.Workspace` is one such collection; the store knows only its shape.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

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
from briefing.store import figure_records, framework_records, plan_records, records, tables
from briefing.store.records import Numbers
from briefing.store.tables import Row, Table


class FactsFile(Protocol):
    """A file of the folder and the facts in it, as (kind, id), in their order in the file."""

    @property
    def path(self) -> str:
        """Relative to the folder, with ``/``."""

    @property
    def sha256(self) -> str:
        """Digest of the file's bytes."""

    @property
    def size(self) -> int:
        """Bytes."""

    @property
    def mtime_ns(self) -> int:
        """Time of the last change."""

    @property
    def rows(self) -> Sequence[tuple[str, str]]:
        """Kinds as in ``store.tables``; a unit's id is its key as text, a holiday's its date."""


class Facts(Protocol):
    """Everything in a folder, checked: every reference resolves, every id is given once."""

    @property
    def units(self) -> Sequence[Unit]:
        """Provinces, districts, communes and organisations."""

    @property
    def pillars(self) -> Sequence[Pillar]:
        """Pillars and foundations."""

    @property
    def indicators(self) -> Sequence[Indicator]:
        """What is measured, in the order in which it is shown."""

    @property
    def sources(self) -> Sequence[Source]:
        """Published texts."""

    @property
    def documents(self) -> Sequence[Document]:
        """Legal documents."""

    @property
    def holidays(self) -> Sequence[Holiday]:
        """Days off."""

    @property
    def observations(self) -> Sequence[Observation]:
        """Figures."""

    @property
    def plans(self) -> Sequence[Plan]:
        """Plans with their targets and tasks."""

    @property
    def systems(self) -> Sequence[System]:
        """Information systems."""

    @property
    def difficulties(self) -> Sequence[Difficulty]:
        """Difficulties that sources name."""

    @property
    def frameworks(self) -> Sequence[Framework]:
        """Index frameworks."""

    @property
    def assessments(self) -> Sequence[Assessment]:
        """What units scored on the parts of frameworks."""

    @property
    def change_notes(self) -> Mapping[tuple[str, str], str]:
        """Why plans, targets and tasks were changed last, by kind and id; no fact of theirs."""

    @property
    def files(self) -> Sequence[FactsFile]:
        """The files that all these came from."""


class Kind(NamedTuple):
    """A kind of fact: its table, and how one fact becomes a row."""

    table: Table
    to_row: Callable[[Any, Numbers], Row]


KINDS: Mapping[str, Kind] = {
    kind.table.kind: kind
    for kind in (
        Kind(tables.UNIT, records.unit_row),
        Kind(tables.PILLAR, records.pillar_row),
        Kind(tables.INDICATOR, records.indicator_row),
        Kind(tables.SOURCE, records.source_row),
        Kind(tables.DOCUMENT, records.document_row),
        Kind(tables.HOLIDAY, records.holiday_row),
        Kind(tables.PLAN, plan_records.plan_row),
        Kind(tables.TARGET, plan_records.target_row),
        Kind(tables.TASK, plan_records.task_row),
        Kind(tables.OBSERVATION, figure_records.observation_row),
        Kind(tables.SYSTEM, figure_records.system_row),
        Kind(tables.DIFFICULTY, figure_records.difficulty_row),
        Kind(tables.FRAMEWORK, framework_records.framework_row),
        Kind(tables.ASSESSMENT, framework_records.assessment_row),
    )
}
"""Every kind of fact, by its name in :class:`FactsFile` rows."""


def by_kind(facts: Facts) -> dict[str, dict[str, object]]:
    """Every fact by kind and id."""
    return {
        "unit": {str(unit.key): unit for unit in facts.units},
        "pillar": _by_id(facts.pillars),
        "indicator": _by_id(facts.indicators),
        "source": _by_id(facts.sources),
        "document": _by_id(facts.documents),
        "holiday": {holiday.on.isoformat(): holiday for holiday in facts.holidays},
        "plan": _by_id(facts.plans),
        "target": _by_id(target for plan in facts.plans for target in plan.targets),
        "task": _by_id(task for plan in facts.plans for task in plan.tasks),
        "observation": _by_id(facts.observations),
        "system": _by_id(facts.systems),
        "difficulty": _by_id(facts.difficulties),
        "framework": _by_id(facts.frameworks),
        "assessment": _by_id(facts.assessments),
    }


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


def _by_id(facts: Iterable[_WithId]) -> dict[str, object]:
    return {fact.id: fact for fact in facts}
