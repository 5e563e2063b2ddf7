"""One unit among all values known on an indicator: its place, the mean, the best, who is above."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from operator import itemgetter
from typing import NamedTuple, TypeVar

from briefing.domain import averages
from briefing.domain.editions import Figure
from briefing.domain.model import Better, Indicator, Unit
from briefing.domain.value import value

Who = TypeVar("Who", bound=Hashable)
"""Whatever tells units apart: keys, or numbers of a database."""

MOST_LEADERS = 2
"""Units named as the best; more share a value of 1 only."""

FEWEST_OF_A_MEAN = 2
"""A mean of fewer is a value, which must not pass for that of others."""


class Above(NamedTuple):
    """Whose value is the nearest one known above a unit's own, that value, and its rank."""

    unit: Unit
    value: float
    rank: int | None


@value(kw_only=True)
class Standing:
    """One unit on one indicator in one period, and what stands beside it.

    ``figure`` is the unit's own value, ``peer`` that of the unit set beside it, ``rank`` its
    published rank out of ``universe``; each ``None`` when nobody published it. ``place`` is the
    competition rank among the ``counted`` values known, which are those of all units only when
    ``is_whole``. ``mean`` and ``best`` are over the values known, and there is no mean of one;
    ``leading`` units have the best one, of which ``leaders`` are the first.
    """

    indicator: Indicator
    figure: Figure | None
    rank: Figure | None
    universe: int
    counted: int
    place: int | None
    mean: float | None
    best: float | None
    leading: int
    leaders: tuple[Unit, ...]
    peer: Figure | None
    peer_rank: Figure | None
    above: Above | None

    @property
    def is_whole(self) -> bool:
        """Whether the values of all units are known."""
        return self.counted >= self.universe

    @property
    def is_next_above(self) -> bool:
        """Whether ``above`` is the next one up, not only the nearest of those published."""
        if self.is_whole or self.above is None:
            return True
        return self.rank is not None and self.above.rank == round(self.rank.value) - 1

    @property
    def is_told(self) -> bool:
        """Whether anything is known of the unit here."""
        return self.figure is not None or self.rank is not None

    @property
    def tells_peer(self) -> bool:
        """Whether anything is known here of the unit set beside."""
        return self.peer is not None or self.peer_rank is not None


def standing_among(
    indicator: Indicator,
    values: Mapping[Who, float],
    named: Callable[[Who], Unit],
    *,
    own: Who | None,
    figure: Figure | None,
    rank: Figure | None,
    universe: int,
    ranks: Mapping[Who, int],
    peer: Figure | None = None,
    peer_rank: Figure | None = None,
) -> Standing:
    """One unit among all ``values`` known on an indicator in one period.

    ``named`` tells which unit a value is of; ``own`` is the unit itself, ``ranks`` are those
    published. A unit without a value is in no mean and on no place.
    """
    lower = indicator.better is Better.LOWER
    mine = None if own is None else values.get(own)
    best = (min if lower else max)(values.values(), default=None)
    leading = [who for who, worth in values.items() if worth == best]
    ahead: list[tuple[float, Who]] = []
    if mine is not None:
        ahead = [
            (worth, who)
            for who, worth in values.items()
            if (worth < mine if lower else worth > mine)
        ]
    nearest = (max if lower else min)(ahead, key=itemgetter(0), default=None)
    return Standing(
        indicator=indicator,
        figure=figure,
        rank=rank,
        universe=universe,
        counted=len(values),
        place=None if mine is None else 1 + len(ahead),
        mean=averages.mean(list(values.values()), indicator)
        if len(values) >= FEWEST_OF_A_MEAN
        else None,
        best=best,
        leading=len(leading),
        leaders=tuple(named(who) for who in leading[:MOST_LEADERS]),
        peer=peer,
        peer_rank=peer_rank,
        above=Above(named(nearest[1]), nearest[0], ranks.get(nearest[1])) if nearest else None,
    )
