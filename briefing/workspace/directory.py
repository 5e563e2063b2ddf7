"""Which unit a code means on a day."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from briefing.domain.model import Unit, UnitKey
from briefing.problems import Fault, quoted
from briefing.workspace.faults import meaning

MOST_NAMED = 5
"""Units that an error names, the latest that bore a code."""


class UnitDirectory:
    """Units by code and by the days on which the code meant them."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._by_code: dict[str, list[Unit]] = {}
        for unit in units:
            self._by_code.setdefault(unit.code, []).append(unit)
        for same_code in self._by_code.values():
            same_code.sort(key=lambda unit: unit.key.valid_from or date.min)

    def resolve(self, reference: str, day: date) -> Unit | None:
        """The unit that ``reference`` means on ``day``.

        ``24@2025-07-01`` is read on its own day, whatever ``day`` is.
        """
        code, day = _split(reference, day)
        return next((unit for unit in self.named(code) if unit.is_valid_on(day)), None)

    def named(self, code: str) -> tuple[Unit, ...]:
        """All units that ever had ``code``, the oldest first."""
        return tuple(self._by_code.get(code, ()))

    def parent(self, reference: str, child: UnitKey) -> Unit | None:
        """The unit above ``child``: the one its code meant when ``child`` began.

        A child older than the records belongs to the oldest unit of that code.
        """
        if "@" in reference or child.valid_from is not None:
            return self.resolve(reference, child.valid_from or date.min)
        return next(iter(self.named(reference)), None)

    @property
    def codes(self) -> Collection[str]:
        """Every code that some unit has or had."""
        return self._by_code.keys()

    def explain(self, reference: str, day: date) -> tuple[Fault, dict[str, str | int]]:
        """Why ``reference`` means no unit on ``day``: a fault and its parameters."""
        code, day = _split(reference, day)
        same_code = self.named(code)
        if not same_code:
            return meaning.UNKNOWN_UNIT, {"value": quoted(reference)}
        known = "; ".join(
            f"{quoted(unit.name)} {validity(unit)}" for unit in same_code[-MOST_NAMED:]
        )
        return meaning.UNIT_NOT_VALID, {
            "value": quoted(reference),
            "day": day.isoformat(),
            "known": known,
        }


def validity(unit: Unit) -> str:
    """``2025-07-01…`` and the like: the days on which the unit exists."""
    start, end = unit.key.valid_from, unit.valid_to
    return f"{start or ''}…{end or ''}"


def overlap(one: Unit, other: Unit) -> bool:
    """Whether there is a day on which both units exist."""
    return _starts_by_end(one, other) and _starts_by_end(other, one)


def _starts_by_end(one: Unit, other: Unit) -> bool:
    return (one.key.valid_from or date.min) <= (other.valid_to or date.max)


def _split(reference: str, day: date) -> tuple[str, date]:
    code, at, own_day = reference.partition("@")
    return code, date.fromisoformat(own_day) if at else day
