"""The overview: what needs a decision, how far the pillars are, and what changed."""

from __future__ import annotations

from collections.abc import Sequence

from briefing import formatting, statuses, wording
from briefing.domain.model import Measure, Observation, ObservationKind, PillarKind
from briefing.domain.standing import (
    AgendaItem,
    AgendaKind,
    Briefing,
    Figure,
    PillarStanding,
    TargetStanding,
    TargetStatus,
    TaskStanding,
)
from briefing.language import N_, Translator
from briefing.pages import cells
from briefing.pages.blocks import Align, Bar, Block, Cell, Column, Page, Paragraph, Row, Table
from briefing.pages.line import Link, LinkKind, Role, Span, spans

Group = tuple[str, Role, tuple[TargetStatus, ...]]

GROUPS: tuple[Group, ...] = (
    (N_("đạt"), Role.GOOD, (TargetStatus.ACHIEVED,)),
    (N_("đúng"), Role.PROGRESS, (TargetStatus.ON_TRACK,)),
    (N_("đang làm"), Role.PLAIN, (TargetStatus.IN_PROGRESS,)),
    (N_("nguy cơ"), Role.WARNING, (TargetStatus.AT_RISK,)),
    (N_("chậm"), Role.BAD, (TargetStatus.OFF_TRACK, TargetStatus.MISSED)),
    (N_("chờ"), Role.PLAIN, (TargetStatus.AWAITING_RESULT,)),
    (N_("chưa xét"), Role.MUTED, (TargetStatus.NO_DATA, TargetStatus.NOT_MEASURABLE)),
)
"""How the nine statuses are counted in the pillar table: head, colour, statuses."""


def overview_page(briefing: Briefing, tr: Translator) -> Page:
    """The overview of one unit on one day; exceptions first."""
    blocks: list[Block] = [_agenda(briefing, tr)]
    if briefing.agenda:
        blocks.extend(Paragraph(spans=line) for line in _lapsed(briefing, tr))
    blocks.append(_pillars(briefing, tr))
    blocks.append(_changes(briefing, tr))
    blocks.extend(_judged(briefing, tr))
    blocks.extend(_key_figures(briefing, tr))
    return Page(
        title=wording.unit_title(briefing.unit, tr),
        subtitle=tr.gettext("Chuyển đổi số"),
        blocks=tuple(blocks),
    )


def _agenda(briefing: Briefing, tr: Translator) -> Table:
    total = len(briefing.targets) + sum(1 for task in briefing.tasks if task.status.is_open)
    if not briefing.agenda:
        text = (
            tr.gettext("Không có việc quá hạn, chỉ tiêu chậm hay việc sắp đến hạn.")
            if total
            else tr.gettext("Đến {day} chưa có chỉ tiêu hay nhiệm vụ nào của đơn vị này.").format(
                day=formatting.date_text(briefing.known_on, tr)
            )
        )
        waiting = _lapsed(briefing, tr)
        role = Role.GOOD if total and not waiting else Role.MUTED
        mark = statuses.mark(TargetStatus.ACHIEVED if total else TargetStatus.NO_DATA)
        glyph = f"{mark.glyph} " if role is Role.GOOD or not total else ""
        return Table(
            heading=tr.gettext("Cần ý kiến"),
            columns=(Column(flex=True, least=20),),
            rows=(
                *(Row(cells=(line,)) for line in waiting),
                Row(cells=(spans((f"{glyph}{text}", role)),)),
            ),
        )
    return Table(
        heading=tr.gettext("Cần ý kiến"),
        aside=tr.gettext("{count} trong {total} chỉ tiêu và việc đang mở").format(
            count=len(briefing.agenda), total=total
        ),
        columns=(
            Column(title=tr.gettext("Tình trạng"), most=34),
            Column(title=tr.gettext("Nội dung"), flex=True, least=24, comfort=38, most=64, wrap=3),
            Column(title=tr.gettext("Số liệu, chủ trì"), flex=True, least=17, most=34, priority=1),
            Column(title=tr.gettext("Hạn"), flex=True, least=12, most=28, priority=2),
            Column(title=tr.gettext("Văn bản"), priority=3, most=22),
            Column(title=tr.gettext("Nguồn"), priority=4, most=30),
        ),
        rows=tuple(_agenda_row(item, briefing, tr) for item in briefing.agenda),
    )


def _lapsed(briefing: Briefing, tr: Translator) -> list[tuple[Span, ...]]:
    """Targets past their due date that no figure has answered: not late, but not settled."""
    count = sum(
        1
        for standing in briefing.targets
        if standing.status in (TargetStatus.NO_DATA, TargetStatus.AWAITING_RESULT)
        and standing.target.due is not None
        and standing.target.due < briefing.as_of
    )
    if not count:
        return []
    glyph = statuses.mark(TargetStatus.AWAITING_RESULT).glyph
    text = tr.ngettext(
        "{count} chỉ tiêu đã hết hạn, chưa có số liệu của kỳ đến hạn",
        "{count} chỉ tiêu đã hết hạn, chưa có số liệu của kỳ đến hạn",
        count,
    )
    return [spans((f"{glyph} {text.format(count=count)}", Role.WARNING))]


