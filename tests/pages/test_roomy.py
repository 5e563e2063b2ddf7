"""Arrows and signs of comparison in ASCII have blanks around where the line can give one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.display import Glyphs
from briefing.domain.spelling import width
from briefing.glyphs import drawn
from briefing.pages.roomy import spread, spread_text


def in_ascii(text: str, room: int = 0) -> str:
    return drawn(spread_text(text, room), Glyphs.ASCII)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Hạng 5/63 → hạng 3/63  ↑ lên 2 bậc", "Hạng 5/63 -> hạng 3/63 ^ lên 2 bậc"),
        ("hạng ≤ 20  2022", "hạng <= 20 2022"),
        ("mức  ≥ 50%  2022", "mức >= 50%  2022"),
        ("→ Vị thế của Hải Phòng", "->Vị thế của Hải Phòng"),
        ("  ≥ 50%", "  >=50%"),
        ("0,8000  →   0,9000", "0,8000  ->  0,9000"),
    ],
)
def test_the_cell_comes_from_a_gap_that_stays_one(text: str, shown: str) -> None:
    assert in_ascii(text) == shown
    assert len(in_ascii(text)) == len(text)


def test_what_is_printed_grows_to_the_right_as_far_as_there_is_room() -> None:
    assert in_ascii("0,69 → 0,70 · 692 → 702", 25) == "0,69 -> 0,70 - 692 -> 702"
    assert in_ascii("0,69 → 0,70 · 692 → 702", 23) == "0,69 ->0,70 - 692 ->702"
    assert in_ascii("cần ≤ 20\n\ncần ≤ 20", 9) == "cần <= 20\n\ncần <= 20"


def test_the_empty_part_of_a_bar_gives_no_blank() -> None:
    assert spread(["cần ≥ 50 ", "    ", " x"], ["page", "bar", "page"]) == [
        "cần ≥ 50 ", "    ", " x",
    ]  # fmt: skip
    assert spread(["cần ≥ 50 ", "    ", "   x"], ["page", "bar", "page"]) == [
        "cần ≥ 50 ", "    ", "   x",
    ]  # fmt: skip
    assert spread(["cần ≥ 50  ", "    ", " x"], ["page", "bar", "page"]) == [
        "cần >= 50 ", "    ", " x",
    ]  # fmt: skip


PIECES = st.lists(st.text("→≥≤ aé9─", max_size=8), max_size=6)


@given(PIECES, st.lists(st.integers(0, 1), min_size=6, max_size=6))
def test_a_line_stays_as_wide_and_no_word_is_lost_or_joined(
    pieces: list[str], grounds: list[int]
) -> None:
    made = spread(pieces, grounds[: len(pieces)])
    before, after = "".join(pieces), "".join(made)
    assert len(made) == len(pieces) and width(after) == width(before)
    plain = after.replace("->", "→").replace(">=", "≥").replace("<=", "≤")
    assert plain.split() == before.split()
