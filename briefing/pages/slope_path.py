"""One unit's line of a slope chart: level runs joined by rounded steps, or a row of dots."""

from __future__ import annotations

from briefing.domain.slope import Ends
from briefing.pages.canvas import Canvas
from briefing.pages.line import Role


def put_path(canvas: Canvas, cell: int, cells: int, ends: Ends, role: Role) -> None:
    """Draws from the line of the one end to that of the other, over ``cells`` from ``cell`` on.

    Steps are spread evenly; a line that climbs more than one line per cell has upright pieces. A
    muted one is dotted, so that the others stand out where there is no colour.
    """
    rows = [_row(ends, at, cells) for at in range(cells)]
    for at, row in enumerate(rows):
        before = rows[at - 1] if at else row
        if role is Role.MUTED:
            dots = range(min(before, row) + (before < row), max(before, row) + (before <= row))
            for dot in dots if at % 2 or before != row else ():
                canvas.put(dot, cell + at, "·", role)
        elif before == row:
            canvas.put(row, cell + at, "─", role)
        else:
            down = row > before
            canvas.put(before, cell + at, "╮" if down else "╯", role)
            for between in range(min(before, row) + 1, max(before, row)):
                canvas.put(between, cell + at, "│", role)
            canvas.put(row, cell + at, "╰" if down else "╭", role)


def _row(ends: Ends, at: int, cells: int) -> int:
    """The line at one of the cells: level for a while at both ends, so that labels are met."""
    level = max(cells // 8, 1)
    share = (at - level) / max(cells - 1 - 2 * level, 1)
    return ends.before + round((ends.after - ends.before) * min(max(share, 0.0), 1.0))
