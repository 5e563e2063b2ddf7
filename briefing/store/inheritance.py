"""The figures that a unit's predecessors left; imported only for a unit that has any."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.domain import progress
from briefing.domain.combining import Combined, combined, refusal_of
from briefing.domain.frameworks import Framework
from briefing.domain.inheritance import Former, FormerSeries, Inherited, InheritedSeries
from briefing.domain.likeness import Owners, framework_behind, owners
from briefing.domain.lineage import Lineage
from briefing.domain.model import Indicator, Observation, ObservationKind, Unit, UnitKey
from briefing.store.catalogue import Catalogue
from briefing.store.figures import Day, Figures
from briefing.store.units import Units

Series = dict[UnitKey, Sequence[Observation]]
"""Figures on one indicator by unit, newest first."""


class Inheritance:
    """What predecessors left, from one database."""

    def __init__(self, catalogue: Catalogue, units: Units, figures: Figures) -> None:
        self._catalogue = catalogue
        self._units = units
        self._figures = figures
        self._owned: Owners | None = None

    def of_unit(self, lineage: Lineage, day: Day) -> Inherited | None:
        """The newest figures of every predecessor, and their sums; ``None`` without any."""
        if not lineage.generations:
            return None
        newest = {
            unit.key: self._figures.of_unit(self._number(unit), day) for unit in lineage.ancestors
        }
        former = tuple(
            Former(
                unit=unit,
                figures=progress.figures(
                    self._catalogue.indicators,
                    newest[unit.key],
                    as_of=day.as_of,
                    known_on=day.known_on,
                ),
            )
            for unit in lineage.ancestors
        )
        told = {observation.indicator for found in newest.values() for observation in found}
        sums = []
        for indicator in self._catalogue.indicators.values():
            if indicator.id in told:
                series: Series = {
                    key: [o for o in found if o.indicator == indicator.id]
                    for key, found in newest.items()
                }
                made = _sums(lineage, indicator, series)
                sums += [one for one in made if one.refusal is None][:1] or made[:1]
        return Inherited(former=former, sums=tuple(sums))

    def of_indicator(
        self, lineage: Lineage, indicator: Indicator, day: Day
    ) -> InheritedSeries | None:
        """The predecessors' values on one indicator, those by another definition where a
        predecessor has no others; ``None`` without predecessors.
        """
        if not lineage.generations:
            return None
        found = []
        own: Series = {}
        for unit in lineage.ancestors:
            number = self._number(unit)
            own[unit.key] = self._values(number, indicator, day)
            told = [(indicator, own[unit.key])]
            if not own[unit.key]:
                told = [(one, self._values(number, one, day)) for one in self._variants(indicator)]
            found += [
                FormerSeries(
                    unit=unit,
                    indicator=one,
                    values=tuple(values),
                    framework=self._other_framework(indicator, one),
                )
                for one, values in told
                if values
            ]
        with_values = {series.unit.key for series in found}
        return InheritedSeries(
            series=tuple(found),
            silent=tuple(unit for unit in lineage.ancestors if unit.key not in with_values),
            sums=tuple(_sums(lineage, indicator, own)),
            refusal=refusal_of(indicator, lineage.ancestors),
        )

    def _other_framework(self, asked: Indicator, other: Indicator) -> Framework | None:
        """The framework of another definition, where it is not that of the one asked for."""
        if asked.id == other.id:
            return None
        if self._owned is None:
            self._owned = owners(self._catalogue.frameworks())
        found = framework_behind(self._owned, other)
        return None if found == framework_behind(self._owned, asked) else found

    def _values(self, number: int, indicator: Indicator, day: Day) -> list[Observation]:
        hold, _ = self._figures.of_pair(number, indicator.id, day)
        return [found for found in hold if found.kind is ObservationKind.VALUE]

    def _variants(self, indicator: Indicator) -> list[Indicator]:
        """Those that measure the same by another definition."""
        base = indicator.variant_of or indicator.id
        return [
            other
            for other in self._catalogue.indicators.values()
            if other.id != indicator.id and (other.variant_of or other.id) == base
        ]

    def _number(self, unit: Unit) -> int:
        number = self._units.number_of(unit.key)
        assert number is not None  # it was read from there
        return number


def _sums(lineage: Lineage, indicator: Indicator, series: Series) -> list[Combined]:
    """The sums over each generation of several units, newest period first.

    A generation of which nothing is told for a period is left out of it.
    """
    found = [one for units in lineage.generations for one in combined(indicator, units, series)]
    return sorted(found, key=lambda one: (one.end, one.start), reverse=True)
