"""What is wrong with the folder, above a page that still shows the last good data."""

from __future__ import annotations

from textual.css.query import NoMatches
from textual.screen import Screen

from briefing.complaints import complaint
from briefing.language import Translator
from briefing.pages.line import Line, Role, Span, wrap_spans
from briefing.problems import ProblemsError
from briefing.widgets.chrome import Lines

MOST_LINES = 3
ROOMY = 22
"""Rows from which a blank line parts the banner from the page."""


def show_banner(screen: Screen[None], error: Exception | None, tr: Translator, key: str) -> None:
    """Puts the first of ``error``'s files, lines and remedies below the tabs of ``screen``.

    Nothing for ``None``.

    ``key`` lists all that is wrong.

    The widget is made only when there is something to say.
    """
    try:
        banner = screen.query_one("#banner", Lines)
    except NoMatches:
        if error is None:
            return
        banner = Lines(id="banner")
        screen.mount(banner, after="#tabs")
    banner.display = error is not None
    if error is None:
        return
    run = (
        Span(f"▲ {_said(error, tr, key)} ", Role.WARNING),
        Span(complaint(error, tr).lines[0], Role.PLAIN),
    )
    lines = wrap_spans(run, max(screen.size.width - 2, 20), MOST_LINES)
    below = 1 if screen.size.height >= ROOMY else 0
    banner.styles.height = len(lines) + below
    banner.styles.padding = (0, 1, below, 1)
    banner.show(tuple(Line(line) for line in lines))


def _said(error: Exception, tr: Translator, key: str) -> str:
    """What the page shows instead; how many mistakes there are, before what may be cut."""
    if not isinstance(error, ProblemsError):
        return tr.gettext("Đang hiện số liệu đọc lần cuối.")
    count = len(error.problems)
    said = tr.ngettext(
        "Đang hiện số liệu đọc lần cuối. {key}: {count} lỗi và cách sửa.",
        "Đang hiện số liệu đọc lần cuối. {key}: {count} lỗi và cách sửa.",
        count,
    )
    return said.format(key=key, count=count)
