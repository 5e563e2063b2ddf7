"""What a plan lends to its targets and tasks: its unit and the dates of its papers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.domain.model import UnitKey
from briefing.domain.value import value
from briefing.workspace.assembly.desk import Desk
from briefing.workspace.faults import meaning
from briefing.workspace.records import Place


@value
class Frame:
    """``written`` is the date of the plan's document, ``told`` that of its source.

    ``broken``: a mistake already told keeps one of them from being known. ``unit`` is ``None`` when
    the plan's unit does not resolve, which is told already too.
    """

    plan: str
    unit: UnitKey | None
    written: date | None
    told: date | None
    broken: bool = False

    def read_on(self, own_source: date | None, known_on: date | None = None) -> date | None:
        """The day on which bare unit codes are read; ``None`` when no date is known."""
        return self.written or own_source or self.told or known_on


@value
class Standing:
    """Dates and unit of one target or task."""

    unit: UnitKey
    known_on: date
    read_on: date


def standing(
    frame: Frame,
    desk: Desk,
    place: Place,
    *,
    unit: str | None,
    source: str | None,
    known_on: date | None,
) -> Standing | None:
    """Where and since when an entry holds; ``None``, with a problem, when that is not said.

    It is known on ``known_on``, else from the plan document's date, else from its source's.
    """
    own = desk.sources.get(source) if source else None
    read_on = frame.read_on(own.date if own else None, known_on)
    if read_on is None:
        if not frame.broken and (source is None or own is not None):
            desk.ledger.report(place, (), meaning.NO_KNOWN_DATE)
        return None
    key = frame.unit
    if unit is not None:
        found = desk.unit(unit, read_on, place, ("unit",))
        key = found.key if found else None
    return None if key is None else Standing(key, known_on or read_on, read_on)


def check_codes(desk: Desk, references: Sequence[str], day: date, place: Place, key: str) -> None:
    """Check that each unit code listed under ``key`` means a unit on ``day``."""
    for index, reference in enumerate(references):
        desk.unit(reference, day, place, (key, index))
