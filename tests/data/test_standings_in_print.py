"""Every row of the printed tables of indexes is in the folder, with its framework and its note."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from briefing.domain.spelling import fold
from tests.data import folder
from tests.data.folder import Row
from tests.data.test_tables_in_print import printed

FIGURES = {
    (row["unit"].partition("@")[0], row["indicator"], row["end"][:4]): row
    for row in folder.observations()
    if not row["kind"]
}
"""Values by code, indicator and year; two sources of one fact agree, as a test says."""

PARTS = [
    "nhan_thuc_so",
    "the_che_so",
    "ha_tang_so",
    "nhan_luc_so",
    "attt_mang",
    "hd_chinh_quyen_so",
    "hd_kinh_te_so",
    "hd_xa_hoi_so",
]
PILLARS = ("cqs", "kts", "xhs")
TOTALS = {"2020": "dti_2020", "2021": "dti", "2022": "dti", "2023": "dti", "2024": "dti_2024"}


def stands(code: str, indicator: str, year: str, value: str) -> bool:
    """Whether the folder has this value; whether it has none where none is printed."""
    found = FIGURES.get((code, indicator, year))
    if not value:
        return found is None
    return found is not None and float(found["value"]) == float(value)


def indicator_of(year: str, metric: str) -> str:
    """The indicator of a metric in the framework of a year."""
    if metric == "DTI":
        return TOTALS[year]
    pillar = metric.removeprefix("pillar_").lower()
    if metric.startswith("pillar_"):
        return f"dti_2020_{pillar}" if year == "2020" else f"dti_tru_cot_{pillar}"
    return f"dti_{metric}"


DTI_2022 = printed("dti_2022")


@pytest.mark.parametrize("row", DTI_2022, ids=lambda row: row["code"])
def test_a_province_has_its_indexes_of_2022_and_a_blank_stays_blank(row: Row) -> None:
    code = row["code"]
    assert stands(code, "dti_hang", "2022", row["rank"])
    assert stands(code, "dti", "2022", row["value"])
    for part in PARTS:
        assert stands(code, f"dti_{part}", "2022", row[part]), part
    for pillar in PILLARS:
        assert stands(code, f"dti_tru_cot_{pillar}", "2022", row[f"value_pillar_{pillar}"])
        assert stands(code, f"dti_tru_cot_{pillar}_hang", "2022", row[f"rank_pillar_{pillar}"])


def called(name: str) -> str:
    """A province's name without "TP.", diacritics and dashes: it is spelt in several ways."""
    return fold(name.removeprefix("TP. ").replace(" - ", " ").replace("-", " "))


def test_a_code_in_the_tables_is_that_of_the_province_they_name() -> None:
    names = {row["code"]: {called(row["name"])} for row in printed("provinces_63")}
    merged = {row["code"]: called(row["name"]) for row in printed("provinces_34")}
    names["46"].add("hue")
    for row in DTI_2022:
        assert called(row["name"]) in names[row["code"]], row
    for row in OVER_YEARS:
        known = names[row["code"]] | (
            {merged.get(row["code"], "")} if row["year"] == "2024" else set()
        )
        assert called(row["name"]) in known, row


def test_two_fifteens_and_no_sixteen() -> None:
    ranks = sorted(int(row["rank"]) for row in DTI_2022)
    assert len(ranks) == 63
    assert ranks.count(15) == 2 and 16 not in ranks


OVER_YEARS = printed("dti_over_years")


@pytest.mark.parametrize(
    "row", OVER_YEARS, ids=lambda row: f"{row['year']}-{row['code']}-{row['metric']}"
)
def test_a_value_and_a_rank_of_a_year_stand_under_that_year_s_framework(row: Row) -> None:
    indicator = indicator_of(row["year"], row["metric"])
    code, year = row["code"], row["year"]
    assert stands(code, f"{indicator}_hang", year, row["rank"])
    if row["value"]:
        assert stands(code, indicator, year, row["value"])


def test_nothing_but_what_is_printed_is_in_the_files_of_the_index() -> None:
    """As many figures as the tables have cells; facts of another file are told apart."""
    cells = sum(bool(value) for row in DTI_2022 for name, value in row.items() if name not in NAMED)
    cells += sum(bool(row["value"]) + bool(row["rank"]) for row in OVER_YEARS)
    twice = {("74", "DTI"), ("30", "DTI")}
    cells -= sum(
        row["year"] == "2022" and (row["code"], row["metric"]) in twice for row in OVER_YEARS
    )
    figures = [row for row in folder.rows("observations/dti_20*.csv") if row["unit"] != "vn"]
    assert len(figures) == cells


