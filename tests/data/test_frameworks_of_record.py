"""The shipped frameworks against the printed structure, and the totals that come out of them."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from briefing.domain.adding_up import misfits, without_maximum
from briefing.domain.frameworks import Framework, roll_up
from briefing.workspace import Workspace, load_workspace
from tests.data.folder import DATA

PRINTED = Path(__file__).with_name("printed")
ROUNDED = 0.00005


@cache
def shipped() -> Workspace:
    """The shipped folder as the program reads it."""
    return load_workspace(DATA.parent)


def framework(name: str) -> Framework:
    """The shipped framework with that id."""
    return next(each for each in shipped().frameworks if each.id == name)


def values(year: int, code: str, base: Framework) -> dict[str, float]:
    """A province's published values of a framework's parts, by part id."""
    part_of = {part.indicator: part.id for part in base.parts if part.indicator}
    return {
        part_of[each.indicator]: each.value
        for each in shipped().observations
        if each.end.year == year and each.unit.code == code and each.indicator in part_of
    }


def printed(name: str) -> list[dict[str, str]]:
    """The rows of a printed table."""
    with (PRINTED / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


WHOLE = [
    row
    for row in printed("dti_2022")
    if all(row[name] for name in row if name == "value" or name.endswith(("_so", "attt_mang")))
]


def test_five_provinces_have_all_eight_indexes() -> None:
    assert [row["code"] for row in WHOLE] == ["48", "79", "22", "46", "92"]


@pytest.mark.parametrize("row", WHOLE, ids=lambda row: row["name"])
def test_a_published_total_of_2022_comes_out_of_the_shipped_folder(row: dict[str, str]) -> None:
    """To four decimals, as far as indexes tell that are rounded to four themselves."""
    base = framework("dti-2022")
    found = roll_up(base, values(2022, row["code"], base))
    assert found.is_whole
    assert found.share == pytest.approx(float(row["value"]), abs=2 * ROUNDED, rel=0)


def test_the_note_of_2022_says_which_province_does_not_add_up_to_four_decimals() -> None:
    base = framework("dti-2022")
    found = {row["code"]: roll_up(base, values(2022, row["code"], base)).share for row in WHOLE}
    exact = [
        row["code"]
        for row in WHOLE
        if abs((found[row["code"]] or 0) - float(row["value"])) <= ROUNDED
    ]
    assert exact == ["48", "22", "46", "92"]
    assert found["79"] == pytest.approx(0.716355, abs=1e-9)
    for told, four, sums in (
        (base.note, "bốn tỉnh", "0,716355"),
        (base.note_en, "four add up", "0.716355"),
    ):
        assert four in told and sums in told and "7163" in told


@pytest.mark.parametrize(("code", "published"), [("27", 0.4096), ("24", 0.3615)])
def test_a_published_total_of_2020_comes_out_of_three_pillars(code: str, published: float) -> None:
    """The two provinces by which the weights were recovered."""
    base = framework("dti-2020")
    found = roll_up(base, values(2020, code, base))
    assert found.is_whole
    assert found.share == pytest.approx(published, abs=2 * ROUNDED, rel=0)


def test_the_points_are_those_printed() -> None:
    rows = [row for row in printed("dti_structure") if row["version"].startswith("2022")]
    base = framework("dti-2022")
    assert [(part.code, part.max_points) for part in base.parts] == [
        (row["code"], float(row["points"])) for row in rows
    ]
    assert [part.components for part in base.parts] == [
        int(row["count"].split()[0]) for row in rows
    ]
    assert sum(part.components or 0 for part in base.parts) == 98


def test_three_pillars_of_2020_are_400_300_and_300() -> None:
    assert [part.max_points for part in framework("dti-2020").parts] == [400, 300, 300]


def test_what_is_known_of_2025_is_marked_as_incomplete_and_has_no_points() -> None:
    base = framework("dti-2025")
    assert not base.complete
    assert base.total == 1000
    assert [part.max_points for part in base.parts] == [None] * 8
    assert roll_up(base, {}).share is None


@pytest.mark.parametrize("name", ["dti-2020", "dti-2022", "dti-2025"])
def test_the_points_of_a_shipped_framework_add_up(name: str) -> None:
    assert misfits(framework(name)) == ()
    assert without_maximum(framework(name)) == ()


def test_no_indicator_belongs_to_two_frameworks() -> None:
    found = [name for each in shipped().frameworks for name in each.indicators]
    assert len(found) == len(set(found))


def test_a_pillar_s_value_is_shown_and_never_a_part() -> None:
    """Pillars contain the foundations: adding them would count these three times."""
    base = framework("dti-2022")
    assert len(base.pillars) == 3
    assert not {part.indicator for part in base.parts} & {*base.pillars}
