"""A progress bar on stderr for long work outside the app; silent when stderr is no terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

WIDTH = 30


@contextmanager
def progress_bar(label: str, out: TextIO) -> Iterator[Callable[[int, int, str], None]]:
    """A function to tell progress to, as (done, total, name); the line is ended at the end."""
    live = out.isatty()
    shown = -1

    def tell(done: int, total: int, name: str) -> None:
        nonlocal shown
        filled = WIDTH * done // max(total, 1)
        if live and filled != shown:
            shown = filled
            out.write(f"\r{label} ▕{'█' * filled}{' ' * (WIDTH - filled)}▏")
            out.flush()

    try:
        yield tell
    finally:
        if live and shown >= 0:
            out.write("\n")
            out.flush()
