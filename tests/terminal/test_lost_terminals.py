"""A terminal that goes away ends the program soon, with nobody left who eats a processor."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from tests.cli.calling import PATIENCE, command
from tests.terminal.faults import failing
from tests.terminal.pty_app import PtyApp

SOON = 3.0
"""Seconds in which a program without a terminal has to be gone."""


def gone_soon(app: PtyApp) -> int:
    """The exit code of a program whose terminal is gone, which it must leave soon, and cheaply."""
    start, before = time.monotonic(), os.times()
    code = app.wait()
    after = os.times()
    assert time.monotonic() - start < SOON
    used = after.children_user - before.children_user
    assert used < SOON, "it did not spin"
    return code


def test_a_line_that_drops_ends_the_program(shipped: Path) -> None:
    with PtyApp(command(), shipped) as app:
        app.wait_for("Enter mở")
        app.hang_up()
        assert gone_soon(app) == 128 + signal.SIGHUP


def test_a_line_that_drops_while_starting_ends_the_program(shipped: Path) -> None:
    with PtyApp(command(), shipped) as app:
        app.wait_until(lambda app: 1049 in app.modes, "the alternate screen")
        app.hang_up()
        assert gone_soon(app) == 128 + signal.SIGHUP


def test_a_line_that_drops_in_a_dialog_ends_the_program(shipped: Path) -> None:
    with PtyApp(command(), shipped) as app:
        app.wait_for("Enter mở")
        app.type("/")
        app.wait_until(lambda app: "Enter mở" not in app.text or "Tìm" in app.text, "the search")
        app.hang_up()
        assert gone_soon(app) == 128 + signal.SIGHUP


def test_a_line_that_drops_while_the_database_is_built_ends_the_program(fresh: Path) -> None:
    with PtyApp(command(), fresh) as app:
        app.wait_until(lambda app: "Đang dựng" in app.written, "the progress bar")
        app.hang_up()
        assert gone_soon(app) == 128 + signal.SIGHUP
    assert not list((fresh / "data").glob(".*building*"))


def test_a_program_that_was_told_to_ignore_the_hang_up_ends_all_the_same(shipped: Path) -> None:
    ignoring = "import os, signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN);"
    line = [sys.executable, "-c", f"{ignoring} os.execv(sys.argv[1], sys.argv[1:])", *command()]
    with PtyApp(line, shipped) as app:
        app.wait_for("Enter mở")
        app.hang_up()
        assert gone_soon(app) == 128 + signal.SIGHUP


def test_a_lost_hang_up_is_noticed_from_the_terminal_itself(shipped: Path) -> None:
    """The signal goes to whoever leads the session: under ``sudo`` or a script, not to us."""
    with PtyApp(failing("deaf to the first hang-up"), shipped) as app:
        app.wait_for("Enter mở")
        app.hang_up()
        assert gone_soon(app) == 128 + signal.SIGHUP


def test_a_crash_after_the_line_dropped_still_writes_its_report(
    shipped: Path, tmp_path: Path
) -> None:
    env = {"XDG_STATE_HOME": str(tmp_path)}
    with PtyApp(failing("unmount"), shipped, env=env) as app:
        app.wait_for("Enter mở")
        app.hang_up()
        assert gone_soon(app) == 1
    assert len(list((tmp_path / "briefing").iterdir())) == 1


def test_a_terminal_that_takes_nothing_more_does_not_hold_the_program(shipped: Path) -> None:
    with PtyApp(command(), shipped, size=(200, 60)) as app:
        app.wait_for("Enter mở")
        app.stall()
        app.type("2")
        app.process.send_signal(signal.SIGTERM)
        assert app.process.wait(PATIENCE) == 128 + signal.SIGTERM
