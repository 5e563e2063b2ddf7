"""A dialog that asks for a line of text and lists what it means while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Input

from briefing.complaints import complaint
from briefing.domain.spelling import clip
from briefing.pages.blocks import Page, Paragraph
from briefing.pages.layout import lay_out
from briefing.pages.line import Line, Link, Role, Span, clip_spans, spans
from briefing.screens.smallness import tell_if_too_small
from briefing.store.errors import StoreError
from briefing.widgets.chrome import Lines
from briefing.widgets.line_view import LineView

if TYPE_CHECKING:
    from briefing.app import BriefingApp


COMPACT = Size(60, 18)
"""Below this a dialog takes the whole screen."""
WIDEST = 100


class Field(Input):
    """An input whose Enter counts when it is typed, not after what was typed behind it."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            await self.action_submit()
        else:
            await super()._on_key(event)


class Dialog(ModalScreen[Link | None]):
    """Title, an input, and a list that follows it. Up and down move in the list."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "cancel", show=False, priority=True),
        Binding("ctrl+q", "app.quit", show=False, priority=True),
        Binding("down,ctrl+n", "step(1)", show=False, priority=True),
        Binding("up,ctrl+p", "step(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._early: list[events.Key] = []
        self._ready = False
        self._left = False
        self._listed: str | None = None

    @property
    def desk(self) -> BriefingApp:
        """The app, with its view and its reader."""
        return cast("BriefingApp", self.app)

    def title_text(self) -> str:
        """What the dialog asks for."""
        raise NotImplementedError

    def placeholder(self) -> str:
        """What stands in the empty input."""
        return ""

    def page_for(self, text: str) -> Page:
        """What the list shows for the text typed."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        with Vertical(id="dialog"):
            yield Lines(id="dialog-title")
            yield Field(placeholder=self.placeholder(), select_on_focus=False, id="dialog-input")
            yield LineView(id="dialog-list")

    def on_mount(self) -> None:
        """Puts the keyboard into the input and lists what is there without any text."""
        if not self.query("#dialog-list"):
            return  # closed again before it was built
        self._give_room()
        self.query_one("#dialog-list", LineView).can_focus = False
        self.set_focus(self.query_one(Input))
        self._ready = True
        self.list_now()
        for key in self._early:
            self.take_key(key)

    def take_key(self, event: events.Key) -> None:
        """Takes a key typed before the input had the keyboard, from whoever was given it.

        Text, Enter and Escape count in the order they were typed; none is lost or runs on.
        """
        if self._left:
            return
        if event.key == "escape":
            event.stop()
            self.action_cancel()
        elif not self._ready:
            event.stop()
            self._early.append(event)
        elif event.key == "enter":
            event.stop()
            self.choose_for(self.query_one(Input).value)
        elif event.is_printable and event.character:
            event.stop()
            self.query_one(Input).insert_text_at_cursor(event.character)

    def on_key(self, event: events.Key) -> None:
        """A key that gets here has missed the input."""
        self.take_key(event)

    def on_resize(self, event: events.Resize) -> None:
        """Lays the list out again for the new width."""
        if tell_if_too_small(self, self.desk.tr):
            return
        self._give_room()
        self.call_after_refresh(self.list_now)

    def _give_room(self) -> None:
        """Takes the whole of a small screen, without frames; what is cut is marked as cut."""
        compact = self.size.width < COMPACT.width or self.size.height < COMPACT.height
        self.set_class(compact, "-compact")
        room = self.size.width - 2 if compact else min(self.size.width * 9 // 10, WIDEST) - 4
        title = clip_spans((Span(self.title_text(), Role.HEADING),), room)
        self.query_one("#dialog-title", Lines).show((Line(title),))
        self.query_one(Input).placeholder = clip(self.placeholder(), room - (1 if compact else 5))

    def list_now(self) -> None:
        """Shows what the text typed so far means."""
        if self.query("#dialog-list"):  # else closed meanwhile
            self._list_for(self.query_one(Input).value)

    def _list_for(self, text: str) -> None:
        self._listed = text
        view = self.query_one("#dialog-list", LineView)
        width = max(view.size.width - 1, 30)
        try:
            page = self.page_for(text)
        except StoreError as error:
            said = complaint(error, self.desk.tr).text
            page = Page(title="", blocks=(Paragraph(spans=spans((said, Role.BAD))),))
        view.show(lay_out(page, width))

    @on(Input.Changed)
    def _changed(self) -> None:
        self.list_now()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self.choose_for(event.value)

    def choose_for(self, text: str) -> None:
        """Chooses what the cursor stands on in the list for ``text``."""
        if text != self._listed:
            self._list_for(text)
        self.choose(self.query_one("#dialog-list", LineView).link)

    @on(LineView.Opened)
    def _opened(self, event: LineView.Opened) -> None:
        event.stop()
        self.choose(event.link)

    def choose(self, link: Link | None) -> None:
        """Closes with what was chosen."""
        if link is not None:
            self._leave(link)

    def action_cancel(self) -> None:
        """Closes without a choice."""
        self._leave(None)

    def _leave(self, link: Link | None) -> None:
        """Closes once, however often it is asked to."""
        if not self._left and self.is_current:
            self._left = True
            self.dismiss(link)

    def action_step(self, direction: int) -> None:
        """Moves in the list."""
        if self._ready:
            self.query_one("#dialog-list", LineView).step(direction)

    def action_page(self, direction: int) -> None:
        """Moves by a screenful in the list."""
        if self._ready:
            self.query_one("#dialog-list", LineView).page_items(direction)