NAMED = ("code", "name")

MEANS = {
    ("2020", "provincial mean"): "dti_2020_trung_binh",
    ("2021", "provincial mean"): "dti_trung_binh",
    ("2023", "provincial mean"): "dti_trung_binh",
    ("2024", "provincial mean"): "dti_2024_trung_binh",
    ("2024", "provincial mean pillar CQS"): "dti_2024_trung_binh_cqs",
    ("2024", "provincial mean pillar KTS"): "dti_2024_trung_binh_kts",
    ("2024", "provincial mean pillar XHS"): "dti_2024_trung_binh_xhs",
    ("2023", "national DTI"): "dti_quoc_gia",
    ("2024", "national DTI"): "dti_quoc_gia_2024",
    ("2020", "ministries with public services mean"): "dti_bo_2020_trung_binh",
    ("2021", "ministries with public services mean"): "dti_bo_trung_binh",
    ("2023", "ministries with public services mean"): "dti_bo_trung_binh",
}


@pytest.mark.parametrize("row", printed("dti_means"), ids=lambda row: row["year"] + row["scope"])
def test_a_published_mean_is_the_country_s_and_says_what_it_rose_by(row: Row) -> None:
    indicator = MEANS[row["year"], row["scope"]]
    value, _, risen = row["value"].partition(" ")
    assert stands("vn", indicator, row["year"], value)
    note = FIGURES["vn", indicator, row["year"]]["note_en"]
    assert all(percent in note for percent in re.findall(r"[\d.]+%", risen))


def test_the_mean_of_2022_is_not_known() -> None:
    assert ("vn", "dti_trung_binh", "2022") not in FIGURES


REGIONS = {
    "ĐBSH region mean": ("dbsh",),
    "Đông Nam Bộ mean": ("dnb",),
    "TDMN phía Bắc mean": ("tdmnpb",),
    "BTB & DHMT mean": ("btb_dhmt",),
    "ĐBSCL and Tây Nguyên mean": ("dbscl", "tay_nguyen"),
}
CODES = {row["name"]: row["code"] for row in printed("provinces_63")}


@pytest.mark.parametrize("row", printed("par_index"), ids=lambda row: row["year"] + row["unit"])
def test_a_fact_of_the_par_index_stands_with_its_province_or_the_country(row: Row) -> None:
    name, _, component = row["unit"].partition(":")
    value = row["value"].removeprefix(">")
    if name in REGIONS:
        for region in REGIONS[name]:
            assert stands("vn", f"par_index_tb_{region}", row["year"], value)
        return
    indicator = "par_cqdt" if component else "par_index"
    assert stands(CODES[name], f"{indicator}_hang", row["year"], row["rank"])
    if value:
        assert stands(CODES[name], indicator, row["year"], value)
        said = "at_least" if row["value"].startswith(">") else ""
        assert FIGURES[CODES[name], indicator, row["year"]]["qualifier"] == said


def frameworks() -> dict[str, dict[str, Any]]:
    """The framework files by id."""
    paths = sorted((folder.DATA / "catalogue" / "frameworks").glob("*.yaml"))
    read = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths]
    return {each["framework"]["id"]: each for each in read}


@pytest.mark.parametrize(
    ("version", "name"), [("2020 (1726)", "dti-2020"), ("2022 (922)", "dti-2022")]
)
def test_a_framework_has_every_printed_index_with_its_points_in_order(
    version: str, name: str
) -> None:
    rows = [row for row in printed("dti_structure") if row["version"] == version]
    parts = frameworks()[name]["parts"]
    assert [part["code"] for part in parts] == [row["code"] for row in rows]
    assert [part["max_points"] for part in parts] == [int(row["points"]) for row in rows]
    for part, row in zip(parts, rows, strict=True):
        assert part["name"] == row["name"].partition(" (")[0]
        counted = re.match(r"\d+", row["count"])
        assert part.get("components") == (int(counted[0]) if counted else None)
    assert sum(part["max_points"] for part in parts) == frameworks()[name]["framework"]["total"]


