"""The totals of an index that are published, and between which ranks another total would come.

Ranks are published for all units, totals for a few. A unit that is published with a rank and a
total proves how many others lie above any other total: rank 5 with 0.6924 says that exactly four
are above 0.6924, whoever they are. Between two such marks only an interval of ranks is known.
Totals are compared at the four decimals in which they are published; units of different ranks are
taken to have different totals.
"""

from __future__ import annotations

from collections import Counter

from briefing.domain.editions import Edition
from briefing.domain.model import Qualifier, UnitKey
from briefing.domain.totals import ANY, SCALE, Between, Mark, RankRange, steps
from briefing.domain.value import value


@value(kw_only=True)
class PublishedTotals:
    """What is published of all units' totals in one edition, seen from the unit ``own``.

    ``marks`` are those with an exact total, the best first; ``ranks`` all published ranks.
    ``universe`` counts all that are ranked, ``own`` among them.
    """

    own: UnitKey
    universe: int
    marks: tuple[Mark, ...]
    ranks: dict[UnitKey, int]

    @property
    def own_rank(self) -> int | None:
        """The unit's published rank."""
        return self.ranks.get(self.own)

    @property
    def own_total(self) -> float | None:
        """The unit's published total, 0 to 1."""
        return next((mark.total for mark in self.marks if mark.unit.key == self.own), None)

    def own_between(self) -> Between:
        """Where the unit's total must lie: as published, else between those ranked around it."""
        total, rank = self.own_total, self.own_rank
        if total is not None:
            return Between(total, total)
        if rank is None:
            return ANY
        low, high = 0, SCALE
        for mark in self.marks:
            if mark.rank == rank:
                return Between(mark.total, mark.total)
            if mark.rank is not None and mark.rank < rank:
                high = min(high, steps(mark.total) - 1)
            elif mark.rank is not None:
                low = max(low, steps(mark.total) + 1)
        return Between(low / SCALE, high / SCALE) if low <= high else ANY

    def rank_of(self, total: float) -> RankRange:
        """Between which ranks the unit would come with ``total``, all others unchanged.

        A total equal to a published one shares its rank. Where published ranks and totals
        contradict each other, both ends are told.
        """
        least, most = self._others_above(steps(total))
        best, worst = sorted(min(max(above, 0) + 1, self.universe) for above in (least, most))
        return RankRange(best, worst, self.universe)

    def sure_of(self, rank: int) -> Mark | None:
        """The lowest published total that proves ``rank`` or better; ``None`` when none does."""
        proving = (mark for mark in self.marks if self.rank_of(mark.total).worst <= rank)
        return min(proving, key=lambda mark: mark.total, default=None)

    def possible_from(self, rank: int) -> float:
        """The lowest total with which ``rank`` or better is not ruled out, 0 to 1."""
        tried = {0, SCALE}
        for mark in self.marks:
            tried |= {steps(mark.total), min(steps(mark.total) + 1, SCALE)}
        found = (one for one in sorted(tried) if self._others_above(one)[0] < rank)
        return next(found, SCALE) / SCALE

    def around(self, total: float) -> tuple[Mark | None, Mark | None]:
        """The nearest published totals of others above ``total``, and not above it."""
        at = steps(total)
        others = [mark for mark in self.marks if mark.unit.key != self.own]
        above = [mark for mark in others if steps(mark.total) > at]
        below = [mark for mark in others if steps(mark.total) <= at]
        return (above[-1] if above else None, below[0] if below else None)

    def within(self, total: Between) -> tuple[Mark, ...]:
        """The published totals of others from its low end to its high end, the best first."""
        low, high = steps(total.low), steps(total.high)
        others = (mark for mark in self.marks if mark.unit.key != self.own)
        return tuple(mark for mark in others if low <= steps(mark.total) <= high)

    def _others_above(self, at: int) -> tuple[int, int]:
        """How many other units have a total above ``at`` steps: at least, at most."""
        others = self.universe - 1
        named = [steps(mark.total) for mark in self.marks if mark.unit.key != self.own]
        least = sum(total > at for total in named)
        most = others - (len(named) - least) if at < SCALE else 0
        shared = Counter(self.ranks.values())
        for mark in self.marks:
            if mark.rank is None:
                continue
            total = steps(mark.total)
            better = mark.rank - 1 - self._own_is_better(mark, sure=True)
            if total > at:
                up_to_mark = mark.rank - 1 + max(shared[mark.rank], 1)
                least = max(least, up_to_mark - self._own_is_within(mark))
                continue
            most = min(most, better)
            if total == at:
                least = max(least, mark.rank - 1 - self._own_is_better(mark, sure=False))
        return least, most

    def _own_is_better(self, mark: Mark, *, sure: bool) -> bool:
        """Whether the unit itself is among those ranked above ``mark``; else not ``sure``."""
        if mark.unit.key == self.own:
            return False
        if self.own_rank is not None and mark.rank is not None:
            return self.own_rank < mark.rank
        if self.own_total is not None:
            return steps(self.own_total) > steps(mark.total)
        return not sure

    def _own_is_within(self, mark: Mark) -> bool:
        """Whether the unit itself may be among those ranked like ``mark`` or above it."""
        if mark.unit.key == self.own:
            return True
        if self.own_rank is not None and mark.rank is not None:
            return self.own_rank <= mark.rank
        return self.own_total is None or steps(self.own_total) >= steps(mark.total)


def published_totals(edition: Edition, own: UnitKey) -> PublishedTotals:
    """What an edition of a framework's totals proves; totals said with "trên", "khoảng" do not."""
    named = {unit.key: unit for unit in edition.units}
    ranks = {key: round(figure.value) for key, figure in edition.ranks.items()}
    marks = [
        Mark(named[key], figure.value, ranks.get(key))
        for key, figure in edition.values.items()
        if key in named and figure.qualifier is Qualifier.EXACT
    ]
    marks.sort(key=lambda mark: -mark.total)
    universe = (edition.rank or edition.indicator).universe or len(edition.units)
    return PublishedTotals(own=own, universe=universe, marks=tuple(marks), ranks=ranks)
