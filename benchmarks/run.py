"""Measures the table of budgets: ours and a bare Textual app, in turn, in one run.

    python -m benchmarks.run [ROUNDS]

Needs Linux: it reads /proc and drives pseudo-terminals.
"""

from __future__ import annotations

import compileall
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.terminal import Terminal

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
SIZE = (80, 24)
KEYS = 20
IDLE_SECONDS = 3.0

Round = dict[str, list[float]]


def bare() -> Round:
    """One round of the bare app."""
    terminal = Terminal([sys.executable, str(ROOT / "benchmarks/bare.py")], SIZE, ROOT)
    return _round(terminal, first="hello", whole="hello")


def ours() -> Round:
    """One round of the program on the shipped data; its first frame holds tabs and key hints."""
    terminal = Terminal([str(BIN / "briefing"), "--unit", "49"], SIZE, ROOT)
    found = _round(terminal, first="Quảng Nam", whole="trợ giúp", pages=True)
    return found


def _round(terminal: Terminal, *, first: str, whole: str, pages: bool = False) -> Round:
    try:
        found: Round = {"first": [terminal.until(first)], "whole": [terminal.until(whole)]}
        terminal.settle()
        found["start bytes"] = [float(len(terminal.output))]
        pressed = [terminal.key(b"k" if number % 2 else b"j") for number in range(KEYS)]
        found["key"] = [seconds for seconds, _ in pressed]
        found["key bytes"] = [float(size) for _, size in pressed]
        if pages:
            terminal.key(b"2")
            terminal.key(b"3")
            turned = [terminal.key(key) for key in (b"1", b"2", b"3") * 3]
            found["tab"] = [seconds for seconds, _ in turned]
        idle_bytes, idle_cpu = terminal.idle(IDLE_SECONDS)
        found["idle bytes"], found["idle cpu"] = [float(idle_bytes)], [idle_cpu]
        found["memory"] = [terminal.peak_memory()]
        found["quit"] = [terminal.quit()]
        found["exit code"] = [float(terminal.exit_code or 0)]
        return found
    except BaseException:
        terminal.kill()
        raise


def import_seconds(names: Sequence[str], after: Sequence[str] = ()) -> float:
    """CPU seconds that importing ``names`` takes in a fresh interpreter, ``after`` being loaded."""
    before = "".join(f"import {name}\n" for name in after)
    code = "".join(f"import {name}\n" for name in names)
    script = f"import time\n{before}a = time.process_time()\n{code}print(time.process_time() - a)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return float(done.stdout)


def main() -> None:
    """Prints one line per budget: bare, ours, their ratio, the budget, and whether it holds."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    # Where bytecode is not written (PYTHONDONTWRITEBYTECODE), each start would compile anew.
    compileall.compile_dir(ROOT / "briefing", quiet=1)
    subprocess.run([str(BIN / "briefing"), "sync"], check=True, cwd=ROOT, capture_output=True)
    bare(), ours()
    pairs = [(bare(), ours()) for _ in range(rounds)]
    base = {name: [one for found, _ in pairs for one in found[name]] for name in pairs[0][0]}
    own = {name: [one for _, found in pairs for one in found[name]] for name in pairs[0][1]}
    textual = [import_seconds(["textual.app"]) for _ in range(rounds)]
    imports = [
        import_seconds(["briefing.front", "briefing.app"], ["textual.app", "textual.widgets"])
        for _ in range(rounds)
    ]
    median = statistics.median
    rows = (
        ("first live frame, s", median(base["first"]), median(own["first"]), 1.15),
        ("whole overview, s", median(base["first"]), median(own["whole"]), 1.4),
        ("own imports, s of CPU (textual.app)", median(textual), median(imports), 0.15),
        ("cursor key, median, s", median(base["key"]), median(own["key"]), 1.5),
        ("cursor key, p95, s (median)", median(base["key"]), _p95(own["key"]), 3.0),
        ("tab change, median, s (key)", median(base["key"]), median(own["tab"]), 4.0),
        ("peak memory, MiB", median(base["memory"]), median(own["memory"]), 1.35),
        ("idle CPU, s", median(base["idle cpu"]), median(own["idle cpu"]), 2.0),
        ("quit, s", median(base["quit"]), median(own["quit"]), 1.1),
    )
    print(f"{rounds} rounds at {SIZE[0]}x{SIZE[1]}, medians")
    print(f"{'what':38}{'bare':>9}{'ours':>9}{'ratio':>7}{'budget':>8}")
    for name, bare_one, our_one, budget in rows:
        ratio = our_one / bare_one if bare_one else (0.0 if not our_one else float("inf"))
        verdict = "" if ratio <= budget else "  over"
        print(f"{name:38}{bare_one:9.4f}{our_one:9.4f}{ratio:7.2f}{budget:8.2f}{verdict}")
    print(f"bytes per cursor key: {median(own['key bytes']):.0f} (budget 2048)")
    print(f"bytes while idle: {max(own['idle bytes']):.0f} (budget 0)")
    print(f"worst start of {rounds}: {max(own['whole']):.3f} s, bare {max(base['first']):.3f} s")
    print(f"exit codes: {sorted({int(code) for code in own['exit code']})}")


def _p95(values: Sequence[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))]


if __name__ == "__main__":
    main()
