"""The tree of a framework as a table: points at most, given by the unit itself, appraised, lost."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.domain.framework_told import FrameworkTold
from briefing.domain.scores import Score, all_scores
from briefing.language import Translator
from briefing.pages.blocks import Align, Column, Paragraph, Row, Table, quiet
from briefing.pages.framework_cells import (
    covered_cell,
    due_cell,
    evidence_cell,
    got_cell,
    is_partial,
    lead_cell,
    lost_cell,
    more_within,
    named_cell,
    points_cell,
    points_text,
    share_cell,
    side_cell,
)
from briefing.pages.line import Link, LinkKind, Role, spans


def score_table(told: FrameworkTold, scores: Sequence[Score], tr: Translator) -> Table:
    """Every part with the points it could have, was given and lost, who leads it and until when."""
    shown = tuple(all_scores(scores))
    partly = any(
        each.maximum != 0 and (not each.is_whole or more_within(each) is not None) for each in shown
    )
    dated = any(each.due is not None for each in shown)
    led = any(each.lead is not None for each in shown)
    number = Align.DECIMAL
    columns = [
        *_names(tr, 19),
        Column(title=tr.gettext("Tối đa"), align=number),
        Column(title=tr.gettext("Tự chấm"), align=number),
        Column(title=tr.gettext("Thẩm định"), align=number),
        Column(title=tr.gettext("Được"), align=number),
        Column(title=tr.gettext("Mất"), align=number),
    ]
    if partly:
        columns.append(Column(title=tr.gettext("Đã chấm"), align=Align.RIGHT, priority=1))
    columns.append(Column(title=tr.gettext("Minh chứng"), priority=2))
    if led:
        columns.append(Column(title=tr.gettext("Chủ trì"), priority=3, most=18))
    if dated:
        columns.append(Column(title=tr.gettext("Hạn"), priority=4, most=24))
    rows = []
    for each in shown:
        cells = [
            *named_cell(each, shown[0].depth, tr),
            points_cell(each.maximum, tr),
            side_cell(each.own, tr),
            side_cell(each.appraised, tr),
            got_cell(each, tr),
            lost_cell(each, tr),
        ]
        if partly:
            cells.append(covered_cell(each, tr))
        cells.append(evidence_cell(each, tr))
        if led:
            cells.append(lead_cell(each, told, tr))
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


def partial_note(scores: Sequence[Score], tr: Translator) -> tuple[Paragraph, ...]:
    """What "36,5/45" in the table of scores means, by its first one; nothing without any."""
    for each in all_scores(scores):
        for side in (each.appraised, each.own):
            if is_partial(side):
                text = tr.gettext(
                    "{points}/{covered}: được {points} trên {covered} điểm tối đa của các mục đã "
                    "có điểm ở cột đó."
                )
                points, covered = points_text(side.points, tr), points_text(side.covered, tr)
                return (quiet(text.format(points=points, covered=covered)),)
    return ()


def structure_table(told: FrameworkTold, scores: Sequence[Score], tr: Translator) -> Table:
    """Every part with its points and their share of all; who leads it where a set says so."""
    shown = tuple(all_scores(scores))
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
            *named_cell(each, shown[0].depth, tr),
            points_cell(each.maximum, tr),
            share_cell(each, told, tr),
        ]
        if counted:
            count = each.part.components
            cells.append(spans((str(count) if count else "", Role.MUTED)))
        if led:
            cells.append(lead_cell(each, told, tr))
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


def _names(tr: Translator, comfort: int = 30) -> tuple[Column, Column]:
    """The columns of code and name; a code stands further in the deeper its part lies."""
    return (
        Column(title=tr.gettext("Mục"), most=14),
        Column(title=tr.gettext("Tên"), flex=True, least=18, comfort=comfort, wrap=3),
    )
