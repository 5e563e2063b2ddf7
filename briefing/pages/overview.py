"""The overview: what needs a decision, how far the pillars are, and what changed."""

from __future__ import annotations

from collections.abc import Sequence

from briefing import formatting, wording
from briefing.domain.model import PillarKind, Unit
from briefing.domain.standing import (
    Briefing,
    PillarStanding,
    TargetStatus,
)
from briefing.language import N_, Translator
from briefing.pages import given
from briefing.pages.agenda import agenda_table, lapsed_lines, unheard_lines
from briefing.pages.blocks import Align, Bar, Block, Cell, Column, Page, Paragraph, Row, Table
from briefing.pages.highlights import changes_block, judged_blocks, key_figure_blocks
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
    blocks: list[Block] = [agenda_table(briefing, tr)]
    ending: list[Block] = []
    if briefing.agenda:
        said = (*unheard_lines(briefing, tr), *lapsed_lines(briefing, tr))
        blocks.extend(Paragraph(spans=line) for line in said)
    title = wording.unit_title(briefing.unit, tr)
    if briefing.lineage is not None:
        from briefing.pages.lineage import overview_blocks
        from briefing.wording.lineage import title_of

        title = title_of(briefing.unit, briefing.lineage, tr)
        beginning, ending = overview_blocks(briefing, tr)
        place = len(blocks) if briefing.agenda and briefing.lineage.stands else 0
        blocks[place:place] = beginning
    blocks.append(_pillars(briefing, tr))
    blocks.extend(_given(briefing, tr))
    blocks.append(changes_block(briefing, tr))
    blocks.extend(judged_blocks(briefing, tr))
    blocks.extend(key_figure_blocks(briefing, tr))
    blocks.extend(ending)
    return Page(
        title=title,
        subtitle=tr.gettext("Chuyển đổi số"),
        blocks=tuple(blocks),
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
            rows.append(_pillar_row(standing, briefing.unit, groups, tr))
        elif standing.targets or standing.figures:
            place = whole if standing.pillar is None else base
            place.append(_pillar_row(standing, briefing.unit, groups, tr))
    rows += whole
    if base:
        blank: tuple[Cell, ...] = ((),) * (len(columns) - 1)
        heading = spans((tr.gettext("Nền tảng chung"), Role.HEADING))
        rows += [Row(cells=(heading, *blank)), *base]
    return Table(columns=tuple(columns), rows=tuple(rows), show_titles=True, indent=0)


def _given(briefing: Briefing, tr: Translator) -> list[Block]:
    """How the unit stands against what units above set for all: a line each."""
    rows = given.summary(briefing, tr)
    if not rows:
        return []
    return [Table(columns=(Column(flex=True, least=20, wrap=2),), rows=tuple(rows), indent=0)]


def _pillar_row(
    standing: PillarStanding, unit: Unit, groups: Sequence[Group], tr: Translator
) -> Row:
    pillar = standing.pillar
    name = wording.whole_name(unit, tr)
    if pillar is not None:
        name = tr.pick(pillar.name, pillar.name_en)
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
