"""An app's hold on its session: whose figures it shows, on which days, beside whom.

The session may be opened after the first frame; whoever asks for its parts must know that it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from briefing.commands import TABS
from briefing.painting import Painting

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from briefing.ahead import First
    from briefing.desk import AsOf, Desk, View
    from briefing.domain.model import UnitKey
    from briefing.pages.frame import Frame
    from briefing.session import Session


class Looking(Painting):
    """What is in force belongs to the session; screens read and change it through the app."""

    unopened: Exception | None = None
    """Why the session could not be opened; the app has ended then."""
    _session: Session | None = None
    _opening: Callable[[], Session] | None = None
    _first: First | None = None

    def look_at(
        self,
        session: Session | None,
        first: First | None = None,
        opening: Callable[[], Session] | None = None,
    ) -> None:
        """Looks at an open session; or at a first frame, with ``opening`` for what is behind it."""
        self._session, self._first, self._opening = session, first, opening

    @property
    def is_open(self) -> bool:
        """Whether the session is open."""
        return self._session is not None

    @property
    def session(self) -> Session:
        """The session, once it is open."""
        assert self._session is not None
        return self._session

    def first_frame(self, tab: str) -> Frame | None:
        """What a tab shows until the session is open."""
        if self._session is not None or self._first is None or tab != TABS[0]:
            return None
        return self._first.frame

    def open_session(self) -> bool:
        """Opens the session if it is not open yet; ``False``, and the end, when it cannot be."""
        if self._session is None and self.unopened is None:
            from briefing.complaints import OURS

            assert self._opening is not None
            try:
                self._session = self._opening()
            except OURS as error:
                self.unopened = error
                self.exit()
                return False
            self.session_opened(self._session)
        return self._session is not None

    def session_opened(self, session: Session) -> None:
        """Shows what ``session`` holds in place of the first frame."""
        raise NotImplementedError

    async def on_event(self, event: events.Event) -> None:
        """Opens the session before the first of what is typed or clicked is answered."""
        given = isinstance(event, events.InputEvent | events.Paste)
        if not given or self.open_session():
            await super().on_event(event)

    @property
    def desk(self) -> Desk:
        """The workspace's settings, and the days its words stand for."""
        return self.session.desk

    @property
    def view(self) -> View:
        """The unit and the days in force."""
        return self.session.view

    @view.setter
    def view(self, view: View) -> None:
        self.session.view = view

    @property
    def as_of(self) -> AsOf:
        """The day judged on, as it was asked for."""
        return self.session.as_of

    @as_of.setter
    def as_of(self, as_of: AsOf) -> None:
        self.session.as_of = as_of

    @property
    def known_on(self) -> date | None:
        """The day known by, as it was asked for; ``None`` for the day judged on."""
        return self.session.known_on

    @known_on.setter
    def known_on(self, known_on: date | None) -> None:
        self.session.known_on = known_on

    @property
    def compared(self) -> tuple[UnitKey, ...]:
        """The units set side by side."""
        return self.session.compared

    @compared.setter
    def compared(self, units: tuple[UnitKey, ...]) -> None:
        self.session.compared = units
