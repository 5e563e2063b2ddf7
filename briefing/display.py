"""What the terminal at hand can show: how many colours, and which glyphs.

Read from the environment alone. A terminal is never asked: the answer would cost a start.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from typing import NamedTuple


class Colours(IntEnum):
    """How many colours; none at all with ``NO_COLOR``."""

    NONE = 0
    SIXTEEN = 16
    MANY = 256
    TRUE = 1 << 24


class Glyphs(StrEnum):
    """Which of the program's own glyphs; ``glyphs.py`` says what stands for each.

    ``PLAIN`` are those that an old Windows console and the Linux console have.
    """

    FULL = "full"
    PLAIN = "plain"
    ASCII = "ascii"


class Display(NamedTuple):
    """Colours and glyphs to draw with."""

    colours: Colours = Colours.TRUE
    glyphs: Glyphs = Glyphs.FULL


def display(environ: Mapping[str, str], platform: str, ascii_only: bool | None) -> Display:
    """What to draw with, on ``platform`` (as ``sys.platform`` names it).

    ``ascii_only`` is the setting: ``None`` leaves it to the locale, whose encoding decides when it
    is not UTF-8.
    """
    return Display(_colours(environ, platform), glyphs(environ, platform, ascii_only))


def glyphs(environ: Mapping[str, str], platform: str, ascii_only: bool | None) -> Glyphs:
    """Which glyphs to draw with; see :func:`display`."""
    if ascii_only or (ascii_only is None and _is_not_utf8(environ)):
        return Glyphs.ASCII
    if platform == "win32":
        modern = environ.get("WT_SESSION") or environ.get("TERM_PROGRAM")
        return Glyphs.FULL if modern else Glyphs.PLAIN
    return Glyphs.PLAIN if environ.get("TERM") == "linux" else Glyphs.FULL


def _is_not_utf8(environ: Mapping[str, str]) -> bool:
    """Whether the locale names an encoding, and that is not UTF-8.

    "C" and "POSIX" name none: containers and SSH have them on terminals that are UTF-8. Python
    itself puts ``C.UTF-8`` into ``LC_CTYPE`` where the locale that was named is not installed.
    """
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        locale = environ.get(name)
        if locale and (name, locale) != ("LC_CTYPE", "C.UTF-8"):
            encoding = locale.partition(".")[2].partition("@")[0]
            return encoding.lower().replace("-", "") not in ("", "utf8")
    return False


def _colours(environ: Mapping[str, str], platform: str) -> Colours:
    """As Rich counts them, which writes the colours out."""
    if environ.get("NO_COLOR"):
        return Colours.NONE
    if platform == "win32" or environ.get("COLORTERM", "").strip().lower() in _TRUE:
        return Colours.TRUE
    many = environ.get("TERM", "").strip().lower().endswith(("-256color", "-kitty"))
    return Colours.MANY if many else Colours.SIXTEEN


_TRUE = ("truecolor", "24bit")
