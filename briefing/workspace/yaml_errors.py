"""libyaml's and PyYAML's English complaints, told as faults with their place."""

from __future__ import annotations

import re

import yaml

from briefing.problems import Fault, Problem, quoted
from briefing.workspace.faults import reading
from briefing.workspace.text_file import place_at

_WORDS: tuple[tuple[str, Fault], ...] = (
    ("mapping values are not allowed", reading.YAML_COLON),
    ("could not find expected ':'", reading.YAML_NO_COLON),
    ("while scanning a simple key", reading.YAML_NO_COLON),
    ("unknown escape character", reading.YAML_ESCAPE),
    ("escape sequence", reading.YAML_ESCAPE),
    ("hexdecimal", reading.YAML_ESCAPE),
    ("hexadecimal", reading.YAML_ESCAPE),
    ("Unicode character escape", reading.YAML_ESCAPE),
    ("while scanning a quoted scalar", reading.YAML_OPEN_QUOTE),
    ("while parsing a flow", reading.YAML_OPEN_BRACKET),
    ("while scanning a block scalar", reading.YAML_COMPARED),
    ("tab character that violates indentation", reading.YAML_TAB),
    ("while parsing a block", reading.YAML_INDENT),
    ("block sequence entries are not allowed", reading.YAML_INDENT),
    ("cannot start any token", reading.YAML_BAD_START),
    ("control characters are not allowed", reading.CONTROL_CHARACTER),
    ("special characters are not allowed", reading.CONTROL_CHARACTER),
)

_STARTS = {
    "\t": reading.YAML_TAB,
    ">": reading.YAML_COMPARED,
    "|": reading.YAML_COMPARED,
}
_TOLD_WHERE_IT_BEGINS = (
    reading.YAML_OPEN_QUOTE,
    reading.YAML_OPEN_BRACKET,
    reading.YAML_NO_COLON,
    reading.YAML_COMPARED,
)
_VALUE_END = re.compile(r"[ \t]+#|[\r\n,\]}]")


def fault_of(path: str, text: str, error: yaml.YAMLError) -> Problem:
    """The problem behind ``error``, at the place where its writer must look.

    A quote or bracket that is never closed, or a key without its colon, is told where it begins,
    not where the parser gave up.
    """
    said = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''} {error}"
    fault = next((fault for words, fault in _WORDS if words in said), reading.YAML_SYNTAX)
    mark = getattr(error, "problem_mark", None)
    if fault is reading.YAML_INDENT and mark is not None and _after_value(text, mark):
        fault = reading.YAML_AFTER_VALUE
    if fault is reading.YAML_BAD_START and mark is not None:
        fault = _STARTS.get(text[mark.index : mark.index + 1], fault)
    if fault in _TOLD_WHERE_IT_BEGINS:
        mark = getattr(error, "context_mark", None) or mark
    if mark is not None:
        # What is missing at the end is told at the last thing written, which somebody can look at.
        index = min(mark.index, max(0, len(text.rstrip()) - 1))
        line, column = place_at(text, index)
        if fault is reading.YAML_COMPARED:
            return compared(path, text, mark.index, line, column)
        return Problem(path=path, fault=fault, line=line, column=column)
    position = getattr(error, "position", None)
    if isinstance(position, int):
        line, column = place_at(text, len(_before(text, position)))
        return Problem(path=path, fault=fault, line=line, column=column)
    return Problem(path=path, fault=fault)


def compared(path: str, text: str, index: int, line: int, column: int) -> Problem:
    """The problem of ``goal: >90``: a sign that YAML takes for the start of a long text."""
    end = _VALUE_END.search(text, index)
    written = text[index : end.start() if end else len(text)].strip()
    return Problem(
        path=path,
        fault=reading.YAML_COMPARED,
        line=line,
        column=column,
        params={"value": quoted(written), "sign": quoted(text[index : index + 1])},
    )


def _after_value(text: str, mark: yaml.Mark) -> bool:
    """Whether something stands before ``mark`` on its line, other than a list's dash."""
    before = text[max(0, mark.index - mark.column) : mark.index]
    return bool(before.strip(" -"))


def _before(text: str, position: int) -> str:
    """The text up to a reader error; libyaml counts bytes, PyYAML's own reader characters."""
    bad = next((index for index, char in enumerate(text) if not _allowed(char)), None)
    return text[: position if bad is None else bad]


def _allowed(char: str) -> bool:
    return char in "\t\n\r\x85" or char.isprintable() or char > "\x9f"
