"""What one unit's figure is held against: the mean of its region, of all units, the best one.

All are of one edition: the same indicator (hence one framework) and the same period as the figure
beside them, among the units that existed then. Regions are those of the 63 provinces; a region is
that of one unit, whosever figure it stands beside.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from briefing.domain import averages, goals
from briefing.domain.model import (
    Better,
    Measure,
    Observation,
    Qualifier,
    Unit,
    UnitKey,
)
from briefing.domain.universe import listed_once
from briefing.domain.value import value

if TYPE_CHECKING:
    from briefing.domain.editions import Edition, Figure


class Yardstick(StrEnum):
    """What stands in a column beside units (trung bình vùng, trung bình cả nước, tốt nhất)."""

    REGION = "region"
    MEAN = "mean"
    BEST = "best"


class Lacking(StrEnum):
    """Why there is nothing to hold a figure against.

    No mean is taken of ranks or of plain counts, which tell how large a unit is; nothing is best
    where no direction is better; a unit may have no region (those of after 2025-07-01), be the
    only one with a figure of the period, or not be among the units that could have one.
    """

    RANK = "rank"
    SIZE = "size"
    DIRECTION = "direction"
    REGION = "region"
    ALONE = "alone"
    ELSEWHERE = "elsewhere"


@value(kw_only=True)
class Against:
    """What a row's reference is held against.

    ``value`` is ``None`` where there is nothing, for the reason ``lacking``. ``entered`` of ``of``
    units have a figure of the same indicator and period, and the value is worked out from those
    alone; ``hedged`` of them were said with "trên", "gần", "khoảng" or "ước". ``published`` is a
    mean that a source printed: it stands in place of one worked out. ``who`` are the best units,
    ``sure`` tells whether none of the units without a figure can be better. ``share`` is the
    length of the bar on the row's scale. ``region_of`` is the unit whose region a mean is of.
    """

    yardstick: Yardstick
    value: float | None = None
    lacking: Lacking | None = None
    entered: int = 0
    of: int = 0
    hedged: int = 0
    published: Observation | None = None
    who: tuple[Unit, ...] = ()
    sure: bool = True
    share: float | None = None
    region_of: Unit | None = None

    @property
    def is_partial(self) -> bool:
        """Whether units that could have a figure are left out of what was worked out."""
        return self.published is None and self.entered < self.of


def held_against(
    yardstick: Yardstick, edition: Edition, unit: Unit, published: Observation | None = None
) -> Against:
    """What a figure in ``edition`` is held against; missing units are never zero.

    A region is that of ``unit``. ``published`` is the mean of all units that a source printed for
    the edition's period.
    """
    found = _held_against(yardstick, edition, unit, published)
    return replace(found, region_of=unit) if yardstick is Yardstick.REGION else found


def _held_against(
    yardstick: Yardstick, edition: Edition, unit: Unit, published: Observation | None
) -> Against:
    indicator = edition.indicator
    universe = _universe(yardstick, edition, unit)
    figures = {one.key: edition.values[one.key] for one in universe if one.key in edition.values}
    entered, of = len(figures), len(universe)
    lacking = _lacking(yardstick, edition, unit, universe)
    if yardstick is Yardstick.MEAN and published is not None:
        return Against(
            yardstick=yardstick, value=published.value, published=published, entered=entered, of=of
        )
    if lacking is None and len(figures) < 2:
        lacking = Lacking.ALONE
    if lacking is not None:
        return Against(yardstick=yardstick, lacking=lacking, entered=entered, of=of)
    hedged = sum(figure.qualifier is not Qualifier.EXACT for figure in figures.values())
    if yardstick is Yardstick.BEST:
        return _best(edition, figures, hedged)
    mean = averages.mean([figure.value for figure in figures.values()], indicator)
    return Against(yardstick=yardstick, value=mean, hedged=hedged, entered=entered, of=of)


def _universe(yardstick: Yardstick, edition: Edition, unit: Unit) -> Sequence[Unit]:
    """Whom the yardstick is of; nobody where regions do not divide all units of the edition.

    A province made in 2025 of parts of two regions belongs to neither, so that a region of the 34
    would be the mean of some of it only. Nobody either where the unit is of another time or kind.
    """
    if yardstick is not Yardstick.REGION:
        return edition.units
    if not unit.region or listed_once(edition.units).find(unit.key) is None:
        return ()
    if any(not one.region for one in edition.units):
        return ()
    return [one for one in edition.units if one.region == unit.region]


def _lacking(
    yardstick: Yardstick, edition: Edition, unit: Unit, universe: Sequence[Unit]
) -> Lacking | None:
    indicator = edition.indicator
    if indicator.measure is Measure.RANK and yardstick is not Yardstick.BEST:
        return Lacking.RANK
    if not indicator.measure.has_mean and indicator.measure is not Measure.RANK:
        return Lacking.SIZE
    if yardstick is Yardstick.REGION and not universe:
        here = not unit.region or listed_once(edition.units).find(unit.key) is not None
        return Lacking.REGION if here else Lacking.ELSEWHERE
    if yardstick is Yardstick.BEST and indicator.better is Better.NEITHER:
        return Lacking.DIRECTION
    return None


def _best(edition: Edition, figures: Mapping[UnitKey, Figure], hedged: int) -> Against:
    least = edition.indicator.better is Better.LOWER
    first = (min if least else max)(figure.value for figure in figures.values())
    who = tuple(
        unit
        for unit in edition.units
        if unit.key in figures and goals.is_tie(figures[unit.key].value, first)
    )
    ranked = [edition.ranks[unit.key].value for unit in who if unit.key in edition.ranks]
    is_first = edition.indicator.measure is Measure.RANK and first == 1
    return Against(
        yardstick=Yardstick.BEST,
        value=first,
        entered=len(figures),
        of=len(edition.units),
        hedged=hedged,
        who=who,
        sure=len(figures) >= len(edition.units) or is_first or 1 in ranked,
    )
