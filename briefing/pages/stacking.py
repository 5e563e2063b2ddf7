"""Rows of a table below each other's cells, for screens too narrow for columns.

Columns that would cut what they say are given up: the cells of a row follow each other, each whole
on a line where it fits, else wrapped. Of the columns, those of priority 2 and above are left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.pages.blocks import Bar, Column, Row, Table
from briefing.pages.columns import natural_widths
from briefing.pages.line import Role, Span, span_width, wrap_spans

NARROW = 50
"""Below this width running text may take more lines, so that less of it is cut."""
MOST_LINES = 4
TOO_THIN = 16
"""A flexible column below this width breaks most lines after one word."""
GAP = (Span("  "),)


def lines_for(wrap: int, width: int) -> int:
    """Lines that a text may take which has ``wrap`` of them on a screen with room."""
    return max(wrap, MOST_LINES) if width < NARROW else wrap


def is_cut(
    columns: Sequence[Column],
    rows: Sequence[Row],
    kept: Sequence[int],
    widths: Sequence[int],
    with_titles: bool,
) -> bool:
    """Whether columns this wide would cut a figure or a status, or leave no room for a name."""
    natural = natural_widths(columns, rows, with_titles)
    return len(kept) > 1 and any(
        wide < min(natural[index], min(columns[index].least, TOO_THIN))
        if columns[index].flex
        else wide < natural[index]
        for index, wide in zip(kept, widths, strict=True)
    )


def stacked(row: Row, table: Table, width: int) -> list[tuple[Span, ...]]:
    """The lines of one row; those after the first stand further in."""
    lines: list[tuple[Span, ...]] = []
    current: tuple[Span, ...] = ()
    hang = table.indent + 2
    for run in _runs(row, table):
        if current and span_width(current) + span_width(GAP) + span_width(run) <= width:
            current = (*current, *GAP, *run)
            continue
        if current:
            lines.append(current)
        for number, part in enumerate(wrap_spans(run, width - hang, MOST_LINES)):
            if number:
                lines.append(current)
            current = (Span(" " * (hang if lines else table.indent)), *part)
    return [*lines, current]


def _runs(row: Row, table: Table) -> list[tuple[Span, ...]]:
    """What the row says, in order; a glyph with the words behind it."""
    runs = [
        _titled(column, cell) if table.show_titles and number else cell
        for number, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True))
        if column.priority < 2 and not isinstance(cell, Bar) and span_width(cell)
    ]
    if len(runs) > 1 and span_width(runs[0]) == 1:
        runs[:2] = [(*runs[0], Span(" "), *runs[1])]
    return runs


def _titled(column: Column, cell: tuple[Span, ...]) -> tuple[Span, ...]:
    if not column.title or column.flex:
        return cell
    return (Span(f"{column.title} ", Role.MUTED), *cell)
