"""Every screen on terminals that are small, have few colours, or few glyphs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from rich.segment import Segment
from textual.pilot import Pilot
from textual.widgets import Input

from briefing.app import BriefingApp
from briefing.display import Colours, Display, Glyphs
from briefing.glyphs import TWINS
from briefing.screens.dialog import Dialog
from briefing.settings import Settings
from briefing.theme import SIXTEEN, THEMES
from tests.screens.app_factory import ROOT, press, settle
from tests.screens.scenes import Scene
from tests.screens.test_pictures import SCREENS

Compare = Callable[..., bool]

SIZES = ((40, 12), (60, 20), (80, 24), (120, 36), (200, 60))
PLAIN_SCREENS = {name: scene for name, scene in SCREENS.items() if name != "task"}
"""Those that are reached without looking for words, which a narrow screen breaks."""
DIALOGS = ("search", "unit", "day")

ASCII = Display(glyphs=Glyphs.ASCII)
OLD_WINDOWS = Display(glyphs=Glyphs.PLAIN)
COLOURLESS = Display(colours=Colours.NONE)
SIXTEEN_COLOURS = Display(colours=Colours.SIXTEEN)


def shown(app: BriefingApp) -> list[str]:
    """The screen's lines as the terminal gets them, blanks and all."""
    return [strip.text for strip in app.screen._compositor.render_strips()]


def segments(app: BriefingApp) -> Iterator[Segment]:
    """What the terminal is sent, piece by piece."""
    for strip in app.screen._compositor.render_strips():
        yield from strip


def data_signs() -> set[str]:
    """Signs of the shipped data itself."""
    files = [*(ROOT / "data").rglob("*.yaml"), *(ROOT / "data").rglob("*.csv")]
    return set("".join(file.read_text(encoding="utf-8") for file in files))


@pytest.mark.parametrize("name", ["overview", "tasks"])
def test_at_40x12(name: str, shipped: Settings, snap_compare: Compare) -> None:
    scene = SCREENS[name]
    assert snap_compare(scene.app(shipped), terminal_size=(40, 12), run_before=scene.play)


def test_dialog_at_40x12(shipped: Settings, snap_compare: Compare) -> None:
    scene = SCREENS["search"]
    assert snap_compare(scene.app(shipped), terminal_size=(40, 12), run_before=scene.play)


def test_at_20x5(shipped: Settings, snap_compare: Compare) -> None:
    scene = SCREENS["overview"]
    assert snap_compare(scene.app(shipped), terminal_size=(20, 5), run_before=scene.play)


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("compare", {"theme": "contrast"}),
        ("pillars", {"display": ASCII}),
        ("compare", {"display": COLOURLESS, "compare": ("37", "30")}),
        ("tasks", {"display": SIXTEEN_COLOURS}),
    ],
    ids=["contrast", "ascii", "no-colour", "sixteen"],
)
def test_limited(
    name: str, options: dict[str, object], shipped: Settings, snap_compare: Compare
) -> None:
    scene = SCREENS[name]
    app = scene.app(shipped, **options)
    assert snap_compare(app, terminal_size=(80, 24), run_before=scene.play)


@pytest.mark.parametrize("name", PLAIN_SCREENS)
async def test_every_screen_says_what_it_needs_and_comes_back(name: str, shipped: Settings) -> None:
    scene = PLAIN_SCREENS[name]
    app = scene.app(shipped)
    async with app.run_test(size=(80, 24)) as pilot:
        await scene.play(pilot)
        before = shown(app)
        await _resize(pilot, 20, 5)
        assert [line.rstrip() for line in shown(app)] == [
            "Màn hình quá nhỏ.", "Cần ít nhất 40 cột", "và 12 dòng; đang có",
            "20 cột và 5 dòng.", "",
        ]  # fmt: skip
        await _resize(pilot, 39, 30)
        assert "đang có 39 cột và 30 dòng." in " ".join(line.strip() for line in shown(app))
        await _resize(pilot, 80, 11)
        assert "đang có 80 cột và 11 dòng." in " ".join(line.strip() for line in shown(app))
        await _resize(pilot, 80, 24)
        assert shown(app) == before


async def test_the_notice_is_in_the_users_language(shipped: Settings) -> None:
    app = Scene("37").app(shipped, language="en")
    async with app.run_test(size=(30, 8)) as pilot:
        await settle(pilot)
        assert "at least 40 columns" in " ".join(line.strip() for line in shown(app))


@pytest.mark.parametrize(
    ("size", "said"),
    [
        ((20, 5), "Màn hình quá nhỏ."),
        ((20, 2), "Cần 40×12, đang có"),
        ((12, 1), "40×12"),
        ((3, 1), "40×"),
        ((1, 1), "4"),
    ],
)
async def test_the_notice_fits_however_small_the_screen(
    size: tuple[int, int], said: str, shipped: Settings
) -> None:
    app = Scene("37").app(shipped)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert shown(app)[0].rstrip() == said


async def test_what_was_typed_is_kept_while_the_screen_is_too_small(shipped: Settings) -> None:
    app = Scene("37").app(shipped)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", "h", "o")
        await _resize(pilot, 10, 4)
        await press(pilot, "space", "s")
        await _resize(pilot, 80, 24)
        await press(pilot, "o")
        assert isinstance(app.screen, Dialog)
        assert app.screen.query_one(Input).value == "ho so"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PLAIN_SCREENS)
