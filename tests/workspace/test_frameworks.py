"""A department's own framework and scores: as a list, as a table, by themselves, and synced."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from briefing.domain.frameworks import Framework, Part, all_parts
from briefing.domain.model import UnitKey, UnitKind
from briefing.store.writing import apply
from briefing.workspace import Workspace, load_workspace
from briefing.workspace.layout import is_known
from briefing.workspace.lone_file import check_alone
from tests.store.facts import AT
from tests.workspace.own_framework import (
    BASE,
    BY_TABLE,
    FRAMEWORK,
    LISTED,
    ROWS,
    SCORES,
    TABLE,
    base,
    score,
    scores,
    table,
)
from tests.workspaces import write_workspace

YAML_SCORES = """assessments:
  - id: a1
    framework: so-2023
    part: "1.1"
    unit: "37"
    start: 2023-01-01
    end: 2023-12-31
    self_assessment: 38
    appraised: 35,5
    evidence: Báo cáo 9
    lead: nb-vpub
    due: Quý I/2024
    source: bao_nb
    published_on: 2024-01-07
    note: thiếu phụ lục
"""


def read(root: Path, files: dict[str, str | bytes | None]) -> Workspace:
    """The small workspace with these files beside it."""
    return load_workspace(write_workspace(root, files))


def codes(framework: Framework) -> list[tuple[str, str]]:
    """Each part's code and the code of the part it lies in."""

    def within(part: Part, above: str) -> list[tuple[str, str]]:
        return [
            (part.code, above),
            *(pair for one in part.parts for pair in within(one, part.code)),
        ]

    return [pair for part in framework.parts for pair in within(part, "")]


def test_a_nested_list_is_a_tree(tmp_path: Path) -> None:
    (found,) = read(tmp_path, {BASE: FRAMEWORK}).frameworks
    assert codes(found) == [("1", ""), ("1.1", "1"), ("1.2", "1"), ("2", "")]
    assert (found.kind, found.total, found.complete) == (UnitKind.PROVINCE, 100, True)
    assert (found.indicator, found.rank, found.document) == ("dti", "dti_hang", "nb-kh-01-2023")
    assert (found.first_year, found.last_year) == (2023, 2024)
    first = found.parts[0]
    assert (first.lead, first.pillar, first.max_points) == ("nb-stttt", "chinh_quyen_so", 60)
    assert (first.parts[0].due, first.parts[0].evidence) == (date(2023, 12, 31), "Báo cáo")


def test_a_part_is_known_by_its_code_where_no_id_is_written(tmp_path: Path) -> None:
    (found,) = read(tmp_path, {BASE: FRAMEWORK}).frameworks
    assert [part.id for part in all_parts(found.parts)] == ["1", "1-1", "so-hoa", "2"]
    part = found.part("1.2")
    assert part is not None
    assert part is found.part("so-hoa")


def test_a_part_without_an_english_name_keeps_its_own(tmp_path: Path) -> None:
    (found,) = read(tmp_path, {BASE: FRAMEWORK}).frameworks
    assert [part.name_en for part in found.parts] == ["Digital government", "Xã hội số"]


@pytest.mark.parametrize(
    "rows",
    [ROWS, tuple(reversed(ROWS)), (ROWS[2], ROWS[0], ROWS[3], ROWS[1])],
    ids=["in order", "backwards", "mixed"],
)
def test_a_table_is_the_same_tree_whatever_the_order_of_its_rows(
    rows: tuple[str, ...], tmp_path: Path
) -> None:
    (found,) = read(tmp_path, {BASE: BY_TABLE, TABLE: table(*rows)}).frameworks
    expected = {("1", ""), ("1.1", "1"), ("1.2", "1"), ("2", "")}
    assert set(codes(found)) == expected
    assert sum(part.max_points or 0 for part in found.parts) == 100


