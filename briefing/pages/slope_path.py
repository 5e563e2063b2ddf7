"""The lines of a slope chart drawn: corners where they turn, crosses where they go straight on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.domain.slope_ways import Ends, Turn, turns
from briefing.pages.canvas import Canvas
from briefing.pages.line import Role

LEAD = 4
"""Cells at both ends that are level in every line: the mark rides on them."""
LONG = 24
"""A level piece this long has the mark in its middle too."""
THIN, THICK = "─│╭╮╰╯", "═║╔╗╚╝"
"""Level, upright, and the corners."""
CROSSES = {(False, False): "┼", (True, False): "╫", (False, True): "╪", (True, True): "╬"}
"""By whether the upright and whether the level piece is thick."""

Cell = tuple[int, int]


class Path(NamedTuple):
    """How the line between two ends is drawn: with which mark riding on it, how strongly."""

    ends: Ends
    mark: str
    role: Role
    thick: bool


def least_between(ends: Sequence[Ends]) -> int:
    """The cells that the lines need between the labels, one for each turn."""
    return 2 * LEAD + max(len(turns(ends)), LEAD)


def put_paths(canvas: Canvas, cell: int, cells: int, paths: Sequence[Path]) -> None:
    """Draws all lines over ``cells`` from ``cell`` on, at least ``least_between`` of them."""
    ordered = turns([path.ends for path in paths])
    room = cells - 2 * LEAD
    columns = {
        turn: LEAD + (2 * at + 1) * room // (2 * len(ordered)) for at, turn in enumerate(ordered)
    }
    level: dict[Cell, int] = {}
    upright: dict[Cell, int] = {}
    corners: dict[Cell, tuple[int, str]] = {}
    runs: dict[int, list[list[Cell]]] = {}
    for number, path in enumerate(paths):
        own = [turn for turn in ordered if turn.way == number]
        for piece in _level(path.ends, own, columns, cells):
            level |= dict.fromkeys(piece, number)
            runs.setdefault(number, []).append(piece)
        for turn in own:
            piece = [(line, columns[turn]) for line in _between(turn)]
            upright |= dict.fromkeys(piece, number)
            runs[number].append(piece)
            drawn = THICK if path.thick else THIN
            for line, sign in zip((turn.enters, turn.leaves), _corners(turn, drawn), strict=True):
                corners[line, columns[turn]] = number, sign
    for at, number in level.items():
        path = paths[number]
        canvas.put(at[0], cell + at[1], (THICK if path.thick else THIN)[0], path.role)
    for at, number in upright.items():
        over, under = paths[number], paths[level[at]] if at in level else None
        sign = (THICK if over.thick else THIN)[1]
        if under is not None:
            sign = CROSSES[over.thick, under.thick]
        stronger = under if under is not None and under.thick else over
        canvas.put(at[0], cell + at[1], sign, stronger.role)
    for at, (number, sign) in corners.items():
        canvas.put(at[0], cell + at[1], sign, paths[number].role)
    for number, pieces in runs.items():
        for at in _marked(pieces, cells):
            points = at in upright and paths[number].thick  # its mark would point off the line
            if at not in corners and not (at in level and at in upright) and not points:
                canvas.put(at[0], cell + at[1], paths[number].mark, paths[number].role)


def _level(
    ends: Ends, own: Sequence[Turn], columns: dict[Turn, int], cells: int
) -> Iterator[list[Cell]]:
    line, begins = ends.before, 0
    for turn in own:
        yield [(line, at) for at in range(begins, columns[turn])]
        line, begins = turn.leaves, columns[turn] + 1
    yield [(line, at) for at in range(begins, cells)]


def _between(turn: Turn) -> range:
    return range(min(turn.enters, turn.leaves) + 1, max(turn.enters, turn.leaves))


def _corners(turn: Turn, drawn: str) -> tuple[str, str]:
    """The corner met from the left, and the one that leads on to the right."""
    down = turn.leaves > turn.enters
    return (drawn[3], drawn[4]) if down else (drawn[5], drawn[2])


def _marked(pieces: Sequence[Sequence[Cell]], cells: int) -> Iterator[Cell]:
    """Where the mark rides: by both labels, and in the middle of long pieces."""
    for piece in pieces:
        if not piece:
            continue
        (first, begins), (_, ends) = piece[0], piece[-1]
        if begins == 0:
            yield first, 1
        if ends == cells - 1:
            yield first, cells - 2
        is_level = begins != ends or len(piece) == 1
        if len(piece) >= (LONG if is_level else LEAD):
            yield piece[len(piece) // 2]
