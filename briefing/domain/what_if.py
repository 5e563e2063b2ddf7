"""What raising some indexes would do to a unit's total, points and rank. Nothing is stored.

All other units are taken to stay as published. What is not published stays
open: a total or a rank is then an interval.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from briefing.domain.assumed_indexes import (
    ONE,
    ZERO,
    Change,
    Row,
    exactly,
    gain_of,
    rolled_up,
    row_of,
    weights_of,
)
from briefing.domain.frameworks import Framework, Part
from briefing.domain.published_totals import PublishedTotals
from briefing.domain.totals import SCALE, Between, Mark, RankRange, steps
from briefing.domain.value import value

ROUNDING = 1
"""Ten-thousandths by which a published total may differ from what rounded indexes add up to."""


@value(kw_only=True)
class WhatIf:
    """A unit's total before and after, and the rank that follows.

    Totals are 0 to 1; ``gain`` is the least and the most that the total changes by, and ``None``
    when the values before are all assumed. ``published`` tells whether the total before is a
    published one; ``rolled_up`` is what its indexes add up to, ``None`` when some are missing.
    ``above`` and ``below`` are the nearest published totals of others around the new one,
    ``within`` those that lie in it where it is itself an interval.
    """

    framework: Framework
    totals: PublishedTotals
    rows: tuple[Row, ...]
    before: Between
    after: Between
    gain: Between | None
    published: bool
    rolled_up: float | None
    rank_before: RankRange
    rank_after: RankRange
    above: Mark | None
    below: Mark | None
    within: tuple[Mark, ...]

    @property
    def missing(self) -> tuple[Part, ...]:
        """The main indexes of which nothing is known after the change."""
        return tuple(row.part for row in self.rows if row.after is None)

    @property
    def without_values(self) -> bool:
        """Whether not one main index of the unit is published."""
        return all(row.before is None for row in self.rows)

    @property
    def contradicts(self) -> bool:
        """Whether the indexes published do not add up to the total published."""
        return (
            self.published
            and self.rolled_up is not None
            and abs(steps(self.rolled_up) - steps(self.before.low)) > ROUNDING
        )


def what_if(
    framework: Framework,
    shares: Mapping[str, float],
    changes: Mapping[str, Change],
    totals: PublishedTotals,
) -> WhatIf:
    """What ``changes`` (by part id) to the published ``shares`` (0 to 1, by part id) would do.

    An index without a published value takes an assumed one; raising it from where nobody knows
    counts in full, as if it did not pass 1. Raises ``NotComputableError`` where the framework's
    points do not allow a total, ``KeyError`` for a part that is no main index with points.
    """
    weights = weights_of(framework)
    for id_ in changes:
        weights[id_]
    rows = tuple(
        row_of(part, weights[part.id], framework.total, shares.get(part.id), changes.get(part.id))
        for part in framework.scored
    )
    own = totals.own_between()
    published = totals.own_total is not None
    rolled = rolled_up(framework, {row.part.id: row.before for row in rows})
    before = _within(own, rolled)
    gain = gain_of(rows, changes, weights)
    after = _after(framework, rows, before, gain, published and rolled.is_exact)
    rank_before, rank_after = _ranks(totals, before, after, gain)
    above, below = totals.around(after.high)
    assumed = all(row.before is None for row in rows) and not any(row.after is None for row in rows)
    return WhatIf(
        framework=framework,
        totals=totals,
        rows=rows,
        before=before,
        after=after,
        gain=None if assumed else Between(float(gain[0]), float(gain[1])),
        published=published,
        rolled_up=rolled.low if rolled.is_exact else None,
        rank_before=rank_before,
        rank_after=rank_after,
        above=above,
        below=below if after.is_exact else totals.around(after.low)[1],
        within=() if after.is_exact else totals.within(after),
    )


def _within(first: Between, second: Between) -> Between:
    """Where both hold; the first alone where they contradict each other."""
    if first.is_exact:
        return first
    if second.is_exact:
        return second
    low, high = max(first.low, second.low), min(first.high, second.high)
    return Between(low, high) if low <= high else first


def _after(
    framework: Framework,
    rows: Iterable[Row],
    before: Between,
    gain: tuple[Decimal, Decimal],
    anchored: bool,
) -> Between:
    """The new total: the published one moved when ``anchored``, else from all indexes if known."""
    whole = rolled_up(framework, {row.part.id: row.after for row in rows})
    low, high = exactly(before.low) + gain[0], exactly(before.high) + gain[1]
    moved = Between(float(min(max(low, ZERO), ONE)), float(min(max(high, ZERO), ONE)))
    if anchored:
        return _rounded(moved)
    return _rounded(whole if whole.is_exact else _within(moved, whole))


def _rounded(total: Between) -> Between:
    return Between(steps(total.low) / SCALE, steps(total.high) / SCALE)


def _ranks(
    totals: PublishedTotals, before: Between, after: Between, gain: tuple[Decimal, Decimal]
) -> tuple[RankRange, RankRange]:
    """The rank before and after; who does not fall is not overtaken."""
    own, universe = totals.own_rank, totals.universe
    if own is not None:
        first = RankRange(own, own, universe)
    else:
        ends = (totals.rank_of(before.high).best, totals.rank_of(before.low).worst)
        first = RankRange(min(ends), max(ends), universe)
    best, worst = totals.rank_of(after.high).best, totals.rank_of(after.low).worst
    if gain[0] >= 0:
        best, worst = min(best, first.worst), min(worst, first.worst)
    if gain[1] <= 0:
        best, worst = max(best, first.best), max(worst, first.best)
    return first, RankRange(min(best, worst), max(best, worst), universe)
