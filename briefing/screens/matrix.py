"""Who has carried out what: the tab, and the same page opened from a count."""

from __future__ import annotations

from typing import ClassVar

from briefing.domain.duties import matrix
from briefing.domain.standing import Briefing
from briefing.pages.blocks import Page
from briefing.pages.carrier import carrier_page
from briefing.pages.duty_names import duty_link
from briefing.pages.line import Line, Link
from briefing.pages.matrix import duty_detail, matrix_page
from briefing.screens.links import LinkScreen
from briefing.screens.overview import BriefingPage
from briefing.store.reading import Reader
from briefing.widgets.line_view import LineView


class MatrixScreen(BriefingPage):
    """Units against the duties given to many of them."""

    TAB: ClassVar[str] = "matrix"

    def build(self, data: Briefing) -> Page:
        """The matrix page."""
        return matrix_page(data, self.desk.tr)

    def detail_of(self, link: Link, data: Briefing, room: int, most: int) -> tuple[Line, ...]:
        """Who has not done what the line is about, and who has."""
        return duty_detail(link, data, self.desk.tr, room, most)


class DutyScreen(LinkScreen[Briefing]):
    """The matrix of the unit whose count was opened, the cursor on the duty counted."""

    def fetch(self, reader: Reader) -> Briefing:
        """The briefing of the unit that the count is about."""
        return self.desk.desk.briefing(reader, self.view_in(reader))

    def build(self, data: Briefing) -> Page:
        """The matrix page."""
        return matrix_page(data, self.desk.tr)

    def detail_of(self, link: Link, data: Briefing, room: int, most: int) -> tuple[Line, ...]:
        """Who has not done what the line is about, and who has."""
        return duty_detail(link, data, self.desk.tr, room, most)

    def wants_detail(self) -> bool:
        """What the line under the cursor is about."""
        return True

    def render_page(self, *, keep: bool = False) -> None:
        """Shows the page; the first time with the cursor on the duty asked for."""
        first = self._page is None
        super().render_page(keep=keep)
        if first and self._data is not None and self.link.duty is not None:
            duty = matrix(self._data).duty(self.link.duty)
            if duty is not None and self.query("#page"):
                self.query_one("#page", LineView).move_to_link(duty_link(duty))


class CarrierScreen(LinkScreen[Briefing]):
    """One unit, or a part that a source names, with the duties given to it."""

    def fetch(self, reader: Reader) -> Briefing:
        """The briefing of the province whose duties they are."""
        return self.desk.desk.briefing(reader, self.view_in(reader))

    def build(self, data: Briefing) -> Page:
        """The page of its duties; of somebody not named by that day it says so."""
        return carrier_page(self.link.ref, data, self.desk.tr)
