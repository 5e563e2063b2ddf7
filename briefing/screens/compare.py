"""Two to six units side by side."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from briefing.domain.comparison import Comparison
from briefing.domain.model import UnitKey
from briefing.pages.blocks import Page
from briefing.pages.compare import compare_page
from briefing.pages.line import Link
from briefing.screens.page_screen import PageScreen
from briefing.store.reading import Reader

LEAST, MOST = 2, 6


class CompareScreen(PageScreen[Comparison]):
    """The comparison; the unit in focus stands first."""

    TAB: ClassVar[str] = "compare"
    HINTS: ClassVar[tuple[str, ...]] = (
        "open", "add_unit", "remove_unit", "source", "date", "help",
    )  # fmt: skip

    def units(self) -> tuple[UnitKey, ...]:
        """The unit in focus, then the others compared."""
        focus = self.desk.view.unit
        others = tuple(key for key in self.desk.compared if key != focus)
        return (focus, *others)[:MOST]

    def key(self) -> object:
        """Units, and the days asked for."""
        return (self.units(), self.desk.as_of, self.desk.known_on)

    def fetch(self, reader: Reader) -> Comparison:
        """The comparison of the newest figures known."""
        keys = self.units()
        day = self.desk.desk.day(reader, keys, self.desk.as_of, self.desk.known_on)
        return reader.comparison(keys, day, self.desk.known_on or day)

    def build(self, data: Comparison) -> Page:
        """The comparison's page."""
        return compare_page(data, self.desk.tr)

    def wants_detail(self) -> bool:
        """The reasons stand on the page itself."""
        return False

    def days_shown(self) -> tuple[date, date] | None:
        """The days of the comparison, which may be later than the focus unit's own."""
        if self._data is None:
            return super().days_shown()
        return (self._data.as_of, self._data.known_on)

    def action_add_unit(self) -> None:
        """Chooses one more unit, up to six."""
        from briefing.screens.units import UnitScreen

        if len(self.units()) >= MOST:
            self.say(self.desk.tr.gettext("Bảng so sánh đã đủ sáu đơn vị."))
            return
        self.app.push_screen(UnitScreen(), self._add)

    def _add(self, link: Link | None) -> None:
        if link is None:
            return
        key = UnitKey.parse(link.ref)
        if key not in self.units():
            self.desk.compared = (*self.units(), key)
            self.refresh_page()

    def action_remove_unit(self) -> None:
        """Takes the last unit out, down to two."""
        if len(self.units()) <= LEAST:
            self.say(self.desk.tr.gettext("Cần ít nhất hai đơn vị để so sánh."))
            return
        self.desk.compared = self.units()[:-1]
        self.refresh_page()
