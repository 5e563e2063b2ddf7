"""A list of lines with a cursor: draws only what is visible, repaints only what changed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefing.pages.line import Line, Link
from briefing.pages.long_rows import LongLines, spread_of
from briefing.widgets.styles import RolePainter

NOWHERE = -1
"""The number of no line."""
MOST_PAINTED = 400
"""Strips kept of the lines shown: several screens, far from a list of thousands."""


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows a page's lines. The cursor moves from item to item; an item may span lines.

    Posts ``Moved`` when the item under the cursor changes and ``Opened`` when it is chosen.
    """

    class Moved(Message):
        """The cursor stands on another link (or on none)."""

        def __init__(self, link: Link | None) -> None:
            super().__init__()
            self.link = link

    class Opened(Message):
        """The item was chosen with Enter or a click."""

        def __init__(self, link: Link) -> None:
            super().__init__()
            self.link = link

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._lines: Sequence[Line] = ()
        self._first: list[int] = []
        self._last: list[int] = []
        self._cursor = 0
        self._painter = RolePainter(self)
        self._strips: dict[tuple[int, int, bool], Strip] = {}

    @property
    def lines(self) -> Sequence[Line]:
        """The lines shown."""
        return self._lines

    @property
    def cursor(self) -> int:
        """The number of the item under the cursor, from 0."""
        return self._cursor

    @property
    def link(self) -> Link | None:
        """What the cursor stands on."""
        return self._lines[self._first[self._cursor]].link if self._first else None

    def show(self, lines: Sequence[Line], *, keep: bool = False) -> None:
        """Replaces the lines. ``keep`` leaves the cursor on the same link where it still is."""
        if keep and lines == self._lines:
            self._tell()
            return
        before, old_cursor, offset = self.link, self._cursor, self.scroll_offset.y
        was_seen = self._is_seen()
        self._lines = lines
        self._strips.clear()
        self._first, self._last = spread_of(lines)
        self._cursor = self._place(before, old_cursor) if keep else 0
        self._resize_to(Size(1, len(lines)))  # nothing scrolls sideways
        if keep:
            self.scroll_to(y=offset, animate=False, force=True)
            if was_seen and self._first and not self._is_seen():
                self._reveal()
        else:
            self.scroll_to(y=0, animate=False, force=True)
        self.refresh()
        self._tell()

    def _resize_to(self, size: Size) -> None:
        """Tells how much there is to scroll; where the bar stays, nothing need be laid out anew."""
        if self.styles.overflow_y == "scroll" and self.size:
            self.set_reactive(LineView.virtual_size, size)
            self._scroll_update(size)
        else:
            self.virtual_size = size

    def _is_seen(self) -> bool:
        """Whether the line under the cursor is on the screen, not scrolled away with the wheel."""
        if not self._first:
            return False
        row = self._first[self._cursor] - self.scroll_offset.y
        return 0 <= row < self.scrollable_content_region.height

    def _place(self, before: Link | None, old_cursor: int) -> int:
        if before is not None and old_cursor < len(self._first):
            at = self._lines[self._first[old_cursor]].link
            if at == before:
                return old_cursor  # where several lines open one thing, the one it stood on
        if before is not None and (item := self._item_that(before.__eq__, before)) is not None:
            return item
        return max(0, min(old_cursor, len(self._first) - 1))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of ``crop``, each painted once; none reaches under the scroll bar."""
        edge, top, scrolled = self.gutter.left, self.gutter.top, self.scroll_offset.y
        background = self.background_colors[1]
        filters = self.get_line_filters()
        strips = []
        for y in crop.line_range:
            strip = self._painted(NOWHERE if y < top else y - top + scrolled, edge)
            for filter_ in filters:
                strip = strip.apply_filter(filter_, background)
            strips.append(strip)
        if crop.x > 0 or crop.width < self.size.width:
            return [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def _painted(self, number: int, edge: int) -> Strip:
        """The strip of a line behind ``edge`` blank cells."""
        width = edge + self.scrollable_content_region.width
        if not 0 <= number < len(self._lines):
            return Strip.blank(width, self._painter.blank(False))
        # The item of a long list's line is known without making the line.
        cursor = bool(self._first) and (
            self._first[self._cursor] <= number <= self._last[self._cursor]
        )
        strip = self._strips.get((number, width, cursor))
        if strip is None:
            if len(self._strips) >= MOST_PAINTED:
                self._strips.clear()
            line = self._lines[number]
            cursor = line.item is not None and line.item == self._cursor
            strip = self._painter.strip(line, width, cursor, edge)
            self._strips[number, width, cursor] = strip
        return strip

    def render_line(self, y: int) -> Strip:
        """The strip of screen line ``y`` without what stands at its left."""
        return self._painted(y + self.scroll_offset.y, 0)

    def notify_style_update(self) -> None:
        """Forgets the painted styles when the theme changes."""
        self._painter.forget()
        self._strips.clear()
        super().notify_style_update()

    def move_to(self, item: int) -> None:
        """Puts the cursor on an item and brings it into view."""
        if not self._first:
            return
        item = max(0, min(item, len(self._first) - 1))
        if item != self._cursor:
            old, self._cursor = self._cursor, item
            self._refresh_item(old)
            self._refresh_item(item)
            self._tell()
        self._reveal()

    def move_to_link(self, link: Link) -> bool:
        """Puts the cursor on the item that opens ``link``; whether there is one."""
        item = self._item_that(lambda at: (at.kind, at.ref) == (link.kind, link.ref), link)
        if item is not None:
            self.move_to(item)
        return item is not None

    def _item_that(self, is_it: Callable[[Link], bool], link: Link) -> int | None:
        """The first item whose link ``is_it``; long rows know theirs without making each."""
        lines = self._lines
        if isinstance(lines, LongLines) and (found := lines.item_of(link)) is not None:
            return found
        for item, number in enumerate(self._first):
            if isinstance(lines, LongLines) and lines.is_long(number):
                continue
            at = lines[number].link
            if at is not None and is_it(at):
                return item
        return None

    def _refresh_item(self, item: int) -> None:
        first, last = self._first[item], self._last[item]
        top = first - self.scroll_offset.y
        region = Region(0, top, self.size.width, last - first + 1)
        self.refresh(region)

    def reveal(self) -> None:
        """Brings the item under the cursor into view."""
        if self._first:
            self._reveal()

    def _reveal(self) -> None:
        first, last = self._first[self._cursor], self._last[self._cursor]
        height = self.scrollable_content_region.height
        top = self.scroll_offset.y
        lead = 0 if self._cursor == 0 else max(0, first - self._heading_above(first))
        wanted_top = 0 if self._cursor == 0 else lead
        if wanted_top < top:
            self.scroll_to(y=wanted_top, animate=False, force=True)
        elif last >= top + height:
            bottom = len(self._lines) if self._cursor == len(self._first) - 1 else last + 1
            self.scroll_to(y=min(bottom - height, first), animate=False, force=True)

    def _heading_above(self, number: int) -> int:
        """How many lines above belong to the group's heading, so that it scrolls into view."""
        above = 0
        while above < 2 and number - above > 0:
            line = self._lines[number - above - 1]
            if line.item is not None or not line.spans:
                break
            above += 1
        return above

    def _tell(self) -> None:
        self.post_message(self.Moved(self.link))

    def page_items(self, direction: int) -> None:
        """Moves the cursor by a screenful, down (1) or up (-1)."""
        if not self._first:
            self.scroll_relative(y=direction * self.size.height, animate=False)
            return
        height = max(self.scrollable_content_region.height - 2, 1)
        goal = self._first[self._cursor] + direction * height
        behind = bisect_left(self._first, goal)
        near = range(max(behind - 1, 0), min(behind + 1, len(self._first)))
        item = min(near, key=lambda index: (abs(self._first[index] - goal), index))
        self.move_to(item if item != self._cursor else self._cursor + direction)

    def step(self, direction: int) -> None:
        """Moves the cursor by one item; without items, or at an end, scrolls by one line."""
        target = self._cursor + direction
        if 0 <= target < len(self._first):
            self.move_to(target)
        else:
            self.scroll_relative(y=direction, animate=False)

    def sideways(self, direction: int) -> bool:
        """Moves the cursor east (1) or west (-1); a list has none of both: ``False``."""
        return False

    def to_edge(self, direction: int) -> None:
        """Moves the cursor to the first (-1) or last (1) item."""
        if self._first:
            self.move_to(0 if direction < 0 else len(self._first) - 1)
        else:
            self.scroll_to(y=0 if direction < 0 else len(self._lines), animate=False)

    def choose(self) -> None:
        """Opens what the cursor stands on."""
        if self.link is not None:
            self.post_message(self.Opened(self.link))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a click on the line under the cursor opens it."""
        number = event.y + self.scroll_offset.y
        if number >= len(self._lines):
            return
        item = self._lines[number].item
        if item is None:
            return
        if item == self._cursor and event.chain > 1:
            self.choose()
        else:
            self.move_to(item)
