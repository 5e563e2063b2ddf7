"""The tree of a framework as a table: points at most, given by the unit itself, appraised, lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing import formatting, wording
from briefing.domain.framework_told import FrameworkTold
from briefing.domain.scoring import Score
from briefing.language import Translator
from briefing.pages.blocks import Align, Column, Row, Table
from briefing.pages.line import Link, LinkKind, Role, Span, spans


def points_text(points: float | None, tr: Translator) -> str:
    """Points with as many decimals as they have; a dash where nobody gave any."""
    return formatting.MISSING if points is None else formatting.number(points, tr)


def score_table(told: FrameworkTold, scores: Sequence[Score], tr: Translator) -> Table:
    """Every part with the points it could have, was given and lost, who leads it and until when."""
    shown = tuple(_all(scores))
    partly = any(not each.is_whole and each.maximum != 0 for each in shown)
    dated = any(each.due is not None for each in shown)
    led = any(each.lead is not None for each in shown)
    number = Align.DECIMAL
    columns = [
        *_names(tr),
        Column(title=tr.gettext("Tối đa"), align=number),
        Column(title=tr.gettext("Tự chấm"), align=number),
        Column(title=tr.gettext("Thẩm định"), align=number),
        Column(title=tr.gettext("Được"), align=number),
        Column(title=tr.gettext("Mất"), align=number),
    ]
    if partly:
        columns.append(Column(title=tr.gettext("Đã chấm"), align=Align.RIGHT, priority=1))
    if led:
        columns.append(Column(title=tr.gettext("Chủ trì"), priority=2, most=18))
    if dated:
        columns.append(Column(title=tr.gettext("Hạn"), priority=3, most=24))
    rows = []
    for each in shown:
        cells = [
            *_named(each, shown[0].depth, tr),
            _points(each.maximum, tr),
            _points(each.self_points, tr),
            _points(each.appraised_points, tr),
            _got(each, tr),
            _lost(each, tr),
        ]
        if partly:
            cells.append(_covered(each, tr))
        if led:
            cells.append(_lead(each, told, tr))
        if dated:
            cells.append(due_cell(each, told, tr))
        rows.append(Row(cells=tuple(cells), link=part_link(each, told)))
    return Table(
        heading=tr.gettext("Từng mục"),
        aside=tr.gettext("mất = điểm tối đa đã chấm − được"),
        columns=tuple(columns),
        rows=tuple(rows),
        show_titles=True,
    )


def structure_table(told: FrameworkTold, scores: Sequence[Score], tr: Translator) -> Table:
    """Every part with its points and their share of all; who leads it where a set says so."""
    shown = tuple(_all(scores))
    led = any(each.lead is not None for each in shown)
    dated = any(each.due is not None for each in shown)
    counted = any(each.part.components for each in shown)
    columns = [
        *_names(tr),
        Column(title=tr.gettext("Tối đa"), align=Align.DECIMAL),
        Column(title=tr.gettext("Tỷ trọng"), align=Align.DECIMAL, priority=1),
    ]
    if counted:
        columns.append(Column(title=tr.gettext("Thành phần"), align=Align.RIGHT, priority=2))
    if led:
        columns.append(Column(title=tr.gettext("Chủ trì"), priority=2, most=24))
    if dated:
        columns.append(Column(title=tr.gettext("Hạn"), priority=3, most=24))
    rows = []
    for each in shown:
        cells = [
            *_named(each, shown[0].depth, tr),
            _points(each.maximum, tr),
            _share(each, told, tr),
        ]
        if counted:
            count = each.part.components
            cells.append(spans((str(count) if count else "", Role.MUTED)))
        if led:
            cells.append(_lead(each, told, tr))
        if dated:
            cells.append(due_cell(each, told, tr))
        rows.append(Row(cells=tuple(cells), link=part_link(each, told)))
    heading = tr.gettext("Từng mục")
    return Table(heading=heading, columns=tuple(columns), rows=tuple(rows), show_titles=True)


def part_link(score: Score, told: FrameworkTold) -> Link:
    """Opens a part as the unit was scored on it; the source is that of its newest points."""
    ref = f"{told.framework.id}/{score.part.id}"
    source = score.rows[0].source if score.rows else None
    return Link(LinkKind.PART, ref, source, unit=str(told.unit.key))


def due_cell(score: Score, told: FrameworkTold, tr: Translator) -> tuple[Span, ...]:
    """Until when; how late a unit is on the day in force that was not scored by then."""
    if score.due is None:
        return ()
    day = formatting.date_text(score.due, tr)
    is_due = told.unit.kind is told.framework.kind and score.due < told.as_of
    if score.points is None and is_due:
        late = wording.days_late((told.as_of - score.due).days, tr)
        return spans((f"▲ {late}", Role.BAD))
    return spans((day, Role.MUTED))


def _names(tr: Translator) -> tuple[Column, Column]:
    """The columns of code and name; a code stands further in the deeper its part lies."""
    return (
        Column(title=tr.gettext("Mục"), most=14),
        Column(title=tr.gettext("Tên"), flex=True, least=18, comfort=30, wrap=3),
    )


def _named(score: Score, top: int, tr: Translator) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Code and name; ``top`` is the depth of the table's first part."""
    part, deep = score.part, score.depth > top
    code = (
        Span(" " * (score.depth - top)),
        *spans((part.code, Role.MUTED if deep else Role.PLAIN)),
    )
    name = tr.pick(part.name, part.name_en)
    return code, spans((name, Role.PLAIN if deep else Role.STRONG))


