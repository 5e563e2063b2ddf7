"""All units of a kind on one indicator: as a list, as a chart between two periods, as a map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual.widget import Widget

from briefing.domain.model import Unit, UnitKey, UnitKind
from briefing.domain.ranked import (
    Choice,
    Group,
    Order,
    Ranked,
    Step,
    not_ranked,
    peers_of,
    region_of,
    regions,
)
from briefing.language import N_
from briefing.pages import ranking_choices as choices
from briefing.pages.blocks import Page
from briefing.pages.line import Link, LinkKind
from briefing.pages.ranking import Listing
from briefing.pages.ranking_forms import form_page
from briefing.screens.long_rankings import LongRankings
from briefing.store.errors import StoreError
from briefing.widgets.chrome import Lines
from briefing.widgets.line_view import LineView
from briefing.widgets.tile_map import TileMap

AROUND = 5
"""Lines of the screen above and below the page."""


class RankingScreen(LongRankings):
    """The ranking: the list, by rank at first; another form of it at a key."""

    CSS_PATH = "ranking.tcss"
    TAB: ClassVar[str] = "ranking"
    HINTS: ClassVar[tuple[str, ...]] = ("open", "form", "ranked_by", "older", "filter", "help")

    def page_views(self) -> Iterable[Widget]:
        """A list whose lines may be a map, and over the sea what is told of a tile."""
        told = Lines(id="told")
        told.display = False
        return (TileMap(told, id="page"), told)

    def listing(self) -> Listing:
        """In which order, which group, and who is marked."""
        group, compared = self.group(), tuple(self.desk.compared)
        if self._data is not None:
            compared = self._data.marked(compared)
        return Listing(order=self.order, group=group, compared=compared, extent=self.extent(group))

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
                return self._peers(name, units)
            case _:
                return None

    def _peers(self, name: str, units: Sequence[Unit]) -> Group:
        """A peer group; who of it is not among the ranked is read with what became of it."""
        named = self.desk.desk.settings.peer_groups.get(name, ())
        found, missing = peers_of(name, named, units), not_ranked(named, units)
        if not missing:
            return found
        view = self.desk.view
        try:
            with self.desk.open_reader() as reader:
                absent = reader.standings.absent(missing, view.as_of, view.known_on)
        except StoreError as error:
            self.call_after_refresh(self.desk.show_error, error)  # once the page stands
            return found
        return replace(found, absent=absent)

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
        none = N_("Không có kỳ nào trước kỳ này.")
        self._step(self._data.older if self._data is not None else None, none)

    def action_newer(self) -> None:
        """The ranking of the period after."""
        none = N_("Đến ngày xem chưa có kỳ nào sau kỳ này.")
        self._step(self._data.newer if self._data is not None else None, none)

    def _step(self, step: Step | None, none: str) -> None:
        if step is None:
            self.say(self.desk.tr.gettext(none))
            return
        self.choose(self.choice_of(self.choice, step))

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

    def leads_to(self, link: Link) -> Link:
        """A unit's profile; by an indicator of no framework of such units, its figures on that."""
        if self._data is None or link.kind is not LinkKind.PROFILE or self._data.has_profiles:
            return link
        return Link(LinkKind.INDICATOR, self._data.ranking.edition.indicator.id, unit=link.ref)

    def cited(self, link: Link) -> Link:
        """A place with the source of its value, else of its rank."""
        if self._data is None or link.kind is not LinkKind.PROFILE:
            return link
        id_ = self._data.ranking.behind(UnitKey.parse(link.ref))
        if id_ is None:
            return link
        with self.desk.open_reader() as reader:
            found = reader.observation(id_)
        if found is None:
            return link
        paragraph = found.paragraphs[0] if found.paragraphs else None
        return link._replace(source=found.source, paragraph=paragraph)
