"""Names typed with Vietnamese input methods, on a terminal: the field reads exactly what was meant.

Each name is written the way UniKey, OpenKey or an input method of macOS writes it, as one burst.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.calling import command
from tests.terminal.bursts import F6, F9, field
from tests.terminal.pty_app import CTRL_C, ENTER, PtyApp
from tests.typing.composer import Method, sent_for
from tests.typing.replays import CTRL_H, DEL, apart, burst, from_clipboard, with_empty_letter

NAMES: dict[str, dict[Method, str]] = {
    "Quảng Nam": {"telex": "Quangr Nam", "vni": "Qua3ng Nam"},
    "Hải Dương": {"telex": "Hair Duwowng", "vni": "Hai3 Duong7"},
    "Đắk Lắk": {"telex": "Ddawsk Lakws", "vni": "D9a81k Lak81"},
    "Thừa Thiên Huế": {"telex": "Thuwfa Thieen Huees", "vni": "Thu72a Thie6n Hue61"},
}
METHODS: tuple[Method, ...] = ("telex", "vni")
Writing = Callable[[str, Method], str]
WRITINGS: dict[str, Writing] = {
    "UniKey": lambda keys, method: burst(sent_for(keys, method)),
    "UniKey, Ctrl+H": lambda keys, method: burst(sent_for(keys, method), CTRL_H),
    "UniKey, new placing": lambda keys, method: burst(sent_for(keys, method, "new"), DEL),
    "UniKey, clipboard": lambda keys, method: from_clipboard(sent_for(keys, method)),
    "UniKey, marks apart": apart,
    "OpenKey": lambda keys, method: with_empty_letter(sent_for(keys, method), "\u202f"),
    "OpenKey, compound": lambda keys, method: with_empty_letter(sent_for(keys, method), "\u200c"),
}


def reads(text: str) -> Callable[[PtyApp], bool]:
    """Whether the field holds exactly ``text``."""
    return lambda app: field(app) == text


def shows(name: str) -> Callable[[PtyApp], bool]:
    """Whether a province is in focus, and no dialog in front."""
    return lambda app: app.lines[0].startswith(f" Tỉnh {name}") and not field(app)


@pytest.mark.parametrize("writing", WRITINGS)
def test_a_name_typed_with_its_marks_is_read_and_chosen(writing: str, shipped: Path) -> None:
    with PtyApp(command(), shipped) as app:
        app.wait_for("Enter mở")
        for name, keys in NAMES.items():
            for method in METHODS:
                app.type(F6)
                app.wait_for("Chọn tỉnh, thành phố")
                app.type(WRITINGS[writing](keys[method], method))
                app.wait_until(reads(name), f"{name!r} in the field")
                app.type(ENTER)
                app.wait_until(shows(name), f"{name} chosen")
        app.type("q")
        assert app.wait() == 0


@pytest.mark.parametrize("method", METHODS)
def test_a_whole_burst_from_the_key_to_the_choice_is_exact(method: Method, shipped: Path) -> None:
    with PtyApp(command(), shipped) as app:
        app.wait_for("Enter mở")
        for name, keys in NAMES.items():
            app.type(f"{F6}{burst(sent_for(keys[method], method))}{ENTER}")
            app.wait_until(shows(name), f"{name} chosen")
        app.type("q")
        assert app.wait() == 0


def test_letters_sent_apart_are_searched_for_as_one(shipped: Path) -> None:
    """macOS hands over a file's name, and some input methods text, with marks of their own."""
    with PtyApp(command(), shipped) as app:
        app.wait_for("Enter mở")
        app.type("/" + unicodedata.normalize("NFD", "Quảng Nam"))
        app.wait_until(reads("Quảng Nam"), "the name")
        app.type(ENTER)
        app.wait_until(shows("Quảng Nam"), "the province")
        app.type("q")
        assert app.wait() == 0


@pytest.mark.parametrize(
    "pasted",
    [
        "Quảng Nam",
        "\nQuảng Nam\r\n",
        " Quảng\tNam\x00\x07 ",
        "Quảng\r\nNam\n",
        unicodedata.normalize("NFD", "Quảng Nam"),
    ],
)
def test_a_pasted_name_is_one_line_of_text(pasted: str, shipped: Path) -> None:
    with PtyApp(command(), shipped) as app:
        app.wait_for("Enter mở")
        app.type(f"/\x1b[200~{pasted}\x1b[201~")
        app.wait_until(reads("Quảng Nam"), "the name")
        app.type(ENTER)
        app.wait_until(shows("Quảng Nam"), "the province")
        app.type("q")
        assert app.wait() == 0


def test_a_nine_behind_the_key_of_the_date_is_a_nine(shipped: Path) -> None:
    """VNI remembers the d that opened the dialog, and makes đ of it and the 9."""
    with PtyApp(command(), shipped) as app:
        app.wait_for("Enter mở")
        app.type("d")
        app.wait_for("03/09/2023")
        app.type(f"{DEL}đ/3/2023")
        app.wait_until(reads("9/3/2023"), "the day")
        app.type(CTRL_C + F9 + "9.3.2023" + ENTER)
        app.wait_for("09/03/2023")
        app.type("q")
        assert app.wait() == 0


def test_a_page_says_which_key_to_press_instead(shipped: Path) -> None:
    with PtyApp(command(), shipped) as app:
        app.wait_for("Enter mở")
        app.type(burst(sent_for("as", "telex")))
        app.wait_for("dùng F7 thay cho s")
        app.type("q")
        assert app.wait() == 0
