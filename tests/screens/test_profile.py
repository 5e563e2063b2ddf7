"""Where a unit stands: opened from anywhere, beside a peer, in another period, and its pictures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing.domain.model import UnitKey
from briefing.pages.line import Link, LinkKind
from briefing.screens.dialog import Dialog
from briefing.screens.framework import FrameworkScreen
from briefing.screens.links import ItemScreen, SourceScreen
from briefing.screens.profile import ProfileScreen
from briefing.screens.ranking import RankingScreen
from briefing.screens.what_if import WhatIfScreen
from briefing.settings import Settings
from tests.profile_workspace import DAY, build_can_tho
from tests.screens.app_factory import make_app, page, press, said, settle
from tests.screens.scenes import Scene, onto

Compare = Callable[..., bool]

AT: dict[str, Any] = {"as_of": DAY, "compare": ("48", "22")}
HAI_DUONG: dict[str, Any] = {"as_of": date(2023, 9, 3), "compare": ("24",)}
SCENES = {
    "can-tho": Scene("92", ("p",), AT),
    "hai-duong": Scene("30", ("p",), HAI_DUONG),
}
SIZES = {"80x24": (80, 24), "120x36": (120, 36), "200x60": (200, 60), "60x20": (60, 20)}


@pytest.fixture(scope="module")
def can_tho(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The shipped data with a plan of Cần Thơ."""
    return build_can_tho(tmp_path_factory.mktemp("can-tho"))


@pytest.mark.parametrize("tab", ["1", "2", "3", "4", "5", "6", "7"])
@pytest.mark.parametrize("key", ["p", "percent_sign"])
async def test_it_opens_from_every_tab_and_closes_onto_it(
    tab: str, key: str, can_tho: Settings
) -> None:
    app = make_app(can_tho, "92", **AT)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, tab)
        before = app.screen
        await press(pilot, key)
        assert isinstance(app.screen, ProfileScreen)
        assert "Hạng 5/63, năm 2022" in said(app)
        await press(pilot, key)
        await press(pilot, "escape")
        assert app.screen is before


async def test_a_page_without_anything_offers_no_key_that_does_nothing(standings: Settings) -> None:
    app = make_app(standings, "00004@2025-07-01", as_of=date(2026, 1, 1))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "p")
        assert "chưa công bố kết quả xếp hạng nào" in said(app)
        assert said(app, "#hints").split() == ["Esc", "quay", "lại", "?", "trợ", "giúp"]


async def test_a_line_of_another_unit_is_told_on_the_days_in_force(can_tho: Settings) -> None:
    app = make_app(can_tho, "92", **AT)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await app.open_link(Link(LinkKind.PROFILE, "01"))
        await settle(pilot)
        assert "Hạng 24/63, năm 2022" in said(app)
        assert "31/07/2023" in said(app, "#masthead")
        assert "ối chiếu Cần Thơ: hạng 5/63" in said(app), "the unit in focus stands beside it"


async def test_putting_another_unit_in_focus_shows_that_one(can_tho: Settings) -> None:
    app = make_app(can_tho, "92", **AT)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await app.open_link(Link(LinkKind.PROFILE, "01"))
        await settle(pilot)
        app.show_unit(UnitKey("22"))
        await settle(pilot)
        assert "Hạng 3/63, năm 2022" in said(app)


async def test_a_chosen_peer_stands_beside_and_the_unit_itself_cannot(can_tho: Settings) -> None:
    app = make_app(can_tho, "92", **AT)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "p")
        assert "Đà Nẵng" in said(app)
        await press(pilot, "plus", *"quang ninh", "enter")
        assert "Quảng Ninh: hạng 3/63, 0,7024" in said(app)
        await press(pilot, "insert", *"can tho", "enter")
        assert "Quảng Ninh: hạng 3/63, 0,7024" in said(app)
        assert "Không đối chiếu Cần Thơ với chính mình" in said(app, "#detail")


async def test_a_chosen_peer_s_values_and_what_has_no_room_are_told_on_80_columns(
    can_tho: Settings,
) -> None:
    app = make_app(can_tho, "48", as_of=date(2023, 9, 3), compare=())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "p", "plus", *"can tho", "enter")
        shown = said(app)
        assert "cao nhất  Cần Thơ" in shown and "0,2947" in shown
        assert "Không đủ chỗ cho cột: của, hạng." in shown
        assert "Vị thế: Đà Nẵng  bộ chỉ số 2022, năm 2022" in said(app, "#masthead")


