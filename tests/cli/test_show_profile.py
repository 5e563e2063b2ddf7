"""``show profile`` prints where a unit stands, for people and for programs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import call

CAN_THO = ("--unit", "can-tho", "--as-of", "2023-07-31", "--peer", "48")


def found(root: Path, *arguments: str) -> dict[str, Any]:
    said = call("show", "profile", *arguments, "--format", "json", cwd=root)
    assert (said.code, said.err) == (0, "")
    told: dict[str, Any] = json.loads(said.out)
    return told


def test_the_first_line_is_the_rank_and_the_next_the_points_lost(shipped: Path) -> None:
    lines = call("show", "profile", *CAN_THO, cwd=shipped).out.splitlines()
    assert lines[2].strip() == "Hạng 5/63, năm 2022 · Chỉ số DTI 0,6924"
    assert lines[3].strip().startswith("Mất 307,6 trên 1.000 điểm")


def test_records_hold_total_indexes_and_what_stands_beside(shipped: Path) -> None:
    told = found(shipped, *CAN_THO)
    (standing,) = told["standing"]
    assert (standing["rank"], standing["universe"], standing["value"]) == (5, 63, 0.6924)
    assert (standing["framework"], standing["period_end"]) == ("dti-2022", "2022-12-31")
    assert standing["lost_points"] == pytest.approx(307.605)
    first = told["indexes"][0]
    assert (first["index"], first["lost_points"]) == ("hd_xa_hoi_so", 105.795)
    assert (first["counted"], first["universe"], first["best_units"]) == (5, 63, ["48"])
    assert first["peer_value"] == 0.5197
    assert [one["lost_points"] for one in told["indexes"]] == sorted(
        (one["lost_points"] for one in told["indexes"]), reverse=True
    )


def test_what_is_not_published_is_absent_and_never_zero(shipped: Path) -> None:
    told = found(shipped, "--unit", "hai-duong", "--as-of", "2023-09-03")
    assert told["standing"][0]["value"] is None and told["standing"][0]["rank"] == 13
    assert {one["value"] for one in told["indexes"]} == {None}
    assert {one["lost_points"] for one in told["indexes"]} == {None}


def test_each_open_task_is_told_with_the_index_it_addresses(shipped: Path) -> None:
    told = found(shipped, "--unit", "hai-duong", "--as-of", "2023-09-03")
    tasks = [one for one in told["tasks"] if one["index"] == "the_che_so"]
    assert [one["lead"] for one in tasks] == ["hd-stttt"]
    counts = {one["index"]: one["open_tasks"] for one in told["indexes"]}
    assert counts["hd_kinh_te_so"] == 0
    assert any(one["index"] is None for one in told["tasks"]), "those for the rank itself"


def test_a_year_is_asked_for_and_one_without_results_is_refused_with_those_there_are(
    shipped: Path,
) -> None:
    told = found(shipped, "--unit", "hai-duong", "--as-of", "2023-09-03", "--end", "2021")
    assert told["standing"][0]["rank"] == 14
    said = call("show", "profile", "--unit", "hai-duong", "--end", "2019", cwd=shipped)
    assert (said.code, said.out) == (2, "")
    assert "2019" in said.err and "2022 (bộ chỉ số 2022, kết quả năm 2022)" in said.err


def test_an_unknown_peer_is_refused(shipped: Path) -> None:
    said = call("show", "profile", "--peer", "khong-co", cwd=shipped)
    assert (said.code, said.out) == (2, "") and "khong-co" in said.err


def test_a_unit_is_not_set_beside_itself(shipped: Path) -> None:
    said = call("show", "profile", "--unit", "92", "--peer", "can-tho", cwd=shipped)
    assert (said.code, said.out) == (2, "")
    assert "Không đối chiếu Cần Thơ với chính mình" in said.err


def test_a_code_is_read_on_the_day_asked_for(shipped: Path) -> None:
    before = found(shipped, "--unit", "37", "--as-of", "2024-07-01")
    after = found(shipped, "--unit", "37", "--as-of", "2026-07-01")
    assert (before["unit"], after["unit"]) == ("37", "37@2025-07-01")
    assert before["standing"][0]["universe"] == 63
    assert after["standing"][0]["universe"] == 34


def test_a_unit_of_a_new_status_is_told_by_what_it_was(shipped: Path) -> None:
    told = found(shipped, "--unit", "46", "--as-of", "2026-01-01", "--end", "2022")
    (then,) = told["ranked_as"]
    assert (then["unit"], then["name"], then["rank"]) == ("46", "Thừa Thiên Huế", 4)
    assert then["source"] is not None
    values = {one["index"]: one["value"] for one in told["indexes_ranked_as"]}
    assert len(values) == 8 and values["attt_mang"] == 0.6423
    assert all(one["unit"] == "46" and one["source"] for one in told["indexes_ranked_as"])
    whole = found(shipped, "--unit", "92", "--as-of", "2023-08-01")
    assert not {"ranked_as", "indexes_ranked_as"} & whole.keys()


def test_csv_lists_standing_indexes_pillars_and_tasks(shipped: Path) -> None:
    asked = ("--unit", "hai-duong", "--as-of", "2023-09-03", "--end", "2021")
    said = call("show", "profile", *asked, "--format", "csv", cwd=shipped).out
    rows = list(csv.DictReader(io.StringIO(said)))
    assert {row["section"] for row in rows} == {"standing", "indexes", "pillars", "tasks"}
    assert all(row["known_on"] == "2023-09-03" for row in rows)


def test_markdown_and_english_say_the_same(shipped: Path) -> None:
    said = call("show", "profile", *CAN_THO, "--format", "md", "--language", "en", cwd=shipped).out
    assert "Rank 5/63, 2022 · DTI 0.6924" in said
    assert "| Digital-society activities | 105.8/150 | 0.2947 |" in said
