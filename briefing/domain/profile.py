"""Where one unit stands in an index framework (vị thế), and where points can be won back.

A point lost is a point of the total that the unit did not get: an index worth 100 of 1,000 points
at 0.62 loses 38. Only figures of one period of one framework stand side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from statistics import fmean

from briefing.domain.frameworks import Framework, Part, RollUp, roll_up
from briefing.domain.model import Better, Indicator, Unit, UnitKey
from briefing.domain.ranking import Edition, Figure, Period
from briefing.domain.standing import Briefing, TaskStanding, TaskStatus
from briefing.domain.value import value


@value(kw_only=True)
class Standing:
    """One unit on one indicator in one edition, and what stands beside it.

    ``figure`` is the unit's own value, ``peer`` that of the unit set beside it, ``rank`` its
    published rank out of ``universe``; each ``None`` when nobody published it. ``place`` is the
    competition rank among the ``counted`` values known, which are those of all units only when
    ``is_whole``. ``mean`` and ``best`` are over the values known; ``leaders`` have the best one.
    """

    indicator: Indicator
    figure: Figure | None
    rank: Figure | None
    universe: int
    counted: int
    place: int | None
    mean: float | None
    best: float | None
    leaders: tuple[Unit, ...]
    peer: Figure | None
    peer_rank: Figure | None
    next_above: float | None
    """The lowest value known above the unit's own."""

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
    assessed. ``indexes`` come in the order of points lost, the most first; those without a value
    after them, in the order of their maximum. ``before`` is the unit's total in the period before,
    when both belong to one framework and one universe; ``apart`` is the period before when they do
    not. ``told_at`` is the newest period with values of main indexes, when this one has none.
    ``general`` are open tasks that serve a target on the total itself.
    """

    briefing: Briefing
    peer: Unit | None
    now: Moment | None
    moments: tuple[Moment, ...]
    in_universe: bool
    total: Standing | None
    pillars: tuple[Standing, ...]
    indexes: tuple[IndexStanding, ...]
    rolled: RollUp | None
    before: Standing | None
    before_period: Period | None
    apart: Moment | None
    told_at: Moment | None
    general: tuple[TaskStanding, ...]
    published_on: date | None

    @property
    def unit(self) -> Unit:
        """The unit."""
        return self.briefing.unit

    @property
    def lost(self) -> float | None:
        """Points lost on all indexes whose value is known; ``None`` when none is."""
        found = [index.lost for index in self.indexes if index.lost is not None]
        return sum(found) if found else None

    @property
    def idle(self) -> tuple[IndexStanding, ...]:
        """The indexes that no open task addresses."""
        return tuple(index for index in self.indexes if not index.tasks)

    @property
    def late(self) -> tuple[TaskStanding, ...]:
        """The overdue tasks of all indexes, each once."""
        found = {
            task.task.id: task
            for index in self.indexes
            for task in index.tasks
            if task.status is TaskStatus.OVERDUE
        }
        return tuple(found.values())


def standing_in(edition: Edition, unit: UnitKey, peer: UnitKey | None = None) -> Standing:
    """One unit in an edition. A unit without a value is in no mean and on no place."""
    worths = {key: figure.value for key, figure in edition.values.items()}
    lower = edition.indicator.better is Better.LOWER
    own = worths.get(unit)
    pick = min if lower else max
    best = pick(worths.values(), default=None)
    leaders = (one for one in edition.units if best is not None and worths.get(one.key) == best)
    ahead = []
    if own is not None:
        ahead = [one for one in worths.values() if (one < own if lower else one > own)]
    return Standing(
        indicator=edition.indicator,
        figure=edition.values.get(unit),
        rank=edition.ranks.get(unit),
        universe=(edition.rank or edition.indicator).universe or len(edition.units),
        counted=len(worths),
        place=None if own is None else 1 + len(ahead),
        mean=fmean(worths.values()) if worths else None,
        best=best,
        leaders=tuple(leaders),
        peer=None if peer is None else edition.values.get(peer),
        peer_rank=None if peer is None else edition.ranks.get(peer),
        next_above=(max if lower else min)(ahead, default=None),
    )


def tasks_on(part: Part, briefing: Briefing) -> tuple[TaskStanding, ...]:
    """The open tasks that address a main index, overdue first, then by deadline.

    A task does when its pillar is the index's own or the index itself, or when it serves a target
    of which that holds.
    """
    subjects = {part.id, part.pillar} - {None}
    measured = {part.indicator, part.rank} - {None}
    served = {
        target.target.id
        for target in briefing.targets
        if target.target.pillar in subjects
        or target.target.indicator in measured
        or (target.indicator is not None and target.indicator.pillar in subjects)
    }
    return _urgent(
        task
        for task in briefing.tasks
        if task.task.pillar in subjects or not served.isdisjoint(task.task.targets)
    )


def tasks_on_total(framework: Framework, briefing: Briefing) -> tuple[TaskStanding, ...]:
    """The open tasks that serve a target on the framework's total or its rank."""
    wanted = {framework.indicator, framework.rank} - {None}
    served = {one.target.id for one in briefing.targets if one.target.indicator in wanted}
    return _urgent(task for task in briefing.tasks if not served.isdisjoint(task.task.targets))


def _urgent(tasks: Iterable[TaskStanding]) -> tuple[TaskStanding, ...]:
    def order(task: TaskStanding) -> tuple[bool, date, str]:
        return task.status is not TaskStatus.OVERDUE, task.due or date.max, task.task.id

    return tuple(sorted((task for task in tasks if task.status.is_open), key=order))


def index_standings(
    framework: Framework, standings: Mapping[str, Standing], briefing: Briefing
) -> tuple[IndexStanding, ...]:
    """The scored main indexes, most points lost first; ``standings`` by part id."""
    found = [
        IndexStanding(part=part, standing=standings.get(part.id), tasks=tasks_on(part, briefing))
        for part in framework.scored
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
