"""A screen that is painted when it is ready, not when its timer gets round to it."""

from __future__ import annotations

from textual.screen import Screen, ScreenResultType


class PromptScreen(Screen[ScreenResultType]):
    """Three waits of Textual 8.2 are left out; they are measured in ``benchmarks``.

    A mode's first screen is painted once while the app starts, that frame is thrown away, and a
    whole one follows 35 ms later. A screen that comes to the front again waits up to three frames
    for its timer. For a new screen every stylesheet is parsed again, as if the theme had changed.
    """

    def __init__(self) -> None:
        super().__init__()
        self._css_update_count = self.app._css_update_count

    def _compositor_refresh(self) -> None:
        """Waits with the first frame until the app shows frames; then it is whole at once."""
        if not self.app._batch_count:
            super()._compositor_refresh()

    def show_now(self) -> None:
        """Lays out and paints what has changed once what is under way has been handled."""
        self.call_next(self._on_timer_update)

    def paint_soon(self) -> None:
        """Paints the whole screen once what is under way has been handled."""
        self.call_next(self._paint)

    def _paint(self) -> None:
        if self.is_current and not self.app._batch_count:
            self._compositor.update_widgets({self})
            self._compositor_refresh()
            self._dirty_widgets.clear()  # all of it has just been painted
