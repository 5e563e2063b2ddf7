"""From the nation's line on the overview to its list and a target; the nation's own screens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from briefing.pages import given
from briefing.screens.links import TargetScreen
from briefing.settings import Settings
from tests.screens.app_factory import make_app, page, press, said, settle
from tests.screens.scenes import Scene, onto

Compare = Callable[..., bool]

SPRING = {"as_of": date(2025, 6, 15)}
LINE = "Cả nước đặt ra"
LIST = "Chỉ tiêu cả nước đặt ra, chưa có số liệu"


async def test_the_overview_s_line_opens_the_list_at_the_end_of_the_pillars(
    shipped: Settings,
) -> None:
    app = make_app(shipped, "37")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await onto(LINE)(pilot)
        assert "một quy tắc" in said(app, "#detail")
        await press(pilot, "enter")
        await settle(pilot)
        assert app.current_mode == "pillars"
        link = page(app).link
        assert link is not None
        assert link.ref == given.WHOLE
        assert any(line.text.startswith(LIST) for line in page(app).lines if line.link == link)


async def test_a_national_target_opens_with_the_province_s_figure_and_who_set_it(
    shipped: Settings,
) -> None:
    app = make_app(shipped, "37")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "2")
        await onto("Doanh nghiệp sử dụng hợp đồng")(pilot)
        assert "mức cả nước giao" in said(app, "#detail")
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, TargetScreen)
        told = "\n".join(line.text for line in page(app).lines)
        assert "trên 50%" in told
        assert "Đặt ra bởi" in told
        assert "411/QĐ-TTg" in told


PICTURES = {
    "given": Scene("37", ("2", "end")),
    "tasks": Scene("37", ("3", onto("Doanh nghiệp sử dụng hợp đồng"))),
    "nation": Scene("vn", (), SPRING),
    "nation-tasks": Scene("vn", ("3", "g", "g"), SPRING),
}


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
@pytest.mark.parametrize("name", PICTURES)
def test_picture(
    name: str, size: tuple[int, int], shipped: Settings, snap_compare: Compare
) -> None:
    scene = PICTURES[name]
    assert snap_compare(scene.app(shipped), terminal_size=size, run_before=scene.play)


def test_picture_in_english(shipped: Settings, snap_compare: Compare) -> None:
    scene = Scene("37", ("2", "end"), {"language": "en"})
    assert snap_compare(scene.app(shipped), terminal_size=(80, 24), run_before=scene.play)
