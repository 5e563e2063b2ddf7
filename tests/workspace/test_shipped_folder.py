"""The workspace in this repository is read without a mistake."""

from __future__ import annotations

from pathlib import Path

from briefing.settings import load_settings
from briefing.workspace import load_workspace
from briefing.workspace.directory import UnitDirectory

ROOT = Path(__file__).parents[2]


def test_the_shipped_folder_has_no_mistake() -> None:
    workspace = load_workspace(ROOT)
    assert len(workspace.observations) > 50
    assert workspace.plans


def test_the_shipped_settings_name_units_of_the_shipped_folder() -> None:
    workspace, settings = load_workspace(ROOT), load_settings(ROOT)
    directory = UnitDirectory(workspace.units)
    assert all(directory.named(code) for code in (settings.unit, *settings.compare))
