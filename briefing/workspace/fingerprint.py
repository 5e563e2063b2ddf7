"""Has the department's folder changed? Standard library only, so that a start can ask cheaply."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

CONFIG = "config.yaml"
DATA = "data"
SUFFIXES = (".yaml", ".yml", ".csv")
NOT_OURS = (".", "#", "~")
"""Beginnings of names that editors and Excel give to locks and backups, or that are hidden."""


class FileStat(NamedTuple):
    """A file of the workspace: its path relative to the root (with ``/``), size and mtime."""

    path: str
    size: int
    mtime_ns: int


def scan(root: Path) -> tuple[FileStat, ...]:
    """``config.yaml`` and every YAML and CSV file under ``data/``, in the order of their paths.

    Hidden files and folders, editors' locks and backups (``.#x``, ``#x#``, ``~$x``, ``x~``,
    ``x.swp``) are left out, and so is anything that is no regular file. A folder that does not
    exist or cannot be listed is empty here; ``load_workspace`` says so.
    """
    found = list(_walk(os.path.join(root, DATA), f"{DATA}/"))
    try:
        config = os.stat(os.path.join(root, CONFIG))
    except OSError:
        pass
    else:
        if stat.S_ISREG(config.st_mode):
            found.append(FileStat(CONFIG, config.st_size, config.st_mtime_ns))
    return tuple(sorted(found))


def digest(root: Path, stats: Iterable[FileStat]) -> dict[str, str]:
    """SHA-256 of each file's bytes, by path; a file that has gone since ``scan`` is left out."""
    digests = {}
    for file in stats:
        try:
            content = Path(root, file.path).read_bytes()
        except FileNotFoundError:
            continue
        digests[file.path] = sha256(content)
    return digests


def sha256(content: bytes) -> str:
    """The hexadecimal SHA-256 by which a file's content is known."""
    import hashlib  # OpenSSL takes a while to load

    return hashlib.sha256(content).hexdigest()


def _walk(folder: str, prefix: str, above: frozenset[str] = frozenset()) -> Iterator[FileStat]:
    """The files below ``folder``; a linked folder is entered unless it leads back up."""
    real = os.path.realpath(folder)
    if real in above:
        return
    try:
        entries = os.scandir(folder)
    except OSError:
        return
    with entries:
        for entry in entries:
            name = entry.name
            if name.startswith(NOT_OURS):
                continue
            try:
                if entry.is_dir():
                    yield from _walk(entry.path, f"{prefix}{name}/", above | {real})
                elif name.lower().endswith(SUFFIXES):
                    seen = entry.stat()
                    if stat.S_ISREG(seen.st_mode):
                        yield FileStat(prefix + name, seen.st_size, seen.st_mtime_ns)
            except OSError:  # gone since it was listed, or a link that leads nowhere
                continue
