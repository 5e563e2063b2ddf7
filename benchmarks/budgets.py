"""The rows of the table of budgets, and how they are printed."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from typing import NamedTuple

from benchmarks.rounds import Round

Programs = dict[str, Round]
"""What all rounds measured, by program: ``bare``, ``shipped``, ``1m``, ``10m``, ``imports`` ..."""


class Number(NamedTuple):
    """A number that rounds gave several times."""

    middle: float
    worst: float


def median(values: Sequence[float]) -> Number:
    """The median, and the worst."""
    return Number(statistics.median(values), max(values))


def p95(values: Sequence[float]) -> Number:
    """The 95th percentile, and the worst."""
    return Number(sorted(values)[int(0.95 * (len(values) - 1))], max(values))


def greatest(values: Sequence[float]) -> Number:
    """The worst, twice."""
    return Number(max(values), max(values))


class Budget(NamedTuple):
    """One row: what ``program`` may take of ``of``'s ``beside``, or at most, where ``of`` is ''."""

    what: str
    name: str
    limit: float
    unit: str = "s"
    program: str = "shipped"
    of: str = "bare"
    beside: str = ""
    """What it is compared with, when that is called otherwise than ``name``."""
    number: Callable[[Sequence[float]], Number] = median
    paired: bool = False
    """Whether each was measured beside one of the others: the median of their ratios counts."""


AGAINST_BARE = (
    Budget("instant frame, warm start", "instant", 0.2, program="instant", beside="first"),
    Budget("first live frame", "first", 1.15, paired=True),
    Budget("whole overview with live data", "whole", 1.4, paired=True),
    Budget(
        "own and third-party imports, CPU", "ours", 0.15, "ms", program="imports", of="imports",
        beside="textual.app",
    ),
    Budget("cursor key, median", "key", 1.5, "ms"),
    Budget("cursor key, 95th percentile, beside the bare median", "key", 3.0, "ms", number=p95),
    Budget("page down and up, beside a bare key", "page", 4.0, "ms", beside="key"),
    Budget("tab seen before, beside a bare key", "tab", 4.0, "ms", beside="key"),
    Budget("another province, read and painted, beside a bare key", "province", 4.0, "ms",
           beside="key"),
    Budget("peak memory", "memory", 1.35, "MiB"),
    Budget("cursor key in the ranking of 3,321 communes", "ranking key", 1.5, "ms",
           program="communes", beside="key"),
    Budget("its page down and up, beside a bare key", "ranking page", 4.0, "ms",
           program="communes", beside="key"),
    Budget("its end and beginning, beside a bare key", "ranking end", 4.0, "ms",
           program="communes", beside="key"),
    Budget("it sorted another way, beside a bare key", "ranking sorted", 4.0, "ms",
           program="communes", beside="key"),
    Budget("its tab seen before, beside a bare key", "ranking tab", 4.0, "ms",
           program="communes", beside="key"),
    Budget("another period of it, read and painted, beside a bare key", "ranking period", 4.0, "ms",
           program="communes", beside="key"),
    Budget("peak memory after it", "ranking memory", 1.35, "MiB", program="communes",
           beside="memory"),
    Budget("idle CPU in 3 s", "idle cpu", 2.0, "ms"),
    Budget("quit", "quit", 1.1),
    Budget("check of 20,000 targets and tasks, beside yaml.safe_load", "seconds", 3.0,
           program="check", of="safe_load", paired=True),
    Budget("its peak memory, beside yaml.safe_load", "peak", 3.0, "MiB", program="check",
           of="safe_load"),
)  # fmt: skip

AT_ONCE = 0.1
"""Seconds up to which an answer seems to come at once; of what is built and read only once."""

ABSOLUTE = (
    Budget("a tab opened for the first time", "first tab", AT_ONCE, "ms", of=""),
    Budget("the ranking of 3,321 communes opened for the first time", "ranking opened", AT_ONCE,
           "ms", program="communes", of=""),
    Budget("bytes per cursor key, median", "key bytes", 2048, "bytes", of=""),
    Budget("bytes while idle, most", "idle bytes", 0, "bytes", of="", number=greatest),
    Budget("an unchanged folder of 250 files recognised", "unchanged", 0.010, "ms",
           "unchanged", of=""),
    Budget("exit code, greatest", "exit code", 0, "", of="", number=greatest),
    Budget("slowest SQL statement behind a key, 10 million", "statement", 0.010, "ms",
           "questions", of=""),
    Budget("slowest answer behind a key, 10 million, median", "answer", 0.010, "ms",
           "questions", of=""),
    Budget("queries that would walk through all figures", "scans", 0, "", "questions", of=""),
)  # fmt: skip

