"""A code on the command line, before and after the merger of 2025."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import call


def shown(root: Path, *arguments: str) -> str:
    """What ``show`` prints."""
    said = call("show", *arguments, cwd=root)
    assert said.code == 0, said.err
    return said.out


def told(root: Path, *arguments: str) -> dict[str, Any]:
    """What ``show`` says as JSON."""
    found: dict[str, Any] = json.loads(shown(root, *arguments, "--format", "json"))
    return found


@pytest.mark.parametrize(
    ("unit", "day", "title"),
    [
        ("24", "2025-01-01", "Tỉnh Bắc Giang"),
        ("24", "2025-06-30", "Tỉnh Bắc Giang"),
        ("24", "2025-07-01", "Tỉnh Bắc Ninh"),
        ("24", "2026-01-01", "Tỉnh Bắc Ninh"),
        ("24", "today", "Tỉnh Bắc Ninh"),
        ("24", "latest", "Tỉnh Bắc Giang"),
        ("27", "2025-01-01", "Tỉnh Bắc Ninh"),
        ("46", "2024-12-31", "Tỉnh Thừa Thiên Huế"),
        ("46", "2025-01-01", "Thành phố Huế"),
        ("75", "2026-04-29", "Tỉnh Đồng Nai"),
        ("75", "2026-04-30", "Thành phố Đồng Nai"),
    ],
)
def test_a_code_is_that_of_the_unit_that_stood_on_the_day(
    shipped: Path, unit: str, day: str, title: str
) -> None:
    out = shown(shipped, "overview", "--unit", unit, "--as-of", day)
    assert out.startswith(f"{title} · ")


def test_a_code_that_nobody_bears_any_more_says_what_became_of_its_unit(shipped: Path) -> None:
    out = shown(shipped, "tasks", "--unit", "30", "--as-of", "2026-01-01")
    assert "nay là thành phố Hải Phòng" in out


def test_the_heir_and_those_merged_are_told_as_data(shipped: Path) -> None:
    found = told(shipped, "overview", "--unit", "30", "--as-of", "2026-01-01")
    assert [(one["relation"], one["key"]) for one in found["lineage"]] == [
        ("heir", "31@2025-07-01"),
        ("merged_with", "31"),
    ]
    assert "former" not in found


def test_a_unit_that_simply_stands_has_no_such_sections(shipped: Path) -> None:
    found = told(shipped, "overview", "--unit", "01", "--as-of", "2026-01-01")
    assert found.keys() & {"lineage", "former", "sums"} == set()


def test_what_predecessors_left_is_told_with_the_key_of_each(shipped: Path) -> None:
    rows = list(
        csv.DictReader(
            io.StringIO(
                shown(shipped, "pillars", "--unit", "24", "--as-of", "today", "--format", "csv")
            )
        )
    )
    former = [row for row in rows if row["section"] == "former"]
    assert {row["key"] for row in former} == {"24", "27"}
    sums = [row for row in rows if row["section"] == "sums"]
    assert sums and {row["refusal"] for row in sums} == {"missing"}
    assert {row["missing"] for row in sums} == {"27"}
    assert {row["value"] for row in sums} == {""}


def test_the_published_mean_of_merged_provinces_keeps_its_note_and_is_not_worked_out(
    shipped: Path,
) -> None:
    asked = ("indicator", "dti_2024", "--unit", "31", "--as-of", "today")
    found = told(shipped, *asked)
    (value,) = found["values"]
    assert value["value"] == 0.7857 and "trung bình cộng" in value["note"]
    assert found["sums"] == []
    assert value["note"] in " ".join(shown(shipped, *asked).split())
