"""Tasks against their deadlines: the status of a task on a day."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import replace
from datetime import date

from briefing.domain.periods import working_days_between
from briefing.domain.plans import Plan, Task, TaskState
from briefing.domain.standing import TaskStanding, TaskStatus


def due_on(task: Task, day: date) -> date | None:
    """The deadline in force on ``day``: the extension granted last by then, else the first one."""
    granted = sorted((e for e in task.extensions if e.on <= day), key=lambda e: e.on)
    return granted[-1].due if granted else task.due


def heard_of(task: Task, published: date | None = None) -> date:
    """The newest day of which anything is known about a task.

    It was given, extended, done, noted with its day, or told by a source ``published`` then.
    """
    days = [task.known_on, *(moved.on for moved in task.extensions), *_noted(task.note)]
    days += [day for day in (task.done_on, published) if day is not None]
    return max(days)


def _noted(note: str) -> list[date]:
    """The days of the notes that stand one after the other: ``(10/05/2022) Đã thử nghiệm``."""
    days = []
    for part in note.split("(")[1:]:
        day, *rest = part.partition(")")[0].split("/")
        with suppress(ValueError):
            month, year = map(int, rest)
            days.append(date(year, month, int(day)))
    return days


def is_unheard(standing: TaskStanding, published: date | None = None) -> bool:
    """Whether a task is overdue only for all that is known: nothing was heard since its deadline.

    Nobody has said that it was not done. ``published`` is the date of the source it is known from.
    """
    if standing.status is not TaskStatus.OVERDUE or standing.due is None:
        return False
    return heard_of(standing.task, published) <= standing.due


def known_task(task: Task, day: date) -> Task:
    """``task`` as it was told on ``day``: without later extensions, and open until it was done.

    What a plan says of a task without a date (waiting, paused, cancelled, a note) stays.
    """
    told = tuple(moved for moved in task.extensions if moved.on <= day)
    if len(told) < len(task.extensions):
        task = replace(task, extensions=told)
    if task.done_on is None or task.done_on <= day:
        return task
    state = TaskState.OPEN if task.state is TaskState.DONE else task.state
    return replace(task, done_on=None, state=state, done_units=())


def task_standing(
    task: Task,
    plan: Plan,
    *,
    as_of: date,
    due_soon_days: int = 10,
    holidays: Collection[date] = frozenset(),
) -> TaskStanding:
    """The status of a task on ``as_of`` (DESIGN section 4, the first that applies).

    ``due_soon_days`` are working days. A task is done when its state says so or ``done_on`` is
    given, but not before ``done_on``; it is judged by the deadline in force on the day it was
    done, so that an extension granted afterwards changes nothing. Done without a date stays
    ``done``: whether it was on time is not known.
    """
    due = due_on(task, as_of)
    if task.state is TaskState.CANCELLED:
        return _standing(task, plan, as_of, TaskStatus.CANCELLED, due)
    if task.state is TaskState.PAUSED:
        return _standing(task, plan, as_of, TaskStatus.PAUSED, due)
    done = _done(task, plan, as_of)
    if done is not None:
        return done
    if due is None:
        awaiting = task.state is TaskState.AWAITING
        status = TaskStatus.AWAITING if awaiting else TaskStatus.OPEN_ENDED
        return _standing(task, plan, as_of, status, due)
    days = (as_of - due).days
    left = working_days_between(as_of, due, holidays)
    if days > 0:
        status = TaskStatus.OVERDUE
    elif task.state is TaskState.AWAITING:
        status = TaskStatus.AWAITING
    else:
        status = TaskStatus.DUE_SOON if left <= due_soon_days else TaskStatus.IN_TERM
    return _standing(task, plan, as_of, status, due, days, left)


def _done(task: Task, plan: Plan, as_of: date) -> TaskStanding | None:
    finished = task.done_on
    if finished is None:
        if task.state is not TaskState.DONE:
            return None
        return _standing(task, plan, as_of, TaskStatus.DONE, due_on(task, as_of))
    if task.state is TaskState.AWAITING or finished > as_of:
        return None
    due = due_on(task, finished)
    if due is None:
        return _standing(task, plan, as_of, TaskStatus.DONE, None)
    days = (finished - due).days
    status = TaskStatus.DONE_LATE if days > 0 else TaskStatus.DONE_ON_TIME
    return _standing(task, plan, as_of, status, due, days)


def _standing(
    task: Task,
    plan: Plan,
    as_of: date,
    status: TaskStatus,
    due: date | None,
    days: int | None = None,
    working_days: int | None = None,
) -> TaskStanding:
    return TaskStanding(
        task=task,
        plan=plan,
        status=status,
        as_of=as_of,
        due=due,
        days=days,
        working_days=working_days,
    )
