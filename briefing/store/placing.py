"""Database files as files: built beside their place, put there whole, cleaned up after."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from itertools import count
from pathlib import Path

from briefing.store.errors import DatabaseLocked

_COMPANIONS = ("-wal", "-shm", "-journal")
_LEFT_BEHIND_SECONDS = 3600.0


def building_place(database: Path) -> Path:
    """Where this process builds ``database``; ignored by Git with every other ``.db`` file."""
    return database.with_name(f".{database.name}.{os.getpid()}.building.db")


def companions(database: Path) -> tuple[Path, ...]:
    """The files that SQLite may keep beside ``database``."""
    return tuple(database.with_name(database.name + end) for end in _COMPANIONS)


def put_aside(database: Path) -> Path:
    """Rename a database that cannot be read, with what lies beside it; where it is now.

    One put aside earlier stays as it is.
    """
    aside = database.with_name(f"{database.name}.damaged.db")
    for number in count(2):
        if not aside.exists():
            break
        aside = database.with_name(f"{database.name}.damaged-{number}.db")
    for end in ("", *_COMPANIONS):
        with suppress(FileNotFoundError):
            os.replace(database.with_name(database.name + end), aside.with_name(aside.name + end))
    return aside


def put_in_place(building: Path, database: Path) -> None:
    """Put a complete database where ``database`` is or will be.

    Raises :class:`DatabaseLocked` where an open file cannot be replaced, as on Windows.
    """
    # A log left beside the old file would be replayed into the new one.
    remove(*companions(database))
    try:
        os.replace(building, database)
    except PermissionError as error:
        raise DatabaseLocked(database, str(error)) from error


def remove(*paths: Path) -> None:
    """Remove those of ``paths`` that are there."""
    for path in paths:
        with suppress(FileNotFoundError):
            path.unlink()


def flush(path: Path) -> None:
    """Have the system write the file's bytes to the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sweep(database: Path) -> None:
    """Remove what builds that were killed left behind; one that may still run is left alone."""
    for left in database.parent.glob(f".{database.name}.*.building.db*"):
        with suppress(FileNotFoundError):
            if time.time() - left.stat().st_mtime > _LEFT_BEHIND_SECONDS:
                left.unlink()
