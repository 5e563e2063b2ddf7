"""The first lines of a profile: which rank, how many points lost and where, who works on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefing import formatting, wording
from briefing.domain.profile import Profile
from briefing.domain.standing import TaskStatus
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Block, Paragraph
from briefing.pages.line import Role, Span, spans
from briefing.pages.profile_beside import distance
from briefing.pages.profile_known import coverage, notes
from briefing.pages.profile_rank import former_line, outside_line, rank_line
from briefing.pages.profile_words import (
    index_name,
    points,
)

MOST_NAMED = 3
"""Indexes named in the line of points lost, and leads in that of late tasks."""


def answer_lines(profile: Profile, tr: Translator) -> list[Block]:
    """The answer to "which rank, why, and what is being done", a line each."""
    if profile.former is not None:
        return [former_line(profile, profile.former, tr)]
    if not profile.in_universe:
        return [outside_line(profile, tr)]
    lines = [rank_line(profile, tr), *_lost(profile, tr)]
    lines += [*_work(profile, tr), *distance(profile, tr), *coverage(profile, tr)]
    return [*lines, *notes(profile, tr)]


def _lost(profile: Profile, tr: Translator) -> list[Block]:
    """ "Mất 307,6 trên 1.000 điểm; lấy lại được nhiều nhất: Hoạt động xã hội số 105,8 …"."""
    assert profile.now is not None
    known = [index for index in profile.indexes if index.lost is not None]
    if not known:
        if all(index.part.max_points is None for index in profile.indexes):
            text = tr.gettext(
                "{framework}: chưa rõ điểm tối đa từng chỉ số, nên chưa tính được điểm mất."
            ).format(framework=wording.framework_name(profile.now.framework, tr, first=True))
        else:
            text = tr.gettext(
                "{framework}: chưa công bố giá trị chỉ số chính của đơn vị này, chưa tính được "
                "điểm mất."
            ).format(framework=wording.framework_name(profile.now.framework, tr, first=True))
        return [Paragraph(spans=spans((text, Role.WARNING)), hang=2)]
    lost = points(profile.lost or 0, tr)
    rolled = profile.rolled
    covered = rolled.covered if rolled is not None else profile.now.framework.total
    text = tr.gettext("Mất {lost} trên {total} điểm").format(
        lost=lost, total=formatting.number(covered, tr)
    )
    by = tr.gettext("của {framework}").format(
        framework=wording.framework_name(profile.now.framework, tr)
    )
    made = [Span(text, Role.STRONG, whole=True), *spans(f" {by}")]
    first = ", ".join(
        f"{index_name(index, tr)} {points(index.lost or 0, tr)}"
        for index in known[:MOST_NAMED]
        if index.lost
    )
    if first:
        more = tr.gettext("lấy lại được nhiều nhất ở {indexes}").format(indexes=first)
        made += spans("; ", more)
    return [Paragraph(spans=tuple(made), hang=2)]


def _work(profile: Profile, tr: Translator) -> list[Block]:
    """Late tasks and indexes that nobody works on."""
    if not profile.knows_work:
        text = tr.gettext(
            "Dữ liệu chưa có kế hoạch, nhiệm vụ nào của đơn vị này: chưa biết ai làm gì."
        )
        return [Paragraph(spans=spans((text, Role.MUTED)), hang=2)]
    lines: list[Block] = []
    late = profile.late
    if late:
        leads = _names((cells.task_lead(task, profile.briefing, tr) for task in late), tr)
        text = tr.ngettext("{count} việc quá hạn", "{count} việc quá hạn", len(late))
        made = [*cells.status(TaskStatus.OVERDUE, tr, text.format(count=len(late)))]
        if leads:
            made += spans((": " + leads, Role.PLAIN))
        lines.append(Paragraph(spans=tuple(made), hang=2))
    idle = profile.idle
    if idle and len(idle) == len(profile.indexes):
        text = tr.ngettext(
            "Chưa chỉ số nào trong {count} chỉ số chính có nhiệm vụ đang mở",
            "Chưa chỉ số nào trong {count} chỉ số chính có nhiệm vụ đang mở",
            len(idle),
        ).format(count=len(idle))
        lines.append(Paragraph(spans=spans((f"✘ {text}", Role.WARNING)), hang=2))
    elif idle:
        names = ", ".join(index_name(index, tr) for index in idle)
        text = tr.gettext("Chưa có nhiệm vụ đang mở: {indexes}").format(indexes=names)
        lines.append(Paragraph(spans=spans((f"✘ {text}", Role.WARNING)), hang=2))
    return lines


def _names(names: Iterable[str], tr: Translator) -> str:
    """Who leads, those of most tasks first; beyond a few only how many more there are."""
    found = [name for name, _ in Counter(name for name in names if name).most_common()]
    said, more = ", ".join(found[:MOST_NAMED]), len(found) - MOST_NAMED
    if more <= 0:
        return said
    text = tr.ngettext("{names} và {count} đầu mối khác", "{names} và {count} đầu mối khác", more)
    return text.format(names=said, count=more)
