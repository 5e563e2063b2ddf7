"""What a figure is held against: of one edition, of those known, and never of ranks."""

from __future__ import annotations

import pytest

from briefing.domain.model import Better, Indicator, Measure
from briefing.domain.yardsticks import Lacking, Yardstick, held_against
from tests.unit.compared_facts import PLACE, edition, province, year
from tests.unit.facts import indicator

EAST = [province(code) for code in ("30", "37", "01")]
WEST = [province(code, "Tây") for code in ("14", "11")]
ALL = [*EAST, *WEST]
VALUES = {"30": 0.6, "37": 0.5, "14": 0.7}


def test_a_mean_leaves_out_who_has_no_figure_and_says_how_many_entered() -> None:
    found = held_against(Yardstick.MEAN, edition(VALUES, ALL), EAST[0])
    assert (found.value, found.entered, found.of) == (0.6, 3, 5)
    assert found.is_partial


def test_a_mean_of_the_region_is_of_the_unit_s_region_alone() -> None:
    found = held_against(Yardstick.REGION, edition(VALUES, ALL), EAST[0])
    assert (found.value, found.entered, found.of) == (0.55, 2, 3)


def test_a_mean_of_all_is_whole() -> None:
    values = {unit.code: 0.5 for unit in ALL}
    assert not held_against(Yardstick.MEAN, edition(values, ALL), EAST[0]).is_partial


def test_a_published_mean_stands_in_place_of_one_worked_out() -> None:
    published = year("vn", 0.4014, 2022, "dti_trung_binh")
    found = held_against(Yardstick.MEAN, edition(VALUES, ALL), EAST[0], published)
    assert (found.value, found.published, found.is_partial) == (0.4014, published, False)


def test_a_published_mean_counts_even_where_only_one_unit_is_known() -> None:
    published = year("vn", 0.4014, 2022, "dti_trung_binh")
    found = held_against(Yardstick.MEAN, edition({"30": 0.5}, ALL), EAST[0], published)
    assert found.value == 0.4014


def test_a_mean_is_rounded_as_the_index_is_written() -> None:
    found = held_against(Yardstick.MEAN, edition({"30": 0.1, "37": 0.2, "14": 0.2}, ALL), EAST[0])
    assert found.value == 0.1667


def test_figures_said_with_a_hedge_are_counted() -> None:
    found = held_against(Yardstick.MEAN, edition(VALUES, ALL, hedged=("37",)), EAST[0])
    assert found.hedged == 1


LACKING = [
    pytest.param(Yardstick.MEAN, PLACE, Lacking.RANK, id="no mean of ranks"),
    pytest.param(Yardstick.REGION, PLACE, Lacking.RANK, id="no region's mean of ranks"),
    pytest.param(
        Yardstick.MEAN, indicator("dem", Measure.COUNT), Lacking.SIZE, id="no mean of counts"
    ),
    pytest.param(
        Yardstick.BEST, indicator("tien", Measure.MONEY), Lacking.SIZE, id="no best of sums"
    ),
    pytest.param(
        Yardstick.BEST,
        indicator("muc", Measure.INDEX, Better.NEITHER),
        Lacking.DIRECTION,
        id="nothing best without a direction",
    ),
]


@pytest.mark.parametrize(("yardstick", "of", "lacking"), LACKING)
def test_there_is_nothing_to_hold_against(
    yardstick: Yardstick, of: Indicator, lacking: Lacking
) -> None:
    found = held_against(yardstick, edition({"30": 1, "37": 2}, ALL, of), EAST[0])
    assert (found.value, found.lacking) == (None, lacking)


def test_a_unit_alone_is_held_against_nobody() -> None:
    for yardstick in Yardstick:
        found = held_against(yardstick, edition({"30": 0.6}, ALL), EAST[0])
        assert (found.value, found.lacking, found.entered) == (None, Lacking.ALONE, 1)


def test_a_unit_of_no_region_has_no_mean_of_one() -> None:
    found = held_against(Yardstick.REGION, edition(VALUES, ALL), province("30", ""))
    assert found.lacking is Lacking.REGION


def test_a_unit_of_another_time_has_no_region_among_those_of_a_period() -> None:
    found = held_against(Yardstick.REGION, edition(VALUES, WEST), EAST[0])
    assert (found.value, found.lacking) == (None, Lacking.ELSEWHERE)


def test_regions_that_do_not_divide_all_units_have_no_mean() -> None:
    mixed = [*EAST, province("24", "")]
    found = held_against(Yardstick.REGION, edition(VALUES, mixed), EAST[0])
    assert found.lacking is Lacking.REGION


def test_the_best_is_named_and_unsure_while_others_are_silent() -> None:
    found = held_against(Yardstick.BEST, edition(VALUES, ALL), EAST[0])
    assert (found.value, [unit.code for unit in found.who], found.sure) == (0.7, ["14"], False)


def test_the_best_by_a_published_first_rank_is_sure() -> None:
    found = held_against(Yardstick.BEST, edition(VALUES, ALL, ranks={"14": 1}), EAST[0])
    assert found.sure


def test_two_best_share_it() -> None:
    found = held_against(Yardstick.BEST, edition({"30": 0.7, "14": 0.7}, ALL), EAST[0])
    assert [unit.code for unit in found.who] == ["30", "14"]


def test_the_best_rank_is_the_smallest_and_the_first_is_sure() -> None:
    ranks = edition({"30": 13, "14": 1}, ALL, PLACE)
    found = held_against(Yardstick.BEST, ranks, EAST[0])
    assert (found.value, found.sure) == (1, True)
    later = held_against(Yardstick.BEST, edition({"30": 13, "14": 3}, ALL, PLACE), EAST[0])
    assert (later.value, later.sure) == (3, False)


def test_the_least_is_best_where_lower_is_better() -> None:
    lower = indicator("tre_han", better=Better.LOWER)
    found = held_against(Yardstick.BEST, edition({"30": 9, "14": 3}, ALL, lower), EAST[0])
    assert found.value == 3


def test_missing_is_never_zero() -> None:
    assert held_against(Yardstick.MEAN, edition({"30": 0.5, "37": 0.5}, ALL), EAST[0]).value == 0.5
