"""What the abbreviations in a short name stand for, as its full name says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LONG_ENOUGH = 3
"""Letters from which an abbreviation is found anywhere, not only beside a word of its own."""


def opened(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """By abbreviation the words it stands for; from pairs of a short name and the full one.

    "Tổ CNSCĐ cấp thôn" is opened by "Số tổ công nghệ số cộng đồng cấp thôn": words in a row whose
    first letters it is. What no words of the full name begin with, or the full name keeps, is left.
    """
    found: dict[str, str] = {}
    for short, full in names:
        words, whole = _WORD.findall(short), _WORD.findall(full)
        for place, sign in enumerate(words):
            if sign.isupper() and len(sign) > 1 and sign not in found and sign not in whole:
                said = _words_of(sign, words[:place], words[place + 1 :], whole)
                if said:
                    found[sign] = said
    return found


def _words_of(sign: str, before: Sequence[str], after: Sequence[str], whole: Sequence[str]) -> str:
    """The words that begin with these letters; those beside the same words before any others."""
    found: list[tuple[int, int, str]] = []
    size = len(sign)
    for start in range(len(whole) - size + 1):
        run = whole[start : start + size]
        if "".join(word[0] for word in run).upper() != sign:
            continue
        beside = _same(before[-1:], whole[max(0, start - 1) : start])
        beside += _same(after[:1], whole[start + size : start + size + 1])
        if beside or size >= LONG_ENOUGH:
            found.append((beside, start, " ".join(run)))
    return max(found)[2] if found else ""


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    """1 where both are the same word, else 0."""
    return int(
        bool(one) and [each.casefold() for each in one] == [each.casefold() for each in other]
    )
