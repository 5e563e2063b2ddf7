"""Function and edge keys as terminals send them: each is read as the key it is, and acts."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual._xterm_parser import XTermParser

from briefing.commands import BY_ID
from tests.cli.calling import command
from tests.terminal.pty_app import ESCAPE, PtyApp

XTERM = {
    "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~",
    "f6": "\x1b[17~", "f7": "\x1b[18~", "f8": "\x1b[19~", "f9": "\x1b[20~", "f10": "\x1b[21~",
    "f11": "\x1b[23~", "f12": "\x1b[24~", "home": "\x1b[H", "end": "\x1b[F",
    "insert": "\x1b[2~", "delete": "\x1b[3~", "pageup": "\x1b[5~", "pagedown": "\x1b[6~",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
    "ctrl+home": "\x1b[1;5H", "ctrl+end": "\x1b[1;5F", "enter": "\r", "backspace": "\x7f",
}  # fmt: skip
XTERM_APPLICATION = {
    "home": "\x1bOH", "end": "\x1bOF", "up": "\x1bOA", "down": "\x1bOB", "right": "\x1bOC",
    "left": "\x1bOD", "enter": "\x1bOM",
}  # fmt: skip
PUTTY = {
    "f1": "\x1b[11~", "f2": "\x1b[12~", "f3": "\x1b[13~", "f4": "\x1b[14~", "f5": "\x1b[15~",
    "home": "\x1b[1~", "end": "\x1b[4~", "insert": "\x1b[2~", "delete": "\x1b[3~",
    "pageup": "\x1b[5~", "pagedown": "\x1b[6~",
}  # fmt: skip
LINUX_CONSOLE = {
    "f1": "\x1b[[A", "f2": "\x1b[[B", "f3": "\x1b[[C", "f4": "\x1b[[D", "f5": "\x1b[[E",
    "f6": "\x1b[17~", "home": "\x1b[1~", "end": "\x1b[4~",
}  # fmt: skip
RXVT = {"f1": "\x1b[11~", "f4": "\x1b[14~", "home": "\x1b[7~", "end": "\x1b[8~"}
TMUX = {"f1": "\x1bOP", "home": "\x1b[1~", "end": "\x1b[4~", "ctrl+home": "\x1b[1;5H"}
KEYPAD = {"plus": "\x1bOk", "minus": "\x1bOm", "slash": "\x1bOo", "1": "\x1bOq", "2": "\x1bOr"}
SENT = [
    pytest.param(key, code, id=f"{name}-{key}")
    for name, codes in (
        ("xterm", XTERM), ("application", XTERM_APPLICATION), ("putty", PUTTY),
        ("linux", LINUX_CONSOLE), ("rxvt", RXVT), ("tmux", TMUX), ("keypad", KEYPAD),
    )
    for key, code in codes.items()
]  # fmt: skip


def keys_of(*pieces: str) -> list[str]:
    """The keys that arrive as ``pieces``."""
    parser = XTermParser()
    found = [event for piece in pieces for event in parser.feed(piece)]
    return [event.key for event in found if isinstance(event, events.Key)]


@pytest.mark.parametrize(("key", "code"), SENT)
def test_a_key_is_read_as_what_it_is_whole_or_byte_by_byte(key: str, code: str) -> None:
    assert keys_of(code) == [key]
    assert keys_of(*code) == [key]


@pytest.mark.parametrize(("key", "code"), SENT)
def test_a_key_does_not_swallow_what_is_typed_behind_it(key: str, code: str) -> None:
    assert keys_of(code + "j" + code) == [key, "j", key]


def test_every_function_and_edge_key_of_an_action_is_sent_by_these_terminals() -> None:
    bound = {key for command in BY_ID.values() for key in command.keys}
    named = {key for key in bound if len(key) > 1 and (key[0] == "f" and key[1:].isdigit())}
    edges = {"home", "end", "pageup", "pagedown", "insert", "delete", "up", "down", "left", "right"}
    assert named | (bound & edges) <= {*XTERM}


@pytest.mark.parametrize("codes", [XTERM, PUTTY, LINUX_CONSOLE], ids=["xterm", "putty", "linux"])
def test_function_keys_act_on_a_terminal(codes: dict[str, str], shipped: Path) -> None:
    with PtyApp(command("--unit", "49"), shipped) as app:
        app.wait_for("Enter mở")
        for key, shown in (
            ("f3", "23,08%"), ("f4", "theo chỉ tiêu"), ("f5", "So sánh 5 đơn vị"),
            ("f2", "Cần ý kiến"), ("f1", "Phím"),
        ):  # fmt: skip
            app.type(codes[key])
            app.wait_for(shown)
        app.type(codes["end"])
        app.wait_for("là chưa có số liệu")
        app.type(codes["home"])
        app.wait_for("Phím")
        app.type(ESCAPE)
        app.wait_for("Cần ý kiến")
        app.type("q")
        assert app.wait() == 0
