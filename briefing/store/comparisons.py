"""Units side by side: the figures a comparison needs, what they are held against, histories."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.domain import aligning, comparison
from briefing.domain.comparison import Comparison, Holding
from briefing.domain.editions import Edition, Period
from briefing.domain.frameworks import Framework
from briefing.domain.likeness import Found, without_overlap
from briefing.domain.model import Indicator, Measure, Observation, Unit, UnitKey, UnitKind
from briefing.domain.multiples import Multiples, multiples, newest_slots
from briefing.domain.value import value
from briefing.domain.yardsticks import Against, Yardstick, held_against
from briefing.store.alignments import figures_ahead
from briefing.store.catalogue import Catalogue
from briefing.store.editions import Editions
from briefing.store.errors import UnknownFactError
from briefing.store.figures import Day, Figures
from briefing.store.frameworks import Frameworks
from briefing.store.histories import Histories
from briefing.store.plans import Plans
from briefing.store.units import Units

if TYPE_CHECKING:
    from briefing.domain.lineage import Lineage
    from briefing.domain.scores_beside import ScoresBeside

COUNTRY = UnitKey("vn")
MEAN = "_trung_binh"
"""What follows an indicator's id in the id of the one that has its published mean."""
MOST_HISTORIES = 4
"""Indicators chosen of which histories are drawn."""


@value(kw_only=True)
class Sides:
    """What is asked for beside the units: yardsticks, and indicators by their ids (none: all)."""

    yardsticks: tuple[Yardstick, ...] = ()
    chosen: tuple[str, ...] = ()


