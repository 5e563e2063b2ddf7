"""Units by their number, key, code or name, and which of them have anything to show."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date

from briefing.domain.model import Unit, UnitKey, UnitKind
from briefing.domain.spelling import fold, sort_key
from briefing.store import queries, rows, texts
from briefing.store.errors import UnreadableError

_KINDS = tuple(UnitKind)
_SPOKEN = ("tinh ", "thanh pho ", "tp. ", "tp.", "tp ", "thi xa ", "huyen ", "quan ", "xa ")
_FORMER = re.compile(
    r"(?:(?P<name>.+) cu|former (?P<called>.+?))"
    r"(?: \((?:den|until) (?P<until>\d\d/\d\d/\d{4})\))?"
)
"""How pages call, folded, a unit that is no more."""


class Units:
    """The units of one database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._by_number: dict[int, Unit] = {}
        self._numbers: dict[UnitKey, int] = {}

    def forget(self) -> None:
        """Read everything anew when it is asked for next: somebody wrote."""
        self._by_number.clear()
        self._numbers.clear()

    def numbered(self, number: int) -> Unit:
        """The unit that a row points at; raises ``UnreadableError`` when there is none."""
        if number not in self._by_number:
            row = self._connection.execute(queries.UNIT, {"number": number}).fetchone()
            if row is None:
                raise UnreadableError(f"no unit {number}")
            self.kept(row)
        return self._by_number[number]

    def number_of(self, key: UnitKey) -> int | None:
        """The integer by which rows point at a unit; ``None`` when there is none."""
        if key not in self._numbers:
            row = self._connection.execute(queries.UNIT_BY_KEY, {"key": str(key)}).fetchone()
            if row is None:
                return None
            self.kept(row)
        return self._numbers[key]

    def unit(self, key: UnitKey) -> Unit | None:
        """The unit, or ``None``."""
        number = self.number_of(key)
        return None if number is None else self.numbered(number)

    def named(self, code: str, day: date) -> Unit | None:
        """The unit that ``code`` or ``code@date`` names on ``day``.

        Where the code means nobody on that day, the one that bears it latest, so that an old plan
        still shows who led it.
        """
        if "@" in code:
            return self._explicit(code)
        borne = self._select(queries.UNITS_BY_CODE, code=code)
        valid = [unit for unit in borne if unit.is_valid_on(day)]
        return max(valid or borne, key=_began, default=None)

    def find(self, text: str, on: date | None, known_on: date | None = None) -> Unit | None:
        """The unit that a person means by a code, ``code@date``, slug or name, read on ``on``.

        Case, diacritics and "tỉnh" make no difference. A code that means nobody on ``on`` finds
        nothing, because it may mean somebody else on another day; a name does not change hands, so
        it still finds the unit that bore it: "Hải Dương" is the province of old, not the ward now
        called after it; "Cần Thơ cũ" the one of that name that is no more. Without ``on`` the unit
        that has figures or plans of its own is meant, then one that others assessed, then the
        latest; not one that began only after ``known_on``, if another bears the name. Provinces
        come before all else of that name.
        """
        text = text.strip()
        if "@" in text:
            return self._explicit(text)
        borne = self._select(queries.UNITS_BY_CODE, code=text) or self._select(
            queries.UNITS_BY_CODE, code=text.lower()
        )
        if borne:
            if on is not None:
                borne = [unit for unit in borne if unit.is_valid_on(on)]
            return self._meant(_begun_by(borne, known_on), on)
        folded = fold(text)
        called = self._select(queries.UNITS_BY_NAME, folded=folded)
        for word in _SPOKEN:
            if not called and folded.startswith(word):
                called = self._select(
                    queries.UNITS_BY_NAME, folded=folded.removeprefix(word).strip()
                )
        if not called:
            called = self._former(folded, on)
        elif on is not None:
            called = [unit for unit in called if unit.kind is UnitKind.PROVINCE] or called
            called = [unit for unit in called if unit.is_valid_on(on)] or called
        return self._meant(_begun_by(called, known_on), on)

    def _former(self, folded: str, on: date | None) -> list[Unit]:
        """Units that are no more by the names pages give them: "Cần Thơ cũ (đến 30/06/2025)"."""
        said = _FORMER.fullmatch(folded)
        if said is None:
            return []
        borne = self._select(queries.UNITS_BY_NAME, folded=said["name"] or said["called"])
        ended = [unit for unit in borne if unit.valid_to is not None]
        if said["until"]:
            return [unit for unit in ended if f"{unit.valid_to:%d/%m/%Y}" == said["until"]]
        if on is None:
            return ended
        gone = [unit for unit in ended if unit.valid_to is not None and unit.valid_to < on]
        return gone or [unit for unit in ended if unit.is_valid_on(on)] or ended

    def children(self, key: UnitKey) -> tuple[Unit, ...]:
        """The units directly below, by kind, then in Vietnamese order."""
        number = self.number_of(key)
        if number is None:
            return ()
        return _in_order(self._select(queries.CHILDREN, number=number))

    def predecessors(self, key: UnitKey) -> tuple[Unit, ...]:
        """The units that became part of one, in Vietnamese order."""
        number = self.number_of(key)
        if number is None:
            return ()
        return _in_order(self._select(queries.PREDECESSORS, number=number))

    def focus(self, most: int | None = None) -> tuple[Unit, ...]:
        """The first ``most`` units that have figures, plans, targets or tasks, in order."""
        most = self.focus_count() if most is None else most
        return tuple(self._select(queries.FOCUS_UNITS, most=most))

    def focus_count(self) -> int:
        """How many units have figures, plans, targets or tasks."""
        return self._connection.execute(queries.FOCUS_COUNT).fetchone()[0] or 0

    def read_together(self, kind: UnitKind, parent: int | None) -> None:
        """Read all units of a kind, or those below one, at once: they will be asked for singly."""
        if parent is None:
            self._select(queries.UNITS_OF_KIND, kind=kind.value)
        else:
            self._select(queries.CHILDREN, number=parent)

    def latest_day(self, keys: Iterable[UnitKey], known_on: date | None = None) -> date | None:
        """The last day, up to ``known_on``, on which a figure of these units became known.

        ``None`` without figures known by then.
        """
        if known_on is None:
            return max(self._days(queries.LATEST_DAY, keys), default=None)
        known = {"known_on": known_on.isoformat()}
        return max(self._days(queries.LATEST_DAY_KNOWN, keys, known), default=None)

    def first_day(self, keys: Iterable[UnitKey]) -> date | None:
        """The first day on which a figure of these units became known; ``None`` without figures."""
        return min(self._days(queries.FIRST_DAY, keys), default=None)

    def _days(
        self, query: str, keys: Iterable[UnitKey], parameters: Mapping[str, str] | None = None
    ) -> list[date]:
        numbers = [number for key in keys if (number := self.number_of(key)) is not None]
        asked = [{**(parameters or {}), "number": number} for number in numbers]
        found = [self._connection.execute(query, one).fetchone()[0] for one in asked]
        return [day for text in found if (day := texts.day(text)) is not None]

    def _explicit(self, text: str) -> Unit | None:
        try:
            return self.unit(texts.unit_key(text))
        except ValueError:
            return None

    def _meant(self, units: list[Unit], on: date | None) -> Unit | None:
        if len(units) < 2:
            return units[0] if units else None
        return max(
            units,
            key=lambda unit: (
                self._how_much_is_known(unit.key) if on is None else 0,
                -_KINDS.index(unit.kind),
                _began(unit),
            ),
        )

    def _how_much_is_known(self, key: UnitKey) -> int:
        """2 with figures of its own, plans or tasks, 1 with what others assess of it, else 0."""
        number = {"number": self.number_of(key)}
        found: int = self._connection.execute(queries.HOW_MUCH_IS_KNOWN, number).fetchone()[0]
        return found

    def _select(self, query: str, **parameters: str | int) -> list[Unit]:
        return [self.kept(row) for row in self._connection.execute(query, parameters).fetchall()]

    def kept(self, row: rows.SqlRow) -> Unit:
        """The unit of a row, remembered by its number and its key."""
        unit = rows.unit(row)
        self._by_number[row[0]] = unit
        self._numbers[unit.key] = row[0]
        return unit


def _begun_by(units: list[Unit], day: date | None) -> list[Unit]:
    """Those that stood by ``day``; all where none did, or no day is asked for."""
    return [unit for unit in units if day is None or _began(unit) <= day] or units


def _began(unit: Unit) -> date:
    return unit.key.valid_from or date.min


def _in_order(units: Iterable[Unit]) -> tuple[Unit, ...]:
    def place(unit: Unit) -> tuple[int, str, UnitKey]:
        return (_KINDS.index(unit.kind), sort_key(unit.name), UnitKey(unit.code, _began(unit)))

    return tuple(sorted(units, key=place))
