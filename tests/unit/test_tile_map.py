"""Where tiles stand, which map holds for which units, and how arrow keys travel it."""

from __future__ import annotations

from itertools import product

import pytest

from briefing.domain.tile_map import Layout, Tile, Way, layout_for, neighbour
from tests.unit.ranked_facts import the_34, the_63

OLD, NEW = layout_for(the_63()), layout_for(the_34())
MAPS = pytest.mark.parametrize("layout", [OLD, NEW], ids=["63", "34"])


def at(layout: Layout, label: str) -> Tile:
    return next(tile for tile in layout.tiles if tile.label == label)


def goes(layout: Layout, start: str, way: Way) -> str | None:
    found = neighbour(layout.tiles, at(layout, start), way)
    return None if found is None else found.label


def test_each_of_the_63_provinces_has_one_tile() -> None:
    assert sorted(tile.code for tile in OLD.tiles) == sorted(unit.code for unit in the_63())


def test_each_of_the_34_provinces_has_one_tile() -> None:
    assert sorted(tile.code for tile in NEW.tiles) == sorted(unit.code for unit in the_34())


@MAPS
def test_no_two_tiles_share_a_place_or_their_letters(layout: Layout) -> None:
    places = {(tile.row, tile.column) for tile in layout.tiles}
    labels = {tile.label for tile in layout.tiles}
    assert len(places) == len(labels) == len(layout.tiles)
    assert all(len(label) <= 4 for label in labels)


@MAPS
def test_eighteen_rows_fit_the_page_of_a_screen_of_24_lines(layout: Layout) -> None:
    assert layout.rows <= 18


def test_ha_giang_and_hau_giang_are_told_apart() -> None:
    labels = {tile.code: tile.label for tile in OLD.tiles}
    assert (labels["02"], labels["93"]) == ("HàG", "HậG")


def test_code_24_is_bac_giang_on_one_map_and_bac_ninh_on_the_other() -> None:
    old, new = OLD.tile_of("24"), NEW.tile_of("24")
    assert old is not None and new is not None
    assert (old.label, new.label) == ("BG", "BN")


def test_hoang_sa_belongs_to_da_nang_and_truong_sa_to_khanh_hoa() -> None:
    for layout in (OLD, NEW):
        hoang_sa, truong_sa = layout.isles
        assert (hoang_sa.code, truong_sa.code) == ("48", "56")
        assert hoang_sa.row < truong_sa.row < layout.rows


@pytest.mark.parametrize(
    ("north", "south"),
    [("CB", "HN"), ("HN", "NA"), ("NA", "TTH"), ("TTH", "KT"), ("KT", "LĐ"), ("LĐ", "CM")],
)
def test_the_country_runs_from_north_to_south(north: str, south: str) -> None:
    assert at(OLD, north).row < at(OLD, south).row


@pytest.mark.parametrize(
    ("west", "east"),
    [("ĐB", "QN"), ("SL", "HP"), ("KT", "QNg"), ("GL", "BĐ"), ("TNi", "NT"), ("AG", "BT")],
)
def test_the_sea_lies_in_the_east(west: str, east: str) -> None:
    assert at(OLD, west).column < at(OLD, east).column


@pytest.mark.parametrize(
    ("start", "way", "end"),
    [
        ("HD", Way.EAST, "HP"),
        ("HD", Way.WEST, "BN"),
        ("HD", Way.NORTH, "BG"),
        ("HD", Way.SOUTH, "TB"),
        ("CB", Way.EAST, "LS"),
        ("NA", Way.SOUTH, "HT"),
        ("QT", Way.EAST, "TTH"),
        ("KH", Way.SOUTH, "NT"),
        ("BTh", Way.SOUTH, "BRV"),
        ("ĐB", Way.SOUTH, "HB"),
    ],
)
def test_an_arrow_goes_to_the_neighbour_that_lies_there(start: str, way: Way, end: str) -> None:
    assert goes(OLD, start, way) == end


@pytest.mark.parametrize(
    ("start", "way"),
    [("ĐB", Way.WEST), ("HP", Way.EAST), ("CM", Way.SOUTH), ("HàG", Way.NORTH), ("KH", Way.EAST)],
)
def test_at_the_edge_of_the_country_an_arrow_goes_nowhere(start: str, way: Way) -> None:
    assert goes(OLD, start, way) is None


@MAPS
def test_every_tile_can_be_reached_from_every_other(layout: Layout) -> None:
    for start in layout.tiles:
        seen, waiting = {start}, [start]
        while waiting:
            tile = waiting.pop()
            for way in Way:
                found = neighbour(layout.tiles, tile, way)
                if found is not None and found not in seen:
                    seen.add(found)
                    waiting.append(found)
        assert len(seen) == len(layout.tiles), start.label


@MAPS
def test_an_arrow_never_goes_back(layout: Layout) -> None:
    for tile, way in product(layout.tiles, Way):
        found = neighbour(layout.tiles, tile, way)
        if found is not None:
            down, right = way.value
            assert (found.row - tile.row) * down + (found.column - tile.column) * right > 0
