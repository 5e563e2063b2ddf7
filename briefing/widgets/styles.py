"""From a role to a style: every widget that draws lines shares these component classes."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from briefing.pages.line import Line, Role

ROLE_CLASSES = frozenset(f"role--{role}" for role in Role) | {"role--cursor"}


class RolePainter:
    """Turns lines into strips with the styles of the widget's theme; forgets them on a change."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[tuple[Role, bool], Style] = {}
        self._base: dict[bool, Style] = {}

    def forget(self) -> None:
        """Drops the styles, after a theme change."""
        self._styles.clear()
        self._base.clear()

    def base(self, cursor: bool) -> Style:
        """The style of a blank cell."""
        style = self._base.get(cursor)
        if style is None:
            style = self._widget.rich_style
            if cursor:
                style += self._widget.get_component_rich_style("role--cursor", partial=True)
            self._base[cursor] = style
        return style

    def style(self, role: Role, cursor: bool) -> Style:
        """The style of text in a role, on the cursor's line or off it."""
        key = (role, cursor)
        style = self._styles.get(key)
        if style is None:
            partial = self._widget.get_component_rich_style(f"role--{role}", partial=True)
            style = self.base(cursor) + partial
            self._styles[key] = style
        return style

    def strip(self, line: Line, width: int, cursor: bool = False) -> Strip:
        """One line as a strip of exactly ``width`` cells."""
        segments = [Segment(span.text, self.style(span.role, cursor)) for span in line.spans]
        return Strip(segments, line.cells).adjust_cell_length(width, self.base(cursor))
