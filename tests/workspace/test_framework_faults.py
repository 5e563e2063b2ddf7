"""What is wrong in a framework or in scores is told at its line; sums are told and left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.workspace import WorkspaceError, load_workspace
from briefing.workspace.faults import framework_notices
from tests.workspace.own_framework import (
    BASE,
    BY_TABLE,
    FRAMEWORK,
    ROWS,
    SCORES,
    TABLE,
    base,
    in_base,
    in_scores,
    in_table,
    score,
    scores,
    table,
)
from tests.workspace.spoiling import Case, check
from tests.workspaces import FILES, PATHS, changed, line_of, write_workspace

SECOND = "data/catalogue/frameworks/khac.yaml"
OTHER = FRAMEWORK.replace("id: so-2023", "id: khac").replace("  indicator: dti\n", "")
OTHER = OTHER.replace("  rank: dti_hang\n", "")

CASES = [
    in_base("unknown_document", "document:", "framework.document", ("nb-kh-01-2023", "nb-kh-99")),
    in_base(
        "unknown_indicator",
        "indicator:",
        "framework.indicator",
        ("indicator: dti", "indicator: dtx"),
    ),
    in_base("not_a_rank", "rank:", "framework.rank", ("rank: dti_hang", "rank: ho_so_truc_tuyen")),
    in_base(
        "is_a_rank",
        "indicator:",
        "framework.indicator",
        ("indicator: dti\n", "indicator: dti_hang\n"),
        ("  rank: dti_hang\n", ""),
    ),
    in_base(
        "indicator_of_another",
        "    indicator: dti",
        "parts[1].indicator",
        ("    max_points: 40\n", "    indicator: dti\n    max_points: 40\n"),
    ),
    in_base(
        "years_reversed", "last_year", "framework.last_year", ("last_year: 2024", "last_year: 2022")
    ),
    in_base(
        "unknown_pillar",
        "pillar:",
        "parts[0].pillar",
        ("pillar: chinh_quyen_so", "pillar: chinh_quyen"),
    ),
    in_base("unknown_unit", "lead:", "parts[0].lead", ("lead: nb-stttt", "lead: nb-khong")),
    in_base(
        "negative_points",
        'code: "1.1"',
        "parts[0].parts[0].max_points",
        ("max_points: 40, due", "max_points: -40, due"),
        ("max_points: 20}", "max_points: 100}"),
    ),
    in_base(
        "part_twice",
        "id: so-hoa\n",
        "parts[1].id",
        ('  - code: "2"\n', '  - id: so-hoa\n    code: "2"\n'),
    ),
    in_base("code_without_id", 'code: "…"', "parts[1].code", ('code: "2"', 'code: "…"')),
    in_base(
        "code_of_another_place",
        'code: "2.1"',
        "parts[0].parts[0].code",
        ('code: "1.1"', 'code: "2.1"'),
    ),
    in_base(
        "code_of_another_place",
        'code: "1.3"',
        "parts[2].code",
        ("    max_points: 40\n", '    max_points: 40\n  - {code: "1.3", name: Khác}\n'),
    ),
    in_base(
        "code_of_another_place",
        'code: "1.2.1"',
        "parts[0].parts[2].code",
        ("max_points: 20}\n", 'max_points: 20}\n      - {code: "1.2.1", name: Khác}\n'),
    ),
    in_base("not_choice", "kind:", "framework.kind", ("kind: province", "kind: xã")),
    in_base("not_positive", "total:", "framework.total", ("total: 100", "total: 0")),
    in_base(
        "misspelt_key",
        "max_point:",
        "parts[1].max_point",
        ("    max_points: 40\n", "    max_point: 40\n"),
    ),
    in_base(
        "deadline_vague", 'code: "1.1"', "parts[0].parts[0].due", ("Quý IV/2023", "giữa năm sau")
    ),
    Case("table_not_there", BASE, BY_TABLE, line_of(BY_TABLE, "table:"), "framework.table"),
    Case(
        "table_and_parts",
        BASE,
        base(("  last_year: 2024\n", "  last_year: 2024\n  table: so.csv\n")),
        line_of(base(("  last_year: 2024\n", "  last_year: 2024\n  table: so.csv\n")), "table:"),
        "framework.table",
    ),
    Case(
        "table_of_another",
        BASE,
        BY_TABLE,
        line_of(BY_TABLE, "table:"),
        "framework.table",
        {SECOND: OTHER.partition("parts:")[0] + "  table: so.csv\n", TABLE: table()},
    ),
    Case(
        "duplicate_id",
        BASE,
        FRAMEWORK,
        2,
        "framework.id",
        {SECOND: OTHER.replace("khac", "so-2023")},
    ),
    Case(
        "duplicate_id",
        "data/catalogue/frameworks/a-cua-toi.yaml",
        OTHER.replace("khac", "so-2023"),
        2,
        "framework.id",
        {"data/catalogue/frameworks/so-2023.yaml": FRAMEWORK},
    ),
    in_table("part_twice", 5, "code", *ROWS[:3], "1.2,Xã hội số,20,", "2,Xã hội số,40,"),
    in_table("ambiguous_number", 5, "max_points", *ROWS[:3], "2,Xã hội số,1.000,"),
    in_table("deadline_vague", 3, "due", ROWS[0], "1.1,Hồ sơ,40,giữa năm sau", *ROWS[2:]),
    in_scores("unknown_framework", 2, "framework", score(framework="so-2022")),
    in_scores("unknown_part", 2, "part", score(part="1.3")),
    in_scores("unknown_unit", 2, "unit", score(unit="99")),
    in_scores("unit_of_another_kind", 2, "unit", score(unit="376", lead="")),
    in_scores("unknown_source", 2, "source", score(source="bao_x")),
    in_scores("above_maximum", 2, "self_assessment", score(self_assessment="40.5")),
    in_scores("above_maximum", 2, "appraised", score(appraised="41")),
    in_scores("negative_points", 2, "appraised", score(appraised="-1")),
    in_scores("dates_reversed", 2, "end", score(start="2024-01-01")),
    in_scores("told_before_source", 2, "published_on", score(published_on="2024-01-06")),
    in_scores("scored_twice", 3, "part", score(), score("a2", part="1-1")),
    in_scores(
        "duplicate_id", 3, "id", score(), score(part="1.2", self_assessment="1", appraised="1")
    ),
]
"""Mistakes: nothing is read while one is there."""

WARNED = [
    in_base(
        "points_do_not_add_up",
        "max_points: 60",
        "parts[0].max_points",
        ("max_points: 20}", "max_points: 19}"),
    ),
    in_base("total_does_not_add_up", "total:", "framework.total", ("total: 100", "total: 110")),
    in_base(
        "maximum_not_known",
        'code: "2"',
        "parts[1].code",
        ("    max_points: 40\n", ""),
    ),
    in_base(
        "code_elsewhere",
        'code: "3.1"',
        "parts[0].parts[0].code",
        ('code: "1.1"', 'code: "3.1"'),
    ),
    Case(
        "framework_without_parts",
        BASE,
        FRAMEWORK.partition("parts:")[0],
        line_of(FRAMEWORK, "id:"),
        "framework.id",
    ),
    in_table("level_left_out", 4, "code", *ROWS[:2], "1.2.1,Số hóa,20,", ROWS[3]),
    Case("table_not_read", TABLE, table(), 0, "", {BASE: FRAMEWORK}),
    in_scores("nothing_scored", 2, "id", score(self_assessment="", appraised="")),
    in_scores("without_evidence", 2, "self_assessment", score(evidence="")),
    in_scores("told_before_end", 2, "published_on", score(end="2024-12-31", source="bao_bg")),
    Case(
        "lead_without_name",
        BASE,
        FRAMEWORK,
        line_of(FRAMEWORK, "lead:"),
        "parts[0].lead",
        {
            PATHS["organisations"]: changed(
                "organisations",
                "name: Sở Thông tin và Truyền thông tỉnh Ninh Bình",
                "name: NB-STTTT",
            ),
            PATHS["plan"]: FILES[PATHS["plan"]].replace("lead: nb-stttt", "lead: nb-vpub"),
        },
    ),
    in_scores(
        "scores_do_not_add_up",
        2,
        "appraised",
        score("a0", part="1", self_assessment="50", appraised="45"),
        score(self_assessment="30"),
        score("a2", part="1.2", self_assessment="20", appraised="19"),
    ),
]
"""Warnings: everything is read as it is written."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.key}")
def test_a_mistake_is_told_in_its_place(case: Case, tmp_path: Path) -> None:
    check(case, tmp_path)


