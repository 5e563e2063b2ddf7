"""``show ranking`` prints what the screen says, of the shipped figures."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import call

HAI_DUONG = ("--unit", "hai-duong", "--as-of", "2023-09-03")


def found(root: Path, *arguments: str) -> dict[str, Any]:
    said = call("show", "ranking", *arguments, "--format", "json", cwd=root)
    assert (said.code, said.err) == (0, "")
    told: dict[str, Any] = json.loads(said.out)
    return told


def test_hai_duong_is_thirteenth_of_63_and_was_fourteenth(shipped: Path) -> None:
    said = call("show", "ranking", *HAI_DUONG, cwd=shipped).out.splitlines()
    assert said[0].startswith(
        "Xếp hạng: Chỉ số DTI, năm 2022 · bộ chỉ số 2022 · 63 tỉnh, thành phố"
    )
    assert said[2] == "► Hải Dương: hạng 13/63 · lên 1 bậc so với năm 2021 (14/63)"


@pytest.mark.parametrize("form", ["ranking", "slope", "map"])
def test_every_form_names_the_framework_even_of_the_rank_in_a_pillar(
    shipped: Path, form: str
) -> None:
    asked = ("show", form, "dti_tru_cot_cqs_hang", "--unit", "01", "--as-of", "2025-06-30")
    said = call(*asked, cwd=shipped).out
    assert said.startswith("Xếp hạng: Hạng DTI: trụ cột CQ số, năm 2023 · bộ chỉ số 2022 · ")


@pytest.mark.parametrize("form", ["ranking", "map"])
def test_who_of_a_group_is_not_among_the_ranked_is_named_with_where_it_is_now(
    shipped: Path, form: str
) -> None:
    group = ("--peers", "Năm tỉnh có bài báo cáo")
    said = call("show", form, "--unit", "24", "--as-of", "2026-01-31", *group, cwd=shipped).out
    assert (
        "Không có trong 34 tỉnh, thành phố: Hải Dương nay thuộc thành phố Hải Phòng; Quảng Nam "
        "nay thuộc thành phố Đà Nẵng."
    ) in " ".join(said.split())
    then = call("show", form, "--unit", "24", "--as-of", "2025-01-31", *group, cwd=shipped).out
    assert "Không có trong" not in then


def test_all_sixty_three_of_2022_are_placed_with_two_fifteens(shipped: Path) -> None:
    told = found(shipped, *HAI_DUONG)
    ranks = [place["rank"] for place in told["places"]]
    assert ranks == [*range(1, 16), 15, *range(17, 64)]
    (head,) = told["ranking"]
    assert (head["universe"], head["values"], head["ranks_published"]) == (63, 6, True)
    assert told["missing"] == told["asides"] == []


def test_the_results_of_2020_are_of_another_framework(shipped: Path) -> None:
    told = found(shipped, *HAI_DUONG, "--end", "2021")
    assert told["ranking"][0]["national_mean"] == 0.4014
    older, newer = told["neighbours"]
    assert (older["indicator"], older["comparable"], older["why_not"]) == (
        "dti_2020", False, ["framework"],
    )  # fmt: skip
    assert (newer["comparable"], newer["rank_of_unit"]) == (True, 13)


def test_the_results_of_2024_are_of_thirty_four(shipped: Path) -> None:
    told = found(shipped, "--unit", "31", "--as-of", "today")
    (head,) = told["ranking"]
    assert (head["indicator"], head["universe"]) == ("dti_2024", 34)
    assert len(told["places"]) + len(told["asides"]) + len(told["missing"]) == 34
    (older,) = told["neighbours"]
    assert older["why_not"] == ["framework", "universe"]


def test_an_index_with_five_values_ranks_five_and_names_the_others(shipped: Path) -> None:
    told = found(shipped, "the_che_so", "--unit", "74", "--as-of", "2023-09-03")
    assert [place["rank"] for place in told["places"]] == [1, 1, 1, 1, 5]
    assert [(one["unit"], one["rank"]) for one in told["asides"]] == [("74", 16)]
    assert len(told["missing"]) == 57
    assert told["ranking"][0]["ranked_among"] == 5


def test_a_part_is_that_of_the_framework_of_the_year(shipped: Path) -> None:
    told = found(shipped, "chinh_quyen_so", *HAI_DUONG, "--end", "2020")
    assert told["indicator"] == "dti_2020_cqs"


@pytest.mark.parametrize(
    "region", ["Đồng bằng sông Hồng", "dong bang song hong", "Red River Delta"]
)
def test_a_region_is_filtered_by_its_name(shipped: Path, region: str) -> None:
    told = found(shipped, *HAI_DUONG, "--region", region)
    assert len(told["places"]) == 10
    own = next(place for place in told["places"] if place["unit"] == "30")
    assert (own["rank"], own["rank_in_group"]) == (13, 3)


def test_a_peer_group_of_the_settings_is_filtered_by_its_name(shipped: Path) -> None:
    told = found(shipped, *HAI_DUONG, "--peers", "nam tinh co bai bao cao")
    assert {place["unit"] for place in told["places"]} == {"24", "30", "37", "40", "49"}
    assert [place["rank_in_group"] for place in told["places"]] == [1, 2, 3, 4, 5]


def test_sorted_by_name_ranks_stay(shipped: Path) -> None:
    told = found(shipped, *HAI_DUONG, "--sort", "name")
    first = told["places"][0]
    assert (first["name"], first["rank"]) == ("An Giang", 54)


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        (("--region", "tay duong"), "Đồng bằng sông Hồng"),
        (("--peers", "ban be"), "Năm tỉnh có bài báo cáo"),
        (("--end", "1999"), "2022 (dti-2022)\n  2021 (dti-2022)\n  2020 (dti-2020)\n"),
        (("--region", "tay nguyen", "--as-of", "2026-01-01"), "vùng là của 63 tỉnh"),
        (("khong_co_gi",), "khong_co_gi"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(
    shipped: Path, wish: tuple[str, ...], said: str
) -> None:
    run = call("show", "ranking", *HAI_DUONG, *wish, cwd=shipped)
    assert run.code == 2 and run.out == "" and said in run.err


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("46", "--end", "2022", "--as-of", "2026-01-01"),
         "► Huế, khi đó là tỉnh Thừa Thiên Huế: hạng 4/63"),
        (("75", "--as-of", "2026-06-01"), "► Đồng Nai, khi đó là tỉnh Đồng Nai: chưa có số liệu"),
        (("24", "--end", "2022", "--as-of", "2026-01-01"), "► Bắc Ninh: không có trong 63"),
    ],
)  # fmt: skip
def test_a_unit_of_a_new_status_is_found_where_it_stood_before(
    shipped: Path, asked: tuple[str, ...], said: str
) -> None:
    run = call("show", "ranking", "--unit", *asked, cwd=shipped)
    assert said in run.out
    alone = "không có trong" not in said
    marked = [line for line in run.out.splitlines() if "►" in line and "đang xem" not in line]
    assert len(marked) == (2 if alone else 1)


@pytest.mark.parametrize("form", ["ranking", "slope", "map"])
def test_a_province_of_the_63_is_not_taken_for_the_one_of_its_name_today(
    shipped: Path, form: str
) -> None:
    asked = ("dti", "--end", "2022", "--unit", "24")
    now = call("show", form, *asked, "--as-of", "2026-01-01", "--format", "md", cwd=shipped).out
    rows = [line for line in now.splitlines() if line.startswith("|")]
    assert any("Bắc Ninh cũ" in line for line in rows)
    assert not [line for line in rows if "Bắc Ninh" in line and "Bắc Ninh cũ" not in line]
    assert any("Thừa Thiên Huế" in line for line in rows) and "Thừa Thiên Huế cũ" not in now
    then = call("show", form, *asked, "--as-of", "2025-01-01", "--format", "md", cwd=shipped).out
    assert "Bắc Ninh" in then and " cũ" not in then


@pytest.mark.parametrize("form", ["ranking", "map"])
def test_a_compared_unit_is_marked_where_it_alone_stood(
    shipped: Path, tmp_path: Path, form: str
) -> None:
    asked = ("dti", "--end", "2022", "--unit", "01", "--as-of", "2026-01-01")
    root = Path(shutil.copytree(shipped, tmp_path / "own"))
    settings = (root / "config.yaml").read_text(encoding="utf-8")
    changed = re.sub(r"(?m)^compare:.*$", 'compare: ["46", "24"]', settings)
    (root / "config.yaml").write_text(changed, encoding="utf-8")
    said = call("show", form, *asked, "--format", "md", cwd=root).out
    marked = [line for line in said.splitlines() if line.startswith("| • ")]
    assert len(marked) == 1 and "Thừa Thiên Huế" in marked[0]


def test_a_rank_that_is_not_sure_is_marked_and_its_note_told_everywhere(shipped: Path) -> None:
    asked = ("--unit", "33", "--as-of", "2026-01-01")
    said = call("show", "ranking", *asked, cwd=shipped).out
    assert "► Hưng Yên: hạng 32/34*" in said and "33/34*  Quảng Trị" in said
    assert "34/34   Cao Bằng" in said
    assert "thứ tự 32-33 chưa chắc" in said
    drawn = call("show", "map", *asked, cwd=shipped).out
    assert "*32▲" in drawn and "*33▲" in drawn and "* có ghi chú" in drawn
    assert "thứ tự 32-33 chưa chắc" in drawn
    told = {place["name"]: place for place in found(shipped, *asked)["places"]}
    assert "chưa chắc" in told["Quảng Trị"]["note"] and told["Cao Bằng"]["note"] is None
    rows = csv.DictReader(io.StringIO(call("show", "ranking", *asked, "--format", "csv",
                                           cwd=shipped).out))  # fmt: skip
    assert any("chưa chắc" in (row["note"] or "") for row in rows)
    tiles = json.loads(call("show", "map", *asked, "--format", "json", cwd=shipped).out)["tiles"]
    assert sum("chưa chắc" in (tile["note"] or "") for tile in tiles) == 2


def test_before_the_first_result_it_says_when_it_begins(shipped: Path) -> None:
    run = call("show", "ranking", "--unit", "30", "--as-of", "2021-03-01", cwd=shipped)
    assert run.code == 0 and "chưa công bố giá trị hay hạng nào" in run.out
    assert "Số đầu tiên được công bố ngày" in run.out


def test_communes_have_no_figures_yet_and_are_none_the_less_counted(shipped: Path) -> None:
    told = found(shipped, "--kind", "commune", "--as-of", "today")
    assert told["ranking"][0]["universe"] == 3321 and told["places"] == []


@pytest.mark.parametrize("form", ["md", "csv", "text"])
def test_every_place_is_in_every_format(shipped: Path, form: str) -> None:
    said = call("show", "ranking", *HAI_DUONG, "--format", form, cwd=shipped).out
    assert "Bạc Liêu" in said and "Lai Châu" in said


def test_csv_has_a_row_for_each_place(shipped: Path) -> None:
    said = call("show", "ranking", *HAI_DUONG, "--format", "csv", cwd=shipped).out
    rows = list(csv.DictReader(io.StringIO(said)))
    assert sum(row["section"] == "places" for row in rows) == 63


def test_english_is_complete(shipped: Path) -> None:
    said = call("show", "ranking", *HAI_DUONG, "--language", "en", cwd=shipped).out
    assert "► Hai Duong: rank 13/63 · up 1 place since 2021 (14/63)" in said
    assert "Ranks as published" in said and "framework 2022" in said
