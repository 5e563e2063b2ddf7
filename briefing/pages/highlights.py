"""The figures of the overview: stated changes, judged ones, and the newest others."""

from __future__ import annotations

from collections.abc import Sequence

from briefing import wording
from briefing.domain.model import Measure, Observation, ObservationKind
from briefing.domain.standing import (
    Briefing,
    Figure,
    TargetStanding,
)
from briefing.language import Translator
from briefing.pages import cells, given
from briefing.pages.blocks import Align, Block, Column, Paragraph, Row, Table
from briefing.pages.line import Role, spans


def changes_block(briefing: Briefing, tr: Translator) -> Block:
    """Rises and falls that a source states; none is worked out."""
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


def judged_blocks(briefing: Briefing, tr: Translator) -> list[Block]:
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


def key_figure_blocks(briefing: Briefing, tr: Translator) -> list[Block]:
    """Rates, ranks and indexes that no target judges, newest known, pillars in turn.

    What others assess of a pillar or foundation is ranked and explained elsewhere: it only fills
    the room that is left. An index of a framework that a newer one replaced is no key figure.
    """
    answered = {
        standing.observation.indicator
        for standing in briefing.targets
        if standing.observation is not None and standing.observation.kind is ObservationKind.VALUE
    }
    telling = (Measure.PERCENT, Measure.RANK, Measure.INDEX, Measure.POINTS)
    offered = [
        [
            figure
            for figure in pillar.figures
            if figure.indicator.id not in answered
            and figure.indicator.measure in telling
            and not _is_replaced(figure, briefing.figures)
        ]
        for pillar in briefing.pillars
    ]
    chosen: list[Figure] = []
    for is_part in (False, True):
        queues = [[one for one in each if _is_part(one) is is_part] for each in offered]
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
        rows=tuple(figure_row(figure, briefing, tr) for figure in chosen),
    )
    return [table]


def _is_part(figure: Figure) -> bool:
    return figure.indicator.external and figure.indicator.pillar is not None


def _is_replaced(figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether the unit has a later result of the same index, by another framework."""
    own = figure.indicator
    return own.external and any(
        (other.indicator.variant_of or other.indicator.id) == (own.variant_of or own.id)
        and other.observation.end > figure.observation.end
        for other in figures
        if other.indicator.external
    )


def figure_row(figure: Figure, briefing: Briefing, tr: Translator) -> Row:
    """A figure in a list: indicator, value with its badges, period, source."""
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
            given.title(standing, tr),
            cells.judged_brief(standing, tr),
            cells.goal_short(standing, tr),
            cells.period(observation, tr),
            cells.source_cell(observation.source, observation.paragraphs, briefing.sources, tr),
        ),
        link=cells.target_link(standing),
    )
