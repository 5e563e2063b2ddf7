"""The text of a crash report: what whoever mends the program needs, and no data.

It names versions, the terminal, the kind of exception and where it was raised. It holds no message
of an exception and no value of a variable: either may quote a figure, a title or a path. Whatever
else is broken, a fact that cannot be found out is ``unknown``.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from types import CodeType

LINKS = 4
"""Exceptions told of one chain of causes."""
FRAMES = 60
"""Frames told of one exception: a recursion without end repeats itself."""
CELLS = 60
"""Letters kept of what the environment says."""
COMMANDS = (
    *("show", "sync", "check", "plan", "init", "schema"),
    *("set", "done", "note", "extend", "undo"),
)
"""Words of the command line that are told; all others may be data."""


def report_text(error: BaseException, preface: str) -> str:
    """The report of ``error``, one fact a line, below ``preface``."""
    lines = [preface, "", *(f"{name}: {_or_unknown(fact)}" for name, fact in _FACTS.items())]
    for place, link in enumerate(_chain(error)):
        lines += ["", f"{'because of' if place else 'exception'}: {kind(link)}{_detail(link)}"]
        lines += [f"  {frame}" for frame in frames(link)]
    return "\n".join(lines) + "\n"


def kind(error: BaseException) -> str:
    """The exception's class, with its module unless it is built in."""
    found = type(error)
    module = "" if found.__module__ == "builtins" else f"{found.__module__}."
    return f"{module}{found.__qualname__}"


def frames(error: BaseException) -> list[str]:
    """Where the exception went through, the place that raised it last: file, line, function."""
    found = []
    traceback = error.__traceback__
    while traceback is not None:
        code = traceback.tb_frame.f_code
        found.append(f"{_file(code)}:{traceback.tb_lineno} {code.co_qualname}")
        traceback = traceback.tb_next
    if len(found) <= FRAMES:
        return found
    half = FRAMES // 2
    return [*found[:half], f"... {len(found) - FRAMES} more", *found[-half:]]


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An exception and what it was raised because of; the first of a group stands for it."""
    link: BaseException | None = error
    for _ in range(LINKS):
        if link is None:
            return
        yield link
        if isinstance(link, BaseExceptionGroup):
            link = link.exceptions[0]
        elif link.__cause__ is not None or link.__suppress_context__:
            link = link.__cause__
        else:
            link = link.__context__


def _detail(error: BaseException) -> str:
    """What may be told of an exception beside its class: names and numbers that are not data."""
    told = ""
    if isinstance(error, OSError):
        told = errno.errorcode.get(error.errno or 0, "")
    elif isinstance(error, ImportError):
        told = error.name or ""
    elif isinstance(error, AttributeError | NameError):
        told = error.name if error.name in _names(error) else ""
    elif isinstance(error, UnicodeError):
        told = getattr(error, "encoding", "")
    else:
        told = getattr(error, "sqlite_errorname", "")
    return f" ({told})" if told and told.replace(".", "").replace("-", "").isidentifier() else ""


def _names(error: BaseException) -> tuple[str, ...]:
    """The names that the code which raised uses: what is among them is no data."""
    traceback = error.__traceback__
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    return traceback.tb_frame.f_code.co_names if traceback is not None else ()


def _file(code: CodeType) -> str:
    """A file's place in its package: where that is installed is nobody's business."""
    name = code.co_filename
    if name.startswith("<"):
        return name
    for root in _roots(name):
        if name.startswith(root + os.sep):
            return os.path.relpath(name, root).replace(os.sep, "/")
    return os.path.basename(name)


def _roots(name: str) -> Iterator[str]:
    """Folders below which a file's path is told: the program's, installed packages', Python's."""
    ours = os.path.dirname(os.path.abspath(__file__))
    if name.startswith(ours + os.sep):
        yield os.path.dirname(ours)
    for folder in ("site-packages", "dist-packages"):
        before, found, _ = name.partition(f"{os.sep}{folder}{os.sep}")
        if found:
            yield os.path.join(before, folder)
    yield os.path.dirname(os.__file__)


def _or_unknown(fact: Callable[[], str]) -> str:
    try:
        found = fact()
    except Exception:  # anything may be what is broken, and the rest of the report still helps
        return "unknown"
    return "".join(letter if letter.isprintable() else "?" for letter in found)


def _version(name: str) -> str:
    from importlib.metadata import version

    return version(name)


def _briefing() -> str:
    from briefing import __version__

    return __version__


def _sqlite() -> str:
    import sqlite3

    return sqlite3.sqlite_version


def _system() -> str:
    if sys.platform == "win32":
        return f"Windows {'.'.join(map(str, sys.getwindowsversion()[:3]))}"
    found = os.uname()  # not its node name: that is the user's
    return f"{found.sysname} {found.release} {found.machine}"


def _terminal() -> str:
    said = [f"{name}={os.environ[name][:CELLS]}" for name in _TOLD if name in os.environ]
    said += [name for name in _PRESENT if name in os.environ]
    return " ".join(said)


def _size() -> str:
    for stream in (sys.__stdout__, sys.__stderr__, sys.__stdin__):
        try:
            found = os.get_terminal_size(stream.fileno()) if stream is not None else None
        except (OSError, ValueError):
            continue
        if found is not None:
            return f"{found.columns}x{found.lines}"
    return "no terminal"


def _command() -> str:
    return next((word for word in sys.argv[1:] if word in COMMANDS), "")


_TOLD = ("TERM", "COLORTERM", "TERM_PROGRAM", "LANG")
_PRESENT = ("TMUX", "STY", "SSH_CONNECTION", "NO_COLOR")
_FACTS: dict[str, Callable[[], str]] = {
    "time": lambda: time.strftime("%Y-%m-%dT%H:%M:%S%z"),
    "briefing": _briefing,
    "python": lambda: f"{sys.implementation.name} {sys.version.partition(' ')[0]}",
    "textual": lambda: _version("textual"),
    "rich": lambda: _version("rich"),
    "sqlite": _sqlite,
    "system": _system,
    "terminal": _terminal,
    "size": _size,
    "encoding": lambda: sys.stdout.encoding,
    "command": _command,
}
