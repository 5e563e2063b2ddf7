"""Pace: a figure against what its own period's end asks, on the way to a goal."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from briefing.domain.model import Better, Qualifier
from briefing.domain.plans import GoalOp, Milestone
from briefing.domain.standing import Rule, TargetStatus
from tests.unit.facts import RANK, indicator, observation, stand, target

LINE = target(100.0, baseline=0.0, baseline_on=date(2022, 12, 31), due=date(2023, 12, 31))

LINE_CASES = [
    # 365 days from 0 to 100; day 73 is 14/03/2023, where 20 is expected
    pytest.param(20.0, Qualifier.EXACT, TargetStatus.ON_TRACK, id="on the line"),
    pytest.param(20.0, Qualifier.AT_LEAST, TargetStatus.ON_TRACK, id="over the line's value"),
    pytest.param(20.0, Qualifier.ALMOST, TargetStatus.AT_RISK, id="almost the line's value"),
    pytest.param(19.99, Qualifier.EXACT, TargetStatus.AT_RISK, id="just worse"),
    pytest.param(10.0, Qualifier.EXACT, TargetStatus.AT_RISK, id="worse by exactly a tenth"),
    pytest.param(9.99, Qualifier.EXACT, TargetStatus.OFF_TRACK, id="worse by more than a tenth"),
    pytest.param(99.0, Qualifier.EXACT, TargetStatus.ON_TRACK, id="far ahead"),
]


@pytest.mark.parametrize(("value", "qualifier", "status"), LINE_CASES)
def test_pace_along_the_straight_line(
    value: float, qualifier: Qualifier, status: TargetStatus
) -> None:
    figure = observation(value, end="14/03/2023", qualifier=qualifier)
    seen = stand(LINE, figure, on="30/11/2023")
    assert (seen.status, seen.rule, seen.expected) == (status, Rule.PACE, 20)


@pytest.mark.parametrize(("value", "status"), [(20, "on_track"), (19, "off_track")])
def test_the_share_at_risk_can_be_set_to_nothing(value: float, status: str) -> None:
    figure = observation(value, end="14/03/2023")
    assert stand(LINE, figure, on="30/11/2023", at_risk_share=0).status == status


@pytest.mark.parametrize("goal", [0.1, 0.3, 0.7, 1.1, 33.3, 100.0, 485_762.0])
def test_the_boundary_at_risk_holds_for_awkward_fractions(goal: float) -> None:
    wanted = target(goal, baseline=0.0, baseline_on=date(2022, 12, 31), due=date(2023, 12, 31))
    for days in range(73, 365, 73):
        end = date.fromordinal(date(2022, 12, 31).toordinal() + days)
        figure = observation(goal * days / 365 - goal / 10, end=f"{end:%d/%m/%Y}")
        assert stand(wanted, figure, on="31/12/2023").status is TargetStatus.AT_RISK, days


def test_pace_is_judged_at_the_end_of_the_figure_s_own_period_never_at_the_day_of_looking() -> None:
    figure = observation(20, end="14/03/2023")
    looks = [stand(LINE, figure, on=on) for on in ("15/03/2023", "30/06/2023", "31/12/2023")]
    assert [seen.expected for seen in looks] == [20, 20, 20]
    assert {seen.status for seen in looks} == {TargetStatus.ON_TRACK}


def test_the_line_falls_where_lower_is_better() -> None:
    wanted = target(
        0.0, GoalOp.AT_MOST, baseline=100.0, baseline_on=date(2022, 12, 31), due=LINE.due
    )
    lower = indicator(better=Better.LOWER)
    for value, status in ((80.0, "on_track"), (90.0, "at_risk"), (90.1, "off_track")):
        seen = stand(
            wanted, observation(value, end="14/03/2023"), on="01/06/2023", measured_by=lower
        )
        assert (seen.status, seen.expected) == (status, 80)


def test_mirrored_targets_have_mirrored_paces() -> None:
    for value in range(0, 101, 5):
        up = stand(LINE, observation(value, end="14/03/2023"), on="01/06/2023")
        mirrored = target(
            -100.0, GoalOp.AT_MOST, baseline=0.0, baseline_on=LINE.baseline_on, due=LINE.due
        )
        down = stand(
            mirrored,
            observation(-value, end="14/03/2023"),
            on="01/06/2023",
            measured_by=indicator(better=Better.LOWER),
        )
        assert up.status is down.status, value


@pytest.mark.parametrize("end", ["31/12/2022", "30/12/2022"])
def test_a_figure_not_after_the_baseline_has_no_pace(end: str) -> None:
    seen = stand(LINE, observation(0, end=end), on="01/06/2023")
    assert (seen.status, seen.rule, seen.expected) == (
        TargetStatus.IN_PROGRESS,
        Rule.NO_PACE,
        None,
    )


@pytest.mark.parametrize(
    "without",
    [{"baseline": None}, {"baseline_on": None}, {"due": None}, {"baseline_on": date(2024, 1, 1)}],
    ids=["value", "date", "due", "date before due"],
)
def test_half_a_baseline_gives_no_line(without: dict[str, Any]) -> None:
    facts: dict[str, Any] = {
        "baseline": 0.0,
        "baseline_on": date(2022, 12, 31),
        "due": date(2023, 12, 31),
    }
    seen = stand(
        target(100.0, **facts | without), observation(1, end="14/03/2023"), on="01/06/2023"
    )
    assert (seen.status, seen.attainment) == (TargetStatus.IN_PROGRESS, 0.01)


STEPS = (Milestone(on=date(2023, 6, 30), value=40.0), Milestone(on=date(2023, 3, 31), value=10.0))
MILESTONES = [
    pytest.param("30/03/2023", None, id="before the first"),
    pytest.param("31/03/2023", 10, id="on the first's day"),
    pytest.param("29/06/2023", 10, id="a step, no slope"),
    pytest.param("30/06/2023", 40, id="on the second's day"),
    pytest.param("30/11/2023", 40, id="the last holds to the end"),
]


@pytest.mark.parametrize(("end", "expected"), MILESTONES)
def test_the_milestone_in_force_is_the_last_one_dated(end: str, expected: int | None) -> None:
    wanted = target(100.0, milestones=STEPS, due=date(2023, 12, 31))
    seen = stand(wanted, observation(10, end=end), on="30/11/2023")
    assert seen.expected == expected
    status = {None: "in_progress", 10: "on_track", 40: "off_track"}[expected]
    assert seen.status == status


def test_before_the_first_milestone_the_line_holds() -> None:
    wanted = target(
        100.0, milestones=STEPS, baseline=0.0, baseline_on=LINE.baseline_on, due=LINE.due
    )
    assert stand(wanted, observation(10, end="14/03/2023"), on="01/06/2023").expected == 20
    assert stand(wanted, observation(10, end="31/03/2023"), on="01/06/2023").expected == 10


def test_without_a_baseline_nothing_is_only_a_little_worse() -> None:
    wanted = target(100.0, milestones=STEPS, due=date(2023, 12, 31))
    seen = stand(wanted, observation(39.9, end="30/06/2023"), on="30/11/2023")
    assert seen.status is TargetStatus.OFF_TRACK


RANK_LINE = target(
    10.0,
    GoalOp.AT_MOST,
    indicator="hang_dti",
    baseline=15.0,
    baseline_on=date(2022, 12, 31),
    due=date(2024, 12, 31),
)


@pytest.mark.parametrize(("rank", "status"), [(13, "on_track"), (14, "off_track")])
def test_a_rank_s_expectation_is_rounded_in_the_unit_s_favour(rank: float, status: str) -> None:
    # 365 of 731 days from 15 to 10: 12,503 is asked, so 13 will do
    figure = observation(rank, indicator="hang_dti", end="31/12/2023")
    seen = stand(RANK_LINE, figure, on="30/11/2024", measured_by=RANK)
    assert (seen.expected, seen.status, seen.attainment) == (13, status, None)


def test_a_whole_rank_is_asked_as_it_is() -> None:
    wanted = target(
        12.0,
        GoalOp.AT_MOST,
        indicator="hang_dti",
        baseline=15.0,
        baseline_on=date(2020, 12, 31),
        due=date(2023, 12, 31),
    )
    for years, expected in ((1, 14), (2, 13)):
        figure = observation(9, indicator="hang_dti", end=f"31/12/{2020 + years}")
        assert stand(wanted, figure, on="01/01/2024", measured_by=RANK).expected == expected


RANGE_LINE = target(
    40.0,
    GoalOp.RANGE,
    goal_high=60.0,
    baseline=0.0,
    baseline_on=date(2022, 12, 31),
    due=date(2023, 12, 31),
)


@pytest.mark.parametrize(
    ("value", "status"),
    [(8, "on_track"), (4, "at_risk"), (3.9, "off_track"), (50, "achieved"), (61, "off_track")],
)
def test_a_range_is_headed_for_from_the_figure_s_side(value: float, status: str) -> None:
    assert stand(RANGE_LINE, observation(value, end="14/03/2023"), on="01/06/2023").status == status


@pytest.mark.parametrize(("value", "status"), [(20, "on_track"), (10, "at_risk"), (0, "off_track")])
def test_an_equal_goal_is_paced_from_its_baseline(value: float, status: str) -> None:
    wanted = target(100.0, GoalOp.EQUAL, baseline=0.0, baseline_on=LINE.baseline_on, due=LINE.due)
    neither = indicator(better=Better.NEITHER)
    figure = observation(value, end="14/03/2023")
    assert stand(wanted, figure, on="01/06/2023", measured_by=neither).status == status
