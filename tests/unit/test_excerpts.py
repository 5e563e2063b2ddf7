"""The mark stands under the value, whatever the line is made of."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.domain.plain_text import width
from briefing.excerpts import excerpt
from tests.fuzz.plain import check_plain


def marked(line: str, column: int, cells: int = 100) -> str:
    """The part of the shown line that stands above the mark, found by counting cells."""
    shown = excerpt(line, column, cells)
    before = next(n for n in range(len(shown.line) + 1) if width(shown.line[:n]) >= shown.indent)
    after = next(
        (
            n
            for n in range(before, len(shown.line) + 1)
            if width(shown.line[before:n]) >= len(shown.mark)
        ),
        len(shown.line),
    )
    return shown.line[before:after]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("    goal: 1.470", "1.470"),
        ("    goal: 1.470  # chú thích", "1.470"),
        ('    title: "Tỷ lệ, %" # x', '"Tỷ lệ, %"'),
        ("    title: 'đạt ''50''' ", "'đạt ''50'''"),
        ("  - {on: 2023-06-30, value: 4x}", "4x"),
        ("    title: Hồ sơ trực tuyến", "Hồ sơ trực tuyến"),
        ("nb,37,ba,2022-01-01", "ba"),
        ("    at: 12:30", "12:30"),
    ],
)
def test_the_mark_is_as_long_as_the_value(line: str, value: str) -> None:
    assert marked(line, line.index(value) + 1) == value


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_vietnamese_in_either_encoding_moves_the_mark_by_no_cell(
    form: Literal["NFC", "NFD"],
) -> None:
    line = unicodedata.normalize(form, "  {tên: Đổi mới ở Đắk Lắk, mức: bốn mươi}")
    value = unicodedata.normalize(form, "bốn mươi")
    shown = excerpt(line, line.index(value) + 1, 100)
    assert (shown.indent, len(shown.mark)) == (len("  {tên: Đổi mới ở Đắk Lắk, mức: "), 8)


def test_wide_letters_take_two_cells() -> None:
    line = "  note: {東京: x}"
    shown = excerpt(line, line.index("x") + 1, 100)
    assert (shown.indent, shown.mark) == (len("  note: {") + 4 + len(": "), "^")


def test_a_tab_is_one_sign_that_can_be_seen() -> None:
    shown = excerpt("\t\tdocument: x", 13, 100)
    assert shown.line == "␉␉document: x"
    assert (shown.indent, shown.mark) == (12, "^")


def test_nothing_in_a_line_is_obeyed() -> None:
    shown = excerpt("goal: \x1b[31m\x1b]0;x\x07 [/bold]", 7, 100)
    assert "\x1b" not in shown.line and "\x07" not in shown.line
    assert "[/bold]" in shown.line, "markup is text"


def test_a_place_at_the_end_of_a_line_still_has_a_mark() -> None:
    shown = excerpt("goal:", 6, 100)
    assert (shown.line, shown.indent, shown.mark) == ("goal:", 5, "^")


def test_a_long_line_is_cut_on_both_sides_of_the_value() -> None:
    line = "title: " + "dài " * 100 + "SAI " + "sau " * 100
    shown = excerpt(line, line.index("SAI") + 1, 60)
    assert shown.line.startswith("…") and shown.line.endswith("…")
    assert width(shown.line) <= 60
    assert marked(line, line.index("SAI") + 1, 60).startswith("SAI")


def test_a_mark_behind_a_line_that_fills_its_room_still_fits() -> None:
    shown = excerpt("x" * 40, 41, 40)
    assert shown.indent + len(shown.mark) <= 40 and width(shown.line) <= 40


@given(st.text(max_size=200), st.integers(0, 300), st.integers(20, 120))
def test_any_line_is_plain_and_fits(line: str, column: int, cells: int) -> None:
    shown = excerpt(line, column, cells)
    check_plain(shown.line)
    assert width(shown.line) <= cells
    assert set(shown.mark) == {"^"}
    assert shown.indent + len(shown.mark) <= cells
