"""A terminal too small for any screen: says what is needed, in place of everything else."""

from __future__ import annotations

from typing import Any

from textual.css.query import NoMatches
from textual.geometry import Size
from textual.screen import Screen

from briefing.domain.spelling import clip
from briefing.language import Translator
from briefing.pages import frame
from briefing.pages.line import Line, Span, wrap_spans
from briefing.widgets.chrome import Lines

LEAST = Size(*frame.LEAST)


def tell_if_too_small(screen: Screen[Any], tr: Translator) -> bool:
    """Covers ``screen`` with a notice while it is too small; whether it is.

    The screen below stays as it is, with its cursor and what was typed, and comes back by itself.
    The widget is made only when there is something to say.
    """
    size = screen.size
    small = 0 < size.width < LEAST.width or 0 < size.height < LEAST.height
    try:
        notice = screen.query_one("#too-small", Lines)
    except NoMatches:
        if not small:
            return False
        notice = _notice()
        screen.styles.layers = "default notice"
        screen.mount(notice)
    notice.display = small
    if small:
        notice.show(tuple(Line((Span(text),)) for text in notice_texts(size, tr)))
    return small


def notice_texts(size: Size, tr: Translator) -> list[str]:
    """What is needed and what there is, as fully as ``size`` has room for."""
    need, have = f"{LEAST.width}×{LEAST.height}", f"{size.width}×{size.height}"
    for text in (
        tr.gettext(
            "Màn hình quá nhỏ. Cần ít nhất {columns} cột và {rows} dòng; "
            "đang có {width} cột và {height} dòng."
        ).format(columns=LEAST.width, rows=LEAST.height, width=size.width, height=size.height),
        tr.gettext("Cần {need}, đang có {have}.").format(need=need, have=have),
    ):
        lines = [
            "".join(span.text for span in run) for run in wrap_spans((Span(text),), size.width)
        ]
        words = text.split()
        if len(lines) <= size.height and all(len(word) <= size.width for word in words):
            return lines
    return [clip(need, size.width, "")]


def _notice() -> Lines:
    notice = Lines(id="too-small")
    notice.styles.layer = "notice"
    notice.styles.dock = "top"
    notice.styles.width = notice.styles.height = "100%"
    return notice
