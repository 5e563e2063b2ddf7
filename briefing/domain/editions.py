"""What was published of one indicator for one period, of all units that could have a figure.

Figures of thousands of units lie in columns, which take a tenth of the room of an object each and
are nothing that a search for garbage walks over; a figure is made when somebody looks at it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from io import StringIO
from typing import NamedTuple

from briefing.domain.model import Indicator, Qualifier, Unit, UnitKey
from briefing.domain.universe import Universe
from briefing.domain.value import value

QUALIFIERS = tuple(Qualifier)
SAID_AS = {qualifier: number for number, qualifier in enumerate(QUALIFIERS, 1)}
"""The number of a qualifier in ``Figures.said``."""


class Period(NamedTuple):
    """From the first to the last day for which figures hold."""

    start: date
    end: date


class Figure(NamedTuple):
    """One unit's value in an edition, and the observation it is."""

    value: float
    observation: str
    qualifier: Qualifier = Qualifier.EXACT


class Column:
    """Figures one after the other: whose, the value, how it is said, and the observation it is.

    ``units`` are numbers that mean a unit to whoever writes the column.
    """

    __slots__ = ("ends", "numbers", "said", "text", "units")

    def __init__(self) -> None:
        self.units = array("q")
        self.numbers = array("d")
        self.said = array("b")
        self.text = StringIO()
        self.ends = array("I")

    def add(self, unit: int, number: float, said: int, observation: str) -> None:
        """Adds a figure; ``said`` is the number of its qualifier."""
        self.units.append(unit)
        self.numbers.append(number)
        self.said.append(said)
        self.text.write(observation)
        self.ends.append(self.text.tell())


class Figures(Mapping[UnitKey, Figure]):
    """The figures of some of a universe's units, in the order of the universe.

    ``numbers`` and ``said`` are by a unit's position: its value, and which of ``QUALIFIERS`` it is
    said with, counted from 1; 0 for a unit without a figure, whose value means nothing.
    """

    __slots__ = ("_ends", "_size", "_starts", "_text", "numbers", "said", "units")

    def __init__(self, units: Universe, column: Column, positions: Iterable[int]) -> None:
        """The figures of a column; ``positions`` are those of its units, one for each figure.

        Of several figures of one unit the last holds.
        """
        size = len(units)
        self.units = units
        self.numbers = array("d", bytes(8)) * size
        self.said = array("b", bytes(1)) * size
        self._starts = array("I", [0]) * size
        self._ends = array("I", [0]) * size
        self._text = column.text.getvalue()
        start = 0
        for at, position in enumerate(positions):
            self.numbers[position] = column.numbers[at]
            self.said[position] = column.said[at]
            self._starts[position] = start
            start = self._ends[position] = column.ends[at]
        self._size = size - self.said.count(0)

    @classmethod
    def of(cls, units: Universe, figures: Mapping[UnitKey, Figure]) -> Figures:
        """``figures`` in columns; those of units that are not among ``units`` are left out."""
        if isinstance(figures, Figures) and figures.units is units:
            return figures
        column = Column()
        for key, figure in figures.items():
            at = units.find(key)
            if at is not None:
                column.add(at, figure.value, SAID_AS[figure.qualifier], figure.observation)
        return cls(units, column, column.units)

    def observation_at(self, position: int) -> str:
        """The observation of the unit at a position; blank without a figure."""
        return self._text[self._starts[position] : self._ends[position]]

    def at(self, position: int) -> Figure | None:
        """The figure of the unit at a position of the universe; ``None`` without one."""
        said = self.said[position]
        if not said:
            return None
        observation = self.observation_at(position)
        return Figure(self.numbers[position], observation, QUALIFIERS[said - 1])

    def known(self) -> list[float]:
        """The values of all units that have one."""
        return [number for number, said in zip(self.numbers, self.said, strict=True) if said]

    def positions(self) -> list[int]:
        """Where the units that have a figure stand in the universe."""
        return [position for position, said in enumerate(self.said) if said]

    def __getitem__(self, key: UnitKey) -> Figure:
        position = self.units.find(key)
        found = None if position is None else self.at(position)
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[UnitKey]:
        return (self.units[position].key for position in self.positions())

    def __len__(self) -> int:
        return self._size


@value(kw_only=True)
class Edition:
    """What was published of one indicator for one period, as known on a day.

    ``periods`` are all that were known then, newest first; ``units`` every unit of the kind that
    could have a value: the universe. ``values`` are those published; ``ranks`` the published
    ranks, on the indicator that ranks this one. ``published_on`` is the last day on which one of
    the values became known; ``None`` without any.
    """

    indicator: Indicator
    rank: Indicator | None
    period: Period | None
    periods: tuple[Period, ...]
    units: Sequence[Unit]
    values: Mapping[UnitKey, Figure]
    ranks: Mapping[UnitKey, Figure]
    published_on: date | None
    as_of: date
    known_on: date
