"""Rows of a table below each other's cells, for screens too narrow for columns.

Columns that would cut what they say are given up: the cells of a row follow each other, each whole
on a line where it fits, else wrapped. Of the columns, those of priority 2 and above are left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.pages.blocks import Bar, Cell, Column, Row, Table
from briefing.pages.columns import natural_widths
from briefing.pages.line import Role, Span, longest_word, span_width, wrap_spans

ROOMY = 60
"""From this width on columns have room, and one that is cut is told in full below the list."""
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
    width: int,
    with_titles: bool,
) -> bool:
    """Whether columns this wide would cut what they say, on a screen that is ``width`` wide.

    On a narrow one not even a name may lose its end, or a word be broken.
    """
    if width >= ROOMY or len(kept) < 2:
        return False
    natural = natural_widths(columns, rows, with_titles)
    for index, wide in zip(kept, widths, strict=True):
        column = columns[index]
        least = min(column.least, TOO_THIN) if column.flex else natural[index]
        if wide < min(natural[index], least):
            return True
    return width < NARROW and any(
        columns[index].flex and any(_loses(row.cells[index], columns[index], wide) for row in rows)
        for index, wide in zip(kept, widths, strict=True)
    )


def _loses(cell: Cell, column: Column, wide: int) -> bool:
    """Whether a narrow screen's column cuts a cell or breaks a word of it."""
    if isinstance(cell, Bar) or span_width(cell) <= wide:
        return False
    most = max(column.wrap, MOST_LINES)
    return longest_word(cell) > wide or len(wrap_spans(cell, wide)) > most


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
        _titled(column, cell) if (table.show_titles or table.named) and number else cell
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
