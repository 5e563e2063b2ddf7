"""A file's bytes as text: UTF-8, no NUL, not too large, NFC. Standard library only."""

from __future__ import annotations

import unicodedata

from briefing.problems import Problem
from briefing.workspace.faults import reading

LARGEST = 16 * 1024 * 1024
"""Bytes; a department's file of this size is a mistake, not data."""

_BOM = b"\xef\xbb\xbf"


def decode(path: str, content: bytes) -> str | Problem:
    """The text of ``content`` in NFC without a byte order mark, or what keeps it from being read.

    Line ends are kept as they are.
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
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _place(content, error.start)
        return Problem(
            path=path,
            fault=reading.NOT_UTF8,
            line=line,
            column=column,
            params={"byte": f"{content[error.start]:02X}"},
        )
    return unicodedata.normalize("NFC", text)


def _place(content: bytes, offset: int) -> tuple[int, int]:
    before = content[:offset]
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", "replace")) + 1
    return before.count(b"\n") + 1, column
