"""From a role to a style, by the variables of the theme in force.

Component classes would say the same in CSS, but Textual works out the styles of each class for
each widget before the first frame: eighteen roles cost a tenth of the start.
"""

from __future__ import annotations

from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip
from textual.widget import Widget

from briefing.pages.line import Line, Role


class Look(NamedTuple):
    """Theme variables of a role's text and ground; ``""`` leaves the line's own."""

    text: str
    ground: str = ""
    bold: bool = False


LOOKS = {
    Role.PLAIN: Look(""),
    Role.STRONG: Look("strong", bold=True),
    Role.MUTED: Look("muted"),
    Role.HEADING: Look("heading", bold=True),
    Role.ACCENT: Look("accent", bold=True),
    Role.GOOD: Look("success"),
    Role.PROGRESS: Look("progress"),
    Role.WARNING: Look("warning"),
    Role.BAD: Look("error"),
    Role.TRACK: Look("", "track"),
    Role.TICK: Look("tick", "track", bold=True),
    Role.BAR_GOOD: Look("success", "track"),
    Role.BAR_PROGRESS: Look("progress", "track"),
    Role.BAR_WARNING: Look("warning", "track"),
    Role.BAR_BAD: Look("error", "track"),
    Role.BAR_MUTED: Look("bar-muted", "track"),
}
CURSOR = "cursor"
"""The theme variable of the ground under the cursor."""
CURSOR_TEXT = "cursor-text"
"""The theme variable of all text under the cursor, where a theme inverts that line."""


class RolePainter:
    """Turns lines into strips in the colours of the widget's theme; forgets them on a change."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[tuple[Role, bool], Style] = {}
        self._base: dict[bool, Style] = {}
        self._blank: dict[bool, Style] = {}

    def forget(self) -> None:
        """Drops the styles, after a theme change."""
        self._styles.clear()
        self._base.clear()
        self._blank.clear()

    def _colour(self, variable: str) -> str | None:
        if not variable:
            return None
        return Color.parse(self._widget.app.theme_variables[variable]).rich_color.name

    def _text(self, look: Look, cursor: bool) -> str | None:
        """The colour of a look's text; ``None`` for the line's own."""
        if cursor and not look.ground and CURSOR_TEXT in self._widget.app.theme_variables:
            return self._colour(CURSOR_TEXT)
        return self._colour(look.text)

    def blank(self, cursor: bool) -> Style:
        """The style of a blank cell: the ground alone, for nothing else is sent of it."""
        style = self._blank.get(cursor)
        if style is None:
            base = self.base(cursor)
            style = self._blank[cursor] = Style(bgcolor=base.bgcolor, reverse=base.reverse)
        return style

    def base(self, cursor: bool) -> Style:
        """The style of plain text."""
        style = self._base.get(cursor)
        if style is None:
            style = self._widget.rich_style
            if cursor:
                reverse = self._widget.app.no_color or None
                style += Style(bgcolor=self._colour(CURSOR), reverse=reverse)
            self._base[cursor] = style
        return style

    def style(self, role: Role, cursor: bool) -> Style:
        """The style of text in a role, on the cursor's line or off it."""
        key = (role, cursor)
        style = self._styles.get(key)
        if style is None:
            look = LOOKS[role]
            style = self.base(cursor) + Style(
                color=self._text(look, cursor),
                bgcolor=self._colour(look.ground),
                bold=look.bold or None,
            )
            self._styles[key] = style
        return style

    def strip(self, line: Line, width: int, cursor: bool = False, edge: int = 0) -> Strip:
        """One line as a strip of exactly ``width`` cells, the first ``edge`` of them blank."""
        segments = [Segment(span.text, self.style(span.role, cursor)) for span in line.spans]
        if edge:
            segments.insert(0, Segment(" " * edge, self.blank(False)))
        room = width - edge - line.cells
        if room > 0:
            segments.append(Segment(" " * room, self.blank(cursor)))
        return Strip(segments, width) if room >= 0 else Strip(segments).crop(0, width)
