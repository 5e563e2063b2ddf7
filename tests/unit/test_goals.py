"""Whether a figure meets a goal, and how far it got."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefing.domain.goals import (
    attainment,
    difference,
    gap,
    goal_on,
    meets,
    opposite,
    unchained_changes,
)
from briefing.domain.model import Better, Measure, Qualifier
from briefing.domain.plans import GoalChange, GoalOp
from briefing.domain.standing import GoalInForce
from tests.unit.facts import RANK, day, indicator, target

EXACT, OVER, ALMOST = Qualifier.EXACT, Qualifier.AT_LEAST, Qualifier.ALMOST
ABOUT, ESTIMATE = Qualifier.ABOUT, Qualifier.ESTIMATE
VALUES = (-1.0, 0.0, 0.1, 12.0, 49.99, 50.0, 50.01, 100.0)


def goal_of(value: float | None, op: GoalOp, high: float | None = None) -> GoalInForce:
    return GoalInForce(op=op, value=value, high=high, words="", words_en="", printed=True)


TIES = [
    # qualifier, the goals of 50 that a printed 50 meets
    pytest.param(EXACT, "≥ ≤ =", id="exactly fifty"),
    pytest.param(OVER, "≥ >", id="over fifty"),
    pytest.param(ALMOST, "≤ <", id="almost fifty"),
    pytest.param(ABOUT, "≥ ≤ =", id="about fifty counts as exact"),
    pytest.param(ESTIMATE, "≥ ≤ =", id="an estimate of fifty counts as exact"),
]


@pytest.mark.parametrize(("qualifier", "met"), TIES)
def test_the_qualifier_decides_a_tie(qualifier: Qualifier, met: str) -> None:
    ops = [op for op in GoalOp if op is not GoalOp.RANGE]
    assert [op for op in ops if meets(50, qualifier, op, 50)] == [
        op for op in ops if op.value in met.split()
    ]


@pytest.mark.parametrize("qualifier", Qualifier)
def test_away_from_a_tie_the_printed_value_is_judged(qualifier: Qualifier) -> None:
    assert meets(50.01, qualifier, GoalOp.AT_LEAST, 50)
    assert not meets(49.99, qualifier, GoalOp.AT_LEAST, 50)
    assert meets(49.99, qualifier, GoalOp.AT_MOST, 50)
    assert not meets(50.01, qualifier, GoalOp.AT_MOST, 50)
    assert not meets(50.01, qualifier, GoalOp.EQUAL, 50)


def test_over_forty_meets_at_most_fifty_although_more_is_possible() -> None:
    assert meets(40, OVER, GoalOp.AT_MOST, 50)


def test_almost_ninety_does_not_meet_ninety() -> None:
    assert not meets(90, ALMOST, GoalOp.AT_LEAST, 90)


RANGE_CASES = [
    pytest.param(39.9, EXACT, False, id="below"),
    pytest.param(40, EXACT, True, id="on the lower bound"),
    pytest.param(40, OVER, True, id="over the lower bound"),
    pytest.param(40, ALMOST, False, id="almost the lower bound"),
    pytest.param(50, ABOUT, True, id="inside"),
    pytest.param(60, EXACT, True, id="on the upper bound"),
    pytest.param(60, OVER, False, id="over the upper bound"),
    pytest.param(60, ALMOST, True, id="almost the upper bound"),
    pytest.param(60.1, EXACT, False, id="above"),
]


@pytest.mark.parametrize(("value", "qualifier", "met"), RANGE_CASES)
def test_a_range_includes_both_bounds(value: float, qualifier: Qualifier, met: bool) -> None:
    assert meets(value, qualifier, GoalOp.RANGE, 40, 60) is met


def test_a_range_without_its_upper_bound_is_refused() -> None:
    with pytest.raises(ValueError, match="upper bound"):
        meets(50, EXACT, GoalOp.RANGE, 40)


def test_what_binary_fractions_lose_is_still_a_tie() -> None:
    assert meets(0.1 + 0.2, EXACT, GoalOp.AT_MOST, 0.3)
    assert meets(0.1 * 3, ALMOST, GoalOp.LESS_THAN, 0.3)
    assert not meets(11_098_858, EXACT, GoalOp.AT_LEAST, 11_098_859)
    assert not meets(0.6782, EXACT, GoalOp.AT_LEAST, 0.6783)


MIRROR = {
    GoalOp.AT_LEAST: GoalOp.AT_MOST,
    GoalOp.MORE_THAN: GoalOp.LESS_THAN,
    GoalOp.AT_MOST: GoalOp.AT_LEAST,
    GoalOp.LESS_THAN: GoalOp.MORE_THAN,
    GoalOp.EQUAL: GoalOp.EQUAL,
}


def test_negating_value_and_goal_mirrors_every_judgement() -> None:
    for op, mirrored in MIRROR.items():
        for qualifier in Qualifier:
            for value in VALUES:
                for goal in VALUES:
                    assert meets(value, qualifier, op, goal) is meets(
                        -value, opposite(qualifier), mirrored, -goal
                    ), (op, qualifier, value, goal)


def test_a_better_figure_never_stops_meeting_a_one_sided_goal() -> None:
    for op in (GoalOp.AT_LEAST, GoalOp.MORE_THAN):
        for qualifier in Qualifier:
            for goal in VALUES:
                met = [meets(value, qualifier, op, goal) for value in VALUES]
                assert met == sorted(met), (op, qualifier, goal)


ATTAINMENTS = [
    pytest.param(25, 50, GoalOp.AT_LEAST, Better.HIGHER, 0.5, id="half way up"),
    pytest.param(80, 50, GoalOp.AT_LEAST, Better.HIGHER, 1.0, id="capped at the goal"),
    pytest.param(0, 50, GoalOp.AT_LEAST, Better.HIGHER, 0.0, id="nothing yet"),
    pytest.param(-5, 50, GoalOp.AT_LEAST, Better.HIGHER, 0.0, id="never below nothing"),
    pytest.param(8, 6, GoalOp.AT_MOST, Better.LOWER, 0.75, id="lower is better: goal by value"),
    pytest.param(3, 6, GoalOp.AT_MOST, Better.LOWER, 1.0, id="lower is better: capped"),
    pytest.param(0, 6, GoalOp.AT_MOST, Better.LOWER, 1.0, id="lower is better: none left"),
    pytest.param(8, 6, GoalOp.AT_MOST, Better.NEITHER, 0.75, id="direction from the goal"),
    pytest.param(3, 6, GoalOp.AT_LEAST, Better.NEITHER, 0.5, id="direction from the goal, up"),
    pytest.param(3, 0, GoalOp.AT_MOST, Better.LOWER, None, id="none for a goal of nothing"),
    pytest.param(3, -4, GoalOp.AT_LEAST, Better.HIGHER, None, id="none below nothing"),
    pytest.param(3, None, GoalOp.AT_LEAST, Better.HIGHER, None, id="none without a number"),
]


@pytest.mark.parametrize(("value", "goal", "op", "better", "share"), ATTAINMENTS)
def test_attainment(
    value: float, goal: float | None, op: GoalOp, better: Better, share: float | None
) -> None:
    assert attainment(value, goal_of(goal, op), indicator(better=better)) == share


def test_a_rank_has_no_attainment() -> None:
    assert attainment(13, goal_of(12, GoalOp.AT_MOST), RANK) is None


@pytest.mark.parametrize(("value", "share"), [(20, 0.5), (40, 1), (50, 1), (60, 1), (120, 0.5)])
def test_a_range_is_attained_inside_and_falls_off_on_both_sides(value: float, share: float) -> None:
    assert attainment(value, goal_of(40, GoalOp.RANGE, 60), indicator()) == share


def test_attainment_grows_with_the_figure_and_never_passes_one() -> None:
    for better, op, order in (
        (Better.HIGHER, GoalOp.AT_LEAST, 1),
        (Better.LOWER, GoalOp.AT_MOST, -1),
    ):
        for goal in (0.5, 12, 50, 100):
            values = [step / 4 for step in range(801)][::order]
            shares = [attainment(v, goal_of(goal, op), indicator(better=better)) for v in values]
            numbers = [share for share in shares if share is not None]
            assert len(numbers) == len(values)
            assert numbers == sorted(numbers)
            assert numbers[0] >= 0 and numbers[-1] == 1


GAPS = [
    pytest.param(23.08, goal_of(50, GoalOp.AT_LEAST), Better.HIGHER, 26.92, id="short of a floor"),
    pytest.param(89, goal_of(79.15, GoalOp.AT_LEAST), Better.HIGHER, -9.85, id="beyond a floor"),
    pytest.param(13, goal_of(12, GoalOp.AT_MOST), Better.LOWER, 1, id="above a ceiling"),
    pytest.param(10, goal_of(12, GoalOp.AT_MOST), Better.LOWER, -2, id="below a ceiling"),
    pytest.param(7, goal_of(8, GoalOp.EQUAL), Better.HIGHER, 1, id="short of a point"),
    pytest.param(9, goal_of(8, GoalOp.EQUAL), Better.LOWER, 1, id="short of a point, lower"),
    pytest.param(9, goal_of(8, GoalOp.EQUAL), Better.NEITHER, 1, id="off a point, over"),
    pytest.param(7, goal_of(8, GoalOp.EQUAL), Better.NEITHER, 1, id="off a point, under"),
    pytest.param(30, goal_of(40, GoalOp.RANGE, 60), Better.HIGHER, 10, id="below a range"),
    pytest.param(65, goal_of(40, GoalOp.RANGE, 60), Better.HIGHER, 5, id="above a range"),
    pytest.param(50, goal_of(40, GoalOp.RANGE, 60), Better.HIGHER, 0, id="inside a range"),
    pytest.param(3, goal_of(0, GoalOp.AT_MOST), Better.LOWER, 3, id="off a goal of nothing"),
    pytest.param(3, goal_of(None, GoalOp.AT_MOST), Better.LOWER, None, id="no number"),
]


@pytest.mark.parametrize(("value", "goal", "better", "distance"), GAPS)
def test_gap(value: float, goal: GoalInForce, better: Better, distance: float | None) -> None:
    assert gap(value, goal, indicator(better=better)) == distance


def test_differences_are_those_of_paper() -> None:
    assert difference(89.0, 79.15) == 9.85
    assert difference(0.3, 0.1) == 0.2


FIRST = GoalChange(on=date(2023, 3, 1), before=50, after=60, document="qd-1")
SECOND = GoalChange(on=date(2023, 9, 1), before=60, after=55, document="qd-2")

CHANGES = [
    pytest.param("28/02/2023", 50, id="as first set"),
    pytest.param("01/03/2023", 60, id="on the changing document's day"),
    pytest.param("31/08/2023", 60, id="between two changes"),
    pytest.param("01/09/2023", 55, id="after the second"),
]


@pytest.mark.parametrize(("on", "value"), CHANGES)
def test_a_change_holds_from_its_document_on(on: str, value: float) -> None:
    moved = target(changes=(SECOND, FIRST))
    assert goal_on(moved, day(on)).value == value


def test_a_change_can_print_a_goal_that_was_not_printed() -> None:
    hidden = target(goal=None, goal_printed=False, changes=(FIRST,))
    assert not goal_on(hidden, day("28/02/2023")).printed
    assert goal_on(hidden, day("01/03/2023")) == goal_of(60, GoalOp.AT_LEAST)


def test_a_goal_in_words_stays_in_words() -> None:
    words = target(goal=None, op=None, goal_words="nhóm dẫn đầu", goal_words_en="among the first")
    assert goal_on(words, day("01/01/2030")).words == "nhóm dẫn đầu"


def test_changes_must_chain() -> None:
    assert unchained_changes(target(changes=(FIRST, SECOND))) == ()
    wrong = replace(SECOND, before=50)
    assert unchained_changes(target(changes=(wrong, FIRST))) == (wrong,)
    assert unchained_changes(target(goal=None, changes=(FIRST,))) == (FIRST,)


def test_a_range_moves_by_its_lower_bound() -> None:
    moved = goal_on(target(op=GoalOp.RANGE, goal_high=70, changes=(FIRST,)), day("01/03/2023"))
    assert (moved.value, moved.high) == (60, 70)


def test_measure_decides_nothing_but_ranks() -> None:
    for measure in Measure:
        share = attainment(25, goal_of(50, GoalOp.AT_LEAST), indicator(measure=measure))
        assert share == (None if measure is Measure.RANK else 0.5)
