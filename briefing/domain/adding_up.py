"""Whether the points of a framework add up; what does not is told, and left as it is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.domain.frameworks import Framework, Part, all_parts
from briefing.domain.value import value

SAME = 1e-6
"""Points: a smaller difference is one of how decimals are kept, not of addition."""


@value
class Misfit:
    """Points that are ``stated`` and what the parts within come to, in points.

    ``part`` is ``None`` for the total of a framework.
    """

    part: Part | None
    stated: float
    found: float


def maximum(part: Part) -> float | None:
    """A part's maximum points: as stated, else what its own parts come to where all are known."""
    if part.max_points is not None or not part.parts:
        return part.max_points
    inner = [maximum(each) for each in part.parts]
    return None if None in inner else sum(each or 0.0 for each in inner)


def misfits(framework: Framework) -> tuple[Misfit, ...]:
    """Every part whose own parts do not add up to it, in their order, then the total.

    Where the framework is not complete, or the points of some parts are not known, only a sum
    that is too large already is told.
    """
    found: list[Misfit] = []
    whole = framework.complete
    for part in all_parts(framework.parts):
        if part.max_points is not None and part.parts:
            found += _compared(part, part.max_points, part.parts, whole)
    if framework.parts:
        found += _compared(None, framework.total, framework.parts, whole)
    return tuple(found)


def without_maximum(framework: Framework) -> tuple[Part, ...]:
    """The parts whose points nobody told, in a framework that is said to be complete."""
    if not framework.complete:
        return ()
    return tuple(part for part in all_parts(framework.parts) if maximum(part) is None)


def is_sum(stated: float, parts: Iterable[float]) -> bool:
    """Whether ``stated`` points are what ``parts`` come to."""
    return abs(total(parts) - stated) <= SAME


def total(points: Iterable[float]) -> float:
    """The sum of points, without the dust of binary fractions."""
    return round(sum(points), 6)


def _compared(
    part: Part | None, stated: float, parts: Sequence[Part], whole: bool
) -> Iterable[Misfit]:
    points = [maximum(each) for each in parts]
    found = total(each for each in points if each is not None)
    known = whole and None not in points
    if found > stated + SAME or (known and found < stated - SAME):
        yield Misfit(part, stated, found)
