"""What to say first: the exceptions that need a decision, and what the sources say changed."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date

from briefing.domain.figures import current
from briefing.domain.model import Observation, ObservationKind
from briefing.domain.spelling import sort_key
from briefing.domain.standing import (
    AgendaItem,
    AgendaKind,
    TargetStanding,
    TargetStatus,
    TaskStanding,
    TaskStatus,
)

_BEHIND = (TargetStatus.OFF_TRACK, TargetStatus.AT_RISK)
_Placed = tuple[tuple[float, float, float, str], AgendaItem]


def agenda(
    targets: Iterable[TargetStanding], tasks: Iterable[TaskStanding]
) -> tuple[AgendaItem, ...]:
    """Exceptions in the order in which they are raised.

    Missed targets and overdue tasks by days late; then targets behind their pace, off track before
    at risk, each by the gap relative to the goal; then tasks due soon, fewest days first. Equals
    stand in the alphabetical order of their titles.
    """
    placed = [item for standing in targets for item in _place_target(standing)]
    placed += [item for standing in tasks for item in _place_task(standing)]
    return tuple(item for _, item in sorted(placed, key=lambda pair: pair[0]))


def _place_target(standing: TargetStanding) -> list[_Placed]:
    title = standing.target.title
    if standing.status is TargetStatus.MISSED:
        item = AgendaItem(kind=AgendaKind.MISSED, target=standing)
        return [((0, -(standing.days_late or 0), 0, sort_key(title)), item)]
    if standing.status in _BEHIND:
        item = AgendaItem(kind=AgendaKind.BEHIND, target=standing)
        rank = _BEHIND.index(standing.status)
        return [((1, rank, -relative_gap(standing), sort_key(title)), item)]
    return []


def _place_task(standing: TaskStanding) -> list[_Placed]:
    title = standing.task.title
    if standing.status is TaskStatus.OVERDUE:
        item = AgendaItem(kind=AgendaKind.OVERDUE, task=standing)
        return [((0, -(standing.days or 0), 0, sort_key(title)), item)]
    if standing.status is TaskStatus.DUE_SOON:
        item = AgendaItem(kind=AgendaKind.DUE_SOON, task=standing)
        return [((2, -(standing.days or 0), 0, sort_key(title)), item)]
    return []


def relative_gap(standing: TargetStanding) -> float:
    """The gap as a share of the goal; a gap to a goal of 0 outweighs every other."""
    gap, goal = standing.gap, standing.goal.value
    if gap is None or goal is None:
        return 0.0
    if goal == 0:
        return math.inf if gap > 0 else 0.0
    return gap / abs(goal)


def changes(
    observations: Iterable[Observation], *, as_of: date, known_on: date
) -> tuple[Observation, ...]:
    """Changes and excesses that the sources state, known and not revised, newest first."""
    known = current(observations, as_of=as_of, known_on=known_on)
    return tuple(o for o in known if o.kind is not ObservationKind.VALUE)
