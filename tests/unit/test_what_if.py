"""Raising indexes: total, points, rank; and the smallest even raise that reaches a rank."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.domain.assumed_indexes import Change, NotComputableError
from briefing.domain.even_raise import EvenRaise, Reach, even_raise
from briefing.domain.model import UnitKey
from briefing.domain.published_totals import PublishedTotals, published_totals
from briefing.domain.totals import SCALE, Between
from briefing.domain.what_if import WhatIf, what_if
from tests.unit.index_facts import (
    FRAMEWORK,
    POINTS,
    PUBLISHED,
    RANKS,
    TOTALS,
    edition,
    shares,
    totals_for,
)


def raised(code: str, **values: float) -> WhatIf:
    """What new values of main indexes would do to a province."""
    changes = {id_: Change(one) for id_, one in values.items()}
    return what_if(FRAMEWORK, shares(code), changes, totals_for(code))


def reaching(code: str, rank: int, *only: str, **values: float) -> EvenRaise:
    """The smallest even raise of a province to a rank."""
    changes = {id_: Change(one) for id_, one in values.items()}
    return even_raise(FRAMEWORK, shares(code), rank, totals_for(code), changes=changes, only=only)


def test_the_published_totals_come_out_of_the_main_indexes_to_four_decimals() -> None:
    for code in PUBLISHED:
        found = raised(code)
        assert found.rolled_up is not None
        # Ho Chi Minh City's add up to 0.716355 and were published as 0.7163: each index is rounded.
        assert abs(found.rolled_up - TOTALS[code]) < 0.0001
        assert not found.contradicts


def test_without_a_change_a_province_keeps_total_and_rank() -> None:
    for code in (*PUBLISHED, "84", "30"):
        found = raised(code)
        assert found.gain == Between(0.0, 0.0)
        assert found.before == found.after
        assert found.rank_before == found.rank_after
        assert found.rank_after[:2] == (RANKS[code], RANKS[code])


def test_a_tenth_more_of_institutions_takes_can_tho_to_third() -> None:
    found = raised("92", the_che_so=0.9)
    assert found.before == Between(0.6924, 0.6924)
    assert found.after == Between(0.7024, 0.7024)  # as much as Quang Ninh, which is third
    assert found.rank_after == (3, 3, 63)
    (row,) = (row for row in found.rows if row.changed)
    assert row.points == pytest.approx(10)


def test_a_raise_adds_to_what_is_published_and_stops_at_one() -> None:
    found = what_if(
        FRAMEWORK,
        shares("92"),
        {"nhan_thuc_so": Change(0.2, relative=True), "the_che_so": Change(0.05, relative=True)},
        totals_for("92"),
    )
    first, second = found.rows[:2]
    assert (first.after, first.capped) == (1.0, True)
    assert (second.after, second.capped) == (0.85, False)


def test_a_smart_city_gives_no_points_and_cannot_be_raised() -> None:
    with pytest.raises(KeyError):
        raised("92", do_thi_thong_minh=1.0)


def test_a_framework_without_all_points_allows_no_total() -> None:
    for broken in (replace(FRAMEWORK, complete=False), replace(FRAMEWORK, total=900.0)):
        with pytest.raises(NotComputableError):
            what_if(broken, shares("92"), {}, totals_for("92"))


def test_a_province_without_index_values_has_an_interval_of_totals() -> None:
    found = raised("30")
    assert found.without_values
    assert not found.published
    assert found.before == Between(0.6078, 0.6923)  # ranked between Can Tho and Tra Vinh
    assert len(found.missing) == 8


def test_all_eight_assumed_values_give_a_total_and_no_gain() -> None:
    found = raised("30", **dict(zip(POINTS, PUBLISHED["92"], strict=True)))
    assert found.without_values and not found.missing
    assert all(row.assumed for row in found.rows)
    assert found.after == Between(0.6924, 0.6924)
    assert found.gain is None
    assert found.rank_after == (5, 5, 63)


def test_some_assumed_values_leave_the_total_open() -> None:
    found = raised("99", the_che_so=0.9)
    assert found.after == Between(0.09, 0.99)
    assert len(found.missing) == 7
    assert found.rank_after[:2] == (1, 63)


def test_a_raise_from_an_unknown_value_moves_a_known_total() -> None:
    found = what_if(
        FRAMEWORK, {}, {"hd_chinh_quyen_so": Change(0.1, relative=True)}, totals_for("84")
    )
    assert found.after == Between(0.6277, 0.6277)
    assert found.gain == Between(0.02, 0.02)
    assert found.rank_after == (6, 25, 63)


def test_a_raise_never_costs_places_where_only_the_rank_is_known() -> None:
    found = what_if(FRAMEWORK, {}, {"the_che_so": Change(0.1, relative=True)}, totals_for("30"))
    assert found.after == Between(0.6178, 0.7023)
    assert found.rank_after == (4, 13, 63)


def test_indexes_that_do_not_add_up_to_the_published_total_are_told_and_it_stays() -> None:
    odd = published_totals(edition(TOTALS | {"92": 0.6950}, RANKS), UnitKey("92"))
    found = what_if(FRAMEWORK, shares("92"), {"the_che_so": Change(0.9)}, odd)
    assert found.contradicts
    assert found.before == Between(0.6950, 0.6950)
    assert found.after == Between(0.7050, 0.7050)


def test_the_smallest_even_raise_to_third_is_nearly_a_hundredth() -> None:
    found = reaching("92", 3)
    assert found.reach is Reach.REACHES
    assert found.mark is not None and found.mark.total == 0.7024
    assert found.by == 0.01
    assert found.outcome.after == Between(0.7024, 0.7024)
    assert found.outcome.rank_after.worst == 3


def test_no_smaller_even_raise_is_enough() -> None:
    for code in PUBLISHED:
        for rank in range(1, RANKS[code]):
            found = reaching(code, rank)
            assert found.by is not None and found.mark is not None
            less = {id_: Change(found.by - 0.0001, relative=True) for id_ in POINTS}
            short = what_if(FRAMEWORK, shares(code), less, totals_for(code))
            assert short.after.high < found.mark.total <= found.outcome.after.low
            assert found.outcome.rank_after.worst <= rank


def test_an_even_raise_stops_at_one_and_the_others_go_on() -> None:
    found = reaching("22", 1)
    assert found.by is not None
    assert found.by > TOTALS["48"] - TOTALS["22"]  # awareness is near 1, so the others pay
    assert found.outcome.rows[0].after == 1.0


def test_a_rank_that_is_had_needs_no_raise() -> None:
    for rank in (5, 6, 63):
        found = reaching("92", rank)
        assert (found.reach, found.by) == (Reach.ALREADY, 0.0)
        assert found.outcome.after == Between(0.6924, 0.6924)


def test_one_index_alone_may_not_be_enough() -> None:
    found = reaching("92", 1, "nhan_thuc_so")
    assert (found.reach, found.by) == (Reach.OUT_OF_REACH, None)
    assert found.highest == 0.7024  # 0.6924 and ten points
    assert reaching("92", 3, "nhan_thuc_so").by == 0.0995  # 0.70235 is published as 0.7024


def test_changes_come_before_the_even_raise() -> None:
    assert reaching("92", 3, the_che_so=0.9).reach is Reach.ALREADY
    half = reaching("92", 3, the_che_so=0.85)
    assert half.by == 0.005


def test_a_rank_between_distant_marks_is_reached_for_sure_later_than_perhaps() -> None:
    found = even_raise(
        FRAMEWORK,
        shares("92"),
        10,
        totals_for("92"),
        changes={"hd_chinh_quyen_so": Change(0.3)},
    )
    assert found.reach is Reach.REACHES
    assert found.by is not None and found.possible_by is not None
    assert found.possible_by < found.by
    assert not found.is_exact


def test_without_values_only_the_total_to_reach_is_known() -> None:
    found = reaching("30", 3)
    assert (found.reach, found.by) == (Reach.NO_VALUES, None)
    assert found.mark is not None and found.mark.total == 0.7024


def test_assumed_values_allow_an_even_raise() -> None:
    found = reaching("30", 3, **dict(zip(POINTS, PUBLISHED["92"], strict=True)))
    assert (found.reach, found.by) == (Reach.REACHES, 0.01)


def test_a_rank_without_any_published_total_cannot_be_known() -> None:
    bare = published_totals(edition({}, RANKS), UnitKey("92"))
    found = even_raise(FRAMEWORK, shares("92"), 3, bare)
    assert (found.reach, found.mark, found.by) == (Reach.NO_TOTALS, None, None)


def test_a_rank_outside_the_universe_is_no_rank() -> None:
    for rank in (0, 64, -1):
        with pytest.raises(ValueError):
            reaching("92", rank)


index = st.integers(0, SCALE).map(lambda one: one / SCALE)
given_shares = st.fixed_dictionaries(dict.fromkeys(POINTS, index))
few = settings(max_examples=60, deadline=None)


def field(own_rank: int | None) -> PublishedTotals:
    """The published field, seen from a province whose own total is not published."""
    ranks = RANKS if own_rank is None else RANKS | {"77": own_rank}
    return published_totals(edition(TOTALS, ranks), UnitKey("77"))


@few
@given(given_shares, st.dictionaries(st.sampled_from(list(POINTS)), index, min_size=1))
def test_a_raise_never_lowers_the_total_or_the_rank(
    base: dict[str, float], by: dict[str, float]
) -> None:
    totals = field(None)
    before = what_if(FRAMEWORK, base, {}, totals)
    changes = {id_: Change(one, relative=True) for id_, one in by.items()}
    after = what_if(FRAMEWORK, base, changes, totals)
    assert after.after.low >= before.after.low
    assert after.rank_after.best <= before.rank_after.best
    assert after.rank_after.worst <= before.rank_after.worst


@few
@given(given_shares, st.integers(1, 63))
def test_the_even_raise_reaches_its_rank(base: dict[str, float], rank: int) -> None:
    found = even_raise(FRAMEWORK, base, rank, field(None))
    if found.by is not None:
        assert found.outcome.rank_after.worst <= rank
        assert found.possible_by is not None and found.possible_by <= found.by
    else:
        assert found.reach is Reach.NO_TOTALS  # all at 1 are above every published total


@few
@given(
    st.dictionaries(st.sampled_from(list(POINTS)), index),
    st.dictionaries(st.sampled_from(list(POINTS)), index),
    st.sampled_from([None, 13, 14, 26, 40]),
)
def test_what_is_not_known_never_narrows_an_answer(
    known: dict[str, float], by: dict[str, float], own_rank: int | None
) -> None:
    """Best is never behind worst, and low never above high, whatever is missing."""
    changes = {id_: Change(one, relative=id_ in known) for id_, one in by.items()}
    found = what_if(FRAMEWORK, known, changes, field(own_rank))
    assert 0 <= found.after.low <= found.after.high <= 1
    assert 1 <= found.rank_after.best <= found.rank_after.worst <= 63


@few
@given(
    st.dictionaries(st.sampled_from([*TOTALS, "77"]), index),
    st.dictionaries(st.sampled_from([*RANKS, "77"]), st.integers(1, 63)),
    st.dictionaries(st.sampled_from(list(POINTS)), index),
    st.dictionaries(st.sampled_from(list(POINTS)), st.floats(-1, 1)),
    st.integers(1, 63),
)
def test_results_that_contradict_each_other_still_give_a_range(
    said: dict[str, float],
    ranks: dict[str, int],
    known: dict[str, float],
    by: dict[str, float],
    wanted: int,
) -> None:
    totals = published_totals(edition(said, ranks), UnitKey("77"))
    changes = {id_: Change(one, relative=True) for id_, one in by.items()}
    found = even_raise(FRAMEWORK, known, wanted, totals, changes=changes)
    for rank in (found.outcome.rank_before, found.outcome.rank_after):
        assert 1 <= rank.best <= rank.worst <= 63
    assert 0 <= found.outcome.after.low <= found.outcome.after.high <= 1
