"""All units' figures on one indicator in one period, and which units could have one."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date

from briefing.domain.editions import SAID_AS, Column, Edition, Figure, Figures, Period
from briefing.domain.model import Indicator, Qualifier, Unit, UnitKey, UnitKind
from briefing.domain.ranked import ToCome
from briefing.domain.universe import Universe
from briefing.domain.value import replaced
from briefing.store import standing_queries as queries
from briefing.store.catalogue import Catalogue, File
from briefing.store.errors import UnknownFactError
from briefing.store.figures import Day
from briefing.store.rows import SqlRow
from briefing.store.texts import number, stored, sure_day
from briefing.store.unit_lists import UnitList, UnitLists, by_name
from briefing.store.units import Units

_SAID_AS = {qualifier.value: number for qualifier, number in SAID_AS.items()}


class Editions:
    """Editions of one database."""

    def __init__(self, connection: sqlite3.Connection, catalogue: Catalogue, units: Units) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self._units = units
        self._lists = UnitLists(connection, catalogue, units)
        self._known_periods: dict[tuple[File | None, str, Day], frozenset[Period]] = {}

    def edition(
        self,
        indicator_id: str,
        day: Day,
        kind: UnitKind,
        parent: UnitKey | None = None,
        end: date | None = None,
        start: date | None = None,
        period: Period | None = None,
    ) -> Edition:
        """The edition of ``period``, or one that ended on ``end``, else the newest one known.

        Of the units of a kind, below ``parent`` if given. Raises ``UnknownFactError`` for an
        unknown indicator.
        """
        indicator = self._catalogue.indicators.get(indicator_id)
        if indicator is None:
            raise UnknownFactError(indicator_id)
        ranking = self.ranking_of(indicator)
        above = None if parent is None else self._units.number_of(parent)
        periods = self._periods(indicator, ranking, day)
        if period is None:
            period = next((each for each in periods if end is None or each.end == end), None)
        values = self._figures(indicator, period, day, kind, above)
        ranks = self._figures(ranking, period, day, kind, above)
        published = {sure_day(one) for one in values.days | ranks.days}
        listed, at = self._universe(kind, above, (values, ranks), period, published, day)
        return Edition(
            indicator=indicator,
            rank=ranking,
            period=period,
            periods=periods,
            units=listed.units,
            values=values.of(listed, at),
            ranks=ranks.of(listed, at),
            published_on=max(published, default=None),
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

    def to_come(self, edition: Edition, kind: UnitKind, parent: Unit | None) -> tuple[ToCome, ...]:
        """Communes that are not among an edition's units because they are known only later."""
        day = edition.as_of if edition.period is None else edition.period.end
        return self._lists.to_come(kind, parent, day)

    def has_any(
        self, indicator: Indicator, period: Period, day: Day, kind: UnitKind, above: UnitKey | None
    ) -> bool:
        """Whether a unit of a kind, below one if given, had a value or a rank in a period."""
        asked = {
            "start": period.start.isoformat(),
            "end": period.end.isoformat(),
            "known_on": day.known_on.isoformat(),
            "kind": kind.value,
            "parent": None if above is None else self._units.number_of(above),
        }
        numbers = (
            self._catalogue.number_of(one.id)
            for one in (indicator, self.ranking_of(indicator))
            if one is not None
        )
        return any(
            self._connection.execute(queries.ANY_OF_KIND, asked | {"indicator": number}).fetchone()
            for number in numbers
        )

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

    def units(self, kind: UnitKind, on: date) -> Sequence[Unit]:
        """The units of a kind on a day, in Vietnamese order."""
        return self._lists.valid_on(kind, None, on).units

    def above(self, edition: Edition) -> Mapping[UnitKey, Unit]:
        """The units above those of an edition, by key."""
        return self._lists.above(edition.units)

    def none_of(
        self, edition: Edition, kind: UnitKind, parent: UnitKey | None, day: Day
    ) -> Edition:
        """An edition without figures: of no period, with the units that there are on the day."""
        above = None if parent is None else self._units.number_of(parent)
        units = self._lists.valid_on(kind, above, day.as_of).units
        return replaced(edition, period=None, periods=(), units=units)

    def universe(self, kind: UnitKind, on: date) -> int:
        """How many units of a kind there are on a day."""
        asked = {"kind": kind.value, "day": on.isoformat()}
        return int(self._connection.execute(queries.HOW_MANY_TO_RANK, asked).fetchone()[0])

    def _periods(
        self, indicator: Indicator, ranking: Indicator | None, day: Day
    ) -> tuple[Period, ...]:
        found: set[Period] = set()
        for each in (indicator, ranking):
            if each is not None:
                found |= self._periods_of(each, day)
        return tuple(sorted(found, key=lambda period: (period.end, period.start), reverse=True))

    def _periods_of(self, indicator: Indicator, day: Day) -> frozenset[Period]:
        """The periods of one indicator, read once while nobody writes."""
        asked = (self._catalogue.file, indicator.id, day)
        found = self._known_periods.get(asked)
        if found is None or asked[0] is None:
            bound = day.parameters | {"indicator": self._catalogue.number_of(indicator.id)}
            rows = self._connection.execute(queries.PERIODS, bound)
            found = frozenset(Period(sure_day(start), sure_day(end)) for start, end in rows)
            self._known_periods[asked] = found
        return found

    def _figures(
        self,
        indicator: Indicator | None,
        period: Period | None,
        day: Day,
        kind: UnitKind,
        above: int | None,
    ) -> _Read:
        """The figures of all units that have one, the one that holds last, and the days of all."""
        found = _Read()
        if indicator is None or period is None:
            return found
        asked = {
            "indicator": self._catalogue.number_of(indicator.id),
            "start": period.start.isoformat(),
            "end": period.end.isoformat(),
            "known_on": day.known_on.isoformat(),
            "kind": kind.value,
            "parent": above,
        }
        if kind is not UnitKind.COMMUNE or above is not None:
            rows = self._connection.execute(queries.EDITION_OF_FEW, asked)
            others: Set[int] = frozenset()
        else:
            others = self._lists.others(kind)
            rows = self._connection.execute(queries.EDITION_OF_MANY, asked)
        found.take(rows, others)
        return found

    def _universe(
        self,
        kind: UnitKind,
        above: int | None,
        having: tuple[Column, ...],
        period: Period | None,
        days: Set[date],
        day: Day,
    ) -> tuple[UnitList, Mapping[int, int]]:
        """Who could be ranked, in the order of names, and where the unit of each number stands.

        The units of the period's end. Where one that is ranked did not exist then (DTI 2024 of
        units merged in 2025), those of the first day of publication; one that did not exist then
        either is among them all the same.
        """
        listed = self._lists.valid_on(kind, above, day.as_of if period is None else period.end)
        at = listed.positions()
        if not _strange(having, at):
            return listed, at
        listed = self._lists.valid_on(kind, above, min(days, default=day.as_of))
        at = listed.positions()
        strange = _strange(having, at)
        if not strange:
            return listed, at
        both = [*zip(listed.units, listed.numbers, strict=True)]
        both += [(self._units.numbered(one), one) for one in strange]
        both.sort(key=lambda one: by_name(one[0]))
        numbers = array("q", [number for _, number in both])
        listed = UnitList(numbers, Universe(tuple(unit for unit, _ in both)), listed.above)
        return listed, listed.positions()


