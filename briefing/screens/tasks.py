"""Open tasks against plan targets."""

from __future__ import annotations

from typing import ClassVar

from briefing.domain.standing import Briefing
from briefing.pages.blocks import Page
from briefing.pages.tasks import Grouping, tasks_page
from briefing.screens.overview import BriefingPage


class TasksScreen(BriefingPage):
    """The tasks, grouped the way the meeting asks."""

    TAB: ClassVar[str] = "tasks"
    HINTS: ClassVar[tuple[str, ...]] = ("open", "edit", "group", "search", "source", "unit", "help")

    def __init__(self) -> None:
        super().__init__()
        self.grouping = Grouping.TARGET

    def build(self, data: Briefing) -> Page:
        """The tasks page in the grouping in force."""
        return tasks_page(data, self.desk.tr, self.grouping)

    def group_by_lead(self) -> None:
        """Groups by who leads, as somebody who looks for a body wants to see it."""
        self.grouping = Grouping.LEAD
        self.render_page()

    def action_group(self) -> None:
        """Goes to the next grouping."""
        ways = list(Grouping)
        self.grouping = ways[(ways.index(self.grouping) + 1) % len(ways)]
        self.render_page()
