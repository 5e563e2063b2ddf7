"""The smallest even raise of a unit's indexes that reaches a rank. Nothing is stored.

The same amount on each index, none beyond 1. A rank is reached by the published total that proves
it; a total equal to it shares the rank. All other units are taken to stay as published.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from enum import StrEnum

from briefing.domain.assumed_indexes import Change
from briefing.domain.frameworks import Framework, Part
from briefing.domain.published_totals import PublishedTotals
from briefing.domain.totals import SCALE, Between, Mark, steps
from briefing.domain.value import value
from briefing.domain.what_if import WhatIf, what_if


class Reach(StrEnum):
    """What came of asking for the smallest even raise that reaches a rank."""

    ALREADY = "already"
    """The unit has that rank or a better one."""
    REACHES = "reaches"
    """The raise reaches it."""
    OUT_OF_REACH = "out_of_reach"
    """Even with the indexes raised to 1 it is not reached for sure, or not at all."""
    NO_TOTALS = "no_totals"
    """No published total proves that rank."""
    NO_VALUES = "no_values"
    """Some index has no value; only the total to reach is known."""


@value(kw_only=True)
class EvenRaise:
    """The smallest raise, the same on each index and none beyond 1, that reaches ``rank``.

    ``mark`` is the published total that proves the rank: reaching it shares its rank.
    ``possible_from`` is the total below which the rank is ruled out. ``by`` is the raise (0 to 1,
    four decimals) to the first, ``possible_by`` to the second; ``None`` where it is not known or
    not enough. ``raised`` are the indexes that may be raised, ``highest`` the total with all of
    them at 1, ``outcome`` what the raise leads to (what is there without one).
    """

    rank: int
    reach: Reach
    mark: Mark | None
    possible_from: float
    by: float | None
    possible_by: float | None
    raised: tuple[Part, ...]
    highest: float | None
    outcome: WhatIf

    @property
    def is_exact(self) -> bool:
        """Whether no smaller raise could do."""
        return self.by == self.possible_by

    @property
    def is_ruled_out(self) -> bool:
        """Whether even the indexes raised to 1 stay below every total with which it is possible."""
        return self.reach is Reach.OUT_OF_REACH and self.possible_by is None

    @property
    def capped(self) -> tuple[Part, ...]:
        """Those raised that stop at 1, and so rise by less than ``by``."""
        return tuple(
            row.part for row in self.outcome.rows if row.capped and row.part in self.raised
        )

    @property
    def between(self) -> tuple[Mark, ...]:
        """Published totals of others with which the rank is possible though not sure."""
        if self.mark is None:
            return ()
        totals, most = self.outcome.totals, steps(self.mark.total) - 1
        return totals.within(Between(self.possible_from, most / SCALE))


def even_raise(
    framework: Framework,
    shares: Mapping[str, float],
    rank: int,
    totals: PublishedTotals,
    *,
    changes: Mapping[str, Change] | None = None,
    only: Collection[str] = (),
) -> EvenRaise:
    """The smallest even raise of the main indexes, or of those in ``only``, that reaches ``rank``.

    ``changes`` are made first. Raises ``NotComputableError``, and ``ValueError`` for a rank beyond
    1 to the universe.
    """
    if not 1 <= rank <= totals.universe:
        raise ValueError(rank)
    changes = changes or {}
    now = what_if(framework, shares, changes, totals)
    raised = tuple(part for part in framework.scored if not only or part.id in only)
    base = {row.part.id: row.after for row in now.rows if row.after is not None}
    mark, possible = totals.sure_of(rank), totals.possible_from(rank)

    def with_raise(by: int) -> WhatIf:
        lifted = {part.id: Change(_lifted(base[part.id], by)) for part in raised}
        return what_if(framework, shares, {**changes, **lifted}, totals)

    by = possible_by = highest = None
    reach = Reach.REACHES
    if now.rank_after.worst <= rank:
        reach, by, possible_by = Reach.ALREADY, 0.0, 0.0
    elif now.missing:
        reach = Reach.NO_VALUES
    else:
        highest = with_raise(SCALE).after.low
        possible_by = _smallest(with_raise, possible)
        by = None if mark is None else _smallest(with_raise, mark.total)
        if by is None:
            unproven = mark is None and possible_by is not None
            reach = Reach.NO_TOTALS if unproven else Reach.OUT_OF_REACH
    return EvenRaise(
        rank=rank,
        reach=reach,
        mark=mark,
        possible_from=possible,
        by=by,
        possible_by=possible_by,
        raised=raised,
        highest=highest,
        outcome=with_raise(steps(by)) if by else now,
    )


def _lifted(share: float, by: int) -> float:
    """A share raised by ``by`` steps; what lies beyond 1 is capped where the change is made."""
    return float(Decimal(repr(share)) + Decimal(by) / SCALE)


def _smallest(with_raise: Callable[[int], WhatIf], wanted: float) -> float | None:
    """The smallest raise (0 to 1) that leads to the total ``wanted``; ``None`` if none does."""
    low, high = 0, SCALE
    if with_raise(high).after.low < wanted:
        return None
    while low < high:
        middle = (low + high) // 2
        if with_raise(middle).after.low >= wanted:
            high = middle
        else:
            low = middle + 1
    return low / SCALE
