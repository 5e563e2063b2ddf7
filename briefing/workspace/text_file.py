"""A file's bytes as text: UTF-8, no NUL, not too large. Standard library only."""

from __future__ import annotations

from briefing.problems import Problem
from briefing.workspace.faults import reading
from briefing.workspace.fingerprint import LARGEST

_BOM = b"\xef\xbb\xbf"


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
