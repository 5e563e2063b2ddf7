"""Which of a unit's goals a figure is held against wherever its history is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from briefing.domain.goals import goal_on
from briefing.domain.plans import Level, Target
from briefing.domain.standing import GoalInForce

Promise = tuple[Target, GoalInForce]
"""A target with its goal as it stands on a day."""


def promises(targets: Iterable[Target], indicator: str, told: date) -> list[Promise]:
    """Of targets those that set the indicator ``indicator`` a number, with it as on ``told``."""
    found = [(one, goal_on(one, told)) for one in targets if one.indicator == indicator]
    return [(one, goal) for one, goal in found if goal.value is not None and goal.printed]


def promise_for(
    promised: Sequence[Promise], period_end: date | None, as_of: date
) -> Promise | None:
    """The goal that a figure of a period is held against wherever its history is drawn.

    It is the goal due in the period's own year, else the one in force on ``as_of``: due next, or
    when all are past the one due last, one without a day after all others. Of several due on one
    day the more binding counts: assigned, then committed, then hoped for.
    """
    of_year = [
        one
        for one in promised
        if one[0].due is not None and period_end is not None and one[0].due.year == period_end.year
    ]
    on = period_end if of_year and period_end is not None else as_of
    return min(of_year or promised, key=lambda one: _nearness(one[0], on), default=None)


def _nearness(target: Target, on: date) -> tuple[bool, int, int, str]:
    due = target.due or date.max
    return (due < on, abs((due - on).days), list(Level).index(target.level), target.id)
