"""A unit is found by whatever people call it, read on the day they mean."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.domain.model import UnitKey
from briefing.store.reading import Reader
from tests.store.facts import BAC_GIANG, BAC_NINH_NEW, HOA_LU, MERGED, NINH_BINH, SO_TTTT
from tests.store.small_folder import FOLDER

DAK_LAK = UnitKey("66")
BEFORE = date(2024, 1, 7)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("37", NINH_BINH),
        ("ninh-binh", NINH_BINH),
        ("Ninh Bình", NINH_BINH),
        ("ninh binh", NINH_BINH),
        ("TỈNH NINH BÌNH", NINH_BINH),
        ("  tinh   ninh binh ", NINH_BINH),
        ("Ninh Bình Province", NINH_BINH),
        ("dak lak", DAK_LAK),
        ("Đắk Lắk", DAK_LAK),
        ("hoa lu", HOA_LU),
        ("huyện Hoa Lư", HOA_LU),
        ("nb-stttt", SO_TTTT),
        ("NB-STTTT", SO_TTTT),
        ("sở tt&tt", SO_TTTT),
        ("24@2025-07-01", BAC_NINH_NEW),
    ],
)
def test_it_is_found(reader: Reader, text: str, key: UnitKey) -> None:
    found = reader.find_unit(text)
    assert found is not None and found.key == key


@pytest.mark.parametrize("text", ["", " ", "99", "paris", "24@2025", "24@2020-01-01", "37@", "%"])
def test_it_is_not_found(reader: Reader, text: str) -> None:
    found = reader.find_unit(text)
    assert found is None or (text, found.key) == ("37@", NINH_BINH)


def test_a_code_is_read_on_its_day(reader: Reader) -> None:
    assert reader.find_unit("24", BEFORE) == reader.unit(BAC_GIANG)
    assert reader.find_unit("24", MERGED) == reader.unit(BAC_NINH_NEW)


def test_a_code_that_means_nobody_on_a_day_finds_nobody(reader: Reader) -> None:
    assert reader.find_unit("37", MERGED) is None


def test_a_name_still_finds_the_unit_that_bore_it(reader: Reader) -> None:
    assert reader.find_unit("ninh binh", MERGED) == reader.unit(NINH_BINH)


@pytest.mark.parametrize("day", [None, BEFORE, MERGED])
@pytest.mark.parametrize(
    "text",
    ["Ninh Bình cũ", "tỉnh ninh binh cu", "Former Ninh Binh", "Ninh Bình cũ (đến 30/06/2025)"],
)
def test_the_name_of_a_unit_that_is_no_more_is_found(
    reader: Reader, text: str, day: date | None
) -> None:
    assert reader.find_unit(text, day) == reader.unit(NINH_BINH)


@pytest.mark.parametrize(
    "text", ["Hoa Lư cũ", "cũ", "Ninh Bình cũ (đến 01/01/2020)", "24 cũ", "Ninh Bình cũ nhất"]
)
def test_a_unit_that_still_stands_is_not_the_former_one(reader: Reader, text: str) -> None:
    assert reader.find_unit(text) is None


def test_without_a_day_the_unit_with_figures_is_meant(reader: Reader) -> None:
    assert reader.find_unit("24") == reader.unit(BAC_GIANG)


def test_the_units_with_figures_or_plans_are_in_vietnamese_order(reader: Reader) -> None:
    assert [unit.name for unit in reader.focus_units()] == ["Bắc Giang", "Ninh Bình"]


def test_a_unit_s_children_are_by_kind(reader: Reader) -> None:
    assert [unit.key for unit in reader.children(NINH_BINH)] == [HOA_LU, SO_TTTT]
    assert reader.children(UnitKey("99")) == ()


def test_every_unit_comes_back_as_it_was_written(reader: Reader) -> None:
    assert [reader.unit(unit.key) for unit in FOLDER.units] == list(FOLDER.units)
    assert reader.unit(UnitKey("24", date(2020, 1, 1))) is None


def test_the_latest_day_is_that_of_the_figures(reader: Reader) -> None:
    assert reader.latest_day([NINH_BINH]) == date(2024, 1, 1)
    assert reader.latest_day([BAC_GIANG]) == date(2023, 9, 1)
    assert reader.latest_day([BAC_GIANG, NINH_BINH, DAK_LAK]) == date(2024, 1, 1)
    assert reader.latest_day([DAK_LAK, UnitKey("99")]) is None
