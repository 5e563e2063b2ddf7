"""What stands in the frame around a page: its day, tabs, key hints, and its lines for a size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing import wording
from briefing.commands import BY_ID, TABS, shown_key
from briefing.domain.plain_text import visible
from briefing.domain.standing import Briefing
from briefing.language import Translator
from briefing.pages.blocks import Page
from briefing.pages.detail import detail_lines
from briefing.pages.frame import HINTS, Frame, Item, Shape
from briefing.pages.layout import lay_out
from briefing.pages.overview import overview_page

Keys = Mapping[str, Sequence[str]]


def tab_items(current: str, keys: Keys, tr: Translator) -> tuple[Item, ...]:
    """The tabs, the current one marked."""
    return tuple(_item(tab, keys, tr)._replace(current=tab == current) for tab in TABS)


def hint_items(names: Sequence[str], keys: Keys, tr: Translator) -> tuple[Item, ...]:
    """Key hints for the actions named, those without a key left out."""
    return tuple(_item(name, keys, tr) for name in names if name in keys)


def _item(name: str, keys: Keys, tr: Translator) -> Item:
    """An action by its first key in force."""
    command = BY_ID[name]
    return Item(shown_key(keys[name][0]), tr.gettext(command.label), command.action)


def overview_frame(
    briefing: Briefing, shape: Shape, *, latest: bool, keys: Keys, tr: Translator
) -> Frame:
    """The overview as the app opens on it, the cursor on its first item.

    ``latest``: the day is that of the newest figures, not a chosen one.
    """
    frame = page_frame(
        overview_page(briefing, tr),
        shape,
        days=wording.days_in_force(briefing.as_of, briefing.known_on, tr, latest=latest),
        tab=TABS[0],
        hints=HINTS,
        keys=keys,
        tr=tr,
    )
    link = next((line.link for line in frame.lines if line.item is not None), None)
    room, most = shape.detail_width - 3, shape.detail_height
    return replace(frame, detail=detail_lines(link, briefing, tr, room, most))


def page_frame(
    page: Page,
    shape: Shape,
    *,
    days: tuple[str, ...],
    tab: str,
    hints: Sequence[str],
    keys: Keys,
    tr: Translator,
) -> Frame:
    """A page laid out, and what stands around it; without a detail."""
    return Frame(
        shape=shape,
        title=visible(page.title),
        subtitle=visible(page.subtitle),
        days=days,
        tabs=tab_items(tab, keys, tr),
        hints=hint_items(hints, keys, tr),
        lines=lay_out(page, shape.page_width),
    )
