"""The edit log: which field of which fact changed from what to what, when and by whom.

It is the one table that the folder cannot give back, so a rebuilt database takes it over. Each
entry carries a checksum and the numbers have no holes: out of a damaged file come the entries that
are still as they were written, and whether these are all.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from briefing.store.checksums import row_checksum
from briefing.store.header import address
from briefing.store.tables import Row, Table, Value

WHOLE = "*"
"""The field of an entry about a whole fact: added (no ``old``) or removed (no ``new``)."""

_COLUMNS = "record, ref, field, old, new, at, by, why"
_INSERT = f"INSERT INTO edit_log (id, {_COLUMNS}, crc) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

Entry = tuple[str, str, str, str | None, str | None, str, str, str | None]


class Kept(NamedTuple):
    """What could be read of an edit log, oldest first; ``whole`` when nothing is missing."""

    entries: tuple[Entry, ...]
    whole: bool


class Names:
    """What the integers in rows stand for: a unit's key, an indicator's id."""

    def __init__(self, units: Mapping[str, int], indicators: Mapping[str, int]) -> None:
        self._units = {number: key for key, number in units.items()}
        self._indicators = {number: key for key, number in indicators.items()}

    def told(self, table: Table, column: str, value: Value) -> Value:
        """``value`` of a column as people write it."""
        if isinstance(value, int):
            if column in table.units:
                return self._units.get(value, str(value))
            if column in table.indicators:
                return self._indicators.get(value, str(value))
        return value


class EditLog:
    """Collects entries of one sync and writes them into its transaction."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        names: Names,
        *,
        at: str,
        by: str,
        why: Callable[[str, str], str | None] = lambda kind, ref: None,
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
        self._entry(table, row.key, WHOLE, None, self._whole(table, row))

    def removed(self, table: Table, row: Row) -> None:
        """A fact that is gone; the entry keeps all that it said."""
        self._entry(table, row.key, WHOLE, self._whole(table, row), None)

    def changed(self, table: Table, old: Row, new: Row) -> None:
        """One entry for each field that differs."""
        for column, before, after in zip(table.columns, old.values, new.values, strict=True):
            if before != after:
                self._entry(
                    table,
                    new.key,
                    column,
                    _text(self._names.told(table, column, before)),
                    _text(self._names.told(table, column, after)),
                )
        for place, child in enumerate(table.children):
            if old.children[place] != new.children[place]:
                self._entry(
                    table,
                    new.key,
                    child.field,
                    _json(self._list(table, place, old)),
                    _json(self._list(table, place, new)),
                )

    def write(self) -> None:
        """Write what was collected."""
        keep_entries(self._connection, self._entries)
        self.written += len(self._entries)
        self._entries.clear()

    def _entry(self, table: Table, ref: str, field: str, old: str | None, new: str | None) -> None:
        why = self._why(table.kind, ref)
        self._entries.append((table.kind, ref, field, old, new, self._at, self._by, why))

    def _whole(self, table: Table, row: Row) -> str:
        fields: dict[str, object] = {
            column: self._names.told(table, column, value)
            for column, value in zip(table.columns, row.values, strict=True)
            if value not in (None, "")
        }
        for place, child in enumerate(table.children):
            if row.children[place]:
                fields[child.field] = self._list(table, place, row)
        return _json(fields)

    def _list(self, table: Table, place: int, row: Row) -> list[dict[str, Value]]:
        columns = table.children[place].columns
        return [
            {
                column: self._names.told(table, column, value)
                for column, value in zip(columns, item, strict=True)
            }
            for item in row.children[place]
        ]


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


def _text(value: Value) -> str | None:
    return None if value is None else str(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
