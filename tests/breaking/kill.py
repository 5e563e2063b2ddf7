"""A sync, a rebuild and a first build, killed at many points: the next start has all of it or none.

    python -m tests.breaking.kill [POINTS]

SIGKILL falls at points of the work counted in SQLite's steps and in files touched, and at points
in time, so that commits and checkpoints are hit too. After each: the database is as it was before
or as it should be after; a start of the program shows the folder's state without a word of
trouble; and the log of edits is what it is without a kill. Prints a table; exit code 1 when
something is wrong. POSIX only.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from briefing.commands import COMMANDS
from briefing.opening import sync
from briefing.settings import load_settings
from briefing.store import writing
from briefing.store.checksums import check_seal
from briefing.store.errors import DatabaseCorrupt
from tests.breaking.states import DATABASE, folder, put
from tests.cli.calling import call
from tests.store.sql import ask, contents

ACTIONS = frozenset(command.id for command in COMMANDS)
STEP = 50
"""Instructions of SQLite's virtual machine between two points."""

FILE_EVENTS = frozenset({"open", "os.rename", "os.remove", "os.link", "sqlite3.connect"})
LOG = "SELECT record, id, field, old, new, by, why FROM v_log"
QUESTION = ("show", "pillars", "--format", "json")
BEGUN = b"!"


class Work(StrEnum):
    """What is killed."""

    SYNC = "sync"
    REBUILD = "rebuild"
    BUILD = "first build"


class Outcome(NamedTuple):
    """How a kind of work ended when killed: found as before, found as after, and what is wrong."""

    points: int
    before: int
    after: int
    wrong: tuple[str, ...]


class Dump(NamedTuple):
    """All that a database says, and its log."""

    said: Mapping[str, object]
    log: tuple[Any, ...]


class _Points:
    """Counts the points that a process has passed; at a given one, it dies."""

    def __init__(self, deadly: int) -> None:
        self.passed = 0
        self._deadly = deadly

    def __call__(self) -> int:
        self.passed += 1
        if self.passed == self._deadly:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0


def run(work: Work, points: int, place: Path) -> Outcome:
    """Kills ``work`` at ``points`` points: every other one by count, the rest by the clock."""
    prepared, before, after = _references(work, place)
    total, seconds = _measured(work, _copy(prepared, place / "measured"))
    wrong: list[str] = []
    found = {"before": 0, "after": 0}
    root = place / "victim"
    for number in range(points):
        share = (number + 0.5) / points
        _copy(prepared, root)
        if number % 2:
            label = f"{work} killed after {share * seconds * 1000:.1f} ms"
            _killed_after(share * seconds, work, root)
        else:
            label = f"{work} killed at point {int(share * total) + 1} of {total}"
            _forked(work, root, deadly=int(share * total) + 1)
        state, faults = _judged(root, before, after)
        found[state] += 1
        wrong += [f"{label}: {fault}" for fault in faults]
    return Outcome(points, found["before"], found["after"], tuple(wrong))


def _references(work: Work, place: Path) -> tuple[Path, Dump | None, Dump]:
    """A folder ready for the work, and what its database holds before and after."""
    prepared = folder(place / "prepared", "A")
    if work is not Work.BUILD:
        # Some history, so that there is a log to lose.
        for state in "ABA":
            put(prepared, state)
            assert call("sync", cwd=prepared).code == 0
        put(prepared, "B")
    before = None if work is Work.BUILD else dump(prepared / DATABASE)
    done = _copy(prepared, place / "done")
    _work(work, done)
    return prepared, before, dump(done / DATABASE)


def _copy(root: Path, to: Path) -> Path:
    shutil.rmtree(to, ignore_errors=True)
    return Path(shutil.copytree(root, to, symlinks=True))


def _work(work: Work, root: Path) -> None:
    sync(load_settings(root, ACTIONS), rebuild=work is Work.REBUILD)


def _measured(work: Work, root: Path) -> tuple[int, float]:
    """Points that a whole run passes, and the seconds that its writing takes."""
    reading, telling = os.pipe()
    pid = os.fork()
    if pid == 0:
        _silent(lambda: _tell_points(work, root, telling))
    os.close(telling)
    with os.fdopen(reading, "rb") as told:
        assert told.read(1) == BEGUN
        started = time.monotonic()
        total = int(told.read())
        seconds = time.monotonic() - started
    assert os.waitpid(pid, 0)[1] == 0 and total > 0
    return total, seconds


