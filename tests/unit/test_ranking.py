"""Places: of published ranks or of values, never of both; ties, universes, who has none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.domain.model import Better, Measure, Unit, UnitKey, UnitKind
from briefing.domain.namesakes import NONE, namesakes
from briefing.domain.ranked import (
    Group,
    Order,
    listed,
    peers_of,
    places_within,
    region_of,
    regions,
    values_within,
)
from briefing.domain.ranking import Place, Ranking, competition_ranks
from briefing.domain.value import replaced
from tests.unit.facts import indicator, unit
from tests.unit.ranked_facts import (
    DTI_RANK,
    LAST_DAY,
    MERGER,
    ranked,
    ranking,
    ranks_of_2022,
    the_34,
    the_63,
)


def test_an_ended_unit_is_told_from_the_one_that_bears_its_name() -> None:
    of_24, of_46 = UnitKey("24", MERGER), UnitKey("46", MERGER)
    old = (
        unit("24", name="Bắc Giang", valid_to=LAST_DAY, successors=(of_24,)),
        unit("27", name="Bắc Ninh", valid_to=LAST_DAY, successors=(of_24,)),
        unit("46", name="Huế", valid_to=LAST_DAY, successors=(of_46,)),
        unit("01", name="Hà Nội"),
    )
    new = (
        unit("24", key=of_24, name="Bắc Ninh"),
        unit("46", key=of_46, name="Huế"),
        unit("01", name="Hà Nội"),
    )
    found = namesakes(old, new, MERGER)
    assert found.former == {UnitKey("27")}, "Huế alone stood in its own place"
    assert found.alone == {of_46: UnitKey("46")}
    assert namesakes(old, old, LAST_DAY) == NONE
    told = ranked(ranking(units=old), "01", namesakes=found)
    assert told.marked((of_46, of_24)) == (UnitKey("46"), of_24)


def keys(values: Mapping[str, float]) -> dict[UnitKey, float]:
    return {UnitKey(code): value for code, value in values.items()}


def place(found: Ranking, code: str) -> Place:
    known = next(one.key for one in found.edition.units if one.code == code)
    at = found.place_of(known)
    assert at is not None
    return at


def names(places: Iterable[Place]) -> list[str]:
    return [one.unit.name for one in places]


def test_two_fifteens_and_no_sixteen() -> None:
    found = ranking(ranks_of_2022())
    ranks = [one.rank for one in found.places]
    assert (ranks.count(15), ranks.count(16), ranks.count(17)) == (2, 0, 1)
    assert {one.unit.name for one in found.places if one.tied} == {"Thanh Hóa", "Yên Bái"}


@pytest.mark.parametrize(
    ("better", "ranks"),
    [
        (Better.HIGHER, {"a": 1, "b": 2, "c": 2, "d": 4}),
        (Better.NEITHER, {"a": 1, "b": 2, "c": 2, "d": 4}),
        (Better.LOWER, {"d": 1, "b": 2, "c": 2, "a": 4}),
    ],
)
def test_equals_share_the_better_place_and_the_next_are_skipped(
    better: Better, ranks: dict[str, int]
) -> None:
    values = keys({"a": 9, "b": 5, "c": 5, "d": 1})
    assert competition_ranks(values, better) == keys(ranks)


@given(
    st.dictionaries(st.integers(0, 99).map(str), st.integers(-9, 9).map(float)),
    st.sampled_from(list(Better)),
)
def test_a_rank_is_one_more_than_how_many_are_better(
    values: dict[str, float], better: Better
) -> None:
    found = competition_ranks(keys(values), better)
    sign = -1 if better is Better.LOWER else 1
    for code, value in values.items():
        above = sum(1 for other in values.values() if sign * other > sign * value)
        assert found[UnitKey(code)] == above + 1


def test_published_ranks_stand_although_few_values_are_published() -> None:
    found = ranking(ranks_of_2022(), {"48": 0.8002, "92": 0.6924})
    assert found.published and not found.is_whole
    assert (place(found, "30").rank, found.out_of) == (13, 63)
    assert place(found, "30").figure is None
    assert place(found, "48").source == "v48"
    assert place(found, "30").source == "r30"


def test_five_values_of_sixty_three_give_places_among_five() -> None:
    values = {"48": 0.9, "79": 0.9, "22": 0.9, "46": 0.9, "92": 0.8}
    found = ranking({"74": 16}, values)
    assert not found.published
    assert [one.rank for one in found.places] == [1, 1, 1, 1, 5]
    assert (found.out_of, found.universe) == (5, 63)


def test_a_lone_published_rank_stands_aside_from_the_values() -> None:
    found = ranking({"74": 16}, {"48": 0.9, "92": 0.8})
    assert [(one.unit.name, one.rank, one.figure) for one in found.asides] == [
        ("Bình Dương", 16, None)
    ]
    assert "Bình Dương" not in [one.name for one in found.missing]


def test_a_lone_value_stands_aside_from_the_published_ranks() -> None:
    found = ranking({"48": 1, "79": 2}, {"92": 0.7})
    (aside,) = found.asides
    assert (aside.unit.name, aside.rank, aside.source) == ("Cần Thơ", None, "v92")


def test_the_missing_have_no_place_and_enter_no_mean() -> None:
    found = ranking(values={"48": 0.8, "79": 0.6, "22": 0.1})
    assert len(found.missing) == 60
    assert found.mean == pytest.approx(0.5) and found.median == 0.6
    assert found.place_of(UnitKey("01")) is None
    assert found.behind(UnitKey("01")) is None


@given(st.lists(st.integers(0, 9), max_size=63))
def test_a_unit_is_found_where_it_stands_among_the_places(worths: list[int]) -> None:
    codes = [one.code for one in the_63()]
    found = ranking(values=dict(zip(codes, worths, strict=False)))
    for one in found.edition.units:
        standing = next((each for each in found.places if each.unit.key == one.key), None)
        assert found.place_of(one.key) == standing
    assert found.place_of(UnitKey("no such code")) is None


def test_ranks_have_neither_mean_nor_median() -> None:
    found = ranking(values={"48": 1, "79": 2}, indicator=DTI_RANK, rank=None)
    assert (found.mean, found.median, found.counted_values) == (None, None, 0)
    assert found.published and found.universe == 63
    assert place(found, "79").figure is None


def test_a_rank_of_2024_is_out_of_thirty_four() -> None:
    of_34 = indicator("dti_2024_hang", Measure.RANK, Better.LOWER, universe=34)
    found = ranking({"01": 1, "31": 3}, units=the_34(), rank=of_34, of=2024)
    assert (found.universe, found.out_of) == (34, 34)


def test_communes_are_not_out_of_sixty_three() -> None:
    communes = [
        unit(str(number), name=f"Xã {number}", kind=UnitKind.COMMUNE) for number in range(80)
    ]
    found = ranking(values={"3": 0.5, "4": 0.7}, units=communes)
    assert found.universe == 80


def test_nothing_known_gives_no_places() -> None:
    found = ranking()
    assert (tuple(found.places), found.asides, found.published, found.mean) == ((), (), False, None)
    assert len(found.missing) == 63


def test_equals_stand_in_the_order_of_their_names() -> None:
    found = ranking(values={"01": 0.5, "48": 0.5, "24": 0.5})
    own = [one for one in the_63() if one.code in ("01", "48", "24")]
    assert names(found.places) == [one.name for one in own]


def test_sorting_moves_lines_not_ranks() -> None:
    found = ranking(ranks_of_2022(), {"48": 0.8002, "92": 0.6924, "84": 0.6077})
    by_name = listed(found, Order.NAME)
    assert names(by_name) == [one.name for one in found.edition.units]
    by_value = listed(found, Order.VALUE)
    assert names(by_value)[:3] == ["Đà Nẵng", "Cần Thơ", "Trà Vinh"]
    assert {one.unit.key: one.rank for one in by_value} == {
        one.unit.key: one.rank for one in found.places
    }


def test_sorted_by_value_the_lowest_comes_first_where_lower_is_better() -> None:
    days = indicator("days", Measure.COUNT, Better.LOWER)
    found = ranking(values={"48": 9, "92": 3}, indicator=days, rank=None)
    assert names(listed(found, Order.VALUE)) == ["Cần Thơ", "Đà Nẵng"]


def test_a_region_keeps_the_ranks_of_all_and_counts_its_own() -> None:
    found = ranking(ranks_of_2022())
    delta = region_of("Đồng bằng sông Hồng", found.edition.units)
    places = listed(found, Order.RANK, delta)
    within = places_within(places)
    assert (len(places), len(delta.members)) == (10, 10)
    assert (places[0].unit.name, places[0].rank, within[places[0].unit.key]) == ("Bắc Ninh", 7, 1)
    assert within[UnitKey("30")] == 3


def test_ties_stay_ties_within_a_group() -> None:
    found = ranking(ranks_of_2022())
    group = peers_of("x", ("38", "15", "93"), found.edition.units)
    assert sorted(places_within(listed(found, Order.RANK, group)).values()) == [1, 1, 3]


def test_every_province_of_the_63_has_a_region() -> None:
    shown = [one.region for one in regions(the_63())]
    assert len(shown) == len(set(shown)) == 8
    assert sum(len(region_of(name, the_63()).members) for name in shown) == 63


def test_the_34_have_no_regions() -> None:
    assert regions(the_34()) == ()


def test_regions_that_do_not_divide_all_units_are_none() -> None:
    """New provinces made of parts of one region bear its name, those of two bear none."""
    some = [replaced(one, region="Bắc Bộ") if one.code < "30" else one for one in the_34()]
    assert regions(some) == ()


@pytest.mark.parametrize("named", ["24", "bac giang", "Bắc Giang", "BẮC GIANG "])
def test_a_peer_is_named_by_code_or_name(named: str) -> None:
    (key,) = peers_of("x", [named], the_63()).members
    assert key == UnitKey("24")


def test_a_code_in_a_peer_group_is_read_by_the_period() -> None:
    def who(units: tuple[Unit, ...]) -> list[str]:
        group = peers_of("x", ("24",), units)
        return [one.name for one in units if one.key in group.members]

    assert (who(the_63()), who(the_34())) == (["Bắc Giang"], ["Bắc Ninh"])


def test_a_group_has_its_own_values() -> None:
    found = ranking(values={"48": 0.8, "79": 0.6, "22": 0.1})
    group = Group(name="x", members=frozenset({UnitKey("48"), UnitKey("22"), UnitKey("01")}))
    assert sorted(values_within(found, group)) == [0.1, 0.8]
