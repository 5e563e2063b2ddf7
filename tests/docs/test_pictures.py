"""The pictures in the documents are the program's, as it is today, and need nothing else."""

from __future__ import annotations

import re
import unicodedata

import pytest

from briefing.language import Language
from briefing.settings import Settings
from tools.examples import PAGES
from tools.picture import PICTURES, SCENES, draw, text_of

DRAWN = [(name, language) for name in SCENES for language in Language]


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal like any other, whoever runs the tests."""
    for name in ("NO_COLOR", "COLORTERM", "TEXTUAL"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(("name", "language"), DRAWN)
def test_a_picture_says_what_the_program_says(
    name: str, language: Language, settings: Settings
) -> None:
    kept = (PICTURES / f"{name}.{language}.svg").read_text(encoding="utf-8")
    said = text_of(kept)
    assert len(said) > 20
    assert said == text_of(draw(SCENES[name], language, settings)), "run: make pictures"


@pytest.mark.parametrize(("name", "language"), DRAWN)
def test_a_picture_loads_nothing_from_elsewhere(name: str, language: Language) -> None:
    svg = (PICTURES / f"{name}.{language}.svg").read_text(encoding="utf-8")
    assert re.findall(r"url\((?!#)|@import|@font-face|<image|href=", svg) == []
    assert svg == unicodedata.normalize("NFC", svg)


def test_every_picture_is_shown_and_every_shown_picture_is_there() -> None:
    shown = {
        (page.parent / target).resolve()
        for page in PAGES
        for target in re.findall(r"!\[[^]]+\]\(([^)]+)\)", page.read_text(encoding="utf-8"))
    }
    assert shown == {path.resolve() for path in PICTURES.glob("*.svg")}
    assert len(shown) == len(DRAWN)
