"""A small Telex and VNI composer: from keys pressed to what an input method sends a terminal.

UniKey, OpenKey and EVKey keep the word being typed. A key that changes it is swallowed; sent
instead are as many backspaces as letters change, counted from the first that differs, and those
letters anew. Only what the tests need is known here; words check it against spellings of record.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import Literal

Method = Literal["telex", "vni"]
Placing = Literal["old", "new"]
"""Where a tone stands in oa, oe, uy: hòa or hoà."""

VOWELS = "aăâeêioôơuưy"
TONES = {
    "telex": {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"},
    "vni": {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"},
}
NO_TONE = {"telex": "z", "vni": "0"}
SHAPES: dict[Method, dict[str, dict[str, str]]] = {
    "telex": {
        "a": {"a": "â", "ă": "â"},
        "e": {"e": "ê"},
        "o": {"o": "ô", "ơ": "ô"},
        "w": {"a": "ă", "â": "ă", "o": "ơ", "ô": "ơ", "u": "ư"},
        "d": {"d": "đ"},
    },
    "vni": {
        "6": {"a": "â", "ă": "â", "e": "ê", "o": "ô", "ơ": "ô"},
        "7": {"o": "ơ", "ô": "ơ", "u": "ư"},
        "8": {"a": "ă", "â": "ă"},
        "9": {"d": "đ"},
    },
}
_MARKS = frozenset("\u0301\u0300\u0309\u0303\u0323")


@dataclass(frozen=True)
class Sent:
    """What one key makes an input method send: backspaces, then letters."""

    backspaces: int
    letters: str


@dataclass
class Word:
    """The word being typed: its letters with their shape, and its tone."""

    method: Method
    placing: Placing = "old"
    letters: list[str] = field(default_factory=list)
    tone: str = ""

    @property
    def text(self) -> str:
        """The word as it is read, composed."""
        place = self._tone_place() if self.tone else None
        return "".join(
            unicodedata.normalize("NFC", letter + self.tone) if index == place else letter
            for index, letter in enumerate(self.letters)
        )

    def press(self, key: str) -> Sent:
        """Takes a key; what is sent for it."""
        before = self.text
        if not key.isalnum():
            self.letters, self.tone = [], ""
            return Sent(0, key)
        if not self._change(key):
            self.letters.append(key)
        after = self.text
        same = 0
        while same < min(len(before), len(after)) and before[same] == after[same]:
            same += 1
        return Sent(len(before) - same, after[same:])

    def _change(self, key: str) -> bool:
        """Lets a key change the word; whether it did. The same key again takes it back."""
        low = key.lower()
        tones = TONES[self.method]
        if low in tones and self._vowels():
            if self.tone == tones[low]:
                self.tone = ""
                return False
            self.tone = tones[low]
            return True
        if low == NO_TONE[self.method] and self.tone:
            self.tone = ""
            return True
        shapes = SHAPES[self.method].get(low, {})
        places = [i for i, letter in enumerate(self.letters) if letter.lower() in shapes]
        if low == "w" or low == "7":
            places = self._horned(places)
        if self.method == "telex" and low in "aeod":
            places = [i for i in places[-1:] if self._reaches(i, low)]
        if not places:
            return False
        for place in places if low in "w7" else places[-1:]:
            letter = self.letters[place]
            shaped = shapes[letter.lower()]
            self.letters[place] = shaped.upper() if letter.isupper() else shaped
        return True

    def _reaches(self, place: int, key: str) -> bool:
        """Whether a doubled letter may stand so far from the one it doubles (``dawk`` + ``d``)."""
        return key == "d" or all(
            letter.lower() not in VOWELS for letter in self.letters[place + 1 :]
        )

    def _horned(self, places: list[int]) -> list[int]:
        """Both letters of uo become ươ; else the last that can change."""
        for first in places:
            pair = "".join(self.letters[first : first + 2]).lower()
            if pair == "uo" and "".join(self.letters[:first]).lower() != "q":
                return [first, first + 1]
        return places[-1:]

    def _vowels(self) -> list[int]:
        """The vowels of the syllable; the i of gi and the u of qu belong to the consonant."""
        low = "".join(self.letters).lower()
        places = [i for i, letter in enumerate(low) if letter in VOWELS]
        if low[:2] in ("gi", "qu") and len(places) > 1:
            places = places[1:]
        return places

    def _tone_place(self) -> int | None:
        places = self._vowels()
        if not places:
            return None
        low: list[str] = [self.letters[i].lower() for i in places]
        last = len(low) - 1
        order: list[int] = [last, *range(last)]
        for index in order:
            if low[index] in "ăâêôơư" and not (low[index] == "ư" and "ơ" in low):
                return places[index]
        closed = places[-1] < len(self.letters) - 1
        if len(places) == 1:
            return places[0]
        if len(places) == 3:
            return places[1]
        if closed:
            return places[-1]
        glide = "".join(low) in ("oa", "oe", "uy")
        return places[1] if glide and self.placing == "new" else places[0]


def sent_for(keys: str, method: Method, placing: Placing = "old") -> list[Sent]:
    """What is sent for each key of ``keys``."""
    word = Word(method, placing)
    return [word.press(key) for key in keys]


def read_from(sent: list[Sent]) -> str:
    """The text that a line shows that does what it is sent."""
    text = ""
    for one in sent:
        text = text[: len(text) - one.backspaces] + one.letters
    return text
