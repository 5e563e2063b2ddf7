"""Connections that cannot write, and which files are known to be whole."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from briefing.store.checksums import check_seal
from briefing.store.header import address, check_header

CACHE_KIB = 256
"""Pages that a connection keeps: it answers one question, and the system keeps what it read."""
BUSY_SECONDS = 2.0
"""How long a reader waits for a writer where there is no WAL."""

Checked = tuple[Path, tuple[int, ...]]
"""A database, and how the system told of its file before it was opened and found whole."""

_whole: dict[Path, tuple[int, ...]] = {}


def trust(checked: Checked) -> None:
    """Takes a file for whole as long as it stays as it is: another process has checked its seal."""
    path, state = checked
    _whole[path] = state


def forget_what_is_whole() -> None:
    """Has every file checked again."""
    _whole.clear()


def checked(path: Path) -> Checked | None:
    """What :func:`trust` may be told of a file that was checked here."""
    state = _whole.get(path)
    return None if state is None else (path, state)


def check_once(connection: sqlite3.Connection, path: Path, state: tuple[int, ...]) -> None:
    """Checks the seal, unless the file was found whole in this ``state``.

    The connection's transaction must be open. Raises ``DatabaseCorrupt``.
    """
    if _whole.get(path) != state:
        check_seal(connection, path)
        _whole[path] = state


def connect(path: Path, *, older: bool = False) -> sqlite3.Connection:
    """A connection that cannot write; where nothing can be written beside it, one without a log.

    A file of an ``older`` schema will do when that is said. Raises ``sqlite3.Error``, or the
    ``StoreError`` of a file of another kind.
    """
    try:
        return _connect(path, "mode=ro", older)
    except sqlite3.OperationalError as error:
        wal = path.with_name(path.name + "-wal")
        cannot_open = error.sqlite_errorcode & 0xFF in (
            sqlite3.SQLITE_CANTOPEN,
            sqlite3.SQLITE_READONLY,
            sqlite3.SQLITE_FULL,
            sqlite3.SQLITE_IOERR,
        )
        # What stands in a log would be missed by a reader that ignores it.
        if not cannot_open or (wal.exists() and wal.stat().st_size > 0):
            raise
        return _connect(path, "immutable=1", older)


def connect_without_a_trace(path: Path, *, older: bool = False) -> sqlite3.Connection:
    """A connection that leaves nothing beside the file, not even the index of an empty log.

    What somebody writes meanwhile may be seen in part: whoever reads so has to look afterwards
    whether ``checksums.file_state`` still is what it was. Raises as :func:`connect` does.
    """
    for ending in ("-wal", "-journal"):
        log = path.with_name(path.name + ending)
        if log.exists() and log.stat().st_size > 0:
            return connect(path, older=older)
    return _connect(path, "immutable=1", older)


def version_of(connection: sqlite3.Connection) -> int:
    """The schema version of an open database."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _connect(path: Path, options: str, older: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(
        address(path, options), uri=True, timeout=BUSY_SECONDS, isolation_level=None
    )
    try:
        connection.execute("PRAGMA query_only = ON")
        check_header(connection, path, older=older)
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    except BaseException:
        connection.close()
        raise
    return connection
