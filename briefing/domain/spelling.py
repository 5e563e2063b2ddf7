"""Vietnamese spelling: one form for storing, one for searching, one for sorting."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby

from briefing.domain.plain_text import clip, visible, width

__all__ = [
    "MOST_MARKS",
    "clip",
    "fold",
    "nfc",
    "same_spelling",
    "sort_key",
    "tamed",
    "visible",
    "width",
]

MOST_MARKS = 30
"""Marks on one letter; Unicode's stream-safe format (UAX #15) allows as many. Putting more in
order takes Python time that grows with their square: a minute for 200 kB."""


class _Bare(dict[int, int | str | None]):
    """What a character of a text that is taken apart becomes: marks and controls become nothing.

    Looked up as they come: every title is folded anew at each sync.
    """

    MOST = 4096

    def __missing__(self, code: int) -> int | None:
        bare = None if unicodedata.category(chr(code)) in ("Mn", "Cf") else code
        if len(self) < self.MOST:
            self[code] = bare
        return bare


_BARE = _Bare({ord(letter): plain for letter, plain in zip("đĐðÐɖƉ", "dDdDdD", strict=True)})
_TONES = {
    "\N{COMBINING GRAVE ACCENT}": "1",
    "\N{COMBINING HOOK ABOVE}": "2",
    "\N{COMBINING TILDE}": "3",
    "\N{COMBINING ACUTE ACCENT}": "4",
    "\N{COMBINING DOT BELOW}": "5",
}
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS = {letter: chr(0x41 + place) for place, letter in enumerate(_ALPHABET)}
_PART, _WORD = "\x01", "\x02"


def nfc(text: str) -> str:
    """Text in Unicode's composed form, the one in which everything is kept."""
    return unicodedata.normalize("NFC", tamed(text))


def tamed(text: str) -> str:
    """``text`` without the marks that pile up beyond ``MOST_MARKS`` on one letter."""
    if len(text) <= MOST_MARKS or text.isascii() or re.search(_LIKE_MARKS, text) is None:
        return text
    kept = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)


_LIKE_MARKS = f"[^\x00-\u02ff\u1e00-\u1eff\u2000-\u20cf]{{{MOST_MARKS + 1}}}"
"""What no Latin text holds, so that it is let through at a glance."""


def _apart(text: str) -> str:
    return unicodedata.normalize("NFD", tamed(text))


def fold(text: str) -> str:
    """Text for searching: lower case, no diacritics, đ as d, single spaces.

    ``fold("Đắk  Lắk") == "dak lak"``, whichever way the letters are encoded.
    """
    return " ".join(_apart(text.casefold()).translate(_BARE).split())


@lru_cache(4096)
def sort_key(text: str) -> str:
    """A key that sorts in Vietnamese alphabetical order when compared character by character.

    Word by word; a ă â b c d đ e ê … first, then tones (none, huyền, hỏi, ngã, sắc, nặng), small
    before capital last. Where a tone stands in its syllable makes no difference, nor does
    punctuation. Fits SQLite's ``BINARY`` collation.
    """
    words = _words(text)
    letters = _WORD.join("".join(map(_rank, word)) for word, _ in words)
    tones = _WORD.join(tone or "0" for _, tone in words)
    cases = "".join("1" if c.isupper() else "0" for word, _ in words for c in word)
    return _PART.join((letters, tones, cases))


def same_spelling(first: str, second: str) -> bool:
    """Whether two spellings are one: "Hoà Bình" and "HÒA BÌNH" are, "Hòa" and "Hoa" are not.

    Encoding, tone placement, case and spaces make no difference; tones and letters do.
    """
    return _canonical(first) == _canonical(second)


def _canonical(text: str) -> str:
    runs = groupby(_apart(nfc(text).casefold()), key=_in_word)
    parts = []
    for in_word, run in runs:
        characters = "".join(run)
        if in_word:
            letters = "".join(c for c in characters if c not in _TONES)
            characters = letters + "".join(c for c in characters if c in _TONES)
        parts.append(characters)
    return " ".join("".join(parts).split())


def _words(text: str) -> list[tuple[str, str]]:
    """Words as (letters without tones, tones); what is no letter or digit parts them."""
    apart = _apart(text)
    words = []
    for in_word, run in groupby(apart, key=_in_word):
        if in_word:
            characters = list(run)
            tones = "".join(_TONES.get(c, "") for c in characters)
            letters = nfc("".join(c for c in characters if c not in _TONES))
            words.append((letters, tones))
    return words


def _in_word(character: str) -> bool:
    return character.isalnum() or unicodedata.combining(character) > 0


def _rank(character: str) -> str:
    small = character.lower()
    if small in _RANKS:
        return _RANKS[small]
    plain = unicodedata.normalize("NFD", small)[0]
    return _RANKS.get(plain, small)
