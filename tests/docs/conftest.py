"""A copy of the shipped workspace with its database, for everything the documents show."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.settings import Settings
from tools.picture import shipped_settings


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The settings of the copy."""
    return shipped_settings(tmp_path_factory.mktemp("documented"))


@pytest.fixture(scope="session")
def workspace(settings: Settings) -> Path:
    """Its folder."""
    return settings.root
