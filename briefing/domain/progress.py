"""How targets and tasks stand on a day: the rules of DESIGN section 4, in their order.

The parts live beside this module, by what they know (``goals``, ``figures``, ``pace``,
``deadlines``); what others call is gathered here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from briefing.domain.deadlines import due_on, task_standing
from briefing.domain.figures import (
    by_id,
    current,
    figures,
    is_stale,
    rate_disagrees,
    recency,
    values,
)
from briefing.domain.goals import attainment, gap, goal_on, meets, opposite, unchained_changes
from briefing.domain.model import (
    Indicator,
    Measure,
    Observation,
    ObservationKind,
    Pillar,
    PillarKind,
    Qualifier,
    Unit,
    UnitKey,
)
from briefing.domain.pace import expected_at, pace_status
from briefing.domain.plans import GoalOp, Plan, Target
from briefing.domain.standing import (
    Figure,
    GoalInForce,
    PillarStanding,
    Rule,
    TargetStanding,
    TargetStatus,
)
from briefing.domain.value import replaced, value

__all__ = [
    "AT_RISK_SHARE",
    "attainment",
    "current",
    "due_on",
    "expected_at",
    "figures",
    "gap",
    "goal_on",
    "is_stale",
    "meets",
    "pillar_standings",
    "rate_disagrees",
    "target_standing",
    "task_standing",
    "unchained_changes",
]

AT_RISK_SHARE = 0.10


@value
class _Answer:
    """A figure that answers a target: itself, or worked out from the opposite count."""

    observation: Observation
    value: float
    qualifier: Qualifier
    derived: bool = False

    def meets(self, goal: GoalInForce) -> bool:
        if goal.op is None or goal.value is None:
            return False
        return meets(self.value, self.qualifier, goal.op, goal.value, goal.high)


def target_standing(
    target: Target,
    plan: Plan,
    indicator: Indicator | None,
    observations: Iterable[Observation],
    *,
    as_of: date,
    known_on: date,
    indicators: Mapping[str, Indicator] | Iterable[Indicator],
    at_risk_share: float = AT_RISK_SHARE,
    judged: UnitKey | None = None,
    set_by: Unit | None = None,
) -> TargetStanding:
    """A target on ``as_of``, judged by figures published by ``known_on``.

    ``observations`` may hold more than the target's own; its unit's figures on its indicator, and
    on the indicator that counts the opposite part, are picked out. The goal is the one in force
    on ``as_of`` as far as changes were known by ``known_on``. For a goal in words or not printed
    ``observation`` is the figure that stands beside it and ``value`` stays ``None``: nothing was
    judged; for a stated excess ``observation`` is the statement. A target that ``set_by`` gave
    to every unit of a kind is judged by the figures of ``judged``, one of them; else by its own
    unit's.
    """
    goal = goal_on(target, min(as_of, known_on))
    known = current(
        (o for o in observations if o.unit == (judged or target.unit)),
        as_of=as_of,
        known_on=known_on,
    )
    known_indicators = by_id(indicators)
    answers = _answers(indicator, known_indicators, known)
    in_term = [a for a in answers if target.due is None or a.observation.end <= target.due]
    answer = in_term[0] if in_term else None
    later = answers[0] if answers and answers[0] not in in_term else None
    blank = TargetStanding(
        target=target,
        plan=plan,
        indicator=indicator,
        status=TargetStatus.NO_DATA,
        rule=Rule.NO_FIGURE,
        as_of=as_of,
        known_on=known_on,
        goal=goal,
        observation=answer.observation if answer else None,
        later=later.observation if later else None,
        later_meets=later is not None and later.meets(goal),
        stale=answer is not None and _is_stale(answer, indicator, known_indicators, as_of),
        set_by=set_by,
    )
    if goal.op is None or goal.value is None or not goal.printed:
        return _not_judged(blank, known)
    if answer is None or indicator is None:
        return blank
    expected = expected_at(target, goal, answer.observation.end, indicator, answer.value)
    late: int | None = None
    if answer.meets(goal):
        status, rule = TargetStatus.ACHIEVED, Rule.MEETS_GOAL
    elif target.due is not None and as_of > target.due:
        status, rule = _past_due(answer, target.due)
        late = (as_of - target.due).days if status is TargetStatus.MISSED else None
    elif expected is None:
        status, rule = TargetStatus.IN_PROGRESS, Rule.NO_PACE
    else:
        rule = Rule.PACE
        status = pace_status(
            target, goal, indicator, answer.value, answer.qualifier, expected, at_risk_share
        )
    return replaced(
        blank,
        status=status,
        rule=rule,
        value=answer.value,
        derived=answer.derived,
        expected=expected,
        attainment=attainment(answer.value, goal, indicator),
        gap=gap(answer.value, goal, indicator),
        days_late=late,
    )


def _past_due(answer: _Answer, due: date) -> tuple[TargetStatus, Rule]:
    """Missed once a figure reaches the last day of the term; until then its result is awaited."""
    if answer.observation.end < due:
        return TargetStatus.AWAITING_RESULT, Rule.PAST_DUE_NOT_COVERED
    return TargetStatus.MISSED, Rule.PAST_DUE


def _not_judged(blank: TargetStanding, known: Iterable[Observation]) -> TargetStanding:
    """A goal in words, or one that is not printed: only what the source itself states."""
    target = blank.target
    if blank.goal.printed:
        return replaced(blank, status=TargetStatus.NOT_MEASURABLE, rule=Rule.GOAL_IN_WORDS)
    excesses = [
        o
        for o in known
        if o.indicator == target.indicator
        and o.kind is ObservationKind.EXCESS
        and (target.due is None or o.end <= target.due)
    ]
    if excesses and meets(excesses[0].value, excesses[0].qualifier, GoalOp.AT_LEAST, 0.0):
        return replaced(
            blank,
            status=TargetStatus.ACHIEVED,
            rule=Rule.STATED_EXCESS,
            observation=excesses[0],
            stale=blank.indicator is not None
            and is_stale(excesses[0], blank.indicator, blank.as_of),
        )
    return replaced(blank, status=TargetStatus.NOT_MEASURABLE, rule=Rule.GOAL_NOT_PRINTED)


def _answers(
    indicator: Indicator | None,
    indicators: Mapping[str, Indicator],
    known: Iterable[Observation],
) -> list[_Answer]:
    """The figures that answer a target on ``indicator``, newest first."""
    if indicator is None:
        return []
    found = []
    for observation in values(known):
        if observation.indicator == indicator.id:
            found.append(_Answer(observation, observation.value, observation.qualifier))
        elif _is_opposite(indicators.get(observation.indicator), indicator):
            value = _other_part(observation, indicator.measure)
            if value is not None:
                qualifier = opposite(observation.qualifier)
                found.append(_Answer(observation, value, qualifier, derived=True))
    return sorted(found, key=_preference, reverse=True)


def _preference(answer: _Answer) -> tuple[object, ...]:
    """The newest figure first; for the same days and publication the direct one."""
    end, published_on, length, key = recency(answer.observation)
    return (end, published_on, not answer.derived, length, key)


def _is_opposite(counted: Indicator | None, wanted: Indicator) -> bool:
    return counted is not None and counted.complement_of == wanted.id


def _other_part(observation: Observation, measure: Measure) -> float | None:
    """The rest of an x/y: 6/31 leaves 25, or 80,6% where a share is wanted."""
    part, whole = observation.numerator, observation.denominator
    if part is None or whole is None or whole <= 0 or not 0 <= part <= whole:
        return None
    if measure is Measure.PERCENT:
        return (whole - part) * 100 / whole
    return whole - part if measure is Measure.COUNT else None


def _is_stale(
    answer: _Answer,
    indicator: Indicator | None,
    indicators: Mapping[str, Indicator],
    as_of: date,
) -> bool:
    """Whether the figure is too old for the target's indicator or for the one it counts."""
    counted = indicators.get(answer.observation.indicator)
    return any(i and is_stale(answer.observation, i, as_of) for i in (indicator, counted))


