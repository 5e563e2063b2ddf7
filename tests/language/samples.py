"""Small domain objects, true to the documents where a test speaks of a real figure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from briefing.domain.model import (
    Better,
    Indicator,
    Measure,
    Observation,
    Unit,
    UnitKey,
    UnitKind,
)
from briefing.domain.plans import GoalOp, Plan, Target, Task
from briefing.domain.standing import (
    GoalInForce,
    Rule,
    TargetStanding,
    TargetStatus,
    TaskStanding,
    TaskStatus,
)

NINH_BINH = UnitKey("37")


def indicator(measure: Measure = Measure.PERCENT, **fields: Any) -> Indicator:
    """An indicator, a percentage where higher is better unless said otherwise."""
    base = Indicator(
        id="x",
        name="Tỷ lệ",
        name_en="Share",
        pillar=None,
        measure=measure,
        better=Better.LOWER if measure is Measure.RANK else Better.HIGHER,
    )
    return replace(base, **fields)


PERCENT = indicator()
RANK = indicator(Measure.RANK, universe=63)
DOSSIERS = indicator(Measure.COUNT, noun="hồ sơ", noun_en="dossiers")
DISTRICTS = indicator(Measure.COUNT, noun="địa phương", noun_en="localities")
MONEY = indicator(Measure.MONEY, noun="tỷ đồng", noun_en="billion dong")
POINTS = indicator(Measure.POINTS)
INDEX = indicator(Measure.INDEX)


def observation(value: float, **fields: Any) -> Observation:
    """A figure of Ninh Bình for 2023, published on 07/01/2024."""
    base = Observation(
        id="o",
        unit=NINH_BINH,
        indicator="x",
        value=value,
        source="ninh_binh_2024",
        paragraphs=(18,),
        published_on=date(2024, 1, 7),
        start=date(2023, 1, 1),
        end=date(2023, 12, 31),
    )
    return replace(base, **fields)


def goal(value: float | None, op: GoalOp | None = GoalOp.AT_LEAST, **fields: Any) -> GoalInForce:
    """A goal in force, "≥ value" unless said otherwise."""
    base = GoalInForce(
        op=op if value is not None else None,
        value=value,
        high=None,
        words="",
        words_en="",
        printed=True,
    )
    return replace(base, **fields)


PLAN = Plan(
    id="p", title="Kế hoạch", title_en="Plan", unit=NINH_BINH, document=None, targets=(), tasks=()
)


def target_standing(
    status: TargetStatus, rule: Rule, *, of: Indicator = PERCENT, **fields: Any
) -> TargetStanding:
    """A target of Ninh Bình due at the end of 2023, seen on 07/01/2024."""
    target = Target(
        id="t",
        plan="p",
        unit=NINH_BINH,
        title="Chỉ tiêu",
        indicator="x",
        known_on=date(2023, 1, 31),
        due=date(2023, 12, 31),
    )
    base = TargetStanding(
        target=target,
        plan=PLAN,
        indicator=of,
        status=status,
        rule=rule,
        as_of=date(2024, 1, 7),
        known_on=date(2024, 1, 7),
        goal=goal(80.0),
    )
    return replace(base, **fields)


def task(**fields: Any) -> Task:
    """The committees to be set up "trước ngày 10.5.2022" (Quảng Nam)."""
    base = Task(
        id="k",
        plan="p",
        unit=UnitKey("49"),
        title="Thành lập Ban chỉ đạo",
        known_on=date(2022, 4, 25),
        due_written="trước ngày 10.5.2022",
        due=date(2022, 5, 9),
    )
    return replace(base, **fields)


def task_standing(
    status: TaskStatus, days: int | None = None, working_days: int | None = None
) -> TaskStanding:
    """That task with a status; ``days`` late, negative for days to go."""
    return TaskStanding(
        task=task(),
        plan=PLAN,
        status=status,
        as_of=date(2022, 4, 25),
        days=days,
        working_days=working_days,
    )


def unit(name: str, code: str = "30") -> Unit:
    """A province, or what else has a name."""
    return Unit(
        key=UnitKey(code),
        name=name,
        full_name=f"tỉnh {name}",
        name_en="Hai Duong",
        full_name_en="Hai Duong province",
        slug="hai-duong",
        kind=UnitKind.PROVINCE,
    )
