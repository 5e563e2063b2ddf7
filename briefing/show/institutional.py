"""Records of who has carried out what, of systems, and of difficulties by category."""

from __future__ import annotations

from briefing.domain.duties import Duty, Matrix, matrix
from briefing.domain.lookup import UnitSystems
from briefing.domain.standing import Briefing
from briefing.pages.difficulties import by_category
from briefing.show.records import (
    Record,
    Sections,
    difficulty_records,
    observation_record,
    record,
)
from briefing.wording.names import DIFFICULTY_CATEGORIES


def matrix_sections(briefing: Briefing) -> Sections:
    """Duties, the units named for them, and one record for each unit and duty given to it."""
    found = matrix(briefing)
    return {
        "duties": [_duty(duty) for duty in found.duties],
        "units": _carriers(found),
        "marks": _marks(found),
    }


def _duty(duty: Duty) -> Record:
    figure, task = duty.figure, duty.task
    done_unnamed, missing_unnamed = duty.unnamed
    source = figure.observation.source if figure else task.task.source if task else None
    paragraphs = figure.observation.paragraphs if figure else task.task.paragraphs if task else ()
    return record(
        {
            "duty": duty.ref,
            "status": duty.carried,
            "done": duty.done_count,
            "total": duty.total,
            "missing": duty.missing_count,
            "named_done": duty.done,
            "named_missing": duty.missing,
            "unnamed_done": done_unnamed,
            "unnamed_missing": missing_unnamed,
            "inverted": duty.inverted,
            "task": task.task.id if task else None,
            "indicator": figure.indicator.id if figure else None,
            "observation": figure.observation.id if figure else None,
            "printed": figure.observation.printed if figure else None,
            "target": duty.target.target.id if duty.target else None,
            "due": duty.target.target.due if duty.target else task.due if task else None,
            "source": source,
            "paragraph": paragraphs,
        }
    )


def _carriers(found: Matrix) -> list[Record]:
    return [
        record(
            {
                "unit": one.unit.code if one.unit else None,
                "name": one.name,
                "given": len(one.marks),
                "missing": len(one.missing),
                "missing_duties": one.missing,
            }
        )
        for one in found.carriers
    ]


def _marks(found: Matrix) -> list[Record]:
    return [
        record(
            {
                "unit": one.unit.code if one.unit else None,
                "name": one.name,
                "duty": ref,
                "status": mark,
            }
        )
        for one in found.carriers
        for ref, mark in one.marks.items()
    ]


def systems_sections(told: UnitSystems) -> Sections:
    """Systems with who runs them, and the figures that tell about them."""
    return {
        "systems": [
            record(
                {
                    "system": one.system.id,
                    "name": one.system.name,
                    "name_en": one.system.name_en,
                    "kind": one.system.kind,
                    "state": one.system.state,
                    "unit": one.system.unit.code,
                    "run_by": one.system.run_by,
                    "figures": [figure.id for _, figure in one.figures],
                    "source": one.system.source,
                    "paragraph": one.system.paragraphs,
                    "note": one.system.note,
                    "note_en": one.system.note_en,
                }
            )
            for one in told.systems
        ],
        "figures": [
            {"system": one.system.id, **observation_record(figure, indicator, told.unit)}
            for one in told.systems
            for indicator, figure in one.figures
        ],
    }


def difficulties_sections(briefing: Briefing) -> Sections:
    """How many difficulties there are of each category, and each of them."""
    return {
        "categories": [
            record(
                {
                    "category": category,
                    "name": DIFFICULTY_CATEGORIES.get(category, category),
                    "count": len(found),
                }
            )
            for category, found in by_category(briefing.difficulties)
        ],
        "difficulties": difficulty_records(briefing.difficulties),
    }
