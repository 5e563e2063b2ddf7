"""An app on a small workspace of its own, whose folder is looked at when a test says so."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from briefing.app import BriefingApp
from briefing.commands import COMMANDS
from briefing.following import Following
from briefing.opening import sync
from briefing.settings import Settings, load_settings
from tests.screens.app_factory import make_app, settle
from tests.workspaces import PATHS, write_workspace

PLAN = PATHS["plan"]
ACTIONS = frozenset(command.id for command in COMMANDS)
TASK = "  - {id: nb-nv-moi, title: Mở lớp mới, title_en: Open a course, due: 2023-11-30}\n"


def small_workspace(root: Path) -> Settings:
    """The small workspace in ``root`` with its database."""
    write_workspace(root)
    settings = load_settings(root, ACTIONS)
    sync(settings)
    return settings


@asynccontextmanager
async def followed(
    settings: Settings, size: tuple[int, int] = (100, 30), **options: Any
) -> AsyncIterator[tuple[BriefingApp, Pilot[None]]]:
    """The app of ``settings``, following its folder without a clock."""
    app = make_app(settings, "37", **options)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        app.following = Following(app)
        await asyncio.to_thread(app.following.look)
        yield app, pilot


async def look(app: BriefingApp, pilot: Pilot[None], times: int = 2) -> None:
    """Looks at the folder as often as it takes to see a change and that it is at rest."""
    assert app.following is not None
    for _ in range(times):
        await asyncio.to_thread(app.following.look)
        await settle(pilot)


def edit(settings: Settings, old: str, new: str, path: str = PLAN) -> None:
    """Replaces ``old``, which must be there, in a file of the workspace, as an editor saves it."""
    file = settings.root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
