"""Open tasks against plan targets, late first, grouped the way the meeting asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from briefing import formatting, statuses, wording
from briefing.domain.spelling import sort_key
from briefing.domain.standing import Briefing, TargetStanding, TaskStanding, TaskStatus
from briefing.domain.value import value
from briefing.language import N_, Translator
from briefing.pages import cells, given
from briefing.pages.blocks import Align, Block, Cell, Column, Page, Paragraph, Row, Table, quiet
from briefing.pages.difficulties import difficulties_table
from briefing.pages.line import Link, LinkKind, Role, Span, spans
from briefing.pages.lineage import notice
from briefing.wording.lineage import title_of


class Grouping(StrEnum):
    """How tasks are grouped; the order in which the key goes through them."""

    TARGET = "target"
    LEAD = "lead"
    PILLAR = "pillar"
    DOCUMENT = "document"
    WEEK = "week"


GROUPING_NAMES = {
    Grouping.TARGET: N_("theo chỉ tiêu"),
    Grouping.LEAD: N_("theo cơ quan chủ trì"),
    Grouping.PILLAR: N_("theo trụ cột"),
    Grouping.DOCUMENT: N_("theo văn bản"),
    Grouping.WEEK: N_("theo tuần đến hạn"),
}

COUNTED: tuple[tuple[TaskStatus, str], ...] = (
    (TaskStatus.OVERDUE, N_("{count} quá hạn")),
    (TaskStatus.DUE_SOON, N_("{count} sắp đến hạn")),
    (TaskStatus.AWAITING, N_("{count} chờ xác nhận")),
    (TaskStatus.IN_TERM, N_("{count} trong hạn")),
    (TaskStatus.OPEN_ENDED, N_("{count} không thời hạn")),
    (TaskStatus.PAUSED, N_("{count} tạm dừng")),
)
DONE = (TaskStatus.DONE_ON_TIME, TaskStatus.DONE_LATE, TaskStatus.DONE)


@value
class _Group:
    name: str
    order: tuple[object, ...]
    tasks: tuple[TaskStanding, ...]


def urgency(standing: TaskStanding) -> tuple[int, int, object]:
    """Late first: by the status table, then by days (most late, then nearest), then by title."""
    days = standing.days if standing.days is not None else -(10**9)
    return statuses.severity(standing.status), -days, sort_key(standing.task.title)


def tasks_page(briefing: Briefing, tr: Translator, grouping: Grouping = Grouping.TARGET) -> Page:
    """The open tasks of one unit on one day; what is done stands last."""
    ordered = sorted(briefing.tasks, key=urgency)
    open_tasks = [task for task in ordered if task.status.is_open]
    closed = [task for task in ordered if not task.status.is_open]
    blocks: list[Block] = [*notice(briefing.lineage, tr), *_counts(briefing, tr)]
    if grouping is Grouping.TARGET:
        blocks.extend(_by_target(briefing, open_tasks, tr))
    else:
        for group in _groups(briefing, open_tasks, grouping, tr):
            blocks.append(_table(group.name, group.tasks, briefing, tr))
    if not ordered:
        text = tr.gettext("Đến {day} chưa có nhiệm vụ nào của đơn vị này.")
        blocks.append(quiet(text.format(day=formatting.date_text(briefing.known_on, tr))))
    elif not open_tasks:
        blocks.append(quiet(tr.gettext("Không có nhiệm vụ đang mở.")))
    if closed:
        blocks.append(_table(tr.gettext("Đã kết thúc"), closed, briefing, tr))
    if briefing.difficulties:
        blocks.append(difficulties_table(briefing.difficulties, briefing, tr))
    return Page(
        title=title_of(briefing.unit, briefing.lineage, tr),
        subtitle=tr.gettext(GROUPING_NAMES[grouping]),
        blocks=tuple(blocks),
    )


def _counts(briefing: Briefing, tr: Translator) -> list[Block]:
    made: list[Span] = []
    for status, text in COUNTED:
        count = sum(1 for task in briefing.tasks if task.status is status)
        if count:
            words = tr.gettext(text).format(count=count)
            told = f"{statuses.mark(status).glyph} {words}"
            made += spans(Span(told, cells.role_of(status), whole=True), "   ")
    done = sum(1 for task in briefing.tasks if task.status in DONE)
    if done:
        text = tr.gettext("{count} đã hoàn thành").format(count=done)
        told = f"{statuses.mark(TaskStatus.DONE).glyph} {text}"
        made += spans(Span(told, Role.GOOD, whole=True), "   ")
    return [Paragraph(spans=tuple(made))] if made else []


def _by_target(
    briefing: Briefing, open_tasks: Iterable[TaskStanding], tr: Translator
) -> list[Block]:
    open_tasks = tuple(open_tasks)
    blocks: list[Block] = []
    served: set[str] = set()
    for target in briefing.targets:
        serving = tuple(task for task in open_tasks if target.target.id in task.task.targets)
        if serving:
            served.update(task.task.id for task in serving)
            blocks.append(_target_table(target, serving, briefing, tr))
    loose = tuple(task for task in open_tasks if task.task.id not in served)
    if loose:
        blocks.append(_table(tr.gettext("Nhiệm vụ không gắn chỉ tiêu"), loose, briefing, tr))
    idle = [
        target
        for target in briefing.targets
        if not any(target.target.id in task.task.targets for task in open_tasks)
    ]
    own = given.own(idle)
    if own:
        name = tr.gettext("Chỉ tiêu không có nhiệm vụ đang mở")
        blocks.append(_idle_targets(name, own, len(own), "", briefing, tr))
    for unit, shown, left in given.idle(idle, briefing, tr):
        name = tr.gettext("{heading}, không có nhiệm vụ đang mở").format(
            heading=given.heading(unit, tr)
        )
        count = sum(target.set_by == unit for target in idle)
        blocks.append(_idle_targets(name, shown, count, left, briefing, tr))
    return blocks


def _target_table(
    target: TargetStanding, tasks: tuple[TaskStanding, ...], briefing: Briefing, tr: Translator
) -> Table:
    heading = [
        *cells.target_status(target, tr),
        Span("  "),
        *given.title(target, tr, Role.HEADING),
        Span("  "),
        *_value_and_goal(target, tr),
    ]
    return Table(
        heading_spans=tuple(heading),
        heading_link=cells.target_link(target),
        columns=_columns(tr),
        rows=tuple(_task_row(task, briefing, tr) for task in tasks),
    )


def _value_and_goal(target: TargetStanding, tr: Translator) -> tuple[Span, ...]:
    goal = formatting.goal_short(target.goal, target.indicator, tr)
    if target.goal.value is not None:
        goal = tr.gettext("cần {goal}").format(goal=goal)
    if target.observation is None:
        return spans(Span(goal, Role.MUTED, whole=True))
    value = (span._replace(whole=True) for span in cells.judged_brief(target, tr))
    return (*value, *spans(Span(" · " + goal, Role.MUTED, whole=True)))


def _table(name: str, tasks: Iterable[TaskStanding], briefing: Briefing, tr: Translator) -> Table:
    tasks = tuple(tasks)
    aside = tr.ngettext("{count} nhiệm vụ", "{count} nhiệm vụ", len(tasks))
    return Table(
        heading=name,
        aside=aside.format(count=len(tasks)),
        columns=_columns(tr),
        rows=tuple(_task_row(task, briefing, tr) for task in tasks),
    )


def _columns(tr: Translator) -> tuple[Column, ...]:
    return (
        Column(title=""),
        Column(title=tr.gettext("Nhiệm vụ"), flex=True, least=26, comfort=40, most=70, wrap=3),
        Column(title=tr.gettext("Chủ trì"), flex=True, least=12, most=26, priority=1, wrap=3),
        Column(title=tr.gettext("Hạn"), flex=True, least=12, most=24, priority=2, wrap=3),
        Column(title=tr.gettext("Tình trạng"), align=Align.RIGHT, most=26),
        Column(title=tr.gettext("Văn bản"), priority=3, most=20),
        Column(title=tr.gettext("Nguồn"), priority=4, most=32),
    )


def _task_row(standing: TaskStanding, briefing: Briefing, tr: Translator) -> Row:
    task = standing.task
    role = cells.role_of(standing.status)
    return Row(
        cells=(
            cells.glyph(standing.status),
            spans(cells.task_title(standing, tr)),
            spans((cells.task_lead(standing, briefing, tr), Role.MUTED)),
            cells.task_due_both(standing, tr),
            spans((wording.lateness(standing, tr), role)),
            cells.document_cell(standing, briefing),
            cells.source_cell(task.source, task.paragraphs, briefing.sources, tr),
        ),
        link=cells.task_link(standing),
    )


def _idle_targets(
    name: str,
    targets: list[TargetStanding],
    count: int,
    left: str,
    briefing: Briefing,
    tr: Translator,
) -> Table:
    """Targets without an open task; ``left`` says how many of ``count`` are not listed."""
    aside = tr.ngettext("{count} chỉ tiêu", "{count} chỉ tiêu", count)
    columns = (
        Column(title=tr.gettext("Tình trạng"), most=30),
        Column(title=tr.gettext("Chỉ tiêu"), flex=True, least=24, comfort=40, most=60),
        Column(title=tr.gettext("Số liệu"), align=Align.DECIMAL, most=24),
        Column(title=tr.gettext("Mức đề ra"), priority=1, most=20),
        Column(title=tr.gettext("Hạn"), priority=2, most=14),
        Column(title=cells.due_as_written_title(tr), priority=5, most=28),
        Column(title=tr.gettext("Văn bản"), priority=3, most=20),
    )
    blank: tuple[Cell, ...] = ((),) * (len(columns) - 2)
    rest = Row(
        cells=((), spans((left, Role.MUTED)), *blank), link=Link(LinkKind.PILLAR, given.WHOLE)
    )
    return Table(
        heading=name,
        aside=aside.format(count=count),
        columns=columns,
        rows=(
            *(
                Row(
                    cells=(
                        cells.target_status(target, tr),
                        spans(cells.target_title(target, tr)),
                        cells.judged_brief(target, tr),
                        cells.goal_short(target, tr),
                        cells.due(target, tr),
                        cells.due_as_written(target, tr),
                        cells.document_cell(target, briefing),
                    ),
                    link=cells.target_link(target),
                )
                for target in targets
            ),
            *((rest,) if left else ()),
        ),
    )


def _groups(
    briefing: Briefing, tasks: list[TaskStanding], grouping: Grouping, tr: Translator
) -> list[_Group]:
    """Groups in the order of their most urgent task; weeks by date."""
    name_of = _namer(briefing, grouping, tr)
    members: dict[tuple[object, str], list[TaskStanding]] = {}
    for task in tasks:
        members.setdefault(name_of(task), []).append(task)
    groups = []
    for (order, name), found in members.items():
        first: tuple[object, ...] = (
            (order,) if grouping is Grouping.WEEK else (*urgency(found[0])[:2], sort_key(name))
        )
        groups.append(_Group(name, first, tuple(found)))
    groups.sort(key=lambda group: group.order)
    return groups


def _namer(
    briefing: Briefing, grouping: Grouping, tr: Translator
) -> Callable[[TaskStanding], tuple[object, str]]:
    def by_lead(task: TaskStanding) -> tuple[object, str]:
        name = cells.task_lead(task, briefing, tr)
        return "", name or tr.gettext("Chưa nêu cơ quan chủ trì")

    def by_pillar(task: TaskStanding) -> tuple[object, str]:
        pillar = task.task.pillar
        for standing in briefing.pillars:
            if standing.pillar is not None and standing.pillar.id == pillar:
                return "", tr.pick(standing.pillar.name, standing.pillar.name_en)
        return "", tr.gettext("Chung, không riêng trụ cột nào")

    def by_document(task: TaskStanding) -> tuple[object, str]:
        document = briefing.documents.get(task.plan.document or "")
        if document is None:
            return "", tr.pick(task.plan.title, task.plan.title_en)
        return "", wording.document_title(document, tr)

    def by_week(task: TaskStanding) -> tuple[object, str]:
        if task.due is None:
            return (9999, 99), tr.gettext("Không thời hạn")
        year, week, _ = task.due.isocalendar()
        monday = task.due.fromisocalendar(year, week, 1)
        sunday = task.due.fromisocalendar(year, week, 7)
        name = tr.gettext("Tuần {start} đến {end}").format(
            start=formatting.date_text(monday, tr), end=formatting.date_text(sunday, tr)
        )
        return (year, week), name

    return {
        Grouping.LEAD: by_lead,
        Grouping.PILLAR: by_pillar,
        Grouping.DOCUMENT: by_document,
        Grouping.WEEK: by_week,
    }[grouping]
