"""``data/assessments/`` as scores on the parts of frameworks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.domain.frameworks import Assessment, Framework, Part, all_parts
from briefing.problems import quoted
from briefing.workspace.assembly.assessment_checks import (
    check_grounds,
    check_points,
    check_repeated,
    check_sums,
)
from briefing.workspace.assembly.desk import Desk
from briefing.workspace.faults import frameworks as faults
from briefing.workspace.faults import notices
from briefing.workspace.models.frameworks import AssessmentEntry
from briefing.workspace.records import Place, Record


def assemble_assessments(
    records: Iterable[Record[AssessmentEntry]],
    frameworks: Mapping[str, Framework],
    desk: Desk,
) -> tuple[Assessment, ...]:
    """Scores in the order of their files; units and leads are read on the period's last day."""
    found: list[tuple[Assessment, Place]] = []
    parts = {id_: _by_name(framework) for id_, framework in frameworks.items()}
    for record in records:
        assessment = _assessment(record, frameworks, parts, desk)
        if assessment is not None and record.whole:
            found.append((assessment, record.place))
    check_repeated(found, desk)
    check_sums(found, frameworks, desk)
    return tuple(assessment for assessment, _ in found)


def _by_name(framework: Framework) -> dict[str, Part]:
    """The framework's parts by id and by code."""
    return {name: each for each in all_parts(framework.parts) for name in (each.code, each.id)}


def _assessment(
    record: Record[AssessmentEntry],
    frameworks: Mapping[str, Framework],
    parts: Mapping[str, Mapping[str, Part]],
    desk: Desk,
) -> Assessment | None:
    """A score; ``None``, with problems, when its framework, part or unit is not known."""
    entry, place = record.entry, record.place
    desk.in_order(place, ("start", entry.start), ("end", entry.end))
    desk.past(place, ("published_on", entry.published_on))
    if entry.start <= entry.end and entry.published_on < entry.end:
        days = {"published": entry.published_on.isoformat(), "end": entry.end.isoformat()}
        desk.ledger.report(place, ("published_on",), notices.TOLD_BEFORE_END, **days)
    desk.cited(entry.source, (), place)
    desk.published(entry.published_on, entry.source, place)
    unit = desk.unit(entry.unit, entry.end, place, ("unit",))
    if unit is not None:
        desk.lead(entry.lead, unit.key, entry.end, place)
    part = None
    if desk.ledger.refer("framework", entry.framework, place, ("framework",)):
        framework = frameworks.get(entry.framework)
        if framework is not None:
            part = _part(entry, parts[framework.id], place, desk)
        if framework is not None and unit is not None and unit.kind is not framework.kind:
            desk.ledger.report(
                place,
                ("unit",),
                faults.UNIT_OF_ANOTHER_KIND,
                value=quoted(unit.name),
                framework=quoted(framework.id),
                kind=framework.kind.value,
            )
    check_points(entry, part, place, desk)
    if part is not None and record.whole:
        check_grounds(entry, part, place, desk)
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


def _part(
    entry: AssessmentEntry, parts: Mapping[str, Part], place: Place, desk: Desk
) -> Part | None:
    part = parts.get(entry.part)
    if part is None and not desk.ledger.is_incomplete("part"):
        desk.ledger.report(
            place,
            ("part",),
            faults.UNKNOWN_PART,
            value=quoted(entry.part),
            framework=quoted(entry.framework),
            suggestion=desk.ledger.suggest(entry.part, parts.keys()),
        )
    return part
