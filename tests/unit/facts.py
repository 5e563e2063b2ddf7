"""Small facts to build cases from: a test names only what its claim is about."""

from __future__ import annotations

from datetime import date
from typing import Any

from briefing.domain.model import (
    Better,
    Indicator,
    Measure,
    Observation,
    Pillar,
    PillarKind,
    Unit,
    UnitKey,
    UnitKind,
)
from briefing.domain.plans import GoalOp, Plan, Target, Task
from briefing.domain.progress import target_standing
from briefing.domain.standing import TargetStanding

PROVINCE = UnitKey("37")


def day(text: str) -> date:
    """A date as Vietnamese officials write it: ``day("03/09/2023")``."""
    number, month, year = (int(part) for part in text.split("/"))
    return date(year, month, number)


def unit(code: str = "37", **changes: Any) -> Unit:
    """A province that has always been there."""
    facts: dict[str, Any] = {
        "key": UnitKey(code),
        "name": code,
        "full_name": f"Tỉnh {code}",
        "name_en": code,
        "full_name_en": code,
        "slug": code,
        "kind": UnitKind.PROVINCE,
    }
    return Unit(**facts | changes)


def indicator(
    id: str = "ho_so",  # noqa: A002  (the field's own name)
    measure: Measure = Measure.PERCENT,
    better: Better = Better.HIGHER,
    **changes: Any,
) -> Indicator:
    """An indicator of the whole, in per cent, higher is better."""
    facts: dict[str, Any] = {"name": id, "name_en": id, "pillar": None}
    return Indicator(id=id, measure=measure, better=better, **facts | changes)


RANK = indicator("hang_dti", Measure.RANK, Better.LOWER, universe=63)


def observation(value: float = 50.0, end: str = "31/12/2023", **changes: Any) -> Observation:
    """A figure of one calendar year's end, published on the day its period ends."""
    facts: dict[str, Any] = {
        "id": "o",
        "unit": PROVINCE,
        "indicator": "ho_so",
        "start": date(day(end).year, 1, 1),
        "source": "nguon",
        "paragraphs": (1,),
        "published_on": day(end),
    }
    return Observation(value=value, end=day(end), **facts | changes)


def target(
    goal: float | None = 50.0, op: GoalOp | None = GoalOp.AT_LEAST, **changes: Any
) -> Target:
    """A goal on ``ho_so`` for the end of 2024."""
    facts: dict[str, Any] = {
        "id": "ct",
        "plan": "kh",
        "unit": PROVINCE,
        "title": "Chỉ tiêu",
        "indicator": "ho_so",
        "known_on": date(2020, 1, 1),
        "due": date(2024, 12, 31),
    }
    return Target(goal=goal, goal_op=op, **facts | changes)


def task(**changes: Any) -> Task:
    """An open task due on Friday 31/05/2024."""
    facts: dict[str, Any] = {
        "id": "nv",
        "plan": "kh",
        "unit": PROVINCE,
        "title": "Nhiệm vụ",
        "known_on": date(2020, 1, 1),
        "due": date(2024, 5, 31),
    }
    return Task(**facts | changes)


PLAN = Plan(
    id="kh", title="Kế hoạch", title_en="Plan", unit=PROVINCE, document=None, targets=(), tasks=()
)


def pillar(id: str, position: int, kind: PillarKind = PillarKind.PILLAR) -> Pillar:  # noqa: A002
    """A pillar named like its id."""
    return Pillar(id=id, kind=kind, name=id, name_en=id, short=id, short_en=id, position=position)


def stand(
    wanted: Target,
    *observations: Observation,
    on: str,
    known_on: str | None = None,
    measured_by: Indicator | None = None,
    others: tuple[Indicator, ...] = (),
    at_risk_share: float = 0.10,
) -> TargetStanding:
    """``wanted`` on a day, seen with ``observations``."""
    measured_by = measured_by or indicator()
    return target_standing(
        wanted,
        PLAN,
        measured_by,
        observations,
        as_of=day(on),
        known_on=day(known_on or on),
        indicators=(measured_by, *others),
        at_risk_share=at_risk_share,
    )
