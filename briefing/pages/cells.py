"""Table cells from domain objects: the same status, figure or source looks alike everywhere."""

from __future__ import annotations

from collections.abc import Mapping

from briefing import formatting, statuses, wording
from briefing.domain.figures import counts_duty, duty_ref
from briefing.domain.model import Better, Indicator, Measure, Observation, Source
from briefing.domain.plans import Target, Task
from briefing.domain.standing import (
    Briefing,
    Figure,
    TargetStanding,
    TargetStatus,
    TaskStanding,
    TaskStatus,
)
from briefing.language import Language, Translator
from briefing.pages.blocks import Bar
from briefing.pages.line import Link, LinkKind, Role, Span, spans

_DAY = 13
"""Cells of a day in brackets, which is not broken."""

BAR_ROLES = {
    Role.GOOD: Role.BAR_GOOD,
    Role.PROGRESS: Role.BAR_PROGRESS,
    Role.WARNING: Role.BAR_WARNING,
    Role.BAD: Role.BAR_BAD,
}


def role_of(status: statuses.Status) -> Role:
    """The role that a status is drawn in."""
    return Role(statuses.mark(status).role)


def glyph(status: statuses.Status) -> tuple[Span, ...]:
    """A status's glyph alone, for a narrow column beside its word."""
    return spans((statuses.mark(status).glyph, role_of(status)))


def status(value: statuses.Status, tr: Translator, words: str = "") -> tuple[Span, ...]:
    """Glyph and word of a status; ``words`` stand for the word when they say more."""
    return spans(
        (f"{statuses.mark(value).glyph} {words or statuses.word(value, tr)}", role_of(value))
    )


def target_status(standing: TargetStanding, tr: Translator) -> tuple[Span, ...]:
    """A target's status with its lateness: "✘ quá hạn 7 ngày" reads "✘ không đạt, quá hạn …"."""
    late = ""
    if standing.status is TargetStatus.MISSED:
        late = wording.target_lateness(standing, tr)
    words = statuses.word(standing.status, tr)
    return status(standing.status, tr, f"{words}, {late}" if late else words)


def task_status(standing: TaskStanding, tr: Translator) -> tuple[Span, ...]:
    """A task's status and how late it is or how long it has: "▲ quá hạn 12 ngày"."""
    return status(standing.status, tr, wording.lateness(standing, tr))


def target_title(standing: TargetStanding, tr: Translator) -> str:
    """A target's title in the language."""
    return tr.pick(standing.target.title, standing.target.title_en)


def task_title(standing: TaskStanding, tr: Translator) -> str:
    """A task's title in the language."""
    return tr.pick(standing.task.title, standing.task.title_en)


def indicator_name(indicator: Indicator, tr: Translator) -> str:
    """An indicator's full name in the language."""
    return tr.pick(indicator.name, indicator.name_en)


def indicator_short(indicator: Indicator, tr: Translator) -> str:
    """An indicator's short name in the language; the full one where there is none."""
    short = tr.pick(indicator.short, indicator.short_en)
    return short or indicator_name(indicator, tr)


def figure(
    observation: Observation, indicator: Indicator, tr: Translator, role: Role = Role.STRONG
) -> tuple[Span, ...]:
    """A figure as it was said, in full."""
    return spans((formatting.figure(observation, indicator, tr), role))


def stale(is_stale: bool, tr: Translator) -> tuple[Span, ...]:
    """The badge of a figure older than its freshness budget."""
    return spans(" ", Span(wording.stale(tr), Role.WARNING, whole=True)) if is_stale else ()


def badges(figure: Figure, tr: Translator) -> tuple[Span, ...]:
    """What must be said beside a figure: that it is old, that its counts give another rate."""
    doubt = Span(tr.gettext("không khớp"), Role.WARNING, whole=True)
    return (*stale(figure.stale, tr), *(spans(" ", doubt) if figure.rate_disagrees else ()))


def judged(standing: TargetStanding, tr: Translator, role: Role = Role.STRONG) -> tuple[Span, ...]:
    """What was judged for a target, or a dash."""
    if standing.observation is None:
        return spans((formatting.MISSING, Role.MUTED))
    said = spans((wording.judged_short(standing, tr), role))
    return (*said, *stale(standing.stale, tr))


