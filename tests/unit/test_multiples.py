"""Histories on one scale: what is missing is absent, what is unlike stands apart."""

from __future__ import annotations

from datetime import date
from typing import Any

from briefing.domain.model import Measure, Observation, ObservationKind, UnitKey
from briefing.domain.multiples import MOST_SLOTS, Multiples, missing_years, multiples
from briefing.domain.plans import GoalOp, Level, Target
from tests.unit.compared_facts import (
    FRAMEWORKS,
    INDEX,
    INDEX_2020,
    NOW,
    OLD,
    PLACE,
    PLACE_2024,
    province,
    year,
)
from tests.unit.facts import day, indicator, target

HD, BG = province("30"), province("24")
ON = day("31/12/2025")
IN_TERM = day("01/06/2023")


def histories(
    *told: Observation,
    family: tuple[Any, ...] = (INDEX, INDEX_2020),
    targets: tuple[tuple[UnitKey, Target], ...] = (),
    on: date = ON,
) -> Multiples:
    return multiples((HD, BG), family, told, targets, as_of=on, known_on=on, frameworks=FRAMEWORKS)


def shown(found: Multiples) -> list[list[float | None]]:
    return [[None if p is None else p.observation.value for p in s.points] for s in found.series]


def test_every_unit_has_the_same_periods_and_a_gap_where_it_has_no_figure() -> None:
    found = histories(year("30", 0.5, 2021), year("24", 0.6, 2021), year("24", 0.7, 2022))
    assert [slot.end.year for slot in found.slots] == [2021, 2022]
    assert shown(found) == [[0.5, None], [0.6, 0.7]]


def test_a_new_framework_stands_apart_from_the_one_before() -> None:
    found = histories(
        year("30", 0.35, 2020, "dti_2020"), year("30", 0.5, 2021), year("30", 0.6, 2022)
    )
    assert [slot.apart for slot in found.slots] == [False, True, False]
    assert [slot.framework for slot in found.slots] == [OLD, NOW, NOW]


def test_ranks_among_another_number_of_units_stand_apart() -> None:
    told = [year("30", 13, of, "dti_hang", denominator=n) for of, n in ((2021, 63), (2022, 60))]
    found = histories(*told, family=(PLACE,))
    assert [(slot.universe, slot.apart) for slot in found.slots] == [(63, False), (60, True)]


def test_years_of_which_nobody_has_a_figure_are_named() -> None:
    told = [year("30", 0.5, of) for of in (2018, 2019, 2022, 2024)]
    assert missing_years(histories(*told).slots) == [2020, 2021, 2023]
    half = year("30", 0.5, 2025, start=date(2025, 7, 1))
    assert missing_years(histories(*told, half).slots) == []


def test_all_units_lie_on_one_scale() -> None:
    counts = indicator("so_ho_so", Measure.COUNT)
    told = (
        year("30", 50, 2021, "so_ho_so"),
        year("24", 100, 2021, "so_ho_so"),
        year("24", 200, 2022, "so_ho_so"),
    )
    found = histories(*told, family=(counts,))
    heights = [[None if p is None else p.share for p in s.points] for s in found.series]
    assert heights == [[0.25, None], [0.5, 1.0]]


def test_ranks_lie_each_on_its_own_universe() -> None:
    found = histories(
        year("30", 1, 2022, "dti_hang"),
        year("30", 34, 2024, "dti_2024_hang"),
        family=(PLACE, PLACE_2024),
    )
    assert [p.share for p in found.series[0].points if p is not None] == [1.0, 1 / 34]
    assert found.slots[1].apart


def test_a_change_is_no_figure_of_a_history() -> None:
    change = year("30", 3, 2022, kind=ObservationKind.CHANGE)
    assert not histories(year("30", 0.5, 2021), change).is_history


def test_only_the_newest_periods_are_shown_and_the_rest_counted() -> None:
    found = histories(*(year("30", 0.5, 2010 + n) for n in range(9)))
    assert (len(found.slots), found.earlier) == (MOST_SLOTS, 3)
    assert found.slots[-1].end.year == 2018


def aimed(goal: float, due: str, name: str = "dti_hang", **facts: Any) -> Target:
    return target(
        goal,
        GoalOp.AT_MOST,
        id=f"ct-{due}-{goal}",
        unit=UnitKey("30"),
        indicator=name,
        due=day(due),
        **facts,
    )


def goal_of(*targets: Target, on: date = IN_TERM) -> float | None:
    found = histories(
        year("30", 14, 2021, "dti_hang"),
        family=(PLACE,),
        targets=tuple((UnitKey("30"), one) for one in targets),
        on=on,
    )
    aim = found.series[0].aim
    return None if aim is None else aim.goal.value


def test_the_goal_due_next_is_drawn() -> None:
    assert goal_of(aimed(5, "31/12/2030"), aimed(12, "31/12/2023"), aimed(20, "31/12/2022")) == 12


def test_of_goals_past_the_last_one_is_drawn() -> None:
    late = (aimed(20, "31/12/2020"), aimed(12, "31/12/2022"))
    assert goal_of(*late, on=day("01/06/2025")) == 12


def test_the_goal_of_the_figures_own_year_is_drawn_whatever_is_due_next() -> None:
    """The figure of 2021 is held against what was promised for 2021, not for 2025."""
    told = (aimed(20, "31/12/2025"), aimed(12, "31/12/2021"))
    assert goal_of(*told, on=day("01/06/2023")) == 12


def test_of_two_goals_due_on_one_day_the_more_binding_is_drawn() -> None:
    hoped = aimed(5, "31/12/2023", level=Level.AMBITION)
    committed = aimed(12, "31/12/2023", level=Level.COMMITTED)
    assert goal_of(hoped, committed) == goal_of(committed, hoped) == 12


def test_a_goal_on_another_indicator_or_in_words_is_not_drawn() -> None:
    other = aimed(5, "31/12/2023", "dti")
    words = target(
        None, None, unit=UnitKey("30"), indicator="dti_hang", goal_words="thuộc nhóm dẫn đầu"
    )
    assert goal_of(other, words) is None


def test_a_goal_lies_on_the_scale_of_the_figures() -> None:
    found = histories(
        year("30", 14, 2021, "dti_hang"),
        family=(PLACE,),
        targets=((UnitKey("30"), aimed(12, "31/12/2023")),),
        on=IN_TERM,
    )
    assert found.series[0].aim is not None
    assert found.series[0].aim.share == 52 / 63
    assert found.series[1].aim is None
