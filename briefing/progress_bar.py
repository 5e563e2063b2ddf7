"""A progress bar on stderr for long work outside the app; silent when stderr is no terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from briefing.display import glyphs
from briefing.domain.plain_text import width
from briefing.glyphs import drawn
from briefing.streams import is_terminal

WIDTH = 30
"""Cells of the bar where there is room."""
NARROWEST = 5


@contextmanager
def progress_bar(label: str, out: TextIO | None) -> Iterator[Callable[[int, int, str], None]]:
    """A function to tell progress to, as (done, total, name); the line is ended at the end.

    A terminal that goes away meanwhile takes nothing from the work.
    """
    if out is None or not is_terminal(out):
        yield lambda done, total, name: None
        return
    room = max(NARROWEST, min(WIDTH, _columns(out) - width(label) - 4))
    at_hand, shown = glyphs(os.environ, sys.platform, None), -1

    def tell(done: int, total: int, name: str) -> None:
        nonlocal shown
        filled = room * done // max(total, 1)
        if filled != shown:
            shown = filled
            with suppress(OSError):
                bar = drawn(f"▕{'█' * filled}{' ' * (room - filled)}▏", at_hand)
                out.write(f"\r{label} {bar}")
                out.flush()

    try:
        yield tell
    finally:
        if shown >= 0:
            with suppress(OSError):
                out.write("\n")
                out.flush()


def _columns(out: TextIO) -> int:
    try:
        return os.get_terminal_size(out.fileno()).columns or WIDTH
    except (OSError, ValueError):
        return 80
