"""The units scored on a framework in one period; places among those scored in full."""

from __future__ import annotations

from datetime import date

from briefing import formatting, wording
from briefing.domain.framework_told import FrameworkTold
from briefing.domain.model import Unit
from briefing.domain.scored_units import ScoredUnit
from briefing.domain.scores import Basis
from briefing.language import N_, Translator
from briefing.pages.blocks import Align, Block, Column, Row, Table
from briefing.pages.framework_cells import points_text
from briefing.pages.line import Link, LinkKind, Role, Span, spans
from briefing.pages.ranking_words import FOCUS

_BASES = {
    Basis.APPRAISED: N_("thẩm định"),
    Basis.SELF: N_("tự chấm"),
    Basis.BOTH: N_("một phần tự chấm"),
}


def scored_blocks(told: FrameworkTold, tr: Translator) -> list[Block]:
    """Every unit's points, share and coverage; below them those with points of other periods."""
    scored = told.scored
    blocks: list[Block] = []
    if scored.units:
        rows = tuple(_row(each, told, tr) for each in scored.units)
        blocks.append(
            Table(
                heading=tr.gettext("Các đơn vị đã chấm"),
                aside=_aside(told, tr),
                columns=(
                    Column(title=tr.gettext("Hạng"), align=Align.RIGHT),
                    Column(title=tr.gettext("Đơn vị"), flex=True, least=18, comfort=24),
                    Column(title=tr.gettext("Điểm"), align=Align.DECIMAL),
                    Column(title=tr.gettext("Tỷ lệ"), align=Align.DECIMAL),
                    Column(title=tr.gettext("Đã chấm"), align=Align.RIGHT),
                    Column(title=tr.gettext("Tính theo"), priority=1),
                ),
                rows=rows,
                show_titles=True,
            )
        )
    if scored.elsewhen:
        blocks.append(
            Table(
                heading=tr.gettext("Chỉ có điểm của kỳ khác"),
                columns=(Column(flex=True, least=18), Column()),
                rows=tuple(_elsewhen(unit, end, told, tr) for unit, end in scored.elsewhen),
            )
        )
    return blocks


def place_words(told: FrameworkTold, tr: Translator) -> str:
    """ "hạng 2/12 đơn vị chấm đủ"; empty for a unit without a place."""
    own = told.scored.of(told.unit)
    if own is None or own.rank is None:
        return ""
    text = tr.gettext("hạng {rank}/{count} đơn vị chấm đủ")
    return text.format(rank=own.rank, count=told.scored.ranked)


def _aside(told: FrameworkTold, tr: Translator) -> str:
    """For when; among how many the places are, and how many have none."""
    scored = told.scored
    said = []
    if scored.start is not None and scored.end is not None:
        said.append(formatting.period(scored.start, scored.end, tr))
    partial = len(scored.units) - scored.ranked
    if told.more:
        text = tr.gettext("hơn {count} đơn vị nên không xếp hạng")
        said.append(text.format(count=len(scored.units)))
    elif scored.ranked:
        text = tr.gettext("hạng trong {count} đơn vị chấm đủ")
        said.append(text.format(count=scored.ranked))
        if partial:
            text = tr.ngettext(
                "{count} đơn vị chấm chưa đủ", "{count} đơn vị chấm chưa đủ", partial
            )
            said.append(text.format(count=partial))
    else:
        said.append(tr.gettext("chưa xếp hạng: chưa có hai đơn vị chấm đủ mọi mục"))
    return "; ".join(said)


def _row(each: ScoredUnit, told: FrameworkTold, tr: Translator) -> Row:
    own = each.unit.key == told.unit.key
    mark = "" if told.scored.of(told.unit) is None else f"{FOCUS} " if own else "  "
    got = each.got
    points = points_text(got.points, tr)
    if got.points is not None:
        points = f"{points}/{points_text(got.covered, tr)}"
    share = formatting.MISSING if got.share is None else formatting.percent(got.share * 100, tr, 1)
    name = wording.unit_title(each.unit, tr)
    return Row(
        cells=(
            _rank(each, told),
            (Span(mark), *spans((name, Role.STRONG if own else Role.PLAIN))),
            spans((points, Role.STRONG)),
            spans(share),
            _covered(each, tr),
            spans((tr.gettext(_BASES[each.basis]) if each.basis else "", Role.MUTED)),
        ),
        link=_link(each.unit, told),
    )


def _rank(each: ScoredUnit, told: FrameworkTold) -> tuple[Span, ...]:
    """The place; a dash beside those of others, nothing where nobody has one."""
    if each.rank is None:
        return spans((formatting.MISSING if told.scored.ranked else "", Role.MUTED))
    return spans((str(each.rank), Role.STRONG))


def _covered(each: ScoredUnit, tr: Translator) -> tuple[Span, ...]:
    if not each.missing:
        return spans((tr.gettext("đủ"), Role.MUTED))
    said = f"{points_text(each.got.covered, tr)}/{points_text(each.got.most, tr)}"
    return spans((said, Role.WARNING))


def _elsewhen(unit: Unit, end: date, told: FrameworkTold, tr: Translator) -> Row:
    text = tr.gettext("đến {day}").format(day=formatting.date_text(end, tr))
    name = wording.unit_title(unit, tr)
    return Row(cells=(spans(name), spans((text, Role.MUTED))), link=_link(unit, told))


def _link(unit: Unit, told: FrameworkTold) -> Link:
    return Link(LinkKind.FRAMEWORK, told.framework.id, unit=str(unit.key))
