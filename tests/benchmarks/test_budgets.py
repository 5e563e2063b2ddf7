"""The table of budgets: what holds, what is over, what was not measured."""

from __future__ import annotations

import pytest

pytest.importorskip("pty", reason="the benchmarks drive pseudo-terminals")

from benchmarks.budgets import ABSOLUTE, AGAINST_BARE, p95, plain, table, told
from benchmarks.rounds import Round


def measured(**changes: float) -> dict[str, Round]:
    """All that a run measures, ours twice the bare app's but for ``changes``."""
    names = [budget.name for budget in (*AGAINST_BARE, *ABSOLUTE)]
    ours = {name: [0.0, 0.0, 0.0] for name in names} | {
        name: [number] * 3 for name, number in changes.items()
    }
    bare = dict.fromkeys(["first", "whole", "key", "memory", "idle cpu", "quit"], [1.0] * 3)
    imports = {"textual.app": [1.0], "ours": [0.1]}
    loaded: dict[str, list[float]] = {"seconds": [1.0] * 3, "peak": [10.0] * 3}
    return {"bare": bare, "shipped": ours, "imports": imports, "safe_load": loaded, "check": loaded}


def row(lines: list[str], what: str) -> str:
    """The line that begins so."""
    (found,) = [line for line in lines if line.startswith(f"| {what} |")]
    return found


def test_what_holds_is_not_marked() -> None:
    lines, missed = table(measured(first=1.15))
    assert missed == []
    assert row(lines, "first live frame").endswith("| 1.15 | 1.15 |  |")


def test_what_is_over_is_marked_and_named() -> None:
    lines, missed = table(measured(first=1.16))
    assert missed == ["first live frame"]
    assert row(lines, "first live frame").endswith("| 1.16 | 1.15 | **over** |")


def test_a_byte_while_idle_is_over() -> None:
    found = measured()
    found["shipped"]["idle bytes"] = [0.0, 1.0, 0.0]
    assert table(found)[1] == ["bytes while idle, most"]


def test_what_was_not_measured_has_no_row() -> None:
    lines, _ = table(measured())
    assert not any("10 million" in line or "instant" in line for line in lines)


def test_ten_million_are_set_beside_the_shipped_data() -> None:
    names = ("whole", "key", "page", "tab", "province", "memory")
    found = measured(**dict.fromkeys(names, 1.0))
    found["1m"] = {name: [1.1] * 3 for name in names}
    found["10m"] = {name: [1.2] * 3 for name in names}
    missed = table(found)[1]
    assert [name for name in missed if "10 million" in name] == [
        "whole overview with live data, 10 million beside shipped",
        "peak memory, 10 million beside shipped",
    ]


def test_numbers_are_told_with_their_worst() -> None:
    assert plain(0.2412, "s") == "0.241 s"
    assert told(p95([0.001 * n for n in range(1, 101)]), "ms") == "95.0 ms (100.0)"
