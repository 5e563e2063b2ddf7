"""All units of a kind on one indicator in one period: places, mean, median, who is missing.

Only figures of one edition are ranked: one indicator (hence one framework), one period. A rank is
always told with its universe, "13/63".
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from statistics import fmean, median
from typing import NamedTuple

from briefing.domain.model import Better, Indicator, Measure, Qualifier, Unit, UnitKey
from briefing.domain.value import value


class Period(NamedTuple):
    """From the first to the last day for which figures hold."""

    start: date
    end: date


class Figure(NamedTuple):
    """One unit's value in an edition, and the observation it is."""

    value: float
    observation: str
    qualifier: Qualifier = Qualifier.EXACT


@value(kw_only=True)
class Edition:
    """What was published of one indicator for one period, as known on a day.

    ``periods`` are all that were known then, newest first; ``units`` every unit of the kind that
    could have a value: the universe. ``values`` are those published; ``ranks`` the published
    ranks, on the indicator that ranks this one. ``published_on`` is the last day on which one of
    the values became known; ``None`` without any.
    """

    indicator: Indicator
    rank: Indicator | None
    period: Period | None
    periods: tuple[Period, ...]
    units: tuple[Unit, ...]
    values: Mapping[UnitKey, Figure]
    ranks: Mapping[UnitKey, Figure]
    published_on: date | None
    as_of: date
    known_on: date


class Place(NamedTuple):
    """One unit in a ranking: its place, whether others share it, and its value.

    ``rank`` is the published rank where ranks are published, else the competition rank among the
    values known. ``figure`` is ``None`` for a unit of which only the rank is published.
    """

    unit: Unit
    rank: int
    tied: bool
    figure: Figure | None
    source: str
    """The observation behind the place: the value's, else the rank's."""


@value(kw_only=True)
class Ranking:
    """The places, best first, and the units without one.

    ``published`` tells whether places are published ranks or worked out from the values.
    ``universe`` counts all that could be ranked; ``mean`` and ``median`` are over the values known,
    ``None`` without any or for ranks.
    """

    edition: Edition
    places: tuple[Place, ...]
    missing: tuple[Unit, ...]
    published: bool
    universe: int
    mean: float | None
    median: float | None

    def place_of(self, key: UnitKey) -> Place | None:
        """The place of one unit; ``None`` when it is missing."""
        return next((place for place in self.places if place.unit.key == key), None)


def competition_ranks(worths: Mapping[UnitKey, float], better: Better) -> dict[UnitKey, int]:
    """Standard competition ranks ("1224"): equals share the better place, the next are skipped.

    ``lower`` puts the smallest first, anything else the greatest.
    """
    sign = 1 if better is Better.LOWER else -1
    ordered = sorted(worths.items(), key=lambda item: sign * item[1])
    ranks: dict[UnitKey, int] = {}
    last: float | None = None
    for position, (key, worth) in enumerate(ordered, 1):
        rank = ranks[ordered[position - 2][0]] if worth == last else position
        ranks[key] = rank
        last = worth
    return ranks


def rank(edition: Edition) -> Ranking:
    """Rank an edition: by the published ranks where there are any, else by its values."""
    indicator = edition.indicator
    if indicator.measure is Measure.RANK:
        ranks = {key: round(figure.value) for key, figure in edition.values.items()}
        published = True
    elif len(edition.ranks) >= len(edition.values):
        ranks = {key: round(figure.value) for key, figure in edition.ranks.items()}
        published = bool(ranks)
    else:
        worths = {key: figure.value for key, figure in edition.values.items()}
        ranks = competition_ranks(worths, indicator.better)
        published = False
    shared: dict[int, int] = {}
    for place in ranks.values():
        shared[place] = shared.get(place, 0) + 1
    places = []
    for position, unit in enumerate(edition.units):
        if unit.key not in ranks:
            continue
        figure = edition.values.get(unit.key)
        behind = figure or edition.ranks.get(unit.key)
        place = ranks[unit.key]
        shown = None if indicator.measure is Measure.RANK else figure
        observation = behind.observation if behind is not None else ""
        places.append((place, position, Place(unit, place, shared[place] > 1, shown, observation)))
    places.sort(key=lambda found: found[:2])
    ordered = tuple(place for _, _, place in places)
    values = [place.figure.value for place in ordered if place.figure is not None]
    universe = (edition.rank or indicator).universe or len(edition.units)
    return Ranking(
        edition=edition,
        places=ordered,
        missing=tuple(unit for unit in edition.units if unit.key not in ranks),
        published=published,
        universe=universe,
        mean=fmean(values) if values else None,
        median=median(values) if values else None,
    )
