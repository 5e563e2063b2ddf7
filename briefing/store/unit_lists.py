"""Which units of a kind there are on a day, in the order of their names; kept while nobody writes.

Thousands of communes cost a twentieth of a second to read and nothing to be remembered: they change
with a sync only.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Mapping, Sequence, Set
from datetime import date
from typing import NamedTuple

from briefing.domain.model import Unit, UnitKey, UnitKind
from briefing.domain.spelling import sort_key
from briefing.store import standing_queries as queries
from briefing.store.catalogue import Catalogue, File
from briefing.store.units import Units

MOST_KEPT = 6
"""Lists remembered: provinces before and after a merger, communes, those of a province."""


class _Asked(NamedTuple):
    file: File
    kind: UnitKind
    above: int | None
    since: int
    """How many times the units of the kind had changed by the day: a list holds between two."""


_KEPT: OrderedDict[_Asked, Mapping[int, Unit]] = OrderedDict()
_CHANGES: dict[UnitKind, tuple[File, Sequence[str]]] = {}
_NUMBERS: dict[UnitKind, tuple[File, Set[int]]] = {}


class UnitLists:
    """Lists of the units of one database."""

    def __init__(self, connection: sqlite3.Connection, catalogue: Catalogue, units: Units) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self._units = units

    def valid_on(self, kind: UnitKind, above: int | None, day: date) -> Mapping[int, Unit]:
        """The units of a kind on a day, below one if given, by number, in Vietnamese order."""
        file = self._catalogue.file
        if file is None:
            return self._read(kind, above, day)
        asked = _Asked(file, kind, above, bisect_right(self._changes(kind, file), day.isoformat()))
        if (kept := _KEPT.get(asked)) is not None:
            _KEPT.move_to_end(asked)
            return kept
        found = _KEPT[asked] = self._read(kind, above, day)
        while len(_KEPT) > MOST_KEPT:
            _KEPT.popitem(last=False)
        return found

    def _changes(self, kind: UnitKind, file: File) -> Sequence[str]:
        """The days, in order, on which a unit of a kind came or was gone."""
        kept = _CHANGES.get(kind)
        if kept is None or kept[0] != file:
            rows = self._connection.execute(queries.CHANGES_OF_KIND, {"kind": kind.value})
            kept = _CHANGES[kind] = file, sorted({row[0] for row in rows})
        return kept[1]

    def numbers(self, kind: UnitKind) -> Set[int]:
        """The numbers of all units of a kind there ever were."""
        file = self._catalogue.file
        kept = _NUMBERS.get(kind)
        if kept is not None and kept[0] == file:
            return kept[1]
        rows = self._connection.execute(queries.NUMBERS_OF_KIND, {"kind": kind.value})
        found = {row[0] for row in rows}
        if file is not None:
            _NUMBERS[kind] = file, found
        return found

    def _read(self, kind: UnitKind, above: int | None, day: date) -> Mapping[int, Unit]:
        asked = {"kind": kind.value, "day": day.isoformat(), "parent": above}
        rows = self._connection.execute(queries.UNITS_TO_RANK, asked).fetchall()
        found = {row[0]: self._units.kept(row) for row in rows}
        return dict(sorted(found.items(), key=lambda item: by_name(item[1])))


def by_name(unit: Unit) -> tuple[str, str, date]:
    """Sorts units by name, those of one name by code and age."""
    key: UnitKey = unit.key
    return sort_key(unit.name), key.code, key.valid_from or date.min
