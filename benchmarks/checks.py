"""``briefing check`` on 20,000 targets and tasks, beside ``yaml.safe_load`` of the same files.

    python -m benchmarks.checks [--rounds 7] [--into DIR]

Each is a process of its own from start to exit, imports included, one straight after the other.
``safe_load`` is PyYAML's with the C library; it keeps what it loads, as the check does, but reads
the YAML files only and checks nothing.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.plans_folder import plans_folder
from benchmarks.rounds import PROGRAM, ROOT, Round
from briefing.opening import open_workspace, sync

SAFE_LOAD = """
import sys
from pathlib import Path
import yaml
loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
kept = [yaml.load(path.read_bytes(), loader) for path in sorted(Path(sys.argv[1]).rglob("*.yaml"))]
"""
RECOGNISED = 20
"""How often an unchanged folder is looked at."""
_KIB = 1024


def folder(into: Path) -> Path:
    """The generated workspace, made anew: it takes a second."""
    return plans_folder(into / "plans")


def safe_load(root: Path) -> Round:
    """Seconds and MiB of loading every YAML file of ``root``."""
    return _measured([sys.executable, "-c", SAFE_LOAD, str(root)], root)


def check(root: Path) -> Round:
    """Seconds and MiB of ``briefing check``; raises ``AssertionError`` when it finds an error."""
    return _measured([str(PROGRAM), "check"], root)


def unchanged(root: Path) -> Round:
    """Seconds in which a start or a sync sees that nothing has changed since the last sync."""
    opened = open_workspace(root)
    if not opened.fresh:
        sync(opened.settings)
    taken = []
    for _ in range(RECOGNISED):
        start = time.perf_counter()
        assert open_workspace(root).fresh
        taken.append(time.perf_counter() - start)
    return {"unchanged": taken}


def _measured(command: Sequence[str], cwd: Path) -> Round:
    """One process: its seconds by the wall clock and its greatest resident size in MiB."""
    start = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        os.chdir(cwd)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.execve(command[0], list(command), {**os.environ, "PYTHONPATH": str(ROOT)})
    _, status, usage = os.wait4(pid, 0)
    seconds = time.perf_counter() - start
    assert os.waitstatus_to_exitcode(status) == 0, command
    return {"seconds": [seconds], "peak": [usage.ru_maxrss / _KIB]}


def main() -> None:
    """Measures and prints the medians."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.checks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--into", type=Path, default=ROOT / ".bench")
    asked = parser.parse_args()
    root = folder(asked.into)
    pairs = [(safe_load(root), check(root)) for _ in range(asked.rounds)]
    for name, unit in (("seconds", "s"), ("peak", "MiB")):
        theirs = statistics.median(one[name][0] for one, _ in pairs)
        ours = statistics.median(other[name][0] for _, other in pairs)
        ratio = statistics.median(other[name][0] / one[name][0] for one, other in pairs)
        print(f"{name}: safe_load {theirs:.2f} {unit}, check {ours:.2f} {unit}, ratio {ratio:.2f}")
    seen = statistics.median(unchanged(root)["unchanged"])
    print(f"unchanged folder recognised in {seen * 1000:.1f} ms")


if __name__ == "__main__":
    main()
