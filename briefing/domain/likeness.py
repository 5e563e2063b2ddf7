"""What sets one unit's figure apart from another's, so that the two are not like for like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from briefing.domain.figures import is_stale, rate_disagrees
from briefing.domain.frameworks import Framework
from briefing.domain.lineage import Relation, relation
from briefing.domain.model import Indicator, Measure, Observation, Unit, UnitKey


class Remark(StrEnum):
    """What is to be said about a cell.

    The first seven set it apart from the row's reference: another period, another qualifier,
    another definition, ranked among another number of units, a unit of another time, of another
    kind, or one of which the other became a part. ``OVERLAP``: of another unit of the row it is a
    part or the whole. ``STALE``, ``RATE`` (counts that do not give the printed rate) and ``NOTE``
    (what its row in the data says of it) are its own.
    """

    PERIOD = "period"
    QUALIFIER = "qualifier"
    DEFINITION = "definition"
    UNIVERSE = "universe"
    UNIT = "unit"
    KIND = "kind"
    PART = "part"
    OVERLAP = "overlap"
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
        Remark.KIND,
        Remark.PART,
    }
)
"""What sets a cell apart from the row's reference."""
NOT_COMPARABLE = frozenset({Remark.DEFINITION, Remark.UNIVERSE, Remark.PART})
"""Between what lies so far apart no difference is worked out."""

OFF_THE_SCALE = frozenset({Remark.UNIVERSE, Remark.PART, Remark.OVERLAP})
"""What lies on no scale of the row: ranks among another number of units, a whole beside its part.
"""


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
    """Says what sets figures apart; of two units it asks once how they stand to each other."""

    def __init__(self, as_of: date) -> None:
        self._as_of = as_of
        self._apart: dict[tuple[UnitKey, UnitKey], Remark | None] = {}

    def remarks(self, cells: Sequence[Found], reference: int) -> list[tuple[Remark, ...]]:
        """What is to be said about each of ``cells`` beside the one at ``reference``.

        Nothing without a figure. All are of one framework.
        """
        standard = cells[reference]
        other = standard.observation
        if other is None:
            return [()] * len(cells)
        said = [
            () if figure is None else self._said(unit, own, figure, standard, other)
            for unit, own, figure in cells
        ]
        having = [cell.unit for cell in cells if cell.observation is not None]
        return [
            (*told, Remark.OVERLAP)
            if Remark.UNIT in told
            and any(self._between(cell.unit, one) is Remark.PART for one in having)
            else told
            for cell, told in zip(cells, said, strict=True)
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
            if (apart := self._between(unit, reference.unit)) is not None:
                found.append(apart)
        if is_stale(mine, own, self._as_of):
            found.append(Remark.STALE)
        if rate_disagrees(mine, own):
            found.append(Remark.RATE)
        if mine.note and own.external:
            found.append(Remark.NOTE)
        return tuple(found)

    def _between(self, one: Unit, other: Unit) -> Remark | None:
        """Whether one became a part of the other, or they are of two kinds, or of two times."""
        pair = (one.key, other.key)
        if pair not in self._apart:
            self._apart[pair] = _apart(one, other)
        return self._apart[pair]


def overlap(one: Unit, other: Unit) -> bool:
    """Whether one became the other or a part of it, so that their figures tell of the same."""
    return relation(one, other) in (Relation.PREDECESSOR, Relation.SUCCESSOR)


def without_overlap(units: Iterable[Unit]) -> list[list[Unit]]:
    """The units in as few groups as come of their order, none with a unit and a part of it."""
    groups: list[list[Unit]] = []
    for unit in units:
        fitting = (one for one in groups if not any(overlap(unit, other) for other in one))
        group = next(fitting, None)
        if group is None:
            groups.append([unit])
        else:
            group.append(unit)
    return groups


def _apart(one: Unit, other: Unit) -> Remark | None:
    if overlap(one, other):
        return Remark.PART
    if one.kind is not other.kind:
        return Remark.KIND
    return Remark.UNIT if relation(one, other).mixes_times else None
