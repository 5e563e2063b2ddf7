"""One database of the shipped data for all tests of screens, and a terminal like any other."""

from __future__ import annotations

import pytest

from briefing.settings import Settings
from tests.screens.app_factory import build_workspace


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The settings of a copy of the shipped workspace; its database is built."""
    return build_workspace(tmp_path_factory.mktemp("shipped"))


@pytest.fixture(scope="session")
def standings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """As ``shipped``, with the published indexes and ranks of all provinces."""
    return build_workspace(tmp_path_factory.mktemp("standings"), standings=True)


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No animation, no colours switched off by whoever runs the tests, no long naps.

    Textual looks every fiftieth of a second whether the app has come to rest, several times for
    each key; looking five times as often, with the same share of work, halves these tests.
    """
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", 1 / 250)
    monkeypatch.setattr("textual._wait.SLEEP_IDLE", 1 / 5000)
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    for name in ("NO_COLOR", "COLORTERM", "TEXTUAL", "TEXTUAL_FPS"):
        monkeypatch.delenv(name, raising=False)
