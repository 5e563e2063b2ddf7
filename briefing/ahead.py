"""The first frame, worked out by a second process while this one loads Textual.

Loading Textual takes most of a start, on one core. The other one reads the database and lays the
overview out meanwhile; only what is then on the screen comes over, and the modules that made it are
loaded here after the first frame. On one core, on other systems than Linux, and whenever
anything at all is out of the ordinary, there is no such frame: the caller does the work itself, and
meets and tells what is wrong.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefing.calling import Call
    from briefing.keeping import Basis
    from briefing.pages.frame import Frame
    from briefing.store.connecting import Checked


LONGEST = 5.0
"""Seconds after which a process that says nothing is given up: longer than a database is busy."""


class First(NamedTuple):
    """The overview as the app opens on it, and of the settings what shows on it.

    ``checked``: the database that it was read from was found whole; need not be checked again.
    ``opened`` is the workspace as it was found, an ``Opened`` that is pickled apart: nothing that
    it is made of is needed for the first frame.
    """

    frame: Frame
    theme: str
    language: str
    access: str
    keys: Mapping[str, tuple[str, ...]]
    ascii: bool | None
    basis: Basis | None
    checked: Checked | None
    opened: bytes


class Ahead:
    """The process at work, and what it has found out."""

    def __init__(self, pid: int, pipe: int) -> None:
        self._pid = pid
        self._pipe = pipe

    def first(self) -> First | None:
        """What the other process has worked out; ``None`` when it came to no good end."""
        import pickle
        import select

        with open(self._pipe, "rb") as pipe:
            come, _, _ = select.select([pipe], [], [], LONGEST)
            if not come:
                os.kill(self._pid, signal.SIGKILL)
            answer = pipe.read()
        _, status = os.waitpid(self._pid, 0)
        if status != 0:
            return None
        first: First = pickle.loads(answer)
        return first


def start(call: Call) -> Ahead | None:
    """Sets a second process to work on the first frame of ``call``, if that may be worth it."""
    if sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2:
        return None
    answer, told = os.pipe()
    try:
        pid = os.fork()
    except OSError:  # no room for another process
        os.close(answer)
        os.close(told)
        return None
    if pid:
        os.close(told)
        return Ahead(pid, answer)
    code = 1
    try:
        os.close(answer)
        _tell(call, told)
        code = 0
    finally:
        # Nothing of the parent's may be tidied up here. What went wrong, it will meet itself.
        os._exit(code)


def _tell(call: Call, told: int) -> None:
    import pickle

    size = os.get_terminal_size(1)
    with open(told, "wb") as pipe:
        pipe.write(pickle.dumps(_first(call, size.columns, size.lines), pickle.HIGHEST_PROTOCOL))


def _first(call: Call, width: int, height: int) -> First:
    import pickle

    from briefing.commands import in_force
    from briefing.language import translator
    from briefing.pages.frame import Shape
    from briefing.pages.framing import overview_frame
    from briefing.session import found, read_session
    from briefing.store.connecting import checked
    from briefing.store.reading import Reader

    opened = found(call)
    with Reader(opened.settings.database) as reader, reader.one_moment():
        session = read_session(call, opened, reader)
    settings = session.desk.settings
    assert session.briefing is not None
    frame = overview_frame(
        session.briefing,
        Shape(width, height),
        latest=session.view.latest,
        keys=in_force(settings.keys, editor=settings.access == "editor"),
        tr=translator(settings.language),
    )
    return First(
        frame=frame,
        theme=settings.theme,
        language=settings.language.value,
        access=settings.access,
        keys=dict(settings.keys),
        ascii=settings.ascii,
        basis=session.basis,
        checked=checked(settings.database),
        opened=pickle.dumps(opened),
    )
