"""What an app painted first, as it went to the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._compositor import LayoutUpdate

from briefing.sturdy import Sturdy

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.screen import Screen


class Painting(Sturdy):
    """Remembers its first whole frame; writing it out is left to whoever wants to keep it."""

    _painted: LayoutUpdate | None = None

    def first_paint(self) -> tuple[str, int, int] | None:
        """The first frame's bytes as text, and its columns and rows; ``None`` before it."""
        if self._painted is None:
            return None
        size = self._painted.region.size
        return self._painted.render_segments(self.console), size.width, size.height

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if self._painted is None and isinstance(renderable, LayoutUpdate) and not self._batch_count:
            self._painted = renderable
        super()._display(screen, renderable)
