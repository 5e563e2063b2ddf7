"""Figures of a column with their decimal marks in line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.domain.spelling import width as text_width
from briefing.pages.blocks import Align, Bar, Cell, Table
from briefing.pages.line import Span


def decimal_width(cells: Iterable[Cell]) -> int:
    heads, tails = 0, 0
    for cell in cells:
        if not isinstance(cell, Bar):
            head, tail = decimal_parts(cell)
            heads, tails = max(heads, head), max(tails, tail)
    return heads + tails


def decimal_parts(cell: tuple[Span, ...]) -> tuple[int, int]:
    """Cells left of the first span's end of its whole part, and the rest.

    The numeral is the run of digits and separators that ends the first span; its decimal mark is
    the last separator followed by other than three digits.
    """
    text = "".join(span.text for span in cell)
    at = _decimal_at(text)
    return text_width(text[:at]), text_width(text[at:])


def _decimal_at(text: str) -> int:
    digits = [position for position, char in enumerate(text) if char.isdigit()]
    if not digits:
        return len(text)
    end = digits[0]
    while end < len(text) and (text[end].isdigit() or text[end] in ".,"):
        end += 1
    numeral = text[digits[0] : end]
    for mark in (",", "."):
        head, found, tail = numeral.rpartition(mark)
        if found and tail and (len(tail) != 3 or head == "0"):
            return digits[0] + len(head)
    return digits[0] + len(numeral.rstrip(".,"))


def aligned(table: Table, columns: Sequence[int]) -> list[tuple[Cell, ...]]:
    rows = [list(row.cells) for row in table.rows]
    for index in columns:
        if table.columns[index].align is not Align.DECIMAL:
            continue
        parts = [
            (0, 0) if isinstance(row[index], Bar) else decimal_parts(_text_cell(row[index]))
            for row in rows
        ]
        tails = max((tail for _, tail in parts), default=0)
        for row, (_, tail) in zip(rows, parts, strict=True):
            cell = row[index]
            if not isinstance(cell, Bar) and cell:
                row[index] = (*cell, Span(" " * (tails - tail)))
    return [tuple(row) for row in rows]


def _text_cell(cell: Cell) -> tuple[Span, ...]:
    return () if isinstance(cell, Bar) else cell
