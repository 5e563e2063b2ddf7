"""Two to six columns side by side: units, and what they are held against."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from briefing.desk import LATEST
from briefing.domain.comparison import Comparison
from briefing.domain.model import UnitKey
from briefing.domain.yardsticks import Yardstick
from briefing.pages.blocks import Page
from briefing.pages.compare import compare_page
from briefing.pages.compare_choices import ALONE
from briefing.pages.line import Link, LinkKind
from briefing.screens.page_screen import PageScreen
from briefing.store.comparisons import Sides
from briefing.store.reading import Reader

LEAST, MOST = 2, 6


class CompareScreen(PageScreen[Comparison]):
    """The comparison; the unit in focus stands first, yardsticks last."""

    TAB: ClassVar[str] = "compare"
    HINTS: ClassVar[tuple[str, ...]] = (
        "open", "add_unit", "remove_unit", "compared_by", "date", "help",
    )  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self.sides = Sides()
        self._anew = False

    def units(self) -> tuple[UnitKey, ...]:
        """The unit in focus, then the others compared."""
        focus = self.desk.view.unit
        others = tuple(key for key in self.desk.compared if key != focus)
        return (focus, *others)[: MOST - len(self.sides.yardsticks)]

    def columns(self) -> int:
        """How many units and yardsticks stand side by side."""
        return len(self.units()) + len(self.sides.yardsticks)

    def key(self) -> object:
        """Units and what else is asked for, and the days asked for."""
        return (self.units(), self.sides, self.desk.as_of, self.desk.known_on)

    def fetch(self, reader: Reader) -> Comparison:
        """The comparison of the figures known."""
        keys = self.units()
        day = self.desk.desk.day(reader, keys, self.desk.as_of, self.desk.known_on)
        return reader.comparison(keys, day, self.desk.known_on or day, self.sides)

    def build(self, data: Comparison) -> Page:
        """The comparison's page."""
        return compare_page(data, self.desk.tr, newest=self.desk.as_of == LATEST)

    def wants_detail(self) -> bool:
        """The reasons stand on the page itself."""
        return False

    def days_shown(self) -> tuple[date, date] | None:
        """The days of the comparison, which may be later than the focus unit's own."""
        if self._data is None:
            return super().days_shown()
        return (self._data.as_of, self._data.known_on)

    def action_add_unit(self) -> None:
        """Chooses one more unit or yardstick; of six columns, to begin anew with one unit."""
        from briefing.screens.compare_choices import BesideScreen

        if self._data is not None:
            full = self.columns() >= MOST
            self.app.push_screen(BesideScreen(self._data.units[0], full=full), self._add)

    def _add(self, link: Link | None) -> None:
        if link is None:
            return
        if link.kind is LinkKind.ACTION:
            self._hold_against(link.ref)
            return
        key = UnitKey.parse(link.ref)
        if key not in self.units():
            self.desk.compared = (*self.units(), key)
            self.refresh_page()

    def _hold_against(self, ref: str) -> None:
        """Puts one yardstick beside the units, or all beside the unit in focus alone."""
        if ref == ALONE:
            self.desk.compared = (self.desk.view.unit,)
            yardsticks = tuple(Yardstick)
        else:
            wanted = {*self.sides.yardsticks, Yardstick(ref)}
            yardsticks = tuple(one for one in Yardstick if one in wanted)
        self._ask(Sides(yardsticks=yardsticks, chosen=self.sides.chosen))

    def action_remove_unit(self) -> None:
        """Takes the last column out, down to two."""
        if self.columns() <= LEAST:
            self.say(self.desk.tr.gettext("Cần ít nhất hai cột để so sánh."))
        elif self.sides.yardsticks:
            left = self.sides.yardsticks[:-1]
            self._ask(Sides(yardsticks=left, chosen=self.sides.chosen))
        else:
            self.desk.compared = self.units()[:-1]
            self.refresh_page()

    def action_compared_by(self) -> None:
        """Chooses the indicators: all, a bundle, or one that is put in or taken out."""
        from briefing.screens.compare_choices import IndicatorsScreen

        if self._data is not None:
            asked = (self._data.as_of, self._data.known_on)
            screen = IndicatorsScreen(self.units(), self.sides.chosen, *asked)
            self.app.push_screen(screen, self._choose)

    def _choose(self, link: Link | None) -> None:
        if link is None:
            return
        names = tuple(link.ref.split())
        if len(names) == 1:
            kept = tuple(name for name in self.sides.chosen if name != names[0])
            names = kept if len(kept) < len(self.sides.chosen) else (*kept, *names)
        self._ask(Sides(yardsticks=self.sides.yardsticks, chosen=names))

    def _ask(self, sides: Sides) -> None:
        """Asks for other columns or rows; the page begins at its top again."""
        self.sides = sides
        self._anew = True
        self.refresh_page()

    def render_page(self, *, keep: bool = False) -> None:
        """Shows the page; the first time that it is of something else, from its top."""
        anew = self._anew and self._data is not None and self._shown_for == self._state()
        super().render_page(keep=keep and not anew)
        self._anew = self._anew and not anew
