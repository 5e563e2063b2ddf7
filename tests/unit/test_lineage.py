"""Which unit a code means on a day, who took over from whom, and how two units are related."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.domain.lineage import (
    Lineage,
    Relation,
    generations_of,
    relation,
    successors_of,
    valid_on,
)
from briefing.domain.model import Unit, UnitKey
from tests.unit.facts import day, unit

MERGER = date(2025, 7, 1)
NEW = UnitKey("24", MERGER)
BAC_GIANG = unit("24", name="Bắc Giang", valid_to=date(2025, 6, 30), successors=(NEW,))
OLD_BAC_NINH = unit("27", name="Bắc Ninh", valid_to=date(2025, 6, 30), successors=(NEW,))
BAC_NINH = unit("24", key=NEW, name="Bắc Ninh")
UNITS = (BAC_GIANG, OLD_BAC_NINH, BAC_NINH)


@pytest.mark.parametrize(
    ("code", "on", "found"),
    [
        pytest.param("24", "30/06/2025", BAC_GIANG, id="the last day"),
        pytest.param("24", "01/07/2025", BAC_NINH, id="the first day"),
        pytest.param("27", "01/07/2025", None, id="a code that ended"),
        pytest.param("99", "01/07/2025", None, id="a code nobody has"),
    ],
)
def test_a_code_needs_a_day(code: str, on: str, found: Unit | None) -> None:
    assert valid_on(UNITS, code, day(on)) == found


def test_of_two_valid_at_once_the_later_one_is_meant() -> None:
    overlapping = unit("24", name="Bắc Giang")
    for units in ((BAC_NINH, overlapping), (overlapping, BAC_NINH)):
        assert valid_on(units, "24", day("01/08/2025")) == BAC_NINH


def test_both_old_provinces_lead_to_the_new_one() -> None:
    for old in (BAC_GIANG, OLD_BAC_NINH):
        assert successors_of(UNITS, old.key, day("01/08/2025")) == (BAC_NINH,)
        assert successors_of(UNITS, old.key, day("01/08/2024")) == (old,)


def test_a_merger_of_a_merger_is_followed_and_a_split_gives_every_heir() -> None:
    last = unit("90", key=UnitKey("90", date(2030, 1, 1)))
    middle = unit("24", key=NEW, valid_to=date(2029, 12, 31), successors=(last.key,))
    other = unit("91", key=UnitKey("91", MERGER))
    split = unit("24", valid_to=date(2025, 6, 30), successors=(NEW, other.key))
    found = successors_of((split, middle, other, last), split.key, day("01/01/2030"))
    assert set(found) == {other, last}
    assert len(found) == 2


def test_heirs_in_a_circle_or_missing_end_the_search() -> None:
    a, b = UnitKey("a"), UnitKey("b")
    circle = (
        unit("a", valid_to=date(2000, 1, 1), successors=(b,)),
        unit("b", valid_to=date(2000, 1, 1), successors=(a, UnitKey("c"))),
    )
    assert successors_of(circle, a, day("01/01/2024")) == ()


HUE = UnitKey("46", date(2025, 1, 1))
THUA_THIEN_HUE = unit("46", name="Thừa Thiên Huế", valid_to=date(2024, 12, 31), successors=(HUE,))
DONG_NAI_1 = UnitKey("75", MERGER)
DONG_NAI_2 = UnitKey("75", date(2026, 4, 30))
BINH_PHUOC = unit("70", valid_to=date(2025, 6, 30), successors=(DONG_NAI_1,))
DONG_NAI = unit("75", valid_to=date(2025, 6, 30), successors=(DONG_NAI_1,))
NEW_DONG_NAI = unit(
    "75", key=DONG_NAI_1, valid_to=date(2026, 4, 29), successors=(DONG_NAI_2,), name="mới"
)
CITY = unit("75", key=DONG_NAI_2, name="thành phố")


def test_a_merger_has_one_generation_of_predecessors() -> None:
    before = {NEW: (BAC_GIANG, OLD_BAC_NINH)}
    assert generations_of(before, NEW) == ((BAC_GIANG, OLD_BAC_NINH),)


def test_a_renaming_after_a_merger_has_two() -> None:
    before = {DONG_NAI_2: (NEW_DONG_NAI,), DONG_NAI_1: (BINH_PHUOC, DONG_NAI)}
    assert generations_of(before, DONG_NAI_2) == ((NEW_DONG_NAI,), (BINH_PHUOC, DONG_NAI))


def test_each_generation_covers_the_whole() -> None:
    last = UnitKey("90", date(2030, 1, 1))
    before = {last: (BAC_NINH, CITY), NEW: (BAC_GIANG, OLD_BAC_NINH)}
    older = generations_of(before, last)[1]
    assert older == (BAC_GIANG, OLD_BAC_NINH, CITY)


def test_predecessors_in_a_circle_end_the_search() -> None:
    a, b = unit("a"), unit("b")
    assert generations_of({a.key: (b,), b.key: (a,)}, a.key) == ((b,),)
    assert generations_of({}, a.key) == ()


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        pytest.param(BAC_NINH, BAC_NINH, Relation.SAME, id="itself"),
        pytest.param(BAC_GIANG, BAC_NINH, Relation.PREDECESSOR, id="the same code before"),
        pytest.param(BAC_NINH, OLD_BAC_NINH, Relation.SUCCESSOR, id="the same name after"),
        pytest.param(BAC_GIANG, OLD_BAC_NINH, Relation.MERGED, id="two that became one"),
        pytest.param(BAC_GIANG, CITY, Relation.APART, id="old here, new there"),
        pytest.param(CITY, BAC_GIANG, Relation.APART, id="new here, old there"),
        pytest.param(BAC_GIANG, DONG_NAI, Relation.NONE, id="two of the old map"),
        pytest.param(BAC_NINH, CITY, Relation.NONE, id="two of the new map"),
        pytest.param(BINH_PHUOC, CITY, Relation.PREDECESSOR, id="by way of another"),
    ],
)
def test_how_two_units_stand_to_each_other(one: Unit, other: Unit, found: Relation) -> None:
    assert relation(one, other, units=(NEW_DONG_NAI,)) is found


def test_only_units_of_two_maps_mix_times() -> None:
    mixed = {one for one in Relation if one.mixes_times}
    assert mixed == {Relation.PREDECESSOR, Relation.SUCCESSOR, Relation.APART}


def test_a_unit_that_ended_says_from_which_day() -> None:
    told = Lineage(unit=BAC_GIANG, as_of=day("01/07/2025"), heirs=(BAC_NINH,))
    assert (told.ended, told.is_still_to_come) == (MERGER, False)
    assert Lineage(unit=BAC_GIANG, as_of=day("30/06/2025")).ended is None


def test_a_unit_is_still_to_come_until_its_first_day() -> None:
    assert Lineage(unit=BAC_NINH, as_of=day("30/06/2025")).is_still_to_come
    assert not Lineage(unit=BAC_NINH, as_of=day("01/07/2025")).is_still_to_come