def judged_brief(standing: TargetStanding, tr: Translator) -> tuple[Span, ...]:
    """What was judged without its noun: "16/18"; a rank keeps its word: "hạng 13/63"."""
    observation, indicator = standing.observation, standing.indicator
    if observation is None or indicator is None or standing.derived:
        return judged(standing, tr)
    if indicator.measure is Measure.RANK:
        return judged(standing, tr)
    said = spans((formatting.figure_short(observation, indicator, tr), Role.STRONG))
    return (*said, *stale(standing.stale, tr))


def goal(standing: TargetStanding, tr: Translator) -> tuple[Span, ...]:
    """The goal in force."""
    return spans(formatting.goal(standing.goal, standing.indicator, tr))


def goal_short(standing: TargetStanding, tr: Translator) -> tuple[Span, ...]:
    """The goal in force without its noun; words are said to be words."""
    in_force = standing.goal
    if in_force.value is None and in_force.printed:
        return spans((tr.gettext("bằng lời"), Role.MUTED))
    if standing.indicator is not None and standing.indicator.measure is Measure.RANK:
        return spans(formatting.goal(in_force, standing.indicator, tr))
    return spans(formatting.goal_short(in_force, standing.indicator, tr))


def due(standing: TargetStanding, tr: Translator) -> tuple[Span, ...]:
    """The day a target is due; in words where it is no day."""
    target = standing.target
    if target.due is not None:
        return spans((formatting.date_text(target.due, tr), Role.MUTED))
    in_words = tr.language is Language.EN and not target.due_written_en
    told = in_words and wording.understood(target, tr)
    return spans((told or wording.due(target, tr), Role.MUTED))


def due_as_written(standing: TargetStanding, tr: Translator) -> tuple[Span, ...]:
    """A target's deadline as its document writes it, beside the day; empty where that says it."""
    said, written = due(standing, tr), spans((wording.due(standing.target, tr), Role.MUTED))
    return written if wording.needs_reading(standing.target, tr) and written != said else ()


def target_bar(standing: TargetStanding) -> Bar:
    """Value against goal on one scale, the goal as a tick; empty where a bar would mislead."""
    indicator, value, goal_value = standing.indicator, standing.value, standing.goal.value
    if (
        indicator is None
        or value is None
        or goal_value is None
        or goal_value <= 0
        or indicator.measure is Measure.RANK
        or indicator.better is Better.LOWER
    ):
        return Bar(share=None)
    scale = 100.0 if indicator.measure is Measure.PERCENT else max(value, goal_value)
    role = BAR_ROLES.get(role_of(standing.status), Role.BAR_PROGRESS)
    return Bar(share=value / scale, tick=goal_value / scale, role=role)


def source_cell(
    source: str | None, paragraphs: tuple[int, ...], sources: Mapping[str, Source], tr: Translator
) -> tuple[Span, ...]:
    """Publisher and paragraph of a figure."""
    known = sources.get(source or "")
    if known is None:
        return ()
    return spans((wording.citation_short(known, paragraphs, tr), Role.MUTED))


def document_cell(standing: TargetStanding | TaskStanding, briefing: Briefing) -> tuple[Span, ...]:
    """The number of the document that a target or task stands in."""
    document = briefing.documents.get(standing.plan.document or "")
    return spans((document.number, Role.MUTED)) if document else ()


def lead(code: str | None, briefing: Briefing, tr: Translator) -> str:
    """The short name of the body that leads; empty where the source names none."""
    unit = briefing.unit_named(code)
    if unit is None:
        return code or ""
    return wording.unit_short(unit, tr)


def task_due(standing: TaskStanding, tr: Translator) -> str:
    """A task's deadline as officials wrote it; in English the day it is understood as.

    One that was extended is the day it was extended to.
    """
    if standing.due is not None and standing.due != standing.task.due:
        return tr.gettext("{due} (gia hạn)").format(due=formatting.date_text(standing.due, tr))
    return deadline(standing.task, tr)