class Comparisons:
    """Comparisons from one database."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        catalogue: Catalogue,
        units: Units,
        figures: Figures,
        plans: Plans,
    ) -> None:
        self._catalogue = catalogue
        self._units = units
        self._figures = figures
        self._plans = plans
        self._frameworks = Frameworks(connection)
        self._editions = Editions(connection, catalogue, units)
        self._histories = Histories(connection, catalogue, figures)

    def comparison(self, keys: Iterable[UnitKey], day: Day, sides: Sides) -> Comparison:
        """Units side by side, in the order given, on the indicators asked for.

        Raises ``UnknownFactError`` for an unknown unit. An indicator that is not there any more is
        passed over.
        """
        numbers = [self._number(key) for key in keys]
        units = [self._units.numbered(number) for number in numbers]
        frameworks = self._frameworks.all()
        known = self._catalogue.indicators
        chosen = tuple(name for name in sides.chosen if name in known)
        newest = {number: self._figures.of_unit(number, day) for number in numbers}
        told = [figure for found in newest.values() for figure in found]
        told += figures_ahead(self._histories, known, newest, chosen, frameworks, day)
        found = comparison.compare(
            units,
            known,
            {figure.id: figure for figure in told}.values(),
            as_of=day.as_of,
            known_on=day.known_on,
            pillars=self._catalogue.pillars,
            frameworks=frameworks,
            yardsticks=sides.yardsticks,
            holding=self._holding(sides.yardsticks, units[0], day) if sides.yardsticks else None,
            chosen=chosen,
        )
        drawn = chosen[:MOST_HISTORIES] if chosen else self._ranks(frameworks, newest.values())
        numbered = {unit.key: number for unit, number in zip(units, numbers, strict=True)}
        histories = [
            self._history(group, [numbered[one.key] for one in group], name, frameworks, day)
            for name in drawn
            for group in _on_one_scale(units, self._catalogue.indicators[name])
        ]
        scored = () if chosen else self._scored(units, numbers, day)
        told_of = replace(found, lineages=self._lineages(units, day), scored=scored)
        return comparison.with_histories(told_of, [one for one in histories if one.is_history])

    def _lineages(self, units: Sequence[Unit], day: Day) -> tuple[Lineage, ...]:
        """What became of the units; nothing is read for one that stands on the day."""
        gone = [unit for unit in units if not unit.is_valid_on(day.as_of)]
        if not gone:
            return ()
        from briefing.store.lineages import lineage_of

        found = (lineage_of(self._units, unit, day.as_of) for unit in gone)
        return tuple(lineage for lineage in found if lineage is not None)

    def _scored(
        self, units: Sequence[Unit], numbers: Sequence[int], day: Day
    ) -> tuple[ScoresBeside, ...]:
        from briefing.store.scores_beside import scores_beside

        return scores_beside(self._frameworks, units, numbers, day)

    def _number(self, key: UnitKey) -> int:
        number = self._units.number_of(key)
        if number is None:
            raise UnknownFactError(str(key))
        return number

    def _holding(self, yardsticks: Sequence[Yardstick], first: Unit, day: Day) -> Holding:
        """What rows are held against; the region is that of the first unit in every row."""

        def holding(reference: Found) -> tuple[Against, ...]:
            unit, indicator, figure = reference
            assert figure is not None
            edition = self._edition(day, indicator, unit, figure)
            mean = None
            if Yardstick.MEAN in yardsticks:
                mean = self._published(indicator, unit, figure, day)
            return tuple(held_against(one, edition, first, mean) for one in yardsticks)

        return holding

    def _edition(self, day: Day, indicator: Indicator, unit: Unit, figure: Observation) -> Edition:
        """All units' figures of the period of one: of provinces all, below them the siblings."""
        among = None if unit.kind is UnitKind.PROVINCE else unit.parent
        period = Period(figure.start, figure.end)
        return self._editions.edition(indicator.id, day, unit.kind, among, period=period)

    def _published(
        self, indicator: Indicator, unit: Unit, figure: Observation, day: Day
    ) -> Observation | None:
        """The mean of all provinces that a source printed for a figure's period."""
        country = self._units.number_of(COUNTRY)
        if country is None or unit.kind is not UnitKind.PROVINCE:
            return None
        told = self._figures.of_pair(country, f"{indicator.id}{MEAN}", day)[0]
        period = (figure.start, figure.end)
        return next((mean for mean in told if (mean.start, mean.end) == period), None)

    def _ranks(
        self, frameworks: Iterable[Framework], newest: Iterable[Sequence[Observation]]
    ) -> tuple[str, ...]:
        """The rank whose history is drawn unasked: the one that frameworks share, if any unit has
        one of them.
        """
        known = self._catalogue.indicators
        ranks = [one.rank for one in frameworks if one.rank in known]
        having = {figure.indicator for found in newest for figure in found}
        bases = {
            aligning.base_of(known[name], known)
            for name in ranks
            if name is not None and name in having
        }
        return tuple(sorted(bases))[:1]

    def _history(
        self,
        units: Sequence[Unit],
        numbers: Sequence[int],
        name: str,
        frameworks: Sequence[Framework],
        day: Day,
    ) -> Multiples:
        indicator = self._catalogue.indicators[name]
        if indicator.measure is Measure.RANK:  # the nation stands in no ranking of its own parts
            ranked = [unit for unit in units if unit.kind is not UnitKind.COUNTRY]
            numbers = [
                number for unit, number in zip(units, numbers, strict=True) if unit in ranked
            ]
            units = ranked
        family = aligning.family_of(indicator, self._catalogue.indicators)
        names = [one.id for one in family if one.measure is indicator.measure]
        held = self._histories.held(numbers, names, day)
        periods = {(one.end, one.start, one.indicator) for one in held}
        shown = set(newest_slots(periods, family))
        return multiples(
            units,
            family,
            self._histories.figures(
                one for one in held if (one.end, one.start, one.indicator) in shown
            ),
            [
                (unit.key, target)
                for unit, number in zip(units, numbers, strict=True)
                for target in (
                    *self._plans.targets_on(number, name, day),
                    *self._plans.targets_from_above(number, day, name),
                )
            ],
            as_of=day.as_of,
            known_on=day.known_on,
            frameworks=frameworks,
            earlier=len(periods) - len(shown),
        )


def _on_one_scale(units: Sequence[Unit], indicator: Indicator) -> Sequence[Sequence[Unit]]:
    """The units whose histories share a scale; what is counted stands apart from its parts."""
    sized = not indicator.measure.has_mean and indicator.measure is not Measure.RANK
    return without_overlap(units) if sized else [units]
