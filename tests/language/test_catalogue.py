"""The English catalogue keeps step with the code: nothing missing, stale or English at heart."""

from __future__ import annotations

import ast
import io
import string
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import briefing
from briefing.language import DOMAIN, LOCALE_DIRECTORY, Language, Translator, translator

PACKAGE = Path(briefing.__file__).parent
CATALOGUE = LOCALE_DIRECTORY / "en" / "LC_MESSAGES"
MARKERS = {"gettext": 1, "N_": 1, "ngettext": 2}


def marked(path: Path) -> Iterator[tuple[str, ...]]:
    """The message ids that a module marks; every one a literal."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        wanted = node.args[: MARKERS.get(name, 0)]
        texts = tuple(
            each.value
            for each in wanted
            if isinstance(each, ast.Constant) and isinstance(each.value, str)
        )
        if texts and len(texts) == len(wanted):
            yield texts


IN_CODE = {ids for path in sorted(PACKAGE.rglob("*.py")) for ids in marked(path)}


def catalogue() -> Catalog:
    with (CATALOGUE / f"{DOMAIN}.po").open("rb") as file:
        return read_po(file, locale="en")


def both(texts: object) -> tuple[str, ...]:
    return tuple(texts) if isinstance(texts, (tuple, list)) else (str(texts),)


MESSAGES: list[Message] = [message for message in catalogue() if message.id]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_text_of_the_code_is_in_the_catalogue_and_no_other() -> None:
    known = {both(message.id) for message in MESSAGES}
    assert sorted(IN_CODE - known) == []
    assert sorted(known - IN_CODE) == []


def test_every_text_has_an_english_form_that_a_person_wrote() -> None:
    missing = [message.id for message in MESSAGES if not all(both(message.string)) or message.fuzzy]
    assert missing == []


def test_english_has_the_placeholders_of_the_vietnamese() -> None:
    wrong = [
        (text, english)
        for message in MESSAGES
        for text in both(message.id)
        for english in both(message.string)
        if english and placeholders(text) != placeholders(english)
    ]
    assert wrong == []


def test_english_keeps_the_spaces_at_the_ends() -> None:
    wrong = [
        message.id
        for message in MESSAGES
        for text, english in zip(both(message.id), both(message.string), strict=False)
        if (text[:1].isspace(), text[-1:].isspace())
        != (english[:1].isspace(), english[-1:].isspace())
    ]
    assert wrong == []


def test_the_compiled_catalogue_is_the_text_one_compiled() -> None:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue())
    assert (CATALOGUE / f"{DOMAIN}.mo").read_bytes() == compiled.getvalue()


def test_texts_are_in_composed_form() -> None:
    texts = [text for message in MESSAGES for text in both(message.id) + both(message.string)]
    assert [text for text in texts if not unicodedata.is_normalized("NFC", text)] == []


VIETNAMESE_LETTERS = set("àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ")
WITHOUT_MARKS = frozenset(
    {"giao", "xanh", "xong", "theo", "trong", "sau", "cao", "hai", "khi", "cho", "thay", "danh"}
    | {"thanh", "tra", "tb"}
)
"""Vietnamese words of our texts that carry no mark at all."""


def is_vietnamese(text: str) -> bool:
    letters = text.lower()
    if not VIETNAMESE_LETTERS.isdisjoint(letters):
        return True
    words = "".join(sign if sign.isalpha() else " " for sign in _without_names(letters)).split()
    return not words or not WITHOUT_MARKS.isdisjoint(words)


def _without_names(text: str) -> str:
    return "".join(literal for literal, _, _, _ in string.Formatter().parse(text))


def test_message_ids_are_vietnamese() -> None:
    english = [text for ids in IN_CODE for text in ids if not is_vietnamese(text)]
    assert sorted(english) == []


def test_english_texts_hold_no_vietnamese() -> None:
    mixed = [
        english
        for message in MESSAGES
        for english in both(message.string)
        if not VIETNAMESE_LETTERS.isdisjoint(english.lower())
    ]
    assert mixed == []


def test_vietnamese_needs_no_catalogue() -> None:
    vi = Translator(Language.VI)
    assert vi.gettext("quá hạn") == "quá hạn"
    assert vi.ngettext("{count} ngày", "{count} ngày", 2) == "{count} ngày"


@pytest.mark.parametrize("language", Language)
def test_an_empty_text_stays_empty(language: Language) -> None:
    assert translator(language).gettext("") == ""


def test_a_text_without_english_is_shown_in_vietnamese(en: Translator) -> None:
    assert en.gettext("một câu chưa ai dịch") == "một câu chưa ai dịch"


def test_a_field_without_english_is_shown_in_vietnamese(vi: Translator, en: Translator) -> None:
    assert en.pick("Ninh Bình", "Ninh Binh") == "Ninh Binh"
    assert en.pick("Ninh Bình", "") == "Ninh Bình"
    assert vi.pick("Ninh Bình", "Ninh Binh") == "Ninh Bình"
