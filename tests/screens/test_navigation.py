"""Moving about: into a line and back, between tabs, to a source."""

from __future__ import annotations

import asyncio
from threading import Event
from typing import Any

import pytest
from textual.css.stylesheet import Stylesheet

from briefing.domain.model import UnitKey
from briefing.pages.line import Link, LinkKind
from briefing.screens.links import ItemScreen, SourceScreen
from briefing.screens.overview import OverviewScreen
from briefing.screens.tasks import TasksScreen
from briefing.settings import Settings
from briefing.store.reading import Reader
from tests.screens.app_factory import make_app, page, press, said, settle
from tests.screens.scenes import onto

SIZE = (80, 24)


async def test_enter_goes_in_and_escape_comes_back_to_the_same_line(shipped: Settings) -> None:
    app = make_app(shipped, "49")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, ItemScreen)
        assert "Thành lập Ban Chỉ đạo" in said(app)
        await press(pilot, "escape")
        assert page(app).cursor == 1
        assert app.current_mode == "overview"


async def test_escape_on_a_tab_leads_to_the_overview_and_stays_there(shipped: Settings) -> None:
    app = make_app(shipped, "49")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "3", "escape")
        assert app.current_mode == "overview"
        await press(pilot, "escape")
        assert app.current_mode == "overview"
        assert app.is_running


async def test_tabs_keep_their_cursors(shipped: Settings) -> None:
    app = make_app(shipped, "49")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "down", "down", "3", "down", "2", "1")
        assert page(app).cursor == 2
        await press(pilot, "3")
        assert page(app).cursor == 1


async def test_a_tab_key_on_an_opened_page_shows_the_tab_itself(shipped: Settings) -> None:
    app = make_app(shipped, "49")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "s", "1")
        assert len(app.screen_stack) == 1
        await press(pilot, "enter", "3")
        assert app.current_mode == "tasks"
        assert len(app.screen_stack) == 1


async def test_a_pillar_opens_at_its_place_on_the_pillars_tab(shipped: Settings) -> None:
    app = make_app(shipped, "49")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await onto("Nhân lực số")(pilot)
        await press(pilot, "enter")
        assert app.current_mode == "pillars"
        assert page(app).link == Link(LinkKind.PILLAR, "nhan_luc_so")


async def test_the_source_opens_at_the_paragraph_of_the_line(shipped: Settings) -> None:
    app = make_app(shipped, "49")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        asked = page(app).link
        await press(pilot, "s")
        assert isinstance(app.screen, SourceScreen)
        assert asked is not None
        found = page(app).link
        assert found is not None
        assert found.paragraph == asked.paragraph == 10


async def test_a_line_without_a_source_says_so(shipped: Settings) -> None:
    app = make_app(shipped, "37")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "s")
        assert len(app.screen_stack) == 1
        assert said(app, "#detail") == " Dòng này không có nguồn riêng."
        await press(pilot, "down")
        assert "không có nguồn" not in said(app, "#detail")


async def test_ctrl_c_says_how_to_leave_on_every_kind_of_screen(shipped: Settings) -> None:
    app = make_app(shipped, "49")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        for keys in ((), ("4",), ("1", "enter"), ("escape", "question_mark")):
            await press(pilot, *keys, "ctrl+c")
            assert app.screen.query_one("#detail").display
            assert said(app, "#detail").strip() == "Nhấn q hoặc Ctrl+Q để thoát."
            assert app.is_running


async def test_a_tab_that_is_built_is_shown_as_soon_as_its_page_is_there(
    shipped: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.navigation.MASKED", 3600.0)
    app = make_app(shipped, "49")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        for tab in "23":
            await press(pilot, tab)
            assert page(app).lines
            assert not app._batch_count  # nothing holds back what is painted


async def test_a_tab_whose_page_takes_long_is_shown_without_it(
    shipped: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()
    fetch = TasksScreen.fetch

    def slowly(screen: TasksScreen, reader: Reader) -> Any:
        go_on.wait(10)
        return fetch(screen, reader)

    monkeypatch.setattr(TasksScreen, "fetch", slowly)
    monkeypatch.setattr(TasksScreen, "key", lambda screen: "asked anew")
    app = make_app(shipped, "49")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("3")
        try:
            while app._batch_count or app.current_mode != "tasks":
                await asyncio.sleep(0.01)
            assert not page(app).lines
        finally:
            go_on.set()
        await settle(pilot)
        assert page(app).lines


@pytest.mark.parametrize("key", ["slash", "5", "d"])
async def test_a_screen_with_a_stylesheet_of_its_own_has_no_other_parsed_again(
    key: str, shipped: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(shipped, "49")
    again: list[Stylesheet] = []
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        monkeypatch.setattr(Stylesheet, "reparse", again.append)
        await press(pilot, key)
        assert not again
        rules = app.stylesheet.rules
        assert any(rule.selector_names & {"#told", "#dialog"} for rule in rules)


async def test_an_answer_that_comes_late_is_not_shown_for_what_is_asked_since(
    shipped: Settings,
) -> None:
    app = make_app(shipped, "49")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, OverviewScreen) and screen.data is not None
        asked, late = screen.memory_key(), screen.data
        app.show_unit(UnitKey("37"))
        await settle(pilot)
        wanted = said(app)
        screen._fetched(asked, late, keep=False)
        await settle(pilot)
        assert said(app) == wanted and "Ninh Bình" in said(app, "#masthead")