async def test_every_line_fills_the_screen_and_no_more(
    name: str, size: tuple[int, int], shipped: Settings
) -> None:
    scene = PLAIN_SCREENS[name]
    app = scene.app(shipped)
    async with app.run_test(size=size) as pilot:
        await scene.play(pilot)
        lines = shown(app)
        assert [len(line) for line in lines] == [size[0]] * size[1]
        assert "…" not in lines[-1]
        if name not in DIALOGS:
            assert lines[-1].strip().endswith(("trợ giúp", "thoát"))
            assert [tab in lines[1] for tab in "1234"] == [True] * 4


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36)])
@pytest.mark.parametrize("name", PLAIN_SCREENS)
async def test_in_ascii_only_letters_and_what_the_data_holds_reach_the_terminal(
    name: str, size: tuple[int, int], shipped: Settings
) -> None:
    scene = PLAIN_SCREENS[name]
    app = scene.app(shipped, display=ASCII)
    given = data_signs() - {*TWINS}
    async with app.run_test(size=size) as pilot:
        await scene.play(pilot)
        strange = {
            sign
            for line in shown(app)
            for sign in line
            if not sign.isascii() and not sign.isalpha() and sign not in given
        }
        assert strange == set()


async def test_help_names_the_arrows_in_letters_where_none_can_be_drawn(
    shipped: Settings,
) -> None:
    scene = SCREENS["help"]
    for display, arrows in ((ASCII, "Down, j"), (OLD_WINDOWS, "↓, j"), (Display(), "↓, j")):
        app = scene.app(shipped, display=display)
        async with app.run_test(size=(80, 60)) as pilot:
            await scene.play(pilot)
            assert any(arrows in line for line in shown(app))


async def test_an_old_windows_console_is_sent_frames_that_it_can_draw(shipped: Settings) -> None:
    scene = SCREENS["search"]
    app = scene.app(shipped, display=OLD_WINDOWS)
    async with app.run_test(size=(80, 24)) as pilot:
        await scene.play(pilot)
        text = "".join(shown(app))
        assert {"┌", "┐", "└", "┘", "─", "│"} <= {*text}
        assert not {"╭", "╮", "╰", "╯", "✔", "◆"} & {*text}


@pytest.mark.parametrize("name", PLAIN_SCREENS)
async def test_without_colours_none_is_sent_and_the_cursor_is_reversed(
    name: str, shipped: Settings
) -> None:
    scene = PLAIN_SCREENS[name]
    app = scene.app(shipped, display=COLOURLESS)
    async with app.run_test(size=(80, 24)) as pilot:
        await scene.play(pilot)
        sent = [segment for segment in segments(app) if segment.style is not None]
        assert {(s.style.color, s.style.bgcolor) for s in sent if s.style} == {(None, None)}
        lists = app.screen.query("#page, #dialog-list")
        if getattr(lists.last(), "link", None) is not None:
            assert any(s.style.reverse and s.text.strip() for s in sent if s.style)


async def test_a_bar_without_colours_shows_where_it_ends(shipped: Settings) -> None:
    app = Scene("37", ("4",), {"compare": ("37", "30")}).app(shipped, display=COLOURLESS)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "4")
        assert any("█" in line and "···" in line for line in shown(app))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", PLAIN_SCREENS)
async def test_in_sixteen_colours_no_text_has_the_colour_of_its_ground(
    name: str, theme: str, shipped: Settings
) -> None:
    scene = PLAIN_SCREENS[name]
    app = scene.app(shipped, theme=theme, display=SIXTEEN_COLOURS)
    table = SIXTEEN[THEMES[theme].name]
    async with app.run_test(size=(80, 24)) as pilot:
        await scene.play(pilot)
        pairs = set()
        for text, style, _ in segments(app):
            assert style is not None and style.color is not None and style.bgcolor is not None
            text_number, ground = style.color.number, style.bgcolor.number
            assert text_number is not None and ground is not None
            assert text_number < 16 and ground < 16
            if text.strip():
                assert text_number != ground, text
            pairs.add((text_number, ground))
        grounds = {ground for _, ground in pairs}
        assert grounds <= set(table.ground.values())
        lists = app.screen.query("#page, #dialog-list")
        if getattr(lists.last(), "link", None) is not None:
            assert table.ground["cursor"] in grounds


async def test_the_theme_key_goes_through_dark_light_and_contrast(shipped: Settings) -> None:
    app = Scene("37").app(shipped)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        seen = [app.theme]
        for key in ("t", "ctrl+t", "t"):
            await press(pilot, key)
            seen.append(app.theme)
        assert seen == [THEMES[name].name for name in ("dark", "light", "contrast", "dark")]


async def test_a_change_of_theme_recolours_sixteen_colours_too(shipped: Settings) -> None:
    app = Scene("37").app(shipped, display=SIXTEEN_COLOURS)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for theme in ("dark", "light", "contrast"):
            ground = SIXTEEN[THEMES[theme].name].ground["background"]
            first = next(segments(app))
            assert first.style is not None and first.style.bgcolor is not None
            assert first.style.bgcolor.number == ground
            await press(pilot, "t")


async def _resize(pilot: Pilot[None], columns: int, rows: int) -> None:
    await pilot.resize_terminal(columns, rows)
    await settle(pilot)
