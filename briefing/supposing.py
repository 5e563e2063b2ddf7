"""What a what-if starts from: a unit's published results of one period of one framework."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from briefing.desk import AsOf, Desk
from briefing.domain.computable import obstacle
from briefing.domain.editions import Edition, Figure, Period
from briefing.domain.frameworks import Framework
from briefing.domain.model import Unit, UnitKey
from briefing.domain.profile import Profile
from briefing.domain.published_totals import PublishedTotals, published_totals
from briefing.domain.value import value
from briefing.store.reading import Reader
from briefing.supposing_errors import (
    NoResultsError,
    NotAssessedError,
    OpenFrameworkError,
    OtherKindError,
    SupposingError,
    UnknownFrameworkError,
)


@value(kw_only=True)
class Ground:
    """A unit's published results: what is assumed is set against them.

    ``figures`` are the published main indexes by part id, ``totals`` what is published of all
    units' totals. ``published_on`` is the last day on which one of those became known.
    """

    unit: Unit
    framework: Framework
    period: Period
    totals: PublishedTotals
    figures: Mapping[str, Figure]
    published_on: date | None
    as_of: date
    known_on: date

    @property
    def shares(self) -> dict[str, float]:
        """The published main indexes by part id, 0 to 1."""
        return {id_: figure.value for id_, figure in self.figures.items()}

    @property
    def is_whole(self) -> bool:
        """Whether the value of every main index is published."""
        return all(part.id in self.figures for part in self.framework.scored)

    @property
    def is_told(self) -> bool:
        """Whether the unit's total or rank is published."""
        return self.totals.own_total is not None or self.totals.own_rank is not None


def ground_for(
    reader: Reader,
    desk: Desk,
    name: str | None,
    as_of: AsOf,
    known_on: date | None,
    *,
    framework: str | None = None,
    year: int | None = None,
) -> Ground:
    """The results that a question on the command line is about.

    Of the framework and year named; else of the newest framework in which the unit was assessed,
    there the newest period with all its main indexes; without one the newest in which its total or
    rank and totals of others are known, or as much of that as there is. A code is read on
    the day in force; where
    that is ``latest`` or ``today``, at the end of the period: results of 2022 are of the units of
    2022. Raises ``SupposingError`` and ``UnknownUnitError``.
    """
    day = as_of if isinstance(as_of, date) else desk.today
    results = _Results(reader, day, known_on or day)
    chosen = results.frameworks(framework)
    missed: tuple[Unit, Edition] | None = None
    for one in chosen:
        grounds = []
        for edition in results.editions(one, year):
            assert edition.period is not None
            read_on: AsOf = as_of if isinstance(as_of, date) else edition.period.end
            unit = desk.focus(reader, name, read_on)
            if any(each.key == unit.key for each in edition.units):
                grounds.append(results.ground(one, edition, unit))
                if grounds[-1].is_whole:
                    return grounds[-1]
            elif missed is None:
                missed = unit, edition
        if grounds:
            return min(grounds, key=_emptiness)  # of those alike the first, which is the newest
    if missed is not None:
        dated = isinstance(as_of, date) and "@" not in (name or "")
        raise results.not_assessed(*missed, chosen, dated=dated)
    raise NoResultsError(str(year or ""), results.years(chosen))


def ground_on(reader: Reader, profile: Profile) -> Ground | None:
    """The results that a what-if on a profile starts from.

    Of the profile's own framework where totals can be worked out from it, else of the newest that
    allows it: the period shown when all main indexes of the unit are known there, else the newest
    of which that holds, else the one that tells most. ``None`` where there is none.
    """
    results = _Results(reader, profile.briefing.as_of, profile.briefing.known_on)
    shown = [] if profile.now is None else [profile.now]
    moments = [*shown, *(one for one in profile.moments if one not in shown)]
    for framework in {one.framework.id: one.framework for one in moments}.values():
        if obstacle(framework) is not None:
            continue
        grounds = []
        for moment in moments:
            if moment.framework.id != framework.id:
                continue
            edition = results.edition(framework, moment.period.end)
            if any(each.key == profile.unit.key for each in edition.units):
                grounds.append(results.ground(framework, edition, profile.unit))
                if grounds[-1].is_whole:
                    return grounds[-1]
        if grounds:
            return min(grounds, key=_emptiness)
    return None


