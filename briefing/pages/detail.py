"""What stands below the list about the line under the cursor: whole words, nothing cut."""

from __future__ import annotations

from collections.abc import Iterable

from briefing import formatting, statuses, wording
from briefing.domain.model import Difficulty, PillarKind
from briefing.domain.standing import (
    Briefing,
    Figure,
    PillarStanding,
    TargetStanding,
    TargetStatus,
    TaskStanding,
)
from briefing.language import Translator
from briefing.pages import cells, given
from briefing.pages.line import Line, Link, LinkKind, Role, Span, merged, spans, wrap_spans
from briefing.pages.news import last_news
from briefing.pages.verdict import rule_text


def detail_lines(
    link: Link | None, briefing: Briefing, tr: Translator, width: int, most: int = 3
) -> tuple[Line, ...]:
    """At most ``most`` lines about what the cursor stands on; none where the list says it all."""
    return fitted(runs_of(link, briefing, tr) if link is not None else (), width, most)


def fitted(said: Iterable[tuple[Span, ...]], width: int, most: int) -> tuple[Line, ...]:
    """What is said of one thing, in at most ``most`` lines, the name first.

    Where they do not fit, the name gives way: the list already says it.
    """
    runs = [run for run in said if run]
    if len(runs) > 1 and sum(len(wrap_spans(run, width - 1)) for run in runs) > most:
        runs = runs[1:]
    lines: list[Line] = []
    roomy = most > 5
    for number, run in enumerate(runs):
        if roomy and lines:
            lines.append(Line())
        left = most - len(lines) - (len(runs) - number - 1)
        lines.extend(
            Line(merged((Span(" "), *part))) for part in wrap_spans(run, width - 1, max(left, 1))
        )
    return tuple(lines[:most])


def runs_of(link: Link, briefing: Briefing, tr: Translator) -> list[tuple[Span, ...]]:
    """What is said of the thing behind ``link``, its name first; nothing of what is not known."""
    match link.kind:
        case LinkKind.TASK:
            for task in briefing.tasks:
                if task.task.id == link.ref:
                    return _task(task, briefing, tr)
        case LinkKind.TARGET:
            for target in briefing.targets:
                if target.target.id == link.ref:
                    return _target(target, briefing, tr)
        case LinkKind.PILLAR if link.ref == given.WHOLE:
            return given.explained(briefing, tr)
        case LinkKind.PILLAR:
            for pillar in briefing.pillars:
                if (pillar.pillar.id if pillar.pillar else "") == link.ref:
                    return _pillar(pillar, briefing, tr)
        case LinkKind.INDICATOR if link.unit is None:
            for figure in briefing.figures:
                if figure.indicator.id == link.ref:
                    return _figure(figure, briefing, tr)
        case LinkKind.INDICATOR | LinkKind.UNIT if briefing.lineage is not None:
            return _former(link, briefing, tr)
        case LinkKind.DIFFICULTY:
            for difficulty in briefing.difficulties:
                if difficulty.id == link.ref:
                    return _difficulty(difficulty, briefing, tr)
        case _:
            return []
    return []


def _former(link: Link, briefing: Briefing, tr: Translator) -> list[tuple[Span, ...]]:
    """A figure that a predecessor left; a predecessor or an heir, and while it stood."""
    from briefing.pages.lineage import stood

    left = briefing.inherited.former if briefing.inherited is not None else ()
    for former in left:
        for figure in former.figures:
            if (str(former.unit.key), figure.indicator.id) == (link.unit, link.ref):
                return _figure(figure, briefing, tr)
    return stood(link, briefing.lineage, tr)


def _difficulty(
    difficulty: Difficulty, briefing: Briefing, tr: Translator
) -> list[tuple[Span, ...]]:
    category = wording.difficulty_category(difficulty.category, tr)
    return [
        spans(
            (tr.pick(difficulty.text, difficulty.text_en), Role.STRONG),
            (f"  {category}", Role.MUTED),
        ),
        spans((_cited(difficulty.source, difficulty.paragraphs, briefing, tr), Role.MUTED)),
    ]


