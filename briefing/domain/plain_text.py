"""Text from outside on its way to a terminal: shown, never obeyed, and measured in cells."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PICTURES = 0x2400
_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
_ESCAPED = frozenset({"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"})
_WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cc", "Cf", "Zl", "Zp"})
_JAMO_TAILS = range(0x1160, 0x1200)
_ALL_NARROW = re.compile("[ -~\xa1-\xac\xae-\u02ff\u1ea0-\u1ef9]*").fullmatch
"""Latin letters with every Vietnamese one: a cell each, as nearly all text here is."""


def visible(text: str) -> str:
    """``text`` on one line with control, escape and direction characters made visible.

    ESC becomes "␛", a line break "⏎", the other C0 controls their pictures; C1 controls, direction
    overrides, lone surrogates and what has no glyph become ``\\u202e``-like escapes.
    """
    if text.isprintable():
        return text
    return "".join(map(_seen, text.replace("\r\n", "\n")))


def _seen(character: str) -> str:
    code = ord(character)
    if character == "\n":
        return "⏎"
    if code < 0x20:
        return chr(_PICTURES + code)
    if code == 0x7F:
        return "␡"
    if character in _JOINERS or unicodedata.category(character) not in _ESCAPED:
        return character
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


@lru_cache(1024)
def width(text: str) -> int:
    """Cells that ``text`` takes on a terminal: wide East Asian 2, combining marks 0."""
    return len(text) if _ALL_NARROW(text) else sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.category(character) in _WITHOUT_WIDTH or ord(character) in _JAMO_TAILS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def clip(text: str, cells: int, ellipsis: str = "…") -> str:
    """``text`` in at most ``cells`` cells, cut between whole characters and marked as cut.

    No mark where there is no room for one beside it; nothing at all for no cells.
    """
    if width(text) <= cells:
        return text
    room = cells - width(ellipsis)
    if room < 0:
        room, ellipsis = cells, ""
    kept, used = [], 0
    for character in text:
        used += _cells(character)
        if used > room:
            break
        kept.append(character)
    return "".join(kept).rstrip() + ellipsis
