"""One program in a pseudo-terminal, timed from outside: bytes out, keys in, memory, CPU."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from pathlib import Path

QUIET = 0.06
"""Seconds without output after which a frame counts as whole."""


class Terminal:
    """A program on a terminal of its own; times are seconds since it was started."""

    def __init__(self, command: Sequence[str], size: tuple[int, int], cwd: Path) -> None:
        self.output = bytearray()
        self.exit_code: int | None = None
        columns, lines = size
        self.start = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(cwd)
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.execv(command[0], list(command))
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def read(self, wait: float) -> float | None:
        """Takes what is there within ``wait`` seconds; when it came, or ``None`` for nothing."""
        ready, _, _ = select.select([self.fd], [], [], max(wait, 0))
        if not ready:
            return None
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            return None
        self.output += data
        return time.perf_counter() - self.start if data else None

    def until(self, text: str, limit: float = 30.0, after: int = 0) -> float:
        """When ``text`` was out, behind the first ``after`` bytes.

        Raises ``TimeoutError`` with what there was instead.
        """
        wanted = text.encode()
        end = time.perf_counter() + limit
        while self.output.find(wanted, after) < 0:
            if self.read(end - time.perf_counter()) is None:
                shown = bytes(self.output[-400:]).decode(errors="replace")
                raise TimeoutError(f"{text!r} never came; last: {shown!r}")
        return time.perf_counter() - self.start

    def settle(self) -> None:
        """Reads until nothing comes any more."""
        while self.read(QUIET * 3) is not None:
            pass

    def key(self, key: bytes) -> tuple[float, int]:
        """Seconds from a key to the first byte of its frame, and the frame's bytes."""
        before = len(self.output)
        sent = time.perf_counter()
        os.write(self.fd, key)
        first: float | None = None
        while True:
            came = self.read(QUIET if first is not None else 5.0)
            if came is None:
                break
            if first is None:
                first = self.start + came - sent
        if first is None:
            raise TimeoutError(f"nothing was painted for {key!r}")
        return first, len(self.output) - before

    def key_until(self, key: bytes, text: str) -> float:
        """Seconds from a key to the moment when ``text`` is written."""
        before = len(self.output)
        sent = time.perf_counter()
        os.write(self.fd, key)
        return self.start + self.until(text, after=before) - sent

    def idle(self, seconds: float) -> tuple[int, float]:
        """Bytes written and CPU seconds used while nobody touches a key."""
        before, cpu = len(self.output), self.cpu()
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self.read(left)
        return len(self.output) - before, self.cpu() - cpu

    def cpu(self) -> float:
        """CPU seconds used so far by all threads; clock ticks would be too coarse."""
        tasks = Path(f"/proc/{self.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9

    def peak_memory(self) -> float:
        """Peak resident memory in MiB."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
        raise LookupError("VmHWM")

    def quit(self, key: bytes = b"q") -> float:
        """Seconds from the quit key to the program's end."""
        sent = time.perf_counter()
        os.write(self.fd, key)
        while self.read(5.0) is not None:
            pass
        _, status = os.waitpid(self.pid, 0)
        self.exit_code = os.waitstatus_to_exitcode(status)
        os.close(self.fd)
        return time.perf_counter() - sent

    def kill(self) -> None:
        """Ends a program that did not come up."""
        if self.exit_code is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            os.close(self.fd)
