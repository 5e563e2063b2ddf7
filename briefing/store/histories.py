"""Of which periods units have figures, and whole figures of those periods only that are shown."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from briefing.domain.aligning import Edition
from briefing.domain.figures import recency
from briefing.domain.model import Observation
from briefing.store import standing_queries as queries
from briefing.store.catalogue import Catalogue
from briefing.store.figures import Day, Figures
from briefing.store.texts import sure_day

ALL = -1
"""However many there are."""


class Held(NamedTuple):
    """That a unit, by its number, has a figure of a period; ``row`` is where it lies."""

    row: int
    unit: int
    indicator: str
    start: date
    end: date

    @property
    def edition(self) -> Edition:
        """The indicator and the period."""
        return (self.indicator, self.start, self.end)


class Histories:
    """The periods of which one database has figures."""

    def __init__(
        self, connection: sqlite3.Connection, catalogue: Catalogue, figures: Figures
    ) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self._figures = figures

    def held(
        self, units: Sequence[int], indicators: Iterable[str], day: Day, most: int = ALL
    ) -> list[Held]:
        """The newest values, at most ``most`` of each unit on each indicator, the newest first."""
        numbers = [self._catalogue.number_of(name) for name in indicators]
        named = self._catalogue.indicator_numbered
        asked = {"units": json.dumps(units), "indicators": json.dumps(numbers), "most": most}
        found = self._connection.execute(queries.HELD_OF_PAIRS, day.parameters | asked)
        return [
            Held(row, unit, named(number).id, sure_day(start), sure_day(end))
            for unit, number, listed in found.fetchall()
            for row, start, end in json.loads(listed)
        ]

    def figures(self, held: Iterable[Held]) -> list[Observation]:
        """What they say, the newest first."""
        asked = {"numbers": json.dumps([one.row for one in held])}
        found = self._connection.execute(queries.FIGURES_NUMBERED, asked).fetchall()
        return sorted(self._figures.read(found), key=recency, reverse=True)
