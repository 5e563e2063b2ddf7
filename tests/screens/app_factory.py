"""The app as ``briefing`` opens it, without what differs from one machine or day to the next."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Literal

from textual.pilot import Pilot
from textual.widgets import Input

from briefing.app import BriefingApp
from briefing.commands import COMMANDS
from briefing.desk import LATEST, AsOf, Desk
from briefing.display import Display
from briefing.language import Language
from briefing.opening import sync
from briefing.session import Session
from briefing.settings import Settings, load_settings
from briefing.store.reading import Reader
from briefing.widgets.chrome import Lines
from briefing.widgets.line_view import LineView

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
PROVINCES = {
    "24": "bac-giang",
    "30": "hai-duong",
    "37": "ninh-binh",
    "40": "nghe-an",
    "49": "quang-nam",
}
"""The five provinces of the shipped data."""
RESULTS = "ket_qua_ke_hoach.csv"
STANDINGS = ("dti_*.csv", "par_index.csv", "communes.csv")
"""What others assess, of all provinces, and the communes."""


def build_workspace(root: Path, *, standings: bool = False) -> Settings:
    """Copies the shipped data and settings into ``root`` and builds their database there.

    Without the results of plans, which are up to three years newer than the five articles: a screen
    opens on the day of the newest figure, and the pictures are of the articles' days. ``standings``
    takes the published indexes and ranks along, which the pictures of the articles do without.
    """
    left_out = shutil.ignore_patterns("*.db*", RESULTS, *(() if standings else STANDINGS))
    shutil.copytree(ROOT / "data", root / "data", ignore=left_out)
    shutil.copy(ROOT / "config.yaml", root)
    settings = load_settings(root, frozenset(command.id for command in COMMANDS))
    sync(settings)
    return settings


def make_app(
    settings: Settings,
    unit: str = "37",
    *,
    as_of: AsOf = LATEST,
    known_on: date | None = None,
    compare: tuple[str, ...] = (),
    language: str = "vi",
    theme: Literal["dark", "light", "contrast"] = "dark",
    display: Display = Display(),  # noqa: B008
    keys: dict[str, tuple[str, ...]] | None = None,
    warm: bool = True,
    access: Literal["viewer", "editor"] = "viewer",
) -> BriefingApp:
    """The app on one unit. ``warm`` hands it the briefing, as the front door does."""
    settings = replace(settings, language=Language(language), theme=theme, access=access)
    if compare:
        settings = replace(settings, compare=compare)
    if keys:
        settings = replace(settings, keys=keys)
    desk = Desk(settings, TODAY)
    with Reader(settings.database) as reader:
        view = desk.view(reader, desk.focus(reader, unit, as_of).key, as_of, known_on)
        briefing = desk.briefing(reader, view) if warm else None
        compared = tuple(unit.key for unit in desk.compared(reader, as_of))
    session = Session(desk, view, as_of, compared, briefing, known_on=known_on)
    app = BriefingApp(session, display=display)
    app.animation_level = "none"
    return app


async def settle(pilot: Pilot[None]) -> None:
    """Waits until nothing is on its way: no worker, no message, no blinking cursor."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    for field in pilot.app.screen.query(Input):
        field.cursor_blink = False
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys one by one, each answered before the next; words are typed in one go."""
    for key, following in pairwise((*keys, "")):
        await pilot.press(key)
        if not (isinstance(pilot.app.focused, Input) and len(key) == len(following) == 1):
            await settle(pilot)


def page(app: BriefingApp) -> LineView:
    """The list of the page in front."""
    return app.screen.query_one("#page", LineView)


def said(app: BriefingApp, name: str = "#page") -> str:
    """The text of the page in front, or of another part of the screen."""
    part = app.screen.query_one(name)
    assert isinstance(part, LineView | Lines)
    return "\n".join(line.text for line in part.lines)
