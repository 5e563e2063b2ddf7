"""Three thousand communes behind a few letters: found by name, told apart by province."""

from __future__ import annotations

import pytest

from briefing.domain.model import UnitKey
from briefing.settings import Settings
from tests.screens.app_factory import make_app, press, said


async def test_communes_of_one_name_are_told_apart_by_their_province(standings: Settings) -> None:
    app = make_app(standings)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "u", *"tan thanh")
        rows = [line for line in said(app, "#dialog-list").splitlines() if "Xã Tân Thành" in line]
    assert len(rows) == len(set(rows)) > 2
    assert any("Tỉnh Đồng Tháp" in row for row in rows)
    assert any("Tỉnh Lạng Sơn" in row for row in rows)


async def test_nothing_typed_lists_only_who_reports(standings: Settings) -> None:
    app = make_app(standings)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "u")
        text = said(app, "#dialog-list")
    assert "Tỉnh Ninh Bình" in text and "Tỉnh Cao Bằng" not in text
    assert "Ba Đình" not in text


@pytest.mark.parametrize(
    ("typed", "key"),
    [("cao bang", "04"), ("phuong ba dinh", "00004@2025-07-01"), ("ly son", "21548@2025-07-01")],
)
async def test_a_unit_that_is_not_listed_is_opened_by_its_name(
    standings: Settings, typed: str, key: str
) -> None:
    app = make_app(standings)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "u", *typed, "enter")
        assert app.view.unit == UnitKey.parse(key)
