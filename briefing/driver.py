"""Textual's driver of a POSIX terminal, made to survive whatever happens to the terminal."""

from __future__ import annotations

import os
import select
import signal
import sys
import termios
from typing import IO, Any, cast

from textual.app import App
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

from briefing import restoring
from briefing.key_parser import KeyParser

ENTER = "\x1b[?1049h"
"""Shows the alternate screen, cleared."""
TRIES = 10
"""How often the terminal is asked for. Each time it is refused, the process was stopped before."""

# The thread that reads keys makes one.
linux_driver.XTermParser = KeyParser  # type: ignore[attr-defined]


class TerminalDriver(LinuxDriver):
    """Takes the terminal, gives it back, stops and goes on with it, and notices that it is gone.

    Textual's own may hang when it is stopped while it writes, stops the process where no shell is
    there to continue it, reads a closed terminal in an endless loop, and loses the thread that
    writes when the terminal is gone.
    """

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._terminal = cast("IO[str]", self._file).fileno()
        self._file = cast("Any", _Surviving(cast("IO[str]", self._file)))
        self._up = False
        self._entered = restoring.on_screen()
        self._left = False
        self._watch: select.epoll | None = None
        self._listen()

    def _listen(self) -> None:
        # In the loop, never between two lines of it: a lock may be held there that giving the
        # terminal away needs.
        self._loop.add_signal_handler(signal.SIGTSTP, self._stop)
        self._loop.add_signal_handler(signal.SIGCONT, self._continued)

    def start_application_mode(self) -> None:
        """Takes the terminal. In the background that stops the process until it is in front."""
        restoring.saved()
        restoring.taken(self._terminal)
        self._writer_thread = None
        self._left = False
        for _ in range(TRIES):
            super().start_application_mode()  # type: ignore[no-untyped-call]
            if self._writer_thread is not None:
                self._up = True
                self.attrs_before = restoring.attributes() or self.attrs_before
                self._watch_for_hang_up()
                return
        restoring.given_back()
        self._hung_up()

    def resume_application_mode(self) -> None:
        """Takes the terminal again; from here on the process can be stopped again, too."""
        super().resume_application_mode()
        restoring.running()

    def stop_application_mode(self) -> None:
        """Leaves the screen. What is painted after that would be painted on the shell's."""
        super().stop_application_mode()
        self._left = True

    def write(self, data: str) -> None:
        """Hands ``data`` to the thread that writes; drops it while we have no screen."""
        if self._entered and data == ENTER:
            self._entered = False  # a kept frame stands there: to enter again would clear it
        elif self._writer_thread is not None and not self._left:
            super().write(data)

    def close(self) -> None:
        """Ends what was begun, once everything is written, and gives the terminal back whole."""
        self._stop_watching()
        super().close()
        if self._up:
            self._up = False
            restoring.given_back()
            restoring.restore()

    def abandon(self) -> None:
        """Ends the threads that read keys and write frames, wherever starting or ending failed.

        The one would stay; the other may have a frame left, and would paint it on the shell's
        screen once that is shown again.
        """
        self._stop_watching()
        self.exit_event.set()
        self._left = True
        if self._writer_thread is not None and self._writer_thread.is_alive():
            self._writer_thread.stop()

    def _stop(self) -> None:
        """Gives the terminal away and stops, as whatever shell there is expects; then goes on.

        Where no shell could continue the process, the system does not stop it.
        """
        if self._auto_restart:
            self.suspend_application_mode()
            self._must_signal_resume = True
        for number in (signal.SIGTSTP, signal.SIGCONT):
            self._loop.remove_signal_handler(number)
            signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        self._listen()
        self._take_again()

    def _continued(self) -> None:
        """After SIGCONT without a stop of ours: it was SIGSTOP, or a terminal that is closed."""
        try:
            termios.tcgetattr(self.fileno)
        except termios.error:
            return
        if self._up and self._auto_restart:
            self.suspend_application_mode()
        self._take_again()

    def _take_again(self) -> None:
        if self._auto_restart:
            self.resume_application_mode()
            self._app.refresh(layout=True)

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except OSError:  # the terminal is gone
            self._hung_up()
        except BaseException as error:
            # This thread's last word: nobody above it could tell the app.
            self._app.call_later(self._app._handle_exception, error)

    def _watch_for_hang_up(self) -> None:
        """Costs nothing while nothing happens: asked for no events, a terminal tells its end."""
        if not self._up or self._watch is not None or sys.platform != "linux":
            return
        self._watch = select.epoll()
        try:
            self._watch.register(self.fileno, 0)
        except OSError:  # a file that keys are read from
            self._stop_watching()
        else:
            self._loop.add_reader(self._watch, self._closed)

    def _stop_watching(self) -> None:
        if self._watch is not None:
            self._loop.remove_reader(self._watch)
            self._watch.close()
            self._watch = None

    def _closed(self) -> None:
        self._stop_watching()
        self._hung_up()

    def _hung_up(self) -> None:
        """Ends as SIGHUP does, which may be lost or ignored; reads no more."""
        self.exit_event.set()
        os.kill(os.getpid(), signal.SIGHUP)


class _Surviving:
    """A file on a terminal that may go away: writing goes on into nothing then.

    Else the thread that writes dies, and whoever hands it more waits for it for ever.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self.fileno = file.fileno
        self.isatty = file.isatty

    def write(self, text: str) -> None:
        """Writes ``text`` if there is still a terminal."""
        self._try(lambda: self._file.write(text))

    def flush(self) -> None:
        """Hands what was written to the terminal if it is still there."""
        self._try(self._file.flush)

    def _try(self, act: Any) -> None:
        try:
            act()
        except OSError:
            return
