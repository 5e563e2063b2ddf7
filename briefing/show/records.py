"""Domain values as plain records for CSV and JSON: machine numbers, ISO dates, ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum

from briefing.domain.model import Difficulty, Indicator, Observation, Unit, UnitKey
from briefing.domain.standing import (
    AgendaItem,
    Briefing,
    PillarStanding,
    TargetStanding,
    TargetStatus,
    TaskStanding,
)

Value = str | int | float | bool | None | list["Value"]
Record = dict[str, Value]
Sections = dict[str, list[Record]]


def plain(value: object) -> Value:
    """A value as JSON and CSV know it: whole floats as integers, dates, enums and keys as text."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UnitKey):
        return str(value)
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return str(value)


def record(fields: Mapping[str, object]) -> Record:
    """Fields with plain values, in their order."""
    return {name: plain(value) for name, value in fields.items()}


def observation_record(
    observation: Observation, indicator: Indicator, unit: Unit | None = None
) -> Record:
    """A figure: value, qualifier, period, source and paragraph."""
    return record(
        {
            "id": observation.id,
            "unit": observation.unit.code,
            "unit_name": unit.name if unit else None,
            "indicator": indicator.id,
            "indicator_vi": indicator.name,
            "indicator_en": indicator.name_en,
            "pillar": indicator.pillar,
            "kind": observation.kind,
            "value": observation.value,
            "measure": indicator.measure,
            "qualifier": observation.qualifier,
            "numerator": observation.numerator,
            "denominator": observation.denominator,
            "parts_present": observation.parts_present,
            "parts_missing": observation.parts_missing,
            "printed": observation.printed,
            "period_start": observation.start,
            "period_end": observation.end,
            "compared_with": observation.compared_with,
            "published_on": observation.published_on,
            "published_exact": observation.published_exact,
            "source": observation.source,
            "paragraph": observation.paragraphs,
            "note": observation.note,
            "note_en": observation.note_en,
            "revises": observation.revises,
        }
    )


def replacement_fields(revision: Observation | None) -> Record:
    """The figure known to have replaced one; blank for one that still holds."""
    return record(
        {
            "revised_by": revision.id if revision else None,
            "revised_value": revision.value if revision else None,
            "revised_on": revision.published_on if revision else None,
            "revised_source": revision.source if revision else None,
        }
    )


def target_record(standing: TargetStanding) -> Record:
    """A target: what was judged, the goal, the status and the rule that decided."""
    target, observation = standing.target, standing.observation
    return record(
        {
            "target": target.id,
            "plan": standing.plan.id,
            "document": standing.plan.document,
            "unit": target.unit.code,
            "title": target.title,
            "title_en": target.title_en,
            "indicator": target.indicator,
            "status": standing.status,
            "rule": standing.rule,
            "goal_op": standing.goal.op,
            "goal": standing.goal.value,
            "goal_high": standing.goal.high,
            "goal_words": standing.goal.words,
            "value": standing.value,
            "derived": standing.derived,
            "qualifier": observation.qualifier if observation else None,
            "period_start": observation.start if observation else None,
            "period_end": observation.end if observation else None,
            "expected": standing.expected,
            "attainment": standing.attainment,
            "gap": standing.gap,
            "due": target.due,
            "due_written": target.due_written,
            "due_from": target.due_from,
            "due_kind": target.due_kind,
            "days_late": standing.days_late,
            "level": target.level,
            "lead": target.lead,
            "set_by": standing.set_by.code if standing.set_by else None,
            "stale": standing.stale,
            "source": observation.source if observation else target.source,
            "paragraph": observation.paragraphs if observation else target.paragraphs,
        }
    )


def task_record(standing: TaskStanding) -> Record:
    """A task: status, deadline as written and as understood, days."""
    task = standing.task
    return record(
        {
            "task": task.id,
            "plan": standing.plan.id,
            "document": standing.plan.document,
            "unit": task.unit.code,
            "title": task.title,
            "title_en": task.title_en,
            "status": standing.status,
            "lead": task.lead,
            "coordinating": task.coordinating,
            "given_to": task.given_to,
            "units": task.units,
            "done_units": task.done_units,
            "due_written": task.due_written,
            "due": standing.due,
            "due_from": task.due_from,
            "due_kind": task.due_kind,
            "days": standing.days,
            "working_days": standing.working_days,
            "done_on": task.done_on,
            "targets": task.targets,
            "pillar": task.pillar,
            "source": task.source,
            "paragraph": task.paragraphs,
        }
    )


def agenda_records(items: Iterable[AgendaItem]) -> list[Record]:
    """The exceptions in their order."""
    made = []
    for item in items:
        found: Record = {"why": str(item.kind)}
        if item.task is not None:
            found |= task_record(item.task)
        elif item.target is not None:
            found |= target_record(item.target)
        made.append(found)
    return made


def pillar_record(standing: PillarStanding) -> Record:
    """A pillar: how many targets have each status, and the mean attainment."""
    made = record(
        {
            "pillar": standing.pillar.id if standing.pillar else None,
            "name": standing.pillar.name if standing.pillar else None,
            "mean_attainment": standing.mean,
            "measured": standing.measured,
            "targets": len(standing.targets),
            "given": len(standing.given),
            "figures": len(standing.figures),
        }
    )
    return made | {str(status): standing.counts.get(status, 0) for status in TargetStatus}


def overview_sections(briefing: Briefing) -> Sections:
    """Exceptions, pillars and stated changes."""
    return {
        "agenda": agenda_records(briefing.agenda),
        "pillars": [pillar_record(standing) for standing in briefing.pillars],
        "changes": [
            observation_record(change, briefing.indicators[change.indicator], briefing.unit)
            for change in briefing.changes
        ],
    }


def pillars_sections(briefing: Briefing) -> Sections:
    """Every target and every newest figure."""
    return {
        "targets": [target_record(standing) for standing in briefing.targets],
        "figures": [
            observation_record(figure.observation, figure.indicator, briefing.unit)
            for figure in briefing.figures
        ],
        "difficulties": difficulty_records(briefing.difficulties),
    }


def difficulty_records(difficulties: Iterable[Difficulty]) -> list[Record]:
    """The difficulties that sources name: category, pillar, source and paragraph."""
    return [
        record(
            {
                "difficulty": one.id,
                "category": one.category,
                "text": one.text,
                "text_en": one.text_en,
                "pillar": one.pillar,
                "unit": one.unit.code,
                "source": one.source,
                "paragraph": one.paragraphs,
            }
        )
        for one in difficulties
    ]


def tasks_sections(briefing: Briefing) -> Sections:
    """Every task of the unit, and the targets they serve."""
    return {
        "tasks": [task_record(standing) for standing in briefing.tasks],
        "targets": [target_record(standing) for standing in briefing.targets],
        "difficulties": difficulty_records(briefing.difficulties),
    }
