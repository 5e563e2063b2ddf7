"""The six rules of a target's status, in their order, with the edges of each."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.domain.model import Better, Measure, Observation, ObservationKind, Qualifier, UnitKey
from briefing.domain.plans import GoalChange, GoalOp
from briefing.domain.progress import target_standing
from briefing.domain.standing import Rule, TargetStatus
from tests.unit.facts import PLAN, day, indicator, observation, stand, target

WORDS = target(goal=None, op=None, goal_words="nhóm dẫn đầu", goal_words_en="among the first")
HIDDEN = target(goal=None, op=None, goal_printed=False)
EXCESS = ObservationKind.EXCESS


def test_a_goal_in_words_is_not_measured_whatever_the_figure() -> None:
    seen = stand(WORDS, observation(99), on="01/06/2024")
    assert (seen.status, seen.rule) == (TargetStatus.NOT_MEASURABLE, Rule.GOAL_IN_WORDS)
    assert (seen.observation is not None, seen.value, seen.attainment) == (True, None, None)


def test_a_goal_in_words_is_never_missed() -> None:
    assert stand(WORDS, on="01/06/2030").status is TargetStatus.NOT_MEASURABLE


def test_a_goal_that_is_not_printed_is_only_what_the_source_states() -> None:
    figure, excess = observation(529_510, id="value"), observation(18, id="excess", kind=EXCESS)
    seen = stand(HIDDEN, figure, on="01/06/2024")
    assert (seen.status, seen.rule) == (TargetStatus.NOT_MEASURABLE, Rule.GOAL_NOT_PRINTED)
    assert seen.observation == figure
    seen = stand(HIDDEN, figure, excess, on="01/06/2024")
    assert (seen.status, seen.rule) == (TargetStatus.ACHIEVED, Rule.STATED_EXCESS)
    assert (seen.observation, seen.value, seen.attainment, seen.gap) == (excess, None, None, None)


@pytest.mark.parametrize(
    ("value", "qualifier", "status"),
    [
        pytest.param(0, Qualifier.EXACT, TargetStatus.ACHIEVED, id="just the target"),
        pytest.param(18, Qualifier.ALMOST, TargetStatus.ACHIEVED, id="almost 18 over"),
        pytest.param(0, Qualifier.ALMOST, TargetStatus.NOT_MEASURABLE, id="almost the target"),
        pytest.param(-4, Qualifier.EXACT, TargetStatus.NOT_MEASURABLE, id="a stated shortfall"),
    ],
)
def test_an_excess_must_be_one(value: float, qualifier: Qualifier, status: TargetStatus) -> None:
    stated = observation(value, kind=EXCESS, qualifier=qualifier)
    assert stand(HIDDEN, stated, on="01/06/2024").status is status


def test_the_newest_statement_of_an_excess_counts() -> None:
    fell = (
        observation(18, id="then", kind=EXCESS, end="31/12/2022"),
        observation(-2, id="now", kind=EXCESS, end="31/12/2023"),
    )
    assert stand(HIDDEN, *fell, on="01/06/2024").status is TargetStatus.NOT_MEASURABLE


def test_an_excess_stated_after_the_due_date_or_not_yet_published_says_nothing() -> None:
    after = observation(18, kind=EXCESS, end="31/01/2025")
    assert stand(HIDDEN, after, on="01/06/2025").rule is Rule.GOAL_NOT_PRINTED
    unknown = observation(18, kind=EXCESS, published_on=day("02/06/2024"))
    assert stand(HIDDEN, unknown, on="01/06/2024").rule is Rule.GOAL_NOT_PRINTED


def test_a_stated_excess_does_not_answer_a_printed_goal() -> None:
    seen = stand(target(), observation(18, kind=EXCESS), on="01/06/2024")
    assert (seen.status, seen.rule) == (TargetStatus.NO_DATA, Rule.NO_FIGURE)


@pytest.mark.parametrize("kind", [ObservationKind.CHANGE, ObservationKind.EXCESS])
def test_what_is_no_value_is_never_judged(kind: ObservationKind) -> None:
    stated = observation(99, id="stated", kind=kind)
    value = observation(40, id="value", end="31/12/2022")
    assert stand(target(), stated, value, on="01/06/2024").value == 40


NOT_SEEN = [
    pytest.param(observation(published_on=day("02/06/2024")), id="published a day too late"),
    pytest.param(observation(unit=UnitKey("24")), id="another unit's"),
    pytest.param(observation(unit=UnitKey("37", date(2025, 7, 1))), id="the code's next unit's"),
    pytest.param(observation(indicator="khac"), id="another indicator's"),
]


@pytest.mark.parametrize("figure", NOT_SEEN)
def test_without_a_figure_there_is_no_data_even_after_the_due_date(figure: Observation) -> None:
    seen = stand(target(), figure, on="01/06/2025", known_on="01/06/2024")
    assert (seen.status, seen.rule) == (TargetStatus.NO_DATA, Rule.NO_FIGURE)
    assert (seen.observation, seen.value, seen.days_late) == (None, None, None)


def test_a_target_whose_indicator_is_not_known_has_no_data() -> None:
    now = day("01/06/2024")
    lone = target(indicator=None)
    seen = target_standing(
        lone, PLAN, None, [observation(60)], as_of=now, known_on=now, indicators={}
    )
    assert seen.status is TargetStatus.NO_DATA


def test_a_figure_that_meets_the_goal_achieves_it_early_and_for_good() -> None:
    early = stand(target(), observation(50), on="01/06/2024")
    assert (early.status, early.rule) == (TargetStatus.ACHIEVED, Rule.MEETS_GOAL)
    assert stand(target(), observation(50), on="01/06/2030").status is TargetStatus.ACHIEVED


def test_almost_fifty_is_no_achievement_of_fifty() -> None:
    figure = observation(50, qualifier=Qualifier.ALMOST)
    assert stand(target(), figure, on="01/06/2024").status is TargetStatus.IN_PROGRESS
    assert stand(target(op=GoalOp.AT_MOST), figure, on="01/06/2024").rule is Rule.MEETS_GOAL


OPS = [
    pytest.param(GoalOp.EQUAL, None, 50, TargetStatus.ACHIEVED, id="equal"),
    pytest.param(GoalOp.EQUAL, None, 51, TargetStatus.IN_PROGRESS, id="beyond equal"),
    pytest.param(GoalOp.RANGE, 60.0, 55, TargetStatus.ACHIEVED, id="inside the range"),
    pytest.param(GoalOp.RANGE, 60.0, 61, TargetStatus.IN_PROGRESS, id="above the range"),
    pytest.param(GoalOp.RANGE, 60.0, 49, TargetStatus.IN_PROGRESS, id="below the range"),
    pytest.param(GoalOp.LESS_THAN, None, 50, TargetStatus.IN_PROGRESS, id="not less"),
]


@pytest.mark.parametrize(("op", "high", "value", "status"), OPS)
def test_every_kind_of_goal_is_judged(
    op: GoalOp, high: float | None, value: float, status: TargetStatus
) -> None:
    wanted = target(op=op, goal_high=high)
    assert stand(wanted, observation(value), on="01/06/2024").status is status


def test_a_goal_of_nothing_can_be_achieved_but_has_no_attainment() -> None:
    wanted = target(0.0, GoalOp.AT_MOST)
    lower = indicator(better=Better.LOWER)
    reached = stand(wanted, observation(0), on="01/06/2024", measured_by=lower)
    assert (reached.status, reached.attainment) == (TargetStatus.ACHIEVED, None)
    short = stand(wanted, observation(2), on="01/06/2024", measured_by=lower)
    assert (short.status, short.attainment, short.gap) == (TargetStatus.IN_PROGRESS, None, 2)


PAST_DUE = [
    pytest.param("30/12/2024", "31/12/2024", TargetStatus.IN_PROGRESS, None, id="the last day"),
    pytest.param("30/12/2024", "01/01/2025", TargetStatus.AWAITING_RESULT, None, id="a day short"),
    pytest.param("31/12/2024", "31/12/2024", TargetStatus.IN_PROGRESS, None, id="still in term"),
    pytest.param("31/12/2024", "01/01/2025", TargetStatus.MISSED, 1, id="missed by a day"),
    pytest.param("31/12/2024", "31/01/2025", TargetStatus.MISSED, 31, id="missed by a month"),
]


@pytest.mark.parametrize(("end", "on", "status", "late"), PAST_DUE)
def test_after_the_due_date_only_a_figure_of_its_end_says_missed(
    end: str, on: str, status: TargetStatus, late: int | None
) -> None:
    seen = stand(target(), observation(40, end=end), on=on)
    assert (seen.status, seen.days_late) == (status, late)


def test_the_year_s_result_published_months_later_turns_awaiting_into_missed() -> None:
    before = observation(30, id="2023", end="31/12/2023")
    result = observation(40, id="2024", end="31/12/2024", published_on=day("20/07/2025"))
    assert stand(target(), before, result, on="19/07/2025").status is TargetStatus.AWAITING_RESULT
    missed = stand(target(), before, result, on="20/07/2025")
    assert (missed.status, missed.rule, missed.days_late) == (
        TargetStatus.MISSED,
        Rule.PAST_DUE,
        201,
    )


def test_without_a_due_date_nothing_is_ever_late() -> None:
    wanted = target(due=None)
    for end in ("31/12/2023", "31/12/2030"):
        seen = stand(wanted, observation(40, end=end), on="01/01/2031")
        assert (seen.status, seen.later) == (TargetStatus.IN_PROGRESS, None)


def test_a_figure_after_the_due_date_stands_beside_and_changes_nothing() -> None:
    term = observation(40, id="term", end="31/12/2024")
    after = observation(60, id="after", end="31/03/2025")
    seen = stand(target(), term, after, on="01/04/2025")
    assert (seen.status, seen.observation) == (TargetStatus.MISSED, term)
    assert (seen.later, seen.later_meets) == (after, True)
    seen = stand(target(70.0), term, after, on="01/04/2025")
    assert (seen.later, seen.later_meets) == (after, False)


def test_a_late_figure_alone_is_no_data_within_the_term() -> None:
    after = observation(60, end="31/03/2025")
    seen = stand(target(), after, on="01/04/2025")
    assert (seen.status, seen.observation, seen.later) == (TargetStatus.NO_DATA, None, after)
    assert seen.later_meets


RAISED = GoalChange(on=date(2023, 6, 1), before=50.0, after=60.0, document="qd")


@pytest.mark.parametrize(
    ("on", "known_on", "status"),
    [
        pytest.param("31/05/2023", "31/05/2023", "achieved", id="before the change"),
        pytest.param("01/06/2023", "01/06/2023", "in_progress", id="on its day"),
        pytest.param("01/07/2023", "31/05/2023", "achieved", id="not known yet"),
        pytest.param("31/05/2023", "01/07/2023", "achieved", id="not in force yet"),
    ],
)
def test_the_goal_is_the_one_in_force_and_known(on: str, known_on: str, status: str) -> None:
    figure = observation(55, end="31/03/2023")
    seen = stand(target(changes=(RAISED,)), figure, on=on, known_on=known_on)
    assert seen.status == status


def test_the_newest_of_two_figures_for_one_period_is_judged() -> None:
    first = observation(40, id="first", published_on=day("10/01/2024"))
    second = observation(55, id="second", published_on=day("10/02/2024"))
    assert stand(target(), first, second, on="09/02/2024").value == 40
    assert stand(target(), second, first, on="10/02/2024").value == 55


def test_a_revision_can_take_an_achievement_back() -> None:
    said = observation(55, id="said", published_on=day("10/01/2024"))
    revised = observation(45, id="revised", revises="said", published_on=day("10/02/2024"))
    looks = [stand(target(), said, revised, on=on).status for on in ("09/02/2024", "10/02/2024")]
    assert looks == [TargetStatus.ACHIEVED, TargetStatus.IN_PROGRESS]


@pytest.mark.parametrize(("budget", "stale"), [(400, False), (100, True)])
def test_an_old_figure_is_marked_stale_whatever_the_status(budget: int, stale: bool) -> None:
    aging = indicator(freshness_days=budget)
    for value in (40, 60):
        seen = stand(target(), observation(value), on="01/06/2024", measured_by=aging)
        assert seen.stale is stale


def test_money_and_points_are_judged_like_counts() -> None:
    for measure in (Measure.COUNT, Measure.MONEY, Measure.POINTS, Measure.INDEX):
        seen = stand(
            target(), observation(25), on="01/06/2024", measured_by=indicator(measure=measure)
        )
        assert (seen.attainment, seen.gap) == (0.5, 25)