def _strange(having: Iterable[Column], at: Mapping[int, int]) -> set[int]:
    """The numbers of units that have figures and no position."""
    return {one for column in having for one in column.units if one not in at}


class _Read(Column):
    """Figures as they are read, by the number of a unit, and the days on which they were told."""

    __slots__ = ("days",)

    def __init__(self) -> None:
        super().__init__()
        self.days: set[str] = set()

    @stored
    def take(self, rows: Iterable[SqlRow], others: Set[int]) -> None:
        """Takes the rows of all units but ``others``; none is kept beside what is made of it."""
        told, end = self.days.add, self.text.tell()
        to_units, to_numbers, to_said = self.units.append, self.numbers.append, self.said.append
        write, to_ends = self.text.write, self.ends.append
        for unit, found, observation, qualifier, day in rows:  # thousands: no call too many
            if unit not in others:
                to_units(unit)
                to_numbers(number(found))
                to_said(_SAID_AS.get(qualifier) or SAID_AS[Qualifier(qualifier)])
                write(observation)
                end += len(observation)
                to_ends(end)
                told(day)

    def of(self, listed: UnitList, at: Mapping[int, int]) -> Figures:
        """Them as figures of the units listed; ``at`` says where the unit of a number stands."""
        return Figures(listed.units, self, map(at.__getitem__, self.units))


@stored
def _figure(row: SqlRow) -> Figure:
    return Figure(number(row[1]), row[2], Qualifier(row[3]))
