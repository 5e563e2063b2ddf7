"""From blocks to lines of a given width. Columns drop by priority; nothing scrolls sideways."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from briefing.pages.bars import bar
from briefing.pages.blocks import (
    Align,
    Bar,
    Block,
    Cell,
    Column,
    Drawing,
    Page,
    Paragraph,
    Row,
    Table,
    quiet,
)
from briefing.pages.columns import fit, is_cramped
from briefing.pages.decimals import aligned
from briefing.pages.line import Line, Role, Span, clip_spans, merged, span_width, spans, wrap_spans
from briefing.pages.long_rows import LongLines, LongRows
from briefing.pages.stacking import NARROW, is_cut, lines_for, stacked


def lay_out(page: Page, width: int) -> Sequence[Line]:
    """The page's lines for ``width`` terminal cells.

    Lines of one row share an ``item`` number when the row opens something. Lines of a table's long
    rows are made when they are looked at.
    """
    lines: list[Line] = []
    above: list[Line] = []
    long: Table | None = None
    blocks = chosen(page, width)
    shared = _shared_widths(blocks, width)
    for block in blocks:
        made = _block_lines(block, width, shared)
        if lines and made and lines[-1].spans and not block.tight:
            lines.append(Line())
        lines.extend(made)
        if _is_long(block):
            assert isinstance(block, Table) and long is None, "one long list to a page"
            above, lines, long = lines, [], block
    if long is None:
        return _numbered(lines)
    assert isinstance(long.rows, LongRows)
    if lines and lines[0].spans:
        lines.insert(0, Line())
    draw = _drawing(long, shared[long.columns])
    return LongLines(_numbered(above), long.rows, draw, _numbered(lines))


def _is_long(block: Block) -> bool:
    return isinstance(block, Table) and isinstance(block.rows, LongRows)


def _fitting(table: Table) -> Sequence[Row]:
    """The rows that columns are fitted to: of long ones those that stand for all."""
    return table.rows.sample if isinstance(table.rows, LongRows) else table.rows


def _drawing(table: Table, fitted: Fitted) -> Callable[[Row], Line]:
    """Draws one long row on one line."""
    assert fitted is not None
    columns, widths = fitted
    shown = [table.columns[index]._replace(wrap=1) for index in columns]

    def draw(row: Row) -> Line:
        kept = tuple(row.cells[index] for index in columns)
        return _row_lines(kept, shown, widths, table.indent, row)[0]

    return draw


def _numbered(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Gives each linked row its item number; continuation lines carry a negative marker."""
    numbered: list[Line] = []
    item = -1
    for line in lines:
        if line.link is None:
            numbered.append(line if line.item is None else line._replace(item=None))
            continue
        if line.item != CONTINUED:
            item += 1
        numbered.append(Line(line.spans, line.link, item, line.plane))
    return tuple(numbered)


CONTINUED = -2
"""Marks a line as the continuation of the row above, until items are numbered."""


Fitted = tuple[list[int], list[int]] | None
"""Which columns of a table are shown, and their widths; ``None`` when its rows are stacked."""


def chosen(page: Page, width: int) -> tuple[Block, ...]:
    """The page's blocks, with the narrow form of a table that would be cramped.

    A picture that does not fit gives way to its table.
    """
    found: list[Block] = []
    for block in page.blocks:
        if isinstance(block, Drawing):
            fits = width >= block.least
            found.extend((block,) if fits else block.narrow or (block.table,))
        elif (
            isinstance(block, Table)
            and block.narrow
            and is_cramped(block.columns, _fitting(block), width - block.indent, block.show_titles)
        ):
            found.extend(block.narrow)
        else:
            found.append(block)
    return tuple(found)


def _shared_widths(blocks: Sequence[Block], width: int) -> dict[tuple[Column, ...], Fitted]:
    """One fit for all tables of a page that have the same columns, so that they line up."""
    rows: dict[tuple[Column, ...], list[Row]] = {}
    room: dict[tuple[Column, ...], int] = {}
    titles: dict[tuple[Column, ...], bool] = {}
    for block in blocks:
        if isinstance(block, Table):
            rows.setdefault(block.columns, []).extend(_fitting(block))
            room[block.columns] = min(room.get(block.columns, width), width - block.indent)
            titles[block.columns] = titles.get(block.columns, False) or block.show_titles
    fits: dict[tuple[Column, ...], Fitted] = {}
    long = {block.columns for block in blocks if isinstance(block, Table) and _is_long(block)}
    for columns, found in rows.items():
        fitted = fit(columns, found, room[columns], titles[columns])
        cut = columns not in long and is_cut(
            columns, found, *fitted, room[columns], titles[columns]
        )
        fits[columns] = None if cut else fitted
    return fits


