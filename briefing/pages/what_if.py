"""What a change of some indexes would do: the answer first, then every index. An assumption."""

from __future__ import annotations

from datetime import date

from briefing import formatting, wording
from briefing.domain.even_raise import EvenRaise
from briefing.domain.model import Unit
from briefing.domain.published_totals import ANY
from briefing.domain.ranking import Period
from briefing.domain.what_if import Row as Index
from briefing.domain.what_if import WhatIf
from briefing.language import Translator
from briefing.pages.blocks import Align, Bar, Block, Cell, Column, Page, Paragraph, Row, Table
from briefing.pages.even_raise import even_raise_lines
from briefing.pages.line import Link, LinkKind, Role, Span, spans
from briefing.pages.what_if_words import (
    gained_text,
    index_text,
    mark_text,
    part_name,
    raise_text,
    rank_text,
    total_points_text,
    total_text,
)


def what_if_page(
    outcome: WhatIf,
    unit: Unit,
    period: Period,
    published_on: date | None,
    tr: Translator,
    even: EvenRaise | None = None,
) -> Page:
    """The page: rank, total and points before and after, why, what is assumed, each index."""
    blocks: list[Block] = [] if even is None else [*even_raise_lines(even, tr)]
    blocks += answer_lines(outcome, tr)
    blocks.append(_assumed(period, published_on, tr))
    blocks.append(index_table(outcome, tr))
    return Page(
        title=wording.unit_title(unit, tr),
        subtitle=subtitle(outcome, period, tr),
        blocks=tuple(blocks),
    )


def subtitle(outcome: WhatIf, period: Period, tr: Translator) -> str:
    """What is assumed on what: "Giả định · DTI 2022 · kết quả năm 2022"."""
    framework = tr.pick(outcome.framework.short, outcome.framework.short_en)
    results = tr.gettext("kết quả {period}").format(period=formatting.period(*period, tr))
    return " · ".join((tr.gettext("Giả định"), framework, results))


def answer_lines(outcome: WhatIf, tr: Translator) -> list[Paragraph]:
    """Rank, total and points before and after, and why the rank is no more exact."""
    lines = [_rank(outcome, tr), _total(outcome, tr)]
    lines += [_line(text, role) for text, role in _reasons(outcome, tr)]
    return lines


def _rank(outcome: WhatIf, tr: Translator) -> Paragraph:
    before, after = outcome.rank_before, outcome.rank_after
    if before == after:
        made = [Span(_capital(rank_text(after, tr)), Role.STRONG, whole=True)]
        if outcome.before == outcome.after and outcome.totals.own_rank is not None:
            made += spans("  ", (tr.gettext("theo công bố"), Role.MUTED))
        return Paragraph(spans=tuple(made), hang=2)
    made = [*spans((_capital(rank_text(before, tr)), Role.PLAIN))]
    made += spans((" → ", Role.MUTED), Span(rank_text(after, tr), Role.STRONG, whole=True))
    if before.is_exact and after.is_exact:
        steps = before.best - after.best
        glyph, role = ("▲", Role.GOOD) if steps > 0 else ("▼", Role.BAD)
        form = (
            tr.ngettext("lên {count} bậc", "lên {count} bậc", steps)
            if steps > 0
            else tr.ngettext("xuống {count} bậc", "xuống {count} bậc", -steps)
        )
        made += spans(("  ", Role.PLAIN), (f"{glyph} {form.format(count=abs(steps))}", role))
    return Paragraph(spans=tuple(made), hang=2)


def _total(outcome: WhatIf, tr: Translator) -> Paragraph:
    """ "Tổng 0,6924 → 0,7024 · 692,4 → 702,4 trên 1.000 điểm  +10,0"; open ends without points."""
    framework, before, after = outcome.framework, outcome.before, outcome.after
    exact = before.is_exact and after.is_exact
    total, points = total_text(after, tr), total_points_text(after, framework, tr)
    if before != after:
        total = f"{total_text(before, tr)} → {total}"
        points = f"{total_points_text(before, framework, tr)} → {points}"
    whole = formatting.number(framework.total, tr)
    words = tr.gettext("Tổng {total} · {points} trên {whole} điểm")
    if not exact:
        words = tr.gettext("Tổng {total}")
    made = spans(words.format(total=total, points=points, whole=whole))
    if before != after and outcome.gain is not None and outcome.gain.is_exact:
        gained = outcome.gain.low * framework.total
        text = gained_text(gained, tr)
        if not exact:
            text = tr.gettext("{points} điểm").format(points=text)
        made += spans("  ", (text, Role.GOOD if gained > 0 else Role.BAD))
    return Paragraph(spans=made, hang=2)


