"""Rows and lines that are made when they are looked at, for lists of thousands.

A page of 3,321 communes would take a fifth of a second to lay out; twenty rows of it are seen.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, overload

from briefing.pages.line import Line, Link

if TYPE_CHECKING:
    from briefing.pages.blocks import Row

MOST_MADE = 100
"""Lines kept once they were made: more than most screens show."""


class LongRows(Sequence["Row"]):
    """``count`` rows, each made by ``make`` from its position.

    ``sample`` are rows as wide as the widest of every column: columns are fitted to them.
    ``unlinked`` are the positions, in order, of rows that open nothing; each other one opens
    something. ``find`` gives the position of the row that opens a link.
    """

    def __init__(
        self,
        count: int,
        make: Callable[[int], Row],
        sample: Sequence[Row],
        find: Callable[[Link], int | None],
        unlinked: Sequence[int] = (),
    ) -> None:
        self._count = count
        self._make = make
        self.sample = tuple(sample)
        self.find = find
        self.unlinked = tuple(unlinked)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Row: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...

    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return tuple(self._make(each) for each in range(*at.indices(self._count)))
        if not -self._count <= at < self._count:
            raise IndexError(at)
        return self._make(at % self._count)

    def linked(self, lead: int = 0) -> list[int]:
        """The positions of the rows that open something, behind ``lead`` lines."""
        found: list[int] = []
        start = 0
        for position in (*self.unlinked, self._count):
            found.extend(range(lead + start, lead + position))
            start = position + 1
        return found


class LongLines(Sequence[Line]):
    """Lines of which those of a table's long rows are made when they are looked at.

    ``above`` and ``below`` stand around them, laid out and numbered; each row is one line.
    """

    def __init__(
        self,
        above: Sequence[Line],
        rows: LongRows,
        draw: Callable[[Row], Line],
        below: Sequence[Line],
    ) -> None:
        self._above = tuple(above)
        self._rows = rows
        self._draw = draw
        self._below = tuple(below)
        self._items_above = len({line.item for line in above if line.item is not None})
        self._made: dict[int, Line] = {}

    def __len__(self) -> int:
        return len(self._above) + len(self._rows) + len(self._below)

    @overload
    def __getitem__(self, at: int) -> Line: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Line]: ...

    def __getitem__(self, at: int | slice) -> Line | Sequence[Line]:
        if isinstance(at, slice):
            return tuple(self._line(each) for each in range(*at.indices(len(self))))
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        return self._line(at % len(self))

    def _line(self, number: int) -> Line:
        row = number - len(self._above)
        if row < 0:
            return self._above[number]
        if row >= len(self._rows):
            line = self._below[row - len(self._rows)]
            if line.item is None:
                return line
            return Line(line.spans, line.link, line.item + self._items_above + self._linked)
        made = self._made.get(row)
        if made is None:
            if len(self._made) >= MOST_MADE:
                self._made.clear()
            made = self._made[row] = self._row_line(row)
        return made

    def _row_line(self, row: int) -> Line:
        line = self._draw(self._rows[row])
        if line.link is None:
            return line
        return Line(line.spans, line.link, self._items_above + row - self._unlinked_before(row))

    @property
    def _linked(self) -> int:
        return len(self._rows) - len(self._rows.unlinked)

    def _unlinked_before(self, row: int) -> int:
        return bisect_left(self._rows.unlinked, row)

    def spread(self) -> tuple[list[int], list[int]]:
        """The first and the last line of each item, in order."""
        first, last = spread_of(self._above)
        lead = len(self._above)
        rows = self._rows.linked(lead)
        behind = lead + len(self._rows)
        below_first, below_last = spread_of(self._below)
        return (
            [*first, *rows, *(behind + number for number in below_first)],
            [*last, *rows, *(behind + number for number in below_last)],
        )

    def is_long(self, number: int) -> bool:
        """Whether a line is one of the long rows."""
        return 0 <= number - len(self._above) < len(self._rows)

    def item_of(self, link: Link) -> int | None:
        """The item of the long rows that opens ``link``; ``None`` when none of them does."""
        row = self._rows.find(link)
        if row is None:
            return None
        return self._items_above + row - self._unlinked_before(row)


def spread_of(lines: Sequence[Line]) -> tuple[list[int], list[int]]:
    """The first and the last line of each item among numbered lines."""
    if isinstance(lines, LongLines):
        return lines.spread()
    first: list[int] = []
    last: list[int] = []
    for number, line in enumerate(lines):
        if line.item is None:
            continue
        if line.item == len(first):
            first.append(number)
            last.append(number)
        else:
            last[-1] = number
    return first, last
