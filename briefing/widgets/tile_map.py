"""A list of lines that can show a map of tiles too: the arrow keys travel it by place."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefing.domain.tile_map import Way, neighbour
from briefing.pages.line import Line, Link, Role
from briefing.pages.plane import Plane, Stop
from briefing.widgets.chrome import Lines
from briefing.widgets.line_view import LineView

REVERSED = Style(reverse=True)
"""The tile under the cursor: seen among tiles of any ground, and without colours."""
FIRST_LINES = 6
"""Lines of a page among which a map begins."""


class TileMap(LineView):
    """A list like any other, until a line of it begins a plane: then a map with a tile cursor."""

    def __init__(self, told: Lines | None = None, *, id: str | None = None) -> None:  # noqa: A002
        """``told`` lies over the map and says what the tile under the cursor is.

        Beside the map in a widget of its own: Textual repaints lines from the left of a widget on,
        and tiles left of what changed would be sent again with each key. Else the map says it.
        """
        super().__init__(id=id)
        self._told = told
        self._plane: Plane | None = None
        self._top = 0
        self._at = 0

    @property
    def cursor(self) -> int:
        """The number of the tile, or of the item, under the cursor, from 0."""
        return super().cursor if self._plane is None else self._at

    @property
    def link(self) -> Link | None:
        """What the cursor stands on."""
        return super().link if self._plane is None else self._plane.stops[self._at].link

    def show(self, lines: Sequence[Line], *, keep: bool = False) -> None:
        """Replaces the lines. ``keep`` leaves the cursor on the same link where it still is.

        On a map it stands at first on the unit that the map says.
        """
        before = self.link if keep else None
        same = keep and lines == self._lines
        begins = [n for n in range(min(FIRST_LINES, len(lines))) if lines[n].plane is not None]
        plane = lines[begins[0]].plane if begins else None
        if plane is not None and not plane.stops:
            plane = None
        if not same and plane is not None:
            found = (at for at, stop in enumerate(plane.stops) if _opens(stop, before))
            self._at, self._top = next(found, plane.start), begins[0]
        was, self._plane = self._plane, plane
        super().show(lines, keep=keep)
        if plane is None and was is not None and before is not None:
            self.move_to_link(before)
        if plane is not None:
            self._reveal_tile()
        self._place_told()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """What is told moves with the map."""
        super().watch_scroll_y(old_value, new_value)
        self._place_told()

    def _place_told(self) -> None:
        plane, told = self._plane, self._told
        if told is None:
            return
        told.display = plane is not None
        if plane is not None:
            told.styles.width, told.styles.height = plane.told_cells, plane.told_lines
            left = self.styles.padding.left + plane.told_cell
            told.styles.offset = (left, self._seen(plane.told_line))
            told.show(self._lines_told(plane))

    def _lines_told(self, plane: Plane) -> tuple[Line, ...]:
        said = plane.tell(self._at)
        return said + (Line(),) * (plane.told_lines - len(said))

    def move_to_link(self, link: Link) -> bool:
        """Puts the cursor on what opens ``link``; whether there is such a thing."""
        if self._plane is None:
            return super().move_to_link(link)
        for at, stop in enumerate(self._plane.stops):
            if _opens(stop, link):
                self._stand_on(at)
                return True
        return False

    def step(self, direction: int) -> None:
        """Moves the cursor to the next item, or to the next tile south (1) or north (-1)."""
        if self._plane is None:
            super().step(direction)
        else:
            self._travel(Way.SOUTH if direction > 0 else Way.NORTH)

    def sideways(self, direction: int) -> bool:
        """Moves the tile cursor east (1) or west (-1); whether there are tiles to travel."""
        if self._plane is None:
            return False
        self._travel(Way.EAST if direction > 0 else Way.WEST)
        return True

    def page_items(self, direction: int) -> None:
        """Moves by a screenful: on a map by as many tiles as stand in the way."""
        if self._plane is None:
            super().page_items(direction)
            return
        lines = self._plane.stops[self._at].line + direction * self.size.height // 2
        while True:
            before = self._at
            self.step(direction)
            here = self._plane.stops[self._at].line
            if before == self._at or (here - lines) * direction >= 0:
                return

    def to_edge(self, direction: int) -> None:
        """Moves the cursor to the best (-1) or the last (1) of the places."""
        if self._plane is None:
            super().to_edge(direction)
        else:
            self._stand_on(0 if direction < 0 else len(self._plane.stops) - 1)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of ``crop``; those of a map depend on more than the line they stand on."""
        if self._plane is None:
            return super().render_lines(crop)
        return ScrollView.render_lines(self, crop)

    def render_line(self, y: int) -> Strip:
        """The strip of screen line ``y``: the map, the tile under the cursor, what it is."""
        strip = super().render_line(y)
        plane = self._plane
        if plane is None:
            return strip
        number = y + self.scroll_offset.y - self._top
        stop = plane.stops[self._at]
        if stop.line <= number < stop.line + stop.lines:
            lit = self._painter.style(Role.STRONG, False) + REVERSED
            text = strip.crop(stop.cell, stop.cell + stop.cells).text
            strip = _over(strip, stop.cell, Strip([Segment(text, lit)]))
        said = number - plane.told_line
        if self._told is None and 0 <= said < plane.told_lines:
            line = self._lines_told(plane)[said]
            strip = _over(strip, plane.told_cell, self._painter.strip(line, plane.told_cells))
        return strip

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a second one opens what it stands on."""
        if self._plane is None:
            super().on_click(event)
            return
        line = event.y + self.scroll_offset.y - self._top
        cell = event.x - self.gutter.left
        for at, stop in enumerate(self._plane.stops):
            across = stop.cell <= cell < stop.cell + stop.cells
            if across and stop.line <= line < stop.line + stop.lines:
                if at == self._at and event.chain > 1:
                    self.choose()
                else:
                    self._stand_on(at)

    def _travel(self, way: Way) -> None:
        assert self._plane is not None
        tiles = [stop.tile for stop in self._plane.stops]
        found = neighbour(tiles, tiles[self._at], way)
        if found is not None:
            self._stand_on(tiles.index(found))

    def _stand_on(self, at: int) -> None:
        if at != self._at:
            old, self._at = self._at, at
            self._refresh_tile(old)
            self._refresh_tile(at)
            self._refresh_told()
            self._tell()
        self._reveal_tile()

    def _refresh_tile(self, at: int) -> None:
        assert self._plane is not None
        stop = self._plane.stops[at]
        self.refresh(Region(stop.cell, self._seen(stop.line), stop.cells, stop.lines))

    def _refresh_told(self) -> None:
        assert self._plane is not None
        plane = self._plane
        if self._told is not None:
            self._told.show(self._lines_told(plane))
            return
        top = self._seen(plane.told_line)
        self.refresh(Region(plane.told_cell, top, plane.told_cells, plane.told_lines))

    def _seen(self, line: int) -> int:
        """The screen line of a line of the map."""
        return self._top + line - self.scroll_offset.y

    def _reveal_tile(self) -> None:
        """Scrolls so that the tile is seen; all the way up for those of the first row."""
        assert self._plane is not None
        stop = self._plane.stops[self._at]
        height = self.scrollable_content_region.height
        first, last = self._top + stop.line, self._top + stop.line + stop.lines - 1
        top = self.scroll_offset.y
        if first < top or stop.line == 0:
            self.scroll_to(y=0 if stop.line == 0 else first, animate=False, force=True)
        elif height and last >= top + height:
            self.scroll_to(y=last + 1 - height, animate=False, force=True)


def _opens(stop: Stop, link: Link | None) -> bool:
    return link is not None and (stop.link.kind, stop.link.ref) == (link.kind, link.ref)


def _over(strip: Strip, cell: int, other: Strip) -> Strip:
    """``strip`` with ``other`` in place of its cells from ``cell`` on."""
    end = cell + other.cell_length
    parts = [strip.crop(0, cell), other]
    if end < strip.cell_length:
        parts.append(strip.crop(end, strip.cell_length))
    return Strip.join(parts)