def _points(points: float | None, tr: Translator) -> tuple[Span, ...]:
    return spans((points_text(points, tr), Role.MUTED if points is None else Role.PLAIN))


def _got(score: Score, tr: Translator) -> tuple[Span, ...]:
    """What counts: the appraised points, else the unit's own."""
    return spans(
        (points_text(score.points, tr), Role.MUTED if score.points is None else Role.STRONG)
    )


def _lost(score: Score, tr: Translator) -> tuple[Span, ...]:
    if score.lost is None:
        return spans((formatting.MISSING, Role.MUTED))
    if score.lost <= 0:
        return spans(("0", Role.MUTED))
    return spans((formatting.number(-score.lost, tr), Role.WARNING))


def _covered(score: Score, tr: Translator) -> tuple[Span, ...]:
    """How many of a part's points were scored; a part that was scored in full needs no word."""
    if score.maximum == 0:
        return spans((tr.gettext("không tính"), Role.MUTED))
    if score.points is None:
        return spans((tr.gettext("chưa chấm"), Role.WARNING))
    if score.is_whole:
        return spans((tr.gettext("đủ"), Role.MUTED))
    said = f"{points_text(score.covered, tr)}/{points_text(score.maximum, tr)}"
    return spans((said, Role.WARNING))


def _share(score: Score, told: FrameworkTold, tr: Translator) -> tuple[Span, ...]:
    if score.maximum is None:
        return spans((formatting.MISSING, Role.MUTED))
    if score.maximum == 0:
        return spans((tr.gettext("không tính"), Role.MUTED))
    return spans((formatting.percent(score.maximum / told.framework.total * 100, tr), Role.MUTED))


def _lead(score: Score, told: FrameworkTold, tr: Translator) -> tuple[Span, ...]:
    return spans((lead_name(score.lead, told, tr), Role.MUTED))


def lead_name(code: str | None, told: FrameworkTold, tr: Translator) -> str:
    """Who leads, by the shortest name; the code of an organisation that is not known."""
    if code is None:
        return ""
    unit = told.names.get(code)
    return code if unit is None else wording.unit_short(unit, tr)


def _all(scores: Iterable[Score]) -> Iterator[Score]:
    for each in scores:
        yield each
        yield from _all(each.parts)
