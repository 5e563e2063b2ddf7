"""A unit's main indexes in a framework: the points lost on each, and who works on it.

A point lost is a point of the total that the unit did not get: an index worth 100 of 1,000 points
at 0.62 loses 38.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.domain.addressing import tasks_on
from briefing.domain.frameworks import Framework, Part, RollUp, roll_up
from briefing.domain.placing import Standing
from briefing.domain.standing import Briefing, TaskStanding, TaskStatus
from briefing.domain.value import value


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
