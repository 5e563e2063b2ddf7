"""What all screens share: title, tabs, a page of lines, detail, key hints."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Size
from textual.timer import Timer
from textual.worker import get_current_worker

from briefing import wording
from briefing.commands import BY_ID, TABS, shown_key
from briefing.desk import LATEST
from briefing.domain.spelling import visible
from briefing.domain.standing import Briefing
from briefing.language import Language
from briefing.pages.blocks import Page
from briefing.pages.detail import detail_lines
from briefing.pages.layout import lay_out
from briefing.pages.line import Line, Link, Role, Span, spans, wrap_spans
from briefing.screens.banner import show_banner
from briefing.screens.prompt_screen import PromptScreen
from briefing.screens.smallness import tell_if_too_small
from briefing.store.errors import StoreError
from briefing.store.reading import Reader
from briefing.widgets.chrome import Item, ItemBar, Lines, Masthead
from briefing.widgets.line_view import LineView

if TYPE_CHECKING:
    from briefing.app import BriefingApp

Data = TypeVar("Data")

BESIDE = 150
"""From this width on, the detail stands beside the list."""
DETAIL_COLUMN = 56
PATIENCE = 0.4
"""Seconds after which an empty screen says that it waits for data."""


class PageScreen(PromptScreen[None], Generic[Data]):
    """A screen that fetches ``Data`` for the view in force and shows it as a page."""

    TAB: ClassVar[str] = ""
    HINTS: ClassVar[tuple[str, ...]] = ("open", "search", "source", "unit", "date", "help")
    AUTO_FOCUS = "#page"

    def __init__(self) -> None:
        super().__init__()
        self._shown_for: object = None
        self._said_in: Language | None = None
        self._page: Page | None = None
        self._data: Data | None = None
        self._wanted_link: Link | None = None
        self._patience: Timer | None = None
        self._laid_out_for: Size | None = None
        self._detail_shape = (False, 3)

    @property
    def desk(self) -> BriefingApp:
        """The app, with its view and its reader."""
        return cast("BriefingApp", self.app)

    def key(self) -> object:
        """What the data depends on; equal keys mean the data at hand is still right."""
        return self.desk.view

    def memory_key(self) -> object:
        """Under what the answer is kept; screens that ask the same share it."""
        return (type(self), self.key(), self.desk.data_version)

    def fetch(self, reader: Reader) -> Data:
        """Reads the data; runs in a thread, with a short-lived reader."""
        raise NotImplementedError

    def build(self, data: Data) -> Page:
        """The page for the data."""
        raise NotImplementedError

    def briefing_of(self, data: Data) -> Briefing | None:
        """The briefing that explains lines under the cursor; ``None`` for none."""
        return data if isinstance(data, Briefing) else None

    def compose(self) -> ComposeResult:
        yield Masthead(id="masthead")
        yield ItemBar(id="tabs", tabs=True)
        with Container(id="body"):
            yield LineView(id="page")
            yield Lines(id="detail")
        yield ItemBar(id="hints")

    def on_mount(self) -> None:
        """Shows the data at hand at once, else fetches it."""
        self.refresh_page()

    def on_screen_resume(self) -> None:
        """Catches up with changes made on other screens, and is painted at once."""
        self.paint_soon()
        if self._shown_for is not None and self._shown_for != self._state():
            self.refresh_page(keep=True)
        elif self._said_in not in (None, self.desk.tr.language):
            self.render_page(keep=True)
        self.show_trouble()

    def on_resize(self, event: events.Resize) -> None:
        """Lays the page out again for the new size."""
        if tell_if_too_small(self, self.desk.tr):
            return
        if self._data is None:
            self.show_bars(self.size.width - 2)
        elif self._laid_out_for != self.size:
            self.render_page(keep=True)

    def _state(self) -> object:
        return (self.key(), self.desk.data_version, self.desk.as_of, self.desk.known_on)

    def refresh_page(self, *, keep: bool = False) -> None:
        """Shows the page for the view in force, from memory or from the database."""
        key = self.memory_key()
        found = self.desk.memory.get(key)
        if found is not None:
            self._receive(cast(Data, found), keep)
        else:
            if self._data is None:
                self._patience = self.set_timer(PATIENCE, self.say_waiting)
            self._fetch(key, keep)

    def say_waiting(self) -> None:
        """Says that the data is on its way, when nothing else is on the screen."""
        if self._data is None:
            self.say(self.desk.tr.gettext("Đang đọc số liệu…"))

    @work(thread=True, exclusive=True, group="fetch")
    def _fetch(self, key: Any, keep: bool) -> None:
        worker = get_current_worker()
        try:
            with self.desk.open_reader() as reader:
                data = self.fetch(reader)
        except StoreError as error:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._failed, error)
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._fetched, key, data, keep)

    def _failed(self, error: StoreError) -> None:
        if self._patience is not None:
            self._patience.stop()
        self.desk.show_error(error)

    def _fetched(self, key: Any, data: Data, keep: bool) -> None:
        self.desk.remember(key, data)
        if self.is_attached:
            self._receive(data, keep)

    def _receive(self, data: Data, keep: bool) -> None:
        self._data = data
        self._shown_for = self._state()
        self.render_page(keep=keep)

    def render_page(self, *, keep: bool = False) -> None:
        """Lays the page out for the screen's width and shows it."""
        if self._data is None or not self.size.width or not self.query("#hints"):
            return
        self._laid_out_for = self.size
        self._said_in = self.desk.tr.language
        self.show_trouble()
        tell_if_too_small(self, self.desk.tr)
        self._page = self.build(self._data)
        view = self.query_one("#page", LineView)
        room = self.size.width
        self.query_one("#masthead", Masthead).show_title(
            visible(self._page.title), visible(self._page.subtitle), self.days_said(), room - 2
        )
        self.show_bars(room - 2)
        detail = self.query_one("#detail")
        detail.display = self.shows_detail()
        beside = self.detail_beside()
        self.set_class(beside, "-beside")
        if self._detail_shape != (beside, self.detail_height()):
            self._detail_shape = (beside, self.detail_height())
            detail.styles.height = None if beside else self.detail_height() + 1
        if beside:
            room -= self.detail_width()
        lines = lay_out(self._page, max(room - 3, 20))
        view.show(lines, keep=keep)
        if self._wanted_link is not None:
            view.move_to_link(self._wanted_link)
            self._wanted_link = None

    def show_trouble(self) -> None:
        """Says above the page why it shows the last good data, if so."""
        show_banner(self, self.desk.trouble, self.desk.tr)

    def want(self, link: Link) -> None:
        """Puts the cursor on ``link`` now, or as soon as the page is there."""
        pages = self.query("#page").results(LineView)
        if self._data is None or not any(page.move_to_link(link) for page in pages):
            self._wanted_link = link

    def source_link(self) -> Link | None:
        """The source behind the page as a whole, when the line under the cursor has none."""
        return None

    def shows_detail(self) -> bool:
        """Whether there is room for a detail worth showing."""
        return self.wants_detail() and self.size.height >= 16

    def detail_height(self) -> int:
        """Lines of detail below the list: more on a tall screen."""
        if self.detail_beside():
            return self.size.height - 6
        return 3 if self.size.height < 22 else 4 if self.size.height < 30 else 5

    def detail_beside(self) -> bool:
        """Whether the screen is wide enough to put the detail beside the list."""
        return self.wants_detail() and self.size.width >= BESIDE

    def detail_width(self) -> int:
        """Cells of the detail: the screen's, or its own column's."""
        return DETAIL_COLUMN if self.detail_beside() else self.size.width

    def wants_detail(self) -> bool:
        """Whether lines on this screen have something more to say below the list."""
        return True

    def days_said(self) -> tuple[str, ...]:
        """The days the screen speaks of, for the title's right side, the fullest form first."""
        shown = self.days_shown()
        latest = self.desk.as_of == LATEST
        return wording.days_in_force(*shown, self.desk.tr, latest=latest) if shown else ()

    def days_shown(self) -> tuple[date, date] | None:
        """The day judged on and the day known by; ``None`` for a page that holds on any day."""
        return (self.desk.view.as_of, self.desk.view.known_on)

    def show_bars(self, room: int) -> None:
        """The tabs above and the hints below, in the language in force."""
        if not self.query("#hints"):
            return  # not built yet, or gone
        tr = self.desk.tr
        tabs = [
            Item(
                self.shown_key(tab),
                tr.gettext(BY_ID[tab].label),
                BY_ID[tab].action,
                tab == self.TAB,
            )
            for tab in TABS
        ]
        self.query_one("#tabs", ItemBar).show_items(tabs, room)
        hints = [
            Item(self.shown_key(name), tr.gettext(BY_ID[name].label), BY_ID[name].action)
            for name in self.HINTS
        ]
        self.query_one("#hints", ItemBar).show_items(hints, room)

    def shown_key(self, name: str) -> str:
        """The first key in force for an action, as people know it."""
        return shown_key(self.desk.keys_in_force[name][0])

    @on(LineView.Moved)
    def _tell_detail(self, event: LineView.Moved) -> None:
        briefing = self.briefing_of(self._data) if self._data is not None else None
        lines: tuple[Line, ...] = ()
        if briefing is not None:
            lines = detail_lines(
                event.link, briefing, self.desk.tr, self.detail_width() - 3, self.detail_height()
            )
        detail = self.query_one("#detail", Lines)
        detail.show(lines)
        detail.display = self.shows_detail()

    @on(LineView.Opened)
    def _open(self, event: LineView.Opened) -> None:
        self.desk.open_link(event.link)

    @on(ItemBar.Clicked)
    async def _clicked(self, event: ItemBar.Clicked) -> None:
        await self.run_action(event.action)

    def say(self, text: str) -> None:
        """Quiet words in place of the detail, until the cursor moves; whole, on any screen."""
        detail = self.query_one("#detail", Lines)
        detail.display = True
        width, height = self.detail_width() - 3, self.detail_height()
        runs = wrap_spans(spans((text, Role.MUTED)), width, height)
        detail.show(tuple(Line((Span(" "), *run)) for run in runs))
