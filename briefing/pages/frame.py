"""The frame around a page at a screen's size: title, day, tabs, list, detail, key hints. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.domain.value import value
from briefing.pages.line import Line

BESIDE = 150
"""From this width on, the detail stands beside the list."""
DETAIL_COLUMN = 56
LEAST = (40, 12)
"""Columns and rows from which on every screen can be used."""

HINTS = ("open", "edit", "search", "source", "unit", "date", "help")
"""Actions whose keys stand below a page, unless it has others; to edit is for editors only."""


class Item(NamedTuple):
    """A key and its label, with the action a click on it runs."""

    key: str
    label: str
    action: str
    current: bool = False


@value
class Shape:
    """What fits on a screen of ``width`` x ``height`` cells; ``explains``: it has a detail."""

    width: int
    height: int
    explains: bool = True

    @property
    def fits(self) -> bool:
        """Whether a page can be read at this size."""
        return self.width >= LEAST[0] and self.height >= LEAST[1]

    @property
    def beside(self) -> bool:
        """Whether the screen is wide enough to put the detail beside the list."""
        return self.explains and self.width >= BESIDE

    @property
    def shows_detail(self) -> bool:
        """Whether there is room for a detail worth showing."""
        return self.explains and self.height >= 16

    @property
    def detail_height(self) -> int:
        """Lines of detail: more on a tall screen."""
        if self.beside:
            return self.height - 6
        return 3 if self.height < 22 else 4 if self.height < 30 else 5

    @property
    def detail_width(self) -> int:
        """Cells of the detail: the screen's, or its own column's."""
        return DETAIL_COLUMN if self.beside else self.width

    @property
    def page_width(self) -> int:
        """Cells of the list's lines."""
        return max(self.width - (self.detail_width if self.beside else 0) - 3, 20)


@value(kw_only=True)
class Frame:
    """Everything that a screen shows at one size; ``days`` in the fullest form first."""

    shape: Shape
    title: str
    subtitle: str
    days: tuple[str, ...]
    tabs: tuple[Item, ...]
    hints: tuple[Item, ...]
    lines: Sequence[Line]
    detail: tuple[Line, ...] = ()
