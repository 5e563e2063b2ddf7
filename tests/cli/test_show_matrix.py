"""``show matrix``, ``show systems`` and ``show difficulties`` print what their screens say."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import call

QUANG_NAM = ("--unit", "quang-nam", "--as-of", "2022-04-25")


def found(root: Path, *arguments: str) -> dict[str, Any]:
    said = call("show", *arguments, "--format", "json", cwd=root)
    assert (said.code, said.err) == (0, "")
    told: dict[str, Any] = json.loads(said.out)
    return told


def test_bare_counts_are_told_without_names(shipped: Path) -> None:
    told = found(shipped, "matrix", *QUANG_NAM)
    counts = [(duty["done"], duty["total"], duty["missing"]) for duty in told["duties"]]
    assert counts == [(7, 20, 13), (16, 18, 2)]
    assert [duty["named_missing"] for duty in told["duties"]] == [[], []]
    assert [duty["unnamed_missing"] for duty in told["duties"]] == [13, 2]
    assert told["units"] == told["marks"] == []


def test_named_units_are_told_with_the_state_of_each_duty(shipped: Path) -> None:
    told = found(shipped, "matrix", "--unit", "nghe-an", "--as-of", "2022-09-15")
    (duty,) = told["duties"]
    assert duty["named_missing"] == [
        "na-ioc", "na-ubnd-vinh", "na-ubnd-hoang-mai", "na-ubnd-thanh-chuong",
    ]  # fmt: skip
    assert {unit["missing"] for unit in told["units"]} == {1}
    assert [mark["status"] for mark in told["marks"]] == ["open"] * 4


@pytest.mark.parametrize("form", ["text", "md"])
def test_people_read_the_counts_and_that_nobody_is_named(shipped: Path, form: str) -> None:
    said = call("show", "matrix", *QUANG_NAM, "--format", form, cwd=shipped).out
    assert said.index("7/20") < said.index("16/18")
    assert said.count("nguồn không nêu tên") == 2


def test_csv_lists_duties_units_and_marks(shipped: Path) -> None:
    said = call("show", "matrix", "--unit", "ninh-binh", "--format", "csv", cwd=shipped).out
    rows = list(csv.DictReader(io.StringIO(said)))
    assert {row["section"] for row in rows} == {"duties", "units", "marks"}
    assert sum(row["section"] == "marks" for row in rows) == 11


def test_systems_are_told_with_their_figures(shipped: Path) -> None:
    told = found(shipped, "systems", *QUANG_NAM)
    databases = next(one for one in told["systems"] if one["system"] == "qn_csdl_chuyen_nganh")
    values = {one["id"]: one["value"] for one in told["figures"]}
    assert [values[figure] for figure in databases["figures"]] == [141, 49, 92]
    assert {one["state"] for one in told["systems"]} == {"operating", "planned", "retired"}


def test_systems_are_unknown_before_their_source(shipped: Path) -> None:
    told = found(shipped, "systems", "--unit", "quang-nam", "--as-of", "2022-04-24")
    assert told["systems"] == told["figures"] == []


def test_difficulties_are_counted_by_category(shipped: Path) -> None:
    told = found(shipped, "difficulties", "--unit", "bac-giang", "--as-of", "2023-03-31")
    counts = {one["category"]: one["count"] for one in told["categories"]}
    assert counts["nguoi_dan"] == max(counts.values()) == 6
    assert sum(counts.values()) == len(told["difficulties"]) == 18
    assert {one["paragraph"][0] for one in told["difficulties"]} == {9, 10, 11, 12, 13, 14, 15}


@pytest.mark.parametrize("screen", ["tasks", "pillars"])
def test_difficulties_stand_beside_tasks_and_pillars(shipped: Path, screen: str) -> None:
    said = call("show", screen, "--unit", "bac-giang", "--as-of", "2023-03-31", cwd=shipped).out
    assert "Một số người đứng đầu chưa" in " ".join(said.split())
    assert len(found(shipped, screen, "--unit", "bac-giang")["difficulties"]) == 18
