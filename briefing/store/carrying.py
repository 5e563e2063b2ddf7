"""What was closed, carried over into a database built anew: read from the edit log.

The log's entry about a fact that was closed holds all that it said and carries a checksum of its
own, so that closed plans, targets and tasks outlive even a damaged file.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from briefing.domain.edits import WHOLE
from briefing.store.edit_log import Entry
from briefing.store.tables import NO_FILE, TABLES, Child, Table, Value
from briefing.store.telling import CLOSED_ON

_BY_KIND = {table.kind: table for table in TABLES}
_POINTS_AT = {
    "unit": "unit",
    "parent": "unit",
    "successor": "unit",
    "indicator": "indicator",
    "rank_of": "indicator",
    "complement_of": "indicator",
    "variant_of": "indicator",
    "pillar": "pillar",
    "source": "source",
    "document": "document",
    "plan": "plan",
    "target": "target",
}
"""The kind of fact that a column points at."""

Key = tuple[str, str]
"""A fact's kind and id."""
Said = Mapping[str, Any]


def carry_over_closed(connection: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Write what ``entries`` tell was closed and the folder does not hold again, as closed.

    ``entries`` are oldest first. What such a fact points at and the folder has no longer comes
    with it, as the log tells it; a fact for which that is not known stays in the log alone.
    """
    gone: dict[Key, Said] = {}
    for record, ref, field, old, new, *_ in entries:
        if field == WHOLE:
            gone.pop((record, ref), None)
            if new is None and old is not None and record in _BY_KIND:
                gone[record, ref] = json.loads(old)
    carrying = _Carrying(connection, gone)
    for (kind, ref), said in gone.items():
        if CLOSED_ON in said and _BY_KIND[kind].closable:
            carrying.bring(kind, ref)


class _Carrying:
    """What is gone, by the log, and what of it stands in the database by now."""

    def __init__(self, connection: sqlite3.Connection, gone: Mapping[Key, Said]) -> None:
        self._connection = connection
        self._gone = gone
        self._tried: set[Key] = set()

    def bring(self, kind: str, ref: str) -> bool:
        """Whether the fact stands in the database: it does already, or it can be written."""
        table = _BY_KIND[kind]
        if self._number(table, ref) is not None:
            return True
        said = self._gone.get((kind, ref))
        if said is None or (kind, ref) in self._tried:
            return False
        self._tried.add((kind, ref))
        needed = {
            (_POINTS_AT[column], str(said[column]))
            for column in table.columns
            if column in _POINTS_AT and column != table.key and said.get(column) is not None
        }
        if not all(self.bring(*each) for each in sorted(needed)):
            return False
        self._write(table, ref, said)
        return True

    def _write(self, table: Table, ref: str, said: Said) -> None:
        blank = {
            row[1]: "" if row[3] and row[2] == "TEXT" else None
            for row in self._connection.execute(f"PRAGMA table_info({table.name})")
        }
        values: dict[str, Value] = {
            column: self._value(table, column, said.get(column, blank[column]))
            for column in table.columns
        }
        values |= {table.key: ref, "batch": NO_FILE, "position": 0}
        if table.closable:
            values[CLOSED_ON] = said.get(CLOSED_ON)
        _insert(self._connection, table.name, values)
        owner = self._number(table, ref)
        for child in table.children:
            items = [each for each in said.get(child.field, ()) if self._stands(child, each)]
            for position, item in enumerate(items):
                own = {column: self._value(table, column, item[column]) for column in child.columns}
                _insert(
                    self._connection,
                    child.table,
                    {child.owner: owner, "position": position, **own},
                )

    def _stands(self, child: Child, item: Said) -> bool:
        """Whether all that an item of a list points at can be there."""
        return all(
            self.bring(_POINTS_AT[column], str(item[column]))
            for column in child.columns
            if column in _POINTS_AT and item[column] is not None
        )

    def _value(self, table: Table, column: str, value: Value) -> Value:
        """``value`` as its column holds it: the number of a unit or an indicator."""
        if value is not None and column in table.units:
            return self._number(_BY_KIND["unit"], str(value))
        if value is not None and column in table.indicators:
            return self._number(_BY_KIND["indicator"], str(value))
        return value

    def _number(self, table: Table, ref: str) -> Value:
        """What other rows point at a fact by; ``None`` when it is not there."""
        column = "id" if table.numbered else table.key
        row = self._connection.execute(
            f"SELECT {column} FROM {table.name} WHERE {table.key} = ?", (ref,)
        ).fetchone()
        return None if row is None else row[0]


def _insert(connection: sqlite3.Connection, table: str, values: Mapping[str, Value]) -> None:
    marks = ", ".join("?" * len(values))
    connection.execute(
        f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", tuple(values.values())
    )
