"""All mistakes are told in one go, and a broken file does not bury its own under others."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.problems import Problem, WorkspaceError
from briefing.workspace import load_workspace
from tests.workspace.own_framework import (
    BASE,
    BY_TABLE,
    FRAMEWORK,
    SCORES,
    TABLE,
    score,
    scores,
    table,
)
from tests.workspaces import FILES, PATHS, changed, write_workspace


def problems(root: Path, **spoilt: str | bytes | None) -> tuple[Problem, ...]:
    with pytest.raises(WorkspaceError) as told:
        load_workspace(write_workspace(root, {PATHS[stem]: spoilt[stem] for stem in spoilt}))
    return told.value.problems


def test_mistakes_of_several_files_are_told_in_the_order_of_files_and_lines(
    tmp_path: Path,
) -> None:
    plan = changed("plan", "goal: 45", "goal: 1,045.5").replace("state: awaiting", "state: đợi")
    figures = changed("figures", ",about,", ",chừng,").replace("nb-hang-2022,37", "nb-hang-2022,88")
    told = problems(tmp_path, plan=plan, figures=figures)
    assert [(each.path, each.code) for each in told] == [
        (PATHS["figures"], "unknown_unit"),
        (PATHS["figures"], "not_choice"),
        (PATHS["plan"], "comma_number"),
        (PATHS["plan"], "not_choice"),
    ]


@pytest.mark.parametrize("stem", [stem for stem in PATHS if stem not in ("config", "documents")])
def test_a_broken_file_is_one_problem(stem: str, tmp_path: Path) -> None:
    spoilt = {stem: "a: [1\n" if PATHS[stem].endswith(".yaml") else 'a,"b\n'}
    told = problems(tmp_path, **spoilt)
    assert [each.path for each in told] == [PATHS[stem]]


def test_a_broken_list_of_documents_leaves_no_plan_without_a_date(tmp_path: Path) -> None:
    assert [each.code for each in problems(tmp_path, documents="a: [1\n")] == ["yaml_open_bracket"]


def test_a_bad_entry_does_not_hide_the_next_one(tmp_path: Path) -> None:
    text = FILES[PATHS["indicators"]].replace("better: higher", "better: up")
    assert [each.code for each in problems(tmp_path, indicators=text)] == ["not_choice"] * 4


def test_a_reference_to_a_bad_entry_is_no_second_mistake(tmp_path: Path) -> None:
    text = changed("sources", "date: 2024-01-07", "date: 07/01/2024")
    assert [each.code for each in problems(tmp_path, sources=text)] == ["not_date"]


def test_the_error_itself_reads_as_its_problems(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match=r"data/plans/plan\.yaml:12:11: “x” không phải số"):
        load_workspace(write_workspace(tmp_path, plan=changed("plan", "goal: 45", "goal: x")))


@pytest.mark.parametrize(
    ("spoilt", "codes"),
    [
        (
            {
                "due_written: Năm 2023": "due_writen: Năm 2023",
                "level: ": "pillar: nowhere\n    level: ",
            },
            {"pillar"},
        ),
        ({"due_written: Năm 2023": "due_writen: [a]"}, {"due_writen"}),
        (
            {"due_written: Năm 2023": "whatever: 1", "level: ": "pillar: nowhere\n    level: "},
            {"pillar"},
        ),
    ],
)
def test_behind_a_misspelt_key_an_entrys_other_mistakes_are_told(
    tmp_path: Path, spoilt: dict[str, str], codes: set[str]
) -> None:
    text = FILES[PATHS["plan"]]
    for right, wrong in spoilt.items():
        assert right in text
        text = text.replace(right, wrong, 1)
    with pytest.raises(WorkspaceError) as told:
        load_workspace(write_workspace(tmp_path, plan=text))
    found = [(problem.code, problem.key.rpartition(".")[2]) for problem in told.value.problems]
    assert {"misspelt_key", "unknown_key"} & {code for code, _ in found}
    assert len(found) >= 2 and codes <= {key for _, key in found}, found


PARTS = (
    "1,Chính quyền số,60,,,chinh_quyen_so",
    "1.1,Hồ sơ trực tuyến,{points},Quý IV/2023,khong-co,",
    "1.2,Số hóa,20,,,",
    "1.2,Số hóa lại,20,,,",
    "2,Xã hội số,40,,,nowhere",
    "3.1.1,Mục lẻ,5,,,",
)
SCORED = (
    score("a1", part="1.2", self_assessment="25", appraised="-1"),
    score("a2", part="9.9", self_assessment="-5", appraised=""),
    score("a3", part="2", self_assessment="{points}", appraised="41"),
)
BEHIND = [
    (SCORES, 2, "above_maximum"),
    (SCORES, 2, "negative_points"),
    (SCORES, 3, "negative_points"),
    (SCORES, 3, "unknown_part"),
    (SCORES, 4, "above_maximum"),
    (TABLE, 3, "unknown_unit"),
    (TABLE, 5, "part_twice"),
    (TABLE, 6, "unknown_pillar"),
]


def of_framework(
    root: Path, points: str = "40", scored: str = "39", base: str = BY_TABLE
) -> list[tuple[str, int, str]]:
    """Where and which mistakes are told of a framework with so many in its table and its scores."""
    header = "code,name,max_points,due,lead,pillar"
    parts = [row.format(points=points) for row in PARTS]
    given = {
        BASE: base,
        TABLE: "\n".join((header, *parts)) + "\n",
        SCORES: scores(*(row.format(points=scored) for row in SCORED)),
    }
    with pytest.raises(WorkspaceError) as told:
        load_workspace(write_workspace(root, given))
    found = [*told.value.problems, *told.value.warnings]
    assert any(each.code == "level_left_out" and each.line == 7 for each in found)
    return sorted((each.path, each.line, each.code) for each in told.value.problems)


def test_of_a_framework_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    assert of_framework(tmp_path) == BEHIND


def test_a_number_that_cannot_be_read_hides_no_other_mistake_of_a_framework(tmp_path: Path) -> None:
    found = of_framework(tmp_path, points="bốn mươi")
    assert found == sorted([*BEHIND, (TABLE, 3, "not_number")])


def test_a_decimal_comma_that_tears_a_row_hides_only_what_that_row_says(tmp_path: Path) -> None:
    left = [one for one in BEHIND if one[1:] != (3, "unknown_unit")]
    assert of_framework(tmp_path, points="39,5") == sorted([*left, (TABLE, 3, "csv_width")])


def test_a_total_that_cannot_be_read_hides_nothing_below_it(tmp_path: Path) -> None:
    base = BY_TABLE.replace("total: 100", "total: trăm")
    assert of_framework(tmp_path, base=base) == sorted([*BEHIND, (BASE, 8, "not_number")])


def test_a_score_that_cannot_be_read_hides_no_other_of_its_row(tmp_path: Path) -> None:
    found = of_framework(tmp_path, scored="x")
    assert found == sorted([*BEHIND, (SCORES, 4, "not_number")])


def test_a_number_deep_in_a_list_of_parts_hides_nothing_around_it(tmp_path: Path) -> None:
    text = FRAMEWORK.replace("max_points: 40, due", "max_points: x, lead: khong-co, due")
    with pytest.raises(WorkspaceError) as told:
        load_workspace(write_workspace(tmp_path, {BASE: text, SCORES: scores(score(part="1.9"))}))
    codes = sorted(each.code for each in told.value.problems)
    assert codes == ["not_number", "unknown_part", "unknown_unit"]


def test_a_part_whose_code_cannot_be_read_makes_no_other_look_wrong(tmp_path: Path) -> None:
    """What lies in it and what was scored on it may well be right."""
    rows = ("1,Một,40,", ",Không mã,40,", "2.1,Hai một,10,", "1.1,Một một,40,")
    given = {BASE: BY_TABLE, TABLE: table(*rows), SCORES: scores(score(part="2"))}
    with pytest.raises(WorkspaceError) as told:
        load_workspace(write_workspace(tmp_path, given))
    assert [each.code for each in told.value.problems] == ["empty"]
    assert not [each for each in told.value.warnings if each.path in (TABLE, BASE)]
