"""The status of a task on a day: the first rule that applies."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from briefing.domain.deadlines import due_on, heard_of, is_unheard, task_standing
from briefing.domain.periods import DeadlineKind
from briefing.domain.plans import Extension, TaskState
from briefing.domain.standing import TaskStanding, TaskStatus
from tests.unit.facts import PLAN, day, task


def look(on: str, **facts: Any) -> TaskStanding:
    return task_standing(task(**facts), PLAN, as_of=day(on))


# due on Friday 31/05/2024 unless a case says otherwise
CASES = [
    pytest.param({"state": TaskState.CANCELLED}, "30/06/2024", "cancelled", id="cancelled, late"),
    pytest.param(
        {"state": TaskState.CANCELLED, "done_on": date(2024, 5, 1)},
        "30/06/2024",
        "cancelled",
        id="cancelled though done",
    ),
    pytest.param({"state": TaskState.PAUSED}, "30/06/2024", "paused", id="paused, late"),
    pytest.param(
        {"state": TaskState.DONE, "done_on": date(2024, 5, 31)},
        "30/06/2024",
        "done_on_time",
        id="done on the last day",
    ),
    pytest.param(
        {"state": TaskState.DONE, "done_on": date(2024, 6, 1)},
        "30/06/2024",
        "done_late",
        id="done a day late",
    ),
    pytest.param(
        {"state": TaskState.DONE, "done_on": date(2024, 6, 3)},
        "03/06/2024",
        "done_late",
        id="done on the very day",
    ),
    pytest.param(
        {"done_on": date(2024, 5, 30)}, "30/06/2024", "done_on_time", id="a day of doing is enough"
    ),
    pytest.param({"state": TaskState.DONE}, "30/06/2024", "done", id="done, nobody says when"),
    pytest.param(
        {"state": TaskState.DONE, "done_on": date(2024, 5, 1), "due": None},
        "30/06/2024",
        "done",
        id="done without a deadline",
    ),
    pytest.param(
        {"state": TaskState.DONE, "done_on": date(2024, 7, 1)},
        "30/06/2024",
        "overdue",
        id="not yet done on that day, late",
    ),
    pytest.param(
        {"state": TaskState.DONE, "done_on": date(2024, 5, 30)},
        "29/05/2024",
        "due_soon",
        id="not yet done on that day, soon due",
    ),
    pytest.param({}, "01/06/2024", "overdue", id="a day late, a Saturday"),
    pytest.param({"state": TaskState.AWAITING}, "01/06/2024", "overdue", id="awaiting but late"),
    pytest.param({"state": TaskState.AWAITING}, "31/05/2024", "awaiting", id="awaiting in term"),
    pytest.param(
        {"state": TaskState.AWAITING, "due": None}, "31/05/2030", "awaiting", id="awaiting, no term"
    ),
    pytest.param(
        {"state": TaskState.AWAITING, "done_on": date(2024, 5, 2)},
        "20/05/2024",
        "awaiting",
        id="handed in, not confirmed",
    ),
    pytest.param({}, "31/05/2024", "due_soon", id="due today"),
    pytest.param({}, "17/05/2024", "due_soon", id="ten working days left"),
    pytest.param({}, "16/05/2024", "in_term", id="eleven working days left"),
    pytest.param({"due": None}, "31/05/2030", "open_ended", id="no deadline"),
]


@pytest.mark.parametrize(("facts", "on", "status"), CASES)
def test_the_first_rule_that_applies(facts: dict[str, Any], on: str, status: str) -> None:
    assert look(on, **facts).status == status


def test_every_status_has_its_case() -> None:
    assert {TaskStatus(case.values[2]) for case in CASES} == set(TaskStatus)  # type: ignore[arg-type]


def test_days_are_calendar_days_late_and_negative_to_go() -> None:
    late = look("12/06/2024")
    assert (late.status, late.days, late.working_days) == (TaskStatus.OVERDUE, 12, 0)
    soon = look("27/05/2024")
    assert (soon.days, soon.working_days) == (-4, 4)
    early = look("30/06/2024", state=TaskState.DONE, done_on=date(2024, 5, 21))
    assert (early.days, early.working_days) == (-10, None)
    free = look("30/06/2024", due=None)
    assert (free.due, free.days, free.working_days) == (None, None, None)


@pytest.mark.parametrize("state", [TaskState.PAUSED, TaskState.CANCELLED])
def test_nobody_counts_days_against_what_is_stopped(state: TaskState) -> None:
    seen = look("12/06/2024", state=state)
    assert (seen.due, seen.days) == (date(2024, 5, 31), None)


def test_a_holiday_brings_a_deadline_nearer() -> None:
    off = {date(2024, 5, 20)}
    with_it = task_standing(task(), PLAN, as_of=day("16/05/2024"), holidays=off)
    assert (with_it.status, with_it.working_days) == (TaskStatus.DUE_SOON, 10)


@pytest.mark.parametrize(
    ("days", "status"),
    [(11, "due_soon"), (10, "in_term"), (0, "in_term")],
)
def test_how_soon_is_soon_can_be_set(days: int, status: str) -> None:
    seen = task_standing(task(), PLAN, as_of=day("16/05/2024"), due_soon_days=days)
    assert seen.status == status


def test_a_task_due_today_is_due_soon_however_soon_is_set() -> None:
    seen = task_standing(task(), PLAN, as_of=day("31/05/2024"), due_soon_days=0)
    assert seen.status is TaskStatus.DUE_SOON


FIRST = Extension(on=date(2024, 6, 5), due=date(2024, 6, 30), by="UBND tỉnh")
SECOND = Extension(on=date(2024, 7, 5), due=date(2024, 7, 31), by="UBND tỉnh")


@pytest.mark.parametrize(
    ("on", "status", "due"),
    [
        pytest.param("04/06/2024", "overdue", "31/05/2024", id="not granted yet"),
        pytest.param("05/06/2024", "in_term", "30/06/2024", id="granted"),
        pytest.param("01/07/2024", "overdue", "30/06/2024", id="the first one over"),
        pytest.param("05/07/2024", "in_term", "31/07/2024", id="granted again"),
    ],
)
def test_the_extension_granted_last_counts(on: str, status: str, due: str) -> None:
    seen = look(on, extensions=(SECOND, FIRST))
    assert (seen.status, seen.due) == (status, day(due))
    assert seen.task.due == date(2024, 5, 31)


def test_a_deadline_can_be_brought_forward() -> None:
    sooner = Extension(on=date(2024, 4, 1), due=date(2024, 4, 30), by="UBND tỉnh")
    assert due_on(task(extensions=(sooner,)), day("01/04/2024")) == date(2024, 4, 30)


def test_an_extension_gives_an_open_ended_task_its_deadline() -> None:
    assert look("01/07/2024", due=None, extensions=(FIRST,)).status is TaskStatus.OVERDUE


@pytest.mark.parametrize("kind", [DeadlineKind.RECURRING, DeadlineKind.OPEN_ENDED])
def test_what_has_no_last_day_is_never_late(kind: DeadlineKind) -> None:
    never = look("01/01/2199", due=None, due_kind=kind, due_from=date(2024, 1, 1))
    assert (never.status, never.days) == (TaskStatus.OPEN_ENDED, None)


@pytest.mark.parametrize(
    ("on", "status"),
    [("01/01/2023", "in_term"), ("31/12/2025", "due_soon"), ("01/01/2026", "overdue")],
)
def test_what_recurs_up_to_a_day_is_judged_by_that_day(on: str, status: str) -> None:
    facts = {"due_kind": DeadlineKind.RECURRING, "due_from": date(2021, 1, 1)}
    assert look(on, due=date(2025, 12, 31), **facts).status == status


def test_a_recurring_task_that_is_done_is_done_without_a_term() -> None:
    done = look("30/06/2024", due=None, due_kind=DeadlineKind.RECURRING, state=TaskState.DONE)
    assert done.status is TaskStatus.DONE


def test_an_extension_granted_after_the_work_was_done_does_not_excuse_it() -> None:
    late = {"state": TaskState.DONE, "done_on": date(2024, 6, 4), "extensions": (FIRST,)}
    assert look("01/07/2024", **late).status is TaskStatus.DONE_LATE
    excused = late | {"done_on": date(2024, 6, 5)}
    assert look("01/07/2024", **excused).status is TaskStatus.DONE_ON_TIME


@pytest.mark.parametrize(
    ("facts", "published", "unheard"),
    [
        pytest.param({}, None, True, id="known since long before it fell due"),
        pytest.param({}, date(2024, 5, 31), True, id="told on its last day"),
        pytest.param({}, date(2024, 6, 1), False, id="told of after it fell due"),
        pytest.param({"known_on": date(2024, 6, 3)}, None, False, id="given late"),
        pytest.param({"note": "(10/06/2024) Đang trình"}, None, False, id="noted since"),
        pytest.param({"note": "(10/05/2024) Đang làm"}, None, True, id="noted before"),
        pytest.param({"note": "Theo mẫu (31/13/2024) và (a)"}, None, True, id="brackets of a note"),
        pytest.param({"due": None}, None, False, id="nothing to be late for"),
        pytest.param({"state": TaskState.DONE}, None, False, id="done"),
    ],
)
def test_an_overdue_task_of_which_nothing_was_heard_is_told_apart(
    facts: dict[str, Any], published: date | None, unheard: bool
) -> None:
    assert is_unheard(look("30/06/2024", **facts), published) is unheard
    assert not is_unheard(look("31/05/2024", **facts), published)


def test_a_task_is_last_heard_of_when_it_was_extended() -> None:
    granted = Extension(on=date(2024, 5, 20), due=date(2024, 6, 10), by="UBND")
    assert heard_of(task(extensions=(granted,))) == date(2024, 5, 20)
    assert is_unheard(look("30/06/2024", extensions=(granted,)))
