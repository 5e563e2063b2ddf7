"""The quarters of a ranking."""

from __future__ import annotations

import pytest

from briefing.domain.quarters import Quarter, bounds, quarter_of


@pytest.mark.parametrize(
    ("out_of", "last_places"), [(63, [16, 32, 48, 63]), (34, [9, 17, 26, 34]), (4, [1, 2, 3, 4])]
)
def test_quarters_end_where_a_quarter_of_all_is_reached(
    out_of: int, last_places: list[int]
) -> None:
    found = bounds(out_of)
    assert list(found) == list(Quarter)
    assert [last for _, last in found.values()] == last_places


def test_three_places_have_no_fourth_quarter_and_none_has_none() -> None:
    assert list(bounds(3)) == [Quarter.FIRST, Quarter.SECOND, Quarter.THIRD]
    assert bounds(0) == {}


@pytest.mark.parametrize("out_of", [1, 2, 5, 33, 34, 63, 3321])
def test_every_place_lies_in_exactly_one_quarter(out_of: int) -> None:
    covered = [rank for low, high in bounds(out_of).values() for rank in range(low, high + 1)]
    assert covered == list(range(1, out_of + 1))


def test_a_rank_beyond_the_universe_counts_as_last() -> None:
    assert quarter_of(64, 63) is Quarter.LAST
