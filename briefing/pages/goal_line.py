"""At which height a goal's line crosses a little chart of bars, told apart from every bar's top.

Heights are eighths of a line of text from the foot of the chart. A bar can end at any of them, a
line in text only at the foot, in the middle or at the top of a line: what lies between is moved by
as little as can be, so that the line is above a bar's top exactly where the goal is.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.domain.value import value

CELL = 8
"""Eighths of one line of text."""
FOOT, MIDDLE, TOP = "_", "─", "▔"
"""A line at the foot, in the middle and at the top of a line of text."""


@value(kw_only=True)
class Stroke:
    """Where a line can stand: the line of text, 0 the lowest, and what is drawn in it.

    A bar that reaches ``below`` ends below it, one that reaches ``above`` above it, one that
    reaches ``height`` level with it.
    """

    level: int
    sign: str
    below: int
    height: int
    above: int


def strokes(lines: int) -> tuple[Stroke, ...]:
    """Every place for a line in a chart of so many lines of text, the lowest first."""
    found = []
    for level in range(lines):
        foot = level * CELL
        for sign, below, height in (
            (FOOT, foot, foot + 1),
            (MIDDLE, foot + 3, foot + 4),
            (TOP, foot + 7, foot + 8),
        ):
            stroke = Stroke(level=level, sign=sign, below=below, height=height, above=height + 1)
            found.append(stroke)
    return tuple(found)


def set_apart(
    goal: float, bars: Sequence[tuple[float, int]], lines: int
) -> tuple[Stroke, tuple[int, ...]]:
    """Where the line of a goal stands, and how far each bar reaches, 1 to all eighths.

    ``goal`` and the bars' heights are shares of the chart, 0 to 1. With each bar stands whether its
    figure is drawn above the goal (1), below it (-1) or level with it (0). Of all strokes the one
    is taken that moves the goal and the bars the least.
    """
    most = lines * CELL
    found: list[tuple[float, Stroke, tuple[int, ...]]] = []
    for stroke in strokes(lines):
        reached = tuple(_reached(share * most, side, stroke, most) for share, side in bars)
        apart = all(
            (reach > stroke.height) - (reach < stroke.height) == side
            for reach, (_, side) in zip(reached, bars, strict=True)
        )
        if apart:
            moved = [
                abs(reach - share * most) for reach, (share, _) in zip(reached, bars, strict=True)
            ]
            found.append((max([abs(stroke.height - goal * most), *moved]), stroke, reached))
    _, stroke, reached = min(found, key=lambda one: one[0])
    return stroke, reached


def eighths(share: float, lines: int) -> int:
    """How far a bar reaches that no line crosses: at least one eighth, so that it is seen."""
    return min(lines * CELL, max(1, round(share * lines * CELL)))


def _reached(height: float, side: int, stroke: Stroke, most: int) -> int:
    nearest = max(1, round(height))
    if side > 0:
        nearest = max(nearest, stroke.above)
    elif side < 0:
        nearest = min(nearest, stroke.below)
    else:
        nearest = stroke.height
    return min(most, max(1, nearest))
