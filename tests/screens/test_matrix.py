"""From a count to who has been counted, and on to what it is about; systems and difficulties."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from briefing.domain.model import UnitKey
from briefing.pages.line import Link, LinkKind
from briefing.screens.links import IndicatorScreen, ItemScreen, SourceScreen, TargetScreen
from briefing.screens.matrix import CarrierScreen, DutyScreen, MatrixScreen
from briefing.screens.systems import SystemScreen, SystemsScreen
from briefing.settings import Settings
from tests.many_duties import build_many_duties
from tests.screens.app_factory import make_app, page, press, said, settle
from tests.screens.scenes import Scene, Step, onto

Compare = Callable[..., bool]

QUANG_NAM_DAY = date(2022, 4, 25)
AT = {"as_of": QUANG_NAM_DAY}
COUNTS = ("16/18", "7/20")
WAYS: dict[str, tuple[Step, ...]] = {"overview": (), "pillars": ("2",), "tasks": ("3",)}


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The shipped workspace with twelve duties of Quảng Nam's districts."""
    return build_many_duties(tmp_path_factory.mktemp("duties"), 12)


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("tab", WAYS)
async def test_enter_on_a_count_opens_who_has_been_counted(
    tab: str, count: str, shipped: Settings
) -> None:
    app = Scene("49", (*WAYS[tab], onto(count), "enter"), AT).app(shipped)
    async with app.run_test(size=(120, 50)) as pilot:
        await Scene("49", (*WAYS[tab], onto(count)), AT).play(pilot)
        before = app.screen
        await press(pilot, "enter")
        assert isinstance(app.screen, DutyScreen)
        view = page(app)
        (line,) = [line for line in view.lines if line.item == view.cursor and count in line.text]
        assert "còn thiếu" in line.text
        await press(pilot, "enter")
        assert isinstance(app.screen, TargetScreen)
        await press(pilot, "escape", "escape")
        assert app.screen is before


@pytest.mark.parametrize(("indicator", "count"), [("huyen_co_bcd", "16/18"), ("so_co_bcd", "7/20")])
async def test_the_count_on_an_indicator_s_page_opens_it_too(
    indicator: str, count: str, shipped: Settings
) -> None:
    scene = Scene("49", (Link(LinkKind.INDICATOR, indicator), onto(count), "enter"), AT)
    async with scene.opened(shipped, (120, 50)) as (app, _):
        assert isinstance(app.screen, DutyScreen)
        assert count in next(x.text for x in page(app).lines if x.item == page(app).cursor)


async def test_a_count_of_databases_opens_its_indicator(shipped: Settings) -> None:
    scene = Scene("49", ("2", onto("11/14"), "enter"), AT)
    async with scene.opened(shipped, (120, 50)) as (app, _):
        assert isinstance(app.screen, IndicatorScreen)


async def test_the_count_stays_that_of_its_unit_when_another_is_put_in_focus(
    shipped: Settings,
) -> None:
    app = make_app(shipped, "49", as_of=QUANG_NAM_DAY)
    async with app.run_test(size=(120, 50)) as pilot:
        await settle(pilot)
        await onto("16/18")(pilot)
        await press(pilot, "enter")
        app.show_unit(UnitKey("37"))
        await settle(pilot)
        assert "16/18" in said(app)
        assert "Quảng Nam" in said(app, "#masthead")


