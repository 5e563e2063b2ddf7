"""What was published of one unit in the results of a period, and of those ranked with it.

Units are read one by one as they are named: all of a kind would cost more than all their figures.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from functools import cached_property

from briefing.domain.editions import Figure, Period
from briefing.domain.frameworks import Framework
from briefing.domain.model import Indicator, Observation, Qualifier, Unit, UnitKind
from briefing.domain.placing import Standing, standing_among
from briefing.domain.profile import Moment
from briefing.store import standing_queries as queries
from briefing.store.catalogue import Catalogue
from briefing.store.editions import Editions
from briefing.store.figures import Day, Figures
from briefing.store.ranked import MEAN
from briefing.store.rows import SqlRow
from briefing.store.units import Units


class Results:
    """Results as known on a day: of ``unit``, of ``peer`` beside it, and of all of its kind."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        catalogue: Catalogue,
        units: Units,
        day: Day,
        unit: Unit,
        peer: Unit | None,
    ) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self._units = units
        self._day = day
        self._kind = unit.kind
        self._editions = Editions(connection, catalogue, units)
        self._figures = Figures(connection, catalogue, units)
        self.own = units.number_of(unit.key)
        self.beside = None if peer is None else units.number_of(peer.key)
        self._among: dict[tuple[str, Period], frozenset[int]] = {}

    def periods(self, indicator: str) -> tuple[Period, ...]:
        """The periods of which a value or a rank was known, newest first."""
        return self._editions.periods(indicator, self._day)

    def is_scored(self, framework: Framework) -> bool:
        """Whether the unit was given points by a framework."""
        if framework.kind is not self._kind:
            return False
        asked = self._day.parameters | {"unit": self.own, "framework": framework.id}
        return self._connection.execute(queries.ASSESSMENTS_OF_UNIT, asked).fetchone() is not None

    def standing(self, indicator_id: str | None, moment: Moment) -> Standing | None:
        """The unit's standing on an indicator in a period; ``None`` for an unknown indicator."""
        indicator = self._catalogue.indicators.get(indicator_id or "")
        if indicator is None:
            return None
        values = self._rows(indicator, moment.period)
        ranking = self._editions.ranking_of(indicator)
        ranks = self._rows(ranking, moment.period)
        return standing_among(
            indicator,
            {number: row[1] for number, row in values.items()},
            own=self.own,
            figure=_figure(values, self.own),
            rank=_figure(ranks, self.own),
            peer=_figure(values, self.beside),
            peer_rank=_figure(ranks, self.beside),
            ranks={number: round(row[1]) for number, row in ranks.items()},
            universe=(ranking or indicator).universe or len(self.universe(moment)),
            named=self._units.numbered,
        )

    def _rows(self, indicator: Indicator | None, period: Period) -> dict[int, SqlRow]:
        """By the number of each unit of the kind its row, the one published last."""
        if indicator is None:
            return {}
        asked = self._asked(indicator, period) | {"kind": self._kind.value, "parent": None}
        if self._kind is not UnitKind.COMMUNE:
            rows = self._connection.execute(queries.EDITION_OF_FEW, asked)
            return {row[0]: row for row in rows}
        many = self._connection.execute(queries.EDITION_OF_MANY, asked)
        return {row[0]: row for row in many if row[0] in self._of_kind}

    @cached_property
    def _of_kind(self) -> frozenset[int]:
        """The numbers of the units of the kind, whenever they were."""
        asked = {"kind": self._kind.value}
        return frozenset(row[0] for row in self._connection.execute(queries.NUMBERS_OF_KIND, asked))

    def _asked(self, indicator: Indicator, period: Period) -> dict[str, str | int | None]:
        return {
            "indicator": self._catalogue.number_of(indicator.id),
            "start": period.start.isoformat(),
            "end": period.end.isoformat(),
            "known_on": self._day.known_on.isoformat(),
        }

    def universe(self, moment: Moment) -> frozenset[int]:
        """The numbers of the units that could be ranked in a period, as ``Editions`` has them.

        Those of the last day of the period, or, where one that is ranked did not exist then, of
        the first day of publication.
        """
        asked = (moment.framework.id, moment.period)
        if asked not in self._among:
            indicator = self._catalogue.indicators.get(moment.framework.indicator or "")
            ranking = None if indicator is None else self._editions.ranking_of(indicator)
            rows = [
                *self._rows(indicator, moment.period).values(),
                *self._rows(ranking, moment.period).values(),
            ]
            ranked = {row[0] for row in rows}
            found = self._valid_on(moment.period.end.isoformat())
            if not ranked <= found:
                found = self._valid_on(min(row[4] for row in rows))
            self._among[asked] = frozenset(found | ranked)
        return self._among[asked]

    def _valid_on(self, day: str) -> set[int]:
        asked = {"kind": self._kind.value, "day": day}
        return {row[0] for row in self._connection.execute(queries.NUMBERS_TO_RANK, asked)}

    def tells(self, wanted: Iterable[str | None], period: Period) -> bool:
        """Whether anything was known of the unit on any of these indicators in a period."""
        known = self._catalogue.indicators
        for indicator in (known[one] for one in wanted if one is not None and one in known):
            asked = self._asked(indicator, period) | {"unit": self.own}
            if self._connection.execute(queries.FIGURE_OF_PERIOD, asked).fetchone() is not None:
                return True
        return False

    def national_mean(self, framework: Framework, period: Period) -> float | None:
        """The mean of all units as published for the country, by ``<indicator>_trung_binh``."""
        indicator = self._catalogue.indicators.get(f"{framework.indicator}{MEAN}")
        if indicator is None:
            return None
        asked = self._asked(indicator, period) | {"kind": UnitKind.COUNTRY.value, "parent": None}
        row = self._connection.execute(queries.EDITION_OF_FEW, asked).fetchone()
        return None if row is None else float(row[1])

    def cited(self, standings: Iterable[Standing | None]) -> dict[str, Observation]:
        """The observations behind the unit's own values and ranks, by id."""
        found = {}
        for standing in standings:
            for figure in (standing.figure, standing.rank) if standing is not None else ():
                if figure is None:
                    continue
                observation = self._figures.observation(figure.observation)
                if observation is not None:
                    found[figure.observation] = observation
        return found


def _figure(found: Mapping[int, SqlRow], number: int | None) -> Figure | None:
    row = None if number is None else found.get(number)
    return None if row is None else Figure(float(row[1]), row[2], Qualifier(row[3]))
