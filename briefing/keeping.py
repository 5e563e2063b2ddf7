"""Keeping the frame that a start began with, for ``instant`` to paint at the next one."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from briefing import instant
from briefing.settings import Settings
from briefing.store.errors import StoreError
from briefing.store.reading import Reader

MOST = 16
"""Frames kept: one for each way of calling, terminal and size that was used last."""


class Basis(NamedTuple):
    """What the figures of a frame come from, looked at before they were read.

    ``day`` is today where the frame depends on it, else empty.
    """

    root: str
    database: str
    facts: instant.Facts
    day: str


def looked_at(settings: Settings) -> tuple[str, str, instant.Facts]:
    """The folder and the database of ``settings``, and how they are before they are read."""
    root, database = os.fspath(settings.root), os.fspath(settings.database)
    return root, database, instant.facts(root, database)


def keep(arguments: Sequence[str], found: Basis, frame: str, columns: int, rows: int) -> None:
    """Keeps ``frame`` for a call with these ``arguments``, unless the very same is kept.

    Not when anything that it came from has changed since or the terminal has another size by now,
    nor while the database does not hold the folder as it stands. Nothing is lost where it cannot be
    kept: the next start is slower.
    """
    painted = frame.encode("utf-8", "replace")
    try:
        here = instant.situation(arguments)
        place = instant.file_for(here)
        if place is None or here[instant.SIZE] != (columns, rows):
            return
        if instant.kept(arguments) == painted:
            return
        with Reader(Path(found.database)) as reader:
            in_database = tuple(map(tuple, reader.stats()))
        root, database, facts, day = found
        if in_database != facts[0] or instant.facts(root, database) != facts:
            return
        content = instant.pack(here, root, _nearer(root), database, facts, day, painted)
        _write(place, content)
    except (OSError, StoreError):  # no room, no such place, no database any more
        return


def _nearer(root: str) -> tuple[str, ...]:
    """Folders in which another ``config.yaml`` would be found before the one in ``root``."""
    folder = os.getcwd()
    above = []
    while folder != root and folder != os.path.dirname(folder):
        above.append(folder)
        folder = os.path.dirname(folder)
    return tuple(above) if folder == root else ()


def _write(place: str, content: bytes) -> None:
    """Puts a file in place whole, for the user's eyes only; the oldest ones give way."""
    folder = os.path.dirname(place)
    os.makedirs(folder, mode=0o700, exist_ok=True)
    unfinished = f"{place}.{os.getpid()}"
    file = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(file, "wb") as out:
            out.write(content)
        os.replace(unfinished, place)
    except OSError:
        os.unlink(unfinished)
        raise
    frames = sorted(Path(folder).glob("*.frame*"), key=_age)
    for old in frames[:-MOST]:
        old.unlink(missing_ok=True)


def _age(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except FileNotFoundError:  # another start was quicker
        return 0
