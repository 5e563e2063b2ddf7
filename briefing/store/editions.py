"""All units' figures on one indicator in one period, and which units could have one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date

from briefing.domain.model import Indicator, Qualifier, Unit, UnitKey, UnitKind
from briefing.domain.ranking import Edition, Figure, Period
from briefing.domain.spelling import sort_key
from briefing.store import standing_queries as queries
from briefing.store.catalogue import Catalogue
from briefing.store.errors import UnknownFactError
from briefing.store.figures import Day
from briefing.store.rows import SqlRow
from briefing.store.texts import number, sure_day
from briefing.store.units import Units

_QUALIFIERS = {qualifier.value: qualifier for qualifier in Qualifier}


class Editions:
    """Editions of one database."""

    def __init__(self, connection: sqlite3.Connection, catalogue: Catalogue, units: Units) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self._units = units

    def edition(
        self,
        indicator_id: str,
        day: Day,
        kind: UnitKind,
        parent: UnitKey | None = None,
        end: date | None = None,
    ) -> Edition:
        """The edition of a period that ended on ``end``, else the newest one known by the day.

        Of the units of a kind, below ``parent`` if given. Raises ``UnknownFactError`` for an
        unknown indicator.
        """
        indicator = self._catalogue.indicators.get(indicator_id)
        if indicator is None:
            raise UnknownFactError(indicator_id)
        ranking = self.ranking_of(indicator)
        above = None if parent is None else self._units.number_of(parent)
        periods = self._periods(indicator, ranking, day)
        period = next((each for each in periods if end is None or each.end == end), None)
        values, days = self._figures(indicator, period, day, kind, above)
        ranks, rank_days = self._figures(ranking, period, day, kind, above)
        numbers = {*values, *ranks}
        units = self._universe(kind, above, numbers, period, (*days, *rank_days), day)
        return Edition(
            indicator=indicator,
            rank=ranking,
            period=period,
            periods=periods,
            units=units,
            values={self._units.numbered(one).key: found for one, found in values.items()},
            ranks={self._units.numbered(one).key: found for one, found in ranks.items()},
            published_on=max((*days, *rank_days), default=None),
            as_of=day.as_of,
            known_on=day.known_on,
        )

    def ranking_of(self, indicator: Indicator) -> Indicator | None:
        """The indicator that ranks this one; ``None`` where none does."""
        ranks = (each for each in self._catalogue.indicators.values() if each.rank_of is not None)
        return next((each for each in ranks if each.rank_of == indicator.id), None)

    def periods(self, indicator_id: str, day: Day) -> tuple[Period, ...]:
        """The periods of which a value or a rank was known by the day, newest first.

        Raises ``UnknownFactError`` for an unknown indicator.
        """
        indicator = self._catalogue.indicators.get(indicator_id)
        if indicator is None:
            raise UnknownFactError(indicator_id)
        return self._periods(indicator, self.ranking_of(indicator), day)

    def figure(
        self, indicator: Indicator, unit: UnitKey, period: Period, known_on: date
    ) -> Figure | None:
        """What was known of one unit on an indicator in one period; ``None`` without a value."""
        number = self._units.number_of(unit)
        asked = {
            "unit": number,
            "indicator": self._catalogue.number_of(indicator.id),
            "start": period.start.isoformat(),
            "end": period.end.isoformat(),
            "known_on": known_on.isoformat(),
        }
        row = self._connection.execute(queries.FIGURE_OF_PERIOD, asked).fetchone()
        return None if row is None else _figure(row)

    def universe(self, kind: UnitKind, on: date) -> int:
        """How many units of a kind there are on a day."""
        asked = {"kind": kind.value, "day": on.isoformat(), "parent": None}
        return len(self._connection.execute(queries.UNITS_TO_RANK, asked).fetchall())

    def _periods(
        self, indicator: Indicator, ranking: Indicator | None, day: Day
    ) -> tuple[Period, ...]:
        found: set[Period] = set()
        for each in (indicator, ranking):
            if each is not None:
                asked = day.parameters | {"indicator": self._catalogue.number_of(each.id)}
                rows = self._connection.execute(queries.PERIODS, asked)
                found |= {Period(sure_day(start), sure_day(end)) for start, end in rows}
        return tuple(sorted(found, key=lambda period: (period.end, period.start), reverse=True))

    def _figures(
        self,
        indicator: Indicator | None,
        period: Period | None,
        day: Day,
        kind: UnitKind,
        above: int | None,
    ) -> tuple[dict[int, Figure], list[date]]:
        """By the number of a unit its figure, what became known last; and the days of all."""
        if indicator is None or period is None:
            return {}, []
        asked = {
            "indicator": self._catalogue.number_of(indicator.id),
            "start": period.start.isoformat(),
            "end": period.end.isoformat(),
            "known_on": day.known_on.isoformat(),
            "kind": kind.value,
            "parent": above,
        }
        rows = self._connection.execute(queries.EDITION, asked).fetchall()
        days = {row[4] for row in rows}
        return {row[0]: _figure(row) for row in rows}, [sure_day(text) for text in days]

    def _universe(
        self,
        kind: UnitKind,
        above: int | None,
        having: Iterable[int],
        period: Period | None,
        days: Iterable[date],
        day: Day,
    ) -> tuple[Unit, ...]:
        """Who could be ranked: the units of the end of the period, or, where one that is ranked
        did not exist then (DTI 2024 of units merged in 2025), of the first day of publication.
        """
        self._units.read_together(kind, above)
        ranked = [self._units.numbered(one) for one in having]
        on = day.as_of if period is None else period.end
        if any(not unit.is_valid_on(on) for unit in ranked):
            on = min(days, default=on)
        asked = {"kind": kind.value, "day": on.isoformat(), "parent": above}
        numbers = {row[0] for row in self._connection.execute(queries.UNITS_TO_RANK, asked)}
        found = {self._units.numbered(one) for one in numbers} | set(ranked)
        return tuple(sorted(found, key=_by_name))


def _by_name(unit: Unit) -> tuple[str, str]:
    return sort_key(unit.name), unit.code


def _figure(row: SqlRow) -> Figure:
    qualifier = _QUALIFIERS.get(row[3]) or Qualifier(row[3])
    return Figure(number(row[1]), row[2], qualifier)