def test_the_framework_of_2025_is_told_to_be_incomplete() -> None:
    found = frameworks()["dti-2025"]
    assert found["framework"]["complete"] is False
    assert [part["id"] for part in found["parts"]] == PARTS
    assert not any("max_points" in part for part in found["parts"])


def test_what_is_printed_of_2025_at_each_level_is_told() -> None:
    rows = {row["count"]: row for row in printed("dti_structure") if "2025" in row["version"]}
    said = (folder.DATA / "catalogue" / "frameworks" / "dti-2025.yaml").read_text(encoding="utf-8")
    assert rows["cấp tỉnh"]["name"] in said.partition("framework:")[0]
    assert rows["cấp bộ"]["name"] in said.partition("framework:")[0]
    assert rows["cấp tỉnh"]["name"] in frameworks()["dti-2025"]["framework"]["note"]
    national = frameworks()["dti-2025-quoc-gia"]["parts"]
    counted = ", ".join(
        f"{short} {part['components']}/{part['max_points']}"
        for short, part in zip(("CPS", "KTS", "XHS"), national, strict=True)
    )
    assert rows["cấp quốc gia"]["name"] == f"12 chỉ số: {counted}"
    assert sum(part["components"] for part in national) == 12
    for level in ("cấp tỉnh", "cấp quốc gia"):
        name = "dti-2025" if level == "cấp tỉnh" else "dti-2025-quoc-gia"
        assert frameworks()[name]["framework"]["total"] == int(rows[level]["points"])


def test_a_merged_province_says_that_its_result_of_2024_is_a_plain_mean() -> None:
    rows = [row for row in folder.rows("observations/dti_2024.csv") if row["unit"] != "vn"]
    merged = [row for row in rows if row["unit"].endswith("@2025-07-01")]
    assert len(merged) == 9
    assert all("trung bình cộng" in row["note"] for row in merged)
    assert not any("trung bình cộng" in row["note"] for row in rows if row not in merged)


def test_an_uncertain_order_a_contradiction_and_what_is_derived_say_so() -> None:
    by_id = {row["id"]: row for row in folder.observations()}
    for name in ("dti24_33_hang", "dti24_44_hang"):
        assert "chưa chắc" in by_id[name]["note"]
    assert "không khớp" in by_id["dti21_30_hang"]["note"]
    derived = {name for name, row in by_id.items() if row["note"].startswith("Suy ra")}
    ranks = {"dti20_38_hang", "dti21_84_hang", "dti21_51_hang", "dti21_74_hang"}
    assert derived == {"dti21_84", *ranks}
    assert not any(by_id[name]["printed"] for name in derived)


DAYS = {
    "dti_2020": "2021-10-19",
    "dti_2021": "2022-08-08",
    "dti_2022": "2023-07-12",
    "dti_2023": "2025-02-06",
    "dti_2024": "2025-10-21",
}


@pytest.mark.parametrize("name", DAYS)
def test_no_result_is_known_before_it_was_announced(name: str) -> None:
    assert min(row["published_on"] for row in folder.rows(f"observations/{name}.csv")) == DAYS[name]


def test_what_others_assess_is_marked_and_belongs_to_one_framework() -> None:
    external = {entry["id"] for entry in folder.entries("indicators") if entry.get("external")}
    standings = (
        *folder.rows("observations/dti_20*.csv"),
        *folder.rows("observations/par_index.csv"),
    )
    assert {row["indicator"] for row in standings} <= external
    owned: dict[str, str] = {}
    for name, each in frameworks().items():
        head, parts = each["framework"], each["parts"]
        own = {head["indicator"], *head.get("pillars", ())} | (
            {head["rank"]} if "rank" in head else set()
        )
        own |= {part[key] for part in parts for key in ("indicator", "rank") if key in part}
        assert not own & owned.keys()
        owned |= dict.fromkeys(own, name)
    assert owned["dti"] == "dti-2022" and owned["dti_2024_hang"] == "dti-2025"
    universes = {entry["id"]: entry.get("universe") for entry in folder.entries("indicators")}
    assert (universes["dti_hang"], universes["dti_2024_hang"]) == (63, 34)


def test_a_value_of_another_framework_points_at_the_index_it_resembles() -> None:
    found = {entry["id"]: entry.get("variant_of") for entry in folder.entries("indicators")}
    assert found["dti_2020"] == found["dti_2024"] == "dti"
    assert found["dti_2020_hang"] == found["dti_2024_hang"] == "dti_hang"
