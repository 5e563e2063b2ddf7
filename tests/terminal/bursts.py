"""Random bursts of keys over every dialog, on a pseudo-terminal: nothing lost, nothing reordered.

Each burst asks for units, days and tabs through one dialog after another, in one write or cut at
any byte, with corrections, pastes, arrows and dialogs left again in between. What must stand on the
screen afterwards follows from the burst alone. A letter that reached the page below would change
language, theme or tab, or leave the program.

``python -m tests.terminal.bursts [COUNT [SEED]]`` runs as many, with every core kept busy.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tests.cli.calling import CODE, call, command
from tests.terminal.pty_app import CTRL_C, PtyApp
from tests.typing.composer import sent_for
from tests.typing.replays import CTRL_H, DEL, burst, with_empty_letter

CTRL_U, CTRL_F, CTRL_P, DOWN, UP = "\x15", "\x06", "\x10", "\x1b[B", "\x1b[A"
F2, F3, F4, F6, F9 = "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[17~", "\x1b[20~"

NAMES = {
    "Quảng Nam": "Quangr Nam",
    "Hải Dương": "Hair Duwowng",
    "Thừa Thiên Huế": "Thuwfa Thieen Huees",
    "Nghệ An": "Ngheej An",
    "Ninh Bình": "Ninh Binhf",
    "Bắc Giang": "Bawcs Giang",
}
"""Provinces by the Telex keys of their names."""

DAYS = {
    "3.9.2023": "03/09/2023",
    "07/01/2024": "07/01/2024",
    "2023-11-05": "05/11/2023",
    "1/6/2024": "01/06/2024",
}
TABS = {
    "tổng quan": ("Chuyển đổi số", "tong quan viec"),
    "trụ cột": ("", "tru cot tung chi tieu"),
    "nhiệm vụ": ("theo chỉ tiêu", "nhiem vu dang mo"),
}
"""What stands beside the name on each tab, and the words that find it among the commands."""
TAB_KEYS = {"tổng quan": ("1", F2), "trụ cột": ("2", F3), "nhiệm vụ": ("3", F4)}


@dataclass(frozen=True)
class Shown:
    """What the first line of the screen tells: province, tab, and the day, if one was asked for."""

    name: str = "Ninh Bình"
    tab: str = "tổng quan"
    day: str = ""

    def stands(self, app: PtyApp, background: str, end: str) -> bool:
        """Whether the screen shows this behind a search for ``end``, typed after everything else.

        In Vietnamese, and on the same background.
        """
        top = " ".join(app.lines[0].split())
        beside = TABS[self.tab][0]
        start = f"Tỉnh {self.name} {beside}".strip()
        said = f"xem tại ngày {self.day}" if self.day else "số liệu đến"
        return (
            top.startswith(f"{start} {said}") and field(app) == end and app.background == background
        )


def field(app: PtyApp) -> str:
    """The text in the dialog's field, composed, as the screen shows it; empty without a dialog."""
    frame = next((n for n, line in enumerate(app.lines) if "│ ╭" in line), None)
    if frame is None:
        return ""
    inside = app.lines[frame + 1].split("│ │", 1)[-1].rsplit("│ │", 1)[0]
    return unicodedata.normalize("NFC", inside).strip()


