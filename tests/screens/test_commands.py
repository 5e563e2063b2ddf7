"""Every command has two keys, both do what it says, and they can be given others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input

from briefing.app import BriefingApp
from briefing.commands import BY_ID, COMMANDS, TABS, Command, shown_keys
from briefing.domain.ranked import Order
from briefing.language import Language, translator
from briefing.pages.ranking_forms import Form
from briefing.screens.compare import CompareScreen
from briefing.screens.compare_choices import BesideScreen, IndicatorsScreen
from briefing.screens.day import DayScreen
from briefing.screens.edits import EditScreen
from briefing.screens.guide import HelpScreen
from briefing.screens.links import SourceScreen
from briefing.screens.page_screen import PageScreen
from briefing.screens.problems import ProblemsScreen
from briefing.screens.profile import ProfileScreen
from briefing.screens.ranking import RankingScreen
from briefing.screens.ranking_dialogs import GroupDialog, IndicatorDialog
from briefing.screens.search import SearchScreen
from briefing.screens.tasks import TasksScreen
from briefing.screens.units import UnitScreen
from briefing.screens.what_if import WhatIfScreen
from briefing.settings import Settings
from briefing.widgets.line_view import LineView
from tests.screens.app_factory import make_app, press, said, settle

SIZE = (80, 24)
DAY = date(2023, 9, 3)
WITH_STANDINGS = ("ranking", "profile", "what_if")
"""Screens that show where a unit stands; the other tests do without those figures."""


def view_of(app: BriefingApp) -> LineView:
    """The list of the screen in front."""
    return app.screen.query(LineView).first()


def test_every_command_has_two_keys_one_of_them_safe_from_vietnamese_input() -> None:
    for command in COMMANDS:
        assert len(command.keys) >= 2, command.id
        assert any(len(key) > 1 for key in command.keys), command.id


@pytest.mark.parametrize("tab", sorted({command.tab for command in COMMANDS}))
def test_no_key_belongs_to_two_commands_of_one_screen(tab: str) -> None:
    here = [command for command in COMMANDS if command.tab in ("", tab)]
    counted = Counter(key for command in here for key in command.keys)
    assert [key for key, count in counted.items() if count > 1] == []


def test_of_the_vowels_only_u_and_y_are_keys() -> None:
    """A vowel acts before an input method puts a tone on it: as few of them as there were."""
    keys = {key for command in COMMANDS for key in command.keys}
    assert keys & set("aeiouyAEIOUY") == {"u", "y"}


def test_ids_are_unique_and_tabs_are_commands() -> None:
    assert len(BY_ID) == len(COMMANDS)
    assert set(TABS) <= set(BY_ID)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_is_told_in_english_too(command: Command) -> None:
    en = translator(Language.EN)
    for text in (command.label, command.help):
        assert en.gettext(text) != text


def test_no_footer_has_more_than_six_hints_and_one_for_editors() -> None:
    for screen in (
        PageScreen, CompareScreen, RankingScreen, TasksScreen, HelpScreen, SourceScreen
    ):  # fmt: skip
        editing = [name for name in screen.HINTS if BY_ID[name].editing]
        assert len(editing) <= 1 and len(screen.HINTS) - len(editing) <= 6
        assert set(screen.HINTS) <= set(BY_ID)


Check = Callable[[BriefingApp], bool]


def _front(kind: type) -> Check:
    return lambda app: isinstance(app.screen, kind)


def _ranking(app: BriefingApp) -> RankingScreen:
    assert isinstance(app.screen, RankingScreen)
    return app.screen


def _subtitle(app: BriefingApp) -> str:
    assert isinstance(app.screen, ProfileScreen) and app.screen.page is not None
    return app.screen.page.subtitle


OPENED: dict[str, tuple[tuple[str, ...], Check]] = {
    "overview": (("2",), lambda app: app.current_mode == "overview"),
    "pillars": ((), lambda app: app.current_mode == "pillars"),
    "tasks": ((), lambda app: app.current_mode == "tasks"),
    "compare": ((), lambda app: app.current_mode == "compare"),
    "ranking": ((), lambda app: app.current_mode == "ranking"),
    "form": (("5",), lambda app: _ranking(app).form is not Form.LIST),
    "ranked_by": (("5",), _front(IndicatorDialog)),
    "filter": (("5",), _front(GroupDialog)),
    "sort": (("5",), lambda app: _ranking(app).order is Order.NAME),
    "older": (("5",), lambda app: _ranking(app).choice.end == date(2021, 12, 31)),
    "newer": (("5", "comma"), lambda app: _ranking(app).choice.end == date(2022, 12, 31)),
    "matrix": ((), lambda app: app.current_mode == "matrix"),
    "systems": ((), lambda app: app.current_mode == "systems"),
    "profile": ((), _front(ProfileScreen)),
    "peer": (("p",), _front(UnitScreen)),
    "profile_older": (("p",), lambda app: "2021" in _subtitle(app)),
    "profile_newer": (("p", "comma"), lambda app: "2021" not in _subtitle(app)),
    "what_if": (("p",), _front(WhatIfScreen)),
    "open": ((), lambda app: len(app.screen_stack) == 2),
    "back": (("enter",), lambda app: len(app.screen_stack) == 1),
    "down": ((), lambda app: view_of(app).cursor == 1),
    "up": (("down", "down"), lambda app: view_of(app).cursor == 1),
    "page_down": ((), lambda app: view_of(app).cursor > 1),
    "page_up": (("end",), lambda app: view_of(app).link != _last(app)),
    "top": (("down", "down"), lambda app: view_of(app).cursor == 0),
    "bottom": ((), lambda app: view_of(app).link == _last(app)),
    "source": ((), _front(SourceScreen)),
    "search": ((), _front(SearchScreen)),
    "unit": ((), _front(UnitScreen)),
    "date": ((), _front(DayScreen)),
    "group": (("3",), lambda app: app.screen.grouping == "lead"),  # type: ignore[attr-defined]
    "add_unit": (("4",), _front(BesideScreen)),
    "compared_by": (("4",), _front(IndicatorsScreen)),
    "remove_unit": (("4",), lambda app: len(app.compared) == 4),
    "copy": ((), lambda app: "chép" in said(app, "#detail")),
    "problems": ((), _front(ProblemsScreen)),
    "edit": ((), _front(EditScreen)),
    "theme": ((), lambda app: app.theme == "briefing-light"),
    "language": ((), lambda app: app.tr.language is Language.EN),
    "palette": ((), _front(SearchScreen)),
    "help": ((), _front(HelpScreen)),
    "quit": ((), lambda app: not app.is_running or app._exit),
}


def _last(app: BriefingApp) -> object:
    return next(line.link for line in reversed(view_of(app).lines) if line.link)


def test_every_command_is_tried() -> None:
    assert set(OPENED) == set(BY_ID)


PAIRS = [(command.id, key) for command in COMMANDS for key in command.keys]


@pytest.mark.parametrize(("name", "key"), PAIRS, ids=[f"{name}-{key}" for name, key in PAIRS])
async def test_each_key_does_what_its_command_says(
    name: str,
    key: str,
    shipped: Settings,
    standings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))  # where copies are kept
    before, happened = OPENED[name]
    if BY_ID[name].tab in WITH_STANDINGS or name == "profile":
        app = make_app(standings, "49", as_of=DAY, access="editor")
    else:
        app = make_app(shipped, "49", access="editor")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, *before)
        assert not happened(app), "it has not happened yet"
        await pilot.press(key)
        if name != "quit":
            await settle(pilot)
        assert happened(app)


async def test_remapped_keys_work_and_the_old_ones_do_not(shipped: Settings) -> None:
    app = make_app(shipped, "49", keys={"source": ("x", "ctrl+x"), "help": ("f11", "f12")})
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "s", "f7", "question_mark")
        assert len(app.screen_stack) == 1
        await press(pilot, "ctrl+x")
        assert isinstance(app.screen, SourceScreen)
        await press(pilot, "escape", "f11")
        assert isinstance(app.screen, HelpScreen)


async def test_remapped_keys_are_told_in_the_footer_and_in_help(shipped: Settings) -> None:
    app = make_app(shipped, "49", keys={"source": ("x", "ctrl+x")})
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        hints = app.screen.query_one("#hints")
        assert "x nguồn" in hints.lines[0].text  # type: ignore[attr-defined]
        await press(pilot, "question_mark")
        assert any(line.text.startswith(" x, Ctrl+X") for line in view_of(app).lines)


def test_keys_are_shown_as_people_know_them() -> None:
    keys = ("question_mark", "ctrl+q", "pagedown", "f2", "plus", "space", "j", "left")
    assert shown_keys(keys) == ["?", "Ctrl+Q", "PgDn", "F2", "+", "Space", "j", "←"]


async def test_every_command_of_the_palette_is_found_and_run(shipped: Settings) -> None:
    app = make_app(shipped, "49")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p", *"nen sang")
        assert app.screen.query_one(Input).value == "nen sang"
        await press(pilot, "enter")
        assert app.theme == "briefing-light"
        assert len(app.screen_stack) == 1
