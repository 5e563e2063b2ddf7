"""Information systems, platforms and databases: the tab, and one of them by itself."""

from __future__ import annotations

from typing import ClassVar

from briefing.domain.lookup import UnitSystems
from briefing.pages.blocks import Page
from briefing.pages.line import Line, Link
from briefing.pages.system import system_detail, system_named, system_page, unknown_system_page
from briefing.pages.systems import systems_page
from briefing.screens.links import LinkScreen
from briefing.screens.page_screen import PageScreen
from briefing.store.reading import Reader


class SystemsScreen(PageScreen[UnitSystems]):
    """The systems of the unit in focus, by kind."""

    TAB: ClassVar[str] = "systems"

    def fetch(self, reader: Reader) -> UnitSystems:
        """The systems that sources told by the day in force."""
        view = self.desk.view
        return reader.unit_systems(view.unit, view.as_of, view.known_on)

    def build(self, data: UnitSystems) -> Page:
        """The systems page."""
        return systems_page(data, self.desk.tr)

    def detail_of(self, link: Link, data: UnitSystems, room: int, most: int) -> tuple[Line, ...]:
        """What is said of the system under the cursor."""
        one = system_named(data, link.ref)
        return system_detail(one, data, self.desk.tr, room, most) if one is not None else ()


class SystemScreen(LinkScreen[UnitSystems]):
    """One system."""

    def fetch(self, reader: Reader) -> UnitSystems:
        """The systems of the unit that has it."""
        view = self.view_in(reader)
        return reader.unit_systems(view.unit, view.as_of, view.known_on)

    def build(self, data: UnitSystems) -> Page:
        """The system's page; one that no source told by that day says so."""
        one = system_named(data, self.link.ref)
        if one is None:
            return unknown_system_page(data, self.desk.tr)
        return system_page(one, data, self.desk.tr)
