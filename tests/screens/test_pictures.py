"""Pictures of every screen at the sizes that officials meet. Each was looked at when approved."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.pages.line import Link, LinkKind
from briefing.settings import Settings
from tests.screens.scenes import Scene, onto

Compare = Callable[..., bool]

INDICATOR = Link(LinkKind.INDICATOR, "ho_so_truc_tuyen")

SCREENS = {
    "overview": Scene("49"),
    "pillars": Scene("24", ("2",)),
    "indicator": Scene("37", (INDICATOR,)),
    "tasks": Scene("49", ("3",)),
    "compare": Scene("37", ("4",)),
    "source": Scene("49", ("s",)),
    "document": Scene("49", (Link(LinkKind.DOCUMENT, "qn-1491-kh-ubnd-2022"),)),
    "task": Scene("49", ("3", onto("Thành lập Ban Chỉ đạo"), "enter")),
    "target": Scene("30", (Link(LinkKind.TARGET, "hd_dti_2023_hang_12"),)),
    "search": Scene("37", ("slash", "type:ho so truc tuyen")),
    "unit": Scene("37", ("u",)),
    "day": Scene("30", ("d", "type:3.9.2023")),
    "help": Scene("37", ("question_mark",)),
}
"""One scene for each screen, on a unit that gives it something to show."""


def _english(name: str) -> Scene:
    scene = SCREENS[name]
    words = {"task": "Steering Committee"}
    steps = tuple(onto(words[name]) if callable(step) else step for step in scene.steps)
    return Scene(scene.unit, steps, {"language": "en"})


@pytest.mark.parametrize("name", SCREENS)
def test_at_80x24(name: str, shipped: Settings, snap_compare: Compare) -> None:
    scene = SCREENS[name]
    assert snap_compare(scene.app(shipped), terminal_size=(80, 24), run_before=scene.play)


@pytest.mark.parametrize("name", SCREENS)
def test_at_120x36(name: str, shipped: Settings, snap_compare: Compare) -> None:
    scene = SCREENS[name]
    assert snap_compare(scene.app(shipped), terminal_size=(120, 36), run_before=scene.play)


@pytest.mark.parametrize("name", SCREENS)
def test_in_english(name: str, shipped: Settings, snap_compare: Compare) -> None:
    scene = _english(name)
    assert snap_compare(scene.app(shipped), terminal_size=(80, 24), run_before=scene.play)


@pytest.mark.parametrize("name", ["overview", "tasks", "compare"])
def test_narrow(name: str, shipped: Settings, snap_compare: Compare) -> None:
    scene = SCREENS[name]
    assert snap_compare(scene.app(shipped), terminal_size=(60, 20), run_before=scene.play)


@pytest.mark.parametrize("name", ["overview", "tasks"])
def test_wide(name: str, shipped: Settings, snap_compare: Compare) -> None:
    scene = SCREENS[name]
    assert snap_compare(scene.app(shipped), terminal_size=(200, 60), run_before=scene.play)
