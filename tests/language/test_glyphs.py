"""The table of glyphs: every glyph has stand-ins of its width that old terminals have."""

from __future__ import annotations

import unicodedata
from itertools import chain

import pytest

from briefing.display import Glyphs
from briefing.domain.plain_text import visible, width
from briefing.glyphs import BEFORE_A_VALUE, TWINS, drawn
from briefing.pages.bars import EIGHTHS
from briefing.statuses import AGENDA, CARRIED, LIGHTS, QUARTERS, SYSTEMS, TARGETS, TASKS

STATUSES = (TARGETS, TASKS, AGENDA, CARRIED, SYSTEMS, LIGHTS, QUARTERS)

WGL4 = frozenset(
    chr(code)
    for code in chain(
        range(0x20, 0x7F), range(0xA0, 0x180), (0x192,), range(0x1FA, 0x200),
        (0x2C6, 0x2C7, 0x2C9), range(0x2D8, 0x2DE), range(0x384, 0x38B), (0x38C,),
        range(0x38E, 0x3A2), range(0x3A3, 0x3CF), range(0x400, 0x460), (0x490, 0x491),
        range(0x1E80, 0x1E86), (0x1EF2, 0x1EF3), range(0x2013, 0x2016), range(0x2017, 0x201F),
        range(0x2020, 0x2023), (0x2026, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x203C, 0x203E),
        (0x2044, 0x207F, 0x20A3, 0x20A4, 0x20A7, 0x20AC, 0x2105, 0x2113, 0x2116, 0x2122, 0x2126),
        (0x212E,), range(0x215B, 0x215F), range(0x2190, 0x2196), (0x21A8, 0x2202, 0x2206, 0x220F),
        (0x2211, 0x2212, 0x2215, 0x2219, 0x221A, 0x221E, 0x221F, 0x2229, 0x222B, 0x2248),
        (0x2260, 0x2261, 0x2264, 0x2265, 0x2302, 0x2310, 0x2320, 0x2321, 0x2500, 0x2502),
        (0x250C, 0x2510, 0x2514, 0x2518, 0x251C, 0x2524, 0x252C, 0x2534, 0x253C),
        range(0x2550, 0x256D), (0x2580, 0x2584, 0x2588, 0x258C), range(0x2590, 0x2594),
        (0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25AC, 0x25B2, 0x25BA, 0x25BC, 0x25C4, 0x25CA, 0x25CB),
        (0x25CF, 0x25D8, 0x25D9, 0x25E6, 0x263A, 0x263B, 0x263C, 0x2640, 0x2642, 0x2660, 0x2663),
        (0x2665, 0x2666, 0x266A, 0x266B, 0xFB01, 0xFB02),
    )
)  # fmt: skip
"""Windows Glyph List 4: what the fonts of an old Windows console have."""


@pytest.mark.parametrize("glyph", TWINS)
def test_every_stand_in_is_as_wide_as_its_glyph(glyph: str) -> None:
    for shown in TWINS[glyph]:
        assert len(shown) == 1
        assert width(shown) == width(glyph) == 1


def test_stand_ins_for_pairs_are_as_wide_as_the_pair() -> None:
    assert {width(sign) - width(pair) for sign, pair in BEFORE_A_VALUE.items()} == {0}


def test_the_last_column_is_ascii_and_the_first_is_in_wgl4() -> None:
    assert [plain for plain, _ in TWINS.values() if plain not in WGL4] == []
    assert [shown for _, shown in TWINS.values() if not shown.isascii()] == []


def test_signs_drawn_as_they_are_on_an_old_console_are_in_wgl4() -> None:
    assert {sign[0] for sign in BEFORE_A_VALUE} <= WGL4


def test_vietnamese_letters_stay_in_every_set() -> None:
    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
    tones = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
    said = "".join(unicodedata.normalize("NFC", c + tone) for c in letters for tone in tones)
    for glyphs in Glyphs:
        assert drawn(said + said.upper(), glyphs) == said + said.upper()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("cần ≥ 50%", "cần >=50%"),
        ("hạng ≤ 12", "hạng <=12"),
        ("> 50%", "> 50%"),
        ("50% → 60%", "50% ->60%"),
        ("≥50%", "≥50%"),
        ("−5 · 70–80%", "-5 - 70-80%"),
        ("Thành lập Ban chỉ đ…", "Thành lập Ban chỉ đ~"),
        ("▲ chậm", "! chậm"),
        ("79,15 ¹", "79,15 a"),
    ],
)
def test_ascii_says_the_same(text: str, shown: str) -> None:
    assert drawn(text, Glyphs.ASCII) == shown


def test_no_status_or_mark_becomes_the_sign_of_equals() -> None:
    marks = {shown.glyph for table in STATUSES for shown in table.values()} | set("★►○●")
    assert [glyph for glyph in marks if drawn(glyph, Glyphs.ASCII) == "="] == []


def test_the_best_is_told_from_every_quarter_and_mark_of_a_ranking() -> None:
    others = {mark.glyph for mark in QUARTERS.values()} | set("►•○◇■")
    in_ascii = [drawn(glyph, Glyphs.ASCII) for glyph in sorted(others)]
    assert len(set(in_ascii)) == len(in_ascii)
    assert drawn("★", Glyphs.ASCII) not in {*in_ascii, *"=*"}


def test_a_bar_grows_with_its_share_in_every_set() -> None:
    assert drawn("".join(EIGHTHS) + "█", Glyphs.ASCII) == "  ---==##"
    assert drawn("".join(EIGHTHS) + "█", Glyphs.PLAIN) == "   ▌▌▌███"


def test_what_makes_control_characters_visible_has_stand_ins() -> None:
    for code in (*range(0x20), 0x7F):
        shown = drawn(visible(chr(code)), Glyphs.ASCII)
        assert shown.isascii() and shown.isprintable()


def test_nothing_is_changed_where_all_glyphs_are_at_hand() -> None:
    said = "".join(TWINS) + "≥ 50%"
    assert drawn(said, Glyphs.FULL) == said
