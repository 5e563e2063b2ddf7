"""Comparing indexes on the screen: yardsticks beside a unit, indicators put in and taken out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing.app import BriefingApp
from briefing.domain.yardsticks import Yardstick
from briefing.screens.compare import CompareScreen
from briefing.screens.compare_choices import BesideScreen, IndicatorsScreen
from briefing.settings import Settings
from tests.screens.app_factory import make_app, page, press, said, settle
from tests.screens.scenes import Scene, onto
from tests.screens.test_pictures import Compare

SIZE = (100, 30)
AT: dict[str, Any] = {"as_of": date(2023, 12, 31)}
TOP_THREE: dict[str, Any] = {**AT, "compare": ("92", "48", "22")}
ALONE = ("4", "plus", "type:chi", "enter")
MAIN = ("4", "z", "type:dti 2022 tong", "enter")

SCENES = {
    "indexes": Scene("92", MAIN, TOP_THREE),
    "held-against": Scene("92", ALONE, AT),
    "history": Scene("30", ("4",), {**AT, "compare": ("30", "24", "37", "49")}),
    "both-maps": Scene(
        "30", ("4",), {"as_of": date(2026, 11, 22), "compare": ("30", "31@2025-07-01")}
    ),
}
DIALOGS = {
    "add": Scene("92", ("4", "plus"), TOP_THREE),
    "indicators": Scene("92", ("4", "z"), TOP_THREE),
    "full": Scene("92", ("4", "plus"), AT),
}


def screen(app: BriefingApp) -> CompareScreen:
    assert isinstance(app.screen, CompareScreen)
    return app.screen


async def test_yardsticks_are_added_and_taken_out_last_first(standings: Settings) -> None:
    app = make_app(standings, "92", compare=("92", "48"), **AT)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "4", "plus")
        assert isinstance(app.screen, BesideScreen)
        await press(pilot, *"tot nhat", "enter")
        await press(pilot, "plus", *"ca nuoc", "enter")
        assert screen(app).sides.yardsticks == (Yardstick.MEAN, Yardstick.BEST)
        assert "TB cả nước" in said(app) and "Tốt nhất" in said(app)
        await press(pilot, "minus")
        assert screen(app).sides.yardsticks == (Yardstick.MEAN,)
        await press(pilot, "minus", "minus")
        assert (screen(app).sides.yardsticks, screen(app).columns()) == ((), 2)


async def test_one_line_leaves_the_unit_alone_beside_all_yardsticks(standings: Settings) -> None:
    app = make_app(standings, "92", compare=("92", "48", "22"), **AT)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "4", "plus", *"chi can tho", "enter")
        assert (len(screen(app).units()), screen(app).columns()) == (1, 4)
        assert said(app, "#masthead").startswith("So sánh Cần Thơ")
        assert page(app).cursor == 0, "a new page begins at its top"


async def test_a_seventh_column_is_not_offered_but_a_fresh_start_is(standings: Settings) -> None:
    app = make_app(standings, "92", compare=("92", "48", "22", "30", "24"), **AT)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "4", "plus", *"tot nhat", "enter")
        assert screen(app).columns() == 6
        await press(pilot, "plus", *"ha noi")
        listed = said(app, "#dialog-list")
        assert "đã đủ sáu cột" in listed and "Hà Nội" not in listed
        await press(pilot, "enter")
        assert (len(screen(app).units()), screen(app).columns()) == (1, 4)


async def test_a_word_that_no_yardstick_has_finds_units_alone(standings: Settings) -> None:
    app = make_app(standings, "92", compare=("92", "48"), **AT)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "4", "plus", *"hai duong", "enter")
        assert [key.code for key in screen(app).units()] == ["92", "48", "30"]


async def test_an_indicator_is_put_in_and_taken_out_again(standings: Settings) -> None:
    app = make_app(standings, "92", compare=("92", "48"), **AT)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "4", "dollar_sign")
        assert isinstance(app.screen, IndicatorsScreen)
        await press(pilot, *"xep hang dti", "enter")
        assert screen(app).sides.chosen == ("dti_hang",)
        await press(pilot, "z", *"chi so chuyen doi so", "enter")
        assert screen(app).sides.chosen == ("dti_hang", "dti")
        await press(pilot, "z", *"xep hang dti")
        assert "✓" in said(app, "#dialog-list"), "what is chosen is ticked"
        await press(pilot, "enter")
        assert screen(app).sides.chosen == ("dti",)


async def test_a_bundle_takes_the_place_of_what_was_chosen_and_all_lets_go(
    standings: Settings,
) -> None:
    app = make_app(standings, "92", compare=("92", "48"), **AT)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, *MAIN[:2], *"dti 2022 tong", "enter")
        assert len(screen(app).sides.chosen) == 9
        assert "DTI: thể chế số" in said(app)
        await press(pilot, "z", "enter")
        assert screen(app).sides.chosen == ()


async def test_a_name_that_means_nothing_says_so_and_chooses_nothing(standings: Settings) -> None:
    app = make_app(standings, "92", compare=("92", "48"), **AT)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "4", "z", *"khong co gi", "enter")
        assert "Không có chỉ số nào tên như vậy" in said(app, "#dialog-list")
        await press(pilot, "escape")
        assert screen(app).sides.chosen == ()


async def test_a_history_is_copied_with_its_values(
    standings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    app = make_app(standings, "92", compare=("92", "48"), **AT)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "4")
        await onto("Diễn biến")(pilot)
        await press(pilot, "y")
    (kept,) = (path for path in tmp_path.rglob("*") if path.is_file())
    lines = kept.read_text(encoding="utf-8").splitlines()
    assert lines[1] == (
        "Cần Thơ: 7/63 (năm 2020, bộ chỉ số 2020); — (năm 2021, bộ chỉ số 2022); "
        "5/63 (năm 2022, bộ chỉ số 2022)"
    )


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)], ids=lambda size: f"{size[0]}")
@pytest.mark.parametrize("name", SCENES)
def test_picture(
    name: str, size: tuple[int, int], standings: Settings, snap_compare: Compare
) -> None:
    scene = SCENES[name]
    assert snap_compare(scene.app(standings), terminal_size=size, run_before=scene.play)


@pytest.mark.parametrize("name", ["indexes", "held-against"])
def test_picture_in_english(name: str, standings: Settings, snap_compare: Compare) -> None:
    scene = SCENES[name]
    app = scene.app(standings, language="en")
    if name == "indexes":
        scene = Scene("92", ("4", "z", "type:dti 2022 total", "enter"), scene.options)
    assert snap_compare(app, terminal_size=(80, 24), run_before=scene.play)


@pytest.mark.parametrize("name", SCENES)
def test_picture_narrow(name: str, standings: Settings, snap_compare: Compare) -> None:
    scene = SCENES[name]
    assert snap_compare(scene.app(standings), terminal_size=(60, 20), run_before=scene.play)


@pytest.mark.parametrize("name", DIALOGS)
def test_dialog(name: str, standings: Settings, snap_compare: Compare) -> None:
    scene = DIALOGS[name]
    assert snap_compare(scene.app(standings), terminal_size=(80, 24), run_before=scene.play)
