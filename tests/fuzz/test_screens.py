"""A folder in which every text tries to be obeyed, on real screens: nothing is, all is legible."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from briefing.app import BriefingApp
from briefing.desk import Desk
from briefing.domain.plain_text import visible
from briefing.domain.spelling import nfc
from briefing.opening import sync
from briefing.pages.line import Link, LinkKind
from briefing.settings import Settings
from briefing.show.answers import Question, tasks
from briefing.show.rendering import as_text
from briefing.store.reading import Reader
from tests.fuzz.hostile_folder import acceptable, hostile_workspace
from tests.fuzz.material import MARKUP, TEXTS, yaml_quoted
from tests.fuzz.plain import TRANSLATORS, check_plain
from tests.fuzz.showing import TODAY, show_all
from tests.fuzz.watch import limited
from tests.screens.app_factory import make_app, press, settle
from tests.screens.conftest import plain_environment as plain_environment
from tests.screens.following import followed, look
from tests.workspaces import PATHS

TABS = ("1", "2", "3", "4", "5", "6", "7")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The hostile workspace."""
    return hostile_workspace(tmp_path_factory.mktemp("hostile"))


def seen(app: BriefingApp) -> str:
    """Every cell on the screen, as the compositor hands it to the terminal."""
    strips = app.screen._compositor.render_strips()
    lines = ["".join(segment.text for segment in strip) for strip in strips]
    for line in lines:
        check_plain(line)
    return "\n".join(lines)


def links(settings: Settings) -> Iterator[Link]:
    """One line of each kind that opens a screen."""
    with Reader(settings.database) as reader:
        for kind, word in (
            (LinkKind.TASK, "task"),
            (LinkKind.TARGET, "target"),
            (LinkKind.INDICATOR, "indicator"),
            (LinkKind.SOURCE, "source"),
            (LinkKind.DOCUMENT, "document"),
        ):
            hits = [hit for hit in reader.search("a", 200) if hit.kind == word]
            yield from (Link(kind, hit.ref) for hit in hits[:3])


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_no_screen_hands_an_escape_to_the_terminal(
    hostile: Settings, size: tuple[int, int]
) -> None:
    app = make_app(hostile)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        texts = [seen(app)]
        for tab in TABS:
            await press(pilot, tab, "down", "down")
            texts.append(seen(app))
        for link in links(hostile):
            await app.open_link(link)
            await settle(pilot)
            texts.append(seen(app))
            await press(pilot, "escape")
        for key in ("u", "d", "slash", "colon"):
            await press(pilot, key)
            texts.append(seen(app))
            await press(pilot, "escape")
    assert len(set(texts)) > 15, "screens were really opened"
    whole = "".join(texts)
    assert "␛" in whole and "[" in whole, "hostile texts were really on screen"


@pytest.mark.parametrize("language", range(len(TRANSLATORS)))
def test_every_page_of_a_hostile_folder_is_plain(hostile: Settings, language: int) -> None:
    assert show_all(hostile, TRANSLATORS[language]) > 20


def test_markup_is_read_as_it_was_written(tmp_path: Path) -> None:
    words = [word for word in (*MARKUP, *acceptable()) if len(word) < 60]
    settings = hostile_workspace(tmp_path)
    rows = "".join(
        f"  - {{id: viec-{number}, title: {yaml_quoted('Việc ' + word + ' hết')}, title_en: X}}\n"
        for number, word in enumerate(words)
    )
    plan = tmp_path / "data/plans/plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + rows, encoding="utf-8")
    sync(settings)
    with Reader(settings.database) as reader:
        answer = tasks(Desk(settings, TODAY), reader, Question(), TRANSLATORS[0])
    said = as_text(answer.page, "", 1000)
    check_plain(said, many_lines=True)
    flat = " ".join(said.split())
    for word in words:
        assert " ".join(visible(nfc(f"Việc {word} hết")).split()) in flat, ascii(word)


@pytest.mark.parametrize("key", ["slash", "u", "d"])
async def test_what_is_pasted_into_a_dialog_is_not_obeyed(hostile: Settings, key: str) -> None:
    app = make_app(hostile)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, key)
        for text in (*TEXTS, "e" + "\u0327\u0300" * 40_000, "x" * 1_000_000):
            with limited(3):
                await paste(pilot, text)
            seen(app)
            field = app.screen.query_one(Input)
            check_plain(field.value.replace("\u200b", ""))
            field.value = ""
        await press(pilot, "escape")
        assert app.return_code in (None, 0)


def entries(root: Path, keys: list[str]) -> str:
    """The plan with a mistake for each of ``keys``: as an unknown key, and as a value."""
    rows = "".join(
        f"  - {{id: la-{number}, title: {yaml_quoted('Việc ' + key)}, "
        f"{yaml_quoted(key + ' x')}: 1, due: {yaml_quoted(key)}}}\n"
        for number, key in enumerate(keys)
    )
    return (root / PATHS["plan"]).read_text(encoding="utf-8") + rows


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_mistakes_that_quote_a_hostile_file_are_told_and_not_obeyed(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    settings = hostile_workspace(tmp_path)
    async with followed(settings, size) as (app, pilot):
        said = entries(tmp_path, acceptable())
        (tmp_path / PATHS["plan"]).write_text(said, encoding="utf-8")
        await look(app, pilot)
        texts = [seen(app)]
        await press(pilot, "f8")
        for _ in range(12):
            texts.append(seen(app))
            await press(pilot, "pagedown")
    assert len(set(texts)) > 4, "the list of mistakes was really read"
    assert "F8" in texts[0] and "␛" in "".join(texts)


async def paste(pilot: Pilot[None], text: str) -> None:
    """Pastes as a terminal does."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()
