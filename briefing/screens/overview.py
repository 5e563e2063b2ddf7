"""What needs a decision, and what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from briefing.screens.page_screen import PageScreen

if TYPE_CHECKING:
    from briefing.domain.standing import Briefing
    from briefing.pages.blocks import Page
    from briefing.store.reading import Reader


class BriefingPage(PageScreen["Briefing"]):
    """A screen whose page is made of the briefing alone."""

    def fetch(self, reader: Reader) -> Briefing:
        """The briefing for the view in force."""
        return self.desk.desk.briefing(reader, self.desk.view)

    def memory_key(self) -> object:
        """All such screens share one answer."""
        return (BriefingPage, self.key(), self.desk.data_version)


class OverviewScreen(BriefingPage):
    """The overview."""

    TAB: ClassVar[str] = "overview"

    def build(self, data: Briefing) -> Page:
        """The overview page."""
        from briefing.pages.overview import overview_page

        return overview_page(data, self.desk.tr)
