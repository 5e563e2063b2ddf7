"""Running the app on a terminal, and giving the terminal back whole whatever ends it."""

from __future__ import annotations

import asyncio
import signal
import sys
from typing import TYPE_CHECKING

from briefing.streams import is_terminal

if TYPE_CHECKING:
    from textual.app import App

ENDING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
"""Signals that end the app the way the quit key does. Ctrl+C is a key there, not a signal."""


def run(app: App[None]) -> int:
    """Shows ``app`` until it ends; the exit code.

    0 after the quit key, 128 + the signal's number after a signal, the app's own code otherwise: a
    handler that raised leaves 1.
    """
    if not is_terminal(sys.__stderr__):
        # Textual draws on stderr; with ``2> file`` that is not where anybody looks.
        sys.__stderr__ = sys.__stdout__  # type: ignore[misc]
    asyncio.run(_running(app))
    return app.return_code or 0


async def _running(app: App[None]) -> None:
    loop = asyncio.get_running_loop()
    for number in ENDING:
        try:
            loop.add_signal_handler(number, _end, app, 128 + number)
        except NotImplementedError:  # Windows
            break
    await app.run_async()


def _end(app: App[None], code: int) -> None:
    app.exit(return_code=code)
