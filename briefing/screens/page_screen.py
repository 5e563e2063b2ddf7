"""What all screens share: they fetch data for the view in force and show it as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from textual import events, on, work
from textual.geometry import Size
from textual.timer import Timer
from textual.worker import get_current_worker

from briefing.pages.line import Line, Link
from briefing.screens.framed_screen import FramedScreen
from briefing.widgets.chrome import Lines
from briefing.widgets.line_view import LineView

if TYPE_CHECKING:
    from datetime import date

    from briefing.domain.standing import Briefing
    from briefing.language import Language
    from briefing.pages.blocks import Page
    from briefing.store.errors import StoreError
    from briefing.store.reading import Reader

Data = TypeVar("Data")

AFTER_FIRST = 0.02
"""Seconds that the terminal has for the first frame before the data behind it is read."""
PATIENCE = 0.4
"""Seconds after which an empty screen says that it waits for data."""


class PageScreen(FramedScreen, Generic[Data]):
    """A screen that fetches ``Data`` for the view in force and shows it as a page."""

    AUTO_FOCUS = "#page"

    def __init__(self) -> None:
        super().__init__()
        self._shown_for: object = None
        self._said_in: Language | None = None
        self._page: Page | None = None
        self._data: Data | None = None
        self._wanted_link: Link | None = None
        self._patience: Timer | None = None
        self._gave_up = False
        self._laid_out_for: Size | None = None

    def key(self) -> object:
        """What the data depends on; equal keys mean the data at hand is still right."""
        return self.desk.view

    def memory_key(self) -> object:
        """Under what the answer is kept; screens that ask the same share it."""
        return (type(self), self.key(), self.desk.data_version)

    def fetch(self, reader: Reader) -> Data:
        """Reads the data; runs in a thread, with a short-lived reader."""
        raise NotImplementedError

    @property
    def page(self) -> Page | None:
        """The page shown."""
        return self._page

    @property
    def data(self) -> Data | None:
        """What the page tells."""
        return self._data

    def build(self, data: Data) -> Page:
        """The page for the data."""
        raise NotImplementedError

    def briefing_of(self, data: Data) -> Briefing | None:
        """The briefing that explains lines under the cursor; ``None`` for none."""
        from briefing.domain.standing import Briefing

        return data if isinstance(data, Briefing) else None

    def detail_of(self, link: Link, data: Data, room: int, most: int) -> tuple[Line, ...]:
        """What stands below the list about a line, in ``most`` lines of ``room`` cells."""
        from briefing.pages.detail import detail_lines

        briefing = self.briefing_of(data)
        return () if briefing is None else detail_lines(link, briefing, self.desk.tr, room, most)

    def on_mount(self) -> None:
        """Shows what was worked out ahead or the data at hand at once, else fetches it."""
        first = self.desk.first_frame(self.TAB)
        if first is not None and first.shape == self.shape():
            self._laid_out_for = self.size
            self.show_frame(first)
            self.query_one("#detail", Lines).show(first.detail)
            self.desk.unmask()
            self.call_after_refresh(self.set_timer, AFTER_FIRST, self.desk.open_session)
        elif self.desk.open_session():
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
        if self.tell_if_too_small():
            return
        if self._laid_out_for == self.size:
            return
        if self._data is not None:
            self.render_page(keep=True)
        else:
            self._laid_out_for = self.size
            self.show_bars()

    def follow_trouble(self) -> None:
        """What is wrong with the folder is something else now, or nothing any more."""
        self.show_trouble()

    def _state(self) -> object:
        return (self.key(), self.desk.data_version, self.desk.as_of, self.desk.known_on)

    @property
    def is_ready(self) -> bool:
        """Whether there is a page of the view in force to act on, or none is coming."""
        return self._gave_up or (self._page is not None and self._shown_for == self._state())

    def refresh_page(self, *, keep: bool = False) -> None:
        """Shows the page for the view in force, from memory or from the database."""
        key = self.memory_key()
        found = self.desk.memory.get(key)
        if found is not None:
            self._receive(cast(Data, found), keep)
        else:
            if self._data is None:
                self._patience = self.set_timer(PATIENCE, self.say_waiting)
            self._gave_up = False
            self._fetch(key, keep)

    def say_waiting(self) -> None:
        """Says that the data is on its way, when nothing else is on the screen."""
        if self._data is None:
            self.say(self.desk.tr.gettext("Đang đọc số liệu…"))
            self._said_over = None  # until the data is there

    @work(thread=True, exclusive=True, group="fetch")
    def _fetch(self, key: Any, keep: bool) -> None:
        from briefing.store.errors import StoreError

        worker = get_current_worker()
        try:
            with self.desk.open_reader() as reader, reader.one_moment():
                if self.desk.session.state not in (None, reader.state()):
                    # Somebody wrote: no page of the new data by the old day, nor beside old pages.
                    self.app.call_from_thread(self.desk.data_changed)
                    return
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
        self._gave_up = True
        self.desk.show_error(error)
        self.desk.go_on_soon()

    def _fetched(self, key: Any, data: Data, keep: bool) -> None:
        self.desk.remember(key, data)
        if not self.is_attached:
            return
        if key == self.memory_key():
            self._receive(data, keep)
        else:  # something else is asked for by now
            self.refresh_page(keep=keep)

    def _receive(self, data: Data, keep: bool) -> None:
        self._data = data
        self._shown_for = self._state()
        self.render_page(keep=keep)

    def render_page(self, *, keep: bool = False) -> None:
        """Lays the page out for the screen's width and shows it."""
        if self._data is None or not self.size.width or not self.query("#hints"):
            return
        from briefing.pages.framing import page_frame

        self._laid_out_for = self.size
        self._said_in = self.desk.tr.language
        self.show_trouble()
        self.tell_if_too_small()
        self._page = self.build(self._data)
        frame = page_frame(
            self._page,
            self.shape(),
            days=self.days_said(),
            tab=self.TAB,
            hints=self.hints(),
            keys=self.desk.keys_in_force,
            tr=self.desk.tr,
        )
        self.show_frame(frame, keep=keep)
        view = self.query_one("#page", LineView)
        if self._wanted_link is not None:
            view.move_to_link(self._wanted_link)
            self._wanted_link = None
        if self.is_current:
            self.desk.unmask()
        self.desk.go_on_soon()

    def want(self, link: Link) -> None:
        """Puts the cursor on ``link`` now, or as soon as the page is there."""
        pages = self.query("#page").results(LineView)
        if self._data is None or not any(page.move_to_link(link) for page in pages):
            self._wanted_link = link

    def source_link(self) -> Link | None:
        """The source behind the page as a whole, when the line under the cursor has none."""
        return None

    def cited(self, link: Link) -> Link:
        """What a line stands for, with the source behind it where the line does not carry it."""
        return link

    def leads_to(self, link: Link) -> Link:
        """What Enter on a line opens."""
        return link

    def hints(self) -> tuple[str, ...]:
        """The actions whose keys stand below the page."""
        return self.HINTS

    def days_said(self) -> tuple[str, ...]:
        """The days the screen speaks of, for the title's right side, the fullest form first."""
        from briefing import wording

        shown, latest = self.days_shown(), self.desk.view.latest
        return wording.days_in_force(*shown, self.desk.tr, latest=latest) if shown else ()

    def days_shown(self) -> tuple[date, date] | None:
        """The day judged on and the day known by; ``None`` for a page that holds on any day."""
        return (self.desk.view.as_of, self.desk.view.known_on)

    @on(LineView.Moved)
    def _tell_detail(self, event: LineView.Moved) -> None:
        if self._data is None or self._said_over == (event.link,):
            return
        if event.link != self.query_one("#page", LineView).link:
            return  # the cursor has moved on since: in a burst of keys, or as the data came
        self._said_over = None
        shape = self.shape()
        lines: tuple[Line, ...] = ()
        if event.link is not None:
            lines = self.detail_of(
                event.link, self._data, shape.detail_width - 3, shape.detail_height
            )
        detail = self.query_one("#detail", Lines)
        detail.show(lines)
        detail.display = shape.shows_detail

    @on(LineView.Opened)
    async def _open(self, event: LineView.Opened) -> None:
        await self.desk.open_link(self.leads_to(event.link))