def _reasons(outcome: WhatIf, tr: Translator) -> list[tuple[str, Role]]:
    """What the answer rests on, and what keeps it open."""
    said: list[tuple[str, Role]] = []
    if not outcome.totals.marks:
        text = tr.gettext("Kỳ này chưa công bố tổng chính xác của đơn vị nào: không suy được hạng.")
        said.append((text, Role.WARNING))
    elif not outcome.rank_after.is_exact:
        said.append((_open_rank(outcome, tr), Role.WARNING))
    elif outcome.before != outcome.after:
        said.append((_neighbours(outcome, tr), Role.PLAIN))
    if outcome.missing and outcome.without_values:
        text = tr.gettext(
            "Chưa công bố chỉ số chính nào: giả định đủ {count} thì tính được tổng."
        ).format(count=len(outcome.rows))
        said.append((f"◇ {text}", Role.WARNING))
    elif outcome.missing:
        names = ", ".join(part_name(part, tr) for part in outcome.missing)
        text = tr.gettext("Chưa có giá trị, để ngỏ từ 0 đến 1: {indexes}.").format(indexes=names)
        said.append((f"◇ {text}", Role.WARNING))
    own = outcome.totals.own_between()
    if outcome.missing and not outcome.published and own != ANY:
        text = tr.gettext(
            "Tổng không công bố; hạng {rank} cho biết nó từ {low} đến {high}."
        ).format(
            rank=outcome.totals.own_rank,
            low=index_text(own.low, tr),
            high=index_text(own.high, tr),
        )
        said.append((text, Role.MUTED))
    if outcome.contradicts:
        text = tr.gettext(
            "Các chỉ số cộng lại là {sum}, khác tổng công bố {total}; phần thêm được cộng vào "
            "tổng công bố."
        ).format(sum=index_text(outcome.rolled_up, tr), total=index_text(outcome.before.low, tr))
        said.append((f"◇ {text}", Role.WARNING))
    return said


def _open_rank(outcome: WhatIf, tr: Translator) -> str:
    """Why only an interval of ranks is known: no totals between two published ones."""
    above, below = outcome.above, outcome.below
    if above is not None and below is not None:
        text = tr.gettext(
            "Chỉ biết khoảng hạng: giữa {above} và {below} không có tổng nào được công bố."
        ).format(above=mark_text(above, tr), below=mark_text(below, tr))
    elif above is not None:
        text = tr.gettext(
            "Chỉ biết khoảng hạng: dưới {above} không có tổng nào được công bố."
        ).format(above=mark_text(above, tr))
    elif below is not None:
        text = tr.gettext(
            "Chỉ biết khoảng hạng: trên {below} không có tổng nào được công bố."
        ).format(below=mark_text(below, tr))
    else:
        text = tr.gettext("Chỉ biết khoảng hạng: không có tổng nào khác được công bố.")
    return f"◇ {text}"


def _neighbours(outcome: WhatIf, tr: Translator) -> str:
    """Between which published totals the new one comes."""
    above, below = outcome.above, outcome.below
    if below is not None and below.total == outcome.after.low:
        return tr.gettext("Bằng tổng của {unit}: cùng hạng.").format(unit=mark_text(below, tr))
    if above is not None and below is not None:
        return tr.gettext("Dưới {above}, trên {below}.").format(
            above=mark_text(above, tr), below=mark_text(below, tr)
        )
    if above is not None:
        return tr.gettext("Dưới {above}.").format(above=mark_text(above, tr))
    if below is not None:
        return tr.gettext("Trên {below}.").format(below=mark_text(below, tr))
    return tr.gettext("Không đơn vị nào khác có tổng được công bố.")


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
    return Table(columns=columns, rows=rows, show_titles=True)


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


def _line(text: str, role: Role) -> Paragraph:
    return Paragraph(spans=spans((text, role)), hang=2)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
