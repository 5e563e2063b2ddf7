"""What scores say, held against their part, each other and the sum of the parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from briefing.domain.frameworks import Assessment, Framework, Part
from briefing.domain.model import UnitKey
from briefing.domain.scoring import sheet
from briefing.problems import quoted
from briefing.workspace.assembly.desk import Desk
from briefing.workspace.faults import framework_notices
from briefing.workspace.faults import frameworks as faults
from briefing.workspace.limits import shown
from briefing.workspace.models.frameworks import AssessmentEntry
from briefing.workspace.records import Place

_SAME = 1e-6
_Scored = tuple[UnitKey, str, date, date]
"""Whose scores on which framework, for which period."""


def check_points(entry: AssessmentEntry, part: Part | None, place: Place, desk: Desk) -> None:
    """Points lie between 0 and the maximum of the part, where that is known."""
    report = desk.ledger.report
    given = {"self_assessment": entry.self_assessment, "appraised": entry.appraised}
    for key, points in given.items():
        if points is None:
            continue
        if points < 0:
            report(place, (key,), faults.NEGATIVE_POINTS, value=shown(points))
        elif part is not None and part.max_points is not None and points > part.max_points + _SAME:
            limits = {"value": shown(points), "limit": shown(part.max_points)}
            report(place, (key,), faults.ABOVE_MAXIMUM, part=quoted(part.code), **limits)


def check_grounds(entry: AssessmentEntry, part: Part, place: Place, desk: Desk) -> None:
    """Something is scored, and what a unit gives itself rests on evidence."""
    code, report = quoted(part.code), desk.ledger.report
    if entry.self_assessment is None and entry.appraised is None:
        report(place, ("id",), framework_notices.NOTHING_SCORED)
    elif entry.self_assessment and not entry.evidence and not part.parts:
        value = shown(entry.self_assessment)
        report(
            place, ("self_assessment",), framework_notices.WITHOUT_EVIDENCE, value=value, part=code
        )


def check_repeated(found: Sequence[tuple[Assessment, Place]], desk: Desk) -> None:
    """A part is scored once in a period, or anew on a later day."""
    first: dict[tuple[_Scored, str, date], str] = {}
    for each, place in found:
        key = (_scored(each), each.part, each.published_on)
        other = first.setdefault(key, each.id)
        if other != each.id:
            line = desk.ledger.where("assessment", other)
            desk.ledger.report(place, ("part",), faults.SCORED_TWICE, first=line)


def check_sums(
    found: Sequence[tuple[Assessment, Place]], frameworks: Mapping[str, Framework], desk: Desk
) -> None:
    """Where a part and all its own parts are scored, the one is the sum of the others."""
    scored: dict[_Scored, list[Assessment]] = {}
    places = {each.id: place for each, place in found}
    for each, _ in found:
        scored.setdefault(_scored(each), []).append(each)
    for key, assessments in scored.items():
        made = sheet(frameworks[key[1]], assessments)
        rows = {score.part.id: score.rows for score in made.all}
        for misfit in made.misfits:
            assert misfit.part is not None
            row = next(each for each in rows[misfit.part.id] if misfit.stated in _points(each))
            key_name = "appraised" if row.appraised_points == misfit.stated else "self_assessment"
            desk.ledger.report(
                places[row.id],
                (key_name,),
                framework_notices.SCORES_DO_NOT_ADD_UP,
                part=quoted(misfit.part.code),
                value=shown(misfit.stated),
                sum=shown(misfit.found),
            )


def _points(each: Assessment) -> tuple[float | None, float | None]:
    return each.self_points, each.appraised_points


def _scored(each: Assessment) -> _Scored:
    return each.unit, each.framework, each.start, each.end
