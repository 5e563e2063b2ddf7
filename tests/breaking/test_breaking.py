"""The runs by hand in small; ``make two-at-once``, ``make kill`` and ``make damage`` are long."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.breaking import kill, two_at_once
from tests.breaking.damage import KINDS, Bench, Damage, flipped, flips
from tests.breaking.kill import Work
from tests.breaking.states import QUESTIONS
from tests.breaking.two_at_once import Crowd

POINTS = 8
FLIPS = 20


def test_a_crowd_sees_one_state_or_the_other_and_no_trouble(tmp_path: Path) -> None:
    crowd = Crowd(5.0, on_terminals=1, printing=2, syncing=2, rebuilding=1)
    outcome = two_at_once.run(crowd, tmp_path)
    assert outcome.wrong == ()
    assert outcome.done["pages printed"] and outcome.done["syncs"] and outcome.done["rebuilds"]


def test_a_log_that_skips_or_repeats_a_change_is_noticed() -> None:
    told = [("t", "x", "goal", old, new) for old, new in (("1", "2"), ("2", "1"), ("2", "1"))]
    assert two_at_once.log_faults(told[:2]) == []
    assert len(two_at_once.log_faults(told)) == 1


@pytest.mark.parametrize("work", Work)
def test_what_is_killed_is_done_wholly_or_not_at_all(work: Work, tmp_path: Path) -> None:
    outcome = kill.run(work, POINTS, tmp_path)
    assert outcome.wrong == ()
    assert outcome.before + outcome.after == POINTS
    assert outcome.before, "none was killed before it was done"


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """An undamaged folder."""
    return Bench(tmp_path_factory.mktemp("damage"))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_damaged_database_is_mended_or_told(bench: Bench, kind: Damage) -> None:
    before = len(bench.outcome.wrong)
    bench.print(kind, [QUESTIONS[KINDS.index(kind) % len(QUESTIONS)]])
    assert bench.outcome.wrong[before:] == ()


def test_no_flipped_bit_shows_a_wrong_figure(bench: Bench) -> None:
    before = len(bench.outcome.wrong)
    for number, bit in enumerate(flips(FLIPS, bench.size)):
        bench.print(flipped(bit), [QUESTIONS[number % len(QUESTIONS)]], again=number == 0)
    assert bench.outcome.wrong[before:] == ()
    assert bench.outcome.ended["mended"] >= FLIPS * 0.9


@pytest.mark.parametrize("kind", [KINDS[10], KINDS[16], flipped(300_001)], ids=lambda k: k.name)
def test_the_program_opens_on_a_damaged_database_or_says_why_not(
    bench: Bench, kind: Damage
) -> None:
    before = len(bench.outcome.wrong)
    bench.open(kind)
    assert bench.outcome.wrong[before:] == ()
