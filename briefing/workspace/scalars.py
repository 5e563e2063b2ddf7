"""How one plain word of a file is read: number, date, true/false, or text. Standard library only.

Stricter than YAML 1.1 on purpose: ``010``, ``1_000``, ``12:30`` and ``yes`` have readings there
that nobody means, so they stay text here (a ``Lookalike``) and are refused, with a remedy, where a
number is wanted and where a text is wanted. ``1.470`` is 1470 to who groups thousands and 1,47 to a
machine: it is refused as well.
"""

from __future__ import annotations

import re
from datetime import date

from briefing.domain.spelling import nfc
from briefing.problems import Fault, quoted
from briefing.workspace.faults import values

FIRST_YEAR = 1900
LAST_YEAR = 2199
"""Years outside are slips of the keyboard; arithmetic on dates stays safe inside."""


class Spelt(float):
    """A decimal that remembers how it is written: ``str`` gives ``10.2020``, not ``10.202``."""

    __slots__ = ("_spelling",)
    _spelling: str

    def __new__(cls, spelling: str) -> Spelt:
        """The number that ``spelling`` writes for a machine."""
        made = super().__new__(cls, spelling)
        made._spelling = spelling
        return made

    def __str__(self) -> str:
        return self._spelling


class Lookalike(str):
    """Unquoted text that other YAML readers take for a number, a date or true/false."""

    __slots__ = ()


Scalar = str | int | float | bool | date | None

_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_VIETNAMESE = re.compile(
    r"(-?(?:0|[1-9][0-9]{0,14}|[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,4})),([0-9]{1,15})"
    r"|(-?[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,4})"
)
"""A decimal comma, dots between thousands; a whole number only with two dots or more."""
_TWO_READINGS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_GROUPED = re.compile(
    r"-?[0-9]{1,3}(?:[._ \u00a0\u202f][0-9]{3})+|-?[0-9]+(?:_[0-9]+)+|-?[0-9]{1,3}(?:,[0-9]{3}){2,}"
)
_ENGLISH = re.compile(r"(-?[0-9]{1,3}(?:,[0-9]{3})+)\.([0-9]+)")
_CLOCK = re.compile(r"[0-9]+(?::[0-9]+)+")
_COMPARED = re.compile(r"(?:[<>]=?|=[<>]?|[≥≤＞])\s*(.*)")
_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_MAYBE_NUMBER = re.compile(r"[-+]?\.?[0-9]|[-+]?\.(?:inf|nan)$", re.IGNORECASE)
_TAKEN_FOR_NUMBER = re.compile(
    r"[-+]?(?:0[0-9_]+|0b[01_]+|0o?[0-7_]+|0x[0-9a-f_]+|[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"
    r"|[0-9][0-9_]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?|\.[0-9][0-9_]*(?:e[-+]?[0-9]+)?|\.inf|\.nan)"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[t ].*)?",
    re.IGNORECASE,
)
"""What YAML 1.1 and 1.2 read as a number or a day, and this program does not."""
_TAKEN_FOR_TRUTH = frozenset(["yes", "no", "on", "off", "y", "n", "true", "false", "null"])


def plain(text: str) -> Scalar:
    """The value of an unquoted YAML word."""
    if text in _WORDS:
        return _WORDS[text]
    if _MAYBE_NUMBER.match(text) is None:
        return Lookalike(text) if len(text) < 6 and text.lower() in _TAKEN_FOR_TRUTH else text
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return Lookalike(text) if _TWO_READINGS.fullmatch(text) else Spelt(text)
    day = iso_date(text)
    if day is not None:
        return day
    return Lookalike(text) if _TAKEN_FOR_NUMBER.fullmatch(text) else text


def number(text: str) -> int | float | None:
    """The machine number that ``text`` writes: digits, a leading minus, one dot; else ``None``."""
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else None


def figure(text: str) -> int | float | None:
    """The number that ``text`` writes, for a machine or as Vietnamese is printed; else ``None``.

    ``69,83``, ``1.485.762`` and ``485.762,5`` have one reading each; ``1.470`` has two, and this
    takes it as a machine does: ask :func:`has_two_readings` first.
    """
    found = number(text)
    if found is not None:
        return found
    match = _VIETNAMESE.fullmatch(text)
    if match is None:
        return None
    if match[3]:
        return int(match[3].replace(".", ""))
    return float(f"{match[1].replace('.', '')}.{match[2]}")


def has_two_readings(text: str) -> bool:
    """Whether the dot of ``text`` may part thousands or decimals, as in ``1.470``."""
    return _TWO_READINGS.fullmatch(text) is not None


def readings(text: str) -> dict[str, str | int]:
    """Both readings of a text with two: ``whole`` 1470, and ``decimal`` 1,470 with its comma."""
    return {
        "value": quoted(text),
        "whole": text.replace(".", ""),
        "decimal": text.replace(".", ","),
    }


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
    """Why ``text`` is no number, with what its writer probably meant."""
    stripped = nfc(text).strip()
    if has_two_readings(stripped):
        return values.AMBIGUOUS_NUMBER, readings(stripped)
    if stripped.endswith("%"):
        return values.PERCENT_NUMBER, {}
    if match := _ENGLISH.fullmatch(stripped):
        return values.COMMA_NUMBER, {"digits": f"{match[1].replace(',', '')},{match[2]}"}
    if _GROUPED.fullmatch(stripped):
        return values.GROUPED_NUMBER, {"digits": re.sub(r"[^0-9-]", "", stripped)}
    if re.fullmatch(r"-?0[0-9]+(?:[.,][0-9]+)?", stripped):
        return values.LEADING_ZERO, {}
    if _CLOCK.fullmatch(stripped):
        return values.CLOCK_NUMBER, {}
    if _COMPARED.fullmatch(stripped):
        return values.COMPARED_NUMBER, {}
    return values.NOT_NUMBER, {}
