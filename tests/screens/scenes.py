"""What is on each picture: a unit, the keys that lead to a screen, and how the app is opened."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from textual.pilot import Pilot

from briefing.app import BriefingApp
from briefing.pages.line import Link
from briefing.settings import Settings
from briefing.widgets.line_view import LineView
from tests.screens.app_factory import make_app, press, settle

Step = str | Link | Callable[[Pilot[None]], Awaitable[None]]
"""A key, ``type:words`` for an input, a link to open, or anything else that is awaited."""


@dataclass(frozen=True)
class Scene:
    """A unit and the steps from its overview to what the picture shows."""

    unit: str
    steps: tuple[Step, ...] = ()
    options: dict[str, Any] = field(default_factory=dict)

    def app(self, settings: Settings, **more: Any) -> BriefingApp:
        """The app of this scene, before its first frame."""
        return make_app(settings, self.unit, **{**self.options, **more})

    @asynccontextmanager
    async def opened(
        self, settings: Settings, size: tuple[int, int] = (120, 36)
    ) -> AsyncIterator[tuple[BriefingApp, Pilot[None]]]:
        """The app on a terminal of ``size``, as the picture shows it."""
        app = self.app(settings)
        async with app.run_test(size=size) as pilot:
            await self.play(pilot)
            yield app, pilot

    async def play(self, pilot: Pilot[None]) -> None:
        """Goes to what the picture shows."""
        await settle(pilot)
        for step in self.steps:
            if isinstance(step, Link):
                app = pilot.app
                assert isinstance(app, BriefingApp)
                await app.open_link(step)
                await settle(pilot)
            elif callable(step):
                await step(pilot)
            elif step.startswith("type:"):
                await press(pilot, *step.removeprefix("type:"))
            else:
                await press(pilot, step)


def onto(words: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """A step that moves the cursor down to the first item whose line holds ``words``."""

    async def move(pilot: Pilot[None]) -> None:
        view = pilot.app.screen.query_one("#page", LineView)
        for line in view.lines:
            if line.item is not None and words in line.text:
                view.move_to(line.item)
                await settle(pilot)
                return
        raise AssertionError(f"no item says {words!r}")

    return move
