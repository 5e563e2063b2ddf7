"""One round of the ranking of 3,321 communes: opened, walked, sorted, stepped through periods."""

from __future__ import annotations

from pathlib import Path

from benchmarks.rounds import KEYS, LAST_WORDS, PAGE_DOWN, PAGE_UP, ROOT, SIZE, Round, command
from benchmarks.terminal import Terminal

COMMUNE = "80001"
"""The unit in focus: the first of the generated communes."""
ALL_OF_THEM = "3.321 xã"
"""What the title says of a ranking of all communes."""
HOME, END = b"\x1b[H", b"\x1b[F"
INDICATOR = "ho so truc tuyen"
"""An indicator on which every generated commune has a figure in every quarter."""


def communes(workspace: Path) -> Round:
    """The ranking tab on ``workspace``, a commune in focus."""
    start = [*command(workspace, live=True), "--unit", COMMUNE]
    with Terminal(start, SIZE, ROOT) as terminal:
        terminal.until(LAST_WORDS)
        terminal.settle()
        found: Round = {"ranking opened": [terminal.key_until(b"5", ALL_OF_THEM)]}
        terminal.settle()
        _choose_indicator(terminal)
        found["ranking period"] = [_changed(terminal, b",") for _ in range(5)]
        found["ranking key"] = [
            terminal.key(b"k" if number % 2 else b"j")[0] for number in range(KEYS)
        ]
        found["ranking page"] = [terminal.key(key)[0] for key in (PAGE_DOWN, PAGE_UP) * 5]
        found["ranking end"] = [terminal.key(key)[0] for key in (END, HOME) * 5]
        found["ranking sorted"] = [_changed(terminal, b"=") for _ in range(6)]
        terminal.key(b"1")
        terminal.settle()
        found["ranking tab"] = [terminal.key(b"5" if n % 2 else b"1")[0] for n in range(1, 10)]
        found["ranking memory"] = [terminal.peak_memory()]
        terminal.quit()
        return found


def _choose_indicator(terminal: Terminal) -> None:
    terminal.key(b"z")
    terminal.settle()
    for letter in INDICATOR:
        terminal.key(letter.encode())
    terminal.settle()
    terminal.key(b"\r")
    terminal.settle()


def _changed(terminal: Terminal, key: bytes) -> float:
    """Seconds from a key to the first byte of the list it changes."""
    seconds, _ = terminal.key(key)
    terminal.settle()
    return seconds
