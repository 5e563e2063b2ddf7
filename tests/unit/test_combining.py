"""What figures of predecessors add up to, and when they do not."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

import pytest

from briefing.domain.combining import Combined, Refusal, combined, firmness, refusal_of
from briefing.domain.model import (
    Indicator,
    Measure,
    Observation,
    ObservationKind,
    Qualifier,
    Unit,
    UnitKey,
)
from tests.unit.facts import day, indicator, observation, unit

NEW = UnitKey("24", date(2025, 7, 1))
BAC_GIANG = unit("24", name="Bắc Giang", valid_to=date(2025, 6, 30), successors=(NEW,))
BAC_NINH = unit("27", name="Bắc Ninh", valid_to=date(2025, 6, 30), successors=(NEW,))
HA_NAM = unit("35", name="Hà Nam", valid_to=date(2025, 6, 30), successors=(NEW,))
BOTH = (BAC_GIANG, BAC_NINH)

COUNT = indicator("to_cnscd", Measure.COUNT, noun="tổ")
RATE = indicator("ho_so", Measure.PERCENT)
MONEY = indicator("gia_tri", Measure.MONEY, noun="tỷ đồng", decimals=1)


def of(who: Unit, value: float, end: str = "31/12/2023", **changes: Any) -> Observation:
    """A figure of one unit."""
    return observation(value, end, unit=who.key, **changes)


def added(
    measured: Indicator, *figures: Observation, units: tuple[Unit, ...] = BOTH
) -> tuple[Combined, ...]:
    """What the figures of ``units`` add up to, newest period first."""
    series = {one.key: [o for o in figures if o.unit == one.key] for one in units}
    return combined(measured, units, series)


def only(found: tuple[Combined, ...]) -> Combined:
    """The single sum."""
    (one,) = found
    return one


def test_counts_of_one_period_add_up() -> None:
    found = only(added(COUNT, of(BAC_GIANG, 2107), of(BAC_NINH, 729)))
    assert (found.value, found.refusal, found.numerator) == (2836, None, None)
    assert (found.start, found.end) == (day("01/01/2023"), day("31/12/2023"))
    assert [one.value for one in found.observations] == [2107, 729]


def test_money_adds_up_without_the_noise_of_binary_fractions() -> None:
    assert only(added(MONEY, of(BAC_GIANG, 0.1), of(BAC_NINH, 0.2))).value == 0.3


def test_counts_out_of_a_whole_add_up_above_and_below() -> None:
    found = only(
        added(
            COUNT,
            of(BAC_GIANG, 6, numerator=6.0, denominator=31.0),
            of(BAC_NINH, 4, numerator=4.0, denominator=20.0),
        )
    )
    assert (found.value, found.numerator, found.denominator) == (10, 10, 51)


def test_a_whole_that_one_part_does_not_state_is_not_made_up() -> None:
    counted = of(BAC_GIANG, 6, numerator=6.0, denominator=31.0)
    found = only(added(COUNT, counted, of(BAC_NINH, 4)))
    assert (found.value, found.numerator, found.denominator) == (10, None, None)


def test_a_rate_is_worked_out_from_the_counts_never_as_a_mean() -> None:
    found = only(
        added(
            RATE,
            of(BAC_GIANG, 90.0, numerator=90.0, denominator=100.0),
            of(BAC_NINH, 50.0, numerator=5.0, denominator=10.0),
        )
    )
    assert found.value == pytest.approx(95 / 110 * 100)
    assert (found.numerator, found.denominator) == (95, 110)


@pytest.mark.parametrize(
    "counts",
    [
        pytest.param({}, id="no counts"),
        pytest.param({"numerator": 5.0}, id="no denominator"),
        pytest.param({"numerator": 5.0, "denominator": 0.0}, id="out of nothing"),
    ],
)
def test_a_rate_without_counts_names_who_tells_none(counts: dict[str, Any]) -> None:
    counted = of(BAC_GIANG, 90.0, numerator=90.0, denominator=100.0)
    found = only(added(RATE, counted, of(BAC_NINH, 50.0, **counts)))
    assert (found.value, found.refusal) == (None, Refusal.NO_COUNTS)
    assert found.without_counts == (BAC_NINH,)


def test_a_part_without_a_figure_is_named_and_nothing_is_added() -> None:
    units = (*BOTH, HA_NAM)
    found = only(added(COUNT, of(BAC_GIANG, 6), of(HA_NAM, 3), units=units))
    assert (found.value, found.refusal) == (None, Refusal.MISSING)
    assert found.missing == (BAC_NINH,)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"end": "31/12/2022"}, id="another year"),
        pytest.param({"start": date(2023, 7, 1)}, id="the same end, half the time"),
    ],
)
def test_figures_of_different_periods_are_never_added(other: dict[str, Any]) -> None:
    found = added(COUNT, of(BAC_GIANG, 6), of(BAC_NINH, 4, **other))
    assert len(found) == 2
    assert {one.refusal for one in found} == {Refusal.MISSING}


def test_each_period_stands_by_itself_the_newest_first() -> None:
    found = added(
        COUNT,
        of(BAC_GIANG, 2, "31/12/2022"),
        of(BAC_GIANG, 6),
        of(BAC_NINH, 1, "31/12/2022"),
    )
    assert [(one.end.year, one.value) for one in found] == [(2023, None), (2022, 3)]


def test_of_two_figures_of_one_period_the_newer_one_counts() -> None:
    found = only(added(COUNT, of(BAC_GIANG, 7), of(BAC_GIANG, 6), of(BAC_NINH, 1)))
    assert found.value == 8


def test_a_stated_change_is_no_part_of_a_sum() -> None:
    change = of(BAC_NINH, 4, kind=ObservationKind.CHANGE)
    assert only(added(COUNT, of(BAC_GIANG, 6), change)).missing == (BAC_NINH,)


@pytest.mark.parametrize(
    ("measured", "reason"),
    [
        (indicator("hang", Measure.RANK, universe=63), Refusal.RANK),
        (indicator("dti", Measure.INDEX), Refusal.INDEX),
        (indicator("par", Measure.POINTS), Refusal.POINTS),
        (indicator("nam", Measure.COUNT, noun="năm"), Refusal.DURATION),
        (indicator("tang", Measure.COUNT, noun="chỉ số"), Refusal.INDEX),
        (indicator("dn", Measure.COUNT, noun="doanh nghiệp/1.000 dân"), Refusal.PER_HEAD),
    ],
)
def test_ranks_indexes_and_what_is_per_head_never_add_up(
    measured: Indicator, reason: Refusal
) -> None:
    assert refusal_of(measured, BOTH) is reason
    assert added(measured, of(BAC_GIANG, 1), of(BAC_NINH, 2)) == ()


def test_counts_money_and_rates_may_add_up() -> None:
    assert [refusal_of(one, BOTH) for one in (COUNT, MONEY, RATE)] == [None, None, None]


def test_a_unit_that_was_divided_is_not_counted_whole_for_one_heir() -> None:
    divided = unit("27", successors=(NEW, UnitKey("28", date(2025, 7, 1))))
    assert refusal_of(COUNT, (BAC_GIANG, divided)) is Refusal.SPLIT


def test_one_unit_alone_is_no_sum() -> None:
    assert added(COUNT, of(BAC_GIANG, 6), units=(BAC_GIANG,)) == ()


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ((Qualifier.EXACT, Qualifier.EXACT), Qualifier.EXACT),
        ((Qualifier.EXACT, Qualifier.AT_LEAST), Qualifier.AT_LEAST),
        ((Qualifier.ALMOST, Qualifier.ALMOST), Qualifier.ALMOST),
        ((Qualifier.AT_LEAST, Qualifier.ALMOST), Qualifier.ABOUT),
        ((Qualifier.ESTIMATE, Qualifier.EXACT), Qualifier.ESTIMATE),
        ((Qualifier.ESTIMATE, Qualifier.AT_LEAST), Qualifier.ABOUT),
    ],
)
def test_a_sum_is_as_firm_as_its_weakest_part(
    said: tuple[Qualifier, ...], whole: Qualifier
) -> None:
    assert firmness(said) is whole
    assert firmness(reversed(said)) is whole


@pytest.mark.parametrize("seed", range(25))
def test_a_sum_does_not_depend_on_order_and_a_rate_lies_between_its_parts(seed: int) -> None:
    chance = Random(seed)
    units = [unit(f"{number}", successors=(NEW,)) for number in range(chance.randint(2, 5))]
    wholes = {one.key: chance.randint(1, 900) for one in units}
    parts = {one.key: chance.randint(0, wholes[one.key]) for one in units}
    figures = [
        of(
            one,
            100 * parts[one.key] / wholes[one.key],
            numerator=float(parts[one.key]),
            denominator=float(wholes[one.key]),
        )
        for one in units
    ]
    shuffled = chance.sample(units, len(units))
    for measured in (COUNT, RATE):
        first = only(added(measured, *figures, units=tuple(units)))
        again = only(added(measured, *figures, units=tuple(shuffled)))
        assert first.value is not None and first.value == again.value
        assert (first.numerator, first.denominator) == (sum(parts.values()), sum(wholes.values()))
    rate = only(added(RATE, *figures, units=tuple(units))).value
    rates = [figure.value for figure in figures]
    assert rate is not None and min(rates) - 1e-9 <= rate <= max(rates) + 1e-9