@pytest.mark.parametrize("case", WARNED, ids=lambda case: case.code)
def test_what_is_worth_a_look_is_told_in_its_place(case: Case, tmp_path: Path) -> None:
    told = [each for each in case.warnings(tmp_path) if each.code == case.code]
    assert [(each.path, each.line, each.key) for each in told] == [(case.path, case.line, case.key)]


def test_every_warning_of_frameworks_is_one() -> None:
    found = [each for each in vars(framework_notices).values() if hasattr(each, "warning")]
    assert len(found) > 5
    assert all(each.warning for each in found)


def test_a_framework_and_scores_in_order_are_not_warned_of(tmp_path: Path) -> None:
    root = write_workspace(tmp_path, {BASE: FRAMEWORK, SCORES: scores(score())})
    ours = [each for each in load_workspace(root).warnings if each.path in (BASE, SCORES)]
    assert ours == []


def test_sums_are_told_with_both_numbers_and_nothing_is_mended(tmp_path: Path) -> None:
    text = base(("max_points: 20}", "max_points: 19.5}"), ("total: 100", "total: 120"))
    workspace = load_workspace(write_workspace(tmp_path, {BASE: text}))
    told = [each.text() for each in workspace.warnings if each.path == BASE]
    assert told == [
        "total là 120 điểm, nhưng các mục lớn cộng lại là 100.",
        "“1” có 60 điểm, nhưng các mục bên trong cộng lại là 59.5.",
    ]
    (framework,) = workspace.frameworks
    assert framework.total == 120
    assert [part.max_points for part in framework.parts] == [60, 40]


