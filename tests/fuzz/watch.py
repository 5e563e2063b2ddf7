"""Limits on a case: a second of the processor's time, and memory."""

from __future__ import annotations

import faulthandler
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SECONDS = 1.0
"""Of the processor's time, so that a busy machine makes no case slow."""
HARD_SECONDS = 60.0
"""After which a case that does not even come back to Python is shot, with its stack on stderr."""
MORE_MEMORY = 1 << 30


class HangError(BaseException):
    """A case that took longer than it may. No ``Exception``: nothing on the way may catch it."""


@contextmanager
def limited(seconds: float = SECONDS) -> Iterator[None]:
    """Raises ``HangError`` in the block after ``seconds`` of the processor's time."""

    def stop(signum: int, frame: FrameType | None) -> None:
        raise HangError(f"more than {seconds} s")

    before = signal.signal(signal.SIGPROF, stop)
    faulthandler.dump_traceback_later(HARD_SECONDS, exit=True, file=2)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        faulthandler.cancel_dump_traceback_later()
        signal.signal(signal.SIGPROF, before)


def limit_memory(more: int = MORE_MEMORY) -> None:
    """Lets this process take ``more`` bytes beside what it has; ``MemoryError`` beyond."""
    with open("/proc/self/statm", encoding="ascii") as file:
        pages = int(file.read().split()[0])
    limit = pages * resource.getpagesize() + more
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
