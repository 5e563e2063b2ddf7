"""What a plan lends to its targets and tasks: its unit and the dates of its papers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.domain.model import Unit, UnitKey, UnitKind
from briefing.domain.value import value
from briefing.problems import quoted
from briefing.workspace.assembly.desk import Desk
from briefing.workspace.faults import meaning, values
from briefing.workspace.models.units import AreaKind
from briefing.workspace.records import Place

_DOWN = tuple(UnitKind)


@value
class Frame:
    """``written`` is the date of the plan's document, ``told`` that of its source.

    ``broken``: a mistake already told keeps one of them from being known. ``unit`` is ``None`` when
    the plan's unit does not resolve, which is told already too. ``applies_to``: the kind of units
    that has the plan's targets, unless a target says otherwise.
    """

    plan: str
    unit: Unit | None
    written: date | None
    told: date | None
    broken: bool = False
    applies_to: UnitKind | None = None

    def read_on(self, own_source: date | None, known_on: date | None = None) -> date | None:
        """The day on which bare unit codes are read; ``None`` when no date is known."""
        return self.written or own_source or self.told or known_on


@value
class Standing:
    """Dates and unit of one target or task."""

    owner: Unit
    known_on: date
    read_on: date

    @property
    def unit(self) -> UnitKey:
        """The key of the unit."""
        return self.owner.key


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
    owner = frame.unit if unit is None else desk.unit(unit, read_on, place, ("unit",))
    return None if owner is None else Standing(owner, known_on or read_on, read_on)


def reach(
    applies_to: AreaKind | None, frame: Frame, owner: Unit, desk: Desk, place: Place
) -> UnitKind | None:
    """The kind of units that has a target of ``owner``'s by a rule: its own, else the plan's.

    ``None`` where a target names the kind of its owner, or an owner other than the plan's: then it
    binds that unit only. A rule for units that do not stand below is a mistake.
    """
    if applies_to is None:
        return frame.applies_to if owner == frame.unit else None
    kind = UnitKind(applies_to.value)
    return None if kind is owner.kind else rule(kind, owner, desk, place)


def rule(kind: UnitKind, owner: Unit, desk: Desk, place: Place) -> UnitKind | None:
    """``kind``, or ``None`` with a problem when its units do not stand below ``owner``."""
    if _DOWN.index(kind) > _DOWN.index(owner.kind):
        return kind
    desk.ledger.report(
        place,
        ("applies_to",),
        meaning.RULE_NOT_BELOW,
        value=kind.value,
        unit=quoted(owner.name),
    )
    return None


def check_codes(
    desk: Desk, references: Sequence[str], held: Standing, place: Place, key: str
) -> None:
    """Check that each unit code listed under ``key`` means a unit, and not another province's."""
    seen: set[UnitKey] = set()
    for index, reference in enumerate(references):
        found = desk.member(reference, held.unit, held.read_on, place, (key, index))
        if found is not None and found.key in seen:
            desk.ledger.report(place, (key, index), values.LISTED_TWICE, value=quoted(reference))
        elif found is not None:
            seen.add(found.key)
