"""What is wrong with the folder, above a page that still shows the last good data."""

from __future__ import annotations

from textual.css.query import NoMatches
from textual.screen import Screen

from briefing.complaints import complaint
from briefing.language import Translator
from briefing.pages.line import Line, Role, Span, wrap_spans
from briefing.widgets.chrome import Lines

MOST_LINES = 3


def show_banner(screen: Screen[None], error: Exception | None, tr: Translator) -> None:
    """Puts ``error``'s file, line and remedy below the tabs of ``screen``; nothing for ``None``.

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
    said = tr.gettext("Đang hiện số liệu đọc lần cuối.")
    run = (Span(f"▲ {said} ", Role.WARNING), Span(complaint(error, tr).text, Role.PLAIN))
    lines = wrap_spans(run, max(screen.size.width - 2, 20), MOST_LINES)
    banner.styles.height = len(lines)
    banner.styles.padding = (0, 1)
    banner.show(tuple(Line(line) for line in lines))
