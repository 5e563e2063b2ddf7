"""Pictures of the two dates: the dialog, the first line where they differ, a figure revised."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from briefing.pages.line import Link, LinkKind
from briefing.settings import Settings
from tests.revised_workspace import INDICATOR, JUDGED, build_revised_workspace
from tests.screens.scenes import Scene

Compare = Callable[..., bool]

APART = {"as_of": date(2024, 1, 7), "known_on": date(2023, 9, 3)}
DIALOG = {
    "ready": Scene("30", ("d",)),
    "one-day": Scene("30", ("d", "type:3.3.2023")),
    "put-back": Scene("30", ("d",), APART),
}
OVERVIEW = Scene("30", options=APART)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", DIALOG)
def test_dialog(name: str, language: str, shipped: Settings, snap_compare: Compare) -> None:
    scene = DIALOG[name]
    app = scene.app(shipped, language=language)
    assert snap_compare(app, terminal_size=(80, 24), run_before=scene.play)


def test_dialog_narrow(shipped: Settings, snap_compare: Compare) -> None:
    scene = DIALOG["put-back"]
    assert snap_compare(scene.app(shipped), terminal_size=(60, 20), run_before=scene.play)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=["80x24", "60x20"])
def test_dates_apart(size: tuple[int, int], shipped: Settings, snap_compare: Compare) -> None:
    assert snap_compare(OVERVIEW.app(shipped), terminal_size=size, run_before=OVERVIEW.play)


def test_dates_apart_in_english(shipped: Settings, snap_compare: Compare) -> None:
    app = OVERVIEW.app(shipped, language="en")
    assert snap_compare(app, terminal_size=(80, 24), run_before=OVERVIEW.play)


@pytest.fixture(scope="module")
def revised(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The workspace of revisions, with its database."""
    return build_revised_workspace(tmp_path_factory.mktemp("revised"))


REVISED = {
    "indicator": Link(LinkKind.INDICATOR, INDICATOR),
    "source": Link(LinkKind.SOURCE, "bao_he"),
}


@pytest.mark.parametrize("name", REVISED)
def test_a_figure_revised_twice(name: str, revised: Settings, snap_compare: Compare) -> None:
    scene = Scene("37", (REVISED[name],), {"as_of": JUDGED, "known_on": date(2024, 3, 1)})
    assert snap_compare(scene.app(revised), terminal_size=(80, 36), run_before=scene.play)
