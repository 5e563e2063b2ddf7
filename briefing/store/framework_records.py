"""Frameworks and scores as rows of their tables: the way into the database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.domain.frameworks import Assessment, Framework, Part
from briefing.store.records import Numbers
from briefing.store.tables import Row, Value
from briefing.store.texts import day_text, joined


def framework_row(framework: Framework, _: Numbers) -> Row:
    """``framework`` with all its parts, each after the one it lies in."""
    return Row(
        framework.id,
        (
            framework.name,
            framework.name_en,
            framework.short,
            framework.short_en,
            framework.kind.value,
            framework.total,
            int(framework.complete),
            framework.document,
            framework.indicator,
            framework.rank,
            joined(framework.pillars),
            framework.first_year,
            framework.last_year,
            framework.note,
            framework.note_en,
        ),
        (tuple(_parts(framework.parts, None)),),
    )


def assessment_row(assessment: Assessment, numbers: Numbers) -> Row:
    """``assessment``."""
    return Row(
        assessment.id,
        (
            assessment.framework,
            assessment.part,
            numbers.of_unit(assessment.unit),
            assessment.start.isoformat(),
            assessment.end.isoformat(),
            assessment.self_points,
            assessment.appraised_points,
            assessment.source,
            assessment.published_on.isoformat(),
            assessment.evidence,
            assessment.lead,
            day_text(assessment.due),
            assessment.note,
            assessment.note_en,
        ),
    )


def _parts(parts: Iterable[Part], within: str | None) -> Iterator[tuple[Value, ...]]:
    for part in parts:
        yield (
            part.id,
            within,
            part.code,
            part.name,
            part.name_en,
            part.short,
            part.short_en,
            part.max_points,
            part.indicator,
            part.rank,
            part.pillar,
            part.components,
            part.lead,
            day_text(part.due),
            part.evidence,
        )
        yield from _parts(part.parts, part.id)