def test_a_deep_code_lies_in_the_nearest_level_there_is(tmp_path: Path) -> None:
    rows = ("4,Chính quyền số,100,", "4.22.11,Dùng lại dữ liệu,15,", "4.22.11.3,Một phần,15,")
    (found,) = read(tmp_path, {BASE: BY_TABLE, TABLE: table(*rows)}).frameworks
    assert codes(found) == [("4", ""), ("4.22.11", "4"), ("4.22.11.3", "4.22.11")]


def test_4_2_does_not_lie_in_4_22_nor_40_in_4(tmp_path: Path) -> None:
    rows = ("4,A,50,", "4.2,B,20,", "4.22,C,30,", "40,D,50,")
    (found,) = read(tmp_path, {BASE: BY_TABLE, TABLE: table(*rows)}).frameworks
    assert codes(found) == [("4", ""), ("4.2", "4"), ("4.22", "4"), ("40", "")]


def test_codes_with_a_dot_at_their_end_are_placed_alike(tmp_path: Path) -> None:
    rows = ("4.,A,50,", "4.1.,B,50,", "5.,C,50,")
    (found,) = read(tmp_path, {BASE: BY_TABLE, TABLE: table(*rows)}).frameworks
    assert codes(found) == [("4.", ""), ("4.1.", "4."), ("5.", "")]


def test_roman_and_small_letters_need_not_agree(tmp_path: Path) -> None:
    """I → 1 → a is as common as 4 → 4.22 → 4.22.11; only dotted numbers claim a place."""
    text = base(('code: "1.1"', "code: a"), ('code: "1.2"', "code: b"), ('code: "1"', "code: I"))
    workspace = read(tmp_path, {BASE: text})
    assert codes(workspace.frameworks[0])[:3] == [("I", ""), ("a", "I"), ("b", "I")]
    assert [each for each in workspace.warnings if each.path == BASE] == []


def test_points_may_be_blank_and_are_then_not_known(tmp_path: Path) -> None:
    text = base(("    max_points: 40\n", ""), ("total: 100", "total: 100\n  complete: no"))
    (found,) = read(tmp_path, {BASE: text}).frameworks
    assert found.parts[1].max_points is None


@pytest.mark.parametrize(
    "files",
    [
        {SCORES: scores(score(due="Quý I/2024", note="thiếu phụ lục"))},
        {LISTED: YAML_SCORES},
    ],
    ids=["table", "list"],
)
def test_scores_are_read_alike_from_a_table_and_from_a_list(
    files: dict[str, str | bytes | None], tmp_path: Path
) -> None:
    (found,) = read(tmp_path, {BASE: FRAMEWORK, **files}).assessments
    assert (found.framework, found.part, found.unit) == ("so-2023", "1-1", UnitKey("37"))
    assert (found.self_points, found.appraised_points) == (38, 35.5)
    assert (found.start, found.end) == (date(2023, 1, 1), date(2023, 12, 31))
    assert (found.evidence, found.lead, found.due) == ("Báo cáo 9", "nb-vpub", date(2024, 3, 31))
    assert (found.source, found.published_on) == ("bao_nb", date(2024, 1, 7))
    assert found.note == "thiếu phụ lục"


def test_a_blank_score_stays_blank(tmp_path: Path) -> None:
    rows = scores(score(appraised=""))
    (found,) = read(tmp_path, {BASE: FRAMEWORK, SCORES: rows}).assessments
    assert (found.self_points, found.appraised_points) == (38, None)


def test_columns_that_may_be_blank_may_be_left_out(tmp_path: Path) -> None:
    rows = (
        "id,framework,part,unit,start,end,appraised,source,published_on\n"
        "a1,so-2023,so-hoa,37,2023-01-01,2023-12-31,12,bao_nb,2024-01-07\n"
    )
    (found,) = read(tmp_path, {BASE: FRAMEWORK, SCORES: rows}).assessments
    assert (found.part, found.appraised_points, found.evidence) == ("so-hoa", 12, "")


