"""A wrong value is told at its own line, with what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspace.spoiling import Case, check, swap, whole

SPLIT = "targets[0].milestones[0].5"

CASES = [
    swap(
        "misspelt_key",
        "plan",
        "due_written: Năm 2023",
        "due_writen: Năm 2023",
        key="targets[0].due_writen",
    ),
    swap(
        "unknown_key",
        "plan",
        "milestones: [{on:",
        "milestones: [{day: 1, on:",
        key="targets[0].milestones[0].day",
    ),
    swap("misspelt_key", "plan", "tasks:\n", "task:\n", "task:\n", "task"),
    swap(
        "missing_key",
        "plan",
        "    title: Nâng cấp Cổng dịch vụ công\n",
        "",
        "id: nb-nv-cong",
        "tasks[0].title",
    ),
    whole("missing_key", "plan", "tasks: []\n", 1, "plan"),
    swap(
        "empty", "plan", "title: Nâng cấp Cổng dịch vụ công", "title:", "title:\n", "tasks[0].title"
    ),
    swap("empty", "figures", "nb-tk-2023,37,tai_khoan", "nb-tk-2023,,tai_khoan", key="unit"),
    swap(
        "not_mapping",
        "plan",
        "light: {light: amber, reason: Chờ số quý IV, by: Nguyễn Văn A, on: 2023-12-01}",
        "light: amber",
    ),
    swap("not_mapping", "plan", "tasks:\n", "tasks:\n  - viết báo cáo\n", "viết báo cáo"),
    swap("not_list", "plan", "coordinating: [nb-vpub]", "coordinating: nb-vpub"),
    swap("not_list", "plan", "milestones: [{on: 2023-06-30, value: 42.5}]", "milestones: 42.5"),
    swap("not_text", "plan", "title: Nâng cấp Cổng dịch vụ công", "title: [Nâng cấp]"),
    swap("needs_quotes", "plan", 'unit: "37"', "unit: 37", key="plan.unit"),
    swap("needs_quotes", "plan", "due_written: Năm 2023", "due_written: 2023"),
    swap("needs_quotes", "plan", "due_written: Năm 2023", "due_written: 2023-12-31"),
    swap("needs_quotes", "plan", "due_written: Năm 2023", "due_written: true"),
    swap("not_number", "plan", "goal: 45", "goal: gần 45", key="targets[0].goal"),
    swap("not_number", "plan", "goal: 45", "goal: .inf"),
    swap("not_number", "plan", "goal: 45", "goal: 4e1"),
    swap("not_number", "plan", "goal: 45", "goal: 0x2D"),
    swap("not_number", "plan", "goal: 45", "goal: 45,", key="targets[0].goal"),
    swap("ambiguous_number", "plan", "goal: 45", "goal: 1.470", key="targets[0].goal"),
    swap("ambiguous_number", "plan", "goal: 45", 'goal: "1.470"', key="targets[0].goal"),
    swap("ambiguous_number", "plan", "value: 42.5}", "value: 42.500}"),
    swap("comma_number", "plan", "baseline: 35.5", "baseline: 1,485.5"),
    swap("comma_number", "figures", ",485762,about", ',"485,762.0",about', key="value"),
    swap("grouped_number", "figures", ",485762,about", ",1 485 762,about", key="value"),
    swap("grouped_number", "plan", "goal: 45", "goal: 1_000"),
    swap("compared_number", "plan", "baseline: 35.5", "baseline: ≥ 35"),
    swap("sign_differs", "plan", "goal: 45", 'goal: ">45"', key="targets[0].goal"),
    swap("range_differs", "plan", "goal: 45", "goal: 40-50", key="targets[0].goal"),
    swap("not_single", "plan", "goal: 45", "goal: [45]", key="targets[0].goal"),
    swap("not_single", "plan", "level: ambition", "level: [ambition]"),
    swap("not_single", "plan", "baseline_on: 2022-12-31\n", "baseline_on: {on: 2022-12-31}\n"),
    swap("decimal_comma_split", "plan", "value: 42.5}", "value: 42,5}", key=SPLIT),
    swap("leading_zero", "plan", "goal: 45", "goal: 010"),
    swap("clock_number", "plan", "goal: 45", "goal: 12:30"),
    swap("percent_number", "figures", ",35.5,", ",35.5%,", key="value"),
    swap("not_whole", "indicators", "freshness_days: 400", "freshness_days: 400.5"),
    swap("too_small", "indicators", "freshness_days: 400", "freshness_days: 0"),
    swap("too_large_number", "indicators", "freshness_days: 400", "freshness_days: 99999"),
    swap(
        "not_positive",
        "plan",
        "level: committed\n    lead",
        "level: committed\n    weight: 0\n    lead",
        "weight: 0",
    ),
    swap("not_flag", "plan", "goal_printed: false", "goal_printed: không"),
    swap(
        "not_flag",
        "figures",
        ",bao_nb,3,2024-01-07,yes",
        ",bao_nb,3,2024-01-07,có",
        key="published_exact",
    ),
    swap("not_date", "plan", "baseline_on: 2022-12-31\n", "baseline_on: 31/12/2022\n"),
    swap("not_date", "plan", "baseline_on: 2022-12-31\n", "baseline_on: 2022-02-29\n"),
    swap("not_date", "plan", "baseline_on: 2022-12-31\n", "baseline_on: 9999-12-31\n"),
    swap(
        "not_date",
        "figures",
        "2022-01-01,2022-12-31,,,35.5",
        "2022-01-01,31/12/2022,,,35.5",
        key="end",
    ),
    swap("not_choice", "plan", "level: ambition", "level: ambitious"),
    swap("not_choice", "figures", ",at_least,", ",trên,", key="qualifier"),
    swap("not_choice", "plan", 'goal_op: "≥"', 'goal_op: ">="'),
    swap("bad_id", "plan", "id: nb-nv-tap-huan", "id: Tập-huấn"),
    swap("dotted_id", "plan", "id: nb-nv-tap-huan", "id: nb.nv.tap-huan"),
    swap(
        "bad_unit_code",
        "plan",
        "lead: nb-stttt\n    changes",
        "lead: Sở TT&TT\n    changes",
        "lead: Sở",
    ),
    swap("bad_unit_code", "plan", 'unit: "37"', 'unit: "37@2023"'),
    swap("bad_slug", "districts", "kim-son", "kim_son", key="slug"),
    swap("listed_twice", "plan", "coordinating: [nb-vpub]", "coordinating: [nb-vpub, nb-vpub]"),
    swap("piled_marks", "plan", "title: Tập huấn", f"title: Te{chr(0x301) * 31}p"),
    swap("bad_character", "plan", "title: Nâng cấp Cổng dịch vụ công", 'title: "Nâng\\0cấp"'),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.line}")
def test_a_wrong_value_is_told_at_its_line(case: Case, tmp_path: Path) -> None:
    check(case, tmp_path)


def test_a_misspelt_key_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    case = swap("", "plan", "due_written: Năm 2023", "due_writen: Năm 2023")
    (problem,) = case.problems(tmp_path)
    assert problem.remedy_text().startswith("Có phải “due_written” không?")


@pytest.mark.parametrize("key", ["Due_Written", "due-written", "DUE_WRITTEN", "duewritten"])
def test_the_nearest_key_is_found_whatever_its_capitals_and_hyphens(
    key: str, tmp_path: Path
) -> None:
    case = swap("", "plan", "due_written: Năm 2023", f"{key}: Năm 2023")
    (problem,) = case.problems(tmp_path)
    assert problem.params["suggestion"] == "due_written"


@pytest.mark.parametrize("written", ["Sở TT&TT", "sở tttt", "Sở Thông tin và Truyền thông"])
def test_a_name_in_the_place_of_a_code_is_told_with_its_code(written: str, tmp_path: Path) -> None:
    case = swap("", "plan", "lead: nb-stttt\n    changes", f"lead: {written}\n    changes")
    (problem,) = case.problems(tmp_path)
    assert problem.remedy_text().startswith("Có phải “nb-stttt” không?")
    assert "data/units/" in problem.remedy_text()


def test_a_wrong_choice_is_told_with_all_accepted_ones(tmp_path: Path) -> None:
    (problem,) = swap("", "figures", ",at_least,", ",trên,").problems(tmp_path)
    assert "exact, at_least, almost, about, estimate" in problem.remedy_text()


def test_a_value_is_told_as_the_file_spells_it(tmp_path: Path) -> None:
    (problem,) = swap("", "plan", "due_written: Năm 2023", "due_written: 2.10").problems(tmp_path)
    assert 'Đặt trong nháy kép: "2.10".' in problem.remedy_text()


def test_a_column_is_told_by_the_character_where_the_cell_begins(tmp_path: Path) -> None:
    case = swap("", "figures", '"35,5%",bao_nb,3,', '"35,5%",bao_nb,ba,')
    (problem,) = case.problems(tmp_path)
    line = str(case.content).splitlines()[1]
    assert (problem.line, problem.column) == (2, line.index(",ba,") + 2)


def test_a_cell_after_a_line_break_is_told_on_its_own_line(tmp_path: Path) -> None:
    case = swap("", "figures", '"35,5%",bao_nb,3,', '"35,5%\nước",bao_nb,ba,')
    (problem,) = case.problems(tmp_path)
    assert (problem.line, problem.column, problem.key) == (3, 13, "paragraphs")
