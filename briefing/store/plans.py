"""Targets, tasks and the plans they stand in."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date

from briefing.domain.plans import Plan, Target, Task
from briefing.store import plan_rows, queries, rows
from briefing.store.catalogue import Catalogue
from briefing.store.errors import UnreadableError
from briefing.store.units import Units


class Plans:
    """The plans of one database."""

    def __init__(self, connection: sqlite3.Connection, catalogue: Catalogue, units: Units) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self._units = units

    def targets_of_unit(self, number: int, known_on: date) -> list[Target]:
        """A unit's targets known by ``known_on``, by plan, in the plan's order."""
        return self._targets(queries.TARGETS_OF_UNIT, known_on, unit=number)

    def targets_on(self, number: int, indicator_id: str, known_on: date) -> list[Target]:
        """A unit's targets on an indicator."""
        indicator = self._catalogue.number_of(indicator_id)
        return self._targets(
            queries.TARGETS_ON_INDICATOR, known_on, unit=number, indicator=indicator
        )

    def targets_of_source(self, source_id: str, known_on: date) -> list[Target]:
        """The targets that a source supports."""
        return self._targets(queries.TARGETS_OF_SOURCE, known_on, source=source_id)

    def targets_of_document(self, document_id: str) -> list[Target]:
        """The targets of the plans that a document is, and those whose goal it changed."""
        return self._targets(queries.TARGETS_OF_DOCUMENT, None, document=document_id)

    def tasks_of_unit(self, number: int, known_on: date) -> list[Task]:
        """A unit's tasks known by ``known_on``, by plan, in the plan's order."""
        return self._tasks(queries.TASKS_OF_UNIT, known_on, unit=number)

    def tasks_serving(self, targets: Iterable[Target], known_on: date) -> list[Task]:
        """The tasks that serve any of ``targets``, each once."""
        found = {}
        for target in targets:
            for task in self._tasks(queries.TASKS_OF_TARGET, known_on, target=target.id):
                found[task.id] = task
        return list(found.values())

    def tasks_of_source(self, source_id: str, known_on: date) -> list[Task]:
        """The tasks that a source supports."""
        return self._tasks(queries.TASKS_OF_SOURCE, known_on, source=source_id)

    def tasks_of_document(self, document_id: str) -> list[Task]:
        """The tasks of the plans that a document is."""
        return self._tasks(queries.TASKS_OF_DOCUMENT, None, document=document_id)

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

    def _targets(
        self, query: str, known_on: date | None, **parameters: str | int | None
    ) -> list[Target]:
        return [self._target(row) for row in self._select(query, known_on, parameters)]

    def _tasks(
        self, query: str, known_on: date | None, **parameters: str | int | None
    ) -> list[Task]:
        return [self._task(row) for row in self._select(query, known_on, parameters)]

    def _select(
        self, query: str, known_on: date | None, parameters: dict[str, str | int | None]
    ) -> list[rows.SqlRow]:
        if known_on is not None:
            parameters["known_on"] = known_on.isoformat()
        return self._connection.execute(query, parameters).fetchall()

    def _target(self, row: rows.SqlRow) -> Target:
        own = {"target": row[0]}
        indicator = None if row[3] is None else self._catalogue.indicator_numbered(row[3]).id
        return plan_rows.target(
            row,
            self._units.numbered(row[2]).key,
            indicator,
            self._connection.execute(queries.MILESTONES, own),
            self._connection.execute(queries.GOAL_CHANGES, own),
        )

    def _task(self, row: rows.SqlRow) -> Task:
        own = {"task": row[0]}
        return plan_rows.task(
            row,
            self._units.numbered(row[2]).key,
            self._connection.execute(queries.TASK_TARGETS, own),
            self._connection.execute(queries.EXTENSIONS, own),
        )
