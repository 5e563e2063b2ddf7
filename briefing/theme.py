"""The themes: the only place where a colour has a number."""

from __future__ import annotations

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
    success="#5fbf7f",
    warning="#e0a93f",
    error="#f07178",
    variables={
        "muted": "#8d95a3",
        "rule": "#363c48",
        "track": "#262c38",
        "progress": "#7aa2f7",
        "cursor": "#22304a",
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

THEMES = {"dark": DARK, "light": LIGHT}
