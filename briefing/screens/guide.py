"""Help: keys, glyphs, rules."""

from __future__ import annotations

from typing import ClassVar

from briefing.display import Glyphs
from briefing.pages.blocks import Page
from briefing.pages.guide import help_page
from briefing.screens.page_screen import PageScreen


class HelpScreen(PageScreen[bool]):
    """The help page; needs no data."""

    HINTS: ClassVar[tuple[str, ...]] = ("back", "palette", "quit")

    def refresh_page(self, *, keep: bool = False) -> None:
        """Shows the page at once."""
        self._receive(True, keep)

    def build(self, data: bool) -> Page:
        """The help page with the keys in force."""
        settings = self.desk.desk.settings
        return help_page(
            self.desk.tr,
            self.desk.keys_in_force,
            due_soon_days=settings.due_soon_working_days,
            arrows=self.desk.terminal.glyphs is not Glyphs.ASCII,
        )

    def wants_detail(self) -> bool:
        """Nothing to say below it."""
        return False

    def days_shown(self) -> None:
        """Help holds on any day."""
