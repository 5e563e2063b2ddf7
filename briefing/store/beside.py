"""The units that a unit is seen beside, on one indicator and on those that measure the same."""

from __future__ import annotations

from collections.abc import Callable

from briefing.domain.model import Indicator, Observation, Unit, UnitKind
from briefing.domain.spelling import sort_key
from briefing.store.catalogue import Catalogue
from briefing.store.figures import Day, Figures
from briefing.store.units import Units

_WITH_ALL_PEERS = frozenset({UnitKind.COUNTRY, UnitKind.PROVINCE})


class Beside:
    """The other units' newest values, from one database."""

    def __init__(self, catalogue: Catalogue, units: Units, figures: Figures) -> None:
        self._catalogue = catalogue
        self._units = units
        self._figures = figures

    def others(
        self, unit: Unit, indicator: Indicator, day: Day
    ) -> tuple[tuple[Unit, Indicator, Observation], ...]:
        """The newest value of each unit of the kind, this one among them, on the indicator first,
        then on those that measure or count the same thing otherwise.
        """
        indicators = self._catalogue.indicators
        relatives = [indicator] + [
            other
            for other in indicators.values()
            if other.id != indicator.id and _is_relative(other, indicator)
        ]
        newest = self._newest_beside(unit, day)
        found = []
        for relative in relatives:
            peers = [
                (peer, relative, observation)
                for observation in newest(relative.id)
                if (peer := self._units.unit(observation.unit)) is not None
            ]
            found += sorted(peers, key=lambda peer: sort_key(peer[0].name))
        return tuple(found)

    def _newest_beside(self, unit: Unit, day: Day) -> Callable[[str], list[Observation]]:
        """From an indicator to the newest values of a unit and of those it is seen beside.

        All of a country's or a province's kind; below, the siblings; nobody where no parent is
        told, since thousands of communes are no answer.
        """
        number = self._units.number_of(unit.key)
        if number is None:
            return lambda name: []
        if unit.kind in _WITH_ALL_PEERS:
            self._units.read_together(unit.kind, None)
            return lambda name: self._figures.on_indicator(name, unit.kind.value, None, day)
        parent = None if unit.parent is None else self._units.number_of(unit.parent)
        if parent is None:
            return lambda name: self._figures.newest_of_pair(number, name, day)
        self._units.read_together(unit.kind, parent)
        return lambda name: self._figures.on_indicator(name, unit.kind.value, parent, day)


def _is_relative(other: Indicator, indicator: Indicator) -> bool:
    """Whether two indicators are variants of one, or count the two parts of one whole.

    Variants that others assess are indexes of two frameworks, or ranks among two sets of units:
    nothing of one is set beside the other.
    """
    base = indicator.variant_of or indicator.id
    return (
        ((other.variant_of or other.id) == base and not (other.external and indicator.external))
        or other.complement_of == indicator.id
        or indicator.complement_of == other.id
    )
