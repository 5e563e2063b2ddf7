"""The kept first frame: painted before Textual is loaded, never stale, and nothing left of it."""

from __future__ import annotations

import os
import signal
import sys
import termios
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.calling import call, command
from tests.terminal.pty_app import CTRL_C, PtyApp

DRIVER_STARTS = "\x1b[?1000h"
"""The mouse is asked for: Textual's driver has the terminal, the app has painted nothing yet."""
TITLE = "Tỉnh Ninh Bình"

_BEFORE_TEXTUAL = """
import sys
from importlib.abc import MetaPathFinder
class Before(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "textual":
            {act}
        return None
sys.meta_path.insert(0, Before())
from briefing.__main__ import main
main()
"""
WAITS = _BEFORE_TEXTUAL.format(act="import time; time.sleep(60)")
FAILS = _BEFORE_TEXTUAL.format(act="raise ImportError('no Textual')")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Where frames are kept."""
    return tmp_path / "cache"


def started(
    root: Path, cache: Path, *options: str, code: str = "", columns: int = 80, **env: str
) -> PtyApp:
    """The program, or ``code`` around it, with a place for frames."""
    run = [sys.executable, "-c", code, *options] if code else command(*options)
    return PtyApp(run, root, size=(columns, 24), env={"XDG_CACHE_HOME": str(cache), **env})


def visit(root: Path, cache: Path, *options: str, columns: int = 80, **env: str) -> bool:
    """Opens and quits; whether a kept frame was painted first."""
    with started(root, cache, *options, columns=columns, **env) as app:
        app.wait_until(lambda app: DRIVER_STARTS in app.written, "started")
        app.wait_for("? trợ giúp" if "en" not in options else "? help")
        app.type("q")
        assert app.wait() == 0 and app.is_whole()
        return TITLE in app.written.partition(DRIVER_STARTS)[0]


def test_a_second_start_paints_the_first_ones_frame_before_anything_is_loaded(
    built: Path, cache: Path
) -> None:
    assert not visit(built, cache)
    assert visit(built, cache)


def test_the_app_takes_the_frame_over_without_a_flicker(built: Path, cache: Path) -> None:
    visit(built, cache)
    with started(built, cache) as app:
        frame = app.wait_for("trợ giúp")

        def taken_over(app: PtyApp) -> bool:
            assert app.text == frame, "another screen in between"
            return app.written.count(TITLE) > 1

        app.wait_until(taken_over, "painted by the app")
        assert app.written.count("\x1b[?1049h") == 1, "entering twice would clear it"
        app.type("q")
        assert app.wait() == 0 and app.is_whole()


def test_keys_typed_meanwhile_are_neither_shown_nor_lost(built: Path, cache: Path) -> None:
    visit(built, cache)
    with started(built, cache, code=WAITS.replace("60", "0.5")) as app:
        frame = app.wait_for("trợ giúp")
        assert not app.attributes[3] & (termios.ECHO | termios.ICANON)
        app.type("2")
        app.wait_until(lambda app: app.text != frame, "another screen")
        assert TITLE in app.text and "2Trụ" not in app.text
        app.wait_for("Chung toàn tỉnh")
        app.type("q")
        assert app.wait() == 0 and app.is_whole()


def touch_a_file(root: Path) -> None:
    os.utime(root / "config.yaml", (1, 1))


def add_a_file(root: Path) -> None:
    (root / "data/plans/new.yaml").write_bytes(b"")


def sync_elsewhere(root: Path) -> None:
    assert call("sync", "--rebuild", cwd=root).code == 0


def nearer_config(root: Path) -> None:
    (root / "data/config.yaml").write_bytes((root / "config.yaml").read_bytes())


@pytest.mark.parametrize("change", [touch_a_file, add_a_file, sync_elsewhere])
def test_a_frame_that_might_be_stale_is_not_shown(
    built: Path, cache: Path, change: Callable[[Path], None]
) -> None:
    visit(built, cache)
    change(built)
    assert not visit(built, cache)


def test_a_frame_of_a_folder_above_gives_way_to_a_nearer_one(built: Path, cache: Path) -> None:
    inside = built / "data"
    visit(inside, cache)
    assert visit(inside, cache)
    nearer_config(built)
    with started(inside, cache) as app:
        app.wait_until(lambda app: app.process.poll() is not None or app.is_main, "told")
        assert TITLE not in app.written


@pytest.mark.parametrize(
    ("options", "columns", "env"),
    [
        (("--language", "en"), 80, {}),
        (("--as-of", "2023-09-03"), 80, {}),
        ((), 100, {}),
        ((), 80, {"TERM": "xterm"}),
        ((), 80, {"NO_COLOR": "1"}),
    ],
)
def test_a_frame_of_another_call_or_terminal_is_not_shown(
    built: Path, cache: Path, options: tuple[str, ...], columns: int, env: dict[str, str]
) -> None:
    visit(built, cache)
    assert not visit(built, cache, *options, columns=columns, **env)
    assert visit(built, cache)


def test_no_instant_turns_it_off_for_a_call(built: Path, cache: Path) -> None:
    assert not visit(built, cache, "--no-instant")
    assert not cache.exists()
    visit(built, cache)
    assert not visit(built, cache, "--no-instant")


def test_instant_false_turns_it_off_for_a_workspace(built: Path, cache: Path) -> None:
    with (built / "config.yaml").open("a", encoding="utf-8") as config:
        config.write("\ninstant: false\n")
    assert call("sync", cwd=built).code == 0
    visit(built, cache)
    assert not visit(built, cache)
    assert not cache.exists()


def test_nothing_is_left_when_the_start_fails(built: Path, cache: Path) -> None:
    visit(built, cache)
    with started(built, cache, code=FAILS) as app:
        assert app.wait() == 1
        assert TITLE in app.written, "the frame was there"
        assert app.is_whole() and TITLE not in app.text
        assert "Traceback" not in app.text


@pytest.mark.parametrize(
    ("end", "code"),
    [
        (lambda app: app.process.send_signal(signal.SIGTERM), 143),
        (lambda app: app.process.send_signal(signal.SIGHUP), 129),
        (lambda app: app.type(CTRL_C), 130),
    ],
    ids=["SIGTERM", "SIGHUP", "Ctrl+C"],
)
def test_the_terminal_comes_back_whole_while_only_the_frame_is_there(
    built: Path, cache: Path, end: Callable[[PtyApp], None], code: int
) -> None:
    visit(built, cache)
    with started(built, cache, code=WAITS) as app:
        app.wait_for("trợ giúp")
        end(app)
        assert app.wait() == code
        assert app.is_whole() and TITLE not in app.text


def test_a_frame_is_for_its_owners_eyes_and_nobody_elses_is_painted(
    built: Path, cache: Path
) -> None:
    visit(built, cache)
    (kept,) = (cache / "briefing").iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600
    kept.chmod(0o622)
    assert not visit(built, cache)


def test_a_damaged_frame_is_not_painted_and_kept_anew(built: Path, cache: Path) -> None:
    visit(built, cache)
    (kept,) = (cache / "briefing").iterdir()
    content = bytearray(kept.read_bytes())
    content[len(content) // 2] ^= 1
    kept.write_bytes(content)
    assert not visit(built, cache)
    assert visit(built, cache)
