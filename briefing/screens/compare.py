"""Two to six units side by side."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from briefing import formatting
from briefing.domain.comparison import Comparison
from briefing.domain.model import Source, UnitKey
from briefing.domain.value import value
from briefing.pages.blocks import Page
from briefing.pages.compare import compare_page
from briefing.pages.line import Link
from briefing.screens.page_screen import PageScreen
from briefing.store.reading import Reader

LEAST, MOST = 2, 6


@value
class Compared:
    """A comparison with the sources behind its figures."""

    comparison: Comparison
    sources: Mapping[str, Source]


class CompareScreen(PageScreen[Compared]):
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
        """Units, and the day asked for."""
        return (self.units(), self.desk.as_of, self.desk.view.known_on)

    def fetch(self, reader: Reader) -> Compared:
        """The comparison of the newest figures known."""
        keys = self.units()
        day = self.desk.desk.day(reader, keys, self.desk.as_of)
        known_on = day
        if isinstance(self.desk.as_of, date) and self.desk.view.known_on != self.desk.view.as_of:
            known_on = self.desk.view.known_on
        comparison = reader.comparison(keys, day, known_on)
        return Compared(comparison, {source.id: source for source in reader.sources()})

    def build(self, data: Compared) -> Page:
        """The comparison's page."""
        return compare_page(data.comparison, self.desk.tr)

    def wants_detail(self) -> bool:
        """The reasons stand on the page itself."""
        return False

    def day_text(self) -> str:
        """The day of the comparison, which may be later than the focus unit's own."""
        if self._data is None:
            return super().day_text()
        day = self._data.comparison.as_of
        return self.desk.tr.gettext("số liệu đến {day}").format(
            day=formatting.date_text(day, self.desk.tr)
        )

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
