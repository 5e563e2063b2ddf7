"""``show framework`` prints what the screen says, by id or by name, in every form."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import CODE, call
from tests.example_framework import PHU_LY, lay_example

WARD = ("--unit", PHU_LY, "--as-of", "2026-11-22")


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped workspace with the example set and its scores, synced."""
    root = tmp_path_factory.mktemp("scored")
    shutil.copy2(CODE / "config.yaml", root)
    shutil.copytree(CODE / "data", root / "data", ignore=shutil.ignore_patterns("*.db*", ".*"))
    lay_example(root)
    assert call("sync", cwd=root).code == 0
    return root


def found(root: Path, *arguments: str) -> dict[str, Any]:
    said = call("show", "framework", *arguments, "--format", "json", cwd=root)
    assert (said.code, said.err) == (0, "")
    told: dict[str, Any] = json.loads(said.out)
    return told


def test_the_example_set_is_told_as_its_files_say(scored: Path) -> None:
    told = found(scored, "cds-xa-2026", *WARD)
    (result,) = told["framework"]
    assert (result["points"], result["covered"], result["total"]) == (64.5, 85, 100)
    assert (result["basis"], result["missing"]) == ("both", ["5-1"])
    parts = {part["code"]: part for part in told["parts"]}
    assert list(parts) == ["4", "4.1", "4.22", "4.22.10", "4.22.11", "5", "5.1", "5.2"]
    assert [part["depth"] for part in told["parts"]] == [0, 1, 1, 2, 2, 0, 1, 1]
    assert (parts["4.22.11"]["self_assessment"], parts["4.22.11"]["appraised"]) == (9, None)
    assert (parts["4"]["appraised"], parts["4"]["appraised_covered"]) == (36.5, 45)
    assert (parts["4"]["self_assessment"], parts["4"]["self_assessment_covered"]) == (47, 60)
    assert (result["appraised"], result["appraised_covered"]) == (55.5, 70)
    assert result["appraised_less_self"] == -3.5
    assert (parts["5"]["points"], parts["5"]["covered"], parts["5"]["lost"]) == (19, 25, 6)
    assert told["sums"] == []


def test_without_a_unit_named_the_scored_units_are_listed(scored: Path) -> None:
    """The folder's own unit is a province, which the set does not score."""
    told = found(scored, "cds-xa-2026", "--as-of", "2026-11-22")
    assert told["framework"][0]["points"] is None
    assert [(unit["name"], unit["points"], unit["covered"]) for unit in told["units"]] == [
        ("Phủ Lý", 64.5, 85),
        ("Phù Vân", 14, 20),
    ]
    assert [(unit["rank"], unit["missing"]) for unit in told["units"]] == [(None, 1), (None, 2)]
    said = call("show", "framework", "cds-xa-2026", "--as-of", "2026-11-22", cwd=scored)
    assert "Các đơn vị đã chấm" in said.out
    assert "Phường Phù Vân  14/20" in said.out


@pytest.mark.parametrize(
    "asked",
    [
        ("show", "ranking", "Bộ chỉ số chuyển đổi số cấp xã (ví dụ)"),
        ("show", "ranking", "cds-xa-2026"),
        ("show", "ranking", "cds xa 2026", "--end", "2026"),
        ("show", "map", "CĐS xã"),
        ("show", "compare", PHU_LY, "13291", "--indicator", "cds-xa-2026"),
        ("whatif", PHU_LY, "--framework", "cds-xa-2026", "4.1=0,9"),
        ("whatif", PHU_LY, "4.1=0,9"),
    ],
)
def test_who_asks_elsewhere_for_its_points_is_told_where_they_are(
    asked: tuple[str, ...], scored: Path
) -> None:
    said = call(*asked, cwd=scored)
    assert (said.code, said.out) == (1 if asked[0] == "whatif" else 2, "")
    assert "Điểm của bộ này xem bằng: briefing show framework cds-xa-2026" in said.err
    assert "Không có mục nào tên" not in said.err


@pytest.mark.parametrize(
    "name", ["dti-2022", "DTI 2022", "dti 2022", "Bộ chỉ số chuyển đổi số cấp tỉnh năm 2022",
             "bo chi so chuyen doi so cap tinh nam 2022"],
)  # fmt: skip
def test_a_framework_is_named_by_id_or_name_with_or_without_marks(name: str, scored: Path) -> None:
    told = found(scored, name, "--unit", "92", "--as-of", "2023-08-01")
    assert told["framework"][0]["framework"] == "dti-2022"
    assert [part["max_points"] for part in told["parts"]] == [
        100, 100, 100, 100, 100, 0, 200, 150, 150,
    ]  # fmt: skip


def test_a_name_that_is_near_is_offered(scored: Path) -> None:
    said = call("show", "framework", "dti-2023", "--unit", "92", cwd=scored)
    assert (said.code, said.out) == (2, "")
    assert "dti-202" in said.err


def test_text_and_markdown_say_the_same_as_the_screen(scored: Path) -> None:
    for form in ("text", "md"):
        said = call("show", "framework", "cds-xa-2026", *WARD, "--format", form, cwd=scored)
        assert said.code == 0
        assert "64,5/85 điểm" in said.out
        assert "4.22.11" in said.out
    english = call("show", "framework", "cds-xa-2026", *WARD, "--language", "en", cwd=scored)
    assert "64.5/85 points" in english.out
    assert "Only 85 of 100 points are scored" in english.out


@pytest.mark.parametrize(
    ("unit", "day", "key"),
    [("92", "2023-08-01", "92"), ("92", "2026-08-01", "92@2025-07-01")],
)
def test_a_unit_is_its_code_and_where_needed_its_first_day(
    unit: str, day: str, key: str, scored: Path
) -> None:
    asked = ("dti-2022", "--unit", unit, "--as-of", day)
    assert found(scored, *asked)["framework"][0]["unit"] == key
    said = call("show", "framework", *asked, "--format", "csv", cwd=scored)
    rows = csv.DictReader(io.StringIO(said.out))
    assert next(row["unit"] for row in rows if row["section"] == "framework") == key


def test_csv_has_a_row_for_each_part(scored: Path) -> None:
    said = call("show", "framework", "cds-xa-2026", *WARD, "--format", "csv", cwd=scored)
    assert said.code == 0
    rows = [row for row in csv.reader(io.StringIO(said.out)) if "4.22.10" in row]
    assert len(rows) == 1


def test_the_sums_that_do_not_fit_are_records_too(scored: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(scored, tmp_path / "ws"))
    table = root / "data/catalogue/frameworks/bo_chi_so_xa.csv"
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace("dùng lại,Digitised data used again,15", "dùng lại,Again,14"),
                     encoding="utf-8")  # fmt: skip
    told = found(root, "cds-xa-2026", *WARD)
    assert told["sums"] == [{"of": "max_points", "part": "4-22", "stated": 40, "found": 39}]
    checked = call("check", "data/catalogue/frameworks", cwd=root)
    assert checked.code == 0
    assert "points_do_not_add_up" in checked.out + checked.err
