"""What sets one unit's figure apart from another's, so that the two are not like for like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from briefing.domain.figures import is_stale, rate_disagrees
from briefing.domain.frameworks import Framework
from briefing.domain.lineage import relation
from briefing.domain.model import Indicator, Measure, Observation, Unit


class Remark(StrEnum):
    """What is to be said about a cell.

    The first six set it apart from the row's reference: another period, another qualifier, another
    definition, another index framework (bộ chỉ số), ranked among another number of units, a unit
    of another kind or of another time. ``STALE``, ``RATE`` (counts that do not give the printed
    rate) and ``NOTE`` (what its row in the data says of it) are its own.
    """

    PERIOD = "period"
    QUALIFIER = "qualifier"
    DEFINITION = "definition"
    FRAMEWORK = "framework"
    UNIVERSE = "universe"
    UNIT = "unit"
    STALE = "stale"
    RATE = "rate"
    NOTE = "note"


UNLIKE = frozenset(
    {
        Remark.PERIOD,
        Remark.QUALIFIER,
        Remark.DEFINITION,
        Remark.FRAMEWORK,
        Remark.UNIVERSE,
        Remark.UNIT,
    }
)
"""What sets a cell apart from the row's reference."""
NOT_COMPARABLE = frozenset({Remark.DEFINITION, Remark.FRAMEWORK, Remark.UNIVERSE})
"""Between what lies so far apart no difference is worked out."""

OFF_THE_SCALE = frozenset({Remark.FRAMEWORK, Remark.UNIVERSE})
"""What lies on no scale of the row: values of another framework, ranks among another number."""


Owners = Mapping[str, Framework]
"""By indicator the framework to which its values belong."""


class Found(NamedTuple):
    """A cell before anything is said about it: the unit, by what it is measured, its figure."""

    unit: Unit
    indicator: Indicator
    observation: Observation | None


def owners(frameworks: Iterable[Framework]) -> dict[str, Framework]:
    """By indicator the framework to which its values belong."""
    return {name: framework for framework in frameworks for name in framework.indicators}


def framework_behind(owned: Owners, indicator: Indicator) -> Framework | None:
    """The framework to which an indicator's values belong, those of a rank by what it ranks."""
    return owned.get(indicator.id) or owned.get(indicator.rank_of or "")


def universe(indicator: Indicator, observation: Observation) -> float | None:
    """Among how many a rank is given: 13th of 63 is not 13th of 34."""
    if indicator.measure is not Measure.RANK:
        return None
    return observation.denominator or indicator.universe


def remarks(cell: Found, reference: Found, owned: Owners, as_of: date) -> tuple[Remark, ...]:
    """What is to be said about ``cell`` beside the row's ``reference``; nothing without a figure.

    A figure of another framework is of another definition anyway: only the framework is said.
    """
    mine, other = cell.observation, reference.observation
    if mine is None or other is None:
        return ()
    own, standard = cell.indicator, reference.indicator
    found = []
    if (mine.start, mine.end) != (other.start, other.end):
        found.append(Remark.PERIOD)
    if mine.qualifier is not other.qualifier:
        found.append(Remark.QUALIFIER)
    if own.id != standard.id:
        framework = framework_behind(owned, own)
        apart = framework is not None and framework != framework_behind(owned, standard)
        found.append(Remark.FRAMEWORK if apart else Remark.DEFINITION)
    if own.measure is standard.measure and universe(own, mine) != universe(standard, other):
        found.append(Remark.UNIVERSE)
    same_kind = cell.unit.kind is reference.unit.kind
    if not same_kind or relation(cell.unit, reference.unit).mixes_times:
        found.append(Remark.UNIT)
    if is_stale(mine, own, as_of):
        found.append(Remark.STALE)
    if rate_disagrees(mine, own):
        found.append(Remark.RATE)
    if mine.note and own.external:
        found.append(Remark.NOTE)
    return tuple(found)
