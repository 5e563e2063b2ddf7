"""What can be wrong with a database file. Each error names the file; the words are the caller's."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_UNOPENED = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
# A quota or a limit on files is no ENOSPC, and SQLite calls it an error of writing.
_NO_ROOM = (
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_SHMSIZE,
)


class StoreError(Exception):
    """The database at ``path`` cannot be used; ``reason`` is SQLite's own words, if any."""

    def __init__(self, path: Path, reason: str = "") -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}" if reason else str(path))


class DatabaseMissing(StoreError):
    """There is no database yet, or it cannot be opened: build it from the folder."""


class DatabaseCorrupt(StoreError):
    """The file is damaged, cut short, or no database of this program: rebuild it."""


class DatabaseForeign(DatabaseCorrupt):
    """A whole SQLite database, but of another program: nobody asked to have it replaced."""


class DatabaseTooNew(StoreError):
    """A newer version of the program wrote the database: upgrade, or rebuild it."""


class DatabaseTooOld(StoreError):
    """An older version of the program wrote the database: one sync brings it up to date."""


class DatabaseLocked(StoreError):
    """Another process is writing and did not finish in time: try again."""


class DatabaseReadOnly(StoreError):
    """The database or its folder cannot be written to."""


class FactGone(StoreError, KeyError):
    """What was asked for is not in the database, or not any more: somebody synced meanwhile."""


class DiskFull(StoreError):
    """There is no room to write the database; it is as it was."""


class SqliteTooOld(StoreError):
    """Python's SQLite is older than 3.37 and knows no STRICT tables."""


class UnknownFactError(LookupError):
    """A unit or an indicator that was asked for is not there."""


class UnreadableError(ValueError):
    """A stored value that no sync writes: damage, or another hand in the file."""


@contextmanager
def typed_errors(path: Path, *, writing: bool = False) -> Iterator[None]:
    """Turn what ``sqlite3`` raises about the database at ``path`` into a :class:`StoreError`.

    What cannot be opened is missing to a reader, and not writable to a writer. A value that no
    sync writes (:class:`UnreadableError`) is damage like any other.

    A mistake of the program (wrong SQL, a broken constraint) is no fault of the file and passes.
    """
    try:
        yield
    except (UnreadableError, UnicodeDecodeError) as error:
        # Python cannot even read what SQLite says of a schema that is no text any more.
        raise DatabaseCorrupt(path, str(error)) from error
    except UnknownFactError as error:
        raise FactGone(path, str(error)) from error
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise
    except sqlite3.DatabaseError as error:
        raise _typed(path, error, writing) from error


def _typed(path: Path, error: sqlite3.DatabaseError, writing: bool) -> Exception:
    # The low byte is the primary result code; the rest says in which of its forms.
    form = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    code = form & 0xFF
    reason = str(error)
    if form in _NO_ROOM:
        return DiskFull(path, reason)
    if code in _LOCKED:
        return DatabaseLocked(path, reason)
    if code == sqlite3.SQLITE_READONLY or (writing and code in _UNOPENED):
        return DatabaseReadOnly(path, reason)
    if code in _UNOPENED:
        return DatabaseMissing(path, reason)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR):
        return DatabaseCorrupt(path, reason)
    # A table or column that is not there, or there already: the header was ours, not the contents.
    missing = reason.startswith(("no such table", "no such column"))
    if code == sqlite3.SQLITE_ERROR and (missing or reason.endswith("already exists")):
        return DatabaseCorrupt(path, reason)
    return error
