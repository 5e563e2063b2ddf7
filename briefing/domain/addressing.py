"""Which open tasks address a main index of a framework, and which its total (việc theo chỉ số)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from briefing.domain.frameworks import Framework, Part
from briefing.domain.standing import Briefing, TaskStanding, TaskStatus


def tasks_on(part: Part, briefing: Briefing) -> tuple[TaskStanding, ...]:
    """The open tasks that address a main index, overdue first, then by deadline.

    A task does when its pillar is the index's own or the index itself, or when it serves a target
    of which that holds.
    """
    subjects = {part.id, part.pillar} - {None}
    measured = {part.indicator, part.rank} - {None}
    served = {
        target.target.id
        for target in briefing.targets
        if target.target.pillar in subjects
        or target.target.indicator in measured
        or (target.indicator is not None and target.indicator.pillar in subjects)
    }
    return _urgent(
        task
        for task in briefing.tasks
        if task.task.pillar in subjects or not served.isdisjoint(task.task.targets)
    )


def tasks_on_total(framework: Framework, briefing: Briefing) -> tuple[TaskStanding, ...]:
    """The open tasks that serve a target on the framework's total or its rank."""
    wanted = {framework.indicator, framework.rank} - {None}
    served = {one.target.id for one in briefing.targets if one.target.indicator in wanted}
    return _urgent(task for task in briefing.tasks if not served.isdisjoint(task.task.targets))


def _urgent(tasks: Iterable[TaskStanding]) -> tuple[TaskStanding, ...]:
    def order(task: TaskStanding) -> tuple[bool, date, str]:
        return task.status is not TaskStatus.OVERDUE, task.due or date.max, task.task.id

    return tuple(sorted((task for task in tasks if task.status.is_open), key=order))
