"""Text from outside is shown, never obeyed, and fits where it is put."""

from __future__ import annotations

import sys
import unicodedata
from itertools import chain

import pytest

from briefing.domain.plain_text import clip, visible, width

SEEN = [
    pytest.param("Nghệ An [/x] 69,83%", "Nghệ An [/x] 69,83%", id="ordinary text, markup and all"),
    pytest.param("\x1b[31mđỏ\x1b[0m", "␛[31mđỏ␛[0m", id="escape sequences"),
    pytest.param("a\nb\r\nc\rd", "a⏎b⏎c␍d", id="line breaks"),
    pytest.param("a\tb\0c\x7f", "a␉b␀c␡", id="tab, nul, delete"),
    pytest.param("\x9b31m", "\\x9b31m", id="the one-byte escape sequence"),
    pytest.param("\u202eabc\u2066", "\\u202eabc\\u2066", id="direction overrides"),
    pytest.param("a\u2028b", "a\\u2028b", id="a line separator"),
    pytest.param("a\ud800b", "a\\ud800b", id="half a surrogate pair"),
    pytest.param("\U000e0041", "\\U000e0041", id="a tag nobody sees"),
    pytest.param("Hải\u00a0Dương", "Hải\u00a0Dương", id="a no-break space is a space"),
    pytest.param("👩\u200d💻", "👩\u200d💻", id="a joiner holds an emoji together"),
    pytest.param("e\u0302\u0301", "e\u0302\u0301", id="combining marks"),
    pytest.param("", "", id="nothing"),
]


@pytest.mark.parametrize(("text", "shown"), SEEN)
def test_what_could_be_obeyed_is_made_visible(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert visible(shown) == shown


SUSPECT = (range(0x3000), range(0xD7F0, 0xE010), range(0xF8F0, 0x10010), range(0xE0000, 0xE0200))


def test_no_character_gets_through_to_the_terminal_as_a_control() -> None:
    obeyed = {"Cc", "Cs", "Zl", "Zp"}
    directions = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
    for code in chain(*SUSPECT, [sys.maxunicode]):
        shown = visible(chr(code))
        assert shown
        for character in shown:
            assert unicodedata.category(character) not in obeyed, hex(code)
            assert unicodedata.bidirectional(character) not in directions, hex(code)


WIDTHS = [
    pytest.param("Nghệ An", 7, id="composed"),
    pytest.param(unicodedata.normalize("NFD", "Nghệ An"), 7, id="decomposed"),
    pytest.param("漢字", 4, id="wide"),
    pytest.param("ｱ", 1, id="half-width katakana"),
    pytest.param("Ａ", 2, id="full-width Latin"),
    pytest.param("a\u200bb", 2, id="a zero-width space"),
    pytest.param("한", 2, id="a Korean syllable"),
    pytest.param("\u1112\u1161\u11ab", 2, id="the same from its parts"),
    pytest.param("▕███▌┃", 6, id="bars"),
    pytest.param("", 0, id="nothing"),
]


@pytest.mark.parametrize(("text", "cells"), WIDTHS)
def test_width_in_cells(text: str, cells: int) -> None:
    assert width(text) == cells


CLIPPED = [
    pytest.param("Nghệ An", 7, "Nghệ An", id="fits exactly"),
    pytest.param("Nghệ An", 6, "Nghệ…", id="no space before the mark"),
    pytest.param("Nghệ An", 1, "…", id="only the mark"),
    pytest.param("Nghệ An", 0, "", id="no room"),
    pytest.param("Nghệ An", -3, "", id="less than no room"),
    pytest.param("漢字", 3, "漢…", id="wide, odd room"),
    pytest.param("漢字", 2, "…", id="a wide character that does not fit"),
    pytest.param("e\u0302\u0301tat", 2, "e\u0302\u0301…", id="marks stay with their letter"),
    pytest.param("", 5, "", id="nothing"),
]


@pytest.mark.parametrize(("text", "cells", "clipped"), CLIPPED)
def test_clipping(text: str, cells: int, clipped: str) -> None:
    assert clip(text, cells) == clipped


def test_a_mark_that_does_not_fit_is_left_out() -> None:
    assert clip("Nghệ An", 2, "...") == "Ng"
    assert clip("Nghệ An", 4, "...") == "N..."


def test_a_clipped_text_never_takes_more_room_than_given() -> None:
    for text in ("Sở Thông tin và Truyền thông", "漢字 và chữ", "e\u0302\u0301" * 5, "x" * 300):
        for cells in range(40):
            short = clip(text, cells)
            assert width(short) <= cells
            assert (short == text) is (width(text) <= cells)
