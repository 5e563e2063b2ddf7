"""Who moved where between two editions, and on which lines labels stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.domain.model import Better, Measure
from briefing.domain.slope import Basis, Move, Slope, lines_of, slope
from tests.unit.facts import indicator, unit
from tests.unit.ranked_facts import ranking, the_63

OLD = {"48": 1, "30": 14, "37": 6, "51": 60, "24": 10}
NEW = {"48": 1, "30": 13, "37": 21, "51": 26, "15": 15, "38": 15}


def codes(found: Slope) -> list[str]:
    return [move.unit.code for move in found.moves]


def ranks() -> Slope:
    found = slope(ranking(OLD, of=2021), ranking(NEW))
    assert found is not None
    return found


def test_hai_duong_went_from_14_to_13_and_gained_a_place() -> None:
    move = next(move for move in ranks().moves if move.unit.code == "30")
    assert (move.before, move.after, move.gain) == (14, 13, 1)


def test_ninh_binh_lost_fifteen_places() -> None:
    move = next(move for move in ranks().moves if move.unit.code == "37")
    assert move.gain == -15


def test_only_units_known_at_both_ends_are_drawn_the_best_of_the_later_first() -> None:
    found = ranks()
    assert found.basis is Basis.RANK
    assert codes(found) == ["48", "30", "37", "51"]
    assert [one.code for one in found.only_before] == ["24"]
    assert [one.code for one in found.only_after] == ["15", "38"]


def test_values_are_taken_where_ranks_are_not_published_at_both_ends() -> None:
    before = ranking({}, {"48": 0.64, "84": 0.43}, of=2021)
    after = ranking({"48": 1, "84": 25}, {"48": 0.80, "84": 0.61})
    found = slope(before, after)
    assert found is not None
    assert found.basis is Basis.VALUE
    assert codes(found) == ["48", "84"]
    assert round(found.moves[1].gain, 4) == 0.18


def test_values_are_taken_when_asked_for() -> None:
    before = ranking({"48": 1, "84": 26}, {"48": 0.64, "84": 0.43}, of=2021)
    after = ranking({"48": 1, "84": 25}, {"48": 0.80, "84": 0.61})
    by_rank, by_value = slope(before, after), slope(before, after, by_value=True)
    assert by_rank is not None and by_value is not None
    assert (by_rank.basis, by_value.basis) == (Basis.RANK, Basis.VALUE)


def test_asked_for_values_that_are_not_there_ranks_are_drawn() -> None:
    found = slope(ranking(OLD, of=2021), ranking(NEW), by_value=True)
    assert found is not None and found.basis is Basis.RANK


def test_places_worked_out_from_different_units_are_not_joined() -> None:
    before = ranking({}, {"48": 0.64, "46": 0.59}, of=2021)
    after = ranking({}, {"22": 0.70, "92": 0.69})
    assert slope(before, after) is None


def test_published_ranks_and_places_among_some_values_are_not_joined() -> None:
    assert slope(ranking(OLD, of=2021), ranking({}, {"30": 0.6, "37": 0.5})) is None


def test_of_a_measure_that_should_fall_a_fall_is_a_gain() -> None:
    late = indicator("ho_so_qua_han", Measure.PERCENT, Better.LOWER)
    before = ranking({}, {"30": 9.0, "37": 4.0}, of=2021, indicator=late, rank=None)
    after = ranking({}, {"30": 3.0, "37": 5.0}, indicator=late, rank=None)
    found = slope(before, after)
    assert found is not None and not found.falling
    assert [(move.unit.code, move.gain) for move in found.moves] == [("30", 6.0), ("37", -1.0)]


def test_a_group_alone_keeps_its_ranks_among_all() -> None:
    keys = {one.key for one in the_63() if one.code in ("30", "37")}
    found = slope(ranking(OLD, of=2021), ranking(NEW), members=keys)
    assert found is not None
    assert [(move.unit.code, move.after) for move in found.moves] == [("30", 13), ("37", 21)]


def drawn(moves: list[tuple[int, int]]) -> Slope:
    made = [
        Move(unit(str(number)), before, after, before - after)
        for number, (before, after) in enumerate(moves)
    ]
    made.sort(key=lambda move: move.after)
    return Slope(basis=Basis.RANK, moves=tuple(made), only_before=(), only_after=(), falling=False)


def test_labels_that_would_collide_stand_on_lines_of_their_own() -> None:
    ends = lines_of(drawn([(1, 3), (2, 3), (3, 3)]), 10)
    assert len({end.before for end in ends}) == len({end.after for end in ends}) == 3


def test_with_room_the_distances_are_those_of_the_numbers() -> None:
    ends = lines_of(drawn([(1, 1), (5, 5), (11, 11)]), 11)
    assert [end.before for end in ends] == [0, 4, 10]


MOVES = st.lists(st.tuples(st.integers(1, 63), st.integers(1, 63)), min_size=1, max_size=40)


@pytest.mark.parametrize("height", [2, 10, 40])
def test_one_place_is_never_more_than_one_line_high(height: int) -> None:
    assert [tuple(end) for end in lines_of(drawn([(1, 2)]), height)] == [(0, 1)]


@given(MOVES, st.integers(0, 70))
def test_no_chart_is_steeper_than_its_places_and_labels_ask_for(
    moves: list[tuple[int, int]], height: int
) -> None:
    found = drawn(moves)
    numbers = [number for move in moves for number in move]
    places, ends = max(numbers) - min(numbers), lines_of(found, height)
    packed = max(max(end) for end in lines_of(found, 0))
    assert max(max(end) for end in ends) <= places + packed + len(moves)


def test_a_small_change_of_value_stays_small_beside_what_is_known_of_all() -> None:
    before = ranking({}, {"48": 0.80, "84": 0.43}, of=2021)
    after = ranking({}, {"48": 0.81, "01": 0.20})
    found = slope(before, after)
    assert found is not None and codes(found) == ["48"]
    (end,) = lines_of(found, 20)
    assert end.before - end.after == 1


def test_the_change_of_the_only_unit_known_does_not_fill_the_chart() -> None:
    found = slope(ranking({}, {"31": 88.0}, of=2021), ranking({}, {"31": 90.0}))
    assert found is not None
    assert [tuple(end) for end in lines_of(found, 20)] == [(1, 0)]


def test_one_unit_stands_on_one_line_and_nobody_on_none() -> None:
    assert [tuple(end) for end in lines_of(drawn([(7, 7)]), 10)] == [(0, 0)]
    assert lines_of(drawn([]), 10) == []


@given(MOVES, st.integers(0, 70))
def test_who_stays_is_level_who_gains_goes_up_who_loses_goes_down(
    moves: list[tuple[int, int]], height: int
) -> None:
    found = drawn(moves)
    for move, end in zip(found.moves, lines_of(found, height), strict=True):
        up = end.before - end.after
        assert (up > 0) - (up < 0) == (move.gain > 0) - (move.gain < 0)


@given(MOVES, st.integers(0, 70))
def test_no_two_labels_of_one_end_share_a_line_and_the_better_stands_above(
    moves: list[tuple[int, int]], height: int
) -> None:
    found = drawn(moves)
    ends = lines_of(found, height)
    for number in ("before", "after"):
        standing = sorted(
            (getattr(end, number), getattr(move, number))
            for move, end in zip(found.moves, ends, strict=True)
        )
        assert len({line for line, _ in standing}) == len(standing)
        assert [rank for _, rank in standing] == sorted(rank for _, rank in standing)


@given(MOVES)
def test_a_low_screen_gets_the_lowest_picture_that_keeps_labels_apart(
    moves: list[tuple[int, int]],
) -> None:
    found = drawn(moves)
    low, high = lines_of(found, 0), lines_of(found, 200)
    assert max(max(end) for end in low) <= max(max(end) for end in high) <= 199
