"""Database files as files: built beside their place, put there whole, cleaned up after."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path

from briefing.store.errors import DatabaseLocked, typed_errors
from briefing.store.header import leftover

_COMPANIONS = ("-wal", "-shm", "-journal")


def companions(database: Path) -> tuple[Path, ...]:
    """The files that SQLite may keep beside ``database``."""
    return tuple(database.with_name(database.name + end) for end in _COMPANIONS)


def put_aside(database: Path) -> Path:
    """Keep a database that cannot be read whole, with what lies beside it; where it is kept.

    It also stays in its place where the file system allows, so that a program that is killed
    before the new one is there leaves the damage to be found again. One put aside earlier stays
    as it is.
    """
    aside = database.with_name(f"{database.name}.damaged.db")
    for number in count(2):
        if not aside.exists():
            break
        aside = database.with_name(f"{database.name}.damaged-{number}.db")
    for end in ("", *_COMPANIONS):
        kept, place = database.with_name(database.name + end), aside.with_name(aside.name + end)
        with suppress(FileNotFoundError):
            try:
                os.link(kept, place)
            except (OSError, NotImplementedError):  # no hard links here
                os.replace(kept, place)
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
    """Remove what a build that was killed left behind; call it as the only writer."""
    building = leftover(database)
    remove(building, *companions(building))


@contextmanager
def only_writer(database: Path, seconds: float) -> Iterator[None]:
    """Keeps every other process from building or changing ``database`` meanwhile.

    SQLite's locks are on a file, and a file that is replaced takes them along: two that build at
    once, or one that builds while another writes, would undo each other. So writers first lock an
    empty database beside it, which stays. Readers need not.

    Raises :class:`DatabaseLocked` when it is not free within ``seconds``, ``DatabaseReadOnly``
    where no file can be made.
    """
    place = database.with_name(f".{database.name}.lock.db")
    with (
        typed_errors(database, writing=True),
        closing(sqlite3.connect(place, timeout=seconds, isolation_level=None)) as connection,
    ):
        connection.execute("BEGIN EXCLUSIVE")
        yield
