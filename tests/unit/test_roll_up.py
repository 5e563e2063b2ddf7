"""A total out of published shares: 0.1 × five foundations + 0.2 + 0.15 + 0.15 of the activities."""

from __future__ import annotations

import pytest

from briefing.domain.frameworks import roll_up
from tests.unit.index_facts import FRAMEWORK, POINTS, PUBLISHED, TOTALS, shares
from tests.unit.own_set import own_set

ROUNDED = 0.00005
"""What rounding to four decimals may take from a number, or add to it."""


@pytest.mark.parametrize("code", PUBLISHED)
def test_the_published_total_comes_out_to_four_decimals(code: str) -> None:
    """As far as eight indexes can tell that are rounded themselves: their weights add up to 1."""
    found = roll_up(FRAMEWORK, shares(code))
    assert found.share is not None
    assert abs(found.share - TOTALS[code]) <= ROUNDED + ROUNDED
    assert found.is_whole


def test_four_of_five_totals_agree_in_every_digit_and_one_is_off_by_the_last() -> None:
    """Ho Chi Minh City's eight indexes come to 0.716355; 0.7163 is published."""
    told = {code: f"{roll_up(FRAMEWORK, shares(code)).share:.4f}" for code in PUBLISHED}
    differing = {code: share for code, share in told.items() if share != f"{TOTALS[code]:.4f}"}
    assert differing == {"79": "0.7164"}
    assert roll_up(FRAMEWORK, shares("79")).share == pytest.approx(0.716355)


def test_a_missing_index_is_left_out_of_points_and_maximum() -> None:
    without = {name: share for name, share in shares("48").items() if name != "hd_kinh_te_so"}
    found = roll_up(FRAMEWORK, without)
    assert found.missing == ("hd_kinh_te_so",)
    assert (found.covered, found.total) == (850, 1000)
    assert found.points == pytest.approx(800.2 - 0.7836 * 150, abs=0.1)
    assert not found.is_whole


def test_nothing_known_is_no_zero() -> None:
    found = roll_up(FRAMEWORK, {})
    assert (found.share, found.points, found.covered) == (None, 0, 0)
    assert found.missing == tuple(POINTS)


def test_a_zero_is_a_zero() -> None:
    assert roll_up(FRAMEWORK, dict.fromkeys(POINTS, 0.0)).share == 0


def test_a_main_index_is_worked_out_of_its_components() -> None:
    found = roll_up(own_set(), {"4-1": 0.5, "4-22-10": 1, "4-22-11": 0, "5": 0.25})
    assert (found.points, found.covered, found.missing) == (10 + 25 + 0 + 10, 100, ())


def test_a_missing_component_is_left_out_at_its_own_level() -> None:
    found = roll_up(own_set(), {"4-22-10": 0.8, "5": 0.25})
    assert (found.points, found.covered) == (30, 65)
    assert found.missing == ("4-1", "4-22-11")


def test_a_main_index_s_own_share_stands_before_its_components() -> None:
    found = roll_up(own_set(), {"5": 0.5, "5-1": 1, "5-2": 1})
    assert (found.points, found.covered, found.missing) == (20, 40, ("4",))
