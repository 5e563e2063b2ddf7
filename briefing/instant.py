"""The frame that the last start began with, painted again before anything else is loaded.

Loading Textual takes 0.2 s, reading a kept frame a hundredth of that. The frame is the very bytes
that the app painted first; it is painted only when all that it came from is the same: the call, the
terminal and its size, the program's own files, the folder and the database file. Then it is what
the app will paint, and the app takes the screen over without clearing it.

Nothing is imported here that takes time: no ``typing``, no ``pathlib``, no ``re``.
"""

from __future__ import annotations

import os
import sys
import time
from marshal import dumps, loads
from zlib import crc32

from briefing import __version__, restoring
from briefing.workspace import listing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    Facts = tuple[tuple[tuple[str, int, int], ...], tuple[tuple[int, int, int] | None, ...]]

MAGIC = b"briefing frame 1\n"
CONFIG = "config.yaml"
SWITCH = "--no-instant"
SIZE = 4
"""Where a situation has the terminal's columns and rows."""
LARGEST = 1 << 20
"""Bytes of a file that may be a kept frame."""
ENTER = "\x1b[?1049h\x1b[?25l\x1b[?7l"
"""The alternate screen, no cursor, no wrapping: what the app will ask for as well."""
NAMES = (
    "BRIEFING_WORKSPACE", "COLORTERM", "COLUMNS", "FORCE_COLOR", "LANG", "LC_ALL", "LC_CTYPE",
    "LINES", "NO_COLOR", "TERM", "TERM_PROGRAM", "TTY_COMPATIBLE",
)  # fmt: skip
"""Variables that decide what is drawn, and how."""


def paint(arguments: Sequence[str]) -> bool:
    """Paints the kept frame that fits a call with these ``arguments``; whether there was one.

    The terminal's echo is off before: what is typed from here on is neither shown nor lost.
    ``restoring.restore()`` undoes all of it.
    """
    if sys.platform == "win32" or SWITCH in arguments:
        return False
    try:
        if not (os.isatty(0) and os.isatty(1) and os.tcgetpgrp(0) == os.getpgrp()):
            return False
        frame = kept(arguments)
        if frame is None:
            return False
        _quiet()
        restoring.taken(1)
        with open(1, "wb", closefd=False) as terminal:
            terminal.write(ENTER.encode() + frame)
    except OSError:  # the terminal is gone, or the folder cannot be read: the app will say so
        return False
    return True


def kept(arguments: Sequence[str]) -> bytes | None:
    """The frame kept for a call with these ``arguments``, if it still tells the truth."""
    here = situation(arguments)
    place = file_for(here)
    content = _read(place) if place else None
    if content is None or not content.startswith(MAGIC):
        return None
    body = content[len(MAGIC) + 4 :]
    if crc32(body).to_bytes(4, "big") != content[len(MAGIC) : len(MAGIC) + 4]:
        return None
    try:
        was, root, nearer, database, seen, day, frame = loads(body)
    except (EOFError, TypeError, ValueError):  # not written by this program
        return None
    if was != here or (day and day != time.strftime("%Y-%m-%d")):
        return None
    if any(os.path.isfile(os.path.join(folder, CONFIG)) for folder in nearer):
        return None
    found: bytes = frame
    return found if facts(root, database) == seen else None


def pack(
    here: tuple[Any, ...],
    root: str,
    nearer: tuple[str, ...],
    database: str,
    seen: Facts,
    day: str,
    frame: bytes,
) -> bytes:
    """What a file holds that :func:`kept` reads."""
    body = dumps((here, root, nearer, database, seen, day, frame))
    return MAGIC + crc32(body).to_bytes(4, "big") + body


def situation(arguments: Sequence[str]) -> tuple[Any, ...]:
    """All that decides what a start shows first, but for the data: call, terminal, program."""
    size = os.get_terminal_size(1)
    named = tuple(
        (name, value)
        for name, value in sorted(os.environ.items())
        if name in NAMES or name.startswith("TEXTUAL")
    )
    program = (__version__, sys.version, listing.newest(os.path.dirname(__file__)))
    return (tuple(arguments), os.getcwd(), named, program, (size.columns, size.lines))


def facts(root: str, database: str) -> Facts:
    """What the figures come from: the folder's files, and the database with its companions."""
    return listing.listed(root), tuple(_stat(database + end) for end in ("", "-wal", "-journal"))


def file_for(here: tuple[Any, ...]) -> str | None:
    """Where the frame of a situation is kept; ``None`` for a user without a place of their own."""
    folder = folder_of_frames()
    return folder and os.path.join(folder, f"{crc32(dumps(here)):08x}.frame")


def folder_of_frames() -> str | None:
    """The user's own folder of kept frames: they hold figures."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        base = os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "briefing") if os.path.isabs(base) else None


def _read(path: str) -> bytes | None:
    """A file's content, if it is the user's own and nobody else may write it."""
    try:
        with open(path, "rb") as file:
            found = os.fstat(file.fileno())
            if found.st_uid != os.geteuid() or found.st_mode & 0o022:
                return None
            return file.read(LARGEST)
    except FileNotFoundError:
        return None


def _stat(path: str) -> tuple[int, int, int] | None:
    """A file as it is; an empty one says no more than none."""
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return None
    return (found.st_ino, found.st_size, found.st_mtime_ns) if found.st_size else None


def _quiet() -> None:
    """Neither shows nor loses what is typed until the app reads it; Ctrl+C still interrupts."""
    if sys.platform == "win32":
        return
    import termios

    restoring.saved()
    attributes = termios.tcgetattr(0)
    attributes[0] &= ~(termios.ICRNL | termios.INLCR | termios.IGNCR | termios.IXON)
    attributes[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
    attributes[6][termios.VMIN] = 1
    termios.tcsetattr(0, termios.TCSANOW, attributes)
