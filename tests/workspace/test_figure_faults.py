"""A figure that contradicts its indicator, its source or another figure is told at its cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.workspace import load_workspace, printed
from tests.workspace.spoiling import Case, check, edited, swap, whole
from tests.workspaces import FILES, PATHS, changed, line_of, write_workspace

FIGURES = FILES[PATHS["figures"]]
ACCOUNTS = "    measure: count\n    better: higher\n    noun: tài khoản\n"
SHARE = "    decimals: 2\n    freshness_days: 400\n"


def more(*rows: str) -> str:
    """The figures with some rows more."""
    return FIGURES + "".join(f"{row}\n" for row in rows)


def revising(id_: str, published: str = "2024-02-01", revised: str = "nb-hstt-2022") -> str:
    """A row that revises another to 36,5%, published by a source of its own day."""
    return (
        f"{id_},37,ho_so_truc_tuyen,2022-01-01,2022-12-31,,,36.5,,,,,,,bao_nb,3,{published},yes,"
        f"{revised},,"
    )


CASES = [
    swap(
        "share_above_hundred",
        "plan",
        "to: 50",
        "to: 150",
        key="targets[0].changes[0].to",
    ),
    swap("share_above_hundred", "figures", ",35.5,", ",2308,", key="value"),
    swap("rank_above_universe", "plan", "goal: 12,", "goal: 64,", key="targets[1].goal"),
    swap("rank_above_universe", "figures", ",,,13,,13,63,", ",,,64,,13,63,", key="value"),
    Case(
        "above_highest",
        PATHS["figures"],
        FIGURES,
        line_of(FIGURES, "nb-tk-2023"),
        "value",
        {PATHS["indicators"]: edited("indicators", (ACCOUNTS, f"{ACCOUNTS}    highest: 485761\n"))},
    ),
    swap("below_lowest", "figures", ",35.5,", ",-23,", key="value"),
    swap("below_lowest", "figures", ",485762,about", ",-485762,about", key="value"),
    swap(
        "limits_reversed",
        "indicators",
        "decimals: 4",
        "decimals: 4, lowest: 1, highest: 0",
        key="indicators[2].lowest",
    ),
    swap(
        "limits_reversed",
        "indicators",
        "measure: money, better: higher,",
        "measure: percent, better: higher, highest: -1,",
        key="indicators[4].highest",
    ),
    swap(
        "rank_direction",
        "indicators",
        "measure: rank, better: lower",
        "measure: rank, better: neither",
        key="indicators[3].better",
    ),
    swap(
        "rank_of_no_rank",
        "indicators",
        ACCOUNTS,
        f"{ACCOUNTS}    universe: 63\n",
        "universe: 63",
        "indicators[1].universe",
    ),
    swap("denominator_not_positive", "figures", ",339252,485762,", ",339252,0,", key="denominator"),
    swap("numerator_too_large", "figures", ",339252,485762,", ",485762,339252,", key="denominator"),
    swap("numerator_too_large", "figures", ",13,63,", ",13,12,", key="denominator"),
    swap("numerator_negative", "figures", ",339252,485762,", ",-1,485762,", key="numerator"),
    swap("value_not_numerator", "figures", ",,,13,,13,63,", ",,,13,,31,63,", key="value"),
    swap("printed_disagrees", "figures", ",35.5,", ",53.5,", key="value"),
    swap("printed_disagrees", "figures", ",485762,about", ",485672,about", key="value"),
    swap("told_before_period", "figures", "2023-01-01,2023-11-30", "2024-01-01,2024-11-30"),
    swap(
        "told_before_source",
        "figures",
        "bao_nb,6,2024-01-07",
        "bao_nb,6,2023-12-31",
        key="published_on",
    ),
    swap(
        "compared_with_itself",
        "figures",
        "change,2022-12-31",
        "change,2023-12-31",
        key="compared_with",
    ),
    whole("revised_twice", "figures", more(revising("mot"), revising("hai")), 9, "revises"),
    whole(
        "revision_before",
        "figures",
        more(revising("mot", "2024-03-01"), revising("hai", "2024-02-01", "mot")),
        9,
        "published_on",
    ),
    whole("fact_twice", "figures", more(revising("mot", "2024-01-07", "")), 8, "value"),
    Case(
        "cited_before_written",
        PATHS["documents"],
        changed("documents", "date: 2023-01-10", "date: 2024-01-10"),
        2,
        "documents[0].cited[0].source",
        {
            PATHS["plan"]: edited(
                "plan",
                (
                    "    changes: [{on: 2023-06-30, from: 45, to: 50, document: nb-qd-09-2023}]\n",
                    "",
                ),
                ("    extensions: [{on: 2023-06-20, due: 2023-12-31, by: UBND tỉnh}]\n", ""),
            )
        },
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.line}")
def test_a_figure_that_contradicts_something_is_told_at_its_cell(
    case: Case, tmp_path: Path
) -> None:
    check(case, tmp_path)


RIGHT = {
    "all of a whole": swap(
        "", "figures", ',35.5,,,,,,"35,5%"', ",100,,,,,,100%"
    ),
    "a change of a share below zero": swap(
        "",
        "figures",
        ',,,35.5,,,,,,"35,5%"',
        ',change,2021-12-31,-133.5,,,,,,"giảm 133,5%"',
    ),
    "a share of which the catalogue says that it may pass a hundred": Case(
        "",
        PATHS["figures"],
        changed("figures", ',35.5,,,,,,"35,5%"', ',135.5,,271,200,,,"135,5%"'),
        0,
        "",
        {PATHS["indicators"]: edited("indicators", (SHARE, f"{SHARE}    highest: 1000\n"))},
    ),
    "growth that may be negative": Case(
        "",
        PATHS["figures"],
        changed("figures", ',35.5,,,,,,"35,5%"', ',-3.5,,,,,,"giảm 3,5%"'),
        0,
        "",
        {PATHS["indicators"]: edited("indicators", (SHARE, f"{SHARE}    lowest: -100\n"))},
    ),
    "an estimate of a period to come": swap(
        "", "figures", "2023-11-30,,,90,almost", "2024-11-30,,,90,estimate"
    ),
    "a revision and its revision": whole(
        "", "figures", more(revising("mot"), revising("hai", "2024-02-01", "mot"))
    ),
    "the same figure from another source": whole(
        "", "figures", more(revising("mot", "2024-01-07", "").replace("36.5", "35.5")
                            .replace("bao_nb", "bao_bg"))
    ),
    "a figure whose source prints no number": swap("", "figures", '"35,5%"', "hơn một phần ba"),
}  # fmt: skip


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_is_read(name: str, tmp_path: Path) -> None:
    case = RIGHT[name]
    files = {case.path: case.content, **case.files}
    assert load_workspace(write_workspace(tmp_path, files)).observations


def test_reversed_days_are_told_with_their_names(tmp_path: Path) -> None:
    case = swap("", "figures", "2022-01-01,2022-12-31,,,35.5", "2023-01-01,2022-12-31,,,35.5")
    (problem,) = case.problems(tmp_path)
    assert problem.text() == "end (2022-12-31) đứng trước start (2023-01-01)."


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("485.762 hồ sơ", 485762),
        ("trên 11.098.859 lượt", 11098859),
        ("69,83%", 69.83),
        ("0.8002", 0.8002),
        ("16/18", 16),
        ("một trong 9", 9),
        ("giảm 3 bậc", -3),
        ("1.234,5 tỷ đồng", 1234.5),
        ("1,2 triệu tài khoản", 1_200_000),
        ("500 triệu đồng", 0.5),
        ("2 triệu 500 nghìn", 2_500_000),
        ("485 762", 485762),
        ("dẫn đầu cả nước", 1),
    ],
)
def test_a_number_is_recognised_in_what_was_printed(text: str, value: float) -> None:
    assert printed.says(text, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [("69,83%", 96.83), ("485.762", 485672), ("16/18", 88.9), ("1,2 triệu", 12), ("9", 90)],
)
def test_another_number_is_not_what_was_printed(text: str, value: float) -> None:
    assert not printed.says(text, value)
