"""Choosing what a ranking is by, and whom it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.domain.frameworks import Framework
from briefing.domain.model import Indicator, Unit, UnitKind
from briefing.domain.ranked import RANKED_KINDS, Ranked
from briefing.pages.blocks import Page
from briefing.pages.ranking_choices import groups_page, indicators_page
from briefing.screens.dialog import Dialog


class IndicatorDialog(Dialog):
    """The indicators on which units of a kind can be ranked."""

    OPENER = "ranked_by"

    def __init__(self, kind: UnitKind) -> None:
        super().__init__()
        self._kind = kind
        self._read: (
            tuple[tuple[Framework, ...], tuple[Indicator, ...], Mapping[str, Indicator]] | None
        ) = None

    def title_text(self) -> str:
        """What the dialog asks for."""
        return self.desk.tr.gettext("Xếp hạng theo chỉ số nào")

    def placeholder(self) -> str:
        """How to ask."""
        return self.desk.tr.gettext("gõ tên, không cần dấu: the che so, ho so truc tuyen")

    def page_for(self, text: str) -> Page:
        """The indicators whose names hold what is typed."""
        if self._read is None:
            with self.desk.open_reader() as reader, reader.one_moment():
                told = reader.standings
                self._read = told.frameworks(), told.rankable(self._kind), reader.indicators()
        return indicators_page(*self._read, text, self.desk.tr)


class GroupDialog(Dialog):
    """Regions, peer groups, provinces to stay within, and other kinds of units."""

    OPENER = "filter"

    def __init__(self, ranked: Ranked) -> None:
        super().__init__()
        self._ranked = ranked
        self._read: tuple[Sequence[Unit], Sequence[UnitKind]] | None = None

    def title_text(self) -> str:
        """What the dialog asks for."""
        return self.desk.tr.gettext("Chỉ xem đơn vị nào")

    def placeholder(self) -> str:
        """How to ask."""
        return self.desk.tr.gettext("gõ tên vùng, nhóm; không cần dấu")

    def page_for(self, text: str) -> Page:
        """The groups whose names hold what is typed."""
        if self._read is None:
            with self.desk.open_reader() as reader, reader.one_moment():
                self._read = (
                    reader.standings.parents(self._ranked),
                    tuple(
                        kind
                        for kind in RANKED_KINDS
                        if kind is not self._ranked.kind and reader.standings.rankable(kind)
                    ),
                )
        groups = self.desk.desk.settings.peer_groups
        return groups_page(self._ranked, groups, *self._read, text, self.desk.tr)
