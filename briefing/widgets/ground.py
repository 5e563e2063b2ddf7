"""The ground of a screen, which everything else is painted over."""

from __future__ import annotations

from textual.containers import Container
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Ground(Widget):
    """Draws one blank line as often as it is high.

    Textual renders what lies below other widgets as well: a screen and its body were two thirds of
    all lines made for a frame, and none of them was seen.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """The blank lines of ``crop``, all of them one strip."""
        strip = Strip.blank(crop.width, self.visual_style.rich_style)
        for filter_ in self.get_line_filters():
            strip = strip.apply_filter(filter_, self.background_colors[1])
        return [strip] * crop.height


class Body(Ground, Container):
    """Holds the page and what stands beside it."""
