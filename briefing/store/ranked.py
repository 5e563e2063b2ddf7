"""Which ranking answers a question: the indicator, its period, and the periods beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from briefing.domain.editions import Edition, Figure, Period
from briefing.domain.frameworks import Framework, framework_behind
from briefing.domain.model import Indicator, Unit, UnitKey, UnitKind
from briefing.domain.namesakes import NONE, Namesakes, namesakes
from briefing.domain.ranked import RANKED_KINDS, Choice, Ranked, Step
from briefing.domain.ranking import Ranking, rank
from briefing.domain.universe import listed_once
from briefing.domain.value import replaced
from briefing.store import standing_queries as queries
from briefing.store.catalogue import Catalogue
from briefing.store.editions import Editions
from briefing.store.errors import UnknownFactError
from briefing.store.figure_notes import are_read, notes_of
from briefing.store.figures import Day
from briefing.store.neighbours import Neighbours
from briefing.store.texts import day as read_day
from briefing.store.unit_lists import by_name
from briefing.store.units import Units

if TYPE_CHECKING:
    from briefing.domain.lineage import Lineage

COUNTRY = "vn"
LEAST_RANKED = 2
MOST_LOOKED_AT = 12
"""Periods among which one with figures of two units is looked for."""
MEAN = "_trung_binh"
"""Ends the id of the indicator with the published mean of all units on another one."""


class RankedAnswers:
    """Rankings of one database."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        catalogue: Catalogue,
        units: Units,
        editions: Editions,
        frameworks: Sequence[Framework],
    ) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self._units = units
        self._editions = editions
        self._frameworks = frameworks
        self._neighbours = Neighbours(catalogue, editions, frameworks)

    def ranked(self, choice: Choice, focus_key: UnitKey, day: Day) -> Ranked:
        """The ranking that is asked for, else the newest total of a framework.

        Where no total is known by the day, the first indicator with figures of two units or more.
        Raises ``UnknownFactError`` for an unknown unit or indicator.
        """
        focus, kind, parent = self._asked(choice, focus_key)
        indicator = self._indicator(choice, kind, day)
        edition = self._edition(choice, indicator, kind, day)
        ranking = rank(edition)
        framework = framework_behind(self._frameworks, indicator)
        lineage = self._lineage(focus, edition, day)
        if lineage is not None:
            focus = lineage.alone_among(edition.units) or focus
        found = Ranked(
            ranking=ranking, kind=kind, framework=framework, focus=focus, parent=parent,
            national=self._national(indicator, edition.period, day),
            begins=None if ranking.places or ranking.asides else self._begins(indicator),
            lineage=lineage,
            notes=notes_of(self._connection, edition),
            unread_notes=not are_read(edition),
            parents={} if parent is not None else self._above(kind, edition),
            to_come=self._editions.to_come(edition, kind, parent),
            namesakes=self._namesakes(kind, edition, day),
        )  # fmt: skip
        if edition.period is None:
            return found
        older, newer = self._neighbours.beside(indicator, edition.period, day, kind, choice.parent)
        step = self._neighbours.step(found, older)
        return replaced(
            found,
            older=step,
            newer=self._neighbours.step(found, newer),
            before=self._before(step, kind, choice, day) if choice.beside else None,
        )

    def _namesakes(self, kind: UnitKind, edition: Edition, day: Day) -> Namesakes:
        """Which provinces of an older map are to be told from those that stand on the day."""
        if kind is not UnitKind.PROVINCE:
            return NONE
        standing = self._editions.units(kind, day.as_of)
        same = standing is edition.units
        return NONE if same else namesakes(edition.units, standing, day.as_of)

    def _above(self, kind: UnitKind, edition: Edition) -> Mapping[UnitKey, Unit]:
        """The provinces of an edition's communes or districts, by key."""
        return {} if kind is UnitKind.PROVINCE else self._editions.above(edition)

    def _lineage(self, focus: Unit, edition: Edition, day: Day) -> Lineage | None:
        """What became of a focus that does not stand on the day, and whence one came that was
        not there yet when others were ranked; nothing is read for any other.
        """
        ranked = edition.period is None or listed_once(edition.units).find(focus.key) is not None
        if focus.is_valid_on(day.as_of) and (ranked or focus.key.valid_from is None):
            return None
        from briefing.store.lineages import lineage_of

        return lineage_of(self._units, focus, day.as_of)

    def _before(
        self, step: Step | None, kind: UnitKind, choice: Choice, day: Day
    ) -> Ranking | None:
        """The ranking of the period before; none where it may not be compared with."""
        if step is None or step.breaks:
            return None
        end = step.period.end
        return rank(self._editions.edition(step.indicator.id, day, kind, choice.parent, end))

    def rankable(self, kind: UnitKind) -> tuple[Indicator, ...]:
        """The indicators on which two units of a kind or more have figures, in folder order."""
        asked = {"kind": kind.value}
        numbers = {row[0] for row in self._connection.execute(queries.RANKABLE, asked)}
        known = self._catalogue
        return tuple(one for one in known.indicators.values() if known.number_of(one.id) in numbers)

    def _is_rankable(self, indicator: Indicator, kind: UnitKind) -> bool:
        asked = {"kind": kind.value, "indicator": self._catalogue.number_of(indicator.id)}
        found = self._connection.execute(queries.IS_RANKABLE, asked).fetchone()
        return bool(found[0] >= LEAST_RANKED)

    def parents(self, ranked: Ranked) -> tuple[Unit, ...]:
        """The provinces below which a ranking's units lie, by name; none for provinces.

        Of a ranking below one province, all provinces that stand beside it.
        """
        if ranked.kind is UnitKind.PROVINCE:
            return ()
        if ranked.parent is None:
            found = list(ranked.parents.values())
        else:
            edition = ranked.ranking.edition
            day = edition.as_of if edition.period is None else edition.period.end
            found = list(self._editions.units(UnitKind.PROVINCE, day))
        return tuple(sorted(found, key=by_name))

    def _asked(self, choice: Choice, focus_key: UnitKey) -> tuple[Unit, UnitKind, Unit | None]:
        focus = self._units.unit(focus_key)
        if focus is None:
            raise UnknownFactError(str(focus_key))
        kind = choice.kind or (focus.kind if focus.kind in RANKED_KINDS else UnitKind.PROVINCE)
        parent = None if choice.parent is None else self._units.unit(choice.parent)
        return focus, kind, parent

    def _indicator(self, choice: Choice, kind: UnitKind, day: Day) -> Indicator:
        known = self._catalogue.indicators
        if choice.indicator is not None:
            if choice.indicator not in known:
                raise UnknownFactError(choice.indicator)
            return self._with_end(known[choice.indicator], choice.end, day)
        named = [one.indicator for one in self._frameworks if one.kind is kind]
        totals = [known[name] for name in named if name is not None and name in known]
        dated = [
            (periods[0].end, position)
            for position, total in enumerate(totals)
            if (periods := self._editions.periods(total.id, day))
        ]
        if dated:
            return self._with_end(totals[max(dated)[1]], choice.end, day)
        others = (one for one in known.values() if self._is_rankable(one, kind))
        known_by_then = (one for one in others if self._editions.periods(one.id, day))
        if (first := next(known_by_then, None)) is not None:
            return first
        if totals:
            return totals[0]
        if not known:
            raise UnknownFactError("indicator")
        return next(iter(known.values()))

    def _edition(self, choice: Choice, indicator: Indicator, kind: UnitKind, day: Day) -> Edition:
        """The edition of the period asked for, else of the newest one with figures of two units.

        Where every unit has reported for a period of its own, the newest with one. Of a kind of
        which nothing is known there is no period.
        """
        ask = partial(self._editions.edition, indicator.id, day, kind, choice.parent)
        if choice.end is not None:
            return ask(end=choice.end, period=self._period_asked(choice, indicator, kind, day))
        found = ask()
        if _size(found) < LEAST_RANKED:
            others = [ask(period=period) for period in found.periods[1:MOST_LOOKED_AT]]
            best = max(others, key=lambda one: min(_size(one), LEAST_RANKED), default=found)
            found = best if _size(best) > _size(found) else found
        return found if _size(found) else self._editions.none_of(found, kind, choice.parent, day)

    def _period_asked(
        self, choice: Choice, indicator: Indicator, kind: UnitKind, day: Day
    ) -> Period | None:
        """Of the periods that end as asked one with figures of the kind, the longest."""
        ending = [
            period
            for period in self._editions.periods(indicator.id, day)
            if period.end == choice.end and choice.start in (None, period.start)
        ]
        having = [
            period
            for period in ending
            if self._editions.has_any(indicator, period, day, kind, choice.parent)
        ]
        return min(having or ending, default=None)

    def _with_end(self, indicator: Indicator, end: date | None, day: Day) -> Indicator:
        """The indicator, or the one of its family that alone has a period ending so.

        The results of 2020 are of another framework, hence of another indicator.
        """
        if end is None:
            return indicator
        family = sorted(self._neighbours.family(indicator), key=lambda one: one.id != indicator.id)
        having = (
            one
            for one in family
            if any(period.end == end for period in self._editions.periods(one.id, day))
        )
        return next(having, indicator)

    def _national(self, indicator: Indicator, period: Period | None, day: Day) -> Figure | None:
        """The mean of all units as published for the country, on ``<indicator>_trung_binh``."""
        mean = self._catalogue.indicators.get(indicator.id + MEAN)
        country = self._units.find(COUNTRY, None)
        if period is None or mean is None or country is None:
            return None
        return self._editions.figure(mean, country.key, period, day.known_on)

    def _begins(self, indicator: Indicator) -> date | None:
        """The first day on which anything on the indicator or its rank became known."""
        both = (indicator, self._editions.ranking_of(indicator))
        days = []
        for one in both:
            if one is not None:
                asked = {"indicator": self._catalogue.number_of(one.id)}
                row = self._connection.execute(queries.FIRST_OF_INDICATOR, asked).fetchone()
                days.append(read_day(row[0]))
        return min((day for day in days if day is not None), default=None)


def _size(edition: Edition) -> int:
    """How many units have a value or a rank; of many not all are counted."""
    most = max(len(edition.values), len(edition.ranks))
    return most if most >= LEAST_RANKED else len(edition.values.keys() | edition.ranks.keys())
