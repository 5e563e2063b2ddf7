"""Calling the program the way a shell does: another process, its own streams, its exit code."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import briefing

CODE = Path(briefing.__file__).parents[1]
PATIENCE = 20.0
"""Seconds after which a call is taken to hang."""
REPORTS = Path(tempfile.gettempdir()) / "briefing-tests"
"""Where a crash that no test expects leaves its report."""

NOT_FOR_US = (
    "BRIEFING_WORKSPACE", "LANGUAGE", "LC_ALL", "NO_COLOR", "PYTHONIOENCODING", "PYTHONUNBUFFERED",
    "COLUMNS", "LINES",
)  # fmt: skip
"""What a shell, or readline in the process that runs the tests, may have set."""


@dataclass(frozen=True)
class Said:
    """What a call left: exit code, stdout, stderr."""

    code: int
    out: str
    err: str

    @property
    def crashed(self) -> bool:
        """Whether Python's own words reached the user."""
        return "Traceback" in self.err or "Exception ignored" in self.err


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a plain shell, in which this code is the one that is run.

    No frame is kept from one start for the next, unless ``extra`` names a place for it.
    """
    plain = {name: value for name, value in os.environ.items() if name not in NOT_FOR_US}
    ours = {
        "PYTHONPATH": str(CODE),
        "LANG": "C.UTF-8",
        "XDG_STATE_HOME": str(REPORTS),
        "XDG_CACHE_HOME": os.devnull,
    }
    return {**plain, **ours, **(extra or {})}


def command(*arguments: str) -> list[str]:
    """The command line for the program."""
    return [sys.executable, "-m", "briefing", *arguments]


def call(
    *arguments: str,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    stdout: IO[bytes] | int = subprocess.PIPE,
    before: Callable[[], None] | None = None,
) -> Said:
    """Runs the program in ``cwd`` with nothing to read on stdin; no call may end in a traceback.

    ``before`` runs in the new process just before the program starts.
    """
    run = subprocess.run(
        command(*arguments),
        cwd=cwd,
        env=environment(env),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        timeout=PATIENCE,
        check=False,
        preexec_fn=before,
    )
    said = Said(run.returncode, (run.stdout or b"").decode("utf-8"), run.stderr.decode("utf-8"))
    assert not said.crashed, said.err
    return said
