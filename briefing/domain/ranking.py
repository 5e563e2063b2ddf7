"""All units of a kind on one indicator in one period: places, mean, median, who is missing.

Only figures of one edition are ranked: one indicator (hence one framework), one period. A rank is
always told with its universe, "13/63".
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, overload

from briefing.domain import averages
from briefing.domain.editions import Edition, Figure, Figures
from briefing.domain.model import Better, Measure, Unit, UnitKey, UnitKind
from briefing.domain.universe import Some, listed_once
from briefing.domain.value import replaced, value

NONE = -1
"""In ``Ranking.seats``, ``Places.ranks``: the unit has no place, no rank."""


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


class Places(Sequence[Place]):
    """Places in an order; each is made when it is looked at.

    ``order`` are the positions of their units in the universe, ``ranks`` and ``figures`` are by
    such a position.
    """

    __slots__ = ("_behind", "figures", "order", "ranks", "shared", "units")

    def __init__(
        self,
        order: array[int],
        ranks: Sequence[int],
        figures: Figures,
        behind: tuple[Figures, ...],
    ) -> None:
        """``behind`` are those of which the first that a unit has is the source of its place."""
        self.units = figures.units
        self.order = order
        self.ranks = ranks
        self.figures = figures
        self.shared = frozenset(
            rank for rank, size in Counter(ranks).items() if size > 1 and rank != NONE
        )
        self._behind = behind

    def ordered(self, order: Iterable[int]) -> Places:
        """Some of these places in another order, by the positions of their units."""
        other = Places.__new__(Places)
        other.units, other.ranks, other.figures = self.units, self.ranks, self.figures
        other.shared, other._behind = self.shared, self._behind
        other.order = array("i", order)
        return other

    def known(self) -> list[int]:
        """The positions among these places of those that have a value."""
        said = self.figures.said
        return [number for number, at in enumerate(self.order) if said[at]]

    def values(self) -> list[float]:
        """The values of those places that have one, in their order."""
        said, numbers = self.figures.said, self.figures.numbers
        return [numbers[at] for at in self.order if said[at]]

    def source_at(self, position: int) -> str | None:
        """The observation behind what is known of the unit at a position of the universe."""
        known = (figures for figures in self._behind if figures.said[position])
        return next((figures.observation_at(position) for figures in known), None)

    @overload
    def __getitem__(self, at: int) -> Place: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Place, ...]: ...

    def __getitem__(self, at: int | slice) -> Place | tuple[Place, ...]:
        if isinstance(at, slice):
            return tuple(map(self._of, self.order[at]))
        return self._of(self.order[at])

    def _of(self, position: int) -> Place:
        rank = self.ranks[position]
        return Place(
            self.units[position],
            rank,
            rank in self.shared,
            self.figures.at(position),
            self.source_at(position) or "",
        )

    def __len__(self) -> int:
        return len(self.order)


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
    could be ranked. ``mean`` and ``median`` are over the values known, ``None`` without any and
    where the measure has none (``Measure.has_mean``). ``seats`` are the positions of the edition's
    units among the places, ``NONE`` for one without a place. ``asides`` are the units known only by
    what the places are not made of; ``missing`` those of which nothing was published.
    """

    edition: Edition
    places: Places
    missing: Sequence[Unit]
    published: bool
    universe: int
    mean: float | None
    median: float | None
    seats: Sequence[int] = ()
    asides: tuple[Aside, ...] = ()
    counted: int = 0

    @property
    def counted_values(self) -> int:
        """How many values are known, of which ranks are none."""
        of_ranks = self.edition.indicator.measure is Measure.RANK
        return 0 if of_ranks else len(self.edition.values)

    @property
    def is_little_known(self) -> bool:
        """Whether most places are without a value, so that nobody knows where a mean falls."""
        return 2 * self.counted_values < len(self.places)

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
        seat = NONE if at is None else self.seats[at]
        return None if seat == NONE else self.places[seat]

    def universe_at(self, key: UnitKey) -> int | None:
        """Where a unit stands among all that could be ranked; ``None`` for one of elsewhere."""
        return listed_once(self.edition.units).find(key)

    def behind(self, key: UnitKey) -> str | None:
        """The observation behind what is told of a unit; ``None`` when it is missing."""
        edition = self.edition
        figure = edition.values.get(key) or edition.ranks.get(key)
        return None if figure is None else figure.observation


