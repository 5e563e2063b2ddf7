"""Information systems, platforms and databases of a unit, by kind."""

from __future__ import annotations

from briefing import formatting, statuses, wording
from briefing.domain.lookup import SystemTold, UnitSystems
from briefing.domain.model import SystemKind
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Block, Column, Page, Paragraph, Row, Table, quiet
from briefing.pages.line import Link, LinkKind, Role, Span, spans
from briefing.pages.lineage import notice

KINDS = (
    SystemKind.DATABASE,
    SystemKind.PLATFORM,
    SystemKind.SYSTEM,
    SystemKind.PORTAL,
    SystemKind.SOFTWARE,
    SystemKind.INFRASTRUCTURE,
)
"""The order in which kinds are told; one that a folder of older days names comes last."""


def systems_page(told: UnitSystems, tr: Translator) -> Page:
    """Every system that sources told by the day: how many in each state, then kind by kind."""
    blocks: list[Block] = notice(told.lineage, tr)
    if told.systems:
        blocks.append(_summary(told, tr))
    else:
        text = tr.gettext("Đến {day} chưa có nguồn nào nêu hệ thống của đơn vị này.")
        blocks.append(quiet(text.format(day=formatting.date_text(told.known_on, tr))))
    kinds = dict.fromkeys((*KINDS, *(one.system.kind for one in told.systems)))
    for kind in kinds:
        found = [one for one in told.systems if one.system.kind == kind]
        if found:
            blocks.append(_table(kind, found, told, tr))
    return Page(
        title=wording.unit_title(told.unit, tr),
        subtitle=tr.gettext("Hệ thống, nền tảng, cơ sở dữ liệu"),
        blocks=tuple(blocks),
    )


def _summary(told: UnitSystems, tr: Translator) -> Paragraph:
    total = len(told.systems)
    text = tr.ngettext("{count} hệ thống", "{count} hệ thống", total).format(count=total)
    made = [*spans(Span(text, Role.STRONG, whole=True), "   ")]
    for state in reversed(list(statuses.SYSTEMS)):
        count = sum(1 for one in told.systems if one.system.state is state)
        if count:
            mark = statuses.mark(state)
            said = f"{mark.glyph} {count} {statuses.word(state, tr)}"
            made += spans(Span(said, cells.role_of(state), whole=True), "   ")
    source = told.sources.get(told.systems[0].system.source)
    if has_one_source(told) and source is not None:
        made += spans(Span(wording.citation(source, (), tr), Role.MUTED, whole=True))
    return Paragraph(spans=tuple(made))


def _table(kind: str, found: list[SystemTold], told: UnitSystems, tr: Translator) -> Table:
    name = wording.system_kind(kind, tr)
    ordered = sorted(found, key=lambda one: -statuses.severity(one.system.state))
    return Table(
        heading=name[:1].upper() + name[1:],
        aside=str(len(found)),
        columns=(
            Column(title=tr.gettext("Tình trạng"), most=16),
            Column(title=tr.gettext("Tên"), flex=True, least=24, comfort=32, most=64, wrap=3),
            Column(title=tr.gettext("Số liệu"), flex=True, least=16, comfort=24, most=60, wrap=8),
            Column(title=tr.gettext("Vận hành"), priority=3, most=24),
            Column(title=tr.gettext("Nguồn"), priority=1 if has_one_source(told) else 2, most=32),
        ),
        rows=tuple(_row(one, told, tr) for one in ordered),
    )


def _row(one: SystemTold, told: UnitSystems, tr: Translator) -> Row:
    system = one.system
    return Row(
        cells=(
            cells.status(system.state, tr, statuses.head(system.state, tr)),
            spans(tr.pick(system.name, system.name_en)),
            figures_cell(one, tr),
            spans((run_by(one, told, tr), Role.MUTED)),
            _cited(one, told, tr),
        ),
        link=system_link(one),
    )


def figures_cell(one: SystemTold, tr: Translator) -> tuple[Span, ...]:
    """The figures that tell about a system, each with its name: "CSDL chuyên ngành 141"."""
    made: list[Span] = []
    for indicator, observation in one.figures:
        if made:
            made += spans(("; ", Role.MUTED))
        made += spans(
            (cells.indicator_short(indicator, tr) + " ", Role.MUTED),
            Span(formatting.figure_short(observation, indicator, tr), Role.STRONG, whole=True),
        )
    return tuple(made)


def has_one_source(told: UnitSystems) -> bool:
    """Whether one source tells of all systems; the head of the page names it then."""
    return len({one.system.source for one in told.systems}) == 1


def _cited(one: SystemTold, told: UnitSystems, tr: Translator) -> tuple[Span, ...]:
    system = one.system
    if has_one_source(told):
        return spans((wording.paragraphs_text(system.paragraphs, tr), Role.MUTED))
    return cells.source_cell(system.source, system.paragraphs, told.sources, tr)


def run_by(one: SystemTold, told: UnitSystems, tr: Translator) -> str:
    """Who runs a system, by its short name; empty where no source tells."""
    code = one.system.run_by
    if code is None:
        return ""
    unit = told.units.get(code)
    return wording.unit_short(unit, tr) if unit is not None else code


def system_link(one: SystemTold) -> Link:
    """Opens a system's own page."""
    system = one.system
    paragraph = system.paragraphs[0] if system.paragraphs else None
    return Link(LinkKind.SYSTEM, system.id, system.source, paragraph)
