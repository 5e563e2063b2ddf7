"""Indexes side by side: in the period that most have, and never across two frameworks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from briefing.domain.comparison import Comparison, Remark, Row, compare
from briefing.domain.likeness import without_overlap
from briefing.domain.model import Observation, Unit, UnitKey, UnitKind
from briefing.domain.yardsticks import Against, Yardstick
from briefing.language import Language, Translator
from briefing.wording import difference
from tests.unit.compared_facts import (
    ALL,
    FRAMEWORKS,
    INDEX,
    INDEX_2020,
    MERGED,
    NOW,
    OLD,
    PLACE,
    PLACE_2024,
    province,
    year,
)
from tests.unit.facts import day, indicator, unit

HD, BG, NB = (province(code) for code in ("30", "24", "37"))
ON = day("31/12/2023")
VI = Translator(Language.VI)


def side_by_side(
    *told: Observation, units: tuple[Unit, ...] = (HD, BG, NB), **facts: Any
) -> Comparison:
    return compare(units, ALL, told, as_of=ON, known_on=ON, frameworks=FRAMEWORKS, **facts)


def values(row: Row) -> list[float | None]:
    return [None if c.observation is None else c.observation.value for c in row.cells]


def test_an_index_is_compared_in_the_newest_period_that_most_have() -> None:
    (row,) = side_by_side(
        year("30", 0.60, 2021),
        year("24", 0.61, 2021),
        year("24", 0.99, 2022),
        year("37", 0.5, 2021),
    ).rows
    assert values(row) == [0.60, 0.61, 0.5]
    assert [cell.remarks for cell in row.cells] == [(), (), ()]


def test_of_two_periods_that_as_many_have_the_newer_is_compared() -> None:
    told = [year(code, 0.5, of) for code in ("30", "24") for of in (2021, 2022)]
    (row,) = side_by_side(*told).rows
    assert {cell.observation.end.year for cell in row.cells if cell.observation} == {2022}


def test_a_unit_without_that_period_shows_its_newest_and_says_so() -> None:
    (row,) = side_by_side(year("30", 0.6, 2022), year("24", 0.5, 2022), year("37", 0.4, 2021)).rows
    assert values(row) == [0.6, 0.5, 0.4]
    assert row.cells[2].remarks == (Remark.PERIOD,)
    assert not row.cells[2].like_for_like


def test_a_value_stands_in_a_row_of_its_own_framework() -> None:
    row, odd = side_by_side(
        year("30", 0.6, 2022), year("24", 0.5, 2022), year("37", 0.9, 2020, "dti_2020")
    ).rows
    assert (row.framework, values(row), row.comparable) == (NOW, [0.6, 0.5, None], True)
    assert (odd.framework, values(odd)) == (OLD, [None, None, 0.9])
    assert (odd.comparable, odd.in_part, row.in_part) == (False, True, False)


def test_a_rank_among_34_stands_in_no_row_of_one_among_63() -> None:
    odd, row = side_by_side(
        year("30", 13, 2022, "dti_hang"),
        year("24", 9, 2022, "dti_hang"),
        year("37", 2, 2022, "dti_2024_hang"),
    ).rows
    assert (row.indicator, values(row)) == (PLACE, [13, 9, None])
    assert (odd.indicator, values(odd)) == (PLACE_2024, [None, None, 2])


def test_a_framework_that_adds_no_unit_gets_no_row() -> None:
    told = [year(code, 0.5, 2022) for code in ("30", "24")]
    (row,) = side_by_side(*told, year("30", 0.4, 2020, "dti_2020")).rows
    assert row.framework == NOW


def test_a_rank_among_another_number_in_one_framework_says_so() -> None:
    told = (year("30", 13, 2022, "dti_hang"), year("24", 9, 2022, "dti_hang", denominator=60))
    (row,) = side_by_side(*told).rows
    assert row.cells[1].remarks == (Remark.UNIVERSE,)
    assert row.cells[1].share is None


def test_a_unit_of_after_the_merger_is_not_like_one_of_before() -> None:
    old = province("30", valid_to=date(2025, 6, 30))
    new = unit("31", key=UnitKey("31", MERGED))
    told = (year("30", 0.6, 2022), year("31@2025-07-01", 0.7, 2022))
    (row,) = side_by_side(*told, units=(old, new)).rows
    assert row.cells[1].remarks == (Remark.UNIT,)
    assert difference(row.cells[0], row.cells[1], VI).endswith(", đơn vị khác thời kỳ")
    assert not row.cells[1].like_for_like


def merged(*codes: str) -> tuple[Unit, ...]:
    """Provinces that became one, then the one they became."""
    heir = UnitKey("24", MERGED)
    old = [province(one, valid_to=date(2025, 6, 30), successors=(heir,)) for one in codes]
    return (*old, unit("24", key=heir))


def test_a_part_and_its_whole_are_not_compared_and_lie_on_no_scale() -> None:
    told = [year("24", 0.3, 2022), year("27", 0.6, 2022), year("24@2025-07-01", 0.9, 2022)]
    (row,) = side_by_side(*told, units=merged("24", "27")).rows
    assert [cell.remarks for cell in row.cells] == [(), (), (Remark.PART,)]
    assert [cell.share for cell in row.cells] == [0.3, 0.6, None]
    assert [cell.best for cell in row.cells] == [False, True, False]


def test_a_whole_beside_its_part_lies_on_no_scale_whatever_the_row_is_judged_by() -> None:
    old, _, new = merged("27", "24")
    other = province("30", valid_to=date(2025, 6, 30))
    told = [year("30", 0.5, 2022), year("27", 0.6, 2022), year("24@2025-07-01", 0.9, 2022)]
    (row,) = side_by_side(*told, units=(other, old, new)).rows
    assert [cell.remarks for cell in row.cells] == [(), (), (Remark.UNIT, Remark.OVERLAP)]
    assert [cell.share for cell in row.cells] == [0.5, 0.6, None]


def test_a_part_and_its_whole_have_charts_of_their_own() -> None:
    one, two, whole = merged("24", "27")
    assert without_overlap([one, two, whole, HD]) == [[one, two, HD], [whole]]


def test_a_unit_of_another_kind_is_not_like_a_province() -> None:
    nation = unit("vn", kind=UnitKind.COUNTRY)
    told = (year("30", 0.6, 2022), year("vn", 0.7, 2022))
    (row,) = side_by_side(*told, units=(HD, nation)).rows
    assert row.cells[1].remarks == (Remark.KIND,)
    assert difference(row.cells[0], row.cells[1], VI).endswith(", đơn vị khác cấp")


def test_the_note_of_an_index_goes_with_it_and_leaves_it_comparable() -> None:
    noted = year("24", 0.5, 2022, note="trung bình cộng của hai tỉnh cũ")
    (row,) = side_by_side(year("30", 0.6, 2022), noted).rows
    assert row.cells[1].remarks == (Remark.NOTE,)
    assert row.cells[1].like_for_like


def test_an_index_lies_on_a_scale_from_0_to_1() -> None:
    (row,) = side_by_side(year("30", 0.6, 2022), year("24", 0.5, 2022)).rows
    assert [cell.share for cell in row.cells] == [0.6, 0.5, None]


def test_rows_stand_by_framework_the_total_first_then_pillars_then_parts() -> None:
    told = [
        year(code, 0.5, 2022, name)
        for name in ("dti_the_che_so", "dti_tru_cot_hang", "dti_tru_cot", "dti_hang", "dti")
        for code in ("30", "24")
    ]
    found = side_by_side(*told).rows
    assert [row.indicator.id for row in found] == [
        "dti", "dti_hang", "dti_tru_cot", "dti_tru_cot_hang", "dti_the_che_so",
    ]  # fmt: skip
    assert {row.framework for row in found} == {NOW}


def test_chosen_indicators_alone_are_compared_in_their_order() -> None:
    told = [
        year(code, 0.5, 2022, name)
        for name in ("dti", "dti_hang", "dti_the_che_so")
        for code in ("30", "24")
    ]
    found = side_by_side(*told, chosen=("dti_the_che_so", "dti"))
    assert [row.indicator.id for row in found.rows] == ["dti_the_che_so", "dti"]
    assert found.chosen == ("dti_the_che_so", "dti")


def test_a_chosen_framework_goes_before_a_newer_one() -> None:
    told = [year(code, 0.4, 2020, "dti_2020") for code in ("30", "24")]
    told += [year(code, 0.5, 2022) for code in ("30", "24", "37")]
    row, other = side_by_side(*told, chosen=("dti_2020",)).rows
    assert (row.indicator, values(row)) == (INDEX_2020, [0.4, 0.4, None])
    assert (other.indicator, values(other)) == (INDEX, [0.5, 0.5, 0.5])


def test_of_two_definitions_asked_for_no_figure_stands_twice() -> None:
    wide = indicator("ho_so")
    narrow = indicator("toan_trinh", variant_of="ho_so")
    told = (year("30", 69.83, 2022, "ho_so"), year("24", 79.15, 2022, "toan_trinh"))

    def rows(*more: Observation) -> list[list[float | None]]:
        found = compare(
            (HD, BG, NB), (wide, narrow), (*told, *more),
            as_of=ON, known_on=ON, chosen=("ho_so", "toan_trinh"),
        )  # fmt: skip
        return [values(row) for row in found.rows]

    assert rows() == [[69.83, 79.15, None]]
    assert rows(year("37", 50, 2022, "toan_trinh")) == [[69.83, 79.15, 50]]
    both = (year("24", 60, 2022, "ho_so"), year("37", 50, 2022, "toan_trinh"))
    assert rows(*both) == [[69.83, 60, None], [None, 79.15, 50]]


def test_what_the_row_is_held_against_lies_on_its_scale_and_makes_it_comparable() -> None:
    def holding(_: object) -> tuple[Against, ...]:
        return (Against(yardstick=Yardstick.MEAN, value=0.25, entered=5, of=63),)

    (row,) = side_by_side(year("30", 0.6, 2022), yardsticks=(Yardstick.MEAN,), holding=holding).rows
    assert (row.comparable, row.against[0].share) == (True, 0.25)


@pytest.mark.parametrize("known", ["30/06/2023", "31/12/2023"])
def test_a_result_published_later_does_not_move_the_period(known: str) -> None:
    later = [year(code, 0.9, 2022, published_on=day("12/07/2023")) for code in ("30", "24")]
    earlier = [year(code, 0.5, 2021) for code in ("30", "24")]
    found = compare(
        (HD, BG), ALL, (*later, *earlier), as_of=ON, known_on=day(known), frameworks=FRAMEWORKS
    )
    expected = 0.5 if known == "30/06/2023" else 0.9
    assert values(found.rows[0]) == [expected, expected]
