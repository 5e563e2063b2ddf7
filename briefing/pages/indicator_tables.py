"""Tables below an indicator's figure: history, stated changes, revisions, other units, tasks."""

from __future__ import annotations

from collections.abc import Mapping

from briefing import formatting, wording
from briefing.domain.model import (
    Better,
    Indicator,
    Measure,
    Observation,
    ObservationKind,
    Source,
)
from briefing.domain.standing import IndicatorHistory
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Align, Bar, Column, Row, Table
from briefing.pages.line import Link, LinkKind, Role, Span, spans
from briefing.wording.lineage import name_on

Sources = Mapping[str, Source]
"""Sources by id."""


def source_link(observation: Observation) -> Link:
    """Opens the source of a figure at its paragraph."""
    paragraph = observation.paragraphs[0] if observation.paragraphs else None
    return Link(LinkKind.SOURCE, observation.source, observation.source, paragraph)


def cited(observation: Observation, sources: Mapping[str, Source], tr: Translator) -> str:
    """Publisher, date and paragraphs of a figure."""
    source = sources.get(observation.source)
    return wording.citation(source, observation.paragraphs, tr) if source else observation.source


def scale(indicator: Indicator, values: list[float], goal: float | None) -> float:
    """The value at which a bar is full, for values of one indicator and a goal."""
    if indicator.measure is Measure.PERCENT:
        return 100.0
    if indicator.measure is Measure.RANK and indicator.universe:
        return float(indicator.universe)
    return max([*values, goal or 0.0, 0.0]) or 1.0


def share(indicator: Indicator, value: float, top: float) -> float:
    """How much of a bar a value fills, of 1; the first rank fills it."""
    if indicator.measure is Measure.RANK and indicator.better is Better.LOWER:
        return (top - value + 1) / top
    return value / top


def stated_table(history: IndicatorHistory, sources: Sources, tr: Translator) -> Table:
    """Changes and excesses as the sources state them."""
    return Table(
        heading=tr.gettext("Thay đổi được công bố"),
        columns=(
            Column(title=tr.gettext("Thay đổi"), flex=True, least=24, comfort=44, wrap=6),
            Column(title=tr.gettext("Nguồn"), flex=True, least=16, priority=2),
        ),
        rows=tuple(
            Row(
                cells=(
                    (
                        *spans((wording.change(stated, history.indicator, tr), Role.STRONG)),
                        *_note(stated, tr),
                    ),
                    spans((cited(stated, sources, tr), Role.MUTED)),
                ),
                link=source_link(stated),
            )
            for stated in history.stated
        ),
    )


def _note(observation: Observation, tr: Translator) -> tuple[Span, ...]:
    note = tr.pick(observation.note, observation.note_en)
    return spans((f" – {note}", Role.WARNING)) if note else ()


def revised_table(history: IndicatorHistory, sources: Sources, tr: Translator) -> Table:
    """Values that were published again with another figure, each above the one in its place."""
    rows = []
    for old in sorted(history.revised, key=lambda old: old.kind is not ObservationKind.VALUE):
        rows.append(
            Row(
                cells=(
                    cells.period(old, tr),
                    cells.figure(old, history.indicator, tr, Role.MUTED),
                    spans((cited(old, sources, tr), Role.MUTED)),
                ),
                link=source_link(old),
            )
        )
        new = history.revisions.get(old.id)
        if new is not None:
            rows.append(_replacement(old, new, history.indicator, sources, tr))
    return Table(
        heading=tr.gettext("Số liệu đã công bố lại"),
        columns=(
            Column(title=tr.gettext("Kỳ")),
            Column(title=tr.gettext("Số liệu"), align=Align.DECIMAL, most=28),
            Column(title=tr.gettext("Nguồn"), flex=True, least=16),
        ),
        rows=tuple(rows),
    )


def _replacement(
    old: Observation, new: Observation, indicator: Indicator, sources: Sources, tr: Translator
) -> Row:
    """ "thay bằng", the figure, and who published it when; the period where it is another."""
    words = tr.gettext("  thay bằng")
    moved = (old.start, old.end) != (new.start, new.end)
    place = cited(new, sources, tr)
    source = sources.get(new.source)
    if source is None or source.date != new.published_on:
        place = f"{place}; {wording.published(new, tr)}"
    return Row(
        cells=(
            (
                *spans((words, Role.WARNING)),
                *((Span(" "), *cells.period(new, tr)) if moved else ()),
            ),
            cells.figure(new, indicator, tr),
            spans(place),
        ),
        link=source_link(new),
    )


def others_table(history: IndicatorHistory, sources: Sources, tr: Translator) -> Table:
    """Every unit's newest value; another definition is marked."""
    top = scale(history.indicator, [o.value for _, _, o in history.others], None)
    rows = []
    for unit, indicator, observation in history.others:
        own = unit.key == history.unit.key
        variant = indicator.id != history.indicator.id
        name: list[Span | tuple[str, Role]] = [
            (name_on(unit, history.as_of, tr), Role.STRONG if own else Role.PLAIN)
        ]
        remark = tr.gettext("định nghĩa khác") if variant else ""
        rows.append(
            Row(
                cells=(
                    spans(*name),
                    cells.figure(observation, indicator, tr, Role.STRONG if own else Role.PLAIN),
                    Bar(
                        share=share(indicator, observation.value, top),
                        role=Role.BAR_MUTED if variant else Role.BAR_PROGRESS,
                    ),
                    cells.period(observation, tr),
                    spans((remark, Role.WARNING)),
                    cells.source_cell(observation.source, observation.paragraphs, sources, tr),
                ),
                link=cells.figure_link(indicator, observation, str(unit.key)),
            )
        )
    known = tr.gettext("số mới nhất đã công bố đến ngày xem, kỳ có thể khác nhau")
    if history.known_on != history.as_of:
        known = tr.gettext("số mới nhất đã công bố đến {day}, kỳ có thể khác nhau").format(
            day=formatting.date_text(history.known_on, tr)
        )
    return Table(
        heading=tr.gettext("Các đơn vị khác"),
        aside=known,
        columns=(
            Column(title=tr.gettext("Đơn vị"), most=26),
            Column(title=tr.gettext("Số liệu"), align=Align.DECIMAL, most=28),
            Column(fixed=18, priority=3, twin=False),
            Column(title=tr.gettext("Kỳ")),
            Column(title=tr.gettext("Lưu ý"), flex=True, least=10),
            Column(title=tr.gettext("Nguồn"), flex=True, least=26, priority=2),
        ),
        rows=tuple(rows),
    )


def tasks_table(history: IndicatorHistory, tr: Translator) -> Table:
    """Tasks that serve the indicator's targets."""
    return Table(
        heading=tr.gettext("Nhiệm vụ liên quan"),
        columns=(
            Column(title=tr.gettext("Tình trạng"), most=30),
            Column(title=tr.gettext("Nhiệm vụ"), flex=True, least=24, comfort=40, most=70),
            Column(title=tr.gettext("Hạn"), priority=1, most=24),
            Column(title=cells.deadline_beside_title(tr), priority=2, most=28),
        ),
        rows=tuple(
            Row(
                cells=(
                    cells.task_status(task, tr),
                    spans(cells.task_title(task, tr)),
                    spans((cells.task_due(task, tr), Role.MUTED)),
                    cells.task_due_beside(task, tr),
                ),
                link=cells.task_link(task),
            )
            for task in history.tasks
        ),
    )
