"""How one plain word of a file is read: number, date, true/false, or text. Standard library only.

Stricter than YAML 1.1 on purpose: ``010``, ``1_000``, ``12:30`` and ``yes`` have readings there
that nobody means, so they stay text here and are refused, with a remedy, where a number is wanted.
"""

from __future__ import annotations

import re
from datetime import date

from briefing.problems import Fault
from briefing.workspace.faults import values

Scalar = str | int | float | bool | date | None

FIRST_YEAR = 1900
LAST_YEAR = 2199
"""Years outside are slips of the keyboard; arithmetic on dates stays safe inside."""

_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:[._ \u00a0\u202f][0-9]{3})+|-?[0-9]+(?:_[0-9]+)+")
_CLOCK = re.compile(r"[0-9]+(?::[0-9]+)+")
_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}


def plain(text: str) -> Scalar:
    """The value of an unquoted YAML word."""
    if text in _WORDS:
        return _WORDS[text]
    found = number(text)
    if found is not None:
        return found
    day = iso_date(text)
    return text if day is None else day


def number(text: str) -> int | float | None:
    """The machine number that ``text`` writes: digits, a leading minus, one dot; else ``None``."""
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else None


def iso_date(text: str) -> date | None:
    """The day that ``text`` writes as ``2024-01-07``; ``None`` when it is no such day."""
    match = _ISO_DATE.fullmatch(text)
    if match is None or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def number_fault(text: str) -> tuple[Fault, dict[str, str | int]]:
    """Why ``text`` is no machine number, with what its writer probably meant."""
    stripped = text.strip()
    if stripped.endswith("%"):
        return values.PERCENT_NUMBER, {}
    if _GROUPED.fullmatch(stripped):
        return values.GROUPED_NUMBER, {"digits": re.sub(r"[^0-9-]", "", stripped)}
    if re.fullmatch(r"-?[0-9][0-9.]*,[0-9]+", stripped):
        return values.COMMA_NUMBER, {}
    if re.fullmatch(r"-?0[0-9]+(?:\.[0-9]+)?", stripped):
        return values.LEADING_ZERO, {}
    if _CLOCK.fullmatch(stripped):
        return values.CLOCK_NUMBER, {}
    return values.NOT_NUMBER, {}
