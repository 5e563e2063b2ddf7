"""The composer of the tests spells as the input methods of record do."""

from __future__ import annotations

import pytest

from tests.typing.composer import Method, Placing, Sent, Word, read_from, sent_for

WORDS: list[tuple[str, str, str]] = [
    ("Quảng Nam", "Quarng Nam", "Qua3ng Nam"),
    ("Quảng Nam", "Quangr Nam", "Quang3 Nam"),
    ("Hải Dương", "Hari Duwowng", "Ha3i Du7o7ng"),
    ("Hải Dương", "Hair Duongw", "Hai3 Duong7"),
    ("Đắk Lắk", "DDawsk Lawsk", "D9a81k La81k"),
    ("Đắk Lắk", "Dakdws Lakws", "Dak981 Lak81"),
    ("Thừa Thiên Huế", "Thuwfa Thieen Huees", "Thu72a Thie6n Hue61"),
    ("Ninh Bình", "Ninh Binhf", "Ninh Binh2"),
    ("Nghệ An", "Ngheej An", "Nghe65 An"),
    ("Bắc Giang", "Bawsc Giang", "Ba81c Giang"),
    ("Hà Nội", "Haf Nooij", "Ha2 No6i5"),
    ("Cần Thơ", "Caanf Thow", "Ca6n2 Tho7"),
    ("Đà Nẵng", "DDaf Nawngx", "D9a2 Na8ng4"),
    ("Bình Phước", "Binhf Phuwowcs", "Binh2 Phu7o7c1"),
    ("quý giá", "quys gias", "quy1 gia1"),
    ("toán", "toans", "toan1"),
    ("nguyễn", "nguyeenx", "nguye6n4"),
]


@pytest.mark.parametrize(("wanted", "telex", "vni"), WORDS)
def test_known_words_come_out_right(wanted: str, telex: str, vni: str) -> None:
    assert read_from(sent_for(telex, "telex")) == wanted
    assert read_from(sent_for(vni, "vni")) == wanted


def test_a_tone_on_the_last_letter_is_one_backspace_and_one_letter() -> None:
    assert sent_for("as", "telex") == [Sent(0, "a"), Sent(1, "á")]
    assert sent_for("a1", "vni") == [Sent(0, "a"), Sent(1, "á")]


def test_a_tone_behind_a_consonant_rewrites_that_too() -> None:
    assert sent_for("toans", "telex")[-1] == Sent(2, "án")


@pytest.mark.parametrize(
    ("placing", "keys", "last", "word"),
    [
        ("old", "hoas", Sent(2, "óa"), "hóa"),
        ("new", "hoas", Sent(1, "á"), "hoá"),
        ("old", "hoasn", Sent(2, "oán"), "hoán"),
        ("new", "hoasn", Sent(0, "n"), "hoán"),
    ],
)
def test_a_tone_that_moves_sends_plain_letters_again(
    placing: Placing, keys: str, last: Sent, word: str
) -> None:
    sent = sent_for(keys, "telex", placing)
    assert sent[-1] == last
    assert read_from(sent) == word


@pytest.mark.parametrize("method", ["telex", "vni"])
def test_a_key_that_changes_nothing_passes(method: Method) -> None:
    for key in "bcghklmnpqtv":
        assert Word(method).press(key) == Sent(0, key)
    for key in "sfrxjw123456789":
        assert Word(method).press(key) == Sent(0, key)


def test_the_same_tone_twice_gives_the_key_itself() -> None:
    assert read_from(sent_for("ass", "telex")) == "as"
    assert read_from(sent_for("a11", "vni")) == "a1"


def test_a_mark_or_a_space_ends_the_word() -> None:
    assert read_from(sent_for("a s", "telex")) == "a s"
    assert read_from(sent_for("a/s", "telex")) == "a/s"
