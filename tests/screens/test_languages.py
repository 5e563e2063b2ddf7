"""What the program itself says is in one language: no English among Vietnamese, nor the reverse.

Names, titles and notes come from the data and stand in both languages there; organisations,
publishers and document numbers keep their Vietnamese form in English where they have no other.
"""

from __future__ import annotations

import unicodedata

import pytest
from textual.widgets import Input

from briefing.commands import COMMANDS
from briefing.language import Translator
from briefing.pages.guide import help_page
from briefing.pages.layout import lay_out
from briefing.settings import Settings
from briefing.store.reading import Reader
from briefing.widgets.chrome import Lines
from tests.pages.every_page import tab_pages
from tests.screens.app_factory import press, settle
from tests.screens.scenes import Scene
from tests.screens.test_pictures import SCREENS

ENGLISH = {
    "of", "and", "not", "with", "overview", "pillars", "tasks", "compare", "target", "targets",
    "task", "source", "search", "figure", "figures", "date", "help", "quit", "open", "unit",
    "back", "group", "add", "remove", "due", "overdue", "days", "left", "data", "behind",
    "achieved", "status", "note", "goal", "level", "lead", "document", "paragraph", "period",
    "rank", "only", "for", "yet", "has", "have", "other", "another", "different",
}  # fmt: skip
"""Words of the interface in English that no Vietnamese syllable is spelt like."""


def vietnamese_letters(text: str) -> list[str]:
    """Words with a letter that only Vietnamese writes."""
    marked = []
    for word in text.split():
        bare = unicodedata.normalize("NFD", word)
        if "đ" in word.lower() or any(unicodedata.combining(char) for char in bare):
            marked.append(word)
    return marked


async def chrome(scene: Scene, settings: Settings, language: str) -> list[str]:
    """The frame around a screen's page: tabs, hints, day, dialog title and placeholder."""
    app = scene.app(settings, language=language)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        for step in scene.steps:
            if isinstance(step, str) and not step.startswith("type:"):
                await press(pilot, step)
        told = [
            line.text
            for name in ("#tabs", "#hints", "#dialog-title")
            for part in app.screen.query(name).results(Lines)
            for line in part.lines
        ]
        told += [field.placeholder for field in app.screen.query(Input)]
        day = [
            line.text
            for part in app.screen.query("#masthead").results(Lines)
            for line in part.lines
        ]
        return told + [text.split("  ")[-1] for text in day]


@pytest.mark.parametrize("name", SCREENS)
async def test_the_frame_is_english_in_english(name: str, shipped: Settings) -> None:
    told = await chrome(SCREENS[name], shipped, "en")
    assert told
    assert vietnamese_letters(" ".join(told)) == []


@pytest.mark.parametrize("name", SCREENS)
async def test_the_frame_is_vietnamese_in_vietnamese(name: str, shipped: Settings) -> None:
    told = await chrome(SCREENS[name], shipped, "vi")
    words = {word.strip(",.:()").lower() for word in " ".join(told).split()}
    assert words & ENGLISH == set()


@pytest.fixture(scope="module")
def publishers(shipped: Settings) -> set[str]:
    """Words of publishers' names, which have no English form."""
    with Reader(shipped.database) as reader:
        return {word for source in reader.sources() for word in source.publisher.split()}


def test_pages_in_english_are_vietnamese_only_in_names(
    shipped: Settings, en: Translator, publishers: set[str]
) -> None:
    left = {
        (name, word)
        for name, page in tab_pages(shipped, en)
        for line in lay_out(page, 197)
        for word in vietnamese_letters(line.text)
        if word.strip(",…") not in publishers and not {"-", "/"} & {*word}
    }
    assert left == set()


def test_pages_in_vietnamese_hold_no_english(shipped: Settings, vi: Translator) -> None:
    left = {
        (name, word)
        for name, page in tab_pages(shipped, vi)
        for line in lay_out(page, 197)
        for word in line.text.lower().split()
        if word.strip(",.:()") in ENGLISH
    }
    assert left == set()


def test_help_is_whole_in_both_languages(vi: Translator, en: Translator) -> None:
    keys = {command.id: command.keys for command in COMMANDS}
    english = [line.text for line in lay_out(help_page(en, keys), 197)]
    vietnamese = [line.text for line in lay_out(help_page(vi, keys), 197)]
    assert vietnamese_letters(" ".join(english)) == []
    assert len(english) == len(vietnamese)
    words = {word.strip(",.:()").lower() for line in vietnamese for word in line.split()}
    assert words & ENGLISH == set()
