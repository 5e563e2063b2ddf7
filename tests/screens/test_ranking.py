"""The ranking on the screen: its keys, its dialogs, and pictures of the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing.app import BriefingApp
from briefing.domain.ranked import Order, Ranked
from briefing.pages.line import Link, LinkKind
from briefing.screens.links import IndicatorScreen, SourceScreen
from briefing.screens.profile import ProfileScreen
from briefing.screens.ranking import RankingScreen
from briefing.settings import Settings
from briefing.store.errors import DatabaseMissing
from briefing.store.reading import Reader
from briefing.widgets.line_view import LineView
from tests.screens.app_factory import make_app, page, press, said, settle
from tests.screens.scenes import Scene, onto

Compare = Callable[..., bool]

AT: dict[str, Any] = {"as_of": date(2023, 9, 3), "compare": ("30", "24", "37")}
NOW: dict[str, Any] = {"as_of": date(2026, 11, 22)}
THE_CHE_SO = Link(LinkKind.RANKING, "dti_the_che_so")
SCENES = {
    "ranks-2022": Scene("30", ("5",), AT),
    "region-by-name": Scene("30", ("5", "f", *"song hong", "enter", "equals_sign"), AT),
    "five-values": Scene("74", (THE_CHE_SO,), AT),
    "of-34": Scene("31", ("5",), NOW),
    "not-yet": Scene("30", ("5",), {"as_of": date(2021, 3, 1)}),
    "choose-indicator": Scene("30", ("5", "z"), AT),
    "choose-group": Scene("30", ("5", "f"), AT),
}
SIZES = [(80, 24), (120, 36), (200, 60)]


def ranking(app: BriefingApp) -> RankingScreen:
    assert isinstance(app.screen, RankingScreen)
    return app.screen


def title(app: BriefingApp) -> str:
    return said(app, "#masthead")


@pytest.mark.parametrize("key", ["5", "r", "asterisk"])
async def test_the_ranking_opens_at_its_keys(key: str, standings: Settings) -> None:
    app = make_app(standings, "30", **AT)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, key)
        assert said(app).startswith("► Hải Dương: hạng 13/63")


async def test_periods_are_walked_across_frameworks_and_it_says_so(standings: Settings) -> None:
    app = make_app(standings, "30", **AT)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "5", "comma")
        assert "năm 2021" in title(app) and "hạng 14/63" in said(app)
        assert "năm 2020 – không so sánh được: bộ chỉ số khác (2020)" in said(app)
        await press(pilot, "less_than_sign")
        assert "DTI 2020" in title(app) and "năm 2020" in title(app)
        await press(pilot, "comma")
        assert "Không có kỳ nào trước kỳ này." in said(app, "#detail")
        await press(pilot, "greater_than_sign", "full_stop")
        assert "năm 2022" in title(app) and "Chỉ số DTI" in title(app)


async def test_another_indicator_is_chosen_by_typing(standings: Settings) -> None:
    app = make_app(standings, "30", **AT)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "5", "dollar_sign", *"the che", "enter")
        assert "DTI: thể chế số" in title(app)
        assert "của 5/63 giá trị" in said(app)


async def test_sorting_keeps_ranks_and_goes_round(standings: Settings) -> None:
    app = make_app(standings, "30", **AT)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "5", "equals_sign")
        assert ranking(app).order is Order.NAME and "xếp theo tên" in said(app)
        assert next(line for line in page(app).lines if "An Giang" in line.text).item == 1
        await press(pilot, "backslash", "equals_sign")
        assert ranking(app).order is Order.RANK


async def test_a_region_is_chosen_and_left_again(standings: Settings) -> None:
    app = make_app(standings, "30", **AT)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "5", "f", *"song hong", "enter")
        assert "Hải Dương 3/10 trong nhóm" in said(app)
        assert "Cần Thơ" not in said(app)
        await press(pilot, "comma")
        assert "Chỉ xem Đồng bằng sông Hồng" in said(app), "it stays for the other period"
        await press(pilot, "ampersand", "enter")
        assert "Chỉ xem" not in said(app)


async def test_communes_are_another_kind_with_their_own_list(standings: Settings) -> None:
    app = make_app(standings, "31", **NOW)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "5", "f")
        assert "Cấp xã" not in said(app, "#dialog-list"), "nothing is known of communes"


async def test_enter_opens_where_a_unit_stands_and_s_its_source(standings: Settings) -> None:
    app = make_app(standings, "30", **AT)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "5")
        await onto("Cần Thơ")(pilot)
        await press(pilot, "s")
        assert isinstance(app.screen, SourceScreen)
        await press(pilot, "escape", "enter")
        assert isinstance(app.screen, ProfileScreen) and "Cần Thơ" in title(app)
        await press(pilot, "escape")
        assert page(app).link == Link(LinkKind.PROFILE, "92"), "the cursor is where it was"


@pytest.mark.parametrize("form", [(), ("g", "g"), ("g",)], ids=["list", "map", "chart"])
async def test_enter_by_an_indicator_of_no_framework_opens_its_figures(
    form: tuple[str, ...], standings: Settings
) -> None:
    app = make_app(standings, "30", **AT)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "5", "z", *"par index", "enter", *form)
        assert "PAR" in title(app)
        app.screen.query_one("#page", LineView).move_to_link(Link(LinkKind.PROFILE, "31"))
        await press(pilot, "enter")
        screen = app.screen
        assert isinstance(screen, IndicatorScreen) and "Hải Phòng" in title(app)
        assert (screen.link.ref, screen.link.unit) == ("par_index", "31")
        await press(pilot, "escape")
        assert isinstance(app.screen, RankingScreen)


async def test_a_profile_without_results_offers_neither_what_if_nor_a_peer(
    standings: Settings,
) -> None:
    app = make_app(standings, "00004@2025-07-01", **NOW)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "p")
        assert "chưa công bố kết quả xếp hạng nào cho loại đơn vị này" in said(app)
        assert isinstance(app.screen, ProfileScreen)
        below = said(app, "#hints")
        assert "quay lại" in below and "giả định" not in below and "đặt cạnh" not in below


async def test_another_day_shows_what_was_known_then(standings: Settings) -> None:
    app = make_app(standings, "30", **AT)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "5", "comma", "full_stop", "d", *"30.6.2023", "enter")
        assert "năm 2021" in title(app) and "hạng 14/63" in said(app)


async def test_a_line_is_copied_with_rank_value_period_and_source(
    standings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    app = make_app(standings, "30", **AT)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "5")
        await onto("Cần Thơ")(pilot)
        await press(pilot, "y")
        assert "chép" in said(app, "#detail")
    first, second = (tmp_path / "briefing" / "copied.txt").read_text(encoding="utf-8").splitlines()
    assert first.startswith("Xếp hạng: Chỉ số DTI, năm 2022")
    assert "5/63" in first and "Cần Thơ" in first and "0,6924" in first
    assert "12/07/2023" in second


@pytest.mark.parametrize("name", SCENES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_picture(
    name: str, size: tuple[int, int], standings: Settings, snap_compare: Compare
) -> None:
    scene = SCENES[name]
    assert snap_compare(scene.app(standings), terminal_size=size, run_before=scene.play)


@pytest.mark.parametrize("name", ["ranks-2022", "five-values"])
def test_narrow(name: str, standings: Settings, snap_compare: Compare) -> None:
    scene = SCENES[name]
    assert snap_compare(scene.app(standings), terminal_size=(60, 20), run_before=scene.play)


@pytest.mark.parametrize("name", ["ranks-2022", "of-34"])
def test_in_english(name: str, standings: Settings, snap_compare: Compare) -> None:
    scene = SCENES[name]
    app = scene.app(standings, language="en")
    assert snap_compare(app, terminal_size=(80, 24), run_before=scene.play)


async def test_the_periods_beside_a_long_ranking_are_read_before_they_are_asked_for(
    standings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.screens.long_rankings.LONG", 10)
    fetch, waited = RankingScreen.fetch, []

    def fetched(screen: RankingScreen, reader: Reader) -> Ranked:
        waited.append(screen.asked())
        return fetch(screen, reader)

    monkeypatch.setattr(RankingScreen, "fetch", fetched)
    app = make_app(standings, "30", **AT)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "5")
        assert "2022" in title(app)
        ranking(app).look_ahead()
        await settle(pilot)
        await press(pilot, "comma")
        assert "2021" in title(app) and said(app).startswith("► Hải Dương: hạng 14/63")
        assert len(waited) == 1


async def test_without_its_database_the_ranking_says_so_and_stays(
    standings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> Reader:
        raise DatabaseMissing(standings.database)

    groups = {"Hai nơi": ("48", "24@2025-07-01")}
    app = make_app(replace(standings, peer_groups=groups), "30", **AT)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "5")
        await onto("Cần Thơ")(pilot)
        monkeypatch.setattr(app, "open_reader", gone)
        await press(pilot, "s")
        assert "Chưa có cơ sở dữ liệu" in said(app, "#detail")
        ranking(app).say("")
        ranking(app).narrowed = "peers:Hai nơi"
        await press(pilot, "equals_sign")
        assert "Chưa có cơ sở dữ liệu" in said(app, "#detail")
        assert "Đà Nẵng" in said(app) and "Cần Thơ" not in said(app)
