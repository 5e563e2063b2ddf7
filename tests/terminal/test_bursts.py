"""Keys typed in bursts, before and while dialogs open: each counts, in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calling import command
from tests.terminal.bursts import Bursts, Shown, busy, play, play_at_the_start
from tests.terminal.storm import Steady

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


OWN = {
    "who is compared": ("4", "+", "quang"),
    "by what": ("4", "z", "quang"),
    "what is ranked": ("5", "z", "quang"),
    "whom to list": ("5", "f", "quang"),
    "what if": ("p", "w", "quang"),
    "the period before": ("5", ",", "G"),
    "one that is chosen": ("4", "+", "vung", "\r", "G", "l"),
    "Escape and a digit": ("/", "quang", "\x1b", "5", "g"),
    "Escape and a sign": ("/", "quang", "\x1b", "/", "an"),
    "Escape, then an arrow": ("3", "d", "zz", "\x1b", "\x1b[B", "\x1b[B", "\r"),
}
"""Keys of one screen only, and what is typed behind them."""


@pytest.mark.parametrize("keys", OWN.values(), ids=OWN)
def test_keys_in_one_piece_do_what_they_do_one_by_one(keys: tuple[str, ...], shipped: Path) -> None:
    start = command("--unit", "49")
    with Steady(start, shipped, size=(100, 30)) as app:
        app.wait_for("Enter mở")
        for key in keys:
            app.look_for(0.5)
            app.type(key)
        app.look_for(0.7)
        wanted = app.lines
        app.type("\x11")
        assert app.wait() == 0
    with Steady(start, shipped, size=(100, 30)) as app:
        app.type("".join(keys))
        app.wait_until(lambda app: app.lines == wanted, "as typed one by one")
        app.look_for(0.2)
        assert app.lines == wanted
        app.type("\x11")
        assert app.wait() == 0


def test_the_row_typed_for_stays_in_view_on_a_low_screen(shipped: Path) -> None:
    with Steady(command("--unit", "92"), shipped, size=(40, 12)) as app:
        app.type("pwha noi\rbz")
        app.wait_until(
            lambda app: app.text.count("bz") == 2 and "Tính ngược: muốn   " in app.text,
            "typed into the field and shown in its row",
        )
        app.type("\x11")
        assert app.wait() == 0
