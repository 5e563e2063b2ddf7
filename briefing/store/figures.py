"""Figures as they were known on a day; each question is a seek, never a walk through them all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from briefing.domain.model import Observation, UnitKey
from briefing.domain.plans import Target
from briefing.store import figure_rows, queries, rows
from briefing.store.catalogue import Catalogue
from briefing.store.units import Units


class Day(NamedTuple):
    """The two dates that rule every answer."""

    as_of: date
    known_on: date

    @classmethod
    def at(cls, known_on: date) -> Day:
        """The day for what is only told, not judged."""
        return cls(known_on, known_on)

    @property
    def told(self) -> date:
        """The last day whose decisions count: what came after ``as_of`` was not in force on it."""
        return min(self)

    @property
    def parameters(self) -> dict[str, str | int | None]:
        """As the queries want them."""
        return {"as_of": self.as_of.isoformat(), "known_on": self.known_on.isoformat()}


class Figures:
    """The observations of one database."""

    def __init__(self, connection: sqlite3.Connection, catalogue: Catalogue, units: Units) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self._units = units

    def of_unit(self, number: int, day: Day) -> list[Observation]:
        """The newest value on each indicator of a unit."""
        return self._select(queries.NEWEST_OF_UNIT, day, unit=number)

    def stated(self, number: int, day: Day) -> list[Observation]:
        """The changes and excesses stated for a unit that no revision replaced."""
        return self._select(queries.STATED_OF_UNIT, day, unit=number)

    def on_indicator(
        self, indicator_id: str, kind: str, parent: int | None, day: Day
    ) -> list[Observation]:
        """The newest value of every unit of a kind on an indicator.

        ``parent`` narrows to the units directly below one.
        """
        indicator = self._catalogue.number_of(indicator_id)
        if indicator is None:
            return []
        if parent is None:
            return self._select(queries.NEWEST_OF_KIND, day, indicator=indicator, kind=kind)
        return self._select(
            queries.NEWEST_BELOW, day, indicator=indicator, kind=kind, parent=parent
        )

    def of_pair(
        self, number: int, indicator_id: str, day: Day
    ) -> tuple[list[Observation], list[Observation]]:
        """Every figure of a unit on an indicator, newest first: those that hold, those revised."""
        indicator = self._catalogue.number_of(indicator_id)
        if indicator is None:
            return [], []
        parameters = day.parameters | {"unit": number, "indicator": indicator}
        hold: list[Observation] = []
        revised: list[Observation] = []
        for row in self._connection.execute(queries.PAIR, parameters).fetchall():
            (revised if row[-1] else hold).append(self._observation(row))
        return hold, revised

    def revisions_of_pair(
        self, number: int, indicator_id: str, known_on: date
    ) -> dict[str, Observation]:
        """By the id of a unit's figure on an indicator: the one that replaced it by then."""
        indicator = self._catalogue.number_of(indicator_id)
        return self._revisions(
            queries.REVISIONS_OF_PAIR, known_on, unit=number, indicator=indicator
        )

    def revisions_of(
        self, observations: Iterable[Observation], known_on: date
    ) -> dict[str, Observation]:
        """By the id of one of ``observations``: the one that replaced it by then."""
        found: dict[str, Observation] = {}
        for observation in observations:
            found |= self._revisions(queries.REVISIONS_OF, known_on, key=observation.id)
        return found

    def _revisions(
        self, query: str, known_on: date, **parameters: str | int | None
    ) -> dict[str, Observation]:
        found = self._select(query, Day.at(known_on), **parameters)
        return {str(revision.revises): revision for revision in found}

    def answering(
        self,
        target: Target,
        number: int,
        day: Day,
        newest: Mapping[str, Observation],
    ) -> list[Observation]:
        """The values a target may be judged by: on its indicator and on the opposite counts.

        For each the newest one within the term and, beside it, the newest of all. ``newest`` are
        the unit's newest values by indicator.
        """
        indicators = self._catalogue.indicators
        if target.indicator is None or target.indicator not in indicators:
            return []
        found = {}
        for indicator in (
            indicators[target.indicator],
            *self._catalogue.opposites(target.indicator),
        ):
            of_all = newest.get(indicator.id)
            if of_all is None:  # nothing known by then, so nothing within the term either
                continue
            found[of_all.id] = of_all
            opposite = indicator.id != target.indicator
            terms = {day.as_of, min(target.due or day.as_of, day.as_of)}
            for end in terms:
                if of_all.end <= end and not opposite:
                    continue
                for observation in self._in_term(indicator.id, number, end, day, opposite):
                    found[observation.id] = observation
        return list(found.values())

    def newest_of_pair(self, number: int, indicator_id: str, day: Day) -> list[Observation]:
        """The newest value of a unit on an indicator, if it has one."""
        indicator = self._catalogue.number_of(indicator_id)
        if indicator is None:
            return []
        return self._select(queries.NEWEST_OF_PAIR, day, unit=number, indicator=indicator)

    def of_source(
        self, source_id: str, known_on: date, unit: int | None, most: int | None = None
    ) -> list[Observation]:
        """The figures that a source supports, of one unit if given, revised ones included.

        All of them, or the first ``most``.
        """
        query = queries.OBSERVATIONS_OF_SOURCE
        parameters: dict[str, str | int | None] = {
            "source": source_id,
            "known_on": known_on.isoformat(),
            "most": -1 if most is None else most,
        }
        if unit is not None:
            query = queries.OBSERVATIONS_OF_SOURCE_AND_UNIT
            parameters["unit"] = unit
        found = self._connection.execute(query, parameters).fetchall()
        return [self._observation(row) for row in found]

    def count_of_source(self, source_id: str, known_on: date) -> int:
        """How many figures a source supports."""
        parameters = {"source": source_id, "known_on": known_on.isoformat()}
        return int(self._connection.execute(queries.COUNT_OF_SOURCE, parameters).fetchone()[0])

    def read(self, found: Iterable[rows.SqlRow]) -> list[Observation]:
        """The figures of rows as ``query_parts.OBSERVATION`` tells them."""
        numbered, named = self._units.numbered, self._catalogue.indicator_numbered
        made = figure_rows.observation
        return [made(row, numbered(row[1]).key, named(row[2]).id) for row in found]

    def observation(self, key: str) -> Observation | None:
        """One figure by its id, or ``None``."""
        row = self._connection.execute(queries.OBSERVATION_BY_KEY, {"key": key}).fetchone()
        return None if row is None else self._observation(row)

    def _in_term(
        self, indicator_id: str, number: int, end: date, day: Day, counted: bool
    ) -> list[Observation]:
        query = queries.NEWEST_COUNT_IN_TERM if counted else queries.NEWEST_IN_TERM
        indicator = self._catalogue.number_of(indicator_id)
        return self._select(query, day, unit=number, indicator=indicator, due=end.isoformat())

    def _select(self, query: str, day: Day, **parameters: str | int | None) -> list[Observation]:
        found = self._connection.execute(query, day.parameters | parameters).fetchall()
        return self.read(found)

    def _observation(self, row: rows.SqlRow) -> Observation:
        unit: UnitKey = self._units.numbered(row[1]).key
        return figure_rows.observation(row, unit, self._catalogue.indicator_numbered(row[2]).id)
