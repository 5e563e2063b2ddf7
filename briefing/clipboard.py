"""Copied text on its way out: to the terminal's clipboard by OSC 52, and to a file of the user's.

No terminal says whether it took the text. So the file is written in any case, and where a terminal
is known not to take it, the file alone.
"""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path

FILE_NAME = "copied.txt"
MOST = 74_994
"""Bytes of base64 that xterm takes at once; others take as many or more."""
PIECE = 250
"""Bytes that GNU screen takes in one string to pass on; the rest would be shown."""


def sequence(text: str, environ: Mapping[str, str], platform: str) -> str:
    """What to send to the terminal so that it puts ``text`` on the clipboard.

    Empty where the terminal is known to have none, or where the text is too long for one. tmux and
    GNU screen keep the plain request to themselves unless they are told otherwise, so it is sent a
    second time in the wrapping that they pass on.
    """
    coded = b64encode(text.encode("utf-8")).decode("ascii")
    term = environ.get("TERM", "")
    modern = environ.get("WT_SESSION") or environ.get("TERM_PROGRAM")
    if (
        len(coded) > MOST
        or term == "linux"
        or environ.get("TERM_PROGRAM") == "Apple_Terminal"
        or (platform == "win32" and not modern)
    ):
        return ""
    plain = f"\x1b]52;c;{coded}\x07"
    if environ.get("TMUX") or term.startswith("tmux"):
        return plain + "\x1bPtmux;" + plain.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    if environ.get("STY") or term.startswith("screen"):
        pieces = (plain[at : at + PIECE] for at in range(0, len(plain), PIECE))
        return plain + "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return plain


def file_path(environ: Mapping[str, str], platform: str) -> Path:
    """Where copied text is kept: in the user's own state folder.

    Raises ``RuntimeError`` for a user without a home.
    """
    if platform == "win32":
        state = environ.get("LOCALAPPDATA", "")
    else:
        state = environ.get("XDG_STATE_HOME", "")
    folder = Path(state) if os.path.isabs(state) else Path.home() / ".local" / "state"
    return folder / "briefing" / FILE_NAME


def keep(text: str, path: Path) -> None:
    """Writes ``text`` to ``path``, for its owner alone, in place of what was copied before.

    Never through a link that somebody else laid. Raises ``OSError``; the old text is there then.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(descriptor, "w", encoding="utf-8") as file:
            file.write(text + "\n")
        os.replace(beside, path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def shown_path(path: Path) -> str:
    """``path`` as people write it: from their home as ``~``."""
    try:
        return f"~{os.sep}{path.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(path)
