"""Between which ranks a total comes when only some totals are published."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefing.domain.editions import Figure
from briefing.domain.model import Better, Qualifier, UnitKey
from briefing.domain.published_totals import PublishedTotals, published_totals
from briefing.domain.ranking import competition_ranks
from briefing.domain.totals import SCALE, Between
from tests.unit.index_facts import RANKS, TOTALS, edition, totals_for


def span(totals: PublishedTotals, total: float) -> tuple[int, int]:
    """The best and the worst rank of a total."""
    found = totals.rank_of(total)
    return (found.best, found.worst)


def test_a_published_total_keeps_its_published_rank() -> None:
    for code in ("48", "79", "22", "46", "92", "84"):
        own = RANKS[code]
        assert span(totals_for(code), TOTALS[code]) == (own, own)


def test_a_total_between_two_known_neighbours_has_one_rank() -> None:
    # Can Tho (5) above Thua Thien Hue (0.6975, rank 4) and below Quang Ninh (0.7024, rank 3).
    assert span(totals_for("92"), 0.7000) == (4, 4)


def test_a_total_equal_to_a_published_one_shares_its_rank() -> None:
    assert span(totals_for("92"), 0.7024) == (3, 3)


def test_a_total_between_distant_marks_has_an_interval_of_ranks() -> None:
    # Hai Duong (13) with 0.65: five are above for sure, 24 less itself are at most.
    assert span(totals_for("30"), 0.65) == (6, 24)


def test_a_unit_leaves_its_own_place_when_it_falls() -> None:
    # Da Nang below Ho Chi Minh City and above Quang Ninh becomes second, not third.
    assert span(totals_for("48"), 0.71) == (2, 2)


def test_below_every_published_total_any_later_rank_is_possible() -> None:
    # Tra Vinh (25) and the 24 above it, but for Can Tho itself, stay above.
    assert span(totals_for("92"), 0.5) == (25, 63)


def test_nobody_is_above_a_whole_one() -> None:
    assert span(totals_for("30"), 1.0) == (1, 1)


def test_a_total_must_lie_between_those_ranked_around_it() -> None:
    assert totals_for("30").own_between() == Between(0.6078, 0.6923)


def test_a_unit_that_shares_a_rank_shares_its_total() -> None:
    totals = published_totals(edition({"38": 0.65}, {"38": 15, "15": 15}), UnitKey("15"))
    assert totals.own_between() == Between(0.65, 0.65)


def test_nothing_is_known_of_a_unit_without_rank_and_total() -> None:
    totals = published_totals(edition({"92": 0.6924}, RANKS), UnitKey("99"))
    assert totals.own_between() == Between(0.0, 1.0)
    # It may itself be one of the four above Can Tho.
    assert span(totals, 0.6924) == (4, 5)


def test_a_total_said_to_be_above_a_value_proves_no_rank() -> None:
    said = edition({"22": 0.7024}, {"22": 3})
    said = replace(said, values={UnitKey("22"): Figure(0.7024, "o", Qualifier.AT_LEAST)})
    totals = published_totals(said, UnitKey("30"))
    assert span(totals, 0.71) == (1, 63)


def test_ranks_are_of_the_units_known_where_no_universe_is_printed() -> None:
    totals = published_totals(edition({"a": 0.5, "b": 0.4}, {}, universe=None), UnitKey("b"))
    assert totals.rank_of(0.6).universe == 2
    assert span(totals, 0.6) == (1, 1)
    assert span(totals, 0.3) == (2, 2)


def test_the_total_that_proves_a_rank_is_the_lowest_one() -> None:
    mark = totals_for("92").sure_of(3)
    assert mark is not None and mark.total == 0.7024
    mark = totals_for("30").sure_of(10)
    assert mark is not None and mark.total == 0.6924


def test_a_rank_is_ruled_out_up_to_the_next_published_total() -> None:
    # From 0.6078 on Hai Duong may be tenth; with Tra Vinh's 0.6077 it is 24th (25th less itself).
    assert totals_for("30").possible_from(10) == 0.6078
    assert totals_for("92").possible_from(3) == 0.7024


def test_the_nearest_totals_of_others_are_named() -> None:
    above, below = totals_for("92").around(0.7)
    assert above is not None and above.unit.code == "22"
    assert below is not None and below.unit.code == "46"
    assert totals_for("48").around(0.9)[0] is None


worlds = st.lists(st.integers(0, 60), min_size=2, max_size=12)


@given(worlds, st.data())
def test_the_true_rank_is_never_outside_the_interval(
    values: list[int], data: st.DataObject
) -> None:
    """Whatever is hidden: the rank among all true totals lies between best and worst."""
    truth = {f"{number:02}": one / 60 for number, one in enumerate(values)}
    truth = {code: round(one * SCALE) / SCALE for code, one in truth.items()}
    worths = {UnitKey(code): one for code, one in truth.items()}
    ranks = {key.code: rank for key, rank in competition_ranks(worths, Better.HIGHER).items()}
    codes = sorted(truth)
    own = data.draw(st.sampled_from(codes))
    said = data.draw(st.sets(st.sampled_from(codes)))
    ranked = data.draw(st.sets(st.sampled_from(codes)))
    published = edition(
        {code: truth[code] for code in said},
        {code: ranks[code] for code in ranked},
        universe=len(codes),
    )
    totals = published_totals(published, UnitKey(own))
    others = [one for code, one in truth.items() if code != own]
    new = data.draw(st.integers(0, SCALE)) / SCALE
    found = totals.rank_of(new)
    assert found.best <= 1 + sum(one > new for one in others) <= found.worst
    between = totals.own_between()
    assert between.low <= truth[own] <= between.high


@given(worlds, st.data())
def test_a_higher_total_never_has_a_worse_rank(values: list[int], data: st.DataObject) -> None:
    truth = {f"{number:02}": round(one / 60, 4) for number, one in enumerate(values)}
    worths = {UnitKey(code): one for code, one in truth.items()}
    ranks = {key.code: rank for key, rank in competition_ranks(worths, Better.HIGHER).items()}
    said = data.draw(st.sets(st.sampled_from(sorted(truth))))
    own = data.draw(st.sampled_from(sorted(truth)))
    hidden = edition({code: truth[code] for code in said}, ranks, universe=len(truth))
    totals = published_totals(hidden, UnitKey(own))
    low, high = sorted(data.draw(st.tuples(st.integers(0, SCALE), st.integers(0, SCALE))))
    lower, higher = totals.rank_of(low / SCALE), totals.rank_of(high / SCALE)
    assert higher.best <= lower.best
    assert higher.worst <= lower.worst
