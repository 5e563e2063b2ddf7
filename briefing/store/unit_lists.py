"""Which units of a kind there are on a day, in the order of their names; kept while nobody writes.

Thousands of communes cost a twentieth of a second to read and nothing to be remembered: they change
with a sync only.
"""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Mapping, Sequence, Set
from datetime import date
from typing import NamedTuple

from briefing.domain.long_universe import LongUniverse
from briefing.domain.model import Unit, UnitKey, UnitKind
from briefing.domain.ranked import ToCome
from briefing.domain.spelling import sort_key
from briefing.domain.universe import Universe
from briefing.store import standing_queries as queries
from briefing.store.catalogue import Catalogue, File
from briefing.store.rows import listed_unit, pack_unit
from briefing.store.texts import day as read_day
from briefing.store.texts import sure_day
from briefing.store.units import Units

MOST_KEPT = 6
"""Lists remembered: provinces before and after a merger, communes, those of a province."""


class UnitList(NamedTuple):
    """The units of a kind on a day, in Vietnamese order of their names, and those above them.

    ``numbers`` are those by which rows point at the units, in their order.
    """

    numbers: array[int]
    units: Universe
    above: Mapping[UnitKey, Unit]

    def positions(self) -> dict[int, int]:
        """Where the unit of each number stands."""
        return {number: position for position, number in enumerate(self.numbers)}


class _Asked(NamedTuple):
    file: File
    kind: UnitKind
    above: int | None
    since: int
    """How many times the units of the kind had changed by the day: a list holds between two."""


_KEPT: OrderedDict[_Asked, UnitList] = OrderedDict()
_CHANGES: dict[UnitKind, tuple[File, Sequence[date]]] = {}


class UnitLists:
    """Lists of the units of one database."""

    def __init__(self, connection: sqlite3.Connection, catalogue: Catalogue, units: Units) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self._units = units
        self._others: dict[UnitKind, Set[int]] = {}

    def valid_on(self, kind: UnitKind, above: int | None, day: date) -> UnitList:
        """The units of a kind on a day, below one if given."""
        file = self._catalogue.file
        if file is None:
            return self._read(kind, above, day)
        asked = _Asked(file, kind, above, bisect_right(self._changes(kind, file), day))
        if (kept := _KEPT.get(asked)) is not None:
            _KEPT.move_to_end(asked)
            return kept
        found = _KEPT[asked] = self._read(kind, above, day)
        while len(_KEPT) > MOST_KEPT:
            _KEPT.popitem(last=False)
        return found

    def to_come(self, kind: UnitKind, above: Unit | None, day: date) -> tuple[ToCome, ...]:
        """Communes that begin only after a day, below one of this code if given; none else."""
        if kind is not UnitKind.COMMUNE:
            return ()
        file = self._catalogue.file
        if file is not None and max(self._changes(kind, file), default=day) <= day:
            return ()
        asked = {"kind": kind.value, "day": day.isoformat()}
        found = (
            ToCome(
                None if row[0] is None else self._units.numbered(row[0]), sure_day(row[1]), row[2]
            )
            for row in self._connection.execute(queries.UNITS_TO_COME, asked).fetchall()
        )
        code = None if above is None else above.code
        return tuple(
            one
            for one in found
            if code is None or (one.parent is not None and one.parent.code == code)
        )

    def above(self, units: Sequence[Unit]) -> Mapping[UnitKey, Unit]:
        """The units above those of a list, by key."""
        for kept in _KEPT.values():
            if kept.units is units:
                return kept.above
        keys = {unit.parent for unit in units if unit.parent is not None}
        return {key: unit for key in keys if (unit := self._units.unit(key)) is not None}

    def _changes(self, kind: UnitKind, file: File) -> Sequence[date]:
        """The days, in order, on which a unit of a kind came or was gone."""
        kept = _CHANGES.get(kind)
        if kept is None or kept[0] != file:
            rows = self._connection.execute(queries.CHANGES_OF_KIND, {"kind": kind.value})
            kept = _CHANGES[kind] = file, sorted({sure_day(row[0]) for row in rows})
        return kept[1]

    def others(self, kind: UnitKind) -> Set[int]:
        """The numbers of all units of other kinds: few beside those of thousands of communes."""
        if kind not in self._others:
            asked = ({"kind": other.value} for other in UnitKind if other is not kind)
            rows = (self._connection.execute(queries.NUMBERS_OF_KIND, one) for one in asked)
            self._others[kind] = {row[0] for found in rows for row in found}
        return self._others[kind]

    def _read(self, kind: UnitKind, above: int | None, day: date) -> UnitList:
        asked = {"kind": kind.value, "day": day.isoformat(), "parent": above}
        successors: dict[int, list[UnitKey]] = {}
        for number, code, start in self._connection.execute(queries.SUCCESSORS_OF_KIND, asked):
            successors.setdefault(number, []).append(UnitKey(code, read_day(start)))
        parents: dict[int, Unit] = {}
        many = kind is UnitKind.COMMUNE and above is None
        packed, found = LongUniverse(kind), []
        numbers = array("q")
        query = queries.UNITS_PACKED if many else queries.UNITS_TO_RANK
        for row in self._connection.execute(query, asked):
            number, parent = row[0], row[4]
            if parent is not None and parent not in parents:
                parents[parent] = self._units.numbered(parent)
            above_it, after_it = parents.get(parent), successors.get(number, ())
            numbers.append(number)
            if many:
                pack_unit(row, packed, above_it, after_it)
            else:
                found.append(listed_unit(row, kind, above_it, after_it))
        units = packed if many else Universe(tuple(found))
        return UnitList(numbers, units, {one.key: one for one in parents.values()})


def by_name(unit: Unit) -> tuple[str, str, date]:
    """Sorts units by name, those of one name by code and age."""
    key: UnitKey = unit.key
    return sort_key(unit.name), key.code, key.valid_from or date.min
