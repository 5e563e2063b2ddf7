"""Provinces, districts and holidays as they were on a day."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from tests.data import folder
from tests.data.test_tables_in_print import printed

PROVINCES = folder.rows("units/provinces.csv")
COMMUNES = folder.rows("units/communes.csv")


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2022, 4, 25), 63),
        (date(2025, 6, 30), 63),
        (date(2025, 7, 1), 34),
        (date(2026, 4, 30), 34),
    ],
)
def test_there_are_63_provinces_before_the_merger_and_34_after(day: date, count: int) -> None:
    assert len(folder.units_on("provinces", "", day)) == count


@pytest.mark.parametrize(
    ("province", "day", "count"),
    [
        ("37", date(2024, 1, 7), 8),
        ("24", date(2023, 3, 31), 10),
        ("30", date(2023, 9, 3), 12),
        ("40", date(2022, 9, 15), 21),
        ("49", date(2022, 4, 25), 18),
        ("37", date(2025, 3, 1), 7),
        ("24", date(2025, 3, 1), 10),
        ("40", date(2025, 3, 1), 20),
        ("49", date(2025, 3, 1), 17),
        ("49", date(2025, 7, 1), 0),
    ],
)
def test_a_province_has_the_districts_of_the_day(province: str, day: date, count: int) -> None:
    assert len(folder.units_on("districts", province, day)) == count


def test_the_districts_of_the_day_are_those_the_counts_are_out_of() -> None:
    for name in ("qn22_huyen_co_bcd", "bg23_huyen_co_ke_hoach"):
        row = folder.observation(name)
        day = date.fromisoformat(row["end"])
        districts = folder.units_on("districts", row["unit"], day)
        assert len(districts) == float(row["denominator"])


@pytest.mark.parametrize("table", ["provinces", "districts", "communes"])
def test_a_code_and_its_first_day_name_one_unit(table: str) -> None:
    units = folder.rows(f"units/{table}.csv")
    assert len({(row["code"], row["valid_from"]) for row in units}) == len(units)


@pytest.mark.parametrize("table", ["provinces", "districts"])
def test_a_successor_exists_and_begins_when_the_unit_ends(table: str) -> None:
    units = folder.rows(f"units/{table}.csv")
    first_day = {
        row["code"] + (f"@{row['valid_from']}" if row["valid_from"] else ""): row for row in units
    }
    for row in units:
        for key in row["successors"].split():
            begun = first_day[key]["valid_from"]
            assert (
                not begun
                or (date.fromisoformat(begun) - date.fromisoformat(row["valid_to"])).days == 1
            )


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("24", "Bắc Giang", "Bắc Ninh"),
        ("46", "Thừa Thiên Huế", "Huế"),
        ("15", "Yên Bái", "Lào Cai"),
    ],
)
def test_one_code_names_two_units_over_time(code: str, before: str, after: str) -> None:
    named = {
        row["valid_from"]: row["name"]
        for row in folder.rows("units/provinces.csv")
        if row["code"] == code
    }
    assert [named[day] for day in sorted(named)] == [before, after]


@pytest.mark.parametrize("row", printed("provinces_63"), ids=lambda row: row["code"])
def test_a_province_of_the_63_has_its_region_and_its_successor(row: dict[str, str]) -> None:
    (found,) = [
        unit
        for unit in folder.rows("units/provinces.csv")
        if unit["code"] == row["code"] and not unit["valid_from"]
    ]
    assert (found["name"], found["region"]) == (row["name"], row["region"])
    successors = [key.partition("@")[0] for key in found["successors"].split()]
    assert successors == ([row["successor"]] if found["valid_to"] else [])


@pytest.mark.parametrize("row", printed("provinces_34"), ids=lambda row: row["code"])
def test_a_province_of_the_34_has_its_wards_communes_and_special_zones(row: dict[str, str]) -> None:
    """The table counts Lạng Sơn's communes one short of its own total: one is printed "xã"."""
    own = [unit for unit in COMMUNES if unit["parent"] == row["code"]]
    kinds = Counter(unit["full_name"].removesuffix(unit["name"]).strip() for unit in own)
    missed = row["code"] == "20"
    assert kinds == Counter(
        {
            "Phường": int(row["wards"]),
            "Xã": int(row["communes"]) + missed,
            "Đặc khu": int(row["special_zones"]),
        }
    )
    assert len(own) == int(row["total"])


def test_a_province_of_the_34_is_what_its_predecessors_became() -> None:
    merged = {
        key: {unit["code"] for unit in PROVINCES if key in unit["successors"].split()}
        for key in (key for unit in PROVINCES for key in unit["successors"].split())
        if key.endswith("@2025-07-01")
    }
    table = {f"{row['code']}@2025-07-01": row["merged_from"] for row in printed("provinces_34")}
    assert len(table) == 34 and len(merged) == 23
    assert merged == {key: set(table[key].split("+")) for key in merged}
    assert all("+" not in codes for key, codes in table.items() if key not in merged)


def test_every_printed_commune_stands_under_its_province() -> None:
    table = printed("communes")
    assert len(table) == len(COMMUNES) == 3321
    for row, unit in zip(table, COMMUNES, strict=True):
        assert (unit["code"], unit["parent"], unit["kind"]) == (
            row["code"],
            row["province"],
            "commune",
        )
        assert unit["full_name"].casefold() == row["full_name"].casefold()
    assert len({unit["slug"] for unit in COMMUNES}) == 3321


def test_communes_begin_with_the_merger_and_those_of_dong_nai_with_the_city() -> None:
    """The table is of 2026: which wards Đồng Nai had before it became a city it does not tell."""
    begun = {(unit["parent"] == "75", unit["valid_from"]) for unit in COMMUNES}
    assert begun == {(False, "2025-07-01"), (True, "2026-04-30")}


def test_an_organisation_belongs_to_a_known_unit() -> None:
    codes = {row["code"] for row in folder.rows("units/*.csv")}
    for entry in folder.entries("organisations"):
        assert entry["parent"] is None or entry["parent"] in codes, entry["code"]


def test_a_holiday_is_a_weekday_and_stands_once() -> None:
    days = [date.fromisoformat(row["date"]) for row in folder.rows("catalogue/holidays.csv")]
    assert days == sorted(set(days))
    assert all(day.weekday() < 5 for day in days)
    assert {day.year for day in days} == {2022, 2023, 2024, 2025, 2026}


def test_holidays_that_fall_before_the_first_deadlines_are_known() -> None:
    days = {row["date"] for row in folder.rows("catalogue/holidays.csv")}
    assert {"2022-05-02", "2022-05-03", "2022-09-01", "2022-09-02"} <= days
