"""From blocks to lines of a given width. Columns drop by priority; nothing scrolls sideways."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.domain.spelling import width as text_width
from briefing.pages.blocks import Align, Bar, Block, Cell, Column, Page, Paragraph, Row, Table
from briefing.pages.line import Line, Role, Span, clip_spans, span_width, spans, wrap_spans

EIGHTHS = " ▏▎▍▌▋▊▉"


def lay_out(page: Page, width: int) -> tuple[Line, ...]:
    """The page's lines for ``width`` terminal cells.

    Lines of one row share an ``item`` number when the row opens something.
    """
    lines: list[Line] = []
    shared = _shared_widths(page, width)
    for block in page.blocks:
        made = _block_lines(block, width, shared)
        if lines and made and lines[-1].spans and not block.tight:
            lines.append(Line())
        lines.extend(made)
    return _numbered(lines)


def _numbered(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Gives each linked row its item number; continuation lines carry a negative marker."""
    numbered: list[Line] = []
    item = -1
    for line in lines:
        if line.link is None:
            numbered.append(replace(line, item=None))
            continue
        if line.item != CONTINUED:
            item += 1
        numbered.append(replace(line, item=item))
    return tuple(numbered)


CONTINUED = -2
"""Marks a line as the continuation of the row above, until items are numbered."""


Fitted = tuple[list[int], list[int]]
"""Which columns of a table are shown, and their widths."""


def _shared_widths(page: Page, width: int) -> dict[tuple[Column, ...], Fitted]:
    """One fit for all tables of a page that have the same columns, so that they line up."""
    rows: dict[tuple[Column, ...], list[Row]] = {}
    room: dict[tuple[Column, ...], int] = {}
    titles: dict[tuple[Column, ...], bool] = {}
    for block in page.blocks:
        if isinstance(block, Table):
            rows.setdefault(block.columns, []).extend(block.rows)
            room[block.columns] = min(room.get(block.columns, width), width - block.indent)
            titles[block.columns] = titles.get(block.columns, False) or block.show_titles
    return {
        columns: fit(columns, found, room[columns], titles[columns])
        for columns, found in rows.items()
    }


def _block_lines(block: Block, width: int, shared: dict[tuple[Column, ...], Fitted]) -> list[Line]:
    if isinstance(block, Paragraph):
        room = max(width - block.indent - block.hang, 10)
        lines = []
        for number, run in enumerate(wrap_spans(block.spans, room)):
            lead = Span(" " * (block.indent + (block.hang if number else 0)))
            item = CONTINUED if number else None
            lines.append(Line((lead, *run), block.link, item))
        return lines
    return _table_lines(block, width, shared[block.columns])


def _table_lines(table: Table, width: int, fitted: Fitted) -> list[Line]:
    lines: list[Line] = []
    columns, widths = fitted
    if table.heading or table.heading_spans:
        head = table.heading_spans or (Span(table.heading, table.heading_role),)
        lines.extend(_heading(spans(*head), table, width))
    if table.show_titles and table.rows:
        titles = tuple(
            spans((table.columns[index].title, Role.MUTED if index else Role.HEADING))
            for index in columns
        )
        lines.extend(
            _row_lines(titles, [table.columns[i] for i in columns], widths, table.indent, None)
        )
    aligned = _aligned(table, columns)
    for row, cells in zip(table.rows, aligned, strict=True):
        kept = tuple(cells[index] for index in columns)
        lines.extend(
            _row_lines(kept, [table.columns[i] for i in columns], widths, table.indent, row)
        )
    return lines


def _heading(head: tuple[Span, ...], table: Table, width: int) -> list[Line]:
    if table.aside:
        words = spans((table.aside, Role.MUTED))
        joined = (*head, Span("  "), *words)
        if span_width(joined) <= width:
            return [Line(joined, table.heading_link)]
        aside = wrap_spans(words, width - 1)
        first = [Line(clip_spans(head, width), table.heading_link)]
        return first + [Line((Span(" "), *run)) for run in aside]
    lines = []
    for number, run in enumerate(wrap_spans(head, width - 2, 2)):
        lead = (Span("  "), *run) if number else run
        link = table.heading_link
        lines.append(Line(lead, link, CONTINUED if number and link else None))
    return lines


