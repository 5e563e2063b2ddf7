"""What a terminal with fewer colours or glyphs is sent: filters on the way to the screen.

Everything that Textual draws passes through, frames, scroll bars and inputs too; pages and widgets
need not know. Imported only for such a terminal.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter

from briefing.display import Colours, Display, Glyphs
from briefing.glyphs import drawn
from briefing.pages.roomy import spread
from briefing.theme import MANY, SIXTEEN, Fewer

TRACK_MARK, ASCII_TRACK_MARK = "·", "_"
"""What the empty part of a bar and of a tile is made of where no ground shows it.

A tile's rank stands right behind it: the stroke that is "·" in ASCII would be its minus.
"""


def filters(display: Display, app: App[Any]) -> list[LineFilter]:
    """The filters for ``display``; ``app`` has the theme in force."""
    made: list[LineFilter] = []
    if display.colours is Colours.NONE:
        made.append(Colourless(app, display.glyphs))
    elif display.colours is not Colours.TRUE:
        made.append(Numbered(SIXTEEN if display.colours is Colours.SIXTEEN else MANY, app))
    if display.glyphs is not Glyphs.FULL:
        made.append(OtherGlyphs(display.glyphs))
    return made


class OtherGlyphs(LineFilter):
    """Draws with the glyphs that the terminal has."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self._glyphs = glyphs

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments in other glyphs, together as wide as before."""
        texts = [text for text, _, _ in segments]
        if self._glyphs is Glyphs.ASCII:
            texts = spread(
                texts, [None if style is None else style.bgcolor for _, style, _ in segments]
            )
        return [
            Segment(drawn(text, self._glyphs), style, control)
            for text, (_, style, control) in zip(texts, segments, strict=True)
        ]


class Colourless(LineFilter):
    """Leaves no colour, only bold and reverse; a bar's empty part is drawn."""

    def __init__(self, app: App[Any], glyphs: Glyphs) -> None:
        super().__init__()
        self._app = app
        self._mark = ASCII_TRACK_MARK if glyphs is Glyphs.ASCII else TRACK_MARK
        self._named = ""
        self._track = ""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments without colours."""
        if self._named != self._app.theme:
            self._named, self._track = self._app.theme, in_force(self._app, "track")
        made = []
        for text, style, control in segments:
            if style is not None:
                if _hex(style.bgcolor) == self._track:
                    text = text.replace(" ", self._mark)
                style = style.without_color
            made.append(Segment(text, style, control))
        return made


class Numbered(LineFilter):
    """Draws in the numbered colours of a terminal that has no others.

    Of sixteen none but the background bears coloured letters: the grey of a bar's empty part, which
    is the ground of a tile too, is as bright as red in many palettes.
    """

    def __init__(self, tables: Mapping[str, Fewer], app: App[Any]) -> None:
        super().__init__()
        self._tables = tables
        self._app = app
        self._named = ""
        self._text: dict[str, int] = {}
        self._ground: dict[str, int] = {}
        self._styles: dict[tuple[Style, bool], Style] = {}
        self._track = ""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments in numbered colours."""
        if self._named != self._app.theme:
            self._learn(self._app.theme)
        made = []
        for text, style, control in segments:
            style = style or Style.null()
            bare = self._is_lettered_track(text, style)
            numbered = self._styles.get((style, bare))
            if numbered is None:
                numbered = self._styles[style, bare] = self._numbered(style, bare)
            made.append(Segment(text, numbered, control))
        return made

    def _learn(self, theme: str) -> None:
        table = self._tables[theme]
        self._named = theme
        self._text = {in_force(self._app, name): number for name, number in table.text.items()}
        self._ground = {in_force(self._app, name): number for name, number in table.ground.items()}
        self._track = in_force(self._app, "track") if self._tables is SIXTEEN else ""
        self._styles.clear()

    def _is_lettered_track(self, text: str, style: Style) -> bool:
        """Whether letters would stand on the ground of a bar's empty part."""
        on_track = bool(self._track) and _hex(style.bgcolor) == self._track
        return on_track and any(map(str.isalnum, text))

    def _numbered(self, style: Style, bare: bool) -> Style:
        table = self._tables[self._named]
        ground = self._ground.get(_hex(style.bgcolor), table.ground["background"])
        ground = table.ground["background"] if bare else ground
        text = self._text.get(_hex(style.color), table.faint)
        if style.color is None:
            text = table.text["foreground"]
        if ground == table.ground["cursor"] and table.cursor_text is not None:
            text = table.cursor_text
        shown = style.color if text is None else RichColor.from_ansi(text)
        if text == ground:
            shown = RichColor.from_ansi(table.faint or table.text["foreground"])
        return style + Style(color=shown, bgcolor=RichColor.from_ansi(ground))


def _hex(colour: RichColor | None) -> str:
    return colour.triplet.hex if colour is not None and colour.triplet is not None else ""


def in_force(app: App[Any], variable: str) -> str:
    """A colour of the theme as it is drawn: Textual rounds what a theme gives, by one or so."""
    return _hex(Color.parse(app.theme_variables[variable]).rich_color)
