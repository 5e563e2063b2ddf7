"""The list of lines: what it draws, what it repaints, how its cursor moves."""

from __future__ import annotations

from textual.geometry import Region

from briefing.pages.line import Line, Link, LinkKind, Role, Span
from briefing.widgets.line_view import MOST_PAINTED
from tests.widgets.list_app import ListApp, heading, item

SIZE = (30, 6)


def many(count: int) -> list[Line]:
    return [line for number in range(count) for line in item(number, f"việc {number}")]


async def test_lines_are_drawn_from_the_top() -> None:
    app = ListApp([*heading("Nhóm"), *item(0, "một"), *item(1, "hai", 2)])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert app.text() == ["Nhóm", "một 0", "hai 0", "hai 1", "", ""]


async def test_every_strip_is_as_wide_as_the_list() -> None:
    app = ListApp([*item(0, "ngắn"), *item(1, "dài " * 20)])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        widths = {app.view.render_line(y).cell_length for y in range(SIZE[1])}
        assert widths == {app.view.scrollable_content_region.width}


async def test_a_part_of_the_list_is_drawn_like_the_whole() -> None:
    app = ListApp([*heading("Nhóm"), *many(20)])
    async with app.run_test(size=SIZE) as pilot:
        app.view.styles.padding = (1, 0, 0, 2)
        await pilot.pause()
        app.view.to_edge(1)
        await pilot.pause()
        whole = app.view.render_lines(Region(0, 0, *SIZE))
        assert [strip.text.rstrip() for strip in whole] == [
            "  " + line if line else "" for line in ["", *(f"việc {n} 0" for n in range(15, 20))]
        ]
        part = app.view.render_lines(Region(4, 2, 6, 3))
        assert [list(strip) for strip in part] == [list(strip.crop(4, 10)) for strip in whole[2:5]]


