"""Bytes as a terminal gets them when somebody types with a Vietnamese input method."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.commands import COMMANDS
from tests.typing.composer import Method, Sent, Word, sent_for

DEL, CTRL_H = "\x7f", "\x08"
"""What the backspace key sends: PuTTY's and xterm's default, and PuTTY's other choice."""

VOWELS: dict[Method, dict[str, str]] = {
    "telex": {
        **{vowel: vowel for vowel in "aeiouy"},
        **{"ă": "aw", "â": "aa", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw"},
    },
    "vni": {
        **{vowel: vowel for vowel in "aeiouy"},
        **{"ă": "a8", "â": "a6", "ê": "e6", "ô": "o6", "ơ": "o7", "ư": "u7"},
    },
}
"""The keys for each vowel."""

LETTERS = sorted({key for command in COMMANDS for key in command.keys if len(key) == 1})
"""Every letter and digit that stands for an action."""


@dataclass(frozen=True)
class Typed:
    """A vowel and the key of an action behind it."""

    method: Method
    vowel: str
    key: str
    sent: tuple[Sent, ...]

    @property
    def is_rewritten(self) -> bool:
        """Whether the key itself never reaches the terminal."""
        return self.sent[-1] != Sent(0, self.key)


def typings(method: Method, *, upper: bool) -> Iterator[Typed]:
    """Every bound letter and digit after every vowel."""
    for vowel, keys in VOWELS[method].items():
        for key in LETTERS:
            pressed = (keys + key).upper() if upper else keys + key
            last = pressed[-1]
            shown = vowel.upper() if upper else vowel
            yield Typed(method, shown, last, tuple(sent_for(pressed, method)))


def written(sent: Sent, backspace: str = DEL) -> str:
    """What UniKey and ibus-unikey's like write for one key: backspaces, then letters."""
    return backspace * sent.backspaces + sent.letters


def burst(sent: list[Sent] | tuple[Sent, ...], backspace: str = DEL) -> str:
    """All of it in one piece, as a slow line brings it."""
    return "".join(written(one, backspace) for one in sent)


def with_empty_letter(sent: list[Sent], empty: str) -> str:
    """As OpenKey and EVKey write it: an empty letter first, erased with the rest."""
    return "".join(
        empty + DEL * (one.backspaces + 1) + one.letters if one.backspaces else one.letters
        for one in sent
    )


def from_clipboard(sent: list[Sent]) -> str:
    """As UniKey writes it when it uses the clipboard: the letters pasted."""
    return "".join(
        DEL * one.backspaces + f"\x1b[200~{one.letters}\x1b[201~" if one.backspaces else one.letters
        for one in sent
    )


def apart(keys: str, method: Method) -> str:
    """As UniKey writes "Unicode tổ hợp": marks as letters of their own, erased one by one."""
    out, before, word = "", "", Word(method)
    for key in keys:
        word.press(key)
        after = unicodedata.normalize("NFD", word.text) if key.isalnum() else ""
        if not key.isalnum():
            out, before = out + key, ""
            continue
        same = 0
        while same < min(len(before), len(after)) and before[same] == after[same]:
            same += 1
        out += DEL * (len(before) - same) + after[same:]
        before = after
    return out
