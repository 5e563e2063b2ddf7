"""Running the app on a terminal, and giving the terminal back whole whatever ends it."""

from __future__ import annotations

import asyncio
import signal
import sys
from types import FrameType
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
    ready = asyncio.Event()
    ending: set[asyncio.Task[None]] = set()
    loop = asyncio.get_running_loop()

    async def end(code: int) -> None:
        await ready.wait()  # Textual cannot be stopped while it starts
        app.exit(return_code=code)

    async def started(pilot: object) -> None:
        _continue_only_what_was_stopped(app)
        ready.set()

    for number in ENDING:
        try:
            loop.add_signal_handler(
                number, lambda code: ending.add(loop.create_task(end(code))), 128 + number
            )
        except NotImplementedError:  # Windows
            break
    await app.run_async(auto_pilot=started)


def _continue_only_what_was_stopped(app: App[None]) -> None:
    """Makes Textual take the terminal again only after it gave it away on SIGTSTP, and repaint.

    A terminal that is closed sends SIGCONT after SIGHUP. Textual would start its threads a second
    time on a terminal that is gone, and never end.
    """
    if sys.platform == "win32":
        return
    stop, resume = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
    if not callable(stop) or not callable(resume):
        return
    stopped = False
    loop = asyncio.get_running_loop()

    def on_stop(number: int, frame: FrameType | None) -> None:
        nonlocal stopped
        stopped = True
        stop(number, frame)

    def on_continue(number: int, frame: FrameType | None) -> None:
        nonlocal stopped
        if stopped:
            stopped = False
            resume(number, frame)
            loop.call_soon_threadsafe(app.refresh)

    signal.signal(signal.SIGTSTP, on_stop)
    signal.signal(signal.SIGCONT, on_continue)