def pillar_standings(
    pillars: Iterable[Pillar], targets: Iterable[TargetStanding], figures: Iterable[Figure]
) -> tuple[PillarStanding, ...]:
    """Each pillar, each foundation, and last the whole if it has targets or figures.

    A target belongs to its indicator's pillar, else to its own. What names a pillar that is not
    among ``pillars`` stands with the whole, so that nothing is lost.
    """
    ordered = sorted(pillars, key=lambda p: (p.kind is PillarKind.FOUNDATION, p.position))
    groups: dict[str | None, tuple[list[TargetStanding], list[Figure]]] = {
        pillar.id: ([], []) for pillar in ordered
    }
    whole: tuple[list[TargetStanding], list[Figure]] = ([], [])
    for standing in targets:
        groups.get(_pillar_of(standing), whole)[0].append(standing)
    for figure in figures:
        groups.get(figure.indicator.pillar, whole)[1].append(figure)
    found = [_pillar_standing(pillar, *groups[pillar.id]) for pillar in ordered]
    if any(whole):
        found.append(_pillar_standing(None, *whole))
    return tuple(found)


def _pillar_of(standing: TargetStanding) -> str | None:
    indicator = standing.indicator
    if indicator is not None and indicator.pillar is not None:
        return indicator.pillar
    return standing.target.pillar


def _pillar_standing(
    pillar: Pillar | None, standings: list[TargetStanding], figures: list[Figure]
) -> PillarStanding:
    targets = [s for s in standings if s.set_by is None]
    entered = [
        (s.attainment, s.target.weight)
        for s in targets
        if s.attainment is not None and s.target.weight > 0
    ]
    weight = sum(w for _, w in entered)
    return PillarStanding(
        pillar=pillar,
        targets=tuple(targets),
        figures=tuple(figures),
        counts={status: sum(s.status is status for s in targets) for status in TargetStatus},
        mean=sum(share * w for share, w in entered) / weight if entered else None,
        measured=len(entered),
        given=tuple(s for s in standings if s.set_by is not None),
    )
