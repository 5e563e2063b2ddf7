"""The ranking as a chart between two periods and as a map: keys, pictures, what is refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from briefing.display import Colours, Display, Glyphs
from briefing.pages.ranking_forms import Form
from briefing.screens.copying import copied_text
from briefing.screens.profile import ProfileScreen
from briefing.screens.ranking import RankingScreen
from briefing.settings import Settings
from briefing.widgets.chrome import Lines
from tests.screens.app_factory import make_app, page, press, settle
from tests.screens.scenes import Scene

Compare = Callable[..., bool]

ON = date(2023, 12, 31)
DAY = {"as_of": ON}
TO_SLOPE, TO_MAP = ("5", "g"), ("5", "g", "g")
SLOPE, MAP = Scene("30", TO_SLOPE, DAY), Scene("30", TO_MAP, DAY)
SIZES = pytest.mark.parametrize(
    "size", [(80, 24), (120, 36), (200, 60), (60, 20)], ids=["80x24", "120x36", "200x60", "60x20"]
)


@SIZES
def test_slope(size: tuple[int, int], standings: Settings, snap_compare: Compare) -> None:
    assert snap_compare(SLOPE.app(standings), terminal_size=size, run_before=SLOPE.play)


@SIZES
def test_map(size: tuple[int, int], standings: Settings, snap_compare: Compare) -> None:
    assert snap_compare(MAP.app(standings), terminal_size=size, run_before=MAP.play)


@pytest.mark.parametrize("form", ["slope", "map"])
def test_in_english(form: str, standings: Settings, snap_compare: Compare) -> None:
    scene = Scene("30", TO_SLOPE if form == "slope" else TO_MAP, {**DAY, "language": "en"})
    assert snap_compare(scene.app(standings), terminal_size=(80, 24), run_before=scene.play)


@pytest.mark.parametrize("form", ["slope", "map"])
@pytest.mark.parametrize("limit", ["ascii", "no-colour"])
def test_on_limited_terminals(
    form: str, limit: str, standings: Settings, snap_compare: Compare
) -> None:
    display = Display(glyphs=Glyphs.ASCII) if limit == "ascii" else Display(colours=Colours.NONE)
    scene = Scene("30", TO_SLOPE if form == "slope" else TO_MAP, {**DAY, "display": display})
    assert snap_compare(scene.app(standings), terminal_size=(80, 24), run_before=scene.play)


@pytest.mark.parametrize("glyphs", Glyphs)
async def test_without_colours_no_rank_on_the_map_looks_like_a_negative_number(
    glyphs: Glyphs, standings: Settings
) -> None:
    display = Display(colours=Colours.NONE, glyphs=glyphs)
    app = make_app(standings, "30", as_of=ON, display=display)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *TO_MAP)
        sent = [strip.text for strip in app.screen._compositor.render_strips()]
        (north,) = [line for line in sent if "LCh" in line]
        assert re.search(r"LCh\W*_*53", north) and "-53" not in north
        assert not re.search(r"[A-Z]-+\d", "\n".join(sent))


def test_map_on_a_light_ground(standings: Settings, snap_compare: Compare) -> None:
    scene = Scene("30", (*TO_MAP, "up", "up"), {**DAY, "theme": "light"})
    assert snap_compare(scene.app(standings), terminal_size=(80, 24), run_before=scene.play)


def test_map_of_the_34(standings: Settings, snap_compare: Compare) -> None:
    scene = Scene("31@2025-07-01", TO_MAP, {"as_of": date(2026, 1, 31)})
    assert snap_compare(scene.app(standings), terminal_size=(80, 24), run_before=scene.play)


@pytest.mark.parametrize("form", ["slope", "map"])
def test_of_a_region_alone(form: str, standings: Settings, snap_compare: Compare) -> None:
    keys = ("5", "f", *"tay nguyen", "enter", *(["g"] if form == "slope" else ["g", "g"]))
    scene = Scene("30", keys, DAY)
    assert snap_compare(scene.app(standings), terminal_size=(80, 24), run_before=scene.play)


def test_slope_across_frameworks(standings: Settings, snap_compare: Compare) -> None:
    scene = Scene("30", ("5", "comma", "g"), DAY)
    assert snap_compare(scene.app(standings), terminal_size=(80, 24), run_before=scene.play)


async def test_a_key_goes_from_list_to_chart_to_map_and_round_again(standings: Settings) -> None:
    app = make_app(standings, "30", as_of=ON)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "5")
        for form, sign in (
            (Form.LIST, "13/63"),
            (Form.SLOPE, "►═ 13 ►  Hải Dương"),
            (Form.MAP, "QĐ Hoàng Sa"),
            (Form.LIST, "13/63"),
        ):
            screen = app.screen
            assert isinstance(screen, RankingScreen) and screen.form is form
            assert any(sign in line.text for line in page(app).lines), form
            await press(pilot, "ctrl+g")


async def test_who_of_a_group_is_no_more_is_said_on_list_and_map(standings: Settings) -> None:
    app = make_app(standings, "31@2025-07-01", as_of=date(2026, 1, 31))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "5", "f", *"nam tinh", "enter")
        for _ in (Form.LIST, Form.MAP):
            said = " ".join(line.text.strip() for line in page(app).lines)
            assert "Hải Dương nay thuộc thành phố Hải Phòng; Quảng Nam nay thuộc" in said
            await press(pilot, "g", "g")


async def test_the_day_after_the_merger_every_form_says_what_became_of_the_unit(
    standings: Settings,
) -> None:
    app = make_app(standings, "24", as_of=date(2025, 6, 30))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "5", "d", *["backspace"] * 12, *"01/07/2025", "enter")
        for form in Form:
            screen = app.screen
            assert isinstance(screen, RankingScreen) and screen.form is form
            above = " ".join(line.text.strip() for line in page(app).lines[:2])
            assert "01/07/2025" in above and "Bắc Ninh" in above, form
            await press(pilot, "g")


async def test_the_cursor_stays_on_its_unit_from_form_to_form(standings: Settings) -> None:
    app = make_app(standings, "30", as_of=ON)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *TO_MAP, "up")
        for _ in Form:
            link = page(app).link
            assert link is not None and link.ref == "24"
            await press(pilot, "g")


async def test_from_a_unit_that_is_not_drawn_the_cursor_goes_to_the_one_in_focus(
    standings: Settings,
) -> None:
    app = make_app(standings, "30", as_of=ON)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "5", "end", "g")
        link = page(app).link
        assert link is not None and link.ref == "30"


async def test_arrows_travel_and_enter_opens_the_unit(standings: Settings) -> None:
    app = make_app(standings, "30", as_of=ON)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *TO_MAP, "right", "up", "left", "h", "l", "j")
        link = page(app).link
        assert link is not None and link.ref == "30"
        await press(pilot, "right", "enter")
        assert isinstance(app.screen, ProfileScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, RankingScreen)
        link = page(app).link
        assert link is not None and link.ref == "31"


async def test_what_is_under_the_cursor_is_told_in_the_sea_and_on_the_map_alone(
    standings: Settings,
) -> None:
    app = make_app(standings, "30", as_of=ON)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *TO_MAP, "right")
        told = app.screen.query_one("#told", Lines)
        assert told.display
        assert [line.text for line in told.lines][:2] == ["Hải Phòng", "hạng 14/63 ✔ nhóm đầu"]
        assert told.region.x > 50 and told.region.right <= 80
        for _ in range(2):
            await press(pilot, "g")
            assert not told.display


async def test_west_of_the_last_tile_the_map_stays(standings: Settings) -> None:
    app = make_app(standings, "30", as_of=ON)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *TO_MAP, *["left"] * 12)
        assert isinstance(app.screen, RankingScreen)
        await press(pilot, "escape")
        assert not isinstance(app.screen, RankingScreen)


async def test_on_the_list_arrows_to_the_side_open_and_leave_as_ever(standings: Settings) -> None:
    app = make_app(standings, "30", as_of=ON)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "5", "right")
        assert isinstance(app.screen, ProfileScreen)
        await press(pilot, "left", "left")
        assert not isinstance(app.screen, RankingScreen | ProfileScreen)


async def test_keys_given_to_other_actions_do_not_travel(standings: Settings) -> None:
    keys: dict[str, tuple[str, ...]] = {"back": ("left", "f12")}
    app = make_app(standings, "30", as_of=ON, keys=keys)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *TO_MAP, "left")
        link = page(app).link
        assert link is not None and link.ref == "27"
        await press(pilot, "f12")
        assert not isinstance(app.screen, RankingScreen)


async def test_an_older_period_is_shown_on_the_map_too(standings: Settings) -> None:
    app = make_app(standings, "30", as_of=ON)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *TO_MAP, "comma")
        shown = "\n".join(line.text for line in page(app).lines)
        assert "HD *14✔" in shown and "chưa công bố" in shown


async def test_a_narrower_screen_lists_what_a_wider_one_maps(standings: Settings) -> None:
    app = make_app(standings, "30", as_of=ON)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *TO_MAP)
        await pilot.resize_terminal(60, 20)
        await settle(pilot)
        link = page(app).link
        assert link is not None and link.ref == "30"
        assert any("✔ nhóm đầu" in line.text for line in page(app).lines)


async def test_the_list_for_a_map_on_a_narrow_screen_opens_at_its_top(
    standings: Settings,
) -> None:
    app = make_app(standings, "30", as_of=ON)
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await press(pilot, *TO_MAP)
        shown = page(app)
        assert shown.scroll_offset.y == 0 and shown.link is not None
        assert shown.link.ref == "30"
        assert "cần màn hình rộng hơn" in "\n".join(line.text for line in shown.lines)


async def test_a_chart_keeps_of_how_many_units_it_is(standings: Settings) -> None:
    app = make_app(standings, "30", as_of=ON)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, *TO_SLOPE)
        head = app.screen.query_one("#masthead", Lines).lines[0].text
        assert "63 tỉnh, thành phố · so với năm 2021" in head


async def test_the_tile_under_the_cursor_is_copied(standings: Settings) -> None:
    app = make_app(standings, "30", as_of=ON)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *TO_MAP, "right")
        screen = app.screen
        assert isinstance(screen, RankingScreen)
        assert "Hải Phòng" in copied_text(screen, page(app))