async def test_however_long_one_walks_few_strips_are_kept() -> None:
    app = ListApp(many(3 * MOST_PAINTED))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for _ in range(2 * MOST_PAINTED // SIZE[1]):
            app.view.page_items(1)
            app.view.render_lines(Region(0, 0, *SIZE))
        assert 0 < len(app.view._strips) <= MOST_PAINTED


async def test_the_cursor_colours_every_line_of_its_item_and_no_other() -> None:
    app = ListApp([*item(0, "một", 2), *item(1, "hai", 2)])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()

        def background(y: int) -> object:
            style = next(iter(app.view.render_line(y))).style
            assert style is not None
            return style.bgcolor

        lit = [background(y) for y in range(4)]
        assert lit[0] == lit[1] != lit[2] == lit[3]
        app.view.step(1)
        assert [background(y) for y in range(4)] == [lit[2], lit[3], lit[0], lit[1]]


async def test_a_step_repaints_only_the_two_items() -> None:
    app = ListApp([*heading("Nhóm"), *item(0, "một", 2), *item(1, "hai"), *item(2, "ba")])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.view.repainted.clear()
        app.view.step(1)
        wide = app.view.size.width
        assert app.view.repainted == [Region(0, 1, wide, 2), Region(0, 3, wide, 1)]


async def test_a_step_in_a_scrolled_list_repaints_where_the_items_are_seen() -> None:
    app = ListApp(many(20))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.view.move_to(12)
        await pilot.pause()
        top = app.view.scroll_offset.y
        app.view.repainted.clear()
        app.view.step(-1)
        assert [region.y for region in app.view.repainted] == [12 - top, 11 - top]


async def test_a_step_that_does_not_move_repaints_nothing() -> None:
    app = ListApp(many(3))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.view.repainted.clear()
        app.view.step(-1)
        assert app.view.repainted == []


async def test_the_cursor_stays_in_view_going_down_and_up() -> None:
    app = ListApp(many(20))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for direction in (1, -1):
            for _ in range(19):
                app.view.step(direction)
                await pilot.pause()
                assert f"việc {app.view.cursor} 0" in app.text()
        assert app.view.cursor == 0


async def test_an_item_comes_into_view_with_all_its_lines() -> None:
    app = ListApp([*many(5), *item(5, "dài", 3), *item(6, "sau")])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.view.move_to(5)
        await pilot.pause()
        assert {"dài 0", "dài 1", "dài 2"} <= {*app.text()}


async def test_the_first_item_shows_the_heading_above_it() -> None:
    app = ListApp([*heading("Đầu trang"), *heading("Nhóm"), *many(20)])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.view.to_edge(1)
        await pilot.pause()
        assert "Đầu trang" not in app.text()
        app.view.to_edge(-1)
        await pilot.pause()
        assert app.text()[:2] == ["Đầu trang", "Nhóm"]


async def test_going_up_brings_a_groups_heading_into_view() -> None:
    after = [line for number in range(11, 20) for line in item(number, "sau")]
    app = ListApp([*many(10), Line(), *heading("Nhóm hai"), *item(10, "trong nhóm"), *after])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.view.to_edge(1)
        await pilot.pause()
        assert "Nhóm hai" not in app.text()
        app.view.move_to(10)
        await pilot.pause()
        assert app.text()[:2] == ["Nhóm hai", "trong nhóm 0"]


async def test_the_last_item_shows_the_end_of_the_page() -> None:
    app = ListApp([*many(20), *heading("Ghi chú cuối trang")])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.view.to_edge(1)
        await pilot.pause()
        assert app.view.cursor == 19
        assert app.text()[-1] == "Ghi chú cuối trang"


async def test_a_page_moves_by_a_screenful() -> None:
    app = ListApp(many(40))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.view.page_items(1)
        assert app.view.cursor == SIZE[1] - 2
        app.view.page_items(1)
        assert app.view.cursor == 2 * (SIZE[1] - 2)
        app.view.page_items(-1)
        assert app.view.cursor == SIZE[1] - 2


async def test_a_page_always_moves_even_past_an_item_longer_than_the_screen() -> None:
    app = ListApp([*item(0, "dài", 30), *item(1, "sau")])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.view.page_items(1)
        assert app.view.cursor == 1


async def test_an_empty_list_moves_nowhere_and_opens_nothing() -> None:
    app = ListApp([])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for move in (app.view.step, app.view.page_items, app.view.to_edge):
            move(1)
            move(-1)
        app.view.choose()
        app.view.move_to(3)
        await pilot.pause()
        assert app.view.link is None
        assert app.opened == []
        assert app.text() == [""] * SIZE[1]


async def test_lines_without_items_scroll_by_the_keys() -> None:
    app = ListApp([line for n in range(20) for line in heading(f"dòng {n}")])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.view.step(1)
        await pilot.pause()
        assert app.text()[0] == "dòng 1"
        app.view.to_edge(1)
        await pilot.pause()
        assert app.text()[-1] == "dòng 19"
        app.view.page_items(-1)
        await pilot.pause()
        assert app.text()[0] == "dòng 8"


async def test_choosing_opens_what_the_cursor_stands_on() -> None:
    app = ListApp(many(3))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.view.step(1)
        app.view.choose()
        await pilot.pause()
        assert app.opened == ["s1"]
        assert app.moved == ["s0", "s1"]


async def test_a_click_moves_and_a_double_click_opens() -> None:
    app = ListApp([*heading("Nhóm"), *many(4)])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.click("#list", offset=(2, 3))
        assert (app.view.cursor, app.opened) == (2, [])
        await pilot.click("#list", offset=(2, 3), times=2)
        assert app.opened == ["s2"]


async def test_a_click_on_a_heading_or_below_the_lines_does_nothing() -> None:
    app = ListApp([*heading("Nhóm"), *many(2)])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.click("#list", offset=(2, 0), times=2)
        await pilot.click("#list", offset=(2, 5), times=2)
        assert (app.view.cursor, app.opened) == (0, [])


async def test_new_lines_keep_the_cursor_on_the_same_link() -> None:
    app = ListApp(many(5))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.view.move_to(3)
        moved = [*item(0, "mới"), *[line for n in range(5) for line in _shifted(n)]]
        app.view.show(tuple(moved), keep=True)
        assert app.view.link == Link(LinkKind.SOURCE, "s3")
        assert app.view.cursor == 4


def _shifted(number: int) -> list[Line]:
    return [Line((Span(f"cũ {number}"),), Link(LinkKind.SOURCE, f"s{number}"), number + 1)]


async def test_new_lines_without_the_old_link_keep_the_cursor_near() -> None:
    app = ListApp(many(5))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.view.move_to(4)
        app.view.show(tuple(many(2)), keep=True)
        assert app.view.cursor == 1
        app.view.show(tuple(many(5)))
        assert app.view.cursor == 0


async def test_the_cursor_finds_a_link_by_kind_and_ref() -> None:
    app = ListApp(many(5))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert app.view.move_to_link(Link(LinkKind.SOURCE, "s3", "đoạn khác", 9))
        assert app.view.cursor == 3
        assert not app.view.move_to_link(Link(LinkKind.DOCUMENT, "s2"))
        assert app.view.cursor == 3


async def test_markup_in_a_line_is_shown_as_it_stands() -> None:
    app = ListApp([Line((Span("[/x] [red]đỏ[/red]", Role.PLAIN),))])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert app.text()[0] == "[/x] [red]đỏ[/red]"
