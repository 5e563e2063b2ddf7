"""The map of tiles: how its cursor travels, what it repaints, what it tells; and still a list."""

from __future__ import annotations

import pytest
from textual.color import Color

from briefing.language import Language, translator
from briefing.pages.layout import lay_out
from briefing.pages.line import Line, Link, LinkKind
from briefing.pages.ranking import Listing
from briefing.pages.tile_map import map_page
from briefing.theme import DARK, MANY, SIXTEEN, Fewer
from briefing.widgets.reduced import Numbered
from briefing.widgets.tile_map import TileMap
from tests.unit.ranked_facts import ranked, ranking, ranks_of_2022
from tests.widgets.list_app import ListApp, RecordingView, item

SIZE = (78, 19)


class RecordingMap(RecordingView, TileMap):
    """A map that notes which regions it was asked to repaint."""


class MapApp(ListApp):
    """Shows the map of 2022 from Hải Dương, and notes what it posts."""

    VIEW = RecordingMap

    def __init__(self) -> None:
        super().__init__(the_map())

    @property
    def view(self) -> RecordingMap:
        """The map."""
        return self.query_one(RecordingMap)

    def lit(self) -> str:
        """What is drawn reversed: the tile under the cursor."""
        return "".join(
            segment.text
            for y in range(self.view.size.height)
            for segment in self.view.render_line(y)
            if segment.style is not None and segment.style.reverse
        )

    def said(self) -> str:
        """Everything visible."""
        return "\n".join(self.text())


def the_map(height: int = 19) -> tuple[Line, ...]:
    page = map_page(ranked(ranking(ranks_of_2022())), translator(Language.VI), Listing(), height)
    return tuple(lay_out(page, 77))


def unit(code: str) -> Link:
    return Link(LinkKind.PROFILE, code)


async def test_the_cursor_begins_on_the_unit_in_focus_and_it_is_told() -> None:
    app = MapApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert app.lit() == "HD  13✔"
        assert "hạng 13/63 ✔ nhóm đầu" in app.said()
        assert app.moved[-1] == "30"


async def test_arrows_travel_north_east_south_and_west() -> None:
    app = MapApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for move, code in (
            (lambda: app.view.sideways(1), "31"),
            (lambda: app.view.step(-1), "22"),
            (lambda: app.view.sideways(-1), "24"),
            (lambda: app.view.step(1), "30"),
            (lambda: app.view.step(1), "34"),
        ):
            move()
            await pilot.pause()
            assert app.view.link == unit(code)
            assert app.moved[-1] == code


async def test_at_the_coast_the_cursor_stays_and_the_key_is_taken() -> None:
    app = MapApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.view.move_to_link(unit("31"))
        assert app.view.sideways(1)
        assert app.view.link == unit("31")


async def test_a_step_repaints_two_tiles_and_what_is_told_alone() -> None:
    app = MapApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.view.repainted.clear()
        app.view.sideways(1)
        assert len(app.view.repainted) == 3
        assert sum(region.area for region in app.view.repainted) < 7 + 7 + 28 * 4


async def test_every_strip_is_as_wide_as_the_map() -> None:
    app = MapApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        widths = {app.view.render_line(y).cell_length for y in range(SIZE[1])}
        assert widths == {app.view.scrollable_content_region.width}


@pytest.mark.parametrize(("tables", "grounded"), [(SIXTEEN, False), (MANY, True)])
async def test_in_sixteen_colours_letters_stand_on_the_background(
    tables: dict[str, Fewer], grounded: bool
) -> None:
    app = MapApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        number = next(at for at, line in enumerate(app.said().splitlines()) if "CM  58" in line)
        shown = list(app.view.render_line(number))
        drawn = Numbered(tables, app).apply(shown, Color.parse("black"))
        table = tables[DARK.name]
        (tile,) = [segment for segment in drawn if "CM  58" in segment.text]
        assert tile.style is not None and tile.style.bgcolor is not None
        ground = table.ground["track" if grounded else "background"]
        assert tile.style.bgcolor.number == ground


async def test_home_goes_to_the_best_place_and_end_to_the_last() -> None:
    app = MapApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.view.to_edge(1)
        assert app.view.link == unit("06")
        app.view.to_edge(-1)
        assert app.view.link == unit("48")


async def test_a_click_moves_the_cursor_and_a_second_one_opens_the_unit() -> None:
    app = MapApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        number = next(at for at, line in enumerate(app.said().splitlines()) if "CM  58" in line)
        await pilot.click("#list", offset=(3, number))
        assert app.view.link == unit("96")
        assert app.opened == []
        await pilot.click("#list", offset=(3, number), times=2)
        assert app.opened == ["96"]


async def test_a_click_into_the_sea_changes_nothing() -> None:
    app = MapApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.click("#list", offset=(70, 15))
        assert app.view.link == unit("30")


async def test_on_a_low_screen_the_map_scrolls_to_the_tile() -> None:
    app = MapApp()
    async with app.run_test(size=(78, 10)) as pilot:
        await pilot.pause()
        app.view.move_to_link(unit("96"))
        await pilot.pause()
        assert app.lit() == "CM  58▲"
        for _ in range(20):
            app.view.step(-1)
        await pilot.pause()
        assert app.view.scroll_offset.y == 0


async def test_a_screenful_down_stands_further_south() -> None:
    app = MapApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.view.move_to_link(unit("04"))
        app.view.page_items(1)
        south = app.view.link
        app.view.page_items(-1)
        assert south is not None and south != unit("04")
        assert app.view.link != south


async def test_from_the_map_to_a_list_and_back_the_cursor_stays_on_its_unit() -> None:
    app = MapApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.view.move_to_link(unit("22"))
        rows = tuple(
            Line(line.spans, unit(code), number)
            for number, code in enumerate(("48", "79", "22"))
            for line in item(number, code)
        )
        app.view.show(rows, keep=True)
        assert app.view.link == unit("22")
        app.view.step(-1)
        assert app.view.link == unit("79")
        app.view.show(the_map(), keep=True)
        assert app.view.link == unit("79")


async def test_without_tiles_it_is_a_list_and_arrows_to_the_side_are_not_its_own() -> None:
    app = MapApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.view.show(tuple(line for number in range(3) for line in item(number, "việc")))
        assert not app.view.sideways(1)
        app.view.step(1)
        assert app.view.cursor == 1
        app.view.to_edge(1)
        assert app.view.cursor == 2
