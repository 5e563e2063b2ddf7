"""A program on a pseudo-terminal: what it shows, what is typed, and how it leaves the terminal."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
import time
from codecs import getincrementaldecoder
from collections.abc import Callable, Mapping, Sequence
from copy import copy, deepcopy
from pathlib import Path
from types import TracebackType
from typing import Any

import pyte

from tests.cli.calling import PATIENCE, environment

CTRL_C, CTRL_Q, ENTER, ESCAPE = "\x03", "\x11", "\r", "\x1b"
DEFAULT_MODES = frozenset({7, 25})
"""Line wrap and a visible cursor: the private modes that a shell's terminal has on."""
FRAME_END = b"\x1b[1;1H"
"""What the app writes at the end of a frame: the cursor's place."""

_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[(?:[<>=][\d;]*[a-zA-Z]|\?[\d;]*\$p)")
_UNFINISHED = re.compile(rb"\x1b(?:\[[<>=?\d;$]*)?$")


class _Screen(pyte.Screen):
    """A screen with an alternate one, which pyte does not know."""

    _main: tuple[Any, Any] | None = None

    def set_mode(self, *modes: int, **how: Any) -> None:
        if 1049 in modes and how.get("private") and self._main is None:
            self._main = (deepcopy(self.buffer), copy(self.cursor))
            self.erase_in_display(2)
        super().set_mode(*modes, **how)

    def reset_mode(self, *modes: int, **how: Any) -> None:
        if 1049 in modes and how.get("private") and self._main is not None:
            self.buffer, self.cursor = self._main
            self._main = None
            self.dirty.update(range(self.lines))
        super().reset_mode(*modes, **how)

    @property
    def is_main(self) -> bool:
        """Whether the alternate screen is not shown."""
        return self._main is None


class PtyApp:
    """A running program; a context manager that kills what is left of it."""

    def __init__(
        self,
        command: Sequence[str],
        cwd: Path,
        *,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
    ) -> None:
        """Starts ``command`` on a terminal of ``size`` (columns, rows)."""
        self.raw = bytearray()
        self._held = b""
        self._screen = _Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._master, self._slave = os.openpty()
        self._set_size(size)
        self._before = termios.tcgetattr(self._slave)
        plain = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none"}
        self.process = subprocess.Popen(
            command,
            cwd=cwd,
            env=environment({**plain, **(env or {})}),
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            start_new_session=True,
            preexec_fn=_take_terminal,
        )

    def __enter__(self) -> PtyApp:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for descriptor in (self._master, self._slave):
            if descriptor >= 0:
                os.close(descriptor)

    @property
    def lines(self) -> list[str]:
        """The screen's lines without trailing blanks."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

    @property
    def background(self) -> str:
        """The colour behind the screen's first cell: the theme's."""
        return str(self._screen.buffer[0][0].bg)

    @property
    def written(self) -> str:
        """Everything written so far, escape sequences included.

        A letter of which only the first bytes have arrived is not there yet.
        """
        return getincrementaldecoder("utf-8")("replace").decode(bytes(self.raw))

    def type(self, keys: str) -> None:
        """Types ``keys``."""
        self.write(keys.encode())

    def write(self, data: bytes) -> None:
        """Hands the program bytes as a line brings them, perhaps half a letter."""
        os.write(self._master, data)

    def stall(self) -> None:
        """Fills the terminal until it takes nothing more, as when nobody reads what is sent."""
        other = os.open(os.ttyname(self._slave), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
        try:
            while os.write(other, b" " * 4096):
                pass
        except BlockingIOError:
            return
        finally:
            os.close(other)

    def wait_for(self, text: str) -> str:
        """Waits until ``text`` is on the screen; the screen."""
        self.wait_until(lambda app: text in app.text, f"{text!r} on the screen")
        return self.text

    def wait_for_frame(self, text: str) -> list[str]:
        """Waits until ``text`` is on the screen and the frame that wrote it is whole; the lines."""
        word = text.split()[0].encode()

        def whole(app: PtyApp) -> bool:
            return text in app.text and app.raw.rfind(FRAME_END) > app.raw.rfind(word)

        self.wait_until(whole, f"a whole frame with {text!r}")
        return self.lines

    def wait_until(self, holds: Callable[[PtyApp], bool], claim: str) -> None:
        """Waits until ``holds``; fails with the screen when it never does."""
        deadline = time.monotonic() + PATIENCE
        while not holds(self):
            left = deadline - time.monotonic()
            if left <= 0 or not self._read(left):
                raise AssertionError(f"never {claim}:\n{self.text}")

    @property
    def is_main(self) -> bool:
        """Whether the main screen is shown, not the alternate one."""
        return self._screen.is_main

    @property
    def foreground(self) -> int:
        """The group of processes that has the terminal: what a shell started last."""
        return os.tcgetpgrp(self._master)

    def resize(self, columns: int, rows: int) -> None:
        """Gives the terminal another size, as dragging its window does."""
        self._screen.resize(rows, columns)
        self._set_size((columns, rows))

    def hang_up(self) -> None:
        """Closes the terminal under the program, as closing its window or losing SSH does."""
        os.close(self._slave)
        os.close(self._master)
        self._master = self._slave = -1

    def wait(self) -> int:
        """Waits for the end; the exit code, negative after a deadly signal."""
        deadline = time.monotonic() + PATIENCE
        while self._master >= 0 and self.process.poll() is None:
            if time.monotonic() > deadline:
                raise AssertionError(f"still running:\n{self.text}")
            self._read(0.05)
        code = self.process.wait(PATIENCE)
        while self._master >= 0 and self._read(0.0):
            pass
        return code

    @property
    def modes(self) -> frozenset[int]:
        """The private modes that are on."""
        on = set(DEFAULT_MODES)
        for numbers, switch in _MODE.findall(bytes(self.raw)):
            for number in map(int, numbers.split(b";")):
                (on.add if switch == b"h" else on.discard)(number)
        return frozenset(on)

    @property
    def attributes(self) -> list[Any]:
        """The terminal's attributes, as ``termios`` gives them."""
        return termios.tcgetattr(self._slave)

    def is_whole(self) -> bool:
        """Whether the terminal is as it was before.

        The main screen, a visible cursor, plain colours, modes, keyboard protocol, attributes.
        """
        pushed, popped = self.raw.count(b"\x1b[>"), self.raw.count(b"\x1b[<u")
        plain = self._screen.cursor.attrs == self._screen.default_char
        return (
            self.modes == DEFAULT_MODES
            and self._screen.is_main
            and plain
            and not self._screen.cursor.hidden
            and pushed <= popped
            and termios.tcgetattr(self._slave) == self._before
        )

    def _read(self, seconds: float) -> bool:
        """Takes in what was written, waiting at most so long; whether there was anything."""
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self.raw += data
        data = _UNKNOWN_TO_PYTE.sub(b"", self._held + data)
        unfinished = _UNFINISHED.search(data)
        end = unfinished.start() if unfinished else len(data)
        self._held = data[end:]
        self._stream.feed(data[:end])
        return True

    def _set_size(self, size: tuple[int, int]) -> None:
        columns, rows = size
        packed: Any = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, packed)


def _take_terminal() -> None:
    """What a shell does for what it starts, and what tests behind ``nohup`` or ``&`` do not."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
