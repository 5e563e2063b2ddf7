"""The dialog of the two dates: what may be typed, what it is taken for, and what stays in force."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import date

import pytest
from textual.pilot import Pilot

from briefing.app import BriefingApp
from briefing.desk import LATEST, AsOf
from briefing.screens.day import Days, Typed, chosen_days, link_to, read_days
from briefing.settings import Settings
from briefing.widgets.line_view import LineView
from tests.screens.app_factory import TODAY, make_app, press, said, settle

JAN = date(2024, 1, 7)
SEP = date(2023, 9, 3)
MAR = date(2023, 3, 1)
PUBLISHED = ", theo số liệu công bố đến "


@asynccontextmanager
async def opened(
    settings: Settings, as_of: AsOf = LATEST, known_on: date | None = None, unit: str = "37"
) -> AsyncIterator[tuple[BriefingApp, Pilot[None]]]:
    """The app on Ninh Bình, whose newest figures are of 07/01/2024."""
    app = make_app(settings, unit, as_of=as_of, known_on=known_on)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        yield app, pilot


def rows(app: BriefingApp) -> Sequence[str]:
    """The choices that the dialog offers."""
    lines = app.screen.query_one("#dialog-list", LineView).lines
    return [line.text.strip() for line in lines if line.link is not None]


def in_force(app: BriefingApp) -> tuple[AsOf, date | None]:
    """The days asked for."""
    return app.as_of, app.known_on


@pytest.mark.parametrize(
    ("text", "as_of", "known_on"),
    [
        ("7/1/2024", JAN, None),
        ("2024-01-07", JAN, None),
        ("7.1.2024 3.9.2023", JAN, SEP),
        ("07/01/2024, 03/09/2023", JAN, SEP),
        ("07/01/2024 biết đến 03/09/2023", JAN, SEP),
        ("7/1/2024 biet den 3/9/2023", JAN, SEP),
        ("Xem tại ngày 07/01/2024, theo số liệu công bố đến 03/09/2023", JAN, SEP),
        ("công bố đến 3/9/2023 xem tại 7/1/2024", JAN, SEP),
        ("biết đến 03/09/2023", None, SEP),
        ("công bố đến hôm nay", None, TODAY),
        ("as of 7/1/2024 known on 3/9/2023", JAN, SEP),
        ("hôm nay", "today", None),
        ("mới nhất", "latest", None),
        ("latest 3/9/2023", "latest", SEP),
        ("7/1/2024 công bố đến ngày xem", JAN, "same"),
        ("ngày xem 7/1/2024", JAN, None),
        ("công bố đến ngày xem", None, "same"),
    ],
)
def test_days_are_read_as_officials_write_them(
    text: str, as_of: AsOf | None, known_on: date | None
) -> None:
    assert read_days(text, TODAY) == Typed(as_of, known_on)


@pytest.mark.parametrize(
    "text",
    [
        "", "31/2/2023", "7/1", "hôm qua", "7/1/2024 3/9/2023 1/3/2023", "công bố đến mới nhất",
        "biết đến", "7/1/2024 x", "3/9/2023 công bố đến 7/1/2024 và 1/1/2024",
    ],
)  # fmt: skip
def test_what_is_no_day_is_not_guessed_at(text: str) -> None:
    assert read_days(text, TODAY) is None


@pytest.mark.parametrize("days", [Days(JAN), Days(JAN, SEP), Days(LATEST, SEP), Days("today")])
def test_a_choice_is_what_its_row_stands_for(days: Days) -> None:
    assert chosen_days(link_to(days)) == days


async def test_one_day_typed_is_the_day_judged_on(shipped: Settings) -> None:
    async with opened(shipped) as (app, pilot):
        await press(pilot, "d", *"3/9/2023", "enter")
        assert in_force(app) == (SEP, None)
        assert (app.view.as_of, app.view.known_on) == (SEP, SEP)


async def test_one_day_typed_may_also_be_the_day_known_by(shipped: Settings) -> None:
    async with opened(shipped) as (app, pilot):
        await press(pilot, "d", *"3/9/2023")
        assert rows(app) == [
            "Xem tại ngày 03/09/2023",
            f"Xem tại ngày 07/01/2024{PUBLISHED}03/09/2023",
            f"Xem tại ngày 03/09/2023{PUBLISHED}hôm nay",
        ]
        await press(pilot, "down", "enter")
        assert in_force(app) == (JAN, SEP)
        head = said(app, "#masthead")
        assert "xem tại ngày 07/01/2024 · số liệu công bố đến 03/09/2023" in head


async def test_two_days_typed_are_both(shipped: Settings) -> None:
    async with opened(shipped) as (app, pilot):
        await press(pilot, "d", *"7/1/2024 3/9/2023")
        assert rows(app) == [f"Xem tại ngày 07/01/2024{PUBLISHED}03/09/2023"]
        await press(pilot, "enter")
        assert in_force(app) == (JAN, SEP)


async def test_the_day_known_by_stays_when_only_the_other_one_moves(shipped: Settings) -> None:
    async with opened(shipped, JAN, SEP) as (app, pilot):
        await press(pilot, "d", *"1/3/2023")
        assert rows(app)[:2] == [
            f"Xem tại ngày 01/03/2023{PUBLISHED}03/09/2023",
            f"Xem tại ngày 01/03/2023{PUBLISHED}ngày đó",
        ]
        await press(pilot, "enter")
        assert in_force(app) == (MAR, SEP)


async def test_the_first_choice_puts_the_day_known_by_back(shipped: Settings) -> None:
    async with opened(shipped, JAN, SEP) as (app, pilot):
        await press(pilot, "d")
        assert rows(app)[0] == f"Xem tại ngày 07/01/2024{PUBLISHED}ngày đó"
        await press(pilot, "enter")
        assert in_force(app) == (JAN, None)
        assert "công bố" not in said(app, "#masthead")


async def test_the_choices_that_need_no_typing(shipped: Settings) -> None:
    async with opened(shipped, SEP) as (app, pilot):
        await press(pilot, "d")
        assert rows(app) == [
            "Xem tại ngày có số liệu mới nhất của đơn vị",
            "Xem hôm nay, 22/11/2026",
            f"Xem tại ngày 03/09/2023{PUBLISHED}hôm nay",
        ]
        await press(pilot, "down", "down", "enter")
        assert in_force(app) == (SEP, TODAY)


async def test_escape_leaves_both_days(shipped: Settings) -> None:
    async with opened(shipped, JAN, SEP) as (app, pilot):
        await press(pilot, "d", *"1/3/2023", "escape")
        assert in_force(app) == (JAN, SEP)
        assert (app.view.as_of, app.view.known_on) == (JAN, SEP)


async def test_the_dialog_says_what_is_in_force(shipped: Settings) -> None:
    async with opened(shipped, JAN, SEP) as (app, pilot):
        await press(pilot, "d")
        assert "Đang xem 07/01/2024, công bố đến 03/09/2023" in said(app, "#dialog-title")


async def test_a_day_before_any_figure_is_taken_with_a_word(shipped: Settings) -> None:
    async with opened(shipped) as (app, pilot):
        await press(pilot, "d", *"7/1/2024 1/1/1990")
        text = said(app, "#dialog-list")
        assert "chưa có số liệu nào của đơn vị này được công bố" in " ".join(text.split())
        await press(pilot, "enter")
        assert in_force(app) == (JAN, date(1990, 1, 1))
        assert "Đến 01/01/1990 chưa có" in said(app)


async def test_a_day_to_come_is_taken_with_a_word(shipped: Settings) -> None:
    async with opened(shipped) as (app, pilot):
        await press(pilot, "d", *"7/1/2024 1/1/2030")
        text = " ".join(said(app, "#dialog-list").split())
        assert "Ngày 01/01/2030 chưa tới; mới có những gì đã công bố đến hôm nay." in text


async def test_tabs_seen_before_say_the_new_days_too(shipped: Settings) -> None:
    async with opened(shipped) as (app, pilot):
        await press(pilot, "2", "3", "4", "1")
        assert "số liệu đến 07/01/2024" in said(app, "#masthead")
        await press(pilot, "d", *"7/1/2024", "enter")
        for tab in ("1", "2", "3", "4"):
            await press(pilot, tab)
            assert "xem tại ngày 07/01/2024" in said(app, "#masthead"), tab