def fit(
    columns: Sequence[Column], rows: Sequence[Row], width: int, with_titles: bool
) -> tuple[list[int], list[int]]:
    """Which columns fit into ``width``, and how wide each is: ``(indices, widths)``."""
    natural = [_natural(column, index, rows, with_titles) for index, column in enumerate(columns)]
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
    return keep, [widths[index] for index in keep]


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
    over = sum(widths.values()) - room
    for index in sorted(widths, key=lambda index: -widths[index]):
        if over > 0:
            cut = min(over, widths[index] - 4)
            widths[index] -= cut
            over -= cut
    return widths


def _needed(column: Column, natural: int, spare: bool) -> int:
    """The width a column must have; in comfort while there are columns to spare."""
    if not column.flex:
        return natural
    return min(natural, max(column.comfort, column.least) if spare else column.least)


def _natural(column: Column, index: int, rows: Sequence[Row], with_titles: bool) -> int:
    if column.fixed:
        return column.fixed
    widest = max((_cell_width(row.cells[index]) for row in rows), default=0)
    if column.align is Align.DECIMAL:
        widest = max(widest, _decimal_width(row.cells[index] for row in rows))
    if with_titles and widest:
        widest = max(widest, text_width(column.title))
    return min(widest, column.most) if column.most else widest


def _cell_width(cell: Cell) -> int:
    return 0 if isinstance(cell, Bar) else span_width(cell)


def _decimal_width(cells: Iterable[Cell]) -> int:
    heads, tails = 0, 0
    for cell in cells:
        if not isinstance(cell, Bar):
            head, tail = _decimal_parts(cell)
            heads, tails = max(heads, head), max(tails, tail)
    return heads + tails


def _decimal_parts(cell: tuple[Span, ...]) -> tuple[int, int]:
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


def _aligned(table: Table, columns: Sequence[int]) -> list[tuple[Cell, ...]]:
    rows = [list(row.cells) for row in table.rows]
    for index in columns:
        if table.columns[index].align is not Align.DECIMAL:
            continue
        parts = [
            (0, 0) if isinstance(row[index], Bar) else _decimal_parts(_text_cell(row[index]))
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
        kept = tuple(span for span in run if span.text)
        link = row.link if row else None
        lines.append(Line(kept, link, CONTINUED if level and link else None))
    return lines


def bar(cell: Bar, cells: int) -> tuple[Span, ...]:
    """A bullet bar of ``cells`` width in eighths of a cell, the goal as a tick on top."""
    if cell.share is None:
        return (Span(" " * cells),)
    eighths = round(max(0.0, min(cell.share, 1.0)) * cells * 8)
    full, part = divmod(eighths, 8)
    filled = "█" * full + (EIGHTHS[part] if part else "")
    rest = cells - len(filled)
    made = [Span(filled, cell.role), Span(" " * rest, Role.TRACK)]
    if cell.tick is None or not 0 <= cell.tick <= 1:
        return tuple(span for span in made if span.text)
    at = min(cells - 1, max(0, round(cell.tick * cells) - 1))
    text = filled + " " * rest
    roles = [cell.role] * len(filled) + [Role.TRACK] * rest
    return tuple(
        span
        for span in (
            *_runs(text[:at], roles[:at]),
            Span("┃", Role.TICK),
            *_runs(text[at + 1 :], roles[at + 1 :]),
        )
        if span.text
    )


def _runs(text: str, roles: Sequence[Role]) -> list[Span]:
    runs: list[Span] = []
    for char, role in zip(text, roles, strict=True):
        if runs and runs[-1].role is role:
            runs[-1] = Span(runs[-1].text + char, role)
        else:
            runs.append(Span(char, role))
    return runs
