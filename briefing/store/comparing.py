"""Row by row: what a changed file adds, changes and takes away in one table."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple, Protocol

from briefing.store.tables import NO_FILE, Child, Row, Table, Value

OnChange = Callable[[Row | None, Row | None], None]
"""Told of each difference as (old row, new row); ``None`` where there is none."""


class Listener(Protocol):
    """Told of every fact that a sync finds to differ."""

    def added(self, table: Table, row: Row) -> None:
        """A fact that was not there before."""

    def changed(self, table: Table, old: Row, new: Row) -> None:
        """A fact of which something differs."""

    def returned(self, table: Table, old: Row, new: Row) -> None:
        """A fact that was gone from the folder and is there again."""

    def removed(self, table: Table, row: Row, closed_on: str | None) -> None:
        """A fact that is gone from the folder; ``closed_on`` where it stays, closed."""


class Stored(NamedTuple):
    """A row as the table holds it; ``owner`` is what its lists point at."""

    owner: Value
    batch: int
    position: int
    row: Row


class _Written(NamedTuple):
    owner: Value
    position: int
    row: Row


class TableComparison:
    """One table during one sync.

    ``kept`` are the ids that the folder holds in any file: a row that left one file is gone only
    when no other has it. ``added``, ``changed`` and ``removed`` are rows so far. What is ``gone``
    waits there until all files were compared: what becomes of it depends on them.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        table: Table,
        kept: Collection[str],
        listeners: Collection[Listener] = (),
        on_change: OnChange | None = None,
    ) -> None:
        self._connection = connection
        self._table = table
        self._kept = kept
        self._listeners = listeners
        self._on_change = on_change
        self._sql = _Statements(table)
        self.added = self.changed = self.removed = 0
        self.gone: list[Stored] = []
        last = connection.execute(f"SELECT max(rowid) FROM {table.name}").fetchone()[0]
        self._was_empty = last is None
        self._next_number = 1 if last is None else last + 1

    def compare(
        self,
        batch: int,
        rows: Iterable[tuple[int, Row]],
        numbers: Callable[[str], int] | None = None,
    ) -> None:
        """Make the table hold exactly ``rows``, as (position, row), of the file ``batch``.

        ``numbers`` gives the integer of a numbered row where others already point at it; without
        it the next free one is taken.
        """
        stored = {} if self._was_empty else self._of_batch(batch)
        new: list[_Written] = []
        for position, row in rows:
            found = stored.pop(row.key, None)
            if found is None and not self._was_empty:
                found = self._of_key(row.key)
            if found is None:
                new.append(_Written(self._owner(row.key, numbers), position, row))
            else:
                self._update(found, batch, position, row)
        self._insert(batch, new)
        self.gone += (found for key, found in stored.items() if key not in self._kept)

    def remove_batch(self, batch: int) -> None:
        """Take note that a file is gone with its rows, but for those that another file has now."""
        self.compare(batch, ())

    def delete(self, stored: Stored) -> None:
        """Delete a row that is gone."""
        for statement in self._sql.delete_children:
            self._connection.execute(statement, (stored.owner,))
        self._connection.execute(self._sql.delete, (stored.row.key,))
        self._is_gone(stored, None)

    def set_aside(self, stored: Stored, closed_on: str | None = None) -> None:
        """Keep a row that is gone, as one of no file: closed, or for the sake of what is closed."""
        self._connection.execute(self._sql.set_aside, (NO_FILE, stored.row.key))
        if closed_on is not None:
            self._connection.execute(self._sql.close, (closed_on, stored.row.key))
        self._is_gone(stored, closed_on)

    def _is_gone(self, stored: Stored, closed_on: str | None) -> None:
        self.removed += 1
        for listener in self._listeners:
            listener.removed(self._table, stored.row, closed_on)
        self._tell(stored.row, None)

    def _owner(self, key: str, numbers: Callable[[str], int] | None) -> Value:
        if not self._table.numbered:
            return key
        if numbers is not None:
            return numbers(key)
        number = self._next_number
        self._next_number += 1
        return number

    def _insert(self, batch: int, new: list[_Written]) -> None:
        table = self._table
        self._connection.executemany(
            self._sql.insert,
            (
                ((written.owner, row.key) if table.numbered else (row.key,))
                + (*row.values, batch, written.position)
                for written in new
                for row in (written.row,)
            ),
        )
        for place, child in enumerate(table.children):
            self._insert_children(
                child, ((written.owner, written.row.children[place]) for written in new)
            )
        self.added += len(new)
        for written in new:
            for listener in self._listeners:
                listener.added(table, written.row)
            self._tell(None, written.row)

    def _update(self, stored: Stored, batch: int, position: int, row: Row) -> None:
        differs = stored.row != row
        if not differs and (stored.batch, stored.position) == (batch, position):
            return
        self._connection.execute(self._sql.update, (*row.values, batch, position, stored.row.key))
        returns = stored.batch == NO_FILE
        if returns and self._table.closable:
            self._connection.execute(self._sql.close, (None, row.key))
        if not differs and not returns:
            return
        for place, child in enumerate(self._table.children):
            if stored.row.children[place] != row.children[place]:
                self._connection.execute(self._sql.delete_children[place], (stored.owner,))
                self._insert_children(child, ((stored.owner, row.children[place]),))
        if returns:
            self.added += 1
        else:
            self.changed += 1
        for listener in self._listeners:
            tell = listener.returned if returns else listener.changed
            tell(self._table, stored.row, row)
        self._tell(stored.row, row)

    def _insert_children(
        self, child: Child, lists: Iterable[tuple[Value, tuple[tuple[Value, ...], ...]]]
    ) -> None:
        marks = ", ".join("?" * (len(child.columns) + 2))
        columns = ", ".join((child.owner, "position", *child.columns))
        self._connection.executemany(
            f"INSERT INTO {child.table} ({columns}) VALUES ({marks})",
            (
                (owner, position, *item)
                for owner, items in lists
                for position, item in enumerate(items)
            ),
        )

    def _tell(self, old: Row | None, new: Row | None) -> None:
        if self._on_change is not None:
            self._on_change(old, new)

    def _of_batch(self, batch: int) -> dict[str, Stored]:
        return self._stored(self._sql.batch_condition, batch)

    def _of_key(self, key: str) -> Stored | None:
        return self._stored(self._sql.key_condition, key).get(key)

    def _stored(self, condition: str, value: Value) -> dict[str, Stored]:
        lists: list[dict[Value, tuple[tuple[Value, ...], ...]]] = []
        for place in range(len(self._table.children)):
            statement = self._sql.select_children[place] + condition + self._sql.children_order
            items = self._connection.execute(statement, (value,))
            lists.append(
                {
                    owner: tuple(tuple(item[1:]) for item in group)
                    for owner, group in itertools.groupby(items, key=lambda item: item[0])
                }
            )
        found = {}
        for owner, key, position, of_batch, *values in self._connection.execute(
            self._sql.select + condition, (value,)
        ):
            children = tuple(by_owner.get(owner, ()) for by_owner in lists)
            found[key] = Stored(owner, of_batch, position, Row(key, tuple(values), children))
        return found