def test_a_code_out_of_its_place_is_told_with_line_column_and_both_remedies(tmp_path: Path) -> None:
    text = base(("    max_points: 40\n", '    max_points: 40\n  - {code: "1.3", name: Khác}\n'))
    (told,) = Case("", BASE, text, 0, "").problems(tmp_path)
    assert (told.line, told.column) == (line_of(text, 'code: "1.3"'), 12)
    said = told.line_text(str)
    assert "“1.3” là mục con của “1” (data/catalogue/frameworks/so.yaml:15)" in said
    assert "Chuyển mục vào parts của “1”" in said
    assert "bỏ hết parts lồng nhau" in said


def test_a_part_that_cannot_be_read_is_no_reason_to_speak_of_sums(tmp_path: Path) -> None:
    case = in_base("not_number", 'code: "2"', "", ("max_points: 20}", "max_points: hai mươi}"))
    told = {each.code for each in case.problems(tmp_path)}
    assert told == {"not_number"}


def test_a_part_in_the_wrong_place_is_no_reason_to_speak_of_sums(tmp_path: Path) -> None:
    part = '    max_points: 40\n  - {code: "1.3", name: Khác, max_points: 9}\n'
    root = write_workspace(tmp_path, {BASE: base(("    max_points: 40\n", part))})
    with pytest.raises(WorkspaceError) as told:
        load_workspace(root)
    assert [each.code for each in told.value.problems] == ["code_of_another_place"]
    assert [each.code for each in told.value.warnings if each.path == BASE] == []


def test_scores_are_not_blamed_for_a_framework_that_cannot_be_read(tmp_path: Path) -> None:
    case = Case("", BASE, base(("kind: province", "kind: tỉnh")), 0, "", {SCORES: scores(score())})
    assert {each.code for each in case.problems(tmp_path)} == {"not_choice"}


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    text = base(("total: 100", "total: 0"), ("pillar: chinh_quyen_so", "pillar: x"))
    rows = scores(score(source="bao_x"), score("a2", part="1.2", unit="99"))
    case = Case("", BASE, text, 0, "", {SCORES: rows})
    told = {each.code for each in case.problems(tmp_path)}
    assert {"not_positive", "unknown_source", "unknown_unit"} <= told