async def test_older_and_newer_go_through_the_periods_known_and_stop_at_the_ends(
    can_tho: Settings,
) -> None:
    app = make_app(can_tho, "92", **AT)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "p", "full_stop")
        assert "kết quả mới nhất" in said(app, "#detail")
        await press(pilot, "comma")
        assert "năm 2021" in said(app)
        await press(pilot, "less_than_sign")
        assert "Hạng 7/63, năm 2020" in said(app)
        await press(pilot, "comma")
        assert "Không có kết quả kỳ trước nữa" in said(app, "#detail")
        await press(pilot, "greater_than_sign", "full_stop")
        assert "Hạng 5/63, năm 2022" in said(app)


async def test_enter_on_an_index_ranks_all_units_on_it_in_that_period(can_tho: Settings) -> None:
    scene = Scene("92", ("p", onto("Nhân lực số  "), "enter"), AT)
    async with scene.opened(can_tho) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, RankingScreen)
        assert screen.choice.indicator == "dti_nhan_luc_so"
        assert screen.choice.end == date(2022, 12, 31)
        assert "0,8487" in said(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, ProfileScreen)


async def test_enter_on_a_task_opens_it_though_another_unit_is_in_focus(can_tho: Settings) -> None:
    app = make_app(can_tho, "30", **HAI_DUONG)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await app.open_link(Link(LinkKind.PROFILE, "92"))
        await settle(pilot)
        await onto("Dạy kỹ năng số")(pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, ItemScreen)
        assert "Thành phố Cần Thơ" in said(app, "#masthead")


async def test_the_rank_leads_to_its_source(can_tho: Settings) -> None:
    app = make_app(can_tho, "92", **AT)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "p")
        assert page(app).cursor == 0
        await press(pilot, "s")
        assert isinstance(app.screen, SourceScreen)


async def test_a_line_leads_to_the_period_that_tells_the_indexes(can_tho: Settings) -> None:
    scene = Scene("30", ("p", onto("Thứ hạng từng chỉ số"), "enter"), HAI_DUONG)
    async with scene.opened(can_tho) as (app, pilot):
        assert "Hạng 14/63, năm 2021" in said(app)
        await press(pilot, "escape")
        assert "Hạng 13/63, năm 2022" in said(app)


async def test_changing_the_day_changes_what_is_known(can_tho: Settings) -> None:
    app = make_app(can_tho, "01", **AT)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "p")
        assert "Hạng 24/63, năm 2022" in said(app)
        await press(pilot, "d", *"22/11/2026", "enter")
        assert isinstance(app.screen, ProfileScreen)
        assert "Hạng 1/34, năm 2024" in said(app)


async def test_a_unit_without_values_is_offered_assumed_ones(can_tho: Settings) -> None:
    scene = Scene("30", ("p", onto("Thử với giá trị giả định"), "enter"), HAI_DUONG)
    async with scene.opened(can_tho) as (app, pilot):
        assert isinstance(app.screen, WhatIfScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, ProfileScreen)


async def test_the_framework_of_the_results_is_one_enter_away(can_tho: Settings) -> None:
    scene = Scene("92", ("p", "end", "enter"), AT)
    async with scene.opened(can_tho) as (app, _):
        assert isinstance(app.screen, FrameworkScreen)
        assert "Hoạt động xã hội số" in said(app)


async def test_a_task_is_changed_where_it_stands(can_tho: Settings) -> None:
    app = make_app(can_tho, "92", access="editor", **AT)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "p")
        await onto("Dạy kỹ năng số")(pilot)
        await press(pilot, "c")
        assert isinstance(app.screen, Dialog)
        await press(pilot, "escape")
        assert isinstance(app.screen, ProfileScreen)


async def test_a_line_of_an_index_is_copied_with_its_day(
    can_tho: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    scene = Scene("92", ("p", onto("Hạ tầng số  "), "y"), AT)
    async with scene.opened(can_tho):
        pass  # the key was the last step
    (kept,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    copied = kept.read_text(encoding="utf-8")
    assert "27,7/100" in copied and "31/07/2023" in copied


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SCENES)
def test_profile_picture(name: str, size: str, can_tho: Settings, snap_compare: Compare) -> None:
    scene = SCENES[name]
    app = scene.app(can_tho)
    assert snap_compare(app, terminal_size=SIZES[size], run_before=scene.play)


def test_profile_in_english(can_tho: Settings, snap_compare: Compare) -> None:
    scene = Scene("92", ("p",), {**AT, "language": "en"})
    assert snap_compare(scene.app(can_tho), terminal_size=(80, 24), run_before=scene.play)


def test_profile_across_frameworks(can_tho: Settings, snap_compare: Compare) -> None:
    scene = Scene("37", ("p",), {"as_of": date(2026, 11, 22)})
    assert snap_compare(scene.app(can_tho), terminal_size=(80, 24), run_before=scene.play)
