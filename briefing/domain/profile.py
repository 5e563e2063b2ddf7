"""Where one unit stands in an index framework (vị thế), and where points can be won back.

A point lost is a point of the total that the unit did not get: an index worth 100 of 1,000 points
at 0.62 loses 38. Only figures of one period of one framework stand side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import field
from operator import itemgetter
from statistics import fmean
from typing import NamedTuple, TypeVar

from briefing.domain.addressing import tasks_on
from briefing.domain.frameworks import Framework, Part, RollUp, roll_up
from briefing.domain.model import Better, Indicator, Observation, Unit
from briefing.domain.ranking import Figure, Period
from briefing.domain.standing import Briefing, TaskStanding, TaskStatus
from briefing.domain.value import value

Who = TypeVar("Who", bound=Hashable)
"""Whatever tells units apart: keys, or numbers of a database."""

MOST_LEADERS = 2
"""Units named as the best; more share a value of 1 only."""


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
    ``is_whole``. ``mean`` and ``best`` are over the values known; ``leading`` units have the best
    one, of which ``leaders`` are the first.
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
    def is_told(self) -> bool:
        """Whether anything is known of the unit here."""
        return self.figure is not None or self.rank is not None


@value(kw_only=True)
class IndexStanding:
    """A main index of the framework: the unit's standing, and the open tasks that address it.

    ``standing`` is ``None`` for an index that has no indicator. ``tasks`` come late first.
    """

    part: Part
    standing: Standing | None
    tasks: tuple[TaskStanding, ...]

    @property
    def share(self) -> float | None:
        """The unit's value, 0 to 1."""
        if self.standing is None or self.standing.figure is None:
            return None
        return self.standing.figure.value

    @property
    def lost(self) -> float | None:
        """Points of the total not got: (1 − value) × maximum; ``None`` without a value."""
        if self.share is None or not self.part.max_points:
            return None
        return (1 - self.share) * self.part.max_points

    @property
    def late(self) -> int:
        """How many of its tasks are overdue."""
        return sum(task.status is TaskStatus.OVERDUE for task in self.tasks)


@value(kw_only=True)
class Moment:
    """A period for which results of a framework are known."""

    framework: Framework
    period: Period


@value(kw_only=True)
class Profile:
    """Where a unit stands in the results of one period.

    ``now`` is that period with its framework, ``None`` when no results are known at all;
    ``moments`` are all periods known, newest first. ``in_universe``: the unit was among those
    assessed. ``national_mean`` is the mean of the total as published for all units. ``indexes``
    come in the order of points lost, the most first; those without a value after them, in the
    order of their maximum. ``earlier`` is the period before; ``before`` the unit's total then, only
    when ``is_alike``: one framework and one universe. ``untold`` is a newer period in which nothing
    was published of the unit. ``told_at`` is the newest other period that tells of main indexes
    what this one does not: their values, or (``told_ranks``) only their ranks. ``general`` are
    open tasks that serve a target on the total itself. ``cited`` holds, by id, the observations
    behind the unit's own values and ranks. ``scored`` are the frameworks by which it was given
    points, part by part.
    """

    briefing: Briefing
    peer: Unit | None
    moments: tuple[Moment, ...]
    now: Moment | None = None
    in_universe: bool = False
    total: Standing | None = None
    national_mean: float | None = None
    pillars: tuple[Standing, ...] = ()
    indexes: tuple[IndexStanding, ...] = ()
    rolled: RollUp | None = None
    before: Standing | None = None
    earlier: Moment | None = None
    is_alike: bool = False
    untold: Moment | None = None
    told_at: Moment | None = None
    told_ranks: bool = False
    general: tuple[TaskStanding, ...] = ()
    cited: Mapping[str, Observation] = field(default_factory=dict)
    scored: tuple[Framework, ...] = ()

    @property
    def unit(self) -> Unit:
        """The unit."""
        return self.briefing.unit

    @property
    def knows_work(self) -> bool:
        """Whether any plan of the unit is known, so that an index without tasks is a finding."""
        own = (target for target in self.briefing.targets if target.set_by is None)
        return bool(self.briefing.tasks) or next(own, None) is not None

    @property
    def tells_indexes(self) -> bool:
        """Whether the value of any main index is known."""
        return any(index.share is not None for index in self.indexes)

    @property
    def lost(self) -> float | None:
        """Points lost on all indexes whose value is known; ``None`` when none is."""
        found = [index.lost for index in self.indexes if index.lost is not None]
        return sum(found) if found else None

    @property
    def adds_up(self) -> bool:
        """Whether the indexes give the published total, as far as rounding lets them.

        Each of them and the total are rounded by half a last decimal at most.
        """
        if self.rolled is None or self.rolled.share is None or not self.rolled.is_whole:
            return True
        if self.total is None or self.total.figure is None:
            return True
        step: float = 10.0**-self.total.indicator.decimals
        return abs(self.rolled.share - self.total.figure.value) <= step + 1e-9

    @property
    def idle(self) -> tuple[IndexStanding, ...]:
        """The indexes that no open task addresses."""
        return tuple(index for index in self.indexes if not index.tasks)

    @property
    def late(self) -> tuple[TaskStanding, ...]:
        """The overdue tasks of all indexes and of the whole, each once."""
        every = (task for index in self.indexes for task in index.tasks)
        found = {task.task.id: task for task in (*every, *self.general)}
        return tuple(task for task in found.values() if task.status is TaskStatus.OVERDUE)


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
        mean=fmean(values.values()) if values else None,
        best=best,
        leading=len(leading),
        leaders=tuple(named(who) for who in leading[:MOST_LEADERS]),
        peer=peer,
        peer_rank=peer_rank,
        above=Above(named(nearest[1]), nearest[0], ranks.get(nearest[1])) if nearest else None,
    )


def index_standings(
    framework: Framework, standings: Mapping[str, Standing], briefing: Briefing
) -> tuple[IndexStanding, ...]:
    """The main indexes, most points lost first; ``standings`` by part id.

    Those that are told but give no points are left out, those of unknown points are not.
    """
    found = [
        IndexStanding(part=part, standing=standings.get(part.id), tasks=tasks_on(part, briefing))
        for part in framework.parts
        if part.max_points != 0
    ]

    def order(index: IndexStanding) -> tuple[bool, float, float]:
        return index.lost is None, -(index.lost or 0), -(index.part.max_points or 0)

    return tuple(sorted(found, key=order))


def shares_of(indexes: Iterable[IndexStanding]) -> dict[str, float]:
    """The values known of a unit's main indexes, by part id: what a roll-up or a what-if takes."""
    return {index.part.id: index.share for index in indexes if index.share is not None}


def rolled_from(framework: Framework, indexes: Iterable[IndexStanding]) -> RollUp | None:
    """The total worked out from the values known; ``None`` when none is."""
    shares = shares_of(indexes)
    return roll_up(framework, shares) if shares else None
