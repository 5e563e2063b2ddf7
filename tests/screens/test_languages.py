"""What the program itself says is in one language: no English among Vietnamese, nor the reverse.

Names, titles and notes come from the data and stand in both languages there; organisations,
publishers and document numbers keep their Vietnamese form in English where they have no other.
"""

from __future__ import annotations

import unicodedata

import pytest
from textual.widgets import Input

from briefing.settings import Settings
from briefing.store.reading import Reader
from briefing.widgets.chrome import Lines
from briefing.widgets.line_view import LineView
from tests.screens.app_factory import make_app, press, settle
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


async def _page(settings: Settings, unit: str, language: str, keys: tuple[str, ...]) -> list[str]:
    app = make_app(settings, unit, language=language)
    async with app.run_test(size=(200, 60)) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        return [line.text for line in app.screen.query_one("#page", LineView).lines]


PAGES = [(unit, key) for unit in ("24", "30", "37", "40", "49") for key in ("1", "2", "3")]


@pytest.mark.parametrize(("unit", "key"), PAGES)
async def test_a_page_in_english_is_vietnamese_only_in_names(
    unit: str, key: str, shipped: Settings
) -> None:
    with Reader(shipped.database) as reader:
        named = " ".join(source.publisher for source in reader.sources())
    lines = await _page(shipped, unit, "en", (key,))
    left = {
        word
        for line in lines
        for word in vietnamese_letters(line)
        if word.strip(",…") not in named.split() and not {"-", "/"} & {*word}
    }
    assert left == set()


@pytest.mark.parametrize(("unit", "key"), PAGES)
async def test_a_page_in_vietnamese_holds_no_english(
    unit: str, key: str, shipped: Settings
) -> None:
    lines = await _page(shipped, unit, "vi", (key,))
    words = {word.strip(",.:()").lower() for line in lines for word in line.split()}
    assert words & ENGLISH == set()


async def test_help_is_whole_in_both_languages(shipped: Settings) -> None:
    english = await _page(shipped, "37", "en", ("question_mark",))
    vietnamese = await _page(shipped, "37", "vi", ("question_mark",))
    assert vietnamese_letters(" ".join(english)) == []
    assert len(english) == len(vietnamese)
    words = {word.strip(",.:()").lower() for line in vietnamese for word in line.split()}
    assert words & ENGLISH == set()
