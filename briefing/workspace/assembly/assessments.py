"""``data/assessments/`` as scores on the parts of frameworks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from briefing.domain.frameworks import Assessment, Framework, Part, all_parts
from briefing.domain.model import UnitKey
from briefing.domain.scoring import sheet
from briefing.problems import quoted
from briefing.workspace.assembly.desk import Desk
from briefing.workspace.faults import figures, framework_notices, notices
from briefing.workspace.faults import frameworks as faults
from briefing.workspace.limits import shown
from briefing.workspace.models.frameworks import AssessmentEntry
from briefing.workspace.records import Place, Record

_SAME = 1e-6
_Scored = tuple[UnitKey, str, date, date]
"""Whose scores on which framework, for which period."""


def assemble_assessments(
    records: Iterable[Record[AssessmentEntry]],
    frameworks: Mapping[str, Framework],
    desk: Desk,
) -> tuple[Assessment, ...]:
    """Scores in the order of their files; units and leads are read on the period's last day."""
    found: list[tuple[Assessment, Place]] = []
    for record in records:
        assessment = _assessment(record, frameworks, desk)
        if assessment is not None:
            found.append((assessment, record.place))
    _check_repeated(found, desk)
    _check_sums(found, frameworks, desk)
    return tuple(assessment for assessment, _ in found)


def _assessment(
    record: Record[AssessmentEntry], frameworks: Mapping[str, Framework], desk: Desk
) -> Assessment | None:
    """A score; ``None``, with problems, when its framework, part or unit is not known."""
    entry, place = record.entry, record.place
    desk.in_order(place, ("start", entry.start), ("end", entry.end))
    desk.past(place, ("published_on", entry.published_on))
    if entry.start <= entry.end and entry.published_on < entry.end:
        days = {"published": entry.published_on.isoformat(), "end": entry.end.isoformat()}
        desk.ledger.report(place, ("published_on",), notices.TOLD_BEFORE_END, **days)
    _check_source(entry, place, desk)
    unit = desk.unit(entry.unit, entry.end, place, ("unit",))
    if unit is not None:
        desk.lead(entry.lead, unit.key, entry.end, place)
    part = None
    if desk.ledger.refer("framework", entry.framework, place, ("framework",)):
        framework = frameworks.get(entry.framework)
        part = None if framework is None else _part(entry, framework, place, desk)
        if framework is not None and unit is not None and unit.kind is not framework.kind:
            desk.ledger.report(
                place,
                ("unit",),
                faults.UNIT_OF_ANOTHER_KIND,
                value=quoted(unit.name),
                framework=quoted(framework.id),
                kind=framework.kind.value,
            )
    if part is not None:
        _check_points(entry, part, place, desk)
    if unit is None or part is None:
        return None
    return Assessment(
        id=entry.id,
        framework=entry.framework,
        part=part.id,
        unit=unit.key,
        start=entry.start,
        end=entry.end,
        self_points=entry.self_assessment,
        appraised_points=entry.appraised,
        source=entry.source,
        published_on=entry.published_on,
        evidence=entry.evidence,
        lead=entry.lead,
        due=None if entry.due is None else entry.due.end,
        note=entry.note,
        note_en=entry.note_en,
    )


def _check_source(entry: AssessmentEntry, place: Place, desk: Desk) -> None:
    desk.cited(entry.source, (), place)
    source = desk.sources.get(entry.source)
    if source is not None and source.date_exact and entry.published_on < source.date:
        desk.ledger.report(
            place,
            ("published_on",),
            figures.TOLD_BEFORE_SOURCE,
            published=entry.published_on.isoformat(),
            written=source.date.isoformat(),
            source=quoted(source.id),
        )


def _part(entry: AssessmentEntry, framework: Framework, place: Place, desk: Desk) -> Part | None:
    part = framework.part(entry.part)
    if part is None and not desk.ledger.is_incomplete("part"):
        known = {name for each in all_parts(framework.parts) for name in (each.id, each.code)}
        desk.ledger.report(
            place,
            ("part",),
            faults.UNKNOWN_PART,
            value=quoted(entry.part),
            framework=quoted(framework.id),
            suggestion=desk.ledger.suggest(entry.part, known),
        )
    return part


def _check_points(entry: AssessmentEntry, part: Part, place: Place, desk: Desk) -> None:
    """Points lie between 0 and the part's maximum; what a unit gives itself rests on evidence."""
    code, report = quoted(part.code), desk.ledger.report
    given = {"self_assessment": entry.self_assessment, "appraised": entry.appraised}
    for key, points in given.items():
        if points is None:
            continue
        if points < 0:
            report(place, (key,), faults.NEGATIVE_POINTS, value=shown(points))
        elif part.max_points is not None and points > part.max_points + _SAME:
            limits = {"value": shown(points), "limit": shown(part.max_points)}
            report(place, (key,), faults.ABOVE_MAXIMUM, part=code, **limits)
    if entry.self_assessment is None and entry.appraised is None:
        report(place, ("id",), framework_notices.NOTHING_SCORED)
    elif entry.self_assessment and not entry.evidence and not part.parts:
        value = shown(entry.self_assessment)
        report(
            place, ("self_assessment",), framework_notices.WITHOUT_EVIDENCE, value=value, part=code
        )


def _check_repeated(found: Sequence[tuple[Assessment, Place]], desk: Desk) -> None:
    """A part is scored once in a period, or anew on a later day."""
    first: dict[tuple[_Scored, str, date], str] = {}
    for each, place in found:
        key = (_scored(each), each.part, each.published_on)
        other = first.setdefault(key, each.id)
        if other != each.id:
            line = desk.ledger.where("assessment", other)
            desk.ledger.report(place, ("part",), faults.SCORED_TWICE, first=line)


def _check_sums(
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