class Bursts:
    """A source of bursts, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def next(self, shown: Shown, *, plain: bool = False) -> tuple[str, Shown]:
        """A burst on a screen that shows ``shown``, and what it shows then.

        A ``plain`` one is of letters and Enter only, as may be typed before the program runs.
        """
        keys = ""
        for _ in range(self._random.randint(1, 4)):
            step = self._random.choice((self._unit, self._search, self._day, self._command))
            typed, shown = step(shown, plain)
            if not plain and self._random.random() < 0.3:
                keys += self._left_again()
            if not plain and self._random.random() < 0.3:
                tab = self._random.choice(list(TABS))
                keys += self._random.choice(TAB_KEYS[tab])
                shown = replace(shown, tab=tab) if step != self._command else shown
            keys += typed
        return keys, shown

    def _unit(self, shown: Shown, plain: bool) -> tuple[str, Shown]:
        name, typed = self._name(plain)
        opened = "u" if plain else self._random.choice(("u", F6))
        return opened + typed + "\r", replace(shown, name=name)

    def _search(self, shown: Shown, plain: bool) -> tuple[str, Shown]:
        name, typed = self._name(plain)
        opened = "/" if plain else self._random.choice(("/", CTRL_F))
        return opened + typed + "\r", replace(shown, name=name)

    def _day(self, shown: Shown, plain: bool) -> tuple[str, Shown]:
        typed, day = self._random.choice(list(DAYS.items()))
        opened = "d" if plain else self._random.choice(("d", F9))
        return opened + (typed if plain else self._corrected(typed)) + "\r", replace(shown, day=day)

    def _command(self, shown: Shown, plain: bool) -> tuple[str, Shown]:
        tab = self._random.choice(list(TABS))
        opened = ":" if plain else self._random.choice((":", CTRL_P))
        typed = TABS[tab][1] if plain else self._corrected(TABS[tab][1])
        return opened + typed + "\r", replace(shown, tab=tab)

    def _left_again(self) -> str:
        """A dialog opened, written in, and left without a choice."""
        opened = self._random.choice(("u", "/", "d", ":", F6, F9, CTRL_F, CTRL_P))
        return opened + self._random.choice(("", "tnq", "quang", "1234")) + CTRL_C

    def _name(self, plain: bool) -> tuple[str, str]:
        """A province, and one of the ways to type its name."""
        name, keys = self._random.choice(list(NAMES.items()))
        bare = "".join(
            c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c)
        )
        if plain:
            return name, bare
        sent = sent_for(keys, "telex")
        ways = (
            bare,
            name,
            name.lower(),
            unicodedata.normalize("NFD", name),
            burst(sent),
            burst(sent, CTRL_H),
            with_empty_letter(sent, "\u202f"),
            f"\x1b[200~{name}\n\x1b[201~",
        )
        return name, self._corrected(self._random.choice(ways))

    def _corrected(self, typed: str) -> str:
        """The same text in the end, after second thoughts."""
        match self._random.randrange(5):
            case 0:
                return "qntx" + CTRL_U + typed
            case 1:
                return typed + "qn" + DEL * 2
            case 2:
                return DEL + typed + DOWN + UP
            case 3:
                return typed + UP
            case _:
                return typed

    def cut(self, keys: str) -> list[bytes]:
        """The bytes of a burst, whole or cut anywhere, even within a letter."""
        data = keys.encode()
        if self._random.random() < 0.5:
            return [data]
        places = sorted(self._random.sample(range(1, len(data)), min(3, len(data) - 1)))
        return [data[a:b] for a, b in zip([0, *places], [*places, len(data)], strict=True)]


def play(root: Path, seed: int, count: int) -> None:
    """Types ``count`` bursts into one session; the screen says what each asked for."""
    source, shown = Bursts(seed), Shown()
    with PtyApp(command(), root) as app:
        app.wait_for("Enter mở")
        background = app.background
        for number in range(count):
            keys, shown = source.next(shown)
            for part in source.cut(f"{keys}/{number} bursts"):
                app.write(part)
            _expect(app, shown, background, f"{number} bursts", keys)
            app.type(CTRL_C)
        app.type("q")
        assert app.wait() == 0 and app.is_whole()


def play_at_the_start(root: Path, seed: int) -> None:
    """Types a burst into a terminal whose program has only just been started."""
    keys, shown = Bursts(seed).next(Shown(), plain=True)
    with PtyApp(command(), root) as app:
        app.type(f"{keys}/the start")
        app.wait_until(lambda app: field(app) == "the start", "all of it in order")
        _expect(app, shown, app.background, "the start", keys)
        app.type(CTRL_C + "q")
        assert app.wait() == 0 and app.is_whole()


def _expect(app: PtyApp, shown: Shown, background: str, end: str, keys: str) -> None:
    app.wait_until(lambda app: shown.stands(app, background, end), f"{shown} after {keys!r}")


@contextmanager
def busy() -> Iterator[None]:
    """Every core kept busy, as on a shared server."""
    line = [sys.executable, "-c", "while True: pass"]
    hogs = [subprocess.Popen(line) for _ in range(os.cpu_count() or 1)]
    try:
        yield
    finally:
        for hog in hogs:
            hog.kill()
            hog.wait()


def main(arguments: list[str]) -> int:
    """Runs bursts and says how many; the exit code."""
    count = int(arguments[0]) if arguments else 500
    seed = int(arguments[1]) if len(arguments) > 1 else 1
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, busy():
        root = Path(folder)
        shutil.copy2(CODE / "config.yaml", root)
        shutil.copytree(CODE / "data", root / "data", ignore=shutil.ignore_patterns("*.db*", ".*"))
        call("sync", cwd=root)
        for number in range(0, count, 50):
            play(root, seed + number, min(50, count - number))
            play_at_the_start(root, seed + number)
            print(f"{min(number + 50, count)} / {count}", file=sys.stderr)
    took = time.monotonic() - started
    print(f"| bursts | at the start | lost or out of order | seconds |\n{'| --- ' * 4}|")
    print(f"| {count} | {-(-count // 50)} | 0 | {took:.0f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
