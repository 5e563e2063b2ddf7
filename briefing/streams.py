"""The three standard streams, any of which may be closed, full, or no terminal.

stdout is data, stderr is narration. Nothing here raises for what a user did with the streams.
"""

from __future__ import annotations

import errno
import os
import sys
from typing import IO

from briefing.domain.plain_text import visible


def is_terminal(stream: IO[str] | None) -> bool:
    """Whether somebody reads or types there; a closed stream is ``None`` in Python."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed since
        return False


def can_open_screen() -> bool:
    """Whether the app can be shown: keys come in, output goes out, cursor control is understood."""
    if os.environ.get("TERM") in ("dumb", "unknown"):
        return False
    return is_terminal(sys.stdin) and is_terminal(sys.stdout)


def narrate(*lines: str) -> None:
    """Writes lines to stderr, control characters made visible; says nothing where it is closed."""
    if sys.stderr is None:
        return
    try:
        for line in lines:
            sys.stderr.write(visible(line) + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        # Nobody is there to be told. What is left must not be tried again at the end.
        _turn_away(sys.stderr)


def write_data(text: str) -> OSError | None:
    """Writes ``text`` to stdout as UTF-8; what went wrong, if anything.

    A reader that has gone away (``| head``) is no mistake. Not ``print``: the data is the same
    bytes in every locale.
    """
    if sys.stdout is None:
        return OSError(errno.EBADF, os.strerror(errno.EBADF))
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _turn_away(sys.stdout)
    except OSError as error:
        _turn_away(sys.stdout)
        return error
    return None


def _turn_away(stream: IO[str]) -> None:
    """Sends what is still in the buffer nowhere: else the interpreter fails on it when it ends."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return
