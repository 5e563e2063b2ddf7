"""Copying the line under the cursor; imported when somebody copies."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from briefing import clipboard
from briefing.display import Glyphs
from briefing.domain.comparison import Comparison
from briefing.domain.comparison import Row as ComparedRow
from briefing.glyphs import drawn
from briefing.language import Translator
from briefing.pages.copying import compared_text, history_text, item_at, item_text
from briefing.pages.line import Link
from briefing.store.errors import StoreError
from briefing.widgets.line_view import LineView

if TYPE_CHECKING:
    from briefing.screens.page_screen import PageScreen


def copy_line(screen: PageScreen[Any]) -> None:
    """Copies the line under the cursor with its source, period and day, and says where to."""
    tr = screen.desk.tr
    view = screen.query_one("#page", LineView)
    if view.link is None or screen.page is None:
        screen.say(tr.gettext("Không có gì để chép ở dòng này."))
        return
    try:
        text = copied_text(screen, view)
    except StoreError as error:
        screen.desk.show_error(error)
        return
    if screen.desk.terminal.glyphs is Glyphs.ASCII:
        text = drawn(text, Glyphs.ASCII)
    screen.say(_copied(screen, text, tr))


def copied_text(screen: PageScreen[Any], view: LineView) -> str:
    """What is copied of the line under the cursor of ``view``, which must stand on an item.

    Raises ``StoreError`` when the database cannot be asked for the source.
    """
    page, tr = screen.page, screen.desk.tr
    assert page is not None and view.link is not None
    link = screen.cited(view.link)
    day = screen.days_said()[0] if screen.days_said() else ""
    with screen.desk.open_reader() as reader:
        if isinstance(screen.data, Comparison):
            row = next((row for row in screen.data.rows if _is_in(link, row)), None)
            if row is not None:
                figures = (cell.observation for cell in row.cells)
                cited = {figure.source for figure in figures if figure is not None}
                return compared_text(row, reader.sources_named(cited), day, tr)
            for history in screen.data.multiples:
                if link.source is None and history.indicator.id == link.ref:
                    return history_text(history, day, tr)
        sources = reader.sources_named([link.source] if link.source else [])
    briefing = screen.briefing_of(screen.data)
    table, shown = item_at(page, view.size.width - 1, view.cursor)
    item = table, shown._replace(link=link)
    return item_text(page.title, item, sources, briefing, day, tr)


def _is_in(link: Link, row: ComparedRow) -> bool:
    """Whether a line about a unit's figure belongs to ``row``; a variant stands in its place.

    A line without a source is about no single figure: a history.
    """
    return link.source is not None and any(
        cell.observation is not None
        and cell.indicator.id == link.ref
        and str(cell.unit.key) == link.unit
        for cell in row.cells
    )


def _copied(screen: PageScreen[Any], text: str, tr: Translator) -> str:
    """Sends the text out and keeps it; what to tell."""
    sent = clipboard.sequence(text, os.environ, sys.platform)
    driver = screen.app._driver
    if sent and driver is not None:
        driver.write(sent)
        driver.flush()
    try:
        path = clipboard.file_path(os.environ, sys.platform)
    except RuntimeError:  # no home
        return tr.gettext("Đã chép.") if sent else tr.gettext("Không chép được.")
    where = clipboard.shown_path(path)
    try:
        clipboard.keep(text, path)
    except OSError as error:
        said = (
            tr.gettext("Đã chép; không ghi được vào {path} (mã lỗi {number}).")
            if sent
            else tr.gettext("Không chép được: không ghi được vào {path} (mã lỗi {number}).")
        )
        return said.format(path=where, number=error.errno or 0)
    if sent:
        return tr.gettext("Đã chép; cũng ghi ở {path}").format(path=where)
    return tr.gettext("Màn hình này không nhận bản chép; đã ghi ở {path}").format(path=where)
