"""A database of the small folder, ready to be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.store.reading import Reader
from tests.store.facts import sync
from tests.store.small_folder import FOLDER


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a database may be built."""
    return tmp_path / "briefing.db"


@pytest.fixture
def database(path: Path) -> Path:
    """A database that holds ``FOLDER``."""
    sync(path, FOLDER)
    return path


@pytest.fixture
def reader(database: Path) -> Iterator[Reader]:
    """The database of ``FOLDER``, open for reading."""
    with Reader(database) as opened:
        yield opened
