"""The themes can be read: by measured contrast, in few colours, and by colour-blind eyes."""

from __future__ import annotations

from itertools import combinations

import pytest
from textual.theme import Theme

from briefing.pages.line import GROUNDED, Role
from briefing.theme import MANY, SIXTEEN, THEMES, Fewer
from briefing.widgets.styles import LOOKS
from tests.screens.palettes import BLIND, PALETTES, contrast, difference, numbered

TEXT = [role for role in Role if role not in GROUNDED]
STATUS = ("success", "progress", "warning", "error")
READABLE, READABLE_BY_ALL, SEEN = 4.5, 7.0, 3.0
"""WCAG 2.2: AA and AAA for text, and the least for what is no text."""
APART = 10.0
"""A distance in CIELAB that is seen at a glance, four times what is just seen."""


def colours(theme: Theme) -> dict[str, str]:
    """A theme's colours by the names that styles know them by."""
    named = {
        "": theme.foreground,
        "foreground": theme.foreground,
        "background": theme.background,
        "accent": theme.accent,
        "success": theme.success,
        "warning": theme.warning,
        "error": theme.error,
    }
    return {**{name: colour or "" for name, colour in named.items()}, **theme.variables}


@pytest.mark.parametrize("role", TEXT)
@pytest.mark.parametrize(
    ("name", "least"),
    [("dark", READABLE), ("light", READABLE), ("contrast", READABLE_BY_ALL)],
)
def test_text_of_every_role_is_read_on_the_ground_and_under_the_cursor(
    name: str, least: float, role: Role
) -> None:
    known = colours(THEMES[name])
    text = known[LOOKS[role].text]
    assert contrast(text, known["background"]) >= least
    assert contrast(known.get("cursor-text", text), known["cursor"]) >= least


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("role", sorted(GROUNDED - {Role.TRACK, Role.BAR_MUTED}))
def test_a_bar_is_seen_on_its_track(name: str, role: Role) -> None:
    known = colours(THEMES[name])
    assert contrast(known[LOOKS[role].text], known[LOOKS[role].ground]) >= SEEN


def test_the_cursor_and_the_rules_are_seen_in_high_contrast() -> None:
    known = colours(THEMES["contrast"])
    assert contrast(known["cursor"], known["background"]) >= READABLE_BY_ALL
    assert contrast(known["rule"], known["background"]) >= SEEN
    assert contrast(known["scrollbar"], known["background"]) >= SEEN


@pytest.mark.parametrize("eyes", ["all", *BLIND])
@pytest.mark.parametrize("name", THEMES)
def test_the_colours_of_statuses_differ_to_all_eyes(name: str, eyes: str) -> None:
    known = colours(THEMES[name])
    near = {
        f"{one} {other}": difference(known[one], known[other], eyes)
        for one, other in combinations(STATUS, 2)
    }
    assert min(near.values()) > APART, near


@pytest.mark.parametrize("fewer", [SIXTEEN, MANY], ids=["16", "256"])
@pytest.mark.parametrize("name", THEMES)
def test_every_role_has_a_number_and_never_that_of_its_ground(
    name: str, fewer: dict[str, Fewer]
) -> None:
    table = fewer[THEMES[name].name]
    for role in Role:
        look = LOOKS[role]
        text = table.text[look.text or "foreground"]
        if look.ground:
            assert text != table.ground[look.ground]
            continue
        assert text != table.ground["background"]
        assert (table.cursor_text or text) != table.ground["cursor"]
    assert len(set(table.ground.values())) == len(table.ground)
    assert table.text["rule"] != table.ground["background"] != table.faint


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("name", THEMES)
def test_sixteen_colours_can_be_read_in_every_palette(name: str, palette: str) -> None:
    shade, table = PALETTES[palette], SIXTEEN[THEMES[name].name]
    ground = shade[table.ground["background"]]
    for role in TEXT:
        text = shade[table.text[LOOKS[role].text or "foreground"]]
        assert contrast(text, ground) >= 3.5, role
    assert table.cursor_text is not None
    assert contrast(shade[table.cursor_text], shade[table.ground["cursor"]]) >= READABLE


@pytest.mark.parametrize(
    ("name", "least"), [("dark", READABLE), ("light", READABLE), ("contrast", READABLE_BY_ALL)]
)
def test_256_colours_can_be_read(name: str, least: float) -> None:
    table = MANY[THEMES[name].name]
    for role in TEXT:
        text = table.text[LOOKS[role].text or "foreground"]
        under = text if table.cursor_text is None else table.cursor_text
        assert contrast(numbered(text), numbered(table.ground["background"])) >= least, role
        assert contrast(numbered(under), numbered(table.ground["cursor"])) >= least, role
