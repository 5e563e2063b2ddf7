"""Two to six units side by side; a cell that is not like for like says why."""

from __future__ import annotations

from collections.abc import Sequence

from briefing import formatting, wording
from briefing.domain.comparison import Cell, Comparison, Remark
from briefing.domain.comparison import Row as ComparedRow
from briefing.domain.model import Indicator
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Align, Bar, Block, Column, Page, Paragraph, Row, Table
from briefing.pages.line import Link, Role, Span, spans

MANY = 5
"""More units than these stand closer together."""


def mark_text(number: int) -> str:
    """A footnote's mark: superscript digits for any number from 1."""
    superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"
    return "".join(superscripts[int(digit)] for digit in str(number))


def compare_page(
    comparison: Comparison,
    tr: Translator,
) -> Page:
    """Rows that at least two units report come first, then what only one reports."""
    notes: list[str] = []
    blocks: list[Block] = []
    shared = [row for row in comparison.rows if row.comparable]
    single = [row for row in comparison.rows if not row.comparable]
    if shared:
        blocks.append(_table(tr.gettext("Chỉ số cùng báo cáo"), shared, comparison, tr, notes))
    else:
        blocks.append(
            Paragraph(
                spans=spans(
                    (
                        tr.gettext(
                            "Đến {day}, các đơn vị này chưa cùng báo cáo chỉ số nào."
                        ).format(day=formatting.date_text(comparison.known_on, tr)),
                        Role.WARNING,
                    )
                )
            )
        )
    if notes:
        blocks.append(_footnotes(notes))
    if shared:
        blocks.append(_differences(shared, tr))
    if single:
        blocks.append(_single(single, tr))
    names = ", ".join(wording.unit_name(unit, tr) for unit in comparison.units)
    title = tr.ngettext("So sánh {count} đơn vị", "So sánh {count} đơn vị", len(comparison.units))
    return Page(
        title=title.format(count=len(comparison.units)),
        subtitle=names,
        blocks=tuple(blocks),
    )


def _table(
    heading: str,
    rows: Sequence[ComparedRow],
    comparison: Comparison,
    tr: Translator,
    notes: list[str],
) -> Table:
    many = len(comparison.units) > MANY
    columns = [
        Column(title=heading, flex=True, least=10 if many else 12, comfort=24, most=40, wrap=4)
    ]
    bars = len(comparison.units) <= 4
    for unit in comparison.units:
        columns.append(Column(title="", fixed=10 if bars else 6, priority=2, twin=False, gap=1))
        columns.append(
            Column(
                title=wording.unit_name(unit, tr),
                align=Align.DECIMAL,
                most=16,
                gap=1 if many else 2,
            )
        )
    made, narrow = [], []
    for row in rows:
        pairs = [_cell(cell, row, tr, notes) for cell in row.cells]
        flat = [part for pair in pairs for part in pair]
        made.append(Row(cells=(_name(row.indicator, tr), *flat), link=_link(row)))
        narrow.append(_below_each_other(row, pairs, tr))
    return Table(
        columns=tuple(columns), rows=tuple(made), show_titles=True, indent=0, narrow=tuple(narrow)
    )


def _below_each_other(
    row: ComparedRow, pairs: Sequence[tuple[Bar, tuple[Span, ...]]], tr: Translator
) -> Table:
    """One indicator with a line for each unit, for screens too narrow for columns of units."""
    return Table(
        heading_spans=_name(row.indicator, tr, Role.HEADING),
        columns=(
            Column(most=24),
            Column(align=Align.DECIMAL, most=24),
            Column(fixed=12, priority=1, twin=False),
        ),
        rows=tuple(
            Row(
                cells=(spans(wording.unit_name(cell.unit, tr)), value, bar),
                link=_cell_link(cell),
            )
            for cell, (bar, value) in zip(row.cells, pairs, strict=True)
        ),
    )


