"""The dialog on a profile: what is typed for an index moves total, points and rank at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from briefing.app import BriefingApp
from briefing.screens.field import Field
from briefing.screens.profile import ProfileScreen
from briefing.screens.what_if import WhatIfScreen
from briefing.settings import Settings
from briefing.widgets.chrome import Lines
from briefing.widgets.line_view import LineView
from tests.screens.app_factory import make_app, press, said, settle
from tests.screens.scenes import Scene

DAY = date(2023, 10, 1)
"""After the results of 2022, before those of 2023."""
SIZE = (80, 24)


Compare = Callable[..., bool]
ON_DAY = {"as_of": DAY}
OPENED = ("p", "w")
UNCHANGED = ["Hạng 5/63  theo công bố", "Tổng 0,6924 · 692,4 trên 1.000 điểm"]
PICTURES = {
    "raised": Scene("92", (*OPENED, "tab", "tab", "tab", "type:0,9"), ON_DAY),
    "ranked": Scene("92", (*OPENED, "tab", "type:2"), ON_DAY),
    "interval": Scene("92", (*OPENED, "type:-0,15"), ON_DAY),
    "assumed": Scene("30", (*OPENED, "tab", "type:+0,1"), ON_DAY),
    "mistaken": Scene("92", (*OPENED, "type:90"), ON_DAY),
}


@pytest.mark.parametrize("name", PICTURES)
def test_at_80x24(name: str, standings: Settings, snap_compare: Compare) -> None:
    scene = PICTURES[name]
    assert snap_compare(scene.app(standings), terminal_size=(80, 24), run_before=scene.play)


@pytest.mark.parametrize("size", [(120, 36), (200, 60), (60, 20)])
def test_at_other_sizes(size: tuple[int, int], standings: Settings, snap_compare: Compare) -> None:
    scene = PICTURES["ranked"]
    assert snap_compare(scene.app(standings), terminal_size=size, run_before=scene.play)


def test_in_english(standings: Settings, snap_compare: Compare) -> None:
    app = PICTURES["raised"].app(standings, language="en")
    assert snap_compare(app, terminal_size=(80, 24), run_before=PICTURES["raised"].play)


async def opened(pilot: Pilot[None]) -> None:
    """Opens the dialog of the unit in focus."""
    await settle(pilot)
    await press(pilot, "p", "w")
    assert isinstance(pilot.app.screen, WhatIfScreen)


async def onto(pilot: Pilot[None], name: str) -> None:
    """Goes down, round the end if need be, to the row of an index."""
    for _ in range(9):
        if name in title(pilot):
            return
        await press(pilot, "tab")
    raise AssertionError(title(pilot))


def listed(pilot: Pilot[None]) -> list[str]:
    """What the dialog says, line by line."""
    return [line.strip() for line in dialog_text(pilot).splitlines()]


def dialog_text(pilot: Pilot[None]) -> str:
    assert isinstance(pilot.app, BriefingApp)
    return "\n".join(said(pilot.app, part) for part in ("#what-if-answer", "#dialog-list"))


def title(pilot: Pilot[None]) -> str:
    """What the dialog asks for."""
    assert isinstance(pilot.app, BriefingApp)
    return said(pilot.app, "#dialog-title")


def row(pilot: Pilot[None], name: str) -> str:
    """The line of one index."""
    return next(line for line in listed(pilot) if line.startswith(name))


def of_can_tho(standings: Settings, language: str = "vi") -> BriefingApp:
    return make_app(standings, "92", as_of=DAY, language=language)


async def test_it_opens_on_the_index_with_most_points_to_win(standings: Settings) -> None:
    app = of_can_tho(standings)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        assumed = "Giả định Hoạt động xã hội số, công bố 0,2947"
        assert title(pilot).startswith(f"{assumed} · năm 2022")
        assert listed(pilot)[:2] == [
            "Hạng 5/63  theo công bố",
            "Tổng 0,6924 · 692,4 trên 1.000 điểm",
        ]


async def test_total_points_and_rank_follow_every_key(standings: Settings) -> None:
    app = of_can_tho(standings)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await onto(pilot, "Thể chế số")
        await press(pilot, *"0,9")
        assert listed(pilot)[:2] == [
            "Hạng 5/63 → hạng 3/63  ↑ lên 2 bậc",
            "Tổng 0,6924 → 0,7024 · 692,4 → 702,4 trên 1.000 điểm  +10,0",
        ]
        assert row(pilot, "Thể chế số").split()[-5:] == ["0,8000", "→", "0,9000", "+10,0", "100"]
        await press(pilot, "5")
        assert listed(pilot)[1].startswith("Tổng 0,6924 → 0,7074")
        await press(pilot, "backspace", "backspace", "backspace", "backspace")
        assert listed(pilot)[:2] == [
            "Hạng 5/63  theo công bố",
            "Tổng 0,6924 · 692,4 trên 1.000 điểm",
        ]


async def test_a_burst_of_keys_is_as_good_as_slow_typing(standings: Settings) -> None:
    app = of_can_tho(standings)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await onto(pilot, "Nhận thức số")
        for key in ("1", "down", *"0,9", "down", *"+0,1", "up", "backspace", "8"):
            letter = key if len(key) == 1 else None
            name = {",": "comma", "+": "plus"}.get(key, key)
            app.post_message(events.Key(name, letter))
        await settle(pilot)
        assert "1,0000" in row(pilot, "Nhận thức số")
        assert "0,8000" in row(pilot, "Thể chế số")
        assert "0,8233" in row(pilot, "Hạ tầng số")
        assert app.screen.query_one(Field).text == "0,8"


async def test_rows_keep_what_was_typed_for_them(standings: Settings) -> None:
    app = of_can_tho(standings)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await onto(pilot, "Thể chế số")
        await press(pilot, *"0,9", "down")
        field = app.screen.query_one(Field)
        assert field.text == ""
        assert "Hạ tầng số" in title(pilot)
        await press(pilot, *"+0,1", "up")
        assert field.text == "0,9"
        assert "+20,0" in listed(pilot)[1]


async def test_enter_goes_round_the_rows(standings: Settings) -> None:
    app = of_can_tho(standings)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        first = title(pilot)
        for _ in range(9):
            await press(pilot, "enter")
        assert title(pilot) == first
        await press(pilot, "shift+tab")
        assert "Hoạt động kinh tế số" in title(pilot)


async def test_the_last_row_takes_a_rank_and_answers_with_the_even_raise(
    standings: Settings,
) -> None:
    app = of_can_tho(standings)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await onto(pilot, "Tính ngược")
        await press(pilot, "3")
        assert listed(pilot)[0] == "Để đạt hạng 3/63: nâng đều cả 8 chỉ số chính thêm 0,0100."
        assert listed(pilot)[1] == "Hạng 5/63 → hạng 3/63  ↑ lên 2 bậc"
        assert "0,3047" in row(pilot, "Hoạt động xã hội số")
        await press(pilot, "backspace", *"64")
        assert listed(pilot)[0] == "✘ Hạng là một số từ 1 đến 63."


async def test_what_is_no_value_is_told_and_changes_nothing(standings: Settings) -> None:
    app = of_can_tho(standings)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await press(pilot, *"9x")
        assert listed(pilot)[0].startswith("✘ Hoạt động xã hội số: “9x” không phải giá trị")
        assert "Hạng 5/63  theo công bố" in listed(pilot)
        await press(pilot, "backspace", "backspace", "+")
        assert listed(pilot)[0] == "Hạng 5/63  theo công bố"


async def test_escape_leaves_nothing_behind(standings: Settings) -> None:
    app = of_can_tho(standings)
    before = Path(standings.database).read_bytes()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "p")
        page = said(app)
        await press(pilot, "w", *"0,99", "escape")
        assert isinstance(app.screen, ProfileScreen)
        assert said(app) == page
        await press(pilot, "w")
        assert app.screen.query_one(Field).text == ""
        assert listed(pilot)[0] == "Hạng 5/63  theo công bố"
        await press(pilot, "escape")
    assert Path(standings.database).read_bytes() == before


async def test_a_unit_without_values_says_so_and_takes_assumed_ones(standings: Settings) -> None:
    app = make_app(standings, "30", as_of=DAY)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        assert "Chưa công bố chỉ số chính nào" in dialog_text(pilot)
        assert "chưa công bố" in title(pilot)
        for _ in range(8):
            await press(pilot, *"0,7", "enter")
            if "Tính ngược" in title(pilot):
                await press(pilot, "enter")
        assert listed(pilot)[1].endswith("0,7000")
        assert "hạng 4/63" in listed(pilot)[0].casefold()


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
@pytest.mark.parametrize("language", ["vi", "en"])
async def test_the_title_is_never_cut(
    standings: Settings, size: tuple[int, int], language: str
) -> None:
    app = of_can_tho(standings, language)
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        for _ in range(9):
            assert "…" not in title(pilot)
            await press(pilot, "tab")


async def test_it_opens_on_the_index_under_the_cursor(standings: Settings) -> None:
    app = of_can_tho(standings)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "p")
        view = app.screen.query_one("#page", LineView)
        for line in view.lines:
            if line.item is not None and line.text.strip().startswith("Thể chế số"):
                view.move_to(line.item)
                break
        await settle(pilot)
        await press(pilot, "circumflex_accent")
        assert "Thể chế số" in title(pilot)


async def test_it_speaks_english(standings: Settings) -> None:
    app = of_can_tho(standings, "en")
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await press(pilot, *"+0.1")
        assert listed(pilot)[1].startswith("Total 0.6924 → 0.7074")


@pytest.mark.parametrize("size", [(40, 12), (60, 18), (60, 20), (80, 24), (200, 60)])
async def test_every_row_can_be_reached_at_any_size(
    standings: Settings, size: tuple[int, int]
) -> None:
    app = of_can_tho(standings)
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        view = app.screen.query_one("#dialog-list", LineView)
        for _ in range(9):
            await press(pilot, "tab")
            top = view.scroll_offset.y
            height = view.scrollable_content_region.height
            shown = view.lines[top : top + height]
            assert any(line.item == view.cursor for line in shown)
        await press(pilot, *"0,99")
        answer = app.screen.query_one("#what-if-answer", Lines)
        assert "→" in answer.lines[0].text  # the rank before and after
        assert answer.region.height >= 2 and answer.region.bottom <= size[1]
