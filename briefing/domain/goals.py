"""Goals: which one is in force, whether a figure meets it, and how far it got."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from decimal import Decimal

from briefing.domain.model import Better, Indicator, Measure, Qualifier
from briefing.domain.plans import GoalChange, GoalOp, Target
from briefing.domain.standing import GoalInForce

UPWARD = frozenset({GoalOp.AT_LEAST, GoalOp.MORE_THAN})
DOWNWARD = frozenset({GoalOp.AT_MOST, GoalOp.LESS_THAN})


def is_tie(first: float, second: float) -> bool:
    """Whether two figures are the same number but for what binary fractions lose."""
    return math.isclose(first, second, rel_tol=1e-12, abs_tol=1e-9)


def difference(first: float, second: float) -> float:
    """``first - second`` as it is done on paper: 89 - 79.15 is 9.85, not 9.849999999999994."""
    return float(Decimal(repr(first)) - Decimal(repr(second)))


def goal_on(target: Target, day: date) -> GoalInForce:
    """The goal as it stood on ``day``.

    ``target.goal`` is the goal as first set; each official change dated by ``day`` replaces it by
    its ``after``. A change moves ``goal`` only, never the upper bound of a range.
    """
    value, words, words_en = target.goal, target.goal_words, target.goal_words_en
    printed = target.goal_printed
    for change in _in_order(target):
        if change.on <= day and target.goal_op is not None:
            value, words, words_en, printed = change.after, "", "", True
    return GoalInForce(
        op=target.goal_op,
        value=value,
        high=target.goal_high,
        words=words,
        words_en=words_en,
        printed=printed,
    )


def known_target(target: Target, day: date) -> Target:
    """``target`` as it was told on ``day``: without later changes of its goal or a later light."""
    light = target.manual_light
    if light is not None and light.on > day:
        target = replace(target, manual_light=None)
    told = tuple(change for change in target.changes if change.on <= day)
    return target if len(told) == len(target.changes) else replace(target, changes=told)


def unchained_changes(target: Target) -> tuple[GoalChange, ...]:
    """The changes whose ``before`` is not the goal that stood until then: mistakes in a plan."""
    stood = target.goal
    broken = []
    for change in _in_order(target):
        if stood is None or not is_tie(stood, change.before):
            broken.append(change)
        stood = change.after
    return tuple(broken)


def _in_order(target: Target) -> list[GoalChange]:
    return sorted(target.changes, key=lambda change: change.on)


def meets(
    value: float, qualifier: Qualifier, op: GoalOp, goal: float, high: float | None = None
) -> bool:
    """Whether a figure meets a goal (DESIGN section 4, rule 3).

    The printed value is judged and the qualifier decides ties only: "trên 50%" lies above 50,
    "gần 90%" below 90; "khoảng" and "ước" count as exact. Raises ``ValueError`` for a range
    without ``high``.
    """
    if op is GoalOp.RANGE:
        if high is None:
            raise ValueError("a range goal needs its upper bound")
        return meets(value, qualifier, GoalOp.AT_LEAST, goal) and meets(
            value, qualifier, GoalOp.AT_MOST, high
        )
    if not is_tie(value, goal):
        if op in UPWARD:
            return value > goal
        return value < goal if op in DOWNWARD else False
    if qualifier is Qualifier.AT_LEAST:
        return op in UPWARD
    if qualifier is Qualifier.ALMOST:
        return op in DOWNWARD
    return op in {GoalOp.AT_LEAST, GoalOp.AT_MOST, GoalOp.EQUAL}


def opposite(qualifier: Qualifier) -> Qualifier:
    """What a hedge says of the other part of the whole: over 6 of 31 leaves almost 25."""
    swapped = {Qualifier.AT_LEAST: Qualifier.ALMOST, Qualifier.ALMOST: Qualifier.AT_LEAST}
    return swapped.get(qualifier, qualifier)


def attainment(value: float, goal: GoalInForce, indicator: Indicator) -> float | None:
    """The share of the goal reached, 0 to 1: value/goal, or goal/value where lower is better.

    ``None`` for ranks, for goals in words or not printed, and for a goal of 0 or less. An
    indicator without a better direction takes it from the goal's sign.
    """
    if goal.value is None or goal.value <= 0 or indicator.measure is Measure.RANK:
        return None
    if goal.op is GoalOp.RANGE:
        if goal.high is not None and value > goal.high:
            return goal.high / value
        ratio = value / goal.value
    elif _lower_is_better(goal, indicator):
        ratio = goal.value / value if value > 0 else 1.0
    else:
        ratio = value / goal.value
    return min(1.0, max(0.0, ratio))


def gap(value: float, goal: GoalInForce, indicator: Indicator) -> float | None:
    """The distance to the goal in the indicator's measure: positive when short, else not.

    ``None`` without a number for a goal. Within a range it is 0.
    """
    if goal.value is None:
        return None
    above = difference(value, goal.value)
    if goal.op is GoalOp.RANGE:
        over = 0.0 if goal.high is None else difference(value, goal.high)
        return max(0.0, -above, over)
    if goal.op in UPWARD:
        return -above
    if goal.op in DOWNWARD:
        return above
    if indicator.better is Better.NEITHER:
        return abs(above)
    return above if indicator.better is Better.LOWER else -above


def _lower_is_better(goal: GoalInForce, indicator: Indicator) -> bool:
    if indicator.better is Better.NEITHER:
        return goal.op in DOWNWARD
    return indicator.better is Better.LOWER