def _block_lines(block: Block, width: int, shared: dict[tuple[Column, ...], Fitted]) -> list[Line]:
    if isinstance(block, Paragraph):
        room = max(width - block.indent - block.hang, 10)
        lines = []
        for number, run in enumerate(wrap_spans(block.spans, room)):
            lead = Span(" " * (block.indent + (block.hang if number else 0)))
            item = CONTINUED if number else None
            lines.append(Line(merged((lead, *run)), block.link, item))
        return lines
    if isinstance(block, Drawing):
        return list(block.draw(width))
    return _table_lines(block, width, shared[block.columns])


def _table_lines(table: Table, width: int, fitted: Fitted) -> list[Line]:
    lines: list[Line] = []
    if table.heading or table.heading_spans:
        head = table.heading_spans or (Span(table.heading, table.heading_role),)
        lines.extend(_heading(spans(*head), table, width))
    if fitted is None:
        return lines + _stacked_lines(table, width)
    columns, widths = fitted
    shown = [table.columns[index] for index in columns]
    if width < NARROW:
        shown = [column._replace(wrap=lines_for(column.wrap, width)) for column in shown]
    if table.show_titles and table.rows:
        titles = tuple(
            spans((table.columns[index].title, Role.MUTED if index else Role.HEADING))
            for index in columns
        )
        lines.extend(_row_lines(titles, shown, widths, table.indent, None))
    if isinstance(table.rows, LongRows):
        return lines
    for row, cells in zip(table.rows, aligned(table, columns), strict=True):
        kept = tuple(cells[index] for index in columns)
        lines.extend(_row_lines(kept, shown, widths, table.indent, row))
    if table.legend and any(isinstance(row.cells[at], Bar) for row in table.rows for at in columns):
        lines.extend(_block_lines(quiet(table.legend), width, {}))
    if table.left_out and (names := _left_out(table, columns)):
        text = table.left_out.format(columns=", ".join(names))
        lines.extend(_block_lines(quiet(text), width, {}))
    return lines


def _left_out(table: Table, shown: Sequence[int]) -> list[str]:
    """The titles of columns that have something to show and no room for it."""
    return [
        column.title
        for index, column in enumerate(table.columns)
        if index not in shown and column.title and any(row.cells[index] for row in table.rows)
    ]


def _stacked_lines(table: Table, width: int) -> list[Line]:
    return [
        Line(merged(run), row.link, CONTINUED if level and row.link else None)
        for row in table.rows
        for level, run in enumerate(stacked(row, table, width))
    ]


def _heading(head: tuple[Span, ...], table: Table, width: int) -> list[Line]:
    if table.aside:
        words = spans((table.aside, Role.MUTED))
        joined = (*head, Span("  "), *words)
        if span_width(joined) <= width:
            return [Line(joined, table.heading_link)]
        aside = wrap_spans(words, width - 1)
        most = lines_for(1, width)
        link = table.heading_link
        named = [
            Line(run, link, CONTINUED if number and link else None)
            for number, run in enumerate(wrap_spans(head, width, most))
        ]
        return named + [Line((Span(" "), *run)) for run in aside]
    lines = []
    for number, run in enumerate(wrap_spans(head, width - 2, lines_for(2, width))):
        lead = (Span("  "), *run) if number else run
        link = table.heading_link
        lines.append(Line(lead, link, CONTINUED if number and link else None))
    return lines


def _row_lines(
    cells: Sequence[Cell],
    columns: Sequence[Column],
    widths: Sequence[int],
    indent: int,
    row: Row | None,
) -> list[Line]:
    stacks: list[list[tuple[Span, ...]]] = []
    for cell, column, wide in zip(cells, columns, widths, strict=True):
        if isinstance(cell, Bar):
            stacks.append([bar(cell, wide)])
        elif column.flex and column.wrap > 1:
            stacks.append(wrap_spans(cell, wide, column.wrap))
        else:
            stacks.append([clip_spans(cell, wide)])
    lines = []
    for level in range(max((len(stack) for stack in stacks), default=0)):
        run: list[Span] = [Span(" " * indent)] if indent else []
        for position, (stack, column, wide) in enumerate(zip(stacks, columns, widths, strict=True)):
            part = stack[level] if level < len(stack) else ()
            blank = Span(" " * (wide - span_width(part)))
            run.extend((blank, *part) if column.align is not Align.LEFT else (*part, blank))
            if position < len(columns) - 1:
                run.append(Span(" " * column.gap))
        kept = merged(run)
        link = row.link if row else None
        lines.append(Line(kept, link, CONTINUED if level and link else None))
    return lines
