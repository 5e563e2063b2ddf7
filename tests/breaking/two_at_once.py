"""Ten processes open the program, two sync, one rebuilds, and the folder changes under them all.

    python -m tests.breaking.two_at_once [SECONDS]

No answer may be anything but what one of the folder's states says as a whole; nobody may be told
of trouble; and the log of edits must tell each change once, in order. Prints a table; exit code 1
when something is wrong. POSIX only.
"""

from __future__ import annotations

import re
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from tests.breaking.states import DATABASE, QUESTIONS, STATES, answers, folder, put
from tests.cli.calling import call, command
from tests.store.sql import ask
from tests.terminal.pty_app import CTRL_Q, PtyApp

SIZE = (100, 40)
DETAIL_LINES = 7
TABS = ("1", "2", "3")
QUIET_SECONDS = 1.0
NARRATION = re.compile(
    r"Tệp: \d+ thay đổi, \d+ giữ nguyên, \d+ đã xóa\. Mục: \d+ thêm, \d+ sửa, \d+ bỏ\.\n"
    r"(?:[^\n]*\n)*(?:Tổng: [^\n]*|Không có gì thay đổi\.)\n"
)
EDITS = re.compile(r"## Sửa đổi trong dữ liệu\n\n(?:\|[^\n]*\n)+\n")
"""What a page tells of the log: it follows what was synced, not what the folder says."""
EDIT_SECONDS = 1.0
"""At least so long lies between two changes of the folder."""

SEEN = 4
"""So many must have printed or synced between two changes, however slow the machine is."""


class Crowd(NamedTuple):
    """How many do what at once, and for how long (seconds)."""

    seconds: float
    on_terminals: int = 5
    printing: int = 5
    syncing: int = 2
    rebuilding: int = 1


class Outcome(NamedTuple):
    """How often each was done, and all that was wrong."""

    done: Mapping[str, int]
    wrong: tuple[str, ...]
    logged: int


def run(crowd: Crowd, place: Path) -> Outcome:
    """One crowd on one folder below ``place``."""
    expected = answers(place / "expected")
    screens = {state: _screens(place / "expected" / state) for state in STATES}
    root = folder(place / "shared", "A")
    assert call("sync", cwd=root).code == 0
    return _Storm(crowd, root, expected, screens).run()


class _Storm:
    def __init__(
        self,
        crowd: Crowd,
        root: Path,
        expected: Mapping[tuple[str, ...], Mapping[str, str]],
        screens: Mapping[str, Mapping[str, str]],
    ) -> None:
        self._crowd = crowd
        self._root = root
        self._expected = expected
        self._screens = screens
        self._done: Counter[str] = Counter()
        self._wrong: list[str] = []
        self._over = threading.Event()
        self._progress = threading.Condition()

    def run(self) -> Outcome:
        crowd = self._crowd
        jobs: list[tuple[Callable[[int], None], int]] = [
            (self._open, crowd.on_terminals),
            (self._print, crowd.printing),
            (self._sync, crowd.syncing),
            (self._rebuild, crowd.rebuilding),
        ]
        threads = [threading.Thread(target=self._edit)]
        threads += [
            threading.Thread(target=self._repeat, args=(job, number))
            for job, count in jobs
            for number in range(count)
        ]
        for thread in threads:
            thread.start()
        self._over.wait(crowd.seconds)
        self._over.set()
        with self._progress:
            self._progress.notify_all()
        for thread in threads:
            thread.join()
        assert call("sync", cwd=self._root).code == 0
        database = self._root / DATABASE
        self._wrong += log_faults(ask(database, "SELECT record, id, field, old, new FROM v_log"))
        if ask(database, "PRAGMA integrity_check") != [("ok",)]:
            self._wrong.append("integrity_check")
        (logged,) = ask(database, "SELECT count(*) FROM v_log")[0]
        return Outcome(dict(self._done), tuple(self._wrong), logged)

    def _repeat(self, job: Callable[[int], None], number: int) -> None:
        while not self._over.is_set():
            try:
                job(number)
            except Exception as error:  # whatever a thread ends by must reach the table
                self._wrong.append(f"{type(error).__name__}: {error}")
            number += 1

    def _edit(self) -> None:
        for state in cycle("BA"):
            if self._over.wait(EDIT_SECONDS):
                return
            put(self._root, state)
            self._did("edits of the folder")
            with self._progress:
                self._progress.wait_for(partial(self._saw, self._seen() + SEEN))

    def _saw(self, enough: int) -> bool:
        return self._seen() >= enough or self._over.is_set()

    def _did(self, what: str) -> None:
        with self._progress:
            self._done[what] += 1
            self._progress.notify_all()

    def _seen(self) -> int:
        return self._done["pages printed"] + self._done["syncs"]

    def _print(self, number: int) -> None:
        question = QUESTIONS[number % len(QUESTIONS)]
        said = call(*question, cwd=self._root)
        if (said.code, said.err) != (0, ""):
            self._wrong.append(f"{' '.join(question)}: exit {said.code}, {said.err!r}")
        elif EDITS.sub("", said.out) not in self._expected[question].values():
            self._wrong.append(f"{' '.join(question)}: neither state says\n{said.out}")
        self._did("pages printed")

    def _sync(self, _: int) -> None:
        self._narrated("sync")
        self._did("syncs")

    def _rebuild(self, _: int) -> None:
        self._narrated("sync", "--rebuild")
        self._did("rebuilds")

    def _narrated(self, *arguments: str) -> None:
        said = call(*arguments, cwd=self._root)
        if said.code or said.out or not NARRATION.fullmatch(said.err):
            self._wrong.append(f"{' '.join(arguments)}: exit {said.code}, {said.err!r}")

    def _open(self, number: int) -> None:
        with PtyApp(command(), self._root, size=SIZE) as app:
            for tab in ("1", "2", "3", "1")[: 2 + number % 3]:
                app.type(tab)
                allowed = [screens[tab] for screens in self._screens.values()]
                app.wait_until(partial(_shows, allowed), f"either state's tab {tab}")
                self._did("screens looked at")
            app.type(CTRL_Q)
            if code := app.wait():
                self._wrong.append(f"the app: exit {code}\n{app.text}")


