"""Where one unit stands: a framework's total, pillars and main indexes in one period.

Units are read one by one as they are named: all of a kind would cost more than all their figures.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property

from briefing.domain.addressing import tasks_on_total
from briefing.domain.frameworks import Framework
from briefing.domain.model import Indicator, Observation, Qualifier, Unit, UnitKind
from briefing.domain.profile import (
    Moment,
    Profile,
    Standing,
    index_standings,
    rolled_from,
    standing_among,
)
from briefing.domain.ranking import Figure, Period
from briefing.domain.standing import Briefing
from briefing.store import standing_queries as queries
from briefing.store.catalogue import Catalogue
from briefing.store.editions import Editions
from briefing.store.figures import Day, Figures
from briefing.store.ranked import MEAN
from briefing.store.rows import SqlRow
from briefing.store.units import Units


class Profiles:
    """The profiles of one unit of one database, on the days of its briefing."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        catalogue: Catalogue,
        units: Units,
        briefing: Briefing,
        peer: Unit | None,
    ) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self._units = units
        self._briefing = briefing
        self._peer = peer
        self._kind = briefing.unit.kind
        self._day = Day(briefing.as_of, briefing.known_on)
        self._editions = Editions(connection, catalogue, units)
        self._figures = Figures(connection, catalogue, units)
        self._own = units.number_of(briefing.unit.key)
        self._beside = None if peer is None else units.number_of(peer.key)
        self._among: dict[tuple[str, Period], frozenset[int]] = {}

    def profile(self, frameworks: Iterable[Framework], end: date | None) -> Profile:
        """The profile in the period that ended on ``end``.

        Without ``end`` in the newest period whose results tell of the unit.
        """
        frameworks = tuple(frameworks)
        moments = self._moments(frameworks)
        now = self._chosen(moments, end)
        scored = tuple(one for one in frameworks if self._is_scored(one))
        if now is None:
            return Profile(briefing=self._briefing, peer=self._peer, moments=moments, scored=scored)
        return replace(self._told(now, moments), scored=scored)

    def _is_scored(self, framework: Framework) -> bool:
        """Whether the unit was given points by a framework."""
        if framework.kind is not self._kind:
            return False
        asked = self._day.parameters | {"unit": self._own, "framework": framework.id}
        return self._connection.execute(queries.ASSESSMENTS_OF_UNIT, asked).fetchone() is not None

    def _moments(self, frameworks: Iterable[Framework]) -> tuple[Moment, ...]:
        """The periods of every framework for units of this kind, newest first."""
        found = [
            Moment(framework=framework, period=period)
            for framework in frameworks
            if framework.kind is self._kind and framework.indicator is not None
            for period in self._editions.periods(framework.indicator, self._day)
        ]
        return tuple(sorted(found, key=lambda one: one.period.end, reverse=True))

    def _chosen(self, moments: tuple[Moment, ...], end: date | None) -> Moment | None:
        """The period asked for, else the newest that tells of the unit.

        Else the newest in which it was assessed, else the newest.
        """
        if end is not None:
            return next((one for one in moments if one.period.end == end), None)
        telling = (one for one in moments if self._is_told(one))
        among = (one for one in moments if self._own in self._universe(one))
        return next(telling, None) or next(among, moments[0] if moments else None)

    def _is_told(self, moment: Moment) -> bool:
        """Whether the unit's total or its rank was published."""
        framework = moment.framework
        return self._tells((framework.indicator, framework.rank), moment.period)

    def _told(self, now: Moment, moments: tuple[Moment, ...]) -> Profile:
        framework, period = now.framework, now.period
        total = self._standing(framework.indicator, now)
        pillars = [self._standing(pillar, now) for pillar in framework.pillars]
        standings = {part.id: self._standing(part.indicator, now) for part in framework.parts}
        known = {part: standing for part, standing in standings.items() if standing is not None}
        indexes = index_standings(framework, known, self._briefing)
        earlier = next((one for one in moments if one.period.end < period.end), None)
        told_at, told_ranks = self._told_at(now, moments, known.values())
        alike = earlier is not None and self._are_alike(earlier, now)
        return Profile(
            briefing=self._briefing,
            peer=self._peer,
            now=now,
            moments=moments,
            in_universe=self._own in self._universe(now),
            total=total,
            national_mean=self._national_mean(framework, period),
            pillars=tuple(pillar for pillar in pillars if pillar is not None),
            indexes=indexes,
            rolled=rolled_from(framework, indexes),
            before=self._standing(framework.indicator, earlier) if earlier and alike else None,
            earlier=earlier,
            is_alike=alike,
            untold=self._untold(now, moments),
            told_at=told_at,
            told_ranks=told_ranks,
            general=tasks_on_total(framework, self._briefing),
            cited=self._cited((total, *pillars, *known.values())),
        )

    def _standing(self, indicator_id: str | None, moment: Moment) -> Standing | None:
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
            own=self._own,
            figure=_figure(values, self._own),
            rank=_figure(ranks, self._own),
            peer=_figure(values, self._beside),
            peer_rank=_figure(ranks, self._beside),
            ranks={number: round(row[1]) for number, row in ranks.items()},
            universe=(ranking or indicator).universe or len(self._universe(moment)),
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

    def _universe(self, moment: Moment) -> frozenset[int]:
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
        asked = {"kind": self._kind.value, "day": day, "parent": None}
        return {row[0] for row in self._connection.execute(queries.UNITS_TO_RANK, asked)}

    def _are_alike(self, one: Moment, other: Moment) -> bool:
        """Whether two periods can be set against each other: one framework, one universe."""
        same = one.framework.id == other.framework.id
        return same and self._universe(one) == self._universe(other)

    def _untold(self, now: Moment, moments: Iterable[Moment]) -> Moment | None:
        """The newest later period in which the unit was assessed and nothing of it published."""
        later = (one for one in moments if one.period.end > now.period.end)
        among = (one for one in later if self._own in self._universe(one))
        found = next(among, None)
        return None if found is None or self._is_told(found) else found

    def _told_at(
        self, now: Moment, moments: Iterable[Moment], known: Iterable[Standing]
    ) -> tuple[Moment | None, bool]:
        """The newest other period that tells more of the main indexes, and whether only ranks."""
        known = list(known)
        if any(one.figure for one in known):
            return None, False
        others = [one for one in moments if one != now]
        for ranks in (False, True) if not any(one.rank for one in known) else (False,):
            for moment in others:
                parts = moment.framework.parts
                wanted = [part.rank if ranks else part.indicator for part in parts]
                if self._tells(wanted, moment.period):
                    return moment, ranks
        return None, False

    def _tells(self, wanted: Iterable[str | None], period: Period) -> bool:
        """Whether anything was known of the unit on any of these indicators in a period."""
        known = self._catalogue.indicators
        for indicator in (known[one] for one in wanted if one is not None and one in known):
            asked = self._asked(indicator, period) | {"unit": self._own}
            if self._connection.execute(queries.FIGURE_OF_PERIOD, asked).fetchone() is not None:
                return True
        return False

    def _national_mean(self, framework: Framework, period: Period) -> float | None:
        """The mean of all units as published for the country, by ``<indicator>_trung_binh``."""
        indicator = self._catalogue.indicators.get(f"{framework.indicator}{MEAN}")
        if indicator is None:
            return None
        asked = self._asked(indicator, period) | {"kind": UnitKind.COUNTRY.value, "parent": None}
        row = self._connection.execute(queries.EDITION_OF_FEW, asked).fetchone()
        return None if row is None else float(row[1])

    def _cited(self, standings: Iterable[Standing | None]) -> dict[str, Observation]:
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
