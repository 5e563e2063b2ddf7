"""A folder that is edited while it is read is read again: no half of an edit is ever shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing import opening, workspace
from briefing.opening import ACTIONS, READINGS, open_workspace, sync
from briefing.problems import ProblemsError
from briefing.settings import load_settings
from briefing.workspace import Workspace
from tests.cli.calling import call
from tests.store.sql import ask
from tests.workspaces import PATHS, changed, figures_with_share, write_workspace

VALUES = "SELECT value FROM v_observations WHERE id = 'nb-hstt-2023'"
GOALS = "SELECT goal FROM v_targets WHERE target = 'nb-ct-hang'"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small workspace, without a database."""
    return write_workspace(tmp_path / "ws")


def editing(
    monkeypatch: pytest.MonkeyPatch, root: Path, edit: Callable[[int], None]
) -> list[Workspace]:
    """Has ``edit`` called, with its number, in the middle of every reading of the folder."""
    readings: list[Workspace] = []
    read = workspace.load_workspace

    def interrupted(path: Path) -> Workspace:
        found = read(path)
        readings.append(found)
        edit(len(readings))
        return found

    monkeypatch.setattr("briefing.workspace.load_workspace", interrupted)
    return readings


def test_an_edit_while_the_folder_is_read_has_it_read_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def edit(number: int) -> None:
        if number == 1:
            (root / PATHS["figures"]).write_text(figures_with_share(71.25))
            (root / PATHS["plan"]).write_text(changed("plan", "goal: 12,", "goal: 8,"))

    readings = editing(monkeypatch, root, edit)
    settings = load_settings(root, ACTIONS)
    sync(settings)
    assert len(readings) == 2
    assert ask(settings.database, VALUES) == [(71.25,)]
    assert ask(settings.database, GOALS) == [(8.0,)]
    assert open_workspace(root).fresh


def test_a_mistake_that_is_gone_when_it_is_found_is_not_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = (root / PATHS["plan"]).read_text(encoding="utf-8")
    (root / PATHS["plan"]).write_text("targets: [", encoding="utf-8")
    read = opening._sync_once

    def saved_meanwhile(*arguments: object, **named: object) -> object:
        try:
            return read(*arguments, **named)  # type: ignore[arg-type]
        except ProblemsError:
            (root / PATHS["plan"]).write_text(good, encoding="utf-8")
            raise

    monkeypatch.setattr(opening, "_sync_once", saved_meanwhile)
    settings = load_settings(root, ACTIONS)
    sync(settings)
    assert ask(settings.database, GOALS) == [(12.0,)]


def test_a_folder_that_never_rests_is_told_and_nothing_is_written(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def edit(number: int) -> None:
        text = figures_with_share(number + 0.5)
        (root / PATHS["figures"]).write_text(text, encoding="utf-8")

    readings = editing(monkeypatch, root, edit)
    settings = load_settings(root, ACTIONS)
    with pytest.raises(ProblemsError) as caught:
        sync(settings)
    assert [problem.code for problem in caught.value.problems] == ["keeps_changing"]
    assert len(readings) == READINGS
    assert not settings.database.exists()


def test_what_a_killed_build_left_is_gone_after_the_next_start(built: Path) -> None:
    left = built / "data" / ".briefing.db.building.db"
    left.write_bytes(b"half a database")
    assert call("show", "overview", cwd=built).code == 0
    assert not left.exists()
