"""All units that could be ranked, in the order of their names, and where each of them stands."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import overload

from briefing.domain.model import Unit, UnitKey


class Some(Sequence[Unit]):
    """Some of the units of a sequence, by their positions there."""

    def __init__(self, units: Sequence[Unit], positions: array[int]) -> None:
        self._units = units
        self._positions = positions

    def __len__(self) -> int:
        return len(self._positions)

    @overload
    def __getitem__(self, at: int) -> Unit: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Unit]: ...

    def __getitem__(self, at: int | slice) -> Unit | Sequence[Unit]:
        if isinstance(at, slice):
            return tuple(self._units[one] for one in self._positions[at])
        return self._units[self._positions[at]]


class Universe(Sequence[Unit]):
    """Units in order. What holds of them all is found once, for all rankings of the same units."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._units = units

    def __len__(self) -> int:
        return len(self._units)

    @overload
    def __getitem__(self, at: int) -> Unit: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Unit]: ...

    def __getitem__(self, at: int | slice) -> Unit | Sequence[Unit]:
        return self._units[at]

    def __iter__(self) -> Iterator[Unit]:
        return iter(self._units)

    def find(self, key: UnitKey) -> int | None:
        """The position of a unit; ``None`` for one that is not among them."""
        return self._at.get(key)

    @cached_property
    def _at(self) -> Mapping[UnitKey, int]:
        return {unit.key: position for position, unit in enumerate(self)}

    @cached_property
    def lengths(self) -> Sequence[int]:
        """By position the letters of the name."""
        return array("I", [len(unit.name) for unit in self])

    @cached_property
    def lengths_en(self) -> Sequence[int]:
        """By position the letters of the English name."""
        return array("I", [len(unit.name_en or unit.name) for unit in self])

    @cached_property
    def areas(self) -> Sequence[int]:
        """By position a number that units of one parent and one region share."""
        known: dict[tuple[UnitKey | None, str], int] = {}
        lying = ((unit.parent, unit.region) for unit in self)
        return array("I", [known.setdefault(one, len(known)) for one in lying])


def listed_once(units: Sequence[Unit]) -> Universe:
    """``units`` themselves where they know their positions, else in a form that does."""
    return units if isinstance(units, Universe) else Universe(tuple(units))
