"""Two editions of one ranking side by side: who moved where, and on which lines labels stand.

Only editions of one framework and one universe come here (``ranked.Step.breaks`` says why others do
not). Ranks are compared where both editions publish them: places worked out from five values and
from nine are places among different units.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from briefing.domain.model import Better, Unit, UnitKey
from briefing.domain.ranking import Aside, Place, Ranking
from briefing.domain.slope_ways import Ends, detours
from briefing.domain.value import value


class Basis(StrEnum):
    """What moves between the two ends."""

    RANK = "rank"
    VALUE = "value"


class Move(NamedTuple):
    """One unit at both ends: its rank or its value before and after.

    ``gain`` is how far it got better, negative when it got worse: in ranks, or in the measure of
    the values.
    """

    unit: Unit
    before: float
    after: float
    gain: float


@value(kw_only=True)
class Slope:
    """All units known at both ends, the best of the later end first.

    ``only_before`` and ``only_after`` are known at one end alone: nothing is drawn of them.
    """

    basis: Basis
    moves: tuple[Move, ...]
    only_before: tuple[Unit, ...]
    only_after: tuple[Unit, ...]
    falling: bool
    """Whether greater is better, so that the greatest stands at the top."""
    step: float = 1.0
    """What one line is worth at least, so that a short way never fills a chart: one place; of
    values the mean distance between neighbours if all units were spread over all that is known.
    """


def slope(
    before: Ranking,
    after: Ranking,
    *,
    by_value: bool = False,
    members: Collection[UnitKey] | None = None,
) -> Slope | None:
    """The moves from one edition to the next; ``None`` when no unit is known at both ends alike.

    Ranks are taken when both editions publish them, unless ``by_value``; else values. ``members``
    limits it to some units, whose ranks stay those among all.
    """
    ranks = _slope(before, after, Basis.RANK, members)
    values = _slope(before, after, Basis.VALUE, members)
    if by_value and values.moves:
        return values
    if before.published and after.published and ranks.moves:
        return ranks
    return values if values.moves else None


def _slope(
    before: Ranking, after: Ranking, basis: Basis, members: Collection[UnitKey] | None
) -> Slope:
    falling = basis is Basis.VALUE and after.edition.indicator.better is not Better.LOWER
    old, new = _numbers(before, basis, members), _numbers(after, basis, members)
    sign = 1 if falling else -1
    moves = [
        Move(unit, old[key][1], number, sign * (number - old[key][1]))
        for key, (unit, number) in new.items()
        if key in old
    ]
    moves.sort(key=lambda move: -sign * move.after)
    numbers = [number for known in (old, new) for _, number in known.values()]
    step = 1.0
    if basis is Basis.VALUE and numbers:
        several = len(old.keys() | new.keys()) > 1
        step = (max(numbers) - min(numbers)) / (max(after.universe - 1, 1) if several else 1)
    return Slope(
        basis=basis,
        moves=tuple(moves),
        only_before=tuple(unit for key, (unit, _) in old.items() if key not in new),
        only_after=tuple(unit for key, (unit, _) in new.items() if key not in old),
        falling=falling,
        step=step,
    )


def _numbers(
    ranking: Ranking, basis: Basis, members: Collection[UnitKey] | None
) -> dict[UnitKey, tuple[Unit, float]]:
    found: dict[UnitKey, tuple[Unit, float]] = {}
    known: tuple[Place | Aside, ...] = (*ranking.places, *ranking.asides)
    for one in known:
        key = one.unit.key
        if members is not None and key not in members:
            continue
        if basis is Basis.RANK and isinstance(one, Place):
            found[key] = one.unit, one.rank
        elif basis is Basis.VALUE and one.figure is not None:
            found[key] = one.unit, one.figure.value
    return found


def lines_of(slope: Slope, height: int = 0) -> list[Ends]:
    """For each move the lines of its labels, no two labels of one end on one line.

    Both ends have one scale: a number stands on the same line left and right and shares it with no
    other number, so that who stays is level, who gets better goes up, who gets worse goes down. Of
    equals at one end each has a line, below each other. Distances follow the numbers as far as
    ``height`` lines allow, a ``step`` never more than one line; with fewer lines they shrink to
    what keeps labels apart, and then the picture is as high as it must be. Rings of ways find the
    blank line they need.
    """
    if not slope.moves:
        return []
    sign = -1 if slope.falling else 1
    pairs = [(sign * move.before, sign * move.after) for move in slope.moves]

    def placed(scale: int) -> list[Ends]:
        return _opened(_ends(pairs, _rows(pairs, scale)))

    # The larger the scale the more lines are taken: the largest that fits is found by halving.
    numbers = [number for pair in pairs for number in pair]
    most = round((max(numbers) - min(numbers)) / slope.step) + 1 if slope.step else 1
    fits, too_much = 0, max(min(height, most), 1)
    while too_much - fits > 1:
        scale = (fits + too_much) // 2
        if max(map(max, placed(scale))) < height:
            fits = scale
        else:
            too_much = scale
    return placed(fits)


def _rows(pairs: Sequence[tuple[float, float]], scale: int) -> dict[float, int]:
    """The first line of each number, the best first: as low as the scale wants and labels need."""
    befores, afters = (Counter(ends) for ends in zip(*pairs, strict=True))
    numbers = sorted({*befores, *afters})
    far = numbers[-1] - numbers[0]
    rows: dict[float, int] = {}
    free = 0
    for number in numbers:
        wanted = round(scale * (number - numbers[0]) / far) if far else 0
        rows[number] = max(free, wanted)
        free = rows[number] + max(befores[number], afters[number])
    return rows


def _opened(ends: list[Ends]) -> list[Ends]:
    """The same with a blank line wherever a ring of ways needs one."""
    _, above = detours(ends)
    while above is not None:
        ends = [Ends(*(line + (line > above) for line in end)) for end in ends]
        _, above = detours(ends)
    return ends


def _ends(pairs: Sequence[tuple[float, float]], rows: Mapping[float, int]) -> list[Ends]:
    """Equals of one end stand below each other, those that stay first, so that they are level."""
    taken: dict[tuple[str, float], int] = {}
    ends: dict[int, dict[str, int]] = {}
    for at in sorted(range(len(pairs)), key=lambda at: (pairs[at][0] != pairs[at][1], at)):
        for end, number in zip(("before", "after"), pairs[at], strict=True):
            nth = taken.get((end, number), 0)
            taken[end, number] = nth + 1
            ends.setdefault(at, {})[end] = rows[number] + nth
    return [Ends(ends[at]["before"], ends[at]["after"]) for at in range(len(pairs))]
