"""What a page says of a unit across the changes of the map, and what its predecessors left.

Every page of a unit begins with :func:`notice` where there is something to say; nothing of this is
loaded for a unit that simply stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefing import formatting
from briefing.domain.combining import Combined
from briefing.domain.lineage import Former, Inherited, Lineage
from briefing.domain.model import Measure, Source, Unit
from briefing.domain.standing import Briefing, Figure
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Align, Block, Column, Paragraph, Row, Table, quiet
from briefing.pages.line import Link, LinkKind, Role, Span, spans
from briefing.wording import lineage as words

MOST_KEY_FIGURES = 5
"""Figures of each predecessor on the overview; the pillars have them all."""
INDEXES = (Measure.RANK, Measure.INDEX)
"""What an assessment of all units states."""


def notice(lineage: Lineage | None, tr: Translator, *, offers: bool = True) -> list[Block]:
    """What became of the unit by the day and whence it came, with a line to go to each.

    Empty for a unit that simply stands. ``offers`` False leaves the lines to predecessors to
    :func:`predecessors_table`.
    """
    if lineage is None:
        return []
    blocks: list[Block] = []
    fate = words.fate(lineage, tr)
    if fate:
        blocks.append(Paragraph(spans=spans((fate, Role.WARNING)), indent=0))
        blocks += [_offer(heir, words.in_sentence(heir, tr), tr) for heir in lineage.heirs]
    origin = words.origin(lineage, tr)
    if origin:
        role = Role.WARNING if lineage.is_still_to_come else Role.STRONG
        blocks.append(Paragraph(spans=spans((origin, role)), indent=0))
        more = (*words.older_origins(lineage, tr), words.code_before(lineage, tr))
        blocks += [Paragraph(spans=spans((said, role)), indent=0) for said in more if said]
        if offers:
            names = words.names_on(lineage.ancestors, lineage.as_of, tr)
            blocks += [_offer(one, names[one.key], tr) for one in lineage.ancestors]
    return blocks


def _offer(unit: Unit, name: str, tr: Translator) -> Paragraph:
    """A line that opens a unit."""
    text = tr.gettext("Mở {unit}").format(unit=name)
    link = Link(LinkKind.UNIT, str(unit.key))
    return Paragraph(spans=spans(("→ ", Role.ACCENT), (text, Role.ACCENT)), link=link)


def overview_blocks(briefing: Briefing, tr: Translator) -> tuple[list[Block], list[Block]]:
    """What the overview says at its beginning, and at its end.

    At the beginning stands who the predecessors are and how much is known of each, at the end
    their key figures, each under its own name.
    """
    lineage, inherited = briefing.lineage, briefing.inherited
    if lineage is None:
        return [], []
    if inherited is None:
        return notice(lineage, tr), []
    head = [*notice(lineage, tr, offers=False), predecessors_table(lineage, inherited, tr)]
    return head, _key_figures(lineage, inherited, briefing.sources, tr)


def predecessors_table(lineage: Lineage, inherited: Inherited, tr: Translator) -> Table:
    """The predecessors, each with how many figures are known of it and the newest rank."""
    rows = []
    names = words.names_on(lineage.ancestors, lineage.as_of, tr)
    for former in inherited.former:
        unit = former.unit
        rows.append(
            Row(
                cells=(
                    spans(("→ ", Role.ACCENT), (names[unit.key], Role.ACCENT)),
                    spans((_known(former, tr), Role.MUTED)),
                    _rank(former, tr),
                ),
                link=Link(LinkKind.UNIT, str(unit.key)),
            )
        )
    return Table(
        columns=(
            Column(most=40),
            Column(flex=True, least=16, comfort=30, most=44),
            Column(flex=True, least=16, most=48, priority=1),
        ),
        rows=tuple(rows),
        tight=True,
    )


def _known(former: Former, tr: Translator) -> str:
    if not former.figures:
        return tr.gettext("chưa có số liệu")
    count = len(former.figures)
    newest = max(figure.observation.published_on for figure in former.figures)
    text = tr.ngettext("{count} số liệu, mới nhất {day}", "{count} số liệu, mới nhất {day}", count)
    return text.format(count=count, day=formatting.date_text(newest, tr))


def _rank(former: Former, tr: Translator) -> tuple[Span, ...]:
    """The newest rank on an index of the whole, with its period: "DTI hạng 10/63 (2022)"."""
    ranks = [
        figure
        for figure in former.figures
        if figure.indicator.measure is Measure.RANK and figure.indicator.pillar is None
    ]
    if not ranks:
        return ()
    figure = max(ranks, key=lambda one: (one.observation.end, one.observation.published_on))
    observation = figure.observation
    said = formatting.figure(observation, figure.indicator, tr)
    period = formatting.span_short(observation.start, observation.end, tr)
    name = cells.indicator_short(figure.indicator, tr)
    return spans((f"{name}: {said} ({period})", Role.MUTED))


def _key_figures(
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
        text = tr.ngettext("{count} đã cũ", "{count} đã cũ", old)
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
                            spans((words.total(one, tr), Role.STRONG)),
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
            why = words.why_not(one, tr)
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
