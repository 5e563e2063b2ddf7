"""A bare app around a list of lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.geometry import Region

from briefing.pages.line import Line, Link, LinkKind, Role, Span
from briefing.theme import DARK
from briefing.widgets.line_view import LineView


def item(number: int, text: str, lines: int = 1) -> list[Line]:
    """An item of ``lines`` lines that opens the source ``s<number>``."""
    link = Link(LinkKind.SOURCE, f"s{number}")
    return [Line((Span(f"{text} {at}", Role.STRONG),), link, number) for at in range(lines)]


def heading(text: str) -> list[Line]:
    """A line that is no item."""
    return [Line((Span(text, Role.HEADING),))]


class RecordingView(LineView):
    """A list that notes which regions it was asked to repaint."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.repainted: list[Region] = []

    def refresh(self, *regions: Region, **more: bool) -> RecordingView:
        """Notes the regions; none at all stands for the whole list."""
        self.repainted.extend(regions or (Region(0, 0, 0, 0),))
        super().refresh(*regions, **more)
        return self


class ListApp(App[None]):
    """Shows ``lines`` in a list of the class ``VIEW`` and notes what it posts."""

    VIEW: ClassVar[type[RecordingView]] = RecordingView

    def __init__(self, lines: Iterable[Line]) -> None:
        super().__init__()
        self._shown = tuple(lines)
        self.moved: list[str | None] = []
        self.opened: list[str] = []
        self.register_theme(DARK)
        self.theme = DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The theme's variables."""
        return DARK.variables

    def compose(self) -> ComposeResult:
        yield self.VIEW(id="list")

    @property
    def view(self) -> RecordingView:
        """The list."""
        return self.query_one("#list", RecordingView)

    def on_mount(self) -> None:
        """Fills the list and gives it the keyboard."""
        self.view.show(self._shown)
        self.view.focus()

    def on_line_view_moved(self, event: LineView.Moved) -> None:
        """Notes where the cursor went."""
        self.moved.append(event.link.ref if event.link else None)

    def on_line_view_opened(self, event: LineView.Opened) -> None:
        """Notes what was opened."""
        self.opened.append(event.link.ref)

    def text(self) -> list[str]:
        """The visible lines as text, without trailing blanks."""
        return [self.view.render_line(y).text.rstrip() for y in range(self.view.size.height)]
