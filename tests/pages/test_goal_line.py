"""A goal's line in a little chart stands above the bars below it and below those above it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.display import Glyphs
from briefing.domain.model import Better, Indicator, Measure, UnitKey
from briefing.domain.multiples import Multiples, multiples
from briefing.domain.plans import GoalOp
from briefing.glyphs import drawn as shown
from briefing.language import Language, Translator, translator
from briefing.pages.goal_line import CELL, FOOT, MIDDLE, TOP
from briefing.pages.history_chart import HEIGHT, RISING, charts
from tests.unit.compared_facts import PLACE, province, year
from tests.unit.facts import indicator, target

VI = translator(Language.VI)
ON = date(2024, 6, 1)
HD = province("30")
RATE = indicator("ho_so", Measure.PERCENT)
LATE = indicator("qua_han", Measure.PERCENT, Better.LOWER)
CELLS = {FOOT: 0.5, MIDDLE: 4.0, TOP: 7.5}
"""Where in its cell a line is seen, in eighths."""
PLACES = st.integers(1, 63).map(float)
RATES = st.integers(0, 1000).map(lambda tenths: tenths / 10)


def history(of: Indicator, op: GoalOp, goal: float, *values: float) -> Multiples:
    told = [year("30", value, 2019 + n, of.id) for n, value in enumerate(values)]
    facts: dict[str, Any] = {"unit": HD.key, "indicator": of.id, "due": date(2025, 12, 31)}
    aimed = (UnitKey("30"), target(goal, op, **facts))
    return multiples((HD,), (of,), told, (aimed,), as_of=ON, known_on=ON)


def drawn(found: Multiples, tr: Translator) -> tuple[float, list[int]]:
    """The height of the line and of each bar's top as they are seen, in eighths."""
    (chart,) = charts(found, tr, 60)
    rows = ["".join(span.text for span in run) for run in chart.lines[1 : 1 + HEIGHT]][::-1]
    line = {
        level * CELL + CELLS[sign]
        for level, row in enumerate(rows)
        for sign in CELLS
        if row.endswith(sign)
    }
    (height,) = line
    tops = []
    years = "".join(span.text for span in chart.lines[HEIGHT + 2])
    for slot in found.slots:
        middle = years.index(str(slot.end.year)) + 1
        column = [row[middle] for row in rows]
        tops.append(
            sum(
                CELL if sign == "█" else RISING.index(sign) + 1
                for sign in column
                if sign == "█" or sign in RISING
            )
        )
    return height, tops


def agree(found: Multiples, tr: Translator, goal: float, values: tuple[float, ...]) -> None:
    rank = found.indicator.measure is Measure.RANK
    height, tops = drawn(found, tr)
    for value, top in zip(values, tops, strict=True):
        if value == goal:
            assert abs(top - height) <= 0.5, "level"
        elif (value < goal) is rank:
            assert top > height + 0.5, "the bar ends above the line"
        else:
            assert top < height, "the bar ends below the line"


@settings(max_examples=150, deadline=None)
@given(goal=PLACES, values=st.tuples(PLACES, PLACES, PLACES))
def test_a_better_rank_ends_above_the_goal_and_a_worse_one_below(
    goal: float, values: tuple[float, float, float]
) -> None:
    agree(history(PLACE, GoalOp.AT_MOST, goal, *values), VI, goal, values)


@settings(max_examples=150, deadline=None)
@given(goal=RATES, values=st.tuples(RATES, RATES), of=st.sampled_from([RATE, LATE]))
def test_a_greater_rate_ends_above_the_goal_whichever_way_is_better(
    goal: float, values: tuple[float, float], of: Indicator
) -> None:
    op = GoalOp.AT_MOST if of is LATE else GoalOp.AT_LEAST
    agree(history(of, op, goal, *values), VI, goal, values)


@settings(max_examples=150, deadline=None)
@given(one=RATES, other=RATES, value=RATES)
def test_goals_more_than_a_cell_apart_stand_at_different_heights(
    one: float, other: float, value: float
) -> None:
    if abs(one - other) * HEIGHT / 100 <= 1:
        return
    heights = [drawn(history(RATE, GoalOp.AT_LEAST, goal, value), VI)[0] for goal in (one, other)]
    assert (heights[0] < heights[1]) is (one < other)


def test_twelve_and_twenty_are_two_heights_around_fourteen_and_thirteen() -> None:
    strict, mild = (
        drawn(history(PLACE, GoalOp.AT_MOST, goal, 14, 14, 13), VI) for goal in (12, 20)
    )
    assert mild[0] < min(mild[1]) and max(strict[1]) < strict[0]


@pytest.mark.parametrize(("goal", "said"), [(12, "2021: chưa đạt"), (20, "2021: đạt")])
def test_it_is_also_said_in_words(goal: float, said: str) -> None:
    (chart,) = charts(history(PLACE, GoalOp.AT_MOST, goal, 14, 14, 13), VI, 60)
    assert "".join(span.text for span in chart.lines[-1]).strip() == said


@pytest.mark.parametrize("goal", [12, 20])
@pytest.mark.parametrize("glyphs", [Glyphs.PLAIN, Glyphs.ASCII])
def test_without_eighths_a_bar_still_ends_below_or_above_the_line(
    goal: float, glyphs: Glyphs
) -> None:
    (chart,) = charts(history(PLACE, GoalOp.AT_MOST, goal, 14, 14, 13), VI, 60)
    top = shown("".join(span.text for span in chart.lines[1]), glyphs)
    line = "_" if goal == 20 else shown("─", glyphs)
    assert top[1:4] == "___" and top.endswith(line), "the bar is there beside its line"
