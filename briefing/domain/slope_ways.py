"""The ways of a slope chart's lines from end to end: level, upright, level again.

Two lines meet only where the one runs level and the other upright, so that each goes straight on
there; no two share a piece of a line. Each turns at a column of its own. Where one begins on the
line on which another ends, it has to turn first; where lines change places in a ring, one of them
turns twice, over a line that is nobody's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Ends(NamedTuple):
    """The lines on which a unit's two labels stand, from 0 at the top."""

    before: int
    after: int


class Turn(NamedTuple):
    """A piece upright: whose, on which line it is met from the left and left to the right."""

    way: int
    enters: int
    leaves: int


def detours(ends: Sequence[Ends]) -> tuple[dict[int, int], int | None]:
    """For each ring the number of a way that turns twice, and the line that it turns over.

    The second: a line below which a blank one is needed for a ring that finds none; ``None`` where
    all do.
    """
    taken = {line for end in ends for line in end}
    found: dict[int, int] = {}
    for ring in _rings(ends):
        free = (
            (way, line)
            for way in ring
            for line in range(min(ends[way]) + 1, max(ends[way]))
            if line not in taken
        )
        way, line = next(free, (None, 0))
        if way is None:
            return found, min(min(ends[way]) for way in ring)
        found[way] = line
        taken.add(line)
    return found, None


def _rings(ends: Sequence[Ends]) -> list[list[int]]:
    """Ways each of which begins where the next one ends, round to the first."""
    arriving = {end.after: way for way, end in enumerate(ends) if end.before != end.after}
    seen: set[int] = set()
    found = []
    for first in range(len(ends)):
        run: list[int] = []
        way: int | None = first
        while way is not None and way not in seen:
            seen.add(way)
            run.append(way)
            way = arriving.get(ends[way].before)
        if way is not None and way in run:
            found.append(run[run.index(way) :])
    return found


def turns(ends: Sequence[Ends]) -> list[Turn]:
    """All upright pieces in the order of their columns, from the left; with few crossings.

    ``ends`` leave a blank line to each ring, as ``slope.lines_of`` does.
    """
    over, _ = detours(ends)
    made: list[Turn] = []
    for way, end in enumerate(ends):
        if end.before != end.after:
            line = over.get(way, end.after)
            made.append(Turn(way, end.before, line))
            if way in over:
                made.append(Turn(way, line, end.after))
    waiting = {
        turn: {
            other
            for other in made
            if other is not turn
            and (other.leaves == turn.enters if other.way == turn.way else _goes_first(other, turn))
        }
        for turn in made
    }
    ordered: list[Turn] = []
    while waiting:
        ready = [turn for turn, others in waiting.items() if others.isdisjoint(waiting)]
        best = min(ready, key=lambda turn: sum(_cost(turn, other) for other in waiting))
        ordered.append(best)
        del waiting[best]
    return ordered


def _goes_first(one: Turn, other: Turn) -> bool:
    """Whether the one leaves a line before the other comes to run on it."""
    return one.enters == other.leaves


def _cost(left: Turn, right: Turn) -> int:
    """The crossings when the one turns left of the other, over those the other way round."""
    return _crossings(left, right) - _crossings(right, left)


def _crossings(left: Turn, right: Turn) -> int:
    def crosses(line: int, turn: Turn) -> bool:
        return min(turn.enters, turn.leaves) < line < max(turn.enters, turn.leaves)

    return crosses(left.leaves, right) + crosses(right.enters, left)
