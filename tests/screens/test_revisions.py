"""Pictures of how a target and a task came to say what they say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.pages.line import Link, LinkKind
from briefing.settings import Settings
from tests.screens.edited_workspace import build_edited_workspace
from tests.screens.scenes import Scene

Compare = Callable[..., bool]

EDITED = {
    "indicator": Scene("37", (Link(LinkKind.INDICATOR, "ho_so_truc_tuyen"),)),
    "task": Scene("37", (Link(LinkKind.TASK, "nb-nv-cong"),)),
}
SIZES = [(80, 44), (120, 44)]


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The edited workspace, with its database."""
    return build_edited_workspace(tmp_path_factory.mktemp("edited"))


@pytest.mark.parametrize("size", SIZES, ids=["80", "120"])
@pytest.mark.parametrize("name", EDITED)
def test_edited(name: str, size: tuple[int, int], edited: Settings, snap_compare: Compare) -> None:
    scene = EDITED[name]
    assert snap_compare(scene.app(edited), terminal_size=size, run_before=scene.play)


@pytest.mark.parametrize("name", EDITED)
def test_edited_in_english(name: str, edited: Settings, snap_compare: Compare) -> None:
    scene = EDITED[name]
    app = scene.app(edited, language="en")
    assert snap_compare(app, terminal_size=(80, 44), run_before=scene.play)
