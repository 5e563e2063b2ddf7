"""A plan that contradicts its document, its indicators or itself is told at the line that does."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.workspace import load_workspace
from tests.workspace.spoiling import Case, check, edited, swap
from tests.workspaces import FILES, PATHS, changed, line_of, write_workspace

PLAN = FILES[PATHS["plan"]]
ORGANISATIONS = FILES[PATHS["organisations"]]
HALF_YEAR = "{on: 2023-06-30, value: 42.5}"
EXTENSION = "{on: 2023-06-20, due: 2023-12-31, by: UBND tỉnh}"
CHANGE = "{on: 2023-06-30, from: 45, to: 50, document: nb-qd-09-2023}"
RANK = "title: Vào nhóm 12 tỉnh đứng đầu"
NEIGHBOUR = (
    "  - {code: bg-stttt, name: Sở TT&TT tỉnh Bắc Giang, name_en: DIC of Bac Giang, short: Sở, "
    'parent: "24"}\n'
)
WITH_NEIGHBOUR: dict[str, str | bytes | None] = {PATHS["organisations"]: ORGANISATIONS + NEIGHBOUR}


def plan(code: str, at: str, key: str, *swaps: tuple[str, str]) -> Case:
    """The plan with some parts replaced; told on the line that holds ``at``."""
    text = edited("plan", *swaps)
    return Case(code, PATHS["plan"], text, line_of(text, at), key)


CASES = [
    plan(
        "target_without_document",
        "id: nb-ct-hang",
        "targets[1].id",
        ("  document: nb-kh-01-2023\n", "  document: null\n  source: bao_nb\n"),
        ("level: committed}", "level: committed, source: bao_nb}"),
        ("level: assigned}", "level: assigned, source: bao_nb}"),
    ),
    swap(
        "goal_against_direction",
        "plan",
        'goal: 12, goal_op: "≤"',
        'goal: 12, goal_op: ">"',
        key="targets[1].goal_op",
    ),
    swap(
        "goal_words_number",
        "plan",
        "goal_words: thành thạo",
        'goal_words: "> 90%"',
        key="targets[2].goal_words",
    ),
    swap(
        "goal_words_number",
        "plan",
        "goal_words: thành thạo",
        'goal_words: "40 - 50"',
        key="targets[2].goal_words",
    ),
    plan(
        "due_before_baseline",
        "due: 2023-12-31\n    due_written",
        "targets[0].due",
        ("baseline_on: 2022-12-31", "baseline_on: 2023-12-31"),
        (f"    milestones: [{HALF_YEAR}]\n", ""),
    ),
    swap("milestone_after_due", "plan", HALF_YEAR, "{on: 2024-03-31, value: 42.5}"),
    swap("milestone_before_baseline", "plan", HALF_YEAR, "{on: 2022-12-31, value: 42.5}"),
    swap(
        "milestone_beyond_goal",
        "plan",
        HALF_YEAR,
        "{on: 2023-06-30, value: 50.5}",
        key="targets[0].milestones[0].value",
    ),
    swap("milestone_backwards", "plan", HALF_YEAR, "{on: 2023-06-30, value: 35}"),
    swap(
        "milestone_backwards",
        "plan",
        HALF_YEAR,
        "{on: 2023-03-31, value: 42.5}, {on: 2023-06-30, value: 40}",
        key="targets[0].milestones[1].value",
    ),
    Case(
        "change_before_document",
        PATHS["plan"],
        changed("plan", CHANGE, CHANGE.replace("2023-06-30", "2023-01-10")),
        line_of(PLAN, CHANGE),
        "targets[0].changes[0].on",
        {PATHS["documents"]: changed("documents", "date: 2023-06-30", "date: 2023-01-10")},
    ),
    swap(
        "change_before_its_document",
        "plan",
        CHANGE,
        CHANGE.replace("2023-06-30", "2023-06-29"),
        key="targets[0].changes[0].on",
    ),
    swap(
        "change_of_nothing",
        "plan",
        CHANGE,
        CHANGE.replace("to: 50", "to: 45"),
        key="targets[0].changes[0].to",
    ),
    swap("known_before_document", "plan", RANK, f"known_on: 2022-01-10, {RANK}"),
    swap("known_before_document", "plan", "title: Tuyên truyền", "known_on: 2023-01-09, title: A"),
    plan(
        "extension_without_due",
        "extensions:",
        "tasks[0].extensions",
        ("    due: 2023-06-30\n", ""),
        ("    due_written: Trước ngày 01.7.2023\n", ""),
        ("    due_written_en: Before 1 July 2023\n", ""),
    ),
    swap(
        "extension_before_document",
        "plan",
        EXTENSION,
        EXTENSION.replace("2023-06-20", "2023-01-09"),
    ),
    swap(
        "extension_not_later",
        "plan",
        EXTENSION,
        EXTENSION.replace("2023-12-31", "2023-06-30"),
        key="tasks[0].extensions[0].due",
    ),
    swap(
        "extension_after_new_due",
        "plan",
        EXTENSION,
        EXTENSION.replace("2023-06-20", "2024-06-20"),
        key="tasks[0].extensions[0].on",
    ),
    Case(
        "from_elsewhere",
        PATHS["plan"],
        changed("plan", "lead: nb-stttt\n    changes", "lead: bg-stttt\n    changes"),
        line_of(PLAN, "    lead: nb-stttt"),
        "targets[0].lead",
        WITH_NEIGHBOUR,
    ),
    Case(
        "from_elsewhere",
        PATHS["plan"],
        changed("plan", "coordinating: [nb-vpub]", "coordinating: [nb-vpub, bg-stttt]"),
        line_of(PLAN, "coordinating"),
        "tasks[0].coordinating[1]",
        WITH_NEIGHBOUR,
    ),
    swap(
        "from_elsewhere", "plan", 'units: ["376"]', 'units: ["376", "24"]', key="tasks[1].units[1]"
    ),
    plan(
        "target_elsewhere",
        "targets: [nb-ct-hang]",
        "tasks[0].targets[0]",
        ("{id: nb-ct-hang,", '{id: nb-ct-hang, unit: "24",'),
        ("targets: [nb-ct-hstt]", "targets: [nb-ct-hang]"),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.line}")
def test_a_plan_that_contradicts_something_is_told_at_its_line(case: Case, tmp_path: Path) -> None:
    check(case, tmp_path)


RIGHT = {
    "a milestone between the first goal and the changed one": swap(
        "", "plan", HALF_YEAR, "{on: 2023-06-30, value: 48}"
    ),
    "a milestone on the last day, at the goal": swap(
        "", "plan", HALF_YEAR, "{on: 2023-12-31, value: 50}"
    ),
    "milestones of a rank that go down": swap(
        "",
        "plan",
        'goal: 12, goal_op: "≤",',
        'goal: 12, goal_op: "≤", milestones: [{on: 2023-03-31, value: 14}, '
        "{on: 2023-06-30, value: 12}],",
    ),
    "a goal of all": swap("", "plan", CHANGE, CHANGE.replace("to: 50", "to: 100")),
    "a rank equal to the number of ranked units": swap("", "plan", "goal: 12,", "goal: 63,"),
    "words that hold a number": swap(
        "", "plan", "goal_words: thành thạo", "goal_words: 3 nước dẫn đầu ASEAN"
    ),
    "known on the day of the document": swap("", "plan", RANK, f"known_on: 2023-01-10, {RANK}"),
    "an extension of a deadline in words": Case(
        "", PATHS["plan"], edited("plan", ("    due: 2023-06-30\n", "")), 0
    ),
    "an extension granted after the deadline": swap(
        "", "plan", EXTENSION, EXTENSION.replace("2023-06-20", "2023-07-20")
    ),
    "a ministry beside the departments": swap(
        "", "plan", "coordinating: [nb-vpub]", "coordinating: [nb-vpub, btttt]"
    ),
    "a target without a document that cites its source": Case(
        "",
        PATHS["plan"],
        edited(
            "plan",
            ("  document: nb-kh-01-2023\n", "  document: null\n  source: bao_nb\n"),
            ("level: ambition}", "level: ambition, source: bao_nb}"),
            ("level: committed}", "level: committed, source: bao_nb}"),
            ("level: assigned}", "level: assigned, source: bao_nb}"),
        ),
        0,
    ),
}


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_is_read(name: str, tmp_path: Path) -> None:
    case = RIGHT[name]
    assert load_workspace(write_workspace(tmp_path, {case.path: case.content})).plans


def test_a_department_keeps_its_work_through_a_merger(tmp_path: Path) -> None:
    """The department of Bắc Giang may lead in the province that Bắc Giang became part of."""
    documents = edited(
        "documents",
        ("date: 2023-01-10", "date: 2025-08-01"),
        (", cited: [{source: bao_nb, paragraphs: [2]}]", ""),
    )
    text = edited(
        "plan",
        ('  unit: "37"\n', '  unit: "24"\n'),
        ("title: Tập huấn,", "title: Tập huấn, lead: bg-stttt,"),
        ("    coordinating: [nb-vpub]\n", ""),
        (', units: ["376"], done_units: ["376"]', ""),
        ("    lead: nb-stttt\n    changes", "    changes"),
        ("    lead: nb-stttt\n", ""),
        (f"    changes: [{CHANGE}]\n", ""),
        (f"    extensions: [{EXTENSION}]\n", ""),
    )
    files: dict[str, str | bytes | None] = {
        **WITH_NEIGHBOUR,
        PATHS["documents"]: documents,
        PATHS["plan"]: text,
    }
    (read,) = load_workspace(write_workspace(tmp_path, files)).plans
    assert str(read.unit) == "24@2025-07-01"


def test_the_remedy_names_the_day_to_write(tmp_path: Path) -> None:
    case = swap("", "plan", CHANGE, CHANGE.replace("on: 2023-06-30", "on: 2023-06-29"))
    (problem,) = case.problems(tmp_path)
    assert "Viết on: 2023-06-30" in problem.remedy_text()


def test_the_remedy_turns_the_sign_of_a_goal_round(tmp_path: Path) -> None:
    case = swap("", "plan", 'goal: 12, goal_op: "≤"', 'goal: 12, goal_op: "≥"')
    (problem,) = case.problems(tmp_path)
    assert problem.remedy_text().startswith("Viết goal_op: “≤”")
    assert (problem.line, problem.column) == (line_of(PLAN, "nb-ct-hang"), 126)
