"""One indicator: the figure, where it stands, its history with the target line, its parts."""

from __future__ import annotations

from collections.abc import Mapping

from briefing import formatting, wording
from briefing.domain.model import Better, Indicator, Measure, Observation, Source
from briefing.domain.progress import rate_disagrees
from briefing.domain.standing import IndicatorHistory, TargetStanding
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Align, Bar, Block, Column, Page, Paragraph, Row, Table
from briefing.pages.line import Link, LinkKind, Role, Span, spans


def indicator_page(
    history: IndicatorHistory,
    sources: Mapping[str, Source],
    tr: Translator,
    *,
    targets: bool = True,
) -> Page:
    """The newest figure first, then targets, parts, history, other units, tasks, definition.

    ``targets`` False leaves out targets and tasks, where the page stands below a target's own.
    """
    indicator = history.indicator
    blocks: list[Block] = [_headline(history, sources, tr)]
    newest = history.values[0] if history.values else None
    if newest is not None:
        blocks.extend(_about(newest, indicator, tr))
        blocks.extend(_parts(newest, tr))
    if targets:
        blocks.extend(_targets(history, tr))
    if len(history.values) > 1:
        blocks.append(_history(history, sources, tr))
    if history.stated:
        blocks.append(_stated(history, sources, tr))
    if history.revised:
        blocks.append(_revised(history, sources, tr))
    if history.others:
        blocks.append(_others(history, sources, tr))
    if history.tasks and targets:
        blocks.append(_tasks(history, tr))
    blocks.append(_definition(indicator, tr))
    return Page(
        title=cells.indicator_name(indicator, tr),
        subtitle=wording.unit_title(history.unit, tr),
        blocks=tuple(blocks),
    )


def _headline(history: IndicatorHistory, sources: Mapping[str, Source], tr: Translator) -> Block:
    name = cells.indicator_name(history.indicator, tr)
    if not history.values:
        text = tr.gettext("{unit} chưa có số liệu được công bố cho chỉ tiêu này.").format(
            unit=wording.unit_title(history.unit, tr)
        )
        return Table(
            heading=name,
            columns=(Column(flex=True, least=30),),
            rows=(
                Row(cells=(spans((formatting.MISSING, Role.STRONG), "  ", (text, Role.MUTED)),)),
            ),
        )
    newest = history.values[0]
    rows = [
        Row(
            cells=(
                spans((tr.gettext("Số liệu"), Role.MUTED)),
                cells.figure(newest, _own(history, newest), tr),
            ),
            link=cells.figure_link(_own(history, newest), newest),
        ),
        _fact(tr.gettext("Kỳ số liệu"), formatting.period(newest.start, newest.end, tr), tr),
        Row(
            cells=(
                spans((tr.gettext("Nguồn"), Role.MUTED)),
                spans(_cited(newest, sources, tr)),
            ),
            link=_source_link(newest),
        ),
    ]
    if newest.printed:
        rows.insert(1, _fact(tr.gettext("Nguồn in là"), f"“{newest.printed}”", tr))
    return Table(heading=name, columns=_facts_columns(), rows=tuple(rows))


def _own(history: IndicatorHistory, observation: Observation) -> Indicator:
    """The indicator an observation measures: the page's own, or the variant it came by."""
    for _, indicator, other in history.others:
        if other.id == observation.id:
            return indicator
    return history.indicator


def _facts_columns() -> tuple[Column, ...]:
    return (Column(most=20), Column(flex=True, least=30, wrap=4))


def _fact(name: str, text: str, tr: Translator) -> Row:
    return Row(cells=(spans((name, Role.MUTED)), spans(text)))


def _source_link(observation: Observation) -> Link:
    paragraph = observation.paragraphs[0] if observation.paragraphs else None
    return Link(LinkKind.SOURCE, observation.source, observation.source, paragraph)


def _cited(observation: Observation, sources: Mapping[str, Source], tr: Translator) -> str:
    source = sources.get(observation.source)
    return wording.citation(source, observation.paragraphs, tr) if source else observation.source


def _about(newest: Observation, indicator: Indicator, tr: Translator) -> list[Block]:
    """What must be said beside the figure: numerator, disagreement, qualifier, note."""
    rows: list[Row] = []
    if newest.numerator is not None and newest.denominator is not None:
        rows.append(
            _fact(
                tr.gettext("Tử số/mẫu số"),
                formatting.ratio(newest.numerator, newest.denominator, tr),
                tr,
            )
        )
    if rate_disagrees(newest, indicator):
        rows.append(
            Row(
                cells=(
                    spans((tr.gettext("Không khớp"), Role.WARNING)),
                    spans((wording.rate_disagreement(newest, tr), Role.WARNING)),
                )
            )
        )
    qualifier = wording.qualifier_note(newest, tr)
    if qualifier:
        rows.append(_fact(tr.gettext("Cách nói"), qualifier, tr))
    note = tr.pick(newest.note, newest.note_en)
    if note:
        rows.append(_fact(tr.gettext("Ghi chú"), note, tr))
    if not newest.published_exact:
        rows.append(_fact(tr.gettext("Ngày công bố"), wording.published(newest, tr), tr))
    if not rows:
        return []
    return [Table(columns=_facts_columns(), rows=tuple(rows), tight=True)]


