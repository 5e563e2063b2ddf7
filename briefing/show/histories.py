"""How an indicator, a target or a task came to stand as it does, as plain records."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.domain.edits import Edit
from briefing.domain.plans import Target
from briefing.domain.standing import IndicatorHistory
from briefing.show.lineages import inherited_series_sections, lineage_sections
from briefing.show.records import (
    Record,
    Sections,
    observation_record,
    record,
    replacement_fields,
    target_record,
    task_record,
)


def goal_change_records(targets: Iterable[Target]) -> list[Record]:
    """The official changes of goals: when, from what to what, by which document."""
    return [
        record(
            {
                "target": target.id,
                "on": change.on,
                "from": change.before,
                "to": change.after,
                "document": change.document,
            }
        )
        for target in targets
        for change in target.changes
    ]


def edit_records(edits: Iterable[Edit]) -> list[Record]:
    """Entries of the edit log, oldest first, with the columns of ``v_log``."""
    return [
        record(
            {
                "record": edit.record,
                "id": edit.ref,
                "field": edit.field,
                "old": edit.old,
                "new": edit.new,
                "at": edit.at,
                "by": edit.by,
                "why": edit.why,
            }
        )
        for edit in edits
    ]


def history_sections(history: IndicatorHistory) -> Sections:
    """Values, stated changes, what was replaced, targets, tasks, and every unit's newest figure.

    A figure by another definition is among ``others`` only, with ``same_definition`` false; a
    predecessor's among ``former`` in the same way.
    """
    own = history.indicator
    promised = [*(standing.target for standing in history.targets), *history.closed]
    by_variant = {observation.id: indicator for _, indicator, observation in history.others}
    return {
        "values": [
            observation_record(value, by_variant.get(value.id, own), history.unit)
            for value in history.values
        ],
        "stated": [observation_record(value, own, history.unit) for value in history.stated],
        "revised": [
            observation_record(old, own, history.unit)
            | replacement_fields(history.revisions.get(old.id))
            for old in history.revised
        ],
        "targets": [target_record(standing) for standing in history.targets],
        "tasks": [task_record(standing) for standing in history.tasks],
        "others": [
            observation_record(observation, indicator, unit)
            | {"same_definition": indicator.id == own.id}
            for unit, indicator, observation in history.others
        ],
        "goal_changes": goal_change_records(promised),
        "edits": edit_records(history.edits),
        **lineage_sections(history.lineage),
        **inherited_series_sections(history.inherited, own.id),
    }