def _agenda_row(item: AgendaItem, briefing: Briefing, tr: Translator) -> Row:
    if item.task is not None:
        return _task_row(item.kind, item.task, briefing, tr)
    assert item.target is not None
    return _target_row(item.target, briefing, tr)


def _task_row(kind: AgendaKind, standing: TaskStanding, briefing: Briefing, tr: Translator) -> Row:
    task = standing.task
    return Row(
        cells=(
            cells.status(kind, tr, wording.lateness(standing, tr)),
            spans(cells.task_title(standing, tr)),
            spans(cells.task_lead(standing, briefing, tr)),
            spans((tr.gettext("hạn {due}").format(due=cells.task_due(standing, tr)), Role.MUTED)),
            cells.document_cell(standing, briefing),
            cells.source_cell(task.source, task.paragraphs, briefing.sources, tr),
        ),
        link=cells.task_link(standing),
    )


def _target_row(standing: TargetStanding, briefing: Briefing, tr: Translator) -> Row:
    target, observation = standing.target, standing.observation
    return Row(
        cells=(
            cells.target_status(standing, tr),
            spans(cells.target_title(standing, tr)),
            (
                *cells.judged_brief(standing, tr),
                Span(" · "),
                *spans(
                    tr.gettext("cần {goal}").format(
                        goal=formatting.goal_short(standing.goal, standing.indicator, tr)
                    )
                ),
            ),
            spans((cells.lead(target.lead, briefing, tr), Role.MUTED)),
            cells.document_cell(standing, briefing),
            cells.source_cell(
                observation.source if observation else target.source,
                observation.paragraphs if observation else target.paragraphs,
                briefing.sources,
                tr,
            ),
        ),
        link=cells.target_link(standing),
    )


def _pillars(briefing: Briefing, tr: Translator) -> Table:
    """Pillars, then the foundations and whole-province indexes that have anything to show."""
    counted = {status for pillar in briefing.pillars for status, n in pillar.counts.items() if n}
    groups = [
        group for group in GROUPS if group[1] in (Role.GOOD, Role.BAD) or counted & {*group[2]}
    ]
    columns = [
        Column(title=tr.gettext("Trụ cột"), flex=True, least=16, comfort=26, most=30, wrap=2)
    ]
    columns += [Column(title=tr.gettext(name), align=Align.RIGHT, gap=2) for name, _, _ in groups]
    means = any(standing.mean is not None for standing in briefing.pillars)
    columns += [
        Column(title="", fixed=20 if means else 0, priority=3, twin=False, gap=1),
        Column(title=tr.gettext("mức đạt bình quân"), priority=1, gap=3),
        Column(title=tr.gettext("số liệu"), align=Align.RIGHT, priority=2),
    ]
    rows: list[Row] = []
    whole: list[Row] = []
    base: list[Row] = []
    for standing in briefing.pillars:
        if standing.pillar is not None and standing.pillar.kind is PillarKind.PILLAR:
            rows.append(_pillar_row(standing, groups, tr))
        elif standing.targets or standing.figures:
            place = whole if standing.pillar is None else base
            place.append(_pillar_row(standing, groups, tr))
    rows += whole
    if base:
        blank: tuple[Cell, ...] = ((),) * (len(columns) - 1)
        heading = spans((tr.gettext("Nền tảng chung"), Role.HEADING))
        rows += [Row(cells=(heading, *blank)), *base]
    return Table(columns=tuple(columns), rows=tuple(rows), show_titles=True, indent=0)


def _pillar_row(standing: PillarStanding, groups: Sequence[Group], tr: Translator) -> Row:
    pillar = standing.pillar
    name = tr.pick(pillar.name, pillar.name_en) if pillar else tr.gettext("Chung toàn tỉnh")
    counted: list[tuple[Span, ...]] = []
    for _, role, members in groups:
        count = sum(standing.counts.get(status, 0) for status in members)
        counted.append(spans((str(count), role) if count else ("·", Role.MUTED)))
    mean: tuple[Span, ...] = spans((formatting.MISSING, Role.MUTED))
    if standing.mean is not None:
        mean = (
            *spans((formatting.percent(standing.mean * 100, tr, 0), Role.STRONG)),
            *spans(
                (
                    tr.gettext(" của {measured}/{total} chỉ tiêu").format(
                        measured=standing.measured, total=len(standing.targets)
                    ),
                    Role.MUTED,
                )
            ),
        )
    link = Link(LinkKind.PILLAR, pillar.id if pillar else "")
    return Row(
        cells=(
            spans(" " + name),
            *counted,
            Bar(share=standing.mean, role=Role.BAR_PROGRESS),
            mean,
            spans((str(len(standing.figures)), Role.MUTED)),
        ),
        link=link,
    )


