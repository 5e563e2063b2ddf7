"""One database of the shipped data for all tests of pages."""

from __future__ import annotations

import pytest

from briefing.settings import Settings
from tests.screens.app_factory import build_workspace


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The settings of a copy of the shipped workspace; its database is built."""
    return build_workspace(tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="session")
def standings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """As ``shipped``, with the published indexes and ranks of all provinces."""
    return build_workspace(tmp_path_factory.mktemp("standings"), standings=True)
