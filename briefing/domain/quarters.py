"""In which quarter of the ranked a place lies: what a tile of the map shows at a glance."""

from __future__ import annotations

from enum import StrEnum


class Quarter(StrEnum):
    """A quarter of the places, the best first."""

    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    LAST = "last"


def quarter_of(rank: int, out_of: int) -> Quarter:
    """The quarter of the ``rank``-th of ``out_of``: of 63 the first ends with 16, of 34 with 9."""
    quarters = tuple(Quarter)
    return quarters[min((rank - 1) * 4 // max(out_of, 1), 3)]


def bounds(out_of: int) -> dict[Quarter, tuple[int, int]]:
    """The first and last place of each quarter that has any, of ``out_of`` places."""
    found: dict[Quarter, tuple[int, int]] = {}
    for rank in range(1, out_of + 1):
        quarter = quarter_of(rank, out_of)
        found[quarter] = (found.get(quarter, (rank, rank))[0], rank)
    return found
