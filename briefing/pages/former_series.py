"""One indicator before a unit was there: each predecessor's values, and what they add up to."""

from __future__ import annotations

from collections.abc import Mapping

from briefing import formatting, wording
from briefing.domain.combining import Combined
from briefing.domain.inheritance import FormerSeries, InheritedSeries
from briefing.domain.lineage import Lineage
from briefing.domain.model import Indicator, Measure, Source
from briefing.domain.standing import IndicatorHistory
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Align, Bar, Block, Column, Paragraph, Row, Table, quiet
from briefing.pages.former_figures import caution
from briefing.pages.indicator_tables import cited, scale, share, source_link
from briefing.pages.line import Link, LinkKind, Role, spans
from briefing.wording import combining as adding
from briefing.wording import lineage as words


def former_blocks(
    history: IndicatorHistory,
    lineage: Lineage,
    inherited: InheritedSeries,
    sources: Mapping[str, Source],
    tr: Translator,
) -> list[Block]:
    """Each predecessor's series on a scale of its own, then the sums, or why there are none."""
    name = words.names_on(lineage.ancestors, lineage.as_of, tr)
    blocks: list[Block] = [
        _series(series, history.indicator, name[series.unit.key], sources, tr)
        for series in inherited.series
    ]
    if inherited.silent:
        names = words.listed((name[unit.key] for unit in inherited.silent), tr)
        text = tr.gettext("Chưa có số liệu của {units}.").format(units=names)
        blocks.append(Paragraph(spans=spans((text, Role.MUTED)), indent=0, tight=False))
    if inherited.sums:
        blocks.append(_sums(inherited.sums, tr))
    elif inherited.refusal is not None and lineage.has_sums and inherited.series:
        blocks.append(quiet(adding.never(inherited.refusal, history.indicator, tr)))
    return blocks


def _series(
    series: FormerSeries,
    asked: Indicator,
    name: str,
    sources: Mapping[str, Source],
    tr: Translator,
) -> Table:
    indicator = series.indicator
    heading = tr.gettext("Diễn biến của {unit}").format(unit=name)
    aside = "" if indicator.id == asked.id else _why_apart(series, asked, tr)
    values = [o.value for o in series.values]
    top = scale(indicator, values, None)
    if indicator.measure is Measure.INDEX:
        top = max(top, 1.0)
    return Table(
        heading=heading,
        heading_link=Link(LinkKind.UNIT, str(series.unit.key)),
        aside=aside,
        columns=(
            Column(title=tr.gettext("Kỳ")),
            Column(title=tr.gettext("Số liệu"), align=Align.DECIMAL, most=28),
            Column(fixed=18, priority=2, twin=False),
            Column(title=tr.gettext("Nguồn"), flex=True, least=16, priority=1),
        ),
        rows=tuple(
            Row(
                cells=(
                    cells.period(observation, tr),
                    cells.figure(observation, indicator, tr),
                    Bar(share=share(indicator, observation.value, top), role=Role.BAR_MUTED),
                    spans((cited(observation, sources, tr), Role.MUTED)),
                ),
                link=source_link(observation),
            )
            for observation in series.values
        ),
    )


def _why_apart(series: FormerSeries, asked: Indicator, tr: Translator) -> str:
    """Why another indicator's values are not set against those of the one asked for.

    "không so sánh được: bộ chỉ số 2022; hạng trong 63 đơn vị, không phải 34".
    """
    indicator = series.indicator
    said = []
    if series.framework is not None:
        name = wording.framework_name(series.framework, tr)
        said.append(tr.gettext("theo {framework}").format(framework=name))
    among, own = indicator.universe, asked.universe
    if among is not None and own is not None and among != own:
        text = tr.gettext("hạng trong {other} đơn vị, không phải {universe}")
        other, universe = (formatting.number(count, tr) for count in (among, own))
        said.append(text.format(other=other, universe=universe))
    if said:
        return tr.gettext("không so sánh được: {why}").format(why="; ".join(said))
    return tr.gettext("định nghĩa khác, không so sánh được: {indicator}").format(
        indicator=cells.indicator_name(indicator, tr)
    )


def _sums(sums: tuple[Combined, ...], tr: Translator) -> Table:
    """Period by period: the sum with its parts, or who is missing."""
    rows = []
    for one in sums:
        added = adding.total(one, tr)
        why = adding.why_not(one, tr)
        rows.append(
            Row(
                cells=(
                    spans((formatting.span_short(one.start, one.end, tr), Role.MUTED)),
                    spans((added, Role.STRONG) if added else (formatting.MISSING, Role.MUTED)),
                    spans(
                        (tr.gettext("chưa cộng: {why}").format(why=why), Role.WARNING)
                        if why
                        else (adding.summands(one, tr), Role.MUTED)
                    ),
                )
            )
        )
    return Table(
        heading=tr.gettext("Cộng các đơn vị cũ"),
        aside=caution(tr),
        columns=(
            Column(title=tr.gettext("Kỳ")),
            Column(title=tr.gettext("Cộng"), align=Align.DECIMAL, most=34),
            Column(title=tr.gettext("Gồm"), flex=True, least=24, wrap=3),
        ),
        rows=tuple(rows),
    )
