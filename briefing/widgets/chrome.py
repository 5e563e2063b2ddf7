"""The frame around a page: title and tabs above, detail and key hints below."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from briefing.pages.frame import Item
from briefing.pages.line import Line, Role, Span, clip_spans, span_width
from briefing.widgets.styles import RolePainter


class Lines(Widget):
    """A few fixed lines, drawn line by line."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._lines: tuple[Line, ...] = ()
        self._painter = RolePainter(self)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines shown."""
        return self._lines

    def show(self, lines: tuple[Line, ...]) -> None:
        """Replaces the lines; repaints only those that differ."""
        before, self._lines = self._lines, lines
        for y in range(max(len(before), len(lines))):
            if before[y : y + 1] != lines[y : y + 1]:
                self.refresh(Region(0, y, self.content_size.width, 1))

    def render_line(self, y: int) -> Strip:
        """The strip of content line ``y``."""
        line = self._lines[y] if y < len(self._lines) else Line()
        return self._painter.strip(line, self.content_size.width)

    def notify_style_update(self) -> None:
        """Forgets the painted styles when the theme changes."""
        self._painter.forget()
        super().notify_style_update()


class ItemBar(Lines):
    """A row of keys and labels that can be clicked: tabs, or the footer's hints."""

    class Clicked(Message):
        """An item was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self, *, id: str | None = None, gap: int = 3, tabs: bool = False) -> None:  # noqa: A002
        super().__init__(id=id)
        self._gap = gap
        self._tabs = tabs
        self._items: tuple[Item, ...] = ()
        self._ends: list[tuple[int, int, str]] = []

    def show_items(self, items: Sequence[Item], width: int) -> None:
        """Lays the items out from the left.

        Where they do not fit, tabs lose their labels, the last first, and hints give way to the
        last of them, which says where the others are.
        """
        items = self._items = _fitting(tuple(items), width, self._tabs)
        self._ends = []
        run: list[Span] = []
        at = 0
        gap = self._gap
        while gap > 1 and _bar_width(items, gap) > width:
            gap -= 1
        for item in items:
            made = _item_spans(item)
            wide = span_width(made)
            lead = gap if run else 0
            if at + lead + wide > width:
                break
            if lead:
                run.append(Span(" " * lead))
            self._ends.append((at + lead, at + lead + wide, item.action))
            run.extend(made)
            at += lead + wide
        self.show((Line(tuple(run)),))

    def on_click(self, event: events.Click) -> None:
        """Runs the item's action."""
        at = event.get_content_offset(self)
        if at is None:
            return
        for start, end, action in self._ends:
            if start <= at.x < end:
                self.post_message(self.Clicked(action))
                return


def _fitting(items: tuple[Item, ...], width: int, tabs: bool) -> tuple[Item, ...]:
    kept = list(items)
    if tabs:
        for at in reversed(range(len(kept))):
            if not kept[at].current and _bar_width(kept, 1) > width:
                kept[at] = kept[at]._replace(label="")
    while len(kept) > 1 and _bar_width(kept, 1) > width:
        del kept[-2]
    return tuple(kept)


def _item_spans(item: Item) -> tuple[Span, ...]:
    key = Span(item.key, Role.ACCENT if item.current or not item.key.isdigit() else Role.MUTED)
    if not item.label:
        return (key,)
    return (key, Span(" "), Span(item.label, Role.ACCENT if item.current else Role.PLAIN))


def _bar_width(items: Sequence[Item], gap: int) -> int:
    return sum(span_width(_item_spans(item)) for item in items) + gap * (len(items) - 1)


class Masthead(Lines):
    """The first line: who and what on the left, which day on the right."""

    def show_title(self, title: str, subtitle: str, right: tuple[str, ...], width: int) -> None:
        """Puts the title left and the days right, in the fullest form of ``right`` that fits.

        The subtitle gives way first, then the words of the days, and last the title; a screen that
        names two days always shows both.
        """
        named: tuple[Span, ...] = (Span(title, Role.STRONG),)
        said = right or ("",)
        ways = [(named, words) for words in said]
        if subtitle:
            ways.insert(0, ((*named, Span("  "), Span(subtitle, Role.MUTED)), said[0]))
        for left, words in ways:
            if span_width(left) + 2 + span_width((Span(words),)) <= width:
                break
        else:
            words = said[-1]
            left = clip_spans(named, max(width - span_width((Span(words),)) - 2, 4))
        role = Role.ACCENT if len(said) > 1 else Role.MUTED
        gap = Span(" " * max(2, width - span_width(left) - span_width((Span(words),))))
        self.show((Line((*left, gap, Span(words, role))),))
