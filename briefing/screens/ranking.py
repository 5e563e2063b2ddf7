"""All units of a kind on one indicator: as a list, as a chart between two periods, as a map."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import get_current_worker

from briefing.domain.model import UnitKey, UnitKind
from briefing.domain.ranked import Choice, Group, Order, Ranked, Step, peers_of, region_of, regions
from briefing.pages import ranking_choices as choices
from briefing.pages.blocks import Page
from briefing.pages.line import Link, LinkKind
from briefing.pages.ranking import Listing
from briefing.pages.ranking_forms import Form, form_page
from briefing.pages.ranking_list import Extent, arranged, extent_of
from briefing.screens.page_screen import PageScreen
from briefing.store.reading import Reader
from briefing.widgets.chrome import Lines
from briefing.widgets.line_view import LineView
from briefing.widgets.tile_map import TileMap
from briefing.workspace.collecting import uncollected

if TYPE_CHECKING:
    from briefing.desk import View

AROUND = 5
"""Lines of the screen above and below the page."""

LONG = 500
"""Units from which on a ranking takes megabytes."""
MOST_LONG = 3
"""Long rankings kept: the one shown and those of the periods beside it."""
PAUSE = 0.08
"""Seconds without another ranking after which the periods beside a long one are read."""

Measured = tuple[Ranked, object, Extent]
"""A long ranking, what is shown of it in which language, and the room it takes."""


class RankingScreen(PageScreen[Ranked]):
    """The ranking: the list, by rank at first; another form of it at a key."""

    CSS_PATH = "ranking.tcss"
    TAB: ClassVar[str] = "ranking"
    HINTS: ClassVar[tuple[str, ...]] = ("open", "form", "ranked_by", "older", "filter", "help")

    def __init__(self) -> None:
        super().__init__()
        self.choice = Choice()
        self.form = Form.LIST
        self.order = Order.RANK
        self.narrowed = choices.ALL
        self._measured: deque[Measured] = deque(maxlen=MOST_LONG)
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

    def page_views(self) -> Iterable[Widget]:
        """A list whose lines may be a map, and over the sea what is told of a tile."""
        told = Lines(id="told")
        told.display = False
        return (TileMap(told, id="page"), told)

    def fetch(self, reader: Reader) -> Ranked:
        """The ranking as known on the view's day; of a long one what drawing it will need, too."""
        with uncollected():
            found = self._read(reader, self.desk.view, self.asked())
        if _is_long(found) and (measured := self._measured_ahead(found)) is not None:
            self._measured.append(measured)
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
        super()._receive(data, keep)
        if _is_long(data):
            gc.freeze()  # what is dropped is freed all the same; no key waits for a walk over it
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
        beside = (self._choice_of(self.asked(), step) for step in steps if step is not None)
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

    def listing(self) -> Listing:
        """In which order, which group, and who is marked."""
        group = self.group()
        return Listing(
            order=self.order, group=group, compared=self.desk.compared, extent=self._extent(group)
        )

    def _extent(self, group: Group | None) -> Extent | None:
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

    def group(self) -> Group | None:
        """The region or peer group that alone is listed, of the units ranked now."""
        if self._data is None:
            return None
        kind, _, name = self.narrowed.partition(":")
        units = self._data.ranking.edition.units
        match kind:
            case choices.REGION:
                return region_of(name, units) if regions(units) else None
            case choices.PEERS:
                return peers_of(name, self.desk.desk.settings.peer_groups.get(name, ()), units)
            case _:
                return None

    def build(self, data: Ranked) -> Page:
        """The ranking's page in the form chosen, for the height of the screen."""
        height = self.size.height - AROUND
        return form_page(self.form, data, self.desk.tr, self.listing(), height)

    def render_page(self, *, keep: bool = False) -> None:
        """Shows the page; from a unit that it does not show the cursor goes to that in focus."""
        pages = self.query("#page").results(LineView)
        held = next((page.link for page in pages), None) if keep else None
        super().render_page(keep=keep)
        if held is not None and self._data is not None:
            view = self.query_one("#page", LineView)
            if not view.move_to_link(held):
                view.move_to_link(Link(LinkKind.PROFILE, str(self._data.focus.key)))

    def wants_detail(self) -> bool:
        """A line says everything about its unit."""
        return False

    def action_form(self) -> None:
        """Goes to the next form: list, chart, map; the cursor stays on its unit if it can."""
        self.form = self.form.next
        if self._shown_for == self._state():
            self.render_page(keep=True)
        else:
            self.refresh_page(keep=True)

    def action_sort(self) -> None:
        """Goes to the next order."""
        ways = list(Order)
        self.order = ways[(ways.index(self.order) + 1) % len(ways)]
        self.render_page()

    def action_older(self) -> None:
        """The ranking of the period before."""
        self._step(self._data.older if self._data is not None else None)

    def action_newer(self) -> None:
        """The ranking of the period after."""
        self._step(self._data.newer if self._data is not None else None)

    def _step(self, step: Step | None) -> None:
        if step is None:
            self.say(self.desk.tr.gettext("Không có kỳ nào nữa được biết đến ngày xem."))
            return
        self.choose(self._choice_of(self.choice, step))

    @staticmethod
    def _choice_of(choice: Choice, step: Step) -> Choice:
        start, end = step.period
        return replace(choice, indicator=step.indicator.id, start=start, end=end)

    def choose(self, choice: Choice) -> None:
        """Shows another ranking; the cursor stays on the unit it stood on."""
        self.choice = choice
        self.refresh_page(keep=True)

    def rank_by(self, indicator: str) -> None:
        """Shows the newest ranking on an indicator."""
        self.choose(replace(self.choice, indicator=indicator, start=None, end=None))

    def action_ranked_by(self) -> None:
        """Chooses another indicator."""
        if self._data is not None:
            from briefing.screens.ranking_dialogs import IndicatorDialog

            self.app.push_screen(IndicatorDialog(self._data.kind), self._by)

    def _by(self, link: Link | None) -> None:
        if link is not None:
            self.rank_by(link.ref)

    def action_filter(self) -> None:
        """Chooses whom to show: a region, a peer group, a province's, another kind."""
        if self._data is not None:
            from briefing.screens.ranking_dialogs import GroupDialog

            self.app.push_screen(GroupDialog(self._data), self._narrow)

    def _narrow(self, link: Link | None) -> None:
        if link is None:
            return
        kind, _, name = link.ref.partition(":")
        before = self.choice
        self.narrowed = link.ref
        match kind:
            case choices.KIND:
                self.choice = Choice(kind=UnitKind(name))
            case choices.BELOW:
                self.choice = replace(before, parent=UnitKey.parse(name))
            case _:
                self.choice = replace(before, parent=None)
        if self.choice == before:
            self.render_page()
        else:
            self.refresh_page()

    def source_link(self) -> Link | None:
        """The source of the value or the rank under the cursor."""
        link = self.query_one("#page", LineView).link
        told = None if link is None else self.cited(link)
        if told is None or told.source is None:
            return None
        return Link(LinkKind.SOURCE, told.source, told.source, told.paragraph, told.ref)

    def cited(self, link: Link) -> Link:
        """A place with the source of its value, else of its rank."""
        if self._data is None or link.kind is not LinkKind.PROFILE:
            return link
        id_ = self._data.ranking.behind(UnitKey.parse(link.ref))
        with self.desk.open_reader() as reader:
            found = None if id_ is None else reader.observation(id_)
        if found is None:
            return link
        paragraph = found.paragraphs[0] if found.paragraphs else None
        return link._replace(source=found.source, paragraph=paragraph)


def _is_long(ranked: Ranked) -> bool:
    return len(ranked.ranking.edition.units) > LONG
