"""Which province a unit or an organisation belongs to, across mergers."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.domain.model import Unit, UnitKey, UnitKind


class Belonging:
    """Provinces of units. What is above the provinces belongs to none."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._units = {unit.key: unit for unit in units}
        self._home: dict[UnitKey, Unit | None] = {}
        self._later: dict[UnitKey, frozenset[UnitKey]] = {}

    def unit(self, key: UnitKey) -> Unit | None:
        """The unit with this identity."""
        return self._units.get(key)

    def home(self, key: UnitKey) -> Unit | None:
        """The province that a unit is or lies in; ``None`` for the country and central bodies."""
        if key not in self._home:
            unit, seen = self._units.get(key), {key}
            while unit is not None and unit.kind is not UnitKind.PROVINCE:
                above = unit.parent
                unit = None if above is None or above in seen else self._units.get(above)
                if above is not None:
                    seen.add(above)
            self._home[key] = unit
        return self._home[key]

    def strangers(self, one: UnitKey, other: UnitKey) -> tuple[Unit, Unit] | None:
        """The provinces of both when they are two, and neither became the other."""
        first, second = self.home(one), self.home(other)
        if first is None or second is None or first.key == second.key:
            return None
        if second.key in self._became(first.key) or first.key in self._became(second.key):
            return None
        return first, second

    def _became(self, key: UnitKey) -> frozenset[UnitKey]:
        """What a province became, over any number of mergers."""
        if key not in self._later:
            found: set[UnitKey] = set()
            ahead = [key]
            while ahead:
                unit = self._units.get(ahead.pop())
                new = set(unit.successors) - found if unit is not None else set()
                found |= new
                ahead.extend(new)
            self._later[key] = frozenset(found)
        return self._later[key]
