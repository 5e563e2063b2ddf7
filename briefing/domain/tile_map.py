"""A tile map of Vietnam (bản đồ ô): equal tiles, each province in its rough place.

No map of borders: a row lies south of the row above it, a column east of the one before, and units
that touch stand close together where a grid allows it. There is one layout for the 63 provinces
until 30/06/2025 and one for the 34 since 01/07/2025 (202/2025/QH15). The two archipelagos stand in
the sea beside the cities they belong to: Hoàng Sa to Đà Nẵng, Trường Sa to Khánh Hòa.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum
from functools import cache
from typing import NamedTuple

from briefing.domain.model import Unit

LAST_OF_63 = date(2025, 6, 30)
"""The last day on which the 63 provinces stood."""


class Tile(NamedTuple):
    """A unit's place on the map: its code, the few letters it is called by, row and column."""

    code: str
    label: str
    row: int
    column: int


class Isle(NamedTuple):
    """An archipelago (quần đảo): the code of the unit it belongs to, and its row in the sea."""

    code: str
    row: int


class Layout(NamedTuple):
    """All tiles of a map, row by row from the north-west; the isles are Hoàng Sa and Trường Sa."""

    tiles: tuple[Tile, ...]
    isles: tuple[Isle, Isle]
    rows: int
    columns: int

    def tile_of(self, code: str) -> Tile | None:
        """The tile of a unit's code; ``None`` for a unit that is not on the map."""
        return next((tile for tile in self.tiles if tile.code == code), None)


class Way(Enum):
    """A step on the map, as rows down and columns to the east."""

    NORTH = (-1, 0)
    SOUTH = (1, 0)
    WEST = (0, -1)
    EAST = (0, 1)


_UNTIL_2025 = """
.      .      .      HàG/02 CB/04  .       .
LCh/12 LC/10  YB/15  TQ/08  BK/06  LS/20   .
ĐB/11  SL/14  PT/25  VP/26  TN/19  BG/24   QN/22
.      .      HB/17  HN/01  BN/27  HD/30   HP/31
.      .      TH/38  HNa/35 HY/33  TB/34   .
.      .      NA/40  NB/37  NĐ/36  .       .
.      .      HT/42  QB/44  .      .       .
.      .      .      QT/45  TTH/46 .       .
.      .      .      .      QNa/49 ĐN/48   .
.      .      .      .      KT/62  QNg/51  .
.      .      .      .      GL/64  BĐ/52   .
.      .      .      .      ĐL/66  PY/54   .
.      .      BP/70  ĐNo/67 LĐ/68  KH/56   .
.      TNi/72 BD/74  ĐNa/75 BTh/60 NT/58   .
ĐT/87  LA/80  HCM/79 BRV/77 .      .       .
AG/89  VL/86  TG/82  BT/83  .      .       .
KG/91  CT/92  HậG/93 TV/84  .      .       .
CM/96  BL/95  ST/94  .      .      .       .
"""

_SINCE_2025 = """
.      .      .      CB/04  .      .
LCh/12 LC/15  TQ/08  TN/19  LS/20  .
ĐB/11  SL/14  PT/25  HN/01  BN/24  QN/22
.      .      TH/38  NB/37  HY/33  HP/31
.      .      NA/40  .      .      .
.      .      HT/42  .      .      .
.      .      .      QT/44  .      .
.      .      .      Huế/46 .      .
.      .      .      .      ĐN/48  .
.      .      .      .      QNg/51 .
.      .      .      .      GL/52  .
.      .      .      .      ĐL/66  .
.      .      .      ĐNa/75 LĐ/68  KH/56
.      .      TNi/80 HCM/79 .      .
.      AG/91  ĐT/82  VL/86  .      .
.      CM/96  CT/92  .      .      .
"""

_ISLES = {
    _UNTIL_2025: (Isle("48", 8), Isle("56", 16)),
    _SINCE_2025: (Isle("48", 8), Isle("56", 15)),
}


def layout_for(units: Iterable[Unit]) -> Layout:
    """The map of those units: of the 63 as soon as one of them ended with the merger of 2025."""
    old = any(unit.valid_to is not None and unit.valid_to <= LAST_OF_63 for unit in units)
    return _layout(_UNTIL_2025 if old else _SINCE_2025)


@cache
def _layout(picture: str) -> Layout:
    tiles = []
    rows = picture.strip().splitlines()
    for row, line in enumerate(rows):
        for column, cell in enumerate(line.split()):
            if cell != ".":
                label, code = cell.split("/")
                tiles.append(Tile(code, label, row, column))
    return Layout(
        tiles=tuple(tiles),
        isles=_ISLES[picture],
        rows=len(rows),
        columns=max(tile.column for tile in tiles) + 1,
    )


def neighbour(tiles: Sequence[Tile], at: Tile, way: Way) -> Tile | None:
    """The next tile that way; ``None`` at the edge of the country.

    North and south: the nearest in the next row that has one within reach, twice as far down as
    to the side counting as near. West and east: the next of the row, or of the rows beside it.
    """
    found = []
    for tile in tiles:
        down, right = tile.row - at.row, tile.column - at.column
        if way in (Way.NORTH, Way.SOUTH):
            along, across = down * way.value[0], abs(right)
            reach = along * 2
        else:
            along, across = right * way.value[1], abs(down)
            reach = 1
        if along > 0 and across <= reach:
            found.append((along + 2 * across, across, tile.row, tile.column, tile))
    return min(found)[-1] if found else None
