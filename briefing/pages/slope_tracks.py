"""Units listed below a slope chart: both numbers, the change, and the way between on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from briefing import formatting
from briefing.domain.ranked import Ranked
from briefing.domain.slope import Basis, Slope
from briefing.domain.spelling import clip, width
from briefing.domain.value import replaced
from briefing.language import Translator
from briefing.pages.blocks import Drawing
from briefing.pages.canvas import Canvas
from briefing.pages.line import Line, Link, LinkKind, Role, spans
from briefing.pages.ranking import Listing
from briefing.pages.slope_chart import Labels, change_role, labels_of, number_text, periods, table

LEAST, LONGEST = 20, 24
"""Cells of the track, at least; and of a name, at most."""
BESIDE = 10
"""Cells before, between and behind the columns."""
BEFORE, AFTER = "○", "●"
"""Where a unit was, and where it is: this alone where it stayed."""


def tracks(heading: str, found: Slope, ranked: Ranked, listing: Listing, tr: Translator) -> Drawing:
    """Each unit on a line of its own, the best of the later period first.

    The scale of ranks is from the first to the last of all ranked, that of values from the worst to
    the best that are shown. Without room for it the same stands in columns.
    """
    labels = labels_of(found, ranked, listing, tr)
    if found.basis is Basis.RANK:
        scale = (1.0, float(max(ranked.ranking.universe, *(max(m[1:3]) for m in found.moves))))
        ends = (formatting.number(scale[0], tr), formatting.number(scale[1], tr))
    else:
        numbers = [number for move in found.moves for number in move[1:3]]
        scale = (min(numbers), max(numbers))
        ends = (number_text(scale[0], found, ranked, tr), number_text(scale[1], found, ranked, tr))
    heads = (tr.gettext("Đơn vị"), *periods(ranked, tr), tr.gettext("Thay đổi"))
    return Drawing(
        draw=partial(_drawn, heading, found, labels, heads, scale, ends),
        least=sum(_cells(labels, heads)) + BESIDE + LEAST,
        table=replaced(table(found, labels, ranked, tr), heading=heading, tight=True),
    )


def _cells(labels: Sequence[Labels], heads: Sequence[str]) -> tuple[int, int, int, int]:
    """Cells of the name, both numbers and the change."""
    name = max(min(max(width(one.name) for one in labels), LONGEST), width(heads[0]))
    before = max(width(heads[1]), *(width(one.before) for one in labels))
    after = max(width(heads[2]), *(width(one.after) for one in labels))
    return name, before, after, max(width(heads[3]), *(width(one.change) for one in labels))


def _drawn(
    heading: str,
    found: Slope,
    labels: Sequence[Labels],
    heads: tuple[str, str, str, str],
    scale: tuple[float, float],
    ends: tuple[str, str],
    room: int,
) -> tuple[Line, ...]:
    cells = _cells(labels, heads)
    begins = sum(cells) + BESIDE
    track = room - begins - 1
    far = scale[1] - scale[0]

    def cell_of(number: float) -> int:
        return begins + (round((number - scale[0]) / far * (track - 1)) if far else 0)

    canvas = Canvas()
    _put(canvas, 0, cells, ("", *heads), (Role.ACCENT, Role.HEADING, *[Role.MUTED] * 3))
    legend = f"{BEFORE} {heads[1]}  {AFTER} {heads[2]}"
    canvas.put(0, begins, ends[0], Role.MUTED)
    canvas.put(0, begins + (track - width(legend)) // 2, legend, Role.MUTED)
    canvas.put(0, begins + track - width(ends[1]), ends[1], Role.MUTED)
    links = []
    for line, (one, move) in enumerate(zip(labels, found.moves, strict=True), 1):
        plain = Role.PLAIN if one.role is Role.MUTED else Role.STRONG
        texts = (one.sign, clip(one.name, cells[0]), one.before, one.after, one.change)
        roles = (Role.ACCENT, plain, plain, plain, change_role(one))
        _put(canvas, line, cells, texts, roles)
        old, new = cell_of(move.before), cell_of(move.after)
        if old == new and move.before != move.after:  # a short way is still one
            back = 1 if move.before > move.after else -1
            if begins <= new + back < begins + track:
                old += back
            else:
                new -= back
        canvas.put(line, min(old, new), "─" * (abs(new - old) + 1), change_role(one))
        canvas.put(line, old, BEFORE, Role.MUTED)
        canvas.put(line, new, AFTER, change_role(one))
        links.append(Link(LinkKind.PROFILE, str(move.unit.key)))
    first, *rest = canvas.lines(len(labels) + 1)
    head = Line(spans((clip(heading, room), Role.HEADING)))
    return (head, first, *(Line(a.spans, b) for a, b in zip(rest, links, strict=True)))


def _put(
    canvas: Canvas,
    line: int,
    cells: tuple[int, int, int, int],
    texts: Sequence[str],
    roles: Sequence[Role],
) -> None:
    """The mark and the name from the left, the numbers at the right of their cells."""
    canvas.put(line, 0, texts[0], roles[0])
    canvas.put(line, 2, texts[1], roles[1])
    cell = 2 + cells[0]
    for at in (1, 2, 3):
        cell += cells[at] + (1 if at == 1 else 2)
        canvas.put(line, cell - width(texts[at + 1]), texts[at + 1], roles[at + 1])
