"""Who works on a main index: in its row, and the open tasks one by one."""

from __future__ import annotations

from collections.abc import Sequence

from briefing import statuses, wording
from briefing.domain.index_standings import IndexStanding
from briefing.domain.profile import Profile
from briefing.domain.standing import TaskStanding, TaskStatus
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Align, Block, Cell, Column, Row, Table
from briefing.pages.line import Role, Span, spans
from briefing.pages.profile_words import (
    index_name,
    points,
)


def work_cell(index: IndexStanding, profile: Profile, tr: Translator) -> Cell:
    """How many open tasks, how many of them late, and who leads them."""
    count = len(index.tasks)
    if not count:
        text = tr.gettext("✘ chưa có việc mở")
        return spans((text, Role.WARNING)) if profile.knows_work else ()
    words = tr.ngettext("{count} việc", "{count} việc", count).format(count=count)
    made = [Span(words, Role.PLAIN, whole=True)]
    if index.late:
        glyph = statuses.mark(TaskStatus.OVERDUE).glyph
        late = tr.gettext("{count} quá hạn").format(count=index.late)
        made += spans(", ", Span(f"{glyph} {late}", Role.BAD, whole=True))
    leads = dict.fromkeys(cells.task_lead(task, profile.briefing, tr) for task in index.tasks)
    named = ", ".join(name for name in leads if name)
    who = named or tr.gettext("chưa rõ chủ trì")
    made += spans((f" · {who}", Role.MUTED))
    return tuple(made)


def work_tables(profile: Profile, tr: Translator) -> list[Block]:
    """The open tasks of each index in the order of points lost, then those for the whole."""
    blocks: list[Block] = []
    for index in profile.indexes:
        if index.tasks:
            aside = ""
            if index.lost is not None:
                aside = tr.gettext("mất {points} điểm").format(points=points(index.lost, tr))
            blocks.append(_tasks(index_name(index, tr), aside, index.tasks, profile, tr))
    if profile.general:
        name = tr.gettext("Việc cho thứ hạng, điểm chung của cả bộ chỉ số")
        blocks.append(_tasks(name, "", profile.general, profile, tr))
    return blocks


def _tasks(
    name: str, aside: str, tasks: Sequence[TaskStanding], profile: Profile, tr: Translator
) -> Table:
    columns = (
        Column(title=""),
        Column(title=tr.gettext("Nhiệm vụ"), flex=True, least=26, comfort=40, most=80, wrap=3),
        Column(title=tr.gettext("Chủ trì"), flex=True, least=12, most=28, wrap=3),
        Column(title=tr.gettext("Tình trạng"), align=Align.RIGHT, most=26),
    )
    return Table(
        heading=name,
        aside=aside,
        columns=columns,
        rows=tuple(_task(task, profile, tr) for task in tasks),
    )


def _task(standing: TaskStanding, profile: Profile, tr: Translator) -> Row:
    role = cells.role_of(standing.status)
    lead = cells.task_lead(standing, profile.briefing, tr)
    return Row(
        cells=(
            cells.glyph(standing.status),
            spans(cells.task_title(standing, tr)),
            spans((lead or tr.gettext("chưa rõ chủ trì"), Role.MUTED)),
            spans((wording.lateness(standing, tr), role)),
        ),
        link=cells.task_link(standing)._replace(unit=str(profile.unit.key)),
    )
