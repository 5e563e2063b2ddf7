"""Where one unit stands: which period tells of it, what the period before says, and whether the
two may be set against each other.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from briefing.domain.addressing import tasks_on_total
from briefing.domain.frameworks import Framework
from briefing.domain.index_standings import index_standings, rolled_from
from briefing.domain.model import Unit
from briefing.domain.placing import Standing
from briefing.domain.profile import Former, Moment, Profile
from briefing.domain.standing import Briefing
from briefing.store.catalogue import Catalogue
from briefing.store.figures import Day
from briefing.store.results import Results
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
        self._briefing = briefing
        self._peer = peer
        self._kind = briefing.unit.kind
        day = Day(briefing.as_of, briefing.known_on)

        def results_of(unit: Unit, beside: Unit | None = None) -> Results:
            return Results(connection, catalogue, units, day, unit, beside)

        self._results_of = results_of
        self._results = results_of(briefing.unit, peer)

    def profile(self, frameworks: Iterable[Framework], end: date | None) -> Profile:
        """The profile in the period that ended on ``end``.

        Without ``end`` in the newest period whose results tell of the unit.
        """
        frameworks = tuple(frameworks)
        moments = self._moments(frameworks)
        now = self._chosen(moments, end)
        scored = tuple(one for one in frameworks if self._results.is_scored(one))
        if now is None:
            return Profile(briefing=self._briefing, peer=self._peer, moments=moments, scored=scored)
        return replace(self._told(now, moments), scored=scored)

    def _moments(self, frameworks: Iterable[Framework]) -> tuple[Moment, ...]:
        """The periods of every framework for units of this kind, newest first."""
        found = [
            Moment(framework=framework, period=period)
            for framework in frameworks
            if framework.kind is self._kind and framework.indicator is not None
            for period in self._results.periods(framework.indicator)
        ]
        return tuple(sorted(found, key=lambda one: one.period.end, reverse=True))

    def _chosen(self, moments: tuple[Moment, ...], end: date | None) -> Moment | None:
        """The period asked for, else the newest that tells of the unit.

        Else the newest in which it was assessed, else the newest.
        """
        if end is not None:
            return next((one for one in moments if one.period.end == end), None)
        telling = (one for one in moments if self._is_told(one))
        among = (one for one in moments if self._results.own in self._results.universe(one))
        return next(telling, None) or next(among, moments[0] if moments else None)

    def _is_told(self, moment: Moment) -> bool:
        """Whether the unit's total or its rank was published."""
        framework = moment.framework
        return self._results.tells((framework.indicator, framework.rank), moment.period)

    def _told(self, now: Moment, moments: tuple[Moment, ...]) -> Profile:
        framework, period = now.framework, now.period
        total = self._results.standing(framework.indicator, now)
        pillars = [self._results.standing(pillar, now) for pillar in framework.pillars]
        known = {
            part.id: standing
            for part in framework.parts
            if (standing := self._results.standing(part.indicator, now)) is not None
        }
        indexes = index_standings(framework, known, self._briefing)
        earlier = next((one for one in moments if one.period.end < period.end), None)
        told_at, told_ranks = self._told_at(now, moments, known.values())
        alike = earlier is not None and self._are_alike(earlier, now)
        before = None
        if earlier is not None and alike:
            before = self._results.standing(framework.indicator, earlier)
        former = self._former(now)
        cited = self._results.cited((total, *pillars, *known.values()))
        if former is not None:
            cited |= self._results.cited((former.total, *former.indexes.values()))
        return Profile(
            briefing=self._briefing,
            peer=self._peer,
            now=now,
            moments=moments,
            in_universe=self._results.own in self._results.universe(now),
            peer_in_universe=self._results.beside in self._results.universe(now),
            former=former,
            total=total,
            national_mean=self._results.national_mean(framework, period),
            pillars=tuple(pillar for pillar in pillars if pillar is not None),
            indexes=indexes,
            rolled=rolled_from(framework, indexes),
            before=before,
            earlier=earlier,
            is_alike=alike,
            untold=self._untold(now, moments),
            told_at=told_at,
            told_ranks=told_ranks,
            general=tasks_on_total(framework, self._briefing),
            cited=cited,
        )

    def _former(self, now: Moment) -> Former | None:
        """The one that the unit was when the results were of it by another name or status."""
        lineage, among = self._briefing.lineage, self._results.universe(now)
        if lineage is None or self._results.own in among:
            return None
        for unit in lineage.same_before:
            results = self._results_of(unit)
            if results.own in among:
                total = results.standing(now.framework.indicator, now)
                if total is None:
                    return None
                parts = now.framework.parts
                told = {part.id: results.standing(part.indicator, now) for part in parts}
                known = {id_: one for id_, one in told.items() if one is not None and one.is_told}
                return Former(unit=unit, total=total, indexes=known)
        return None

    def _are_alike(self, one: Moment, other: Moment) -> bool:
        """Whether two periods can be set against each other: one framework, one universe."""
        same = one.framework.id == other.framework.id
        return same and self._results.universe(one) == self._results.universe(other)

    def _untold(self, now: Moment, moments: Iterable[Moment]) -> Moment | None:
        """The newest later period in which the unit was assessed and nothing of it published."""
        later = (one for one in moments if one.period.end > now.period.end)
        among = (one for one in later if self._results.own in self._results.universe(one))
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
                if self._results.tells(wanted, moment.period):
                    return moment, ranks
        return None, False
