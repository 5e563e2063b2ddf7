"""A dialog that asks for a line of text and lists what it means while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Input

from briefing.complaints import complaint
from briefing.domain.model import UnitKey
from briefing.domain.spelling import clip
from briefing.pages.blocks import Page, Paragraph
from briefing.pages.layout import lay_out
from briefing.pages.line import Line, Link, LinkKind, Role, Span, clip_spans, spans
from briefing.screens.field import Field
from briefing.screens.smallness import tell_if_too_small
from briefing.store.errors import StoreError
from briefing.widgets.chrome import Lines
from briefing.widgets.line_view import LineView

if TYPE_CHECKING:
    from briefing.app import BriefingApp


COMPACT = Size(60, 18)
"""Below this a dialog takes the whole screen."""
WIDEST = 100


class Dialog(ModalScreen[Link | None]):
    """Title, an input, and a list that follows it. Up and down move in the list."""

    CSS_PATH = "dialog.tcss"
    STEPS: ClassVar[dict[str, int]] = {"down": 1, "ctrl+n": 1, "up": -1, "ctrl+p": -1}
    PAGES: ClassVar[dict[str, int]] = {"pagedown": 1, "pageup": -1}
    CLOSING = ("escape", "ctrl+c")
    OPENER: ClassVar[str] = ""
    """The action that opens it, where one of its keys is a letter that input methods remember."""
    NINE_FROM_D: ClassVar[bool] = False
    """Whether the field takes days: ``d`` opens it, and VNI makes ``đ`` of that and a 9."""

    def __init__(self) -> None:
        super().__init__()
        self._ready = False
        self._left = False
        self._listed: str | None = None
        self._erased_nothing = False
        self._remembered = False

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
        self.set_focus(self.query_one(Field))
        self._ready = True
        self.list_now()
        self.desk.go_on_soon()

    @property
    def is_ready(self) -> bool:
        """Whether there is a field to take what is typed."""
        return self._ready and not self._left

    async def take(self, typed: events.Key | events.Paste) -> None:
        """Does what a key says, at once: the next one finds it done."""
        field = self.query_one(Field)
        if isinstance(typed, events.Paste):
            field.paste(typed.text)
        elif typed.key in self.CLOSING:
            self.action_cancel()
        elif typed.key == "enter":
            self.choose_for(field.text)
        elif typed.key in self.STEPS:
            self.list_now()
            self.query_one("#dialog-list", LineView).step(self.STEPS[typed.key])
        elif typed.key in self.PAGES:
            self.list_now()
            self.query_one("#dialog-list", LineView).page_items(self.PAGES[typed.key])
        elif not typed.is_printable and self.desk.quits(typed.key):
            await self.desk.action_quit()
        else:
            await self._edit(field, typed)

    async def _edit(self, field: Field, typed: events.Key) -> None:
        empty = not field.value
        if self._erased_nothing and self.OPENER and not (typed.character or "").isascii():
            self._remembered = True
            self._give_room()
        if self.NINE_FROM_D and self._erased_nothing and typed.character in ("đ", "Đ"):
            field.type_text("9")
        else:
            await field.take(typed)
        self._erased_nothing = empty and typed.key == "backspace"

    def on_resize(self, event: events.Resize) -> None:
        """Lays the list out again for the new width."""
        if tell_if_too_small(self, self.desk.tr) or not self.query("#dialog-list"):
            return
        self._give_room()
        self.call_after_refresh(self._list_again)

    @property
    def _is_compact(self) -> bool:
        return self.size.width < COMPACT.width or self.size.height < COMPACT.height

    def title_room(self) -> int:
        """Cells for the title on the screen as it is."""
        wide = self.size.width
        return wide - 2 if self._is_compact else min(wide * 9 // 10, WIDEST) - 4

    def _give_room(self) -> None:
        """Takes the whole of a small screen, without frames; what is cut is marked as cut."""
        compact, room = self._is_compact, self.title_room()
        self.set_class(compact, "-compact")
        title = clip_spans((Span(self.title_text(), Role.HEADING), *self._advice()), room)
        self.query_one("#dialog-title", Lines).show((Line(title),))
        self.query_one(Input).placeholder = clip(self.placeholder(), room - (1 if compact else 5))

    def _advice(self) -> tuple[Span, ...]:
        """How to open the dialog so that an input method does not take the key for a letter."""
        if not self._remembered:
            return ()
        from briefing.input_methods import safe_key

        keys, tr = self.desk.keys_in_force[self.OPENER], self.desk.tr
        said = tr.gettext("bộ gõ đang bật: nên mở bằng {key}")
        return (Span("  " + said.format(key=safe_key(keys)), Role.MUTED),)

    def list_now(self) -> None:
        """Shows what the text typed so far means, unless it does already."""
        if self.query("#dialog-list"):  # else closed meanwhile
            text = self.query_one(Field).text
            if text != self._listed:
                self._list_for(text)

    def _list_again(self) -> None:
        """Lays the list out for another width; the cursor stays on what it stood on."""
        if self._listed is not None and self.query("#dialog-list"):
            self._list_for(self._listed, keep=True)

    def _list_for(self, text: str, *, keep: bool = False) -> None:
        self._listed = text
        view = self.query_one("#dialog-list", LineView)
        width = max(view.size.width - 1, 30)
        try:
            page = self.page_for(text)
        except StoreError as error:
            said = complaint(error, self.desk.tr).text
            page = Page(title="", blocks=(Paragraph(spans=spans((said, Role.BAD))),))
        view.show(lay_out(page, width), keep=keep)

    @on(Input.Changed)
    def _changed(self) -> None:
        self.list_now()

    def choose_for(self, text: str) -> None:
        """Chooses what the cursor stands on in the list for ``text``."""
        if text != self._listed:
            self._list_for(text)
        self.choose(self.query_one("#dialog-list", LineView).link)

    @on(LineView.Moved)
    def _moved(self, event: LineView.Moved) -> None:
        if event.link is not None and event.link.kind is LinkKind.UNIT and not self._left:
            self.desk.foresee(UnitKey.parse(event.link.ref))

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
            self.desk.go_on_soon()
