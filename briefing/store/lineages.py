"""Whence a unit came and what became of it.

Imported only for a unit of which there is such a thing to tell: most start-ups do without.
"""

from __future__ import annotations

from datetime import date

from briefing.domain.lineage import Lineage, generations_of, successors_of
from briefing.domain.model import Unit, UnitKey
from briefing.store.units import Units


def lineage_of(units: Units, unit: Unit, day: date) -> Lineage | None:
    """What became of ``unit`` by ``day`` and whence it came; ``None`` where it simply stands."""
    generations = generations_of(_predecessors(units, unit), unit.key)
    stands = unit.is_valid_on(day)
    if stands and not generations:
        return None
    after = [] if stands else _family(units, unit)
    beside = {
        other.key: other
        for heir in unit.successors
        for other in units.predecessors(heir)
        if other.key != unit.key
    }
    has_ended = unit.valid_to is not None and unit.valid_to < day
    return Lineage(
        unit=unit,
        as_of=day,
        heirs=successors_of(after, unit.key, day) if has_ended else (),
        joined=tuple(beside.values()) if has_ended else (),
        generations=generations,
    )


def _predecessors(units: Units, unit: Unit) -> dict[UnitKey, tuple[Unit, ...]]:
    """By unit, those that became part of it: of ``unit``, of its predecessors, and so on."""
    found: dict[UnitKey, tuple[Unit, ...]] = {}
    waiting = [unit]
    while waiting:
        one = waiting.pop()
        if one.key in found or one.key.valid_from is None:
            continue
        found[one.key] = units.predecessors(one.key)
        waiting += found[one.key]
    return found


def _family(units: Units, unit: Unit) -> list[Unit]:
    """``unit``, its successors and theirs."""
    found = {unit.key: unit}
    waiting = list(unit.successors)
    while waiting:
        key = waiting.pop()
        heir = units.unit(key) if key not in found else None
        if heir is not None:
            found[key] = heir
            waiting += heir.successors
    return list(found.values())
