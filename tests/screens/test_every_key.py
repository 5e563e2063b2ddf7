"""Every key on every screen: the keys of an action ask for it and for nothing else."""

from __future__ import annotations

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from briefing.app import BriefingApp
from briefing.commands import COMMANDS, Command
from briefing.screens.dialog import Dialog
from briefing.screens.guide import HelpScreen
from briefing.screens.links import IndicatorScreen, ItemScreen, SourceScreen
from briefing.screens.page_screen import PageScreen
from briefing.screens.profile import ProfileScreen
from briefing.settings import Settings
from briefing.widgets.line_view import LineView
from tests.screens.app_factory import make_app, press, said, settle

SIZE = (80, 24)
PAGES: dict[str, tuple[tuple[str, ...], type]] = {
    "overview": ((), PageScreen),
    "pillars": (("2",), PageScreen),
    "tasks": (("3",), PageScreen),
    "compare": (("4",), PageScreen),
    "task": (("3", "g", "enter"), ItemScreen),
    "indicator": (("2", "j", "enter"), IndicatorScreen),
    "source": (("2", "j", "s"), SourceScreen),
    "help": (("question_mark",), HelpScreen),
    "profile": (("percent_sign",), ProfileScreen),
}
"""How each kind of page is reached with the keyboard."""

DIALOGS = {"unit": "f6", "search": "ctrl+f", "palette": "ctrl+p", "date": "f9"}
OTHERS: dict[str, tuple[str, ...]] = {
    "source": ("x", "f11"),
    "help": ("f12", "e"),
    "quit": ("f10", "Q"),
}
"""Other keys for some actions."""


def key_event(key: str) -> events.Key:
    """A key as a terminal's driver hands it over."""
    marks = {"slash": "/", "question_mark": "?", "plus": "+", "minus": "-", "colon": ":"}
    character = marks.get(key, " " if key == "space" else key if len(key) == 1 else None)
    return events.Key(key, character)


async def asked_for(pilot: Pilot[None], app: BriefingApp, key: str) -> list[str]:
    """The actions that a key asks for; they are not carried out."""
    asked: list[str] = []

    async def note(action: str, *_: object, **__: object) -> bool:
        asked.append(action)
        return True

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app, "run_action", note)
        app.post_message(key_event(key))
        await pilot.pause()
    return asked


@pytest.mark.parametrize("remapped", [{}, OTHERS], ids=["as they come", "remapped"])
@pytest.mark.parametrize("name", PAGES)
async def test_each_key_asks_for_its_action_on_every_page(
    name: str, remapped: dict[str, tuple[str, ...]], shipped: Settings
) -> None:
    app = make_app(shipped, "49", keys=remapped)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        for key in PAGES[name][0]:
            await app.run_action(_action_of(key).action)
            await settle(pilot)
        assert isinstance(app.screen, PAGES[name][1])
        tab = app.screen.TAB if isinstance(app.screen, PageScreen) else ""
        in_force = [command for command in COMMANDS if command.id in app.keys_in_force]
        here = [command for command in in_force if command.tab in ("", tab)]
        for command in COMMANDS:
            keys = app.keys_in_force.get(command.id, ())
            assert len(keys) >= 2 or command.editing
            for key in keys:
                wanted = [each.action for each in here if key in app.keys_in_force[each.id]]
                assert await asked_for(pilot, app, key) == wanted, (command.id, key)
                assert command not in here or wanted == [command.action], (command.id, key)
        for command in COMMANDS:
            for key in set(command.keys) - set(app.keys_in_force.get(command.id, ())):
                assert await asked_for(pilot, app, key) == [], (command.id, key)


def _action_of(key: str) -> Command:
    return next(command for command in COMMANDS if key in command.keys)


@pytest.mark.parametrize("remapped", [{}, OTHERS], ids=["as they come", "remapped"])
@pytest.mark.parametrize("name", DIALOGS)
async def test_a_key_in_a_dialog_writes_moves_or_leaves_and_nothing_else(
    name: str, remapped: dict[str, tuple[str, ...]], shipped: Settings
) -> None:
    app = make_app(shipped, "49", keys=remapped)
    leaving = {"enter", "escape"}
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        below = app.screen
        shown = said(app)
        await press(pilot, DIALOGS[name])
        dialog = app.screen
        assert isinstance(dialog, Dialog)
        field = dialog.query_one(Input)
        for command in COMMANDS:
            for key in app.keys_in_force.get(command.id, ()):
                event = key_event(key)
                if key in leaving or (command.id == "quit" and not event.character):
                    continue
                field.value = ""
                await pilot.pause()
                app.post_message(event)
                await pilot.pause()
                assert app.screen is dialog, key
                assert field.value == (event.character or ""), key
        assert app.is_running
        await press(pilot, "escape")
        assert app.screen is below and said(app) == shown


@pytest.mark.parametrize("name", DIALOGS)
async def test_the_keys_in_force_for_leaving_leave_from_a_dialog_too(
    name: str, shipped: Settings
) -> None:
    for key in ("f10", "ctrl+q"):
        app = make_app(shipped, "49", keys=OTHERS)
        async with app.run_test(size=SIZE) as pilot:
            await settle(pilot)
            await press(pilot, DIALOGS[name])
            assert isinstance(app.screen, Dialog)
            await pilot.press(key)
        assert app.return_code == 0


@pytest.mark.parametrize("keys", [("down", "up"), ("ctrl+n", "ctrl+p"), ("pagedown", "pageup")])
async def test_a_dialog_s_list_is_moved_in_by_its_own_keys(
    keys: tuple[str, str], shipped: Settings
) -> None:
    """They are the dialog's, whatever they stand for on the page below."""
    app = make_app(shipped, "49", keys={"quit": ("ctrl+n", "f10"), "language": ("n", "f11")})
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "u", keys[0])
        view = app.screen.query_one(LineView)
        assert view.cursor > 0
        await press(pilot, keys[1])
        assert view.cursor == 0 and app.is_running


async def test_ctrl_c_names_the_keys_in_force(shipped: Settings) -> None:
    app = make_app(shipped, "49", keys=OTHERS)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+c")
        assert "Nhấn F10 hoặc Ctrl+Q để thoát." in said(app, "#detail")


async def test_tabs_hints_help_and_palette_show_the_keys_in_force(shipped: Settings) -> None:
    app = make_app(shipped, "49", keys={**OTHERS, "pillars": ("8", "ctrl+e")})
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "8 Trụ cột" in said(app, "#tabs")
        assert "x nguồn" in said(app, "#hints") and "F12 trợ giúp" in said(app, "#hints")
        await press(pilot, "f12")
        assert "F10, Q, Ctrl+Q" in said(app) and "x, F11" in said(app)
        await press(pilot, "escape", "ctrl+p")
        listed = said(app, "#dialog-list")
        assert "8, Ctrl+E" in listed and "x, F11" in listed and "s, F7" not in listed
