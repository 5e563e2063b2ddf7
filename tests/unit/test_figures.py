"""Which figure is known, current and newest on a day."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.domain.figures import current, figures, is_stale, rate_disagrees, superseded
from briefing.domain.model import Measure, Observation, ObservationKind, Qualifier, UnitKey
from tests.unit.facts import day, indicator, observation

ONE, TWO = indicator("mot"), indicator("hai")


def ids(*observations: Observation, on: str, known_on: str | None = None) -> list[str]:
    found = current(observations, as_of=day(on), known_on=day(known_on or on))
    return [o.id for o in found]


def test_a_figure_counts_from_the_day_it_was_published() -> None:
    late = observation(end="31/12/2022", published_on=day("03/09/2023"))
    assert ids(late, on="02/09/2023") == []
    assert ids(late, on="03/09/2023") == ["o"]


def test_what_is_known_can_be_later_than_the_day_judged() -> None:
    late = observation(end="31/12/2022", published_on=day("03/09/2023"))
    assert ids(late, on="31/12/2022", known_on="03/09/2023") == ["o"]
    assert ids(late, on="30/12/2022", known_on="03/09/2023") == []


def test_what_is_known_can_be_earlier_than_the_day_judged() -> None:
    late = observation(end="31/12/2022", published_on=day("03/09/2023"))
    assert ids(late, on="01/01/2024", known_on="02/09/2023") == []


def test_an_estimate_waits_for_the_end_of_its_period() -> None:
    early = observation(
        end="31/12/2023", published_on=day("01/11/2023"), qualifier=Qualifier.ESTIMATE
    )
    assert ids(early, on="30/12/2023") == []
    assert ids(early, on="31/12/2023") == ["o"]


def test_the_newest_ends_last_then_is_published_last_then_covers_more() -> None:
    published = day("01/03/2024")
    year = observation(id="a year", published_on=published)
    month = observation(id="month", start=date(2023, 12, 1), published_on=published)
    early = observation(id="early", published_on=day("01/02/2024"))
    before = observation(id="before", end="30/11/2023", published_on=day("01/04/2024"))
    assert ids(before, early, month, year, on="01/05/2024") == [
        "a year",
        "month",
        "early",
        "before",
    ]


def revision(name: str, of: str | None, published: str) -> Observation:
    return observation(id=name, revises=of, published_on=day(published))


CHAIN = (
    revision("first", None, "10/01/2024"),
    revision("second", "first", "10/02/2024"),
    revision("third", "second", "10/03/2024"),
)


@pytest.mark.parametrize(
    ("on", "standing"),
    [("09/02/2024", "first"), ("10/02/2024", "second"), ("10/03/2024", "third")],
)
def test_a_revision_replaces_once_it_is_published(on: str, standing: str) -> None:
    assert ids(*CHAIN, on=on) == [standing]
    assert ids(*CHAIN[::-1], on=on) == [standing]


def test_a_revision_of_a_revision_replaces_both_even_when_the_middle_one_is_not_known() -> None:
    first, third = CHAIN[0], CHAIN[2]
    middle = revision("second", "first", "10/04/2024")
    assert ids(first, middle, third, on="15/03/2024") == ["third"]


def test_revisions_in_a_circle_come_to_an_end() -> None:
    circle = (revision("a", "b", "10/01/2024"), revision("b", "a", "10/01/2024"))
    assert superseded(circle, day("11/01/2024")) == {"a", "b"}
    assert superseded((revision("a", "a", "10/01/2024"),), day("11/01/2024")) == frozenset()


def test_a_figure_with_another_period_can_be_withdrawn_by_a_revision() -> None:
    wrong = observation(id="wrong", end="31/12/2023")
    right = observation(
        id="right", end="30/11/2023", revises="wrong", published_on=day("05/01/2024")
    )
    assert ids(wrong, right, on="06/01/2024") == ["right"]


@pytest.mark.parametrize(
    ("budget", "on", "stale"),
    [
        (365, "30/12/2024", False),
        (365, "31/12/2024", True),
        (None, "31/12/2099", False),
        (0, "31/12/2023", False),
        (0, "01/01/2024", True),
    ],
)
def test_a_figure_goes_stale_after_its_budget(budget: int | None, on: str, stale: bool) -> None:
    assert is_stale(observation(), indicator(freshness_days=budget), day(on)) is stale


RATES = [
    pytest.param(69.83, 339252, 485762, "69,83%", True, id="Ninh Bình's dossiers give 69,84%"),
    pytest.param(69.84, 339252, 485762, "69,84%", False, id="rounded as it should be"),
    pytest.param(70, 339252, 485762, "70%", False, id="fewer decimals printed"),
    pytest.param(70, 339252, 485762, "70,0%", True, id="a printed zero counts as a decimal"),
    pytest.param(70, 339252, 485762, "", False, id="not kept as printed: decimals of the value"),
    pytest.param(12.5, 1, 8, "12,5%", False, id="exact"),
    pytest.param(13, 1, 8, "13%", False, id="half may be rounded up"),
    pytest.param(12, 1, 8, "12%", False, id="half may be rounded down"),
    pytest.param(16, 16, 18, "16/18", False, id="an x/y prints no rate"),
    pytest.param(16, 16, 0, "16%", False, id="nothing to divide by"),
    pytest.param(16, None, 18, "16%", False, id="no numerator"),
    pytest.param(80.6, 25, 31, "25/31 (80,6%)", False, id="the percentage among other numbers"),
]


@pytest.mark.parametrize(("value", "part", "whole", "printed", "disagrees"), RATES)
def test_a_rate_is_checked_against_its_counts(
    value: float, part: float | None, whole: float, printed: str, disagrees: bool
) -> None:
    said = observation(value, numerator=part, denominator=whole, printed=printed)
    assert rate_disagrees(said, indicator()) is disagrees


@pytest.mark.parametrize(
    ("qualifier", "part", "disagrees"),
    [
        (Qualifier.AT_LEAST, 56, False),
        (Qualifier.AT_LEAST, 44, True),
        (Qualifier.ALMOST, 44, False),
        (Qualifier.ALMOST, 56, True),
        (Qualifier.ABOUT, 56, True),
        (Qualifier.EXACT, 44, True),
    ],
)
def test_a_hedge_allows_what_it_says(qualifier: Qualifier, part: float, disagrees: bool) -> None:
    said = observation(50, numerator=part, denominator=100, qualifier=qualifier, printed="50%")
    assert rate_disagrees(said, indicator()) is disagrees


def test_only_percentages_and_only_values_have_a_rate() -> None:
    count = observation(10, numerator=339252, denominator=485762)
    assert not rate_disagrees(count, indicator(measure=Measure.COUNT))
    change = observation(10, numerator=1, denominator=2, kind=ObservationKind.CHANGE)
    assert not rate_disagrees(change, indicator())


def test_each_indicator_shows_its_newest_value_with_what_is_stated_beside_it() -> None:
    old = observation(1, id="old", indicator="mot", end="31/12/2022")
    new = observation(2, id="new", indicator="mot")
    change = observation(
        33, id="change", indicator="mot", kind=ObservationKind.CHANGE, end="31/12/2022"
    )
    excess = observation(18, id="excess", indicator="mot", kind=ObservationKind.EXCESS)
    alone = observation(5, id="alone", indicator="hai", kind=ObservationKind.CHANGE)
    stray = observation(5, id="stray", indicator="ba")
    found = figures(
        (TWO, ONE),
        (change, old, new, excess, alone, stray),
        as_of=day("01/01/2024"),
        known_on=day("01/01/2024"),
    )
    assert [(f.indicator.id, f.observation.id) for f in found] == [("mot", "new")]
    assert [o.id for o in found[0].stated] == ["excess", "change"]


def test_figures_stand_in_the_catalogue_s_order_and_apart_by_unit() -> None:
    told = (
        observation(1, id="a", indicator="mot"),
        observation(2, id="b", indicator="hai", end="31/12/2022"),
        observation(3, id="c", indicator="hai", unit=UnitKey("24"), end="31/12/2021"),
    )
    now = day("01/01/2024")
    found = figures({"hai": TWO, "mot": ONE}, told, as_of=now, known_on=now)
    assert [f.observation.id for f in found] == ["b", "c", "a"]
