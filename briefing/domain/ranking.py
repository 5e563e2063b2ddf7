"""All units of a kind on one indicator in one period: places, mean, median, who is missing.

Only figures of one edition are ranked: one indicator (hence one framework), one period. A rank is
always told with its universe, "13/63".
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from operator import itemgetter
from statistics import fmean, median
from typing import NamedTuple

from briefing.domain.model import Better, Indicator, Measure, Qualifier, Unit, UnitKey, UnitKind
from briefing.domain.value import replaced, value

NO_SEAT = -1
"""In ``Ranking.seats``: the unit has no place."""


class Universe(tuple[Unit, ...]):
    """Units in order. Where each stands is found once, for all rankings of the same units."""

    @cached_property
    def at(self) -> Mapping[UnitKey, int]:
        """The position of each unit by its key."""
        return {unit.key: position for position, unit in enumerate(self)}


def listed_once(units: Sequence[Unit]) -> Universe:
    """``units`` themselves where they know their positions, else a tuple that does."""
    return units if isinstance(units, Universe) else Universe(units)


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


class Aside(NamedTuple):
    """A unit that has no place in a ranking although something is known of it.

    Only its rank where places are worked out from the values, only its value where they are the
    published ranks.
    """

    unit: Unit
    rank: int | None
    figure: Figure | None
    source: str
    """The observation behind it."""


@value(kw_only=True)
class Ranking:
    """The places, best first, and the units without one.

    ``published`` tells whether places are published ranks or worked out from the values; then they
    are places among the ``counted`` units with a value, not among the ``universe`` of all that
    could be ranked. ``mean`` and ``median`` are over the values known, ``None`` without any or for
    ranks. ``seats`` are the positions of the edition's units among the places, ``NO_SEAT`` for one
    without a place. ``asides`` are the units known only by what the places are not made of;
    ``missing`` those of which nothing was published.
    """

    edition: Edition
    places: tuple[Place, ...]
    missing: tuple[Unit, ...]
    published: bool
    universe: int
    mean: float | None
    median: float | None
    seats: Sequence[int] = ()
    asides: tuple[Aside, ...] = ()
    counted: int = 0

    @property
    def counted_values(self) -> int:
        """Over how many values mean and median are."""
        return len(self.edition.values) if self.mean is not None else 0

    @property
    def is_whole(self) -> bool:
        """Whether a value of every unit is known, so that a place among them is one among all."""
        return self.counted >= self.universe

    @property
    def out_of(self) -> int:
        """Among how many the places are: all, or only the units with a value."""
        return self.universe if self.published else self.counted

    def place_of(self, key: UnitKey) -> Place | None:
        """The place of one unit; ``None`` when it is missing."""
        at = self.universe_at(key)
        seat = NO_SEAT if at is None else self.seats[at]
        return None if seat == NO_SEAT else self.places[seat]

    def universe_at(self, key: UnitKey) -> int | None:
        """Where a unit stands among all that could be ranked; ``None`` for one of elsewhere."""
        return listed_once(self.edition.units).at.get(key)

    def behind(self, key: UnitKey) -> str | None:
        """The observation behind what is told of a unit; ``None`` when it is missing."""
        edition = self.edition
        figure = edition.values.get(key) or edition.ranks.get(key)
        return None if figure is None else figure.observation


def competition_ranks(worths: Mapping[UnitKey, float], better: Better) -> dict[UnitKey, int]:
    """Standard competition ranks ("1224"): equals share the better place, the next are skipped.

    ``lower`` puts the smallest first, anything else the greatest.
    """
    shared = Counter(worths.values())
    at: dict[float, int] = {}
    rank = 1
    for worth in sorted(shared, reverse=better is not Better.LOWER):
        at[worth] = rank
        rank += shared[worth]
    return {key: at[worth] for key, worth in worths.items()}


def rank(edition: Edition) -> Ranking:
    """Rank an edition: by the published ranks where no more values than those are known.

    Else by the values: eight published values of 63 give eight places, and a single rank that is
    published beside them stands aside.
    """
    edition = replaced(edition, units=listed_once(edition.units))
    indicator = edition.indicator
    told = edition.ranks
    by_rank = indicator.measure is Measure.RANK
    if by_rank:
        ranks = {key: round(figure.value) for key, figure in edition.values.items()}
    elif told and len(told) >= len(edition.values):
        ranks = {key: round(figure.value) for key, figure in told.items()}
        by_rank = True
    else:
        worths = {key: figure.value for key, figure in edition.values.items()}
        ranks = competition_ranks(worths, indicator.better)
    figures = {} if indicator.measure is Measure.RANK else edition.values
    shared = Counter(ranks.values())
    places, found, asides, missing = [], [], [], []
    for at, unit in enumerate(edition.units):
        key = unit.key
        figure, place = figures.get(key), ranks.get(key)
        behind = figure or told.get(key) or edition.values.get(key)
        if behind is None:
            missing.append(unit)
        elif place is not None:
            found.append((place, at))
            places.append(Place(unit, place, shared[place] > 1, figure, behind.observation))
        else:
            published = told.get(key)
            known = None if published is None else round(published.value)
            asides.append(Aside(unit, known, figure, behind.observation))
    places.sort(key=itemgetter(1))  # by rank; equals stay in the order of their names
    found.sort(key=itemgetter(0))
    seats = array("i", [NO_SEAT]) * len(edition.units)
    for seat, (_, at) in enumerate(found):
        seats[at] = seat
    values = [figure.value for figure in figures.values()]
    return Ranking(
        edition=edition,
        places=tuple(places),
        seats=seats,
        missing=tuple(missing),
        published=by_rank and bool(ranks),
        universe=_universe(edition),
        mean=fmean(values) if values else None,
        median=median(values) if values else None,
        asides=tuple(asides),
        counted=len(ranks) if indicator.measure is Measure.RANK else len(values),
    )


def _universe(edition: Edition) -> int:
    """How many could be ranked: as the ranks are told to be out of, which holds for provinces."""
    told = (edition.rank or edition.indicator).universe
    provinces = edition.units and edition.units[0].kind is UnitKind.PROVINCE
    return told if told is not None and provinces else len(edition.units)
