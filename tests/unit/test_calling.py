"""The short way in: which calls only open the app, and what they ask for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.calling import Call, simple_call
from briefing.preparing import settings_for
from briefing.settings import load_settings
from tests.screens.app_factory import ROOT


@pytest.fixture(autouse=True)
def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if stdin and stdout were a terminal."""
    monkeypatch.setattr("briefing.calling.can_open_screen", lambda: True)


@pytest.mark.parametrize(
    ("arguments", "call"),
    [
        ([], Call()),
        (["--viewer"], Call(viewer=True)),
        (["--no-instant", "--viewer"], Call(instant=False, viewer=True)),
        (["--viewer", "--unit", "49"], Call(viewer=True, unit="49")),
        (["--unit=49", "--viewer"], Call(viewer=True, unit="49")),
        (["--viewer=yes"], None),
        (["--editor"], None),
        (["show", "overview"], None),
    ],
)
def test_a_call_is_understood_or_left_to_the_command_line(
    arguments: list[str], call: Call | None
) -> None:
    assert simple_call(arguments) == call


@pytest.mark.parametrize("access", ["viewer", "editor"])
def test_viewer_on_the_command_line_takes_rights_away_and_nothing_gives_them(access: str) -> None:
    settings = replace(load_settings(ROOT), access=access)  # type: ignore[arg-type]
    assert settings_for(Call(viewer=True), settings).access == "viewer"
    assert settings_for(Call(), settings).access == access
