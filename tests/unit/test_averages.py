"""Means and medians as they are said: rounded half away from zero, one wherever they stand."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.domain import averages
from briefing.domain.model import Measure
from briefing.domain.ranking import rank
from briefing.domain.yardsticks import Yardstick, held_against
from tests.unit.compared_facts import INDEX, edition, province
from tests.unit.facts import indicator

RATE = indicator("ty_le", Measure.PERCENT)
PROVINCES = [province(f"{code:02}") for code in range(1, 30)]
WRITTEN = st.lists(st.integers(0, 10_000), min_size=2, max_size=len(PROVINCES))
"""Index values in ten thousandths, as they are printed."""


@pytest.mark.parametrize(
    ("values", "said"),
    [
        pytest.param((0.7027, 0.7028), 0.7028, id="a half goes up"),
        pytest.param((-0.7027, -0.7028), -0.7028, id="and away from zero"),
        pytest.param((0.1, 0.2, 0.2), 0.1667, id="anything else to the nearer"),
        pytest.param((0.5, 0.5), 0.5, id="what needs no rounding stays"),
    ],
)
def test_a_mean_is_rounded_half_away_from_zero(values: tuple[float, ...], said: float) -> None:
    assert averages.mean(values, INDEX) == said


def test_a_mean_of_rates_has_two_decimals() -> None:
    assert averages.mean((62.5, 62.51), RATE) == 62.51
    assert averages.median((1.0, 62.5, 62.51, 99.0), RATE) == 62.51


@given(WRITTEN)
def test_a_mean_is_the_exact_one_of_the_written_numbers(written: list[int]) -> None:
    exact = Fraction(sum(written), len(written) * 10_000)
    nearest = Decimal(exact.numerator) / Decimal(exact.denominator)
    said = nearest.quantize(Decimal("0.0001"), ROUND_HALF_UP)
    assert averages.mean([one / 10_000 for one in written], INDEX) == float(said)


@given(WRITTEN)
def test_the_comparison_and_the_ranking_have_one_mean(written: list[int]) -> None:
    values = {unit.code: one / 10_000 for unit, one in zip(PROVINCES, written, strict=False)}
    found = edition(values, PROVINCES)
    beside = held_against(Yardstick.MEAN, found, PROVINCES[0])
    assert rank(found).mean == beside.value
