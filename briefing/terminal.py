"""Running the app on a terminal, and giving the terminal back whole whatever ends it."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn

from briefing import restoring
from briefing.streams import is_terminal

if TYPE_CHECKING:
    from briefing.app import BriefingApp

ENDING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
"""Signals that end the app the way the quit key does. Ctrl+C is a key there, not a signal."""
GRACE = 3.0
"""Seconds to end after a signal, or once the screen is left. Then it ends whatever still works."""

HANDOVER = 0.0005
"""Seconds after which a thread gives way to another that waits. What is drawn is written by a
thread of its own: with Python's 5 ms a frame waits for whatever is worked out behind it."""


def run(app: BriefingApp) -> int:
    """Shows ``app`` until it ends; the exit code.

    0 after the quit key, 128 + the signal's number after a signal, 1 after a crash: then stderr
    says where the report is, in the language the app spoke last.
    """
    if not is_terminal(sys.__stderr__):
        # Textual draws on stderr; with ``2> file`` that is not where anybody looks.
        sys.__stderr__ = sys.__stdout__  # type: ignore[misc]
    session = _Session(app)
    sys.setswitchinterval(HANDOVER)
    try:
        asyncio.run(session.run())
    except Exception as error:  # raised while the app ended: it has no hand left to catch it
        session.failure = error
    finally:
        session.give_back()
    return session.outcome()


class _Session:
    """One run of an app, and what is asked of it from outside."""

    def __init__(self, app: BriefingApp) -> None:
        self._app = app
        self._ready = asyncio.Event()
        self._ending: asyncio.Task[None] | None = None
        self.failure: Exception | None = None
        """What was raised while the app ended."""
        self._code = 0
        """128 + the number of the signal that ended it; 0 for none."""

    async def run(self) -> None:
        """Runs the app until it ends. Raises what it raises while it ends."""
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: self._failed(context.get("exception")))

        def on_signal(number: int, frame: FrameType | None) -> None:
            self._code = 128 + number
            _end_within(GRACE)
            if not loop.is_closed():
                loop.call_soon_threadsafe(self._end)

        for number in ENDING:
            signal.signal(number, on_signal)
        if hasattr(signal, "SIGALRM"):
            signal.signal(signal.SIGALRM, self._end_by_force)
        threading.excepthook = lambda failed: loop.call_soon_threadsafe(
            self._failed, failed.exc_value
        )
        try:
            await self._app.run_async(auto_pilot=self._started)
        finally:
            # A worker cannot be ended, and would be waited for. What it writes to the database is
            # one transaction.
            _end_within(GRACE)

    async def _started(self, pilot: object) -> None:
        restoring.running()
        self._ready.set()

    def _end(self) -> None:
        if self._ending is None:
            self._ending = asyncio.get_running_loop().create_task(self._end_when_ready())

    async def _end_when_ready(self) -> None:
        await self._ready.wait()  # Textual cannot be stopped while it starts
        self._app.exit(return_code=self._code)

    def _failed(self, error: BaseException | None) -> None:
        """Ends the app for what was raised where nobody waits: a callback, a thread, a task."""
        if isinstance(error, Exception) and self._app.is_running:
            self._app._handle_exception(error)

    def outcome(self) -> int:
        """The exit code; tells a crash."""
        failure = self._app.failure or self.failure
        if failure is None:
            return self._code or self._app.return_code or 0
        from briefing.crash import crashed

        return crashed(failure, self._app.tr)

    def _end_by_force(self, number: int, frame: FrameType | None) -> NoReturn:
        restoring.restore(patient=False)
        os._exit(self.outcome())

    def give_back(self) -> None:
        """Gives back the terminal that the app could not give back itself."""
        threading.excepthook = threading.__excepthook__
        driver: Any = self._app._driver
        abandon = getattr(driver, "abandon", None)
        if abandon is not None:
            abandon()
        restoring.restore()
        restoring.unguard()
        restoring.guard()
        signal.signal(signal.SIGINT, signal.default_int_handler)
        _end_within(0)


def _end_within(seconds: float) -> None:
    """Sets when the end is forced; 0 for never."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
