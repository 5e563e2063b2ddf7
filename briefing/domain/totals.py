"""Totals of an index (0 to 1) and the ranks they come to, as far as they are known.

Totals are compared at the four decimals in which they are published.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from briefing.domain.model import Unit

SCALE = 10_000
"""Steps from 0 to 1: a total is published with four decimals."""


class Mark(NamedTuple):
    """A unit's published total (0 to 1), and its published rank if there is one."""

    unit: Unit
    total: float
    rank: int | None


class RankRange(NamedTuple):
    """The best and the worst rank that what is published allows, of ``universe`` units."""

    best: int
    worst: int
    universe: int

    @property
    def is_exact(self) -> bool:
        """Whether only one rank is left."""
        return self.best == self.worst


class Between(NamedTuple):
    """The lowest and the highest total that is possible, 0 to 1."""

    low: float
    high: float

    @property
    def is_exact(self) -> bool:
        """Whether only one total is left."""
        return self.low == self.high


ANY = Between(0.0, 1.0)
"""A total of which nothing is known."""


def steps(total: float | Decimal) -> int:
    """A total as published, in ten-thousandths; a half is rounded up."""
    exact = total if isinstance(total, Decimal) else Decimal(repr(total))
    return int((exact * SCALE).quantize(Decimal(1), ROUND_HALF_UP))