class _Quiet(PtyApp):
    """An app that is waited for until it writes nothing more."""

    def __enter__(self) -> _Quiet:
        return self

    def settle(self) -> None:
        """Takes in all that comes without a pause."""
        while self._read(QUIET_SECONDS):
            pass


def _shows(allowed: Sequence[str], app: PtyApp) -> bool:
    return page(app) in allowed


def page(app: PtyApp) -> str:
    """The screen without what stands below the list: that follows the cursor."""
    return "\n".join(app.lines[:-DETAIL_LINES])


def _screens(root: Path) -> dict[str, str]:
    """What each tab looks like in a folder that nobody touches."""
    found = {}
    with _Quiet(command(), root, size=SIZE) as app:
        app.wait_for("trợ giúp")
        for tab in TABS:
            app.type(tab)
            app.settle()
            found[tab] = page(app)
        app.type(CTRL_Q)
        assert app.wait() == 0
    assert len(set(found.values())) == len(TABS), found
    return found


def log_faults(entries: Iterable[Sequence[str]]) -> list[str]:
    """Where a log of edits does not tell one story: each change begins where the last ended.

    ``entries`` are record, id, field, old and new, oldest first.
    """
    last: dict[tuple[str, str, str], str] = {}
    faults = []
    for record, ref, field, old, new in entries:
        key = (record, ref, field)
        if key in last and last[key] != old:
            faults.append(f"the log says {key} was {last[key]!r}, then that it was {old!r}")
        last[key] = new
    return faults


def table(crowd: Crowd, outcome: Outcome) -> Iterable[str]:
    """The result, for people."""
    yield (
        f"{crowd.on_terminals + crowd.printing} opening, {crowd.syncing} syncing,"
        f" {crowd.rebuilding} rebuilding, {crowd.seconds:.0f} s"
    )
    for what, count in sorted(outcome.done.items()):
        yield f"{what:24}{count:8}"
    yield f"{'entries in the log':24}{outcome.logged:8}"
    yield f"{'wrong':24}{len(outcome.wrong):8}"
    yield from outcome.wrong[:10]


def main() -> int:
    """By hand: a minute, or as long as said."""
    crowd = Crowd(float(sys.argv[1]) if len(sys.argv) > 1 else 60.0)
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        outcome = run(crowd, Path(name))
    print(*table(crowd, outcome), sep="\n")
    print(f"{'seconds in all':24}{time.monotonic() - started:8.0f}")
    return 1 if outcome.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