BY_SIZE = ("shipped", "1m", "10m")

GROWING = (
    ("whole overview with live data", "whole", "s", 1.15),
    ("cursor key, median", "key", "ms", None),
    ("page down and up", "page", "ms", None),
    ("tab seen before", "tab", "ms", None),
    ("another province", "province", "ms", None),
    ("peak memory", "memory", "MiB", 1.1),
)
"""What must not grow with the database: what, name, unit, most that 10 million may cost."""

_SCALE = {"s": (1, "{:.3f} s"), "ms": (1000, "{:.1f} ms"), "MiB": (1, "{:.1f} MiB")}


def table(found: Programs) -> tuple[list[str], list[str]]:
    """Markdown lines of all that was measured, and the names of the budgets missed."""
    missed: list[str] = []
    lines = [
        "| what | bare (worst) | ours (worst) | ratio | budget | |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for budget in (*AGAINST_BARE, *ABSOLUTE):
        line = _row(budget, found, missed)
        if line is not None:
            lines.append(line)
    if all(name in found for name in BY_SIZE):
        lines += ["", *_growth(found, missed)]
    return lines, missed


def paired(ours: Sequence[float], beside: Sequence[float]) -> float:
    """The median of the ratios of what was measured one straight after the other."""
    return statistics.median(one / other for one, other in zip(ours, beside, strict=True))


def _row(budget: Budget, found: Programs, missed: list[str]) -> str | None:
    """The row of ``budget``; ``None`` when it was not measured."""
    if budget.name not in found.get(budget.program, {}):
        return None
    ours = budget.number(found[budget.program][budget.name])
    if budget.of:
        given = found[budget.of][budget.beside or budget.name]
        base = median(given)
        if budget.paired:
            ratio = paired(found[budget.program][budget.name], given)
        else:
            ratio = ours.middle / base.middle if base.middle else float("inf")
        holds = ratio <= budget.limit
        cells = [told(base, budget.unit), told(ours, budget.unit), f"{ratio:.2f}"]
        cells.append(f"{budget.limit:g}")
    else:
        holds = ours.middle <= budget.limit
        limit = plain(budget.limit, budget.unit)
        cells = ["", told(ours, budget.unit), "", limit]
    return _line(budget.what, cells, holds, missed)


def _growth(found: Programs, missed: list[str]) -> list[str]:
    lines = [
        "| what | shipped (worst) | 1 million | 10 million | ratio | budget | |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for what, name, unit, limit in GROWING:
        numbers = [median(found[program][name]) for program in BY_SIZE]
        ratio = numbers[-1].middle / numbers[0].middle
        if name == "whole":
            ratio = paired(found[BY_SIZE[-1]][name], found[BY_SIZE[0]][name])
        cells = [*(told(number, unit) for number in numbers), f"{ratio:.2f}"]
        cells.append("" if limit is None else f"{limit:g}")
        name = f"{what}, 10 million beside shipped"
        lines.append(_line(what, cells, limit is None or ratio <= limit, missed, name))
    return lines


def _line(what: str, cells: Sequence[str], holds: bool, missed: list[str], name: str = "") -> str:
    if not holds:
        missed.append(name or what)
    return f"| {' | '.join((what, *cells, '' if holds else '**over**'))} |"


def told(number: Number, unit: str) -> str:
    """``0.241 s (0.262)``: the median, and the worst when it differs."""
    middle, worst = plain(number.middle, unit), plain(number.worst, unit)
    return middle if middle == worst else f"{middle} ({worst.removesuffix(f' {unit}')})"


def plain(number: float, unit: str) -> str:
    """A number in its unit: seconds are given, and printed as milliseconds where asked."""
    factor, form = _SCALE.get(unit, (1, "{:,.0f}"))
    return form.format(number * factor)
