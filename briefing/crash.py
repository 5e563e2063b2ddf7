"""An unforeseen exception: a report in a file, and one line that tells the user where.

Nothing here raises, whatever else is broken.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.language import Translator

DEBUG = "BRIEFING_DEBUG"
"""The environment variable that makes a crash print its traceback, which may hold data."""
CRASHED = 1
KEPT = 5
"""Reports kept in the folder of reports; the oldest give way."""
PREFIX, SUFFIX = "crash-", ".txt"


def crashed(error: BaseException, tr: Translator | None) -> int:
    """Writes a report of ``error`` and says where on stderr, in the words of ``tr``; exit code 1.

    Without ``tr`` the words are Vietnamese. The terminal must have been given back before.
    """
    gettext = tr.gettext if tr is not None else str
    try:
        from briefing.crash_report import frames, kind, report_text

        preface = gettext(
            "Báo cáo lỗi của briefing, để gửi người phát triển. "
            "Không chứa số liệu, nội dung hay đường dẫn của bạn."
        )
        path = _written(report_text(error, preface))
        place = next(iter(frames(error)[::-1]), "?")
        name = kind(error)
    except Exception:  # a report that fails must not hide what it was to report
        path, place, name = None, "?", type(error).__name__
    if os.environ.get(DEBUG):
        import traceback

        traceback.print_exception(error)
    if path is not None:
        said = gettext(
            "Chương trình dừng vì một lỗi ngoài dự kiến. Báo cáo lỗi (không chứa số liệu): {path}"
        )
        _tell(said.format(path=path))
    else:
        said = gettext(
            "Chương trình dừng vì một lỗi ngoài dự kiến: {kind}, {place}. "
            "Không ghi được báo cáo lỗi ở đâu cả."
        )
        _tell(said.format(kind=name, place=place))
    return CRASHED


def _tell(line: str) -> None:
    try:
        from briefing.streams import narrate
    except Exception:  # that module may be what is broken
        if sys.stderr is not None:
            sys.stderr.write(line + "\n")
    else:
        narrate(line)


def _written(text: str) -> str | None:
    """Writes a report where it can be; its path, ``None`` when it can be nowhere."""
    name = f"{PREFIX}{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}{SUFFIX}"
    for folder, ours in _folders():
        path = os.path.join(folder, name if ours else f"briefing-{name}")
        try:
            if ours:
                os.makedirs(folder, mode=0o700, exist_ok=True)
            # Never over something that is there, nor through a link that somebody else laid.
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except OSError:
            continue
        try:
            with open(descriptor, "w", encoding="utf-8") as file:
                file.write(text)
        except OSError:  # a full disk; half a report is none
            os.unlink(path)
            continue
        if ours:
            _forget_old(folder)
        return path
    return None


def _folders() -> Iterator[tuple[str, bool]]:
    """Where a report may go, the best first, and whether the folder is the program's own."""
    if sys.platform == "win32":
        state = os.environ.get("LOCALAPPDATA", "")
    else:
        state = os.environ.get("XDG_STATE_HOME", "")
        if not os.path.isabs(state):  # the standard wants a relative one ignored
            state = os.path.expanduser("~/.local/state")
    if os.path.isabs(state):
        yield os.path.join(state, "briefing"), True
    import tempfile

    yield tempfile.gettempdir(), False


def _forget_old(folder: str) -> None:
    """Removes all but the newest reports, as far as that can be; their names sort by time."""
    with suppress(OSError):
        names = (name for name in os.listdir(folder) if name.startswith(PREFIX))
        for name in sorted(name for name in names if name.endswith(SUFFIX))[:-KEPT]:
            os.unlink(os.path.join(folder, name))
