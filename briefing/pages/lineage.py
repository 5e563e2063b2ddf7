"""What a page says of a unit across the changes of the map, and what its predecessors left.

Every page of a unit begins with :func:`notice` where there is something to say; nothing of this is
loaded for a unit that simply stands.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefing import formatting, wording
from briefing.domain.inheritance import Former, Inherited
from briefing.domain.lineage import Lineage
from briefing.domain.model import Indicator, Measure, Unit
from briefing.domain.standing import Briefing
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Block, Column, Paragraph, Row, Table
from briefing.pages.line import Link, LinkKind, Role, Span, spans
from briefing.wording import lineage as words


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


def fate(lineage: Lineage | None, tr: Translator) -> list[Block]:
    """What became of the unit and whence it came, in a line each, without the lines to go there."""
    if lineage is None:
        return []
    said = (words.fate(lineage, tr), words.origin(lineage, tr))
    return [Paragraph(spans=spans((text, Role.WARNING)), indent=0) for text in said if text]


def _offer(unit: Unit, name: str, tr: Translator) -> Paragraph:
    """A line that opens a unit."""
    text = tr.gettext("Mở {unit}").format(unit=name)
    link = Link(LinkKind.UNIT, str(unit.key))
    return Paragraph(spans=spans(("→ ", Role.ACCENT), (text, Role.ACCENT)), link=link)


def stood(link: Link, lineage: Lineage | None, tr: Translator) -> list[tuple[Span, ...]]:
    """A predecessor or an heir that a line opens, and from when to when it stands."""
    units = (*lineage.heirs, *lineage.ancestors) if lineage is not None else ()
    for unit in units:
        if link.kind is LinkKind.UNIT and str(unit.key) == link.ref:
            name = wording.unit_title(unit, tr)
            return [spans((name, Role.STRONG), "  ", (words.term(unit, tr), Role.MUTED))]
    return []


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
    from briefing.pages.former_figures import key_figures

    table = predecessors_table(lineage, inherited, briefing.indicators, tr)
    head = [*notice(lineage, tr, offers=False), table]
    return head, key_figures(lineage, inherited, briefing.sources, tr)


def predecessors_table(
    lineage: Lineage, inherited: Inherited, indicators: Mapping[str, Indicator], tr: Translator
) -> Table:
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
                    _rank(former, indicators, tr),
                ),
                link=Link(LinkKind.UNIT, str(unit.key)),
            )
        )
    return Table(
        columns=(
            Column(most=40),
            Column(flex=True, least=16, comfort=30, most=44),
            Column(priority=1),
        ),
        rows=tuple(rows),
        tight=True,
    )


def _known(former: Former, tr: Translator) -> str:
    if not former.figures:
        return tr.gettext("chưa có số liệu")
    count = len(former.figures)
    newest = max(figure.observation.published_on for figure in former.figures)
    text = tr.ngettext("{count} số liệu, đến {day}", "{count} số liệu, đến {day}", count)
    return text.format(count=count, day=formatting.date_text(newest, tr))


def _rank(former: Former, indicators: Mapping[str, Indicator], tr: Translator) -> tuple[Span, ...]:
    """The newest rank on an index of the whole, with its period: "DTI: hạng 10/63 (2022)"."""
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
    ranked = indicators.get(figure.indicator.rank_of or "", figure.indicator)
    name = cells.indicator_short(ranked, tr)
    return spans((f"{name}: {said} ({period})", Role.MUTED))
