"""A crash gives the terminal back whole, exits 1, says where its report is, and tells no data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.calling import command
from tests.terminal.faults import SECRET, failing
from tests.terminal.pty_app import ENTER, PtyApp

STARTING = (
    "first import",
    "early import",
    "import of language",
    "import of streams",
    "import of the app",
    "before the app",
    "stylesheet",
    "driver",
    "compose",
    "mount",
    "render",
)
ON_A_KEY = {
    "handler": "?",
    "async handler": "?",
    "thread worker": "4",
    "async worker": "?",
    "callback": "?",
    "thread": "?",
    "keys": "?",
    "late import": "?",
    "late import that raises": "?",
    "recursion": "?",
}
ENDING = (
    "unmount",
    "stopping the driver",
    "stopping the driver, with a frame still to be written",
)
SAID = "Chương trình dừng vì một lỗi ngoài dự kiến."


def crashing(place: str, root: Path, state: Path, *options: str, **env: str) -> PtyApp:
    return PtyApp(
        failing(place, *options), root, size=(100, 24), env={"XDG_STATE_HOME": str(state), **env}
    )


def the_report(app: PtyApp, state: Path, *, said: str = SAID) -> str:
    """What a crash must leave, and its report's text."""
    assert app.is_whole()
    assert "Traceback" not in app.written and "│" not in app.text.partition(said)[2]
    (path,) = (state / "briefing").iterdir()
    assert path.stat().st_mode & 0o777 == 0o600
    lines = app.text.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(said))
    told = "".join(lines[start:])
    assert told.endswith(str(path)), "one line, the last, and nothing else"
    assert "comes late" not in app.text, "what was painted last went to the screen that is left"
    return path.read_text(encoding="utf-8")


def holds_no_data(report: str, root: Path) -> bool:
    """Whether neither a figure, nor a name, nor where the user keeps them is told."""
    words = (*SECRET.split(), SECRET, str(root), str(Path.home()), "Ninh Bình")
    return not any(word in report for word in words)


@pytest.mark.parametrize("place", STARTING)
def test_a_crash_while_starting_leaves_a_whole_terminal_and_a_report(
    shipped: Path, tmp_path: Path, place: str
) -> None:
    with crashing(place, shipped, tmp_path) as app:
        assert app.wait() == 1
        assert holds_no_data(the_report(app, tmp_path), shipped)


@pytest.mark.parametrize("place", [place for place in STARTING if place != "first import"])
def test_a_crash_behind_the_kept_first_frame_leaves_nothing_of_it(
    built: Path, tmp_path: Path, place: str
) -> None:
    cache = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    with PtyApp(command(), built, size=(100, 24), env=cache) as before:
        before.wait_for("Enter mở")
        before.type("q")
        assert before.wait() == 0
    with crashing(place, built, tmp_path / "state", **cache) as app:
        assert app.wait() == 1
        assert "Tỉnh Ninh Bình" in app.written, "the frame was shown"
        assert "Tỉnh" not in app.text, "and is gone"
        assert holds_no_data(the_report(app, tmp_path / "state"), built)


@pytest.mark.parametrize(("place", "key"), ON_A_KEY.items())
def test_a_crash_on_a_key_leaves_a_whole_terminal_and_a_report(
    shipped: Path, tmp_path: Path, place: str, key: str
) -> None:
    with crashing(place, shipped, tmp_path) as app:
        app.wait_for("Enter mở")
        app.type(key)
        assert app.wait() == 1
        assert holds_no_data(the_report(app, tmp_path), shipped)


@pytest.mark.parametrize("place", ENDING)
def test_a_crash_while_ending_is_no_success(shipped: Path, tmp_path: Path, place: str) -> None:
    with crashing(place, shipped, tmp_path) as app:
        app.wait_for("Enter mở")
        app.type("q")
        assert app.wait() == 1
        assert holds_no_data(the_report(app, tmp_path), shipped)


def test_a_report_names_what_whoever_mends_it_needs(shipped: Path, tmp_path: Path) -> None:
    with crashing("handler", shipped, tmp_path, TERM="xterm-256color") as app:
        app.wait_for("Enter mở")
        app.type("?")
        assert app.wait() == 1
        report = the_report(app, tmp_path)
    for fact in (
        r"briefing: \d+\.\d+",
        r"python: cpython 3\.\d+",
        r"textual: 8\.2\.8",
        r"sqlite: 3\.\d+",
        r"system: \w+",
        r"terminal: TERM=xterm-256color",
        r"size: 100x24",
        r"exception: ValueError$",
        r"  textual/\S+\.py:\d+ \w",
        r"  <string>:\d+ broken$",
    ):
        assert re.search(fact, report, re.M), fact


def test_a_crash_is_told_in_the_language_of_the_moment(shipped: Path, tmp_path: Path) -> None:
    with crashing("handler", shipped, tmp_path, "--language", "en") as app:
        app.wait_for("Enter open")
        app.type("?")
        assert app.wait() == 1
        report = the_report(app, tmp_path, said="The program stopped on an unforeseen error.")
        assert report.startswith("A crash report of briefing")


def test_a_crash_at_import_is_told_in_the_language_asked_for(shipped: Path, tmp_path: Path) -> None:
    with crashing("early import", shipped, tmp_path, "--language", "en") as app:
        assert app.wait() == 1
        the_report(app, tmp_path, said="The program stopped on an unforeseen error.")


def test_a_crash_that_cannot_be_reported_says_so(shipped: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    command = failing("handler, and no file can be written")
    with PtyApp(command, shipped, size=(200, 24), env={"XDG_STATE_HOME": str(blocked)}) as app:
        app.wait_for("Enter mở")
        app.type("?")
        assert app.wait() == 1 and app.is_whole()
        assert "ValueError, <string>:" in app.text and "Traceback" not in app.written
        assert "Không ghi được báo cáo lỗi ở đâu cả." in app.text and SECRET not in app.text


def test_a_traceback_is_printed_only_when_asked_for(shipped: Path, tmp_path: Path) -> None:
    with crashing("handler", shipped, tmp_path, BRIEFING_DEBUG="1") as app:
        app.wait_for("Enter mở")
        app.type("?")
        assert app.wait() == 1 and app.is_whole()
        assert "Traceback" in app.written and f"ValueError: {SECRET}" in app.written
        assert SAID in app.text


def test_a_shell_goes_on_after_a_crash(shipped: Path, tmp_path: Path) -> None:
    with PtyApp(["sh", "-i"], shipped, env={"PS1": "ready> "}) as shell:
        shell.wait_for("ready>")
        (tmp_path / "run.py").write_text(failing("handler")[2], encoding="utf-8")
        shell.type(f"XDG_STATE_HOME={tmp_path} {failing('handler')[0]} {tmp_path}/run.py{ENTER}")
        shell.wait_for("Enter mở")
        shell.type("?")
        shell.wait_for(SAID)
        shell.type(f"echo $((40 + 2)) code=$?{ENTER}")
        shell.wait_for("42 code=1")
