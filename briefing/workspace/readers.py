"""How one value of a workspace file is read, and which fault it has when it cannot be.

YAML gives typed values; CSV gives text, and ``None`` for a blank cell. Every function here is a
pydantic validator: it raises a pydantic error that carries a :class:`Fault`, so that pydantic's own
English never reaches a user.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from pydantic_core import PydanticCustomError

from briefing.problems import Fault, listed, nearest, quoted
from briefing.workspace import scalars
from briefing.workspace.faults import values

IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9_-]*")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_UNIT = re.compile(r"[a-z0-9][a-z0-9_-]*(?:@([0-9-]+))?")
_TYPED = {">=": "≥", "=>": "≥", "<=": "≤", "=<": "≤", "==": "="}
"""What is typed for a sign that keyboards lack."""
_FLAGS = {"yes": True, "no": False}

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")
D = TypeVar("D")


def fault_error(fault: Fault, **params: str | int) -> PydanticCustomError:
    """The pydantic error that carries ``fault`` through validation."""
    return PydanticCustomError("fault", "{code}", {"code": fault.code, "fault": fault, **params})


def text(value: object) -> str:
    """Text without the white space around it.

    What this or another YAML reader takes for a number, a day or true/false must be quoted.
    """
    if isinstance(value, str):
        if value.__class__ is scalars.Lookalike:
            raise fault_error(values.NEEDS_QUOTES, value=quoted(value))
        if stripped := value.strip():
            return stripped
        raise fault_error(values.EMPTY)
    if value is None:
        raise fault_error(values.EMPTY)
    if isinstance(value, (bool, int, float, date)):
        shown = str(value).lower() if isinstance(value, bool) else str(value)
        raise fault_error(values.NEEDS_QUOTES, value=shown)
    raise fault_error(values.NOT_TEXT)


def pattern(wanted: re.Pattern[str], fault: Fault) -> Callable[[object], str]:
    """Text of a fixed form; ``fault`` when it has another, with its own words for a dot."""

    def read(value: object) -> str:
        found = text(value)
        if wanted.fullmatch(found):
            return found
        if fault is values.BAD_ID and wanted.fullmatch(found.replace(".", "")):
            raise fault_error(values.DOTTED_ID, value=quoted(found))
        raise fault_error(fault, value=quoted(found))

    return read


def unit(value: object) -> str:
    """A unit's code, or a code with the day it is to be read on: ``24@2025-07-01``."""
    found = text(value)
    match = _UNIT.fullmatch(found)
    if match is None or (match[1] and scalars.iso_date(match[1]) is None):
        raise fault_error(values.BAD_UNIT_CODE, value=quoted(found))
    return found


def number(value: object) -> float:
    """A number as machines write it or as Vietnamese is printed (``69,83``), quoted or not."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    if value is None:
        raise fault_error(values.EMPTY)
    if isinstance(value, (list, dict)):
        raise fault_error(values.NOT_SINGLE)
    written = str(value).strip()
    found = None if scalars.has_two_readings(written) else scalars.figure(written)
    if found is not None:
        return float(found)
    fault, params = scalars.number_fault(written)
    raise fault_error(fault, **{"value": quoted(value), **params})


def cell_number(value: object) -> float:
    """A number in a CSV cell, which is always text.

    ``1.470`` is 1.47 here: whether it may be is judged with its indicator, which knows how many
    decimals its figures have.
    """
    found = scalars.figure(value) if isinstance(value, str) else None
    return number(value) if found is None else float(found)


def whole(low: int, high: int, read: Callable[[object], float]) -> Callable[[object], int]:
    """A whole number from ``low`` to ``high``, read by ``read``."""

    def read_whole(value: object) -> int:
        found = read(value)
        if not found.is_integer():
            raise fault_error(values.NOT_WHOLE, value=quoted(value))
        if found < low:
            raise fault_error(values.TOO_SMALL, value=quoted(value), limit=low)
        if found > high:
            raise fault_error(values.TOO_LARGE_NUMBER, value=quoted(value), limit=high)
        return int(found)

    return read_whole


def positive(value: object) -> float:
    """A YAML number above 0."""
    found = number(value)
    if found <= 0:
        raise fault_error(values.NOT_POSITIVE, value=quoted(value))
    return found


def day(value: object) -> date:
    """An ISO date, quoted or not."""
    if isinstance(value, date):
        return value
    if value is None:
        raise fault_error(values.EMPTY)
    found = scalars.iso_date(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise fault_error(values.NOT_DATE, value=_single(value))
    return found


def flag(value: object) -> bool:
    """``true``/``false`` or ``yes``/``no``."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in _FLAGS:
        return _FLAGS[value]
    if value is None:
        raise fault_error(values.EMPTY)
    raise fault_error(values.NOT_FLAG, value=_single(value), known="true, false, yes, no")


def one_of(enum: type[E]) -> Callable[[object], E]:
    """One of the enumeration's values; the message for any other names them all."""

    def read(value: object) -> E:
        if value is None:
            raise fault_error(values.EMPTY)
        known = [member.value for member in enum]
        if isinstance(value, str) and value in known:
            return enum(value)
        params: dict[str, str | int] = {"value": _single(value), "known": listed(known)}
        if isinstance(value, str):
            params["suggestion"] = _TYPED.get(value) or nearest(value, known)
        raise fault_error(values.NOT_CHOICE, **params)

    return read


def blank_as(default: D, read: Callable[[object], T]) -> Callable[[object], T | D]:
    """``read``, with ``default`` for a value left empty."""

    def read_or_default(value: object) -> T | D:
        return default if value is None else read(value)

    return read_or_default


def items(value: object) -> list[object]:
    """A YAML list; an empty one when nothing is written."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise fault_error(values.NOT_LIST)
    return value


def cell_items(value: object) -> list[object]:
    """The parts of a CSV cell, joined by ``;``."""
    return [] if value is None else [part.strip() for part in str(value).split(";")]


def words(value: object) -> list[object]:
    """The words of a CSV cell."""
    return [] if value is None else list(str(value).split())


def unique(found: tuple[T, ...]) -> tuple[T, ...]:
    """``found``, which must not name anything twice."""
    seen: set[T] = set()
    for item in found:
        if item in seen:
            raise fault_error(values.LISTED_TWICE, value=quoted(item))
        seen.add(item)
    return found


def _single(value: object) -> str:
    """``value`` for a message; a list or a block has a fault of its own."""
    if isinstance(value, (list, dict)):
        raise fault_error(values.NOT_SINGLE)
    return quoted(value)
