"""An app whose failures are kept for whoever runs it, instead of being drawn on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.driver import Driver


class Sturdy(App[None]):
    """Ends at the first unforeseen exception; ``failure`` is that exception.

    Textual prints a traceback with the values of variables, which hold the user's data.
    """

    @property
    def failure(self) -> Exception | None:
        """What ended the app, ``None`` when it ended as it was asked to."""
        return self._exception

    def get_driver_class(self) -> type[Driver]:
        """The driver that gives the terminal back whole, in place of Textual's for POSIX."""
        found = super().get_driver_class()
        if found.__module__ != "textual.drivers.linux_driver":
            return found
        from briefing.driver import TerminalDriver

        return TerminalDriver

    def _handle_exception(self, error: Exception) -> None:
        from textual.worker import WorkerFailed

        if isinstance(error, WorkerFailed) and isinstance(error.error, Exception):
            error = error.error
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """Ends the app. Whoever panics has raised nothing: the report says where that was."""
        try:
            raise RuntimeError("panic")
        except RuntimeError as error:
            self._handle_exception(error)

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()
