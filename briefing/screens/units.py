"""Choosing a unit: those with figures first, any province by its name."""

from __future__ import annotations

from briefing.domain.lookup import HitKind
from briefing.domain.model import Unit, UnitKey, UnitKind
from briefing.pages.blocks import Page
from briefing.pages.search import units_page
from briefing.screens.dialog import Dialog

MOST_HITS = 60
MOST_LISTED = 100
"""Units listed while nothing is typed: every province there was, before and after a merger."""
_AREAS = (UnitKind.COUNTRY, UnitKind.PROVINCE, UnitKind.DISTRICT, UnitKind.COMMUNE)


class UnitScreen(Dialog):
    """A list of units that follows what is typed."""

    OPENER = "unit"

    def __init__(self) -> None:
        super().__init__()
        self._focus: tuple[tuple[Unit, ...], int] | None = None

    def title_text(self) -> str:
        """What the dialog asks for."""
        return self.desk.tr.gettext("Chọn tỉnh, thành phố")

    def placeholder(self) -> str:
        """How to ask."""
        return self.desk.tr.gettext("gõ tên, không cần dấu: ninh binh, nghe an")

    def focus_units(self) -> tuple[tuple[Unit, ...], int]:
        """The first units with figures, and how many more there are; read once."""
        if self._focus is None:
            with self.desk.open_reader() as reader:
                found = reader.focus_units(MOST_LISTED)
                self._focus = found, reader.focus_count() - len(found)
        return self._focus

    def page_for(self, text: str) -> Page:
        """Units with figures while nothing is typed, then every unit that matches."""
        if not text.strip():
            units, more = self.focus_units()
            return units_page(units, self.desk.tr, more)
        with self.desk.open_reader() as reader:
            hits = [hit for hit in reader.search(text, MOST_HITS) if hit.kind is HitKind.UNIT]
            found = [reader.unit(UnitKey.parse(hit.ref)) for hit in hits]
            areas = [unit for unit in found if unit is not None and unit.kind in _AREAS]
            parents = {unit.parent for unit in areas if unit.parent is not None}
            above = {key: unit for key in parents if (unit := reader.unit(key)) is not None}
        return units_page(areas, self.desk.tr, above=above)