def test_a_unit_s_code_is_read_on_the_last_day_of_the_period(tmp_path: Path) -> None:
    rows = scores(
        score(unit="24", lead=""),
        score("a2", unit="24", lead="", start="2025-01-01", end="2025-12-31",
              published_on="2026-01-15"),
    )  # fmt: skip
    found = read(tmp_path, {BASE: FRAMEWORK, SCORES: rows}).assessments
    assert [str(each.unit) for each in found] == ["24", "24@2025-07-01"]


@pytest.mark.parametrize(
    ("path", "known"),
    [
        (BASE, True),
        (TABLE, True),
        ("data/catalogue/frameworks/2025/xa.yaml", True),
        (SCORES, True),
        (LISTED, True),
        ("data/catalogue/khung.yaml", False),
    ],
)
def test_which_files_hold_frameworks_and_scores(path: str, known: bool) -> None:
    assert is_known(path) is known


@pytest.mark.parametrize(
    ("name", "text", "entries"),
    [
        ("so.yaml", FRAMEWORK, 3),
        ("so.csv", table(), 4),
        ("cham.csv", scores(score()), 1),
        ("cham.yaml", YAML_SCORES, 1),
    ],
)
def test_a_file_outside_any_folder_is_checked_too(name: str, text: str, entries: int) -> None:
    found = check_alone(name, text.encode())
    assert (found.entries, found.problems) == (entries, ())


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("so.yaml", base(("total: 100", "total: 1.000")), "ambiguous_number"),
        ("so.yaml", base(("  total:", "  totl:")), "misspelt_key"),
        ("so.csv", table("1,Một,hai,"), "not_number"),
        ("cham.csv", scores(score(appraised="ba")), "not_number"),
        ("cham.yaml", YAML_SCORES.replace("unit:", "uniit:"), "misspelt_key"),
    ],
)
def test_a_lone_file_s_mistake_is_told(name: str, text: str, code: str) -> None:
    assert code in [each.code for each in check_alone(name, text.encode()).problems]


def stored(database: Path, query: str) -> list[tuple[object, ...]]:
    """What a query finds in a database."""
    connection = sqlite3.connect(database)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def put(database: Path, workspace: Workspace) -> None:
    """A sync of the folder."""
    apply(database, workspace, settings_json="{}", config_sha256="", stats=(), at=AT, by="x")


POINTS = "SELECT code, max_points FROM framework_part ORDER BY position"


def test_a_table_that_changes_alone_changes_the_framework(tmp_path: Path) -> None:
    """The file that names the table is the same as before."""
    root, database = tmp_path / "folder", tmp_path / "x.db"
    put(database, read(root, {BASE: BY_TABLE, TABLE: table()}))
    rows = (*ROWS[:2], "1.2,Số hóa,19,", "2,Xã hội số,41,")
    (root / TABLE).write_text(table(*rows), encoding="utf-8")
    put(database, load_workspace(root))
    assert stored(database, POINTS) == [("1", 60), ("1.1", 40), ("1.2", 19), ("2", 41)]


def test_scores_follow_a_part_whose_code_means_another_id(tmp_path: Path) -> None:
    """The file of scores names the part by its code, and is the same as before."""
    root, database = tmp_path / "folder", tmp_path / "x.db"
    files: dict[str, str | bytes | None] = {BASE: FRAMEWORK, SCORES: scores(score(part="1.2",
        self_assessment="9", appraised="8"))}  # fmt: skip
    put(database, read(root, files))
    (root / BASE).write_text(base(("id: so-hoa", "id: dung-lai")), encoding="utf-8")
    put(database, load_workspace(root))
    assert stored(database, "SELECT part FROM assessment") == [("dung-lai",)]


def test_a_framework_that_is_gone_is_gone_with_its_scores(tmp_path: Path) -> None:
    root, database = tmp_path / "folder", tmp_path / "x.db"
    put(database, read(root, {BASE: FRAMEWORK, SCORES: scores(score())}))
    (root / BASE).unlink()
    (root / SCORES).unlink()
    put(database, load_workspace(root))
    for name in ("framework", "framework_part", "assessment"):
        assert stored(database, f"SELECT count(*) FROM {name}") == [(0,)]
