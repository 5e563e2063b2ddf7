"""How far each pillar and foundation is."""

from __future__ import annotations

from typing import ClassVar

from briefing.domain.standing import Briefing
from briefing.pages.blocks import Page
from briefing.pages.pillars import pillars_page
from briefing.screens.overview import BriefingPage


class PillarsScreen(BriefingPage):
    """The pillars, target by target."""

    TAB: ClassVar[str] = "pillars"

    def build(self, data: Briefing) -> Page:
        """The pillars page."""
        return pillars_page(data, self.desk.tr)
