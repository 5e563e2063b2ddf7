"""Measures every budget in one run, ours and a bare Textual app in turn, in pseudo-terminals.

    python -m benchmarks.run [--rounds 7] [--only PART ...] [--into DIR]

Prints a Markdown table; the exit code is 1 when a budget is missed. Needs Linux: it reads /proc and
drives pseudo-terminals.
"""

from __future__ import annotations

import argparse
import compileall
import platform
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from importlib.metadata import version
from pathlib import Path

from benchmarks import checks, generate, questions
from benchmarks.budgets import BY_SIZE, Programs, table
from benchmarks.plans import walks_through_figures
from benchmarks.rankings import communes
from benchmarks.rounds import (
    PROGRAM,
    ROOT,
    SIZE,
    Round,
    bare,
    has_instant,
    instant,
    ours,
    start_bare,
    start_ours,
)
from briefing.opening import open_workspace

PARTS = (*BY_SIZE, "instant", "imports", "communes", "questions", "checks")
LARGEST = "10m"
STARTS = 4
OWN = ["briefing.__main__", "briefing.front", "briefing.app"]


def main() -> int:
    """Measures what was asked for; prints one line per budget."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--into", type=Path, default=generate.KEPT, help="generated workspaces")
    asked = parser.parse_args()
    start = time.perf_counter()
    parts = set(asked.only)
    if parts & set(BY_SIZE):
        parts.add("shipped")  # what the others are compared with
    compile_all()
    where = _workspaces(parts, asked.into)
    programs, starts = _programs(parts, where), _starts(parts, where)
    if "checks" in parts:
        many = checks.folder(asked.into)
        programs |= {
            "safe_load": partial(checks.safe_load, many),
            "check": partial(checks.check, many),
        }
    found = measure(programs, asked.rounds, starts)
    if "checks" in parts:
        found["unchanged"] = checks.unchanged(many)
    if "questions" in parts:
        found["questions"] = _questions(where[LARGEST])
    lines, missed = table(found)
    minutes = (time.perf_counter() - start) / 60
    print(
        f"{asked.rounds} rounds at {SIZE[0]}×{SIZE[1]} in {minutes:.0f} minutes, Python"
        f" {platform.python_version()}, Textual {version('textual')}, SQLite"
        f" {sqlite3.sqlite_version}; medians (worst)\n"
    )
    print("\n".join(lines))
    _say(f"missed: {', '.join(missed)}" if missed else "every budget holds")
    return 1 if missed else 0


def compile_all() -> None:
    """Where bytecode is not written (PYTHONDONTWRITEBYTECODE), each start would compile anew."""
    compileall.compile_dir(ROOT / "briefing", quiet=1)
    compileall.compile_dir(ROOT / "benchmarks", quiet=1)


def measure(
    programs: dict[str, Callable[[], Round]],
    rounds: int,
    starts: dict[str, Callable[[], Round]] | None = None,
) -> Programs:
    """Each program in turn, ``rounds`` times, after one round that does not count.

    ``starts`` are gone through ``STARTS`` times in each round, one straight after the other: a
    machine that is slower for some seconds is so for all of them.
    """
    found: Programs = {name: {} for name in programs}
    for number in range(rounds + 1):
        _say(f"round {number} of {rounds}" if number else "warming up")
        for name, program in [*(starts or {}).items()] * STARTS + [*programs.items()]:
            for what, values in program().items():
                if number:
                    found[name].setdefault(what, []).extend(values)
    return found


def _programs(parts: set[str], where: dict[str, Path]) -> dict[str, Callable[[], Round]]:
    programs: dict[str, Callable[[], Round]] = {}
    if parts & {*BY_SIZE, "instant", "communes"}:
        programs["bare"] = bare
    for name in BY_SIZE:
        if name in parts:
            programs[name] = partial(ours, where[name])
    if "instant" in parts and has_instant():
        programs["instant"] = partial(instant, where["shipped"])
    if "communes" in parts:
        programs["communes"] = partial(communes, where[LARGEST])
    if "imports" in parts:
        programs["imports"] = imports
    return programs


def _starts(parts: set[str], where: dict[str, Path]) -> dict[str, Callable[[], Round]]:
    sizes = {name: partial(start_ours, where[name]) for name in BY_SIZE if name in parts}
    return {"bare": start_bare, **sizes} if sizes else {}


def imports() -> Round:
    """CPU seconds of Textual's import, and of ours after it, each in a fresh interpreter."""
    return {
        "textual.app": [_import_seconds(["textual.app"])],
        "ours": [_import_seconds(OWN, ["textual.app", "textual.widgets"])],
    }


def _import_seconds(names: Sequence[str], after: Sequence[str] = ()) -> float:
    before = "".join(f"import {name}\n" for name in after)
    code = "".join(f"import {name}\n" for name in names)
    script = f"import time\n{before}a = time.process_time()\n{code}print(time.process_time() - a)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return float(done.stdout)


def _workspaces(parts: set[str], into: Path) -> dict[str, Path]:
    wanted = {name for name in BY_SIZE if name in parts}
    wanted |= {"shipped"} if "instant" in parts else set()
    wanted |= {LARGEST} if parts & {"questions", "communes"} else set()
    return {
        name: generate.shipped(into) if name == "shipped" else generate.workspace(name, into)
        for name in BY_SIZE
        if name in wanted
    }


def _questions(workspace: Path) -> Round:
    """The slowest of all that keys ask, and how many queries would walk through all figures."""
    _say("questions")
    asked = questions.ask_all(workspace)
    for one in asked:
        _say(
            f"  {one.median * 1000:6.1f} ms, worst {one.worst * 1000:6.1f},"
            f" slowest statement {one.statement * 1000:5.1f}  {one.name}"
        )
    database = open_workspace(workspace).settings.database
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        scans = walks_through_figures(connection)
    for name in scans:
        _say(f"  walks through all figures: {name}")
    return {
        "statement": [max(one.statement for one in asked)],
        "answer": [asked[0].median],
        "scans": [float(len(scans))],
    }


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    if not PROGRAM.exists():
        sys.exit(f"{PROGRAM} is missing: pip install -e .")
    sys.exit(main())
