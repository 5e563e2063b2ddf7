"""Where one unit stands: the editions of a framework's total, pillars and main indexes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from briefing.domain.frameworks import Framework
from briefing.domain.model import Unit
from briefing.domain.profile import (
    Moment,
    Profile,
    Standing,
    index_standings,
    rolled_from,
    standing_in,
    tasks_on_total,
)
from briefing.domain.ranking import Edition, Period
from briefing.domain.standing import Briefing
from briefing.store.editions import Editions
from briefing.store.figures import Day


class Profiles:
    """Profiles of one database."""

    def __init__(self, editions: Editions) -> None:
        self._editions = editions

    def profile(
        self,
        briefing: Briefing,
        frameworks: Iterable[Framework],
        peer: Unit | None,
        end: date | None,
    ) -> Profile:
        """The profile of the briefing's unit in the period that ended on ``end``.

        Without ``end`` in the newest period whose results are of units among which it was.
        """
        asked = _Asked(self._editions, briefing, peer)
        moments = asked.moments(frameworks)
        now = asked.chosen(moments, end)
        if now is None:
            return _unknown(briefing, peer, moments)
        return asked.told(now, moments)


class _Asked:
    """One question: a unit on a day, and the editions read for it."""

    def __init__(self, editions: Editions, briefing: Briefing, peer: Unit | None) -> None:
        self._editions = editions
        self._briefing = briefing
        self._peer = peer
        self._day = Day(briefing.as_of, briefing.known_on)
        self._read: dict[tuple[str, date | None], Edition] = {}

    def moments(self, frameworks: Iterable[Framework]) -> tuple[Moment, ...]:
        """The periods of every framework for units of this kind, newest first."""
        found = [
            Moment(framework=framework, period=period)
            for framework in frameworks
            if framework.kind is self._briefing.unit.kind and framework.indicator is not None
            for period in self._edition(framework.indicator, None).periods
        ]
        return tuple(sorted(found, key=lambda one: one.period.end, reverse=True))

    def chosen(self, moments: tuple[Moment, ...], end: date | None) -> Moment | None:
        """The period asked for, else the newest in which the unit was assessed, else the newest."""
        if end is not None:
            return next((one for one in moments if one.period.end == end), None)
        among = (one for one in moments if self._is_among(one))
        return next(among, moments[0] if moments else None)

    def told(self, now: Moment, moments: tuple[Moment, ...]) -> Profile:
        framework, period = now.framework, now.period
        standings = self._index_standings(now)
        indexes = index_standings(framework, standings, self._briefing)
        earlier = next((one for one in moments if one.period.end < period.end), None)
        alike = earlier is not None and self._are_alike(earlier, now)
        total = self._standing(framework.indicator, period)
        told_at = None
        if not any(index.share is not None for index in indexes):
            others = (one for one in moments if one != now)
            told_at = next((one for one in others if self._tells_indexes(one)), None)
        return Profile(
            briefing=self._briefing,
            peer=self._peer,
            now=now,
            moments=moments,
            in_universe=self._is_among(now),
            total=total,
            pillars=tuple(
                standing
                for pillar in framework.pillars
                if (standing := self._standing(pillar, period)) is not None
            ),
            indexes=indexes,
            rolled=rolled_from(framework, indexes),
            before=self._standing(framework.indicator, earlier.period)
            if earlier is not None and alike
            else None,
            before_period=earlier.period if earlier is not None and alike else None,
            apart=earlier if earlier is not None and not alike else None,
            told_at=told_at,
            general=tasks_on_total(framework, self._briefing),
            published_on=self._edition(framework.indicator or "", period.end).published_on,
        )

    def _edition(self, indicator: str, end: date | None) -> Edition:
        asked = (indicator, end)
        if asked not in self._read:
            kind = self._briefing.unit.kind
            self._read[asked] = self._editions.edition(indicator, self._day, kind, None, end)
        return self._read[asked]

    def _standing(self, indicator: str | None, period: Period) -> Standing | None:
        if indicator is None:
            return None
        edition = self._edition(indicator, period.end)
        peer = None if self._peer is None else self._peer.key
        return standing_in(edition, self._briefing.unit.key, peer)

    def _index_standings(self, moment: Moment) -> dict[str, Standing]:
        found = {}
        for part in moment.framework.scored:
            standing = self._standing(part.indicator, moment.period)
            if standing is not None:
                found[part.id] = standing
        return found

    def _tells_indexes(self, moment: Moment) -> bool:
        standings = self._index_standings(moment).values()
        return any(standing.figure is not None for standing in standings)

    def _universe(self, moment: Moment) -> frozenset[object]:
        edition = self._edition(moment.framework.indicator or "", moment.period.end)
        return frozenset(unit.key for unit in edition.units)

    def _is_among(self, moment: Moment) -> bool:
        return self._briefing.unit.key in self._universe(moment)

    def _are_alike(self, one: Moment, other: Moment) -> bool:
        """Whether two periods can be set against each other: one framework, one universe."""
        same = one.framework.id == other.framework.id
        return same and self._universe(one) == self._universe(other)


def _unknown(briefing: Briefing, peer: Unit | None, moments: tuple[Moment, ...]) -> Profile:
    """Nothing known by the day of any framework for units of this kind."""
    return Profile(
        briefing=briefing,
        peer=peer,
        now=None,
        moments=moments,
        in_universe=False,
        total=None,
        pillars=(),
        indexes=(),
        rolled=None,
        before=None,
        before_period=None,
        apart=None,
        told_at=None,
        general=(),
        published_on=None,
    )
