"""``show slope`` and ``show map``: a ranking as pictures of text, for people and for programs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import call

AT = ("--unit", "30", "--as-of", "2023-12-31")


def found(root: Path, *arguments: str) -> dict[str, Any]:
    said = call("show", *arguments, "--format", "json", cwd=root)
    assert (said.code, said.err) == (0, "")
    told: dict[str, Any] = json.loads(said.out)
    return told


def test_hai_duong_went_from_14_to_13(shipped: Path) -> None:
    lines = call("show", "slope", *AT, cwd=shipped).out.splitlines()
    assert "63 tỉnh, thành phố · so với năm 2021" in lines[0]
    assert lines[3].startswith("► Hải Dương: hạng 13/63 · lên 1 bậc so với năm 2021 (14/63)")
    assert any(line.lstrip().startswith("Hải Dương 14 ═►═") for line in lines)
    assert any("►═ 13 ►  Hải Dương" in line and line.endswith("↑ 1") for line in lines)


def test_moves_as_records_name_both_periods(shipped: Path) -> None:
    told = found(shipped, "slope", *AT)
    (head,) = told["slope"]
    assert (head["before_end"], head["after_end"]) == ("2021-12-31", "2022-12-31")
    assert (head["comparable"], head["basis"], head["universe"]) == (True, "rank", 63)
    moves = {one["unit"]: one for one in told["moves"]}
    assert (moves["30"]["before"], moves["30"]["after"], moves["30"]["gain"]) == (14, 13, 1)
    assert moves["51"]["gain"] == 34
    assert len(told["moves"]) + len(told["only_after"]) == 63


def test_values_alone_are_drawn_when_sorted_by_value(shipped: Path) -> None:
    told = found(shipped, "slope", *AT, "--sort", "value")
    assert told["slope"][0]["basis"] == "value"
    assert [one["unit"] for one in told["moves"]] == ["48", "46", "84"]


def test_nothing_is_drawn_from_2020_to_2021_and_the_reason_is_told(shipped: Path) -> None:
    told = found(shipped, "slope", *AT, "--end", "2021")
    assert told["slope"][0]["comparable"] is False
    assert told["slope"][0]["why_not"] == ["framework"]
    assert told["moves"] == []
    said = " ".join(call("show", "slope", *AT, "--end", "2021", cwd=shipped).out.split())
    assert "không so sánh được: bộ chỉ số khác (2020)" in said


def test_nothing_is_drawn_from_63_to_34(shipped: Path) -> None:
    told = found(shipped, "slope", "--unit", "31", "--as-of", "2026-01-31")
    assert set(told["slope"][0]["why_not"]) == {"framework", "universe"}
    assert told["moves"] == []


def test_the_map_shows_63_tiles(shipped: Path) -> None:
    text = call("show", "map", *AT, cwd=shipped).out
    assert "►HD" in text and "QĐ Hoàng Sa" in text and "QĐ Trường Sa" in text
    told = found(shipped, "map", *AT)
    assert len(told["tiles"]) == 63
    assert len({(one["row"], one["column"]) for one in told["tiles"]}) == 63
    own = next(one for one in told["tiles"] if one["unit"] == "30")
    assert (own["label"], own["rank"], own["ranked_among"]) == ("HD", 13, 63)
    assert own["quarter"] == "first"


def test_since_the_merger_the_map_shows_34(shipped: Path) -> None:
    told = found(shipped, "map", "--unit", "31", "--as-of", "2026-01-31")
    assert len(told["tiles"]) == 34
    missing = [one for one in told["tiles"] if not one["published"]]
    assert missing and all(one["rank"] is None and one["quarter"] is None for one in missing)


def test_a_place_among_few_values_has_no_quarter(shipped: Path) -> None:
    told = found(shipped, "map", "dti_the_che_so", *AT)
    placed = [one for one in told["tiles"] if one["rank"] is not None]
    assert {one["quarter"] for one in placed} == {None}
    assert {one["ranked_among"] for one in placed} == {5}


def test_a_region_alone(shipped: Path) -> None:
    told = found(shipped, "map", *AT, "--region", "tây nguyên")
    assert {one["unit"] for one in told["tiles"]} == {"62", "64", "66", "67", "68"}
    told = found(shipped, "slope", *AT, "--region", "tây nguyên")
    assert told["moves"] == []


@pytest.mark.parametrize("screen", ["slope", "map"])
@pytest.mark.parametrize("form", ["text", "md", "csv", "json"])
def test_every_format_in_both_languages(screen: str, form: str, shipped: Path) -> None:
    for language in ("vi", "en"):
        said = call("show", screen, *AT, "--format", form, "--language", language, cwd=shipped)
        assert (said.code, said.err) == (0, "")
        assert "Hải Dương" in said.out or "Hai Duong" in said.out


def test_csv_has_a_row_for_each_tile(shipped: Path) -> None:
    text = call("show", "map", *AT, "--format", "csv", cwd=shipped).out
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["unit"] for row in rows[:2]] == ["48", "79"]
    assert len(rows) == 63


def test_an_unknown_indicator_is_answered_with_the_nearest(shipped: Path) -> None:
    said = call("show", "map", "dti_the_che", *AT, cwd=shipped)
    assert said.code == 2
    assert "dti_the_che_so" in said.err
