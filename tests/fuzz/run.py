"""Works cases off on all cores and prints, for each reader, how many were refused and accepted.

By hand: ``make fuzz``, or ``python -m tests.fuzz.run --cases 100000 --seed 7``. A case is known by
its reader, the seed and its number; one that fails is written to a file that ``--replay`` takes.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from tests.fuzz.assumed import Assumptions
from tests.fuzz.edited import Edits
from tests.fuzz.kept import KeptFrame
from tests.fuzz.own_sets import FILES as OWN_SETS
from tests.fuzz.own_sets import OwnSet
from tests.fuzz.readers import DATA_FILES, ConfigFile, Target, data_file
from tests.fuzz.stored import Rows, SettingsText
from tests.fuzz.typed import Arguments, Dialogs, Environment, FileNames
from tests.fuzz.watch import HangError, limit_memory

TARGETS: Mapping[str, Callable[[Path], Target]] = {
    **{name: partial(data_file, name) for name in DATA_FILES},
    **{name: partial(OwnSet, name) for name in OWN_SETS},
    **{kind.name: kind for kind in (ConfigFile, Rows, SettingsText, KeptFrame, Edits)},
    **{kind.name: kind for kind in (Arguments, Assumptions, Environment, Dialogs, FileNames)},
}
"""Every reader under fire, by its name in the table."""

BATCH = 100
"""Cases that a process works off before it reports."""
MOST_FAILURES = 40
FAILURES = Path(".fuzz")


@dataclass
class Tally:
    """What became of a reader's cases; times in milliseconds."""

    refused: int = 0
    accepted: int = 0
    slowest: float = 0.0
    slowest_case: int = -1
    failures: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Counts another batch in."""
        self.refused += other.refused
        self.accepted += other.accepted
        self.failures += other.failures
        if other.slowest > self.slowest:
            self.slowest, self.slowest_case = other.slowest, other.slowest_case


def case_of(target: Target, seed: int, number: int) -> bytes:
    """Case ``number`` of a seed."""
    return target.make(random.Random(f"{target.name}:{seed}:{number}"))


def work(name: str, seed: int, numbers: Sequence[int], keep: Path) -> tuple[str, Tally]:
    """Works cases of one reader off; failing ones are kept under ``keep``."""
    tally = Tally()
    with tempfile.TemporaryDirectory(dir=_quick_place()) as folder:
        target = TARGETS[name](Path(folder, "workspace"))
        for number in numbers:
            case = case_of(target, seed, number)
            begun = time.process_time()
            try:
                accepted = target.take(case)
            except (Exception, HangError):
                tally.failures.append(_kept(name, seed, number, case, keep))
                target = TARGETS[name](Path(folder, "workspace"))
                continue
            took = (time.process_time() - begun) * 1000
            tally.accepted += accepted
            tally.refused += not accepted
            if took > tally.slowest:
                tally.slowest, tally.slowest_case = took, number
    return name, tally


def _kept(name: str, seed: int, number: int, case: bytes, keep: Path) -> str:
    """Writes a failing case down; what to say about it."""
    keep.mkdir(parents=True, exist_ok=True)
    file = keep / f"{name.replace(' ', '-')}-{seed}-{number}.case"
    file.write_bytes(case)
    told = traceback.format_exc()
    file.with_suffix(".txt").write_text(told, encoding="utf-8", errors="backslashreplace")
    last = told.strip().splitlines()[-1][:300].encode("ascii", "backslashreplace").decode()
    return f"{name}, seed {seed}, case {number} ({file}): {last}"


def _quick_place() -> str | None:
    """A folder in memory, where there is one: the disk is not what is tested."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def run(
    cases: int,
    seed: int,
    names: Sequence[str] = tuple(TARGETS),
    *,
    keep: Path = FAILURES,
    processes: int | None = None,
    tell: Callable[[int, int], None] = lambda done, of: None,
) -> dict[str, Tally]:
    """Works ``cases`` off, spread evenly over the readers named; a tally for each."""
    tallies = {name: Tally() for name in names}
    batches = list(_batches(cases, names))
    done = 0
    context = get_context("fork")
    with ProcessPoolExecutor(processes or os.cpu_count(), context, limit_memory) as pool:
        running = [pool.submit(work, name, seed, numbers, keep) for name, numbers in batches]
        for finished in as_completed(running):
            name, tally = finished.result()
            tallies[name].add(tally)
            done += tally.refused + tally.accepted + len(tally.failures)
            tell(done, cases)
            if sum(len(found.failures) for found in tallies.values()) > MOST_FAILURES:
                pool.shutdown(wait=True, cancel_futures=True)
                break
    return tallies


def _batches(cases: int, names: Sequence[str]) -> Iterator[tuple[str, range]]:
    for place, name in enumerate(names):
        own = cases // len(names) + (place < cases % len(names))
        for start in range(0, own, BATCH):
            yield name, range(start, min(start + BATCH, own))


def table(tallies: Mapping[str, Tally]) -> str:
    """The tallies as text, a line for each reader and one for all."""
    whole = Tally()
    for tally in tallies.values():
        whole.add(tally)
    lines = [
        f"{'reader':<20}{'cases':>9}{'refused':>9}{'accepted':>10}{'failed':>8}{'slowest':>12}"
    ]
    for name, tally in (*tallies.items(), ("all", whole)):
        failed = len(tally.failures)
        count = tally.refused + tally.accepted + failed
        lines.append(
            f"{name:<20}{count:>9,}{tally.refused:>9,}{tally.accepted:>10,}{failed:>8,}"
            f"{tally.slowest:>9,.0f} ms"
        )
    return "\n".join(lines)


def replay(name: str, file: Path) -> None:
    """Gives a kept case to its reader again, with the whole traceback."""
    with tempfile.TemporaryDirectory(dir=_quick_place()) as folder:
        target = TARGETS[name](Path(folder, "workspace"))
        accepted = target.take(file.read_bytes())
    print("accepted" if accepted else "refused")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs by hand; 1 when a case failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.run", description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reader", action="append", choices=list(TARGETS), dest="readers")
    parser.add_argument("--keep", type=Path, default=FAILURES, help="where failing cases go")
    parser.add_argument("--processes", type=int)
    parser.add_argument("--replay", type=Path, help="a kept case, for the one --reader given")
    given = parser.parse_args(arguments)
    names = given.readers or list(TARGETS)
    if given.replay:
        replay(names[0], given.replay)
        return 0
    begun = time.monotonic()

    def tell(done: int, of: int) -> None:
        rate = done / (time.monotonic() - begun)
        print(f"\r{done:,}/{of:,} cases, {rate:,.0f} a second ", end="", file=sys.stderr)

    tallies = run(
        given.cases, given.seed, names, keep=given.keep, processes=given.processes, tell=tell
    )
    print(file=sys.stderr)
    print(f"seed {given.seed}, {time.monotonic() - begun:,.0f} s")
    print(table(tallies))
    failures = [failure for tally in tallies.values() for failure in tally.failures]
    for failure in failures:
        print(failure)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
