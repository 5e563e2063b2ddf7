"""The answer of a what-if: rank, total and points before and after, and why no more is known."""

from __future__ import annotations

from briefing import formatting
from briefing.domain.totals import ANY
from briefing.domain.what_if import WhatIf
from briefing.language import Translator
from briefing.pages.blocks import Paragraph
from briefing.pages.line import Role, Span, spans
from briefing.pages.what_if_words import (
    gained_text,
    index_text,
    mark_text,
    part_name,
    rank_text,
    total_points_text,
    total_text,
)


def answer_lines(outcome: WhatIf, tr: Translator) -> list[Paragraph]:
    """Rank, total and points before and after, and why the rank is no more exact."""
    lines = [_rank(outcome, tr), _total(outcome, tr)]
    lines += [_line(text, role) for text, role in _reasons(outcome, tr)]
    return lines


def _rank(outcome: WhatIf, tr: Translator) -> Paragraph:
    before, after = outcome.rank_before, outcome.rank_after
    if before == after:
        made = [Span(_capital(rank_text(after, tr)), Role.STRONG, whole=True)]
        changed = any(row.changed for row in outcome.rows)
        if not changed and outcome.totals.own_rank is not None:
            made += spans("  ", (tr.gettext("theo công bố"), Role.MUTED))
        return Paragraph(spans=tuple(made), hang=2)
    made = [*spans((_capital(rank_text(before, tr)), Role.PLAIN))]
    made += spans((" → ", Role.MUTED), Span(rank_text(after, tr), Role.STRONG, whole=True))
    if before.is_exact and after.is_exact:
        steps = before.best - after.best
        glyph, role = ("↑", Role.GOOD) if steps > 0 else ("↓", Role.BAD)
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
    """Why only an interval of ranks is known: the total is one, or no totals lie around it."""
    above, below = outcome.above, outcome.below
    if outcome.within:
        return f"◇ {_open_total(outcome, tr)}"
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


def _open_total(outcome: WhatIf, tr: Translator) -> str:
    """Which published totals lie where the new one may lie."""
    best, worst = outcome.within[0], outcome.within[-1]
    if best is worst:
        return tr.gettext(
            "Tổng mới chỉ biết là một khoảng, trong đó có tổng của {unit}: hạng cũng là khoảng."
        ).format(unit=mark_text(best, tr))
    count = len(outcome.within)
    return tr.ngettext(
        "Tổng mới chỉ biết là một khoảng, trong đó có {count} tổng đã công bố: {best} đến {worst}.",
        "Tổng mới chỉ biết là một khoảng, trong đó có {count} tổng đã công bố: {best} đến {worst}.",
        count,
    ).format(count=count, best=mark_text(best, tr), worst=mark_text(worst, tr))


def _neighbours(outcome: WhatIf, tr: Translator) -> str:
    """Between which published totals the new one comes."""
    above, below = outcome.above, outcome.below
    if below is not None and below.total == outcome.after.low:
        if not outcome.after.is_exact:
            return tr.gettext("Không dưới {below}.").format(below=mark_text(below, tr))
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


def _line(text: str, role: Role) -> Paragraph:
    return Paragraph(spans=spans((text, role)), hang=2)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
