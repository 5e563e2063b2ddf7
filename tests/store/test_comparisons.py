"""Comparisons from the database: the right editions, published means, siblings below a province."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing.domain import comparison
from briefing.domain.comparison import Row
from briefing.domain.frameworks import Framework
from briefing.domain.model import Measure, Observation, Unit, UnitKey, UnitKind
from briefing.domain.yardsticks import Lacking, Yardstick
from briefing.language import Language, translator
from briefing.pages.compared_cells import column_titles
from briefing.store.comparisons import Sides
from briefing.store.reading import Reader
from tests.store.facts import Folder, figure, indicator, province, sync
from tests.store.small_folder import FOLDER

ON = date(2024, 6, 30)
INDEX = indicator("dti", measure=Measure.INDEX, decimals=4, external=True)
OLDER = indicator("dti_2020", measure=Measure.INDEX, decimals=4, external=True, variant_of="dti")
MEAN = indicator("dti_trung_binh", measure=Measure.INDEX, decimals=4, external=True)
RATE = indicator("ho_so_truc_tuyen")
NATION = province("vn", "Việt Nam", kind=UnitKind.COUNTRY)
PROVINCES = tuple(
    province(code, name, region=region)
    for code, name, region in (
        ("30", "Hải Dương", "Đông"),
        ("37", "Ninh Bình", "Đông"),
        ("24", "Bắc Giang", "Bắc"),
        ("66", "Đắk Lắk", "Nam"),
    )
)
COMMUNES = tuple(
    province(code, name, kind=UnitKind.COMMUNE, parent=UnitKey(parent))
    for code, name, parent in (
        ("11001", "Xã Một", "30"),
        ("11002", "Xã Hai", "30"),
        ("11003", "Xã Ba", "37"),
    )
)
FRAMEWORKS = tuple(
    Framework(
        id=name, name=name, name_en=name, short=name, short_en=name, kind=UnitKind.PROVINCE,
        total=1000, complete=True, indicator=of, first_year=year,
    )
    for name, of, year in (("dti-2020", "dti_2020", 2020), ("dti-2022", "dti", 2021))
)  # fmt: skip


def year(code: str, value: float, of: int, name: str = "dti", **facts: Any) -> Observation:
    told = {"unit": UnitKey(code), "indicator": name, "published_on": date(of + 1, 7, 12)}
    return figure(f"{code}_{name}_{of}_{value}", value, date(of, 12, 31), **told | facts)


FIGURES = (
    year("30", 0.35, 2020, "dti_2020"),
    year("30", 0.50, 2021),
    year("37", 0.40, 2021),
    year("24", 0.60, 2021),
    year("24", 0.70, 2022),
    year("vn", 0.45, 2021, "dti_trung_binh"),
    year("30", 80.0, 2022, "ho_so_truc_tuyen"),
    year("24", 60.0, 2022, "ho_so_truc_tuyen", start=date(2022, 7, 1)),
    year("37", 70.0, 2022, "ho_so_truc_tuyen"),
    year("11001", 10.0, 2022, "ho_so_truc_tuyen"),
    year("11002", 20.0, 2022, "ho_so_truc_tuyen"),
    year("11003", 90.0, 2022, "ho_so_truc_tuyen"),
)


@pytest.fixture
def assessed(path: Path) -> Iterator[Reader]:
    """A small nation whose provinces were assessed in some years."""
    folder = Folder(
        units=(NATION, *PROVINCES, *COMMUNES),
        indicators=(INDEX, OLDER, MEAN, RATE),
        observations=FIGURES,
        frameworks=FRAMEWORKS,
        pillars=FOLDER.pillars,
        sources=FOLDER.sources,
    )
    sync(path, folder)
    with Reader(path) as reader:
        yield reader


def rows(reader: Reader, codes: str, on: date = ON, **sides: Any) -> dict[str, Row]:
    keys = [UnitKey(code) for code in codes.split()]
    found = reader.comparison(keys, on, on, Sides(**sides))
    return {row.indicator.id: row for row in found.rows}


def values(row: Row) -> list[float | None]:
    return [None if c.observation is None else c.observation.value for c in row.cells]


def test_an_index_is_read_in_the_period_that_most_have(assessed: Reader) -> None:
    assert values(rows(assessed, "30 37 24")["dti"]) == [0.50, 0.40, 0.60]


def test_what_was_not_known_yet_does_not_count(assessed: Reader) -> None:
    row = rows(assessed, "30 37 24", date(2022, 7, 11))["dti_2020"]
    assert values(row) == [0.35, None, None]


@pytest.mark.parametrize("codes", ["30 37 24", "24 30", "37 66", "30 24 37 66"])
@pytest.mark.parametrize("chosen", [(), ("dti",), ("dti_2020", "ho_so_truc_tuyen")])
@pytest.mark.parametrize("on", [date(2021, 12, 31), date(2022, 12, 31), ON])
def test_a_comparison_by_seeks_is_the_comparison_of_all_figures(
    assessed: Reader, codes: str, chosen: tuple[str, ...], on: date
) -> None:
    units = [unit for code in codes.split() if (unit := assessed.unit(UnitKey(code)))]
    everything = comparison.compare(
        units,
        assessed.indicators(),
        FIGURES,
        as_of=on,
        known_on=on,
        pillars=assessed.pillars(),
        frameworks=assessed.standings.frameworks(),
        chosen=chosen,
    )
    found = assessed.comparison([unit.key for unit in units], on, on, Sides(chosen=chosen))
    assert found.rows == everything.rows


def against(reader: Reader, codes: str, yardstick: Yardstick, name: str, on: date = ON) -> Any:
    return rows(reader, codes, on, yardsticks=(yardstick,))[name].against[0]


def test_the_mean_that_a_source_printed_for_the_period_is_taken(assessed: Reader) -> None:
    found = against(assessed, "30 37", Yardstick.MEAN, "dti")
    assert (found.value, found.published is not None) == (0.45, True)


def test_a_mean_printed_for_another_period_is_not(assessed: Reader) -> None:
    found = against(assessed, "24", Yardstick.MEAN, "dti")
    assert (found.value, found.lacking) == (None, Lacking.ALONE)


def test_the_mean_of_a_region_is_of_its_units_of_that_period(assessed: Reader) -> None:
    found = against(assessed, "30", Yardstick.REGION, "dti")
    assert (found.value, found.entered, found.of) == (0.45, 2, 2)


def test_the_region_is_the_first_unit_s_in_every_row(assessed: Reader) -> None:
    found = against(assessed, "66 30", Yardstick.REGION, "dti")
    assert (found.region_of.code, found.value, found.lacking) == ("66", None, Lacking.ALONE)
    told = against(assessed, "30 24", Yardstick.REGION, "ho_so_truc_tuyen")
    assert (told.region_of.code, told.value, told.of) == ("30", 75.0, 2)


def test_a_period_that_began_later_is_another_edition(assessed: Reader) -> None:
    found = against(assessed, "30 24", Yardstick.BEST, "ho_so_truc_tuyen")
    assert [unit.code for unit in found.who] == ["30"]
    assert (found.value, found.entered) == (80.0, 2)


def test_below_a_province_the_siblings_are_the_measure(assessed: Reader) -> None:
    found = against(assessed, "11001", Yardstick.MEAN, "ho_so_truc_tuyen")
    assert (found.value, found.entered, found.of) == (15.0, 2, 2)


def test_an_indicator_that_is_gone_is_passed_over(assessed: Reader) -> None:
    found = assessed.comparison([UnitKey("30")], ON, ON, Sides(chosen=("khong_con", "dti")))
    assert found.chosen == ("dti",)


def test_a_history_is_read_of_what_is_chosen(assessed: Reader) -> None:
    found = assessed.comparison([UnitKey("30"), UnitKey("24")], ON, ON, Sides(chosen=("dti",)))
    (history,) = found.multiples
    assert [slot.indicator.id for slot in history.slots] == ["dti_2020", "dti", "dti"]
    assert [slot.apart for slot in history.slots] == [False, True, False]


def test_an_unknown_unit_is_an_error(assessed: Reader) -> None:
    with pytest.raises(KeyError):
        assessed.comparison([UnitKey("99")], ON, ON)


def test_units_are_those_asked_for(assessed: Reader) -> None:
    found: list[Unit] = list(assessed.comparison([UnitKey("24"), UnitKey("30")], ON, ON).units)
    assert [unit.code for unit in found] == ["24", "30"]


def test_the_title_of_a_mean_is_of_those_that_it_is_of(assessed: Reader) -> None:
    def titles(codes: str) -> list[str]:
        keys = [UnitKey(code) for code in codes.split()]
        sides = Sides(yardsticks=(Yardstick.MEAN,), chosen=("ho_so_truc_tuyen", "dti"))
        return column_titles(assessed.comparison(keys, ON, ON, sides), translator(Language.VI))

    assert titles("37 30")[-1] == "TB cả nước"
    assert titles("66 11001")[-1] == "TB cùng cấp", "no province of them has a figure"
    assert titles("11001 30")[-1] == "Trung bình", "of communes in a row, of provinces in another"