def _parts(newest: Observation, tr: Translator) -> list[Block]:
    if not newest.parts_present and not newest.parts_missing:
        return []
    rows = [Row(cells=(spans(("✔", Role.GOOD)), spans(part))) for part in newest.parts_present] + [
        Row(cells=(spans(("✘", Role.BAD)), spans((part, Role.MUTED))))
        for part in newest.parts_missing
    ]
    return [
        Table(
            heading=tr.gettext("GỒM CÁC PHẦN NGUỒN NÊU TÊN"),
            aside=tr.gettext("✔ thuộc số đếm, ✘ không thuộc"),
            columns=(Column(), Column(flex=True, least=30)),
            rows=tuple(rows),
        )
    ]


def _targets(history: IndicatorHistory, tr: Translator) -> list[Block]:
    blocks: list[Block] = []
    for number, standing in enumerate(history.targets):
        blocks.append(
            Table(
                heading=tr.gettext("CHỈ TIÊU") if number == 0 else "",
                columns=(
                    Column(most=30),
                    Column(flex=True, least=20, most=60),
                    Column(fixed=20, priority=2, twin=False),
                    Column(most=24),
                    Column(priority=1),
                ),
                rows=(
                    Row(
                        cells=(
                            cells.target_status(standing, tr),
                            spans(cells.target_title(standing, tr)),
                            cells.target_bar(standing),
                            spans(
                                tr.gettext("cần {goal}").format(
                                    goal=formatting.goal_short(
                                        standing.goal, standing.indicator, tr
                                    )
                                )
                            ),
                            cells.due(standing, tr),
                        ),
                        link=cells.target_link(standing),
                    ),
                ),
                tight=number > 0,
            )
        )
        blocks.append(Paragraph(spans=spans((rule_text(standing, tr), Role.MUTED)), indent=3))
    return blocks


def rule_text(standing: TargetStanding, tr: Translator) -> str:
    """The deciding rule, the gap, and a figure that came after the deadline."""
    parts = [wording.rule(standing, tr), wording.gap(standing, tr), wording.later(standing, tr)]
    if standing.derived and standing.observation is not None:
        parts.append(wording.derived_from(standing.observation, tr))
    if standing.target.manual_light is not None:
        light = standing.target.manual_light
        parts.append(
            tr.gettext("Đánh giá của {by} ngày {on}: {reason}").format(
                by=light.by, on=formatting.date_text(light.on, tr), reason=light.reason
            )
        )
    for change in standing.target.changes:
        if standing.indicator is not None:
            parts.append(
                tr.gettext("Mức giao đổi ngày {on}: {before} → {after}").format(
                    on=formatting.date_text(change.on, tr),
                    before=formatting.amount_short(change.before, standing.indicator, tr),
                    after=formatting.amount_short(change.after, standing.indicator, tr),
                )
            )
    sentences = [part[:1].upper() + part[1:].rstrip(".") + "." for part in parts if part]
    return " ".join(sentences)


def _history(history: IndicatorHistory, sources: Mapping[str, Source], tr: Translator) -> Table:
    goal = next((t.goal.value for t in history.targets if t.goal.value is not None), None)
    indicator = history.indicator
    top = _scale(indicator, [o.value for o in history.values], goal)
    rows = []
    for observation in history.values:
        rows.append(
            Row(
                cells=(
                    cells.period(observation, tr),
                    cells.figure(observation, _own(history, observation), tr),
                    Bar(
                        share=_share(indicator, observation.value, top),
                        tick=None if goal is None else _share(indicator, goal, top),
                    ),
                    spans((_cited(observation, sources, tr), Role.MUTED)),
                ),
                link=_source_link(observation),
            )
        )
    return Table(
        heading=tr.gettext("DIỄN BIẾN"),
        aside=tr.gettext("┃ là mức giao") if goal is not None else "",
        columns=(
            Column(title=tr.gettext("Kỳ")),
            Column(title=tr.gettext("Số liệu"), align=Align.DECIMAL, most=28),
            Column(fixed=24, priority=2, twin=False),
            Column(title=tr.gettext("Nguồn"), flex=True, least=16, priority=1),
        ),
        rows=tuple(rows),
    )


def _scale(indicator: Indicator, values: list[float], goal: float | None) -> float:
    if indicator.measure is Measure.PERCENT:
        return 100.0
    if indicator.measure is Measure.RANK and indicator.universe:
        return float(indicator.universe)
    return max([*values, goal or 0.0, 0.0]) or 1.0


def _share(indicator: Indicator, value: float, top: float) -> float:
    if indicator.measure is Measure.RANK and indicator.better is Better.LOWER:
        return (top - value + 1) / top
    return value / top