def competition_ranks(worths: Mapping[UnitKey, float], better: Better) -> dict[UnitKey, int]:
    """Standard competition ranks ("1224"): equals share the better place, the next are skipped.

    ``lower`` puts the smallest first, anything else the greatest.
    """
    at = _ladder(worths.values(), better)
    return {key: at[worth] for key, worth in worths.items()}


def _ladder(worths: Iterable[float], better: Better) -> dict[float, int]:
    """The competition rank of each worth there is."""
    shared = Counter(worths)
    at: dict[float, int] = {}
    rank = 1
    for worth in sorted(shared, reverse=better is not Better.LOWER):
        at[worth] = rank
        rank += shared[worth]
    return at


def rank(edition: Edition) -> Ranking:
    """Rank an edition: by the published ranks where no more values than those are known.

    Else by the values: eight published values of 63 give eight places, and a single rank that is
    published beside them stands aside.
    """
    units = listed_once(edition.units)
    values, told = Figures.of(units, edition.values), Figures.of(units, edition.ranks)
    edition = replaced(edition, units=units, values=values, ranks=told)
    indicator = edition.indicator
    of_ranks = indicator.measure is Measure.RANK
    published = of_ranks or (len(told) > 0 and len(told) >= len(values))
    if published:
        ranks = _rounded(values if of_ranks else told)
    else:
        ranks = _competing(values, indicator.better)
    figures = Figures.of(units, {}) if of_ranks else values
    # By rank; equals stay in the order of their names.
    order = sorted((at for at, rank in enumerate(ranks) if rank != NONE), key=lambda at: ranks[at])
    places = Places(array("i", order), ranks, figures, (figures, told, values))
    seats = array("i", [NONE]) * len(units)
    for seat, at in enumerate(order):
        seats[at] = seat
    missing, asides = array("i"), []
    for at, seat in enumerate(seats):
        if seat != NONE:
            continue
        behind = places.source_at(at)
        if behind is None:
            missing.append(at)
        else:
            known = round(told.numbers[at]) if told.said[at] else None
            asides.append(Aside(units[at], known, figures.at(at), behind))
    numbers = values.known() if indicator.measure.has_mean else []
    return Ranking(
        edition=edition,
        places=places,
        seats=seats,
        missing=Some(units, missing),
        published=published and len(order) > 0,
        universe=_universe(edition),
        mean=averages.mean(numbers, indicator) if numbers else None,
        median=averages.median(numbers, indicator) if numbers else None,
        asides=tuple(asides),
        counted=len(order) if of_ranks else len(values),
    )


def _rounded(figures: Figures) -> array[int]:
    """Published ranks by position."""
    numbers = figures.numbers
    return array(
        "q", [round(numbers[at]) if said else NONE for at, said in enumerate(figures.said)]
    )


def _competing(figures: Figures, better: Better) -> array[int]:
    """By position the competition rank of a value."""
    numbers, said = figures.numbers, figures.said
    at = _ladder((number for number, how in zip(numbers, said, strict=True) if how), better)
    return array(
        "q", [at[number] if how else NONE for number, how in zip(numbers, said, strict=True)]
    )


def _universe(edition: Edition) -> int:
    """How many could be ranked: as the ranks are told to be out of, which holds for provinces."""
    told = (edition.rank or edition.indicator).universe
    provinces = edition.units and edition.units[0].kind is UnitKind.PROVINCE
    return told if told is not None and provinces else len(edition.units)
