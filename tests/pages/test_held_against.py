"""Which goal a value is held against: an indicator's page, a target's and a comparison agree."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from briefing.domain.multiples import Multiples
from briefing.domain.standing import IndicatorHistory
from briefing.language import Language, Translator, translator
from briefing.pages.blocks import Bar, Row, Table
from briefing.pages.history_chart import aim_text, met_text
from briefing.pages.indicator import indicator_page
from briefing.pages.indicator_history import history_table
from briefing.settings import Settings
from briefing.store.comparisons import Sides
from briefing.store.reading import Reader
from briefing.workspace import load_workspace

VI, EN = translator(Language.VI), translator(Language.EN)
DAYS = (
    date(2022, 9, 1),
    date(2023, 9, 3),
    date(2024, 3, 1),
    date(2024, 12, 31),
    date(2025, 6, 30),
    date(2026, 11, 22),
)
RANK_DAY = date(2023, 9, 3)
MARK = "┃ là mức đề ra: "
NAMED_EACH = "┃ là mức đề ra ghi trên từng dòng"


def text(row: Row, place: int) -> str:
    cell = row.cells[place]
    assert not isinstance(cell, Bar)
    return "".join(span.text for span in cell)


def tick(row: Row) -> float | None:
    cell = row.cells[2]
    assert isinstance(cell, Bar)
    return cell.tick


def hai_duong(settings: Settings, indicator: str = "dti_hang") -> IndicatorHistory:
    with Reader(settings.database) as reader:
        unit = reader.find_unit("30", RANK_DAY)
        assert unit is not None
        return reader.history(indicator, unit.key, RANK_DAY, RANK_DAY)


def drawn(reader: Reader, history: IndicatorHistory) -> Multiples | None:
    """The little chart of the same indicator and unit in a comparison; none of a single period."""
    sides = Sides(chosen=(history.indicator.id,))
    keys = [history.unit.key]
    found = reader.comparison(keys, history.as_of, history.known_on, sides)
    return next((one for one in found.multiples if one.series[0].aim is not None), None)


def pairs(settings: Settings) -> Iterator[tuple[IndicatorHistory, Multiples]]:
    """Every shipped history with a goal that both screens draw, on several days."""
    plans = load_workspace(settings.root).plans
    promising = sorted({(str(one.unit), one.unit) for plan in plans for one in plan.targets})
    with Reader(settings.database) as reader:
        for day, (_, key) in itertools.product(DAYS, promising):
            told = reader.briefing(key, day, day).targets
            for name in sorted({one.target.indicator or "" for one in told} - {""}):
                history = reader.history(name, key, day, day)
                chart = drawn(reader, history) if len(history.values) > 1 else None
                if chart is not None:
                    yield history, chart


def test_the_page_of_an_indicator_and_a_comparison_agree_on_goal_and_verdict(
    standings: Settings,
) -> None:
    seen = 0
    for history, chart in pairs(standings):
        table = history_table(history, {}, VI)
        series = chart.series[0]
        goal = aim_text(series, chart.indicator, VI).removeprefix("─ ")
        judged = series.aim.judged if series.aim is not None else None
        for row, value in zip(table.rows, history.values, strict=True):
            if judged is None or value.id != judged.id:
                continue
            seen += 1
            verdict = text(row, 3)
            assert met_text(series, VI).endswith(f": {verdict.removesuffix(goal).strip()}")
            assert table.aside == f"{MARK}{goal}" or (
                table.aside == NAMED_EACH and verdict.endswith(goal)
            )
    assert seen >= 8


def test_of_four_goals_the_one_in_force_is_drawn_and_named_with_its_year(
    standings: Settings,
) -> None:
    """Thirteenth of 63 is not the twelfth place promised for 2023, whatever 2025 allows."""
    table = history_table(hai_duong(standings), {}, VI)
    assert table.aside == "┃ là mức đề ra: phấn đấu ≤ 12 (2023)"
    assert {text(row, 3) for row in table.rows} == {"chưa đạt"}
    assert {tick(row) for row in table.rows} == {52 / 63}


def test_each_year_is_held_against_its_own_goal_and_the_line_names_it(standings: Settings) -> None:
    history = hai_duong(standings)
    goals = {one.goal.value: one for one in history.targets}
    due = {20: date(2021, 12, 31), 12: date(2022, 12, 31)}
    own = tuple(
        replace(goals[goal], target=replace(goals[goal].target, due=day))
        for goal, day in due.items()
    )
    table = history_table(replace(history, targets=(*own, goals[15])), {}, VI)
    assert table.aside == NAMED_EACH
    said = {
        value.end.year: text(row, 3) for row, value in zip(table.rows, history.values, strict=True)
    }
    assert said == {2022: "chưa đạt phấn đấu ≤ 12 (2022)", 2021: "đạt cam kết ≤ 20 (2021)"}
    assert [tick(row) for row in table.rows] == [52 / 63, 52 / 63, 44 / 63]


def test_a_goal_of_the_opposite_count_has_no_place_on_the_scale(standings: Settings) -> None:
    history = hai_duong(standings)
    others = tuple(
        replace(one, target=replace(one.target, indicator="dti")) for one in history.targets
    )
    table = history_table(replace(history, targets=others), {}, VI)
    assert table.aside == "" and {tick(row) for row in table.rows} == {None}


def test_a_target_s_own_page_draws_its_own_goal(standings: Settings) -> None:
    history = hai_duong(standings)
    for standing in history.targets:
        table = history_table(history, {}, VI, standing)
        assert str(int(standing.goal.value or 0)) in table.aside
        met = {text(row, 3) for row in table.rows}
        assert met == ({"đạt"} if (standing.goal.value or 0) >= 14 else {"chưa đạt"})


def test_a_page_without_a_goal_says_nothing_of_one(standings: Settings) -> None:
    table = history_table(hai_duong(standings, "dti_nhan_luc_so_hang"), {}, VI)
    assert table.aside == ""
    assert {text(row, 3) for row in table.rows} == {""}
    assert {tick(row) for row in table.rows} == {None}


@pytest.mark.parametrize(("tr", "said"), [(VI, "chưa đạt"), (EN, "not achieved")], ids=["vi", "en"])
def test_the_verdict_stands_in_words_on_the_page(
    standings: Settings, tr: Translator, said: str
) -> None:
    page = indicator_page(hai_duong(standings), {}, tr)
    (table,) = (
        block
        for block in page.blocks
        if isinstance(block, Table) and block.heading == tr.gettext("Diễn biến")
    )
    assert text(table.rows[0], 3) == said
