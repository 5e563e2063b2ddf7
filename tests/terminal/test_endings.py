"""However a session ends, the terminal comes back whole and the exit code tells the truth."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.cli.calling import command
from tests.terminal.pty_app import PtyApp
from tests.workspaces import PATHS, changed, line_of

RAISING = """
import sys
from briefing.app import BriefingApp
def broken(self):
    raise ZeroDivisionError("a mistake of the program")
BriefingApp.action_help = broken
sys.argv = ["briefing"]
from briefing.__main__ import main
main()
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_gives_the_terminal_back_whole(shipped: Path, number: signal.Signals) -> None:
    with PtyApp(command(), shipped) as app:
        app.wait_for("Enter mở")
        assert not app.is_whole()
        app.process.send_signal(number)
        assert app.wait() == 128 + number
        assert app.is_whole() and "Traceback" not in app.written


def test_a_signal_while_the_screen_is_built_gives_the_terminal_back_whole(shipped: Path) -> None:
    with PtyApp(command(), shipped) as app:
        app.wait_until(lambda app: 1049 in app.modes, "the alternate screen")
        app.process.send_signal(signal.SIGTERM)
        assert app.wait() == 128 + signal.SIGTERM
        assert app.is_whole() and "Traceback" not in app.written


def test_a_signal_in_a_dialog_gives_the_terminal_back_whole(shipped: Path) -> None:
    with PtyApp(command(), shipped) as app:
        app.wait_for("Enter mở")
        app.type("/")
        app.wait_until(lambda app: "Enter mở" not in app.text or "Tìm" in app.text, "the search")
        app.process.send_signal(signal.SIGTERM)
        assert app.wait() == 128 + signal.SIGTERM and app.is_whole()


def test_a_terminal_that_is_closed_ends_the_program(shipped: Path) -> None:
    with PtyApp(command(), shipped) as app:
        app.wait_for("Enter mở")
        app.hang_up()
        assert app.wait() == 128 + signal.SIGHUP


def test_a_session_that_is_stopped_gives_the_terminal_away_and_takes_it_again(
    shipped: Path,
) -> None:
    with PtyApp(command(), shipped) as app:
        app.wait_for("Enter mở")
        app.process.send_signal(signal.SIGTSTP)
        app.wait_until(lambda app: 1049 not in app.modes, "the screen is left")
        os.waitid(os.P_PID, app.process.pid, os.WSTOPPED)
        written = len(app.written)
        app.process.send_signal(signal.SIGCONT)
        app.wait_until(lambda app: "Tổng quan" in app.written[written:], "the screen is back")
        assert 1049 in app.modes
        app.type("q")
        assert app.wait() == 0 and app.is_whole()


def test_a_handler_that_raises_is_no_success(shipped: Path) -> None:
    with PtyApp([sys.executable, "-c", RAISING], shipped) as app:
        app.wait_for("Enter mở")
        app.type("?")
        assert app.wait() == 1
        assert app.is_whole() and "a mistake of the program" in app.written


def test_ctrl_c_while_the_database_is_built_leaves_nothing_behind(fresh: Path) -> None:
    with PtyApp(command(), fresh) as app:
        app.wait_until(lambda app: "Đang dựng" in app.written, "the progress bar")
        app.process.send_signal(signal.SIGINT)
        assert app.wait() in (130, 128 + signal.SIGINT)
        assert app.is_whole() and "Traceback" not in app.written
    assert not list((fresh / "data").glob(".*building*"))


def test_redirected_messages_do_not_swallow_the_screen(built: Path) -> None:
    line = ["sh", "-c", f"exec {' '.join(command())} 2>messages.txt"]
    with PtyApp(line, built) as app:
        app.wait_for("Enter mở")
        app.type("q")
        assert app.wait() == 0 and app.is_whole()
    assert (built / "messages.txt").read_text() == ""


def test_a_broken_plan_does_not_blank_the_screen(built: Path) -> None:
    broken = changed("plan", "level: committed", "level: comitted")
    (built / PATHS["plan"]).write_text(broken, encoding="utf-8")
    with PtyApp(command(), built, size=(100, 30)) as app:
        app.wait_for(f"{PATHS['plan']}:{line_of(broken, 'comitted')}")
        assert "Tỉnh Ninh Bình" in app.text and "Enter mở" in app.text
        app.type("2")
        app.wait_for("69,83%")
        app.wait_for(f"{PATHS['plan']}:{line_of(broken, 'comitted')}")
        app.type("q")
        assert app.wait() == 0


def test_a_broken_config_does_not_blank_the_screen(built: Path) -> None:
    (built / "config.yaml").write_text(changed("config", "theme: dark", "theme: drak"))
    with PtyApp(command("--language", "en"), built, size=(100, 30)) as app:
        app.wait_for("config.yaml:4")
        assert "Ninh Bình" in app.text
        app.type("q")
        assert app.wait() == 0


def test_a_changed_folder_is_shown_in_place(built: Path) -> None:
    (built / PATHS["figures"]).write_text(changed("figures", "69.83", "71.25"), encoding="utf-8")
    with PtyApp(command(), built) as app:
        app.wait_for("Enter mở")
        app.type("2")
        app.wait_for("71,25%")
        app.type("q")
        assert app.wait() == 0
