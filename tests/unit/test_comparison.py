"""Units side by side: one scale, and nothing unlike is called better."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from briefing.domain.comparison import Comparison, Remark, Row, compare, difference
from briefing.domain.model import (
    Better,
    Indicator,
    Measure,
    Observation,
    ObservationKind,
    PillarKind,
    Qualifier,
    UnitKey,
)
from tests.unit.facts import RANK, day, indicator, observation, pillar, unit

HD, BG, NB, QN = (unit(code) for code in ("30", "24", "37", "49"))
DOSSIERS = indicator("ho_so")
WHOLLY = indicator("ho_so_toan_trinh", variant_of="ho_so")
NARROWER = indicator("ho_so_cap_xa", variant_of="ho_so_toan_trinh")


def said(code: str, value: float, **facts: Any) -> Observation:
    return observation(value, **{"id": f"{code}-{value}", "unit": UnitKey(code), **facts})


def side_by_side(
    *told: Observation,
    indicators: tuple[Indicator, ...] = (DOSSIERS, WHOLLY, NARROWER),
    on: str = "07/01/2024",
    **facts: Any,
) -> Comparison:
    return compare((HD, BG, NB, QN), indicators, told, as_of=day(on), known_on=day(on), **facts)


def only_row(*told: Observation, **facts: Any) -> Row:
    (row,) = side_by_side(*told, **facts).rows
    return row


def best(row: Row) -> list[str]:
    return [cell.unit.code for cell in row.cells if cell.best]


def shares(row: Row) -> list[float | None]:
    return [cell.share for cell in row.cells]


def remarks(row: Row) -> list[str]:
    return [" ".join(cell.remarks) for cell in row.cells]


def test_the_greatest_of_like_figures_is_best() -> None:
    row = only_row(said("30", 89), said("24", 79), said("37", 69.83))
    assert best(row) == ["30"]
    assert remarks(row) == ["", "", "", ""]
    assert shares(row) == [0.89, 0.79, 0.6983, None]
    assert (row.reference, row.comparable) == (0, True)
    assert [cell.like_for_like for cell in row.cells] == [True, True, True, False]


def test_the_least_is_best_where_lower_is_better() -> None:
    lower = indicator(better=Better.LOWER)
    assert best(only_row(said("30", 9), said("24", 7), indicators=(lower,))) == ["24"]


def test_nothing_is_best_where_neither_is_better() -> None:
    neither = indicator(better=Better.NEITHER)
    assert best(only_row(said("30", 9), said("24", 7), indicators=(neither,))) == []


def test_all_of_a_tie_are_best() -> None:
    assert best(only_row(said("30", 0.3), said("24", 0.1 + 0.2), said("37", 0.1))) == ["30", "24"]


def test_a_figure_alone_is_best_of_nothing() -> None:
    row = only_row(said("24", 79))
    assert (best(row), row.comparable, row.reference) == ([], False, 1)


UNLIKE = [
    pytest.param({"end": "31/12/2022"}, Remark.PERIOD, id="another year"),
    pytest.param({"start": date(2023, 7, 1)}, Remark.PERIOD, id="half of the year"),
    pytest.param({"qualifier": Qualifier.AT_LEAST}, Remark.QUALIFIER, id="over"),
    pytest.param({"qualifier": Qualifier.ESTIMATE}, Remark.QUALIFIER, id="an estimate"),
    pytest.param({"indicator": "ho_so_toan_trinh"}, Remark.DEFINITION, id="a variant"),
    pytest.param({"indicator": "ho_so_cap_xa"}, Remark.DEFINITION, id="a variant's variant"),
]


@pytest.mark.parametrize(("facts", "remark"), UNLIKE)
def test_what_is_not_like_for_like_is_marked_and_never_best(
    facts: dict[str, Any], remark: Remark
) -> None:
    row = only_row(said("30", 50), said("24", 99, **facts), said("37", 40))
    assert remarks(row) == ["", remark, "", ""]
    assert best(row) == ["30"]
    assert not row.cells[1].like_for_like
    assert row.cells[1].share == 0.99


def test_a_cell_says_everything_that_sets_it_apart() -> None:
    odd = said("24", 99, end="31/12/2022", qualifier=Qualifier.ABOUT, indicator="ho_so_toan_trinh")
    assert remarks(only_row(said("30", 50), odd))[1] == "period qualifier definition"


def test_two_figures_hedged_alike_are_alike_and_hedged_otherwise_are_not() -> None:
    over, nearly = Qualifier.AT_LEAST, Qualifier.ALMOST
    row = only_row(
        said("30", 50, qualifier=over),
        said("24", 60, qualifier=over),
        said("37", 70, qualifier=nearly),
    )
    assert (best(row), remarks(row)[2]) == (["24"], "qualifier")


def test_the_reference_is_the_first_unit_that_measures_by_the_row_s_definition() -> None:
    row = only_row(said("30", 99, indicator="ho_so_toan_trinh"), said("24", 60), said("37", 50))
    assert (row.indicator, row.reference, best(row)) == (DOSSIERS, 1, ["24"])
    assert remarks(row) == ["definition", "", "", ""]
    assert row.cells[0].indicator == WHOLLY


def test_a_unit_s_own_figure_goes_before_its_variant_even_when_older() -> None:
    told = (
        said("30", 50),
        said("24", 60, end="31/12/2021"),
        said("24", 99, indicator="ho_so_toan_trinh"),
    )
    cell = only_row(*told).cells[1]
    assert (cell.indicator, cell.observation) == (DOSSIERS, told[1])


def test_of_two_variants_the_newest_figure_is_shown() -> None:
    told = (
        said("24", 1, indicator="ho_so_toan_trinh", end="31/12/2022"),
        said("24", 2, indicator="ho_so_cap_xa"),
    )
    assert only_row(said("30", 50), *told).cells[1].indicator == NARROWER


def test_a_row_that_only_variants_fill_takes_the_first_one_s_name() -> None:
    told = [
        said(code, value, indicator="ho_so_toan_trinh") for code, value in (("24", 7), ("37", 9))
    ]
    row = only_row(*told, said("49", 99, indicator="ho_so_cap_xa"))
    assert (row.indicator, best(row)) == (WHOLLY, ["37"])
    assert remarks(row) == ["", "", "", "definition"]


def test_a_variant_counted_otherwise_has_no_place_on_the_scale() -> None:
    counted = indicator("so_ho_so", Measure.COUNT, variant_of="ho_so")
    told = said("24", 765_472, indicator="so_ho_so")
    row = only_row(said("30", 50), told, said("37", 40), indicators=(DOSSIERS, counted))
    assert shares(row) == [0.5, None, 0.4, None]
    assert best(row) == ["30"]
    assert difference(row.cells[0], row.cells[1]) is None


def test_variants_in_a_circle_end_somewhere() -> None:
    a, b = indicator("a", variant_of="b"), indicator("b", variant_of="a")
    found = side_by_side(said("30", 1, indicator="a"), indicators=(a, b))
    assert [row.cells[0].observation is not None for row in found.rows] == [True]


def test_ranks_lie_on_their_universe_and_the_first_is_best() -> None:
    told = [said(code, value, indicator="hang_dti") for code, value in (("30", 1), ("24", 63))]
    row = only_row(*told, indicators=(RANK,))
    assert (shares(row)[:2], best(row)) == ([1.0, 1 / 63], ["30"])


def test_a_rank_among_34_is_not_a_rank_among_63() -> None:
    told = (
        said("30", 13, indicator="hang_dti", numerator=13, denominator=63),
        said("24", 12, indicator="hang_dti", numerator=12, denominator=34),
    )
    row = only_row(*told, indicators=(RANK,))
    assert (remarks(row)[1], best(row)) == ("universe", [])
    assert shares(row)[:2] == [51 / 63, None], "two universes lie on no common scale"


def test_a_rank_without_a_universe_lies_on_the_row() -> None:
    free = indicator("hang", Measure.RANK, Better.LOWER)
    row = only_row(
        said("30", 2, indicator="hang"), said("24", 4, indicator="hang"), indicators=(free,)
    )
    assert shares(row)[:2] == [0.75, 0.25]


SCALES = [
    pytest.param(Measure.COUNT, (581, 823, 0), [581 / 823, 1.0, 0.0], id="of the greatest"),
    pytest.param(Measure.COUNT, (0, 0, 0), [0.0, 0.0, 0.0], id="all nothing"),
    pytest.param(Measure.POINTS, (-5, 10, 5), [0.0, 1.0, 0.5], id="below nothing"),
    pytest.param(Measure.MONEY, (-5, -1, -9), [0.0, 0.0, 0.0], id="all below nothing"),
    pytest.param(Measure.PERCENT, (120, 50, -3), [1.0, 0.5, 0.0], id="beyond a hundred"),
]


@pytest.mark.parametrize(("measure", "values", "expected"), SCALES)
def test_a_row_has_one_scale(
    measure: Measure, values: tuple[float, ...], expected: list[float]
) -> None:
    told = [said(code, value) for code, value in zip(("30", "24", "37"), values, strict=True)]
    row = only_row(*told, indicators=(indicator(measure=measure),))
    assert shares(row)[:3] == expected


def test_parts_of_wholes_are_compared_by_their_shares() -> None:
    counts = indicator(measure=Measure.COUNT)
    told = (
        said("30", 18, numerator=18, denominator=18),
        said("24", 20, numerator=20, denominator=40),
    )
    row = only_row(*told, indicators=(counts,))
    assert (shares(row)[:2], best(row)) == ([1.0, 0.5], ["30"])


def test_parts_of_wholes_beside_a_plain_count_are_compared_as_counts() -> None:
    counts = indicator(measure=Measure.COUNT)
    told = (said("30", 18, numerator=18, denominator=18), said("24", 20))
    row = only_row(*told, indicators=(counts,))
    assert (shares(row)[:2], best(row)) == ([0.9, 1.0], ["24"])


def test_stale_figures_and_odd_rates_are_marked_but_stay_comparable() -> None:
    aging = indicator(freshness_days=3)
    odd = said("24", 69.83, numerator=339252, denominator=485762, printed="69,83%")
    row = only_row(said("30", 50), odd, indicators=(aging,))
    assert remarks(row)[:2] == ["stale", "stale rate"]
    assert (best(row), row.cells[1].like_for_like) == (["24"], True)


def test_only_known_values_of_the_units_compared_count() -> None:
    told = (
        said("30", 50),
        said("24", 60, published_on=day("08/01/2024")),
        said("37", 33, kind=ObservationKind.CHANGE),
        said("99", 70),
    )
    row = only_row(*told)
    assert [cell.observation is not None for cell in row.cells] == [True, False, False, False]
    assert not row.comparable


def test_a_unit_is_its_code_and_its_first_day() -> None:
    new_bac_ninh = said("24", 60, unit=UnitKey("24", date(2025, 7, 1)))
    assert only_row(said("30", 50), new_bac_ninh).cells[1].observation is None


def test_rows_stand_by_pillar_and_those_with_more_figures_first() -> None:
    pillars = (
        pillar("nen_tang", 0, PillarKind.FOUNDATION),
        pillar("kinh_te_so", 2),
        pillar("chinh_quyen_so", 1),
    )
    homes = {
        "whole": None,
        "base": "nen_tang",
        "money": "kinh_te_so",
        "one": "chinh_quyen_so",
        "two": "chinh_quyen_so",
        "three": "chinh_quyen_so",
    }
    told = [said("30", 1, indicator=name) for name in homes]
    told += [said("24", 1, indicator=name) for name in ("two", "three")]
    found = side_by_side(
        *told,
        indicators=tuple(indicator(name, pillar=home) for name, home in homes.items()),
        pillars=pillars,
    )
    assert [row.indicator.id for row in found.rows] == [
        "two",
        "three",
        "one",
        "money",
        "base",
        "whole",
    ]


def test_an_indicator_that_nobody_has_makes_no_row() -> None:
    assert side_by_side().rows == ()


def test_a_difference_is_that_of_paper() -> None:
    row = only_row(said("30", 89), said("24", 79.15, indicator="ho_so_toan_trinh"))
    assert difference(row.cells[0], row.cells[1]) == 9.85
    assert difference(row.cells[1], row.cells[0]) == -9.85
    assert difference(row.cells[0], row.cells[2]) is None
