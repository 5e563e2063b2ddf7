"""Where no values can be assumed: no form, and the reason in words."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.screens.field import Field
from briefing.screens.profile import ProfileScreen
from briefing.screens.what_if import WhatIfScreen
from briefing.settings import Settings
from tests.screens.app_factory import make_app, press, said, settle

SIZE = (80, 24)


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        ("92@2025-07-01", "Bộ chỉ số 2025: chưa biết đủ điểm tối đa"),
        ("vn", "Bộ chỉ số quốc gia 2025: chỉ chấm cả nước nên không có hạng"),
        ("13285", "chưa có kết quả chấm điểm nào cho cấp xã."),
    ],
)
async def test_where_nothing_can_be_tried_the_profile_says_why_and_no_form_opens(
    standings: Settings, unit: str, told: str
) -> None:
    app = make_app(standings, unit, as_of=date(2026, 1, 1))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "p")
        assert "Thử với giá trị giả định" not in said(app)
        await press(pilot, "w")
        assert isinstance(app.screen, ProfileScreen)
        assert told in " ".join(said(app, "#detail").split())


async def test_a_form_that_finds_no_results_has_no_field(standings: Settings) -> None:
    app = make_app(standings, "vn", as_of=date(2026, 1, 1))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "p")
        profile = app.screen._data  # type: ignore[attr-defined]
        app.push_screen(WhatIfScreen(profile, None))
        await settle(pilot)
        await press(pilot, *"0,9", "down", "enter")
        field = app.screen.query_one(Field)
        assert (field.display, field.text) == (False, "")
        assert "Bộ chỉ số quốc gia 2025: chỉ chấm cả nước" in said(app, "#dialog-list")
        await press(pilot, "escape")
        assert isinstance(app.screen, ProfileScreen)
