"""The frame of a screen: title, tabs, list, detail, key hints, and notices over them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from briefing.commands import shown_key
from briefing.pages.frame import HINTS, Frame, Shape
from briefing.pages.line import Line, Link, Role, Span, spans, wrap_spans
from briefing.screens.prompt_screen import PromptScreen
from briefing.widgets.chrome import ItemBar, Lines, Masthead
from briefing.widgets.ground import Body, Ground
from briefing.widgets.line_view import LineView

if TYPE_CHECKING:
    from briefing.app import BriefingApp


class FramedScreen(Ground, PromptScreen[None]):
    """Shows frames; knows nothing of the data behind them."""

    TAB: ClassVar[str] = ""
    HINTS: ClassVar[tuple[str, ...]] = HINTS

    def __init__(self) -> None:
        super().__init__()
        self._shape: Shape | None = None
        self._said_over: tuple[Link | None] | None = None

    @property
    def desk(self) -> BriefingApp:
        """The app, with its view and its reader."""
        return cast("BriefingApp", self.app)

    def compose(self) -> ComposeResult:
        yield Masthead(id="masthead")
        yield ItemBar(id="tabs", tabs=True)
        with Body(id="body"):
            yield from self.page_views()
            yield Lines(id="detail")
        yield ItemBar(id="hints")

    def page_views(self) -> Iterable[Widget]:
        """What shows the page's lines, with the id ``page``, and whatever lies over it."""
        return (LineView(id="page"),)

    def shape(self) -> Shape:
        """What fits on the screen as it is."""
        return Shape(self.size.width, self.size.height, self.wants_detail())

    def wants_detail(self) -> bool:
        """Whether lines on this screen have something more to say below the list."""
        return True

    def show_frame(self, frame: Frame, *, keep: bool = False) -> None:
        """Shows a frame but for its detail, which follows the cursor."""
        shape, room = frame.shape, frame.shape.width - 2
        masthead = self.query_one("#masthead", Masthead)
        masthead.show_title(frame.title, frame.subtitle, frame.days, room)
        self.query_one("#tabs", ItemBar).show_items(frame.tabs, room)
        self.query_one("#hints", ItemBar).show_items(frame.hints, room)
        detail = self.query_one("#detail")
        detail.display = shape.shows_detail
        self.set_class(shape.beside, "-beside")
        if self._shape != shape:
            self._shape = shape
            detail.styles.height = None if shape.beside else shape.detail_height + 1
        self.query_one("#page", LineView).show(frame.lines, keep=keep)

    def show_bars(self) -> None:
        """The tabs above and the hints below, in the language in force."""
        if not self.query("#hints"):
            return  # not built yet, or gone
        from briefing.pages.framing import hint_items, tab_items

        keys, tr, room = self.desk.keys_in_force, self.desk.tr, self.size.width - 2
        self.query_one("#tabs", ItemBar).show_items(tab_items(self.TAB, keys, tr), room)
        self.query_one("#hints", ItemBar).show_items(hint_items(self.HINTS, keys, tr), room)

    def show_trouble(self) -> None:
        """Says above the page why it shows the last good data, if so."""
        if self.desk.trouble is None and not self.query("#banner"):
            return
        from briefing.screens.banner import show_banner

        key = shown_key(self.desk.keys_in_force["problems"][0])
        show_banner(self, self.desk.trouble, self.desk.tr, key)

    def tell_if_too_small(self) -> bool:
        """Covers a screen that is too small with words that say so; whether it is."""
        if self.shape().fits and not self.query("#too-small"):
            return False
        from briefing.screens import smallness

        return smallness.tell_if_too_small(self, self.desk.tr)

    @on(ItemBar.Clicked)
    async def _clicked(self, event: ItemBar.Clicked) -> None:
        await self.run_action(event.action)

    def say(self, text: str) -> None:
        """Quiet words in place of the detail, until the cursor moves; whole, on any screen."""
        detail = self.query_one("#detail", Lines)
        detail.display = True
        self._said_over = (self.query_one("#page", LineView).link,)
        shape = self.shape()
        runs = wrap_spans(spans((text, Role.MUTED)), shape.detail_width - 3, shape.detail_height)
        detail.show(tuple(Line((Span(" "), *run)) for run in runs))
