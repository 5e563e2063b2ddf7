"""The day judged on and the day known by, on every screen, over a figure that is revised twice."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

import pytest
from textual.pilot import Pilot

from briefing.app import BriefingApp
from briefing.desk import LATEST
from briefing.domain.model import UnitKey
from briefing.formatting import date_text
from briefing.language import Translator
from briefing.pages.line import Link, LinkKind
from briefing.settings import Settings
from briefing.widgets.chrome import Lines
from tests.revised_workspace import (
    EVERYTHING,
    INDICATOR,
    JUDGED,
    SEEN,
    STAGES,
    Seen,
    Stage,
    build_revised_workspace,
    said,
)
from tests.screens.app_factory import make_app, press, settle
from tests.screens.app_factory import said as text_of

SIZE = (120, 36)
LINKS = {
    "indicator": Link(LinkKind.INDICATOR, INDICATOR),
    "target": Link(LinkKind.TARGET, "nb-ct-hstt"),
    "task": Link(LinkKind.TASK, "nb-nv-cong"),
    "source": Link(LinkKind.SOURCE, "bao_he"),
    "document": Link(LinkKind.DOCUMENT, "nb-qd-09-2023"),
}
"""What is opened from a line, beside the tabs."""
TABS = {
    "overview": "1",
    "pillars": "2",
    "tasks": "3",
    "compare": "4",
    "matrix": "6",
    "systems": "7",
}


@pytest.fixture(scope="module")
def revised(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The workspace of revisions, with its database."""
    return build_revised_workspace(tmp_path_factory.mktemp("revised"))


@asynccontextmanager
async def opened(
    settings: Settings,
    as_of: date | None,
    known_on: date | None,
    size: tuple[int, int] = SIZE,
    language: str = "vi",
) -> AsyncIterator[tuple[BriefingApp, Pilot[None]]]:
    """The app on Ninh Bình on two days; ``as_of`` None for the latest."""
    app = make_app(settings, "37", as_of=as_of or LATEST, known_on=known_on, language=language)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield app, pilot


async def show(pilot: Pilot[None], screen: str) -> None:
    """Goes to a tab, or opens what a line stands for."""
    app = pilot.app
    assert isinstance(app, BriefingApp)
    if screen in TABS:
        await press(pilot, TABS[screen])
    else:
        await app.open_link(LINKS[screen])
        await settle(pilot)


async def every_screen(app: BriefingApp, pilot: Pilot[None]) -> dict[str, str]:
    """The text of every screen, its first line on top."""
    told = {}
    for screen in (*TABS, *LINKS):
        await show(pilot, screen)
        told[screen] = f"{text_of(app, '#masthead')}\n{text_of(app)}"
        if screen in LINKS:
            await press(pilot, "escape")
    return told


@pytest.mark.parametrize("stage", STAGES.values(), ids=STAGES)
async def test_every_screen_shows_what_was_known_by_the_day(
    stage: Stage, revised: Settings, vi: Translator
) -> None:
    async with opened(revised, JUDGED, stage.known_on) as (app, pilot):
        told = await every_screen(app, pilot)
    known = date_text(stage.known_on, vi)
    for screen, text in told.items():
        assert f"xem tại ngày 29/09/2023 · số liệu công bố đến {known}" in text, screen
        if screen not in ("source", "document"):
            assert [word for word in stage.later if word in text] == [], screen
    goal = f"≥ {stage.goal:g}%"
    for screen in ("overview", "pillars", "tasks", "indicator", "target", "task"):
        assert stage.said in told[screen], screen
        assert goal in told[screen], screen
    assert stage.said.removesuffix("%") in told["compare"]
    for screen in ("tasks", "indicator", "target", "task"):
        assert stage.task in told[screen], screen
    assert (stage.change or "Chưa có nguồn nào nêu mức tăng, giảm.") in told["overview"]
    assert ("Lập tổ" in told["tasks"]) is stage.second_plan
    assert ("Tài khoản cho tổ" in told["pillars"]) is stage.second_plan
    assert ("Lập tổ" in told["matrix"]) is stage.second_plan
    assert ("Cổng dịch vụ công" in told["systems"]) is (stage.known_on >= date(2023, 9, 20))


