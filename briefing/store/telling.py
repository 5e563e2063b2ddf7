"""Rows as people read them: keys for integers, lists as JSON, and what differs between two."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from briefing.store.tables import Row, Table, Value


class Difference(NamedTuple):
    """One field of a fact: its column or the name of its list, and both values as text."""

    field: str
    old: str | None
    new: str | None


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

    def differences(self, table: Table, old: Row, new: Row) -> Iterator[Difference]:
        """Each field that differs; a list that differs is told whole."""
        for column, before, after in zip(table.columns, old.values, new.values, strict=True):
            if before != after:
                yield Difference(
                    column,
                    _text(self.told(table, column, before)),
                    _text(self.told(table, column, after)),
                )
        for place, child in enumerate(table.children):
            if old.children[place] != new.children[place]:
                yield Difference(
                    child.field,
                    _json(self._list(table, place, old)),
                    _json(self._list(table, place, new)),
                )

    def whole(self, table: Table, row: Row, closed_on: str | None = None) -> str:
        """All that a fact says, as JSON without what is blank; and the day it was closed on."""
        fields: dict[str, object] = {
            column: self.told(table, column, value)
            for column, value in zip(table.columns, row.values, strict=True)
            if value not in (None, "")
        }
        for place, child in enumerate(table.children):
            if row.children[place]:
                fields[child.field] = self._list(table, place, row)
        if closed_on is not None:
            fields[CLOSED_ON] = closed_on
        return _json(fields)

    def _list(self, table: Table, place: int, row: Row) -> list[dict[str, Value]]:
        columns = table.children[place].columns
        return [
            {
                column: self.told(table, column, value)
                for column, value in zip(columns, item, strict=True)
            }
            for item in row.children[place]
        ]


CLOSED_ON = "closed_on"
"""The column, and the field in an entry of the edit log, that tells when a fact was closed."""


def _text(value: Value) -> str | None:
    return None if value is None else str(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
