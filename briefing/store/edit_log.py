"""The edit log: which field of which fact changed from what to what, when and by whom.

It is the one table that the folder cannot give back, so a rebuilt database takes it over. Each
entry carries a checksum and the numbers have no holes: out of a damaged file come the entries that
are still as they were written, and whether these are all.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from briefing.domain.edits import WHOLE
from briefing.store.checksums import row_checksum
from briefing.store.header import address
from briefing.store.tables import Row, Table
from briefing.store.telling import Names

_COLUMNS = "record, ref, field, old, new, at, by, why"
_INSERT = f"INSERT INTO edit_log (id, {_COLUMNS}, crc) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

Entry = tuple[str, str, str, str | None, str | None, str, str, str | None]


class Kept(NamedTuple):
    """What could be read of an edit log, oldest first; ``whole`` when nothing is missing."""

    entries: tuple[Entry, ...]
    whole: bool


class EditLog:
    """Collects entries of one sync and writes them into its transaction."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        names: Names,
        *,
        at: str,
        by: str,
        why: Callable[[Table, Row], str | None] = lambda table, row: None,
    ) -> None:
        self._connection = connection
        self._names = names
        self._at = at
        self._by = by
        self._why = why
        self._entries: list[Entry] = []
        self.written = 0

    def added(self, table: Table, row: Row) -> None:
        """A fact that was not there before."""
        self._entry(table, row, WHOLE, None, self._names.whole(table, row))

    def returned(self, table: Table, old: Row, new: Row) -> None:
        """A fact that was gone from the folder and is there again."""
        self.added(table, new)

    def removed(self, table: Table, row: Row, closed_on: str | None) -> None:
        """A fact that is gone; the entry keeps all that it said, and the day it was closed on."""
        self._entry(table, row, WHOLE, self._names.whole(table, row, closed_on), None)

    def changed(self, table: Table, old: Row, new: Row) -> None:
        """One entry for each field that differs."""
        for field, before, after in self._names.differences(table, old, new):
            self._entry(table, new, field, before, after)

    def write(self) -> None:
        """Write what was collected."""
        keep_entries(self._connection, self._entries)
        self.written += len(self._entries)
        self._entries.clear()

    def _entry(self, table: Table, row: Row, field: str, old: str | None, new: str | None) -> None:
        why = self._why(table, row)
        self._entries.append((table.kind, row.key, field, old, new, self._at, self._by, why))


def read_entries(path: Path) -> Kept:
    """The edit log of the database at ``path``, as far as it can be read; nothing is changed.

    Raises :class:`sqlite3.DatabaseError` when the file is none of ours, locked, or so damaged that
    not even the log can be found.
    """
    with closing(
        sqlite3.connect(address(path, "mode=ro"), uri=True, isolation_level=None)
    ) as connection:
        connection.execute("BEGIN")
        # What is no text any more is let through to the checksum, which does not hold then.
        connection.text_factory = lambda content: content.decode("utf-8", "replace")
        columns = {row[1] for row in connection.execute("PRAGMA table_info(edit_log)")}
        crc = "crc" if "crc" in columns else "NULL"
        rows = connection.execute(f"SELECT id, {crc}, {_COLUMNS} FROM edit_log ORDER BY id")
        entries: list[Entry] = []
        whole = True
        try:
            for number, checksum, *entry in rows:
                # The first schema had no checksums.
                sound = crc == "NULL" or checksum == row_checksum((number, *entry))
                whole &= sound and number == len(entries) + 1
                if sound:
                    entries.append((*entry,))
            whole &= len(entries) == _count(connection)
        except sqlite3.DatabaseError:
            whole = False
    return Kept(tuple(entries), whole)


def keep_entries(connection: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Write ``entries`` after those that are there, in their order."""
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM edit_log").fetchone()
    numbered = enumerate(entries, last + 1)
    connection.executemany(
        _INSERT, ((number, *entry, row_checksum((number, *entry))) for number, entry in numbered)
    )


def renew_checksums(connection: sqlite3.Connection) -> None:
    """Give entries of the first schema the checksums that they lack, and the numbers 1, 2, ..."""
    entries = connection.execute(f"SELECT {_COLUMNS} FROM edit_log ORDER BY id").fetchall()
    connection.execute("DELETE FROM edit_log")
    keep_entries(connection, entries)


def _count(connection: sqlite3.Connection) -> int:
    """The entries that the log should hold: the index knows of them apart from the table."""
    found = connection.execute("SELECT count(*) FROM edit_log INDEXED BY edit_log_ref").fetchone()
    return int(found[0])
