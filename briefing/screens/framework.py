"""An index framework with what a unit scored on it, and one of its parts by itself."""

from __future__ import annotations

from datetime import date

from briefing.domain.framework_told import FrameworkTold
from briefing.pages.blocks import Page
from briefing.pages.framework import framework_page
from briefing.pages.framework_part import part_detail, part_page, unknown_part_page
from briefing.pages.line import Line, Link
from briefing.screens.links import LinkScreen, found_or_raise
from briefing.store.reading import Reader


class FrameworkScreen(LinkScreen[FrameworkTold]):
    """The tree of a framework, of the unit a line named or the one in focus."""

    def fetch(self, reader: Reader) -> FrameworkTold:
        """The framework and the unit's scores by the days in force."""
        name = self.link.ref.partition("/")[0]
        view = self.view_in(reader)
        found = reader.standings.framework(name, view.unit, view.as_of, view.known_on)
        return found_or_raise(found, name, reader)

    def days_shown(self) -> tuple[date, date] | None:
        """The days of the unit shown."""
        data = self._data
        return super().days_shown() if data is None else (data.as_of, data.known_on)

    def build(self, data: FrameworkTold) -> Page:
        """The framework's page."""
        return framework_page(data, self.desk.tr)

    def wants_detail(self) -> bool:
        """Names, evidence and who leads are told in full below the tree."""
        return True

    def detail_of(self, link: Link, data: FrameworkTold, room: int, most: int) -> tuple[Line, ...]:
        """What is said of the part under the cursor."""
        score = data.score(link.ref.partition("/")[2])
        return () if score is None else part_detail(score, data, self.desk.tr, room, most)


class PartScreen(FrameworkScreen):
    """One part of a framework."""

    def build(self, data: FrameworkTold) -> Page:
        """The part's page; one that the framework has no more says so."""
        score = data.score(self.link.ref.partition("/")[2])
        if score is None:
            return unknown_part_page(data, self.desk.tr)
        return part_page(score, data, self.desk.tr)

    def wants_detail(self) -> bool:
        """The page itself says everything; only its own parts are told more of."""
        return False
