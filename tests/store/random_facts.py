"""Folders of random facts, the same for the same seed: for laws that hold for any folder."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from briefing.domain.model import (
    Better,
    Measure,
    Observation,
    ObservationKind,
    Qualifier,
    UnitKey,
)
from briefing.domain.plans import GoalChange, GoalOp, Milestone, Plan, Target, Task
from tests.store.facts import NINH_BINH, Folder, figure, indicator
from tests.store.small_folder import DOCUMENTS, FOLDER, UNITS

FIRST = date(2022, 1, 1)
DAYS = 900
INDICATORS = (
    indicator("a", freshness_days=200),
    indicator("a_variant", variant_of="a"),
    indicator("b", measure=Measure.COUNT),
    indicator("b_left", measure=Measure.COUNT, better=Better.LOWER, complement_of="b"),
    indicator("b_open", measure=Measure.PERCENT, better=Better.LOWER, complement_of="b"),
    indicator("rank", measure=Measure.RANK, better=Better.LOWER, pillar=None, universe=63),
)
KEYS = tuple(unit.key for unit in UNITS[:3])


def folder(seed: int, figures: int = 60) -> Folder:
    """Figures, revisions, targets and tasks of three provinces."""
    dice = random.Random(seed)
    observations: list[Observation] = []
    for number in range(figures):
        made = _figure(dice, f"o{number}")
        if observations and dice.random() < 0.25:
            revised = dice.choice(observations)
            later = revised.published_on + timedelta(days=dice.randrange(1, 200))
            made = replace(made, revises=revised.id, published_on=max(later, made.published_on))
            if dice.random() < 0.8:
                made = replace(made, unit=revised.unit, indicator=revised.indicator)
        observations.append(made)
    dice.shuffle(observations)
    plans = tuple(_plan(dice, key, f"p{place}") for place, key in enumerate(KEYS))
    return replace(
        FOLDER,
        indicators=INDICATORS,
        observations=tuple(observations),
        plans=tuple(plan for plan in plans if dice.random() < 0.9),
        documents=DOCUMENTS,
        split={o.id: dice.choice("xyz") for o in observations},
    )


def day(dice: random.Random) -> date:
    """Any day that the figures span."""
    return FIRST + timedelta(days=dice.randrange(DAYS))


def _figure(dice: random.Random, key: str) -> Observation:
    # Few different ends, so that ties are common.
    end = date(2022 + dice.randrange(2), dice.choice((3, 6, 9, 12)), 28)
    whole = dice.choice((None, 31.0, 40.0))
    value = float(dice.randrange(1, 60))
    return figure(
        key,
        value,
        end,
        unit=dice.choice(KEYS),
        indicator=dice.choice(INDICATORS).id,
        start=end - timedelta(days=dice.choice((89, 179))),
        published_on=end + timedelta(days=dice.choice((-20, 5, 5, 40, 300))),
        kind=dice.choice((*[ObservationKind.VALUE] * 4, *ObservationKind)),
        qualifier=dice.choice(tuple(Qualifier)),
        numerator=None if whole is None else value,
        denominator=whole,
        parts_present=("Sở A",) if dice.random() < 0.2 else (),
        note=dice.choice(("", "ghi chú")),
    )


def _plan(dice: random.Random, key: UnitKey, plan: str) -> Plan:
    targets = tuple(_target(dice, key, plan, number) for number in range(dice.randrange(6)))
    tasks = tuple(
        Task(
            id=f"{plan}_k{number}",
            plan=plan,
            unit=key,
            title=f"Việc {dice.randrange(9)}",
            known_on=day(dice),
            lead=dice.choice((None, "nb-stttt", "24")),
            targets=tuple(t.id for t in targets if dice.random() < 0.3),
            due=dice.choice((None, day(dice))),
        )
        for number in range(dice.randrange(4))
    )
    return Plan(
        id=plan,
        title=f"Kế hoạch {plan}",
        title_en="",
        unit=key if dice.random() < 0.8 else NINH_BINH,
        document=dice.choice((None, "nb-kh-12")),
        targets=targets,
        tasks=tasks,
    )


def _target(dice: random.Random, key: UnitKey, plan: str, number: int) -> Target:
    measured = dice.random() < 0.9
    printed = dice.random() < 0.9
    goal = float(dice.randrange(10, 60)) if measured and printed else None
    change = GoalChange(on=day(dice), before=goal or 0.0, after=33.0, document="nb-qd-99")
    return Target(
        id=f"{plan}_t{number}",
        plan=plan,
        unit=key,
        title=f"Chỉ tiêu {dice.randrange(9)}",
        indicator=dice.choice(INDICATORS).id if measured else None,
        known_on=day(dice),
        goal=goal,
        goal_op=dice.choice(tuple(GoalOp)[:5]) if goal is not None else None,
        goal_words="" if measured else "bằng lời",
        goal_printed=printed or not measured,
        due=dice.choice((None, date(2022, 12, 31), date(2023, 6, 30))),
        baseline=dice.choice((None, 5.0)) if goal is not None else None,
        baseline_on=date(2022, 1, 1),
        milestones=(Milestone(on=date(2022, 6, 30), value=8.0),) if dice.random() < 0.2 else (),
        changes=(change,) if goal is not None and dice.random() < 0.3 else (),
    )
