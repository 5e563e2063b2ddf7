"""Where one unit stands (vị thế): opened from any screen, and from any unit of a ranking."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from briefing.desk import View
from briefing.domain.model import UnitKey
from briefing.domain.profile import Profile
from briefing.domain.standing import Briefing
from briefing.pages.blocks import Page
from briefing.pages.line import Link
from briefing.pages.profile import profile_page
from briefing.pages.profile_leads import fate_lines
from briefing.screens.links import LinkScreen
from briefing.screens.overview import BriefingPage
from briefing.store.reading import Reader
from briefing.widgets.line_view import LineView

if TYPE_CHECKING:
    from briefing.screens.ranking import RankingScreen


def ranking_screen(link: Link) -> RankingScreen:
    """All units on the indicator, in the period where the link names one: ``dti/2022-12-31``."""
    from briefing.domain.ranked import Choice
    from briefing.screens.ranking import RankingScreen

    indicator, _, end = link.ref.partition("/")
    screen = RankingScreen()
    screen.choice = Choice(indicator=indicator, end=date.fromisoformat(end) if end else None)
    return screen


def told_in(ref: str) -> tuple[UnitKey, date | None]:
    """The unit of a profile link, and the last day of its period where it names one.

    ``92`` or ``92/2022-12-31``. Raises ``ValueError`` for a day that is none.
    """
    unit, _, end = ref.partition("/")
    return UnitKey.parse(unit), date.fromisoformat(end) if end else None


class ProfileScreen(LinkScreen[Profile]):
    """The profile of the unit a line named; of the unit in focus once another is put in focus.

    Of any unit it is told on the days in force, so that it says what the ranking said.
    """

    TAB: ClassVar[str] = "profile"
    HINTS: ClassVar[tuple[str, ...]] = (
        "back", "open", "what_if", "peer", "source", "help",
    )  # fmt: skip

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self._focus_then: UnitKey | None = None
        self._peer: UnitKey | None = None
        self._unit, self._end = told_in(link.ref)

    def unit_key(self) -> UnitKey:
        """The unit shown."""
        focus = self.desk.view.unit
        if self._focus_then is None:
            self._focus_then = focus
        return self._unit if focus == self._focus_then else focus

    def key(self) -> object:
        """The unit, its days, what stands beside it, and the period."""
        return (self.unit_key(), self.peer_key(), self._end, self.desk.view)

    def peer_key(self) -> UnitKey | None:
        """The unit set beside: the one chosen, else the first other one that is compared."""
        own = self.unit_key()
        known = (self._peer, self.desk.view.unit, *self.desk.compared)
        return next((key for key in known if key is not None and key != own), None)

    def view_in(self, reader: Reader) -> View:
        """The unit on the days in force."""
        view = self.desk.view
        return View(self.unit_key(), view.as_of, view.known_on, latest=view.latest)

    def fetch(self, reader: Reader) -> Profile:
        """The profile on the days in force; the briefing behind it was often read already."""
        view = self.view_in(reader)
        known = self.desk.memory.get((BriefingPage, view, self.desk.data_version))
        briefing = known if isinstance(known, Briefing) else self.desk.desk.briefing(reader, view)
        return reader.standings.profile(briefing, self.peer_key(), end=self._end)

    def told(self, data: Profile) -> Briefing:
        """The briefing, which knows its days."""
        return data.briefing

    def briefing_of(self, data: Profile) -> Briefing:
        """The briefing that explains the tasks."""
        return data.briefing

    def build(self, data: Profile) -> Page:
        """The profile's page."""
        return profile_page(data, self.desk.tr, asked_beside=self._peer is not None)

    def hints(self) -> tuple[str, ...]:
        """Without results nothing can be assumed, nor set beside, nor has a source.

        Then a line is there to be opened only where the unit was scored, or became another.
        """
        data = self._data
        if data is None or data.now is not None:
            return self.HINTS
        none = {"what_if", "peer", "source"}
        if not data.scored and not fate_lines(data, self.desk.tr):
            none.add("open")
        return tuple(name for name in self.HINTS if name not in none)

    def action_peer(self) -> None:
        """Chooses the unit set beside."""
        from briefing.screens.units import UnitScreen

        self.app.push_screen(UnitScreen(), self._set_peer)

    def _set_peer(self, link: Link | None) -> None:
        if link is None:
            return
        key = UnitKey.parse(link.ref)
        if key != self.unit_key():
            self._peer = key
            self.refresh_page(keep=True)
        elif self._data is not None:
            from briefing import wording
            from briefing.complaints import PeerIsItselfError, complaint

            name = wording.unit_name(self._data.unit, self.desk.tr)
            self.say(complaint(PeerIsItselfError(name), self.desk.tr).text)

    def action_what_if(self) -> None:
        """Opens what raising some indexes would lead to; says why not where nothing would."""
        if self._data is not None:
            from briefing.domain.computable import allows_what_if
            from briefing.pages.what_if_refused import refusal_text
            from briefing.screens.what_if import WhatIfScreen

            if not allows_what_if(self._data):
                self.say(refusal_text(self._data, self.desk.tr))
                return
            link = self.query_one("#page", LineView).link
            self.app.push_screen(WhatIfScreen(self._data, link))

    def action_older(self) -> None:
        """Shows the results of the period before."""
        self._go(1)

    def action_newer(self) -> None:
        """Shows the results of the period after."""
        self._go(-1)

    def _go(self, steps: int) -> None:
        profile, tr = self._data, self.desk.tr
        if profile is None or profile.now is None:
            return
        ends = [moment.period.end for moment in profile.moments]
        at = ends.index(profile.now.period.end) + steps
        if not 0 <= at < len(ends):
            none = tr.gettext("Không có kết quả kỳ trước nữa.")
            self.say(none if steps > 0 else tr.gettext("Đây là kết quả mới nhất đã công bố."))
            return
        self._end = ends[at]
        self.refresh_page()
