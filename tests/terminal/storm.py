"""A storm of sizes: the terminal's window dragged about while keys are pressed.

``python -m tests.terminal.storm`` raises one of 500 sizes in 5 seconds on every screen and prints
what came of it; the tests raise smaller ones. Linux only: the time that a process has used is read
from ``/proc``.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.cli.calling import call, command
from tests.terminal.pty_app import ESCAPE, PtyApp

SIZES = 500
SECONDS = 5.0
LAST = (80, 24)
KEYS = ("j", "k", "j", "k", " ", "b", "\x1b[B", "\x1b[A", "G")
"""Keys that move the cursor about; ``G`` does nothing, and Home at the end brings it back."""
HOME = "\x1b[H"
SEED = 20261122
CALM = 0.05
"""Seconds of work that a calm program may use in a second."""

SCREENS: dict[str, tuple[str, str]] = {
    "overview": ("", "Cần ý kiến"),
    "pillars": ("2", "Chính quyền số"),
    "tasks": ("3", "theo chỉ tiêu"),
    "compare": ("4", "So sánh 5"),
    "source": ("s", "Nguồn  Báo Quảng Nam"),
    "help": ("?", "Mở mục đang chọn"),
    "search": ("/", "Tìm"),
    "unit": ("u", "Chọn tỉnh"),
    "date": ("d", "Xem tại ngày"),
}
"""What leads from the overview to a screen, and what stands on it then."""
DIALOGS = ("search", "unit", "date")


@dataclass(frozen=True)
class Outcome:
    """What a storm left: whether the last screen is right, and how busy the program is after."""

    screen: str
    sizes: int
    seconds: float
    right: bool
    busy: float
    """Seconds of work in the second after the last screen was painted."""
    code: int
    whole: bool

    @property
    def passed(self) -> bool:
        """Whether nothing is wrong."""
        return self.right and self.busy <= CALM and self.code == 0 and self.whole


def weather(root: Path, screen: str, sizes: int, seconds: float) -> Outcome:
    """Raises a storm on ``screen`` of the workspace in ``root`` and looks at what is left."""
    wanted = _calm(root, screen)
    chance = random.Random(SEED)
    with _at(root, screen) as app:
        began = time.monotonic()
        for number in range(sizes):
            app.resize(chance.randint(1, 220), chance.randint(1, 70))
            if screen not in DIALOGS:
                app.type(chance.choice(KEYS))
            app.look(began + (number + 1) * seconds / sizes - time.monotonic())
        took = time.monotonic() - began
        app.resize(*LAST)
        if screen not in DIALOGS:
            app.type(HOME)
        right = True
        try:
            app.wait_until(lambda app: app.lines == wanted, "as after a fresh start")
        except AssertionError:
            right = False
        before = _work(app.process.pid)
        app.look_for(1.0)
        busy = _work(app.process.pid) - before
        app.type(ESCAPE if screen in DIALOGS else "")
        app.type("\x11")
        code = app.wait()
        return Outcome(screen, sizes, took, right, busy, code, app.is_whole())


def _calm(root: Path, screen: str) -> list[str]:
    """The screen as a fresh start at the last size shows it."""
    with _at(root, screen) as app:
        if screen not in DIALOGS:
            app.type(HOME)
        app.look_for(0.5)
        shown = app.lines
        app.type("\x11")
        app.wait()
    return shown


def _at(root: Path, screen: str) -> Steady:
    keys, shown = SCREENS[screen]
    app = Steady(command("--unit", "49"), root, size=LAST)
    app.wait_for("Enter mở")
    app.type(keys)
    app.wait_for(shown)
    return app


class Steady(PtyApp):
    """A program that is watched for a time, not only until it says something."""

    def __enter__(self) -> Steady:
        return self

    def look(self, seconds: float) -> None:
        """Takes in what is written within so many seconds."""
        if seconds > 0:
            self.look_for(seconds)
        else:
            self._read(0.0)

    def look_for(self, seconds: float) -> None:
        """Takes in what is written for so many seconds, whether it is anything or not."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._read(left)


def _work(pid: int) -> float:
    """Seconds of work that a process has done."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def main() -> int:
    """Raises a storm on every screen of the shipped data; 1 when one was not weathered."""
    code = Path(__file__).parents[2]
    outcomes = []
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(code / "data", root / "data", ignore=shutil.ignore_patterns("*.db*"))
        shutil.copy(code / "config.yaml", root)
        call("sync", cwd=root)
        print("screen     sizes  seconds  right  busy s/s  exit  terminal")
        for screen in SCREENS:
            found = weather(root, screen, SIZES, SECONDS)
            outcomes.append(found)
            print(
                f"{found.screen:9} {found.sizes:6} {found.seconds:8.2f} {found.right!s:>6}"
                f" {found.busy:9.2f} {found.code:5}  {'whole' if found.whole else 'BROKEN'}",
                flush=True,
            )
    return 0 if all(found.passed for found in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
