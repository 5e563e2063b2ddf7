"""Keys typed in bursts, before and while dialogs open: each counts, in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.bursts import Bursts, Shown, busy, play, play_at_the_start

PLAYED = {0: 18, 1: 18}
"""How many bursts of each seed are played; ``make bursts`` plays hundreds."""
WHILE_BUSY = (100, 8)


@pytest.mark.parametrize("seed", PLAYED)
def test_no_key_of_a_burst_is_lost_or_runs_on(seed: int, shipped: Path) -> None:
    play(shipped, seed, PLAYED[seed])


def test_nor_on_a_busy_machine(shipped: Path) -> None:
    with busy():
        play(shipped, *WHILE_BUSY)


@pytest.mark.parametrize("seed", range(4))
def test_nor_is_what_is_typed_before_the_program_runs(seed: int, shipped: Path) -> None:
    play_at_the_start(shipped, seed)


@pytest.mark.parametrize(("seed", "count"), PLAYED.items())
def test_bursts_go_through_every_dialog(seed: int, count: int) -> None:
    source, shown, typed = Bursts(seed), Shown(), ""
    for _ in range(count):
        keys, shown = source.next(shown)
        typed += keys
    assert all(opening in typed for opening in ("/", "\x06", "u", "\x1b[17~", "d", "\x10", ":"))
