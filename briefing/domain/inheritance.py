"""What predecessors left to the unit that took over from them: their figures, and the sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.domain.combining import Combined, Refusal
from briefing.domain.model import Indicator, Observation, Unit
from briefing.domain.value import value

if TYPE_CHECKING:
    from briefing.domain.frameworks import Framework
    from briefing.domain.standing import Figure


@value(kw_only=True)
class Former:
    """One predecessor with the newest figure of each indicator that was known on the day."""

    unit: Unit
    figures: tuple[Figure, ...]


@value(kw_only=True)
class Inherited:
    """What the predecessors left: their newest figures, and those that may be added up.

    ``sums`` holds one entry for each indicator that can be added, of the newest period told.
    """

    former: tuple[Former, ...]
    sums: tuple[Combined, ...]


@value(kw_only=True)
class FormerSeries:
    """One predecessor's values on an indicator, newest first.

    ``indicator`` is another definition of the one asked for where the predecessor has only that,
    ``framework`` the one it belongs to where that is another too.
    """

    unit: Unit
    indicator: Indicator
    values: tuple[Observation, ...]
    framework: Framework | None = None


@value(kw_only=True)
class InheritedSeries:
    """The predecessors' values on one indicator, each on its own, and what they add up to.

    ``silent`` are predecessors without any value. ``refusal`` says why nothing of this indicator
    can be added up; ``None`` where ``sums`` tells for each period.
    """

    series: tuple[FormerSeries, ...]
    silent: tuple[Unit, ...]
    sums: tuple[Combined, ...]
    refusal: Refusal | None = None
