"""Across the merger of 2025 on the screen: what became of a unit, and the line that goes there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from briefing.desk import TODAY
from briefing.domain.model import UnitKey
from briefing.pages.line import Link, LinkKind
from briefing.screens.overview import OverviewScreen
from briefing.settings import Settings
from tests.screens.app_factory import make_app, page, press, said, settle
from tests.screens.scenes import Scene, onto

Compare = Callable[..., bool]

MERGER = date(2025, 7, 1)
AFTER = {"as_of": date(2026, 1, 1)}
NOW = {"as_of": TODAY}
HAI_DUONG, HAI_PHONG = UnitKey("30"), UnitKey("31", MERGER)
BAC_NINH = UnitKey("24", MERGER)
TABS = {
    "overview": (),
    "pillars": ("2",),
    "tasks": ("3",),
    "ranking": ("5",),
    "matrix": ("6",),
    "systems": ("7",),
}
FATE = "Từ 01/07/2025 tỉnh Hải Dương hợp nhất với thành phố Hải Phòng cũ"

SCENES = {
    "overview-hai-duong": Scene("30", (), AFTER),
    "overview-ninh-binh": Scene("37", (), NOW),
    "pillars-bac-ninh": Scene("24", ("2", onto("Xếp hạng DTI cấp tỉnh")), NOW),
    "indicator-bac-ninh": Scene("24", (Link(LinkKind.INDICATOR, "dti_2020_hang"),), NOW),
}


@pytest.mark.parametrize("tab", TABS)
async def test_enter_on_the_first_line_of_every_tab_goes_to_the_successor(
    tab: str, shipped: Settings
) -> None:
    scene = Scene("30", TABS[tab], AFTER)
    async with scene.opened(shipped) as (app, pilot):
        assert said(app).startswith(FATE)
        assert page(app).link == Link(LinkKind.UNIT, str(HAI_PHONG))
        await press(pilot, "enter")
        assert (app.view.unit, app.view.as_of) == (HAI_PHONG, date(2026, 1, 1))
        assert app.current_mode == tab
        assert said(app).startswith("Thành phố Hải Phòng có từ 01/07/2025")


async def test_a_comparison_goes_to_the_successor_too(shipped: Settings) -> None:
    scene = Scene("30", ("4",), {**AFTER, "compare": ("40", "49")})
    async with scene.opened(shipped) as (app, pilot):
        assert said(app).lstrip().startswith(FATE)
        assert page(app).link == Link(LinkKind.UNIT, str(HAI_PHONG))
        await press(pilot, "enter")
        assert app.view.unit == HAI_PHONG and app.current_mode == "compare"
        assert "Hải Phòng" in said(app) and FATE not in said(app)


async def test_and_back_again_by_the_line_of_the_predecessor(shipped: Settings) -> None:
    app = make_app(shipped, "31", as_of=date(2026, 1, 1))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert app.view.unit == HAI_PHONG
        await onto("Hải Dương cũ")(pilot)
        await press(pilot, "enter")
        assert app.view.unit == HAI_DUONG
        assert said(app).startswith(FATE)


async def test_moving_the_day_across_the_merger_says_what_became_of_the_unit(
    shipped: Settings,
) -> None:
    app = make_app(shipped, "30", as_of=date(2025, 6, 30))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, OverviewScreen)
        assert "Hải Phòng" not in said(app)
        await press(pilot, "d", *"1.7.2025", "enter")
        assert app.view.unit == HAI_DUONG
        assert said(app).startswith(FATE)


async def test_a_predecessor_s_figure_opens_its_own_indicator(shipped: Settings) -> None:
    scene = Scene("24", ("2", onto("823 dịch vụ"), "enter"), NOW)
    async with scene.opened(shipped) as (app, _):
        assert "823 dịch vụ" in said(app)
        assert said(app).startswith("Từ 01/07/2025 tỉnh Bắc Giang hợp nhất với tỉnh Bắc Ninh")
        assert app.view.unit == BAC_NINH


@pytest.mark.parametrize("name", SCENES)
@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)], ids=lambda s: f"{s[0]}x{s[1]}")
def test_picture(
    name: str, size: tuple[int, int], standings: Settings, snap_compare: Compare
) -> None:
    scene = SCENES[name]
    assert snap_compare(scene.app(standings), terminal_size=size, run_before=scene.play)


@pytest.mark.parametrize("name", ["overview-hai-duong", "overview-ninh-binh"])
def test_narrow(name: str, standings: Settings, snap_compare: Compare) -> None:
    scene = SCENES[name]
    assert snap_compare(scene.app(standings), terminal_size=(60, 20), run_before=scene.play)


@pytest.mark.parametrize("name", ["overview-hai-duong", "overview-ninh-binh"])
def test_in_english(name: str, standings: Settings, snap_compare: Compare) -> None:
    scene = Scene(SCENES[name].unit, (), {**SCENES[name].options, "language": "en"})
    assert snap_compare(scene.app(standings), terminal_size=(80, 24), run_before=scene.play)
