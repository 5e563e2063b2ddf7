"""A unit on which the cursor of a dialog rests is read ahead; never shown when that is old."""

from __future__ import annotations

import os

from textual.pilot import Pilot

from briefing.app import BriefingApp
from briefing.foresight import PAUSE
from briefing.settings import Settings
from tests.screens.app_factory import make_app, said, settle


async def find(pilot: Pilot[None], app: BriefingApp, name: str) -> None:
    """Types a name into the search, and waits until what the cursor rests on has been read."""
    await pilot.press("slash", *("space" if letter == " " else letter for letter in name))
    await settle(pilot)
    for _ in range(100):
        if foreseen(app) is not None:
            return
        await pilot.pause(PAUSE)
    raise AssertionError("nothing was read ahead")


def foreseen(app: BriefingApp) -> str | None:
    """The code of the unit that was read ahead."""
    ahead = app._foresight._foreseen if app._foresight is not None else None
    return ahead.view.unit.code if ahead is not None else None


async def test_the_unit_under_the_cursor_is_read_ahead_and_shown(shipped: Settings) -> None:
    app = make_app(shipped, "37")
    async with app.run_test(size=(80, 24)) as pilot:
        await find(pilot, app, "hai duong")
        assert foreseen(app) == "30"
        await pilot.press("enter")
        assert "Tỉnh Hải Dương" in said(app, "#masthead")
        await settle(pilot)
        assert app.view.unit.code == "30" and "13/63" in said(app)
        assert foreseen(app) is None


async def test_what_was_read_ahead_is_dropped_when_the_database_changes(
    shipped: Settings,
) -> None:
    app = make_app(shipped, "37")
    async with app.run_test(size=(80, 24)) as pilot:
        await find(pilot, app, "hai duong")
        assert app._foresight is not None and app._foresight._foreseen is not None
        before = app._foresight._foreseen
        os.utime(shipped.database)
        assert app._foresight.answer(*before.asked) is None


async def test_what_was_read_ahead_answers_only_what_was_asked(shipped: Settings) -> None:
    app = make_app(shipped, "37")
    async with app.run_test(size=(80, 24)) as pilot:
        await find(pilot, app, "hai duong")
        assert app._foresight is not None and app._foresight._foreseen is not None
        asked = app._foresight._foreseen.asked
        assert app._foresight.answer(asked.key, "today", None) is None
