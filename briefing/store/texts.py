"""How dates, lists, numbers and keys are kept, both ways.

Reading is strict: what no sync writes raises :class:`briefing.store.errors.UnreadableError`, so
that a file changed by other hands is told as damage and never shown as a figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from briefing.domain.model import UnitKey
from briefing.store.errors import UnreadableError

SEPARATOR = "; "
"""Between the items of a list that is kept as text."""

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years that the folder may name; arithmetic on dates stays safe inside."""
LARGEST = 1e15
"""What a number of the folder stays below: fifteen digits before the mark."""

Given = ParamSpec("Given")
Made = TypeVar("Made")


def stored(read: Callable[Given, Made]) -> Callable[Given, Made]:
    """``read``, a row's way out of the database, for which a value it cannot take is damage."""

    @wraps(read)
    def reading(*given: Given.args, **named: Given.kwargs) -> Made:
        try:
            return read(*given, **named)
        except UnreadableError:
            raise
        except (ValueError, TypeError, IndexError, AttributeError) as error:
            raise UnreadableError(f"{read.__name__}: {error}") from error

    return reading


def day_text(day: date | None) -> str | None:
    """A date as ISO text, or ``None``."""
    return None if day is None else day.isoformat()


def joined(items: Iterable[object]) -> str:
    """A list of numbers or codes as text."""
    return SEPARATOR.join(map(str, items))


@lru_cache(1024)
def sure_day(text: str) -> date:
    """An ISO date. Raises ``UnreadableError`` for what is none, or for one of another age."""
    try:
        found = date.fromisoformat(text)
    except (ValueError, TypeError) as error:
        raise UnreadableError(f"no date: {text!r}") from error
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise UnreadableError(f"no date: {text!r}")
    return found


def day(text: str | None) -> date | None:
    """An ISO date, or ``None``."""
    return None if text is None else sure_day(text)


def number(found: float) -> float:
    """A number as the folder may write it; infinity and the like raise ``UnreadableError``."""
    if not -LARGEST <= found <= LARGEST:
        raise UnreadableError(f"no number: {found!r}")
    return found


def maybe_number(found: float | None) -> float | None:
    """A number as the folder may write it, or ``None``."""
    return None if found is None else number(found)


def whole(found: int | None, low: int, high: int) -> int | None:
    """A whole number from ``low`` to ``high``, or ``None``; ``UnreadableError`` for any other."""
    if found is not None and not low <= found <= high:
        raise UnreadableError(f"no number from {low} to {high}: {found!r}")
    return found


def listed(text: str) -> tuple[str, ...]:
    """The items of a list kept as text."""
    return tuple(text.split(SEPARATOR)) if text else ()


@lru_cache(1024)
def numbers(text: str) -> tuple[int, ...]:
    """The numbers of a list kept as text."""
    return tuple(map(int, listed(text)))


def unit_key(text: str) -> UnitKey:
    """A unit's key from its text: ``24``, ``24@`` or ``24@2025-07-01``.

    Raises :class:`ValueError` when what follows ``@`` is no date.
    """
    code, _, start = text.partition("@")
    return UnitKey(code, sure_day(start) if start else None)
