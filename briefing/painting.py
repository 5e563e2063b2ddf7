"""What an app painted first, as it went to the terminal, and what it need not keep painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual._compositor import LayoutUpdate
from textual.widget import Widget

from briefing.sturdy import Sturdy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType
    from textual.await_remove import AwaitRemove
    from textual.dom import DOMNode
    from textual.screen import Screen


GONE_AFTER = 0.2
"""Seconds after which nothing paints a removed widget any more."""


class Painting(Sturdy):
    """Remembers its first whole frame if ``remembers_first_paint``.

    To write it out is left to whoever wants to keep it: that takes as long as painting it did.
    """

    remembers_first_paint = False
    _painted: LayoutUpdate | None = None

    def first_paint(self) -> tuple[str, int, int] | None:
        """The first frame's bytes as text, and its columns and rows; ``None`` before it."""
        if self._painted is None:
            return None
        size = self._painted.region.size
        return self._painted.render_segments(self.console), size.width, size.height

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        wanted = self.remembers_first_paint and not self._batch_count
        if wanted and isinstance(renderable, LayoutUpdate):
            self._painted = renderable
            self.remembers_first_paint = False
        super()._display(screen, renderable)

    def _load_screen_css(self, screen: Screen[Any]) -> None:
        """Reads a screen's own stylesheet, the first time it is shown.

        Textual 8.2 parses every stylesheet again then, 10 ms, and styles the screen before anew.
        """
        for path in screen.css_path:
            if not self.stylesheet.has_source(str(path), ""):
                self.stylesheet.read(path)
                self.stylesheet.parse()

    def _prune(self, *nodes: Widget, parent: DOMNode | None = None) -> AwaitRemove:
        """Drops what is kept painted of widgets that go away.

        Textual 8.2 keeps those caches for ever (``StylesCache.get_inner_outer`` has an
        ``lru_cache`` that counts ``self``): each dialog would leave 0.3 MiB behind.
        """
        gone = [
            one
            for node in nodes
            for widget in node.walk_children(Widget, with_self=True)
            for one in (widget, *widget._get_virtual_dom())
        ]
        removed = super()._prune(*nodes, parent=parent)
        self.set_timer(GONE_AFTER, lambda: _drop_painted(gone))
        return removed


def _drop_painted(widgets: Iterable[Widget]) -> None:
    for widget in widgets:
        widget._styles_cache.clear()
