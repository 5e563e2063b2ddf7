"""One round of each program: started, driven by keys, left idle, quit."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from benchmarks.terminal import Terminal

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = Path(sys.executable).parent / "briefing"
SIZE = (80, 24)
KEYS = 20
IDLE_SECONDS = 3.0

TABS = (b"2", b"3", b"4", b"1")
FIRST_SEEN = {b"2": "23,08", b"3": "theo chỉ tiêu", b"4": "So sánh 5"}
"""Tabs, and what stands on each once its page is there."""
PAGE_DOWN, PAGE_UP = b"\x1b[6~", b"\x1b[5~"
PROVINCES = (("hai duong", "Hải Dương"), ("nghe an", "Nghệ An"), ("bac giang", "Bắc Giang"))
"""What is typed into the search, and what the title says once that unit is shown."""
HOME = "Quảng Nam"
"""The unit of ``generated_folder.UNIT``."""
LAST_WORDS = "trợ giúp"
"""The last of a whole frame's lines: the key hints."""

Round = dict[str, list[float]]
"""What was measured, by name: seconds, bytes, MiB; several values where a key was repeated."""


def bare() -> Round:
    """One round of the bare app."""
    terminal = Terminal([sys.executable, str(ROOT / "benchmarks/bare.py")], SIZE, ROOT)
    with terminal:
        terminal.until("hello")
        found: Round = {}
        terminal.settle()
        _press(terminal, found)
        return _leave(terminal, found)


def ours(workspace: Path) -> Round:
    """One round of the program on ``workspace``, its live frames only."""
    with Terminal(command(workspace, live=True), SIZE, ROOT) as terminal:
        terminal.until(LAST_WORDS)
        found: Round = {}
        terminal.settle()
        found["start bytes"] = [float(len(terminal.output))]
        _press(terminal, found)
        _turn(terminal, found)
        found["memory at work"] = [terminal.peak_memory()]
        _change_province(terminal, found)
        return _leave(terminal, found)


def start_bare() -> Round:
    """A start of the bare app; its first frame is all of it."""
    with Terminal([sys.executable, str(ROOT / "benchmarks/bare.py")], SIZE, ROOT) as terminal:
        first = terminal.until("hello")
        return {"first": [first], "whole": [first]}


def start_ours(workspace: Path) -> Round:
    """A start of the program on ``workspace``, its live frames only."""
    with Terminal(command(workspace, live=True), SIZE, ROOT) as terminal:
        return {"first": [terminal.until(HOME)], "whole": [terminal.until(LAST_WORDS)]}


def instant(workspace: Path) -> Round:
    """One warm start with the frame kept by the last one; quitting keeps a frame for the next."""
    with Terminal(command(workspace, live=False), SIZE, ROOT) as terminal:
        found: Round = {"instant": [terminal.until(LAST_WORDS)]}
        terminal.settle()
        terminal.quit()
        found["exit code"] = [float(terminal.exit_code or 0)]
        return found


def command(workspace: Path, *, live: bool) -> Sequence[str]:
    """How the program is started; ``live`` leaves out the frame kept from the last time."""
    options = ["--no-instant"] if live and has_instant() else []
    return [str(PROGRAM), "--workspace", str(workspace), *options]


@cache
def has_instant() -> bool:
    """Whether the program can show the last frame before it is up."""
    done = subprocess.run(
        [str(PROGRAM), "--help"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return "--no-instant" in done.stdout


def _press(terminal: Terminal, found: Round) -> None:
    pressed = [terminal.key(b"k" if number % 2 else b"j") for number in range(KEYS)]
    found["key"] = [seconds for seconds, _ in pressed]
    found["key bytes"] = [float(size) for _, size in pressed]


def _turn(terminal: Terminal, found: Round) -> None:
    """Tabs for the first time and seen before, then pages of the longest of them."""
    found["first tab"] = []
    for key, words in FIRST_SEEN.items():
        found["first tab"].append(terminal.key_until(key, words))
        terminal.settle()
    terminal.key(TABS[-1])
    terminal.settle()
    found["tab"] = [terminal.key(key)[0] for key in TABS * 3]
    terminal.key(b"2")
    terminal.settle()
    found["page"] = [terminal.key(key)[0] for key in (PAGE_DOWN, PAGE_UP) * 5]
    terminal.key(b"1")
    terminal.settle()


def _change_province(terminal: Terminal, found: Round) -> None:
    """From Enter on a unit that a search found to its whole page, read from the database."""
    found["province"] = []
    for typed, title in PROVINCES:
        terminal.key(b"/")
        terminal.settle()
        for letter in typed:
            terminal.key(letter.encode())
        terminal.settle()
        found["province"].append(terminal.key_until(b"\r", title))
        terminal.settle()


def _leave(terminal: Terminal, found: Round) -> Round:
    idle_bytes, idle_cpu = terminal.idle(IDLE_SECONDS)
    found["idle bytes"], found["idle cpu"] = [float(idle_bytes)], [idle_cpu]
    found["memory"] = [terminal.peak_memory()]
    found["quit"] = [terminal.quit()]
    found["exit code"] = [float(terminal.exit_code or 0)]
    return found
