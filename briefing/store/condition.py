"""In what condition a database is that somebody wants to write to, and what its log still tells."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from enum import Enum, auto
from pathlib import Path

from briefing.store.checksums import check_seal
from briefing.store.edit_log import Kept, read_entries
from briefing.store.errors import (
    DatabaseCorrupt,
    DatabaseForeign,
    DatabaseLocked,
    DatabaseTooNew,
    typed_errors,
)
from briefing.store.header import address, check_header
from briefing.store.schema import SCHEMA_VERSION


class Condition(Enum):
    """What can be done with a database; ``UNSEALED`` is one too large to be sealed."""

    SOUND = auto()
    OLDER = auto()
    DAMAGED = auto()
    UNSEALED = auto()

    @property
    def may_be_damaged(self) -> bool:
        """Whether nothing says that it is as it was written."""
        return self in (Condition.DAMAGED, Condition.UNSEALED)


def condition_of(database: Path, seconds: float, *, any_file: bool = False) -> Condition:
    """Looks at a database; ``seconds`` is how long to wait where it is locked.

    Raises ``DatabaseLocked`` or ``DatabaseReadOnly``; ``DatabaseForeign`` or ``DatabaseTooNew``
    too, unless ``any_file`` will do: that counts as damaged then.
    """
    # Nothing may change about a file that is damaged: a writing connection would drop its log.
    place = address(database, "mode=ro")
    try:
        with (
            typed_errors(database, writing=True),
            closing(
                sqlite3.connect(place, uri=True, timeout=seconds, isolation_level=None)
            ) as connection,
        ):
            if check_header(connection, database, older=True) < SCHEMA_VERSION:
                return Condition.OLDER
            with transaction(connection, "DEFERRED"):
                sealed = check_seal(connection, database)
            return Condition.SOUND if sealed else Condition.UNSEALED
    except (DatabaseForeign, DatabaseTooNew):
        if not any_file:
            raise
        return Condition.DAMAGED
    except DatabaseCorrupt:
        return Condition.DAMAGED


@contextmanager
def transaction(connection: sqlite3.Connection, kind: str) -> Iterator[None]:
    """One transaction, committed at the end; whatever ends it otherwise undoes it."""
    connection.execute(f"BEGIN {kind}")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def log_of(database: Path) -> Kept:
    """The old database's edit log, as far as it can be read."""
    try:
        return read_entries(database)
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
            raise DatabaseLocked(database, str(error)) from error
        return Kept((), whole=False)
    except UnicodeDecodeError:  # SQLite's own words hold the damaged bytes
        return Kept((), whole=False)
