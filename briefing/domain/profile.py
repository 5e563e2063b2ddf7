"""Where one unit stands in an index framework (vị thế), and where points can be won back.

Only figures of one period of one framework stand side by side.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from briefing.domain.editions import Period
from briefing.domain.frameworks import Framework, RollUp
from briefing.domain.index_standings import IndexStanding
from briefing.domain.model import Observation, Unit, UnitKind
from briefing.domain.placing import Standing
from briefing.domain.standing import Briefing, TaskStanding, TaskStatus
from briefing.domain.value import value


@value(kw_only=True)
class Moment:
    """A period for which results of a framework are known."""

    framework: Framework
    period: Period


@value(kw_only=True)
class Former:
    """The unit that the one shown was at the time of the results, and its total then.

    ``indexes`` are its main indexes by the ids of their parts, those of which anything is known.
    """

    unit: Unit
    total: Standing
    indexes: Mapping[str, Standing] = field(default_factory=dict)


@value(kw_only=True)
class Profile:
    """Where a unit stands in the results of one period.

    ``now`` is that period with its framework, ``None`` when no results are known at all;
    ``moments`` are all periods known, newest first. ``in_universe``: the unit was among those
    assessed, ``peer_in_universe``: the peer was; ``former`` is the one that it was then, by
    another name or status, if that was.
    ``national_mean`` is the mean of the total as published for all units. ``indexes``
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
    peer_in_universe: bool = False
    former: Former | None = None
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
    def is_ranked(self) -> bool:
        """Whether units are ranked by these results at all; the country stands alone."""
        return self.now is not None and self.unit.kind is not UnitKind.COUNTRY

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