def _tell_points(work: Work, root: Path, telling: int) -> None:
    points = _counted(0)
    _told_when_it_writes(telling)
    _work(work, root)
    os.write(telling, str(points.passed).encode())


def _told_when_it_writes(telling: int) -> None:
    """Has this process say through a pipe when it begins to write."""
    apply = writing.apply

    def telling_apply(*arguments: Any, **named: Any) -> writing.SyncSummary:
        os.write(telling, BEGUN)
        return apply(*arguments, **named)

    writing.apply = telling_apply


def _counted(deadly: int) -> _Points:
    """Counts SQLite's steps and the files touched by this process from now on."""
    points = _Points(deadly)
    connect = writing._connect

    def counting(path: Path) -> sqlite3.Connection:
        connection = connect(path)
        connection.set_progress_handler(points, STEP)
        return connection

    writing._connect = counting
    sys.addaudithook(lambda event, _: points() and None if event in FILE_EVENTS else None)
    return points


def _forked(work: Work, root: Path, *, deadly: int) -> None:
    pid = os.fork()
    if pid == 0:
        _silent(lambda: _die_at(deadly, work, root))
    os.waitpid(pid, 0)


def _die_at(deadly: int, work: Work, root: Path) -> None:
    _counted(deadly)
    _work(work, root)


def _killed_after(seconds: float, work: Work, root: Path) -> None:
    reading, telling = os.pipe()
    pid = os.fork()
    if pid == 0:
        _told_when_it_writes(telling)
        _silent(lambda: _work(work, root))
    os.close(telling)
    os.read(reading, 1)
    os.close(reading)
    # Not a wait for something to happen: the moment itself is what is tried.
    time.sleep(seconds)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def _silent(task: Callable[[], object]) -> None:
    """Does a child's task and ends, whatever comes of it."""
    try:
        task()
    finally:
        os._exit(0)


def _judged(root: Path, before: Dump | None, after: Dump) -> tuple[str, list[str]]:
    """Which of the two states the database is in, and all that is wrong with what was left."""
    database = root / DATABASE
    faults = []
    state = "before"
    if not database.exists():
        if before is not None:
            faults.append("the database is gone")
    else:
        found = dump(database)
        if found == after:
            state = "after"
        elif found != before:
            faults.append("the database is neither as before nor as after")
        faults += _unsound(database)
    said = call(*QUESTION, cwd=root)
    if (said.code, said.err) != (0, ""):
        faults.append(f"the next start: exit {said.code}, {said.err!r}")
    if dump(database) != after:
        faults.append("the next start did not bring the rest")
    left = sorted(
        path.name
        for path in database.parent.iterdir()
        if path.is_file() and "lock" not in path.name
    )
    if left != ["briefing.db"]:
        faults.append(f"left behind: {left}")
    return state, faults + _unsound(database)


def _unsound(database: Path) -> list[str]:
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        found = connection.execute("PRAGMA integrity_check").fetchall()
        connection.execute("BEGIN")
        try:
            check_seal(connection, database)
        except DatabaseCorrupt as error:
            return [str(error)]
    return [] if found == [("ok",)] else [f"integrity_check: {found}"]


def dump(database: Path) -> Dump:
    """What a database says and its log, without times of day."""
    return Dump(contents(database), tuple(ask(database, LOG)))


def table(outcomes: Mapping[Work, Outcome]) -> Iterable[str]:
    """The result, for people."""
    yield f"{'killed':14}{'points':>8}{'none of it':>12}{'all of it':>11}{'wrong':>7}"
    for work, outcome in outcomes.items():
        yield (
            f"{work:14}{outcome.points:8}{outcome.before:12}{outcome.after:11}"
            f"{len(outcome.wrong):7}"
        )
        yield from outcome.wrong[:10]


def main() -> int:
    """By hand: 200 points of each kind of work, or as many as said."""
    points = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    outcomes = {}
    for work in Work:
        with tempfile.TemporaryDirectory() as name:
            outcomes[work] = run(work, points, Path(name))
    print(*table(outcomes), sep="\n")
    return 1 if any(outcome.wrong for outcome in outcomes.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