@pytest.mark.parametrize("stage", STAGES.values(), ids=STAGES)
async def test_an_indicator_tells_a_revision_once_it_is_known(
    stage: Stage, revised: Settings
) -> None:
    async with opened(revised, JUDGED, stage.known_on) as (app, pilot):
        await show(pilot, "indicator")
        lines = text_of(app).splitlines()
        text = "\n".join(lines)
    assert ("Số liệu đã công bố lại" in text) is bool(stage.replaced)
    assert ("Thay số đã công bố" in text) is bool(stage.replaced)
    told = [line for line in lines if "thay bằng" in line and "tăng" not in line]
    assert len(told) == len(stage.replaced)
    by = {38.25: "Báo Thu 20/09/2023, đoạn 4", 36.15: "Báo Đông 10/02/2024, đoạn 5"}
    for line, (old, new) in zip(told, stage.replaced, strict=True):
        assert said(new) in line
        assert by[new] in line
        assert said(old) in lines[lines.index(line) - 1]
    if stage.replaced:
        fact = next(line for line in lines if "Thay số đã công bố" in line)
        assert said(stage.replaced[0][0]) in fact


async def test_a_source_is_empty_before_its_day_and_says_what_was_published_again(
    revised: Settings,
) -> None:
    pages = {}
    for name, stage in STAGES.items():
        async with opened(revised, JUDGED, stage.known_on) as (app, pilot):
            await show(pilot, "source")
            pages[name] = text_of(app)
    assert "Nguồn này đăng sau ngày 01/07/2023" in pages["before"]
    assert "40,75%" not in pages["before"]
    assert "40,75%" in pages["published"]
    assert "công bố lại" not in pages["published"]
    for name in ("revised", "revised again"):
        assert pages[name].count("công bố lại 20/09/2023") == 2
        assert "38,25%" in pages[name]


async def test_a_document_holds_the_goal_it_changed_from_its_day_on(revised: Settings) -> None:
    for stage in STAGES.values():
        async with opened(revised, JUDGED, stage.known_on) as (app, pilot):
            await show(pilot, "document")
            text = text_of(app)
        issued = stage.known_on >= date(2023, 8, 20)
        assert ("ban hành sau ngày" in text) is not issued
        assert ("Hồ sơ trực tuyến" in text) is issued


async def test_a_search_says_from_when_what_is_not_known_yet_is_known(revised: Settings) -> None:
    for stage in STAGES.values():
        async with opened(revised, JUDGED, stage.known_on) as (app, pilot):
            await press(pilot, "slash", *"to cong nghe so")
            text = text_of(app, "#dialog-list")
            assert ("có từ 01/09/2023" in text) is not stage.second_plan
            assert "Lập tổ công nghệ số" in text
            await press(pilot, "escape")


async def test_what_was_not_known_yet_says_so_when_it_is_opened(revised: Settings) -> None:
    async with opened(revised, JUDGED, date(2023, 8, 1)) as (app, pilot):
        for kind, ref in ((LinkKind.TASK, "nb-nv-to"), (LinkKind.TARGET, "nb-ct-tk")):
            await app.open_link(Link(kind, ref))
            await settle(pilot)
            assert "Đến 01/08/2023 chưa có mục này." in text_of(app)
            await press(pilot, "escape")


@pytest.mark.parametrize("seen", SEEN, ids=lambda seen: seen.as_of.isoformat())
async def test_with_everything_known_the_day_judged_on_moves_alone(
    seen: Seen, revised: Settings, vi: Translator
) -> None:
    async with opened(revised, seen.as_of, EVERYTHING) as (app, pilot):
        told = await every_screen(app, pilot)
    day = date_text(seen.as_of, vi)
    for screen, text in told.items():
        assert f"xem tại ngày {day} · số liệu công bố đến 01/03/2024" in text, screen
    for screen in ("overview", "pillars", "tasks", "indicator", "target"):
        assert said(seen.value) in told[screen], screen
        assert f"≥ {seen.goal:g}%" in told[screen], screen
    assert said(seen.value).removesuffix("%") in told["compare"]
    for screen in ("tasks", "indicator", "target", "task"):
        assert seen.task in told[screen], screen
    assert ("20/01/2024" in told["task"]) is (seen.as_of > date(2024, 1, 20))


