"""The terminal as it was found, and how it is given back so, whatever ends the program.

Needed before anything else is loaded and after everything else has failed: nothing is imported here
but what the interpreter has built in. On Windows nothing is remembered and nothing is written.

The order: ``saved()``, then change the terminal; ``taken()`` just before the alternate screen is
entered; ``restore()`` at the end, as often as one likes. Who leaves the alternate screen without
``restore()`` says so with ``given_back()``: to leave it twice may move the cursor.
"""

from __future__ import annotations

import errno
import os
import sys

TYPE_CHECKING = False
"""What ``typing`` calls so, without loading it."""
if TYPE_CHECKING:
    from typing import Any

if sys.platform != "win32":
    import termios

    # ``signal`` itself loads ``enum``, which costs more than the rest of the way to here.
    if TYPE_CHECKING:
        import signal as _signal
    else:
        import _signal

SCREEN = (
    "\x1b[?2026l"  # a frame that was begun and never ended
    "\x1b[<u"  # the keyboard protocol of the alternate screen, before that is left
    "\x1b[?1049l"  # the alternate screen, and the cursor where it was
)
"""Gives back what belongs to the alternate screen; only while it is shown."""

MODES = (
    "\x1b[?2048l"  # sizes sent as input
    "\x1b[?2004l"  # pastes in brackets
    "\x1b[?1016l\x1b[?1015l\x1b[?1006l\x1b[?1003l\x1b[?1002l\x1b[?1000l"  # mouse
    "\x1b[?1004l"  # coming and going of the focus
    "\x1b[?7h"  # lines wrap
    "\x1b[?25h"  # the cursor is shown
    "\x1b[0m"  # colours
)
"""Switches off what a program may have switched on; does no harm at any time."""

KEYS = 0
"""The descriptor of the terminal that keys come from: standard input."""

_attributes: list[Any] | None = None
_screen: int | None = None
_modes: int | None = None


def saved() -> None:
    """Remembers the terminal's attributes: echo, whole lines, signal keys.

    The first call counts, until they are put back.

    Without a terminal on standard input there is nothing to remember.
    """
    global _attributes
    if sys.platform == "win32" or _attributes is not None:
        return
    try:
        _attributes = list(termios.tcgetattr(KEYS))
    except termios.error:
        return


def attributes() -> list[Any] | None:
    """The terminal's attributes as they were found."""
    return None if _attributes is None else list(_attributes)


def taken(descriptor: int = 1) -> None:
    """Notes that the alternate screen is about to be shown on ``descriptor``.

    From here to ``running()`` the process cannot be stopped (SIGTSTP waits): nobody could give the
    terminal away and take it again.
    """
    global _screen, _modes
    _screen = _modes = descriptor
    if sys.platform != "win32":
        _signal.pthread_sigmask(_signal.SIG_BLOCK, {_signal.SIGTSTP})


def on_screen() -> bool:
    """Whether the alternate screen is shown already."""
    return _screen is not None


def running() -> None:
    """Lets the process be stopped again: somebody is there now who gives the terminal away."""
    if sys.platform != "win32":
        _signal.pthread_sigmask(_signal.SIG_UNBLOCK, {_signal.SIGTSTP})


def given_back() -> None:
    """Notes that the alternate screen was left: ``restore()`` must not leave it again."""
    global _screen
    _screen = None


def restore(*, patient: bool = True) -> None:
    """Makes the terminal as it was found, as far as it is still there; nothing when it is.

    Keys that nobody read are dropped: the shell would take them for a command. A terminal that
    takes nothing more (Ctrl+S, a line that is stuck) is waited for, unless not ``patient``: then
    what it has not shown yet is dropped, and it gets what it takes.
    """
    global _screen, _modes
    modes = _modes
    if modes is not None:
        _write(modes, (SCREEN if _screen is not None else "") + MODES, patient)
        # Only now: who interrupts this for good has to begin anew.
        _screen = _modes = None
    if sys.platform != "win32":
        _put_back(flush=modes is not None)
        running()


def _write(descriptor: int, text: str, patient: bool) -> None:
    data = text.encode()
    try:
        if sys.platform != "win32" and not patient:
            termios.tcflush(descriptor, termios.TCOFLUSH)
            termios.tcflow(descriptor, termios.TCOON)
        if sys.platform != "win32":
            # Whoever had the terminal before us may have left it non-blocking.
            os.set_blocking(descriptor, patient)
        while data:
            data = data[os.write(descriptor, data) :]
        if sys.platform != "win32":
            os.set_blocking(descriptor, True)
    except (OSError, termios.error):  # the terminal is gone, or stuck
        return


def _put_back(*, flush: bool) -> None:
    """Puts the remembered attributes back, unless another program has the terminal by now.

    They are forgotten then: when the terminal is taken again, it may be found otherwise.
    """
    global _attributes
    if sys.platform == "win32" or _attributes is None:
        return
    found, _attributes = _attributes, None
    try:
        if _another_has_it():
            return
        if flush:
            termios.tcflush(KEYS, termios.TCIFLUSH)
        if list(termios.tcgetattr(KEYS)) != found:
            termios.tcsetattr(KEYS, termios.TCSANOW, found)
    except (OSError, termios.error):  # the terminal is gone
        return


def _another_has_it() -> bool:
    """Whether the shell gave the terminal to another group of processes while we were stopped."""
    try:
        return os.tcgetpgrp(KEYS) != os.getpgrp()
    except OSError:  # not our controlling terminal: nobody hands it around
        return False


def guard() -> None:
    """Makes SIGTERM and SIGHUP end the program by ``SystemExit(128 + number)``.

    So every ``finally`` is run and nothing half done stays behind. A signal that whoever started
    the program wants ignored (``nohup``) stays ignored. Once the app is up it has its own handlers.
    """
    if sys.platform == "win32":
        return
    for number in (_signal.SIGTERM, _signal.SIGHUP):
        if _signal.getsignal(number) == _signal.SIG_DFL:
            _signal.signal(number, _end)


def unguard() -> None:
    """Lets SIGTERM, SIGHUP and SIGINT kill as they do by default: nothing is left to be done.

    An exception raised while the interpreter ends would be printed.
    """
    if sys.platform == "win32":
        return
    for number in (_signal.SIGTERM, _signal.SIGHUP, _signal.SIGINT):
        if _signal.getsignal(number) != _signal.SIG_IGN:
            _signal.signal(number, _signal.SIG_DFL)


def _end(number: int, frame: object) -> None:
    raise SystemExit(128 + number)


def let_go() -> None:
    """Drops what Python still holds for a terminal: all that was meant for it has been written.

    The interpreter would write it as its last act. Where the line has dropped that fails, and it
    ends with 120 instead of the code that tells why; where nobody reads it would wait.
    """
    if sys.platform == "win32":
        return
    for number in (1, 2):
        try:
            termios.tcgetattr(number)
        except termios.error as error:
            if error.args[0] != errno.EIO:  # a file, a pipe, or closed: what is left is wanted
                continue
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, number)
            os.close(nowhere)
        except OSError:  # no more files may be opened: the interpreter does what it can
            return
