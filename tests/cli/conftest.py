"""Workspaces to call the program in, each with its database already built."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.calling import CODE, call
from tests.workspaces import write_workspace


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """The small workspace without a database."""
    return write_workspace(tmp_path / "ws")


@pytest.fixture(scope="session")
def small_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small workspace with its database; only to be copied or read."""
    root = write_workspace(tmp_path_factory.mktemp("small") / "ws")
    assert call("sync", cwd=root).code == 0
    return root


@pytest.fixture
def built(small_built: Path, tmp_path: Path) -> Path:
    """A copy of the small workspace with an up-to-date database, to be spoilt."""
    return Path(shutil.copytree(small_built, tmp_path / "ws"))


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped workspace with its database; only to be read."""
    root = tmp_path_factory.mktemp("shipped")
    shutil.copy2(CODE / "config.yaml", root)
    shutil.copytree(CODE / "data", root / "data", ignore=shutil.ignore_patterns("*.db*", ".*"))
    assert call("sync", cwd=root).code == 0
    return root
