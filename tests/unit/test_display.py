"""What a terminal can show is read from its environment."""

from __future__ import annotations

import pytest

from briefing.display import Colours, Display, Glyphs, display

UTF8 = {"LANG": "vi_VN.UTF-8"}


@pytest.mark.parametrize(
    ("environ", "colours"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, Colours.TRUE),
        ({"TERM": "xterm", "COLORTERM": " 24bit "}, Colours.TRUE),
        ({"TERM": "xterm-256color"}, Colours.MANY),
        ({"TERM": "screen-256color"}, Colours.MANY),
        ({"TERM": "tmux-256color"}, Colours.MANY),
        ({"TERM": "xterm-kitty"}, Colours.MANY),
        ({"TERM": "xterm"}, Colours.SIXTEEN),
        ({"TERM": "linux"}, Colours.SIXTEEN),
        ({"TERM": "screen"}, Colours.SIXTEEN),
        ({"TERM": "putty"}, Colours.SIXTEEN),
        ({}, Colours.SIXTEEN),
        ({"TERM": "xterm", "COLORTERM": ""}, Colours.SIXTEEN),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}, Colours.NONE),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, Colours.MANY),
    ],
)
def test_colours_are_those_that_the_environment_names(
    environ: dict[str, str], colours: Colours
) -> None:
    assert display(environ, "linux", None).colours is colours


def test_colours_of_windows_are_all() -> None:
    assert display({}, "win32", None).colours is Colours.TRUE
    assert display({"NO_COLOR": "1"}, "win32", None).colours is Colours.NONE


@pytest.mark.parametrize(
    ("environ", "glyphs"),
    [
        (UTF8, Glyphs.FULL),
        ({}, Glyphs.FULL),
        ({"LANG": "C"}, Glyphs.FULL),
        ({"LANG": "C.utf8"}, Glyphs.FULL),
        ({"LANG": "vi_VN"}, Glyphs.FULL),
        ({"LANG": "vi_VN.TCVN"}, Glyphs.ASCII),
        ({"LANG": "de_DE.ISO-8859-15@euro"}, Glyphs.ASCII),
        ({**UTF8, "LC_ALL": "en_US.ISO-8859-1"}, Glyphs.ASCII),
        ({**UTF8, "LC_CTYPE": "en_US.ISO-8859-1"}, Glyphs.ASCII),
        ({"LANG": "vi_VN.TCVN", "LC_ALL": "C.UTF-8"}, Glyphs.FULL),
        ({"LANG": "vi_VN.TCVN", "LC_CTYPE": "C.UTF-8"}, Glyphs.ASCII),
        ({"LC_CTYPE": "C.UTF-8"}, Glyphs.FULL),
        ({**UTF8, "TERM": "linux"}, Glyphs.PLAIN),
    ],
)
def test_glyphs_are_those_of_the_locales_encoding(environ: dict[str, str], glyphs: Glyphs) -> None:
    assert display(environ, "linux", None).glyphs is glyphs


def test_the_setting_decides_over_the_locale() -> None:
    assert display(UTF8, "linux", True).glyphs is Glyphs.ASCII
    assert display({"LANG": "vi_VN.TCVN"}, "linux", False).glyphs is Glyphs.FULL


def test_the_old_windows_console_gets_plain_glyphs_and_its_successor_all() -> None:
    assert display({}, "win32", None).glyphs is Glyphs.PLAIN
    assert display({"WT_SESSION": "1"}, "win32", None).glyphs is Glyphs.FULL
    assert display({"TERM_PROGRAM": "vscode"}, "win32", None).glyphs is Glyphs.FULL
    assert display({}, "win32", True).glyphs is Glyphs.ASCII


def test_a_terminal_of_today_is_drawn_on_without_filters() -> None:
    found = display({"TERM": "xterm", "COLORTERM": "truecolor", **UTF8}, "linux", None)
    assert found == Display()
