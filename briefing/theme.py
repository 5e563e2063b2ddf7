"""The themes: the only place where a colour has a number."""

from __future__ import annotations

from typing import NamedTuple

from textual.theme import Theme

DARK = Theme(
    name="briefing-dark",
    dark=True,
    primary="#7aa2f7",
    secondary="#7aa2f7",
    accent="#7aa2f7",
    foreground="#d6dae2",
    background="#10131a",
    surface="#10131a",
    panel="#1c212b",
    success="#63cfa0",
    warning="#e0a93f",
    error="#f07178",
    variables={
        "muted": "#8d95a3",
        "rule": "#363c48",
        "track": "#262c38",
        "progress": "#7aa2f7",
        "cursor": "#202d46",
        "bar-muted": "#5b6a8c",
        "tick": "#f5f7fa",
        "strong": "#ffffff",
        "heading": "#aab4c4",
        "scrollbar": "#363c48",
        "scrollbar-hover": "#4a5261",
        "scrollbar-active": "#4a5261",
        "scrollbar-background": "#10131a",
        "scrollbar-background-hover": "#10131a",
        "scrollbar-background-active": "#10131a",
    },
)

LIGHT = Theme(
    name="briefing-light",
    dark=False,
    primary="#1f4fb4",
    secondary="#1f4fb4",
    accent="#1f4fb4",
    foreground="#22262e",
    background="#fbfbf9",
    surface="#fbfbf9",
    panel="#eceef2",
    success="#19713a",
    warning="#8a5a00",
    error="#b3202c",
    variables={
        "muted": "#5c6470",
        "rule": "#c3c8d0",
        "track": "#e1e4ea",
        "progress": "#1f4fb4",
        "cursor": "#d9e4fa",
        "bar-muted": "#8b99b8",
        "tick": "#101216",
        "strong": "#000000",
        "heading": "#434c5a",
        "scrollbar": "#c3c8d0",
        "scrollbar-hover": "#a7aeb9",
        "scrollbar-active": "#a7aeb9",
        "scrollbar-background": "#fbfbf9",
        "scrollbar-background-hover": "#fbfbf9",
        "scrollbar-background-active": "#fbfbf9",
    },
)

CONTRAST = Theme(
    name="briefing-contrast",
    dark=True,
    primary="#8fd0ff",
    secondary="#8fd0ff",
    accent="#8fd0ff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    success="#8af5b5",
    warning="#ffd75f",
    error="#ff8585",
    variables={
        "muted": "#d4d4d4",
        "rule": "#9a9a9a",
        "track": "#333333",
        "progress": "#8fd0ff",
        "cursor": "#ffe680",
        "cursor-text": "#000000",
        "bar-muted": "#a8a8a8",
        "tick": "#ffffff",
        "strong": "#ffffff",
        "heading": "#e6e6e6",
        "scrollbar": "#9a9a9a",
        "scrollbar-hover": "#d4d4d4",
        "scrollbar-active": "#d4d4d4",
        "scrollbar-background": "#000000",
        "scrollbar-background-hover": "#000000",
        "scrollbar-background-active": "#000000",
    },
)
"""WCAG AAA: text at 7:1 and more, on the ground and under the cursor, whose line is inverted."""

THEMES = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}
"""By the word in ``config.yaml``, in the order in which the key goes through them."""


class Fewer(NamedTuple):
    """A theme in the numbered colours of a terminal.

    ``cursor_text`` is the one colour of all text under the cursor, ``None`` for each its own.
    ``faint`` is for what the theme has no colour for, such as text behind a dialog; ``None`` for
    the nearest.
    """

    text: dict[str, int]
    ground: dict[str, int]
    cursor_text: int | None = None
    faint: int | None = None


_ON_BLACK = {
    "foreground": 15, "strong": 15, "muted": 7, "heading": 7, "accent": 14, "progress": 14,
    "success": 10, "warning": 11, "error": 9, "bar-muted": 7, "tick": 15, "rule": 8,
    "scrollbar": 7, "background": 0,
}  # fmt: skip
_ON_WHITE = {
    "foreground": 0, "strong": 0, "muted": 8, "heading": 0, "accent": 4, "progress": 4,
    "success": 4, "warning": 5, "error": 1, "bar-muted": 8, "tick": 0, "rule": 8,
    "scrollbar": 8, "background": 15,
}  # fmt: skip

SIXTEEN = {
    DARK.name: Fewer(_ON_BLACK, {"background": 0, "track": 8, "cursor": 4}, 15, 8),
    LIGHT.name: Fewer(_ON_WHITE, {"background": 15, "track": 7, "cursor": 4}, 15, 8),
    CONTRAST.name: Fewer(
        {**_ON_BLACK, "muted": 15, "heading": 15},
        {"background": 0, "track": 8, "cursor": 7},
        0,
        7,
    ),
}
"""In sixteen colours, whose shades are the terminal's affair.

Green and yellow cannot be read on white in any palette, nor red on blue: so a light ground tells
statuses apart by glyph and word, and the cursor's line has text of one colour.
"""

MANY = {
    DARK.name: Fewer(
        {
            "foreground": 253, "strong": 231, "muted": 246, "heading": 249, "accent": 111,
            "progress": 111, "success": 79, "warning": 179, "error": 210, "bar-muted": 67,
            "tick": 231, "rule": 238, "scrollbar": 238, "background": 233,
        },
        {"background": 233, "track": 236, "cursor": 17},
    ),
    LIGHT.name: Fewer(
        {
            "foreground": 235, "strong": 16, "muted": 240, "heading": 238, "accent": 25,
            "progress": 25, "success": 22, "warning": 58, "error": 124, "bar-muted": 103,
            "tick": 16, "rule": 251, "scrollbar": 251, "background": 231,
        },
        {"background": 231, "track": 254, "cursor": 189},
    ),
    CONTRAST.name: Fewer(
        {
            "foreground": 231, "strong": 231, "muted": 252, "heading": 254, "accent": 117,
            "progress": 117, "success": 121, "warning": 221, "error": 210, "bar-muted": 248,
            "tick": 231, "rule": 247, "scrollbar": 247, "background": 16,
        },
        {"background": 16, "track": 236, "cursor": 222},
        16,
    ),
}  # fmt: skip
"""In 256 colours. The nearest ones would put grey text on teal under the cursor."""
