"""What sets one unit's figure apart from another's, so that the two are not like for like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from briefing.domain.figures import is_stale, rate_disagrees
from briefing.domain.frameworks import Framework
from briefing.domain.lineage import relation
from briefing.domain.model import Indicator, Measure, Observation, Unit, UnitKey


class Remark(StrEnum):
    """What is to be said about a cell.

    The first five set it apart from the row's reference: another period, another qualifier, another
    definition, ranked among another number of units, a unit of another kind or of another time.
    ``STALE``, ``RATE`` (counts that do not give the printed rate) and ``NOTE`` (what its row in the
    data says of it) are its own.
    """

    PERIOD = "period"
    QUALIFIER = "qualifier"
    DEFINITION = "definition"
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
        Remark.UNIVERSE,
        Remark.UNIT,
    }
)
"""What sets a cell apart from the row's reference."""
NOT_COMPARABLE = frozenset({Remark.DEFINITION, Remark.UNIVERSE})
"""Between what lies so far apart no difference is worked out."""

OFF_THE_SCALE = frozenset({Remark.UNIVERSE})
"""What lies on no scale of the row: ranks among another number of units."""


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


class Judge:
    """Says what sets figures apart; of two units it asks once whether they stood side by side."""

    def __init__(self, as_of: date) -> None:
        self._as_of = as_of
        self._apart: dict[tuple[UnitKey, UnitKey], bool] = {}

    def remarks(self, cells: Sequence[Found], reference: int) -> list[tuple[Remark, ...]]:
        """What is to be said about each of ``cells`` beside the one at ``reference``.

        Nothing without a figure. All are of one framework.
        """
        standard = cells[reference]
        other = standard.observation
        if other is None:
            return [()] * len(cells)
        return [
            () if figure is None else self._said(unit, own, figure, standard, other)
            for unit, own, figure in cells
        ]

    def _said(
        self, unit: Unit, own: Indicator, mine: Observation, reference: Found, other: Observation
    ) -> tuple[Remark, ...]:
        found = []
        if mine is not other:
            standard = reference.indicator
            if mine.end != other.end or mine.start != other.start:
                found.append(Remark.PERIOD)
            if mine.qualifier is not other.qualifier:
                found.append(Remark.QUALIFIER)
            if own is not standard and own.id != standard.id:
                found.append(Remark.DEFINITION)
            ranks = own.measure is standard.measure is Measure.RANK
            if ranks and universe(own, mine) != universe(standard, other):
                found.append(Remark.UNIVERSE)
            if self._are_apart(unit, reference.unit):
                found.append(Remark.UNIT)
        if is_stale(mine, own, self._as_of):
            found.append(Remark.STALE)
        if rate_disagrees(mine, own):
            found.append(Remark.RATE)
        if mine.note and own.external:
            found.append(Remark.NOTE)
        return tuple(found)

    def _are_apart(self, one: Unit, other: Unit) -> bool:
        """Whether they are of two kinds, or of two times."""
        pair = (one.key, other.key)
        found = self._apart.get(pair)
        if found is None:
            found = one.kind is not other.kind or relation(one, other).mixes_times
            self._apart[pair] = found
        return found
