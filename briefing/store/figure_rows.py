"""Rows of what sources report as domain objects: the way out of the database.

Each function takes the columns of its ``SELECT`` in ``queries``, in their order.
"""

from __future__ import annotations

from briefing.domain.model import (
    Difficulty,
    Observation,
    ObservationKind,
    Qualifier,
    System,
    SystemState,
    UnitKey,
)
from briefing.domain.value import in_order
from briefing.store.rows import SqlRow
from briefing.store.texts import day, listed, maybe_number, number, numbers, stored, sure_day

_KINDS = {kind.value: kind for kind in ObservationKind}
_QUALIFIERS = {qualifier.value: qualifier for qualifier in Qualifier}

_PART = "\x1f"
"""Between the parts of one figure; what ``char(31)`` is in ``queries``."""


@stored
def observation(row: SqlRow, of_unit: UnitKey, of_indicator: str) -> Observation:
    """An observation of the unit and indicator that its row points at."""
    present: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    if row[19]:
        parts = row[19].split(_PART)
        present = tuple(part[1:] for part in parts if part[0] == "1")
        missing = tuple(part[1:] for part in parts if part[0] == "0")
    return in_order(
        Observation,
        row[0],
        of_unit,
        of_indicator,
        sure_day(row[8]),  # start
        sure_day(row[9]),
        number(row[4]),
        row[12],  # source
        numbers(row[13]),
        sure_day(row[14]),  # published on
        bool(row[15]),
        _KINDS.get(row[3]) or ObservationKind(row[3]),
        day(row[10]),  # compared with
        _QUALIFIERS.get(row[5]) or Qualifier(row[5]),
        maybe_number(row[6]),
        maybe_number(row[7]),
        present,
        missing,
        row[11],  # printed
        row[16],  # revises
        row[17],
        row[18],
    )


@stored
def system(row: SqlRow, of_unit: UnitKey) -> System:
    """An information system."""
    return System(
        id=row[0],
        name=row[1],
        name_en=row[2],
        kind=row[3],
        unit=of_unit,
        run_by=row[5],
        state=SystemState(row[6]),
        figures=listed(row[7]),
        source=row[8],
        paragraphs=numbers(row[9]),
        note=row[10],
        note_en=row[11],
    )


@stored
def difficulty(row: SqlRow, of_unit: UnitKey) -> Difficulty:
    """A difficulty."""
    return Difficulty(
        id=row[0],
        text=row[1],
        text_en=row[2],
        category=row[3],
        pillar=row[4],
        unit=of_unit,
        source=row[6],
        paragraphs=numbers(row[7]),
    )
