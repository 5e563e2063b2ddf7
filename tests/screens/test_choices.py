"""What the user chooses: unit, day, language, theme, size of the terminal, units compared."""

from __future__ import annotations

from datetime import date

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from briefing.domain.model import UnitKey
from briefing.screens.compare import CompareScreen
from briefing.screens.dialog import Dialog
from briefing.screens.links import ItemScreen, TargetScreen
from briefing.screens.page_screen import PageScreen
from briefing.settings import Settings
from briefing.widgets.chrome import ItemBar
from briefing.widgets.line_view import LineView
from tests.screens.app_factory import make_app, page, press, said, settle
from tests.screens.scenes import onto

SIZE = (80, 24)


async def show_day(pilot: Pilot[None], text: str) -> None:
    """Moves the day with the keyboard."""
    await press(pilot, "d", *text, "enter")


async def test_another_unit_is_chosen_by_typing_its_name_without_diacritics(
    shipped: Settings,
) -> None:
    app = make_app(shipped, "37")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "u", *"hai duong", "enter")
        assert app.view.unit == UnitKey("30", app.view.unit.valid_from)
        assert app.view.as_of == date(2023, 9, 3)
        assert "Tỉnh Hải Dương" in said(app, "#masthead")
        assert "03/09/2023" in said(app, "#masthead")
        await press(pilot, "3")
        assert "Tỉnh Hải Dương" in said(app, "#masthead")


@pytest.mark.parametrize("typed", ["ca nuoc", "vn", "viet nam"])
async def test_the_nation_is_chosen_by_typing_its_name(typed: str, shipped: Settings) -> None:
    app = make_app(shipped, "37")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "u", *typed, "enter")
        assert "Cả nước" in said(app, "#masthead")


async def test_another_unit_leaves_an_opened_task_as_it_is(shipped: Settings) -> None:
    app = make_app(shipped, "49")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        before = said(app)
        await press(pilot, "u", *"hai duong", "enter")
        assert isinstance(app.screen, ItemScreen)
        assert said(app) == before


async def test_search_finds_a_task_of_another_unit_and_opens_it_there(shipped: Settings) -> None:
    app = make_app(shipped, "37")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"ket noi chinh thuc lgsp", "enter")
        assert isinstance(app.screen, ItemScreen)
        assert "Kết nối chính thức LGSP" in said(app)
        assert app.view.unit.code == "49"
        await press(pilot, "escape")
        assert "Tỉnh Quảng Nam" in said(app, "#masthead")


async def test_escape_leaves_a_dialog_without_a_choice(shipped: Settings) -> None:
    app = make_app(shipped, "37")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        for key in ("slash", "u", "d", "ctrl+p"):
            await press(pilot, key, "x", "escape")
            assert not isinstance(app.screen, Dialog)
            assert app.view.unit.code == "37"


async def test_arrows_move_in_a_dialogs_list_while_one_types(shipped: Settings) -> None:
    app = make_app(shipped, "37")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "u", "down", "down", "up")
        assert app.screen.query_one(LineView).cursor == 1
        assert app.screen.query_one(Input).value == ""
        await press(pilot, "enter")
        assert app.view.unit.code == "24", "the nation stands before the provinces"


@pytest.mark.parametrize(
    ("typed", "status"),
    [("3.9.2023", "◐ đang thực hiện"), ("07/01/2024", "◇ chờ kết quả")],
)
async def test_hai_duongs_rank_is_in_progress_then_awaits_its_result(
    typed: str, status: str, shipped: Settings
) -> None:
    app = make_app(shipped, "30")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await show_day(pilot, typed)
        await onto("DTI năm 2023 xếp thứ 12")(pilot)
        line = next(line for line in page(app).lines if "xếp thứ 12" in line.text)
        assert line.text.strip().startswith(status)
        await press(pilot, "enter")
        assert isinstance(app.screen, TargetScreen)
        assert status in said(app)


async def test_a_day_before_anything_was_known_shows_nothing(shipped: Settings) -> None:
    app = make_app(shipped, "30")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await show_day(pilot, "2020-01-01")
        assert "01/01/2020" in said(app, "#masthead")
        assert "chưa có chỉ tiêu hay nhiệm vụ nào" in said(app)


async def test_a_day_that_is_none_is_not_taken(shipped: Settings) -> None:
    app = make_app(shipped, "30")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "d", *"31.2.2023", "enter")
        assert isinstance(app.screen, Dialog)
        await press(pilot, "escape")
        assert app.view.as_of == date(2023, 9, 3)


async def test_language_changes_in_place_and_keeps_the_cursor(shipped: Settings) -> None:
    app = make_app(shipped, "49")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "down", "n")
        assert "Quang Nam Province" in said(app, "#masthead")
        assert "Overview" in said(app, "#tabs")
        assert page(app).cursor == 1
        await press(pilot, "3")
        assert "Tasks without a target" in said(app)
        await press(pilot, "n", "1")
        assert "Cần ý kiến" in said(app)


