"""Keys as terminals send them, in pieces of any size: Escape is Escape, whatever follows it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from briefing.key_parser import KeyParser

ESC = "\x1b"
SENT = {
    ESC: "escape",
    "\x1b[A": "up",
    "\x1bOB": "down",
    "\x1b[H": "home",
    "\x1b[6~": "pagedown",
    "\x1bOP": "f1",
    "\x1b[15~": "f5",
    "\x1b[27u": "escape",
    "\r": "enter",
    "\t": "tab",
    "\x7f": "backspace",
    "\x11": "ctrl+q",
    **{sign: sign for sign in "dquồ159a"},
    "-": "minus",
    "=": "equals_sign",
    "/": "slash",
    "^": "circumflex_accent",
    "<": "less_than_sign",
}


def keys(pieces: Iterable[str]) -> list[str]:
    parser = KeyParser()
    found = [*(message for piece in pieces for message in parser.feed(piece)), *parser.feed("")]
    return [
        message.key if isinstance(message, events.Key) else f"pasted {message.text}"
        for message in found
        if isinstance(message, events.Key | events.Paste)
    ]


@pytest.mark.parametrize("behind", [sent for sent in SENT if sent != ESC])
def test_escape_and_what_is_typed_right_behind_it_are_two_keys(behind: str) -> None:
    assert keys([ESC + behind]) == ["escape", SENT[behind]]
    assert keys([ESC, behind]) in (["escape", SENT[behind]], keys([ESC + behind]))
    assert keys([ESC + ESC + behind]) == ["escape", "escape", SENT[behind]]
    assert keys([f"a{ESC}", f"{behind}b"]) == ["a", "escape", SENT[behind], "b"]


@given(st.lists(st.sampled_from(list(SENT)), max_size=12), st.data())
def test_keys_come_out_as_they_were_typed_however_they_are_cut(
    typed: list[str], data: st.DataObject
) -> None:
    sent = "".join(typed)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(sent)), max_size=6)))
    ends = [0, *cuts, len(sent)]
    pieces = [sent[start:end] for start, end in pairwise(ends)]
    assert keys(filter(None, pieces)) == [SENT[one] for one in typed]


@pytest.mark.parametrize("cut", range(26))
def test_what_is_pasted_comes_whole_without_its_escapes(cut: int) -> None:
    text = f"a{ESC}5 [27u {ESC}{ESC}b{ESC}"
    sent = f"{ESC}[200~{text}{ESC}[201~{ESC}5"
    found = keys(filter(None, (sent[:6], sent[6 : 6 + cut], sent[6 + cut :])))
    assert found == [f"pasted {text.replace(ESC, '')}", "escape", "5"]