class _Results:
    """What a reader knows of frameworks' results on a day."""

    def __init__(self, reader: Reader, day: date, known: date) -> None:
        self._reader = reader
        self._standings = reader.standings
        self._day = day
        self._known = known

    def frameworks(self, name: str | None) -> tuple[Framework, ...]:
        """Those whose totals can be worked out, the newest first, or the one named."""
        known = self._standings.frameworks()
        computable = [one for one in known if obstacle(one) is None]
        if name is None:
            return tuple(reversed(computable))
        called = [one for one in known if one.is_called(name)]
        if not called:
            raise UnknownFrameworkError(name, [one.id for one in known])
        if called[0] not in computable:
            raise OpenFrameworkError(called[0], [one.id for one in computable])
        return (called[0],)

    def edition(self, framework: Framework, end: date | None = None) -> Edition:
        """The totals of the period that ended on ``end``, else of the newest."""
        return self._edition(framework, framework.indicator, end)

    def editions(self, framework: Framework, year: int | None = None) -> Iterator[Edition]:
        """The totals of each period, newest first, or of those that ended in a year."""
        for period in self.edition(framework).periods:
            if year is None or period.end.year == year:
                yield self.edition(framework, period.end)

    def years(self, frameworks: Sequence[Framework]) -> tuple[str, ...]:
        """The years of which results are known, newest first."""
        newest = [self.edition(one) for one in frameworks]
        years = {period.end.year for edition in newest for period in edition.periods}
        return tuple(map(str, sorted(years, reverse=True)))

    def ground(self, framework: Framework, edition: Edition, unit: Unit) -> Ground:
        """A unit's results in the period of an edition of the framework's totals."""
        assert edition.period is not None
        figures = {}
        for part in framework.scored:
            told = self._edition(framework, part.indicator, edition.period.end).values
            if unit.key in told:
                figures[part.id] = told[unit.key]
        return Ground(
            unit=unit,
            framework=framework,
            period=edition.period,
            totals=published_totals(edition, unit.key),
            figures=figures,
            published_on=edition.published_on,
            as_of=edition.as_of,
            known_on=edition.known_on,
        )

    def not_assessed(
        self, unit: Unit, edition: Edition, chosen: Sequence[Framework], *, dated: bool
    ) -> SupposingError:
        """Why a unit has no results by the frameworks ``chosen``; ``dated``: on a day given."""
        if any(one.kind is unit.kind for one in chosen):
            before = [one for one in edition.units if self._became(one, unit.key)]
            return NotAssessedError(unit, before, dated=dated)
        every = self._standings.frameworks()
        own = [one for one in every if one.kind is unit.kind and obstacle(one) is not None]
        if own and len(chosen) > 1:
            return OpenFrameworkError(own[-1])
        return OtherKindError(unit.name, unit.kind)

    def _became(self, unit: Unit, key: UnitKey) -> bool:
        """Whether a unit became, or became part of, another: at once or by way of others."""
        if key in unit.successors:
            return True
        later = (self._reader.unit(each) for each in unit.successors)
        return any(one is not None and self._became(one, key) for one in later)

    def _edition(self, framework: Framework, indicator: str | None, end: date | None) -> Edition:
        assert indicator is not None
        return self._standings.edition(indicator, self._day, self._known, framework.kind, end=end)


def _emptiness(ground: Ground) -> tuple[bool, bool]:
    """Smaller for results that say more of the unit, then of the others."""
    return not ground.is_told, not ground.totals.marks