async def test_theme_changes_in_place_and_repaints_every_line(shipped: Settings) -> None:
    app = make_app(shipped, "49")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)

        def colours() -> list[object]:
            strips = [page(app).render_line(y) for y in range(6)]
            return [segment.style for strip in strips for segment in strip]

        dark = colours()
        await press(pilot, "t")
        light = colours()
        assert all(a != b for a, b in zip(dark, light, strict=True))
        await press(pilot, "t")
        assert all(a != b for a, b in zip(light, colours(), strict=True))
        await press(pilot, "t")
        assert colours() == dark


async def test_a_click_on_a_tab_a_hint_and_a_row(shipped: Settings) -> None:
    app = make_app(shipped, "49")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.click("#tabs", offset=(said(app, "#tabs").index("Nhiệm vụ"), 0))
        await settle(pilot)
        assert app.current_mode == "tasks"
        await pilot.click("#hints", offset=(16, 1))
        await settle(pilot)
        assert "theo cơ quan chủ trì" in said(app, "#masthead")
        row = next(number for number, line in enumerate(page(app).lines) if line.item == 1)
        await pilot.click("#page", offset=(10, row))
        assert page(app).cursor == 1
        await pilot.click("#page", offset=(10, row), times=2)
        await settle(pilot)
        assert isinstance(app.screen, ItemScreen)


async def test_a_new_size_lays_the_page_out_again_and_keeps_the_cursor(
    shipped: Settings,
) -> None:
    app = make_app(shipped, "49")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "down")
        asked = page(app).link
        for size in ((120, 36), (200, 60), (60, 20), (40, 12), (80, 24)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert page(app).link == asked
            assert all(line.cells <= size[0] for line in page(app).lines)
            assert app.screen.query_one("#hints", ItemBar).lines[0].cells <= size[0] - 2


async def test_two_to_six_units_are_compared(shipped: Settings) -> None:
    app = make_app(shipped, "37", compare=("37", "24"))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "4", "minus")
        assert isinstance(app.screen, CompareScreen)
        assert len(app.screen.units()) == 2
        for number, name in enumerate(("hai duong", "nghe an", "quang nam", "ha noi"), 3):
            await press(pilot, "plus", *name, "enter")
            assert len(app.screen.units()) == number
        await press(pilot, "plus", *"da nang", "escape")
        assert isinstance(app.screen, CompareScreen)
        assert len(app.screen.units()) == 6, "a seventh is not offered"
        assert said(app, "#masthead").startswith("So sánh 6 đơn vị")


async def test_the_same_unit_is_not_added_twice(shipped: Settings) -> None:
    app = make_app(shipped, "37", compare=("37", "24"))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "4", "plus", *"bac giang", "enter")
        assert isinstance(app.screen, CompareScreen)
        assert len(app.screen.units()) == 2


async def test_new_data_is_shown_in_place(shipped: Settings) -> None:
    app = make_app(shipped, "49")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "down")
        before, version = page(app).link, app.data_version
        app.data_changed()
        await settle(pilot)
        assert app.data_version == version + 1
        assert page(app).link == before
        assert isinstance(app.screen, PageScreen)


async def test_a_dialog_closed_before_it_was_built_brings_nothing_down(shipped: Settings) -> None:
    app = make_app(shipped, "37")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        for action in (app.action_unit, app.action_date, app.action_search):
            action()
            dialog = app.screen
            assert isinstance(dialog, Dialog)
            dialog.action_cancel()
            dialog.action_cancel()
            await settle(pilot)
            assert isinstance(app.screen, PageScreen)


async def test_enter_counts_for_what_was_typed_before_it(shipped: Settings) -> None:
    """Typed at once, as a burst over a slow line brings it."""
    app = make_app(shipped, "37")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "u")
        for key in (*"hai", "space", *"duong", "enter", "x"):
            app.post_message(events.Key(key, " " if key == "space" else key))
        await settle(pilot)
        assert app.view.unit.code == "30"
        assert isinstance(app.screen, PageScreen)


async def test_ctrl_q_quits_from_a_dialog_too(shipped: Settings) -> None:
    app = make_app(shipped, "37")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "d", "ctrl+q")
    assert app.return_code == 0


async def test_a_body_that_is_searched_for_shows_its_province_s_tasks_by_lead(
    shipped: Settings,
) -> None:
    app = make_app(shipped, "49")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        app.show_unit(UnitKey("nb-stttt"))
        await settle(pilot)
        assert app.view.unit == UnitKey("37")
        assert "theo cơ quan chủ trì" in said(app, "#masthead")
        assert "Sở TT&TT" in said(app)


async def test_a_chosen_day_is_not_called_the_day_of_the_figures(shipped: Settings) -> None:
    app = make_app(shipped, "37")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "số liệu đến 07/01/2024" in said(app, "#masthead")
        await show_day(pilot, "1/6/2024")
        assert "xem tại ngày 01/06/2024" in said(app, "#masthead")
