"""Search: units, indicators, targets, tasks, documents, sources and commands in one list."""

from __future__ import annotations

from briefing.domain.lookup import SearchHit
from briefing.pages.blocks import Page
from briefing.pages.search import results_page
from briefing.screens.dialog import Dialog

MOST_HITS = 60


class SearchScreen(Dialog):
    """Finds by any words of a name, diacritics not needed; or commands only."""

    def __init__(self, *, commands_only: bool = False) -> None:
        super().__init__()
        self._commands_only = commands_only

    def title_text(self) -> str:
        """What the dialog asks for."""
        tr = self.desk.tr
        return tr.gettext("Chạy lệnh") if self._commands_only else tr.gettext("Tìm")

    def placeholder(self) -> str:
        """How to ask."""
        return self.desk.tr.gettext("không cần gõ dấu: hai duong, ho so truc tuyen, 1491")

    def page_for(self, text: str) -> Page:
        """Hits for the text typed."""
        hits: tuple[SearchHit, ...] = ()
        if text.strip() and not self._commands_only:
            with self.desk.open_reader() as reader:
                hits = tuple(reader.search(text, MOST_HITS))
        return results_page(
            text,
            hits,
            self.desk.tr,
            commands_only=self._commands_only,
            keys=self.desk.keys_in_force,
            known_on=self.desk.view.known_on,
        )
