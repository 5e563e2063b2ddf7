"""What a terminal with fewer colours or glyphs is sent: filters on the way to the screen.

Everything that Textual draws passes through, frames, scroll bars and inputs too; pages and widgets
need not know. Imported only for such a terminal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme

from briefing.display import Colours, Display, Glyphs
from briefing.glyphs import drawn
from briefing.theme import MANY, SIXTEEN, Fewer, colours

TRACK_MARK = "·"
"""What the empty part of a bar is made of where no ground shows it."""


def filters(display: Display, theme: Callable[[], Theme]) -> list[LineFilter]:
    """The filters for ``display``; ``theme`` gives the theme in force."""
    made: list[LineFilter] = []
    if display.colours is Colours.NONE:
        made.append(Colourless(theme))
    elif display.colours is not Colours.TRUE:
        made.append(Numbered(SIXTEEN if display.colours is Colours.SIXTEEN else MANY, theme))
    if display.glyphs is not Glyphs.FULL:
        made.append(OtherGlyphs(display.glyphs))
    return made


class OtherGlyphs(LineFilter):
    """Draws with the glyphs that the terminal has."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self._glyphs = glyphs

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments in other glyphs, as wide as before."""
        return [
            Segment(drawn(text, self._glyphs), style, control) for text, style, control in segments
        ]


class Colourless(LineFilter):
    """Leaves no colour, only bold and reverse; a bar's empty part is drawn."""

    def __init__(self, theme: Callable[[], Theme]) -> None:
        super().__init__()
        self._theme = theme

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments without colours."""
        track = RichColor.parse(colours(self._theme())["track"])
        made = []
        for text, style, control in segments:
            if style is not None:
                if style.bgcolor == track:
                    text = text.replace(" ", TRACK_MARK)
                style = style.without_color
            made.append(Segment(text, style, control))
        return made


class Numbered(LineFilter):
    """Draws in the numbered colours of a terminal that has no others."""

    def __init__(self, tables: Mapping[str, Fewer], theme: Callable[[], Theme]) -> None:
        super().__init__()
        self._tables = tables
        self._theme = theme
        self._named = ""
        self._text: dict[str, int] = {}
        self._ground: dict[str, int] = {}
        self._styles: dict[Style, Style] = {}

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments in numbered colours."""
        if self._named != self._theme().name:
            self._learn(self._theme())
        made = []
        for text, style, control in segments:
            style = style or Style.null()
            numbered = self._styles.get(style)
            if numbered is None:
                numbered = self._styles[style] = self._numbered(style)
            made.append(Segment(text, numbered, control))
        return made

    def _learn(self, theme: Theme) -> None:
        table, known = self._tables[theme.name], colours(theme)
        self._named = theme.name
        self._text = {known[name]: number for name, number in table.text.items()}
        self._ground = {known[name]: number for name, number in table.ground.items()}
        self._styles.clear()

    def _numbered(self, style: Style) -> Style:
        table = self._tables[self._named]
        ground = self._ground.get(_hex(style.bgcolor), table.ground["background"])
        text = self._text.get(_hex(style.color), table.faint)
        if style.color is None:
            text = table.text["foreground"]
        if ground == table.ground["cursor"] and table.cursor_text is not None:
            text = table.cursor_text
        shown = style.color if text is None else RichColor.from_ansi(text)
        if text == ground and not style.reverse:
            shown = RichColor.from_ansi(table.text["foreground"])
        return style + Style(color=shown, bgcolor=RichColor.from_ansi(ground))


def _hex(colour: RichColor | None) -> str:
    return colour.triplet.hex if colour is not None and colour.triplet is not None else ""
