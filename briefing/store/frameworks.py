"""Index frameworks and what units scored on their parts: the way out of the database."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from briefing.domain.frameworks import Assessment, Framework, Part
from briefing.domain.model import UnitKey, UnitKind
from briefing.domain.tallies import Given
from briefing.store import standing_queries as queries
from briefing.store.figures import Day
from briefing.store.rows import SqlRow
from briefing.store.texts import day, listed, maybe_number, number, stored, sure_day, whole


class Frameworks:
    """The frameworks of one database; read when first asked for, kept until somebody writes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.forget()

    def forget(self) -> None:
        """Read everything anew when it is asked for next: somebody wrote."""
        self._read: tuple[Framework, ...] | None = None

    def all(self) -> tuple[Framework, ...]:
        """Every framework, the oldest first, those without years last."""
        if self._read is None:
            found = self._connection.execute(queries.FRAMEWORKS).fetchall()
            self._read = tuple(self._framework(row) for row in found)
        return self._read

    def assessments(
        self, number: int, key: UnitKey, framework: str, day: Day
    ) -> tuple[Assessment, ...]:
        """What a unit scored on the parts of a framework, the newest period first."""
        asked = day.parameters | {"unit": number, "framework": framework}
        found = self._connection.execute(queries.ASSESSMENTS_OF_UNIT, asked)
        return tuple(_assessment(row, key) for row in found)

    def given(
        self, numbers: Sequence[int], framework: str, day: Day
    ) -> Mapping[int, Sequence[Given]]:
        """What each of many units, by its number, scored on the parts of a framework.

        Those published last come first.
        """
        asked = day.parameters | {"units": json.dumps(numbers), "framework": framework}
        return _given(numbers, self._connection.execute(queries.ASSESSMENTS_OF_UNITS, asked))

    def scored_units(self, framework: str, day: Day, most: int) -> tuple[int, ...]:
        """The numbers of the units that were scored on a framework by then, at most ``most``."""
        asked = day.parameters | {"framework": framework, "most": most, "seen": 4 * most}
        return tuple(int(row[0]) for row in self._connection.execute(queries.SCORED_UNITS, asked))

    def _framework(self, row: SqlRow) -> Framework:
        parts = self._connection.execute(queries.FRAMEWORK_PARTS, {"framework": row[0]})
        return _framework(row, parts.fetchall())


@stored
def _framework(row: SqlRow, parts: Sequence[SqlRow]) -> Framework:
    return Framework(
        id=row[0],
        name=row[1],
        name_en=row[2],
        short=row[3],
        short_en=row[4],
        kind=UnitKind(row[5]),
        total=number(row[6]),
        complete=bool(row[7]),
        document=row[8],
        indicator=row[9],
        rank=row[10],
        pillars=listed(row[11]),
        first_year=whole(row[12], 1900, 2199),
        last_year=whole(row[13], 1900, 2199),
        note=row[14],
        note_en=row[15],
        parts=_within(None, parts),
    )


def _within(above: str | None, rows: Sequence[SqlRow]) -> tuple[Part, ...]:
    return tuple(
        Part(
            id=row[0],
            code=row[2],
            name=row[3],
            name_en=row[4],
            short=row[5],
            short_en=row[6],
            max_points=maybe_number(row[7]),
            indicator=row[8],
            rank=row[9],
            pillar=row[10],
            components=whole(row[11], 0, 10**6),
            lead=row[12],
            due=day(row[13]),
            evidence=row[14],
            parts=_within(row[0], rows),
        )
        for row in rows
        if row[1] == above
    )


@stored
def _assessment(row: SqlRow, unit: UnitKey) -> Assessment:
    return Assessment(
        id=row[0],
        framework=row[1],
        part=row[2],
        unit=unit,
        start=sure_day(row[3]),
        end=sure_day(row[4]),
        self_points=maybe_number(row[5]),
        appraised_points=maybe_number(row[6]),
        source=row[7],
        published_on=sure_day(row[8]),
        evidence=row[9],
        lead=row[10],
        due=day(row[11]),
        note=row[12],
        note_en=row[13],
    )


@stored
def _given(numbers: Iterable[int], rows: Iterable[SqlRow]) -> dict[int, list[Given]]:
    found: dict[int, list[Given]] = {number: [] for number in numbers}
    days: dict[str, date] = {}
    for unit, part, start, end, own, appraised in rows:
        for text in (start, end):
            if text not in days:
                days[text] = sure_day(text)
        points = maybe_number(own), maybe_number(appraised)
        found[unit].append(Given(part, days[start], days[end], *points))
    return found
