"""How dates, lists and keys are kept as text, both ways."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from briefing.domain.model import UnitKey

SEPARATOR = "; "
"""Between the items of a list that is kept as text."""


def day_text(day: date | None) -> str | None:
    """A date as ISO text, or ``None``."""
    return None if day is None else day.isoformat()


def joined(items: Iterable[object]) -> str:
    """A list of numbers or codes as text."""
    return SEPARATOR.join(map(str, items))


def day(text: str | None) -> date | None:
    """An ISO date, or ``None``."""
    return None if text is None else date.fromisoformat(text)


def listed(text: str) -> tuple[str, ...]:
    """The items of a list kept as text."""
    return tuple(text.split(SEPARATOR)) if text else ()


def numbers(text: str) -> tuple[int, ...]:
    """The numbers of a list kept as text."""
    return tuple(map(int, listed(text)))


def unit_key(text: str) -> UnitKey:
    """A unit's key from its text: ``24``, ``24@`` or ``24@2025-07-01``.

    Raises :class:`ValueError` when what follows ``@`` is no date.
    """
    code, _, start = text.partition("@")
    return UnitKey(code, date.fromisoformat(start) if start else None)
