"""What opening a database ends in when something is wrong with it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from briefing.store.errors import StoreError
from briefing.store.reading import Reader
from tests.store.facts import NINH_BINH, figure
from tests.store.small_folder import with_figures

DAY = date(2024, 1, 7)
NEWER = with_figures(figure("moi", 80.0, date(2024, 6, 30)))


def opening(path: Path) -> type[StoreError]:
    """The error that opening ``path`` ends in; it names the file."""
    with pytest.raises(StoreError) as caught, Reader(path) as reader:
        reader.briefing(NINH_BINH, DAY, DAY)
    assert caught.value.path == path
    return caught.type


def pragma(path: Path, statement: str) -> None:
    """Change a field of the header."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA {statement}")
        connection.commit()


def left_beside(path: Path) -> list[str]:
    """The files in the database's folder, but for the empty one that writers lock."""
    lock = path.with_name(f".{path.name}.lock.db")
    assert lock.stat().st_size == 0
    return sorted(left.name for left in path.parent.iterdir() if left != lock)
