"""One database of the shipped data for all tests of pages."""

from __future__ import annotations

import pytest

from briefing.settings import Settings
from tests.pages.profiles import Told, asking
from tests.profile_workspace import build_can_tho
from tests.screens.app_factory import build_workspace


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The settings of a copy of the shipped workspace; its database is built."""
    return build_workspace(tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="session")
def standings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """As ``shipped``, with the published indexes and ranks of all provinces."""
    return build_workspace(tmp_path_factory.mktemp("standings"), standings=True)


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Asks for the profile of a unit on a day, beside another, of a year; Cần Thơ has a plan."""
    return asking(build_can_tho(tmp_path_factory.mktemp("can-tho")))
