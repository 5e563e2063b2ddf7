"""What needs a decision: the first lines of the overview."""

from __future__ import annotations

from briefing import formatting, statuses, wording
from briefing.domain.standing import (
    AgendaItem,
    AgendaKind,
    Briefing,
    TargetStanding,
    TargetStatus,
    TaskStanding,
)
from briefing.language import Translator
from briefing.pages import cells, given
from briefing.pages.blocks import Column, Row, Table
from briefing.pages.line import Role, Span, spans
from briefing.pages.news import unheard


def agenda_table(briefing: Briefing, tr: Translator) -> Table:
    """Overdue, missed, behind and nearly due, the most pressing first."""
    asked = [s for s in briefing.targets if s.set_by is None or given.has_figure(s)]
    total = len(asked) + sum(1 for task in briefing.tasks if task.status.is_open)
    if not briefing.agenda:
        text = (
            tr.gettext("Không có việc quá hạn, chỉ tiêu chậm hay việc sắp đến hạn.")
            if total
            else tr.gettext("Đến {day} chưa có chỉ tiêu hay nhiệm vụ nào của đơn vị này.").format(
                day=formatting.date_text(briefing.known_on, tr)
            )
        )
        waiting = lapsed_lines(briefing, tr)
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
    aside = tr.gettext("{count} trong {total} chỉ tiêu và việc đang mở").format(
        count=len(briefing.agenda), total=total
    )
    if silent := unheard(briefing):
        said = tr.ngettext("{count} việc chưa có tin mới", "{count} việc chưa có tin mới", silent)
        aside = f"{aside} · {said.format(count=silent)}"
    return Table(
        heading=tr.gettext("Cần ý kiến"),
        aside=aside,
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


def lapsed_lines(briefing: Briefing, tr: Translator) -> list[tuple[Span, ...]]:
    """Own targets past their due date that no figure has answered: not late, but not settled."""
    count = sum(
        1
        for standing in given.own(briefing.targets)
        if standing.status in (TargetStatus.NO_DATA, TargetStatus.AWAITING_RESULT)
        and standing.target.due is not None
        and standing.target.due < briefing.as_of
    )
    text = tr.ngettext(
        "{count} chỉ tiêu đã hết hạn, chưa có số liệu của kỳ đến hạn",
        "{count} chỉ tiêu đã hết hạn, chưa có số liệu của kỳ đến hạn",
        count,
    )
    return _open_question(text, count)


def unheard_lines(briefing: Briefing, tr: Translator) -> list[tuple[Span, ...]]:
    """Overdue tasks of which nothing was heard since their deadline: perhaps they are done."""
    count = unheard(briefing)
    text = tr.ngettext(
        "{count} việc quá hạn chưa có tin nào từ khi hết hạn",
        "{count} việc quá hạn chưa có tin nào từ khi hết hạn",
        count,
    )
    return _open_question(text, count)


def _open_question(text: str, count: int) -> list[tuple[Span, ...]]:
    """A line on what nobody has reported yet; none for nothing."""
    glyph = statuses.mark(TargetStatus.AWAITING_RESULT).glyph
    return [spans((f"{glyph} {text.format(count=count)}", Role.WARNING))] if count else []


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
            given.title(standing, tr),
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
