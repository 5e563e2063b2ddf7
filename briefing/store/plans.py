"""Targets, tasks and the plans they stand in."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from briefing.domain.deadlines import known_task
from briefing.domain.goals import known_target
from briefing.domain.plans import Plan, Target, Task
from briefing.store import plan_rows, queries, rows, texts
from briefing.store.catalogue import Catalogue
from briefing.store.errors import UnreadableError
from briefing.store.figures import Day
from briefing.store.units import Units

if TYPE_CHECKING:
    from briefing.domain.edits import Edit


class Plans:
    """The plans of one database.

    Targets and tasks are those known by the day's ``known_on``, told as they were by then: a goal
    changed later has its old value, a task extended later its old deadline.
    """

    def __init__(self, connection: sqlite3.Connection, catalogue: Catalogue, units: Units) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self._units = units

    def targets_of_unit(self, number: int, day: Day) -> list[Target]:
        """A unit's targets, by plan, in the plan's order."""
        return self._targets(queries.TARGETS_OF_UNIT, day, unit=number)

    def targets_on(self, number: int, indicator_id: str, day: Day) -> list[Target]:
        """A unit's targets on an indicator."""
        indicator = self._catalogue.number_of(indicator_id)
        return self._targets(queries.TARGETS_ON_INDICATOR, day, unit=number, indicator=indicator)

    def closed_on(self, number: int, indicator_id: str, day: Day) -> list[Target]:
        """A unit's targets on an indicator that were closed by then."""
        indicator = self._catalogue.number_of(indicator_id)
        return self._targets(queries.CLOSED_ON_INDICATOR, day, unit=number, indicator=indicator)

    def edits(self, record: str, ref: str) -> list[Edit]:
        """The edit log of one fact, oldest first."""
        from briefing.domain.edits import Edit
        from briefing.store.naming import code_names

        found = self._connection.execute(queries.LOG_OF, {"record": record, "ref": ref})
        edits = [Edit(*entry) for entry in found]
        return [
            edit._replace(names=code_names(edit.field, edit.old, edit.new, self._known_as))
            for edit in edits
        ]

    def _known_as(self, kind: str, code: str) -> object:
        """What an edit names by its code; of plans and targets only the code is told."""
        match kind:
            case "unit":
                found = self._connection.execute(queries.UNIT_BY_KEY, {"key": code}).fetchone()
                return None if found is None else self._units.kept(found)
            case "indicator":
                return self._catalogue.indicators.get(code)
            case "pillar":
                return next((each for each in self._catalogue.pillars if each.id == code), None)
            case "document":
                return self._catalogue.document(code)
            case "source":
                return self._catalogue.source(code)
            case _:
                return None

    def targets_from_above(
        self, number: int, day: Day, indicator_id: str | None = None
    ) -> list[Target]:
        """The targets that units above a unit gave to all of its kind, on an indicator if named.

        Those that were known while the unit existed and not due before it did.
        """
        unit = self._units.numbered(number)
        above = None if unit.parent is None else self._units.unit(unit.parent)
        higher = None if above is None else above.parent
        parameters = {
            "kind": unit.kind.value,
            "since": (unit.key.valid_from or date.min).isoformat(),
            "until": (unit.valid_to or date.max).isoformat(),
            "above": None if above is None else self._units.number_of(above.key),
            "higher": None if higher is None else self._units.number_of(higher),
        }
        if indicator_id is None:
            return self._targets(queries.TARGETS_FROM_ABOVE, day, **parameters)
        parameters["indicator"] = self._catalogue.number_of(indicator_id)
        return self._targets(queries.TARGETS_FROM_ABOVE_ON_INDICATOR, day, **parameters)

    def targets_of_source(self, source_id: str, day: Day) -> list[Target]:
        """The targets that a source supports."""
        return self._targets(queries.TARGETS_OF_SOURCE, day, source=source_id)

    def targets_of_document(self, document_id: str, day: Day) -> list[Target]:
        """The targets of the plans that a document is, and those whose goal it changed."""
        return self._targets(queries.TARGETS_OF_DOCUMENT, day, document=document_id)

    def tasks_of_unit(self, number: int, day: Day) -> list[Task]:
        """A unit's tasks, by plan, in the plan's order."""
        return self._tasks(queries.TASKS_OF_UNIT, day, unit=number)

    def tasks_serving(self, targets: Iterable[Target], day: Day) -> list[Task]:
        """The tasks that serve any of ``targets``, each once."""
        found = {}
        for target in targets:
            for task in self._tasks(queries.TASKS_OF_TARGET, day, target=target.id):
                found[task.id] = task
        return list(found.values())

    def tasks_of_source(self, source_id: str, day: Day) -> list[Task]:
        """The tasks that a source supports."""
        return self._tasks(queries.TASKS_OF_SOURCE, day, source=source_id)

    def tasks_of_document(self, document_id: str, day: Day) -> list[Task]:
        """The tasks of the plans that a document is."""
        return self._tasks(queries.TASKS_OF_DOCUMENT, day, document=document_id)

    def target_known(self, target_id: str) -> date | None:
        """The day from which a target is known; ``None`` for an unknown one."""
        return self._known(queries.TARGET_KNOWN, target_id)

    def task_known(self, task_id: str) -> date | None:
        """The day from which a task is known; ``None`` for an unknown one."""
        return self._known(queries.TASK_KNOWN, task_id)

    def plans_of(self, targets: Sequence[Target], tasks: Sequence[Task]) -> dict[str, Plan]:
        """The plans of these targets and tasks, by id; each holds those of them that are its own.

        A plan given to thousands of units is never read as a whole for one of them.
        """
        found = {}
        ids = [target.plan for target in targets] + [task.plan for task in tasks]
        for plan_id in dict.fromkeys(ids):
            row = self._connection.execute(queries.PLAN, {"id": plan_id}).fetchone()
            if row is None:
                raise UnreadableError(f"no plan {plan_id!r}")
            found[plan_id] = plan_rows.plan(
                row,
                self._units.numbered(row[1]).key,
                tuple(target for target in targets if target.plan == plan_id),
                tuple(task for task in tasks if task.plan == plan_id),
            )
        return found

    def _targets(self, query: str, day: Day, **parameters: str | int | None) -> list[Target]:
        """The last columns tell whether there is a list to read; most targets have none."""
        found = self._select(query, day, parameters)
        milestones = self._lists(queries.MILESTONES, day, [row[0] for row in found if row[-2]])
        changes = self._lists(queries.GOAL_CHANGES, day, [row[0] for row in found if row[-1]])
        return [
            known_target(
                plan_rows.target(
                    row,
                    self._units.numbered(row[2]).key,
                    None if row[3] is None else self._catalogue.indicator_numbered(row[3]).id,
                    milestones.get(row[0], ()),
                    changes.get(row[0], ()),
                ),
                day.told,
            )
            for row in found
        ]

    def _tasks(self, query: str, day: Day, **parameters: str | int | None) -> list[Task]:
        found = self._select(query, day, parameters)
        targets = self._lists(queries.TASK_TARGETS, day, [row[0] for row in found if row[-2]])
        extensions = self._lists(queries.EXTENSIONS, day, [row[0] for row in found if row[-1]])
        return [
            known_task(
                plan_rows.task(
                    row,
                    self._units.numbered(row[2]).key,
                    targets.get(row[0], ()),
                    extensions.get(row[0], ()),
                ),
                day.told,
            )
            for row in found
        ]

    def _lists(self, query: str, day: Day, ids: Sequence[str]) -> dict[str, list[rows.SqlRow]]:
        """By target or task what is listed of it, all in one question, and in none for nobody."""
        found: dict[str, list[rows.SqlRow]] = {}
        if ids:
            import json

            for row in self._select(query, day, {"ids": json.dumps(ids)}):
                found.setdefault(row[0], []).append(row[1:])
        return found

    def _select(
        self, query: str, day: Day, parameters: dict[str, str | int | None]
    ) -> list[rows.SqlRow]:
        parameters["known_on"] = day.known_on.isoformat()
        return self._connection.execute(query, parameters).fetchall()

    def _known(self, query: str, ref: str) -> date | None:
        row = self._connection.execute(query, {"id": ref}).fetchone()
        return None if row is None else texts.day(row[0])
