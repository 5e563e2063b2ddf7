"""The type of ``paragraphs`` in workspace files: numbers of a source's paragraphs, from 1.

Staff write them as they cite: ``8, 9`` or ``8-9``. In YAML that is a text, and in CSV a comma parts
cells, so the right spelling is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from briefing.problems import quoted
from briefing.workspace import readers
from briefing.workspace.faults import meaning

_MOST = 10**6
_LONGEST_RUN = 100
_LONGEST_TEXT = 1000
_RUN = re.compile(r"([0-9]{1,6})(?:\s*[-–]\s*([0-9]{1,6}))?")
_EXAMPLE = ["8", "9"]

_whole = readers.whole(1, _MOST, readers.number)
_cell_whole = readers.whole(1, _MOST, readers.cell_number)


def read_list(value: object) -> list[object]:
    """A YAML list; nothing written is an empty one."""
    if value is None:
        return []
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        raise readers.fault_error(meaning.NOT_PARAGRAPHS, value="…", wanted=_in_yaml(_EXAMPLE))
    wanted = _in_yaml(_numbers(str(value)))
    raise readers.fault_error(meaning.NOT_PARAGRAPHS, value=quoted(value), wanted=wanted)


def _in_yaml(numbers: list[str]) -> str:
    return f"[{', '.join(numbers)}]"


def _in_cell(numbers: list[str]) -> str:
    return "; ".join(numbers)


def _numbers(text: str) -> list[str]:
    """The numbers that ``text`` cites, with those between the ends of a run."""
    numbers: list[str] = []
    for first, last in _RUN.findall(text[:_LONGEST_TEXT]):
        end = int(last or first)
        run = range(int(first), end + 1)
        numbers += map(str, run) if 0 < len(run) <= _LONGEST_RUN else filter(None, (first, last))
    return numbers[:_LONGEST_RUN] or _EXAMPLE


def _one(
    read: Callable[[object], int], wanted: Callable[[list[str]], str]
) -> Callable[[object], int]:
    def read_one(value: object) -> int:
        if isinstance(value, str) and not value.strip().isdecimal():
            told = wanted(_numbers(value))
            raise readers.fault_error(meaning.NOT_PARAGRAPHS, value=quoted(value), wanted=told)
        return read(value)

    return read_one


_Unique = AfterValidator(readers.unique)
Paragraphs = Annotated[
    tuple[Annotated[int, BeforeValidator(_one(_whole, _in_yaml))], ...],
    BeforeValidator(read_list),
    _Unique,
]
CellParagraphs = Annotated[
    tuple[Annotated[int, BeforeValidator(_one(_cell_whole, _in_cell))], ...],
    BeforeValidator(readers.cell_items),
    _Unique,
]
"""The paragraphs in a CSV cell, joined by ``;``."""
