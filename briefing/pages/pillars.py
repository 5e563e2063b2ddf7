"""The pillars: how far each pillar and foundation is, target by target, figure by figure."""

from __future__ import annotations

from briefing import formatting, statuses, wording
from briefing.domain.model import Difficulty, ObservationKind, PillarKind
from briefing.domain.standing import (
    Briefing,
    PillarStanding,
    TargetStanding,
    TargetStatus,
)
from briefing.language import Translator
from briefing.pages import cells, given
from briefing.pages.blocks import Align, Block, Column, Page, Row, Table, quiet
from briefing.pages.difficulties import difficulties_table
from briefing.pages.highlights import figure_row
from briefing.pages.line import Link, LinkKind, Role, Span, spans
from briefing.pages.lineage import notice
from briefing.wording.lineage import title_of


def pillars_page(briefing: Briefing, tr: Translator) -> Page:
    """Every pillar and foundation of one unit, targets first, then figures without a target.

    What units above set for all stands among the targets where a figure answers it, and at the
    end where none does.
    """
    blocks: list[Block] = notice(briefing.lineage, tr)
    for standing in briefing.pillars:
        is_pillar = standing.pillar is not None and standing.pillar.kind is PillarKind.PILLAR
        difficulties = _difficulties(standing, briefing)
        if _rows(standing) or standing.figures or is_pillar or difficulties:
            blocks.extend(_pillar(standing, briefing, tr))
        if difficulties:
            blocks.append(
                difficulties_table(
                    difficulties,
                    briefing,
                    tr,
                    heading=tr.gettext(" Khó khăn được nêu"),
                    heading_role=Role.MUTED,
                    pillars=False,
                    tight=True,
                )
            )
    if briefing.inherited is not None:
        from briefing.pages.former_figures import pillars_blocks

        blocks.extend(pillars_blocks(briefing, tr))
    blocks.extend(given.without_figure(briefing, tr))
    return Page(title=title_of(briefing.unit, briefing.lineage, tr), blocks=tuple(blocks))


def _difficulties(standing: PillarStanding, briefing: Briefing) -> tuple[Difficulty, ...]:
    """The difficulties of a pillar; those of none stand with what holds for the whole."""
    pillar = standing.pillar.id if standing.pillar is not None else None
    return tuple(found for found in briefing.difficulties if found.pillar == pillar)


def _rows(standing: PillarStanding) -> tuple[TargetStanding, ...]:
    """The unit's own targets, then those set above that a figure of the unit answers."""
    return (*standing.targets, *(s for s in standing.given if given.has_figure(s)))


def _pillar(standing: PillarStanding, briefing: Briefing, tr: Translator) -> list[Block]:
    pillar = standing.pillar
    targets = _rows(standing)
    name = wording.whole_name(briefing.unit, tr)
    if pillar is not None:
        name = tr.pick(pillar.name, pillar.name_en)
    heading = (
        Span(name, Role.HEADING),
        Span("  "),
        *_summary(standing, tr),
    )
    answered = {
        own.id
        for target in targets
        if target.observation is not None and target.observation.kind is ObservationKind.VALUE
        for own in (briefing.indicators.get(target.observation.indicator),)
        if own is not None
    }
    rest = [figure for figure in standing.figures if figure.indicator.id not in answered]
    blocks: list[Block] = [
        Table(
            heading_spans=heading,
            heading_link=Link(LinkKind.PILLAR, pillar.id if pillar else ""),
            columns=(
                Column(title=tr.gettext("Tình trạng"), most=30),
                Column(title=tr.gettext("Chỉ tiêu"), flex=True, least=22, comfort=40, most=60),
                Column(title=tr.gettext("Số liệu"), align=Align.DECIMAL, most=24),
                Column(title="", fixed=14, priority=4, twin=False),
                Column(title=tr.gettext("Mức đề ra"), priority=1, most=18),
                Column(title=tr.gettext("Hạn"), priority=2, most=14),
                Column(title=cells.due_as_written_title(tr), priority=5, most=28),
                Column(title=tr.gettext("Nguồn"), priority=3, most=34),
            ),
            rows=tuple(_target_row(target, briefing, tr) for target in targets),
        )
    ]
    if rest:
        blocks.append(
            Table(
                heading=tr.gettext(" Số liệu không gắn chỉ tiêu") if targets else "",
                heading_role=Role.MUTED,
                columns=(
                    Column(title=tr.gettext("Chỉ số"), flex=True, least=22, comfort=40, most=64),
                    Column(title=tr.gettext("Số liệu"), flex=True, least=14, most=34, wrap=2),
                    Column(title=tr.gettext("Kỳ"), priority=1),
                    Column(title=tr.gettext("Nguồn"), priority=2, most=34),
                ),
                rows=tuple(figure_row(figure, briefing, tr) for figure in rest),
                indent=1,
                tight=True,
            )
        )
    if not targets and not standing.figures:
        blocks.append(
            quiet(
                tr.gettext("Đến {day} chưa có chỉ tiêu, số liệu nào.").format(
                    day=formatting.date_text(briefing.known_on, tr)
                )
            )
        )
    return blocks


def _summary(standing: PillarStanding, tr: Translator) -> tuple[Span, ...]:
    made: list[Span] = []
    for status in TargetStatus:
        count = standing.counts.get(status, 0)
        if count:
            made.extend(
                spans(
                    (
                        f"{statuses.mark(status).glyph} {count} {statuses.head(status, tr)}",
                        cells.role_of(status),
                    ),
                    "  ",
                )
            )
    if standing.mean is not None:
        made.extend(
            spans(
                (
                    tr.gettext("bình quân {mean} của {measured}/{total} chỉ tiêu").format(
                        mean=formatting.percent(standing.mean * 100, tr, 0),
                        measured=standing.measured,
                        total=len(standing.targets),
                    ),
                    Role.MUTED,
                )
            )
        )
    if not standing.targets and standing.figures:
        text = tr.ngettext("{count} số liệu", "{count} số liệu", len(standing.figures))
        made.extend(spans((text.format(count=len(standing.figures)), Role.MUTED)))
    return tuple(made)


def _target_row(standing: TargetStanding, briefing: Briefing, tr: Translator) -> Row:
    target, observation = standing.target, standing.observation
    return Row(
        cells=(
            cells.target_status(standing, tr),
            given.title(standing, tr),
            cells.judged_brief(standing, tr),
            cells.target_bar(standing),
            cells.goal_short(standing, tr),
            cells.due(standing, tr),
            cells.due_as_written(standing, tr),
            cells.source_cell(
                observation.source if observation else target.source,
                observation.paragraphs if observation else target.paragraphs,
                briefing.sources,
                tr,
            ),
        ),
        link=cells.target_link(standing),
    )