@pytest.mark.parametrize(
    ("keys", "screen"),
    [(("6", "m", "number_sign"), MatrixScreen), (("7", "at"), SystemsScreen)],
)
async def test_each_tab_has_a_digit_a_letter_and_a_sign(
    keys: tuple[str, ...], screen: type, shipped: Settings
) -> None:
    app = make_app(shipped, "49", as_of=QUANG_NAM_DAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for key in keys:
            await press(pilot, "1", key)
            assert isinstance(app.screen, screen), key


async def test_all_seven_tabs_are_named_on_eighty_columns(shipped: Settings) -> None:
    for language, last in (("vi", "7 Hệ thống"), ("en", "7 Systems")):
        app = make_app(shipped, "49", language=language)
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            assert said(app, "#tabs").endswith(last)
            assert len(said(app, "#hints").split("   ")) <= 6


async def test_a_system_opens_its_figures_and_its_source(shipped: Settings) -> None:
    scene = Scene("49", ("7", onto("Các cơ sở dữ liệu chuyên ngành"), "enter"), AT)
    async with scene.opened(shipped, (120, 40)) as (app, pilot):
        assert isinstance(app.screen, SystemScreen)
        told = said(app)
        assert all(figure in told for figure in ("141 cơ sở", "49 cơ sở", "92 cơ sở"))
        assert "141 = 49 do trung ương triển khai + 92 do tỉnh triển khai" in told
        await press(pilot, "s")
        assert isinstance(app.screen, SourceScreen)


async def test_the_line_below_tells_what_the_list_of_systems_leaves_out(shipped: Settings) -> None:
    scene = Scene("49", ("7", onto("LGSP")), AT)
    async with scene.opened(shipped, (80, 24)) as (app, _):
        told = said(app, "#detail")
        assert "11/14" in told and "đoạn 9, 10" in told


async def test_a_unit_of_the_matrix_opens_its_own_duties(crowded: Settings) -> None:
    scene = Scene("49", ("6", onto("Nông Sơn"), "enter"), AT)
    async with scene.opened(crowded, (120, 40)) as (app, pilot):
        assert isinstance(app.screen, CarrierScreen)
        assert "Huyện Nông Sơn" in said(app) and "✘ chưa xong, quá hạn" in said(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ItemScreen)


async def test_a_difficulty_below_the_tasks_opens_its_source(shipped: Settings) -> None:
    scene = Scene("49", ("3", onto("Quá nhiều phần mềm chuyên ngành"), "enter"), AT)
    async with scene.opened(shipped, (120, 40)) as (app, _):
        assert isinstance(app.screen, SourceScreen)
        assert app.screen.link.paragraph == 14


PICTURES = {
    "matrix": Scene("40", ("6",), {"as_of": date(2022, 9, 15)}),
    "counts": Scene("49", (onto("16/18"), "enter"), AT),
    "systems": Scene("49", ("7",), AT),
    "system": Scene("49", ("7", "enter"), AT),
    "difficulties": Scene("24", ("2", onto("chưa thực sự quan tâm")), {"as_of": date(2023, 3, 31)}),
}


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
@pytest.mark.parametrize("name", PICTURES)
def test_picture(
    name: str, size: tuple[int, int], shipped: Settings, snap_compare: Compare
) -> None:
    scene = PICTURES[name]
    assert snap_compare(scene.app(shipped), terminal_size=size, run_before=scene.play)


@pytest.mark.parametrize("tab", ["6", "7"], ids=["matrix", "systems"])
def test_picture_in_english(tab: str, shipped: Settings, snap_compare: Compare) -> None:
    scene = Scene("49", (tab,), {**AT, "language": "en"})
    assert snap_compare(scene.app(shipped), terminal_size=(80, 24), run_before=scene.play)


@pytest.mark.parametrize(
    "size", [(60, 20), (80, 24), (120, 36), (200, 60)], ids=["60x20", "80x24", "120x36", "200x60"]
)
def test_picture_of_many_duties(
    size: tuple[int, int], crowded: Settings, snap_compare: Compare
) -> None:
    scene = Scene("49", ("6",), AT)
    if size[1] < 60:
        scene = Scene("49", ("6", onto("Nông Sơn")), AT)
    assert snap_compare(scene.app(crowded), terminal_size=size, run_before=scene.play)


@pytest.mark.parametrize("size", [(60, 20), (200, 60)], ids=["60x20", "200x60"])
def test_picture_of_systems(
    size: tuple[int, int], shipped: Settings, snap_compare: Compare
) -> None:
    scene = Scene("40", ("7",), {"as_of": date(2022, 9, 15)})
    assert snap_compare(scene.app(shipped), terminal_size=size, run_before=scene.play)
