"""Rankings of thousands: a few are kept, those of the periods beside are read ahead."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work
from textual.timer import Timer
from textual.worker import get_current_worker

from briefing.domain.ranked import Choice, Group, Order, Ranked, Step
from briefing.pages import ranking_choices as choices
from briefing.pages.ranking import Listing
from briefing.pages.ranking_forms import Form
from briefing.pages.ranking_list import Extent, arranged, extent_of
from briefing.screens.page_screen import PageScreen
from briefing.store.reading import Reader

if TYPE_CHECKING:
    from briefing.desk import View

LONG = 500
"""Units from which on a ranking is measured where it is read, and those beside it read ahead."""
MOST_LONG = 3
"""Long rankings kept: the one shown and those of the periods beside it."""
PAUSE = 0.08
"""Seconds without another ranking after which the periods beside a long one are read."""

Measured = tuple[Ranked, object, Extent]
"""A long ranking, what is shown of it in which language, and the room it takes."""


class LongRankings(PageScreen[Ranked]):
    """A screen of rankings: which one is asked for, and what is kept of long ones."""

    def __init__(self) -> None:
        super().__init__()
        self.choice = Choice()
        self.form = Form.LIST
        self.order = Order.RANK
        self.narrowed = choices.ALL
        self._measured: deque[Measured] = deque(maxlen=MOST_LONG)
        self._just_measured: Measured | None = None
        """Handed over by the thread that reads."""
        self._ahead: Timer | None = None

    def key(self) -> object:
        """The view, and which ranking is asked for."""
        return (self.desk.view, self.asked())

    def _key_of(self, asked: Choice) -> object:
        """Under what the answer to another choice is kept."""
        return (type(self), (self.desk.view, asked), self.desk.data_version)

    def asked(self) -> Choice:
        """Which ranking is asked for; for a chart with the one of the period before."""
        return replace(self.choice, beside=self.form is Form.SLOPE)

    def fetch(self, reader: Reader) -> Ranked:
        """The ranking as known on the view's day; of a long one what drawing it will need, too."""
        found = self._read(reader, self.desk.view, self.asked())
        self._just_measured = self._measured_ahead(found) if _is_long(found) else None
        return found

    def _read(self, reader: Reader, view: View, asked: Choice) -> Ranked:
        days = view.as_of, view.known_on
        found = reader.standings.ranked(asked, view.unit, *days)
        if found.ranking.edition.period is None and asked.end is not None:
            # Chosen on another day, when more was known: the newest of this one.
            return reader.standings.ranked(replace(asked, start=None, end=None), view.unit, *days)
        return found

    def _receive(self, data: Ranked, keep: bool) -> None:
        """Shows the ranking; of long ones only the last few are kept for going back."""
        measured, self._just_measured = self._just_measured, None
        if measured is not None:
            self._measured.append(measured)
        super()._receive(data, keep)
        if _is_long(data):
            self._keep(self.memory_key(), data)
            if self._ahead is not None:
                self._ahead.stop()
            self._ahead = self.set_timer(PAUSE, self.look_ahead)

    def _keep(self, key: object, data: Ranked) -> None:
        """Remembers a long ranking; of those only the last few."""
        memory = self.desk.memory
        self.desk.remember(key, data)
        long = [key for key, kept in memory.items() if isinstance(kept, Ranked) and _is_long(kept)]
        for key in long[:-MOST_LONG]:
            del memory[key]

    def look_ahead(self) -> None:
        """Reads the periods beside a long ranking while nobody presses a key."""
        if self._data is None or self._shown_for != self._state():
            return
        steps = (self._data.newer, self._data.older)
        beside = (self.choice_of(self.asked(), step) for step in steps if step is not None)
        asked = ((self._key_of(one), one) for one in beside)
        lacking = [(key, one) for key, one in asked if key not in self.desk.memory]
        if lacking:
            self._read_ahead(lacking)

    @work(thread=True, exclusive=True, group="ahead")
    def _read_ahead(self, lacking: Sequence[tuple[object, Choice]]) -> None:
        from briefing.store.errors import StoreError

        worker, view = get_current_worker(), self.desk.view
        for key, choice in lacking:
            try:
                with self.desk.open_reader() as reader, reader.one_moment():
                    if self.desk.session.state not in (None, reader.state()):
                        return  # somebody wrote: whoever goes there is told
                    found = self._read(reader, view, choice)
                measured = self._measured_ahead(found)
            except StoreError:
                return
            if not worker.is_cancelled:
                self.app.call_from_thread(self._keep_ahead, key, found, measured)

    def _keep_ahead(self, key: object, data: Ranked, measured: Measured | None) -> None:
        """Remembers a neighbour of what is shown, behind which that itself stays."""
        shown = self.memory_key()
        if shown in self.desk.memory:
            self._keep(key, data)
            self.desk.memory.move_to_end(shown)
            self._measured += [] if measured is None else [measured]

    def extent(self, group: Group | None) -> Extent | None:
        """How much room the places take, found once for all orders of a long ranking."""
        if self._data is None or not _is_long(self._data):
            return None
        said = (self.narrowed, self.desk.tr.language)
        for data, how, extent in self._measured:
            if data is self._data and how == said:
                return extent
        extent = extent_of(self._data, group, self.desk.tr)
        self._measured.append((self._data, said, extent))
        return extent

    def _measured_ahead(self, data: Ranked) -> Measured | None:
        """What drawing a whole long list will need, found in the thread that has read it."""
        if self.narrowed != choices.ALL or self.form is not Form.LIST:
            return None
        extent = extent_of(data, None, self.desk.tr)
        for order in Order:
            arranged(data, Listing(order=order, extent=extent), self.desk.tr)
        return data, (choices.ALL, self.desk.tr.language), extent

    @staticmethod
    def choice_of(choice: Choice, step: Step) -> Choice:
        start, end = step.period
        return replace(choice, indicator=step.indicator.id, start=start, end=end)


def _is_long(ranked: Ranked) -> bool:
    return len(ranked.ranking.edition.units) > LONG
