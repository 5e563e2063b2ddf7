"""Communes ranked on the screen: all of them, those of a province, sorted, and back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from briefing.domain.model import UnitKind
from briefing.domain.ranked import Choice
from briefing.opening import open_workspace
from briefing.pages.line import LinkKind
from briefing.screens.ranking import RankingScreen
from briefing.store.reading import Reader
from tests.benchmarks.conftest import SMALL
from tests.screens.app_factory import make_app, page, press, said, settle

DAY = date(2024, 3, 1)
FIRST = "80001"


async def test_communes_are_ranked_walked_and_sorted(small: Path) -> None:
    app = make_app(open_workspace(small).settings, FIRST, as_of=DAY)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "5")
        assert isinstance(app.screen, RankingScreen)
        assert f"{SMALL.communes} xã, phường" in said(app, "#masthead")
        assert "Tỉnh, thành phố" in said(app), "communes of two provinces may bear one name"
        await press(pilot, "end")
        last = page(app).link
        assert last is not None and last.kind is LinkKind.PROFILE
        await press(pilot, "equals_sign", "equals_sign", "equals_sign", "end")
        assert page(app).link == last, "sorted all the way round it is the same list"


async def test_the_communes_of_one_province_are_ranked_among_each_other(small: Path) -> None:
    settings = open_workspace(small).settings
    with Reader(settings.database) as reader:
        unit = reader.find_unit(FIRST, DAY)
        assert unit is not None and unit.parent is not None
        choice = Choice(parent=unit.parent)
        below = reader.standings.ranked(choice, unit.key, DAY, DAY)
        siblings = [one for one in reader.children(unit.parent) if one.is_valid_on(DAY)]
    assert below.kind is UnitKind.COMMUNE
    assert below.ranking.universe == len([one for one in siblings if one.kind is UnitKind.COMMUNE])
    assert {place.unit.parent for place in below.ranking.places} == {unit.parent}


async def test_provinces_are_reached_from_communes_and_back(small: Path) -> None:
    app = make_app(open_workspace(small).settings, FIRST, as_of=DAY)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "5", "f", *"cap tinh", "enter")
        assert "63 tỉnh, thành phố" in said(app, "#masthead")
        await press(pilot, "f", *"cap xa", "enter")
        assert "xã, phường" in said(app, "#masthead")