def task_due_beside(standing: TaskStanding, tr: Translator) -> tuple[Span, ...]:
    """The other side of :func:`task_due`; empty where it was extended or the status says it."""
    if standing.due is not None and standing.due != standing.task.due:
        return ()
    other = deadline_beside(standing.task, tr)
    return () if other == wording.lateness(standing, tr) else spans((other, Role.MUTED))


def task_due_both(standing: TaskStanding, tr: Translator) -> tuple[Span, ...]:
    """Both sides in one cell, "Quý II/2025 (30/06/2025)"; no more than the words for no day."""
    said, other = task_due(standing, tr), task_due_beside(standing, tr)
    if not other or standing.due is None:
        return spans((said, Role.MUTED))
    beside = f"({other[0].text})"
    return spans((f"{said} ", Role.MUTED), Span(beside, Role.MUTED, whole=len(beside) <= _DAY))


def deadline(promise: Task | Target, tr: Translator) -> str:
    """A deadline as officials wrote it; in English what it is read as, unless that is written."""
    if tr.language is Language.EN and (promise.due is not None or not promise.due_written_en):
        return wording.understood(promise, tr) or wording.due(promise, tr)
    return wording.due(promise, tr)


def deadline_beside(promise: Task | Target, tr: Translator) -> str:
    """The other side of :func:`deadline`: what it is read as; in English how it is written.

    Empty where both say the same.
    """
    english = tr.language is Language.EN
    other = wording.due(promise, tr) if english else wording.understood(promise, tr)
    needed = wording.needs_reading(promise, tr) and other != deadline(promise, tr)
    return other if needed else ""


def deadline_beside_title(tr: Translator) -> str:
    """The title of a column of :func:`deadline_beside`."""
    return tr.gettext("Hiểu là") if tr.language is Language.VI else due_as_written_title(tr)


def due_as_written_title(tr: Translator) -> str:
    """The title of the column of :func:`due_as_written`."""
    return tr.gettext("Hạn trong văn bản")


def task_lead(standing: TaskStanding, briefing: Briefing, tr: Translator) -> str:
    """Who leads a task, or in words whom it binds."""
    task = standing.task
    return lead(task.lead, briefing, tr) or tr.pick(task.given_to, task.given_to_en)


def target_link(standing: TargetStanding) -> Link:
    """Opens the target's indicator, or the target itself when it is in words."""
    target, observation = standing.target, standing.observation
    source = observation.source if observation else target.source
    paragraphs = observation.paragraphs if observation else target.paragraphs
    paragraph = paragraphs[0] if paragraphs else None
    return Link(LinkKind.TARGET, target.id, source, paragraph, duty=_duty(standing))


def _duty(standing: TargetStanding) -> str | None:
    """The duty that the judged figure counts; none where it counts the opposite."""
    observation, indicator = standing.observation, standing.indicator
    if observation is None or indicator is None or standing.derived:
        return None
    return duty_ref(observation) if counts_duty(observation, indicator) else None


def task_link(standing: TaskStanding) -> Link:
    """Opens the task."""
    task = standing.task
    return Link(
        LinkKind.TASK, task.id, task.source, task.paragraphs[0] if task.paragraphs else None
    )


def figure_link(indicator: Indicator, observation: Observation, unit: str | None = None) -> Link:
    """Opens the indicator of a figure; of a count of the unit in focus, who has been counted."""
    paragraph = observation.paragraphs[0] if observation.paragraphs else None
    counts = unit is None and counts_duty(observation, indicator)
    duty = duty_ref(observation) if counts else None
    return Link(LinkKind.INDICATOR, indicator.id, observation.source, paragraph, unit, duty)


def period(observation: Observation, tr: Translator, short: bool = True) -> tuple[Span, ...]:
    """The period a figure really covers."""
    make = formatting.span_short if short else formatting.period
    return spans((make(observation.start, observation.end, tr), Role.MUTED))


def is_late(standing: TaskStanding) -> bool:
    """Whether a task is past its deadline and not done."""
    return standing.status is TaskStatus.OVERDUE
