"""Has the department's folder changed? Standard library only, so that a start can ask cheaply."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from briefing.workspace import listing
from briefing.workspace.listing import CONFIG, DATA, NOT_OURS, SUFFIXES

__all__ = [
    "CONFIG",
    "DATA",
    "LARGEST",
    "NOT_OURS",
    "SUFFIXES",
    "FileStat",
    "config_bytes",
    "digest",
    "scan",
    "sha256",
]

LARGEST = 16 * 1024 * 1024
"""Bytes; a department's file of a greater size is a mistake, not data."""


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
    return tuple(FileStat(*found) for found in listing.listed(os.fspath(root)))


def config_bytes(root: Path) -> bytes:
    """``config.yaml``; of one that is too large, no more than shows it. Raises ``OSError``."""
    with open(root / CONFIG, "rb") as file:
        return file.read(LARGEST + 1)


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
