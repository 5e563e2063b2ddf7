"""Which files a folder holds, as plain tuples: quicker to ask than to import anything for it."""

from __future__ import annotations

import os
import stat
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

CONFIG = "config.yaml"
DATA = "data"
SUFFIXES = (".yaml", ".yml", ".csv")
NOT_OURS = (".", "#", "~")
"""Beginnings of names that editors and Excel give to locks and backups, or that are hidden."""


def listed(root: str) -> tuple[tuple[str, int, int], ...]:
    """Path relative to ``root`` (with ``/``), size and mtime in ns of each file of a workspace.

    ``config.yaml`` and every YAML and CSV file under ``data/``, in the order of their paths. Hidden
    files and folders, editors' locks and backups (``.#x``, ``#x#``, ``~$x``, ``x~``, ``x.swp``) are
    left out, and so is anything that is no regular file. A folder that does not exist or cannot be
    listed is empty here.
    """
    found = list(_walk(os.path.join(root, DATA), f"{DATA}/"))
    try:
        config = os.stat(os.path.join(root, CONFIG))
    except OSError:
        pass
    else:
        if stat.S_ISREG(config.st_mode):
            found.append((CONFIG, config.st_size, config.st_mtime_ns))
    return tuple(sorted(found))


def newest(folder: str) -> tuple[int, int]:
    """How many files stand in and below ``folder``, bytecode apart, and the newest mtime in ns."""
    count = latest = 0
    for path, _, names in os.walk(folder):
        if path.endswith("__pycache__"):
            continue
        for name in names:
            count += 1
            latest = max(latest, os.stat(os.path.join(path, name)).st_mtime_ns)
    return count, latest


def _walk(folder: str, prefix: str, above: tuple[str, ...] = ()) -> Iterator[tuple[str, int, int]]:
    """The files below ``folder``; a linked folder is entered unless it leads back up.

    Where the way down really leads is asked for links alone: an open app lists the folder again and
    again. Python 3.11 does not know the links of Windows from folders.
    """
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
                    linked = sys.platform == "win32" or entry.is_symlink()
                    if not (linked and _leads_up(entry.path, (*above, folder))):
                        yield from _walk(entry.path, f"{prefix}{name}/", (*above, folder))
                elif name.lower().endswith(SUFFIXES):
                    seen = entry.stat()
                    if stat.S_ISREG(seen.st_mode):
                        yield prefix + name, seen.st_size, seen.st_mtime_ns
            except OSError:  # gone since it was listed, or a link that leads nowhere
                continue


def _leads_up(link: str, above: tuple[str, ...]) -> bool:
    real = os.path.realpath(link)
    return any(os.path.realpath(folder) == real for folder in above)
