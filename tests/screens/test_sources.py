"""Every figure on a tab reaches its source in two keys."""

from __future__ import annotations

import pytest

from briefing.app import BriefingApp
from briefing.pages.line import Link, LinkKind
from briefing.screens.links import screen_for
from briefing.settings import Settings
from briefing.widgets.line_view import LineView
from tests.screens.app_factory import PROVINCES, make_app, press, settle

LONGEST = (200, 200)
"""So tall that nothing scrolls."""


def links(app: BriefingApp) -> list[Link]:
    """What the lines of the page in front open, each once."""
    view = app.screen.query_one("#page", LineView)
    return list(dict.fromkeys(line.link for line in view.lines if line.link is not None))


@pytest.mark.parametrize("code", PROVINCES)
@pytest.mark.parametrize(
    "tab",
    ["1", "2", "3", "4", "7"],
    ids=["overview", "pillars", "tasks", "compare", "systems"],
)
async def test_every_line_of_a_figure_names_a_source_or_opens_one(
    code: str, tab: str, shipped: Settings
) -> None:
    app = make_app(shipped, code)
    async with app.run_test(size=LONGEST) as pilot:
        await settle(pilot)
        await press(pilot, tab)
        told = [link for link in links(app) if link.kind is not LinkKind.PILLAR]
        assert told
        for link in told:
            if link.source is not None:
                continue
            app.push_screen(screen_for(link, app.view))
            await settle(pilot)
            own = links(app)
            assert any(found.source for found in own), f"{link} leads to no source"
            app.pop_screen()
            await settle(pilot)


@pytest.mark.parametrize("code", PROVINCES)
async def test_the_source_key_then_shows_that_source(code: str, shipped: Settings) -> None:
    app = make_app(shipped, code)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "2")
        view = app.screen.query_one("#page", LineView)
        link = next(link for link in links(app) if link.source)
        assert view.move_to_link(link)
        await press(pilot, "s")
        opened = getattr(app.screen, "link", None)
        assert opened == Link(LinkKind.SOURCE, str(link.source), link.source, link.paragraph)


async def test_a_figure_reaches_its_source_with_enter_and_s(shipped: Settings) -> None:
    app = make_app(shipped, "37")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "4", "enter", "s")
        opened = getattr(app.screen, "link", None)
        assert opened == Link(LinkKind.SOURCE, "ninh_binh_2024", "ninh_binh_2024", 18)
