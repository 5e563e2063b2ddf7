"""Pictures of the states a screen can be in, and of data that is awkward to show."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.pages.line import Link, LinkKind
from briefing.screens.page_screen import PageScreen
from briefing.settings import Settings
from tests.screens.app_factory import settle
from tests.screens.odd_workspace import build_odd_workspace
from tests.screens.scenes import Scene, onto

Compare = Callable[..., bool]
INDICATOR = Link(LinkKind.INDICATOR, "ho_so_truc_tuyen")

STATES = {
    "empty": Scene("01"),
    "empty-tasks": Scene("01", ("3",)),
    "overdue": Scene("40"),
    "overdue-tasks": Scene("40", ("3", onto("bồi dưỡng cán bộ"))),
    "by-lead": Scene("40", ("3", "g")),
    "nothing-to-decide": Scene("37"),
    "ranks": Scene("30"),
    "stale": Scene("30", ("2", onto("DTI năm 2023")), {"as_of": date(2024, 6, 1)}),
    "light": Scene("40", options={"theme": "light"}),
    "light-compare": Scene("37", ("4",), {"theme": "light"}),
    "variant": Scene("24", (INDICATOR,)),
    "compare-two": Scene("37", ("4",), {"compare": ("37", "30")}),
    "compare-six": Scene("37", ("4",), {"compare": ("37", "24", "30", "40", "49", "01")}),
    "not-found": Scene("37", ("slash", "type:khong co gi nhu the")),
    "day-not-understood": Scene("30", ("d", "type:31.2.2023")),
}


ROOMY = ("overdue", "ranks", "stale", "light", "variant", "compare-two", "compare-six")
"""States that look different where there is more room."""


@pytest.mark.parametrize("name", STATES)
def test_state(name: str, shipped: Settings, snap_compare: Compare) -> None:
    scene = STATES[name]
    assert snap_compare(scene.app(shipped), terminal_size=(80, 24), run_before=scene.play)


@pytest.mark.parametrize("name", ROOMY)
def test_state_with_room(name: str, shipped: Settings, snap_compare: Compare) -> None:
    scene = STATES[name]
    assert snap_compare(scene.app(shipped), terminal_size=(120, 36), run_before=scene.play)


def test_loading(shipped: Settings, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    async def wait(pilot: Pilot[None]) -> None:
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, PageScreen)
        screen.say_waiting()
        await settle(pilot)

    monkeypatch.setattr(PageScreen, "_fetch", lambda *_: None)
    app = Scene("37").app(shipped, warm=False)
    assert snap_compare(app, terminal_size=(80, 24), run_before=wait)


@pytest.mark.parametrize("keys", [("4",), ("u",)], ids=["compare", "unit"])
def test_database_gone_while_open(
    keys: tuple[str, ...],
    shipped: Settings,
    snap_compare: Compare,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    database = Path("data", "briefing.db")
    monkeypatch.chdir(tmp_path)
    database.parent.mkdir()
    shutil.copy(shipped.database, database)

    async def lose(pilot: Pilot[None]) -> None:
        await settle(pilot)
        for file in database.parent.iterdir():
            file.unlink()
        await Scene("37", keys).play(pilot)

    app = Scene("37").app(replace(shipped, database=database))
    assert snap_compare(app, terminal_size=(80, 24), run_before=lose)


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A workspace of long and hostile names."""
    return build_odd_workspace(tmp_path_factory.mktemp("odd"))


ODD = {
    "overview": Scene("37"),
    "tasks": Scene("37", ("3",)),
    "compare": Scene("37", ("4",)),
    "indicator": Scene("37", (INDICATOR,)),
    "task": Scene("37", (Link(LinkKind.TASK, "nb-nv-cong"),)),
    "parts": Scene("24", (INDICATOR,)),
}


@pytest.mark.parametrize("name", ODD)
def test_long_and_hostile_names(name: str, odd: Settings, snap_compare: Compare) -> None:
    scene = ODD[name]
    assert snap_compare(scene.app(odd), terminal_size=(80, 24), run_before=scene.play)
