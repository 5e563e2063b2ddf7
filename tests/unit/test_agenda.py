"""What is said first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from briefing.domain.agenda import agenda, changes, relative_gap
from briefing.domain.deadlines import task_standing
from briefing.domain.model import ObservationKind
from briefing.domain.plans import GoalOp, TaskState
from briefing.domain.standing import AgendaItem, TargetStanding, TargetStatus, TaskStanding
from tests.unit.facts import PLAN, day, observation, stand, target, task

TODAY = date(2024, 6, 10)


def missed(title: str, days: int) -> TargetStanding:
    due = TODAY - timedelta(days=days)
    figure = observation(10, end=f"{due:%d/%m/%Y}")
    return stand(target(title=title, due=due), figure, on="10/06/2024")


def behind(
    title: str, value: float, goal: float = 100.0, status: str = "off_track"
) -> TargetStanding:
    plain = stand(target(goal, title=title), observation(value), on="10/06/2024")
    return replace(plain, status=TargetStatus(status))


def given(title: str, days_late: int, state: TaskState = TaskState.OPEN) -> TaskStanding:
    due = TODAY - timedelta(days=days_late)
    return task_standing(task(title=title, due=due, state=state), PLAN, as_of=TODAY)


def titles(items: tuple[AgendaItem, ...]) -> list[str]:
    return [
        item.target.target.title if item.target else item.task.task.title if item.task else ""
        for item in items
    ]


def test_missed_and_overdue_stand_together_by_days_late() -> None:
    items = agenda([missed("b", 20), missed("d", 1)], [given("a", 40), given("c", 12)])
    assert titles(items) == ["a", "b", "c", "d"]
    assert [item.kind for item in items] == ["overdue", "missed", "overdue", "missed"]


def test_then_what_is_behind_off_track_first_each_by_its_relative_gap() -> None:
    items = agenda(
        [
            behind("at risk by half", 50, status="at_risk"),
            behind("short 40 of 400", 360, 400.0),
            behind("short 20 of 100", 80),
        ],
        [],
    )
    assert titles(items) == ["short 20 of 100", "short 40 of 400", "at risk by half"]
    assert {item.kind for item in items} == {"behind"}


def test_then_what_is_due_soon_fewest_days_first() -> None:
    items = agenda([behind("b", 1)], [given("d", -3), given("c", 0), given("a", 1)])
    assert titles(items) == ["a", "b", "c", "d"]
    assert [item.kind for item in items] == ["overdue", "behind", "due_soon", "due_soon"]


def test_equals_stand_in_vietnamese_order_whatever_order_they_came_in() -> None:
    tasks = [given(title, 5) for title in ("Đề án", "Ý kiến", "Dự án", "Ảnh")]
    in_order = ["Ảnh", "Dự án", "Đề án", "Ý kiến"]
    assert titles(agenda([], tasks)) == in_order
    assert titles(agenda([], tasks[::-1])) == in_order


def test_equals_within_each_kind_stand_in_vietnamese_order() -> None:
    for pair in (
        agenda([behind("Đề án", 9), behind("Dự án", 9)], []),
        agenda([missed("Đề án", 9), missed("Dự án", 9)], []),
        agenda([], [given("Đề án", -1), given("Dự án", -1)]),
    ):
        assert titles(pair) == ["Dự án", "Đề án"]


def test_a_target_and_a_task_equally_late_and_of_one_title_both_stay() -> None:
    assert len(agenda([missed("a", 3)], [given("a", 3)])) == 2


def test_what_is_well_or_waits_for_others_is_not_raised() -> None:
    quiet = [
        replace(behind("x", 1), status=status)
        for status in TargetStatus
        if status not in {TargetStatus.MISSED, TargetStatus.OFF_TRACK, TargetStatus.AT_RISK}
    ]
    done = [given("x", 5, state) for state in (TaskState.DONE, TaskState.PAUSED)]
    assert agenda(quiet, [*done, given("x", -60), given("x", -1, TaskState.AWAITING)]) == ()


def test_a_gap_to_a_goal_of_nothing_outweighs_every_other() -> None:
    nothing = stand(target(0.0, GoalOp.AT_MOST), observation(1), on="10/06/2024")
    assert relative_gap(nothing) > relative_gap(behind("x", -10_000))
    assert relative_gap(stand(target(), on="10/06/2024")) == 0


def test_changes_are_what_sources_state_newest_first() -> None:
    told = (
        observation(1, id="value"),
        observation(33, id="change", kind=ObservationKind.CHANGE, end="30/06/2023"),
        observation(18, id="excess", kind=ObservationKind.EXCESS, end="15/12/2023"),
        observation(2, id="later", kind=ObservationKind.CHANGE, end="31/12/2024"),
        observation(17, id="corrected", kind=ObservationKind.EXCESS, revises="excess"),
    )
    found = changes(told, as_of=day("20/12/2023"), known_on=day("20/12/2023"))
    assert [o.id for o in found] == ["excess", "change"]
    found = changes(told, as_of=day("31/12/2023"), known_on=day("31/12/2023"))
    assert [o.id for o in found] == ["corrected", "change"]
