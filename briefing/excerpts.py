"""One line of a file with a mark under the place that is wrong, in cells of a terminal."""

from __future__ import annotations

import re

from briefing.domain.plain_text import clip, visible, width
from briefing.domain.spelling import tamed
from briefing.domain.value import value

_WORD = re.compile(
    r'"(?:[^"\\]|\\.)*"?|\'(?:[^\']|\'\')*\'?|(?:[^\s:,\]}#]|:(?!\s|$))(?:[^:,\]}#]|:(?!\s|$)|(?<!\s)#)*'
)
"""What the mark runs under: a quoted text, or what stands up to the next sign of YAML or CSV."""
_CONTEXT = 24
"""Cells kept in front of the mark when a line has to be cut on its left."""


@value
class Excerpt:
    """A line as a terminal shows it, and the mark to print beneath it, after ``indent`` cells."""

    line: str
    indent: int
    mark: str


def excerpt(line: str, column: int, cells: int) -> Excerpt:
    """``line`` in at most ``cells`` cells with ``^`` under the character at ``column`` (from 1).

    Control characters and tabs are shown as one sign each, so that nothing is obeyed and the mark
    stands right; wide letters count two cells, combining marks none. The mark is as long as the
    value it stands under.
    """
    at = max(0, min(column - 1, len(line)))
    found = _WORD.match(line, at)
    word = visible(tamed(found[0].rstrip())) if found else ""
    before, after = visible(tamed(line[:at])), visible(tamed(line[at:])).rstrip()
    room = width(before)
    context = min(_CONTEXT, cells // 2)
    if room + max(1, width(word)) > cells and room > context:
        before = "…" + _last(before, context)
        room = width(before)
    left = max(1, cells - room)
    mark = "^" * max(1, min(width(word), left))
    return Excerpt(before + clip(after, left), room, mark)


def _last(text: str, cells: int) -> str:
    """The end of ``text`` in at most ``cells`` cells, cut between whole characters."""
    start = len(text)
    while start and width(text[start - 1 :]) <= cells:
        start -= 1
    return text[start:]
