"""No garbage collection while much is read: nothing of it is garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Python's cyclic collector waits until the end.

    It walks over all that was read so far again and again: of 20,000 targets and tasks that is a
    third of the time. Reading makes no cycles worth the walk.
    """
    waits = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if waits:
            gc.enable()
