"""Facts that do not fit together are told at the line that says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspace.spoiling import Case, check, swap, whole
from tests.workspaces import FILES, PATHS, changed

PROVINCES = FILES[PATHS["provinces"]]
FIGURES = FILES[PATHS["figures"]]
LAST_PROVINCE = PROVINCES.splitlines()[-1]
CIRCLE = (
    changed("figures", "2022-01-01,2022-12-31,,,35.5", "2023-01-01,2023-12-31,,,35.5")
    .replace("bao_nb,3,2024-01-07,yes,,", "bao_nb,3,2024-01-07,yes,nb-hstt-2023,")
    .replace("bao_nb,3; 4,2024-01-07,yes,,", "bao_nb,3; 4,2024-01-07,yes,nb-hstt-2022,")
)
REVISING = "bao_nb,5,2024-01-07,yes,nb-hstt-2022,,"

CASES = [
    swap("duplicate_id", "plan", "id: nb-nv-tap-huan", "id: nb-nv-cong, note: hai", "note: hai"),
    Case("duplicate_id", "data/observations/more.csv", "".join(FIGURES.splitlines(True)[:2]), 2),
    swap("unknown_pillar", "indicators", "pillar: xa_hoi_so", "pillar: xa_hoi"),
    swap("unknown_indicator", "figures", "nb-hang-2022,37,dti_hang", "nb-hang-2022,37,dti_han"),
    swap("unknown_indicator", "indicators", "rank_of: dti", "rank_of: pci"),
    swap("unknown_source", "figures", ",bao_bg,2,", ",bao_la,2,", key="source"),
    swap(
        "unknown_source",
        "documents",
        "{source: bao_nb",
        "{source: bao_nn",
        key="documents[0].cited[0].source",
    ),
    swap("unknown_document", "plan", "document: nb-kh-01-2023", "document: nb-kh-01-2024"),
    swap("unknown_document", "plan", "document: nb-qd-09-2023", "document: nb-qd-9-2023"),
    swap("unknown_observation", "systems", "figures: [nb-hstt-2023]", "figures: [nb-hstt-2024]"),
    swap("unknown_target", "plan", "targets: [nb-ct-hstt]", "targets: [nb-ct-hst]"),
    swap(
        "unknown_unit",
        "plan",
        "lead: nb-stttt\n    coord",
        "lead: nb-sttt\n    coord",
        "lead: nb-sttt\n",
    ),
    swap(
        "rule_not_below",
        "plan",
        'unit: "37"\n',
        'unit: "37"\n  applies_to: province\n',
        "applies_to: province",
        key="plan.applies_to",
    ),
    swap(
        "rule_not_below",
        "plan",
        "indicator: dti_hang, title",
        "indicator: dti_hang, applies_to: country, title",
        key="targets[1].applies_to",
    ),
    swap("unknown_unit", "figures", "bg-hstt-2023,24,", "bg-hstt-2023,99,", key="unit"),
    swap("unknown_unit", "districts", "district,37,", "district,38,", key="parent"),
    swap(
        "unit_not_valid", "plan", 'units: ["376"], done_units: ["376"]', 'units: ["376@2025-08-01"]'
    ),
    swap("unit_not_valid", "provinces", "24@2025-07-01", "376@2025-07-01", key="successors"),
    whole(
        "unit_overlap",
        "provinces",
        PROVINCES.replace("24,2025-07-01", "24,2025-06-30").replace("24@2025-07-01", ""),
        5,
        "code",
    ),
    swap("slug_taken", "districts", "kim-son", "ninh-binh", key="slug"),
    swap(
        "successor_without_end",
        "provinces",
        "Northeast,\n",
        "Northeast,37\n",
        "Northeast,37",
        "successors",
    ),
    swap(
        "dates_reversed",
        "figures",
        "2022-01-01,2022-12-31,,,35.5",
        "2023-01-01,2022-12-31,,,35.5",
        key="end",
    ),
    swap(
        "dates_reversed",
        "organisations",
        "parent: null}",
        "parent: null, valid_from: 2025-03-01, valid_to: 2025-02-28}",
        key="organisations[2].valid_to",
    ),
    swap("self_reference", "indicators", "rank_of: dti,", "rank_of: dti_hang,"),
    swap("self_reference", "districts", "district,37,", "district,376,", key="parent"),
    whole("circular_revision", "figures", CIRCLE, 2, "revises"),
    swap("revises_another", "figures", "bao_nb,5,2024-01-07,yes,,,", REVISING, key="revises"),
    swap("paragraph_beyond", "figures", ",bao_nb,3; 4,", ",bao_nb,3; 41,", key="paragraphs"),
    swap(
        "paragraph_beyond",
        "documents",
        "paragraphs: [2]",
        "paragraphs: [2, 41]",
        key="documents[0].cited[0].paragraphs[1]",
    ),
    swap("ambiguous_number", "figures", ",485762,about", ",485.762,about", key="value"),
    swap("ambiguous_number", "figures", ",339252,485762,", ",339252,485.762,", key="denominator"),
    swap("ambiguous_number", "plan", "goal: 12,", "goal: 12.000,", key="targets[1].goal"),
    swap("ambiguous_number", "figures", ",35.5,", ",35.500,", key="value"),
    swap("not_paragraphs", "plan", "paragraphs: [3]", "paragraphs: 8, 9"),
    swap("not_paragraphs", "plan", "paragraphs: [3]", "paragraphs: {8: 9}"),
    swap(
        "not_paragraphs",
        "plan",
        "paragraphs: [3]",
        "paragraphs: ['8, 9']",
        key="targets[0].paragraphs[0]",
    ),
    swap("not_paragraphs", "figures", "bao_nb,3; 4,", 'bao_nb,"3, 4",', key="paragraphs"),
    swap("count_not_whole", "figures", ",485762,about", ",485762.5,about", key="value"),
    swap("count_not_whole", "figures", ",,,13,,13,63,", ",,,13.5,,13,63,", key="value"),
    swap("rank_too_small", "figures", ",,,13,,13,63,", ",,,0,,13,63,", key="value"),
    swap(
        "compared_with_value",
        "figures",
        "2023-12-31,change,2022",
        "2023-12-31,,2022",
        key="compared_with",
    ),
    swap("no_goal", "plan", "goal_words: thành thạo, ", "", "nb-ct-chu"),
    swap(
        "several_goals",
        "plan",
        "goal: 12,",
        "goal: 12, goal_words: nhóm đầu,",
        key="targets[1].goal_words",
    ),
    swap(
        "several_goals",
        "plan",
        "goal: 12,",
        "goal: 12, goal_printed: no,",
        key="targets[1].goal_printed",
    ),
    swap("goal_without_op", "plan", 'goal: 12, goal_op: "≤",', "goal: 12,", key="targets[1].goal"),
    swap(
        "op_without_goal",
        "plan",
        'goal: 12, goal_op: "≤",',
        'goal_op: "≤",',
        key="targets[1].goal_op",
    ),
    swap("range_goal", "plan", 'goal: 12, goal_op: "≤",', "goal: 12, goal_op: range,"),
    swap(
        "range_goal", "plan", 'goal: 12, goal_op: "≤",', "goal: 12, goal_op: range, goal_high: 10,"
    ),
    swap(
        "pillar_and_indicator",
        "plan",
        "indicator: dti_hang,",
        "indicator: dti_hang, pillar: xa_hoi_so,",
    ),
    swap("baseline_incomplete", "plan", "    baseline_on: 2022-12-31\n", "", "baseline: 35.5"),
    swap(
        "not_in_order",
        "plan",
        "value: 42.5}]",
        "value: 42.5}, {on: 2023-03-31, value: 40}]",
        key="targets[0].milestones[1].on",
    ),
    swap("change_from_another", "plan", "from: 45", "from: 40", key="targets[0].changes[0].from"),
    swap(
        "no_known_date",
        "plan",
        "  document: nb-kh-01-2023\n",
        "  document: khong-ngay\n",
        "id: nb_ke_hoach_01",
    ),
    swap("done_not_said", "plan", "state: done, done_on", "done_on"),
    swap("done_not_given", "plan", 'done_units: ["376"]', 'done_units: ["37"]'),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.line}")
def test_a_contradiction_is_told_at_its_line(case: Case, tmp_path: Path) -> None:
    check(case, tmp_path)


@pytest.mark.parametrize(
    ("written", "wanted"),
    [("8, 9", "Viết [8, 9]:"), ("8", "Viết [8]:"), ("8-10", "Viết [8, 9, 10]:"), ("tám", "[8, 9]")],
)
def test_paragraphs_are_told_as_they_must_be_written(
    written: str, wanted: str, tmp_path: Path
) -> None:
    case = swap("", "plan", "paragraphs: [3]", f"paragraphs: {written}")
    (problem,) = case.problems(tmp_path)
    assert wanted in problem.remedy_text()


def test_paragraphs_of_a_cell_are_told_as_cells_hold_them(tmp_path: Path) -> None:
    (problem,) = swap("", "figures", "bao_nb,3; 4,", "bao_nb,3-4,").problems(tmp_path)
    assert "Viết 3; 4:" in problem.remedy_text()


def test_a_dead_unit_is_told_with_the_days_of_its_code(tmp_path: Path) -> None:
    case = swap("", "provinces", "24,2025-07-01", "25,2025-07-01")
    told = {problem.code: problem for problem in case.problems(tmp_path)}
    assert "Bắc Giang …2025-06-30" in told["unit_not_valid"].text()
    assert "2025-07-01" in told["unit_not_valid"].text()


def test_an_unknown_reference_is_told_with_the_nearest_id(tmp_path: Path) -> None:
    case = swap("", "figures", "nb-hang-2022,37,dti_hang", "nb-hang-2022,37,dti_han")
    (problem,) = case.problems(tmp_path)
    assert problem.remedy_text().startswith("Có phải “dti_hang” không?")


def test_an_ambiguous_number_is_told_with_the_whole_number_it_may_be(tmp_path: Path) -> None:
    (problem,) = swap("", "figures", ",485762,about", ",485.762,about").problems(tmp_path)
    assert "Viết 485762" in problem.remedy_text()
