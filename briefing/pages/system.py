"""One information system by itself, and what is said of it below the list."""

from __future__ import annotations

from briefing import formatting, wording
from briefing.domain.lookup import SystemTold, UnitSystems
from briefing.domain.model import Indicator, Observation
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Align, Block, Column, Page, Row, Table, quiet
from briefing.pages.detail import fitted
from briefing.pages.line import Line, Link, LinkKind, Role, Span, spans
from briefing.pages.systems import figures_cell, run_by


def system_named(told: UnitSystems, name: str) -> SystemTold | None:
    """The system of that id among those told by the day, or ``None``."""
    return next((one for one in told.systems if one.system.id == name), None)


def system_page(one: SystemTold, told: UnitSystems, tr: Translator) -> Page:
    """A system: what it is, where it stands, who runs it, its figures and their source."""
    system = one.system
    kind = wording.system_kind(system.kind, tr)
    unit = told.units.get(system.run_by or "")
    who = wording.unit_title(unit, tr) if unit is not None else system.run_by or ""
    rows = [
        _row(tr.gettext("Loại"), spans(kind)),
        _row(tr.gettext("Tình trạng"), cells.status(system.state, tr)),
        _row(tr.gettext("Vận hành"), spans(who or tr.gettext("nguồn không nêu"))),
        _row(tr.gettext("Ghi chú"), spans(tr.pick(system.note, system.note_en))),
        _source(one, told, tr),
    ]
    blocks: list[Block] = [
        Table(
            heading=tr.pick(system.name, system.name_en),
            columns=(Column(most=20), Column(flex=True, least=30, wrap=6)),
            rows=tuple(row for row in rows if row is not None),
        )
    ]
    if one.figures:
        blocks.append(_figures(one, told, tr))
    return Page(
        title=tr.gettext("Hệ thống"),
        subtitle=wording.unit_title(told.unit, tr),
        blocks=tuple(blocks),
    )


def unknown_system_page(told: UnitSystems, tr: Translator) -> Page:
    """Says that no source told of the system by the day in force."""
    text = tr.gettext("Đến {day} chưa có mục này.")
    return Page(
        title=wording.unit_title(told.unit, tr),
        blocks=(quiet(text.format(day=formatting.date_text(told.known_on, tr))),),
    )


def system_detail(
    one: SystemTold, told: UnitSystems, tr: Translator, room: int, most: int
) -> tuple[Line, ...]:
    """At most ``most`` lines of ``room`` cells: name and figures, remarks, who runs it, source."""
    system = one.system
    source = told.sources.get(system.source)
    who = run_by(one, told, tr)
    cited = wording.citation(source, system.paragraphs, tr) if source is not None else ""
    runs = tr.gettext("{unit} vận hành").format(unit=who) if who else ""
    figures = figures_cell(one, tr)
    return fitted(
        (
            (
                *spans((tr.pick(system.name, system.name_en), Role.STRONG)),
                *((Span("  "), *figures) if figures else ()),
            ),
            spans((tr.pick(system.note, system.note_en), Role.WARNING)),
            spans((" · ".join(part for part in (cited, runs) if part), Role.MUTED)),
        ),
        room,
        most,
    )


def _row(name: str, cell: tuple[Span, ...], link: Link | None = None) -> Row | None:
    return Row(cells=(spans((name, Role.MUTED)), cell), link=link) if cell else None


def _source(one: SystemTold, told: UnitSystems, tr: Translator) -> Row | None:
    system = one.system
    known = told.sources.get(system.source)
    if known is None:
        return None
    paragraph = system.paragraphs[0] if system.paragraphs else None
    return _row(
        tr.gettext("Nguồn"),
        spans(wording.citation(known, system.paragraphs, tr)),
        Link(LinkKind.SOURCE, known.id, known.id, paragraph),
    )


def _figures(one: SystemTold, told: UnitSystems, tr: Translator) -> Table:
    return Table(
        heading=tr.gettext("Số liệu"),
        columns=(
            Column(title=tr.gettext("Chỉ số"), flex=True, least=24, comfort=40, wrap=3),
            Column(title=tr.gettext("Số liệu"), align=Align.DECIMAL, most=28),
            Column(title=tr.gettext("Kỳ"), priority=1),
            Column(title=tr.gettext("Nguồn"), priority=2, most=34),
        ),
        rows=tuple(
            _figure_row(indicator, observation, told, tr) for indicator, observation in one.figures
        ),
    )


def _figure_row(
    indicator: Indicator, observation: Observation, told: UnitSystems, tr: Translator
) -> Row:
    return Row(
        cells=(
            spans(cells.indicator_name(indicator, tr)),
            cells.figure(observation, indicator, tr),
            cells.period(observation, tr),
            cells.source_cell(observation.source, observation.paragraphs, told.sources, tr),
        ),
        link=cells.figure_link(indicator, observation)._replace(unit=str(told.unit.key)),
    )