def _changes(briefing: Briefing, tr: Translator) -> Block:
    heading = tr.gettext("Thay đổi được công bố")
    rows = tuple(_change_row(change, briefing, tr) for change in briefing.changes)
    if not rows:
        text = tr.gettext("Chưa có nguồn nào nêu mức tăng, giảm.")
        return Paragraph(
            spans=spans((heading, Role.HEADING), "  ", (text, Role.MUTED)), indent=0, tight=False
        )
    return Table(
        heading=heading,
        columns=(
            Column(),
            Column(title=tr.gettext("Chỉ số"), flex=True, least=20, comfort=40, most=60),
            Column(title=tr.gettext("Thay đổi"), flex=True, least=20, most=44),
            Column(title=tr.gettext("Nguồn"), priority=1, most=34),
        ),
        rows=rows,
    )


def _change_row(change: Observation, briefing: Briefing, tr: Translator) -> Row:
    indicator = briefing.indicators[change.indicator]
    arrow, role = direction(change, tr)
    return Row(
        cells=(
            spans((arrow, role)),
            spans(cells.indicator_short(indicator, tr)),
            spans((wording.change(change, indicator, tr), Role.STRONG)),
            cells.source_cell(change.source, change.paragraphs, briefing.sources, tr),
        ),
        link=cells.figure_link(indicator, change),
    )


def direction(change: Observation, tr: Translator) -> tuple[str, Role]:
    """The arrow of a stated change. Whether a movement is good is left to its words."""
    if change.value == 0:
        return "=", Role.MUTED
    return ("↑", Role.ACCENT) if change.value > 0 else ("↓", Role.ACCENT)


def _judged(briefing: Briefing, tr: Translator) -> list[Block]:
    """The targets that a figure answers: the numbers a leader is asked for."""
    judged = [standing for standing in briefing.targets if standing.observation is not None]
    if not judged:
        return []
    table = Table(
        heading=tr.gettext("Chỉ tiêu đã có số liệu"),
        columns=(
            Column(title=tr.gettext("Tình trạng"), most=30),
            Column(title=tr.gettext("Chỉ tiêu"), flex=True, least=20, comfort=34, most=60),
            Column(title=tr.gettext("Số liệu"), align=Align.DECIMAL, most=24),
            Column(title=tr.gettext("Mức đề ra"), priority=1, most=16),
            Column(title=tr.gettext("Kỳ"), priority=3),
            Column(title=tr.gettext("Nguồn"), priority=2, most=34),
        ),
        rows=tuple(_judged_row(standing, briefing, tr) for standing in judged),
    )
    return [table]


MOST_FIGURES = 8
"""Figures listed on the overview; the rest is one key away, on the pillars."""


def _key_figures(briefing: Briefing, tr: Translator) -> list[Block]:
    """Rates, ranks and indexes that no target judges, newest known, pillars in turn."""
    answered = {
        standing.observation.indicator
        for standing in briefing.targets
        if standing.observation is not None and standing.observation.kind is ObservationKind.VALUE
    }
    telling = (Measure.PERCENT, Measure.RANK, Measure.INDEX, Measure.POINTS)
    queues = [
        [
            figure
            for figure in pillar.figures
            if figure.indicator.id not in answered and figure.indicator.measure in telling
        ]
        for pillar in briefing.pillars
    ]
    chosen: list[Figure] = []
    while len(chosen) < MOST_FIGURES and any(queues):
        for queue in queues:
            if queue and len(chosen) < MOST_FIGURES:
                chosen.append(queue.pop(0))
    if not chosen:
        return []
    order = {figure.indicator.id: number for number, figure in enumerate(briefing.figures)}
    chosen.sort(key=lambda figure: order[figure.indicator.id])
    table = Table(
        heading=tr.gettext("Số liệu chính"),
        aside=tr.gettext("{count} trong {total} số liệu").format(
            count=len(chosen), total=len(briefing.figures)
        ),
        columns=(
            Column(title=tr.gettext("Chỉ số"), flex=True, least=24, comfort=40, most=60),
            Column(title=tr.gettext("Số liệu"), align=Align.DECIMAL, most=24),
            Column(title=tr.gettext("Kỳ"), priority=1),
            Column(title=tr.gettext("Nguồn"), priority=2, most=34),
        ),
        rows=tuple(_figure_row(figure, briefing, tr) for figure in chosen),
    )
    return [table]


def _figure_row(figure: Figure, briefing: Briefing, tr: Translator) -> Row:
    observation = figure.observation
    return Row(
        cells=(
            spans(cells.indicator_name(figure.indicator, tr)),
            (*cells.figure(observation, figure.indicator, tr), *cells.badges(figure, tr)),
            cells.period(observation, tr),
            cells.source_cell(observation.source, observation.paragraphs, briefing.sources, tr),
        ),
        link=cells.figure_link(figure.indicator, observation),
    )


def _judged_row(standing: TargetStanding, briefing: Briefing, tr: Translator) -> Row:
    observation = standing.observation
    assert observation is not None
    return Row(
        cells=(
            cells.target_status(standing, tr),
            spans(cells.target_title(standing, tr)),
            cells.judged_brief(standing, tr),
            cells.goal_short(standing, tr),
            cells.period(observation, tr),
            cells.source_cell(observation.source, observation.paragraphs, briefing.sources, tr),
        ),
        link=cells.target_link(standing),
    )
