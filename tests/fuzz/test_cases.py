"""Two thousand seeded cases on every reader; a hundred thousand by hand with ``make fuzz``."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fuzz import run as runner
from tests.fuzz.plain import check_plain
from tests.fuzz.watch import limited

CASES = 2000
SEED = 20261122


def test_two_thousand_hostile_cases_are_accepted_or_refused_in_plain_words(tmp_path: Path) -> None:
    tallies = runner.run(CASES, SEED, keep=tmp_path)
    assert [failure for tally in tallies.values() for failure in tally.failures] == []
    assert sum(tally.accepted + tally.refused for tally in tallies.values()) == CASES
    assert [name for name, tally in tallies.items() if not tally.accepted] == []
    assert [name for name, tally in tallies.items() if not tally.refused] == []


def test_a_seed_and_a_number_give_the_same_case_again(tmp_path: Path) -> None:
    for name, kind in runner.TARGETS.items():
        first, second = (kind(tmp_path / name.replace(" ", "")) for _ in range(2))
        cases = [runner.case_of(first, 7, number) for number in range(5)]
        assert cases == [runner.case_of(second, 7, number) for number in range(5)]
        assert cases != [runner.case_of(second, 8, number) for number in range(5)]


class Planted:
    """A reader with a fault in it."""

    name = "planted"

    def __init__(self, take: Callable[[bytes], bool]):
        self.take = take

    def make(self, chance: random.Random) -> bytes:
        """Ten bytes."""
        return chance.randbytes(10)


def _hang(case: bytes) -> bool:
    with limited(0.05):
        while case:
            pass
    return True


def _crash(case: bytes) -> bool:
    raise KeyError(case[0])


def _obeyed(case: bytes) -> bool:
    check_plain("\x1b[31m")
    return bool(case)


@pytest.mark.parametrize(
    ("take", "told"), [(_hang, "HangError"), (_crash, "KeyError"), (_obeyed, "NotPlainError")]
)
def test_a_reader_that_hangs_crashes_or_lets_an_escape_through_is_found(
    take: Callable[[bytes], bool], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "TARGETS", {"planted": lambda root: Planted(take)})
    name, tally = runner.work("planted", 3, range(2), tmp_path)
    assert (name, tally.accepted, tally.refused, len(tally.failures)) == ("planted", 0, 0, 2)
    assert told in tally.failures[1] and "seed 3, case 1" in tally.failures[1]
    kept = tmp_path / "planted-3-1.case"
    assert kept.read_bytes() == runner.case_of(Planted(take), 3, 1)
    with pytest.raises(BaseException) as again:
        runner.replay("planted", kept)
    assert again.typename == told
