"""Everything that is wrong in the folder, as it stands when it is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, NamedTuple

from briefing.complaints import complaint
from briefing.opening import ACTIONS
from briefing.pages.blocks import Page
from briefing.pages.problems import problems_page
from briefing.problems import Problem, ProblemsError, WorkspaceError
from briefing.screens.page_screen import PageScreen
from briefing.settings import load_settings
from briefing.store.reading import Reader


class Found(NamedTuple):
    """What a reading of the folder found: what keeps it from being read, and what is odd."""

    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


class ProblemsScreen(PageScreen[Found]):
    """Errors and warnings with their remedies; follows the folder while it is open."""

    HINTS: ClassVar[tuple[str, ...]] = ("back", "search", "help", "quit")

    def key(self) -> object:
        """What the folder was last found to be: good data of some version, or trouble."""
        return self.desk.trouble

    def fetch(self, reader: Reader) -> Found:
        """Reads the folder; in a thread, as that may take seconds."""
        return found_in(self.desk.desk.settings.root)

    def build(self, data: Found) -> Page:
        """The page of problems; a database that cannot be written is told first."""
        error = self.desk.trouble
        told: tuple[str, ...] = ()
        if error is not None and not isinstance(error, ProblemsError):
            told = complaint(error, self.desk.tr).lines
        return problems_page(data.errors, data.warnings, told, self.desk.tr)

    def show_trouble(self) -> None:
        """The page itself says everything, and more than a banner could."""

    def follow_trouble(self) -> None:
        """Reads the folder again: it is not what is told here."""
        self.refresh_page(keep=True)

    def wants_detail(self) -> bool:
        """The page itself says everything."""
        return False

    def days_shown(self) -> None:
        """The folder has no day."""


def found_in(root: Path) -> Found:
    """All errors in ``config.yaml`` and in the data, and all warnings."""
    from briefing.workspace import load_workspace

    errors: list[Problem] = []
    warnings: list[Problem] = []
    try:
        load_settings(root, ACTIONS)
    except ProblemsError as error:
        errors += error.problems
    try:
        warnings += load_workspace(root).warnings
    except WorkspaceError as error:
        errors += error.problems
        warnings += error.warnings
    return Found(tuple(errors), tuple(warnings))