def _stated(history: IndicatorHistory, sources: Mapping[str, Source], tr: Translator) -> Table:
    return Table(
        heading=tr.gettext("THAY ĐỔI NGUỒN ĐÃ NÊU"),
        columns=(
            Column(title=tr.gettext("Thay đổi"), flex=True, least=24, most=60),
            Column(title=tr.gettext("Nguồn"), flex=True, least=16, priority=1),
        ),
        rows=tuple(
            Row(
                cells=(
                    (
                        *spans((wording.change(stated, history.indicator, tr), Role.STRONG)),
                        *_note(stated, tr),
                    ),
                    spans((_cited(stated, sources, tr), Role.MUTED)),
                ),
                link=_source_link(stated),
            )
            for stated in history.stated
        ),
    )


def _note(observation: Observation, tr: Translator) -> tuple[Span, ...]:
    note = tr.pick(observation.note, observation.note_en)
    return spans((f" – {note}", Role.WARNING)) if note else ()


def _revised(history: IndicatorHistory, sources: Mapping[str, Source], tr: Translator) -> Table:
    return Table(
        heading=tr.gettext("SỐ ĐÃ ĐƯỢC CÔNG BỐ LẠI"),
        columns=(
            Column(title=tr.gettext("Kỳ")),
            Column(title=tr.gettext("Số cũ"), align=Align.DECIMAL, most=28),
            Column(title=tr.gettext("Nguồn"), flex=True, least=16, priority=1),
        ),
        rows=tuple(
            Row(
                cells=(
                    cells.period(old, tr),
                    cells.figure(old, history.indicator, tr, Role.MUTED),
                    spans((_cited(old, sources, tr), Role.MUTED)),
                ),
                link=_source_link(old),
            )
            for old in history.revised
        ),
    )


def _others(history: IndicatorHistory, sources: Mapping[str, Source], tr: Translator) -> Table:
    top = _scale(history.indicator, [o.value for _, _, o in history.others], None)
    rows = []
    for unit, indicator, observation in history.others:
        own = unit.key == history.unit.key
        variant = indicator.id != history.indicator.id
        name: list[Span | tuple[str, Role]] = [
            (wording.unit_name(unit, tr), Role.STRONG if own else Role.PLAIN)
        ]
        remark = tr.gettext("định nghĩa khác") if variant else ""
        rows.append(
            Row(
                cells=(
                    spans(*name),
                    cells.figure(observation, indicator, tr, Role.STRONG if own else Role.PLAIN),
                    Bar(
                        share=_share(indicator, observation.value, top),
                        role=Role.BAR_MUTED if variant else Role.BAR_PROGRESS,
                    ),
                    cells.period(observation, tr),
                    spans((remark, Role.WARNING)),
                    spans((_cited(observation, sources, tr), Role.MUTED)),
                ),
                link=cells.figure_link(indicator, observation, str(unit.key)),
            )
        )
    return Table(
        heading=tr.gettext("CÁC ĐƠN VỊ KHÁC"),
        aside=tr.gettext("số mới nhất của mỗi đơn vị, kỳ có thể khác nhau"),
        columns=(
            Column(title=tr.gettext("Đơn vị"), most=26),
            Column(title=tr.gettext("Số liệu"), align=Align.DECIMAL, most=28),
            Column(fixed=18, priority=3, twin=False),
            Column(title=tr.gettext("Kỳ")),
            Column(title=tr.gettext("Lưu ý")),
            Column(title=tr.gettext("Nguồn"), flex=True, least=16, priority=2),
        ),
        rows=tuple(rows),
    )


def _tasks(history: IndicatorHistory, tr: Translator) -> Table:
    return Table(
        heading=tr.gettext("NHIỆM VỤ LIÊN QUAN"),
        columns=(
            Column(title=tr.gettext("Tình trạng"), most=30),
            Column(title=tr.gettext("Nhiệm vụ"), flex=True, least=24, comfort=40, most=70),
            Column(title=tr.gettext("Hạn"), priority=1, most=24),
        ),
        rows=tuple(
            Row(
                cells=(
                    cells.task_status(task, tr),
                    spans(cells.task_title(task, tr)),
                    spans((wording.due(task.task, tr), Role.MUTED)),
                ),
                link=cells.task_link(task),
            )
            for task in history.tasks
        ),
    )


def _definition(indicator: Indicator, tr: Translator) -> Block:
    better = {
        Better.HIGHER: tr.gettext("cao hơn là tốt hơn"),
        Better.LOWER: tr.gettext("thấp hơn là tốt hơn"),
        Better.NEITHER: tr.gettext("không xét hơn kém"),
    }[indicator.better]
    text = tr.pick(indicator.definition, indicator.definition_en)
    said = f"{text.rstrip('.')}; {better}." if text else f"{better[:1].upper()}{better[1:]}."
    return Table(
        heading=tr.gettext("CÁCH TÍNH"),
        columns=(Column(flex=True, least=30, wrap=6),),
        rows=(Row(cells=(spans((said, Role.MUTED)),)),),
    )
