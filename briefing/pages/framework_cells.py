"""Cells of a framework's table: points, what was got and lost, what is covered, who leads."""

from __future__ import annotations

from briefing import formatting, wording
from briefing.domain.framework_told import FrameworkTold
from briefing.domain.scores import Score, Side
from briefing.language import Translator
from briefing.pages.line import Role, Span, spans


def points_text(points: float | None, tr: Translator) -> str:
    """Points with as many decimals as they have; a dash where nobody gave any."""
    return formatting.MISSING if points is None else formatting.number(points, tr)


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


def named_cell(score: Score, top: int, tr: Translator) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Code and name; ``top`` is the depth of the table's first part."""
    part, deep = score.part, score.depth > top
    code = (
        Span(" " * (score.depth - top)),
        *spans((part.code, Role.MUTED if deep else Role.PLAIN)),
    )
    name = tr.pick(part.name, part.name_en)
    return code, spans((name, Role.PLAIN if deep else Role.STRONG))


def points_cell(points: float | None, tr: Translator) -> tuple[Span, ...]:
    """Points, or a dash."""
    return spans((points_text(points, tr), Role.MUTED if points is None else Role.PLAIN))


def side_cell(side: Side, tr: Translator) -> tuple[Span, ...]:
    """What one side gave; a sum that leaves parts out with the points it covers: "36,5/45"."""
    if side.points is None or side.is_whole or not side.covered:
        return points_cell(side.points, tr)
    said = f"{points_text(side.points, tr)}/{points_text(side.covered, tr)}"
    return spans((said, Role.WARNING))


def is_partial(side: Side) -> bool:
    """Whether :func:`side_cell` tells the points that a side's sum covers."""
    return side.points is not None and not side.is_whole and bool(side.covered)


def evidence_cell(score: Score, tr: Translator) -> tuple[Span, ...]:
    """Whether evidence was handed in for a part's own points; blank for a sum of other parts."""
    if score.evidence:
        return spans((tr.gettext("✓ có"), Role.GOOD))
    if any(each.self_points or each.appraised_points for each in score.rows):
        return spans((tr.gettext("▲ chưa nêu"), Role.WARNING))
    return ()


def got_cell(score: Score, tr: Translator) -> tuple[Span, ...]:
    """What counts: the appraised points, else the unit's own."""
    return spans(
        (points_text(score.points, tr), Role.MUTED if score.points is None else Role.STRONG)
    )


def lost_cell(score: Score, tr: Translator) -> tuple[Span, ...]:
    """Points not got, with a minus; a dash for what is not scored."""
    if score.lost is None:
        return spans((formatting.MISSING, Role.MUTED))
    if score.lost <= 0:
        return spans(("0", Role.MUTED))
    return spans((formatting.number(-score.lost, tr), Role.WARNING))


def covered_cell(score: Score, tr: Translator) -> tuple[Span, ...]:
    """How many of a part's points were scored; a part that was scored in full needs no word.

    Where the parts within come to more than the part itself, both are told: never as if more could
    be scored than there is.
    """
    if score.maximum == 0:
        return spans((tr.gettext("không tính"), Role.MUTED))
    if score.points is None:
        return spans((tr.gettext("chưa chấm"), Role.WARNING))
    said = f"{points_text(score.covered, tr)}/{points_text(score.got.most, tr)}"
    if (more := more_within(score)) is not None:
        text = tr.gettext("▲ cộng {sum}, ghi {stated}") if score.is_whole else "▲ {said}"
        stated = points_text(score.maximum, tr)
        return spans(
            (text.format(sum=points_text(more, tr), stated=stated, said=said), Role.WARNING)
        )
    if score.is_whole:
        return spans((tr.gettext("đủ"), Role.MUTED))
    return spans((said, Role.WARNING))


def more_within(score: Score) -> float | None:
    """What the parts within come to where that is more than the part's own maximum."""
    most = score.got.most
    if most is None or score.maximum is None or most <= score.maximum:
        return None
    return most


def share_cell(score: Score, told: FrameworkTold, tr: Translator) -> tuple[Span, ...]:
    """A part's share of all points, as a percentage."""
    if score.maximum is None:
        return spans((formatting.MISSING, Role.MUTED))
    if score.maximum == 0:
        return spans((tr.gettext("không tính"), Role.MUTED))
    return spans((formatting.percent(score.maximum / told.framework.total * 100, tr), Role.MUTED))


def lead_cell(score: Score, told: FrameworkTold, tr: Translator) -> tuple[Span, ...]:
    """Who leads a part in the unit."""
    return spans((lead_name(score.lead, told, tr), Role.MUTED))


def lead_name(code: str | None, told: FrameworkTold, tr: Translator) -> str:
    """Who leads, by the shortest name; the code of an organisation that is not known."""
    if code is None:
        return ""
    unit = told.names.get(code)
    return code if unit is None else wording.unit_short(unit, tr)