class _Statements:
    """The SQL of one table; names come from ``store.tables`` only."""

    def __init__(self, table: Table) -> None:
        name, key, columns = table.name, table.key, table.columns
        own = ("id", key) if table.numbered else (key,)
        written = (*own, *columns, "batch", "position")
        marks = ", ".join("?" * len(written))
        settings = ", ".join(f"{column} = ?" for column in (*columns, "batch", "position"))
        self.insert = f"INSERT INTO {name} ({', '.join(written)}) VALUES ({marks})"
        self.update = f"UPDATE {name} SET {settings} WHERE {key} = ?"
        self.delete = f"DELETE FROM {name} WHERE {key} = ?"
        self.set_aside = f"UPDATE {name} SET batch = ? WHERE {key} = ?"
        self.close = f"UPDATE {name} SET closed_on = ? WHERE {key} = ?"
        self.delete_children = tuple(
            f"DELETE FROM {child.table} WHERE {child.owner} = ?" for child in table.children
        )
        selected = ", ".join(f"t.{column}" for column in ("id", key, "position", "batch", *columns))
        self.select = f"SELECT {selected} FROM {name} AS t "
        self.select_children = tuple(
            f"SELECT t.id, {', '.join(f'c.{column}' for column in child.columns)}"
            f" FROM {name} AS t CROSS JOIN {child.table} AS c ON c.{child.owner} = t.id "
            for child in table.children
        )
        self.children_order = " ORDER BY t.id, c.position"
        self.batch_condition = "WHERE t.batch = ?"
        self.key_condition = f"WHERE t.{key} = ?"
