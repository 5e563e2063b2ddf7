"""The figures that a unit's predecessors left, each under its own name, and what adds up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefing import formatting
from briefing.domain.combining import Combined
from briefing.domain.inheritance import Former, Inherited
from briefing.domain.lineage import Lineage
from briefing.domain.model import Measure, Source, Unit
from briefing.domain.standing import Briefing, Figure
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Align, Block, Column, Paragraph, Row, Table, quiet
from briefing.pages.line import Link, LinkKind, Role, spans
from briefing.wording import combining as adding
from briefing.wording import lineage as words

MOST_KEY_FIGURES = 5
"""Figures of each predecessor on the overview; the pillars have them all."""
INDEXES = (Measure.RANK, Measure.INDEX)
"""What an assessment of all units states."""


def key_figures(
    lineage: Lineage, inherited: Inherited, sources: Mapping[str, Source], tr: Translator
) -> list[Block]:
    """A few figures of each predecessor: ranks, rates and indexes first."""
    return [
        _figures(lineage, former, telling, sources, tr)
        for former in inherited.former
        if (telling := sorted(former.figures, key=_weight)[:MOST_KEY_FIGURES])
    ]


def _weight(figure: Figure) -> int:
    """What of a predecessor is told first: its place among all, its rates, the rest."""
    indicator = figure.indicator
    if indicator.pillar is None and indicator.variant_of is None and indicator.measure in INDEXES:
        return 0
    return 1 if indicator.measure is Measure.PERCENT else 2


def pillars_blocks(briefing: Briefing, tr: Translator) -> list[Block]:
    """All figures of each predecessor under its own name, then what of them adds up."""
    lineage, inherited = briefing.lineage, briefing.inherited
    if lineage is None or inherited is None:
        return []
    blocks: list[Block] = []
    for former in inherited.former:
        if former.figures:
            blocks.append(_figures(lineage, former, former.figures, briefing.sources, tr))
        else:
            text = tr.gettext("{unit}: chưa có số liệu.").format(unit=_name(former, lineage, tr))
            blocks.append(Paragraph(spans=spans((text, Role.MUTED)), indent=0, tight=False))
    if lineage.has_sums and any(former.figures for former in inherited.former):
        blocks += _sums(inherited.sums, tr)
    return blocks


def _name(former: Former, lineage: Lineage, tr: Translator) -> str:
    return words.names_on(lineage.ancestors, lineage.as_of, tr)[former.unit.key]


def _figures(
    lineage: Lineage,
    former: Former,
    figures: Sequence[Figure],
    sources: Mapping[str, Source],
    tr: Translator,
) -> Table:
    heading = tr.gettext("Số liệu của {unit}").format(unit=_name(former, lineage, tr))
    aside = []
    if len(figures) < len(former.figures):
        text = tr.gettext("{count} trong {total} số liệu")
        aside.append(text.format(count=len(figures), total=len(former.figures)))
    if old := sum(figure.stale for figure in figures):
        text = tr.ngettext("{count} số liệu cũ", "{count} số liệu cũ", old)
        aside.append(text.format(count=old))
    return Table(
        heading=heading,
        heading_link=Link(LinkKind.UNIT, str(former.unit.key)),
        aside=" · ".join(aside),
        columns=(
            Column(title=tr.gettext("Chỉ số"), flex=True, least=24, comfort=40, most=60),
            Column(title=tr.gettext("Số liệu"), flex=True, least=14, most=34, wrap=2),
            Column(title=tr.gettext("Kỳ"), priority=1),
            Column(title=tr.gettext("Nguồn"), priority=2, most=34),
        ),
        rows=tuple(_figure_row(figure, former.unit, sources, tr) for figure in figures),
    )


def _figure_row(figure: Figure, unit: Unit, sources: Mapping[str, Source], tr: Translator) -> Row:
    observation = figure.observation
    return Row(
        cells=(
            spans(cells.indicator_name(figure.indicator, tr)),
            (
                *cells.figure(observation, figure.indicator, tr),
                *cells.badges(replace(figure, stale=False), tr),
            ),
            cells.period(observation, tr),
            cells.source_cell(observation.source, observation.paragraphs, sources, tr),
        ),
        link=cells.figure_link(figure.indicator, observation, str(unit.key)),
    )


def _sums(sums: Iterable[Combined], tr: Translator) -> list[Block]:
    """What adds up, in a table; of the rest, who is missing for how many indicators."""
    found = list(sums)
    added = [one for one in found if one.refusal is None]
    blocks: list[Block] = []
    if added:
        blocks.append(
            Table(
                heading=tr.gettext("Cộng các đơn vị cũ"),
                aside=caution(tr),
                columns=(
                    Column(title=tr.gettext("Chỉ số"), flex=True, least=24, comfort=40, most=60),
                    Column(title=tr.gettext("Cộng"), align=Align.DECIMAL, most=34),
                    Column(title=tr.gettext("Kỳ"), priority=1),
                ),
                rows=tuple(
                    Row(
                        cells=(
                            spans(cells.indicator_name(one.indicator, tr)),
                            spans((adding.total(one, tr), Role.STRONG)),
                            spans((formatting.span_short(one.start, one.end, tr), Role.MUTED)),
                        ),
                        link=Link(LinkKind.INDICATOR, one.indicator.id),
                    )
                    for one in added
                ),
            )
        )
    reasons: dict[str, int] = {}
    for one in found:
        if one.refusal is not None:
            why = adding.why_not(one, tr)
            reasons[why] = reasons.get(why, 0) + 1
    for why, count in reasons.items():
        text = tr.ngettext(
            "Chưa cộng {count} chỉ số: {why}.", "Chưa cộng {count} chỉ số: {why}.", count
        )
        blocks.append(quiet(text.format(count=count, why=why)))
    blocks.append(quiet(tr.gettext("Thứ hạng, chỉ số tổng hợp và điểm không cộng.")))
    return blocks


def caution(tr: Translator) -> str:
    """What a sum does not know."""
    return tr.gettext("phép cộng số học; phần dùng chung có thể được đếm hai lần")
