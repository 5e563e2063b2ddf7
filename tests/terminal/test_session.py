"""A session on a terminal: the first screen, the keys of the footer, sizes, and the way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calling import command
from tests.terminal.pty_app import CTRL_C, CTRL_Q, ENTER, ESCAPE, PtyApp


def opened(root: Path, *options: str, size: tuple[int, int] = (80, 24), **env: str) -> PtyApp:
    return PtyApp(command(*options), root, size=size, env=env)


def test_the_overview_is_shown_and_q_leaves_the_terminal_whole(shipped: Path) -> None:
    with opened(shipped) as app:
        app.wait_for("Tỉnh Ninh Bình")
        app.wait_for("Enter mở")
        assert {1000, 1049} <= app.modes, "mouse and alternate screen are on"
        assert not app.is_whole()
        app.type("q")
        assert app.wait() == 0
        assert app.is_whole()


def test_ctrl_q_leaves(shipped: Path) -> None:
    with opened(shipped) as app:
        app.wait_for("Enter mở")
        app.type(CTRL_Q)
        assert app.wait() == 0 and app.is_whole()


def test_ctrl_c_says_how_to_leave_and_stays(shipped: Path) -> None:
    with opened(shipped) as app:
        app.wait_for("Enter mở")
        app.type(CTRL_C)
        app.wait_for("Ctrl+Q để thoát")
        app.type("2")
        app.wait_for("Chính quyền số")
        app.type("q")
        assert app.wait() == 0


def test_digits_open_the_tabs(shipped: Path) -> None:
    with opened(shipped, "--unit", "49") as app:
        app.wait_for("LGSP")
        for key, text in (("2", "23,08%"), ("3", "16/18"), ("4", "79,15"), ("1", "LGSP")):
            app.type(key)
            app.wait_for(text)
        app.type("q")
        assert app.wait() == 0


def test_keys_typed_before_the_first_screen_are_kept(shipped: Path) -> None:
    with opened(shipped) as app:
        app.type("q")
        assert app.wait() == 0 and app.is_whole()


def test_j_k_enter_and_escape_go_in_and_back(shipped: Path) -> None:
    beside, inside = "đoạn 8", "Các đơn vị khác"
    with opened(shipped, "--unit", "49") as app:
        app.wait_for("LGSP")
        app.type("2")
        assert beside not in app.wait_for("23,08%")
        app.type("j")
        app.wait_for(beside)
        app.type("k")
        app.wait_until(lambda app: beside not in app.text, "the cursor is back")
        app.type("j" + ENTER)
        app.wait_for(inside)
        app.type(ESCAPE)
        app.wait_until(lambda app: inside not in app.text, "the page is left")
        app.wait_for("1.470")
        app.type("q")
        assert app.wait() == 0


@pytest.mark.parametrize("size", [(60, 20), (200, 60)])
def test_another_size_is_repainted_whole(shipped: Path, size: tuple[int, int]) -> None:
    with opened(shipped, size=size) as direct:
        wanted = direct.wait_for_frame("Enter mở")
        direct.type("q")
        direct.wait()
    with opened(shipped) as app:
        app.wait_for("Enter mở")
        app.resize(*size)
        app.wait_until(lambda app: app.lines == wanted, f"repainted as at {size}")
        app.resize(80, 24)
        app.type("q")
        assert app.wait() == 0 and app.is_whole()


def test_english_is_spoken_when_asked(shipped: Path) -> None:
    with opened(shipped, "--language", "en") as app:
        app.wait_for("Enter open")
        app.type(CTRL_C)
        app.wait_for("Ctrl+Q to ")
        app.type("q")
        assert app.wait() == 0


def test_the_first_start_builds_the_database_with_a_progress_bar(fresh: Path) -> None:
    with opened(fresh) as app:
        app.wait_for("Enter mở")
        assert "Đang dựng cơ sở dữ liệu ▕██████████████████████████████▏" in app.written
        app.type("q")
        assert app.wait() == 0 and (fresh / "data" / "briefing.db").is_file()
    with opened(fresh) as again:
        again.wait_for("Enter mở")
        assert "Đang dựng" not in again.written
        again.type("q")
        assert again.wait() == 0


def test_a_dumb_terminal_gets_text(shipped: Path) -> None:
    with opened(shipped, TERM="dumb") as app:
        assert app.wait() == 0
        assert "Tỉnh Ninh Bình" in app.written and "\x1b" not in app.written


def test_a_wrong_unit_is_told_without_opening_a_screen(shipped: Path) -> None:
    with opened(shipped, "--unit", "zzz") as app:
        assert app.wait() == 2
        assert "“zzz”" in app.written and app.is_whole() and 1049 not in app.modes
