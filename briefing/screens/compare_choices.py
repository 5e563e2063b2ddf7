"""Choosing what a comparison is of: one more unit or yardstick, or its indicators."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefing.domain.bundles import Bundle, bundles
from briefing.domain.model import Indicator, Unit, UnitKey
from briefing.pages.blocks import Page, Table
from briefing.pages.compare_choices import full_page, indicators_page, yardsticks_table
from briefing.screens.dialog import Dialog
from briefing.screens.units import UnitScreen


class BesideScreen(UnitScreen):
    """One more column: the region, the mean, the best; or a unit, as it is chosen elsewhere.

    ``full``: there is no room for one more; all columns can still give way to the yardsticks.
    """

    OPENER = "add_unit"

    def __init__(self, unit: Unit, *, full: bool = False) -> None:
        super().__init__()
        self._unit = unit
        self._full = full

    def title_text(self) -> str:
        """What the dialog asks for."""
        return self.desk.tr.gettext("Thêm vào bảng so sánh")

    def page_for(self, text: str) -> Page:
        """Yardsticks that are called so, then units."""
        if self._full:
            return full_page(self._unit, self.desk.tr)
        page = super().page_for(text)
        table = yardsticks_table(self._unit, text, self.desk.tr)
        if table is None:
            return page
        if not any(isinstance(block, Table) for block in page.blocks):  # no unit is called so
            return replace(page, blocks=(table,))
        return replace(page, blocks=(table, *page.blocks))


class IndicatorsScreen(Dialog):
    """Which indicators: all, a bundle, or single ones that are put in and taken out."""

    OPENER = "compared_by"

    def __init__(
        self, units: tuple[UnitKey, ...], chosen: tuple[str, ...], as_of: date, known_on: date
    ) -> None:
        super().__init__()
        self._units = units
        self._days = (as_of, known_on)
        self._chosen = chosen
        self._offered: tuple[tuple[Bundle, ...], tuple[Indicator, ...]] | None = None

    def title_text(self) -> str:
        """What the dialog asks for."""
        return self.desk.tr.gettext("Chọn chỉ số để so sánh")

    def placeholder(self) -> str:
        """How to ask."""
        return self.desk.tr.gettext("gõ tên, không cần dấu: the che so, ho so truc tuyen")

    def page_for(self, text: str) -> Page:
        """What of the indicators is called so."""
        found, indicators = self._known()
        return indicators_page(text, found, indicators, self._chosen, self.desk.tr)

    def _known(self) -> tuple[tuple[Bundle, ...], tuple[Indicator, ...]]:
        """Everything the units have figures of, what several of them have first; read once."""
        if self._offered is None:
            with self.desk.open_reader() as reader:
                comparison = reader.comparison(self._units, *self._days)
                known = reader.indicators()
                having = {
                    cell.indicator.id: row.comparable
                    for row in comparison.rows
                    for cell in row.cells
                    if cell.observation is not None
                }
                offered = bundles(reader.standings.frameworks(), reader.pillars(), known, having)
            ordered = sorted(having, key=lambda name: not having[name])
            self._offered = offered, tuple(known[name] for name in ordered)
        return self._offered
