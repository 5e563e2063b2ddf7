"""On real pseudo-terminals: small ones, dragged about, with few colours or few glyphs."""

from __future__ import annotations

import os
import re
import stat
from base64 import b64decode
from pathlib import Path

import pytest

from tests.cli.calling import call, command
from tests.terminal.pty_app import PtyApp
from tests.terminal.storm import weather

COLOUR = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m")
"""A choice of a colour; 39 and 49, which choose none, are left out."""
TRUE_COLOUR = re.compile(r"[34]8;2;")
IN_APRIL = ("--as-of", "2022-04-25")
"""A day on which Quảng Nam has tasks that fall due soon."""
COPIED = re.compile("\x1b\\]52;c;([^\x07]*)\x07")
"""What asks a terminal to take a text, whole."""
REVERSE = re.compile(r"\x1b\[(?:\d+;)*7(?:;\d+)*m")


def opened(root: Path, *options: str, size: tuple[int, int] = (80, 24), **env: str) -> PtyApp:
    return PtyApp(command("--unit", "49", *options), root, size=size, env=env)


def leave(app: PtyApp) -> None:
    app.type("q")
    assert app.wait() == 0 and app.is_whole()


def test_a_terminal_too_small_says_what_it_needs_and_comes_back(shipped: Path) -> None:
    with opened(shipped) as direct:
        wanted = direct.wait_for_frame("Enter mở")
        leave(direct)
    with opened(shipped, size=(20, 5)) as app:
        app.wait_for("20 cột và 5 dòng.")
        assert app.lines == [
            "Màn hình quá nhỏ.", "Cần ít nhất 40 cột", "và 12 dòng; đang có",
            "20 cột và 5 dòng.", "",
        ]  # fmt: skip
        assert "LGSP" not in app.written
        app.resize(80, 24)
        app.wait_until(lambda app: app.lines == wanted, "as opened at that size")
        app.resize(30, 24)
        app.wait_for("đang có 30")
        leave(app)


@pytest.mark.parametrize("screen", ["overview", "tasks", "search"])
def test_a_storm_of_sizes_ends_with_the_right_screen_and_at_rest(
    screen: str, shipped: Path
) -> None:
    found = weather(shipped, screen, 100, 1.0)
    assert found.passed, found


@pytest.mark.parametrize("term", ["xterm", "linux", "screen", "vt100"])
def test_sixteen_colours_get_no_others(term: str, shipped: Path) -> None:
    with opened(shipped, TERM=term, COLORTERM="") as app:
        app.wait_for("LGSP")
        assert COLOUR.search(app.written)
        assert not TRUE_COLOUR.search(app.written)
        assert not re.search(r"[34]8;5;", app.written)
        leave(app)


@pytest.mark.parametrize("term", ["xterm-256color", "screen-256color", "tmux-256color"])
def test_256_colours_get_no_others(term: str, shipped: Path) -> None:
    with opened(shipped, TERM=term, COLORTERM="") as app:
        app.wait_for("LGSP")
        assert "8;5;" in app.written and not TRUE_COLOUR.search(app.written)
        leave(app)


def test_no_color_gets_no_colour_and_a_reversed_cursor(shipped: Path) -> None:
    with opened(shipped, NO_COLOR="1") as app:
        app.wait_for("LGSP")
        app.type("/")
        app.wait_for("Tìm")
        app.type("\x1b")
        app.wait_until(lambda app: "Tìm\n" not in app.text, "the dialog is gone")
        assert REVERSE.search(app.written)
        assert not COLOUR.search(app.written)
        leave(app)


def test_an_empty_no_color_asks_for_nothing(shipped: Path) -> None:
    with opened(shipped, NO_COLOR="") as app:
        app.wait_for("LGSP")
        assert TRUE_COLOUR.search(app.written)
        leave(app)


def test_a_dumb_terminal_gets_text_without_a_single_escape(shipped: Path) -> None:
    with opened(shipped, TERM="dumb") as app:
        assert app.wait() == 0
        assert "LGSP" in app.written and "\x1b" not in app.written


def test_a_locale_that_is_not_utf8_gets_ascii(shipped: Path) -> None:
    with opened(shipped, *IN_APRIL, LANG="vi_VN.TCVN") as app:
        app.wait_for("~ còn 4 ngày")
        strange = {sign for sign in app.written if not sign.isascii() and not sign.isalpha()}
        assert strange == set()
        leave(app)


def test_ascii_in_the_settings_holds_for_the_app_and_for_show(fresh: Path) -> None:
    with (fresh / "config.yaml").open("a", encoding="utf-8") as config:
        config.write("\nascii: true\n")
    said = call("show", "pillars", "--unit", "24", cwd=fresh).out
    assert said.startswith("Tỉnh Bắc Giang - số liệu đến") and "01/01-30/11/2023" in said
    assert {sign for sign in said if not sign.isascii() and not sign.isalpha()} == set()
    with PtyApp(command("--unit", "24"), fresh) as app:
        app.wait_for("Enter mở")
        app.type("2")
        app.wait_for("01/01-30/11/2023")
        assert {sign for sign in app.text if not sign.isascii() and not sign.isalpha()} == set()
        leave(app)


def test_copying_asks_the_terminal_and_writes_a_file_for_the_owner_alone(
    shipped: Path, tmp_path: Path
) -> None:
    with opened(shipped, *IN_APRIL, XDG_STATE_HOME=str(tmp_path), TMUX="", STY="") as app:
        app.wait_for("Enter mở")
        app.type("y")
        app.wait_until(lambda app: bool(COPIED.search(app.written)), "asked to take the text")
        path = tmp_path / "briefing" / "copied.txt"
        app.type("j")
        asked = COPIED.search(app.written)
        assert asked is not None
        sent = b64decode(asked[1]).decode("utf-8")
        leave(app)
    assert sent.startswith("Tỉnh Quảng Nam: ◆ còn 4 ngày làm việc")
    assert path.read_text(encoding="utf-8") == sent + "\n"
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600


def test_copying_tells_where_the_file_is_on_a_console_without_a_clipboard(
    shipped: Path, tmp_path: Path
) -> None:
    with opened(shipped, TERM="linux", XDG_STATE_HOME=str(tmp_path)) as app:
        app.wait_for("Enter mở")
        app.type("j")
        app.type("y")
        app.wait_for("không nhận bản chép; đã ghi ở")
        assert "\x1b]52" not in app.written
        leave(app)