def _single(rows: Sequence[ComparedRow], tr: Translator) -> Table:
    """Figures that only one unit reports: a list, since there is nothing beside them."""
    made = []
    for row in rows:
        cell = next(cell for cell in row.cells if cell.observation is not None)
        assert cell.observation is not None
        made.append(
            Row(
                cells=(
                    spans(cells.indicator_name(cell.indicator, tr)),
                    spans((wording.unit_name(cell.unit, tr), Role.MUTED)),
                    cells.figure(cell.observation, cell.indicator, tr),
                    cells.period(cell.observation, tr),
                ),
                link=_link(row),
            )
        )
    return Table(
        heading=tr.gettext("Chỉ một đơn vị có số liệu"),
        aside=tr.gettext("không có gì để so sánh"),
        columns=(
            Column(title=tr.gettext("Chỉ số"), flex=True, least=22, comfort=34, most=64),
            Column(title=tr.gettext("Đơn vị"), most=18),
            Column(title=tr.gettext("Số liệu"), flex=True, least=14, most=30),
            Column(title=tr.gettext("Kỳ"), priority=2),
        ),
        rows=tuple(made),
    )


def _name(indicator: Indicator, tr: Translator, role: Role = Role.PLAIN) -> tuple[Span, ...]:
    name = cells.indicator_short(indicator, tr)
    unit = wording.measure_word(indicator, tr)
    told = not unit or unit.casefold() in name.casefold()
    if told:
        return spans((name, role))
    return spans((name, role), " ", Span(f"({unit})", Role.MUTED, whole=True))


def _cell(
    cell: Cell, row: ComparedRow, tr: Translator, notes: list[str]
) -> tuple[Bar, tuple[Span, ...]]:
    observation = cell.observation
    if observation is None:
        return Bar(share=None), spans((formatting.MISSING, Role.MUTED))
    value = formatting.figure_short(observation, cell.indicator, tr)
    role = Role.STRONG if cell.best or not row.comparable else Role.PLAIN
    text = [*spans((value.removesuffix("%"), role))]
    if cell.best:
        text += spans((" ★", Role.GOOD))
    if cell.remarks and row.comparable:
        reasons = "; ".join(wording.remarks(cell, tr))
        note = f"{wording.unit_name(cell.unit, tr)}: {reasons}"
        if note not in notes:
            notes.append(note)
        text += spans((" " + mark_text(notes.index(note) + 1), Role.WARNING))
    role = Role.BAR_PROGRESS if cell.like_for_like else Role.BAR_MUTED
    return Bar(share=cell.share, role=role), tuple(text)


def _link(row: ComparedRow) -> Link | None:
    return next((link for cell in row.cells if (link := _cell_link(cell)) is not None), None)


def _cell_link(cell: Cell) -> Link | None:
    if cell.observation is None:
        return None
    return cells.figure_link(cell.indicator, cell.observation, str(cell.unit.key))


def _footnotes(notes: Sequence[str]) -> Table:
    return Table(
        columns=(Column(), Column(flex=True, least=30, wrap=4)),
        rows=tuple(
            Row(cells=(spans((mark_text(number), Role.WARNING)), spans((note, Role.WARNING))))
            for number, note in enumerate(notes, 1)
        ),
    )


def _differences(rows: Sequence[ComparedRow], tr: Translator) -> Table:
    made = []
    for row in rows:
        text = difference_text(row, tr)
        if text:
            made.append(Row(cells=(spans((text, Role.PLAIN)),)))
    return Table(columns=(Column(flex=True, least=30, wrap=3),), rows=tuple(made))


def difference_text(row: ComparedRow, tr: Translator) -> str:
    """The reference beside the next unit, in words: "… cao hơn … 9,85 điểm %; kỳ khác nhau".

    Nothing is worked out across two definitions.
    """
    if row.reference is None:
        return ""
    first = row.cells[row.reference]
    second = next(
        (
            cell
            for cell in row.cells
            if cell is not first
            and cell.observation is not None
            and Remark.DEFINITION not in cell.remarks
        ),
        None,
    )
    if second is None:
        return ""
    gap = wording.difference(first, second, tr)
    if not gap:
        return ""
    return tr.gettext("{indicator}: {first} so với {second}: {gap}.").format(
        indicator=cells.indicator_short(row.indicator, tr),
        first=wording.unit_name(first.unit, tr),
        second=wording.unit_name(second.unit, tr),
        gap=gap,
    )
