"""Keys typed in bursts, before and while dialogs open: each counts, in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.bursts import Bursts, Shown, busy, play, play_at_the_start


@pytest.mark.parametrize("seed", range(3))
def test_no_key_of_a_burst_is_lost_or_runs_on(seed: int, shipped: Path) -> None:
    play(shipped, seed, 20)


def test_nor_on_a_busy_machine(shipped: Path) -> None:
    with busy():
        play(shipped, 100, 10)


@pytest.mark.parametrize("seed", range(4))
def test_nor_is_what_is_typed_before_the_program_runs(seed: int, shipped: Path) -> None:
    play_at_the_start(shipped, seed)


def test_bursts_go_through_every_dialog() -> None:
    source, shown, typed = Bursts(0), Shown(), ""
    for _ in range(60):
        keys, shown = source.next(shown)
        typed += keys
    assert all(opening in typed for opening in ("/", "\x06", "u", "\x1b[17~", "d", "\x10", ":"))
