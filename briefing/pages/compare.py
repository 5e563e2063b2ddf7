"""Two to six units side by side; a cell that is not like for like says why."""

from __future__ import annotations

from collections.abc import Sequence

from briefing import formatting, wording
from briefing.domain.comparison import Cell, Comparison, Remark
from briefing.domain.comparison import Row as ComparedRow
from briefing.domain.model import Indicator, Qualifier
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Align, Bar, Block, Column, Page, Paragraph, Row, Table
from briefing.pages.line import Link, Role, Span, spans

MARKS = "¹²³⁴⁵⁶⁷⁸⁹"


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
        blocks.append(_table(tr.gettext("CÙNG CHỈ TIÊU"), "", shared, comparison, tr, notes))
        blocks.append(_differences(shared, tr))
    else:
        blocks.append(
            Paragraph(
                spans=spans(
                    (tr.gettext("Các đơn vị này chưa có chỉ tiêu nào cùng báo cáo."), Role.WARNING)
                )
            )
        )
    if notes:
        blocks.append(_footnotes(notes))
    if single:
        others: list[str] = []
        blocks.append(
            _table(
                tr.gettext("CHỈ MỘT ĐƠN VỊ BÁO CÁO"),
                tr.gettext("không so sánh được"),
                single,
                comparison,
                tr,
                others,
            )
        )
    names = ", ".join(wording.unit_name(unit, tr) for unit in comparison.units)
    title = tr.ngettext("So sánh {count} đơn vị", "So sánh {count} đơn vị", len(comparison.units))
    return Page(
        title=title.format(count=len(comparison.units)),
        subtitle=names,
        blocks=tuple(blocks),
    )


def _table(
    heading: str,
    aside: str,
    rows: Sequence[ComparedRow],
    comparison: Comparison,
    tr: Translator,
    notes: list[str],
) -> Table:
    columns = [Column(title=heading, flex=True, least=18, most=38, wrap=2)]
    bars = len(comparison.units) <= 4
    for unit in comparison.units:
        columns.append(
            Column(
                title=wording.unit_name(unit, tr), align=Align.DECIMAL, most=16, gap=1
            )
        )
        columns.append(
            Column(title="", fixed=10 if bars else 6, priority=2, twin=False, gap=2)
        )
    made = []
    for row in rows:
        line: list[tuple[Span, ...] | Bar] = [_name(row.indicator, tr)]
        for cell in row.cells:
            line.extend(_cell(cell, row, tr, notes))
        made.append(Row(cells=tuple(line), link=_link(row)))
    return Table(columns=tuple(columns), rows=tuple(made), show_titles=True, aside=aside)


def _name(indicator: Indicator, tr: Translator) -> tuple[Span, ...]:
    unit = wording.measure_word(indicator, tr)
    return spans(
        cells.indicator_short(indicator, tr), (f" {unit}" if unit else "", Role.MUTED)
    )


def _cell(
    cell: Cell, row: ComparedRow, tr: Translator, notes: list[str]
) -> tuple[tuple[Span, ...], Bar]:
    observation = cell.observation
    if observation is None:
        return spans((formatting.MISSING, Role.MUTED)), Bar(share=None)
    value = formatting.figure_short(observation, cell.indicator, tr)
    role = Role.STRONG if cell.best or not row.comparable else Role.PLAIN
    text = [*spans((value.removesuffix("%"), role))]
    if cell.best:
        text += spans((" ★", Role.GOOD))
    if cell.remarks and row.comparable:
        reasons = remark_text(cell, tr)
        note = f"{wording.unit_name(cell.unit, tr)}: {reasons}"
        if note not in notes:
            notes.append(note)
        text += spans((" " + mark_text(notes.index(note) + 1), Role.WARNING))
    role = Role.BAR_PROGRESS if cell.like_for_like else Role.BAR_MUTED
    return tuple(text), Bar(share=cell.share, role=role)


def remark_text(cell: Cell, tr: Translator) -> str:
    """Why a cell is not like for like, in words."""
    observation = cell.observation
    assert observation is not None
    reasons: list[str] = []
    for remark in cell.remarks:
        match remark:
            case Remark.PERIOD:
                reasons.append(wording.other_period(observation, tr))
            case Remark.DEFINITION:
                reasons.append(wording.other_definition(cell.indicator, tr))
            case Remark.QUALIFIER if observation.qualifier is Qualifier.EXACT:
                reasons.append(tr.gettext("số in nguyên, đơn vị đối chiếu chỉ nêu ước lượng"))
            case Remark.QUALIFIER:
                reasons.append(wording.not_exact(observation.qualifier, tr))
            case Remark.STALE:
                reasons.append(wording.stale(tr))
            case Remark.RATE:
                reasons.append(wording.rate_disagreement(observation, tr))
    return "; ".join(reasons)


def _link(row: ComparedRow) -> Link | None:
    for cell in row.cells:
        if cell.observation is not None:
            return cells.figure_link(cell.indicator, cell.observation, str(cell.unit.key))
    return None


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
    """The reference beside the next unit, in words: "… cao hơn … 9,85 điểm %; kỳ khác nhau"."""
    filled = [cell for cell in row.cells if cell.observation is not None]
    if len(filled) < 2 or row.reference is None:
        return ""
    first = row.cells[row.reference]
    second = next(cell for cell in filled if cell is not first)
    assert first.observation is not None and second.observation is not None
    why = []
    if Remark.PERIOD in second.remarks:
        why.append(tr.gettext("kỳ số liệu khác nhau"))
    if Remark.DEFINITION in second.remarks:
        why.append(tr.gettext("định nghĩa khác nhau"))
    if Remark.QUALIFIER in second.remarks:
        why.append(tr.gettext("mức chắc chắn khác nhau"))
    gap = wording.difference(
        first.observation.value, second.observation.value, row.indicator, tr, why
    )
    return tr.gettext("{indicator}: {first} {gap} (so với {second}).").format(
        indicator=cells.indicator_short(row.indicator, tr),
        first=wording.unit_name(first.unit, tr),
        second=wording.unit_name(second.unit, tr),
        gap=gap,
    )