async def test_before_any_figure_every_screen_is_empty_and_says_until_when(
    revised: Settings,
) -> None:
    async with opened(revised, JUDGED, date(2022, 1, 1)) as (app, pilot):
        told = await every_screen(app, pilot)
    for screen in (*TABS, "indicator", "target", "task"):
        page = told[screen].partition("\n")[2]
        assert "đến 01/01/2022" in page.casefold(), screen
        assert "%" not in page.replace("(%)", ""), screen


async def test_the_latest_day_is_that_of_the_newest_figure_known(revised: Settings) -> None:
    async with opened(revised, None, date(2023, 8, 1)) as (app, pilot):
        assert app.view.as_of == date(2023, 7, 15)
        await press(pilot, "4")
        assert "xem tại ngày 15/07/2023 · số liệu công bố đến 01/08/2023" in text_of(
            app, "#masthead"
        )


async def test_the_day_known_by_stays_on_another_unit_tab_and_page(revised: Settings) -> None:
    async with opened(revised, None, date(2023, 8, 1)) as (app, pilot):
        await press(pilot, "u", *"bac giang", "enter")
        assert app.view.unit.code == "24"
        assert (app.view.as_of, app.view.known_on) == (date(2023, 7, 10), date(2023, 8, 1))
        told = await every_screen(app, pilot)
    assert [screen for screen, text in told.items() if "01/08/2023" not in text] == []


async def test_a_figure_of_another_unit_is_headed_by_that_units_own_day(revised: Settings) -> None:
    async with opened(revised, None, date(2023, 8, 1)) as (app, pilot):
        await app.open_link(Link(LinkKind.INDICATOR, INDICATOR, unit="24"))
        await settle(pilot)
        assert app.view.unit == UnitKey("37")
        head = text_of(app, "#masthead")
        assert "xem tại ngày 10/07/2023 · số liệu công bố đến 01/08/2023" in head
        assert "44,55%" in text_of(app)
        await press(pilot, "d", *"5.7.2023", "enter")
        assert "xem tại ngày 05/07/2023 · số liệu công bố đến 01/08/2023" in text_of(
            app, "#masthead"
        )


@pytest.mark.parametrize(
    ("width", "words"),
    [
        (200, "xem tại ngày 29/09/2023 · số liệu công bố đến 01/08/2023"),
        (80, "xem tại ngày 29/09/2023 · số liệu công bố đến 01/08/2023"),
        (60, "tại 29/09/2023, công bố đến 01/08/2023"),
        (40, "29/09/23, công bố đến 01/08/23"),
    ],
)
async def test_the_first_line_names_both_days_at_any_width(
    width: int, words: str, revised: Settings
) -> None:
    async with opened(revised, JUDGED, date(2023, 8, 1), (width, 20)) as (app, pilot):
        for screen in ("overview", "tasks", "compare", "indicator", "source"):
            await show(pilot, screen)
            line = app.screen.query_one("#masthead", Lines).lines[0].text
            assert line.rstrip().endswith(words), screen
            assert len(line) <= width - 2, screen


async def test_in_english_the_first_line_names_both_days(revised: Settings) -> None:
    async with opened(revised, JUDGED, date(2023, 8, 1), language="en") as (app, _):
        assert "on 29 Sep 2023 · figures published by 1 Aug 2023" in text_of(app, "#masthead")


async def test_one_day_is_said_once(revised: Settings) -> None:
    async with opened(revised, JUDGED, JUDGED) as (app, _):
        head = text_of(app, "#masthead")
        assert head.rstrip().endswith("xem tại ngày 29/09/2023")
        assert "công bố" not in head
