"""The first frame made by a second process, or by the app itself where there is none: the same."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from briefing.commands import COMMANDS, in_force
from tests.cli.calling import command
from tests.terminal.pty_app import PtyApp

_AROUND = """
import os
from briefing import ahead
{change}
from briefing.__main__ import main
main()
"""
ALONE = {
    "one core": "os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})",
    "no room for a process": "def fork(): raise OSError(11, 'no room')\nos.fork = fork",
    "it hangs": "def tell(call, told): import time; time.sleep(60)\n"
    "ahead._tell = tell; ahead.LONGEST = 0.1",
    "it dies": "def tell(call, told): os.abort()\nahead._tell = tell",
    "it fails": "def tell(call, told): raise ValueError\nahead._tell = tell",
    "it is cut off": "def tell(call, told): os.write(told, b'x'); raise ValueError\n"
    "ahead._tell = tell",
}


def first_screen(app: PtyApp) -> str:
    screen = app.wait_for_frame("trợ giúp")
    app.type("2")
    app.wait_for("23,08%")
    app.type("q")
    assert app.wait() == 0 and app.is_whole()
    return "\n".join(screen)


@pytest.fixture(scope="session")
def together(shipped: Path) -> str:
    """The first screen with a second process."""
    with PtyApp(command("--unit", "49"), shipped) as app:
        return first_screen(app)


@pytest.mark.parametrize("change", ALONE.values(), ids=ALONE)
def test_the_app_alone_shows_the_same(shipped: Path, together: str, change: str) -> None:
    run = [sys.executable, "-c", _AROUND.format(change=change), "--unit", "49"]
    with PtyApp(run, shipped) as app:
        assert first_screen(app) == together


def test_a_key_typed_at_once_is_answered(shipped: Path) -> None:
    with PtyApp(command("--unit", "49"), shipped) as app:
        app.type("2")
        app.wait_for("23,08%")
        app.type("q")
        assert app.wait() == 0


LETTERS = [
    (command.id, key)
    for command in COMMANDS
    for key in in_force({}, editor=True).get(command.id, ())[:1]
    if command.id != "quit" and len(key) == 1
]


@pytest.mark.parametrize("key", [key for _, key in LETTERS], ids=[named for named, _ in LETTERS])
def test_every_letter_typed_before_the_first_frame_finds_the_data_open(
    shipped: Path, key: str
) -> None:
    with PtyApp(command("--unit", "49"), shipped) as app:
        app.type(key)
        app.wait_for("─" * 4)
        app.type("\x11")
        assert app.wait() == 0 and app.is_whole(), app.text
