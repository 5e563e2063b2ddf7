"""One indicator: the figure, where it stands, its history with the target line, its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefing import formatting, wording
from briefing.domain.model import Better, Indicator, Observation, Source
from briefing.domain.progress import rate_disagrees
from briefing.domain.standing import IndicatorHistory, TargetStanding
from briefing.language import Translator
from briefing.pages import cells, given
from briefing.pages.blocks import Block, Column, Page, Paragraph, Row, Table, quiet
from briefing.pages.indicator_history import history_table
from briefing.pages.indicator_tables import (
    cited,
    others_table,
    revised_table,
    source_link,
    stated_table,
    tasks_table,
)
from briefing.pages.line import Link, Role, spans
from briefing.pages.lineage import notice
from briefing.pages.revisions import target_history
from briefing.pages.verdict import rule_text


def indicator_page(
    history: IndicatorHistory,
    sources: Mapping[str, Source],
    tr: Translator,
    *,
    target: TargetStanding | None = None,
) -> Page:
    """The newest figure first, then targets, parts, history, other units, tasks, definition.

    Where the page stands below that of a ``target``, targets and tasks are left out, and the goal
    beside the history is that target's.
    """
    indicator = history.indicator
    name = cells.indicator_name(indicator, tr)
    blocks: list[Block] = notice(history.lineage, tr, offers=False)
    blocks.append(Table(heading=name))
    blocks.extend(_headline(history, sources, tr))
    if history.values:
        blocks.extend(_parts(history.values[0], tr))
    if target is None:
        blocks.extend(_targets(history, tr))
    if len(history.values) > 1:
        blocks.append(history_table(history, sources, tr, target))
    if history.lineage is not None and history.inherited is not None:
        from briefing.pages.former_series import former_blocks

        blocks += former_blocks(history, history.lineage, history.inherited, sources, tr)
    if history.stated:
        blocks.append(stated_table(history, sources, tr))
    if history.revised:
        blocks.append(revised_table(history, sources, tr))
    if target is None:
        promised = [*(standing.target for standing in history.targets), *history.closed]
        blocks += target_history(promised, history.edits, indicator, history.documents, tr)
    if history.others:
        blocks.append(others_table(history, sources, tr))
    if history.tasks and target is None:
        blocks.append(tasks_table(history, tr))
    blocks.append(_definition(indicator, tr))
    return Page(
        title=wording.unit_title(history.unit, tr),
        subtitle=name,
        blocks=tuple(blocks),
    )


def _headline(
    history: IndicatorHistory, sources: Mapping[str, Source], tr: Translator
) -> list[Block]:
    """The newest figure with what must be said beside it; or that there is none."""
    if history.values:
        newest = history.values[0]
        facts = _facts(newest, history.indicator, sources, tr)
        replaced = _replaced(newest, history, sources, tr)
        return [replace(facts, rows=(*facts.rows, *replaced), tight=True)]
    text = tr.gettext("{unit} chưa có số liệu nào công bố đến {day} cho chỉ số này.").format(
        day=formatting.date_text(history.known_on, tr), unit=wording.unit_title(history.unit, tr)
    )
    none = Paragraph(spans=spans((formatting.MISSING, Role.STRONG), "  ", (text, Role.MUTED)))
    for unit, indicator, observation in history.others:
        if unit.key == history.unit.key:
            other = tr.gettext("Có số liệu theo định nghĩa khác: {indicator}").format(
                indicator=cells.indicator_name(indicator, tr)
            )
            return [
                none,
                Paragraph(spans=spans((other, Role.WARNING)), tight=False),
                _facts(observation, indicator, sources, tr),
                quiet(tr.pick(indicator.definition, indicator.definition_en)),
            ]
    return [none]


def _replaced(
    newest: Observation, history: IndicatorHistory, sources: Mapping[str, Source], tr: Translator
) -> list[Row]:
    """The figure that the newest one took the place of, with its source."""
    return [
        Row(
            cells=(
                spans((tr.gettext("Thay số đã công bố"), Role.MUTED)),
                spans(
                    formatting.figure(old, history.indicator, tr),
                    (f" · {cited(old, sources, tr)}", Role.MUTED),
                ),
            ),
            link=source_link(old),
        )
        for old in history.revised
        if (new := history.revisions.get(old.id)) is not None and new.id == newest.id
    ]


def _facts(
    newest: Observation, indicator: Indicator, sources: Mapping[str, Source], tr: Translator
) -> Table:
    """The figure, how it is printed, its period and source, and every reservation about it."""
    said = formatting.figure(newest, indicator, tr)
    rows = [
        Row(
            cells=(spans((tr.gettext("Số liệu"), Role.MUTED)), spans((said, Role.STRONG))),
            link=_counted(cells.figure_link(indicator, newest), newest),
        )
    ]
    if newest.printed and newest.printed not in said:
        rows.append(_fact(tr.gettext("Nguồn ghi là"), f"“{newest.printed}”"))
    rows.append(_fact(tr.gettext("Kỳ số liệu"), formatting.period(newest.start, newest.end, tr)))
    rows.append(
        Row(
            cells=(
                spans((tr.gettext("Nguồn"), Role.MUTED)),
                spans(cited(newest, sources, tr)),
            ),
            link=source_link(newest),
        )
    )
    if newest.numerator is not None and newest.denominator is not None:
        counts = formatting.ratio(newest.numerator, newest.denominator, tr)
        if counts not in said:
            rows.append(_fact(tr.gettext("Tử số/mẫu số"), counts))
    if rate_disagrees(newest, indicator):
        rows.append(
            _fact(tr.gettext("Không khớp"), wording.rate_disagreement(newest, tr), Role.WARNING)
        )
    rows += [
        _fact(name, text)
        for name, text in (
            (tr.gettext("Cách diễn đạt"), wording.qualifier_note(newest, tr)),
            (tr.gettext("Ghi chú"), tr.pick(newest.note, newest.note_en)),
            (
                tr.gettext("Ngày công bố"),
                "" if newest.published_exact else wording.published(newest, tr),
            ),
        )
        if text
    ]
    return Table(columns=(Column(most=24), Column(flex=True, least=30, wrap=4)), rows=tuple(rows))


def _counted(link: Link, newest: Observation) -> Link:
    """A count opens who has been counted in its own unit, whichever is in focus."""
    return link if link.duty is None else link._replace(unit=str(newest.unit))


def _fact(name: str, text: str, role: Role = Role.PLAIN) -> Row:
    return Row(
        cells=(spans((name, Role.MUTED if role is Role.PLAIN else role)), spans((text, role)))
    )


def _parts(newest: Observation, tr: Translator) -> list[Block]:
    if not newest.parts_present and not newest.parts_missing:
        return []
    rows = [
        Row(cells=(spans(("✔", Role.GOOD)), spans(wording.part_name(part, tr))))
        for part in newest.parts_present
    ] + [
        Row(cells=(spans(("✘", Role.BAD)), spans((wording.part_name(part, tr), Role.MUTED))))
        for part in newest.parts_missing
    ]
    return [
        Table(
            heading=tr.gettext("Các phần được nguồn nêu tên"),
            aside=tr.gettext("✔ được tính, ✘ không được tính"),
            columns=(Column(), Column(flex=True, least=30)),
            rows=tuple(rows),
        )
    ]


def _targets(history: IndicatorHistory, tr: Translator) -> list[Block]:
    blocks: list[Block] = []
    for number, standing in enumerate(history.targets):
        blocks.append(
            Table(
                heading=tr.gettext("Chỉ tiêu") if number == 0 else "",
                columns=(
                    Column(most=30),
                    Column(flex=True, least=20, most=60),
                    Column(fixed=20, priority=2, twin=False),
                    Column(most=24),
                    Column(priority=1),
                    Column(priority=3, most=28),
                ),
                rows=(
                    Row(
                        cells=(
                            cells.target_status(standing, tr),
                            given.title(standing, tr),
                            cells.target_bar(standing),
                            spans(
                                tr.gettext("cần {goal}").format(
                                    goal=formatting.goal_short(
                                        standing.goal, standing.indicator, tr
                                    )
                                )
                            ),
                            cells.due(standing, tr),
                            cells.due_as_written(standing, tr),
                        ),
                        link=cells.target_link(standing),
                    ),
                ),
                tight=number > 0,
            )
        )
        blocks.append(Paragraph(spans=spans((rule_text(standing, tr), Role.MUTED)), indent=3))
    return blocks


def _definition(indicator: Indicator, tr: Translator) -> Block:
    better = {
        Better.HIGHER: tr.gettext("càng cao càng tốt"),
        Better.LOWER: tr.gettext("càng thấp càng tốt"),
        Better.NEITHER: tr.gettext("không xét hơn kém"),
    }[indicator.better]
    text = tr.pick(indicator.definition, indicator.definition_en)
    said = f"{text.rstrip('.')}; {better}." if text else f"{better[:1].upper()}{better[1:]}."
    return Table(
        heading=tr.gettext("Cách tính"),
        columns=(Column(flex=True, least=30, wrap=6),),
        rows=(Row(cells=(spans((said, Role.MUTED)),)),),
    )
