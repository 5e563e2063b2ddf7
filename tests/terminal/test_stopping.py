"""Stopped under a shell and continued, the session gives the terminal away and takes it again."""

from __future__ import annotations

import os
import select
import shlex
import signal
import sys
import termios
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.calling import PATIENCE, command
from tests.terminal.pty_app import ENTER, PtyApp

PROMPT, STOPPED = "ready>", "Stopped"
ENTERED = "\x1b[?1049h"
WAITING = """
import os, sys, time
from importlib.abc import MetaPathFinder
class Before(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        while name == "textual" and not os.path.exists({go!r}):
            time.sleep(0.01)
sys.meta_path.insert(0, Before())
from briefing.__main__ import main
main()
"""
"""The program, whose start goes on only when a file is there."""


@pytest.fixture
def shell(shipped: Path) -> Iterator[PtyApp]:
    """A shell with job control, in which the app is up."""
    with PtyApp(["sh", "-i"], shipped, env={"PS1": f"{PROMPT} ", "ENV": ""}) as shell:
        shell.wait_for(PROMPT)
        shell.type(shlex.join(command()) + ENTER)
        shell.wait_for_frame("Enter mở")
        yield shell


def stop(shell: PtyApp, number: int = signal.SIGTSTP) -> int:
    """Stops the app and waits until the shell is in front; the app's group of processes."""
    group = shell.foreground
    os.kill(group, number)
    shell.wait_until(
        lambda shell: PROMPT in shell.text.partition(STOPPED)[2], "the shell asks for more"
    )
    return group


def leave(shell: PtyApp) -> None:
    """Quits the app; its exit code, told by the shell, must be 0."""
    shell.type("q")
    shell.wait_until(lambda shell: shell.foreground == shell.process.pid, "the shell is in front")
    shell.type(f"echo code $?.{ENTER}")
    shell.wait_for("code 0.")
    assert shell.is_whole()


def test_a_stopped_session_leaves_the_shell_a_whole_terminal(shell: PtyApp) -> None:
    before = shell.lines
    stop(shell)
    assert shell.is_whole(), "the shell works on it"
    assert "Enter mở" not in shell.text
    shell.type("fg" + ENTER)
    shell.wait_until(lambda shell: shell.lines == before, "repainted whole, as it was")
    shell.type("2")
    shell.wait_until(lambda shell: shell.lines != before, "keys work again")
    leave(shell)


def test_a_session_is_stopped_as_often_as_one_likes(shell: PtyApp) -> None:
    before = shell.lines
    for _ in range(3):
        stop(shell)
        assert shell.is_whole()
        shell.type("clear" + ENTER)
        shell.wait_until(lambda shell: STOPPED not in shell.text, "the shell's screen is cleared")
        shell.type("fg" + ENTER)
        shell.wait_until(lambda shell: shell.lines == before, "repainted whole, as it was")
    leave(shell)


@pytest.mark.parametrize("size", [(60, 20), (120, 36)])
def test_a_session_comes_back_at_the_size_the_terminal_has_by_then(
    shell: PtyApp, shipped: Path, size: tuple[int, int]
) -> None:
    with PtyApp(command(), shipped, size=size) as direct:
        wanted = direct.wait_for_frame("Enter mở")
        direct.type("q")
        direct.wait()
    stop(shell)
    shell.resize(*size)
    shell.type("fg" + ENTER)
    shell.wait_until(lambda shell: shell.lines == wanted, f"repainted as at {size}")
    leave(shell)


def test_what_is_set_on_the_terminal_meanwhile_is_kept(shell: PtyApp) -> None:
    stop(shell)
    shell.type(f"stty intr ^P; echo $((40 + 2)){ENTER}")
    shell.wait_for("\n42")
    assert shell.attributes[6][termios.VINTR] == b"\x10"
    shell.type("fg" + ENTER)
    shell.wait_for("Enter mở")
    shell.type("q")
    shell.wait_until(lambda shell: shell.foreground == shell.process.pid, "the shell is in front")
    assert shell.attributes[6][termios.VINTR] == b"\x10"


def test_a_session_sent_to_the_background_waits_for_the_terminal(shell: PtyApp) -> None:
    before = shell.lines
    stop(shell)
    shell.type(f"bg; echo $((40 + 2)){ENTER}")
    shell.wait_for("\n42")
    assert shell.is_main
    shell.type("fg" + ENTER)
    shell.wait_until(lambda shell: shell.lines == before, "repainted whole, as it was")
    leave(shell)


def test_a_session_halted_without_warning_is_repainted_when_it_goes_on(shell: PtyApp) -> None:
    before = shell.lines
    stop(shell, signal.SIGSTOP)
    shell.type("stty sane; clear\n")  # the terminal was left as the app had it
    shell.wait_until(lambda shell: "Trụ cột" not in shell.text, "the shell writes over it")
    shell.type("fg" + ENTER)
    shell.wait_until(lambda shell: shell.written.count(ENTERED) == 2, "the screen is taken again")
    shell.wait_until(lambda shell: shell.lines == before, "repainted whole, as it was")
    leave(shell)


def test_a_stopped_session_ends_on_a_signal(shell: PtyApp) -> None:
    group = stop(shell)
    os.kill(group, signal.SIGTERM)
    shell.type(f"fg; echo code $?.{ENTER}")
    shell.wait_for(f"code {128 + signal.SIGTERM}.")
    assert shell.is_whole()


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="waits for a process of another's")
@pytest.mark.parametrize("stopped", [False, True])
def test_a_line_that_drops_ends_the_session_under_its_shell(shell: PtyApp, stopped: bool) -> None:
    group = stop(shell) if stopped else shell.foreground
    process = os.pidfd_open(group)
    try:
        shell.hang_up()
        assert select.select([process], [], [], PATIENCE)[0], "it goes on without a terminal"
    finally:
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(process, signal.SIGKILL)
        os.close(process)


def test_a_stop_while_only_the_kept_frame_is_there_waits_for_the_app(
    built: Path, tmp_path: Path
) -> None:
    cache, go = tmp_path / "cache", tmp_path / "go"
    program = tmp_path / "program.py"
    program.write_text(WAITING.format(go=str(go)), encoding="utf-8")
    env = {"PS1": f"{PROMPT} ", "ENV": "", "XDG_CACHE_HOME": str(cache)}
    with PtyApp(command(), built, env=env) as first:
        first.wait_for("Enter mở")
        first.type("q")
        assert first.wait() == 0
    with PtyApp(["sh", "-i"], built, env=env) as shell:
        shell.wait_for(PROMPT)
        shell.type(shlex.join([sys.executable, str(program)]) + ENTER)
        frame = shell.wait_for("? trợ giúp")
        os.kill(shell.foreground, signal.SIGTSTP)
        go.touch()
        shell.wait_for(STOPPED)
        assert shell.is_whole(), "the shell works on it"
        shell.type("fg" + ENTER)
        shell.wait_until(lambda shell: shell.text == frame, "repainted whole, as it was")
        leave(shell)


def test_without_a_shell_to_continue_it_a_session_is_not_stopped(shipped: Path) -> None:
    with PtyApp(command(), shipped) as app:
        before = app.wait_for_frame("Enter mở")
        app.process.send_signal(signal.SIGTSTP)
        app.wait_until(lambda app: app.written.count(ENTERED) == 2, "the screen is back")
        app.wait_until(lambda app: app.lines == before, "repainted whole, as it was")
        app.type("q")
        assert app.wait() == 0 and app.is_whole()
