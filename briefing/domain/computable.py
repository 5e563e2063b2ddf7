"""Whether totals of a framework can be worked out from its main indexes, or why they cannot.

Only then can other values of the indexes be assumed.
"""

from __future__ import annotations

from enum import StrEnum

from briefing.domain.assumed_indexes import NotComputableError, weights_of
from briefing.domain.frameworks import Framework
from briefing.domain.profile import Moment, Profile


class Obstacle(StrEnum):
    """Why totals of a framework cannot be worked out."""

    POINTS = "points"
    """Maximum points are missing or do not add up."""
    VALUES = "values"
    """The points are known, but no values of the main indexes or of the total are published."""


def obstacle(framework: Framework) -> Obstacle | None:
    """What stands against working out totals of a framework; ``None`` when nothing does."""
    try:
        weights_of(framework)
    except NotComputableError:
        return Obstacle.POINTS
    measured = (framework.indicator, *(part.indicator for part in framework.scored))
    return Obstacle.VALUES if None in measured else None


def allows_what_if(profile: Profile) -> bool:
    """Whether the unit existed in a period with results that can be worked out."""
    return any(
        obstacle(moment.framework) is None and _existed(profile, moment)
        for moment in profile.moments
    )


def _existed(profile: Profile, moment: Moment) -> bool:
    unit, end = profile.unit, moment.period.end
    begun = unit.key.valid_from is None or unit.key.valid_from <= end
    return begun and (unit.valid_to is None or end <= unit.valid_to)
