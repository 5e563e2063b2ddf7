"""The seal: a checksum over every page, by which a damaged file is known before it answers.

SQLite notices damage to its own structure, but not a flipped bit in a figure. So the last thing a
writer does in its transaction is to seal the file as it is about to be committed, and the first
thing a reader does in its own is to check that. Both look through SQLite (``serialize``), so that
log and locks are minded and what is checked is what will be read. That takes one to two
milliseconds per megabyte: a file that a process has checked is not checked again until it changes,
and above ``LARGEST`` there is no seal.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable
from pathlib import Path

from briefing.store.errors import DatabaseCorrupt

LARGEST = 8 * 1024 * 1024
"""Bytes of the largest database that is sealed."""

_HEADER = 100
# Written by SQLite's own hand when a transaction is committed, the journal switched or a database
# copied into another: file format versions, change counter, schema cookie, the counter's copy and
# the writer's version. None of them tells what a page holds.
_LEFT_OUT = ((18, 20), (24, 28), (40, 44), (92, 100))


def seal(connection: sqlite3.Connection) -> None:
    """Write the seal of what the open transaction is about to commit; nothing may follow it.

    Whoever writes to a database in any other way than ``store.writing`` has to call this, or the
    next reader takes the file for damaged.
    """
    connection.execute("INSERT OR REPLACE INTO seal (id, crc) VALUES (1, NULL)")
    connection.execute("UPDATE seal SET crc = ?", (_checksum(connection),))


def check_seal(connection: sqlite3.Connection, path: Path) -> bool:
    """Raise :class:`DatabaseCorrupt` when a page differs from what was sealed.

    The connection's transaction must be open already, so that what is checked is what it reads.
    ``False`` for a file that is too large to be sealed.
    """
    found = connection.execute("SELECT crc FROM seal").fetchall()
    checksum = _checksum(connection)
    if found != [(checksum,)]:
        raise DatabaseCorrupt(path, "checksum mismatch")
    return checksum is not None


def file_state(path: Path) -> tuple[int, ...]:
    """What the system tells of a database and its log: another one, or another time, is a change.

    Raises :class:`OSError` when the file is gone.
    """
    found = os.stat(path)
    state = (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
    try:
        log = os.stat(f"{path}-wal")
    except OSError:
        return state
    return (*state, log.st_size, log.st_mtime_ns) if log.st_size else state


def row_checksum(values: Iterable[object]) -> int:
    """The checksum of one row, over its values as text; ``None`` differs from an empty text."""
    text = "\x1f".join("\x00" if value is None else str(value) for value in values)
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))


def _checksum(connection: sqlite3.Connection) -> int | None:
    """Over all pages but the seal's own; ``None`` for a file that is too large."""
    (page_size,) = connection.execute("PRAGMA page_size").fetchone()
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    if page_size * pages > LARGEST:
        return None
    (root,) = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE type = 'table' AND name = 'seal'"
    ).fetchone()
    image = memoryview(connection.serialize())
    header = bytearray(image[:_HEADER])
    for start, end in _LEFT_OUT:
        header[start:end] = bytes(end - start)
    checksum = zlib.crc32(header)
    checksum = zlib.crc32(image[_HEADER : (root - 1) * page_size], checksum)
    return zlib.crc32(image[root * page_size :], checksum)
