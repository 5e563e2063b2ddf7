"""However a session ends, the terminal comes back whole and the exit code tells the truth."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from tests.cli.calling import command
from tests.terminal.faults import failing
from tests.terminal.pty_app import CTRL_C, PtyApp
from tests.workspaces import PATHS, changed, figures_with_share, line_of


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


def test_work_behind_the_screen_does_not_hold_the_shell(built: Path) -> None:
    (built / PATHS["figures"]).write_text(figures_with_share(71.25), encoding="utf-8")
    with PtyApp(failing("endless sync"), built) as app:
        app.wait_for("Enter mở")
        app.type("q")
        assert app.wait() == 0
        assert app.is_whole() and "Traceback" not in app.written


def test_ctrl_c_while_the_database_is_built_leaves_nothing_behind(fresh: Path) -> None:
    with PtyApp(command(), fresh) as app:
        app.wait_until(lambda app: "Đang dựng" in app.written, "the progress bar")
        app.type(CTRL_C)
        assert app.wait() == 130
        assert app.is_whole() and "Traceback" not in app.written
    assert not list((fresh / "data").glob(".*building*"))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_while_the_database_is_built_leaves_nothing_behind(
    fresh: Path, number: signal.Signals
) -> None:
    with PtyApp(command(), fresh) as app:
        app.wait_until(lambda app: "Đang dựng" in app.written, "the progress bar")
        app.process.send_signal(number)
        assert app.wait() == 128 + number
        assert app.is_whole() and "Traceback" not in app.written
    assert not list((fresh / "data").glob(".*building*"))
    with PtyApp(command("show", "overview"), fresh) as app:
        assert app.wait() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_before_the_screen_is_taken_leaves_a_whole_terminal(
    shipped: Path, number: signal.Signals
) -> None:
    held = (
        "import builtins, os, signal, sys, time\n"
        "def slow(name, *given, real=builtins.__import__):\n"
        f"    if name == 'briefing.app': os.kill(os.getpid(), {int(number)})\n"
        "    return real(name, *given)\n"
        "builtins.__import__ = slow\n"
        "sys.argv = ['briefing']\n"
        "from briefing.__main__ import main\n"
        "main()\n"
    )
    with PtyApp([sys.executable, "-c", held], shipped) as app:
        assert app.wait() == 128 + number
        assert app.is_whole() and "Traceback" not in app.written


def test_an_app_that_does_not_answer_still_ends_on_a_signal(shipped: Path) -> None:
    with PtyApp(failing("endless handler"), shipped) as app:
        app.wait_for("Enter mở")
        app.type("?")
        app.wait_until(lambda app: "\x1b]0;stuck" in app.written, "the handler runs")
        app.process.send_signal(signal.SIGTERM)
        assert app.wait() == 128 + signal.SIGTERM
        assert app.is_whole() and "Traceback" not in app.written


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
    (built / PATHS["figures"]).write_text(figures_with_share(71.25), encoding="utf-8")
    with PtyApp(command(), built) as app:
        app.wait_for("Enter mở")
        app.type("2")
        app.wait_for("71,25%")
        app.type("q")
        assert app.wait() == 0
