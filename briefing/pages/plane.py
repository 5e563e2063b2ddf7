"""Things that stand beside each other on lines, travelled by arrow keys: the tiles of a map."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from briefing.domain.tile_map import Tile

if TYPE_CHECKING:
    from briefing.pages.line import Line, Link


class Stop(NamedTuple):
    """One thing the cursor can stand on, and where it is drawn.

    ``line`` counts from the first line of the plane, ``cell`` from the left; ``cells`` and
    ``lines`` are its size.
    """

    tile: Tile
    line: int
    cell: int
    cells: int
    lines: int
    link: Link


class Plane(NamedTuple):
    """All stops of a picture, and what is told beside it about the one under the cursor.

    ``tell`` gives for the number of a stop lines of at most ``told_cells``, shown from line
    ``told_line`` on at cell ``told_cell``, ``told_lines`` of them, where the picture itself is
    blank. ``start`` is the stop under the cursor at first.
    """

    stops: tuple[Stop, ...]
    start: int
    told_line: int
    told_cell: int
    told_lines: int
    told_cells: int
    tell: Callable[[int], tuple[Line, ...]]
