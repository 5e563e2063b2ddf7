"""Which unit a code means on a day, and which unit took over from which."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from briefing.domain.model import Unit, UnitKey


def valid_on(units: Iterable[Unit], code: str, day: date) -> Unit | None:
    """The unit that ``code`` names on ``day``: 24 is Bắc Giang in 2023 and Bắc Ninh in 2026.

    Should two be valid at once, the one that began last.
    """
    valid = [unit for unit in units if unit.code == code and unit.is_valid_on(day)]
    return max(valid, key=lambda unit: unit.key.valid_from or date.min, default=None)


def successors_of(units: Iterable[Unit], key: UnitKey, day: date) -> tuple[Unit, ...]:
    """The units that stand on ``day`` where ``key`` once stood; itself while it is valid.

    Follows mergers of mergers, each unit once. Empty when ``key`` or its heirs are not among
    ``units``.
    """
    known = {unit.key: unit for unit in units}
    waiting, seen, heirs = [key], {key}, []
    while waiting:
        unit = known.get(waiting.pop(0))
        if unit is None:
            continue
        if unit.is_valid_on(day):
            heirs.append(unit)
            continue
        waiting += [heir for heir in unit.successors if heir not in seen]
        seen.update(unit.successors)
    return tuple(heirs)
