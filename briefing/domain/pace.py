"""Pace: where a target should stand at the end of a figure's own period, and whether it does."""

from __future__ import annotations

import math
from datetime import date

from briefing.domain.goals import DOWNWARD, UPWARD, is_tie, meets
from briefing.domain.model import Better, Indicator, Measure, Qualifier
from briefing.domain.plans import GoalOp, Target
from briefing.domain.standing import GoalInForce, TargetStatus


def expected_at(
    target: Target, goal: GoalInForce, day: date, indicator: Indicator, value: float
) -> float | None:
    """What the indicator should show on ``day``, in its measure, or ``None`` without a pace.

    The milestone in force is the last one dated by ``day`` (a step, not a slope). Before the first
    milestone, or without any, the straight line from the baseline to the goal at ``due`` holds;
    nothing is expected by the baseline's own day. A rank is rounded in the unit's favour.
    ``value`` decides which end of a range goal is headed for.
    """
    if goal.value is None or (target.baseline_on is not None and day <= target.baseline_on):
        return None
    passed = sorted((m for m in target.milestones if m.on <= day), key=lambda m: m.on)
    if passed:
        expected = passed[-1].value
    else:
        start, end = target.baseline_on, target.due
        if target.baseline is None or start is None or end is None or end <= start:
            return None
        run, whole = (min(day, end) - start).days, (end - start).days
        aim = _aim(goal, goal.value, value)
        expected = (target.baseline * (whole - run) + aim * run) / whole
    if indicator.measure is Measure.RANK:
        down = _heads_down(target, goal, goal.value, indicator, value)
        return float(math.ceil(expected) if down else math.floor(expected))
    return expected


def pace_status(
    target: Target,
    goal: GoalInForce,
    indicator: Indicator,
    value: float,
    qualifier: Qualifier,
    expected: float,
    at_risk_share: float,
) -> TargetStatus:
    """On track when not worse than ``expected``; at risk when worse by little; else off track.

    Little is ``at_risk_share`` of the distance from baseline to goal, the boundary included.
    Without a baseline the distance is not known and nothing counts as little.
    """
    if goal.value is None:
        raise ValueError("only a goal with a number has a pace")
    down = _heads_down(target, goal, goal.value, indicator, value)
    if meets(value, qualifier, GoalOp.AT_MOST if down else GoalOp.AT_LEAST, expected):
        return TargetStatus.ON_TRACK
    distance = 0.0
    if target.baseline is not None:
        distance = abs(_aim(goal, goal.value, value) - target.baseline)
    worse, allowed = abs(value - expected), at_risk_share * distance
    if worse < allowed or is_tie(worse, allowed):
        return TargetStatus.AT_RISK
    return TargetStatus.OFF_TRACK


def _aim(goal: GoalInForce, low: float, value: float) -> float:
    """The number headed for: of a range the end on the figure's side."""
    if goal.op is GoalOp.RANGE and goal.high is not None and value > goal.high:
        return goal.high
    return low


def _heads_down(
    target: Target, goal: GoalInForce, low: float, indicator: Indicator, value: float
) -> bool:
    """Whether the figure has to fall to reach the goal."""
    if goal.op in UPWARD:
        return False
    if goal.op in DOWNWARD:
        return True
    if goal.op is GoalOp.RANGE:
        return goal.high is not None and value > goal.high
    if target.baseline is not None and not is_tie(target.baseline, low):
        return target.baseline > low
    return indicator.better is Better.LOWER
