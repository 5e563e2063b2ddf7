"""The smallest even raise that reaches a rank, or why it cannot be told."""

from __future__ import annotations

from briefing import formatting
from briefing.domain.even_raise import EvenRaise, Reach
from briefing.domain.totals import Between, steps
from briefing.language import Translator
from briefing.pages.blocks import Paragraph
from briefing.pages.line import Role, spans
from briefing.pages.what_if_words import (
    index_text,
    mark_text,
    part_name,
    raise_text,
    total_points_text,
)


def even_raise_lines(even: EvenRaise, tr: Translator) -> list[Paragraph]:
    """The answer in a line or two: by how much, to which total, and what is not known."""
    rank = formatting.ratio(even.rank, even.outcome.totals.universe, tr)
    lines = [_answer(even, rank, tr)]
    if even.reach in (Reach.REACHES, Reach.OUT_OF_REACH) and not even.is_exact:
        lines.append((_perhaps(even, rank, tr), Role.WARNING))
    if even.reach is Reach.OUT_OF_REACH and even.mark is not None:
        text = tr.gettext("Mức phải đạt: tổng của {mark}; bằng thì cùng hạng.")
        lines.append((text.format(mark=mark_text(even.mark, tr)), Role.PLAIN))
    if even.reach is Reach.REACHES and even.capped:
        names = ", ".join(part_name(part, tr) for part in even.capped)
        text = tr.ngettext(
            "{indexes} lên đến mức cao nhất là 1 nên được nâng ít hơn.",
            "{indexes} lên đến mức cao nhất là 1 nên được nâng ít hơn.",
            len(even.capped),
        )
        lines.append((text.format(indexes=names), Role.PLAIN))
    return [Paragraph(spans=spans(line), hang=2) for line in lines]


def _answer(even: EvenRaise, rank: str, tr: Translator) -> tuple[str, Role]:
    raised = _raised(even, tr)
    match even.reach:
        case Reach.ALREADY:
            text = tr.gettext("✔ Không cần nâng: đã ở hạng {rank} hoặc cao hơn.")
            return text.format(rank=rank), Role.GOOD
        case Reach.REACHES:
            assert even.by is not None
            text = tr.gettext("Để chắc chắn đạt hạng {rank}: nâng {raised} thêm {by}.")
            by = index_text(even.by, tr)
            if even.is_exact:
                text = tr.gettext("Để đạt hạng {rank}: nâng {raised} thêm {by}.")
            return text.format(rank=rank, raised=raised, by=by), Role.STRONG
        case Reach.OUT_OF_REACH:
            text = tr.gettext(
                "✘ Không chắc đạt được hạng {rank}: nâng {raised} đến mức cao nhất, tổng mới là "
                "{highest}."
            )
            if even.is_ruled_out:
                text = tr.gettext(
                    "✘ Không thể đạt hạng {rank}: nâng {raised} đến mức cao nhất, tổng mới chỉ là "
                    "{highest}."
                )
            said = text.format(rank=rank, raised=raised, highest=index_text(even.highest, tr))
            return said, Role.BAD
        case Reach.NO_TOTALS:
            text = tr.gettext(
                "◇ Không biết được mức nâng để đạt hạng {rank}: chưa công bố tổng nào ở hạng này "
                "hoặc cao hơn."
            )
            return text.format(rank=rank), Role.WARNING
        case Reach.NO_VALUES:
            return _without_values(even, rank, tr), Role.WARNING


def _raised(even: EvenRaise, tr: Translator) -> str:
    """What is raised: "đều cả 8 chỉ số chính", "đều Nhận thức số, Thể chế số"."""
    if len(even.raised) == len(even.outcome.rows):
        text = tr.gettext("đều cả {count} chỉ số chính")
        return text.format(count=len(even.raised))
    names = ", ".join(part_name(part, tr) for part in even.raised)
    if len(even.raised) == 1:
        return names
    return tr.gettext("đều {indexes}").format(indexes=names)


def _perhaps(even: EvenRaise, rank: str, tr: Translator) -> str:
    """From which raise on the rank is possible though not sure."""
    least = index_text(even.possible_from, tr)
    if even.possible_by is None:
        text = tr.gettext("◇ Dưới tổng {total} thì chắc chắn chưa đạt hạng {rank}.")
        return text.format(total=least, rank=rank)
    if even.possible_by == 0:
        text = tr.gettext(
            "◇ Có thể đã đạt mà không cần nâng: với tổng từ {total} thì chưa loại trừ được."
        )
        return text.format(total=least)
    text = tr.gettext(
        "◇ Có thể chỉ cần từ {by} (tổng {total}): giữa hai mức đó không có tổng nào được công bố."
    )
    if even.between:
        text = tr.gettext(
            "◇ Có thể chỉ cần từ {by} (tổng {total}): với các tổng giữa hai mức đó chưa chắc hạng."
        )
    return text.format(by=raise_text(even.possible_by, tr), total=least)


def _without_values(even: EvenRaise, rank: str, tr: Translator) -> str:
    """Which total is needed, and how far it is at least, where indexes are not known."""
    if even.mark is None:
        return tr.gettext(
            "◇ Chưa tính được mức nâng để đạt hạng {rank}: thiếu giá trị chỉ số chính và tổng công "
            "bố."
        ).format(rank=rank)
    exact = steps(even.mark.total) == steps(even.possible_from)
    if exact:
        text = tr.gettext(
            "◇ Chưa tính được mức nâng để đạt hạng {rank}: thiếu giá trị chỉ số chính. Tổng phải "
            "đạt: {mark}."
        )
    else:
        text = tr.gettext(
            "◇ Chưa tính được mức nâng để đạt hạng {rank}: thiếu giá trị chỉ số chính. Tổng phải "
            "đạt để chắc chắn: {mark}; từ {total} trở lên thì chưa loại trừ được."
        )
    said = text.format(
        rank=rank, mark=mark_text(even.mark, tr), total=index_text(even.possible_from, tr)
    )
    now = even.outcome.after
    short = Between(even.mark.total - now.high, even.mark.total - now.low)
    if short.low <= 0:
        return said
    more = (
        tr.gettext("Còn thiếu {points} điểm.")
        if exact
        else tr.gettext("Để chắc chắn còn thiếu {points} điểm.")
    )
    return f"{said} {more.format(points=total_points_text(short, even.outcome.framework, tr))}"
