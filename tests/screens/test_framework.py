"""A framework's tree with a unit's points, a part by itself, and the ways that lead there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from briefing.opening import sync
from briefing.pages.line import Link, LinkKind
from briefing.screens.framework import FrameworkScreen, PartScreen
from briefing.settings import Settings
from tests.example_framework import PHU_LY, lay_example
from tests.screens.app_factory import build_workspace, make_app, page, press, said, settle
from tests.screens.scenes import Scene, onto

Compare = Callable[..., bool]

DAY = {"as_of": date(2026, 11, 22)}
OWN = Link(LinkKind.FRAMEWORK, "cds-xa-2026")
DTI = Link(LinkKind.FRAMEWORK, "dti-2022")


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The shipped workspace with communes, and with the example set and its scores."""
    settings = build_workspace(tmp_path_factory.mktemp("scored"), standings=True)
    lay_example(settings.root)
    sync(settings)
    return settings


WARDS = {
    "13324": ("18,17", "22,20", "12,10", "12,12", "20,18"),
    "13330": ("16,14", "20,18", "11,9", "12,12", "22,22"),
    "13318": ("15,15", "19,17", "10,9", "13,12", "23,22"),
    "13291": ("20,14", "", "", "", ""),
}
"""Points by the ward itself and appraised, on 4.1, 4.22.10, 4.22.11, 5.1 and 5.2; two are equal."""


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The same with more wards, of which three are scored in full."""
    settings = build_workspace(tmp_path_factory.mktemp("compared"), standings=True)
    lay_example(settings.root)
    path = settings.root / "data/assessments/cham_diem_2026.csv"
    rows = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("phu-van")]
    for ward, points in WARDS.items():
        for part, given in zip(("4.1", "4.22.10", "4.22.11", "5.1", "5.2"), points, strict=True):
            if given:
                id_ = f"p-{ward}-{part}".replace(".", "-")
                period = "2026-01-01,2026-06-30"
                rows.append(
                    f"{id_},cds-xa-2026,{part},{ward},{period},{given},x,vi_du_cham_diem,2026-07-20,"
                )
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    sync(settings)
    return settings


PICTURES = {
    "scores": Scene(PHU_LY, (OWN, onto("Dữ liệu số hóa")), DAY),
    "structure": Scene("92", (DTI, onto("Thể chế số")), {"as_of": date(2023, 8, 1)}),
    "part": Scene(PHU_LY, (OWN, onto("Số hóa hồ sơ"), "enter"), DAY),
}


@pytest.mark.parametrize("name", PICTURES)
def test_at_80x24(name: str, scored: Settings, snap_compare: Compare) -> None:
    scene = PICTURES[name]
    assert snap_compare(scene.app(scored), terminal_size=(80, 24), run_before=scene.play)


@pytest.mark.parametrize("name", ["scores", "structure"])
def test_at_120x36(name: str, scored: Settings, snap_compare: Compare) -> None:
    scene = PICTURES[name]
    assert snap_compare(scene.app(scored), terminal_size=(120, 36), run_before=scene.play)


def test_wide(scored: Settings, snap_compare: Compare) -> None:
    scene = PICTURES["scores"]
    assert snap_compare(scene.app(scored), terminal_size=(200, 60), run_before=scene.play)


def test_narrow(scored: Settings, snap_compare: Compare) -> None:
    scene = PICTURES["scores"]
    assert snap_compare(scene.app(scored), terminal_size=(60, 20), run_before=scene.play)


def test_in_english(scored: Settings, snap_compare: Compare) -> None:
    scene = Scene(PHU_LY, (OWN, onto("Digitised data")), {**DAY, "language": "en"})
    assert snap_compare(scene.app(scored), terminal_size=(80, 24), run_before=scene.play)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)], ids=["60x20", "80x24", "120x36"])
def test_units_side_by_side(
    size: tuple[int, int], compared: Settings, snap_compare: Compare
) -> None:
    scene = Scene("37", (OWN, onto("Phù Vân")), DAY)
    assert snap_compare(scene.app(compared), terminal_size=size, run_before=scene.play)


async def test_a_search_opens_a_framework_and_enter_one_of_its_parts(scored: Settings) -> None:
    app = make_app(scored, PHU_LY, as_of=date(2026, 11, 22))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"cds xa")
        await settle(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, FrameworkScreen)
        assert "64,5/85 điểm" in said(app)
        await onto("Hồ sơ giấy")(pilot)
        assert "Báo cáo 15/BC-UBND" in said(app, "#detail")
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, PartScreen)
        assert "20/25 điểm, mất 5" in said(app)


async def test_a_framework_of_a_unit_without_scores_lists_those_that_have_some(
    scored: Settings,
) -> None:
    app = make_app(scored, "37", as_of=date(2026, 11, 22))
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await app.open_link(OWN)
        await settle(pilot)
        assert "Bộ này chấm điểm xã, phường, đặc khu" in said(app)
        await onto("Phường Phù Vân")(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, FrameworkScreen)
        assert "14/20 điểm" in said(app)
        assert page(app).link is not None


async def test_the_source_key_opens_where_the_points_come_from(scored: Settings) -> None:
    app = make_app(scored, PHU_LY, as_of=date(2026, 11, 22))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await app.open_link(OWN)
        await settle(pilot)
        await onto("Hồ sơ giấy")(pilot)
        await press(pilot, "s")
        await settle(pilot)
        assert "Kết quả chấm điểm chuyển đổi số cấp xã" in said(app)