def _pillar(standing: PillarStanding, briefing: Briefing, tr: Translator) -> list[tuple[Span, ...]]:
    pillar = standing.pillar
    name = wording.whole_name(briefing.unit, tr)
    if pillar is not None:
        name = tr.pick(pillar.name, pillar.name_en)
    told = tr.gettext("{targets} chỉ tiêu, {figures} số liệu mới nhất").format(
        targets=len(standing.targets), figures=len(standing.figures)
    )
    counts = [
        f"{statuses.label(status, tr)}: {standing.counts[status]}"
        for status in TargetStatus
        if standing.counts.get(status)
    ]
    runs = [spans((name, Role.STRONG), "  ", told), spans("   ".join(counts))]
    if pillar is not None and pillar.kind is PillarKind.FOUNDATION:
        note = tr.gettext("Giá trị trụ cột đã gồm nền tảng chung, không cộng lại.")
        runs.append(spans((note, Role.MUTED)))
    return runs


def _task(standing: TaskStanding, briefing: Briefing, tr: Translator) -> list[tuple[Span, ...]]:
    task = standing.task
    what = spans((cells.task_title(standing, tr), Role.STRONG))
    who = [
        _full_lead(standing, briefing, tr),
        tr.gettext("hạn: {due}").format(due=wording.due_understood(task, tr)),
    ]
    doubts = (last_news(standing, briefing, tr), tr.pick(task.note, task.note_en))
    return [
        what,
        spans("; ".join(who)),
        spans((" ".join(filter(None, doubts)), Role.WARNING)),
        spans((_cited(task.source, task.paragraphs, briefing, tr, standing), Role.MUTED)),
    ]


def _full_lead(standing: TaskStanding, briefing: Briefing, tr: Translator) -> str:
    unit = briefing.unit_named(standing.task.lead)
    if unit is not None:
        return tr.gettext("Chủ trì: {lead}").format(lead=wording.unit_title(unit, tr))
    given = tr.pick(standing.task.given_to, standing.task.given_to_en)
    if given:
        return tr.gettext("Giao cho: {whom}").format(whom=given)
    return tr.gettext("Chủ trì: nguồn không nêu")


def _target(standing: TargetStanding, briefing: Briefing, tr: Translator) -> list[tuple[Span, ...]]:
    target, observation = standing.target, standing.observation
    level = wording.level(target.level, tr)
    if standing.set_by is None:
        aside = [tr.gettext("mức {level}").format(level=level)]
    else:
        setter = wording.setter_name(standing.set_by, tr)
        aside = [tr.gettext("mức {setter} {level}").format(level=level, setter=setter)]
    if wording.needs_reading(target, tr):
        aside.append(tr.gettext("hạn: {due}").format(due=wording.due_understood(target, tr)))
    what = spans(
        (cells.target_title(standing, tr), Role.STRONG), ("  " + "; ".join(aside), Role.MUTED)
    )
    source = observation.source if observation else target.source
    paragraphs = observation.paragraphs if observation else target.paragraphs
    return [
        what,
        spans(rule_text(standing, tr)),
        spans((_cited(source, paragraphs, briefing, tr, standing), Role.MUTED)),
    ]


def _figure(figure: Figure, briefing: Briefing, tr: Translator) -> list[tuple[Span, ...]]:
    observation = figure.observation
    what = spans(
        (cells.indicator_name(figure.indicator, tr), Role.STRONG),
        "  ",
        (formatting.figure(observation, figure.indicator, tr), Role.ACCENT),
        "  ",
        formatting.period(observation.start, observation.end, tr),
    )
    said = []
    for stated in figure.stated:
        words = wording.change(stated, figure.indicator, tr)
        doubt = tr.pick(stated.note, stated.note_en)
        said.append(f"{words} ({doubt.rstrip('.')})" if doubt else words)
    if figure.rate_disagrees:
        said.append(wording.rate_disagreement(observation, tr))
    note = tr.pick(observation.note, observation.note_en)
    if note and not figure.rate_disagrees:
        said.append(note)
    return [
        what,
        spans("; ".join(said)),
        spans((_cited(observation.source, observation.paragraphs, briefing, tr), Role.MUTED)),
    ]


def _cited(
    source: str | None,
    paragraphs: tuple[int, ...],
    briefing: Briefing,
    tr: Translator,
    standing: TargetStanding | TaskStanding | None = None,
) -> str:
    parts = []
    known = briefing.sources.get(source or "")
    if known is not None:
        parts.append(wording.citation(known, paragraphs, tr))
    if standing is not None:
        document = briefing.documents.get(standing.plan.document or "")
        if document is not None:
            parts.append(wording.document_title(document, tr))
        else:
            parts.append(tr.pick(standing.plan.title, standing.plan.title_en))
    return " · ".join(parts)
