"""``due:`` takes a deadline as officials write it, or tells what it would have understood."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefing.domain.deadline_spelling import SPELLINGS
from briefing.domain.periods import DeadlineKind
from briefing.domain.plans import Target, Task
from briefing.language import Language, translator
from briefing.problems import Fault
from briefing.workspace import load_workspace
from briefing.workspace.deadline_field import KNOWN
from briefing.workspace.faults import deadlines
from tests.workspace.spoiling import Case, check, swap
from tests.workspaces import PATHS, changed, write_workspace

TASK_DUE = "due_written: Thường xuyên}"
TARGET_DUE = "    due: 2023-12-31\n    due_written: Năm 2023\n"


def task_due(code: str, due: str) -> Case:
    return swap(code, "plan", TASK_DUE, f"due: {due}}}", key="tasks[2].due")


CASES = [
    task_due("deadline_unknown", "sắp tới"),
    task_due("deadline_unknown", "[2025]"),
    task_due("deadline_unknown", "true"),
    task_due("deadline_unknown", '"2025/2026"'),
    task_due("deadline_no_year", "26.3"),
    task_due("deadline_no_year", "Quý II"),
    task_due("deadline_short_year", "10/5/22"),
    task_due("deadline_impossible", "31/6/2025"),
    task_due("deadline_impossible", "13/2025"),
    task_due("deadline_vague", "đầu năm 2026"),
    task_due("deadline_event", "sau khi có hướng dẫn"),
    task_due("deadline_reversed", "2026 - 2025"),
    task_due("deadline_several", "quý I và quý III/2025"),
    swap(
        "deadline_no_last_day",
        "plan",
        "extensions: [{on: 2023-06-20, due: 2023-12-31,",
        "extensions: [{on: 2023-06-20, due: Thường xuyên,",
        key="tasks[0].extensions[0].due",
    ),
    swap(
        "due_written_otherwise",
        "plan",
        TARGET_DUE,
        "    due: 2023\n    due_written: Quý III/2023\n",
        "due_written: Quý III/2023",
        "targets[0].due_written",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_a_deadline_without_one_meaning_is_told_where_it_stands(case: Case, tmp_path: Path) -> None:
    check(case, tmp_path)


def test_every_mistake_in_a_deadline_is_met() -> None:
    known = [each for each in vars(deadlines).values() if isinstance(each, Fault)]
    errors = {fault.code for fault in known if not fault.warning}
    assert errors == {case.code for case in CASES}


@pytest.mark.parametrize("language", Language)
def test_the_answer_lists_the_accepted_spellings(language: Language, tmp_path: Path) -> None:
    gettext = translator(language).gettext
    for case in CASES[:13]:
        (problem,) = case.problems(tmp_path)
        told = problem.remedy_text(gettext)
        assert all(spelling in told for spelling in SPELLINGS), told
    assert KNOWN.count(";") == len(SPELLINGS) - 1


def test_the_message_repeats_the_spelling_of_the_file(tmp_path: Path) -> None:
    (problem,) = task_due("deadline_no_year", "10.10").problems(tmp_path)
    assert problem.text() == "Hạn “10.10” không nói năm nào."


READ = [
    ("2025", DeadlineKind.PERIOD, "2025-01-01", "2025-12-31"),
    ("6/2025", DeadlineKind.PERIOD, "2025-06-01", "2025-06-30"),
    ("6.2025", DeadlineKind.PERIOD, "2025-06-01", "2025-06-30"),
    ("10.2030", DeadlineKind.PERIOD, "2030-10-01", "2030-10-31"),
    ("Quý II/2025", DeadlineKind.PERIOD, "2025-04-01", "2025-06-30"),
    ('"Quý I, II/2025"', DeadlineKind.PERIOD, "2025-01-01", "2025-06-30"),
    ("2025 - 2026", DeadlineKind.PERIOD, "2025-01-01", "2026-12-31"),
    ("15.3.2022", DeadlineKind.DATE, None, "2022-03-15"),
    ("trước ngày 10.5.2022", DeadlineKind.DATE, None, "2022-05-09"),
    ("2025 và những năm tiếp theo", DeadlineKind.OPEN_ENDED, "2025-01-01", None),
    ("Hằng năm", DeadlineKind.RECURRING, None, None),
    ("hằng năm đến 2030", DeadlineKind.RECURRING, None, "2030-12-31"),
]


@pytest.mark.parametrize(("due", "kind", "start", "end"), READ)
def test_a_deadline_fills_its_days_its_kind_and_its_spelling(
    due: str, kind: DeadlineKind, start: str | None, end: str | None, tmp_path: Path
) -> None:
    found = task(tmp_path, TASK_DUE, f"due: {due}}}")
    assert found.due_kind is kind
    assert (found.due_from, found.due) == (iso(start), iso(end))
    assert found.due_written == due.strip('"')


@pytest.mark.parametrize("due", ["2025-06-30", '"2025-06-30"'])
def test_an_iso_day_is_nobodys_spelling(due: str, tmp_path: Path) -> None:
    found = task(tmp_path, TASK_DUE, f"due: {due}}}")
    assert (found.due, found.due_kind) == (date(2025, 6, 30), DeadlineKind.DATE)
    assert (found.due_from, found.due_written) == (None, "")


def test_an_empty_due_is_none(tmp_path: Path) -> None:
    found = task(tmp_path, TASK_DUE, "due: }")
    assert (found.due, found.due_kind, found.due_written) == (None, None, "")


def test_a_target_takes_the_same_spellings(tmp_path: Path) -> None:
    found = target(tmp_path, TARGET_DUE, "    due: trong năm 2023\n")
    assert (found.due_from, found.due) == (date(2023, 1, 1), date(2023, 12, 31))
    assert (found.due_kind, found.due_written) == (DeadlineKind.PERIOD, "trong năm 2023")


def test_an_extension_may_be_granted_to_the_end_of_a_quarter(tmp_path: Path) -> None:
    moved = "extensions: [{on: 2023-06-20, due: "
    found = tasks(tmp_path, f"{moved}2023-12-31,", f"{moved}Quý I/2024,")[0]
    assert found.extensions[0].due == date(2024, 3, 31)
    assert found.extensions[0].due_written == "Quý I/2024"
    plain = tasks(tmp_path, f"{moved}2023-12-31,", f"{moved}2024-03-31,")[0]
    assert (plain.extensions[0].due, plain.extensions[0].due_written) == (date(2024, 3, 31), "")


def test_words_for_the_reader_win_over_the_spelling_in_due(tmp_path: Path) -> None:
    new = "    due: 2023\n    due_written: Trong năm 2023\n"
    assert target(tmp_path, TARGET_DUE, new).due_written == "Trong năm 2023"


def test_words_that_are_no_deadline_may_stand_beside_any_due(tmp_path: Path) -> None:
    new = "    due: 2023\n    due_written: trước Đại hội\n"
    found = target(tmp_path, TARGET_DUE, new)
    assert (found.due, found.due_written) == (date(2023, 12, 31), "trước Đại hội")


def test_a_day_takes_the_span_of_the_period_it_is_said_to_end(tmp_path: Path) -> None:
    found = target(tmp_path, "level: ambition", "level: ambition")  # nothing changed
    assert (found.due_from, found.due_kind) == (date(2023, 1, 1), DeadlineKind.PERIOD)


def test_what_recurs_is_known_from_its_words_alone(tmp_path: Path) -> None:
    found = task(tmp_path, TASK_DUE, TASK_DUE)
    assert (found.due, found.due_kind) == (None, DeadlineKind.RECURRING)


@pytest.mark.parametrize(
    ("new", "code", "told"),
    [
        (
            "    due: 2023-12-30\n    due_written: Năm 2023\n",
            "due_disagrees",
            "due là 30/12/2023, nhưng “Năm 2023” ở due_written thường hiểu là năm 2023.",
        ),
        (
            "    due_written: Quý II/2024\n",
            "due_only_written",
            "Mục này không có due, nhưng “Quý II/2024” ở due_written hiểu được là quý II/2024.",
        ),
    ],
)
def test_a_likely_slip_is_a_warning_and_keeps_nothing_from_being_read(
    new: str, code: str, told: str, tmp_path: Path
) -> None:
    write_workspace(tmp_path, {PATHS["plan"]: changed("plan", TARGET_DUE, new)})
    warnings = load_workspace(tmp_path).warnings
    assert [each.text() for each in warnings if each.code == code] == [told]


def iso(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def tasks(root: Path, old: str, new: str) -> tuple[Task, ...]:
    write_workspace(root, {PATHS["plan"]: changed("plan", old, new)})
    return load_workspace(root).plans[0].tasks


def task(root: Path, old: str, new: str) -> Task:
    return tasks(root, old, new)[2]


def target(root: Path, old: str, new: str) -> Target:
    write_workspace(root, {PATHS["plan"]: changed("plan", old, new)})
    return load_workspace(root).plans[0].targets[0]
