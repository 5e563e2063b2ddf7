"""Which columns of a table fit into a width, and how wide each of them is."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.domain.spelling import width as text_width
from briefing.pages.blocks import Align, Bar, Cell, Column, Row
from briefing.pages.decimals import decimal_width
from briefing.pages.line import span_width

NARROWEST = 3
"""Cells that a column keeps on the narrowest of terminals."""
AIR = 40
"""Cells right of a table that no bar grows into: as many as a screen of 120 may leave."""


def fit(
    columns: Sequence[Column], rows: Sequence[Row], width: int, with_titles: bool
) -> tuple[list[int], list[int]]:
    """Which columns fit into ``width``, and how wide each is: ``(indices, widths)``."""
    natural = natural_widths(columns, rows, with_titles)
    keep = [index for index in range(len(columns)) if natural[index] > 0]
    while keep:
        gaps = sum(columns[index].gap for index in keep[:-1])
        droppable = [index for index in keep if columns[index].priority > 0]
        if not droppable:
            break
        spare = max(columns[index].priority for index in droppable) > 1
        least = sum(_needed(columns[index], natural[index], spare) for index in keep)
        if least + gaps <= width:
            break
        last = max(columns[index].priority for index in droppable)
        keep = [index for index in keep if columns[index].priority != last]
    gaps = sum(columns[index].gap for index in keep[:-1])
    room = width - gaps - sum(natural[i] for i in keep if not columns[i].flex)
    widths = {index: natural[index] for index in keep if not columns[index].flex}
    widths |= _flexed(
        {index: columns[index] for index in keep if columns[index].flex}, natural, room
    )
    _shrink(widths, width - gaps)
    _grow(widths, columns, width - gaps)
    return keep, [widths[index] for index in keep]


def _shrink(widths: dict[int, int], room: int) -> None:
    """Takes from the widest columns what is too much for ``room``: the last resort."""
    over = sum(widths.values()) - room
    while over > 0 and any(wide > NARROWEST for wide in widths.values()):
        widest = max(widths, key=lambda index: (widths[index], index))
        widths[widest] -= 1
        over -= 1


def _grow(widths: dict[int, int], columns: Sequence[Column], room: int) -> None:
    """Gives bars that may be wide what a wide screen has to spare, in no jump as it widens."""
    left = room - sum(widths.values())
    for index in widths:
        more = min(2 * (left - AIR), left, columns[index].wide - widths[index])
        if more > 0:
            widths[index] += more
            left -= more


def _flexed(columns: dict[int, Column], natural: Sequence[int], room: int) -> dict[int, int]:
    """Widths of the flexible columns: the least for each, then comfort, then what is left."""
    widths = {index: min(natural[index], column.least) for index, column in columns.items()}
    for goals in (
        {i: min(natural[i], max(c.comfort, c.least)) for i, c in columns.items() if c.comfort},
        {i: natural[i] for i in columns},
    ):
        left = room - sum(widths.values())
        short = {index: goal - widths[index] for index, goal in goals.items()}
        short = {index: need for index, need in short.items() if need > 0}
        while short and left > 0:
            share = max(left // len(short), 1)
            for index in list(short):
                given = min(share, short[index], left)
                widths[index] += given
                left -= given
                short[index] -= given
                if not short[index]:
                    del short[index]
    return widths


def _needed(column: Column, natural: int, spare: bool) -> int:
    """The width a column must have; in comfort while there are columns to spare."""
    if not column.flex:
        return natural
    return min(natural, max(column.comfort, column.least) if spare else column.least)


def natural_widths(columns: Sequence[Column], rows: Sequence[Row], with_titles: bool) -> list[int]:
    """The width that each column would have if there were room for all; 0 for an empty one."""
    return [_natural(column, index, rows, with_titles) for index, column in enumerate(columns)]


def is_cramped(
    columns: Sequence[Column], rows: Sequence[Row], width: int, with_titles: bool
) -> bool:
    """Whether the columns that are always shown do not fit into ``width``."""
    natural = natural_widths(columns, rows, with_titles)
    kept = [index for index, column in enumerate(columns) if natural[index] and not column.priority]
    gaps = sum(columns[index].gap for index in kept[:-1])
    return sum(_needed(columns[index], natural[index], False) for index in kept) + gaps > width


def _natural(column: Column, index: int, rows: Sequence[Row], with_titles: bool) -> int:
    if column.fixed:
        return column.fixed
    widest = max((_cell_width(row.cells[index]) for row in rows), default=0)
    if column.align is Align.DECIMAL:
        widest = max(widest, decimal_width(row.cells[index] for row in rows))
    if with_titles and widest:
        widest = max(widest, text_width(column.title))
    return min(widest, column.most) if column.most else widest


def _cell_width(cell: Cell) -> int:
    return 0 if isinstance(cell, Bar) else span_width(cell)
