"""Vietnamese spelling: searched without diacritics, sorted with them."""

from __future__ import annotations

import random
import unicodedata

import pytest

from briefing.domain.spelling import fold, nfc, same_spelling, sort_key

FOLDED = [
    pytest.param("Đắk Lắk", "dak lak", id="stroke d and stacked marks"),
    pytest.param("  Hải\u00a0 Dương\t", "hai duong", id="spaces of every kind"),
    pytest.param("ƯỚC TÍNH", "uoc tinh", id="capitals with horns"),
    pytest.param("Ðà Nẵng", "da nang", id="the Icelandic letter that looks like Đ"),
    pytest.param("Nghệ\u200b An", "nghe an", id="a zero-width space"),
    pytest.param("QĐ 942/QĐ-UBND", "qd 942/qd-ubnd", id="a document's number"),
    pytest.param("", "", id="nothing"),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_folding_leaves_what_can_be_typed_without_an_input_method(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


def test_every_vietnamese_letter_folds_to_one_ascii_letter() -> None:
    tones = ["", *"\u0300\u0309\u0303\u0301\u0323"]
    vowels = [nfc(v + tone) for v in "aăâeêioôơuưy" for tone in tones]
    for letter in [*vowels, "đ", *"bcdghklmnpqrstvx"]:
        for form in (letter, letter.upper(), unicodedata.normalize("NFD", letter)):
            folded = fold(form)
            assert len(folded) == 1 and folded.isascii(), letter


def test_folding_twice_changes_nothing() -> None:
    for text in ("Thừa Thiên Huế", "Bà Rịa - Vũng Tàu", "İstanbul", "ﬁ"):
        assert fold(fold(text)) == fold(text)


def test_text_is_kept_composed() -> None:
    assert nfc(unicodedata.normalize("NFD", "Nghệ An")) == "Nghệ An"


IN_ORDER = [
    pytest.param("An Giang|Ăn|Ấn", id="a ă â"),
    pytest.param("Bà Rịa - Vũng Tàu|Bạc Liêu|Bắc Giang|Bắc Kạn|Bình Dương", id="ba bac băc"),
    pytest.param("Dân|Duy|Đà Nẵng|Đắk Lắk|Đồng Nai|Em", id="Đ after D"),
    pytest.param("ma|mà|mả|mã|má|mạ", id="tones: none, huyền, hỏi, ngã, sắc, nặng"),
    pytest.param("mạ|man|màn|mang", id="a letter more outweighs any tone"),
    pytest.param("má a|ma b", id="tones only break ties of the whole"),
    pytest.param("Hà Nam|Hà Nội|Hàm Tân", id="word by word"),
    pytest.param("ơn|ớn|pa", id="ơ before p"),
    pytest.param("on|ôn|ơn|phin|ty|ứng|vàng", id="o ô ơ … u ư v"),
    pytest.param("hà|Hà|há", id="small before capital, after the tones"),
    pytest.param("Lübeck|Luna|Lý", id="foreign marks make no other letter"),
    pytest.param("16/18|7/20|Quận", id="digits before letters"),
    pytest.param("Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|Quảng Trị", id="provinces"),
]


@pytest.mark.parametrize("row", IN_ORDER)
def test_vietnamese_alphabetical_order(row: str) -> None:
    words = row.split("|")
    shuffled = words[:]
    random.Random(1).shuffle(shuffled)
    assert sorted(shuffled, key=sort_key) == words
    apart = [unicodedata.normalize("NFD", word) for word in shuffled]
    assert [nfc(word) for word in sorted(apart, key=sort_key)] == words


def test_the_order_holds_in_sqlite_too() -> None:
    names = ["Đắk Lắk", "Duy", "ma", "mạ", "16/18", "Ấn", "漢字"]
    keys = [sort_key(name) for name in names]
    assert sorted(keys) == sorted(keys, key=lambda key: key.encode())
    assert not any("\0" in key for key in keys)


def test_where_the_tone_stands_makes_no_difference_to_the_order() -> None:
    for old, new in (("Hoà", "Hòa"), ("Thanh Hoá", "Thanh Hóa"), ("thuỷ", "thủy")):
        assert old != new
        assert sort_key(old) == sort_key(new)


SAME = [
    pytest.param("Hoà Bình", "Hòa Bình", True, id="tone placement"),
    pytest.param("Khánh Hoà", "KHÁNH  HÒA ", True, id="case and spaces"),
    pytest.param("Nghệ An", unicodedata.normalize("NFD", "Nghệ An"), True, id="encoding"),
    pytest.param("Hoa Bình", "Hòa Bình", False, id="another tone"),
    pytest.param("Hòa Bính", "Hóa Bình", False, id="tones in other words"),
    pytest.param("Đông", "Dông", False, id="another letter"),
    pytest.param("Đồng", "Đông", False, id="tone gone"),
    pytest.param("Vũng-Tàu", "Vũng Tàu", False, id="a hyphen"),
    pytest.param("", " ", True, id="nothing"),
]


@pytest.mark.parametrize(("first", "second", "same"), SAME)
def test_two_spellings_of_one_name(first: str, second: str, same: bool) -> None:
    assert same_spelling(first, second) is same
    assert same_spelling(second, first) is same
