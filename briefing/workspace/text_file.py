"""A file's bytes as text: UTF-8, no NUL, not too large. Standard library only."""

from __future__ import annotations

import io
import re

from briefing.problems import Problem
from briefing.workspace.faults import reading
from briefing.workspace.fingerprint import LARGEST

_BOM = b"\xef\xbb\xbf"
_CONFLICT = re.compile(r"^<{7}(?=[ \r\n]|\Z)", re.MULTILINE)


def decode(path: str, content: bytes) -> str | Problem:
    """The text of ``content`` without a byte order mark, or what keeps it from being read.

    Line ends and spelling are kept as they are, so that places in the text are those in the file;
    ``yaml_tree`` and ``csv_table`` put each value into NFC.
    """
    if len(content) > LARGEST:
        params = {"size": len(content), "limit": LARGEST}
        return Problem(path=path, fault=reading.TOO_LARGE, params=params)
    content = content.removeprefix(_BOM)
    nul = content.find(b"\0")
    if nul >= 0:
        line, column = _place(content, nul)
        return Problem(path=path, fault=reading.NUL_BYTE, line=line, column=column)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _place(content, error.start)
        return Problem(
            path=path,
            fault=reading.NOT_UTF8,
            line=line,
            column=column,
            params={"byte": f"{content[error.start]:02X}"},
        )


def byte_order_mark(path: str, content: bytes) -> list[Problem]:
    """The problem of a byte order mark; none in CSV, where Excel needs one to see UTF-8."""
    if path.endswith(".csv") or not content.startswith(_BOM):
        return []
    return [Problem(path=path, fault=reading.BYTE_ORDER_MARK, line=1, column=1)]


def conflicts(path: str, text: str) -> list[Problem]:
    """A problem for each conflict that a merge of git left in ``text``."""
    if _CONFLICT.search(text) is None:
        return []
    return [
        Problem(path=path, fault=reading.MERGE_CONFLICT, line=line, column=1)
        for line, content in enumerate(io.StringIO(text, newline=None), 1)
        if _CONFLICT.match(content)
    ]


def index_at(text: str, line: int, column: int) -> int:
    """The index of the character at a line and column, as :func:`place_at` counts them."""
    lines = io.StringIO(text, newline="")
    return sum(len(next(lines, "")) for _ in range(line - 1)) + column - 1


def lines_of(text: str) -> list[str]:
    """The lines of ``text`` without their ends, as :func:`place_at` counts them."""
    return [line.rstrip("\r\n") for line in io.StringIO(text, newline=None)]


def place_at(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of the character at ``index``, as editors count them.

    A line ends in LF, CRLF or CR, and in nothing else.
    """
    before = text[:index]
    if "\r" in before:
        before = before.replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _place(content: bytes, offset: int) -> tuple[int, int]:
    before = content[:offset].decode("utf-8", "replace")
    return place_at(before, len(before))
