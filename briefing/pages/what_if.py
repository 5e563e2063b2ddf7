"""What a change of some indexes would do: the answer first, then every index. An assumption."""

from __future__ import annotations

from datetime import date

from briefing import formatting, wording
from briefing.domain.assumed_indexes import Row as Index
from briefing.domain.editions import Period
from briefing.domain.even_raise import EvenRaise
from briefing.domain.model import Unit
from briefing.domain.what_if import WhatIf
from briefing.language import Translator
from briefing.pages.blocks import Align, Bar, Block, Cell, Column, Page, Paragraph, Row, Table
from briefing.pages.even_raise import even_raise_lines
from briefing.pages.line import Link, LinkKind, Role, spans
from briefing.pages.what_if_answer import answer_lines
from briefing.pages.what_if_words import gained_text, index_text, part_name, raise_text


def what_if_page(
    outcome: WhatIf,
    unit: Unit,
    period: Period,
    published_on: date | None,
    tr: Translator,
    even: EvenRaise | None = None,
    *,
    as_of: date | None = None,
) -> Page:
    """The page: rank, total and points before and after, why, what is assumed, each index.

    ``as_of`` is the day in view: a unit that had ended by then is told to have.
    """
    blocks: list[Block] = [] if even is None else [*even_raise_lines(even, tr)]
    blocks += answer_lines(outcome, tr)
    blocks.append(_assumed(period, published_on, tr))
    if as_of is not None and unit.valid_to is not None and unit.valid_to < as_of:
        text = tr.gettext("Kết quả là của đơn vị có đến hết {day}, trước khi sắp xếp lại.")
        said = text.format(day=formatting.date_text(unit.valid_to, tr))
        blocks.append(Paragraph(spans=spans((said, Role.MUTED)), hang=2))
    blocks.append(index_table(outcome, tr))
    return Page(
        title=wording.unit_title(unit, tr),
        subtitle=subtitle(outcome, period, tr),
        blocks=tuple(blocks),
    )


def subtitle(outcome: WhatIf, period: Period, tr: Translator) -> str:
    """What is assumed on what: "Giả định · bộ chỉ số 2022 · kết quả năm 2022"."""
    framework = wording.framework_name(outcome.framework, tr)
    results = tr.gettext("kết quả {period}").format(period=formatting.period(*period, tr))
    return " · ".join((tr.gettext("Giả định"), framework, results))


def _assumed(period: Period, published_on: date | None, tr: Translator) -> Paragraph:
    results = tr.gettext("kết quả {period}").format(period=formatting.period(*period, tr))
    if published_on is not None:
        results = tr.gettext("{results} đã công bố đến {day}").format(
            results=results, day=formatting.date_text(published_on, tr)
        )
    text = tr.gettext(
        "Đây là giả định, không phải số liệu và không được lưu. Coi các đơn vị khác giữ nguyên "
        "{results}."
    )
    return Paragraph(spans=spans((text.format(results=results), Role.MUTED)), hang=2)


def index_table(outcome: WhatIf, tr: Translator) -> Table:
    """Every main index before and after, and what the change brings, in points of the total."""
    columns = (
        Column(title=tr.gettext("Chỉ số chính"), flex=True, least=16, comfort=24, most=34),
        Column(title="", fixed=10, priority=3, twin=False),
        Column(title=tr.gettext("công bố"), align=Align.DECIMAL),
        Column(title="", twin=False, gap=1),
        Column(title=tr.gettext("giả định"), align=Align.DECIMAL),
        Column(title=tr.gettext("nâng"), align=Align.DECIMAL, priority=5),
        Column(title=tr.gettext("điểm"), align=Align.DECIMAL),
        Column(title=tr.gettext("tối đa"), align=Align.RIGHT, priority=2),
        Column(title=tr.gettext("lưu ý"), flex=True, least=10, comfort=16, most=40, priority=1),
    )
    rows = tuple(_index_row(row, tr) for row in outcome.rows)
    ticked = any(row.changed and row.before is not None for row in outcome.rows)
    legend = tr.gettext("Trong thanh, ┃ là giá trị công bố.") if ticked else ""
    return Table(columns=columns, rows=rows, show_titles=True, legend=legend)


def _index_row(row: Index, tr: Translator) -> Row:
    """A stop for the cursor where indexes are filled in; nothing opens behind it."""
    changed = row.changed
    blank: Cell = ()
    by = None
    if row.before is not None and row.after is not None and changed:
        by = row.after - row.before
    gained: Cell = blank
    if row.points is not None and changed:
        gained = spans((gained_text(row.points, tr), Role.GOOD if row.points > 0 else Role.BAD))
    cells: tuple[Cell, ...] = (
        spans((part_name(row.part, tr), Role.STRONG if changed else Role.PLAIN)),
        Bar(share=row.after, tick=row.before if changed else None, role=Role.BAR_PROGRESS),
        spans((index_text(row.before, tr), Role.MUTED if changed else Role.PLAIN)),
        spans(("→", Role.MUTED)) if changed else blank,
        spans((index_text(row.after, tr), Role.STRONG)) if changed else blank,
        spans(raise_text(by, tr)) if by is not None else blank,
        gained,
        spans((formatting.number(row.part.max_points or 0, tr), Role.MUTED)),
        spans((_remark(row, tr), Role.MUTED)),
    )
    return Row(cells=cells, link=Link(LinkKind.ACTION, row.part.id))


def _remark(row: Index, tr: Translator) -> str:
    """What there is to say of an index: assumed, at its end, unknown."""
    if row.capped:
        return tr.gettext("đến mức cao nhất") if row.after == 1 else tr.gettext("đến mức thấp nhất")
    if row.assumed:
        return tr.gettext("giá trị giả định")
    if row.before is None and row.changed:
        return tr.gettext("coi như chưa chạm 1")
    return tr.gettext("chưa công bố") if row.before is None else ""
