"""Every test: ``python -m tests [what pytest takes]``.

First those that may run side by side, on all cores; then, two at a time, those that watch a real
program on a terminal; then, one after the other, those that crowd it or kill it.
"""

from __future__ import annotations

import subprocess
import sys

NONE_CHOSEN = 5
"""pytest's exit code when what is asked for holds no test of a kind."""


def main(arguments: list[str]) -> int:
    """Runs every kind as far as ``arguments`` choose any; the exit code of the first that fails."""
    pytest = [sys.executable, "-m", "pytest"]
    codes = [
        subprocess.call([*pytest, *way, *arguments])
        for way in (
            ["-m", "not terminal and not alone", "-n", "auto"],
            ["-m", "terminal", "-n", "2"],
            ["-m", "alone"],
        )
    ]
    if set(codes) == {NONE_CHOSEN}:
        return NONE_CHOSEN
    return next((code for code in codes if code not in (0, NONE_CHOSEN)), 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
