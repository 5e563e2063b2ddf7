"""The picture of a slope chart: labels at both ends of each line, and the same in rows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from briefing import formatting
from briefing.domain.ranked import Ranked
from briefing.domain.slope import Basis, Move, Slope, lines_of
from briefing.domain.slope_ways import Ends
from briefing.domain.spelling import clip, width
from briefing.language import Translator
from briefing.pages import ranking_words as words
from briefing.pages.blocks import Align, Column, Drawing, Row, Table
from briefing.pages.canvas import Canvas
from briefing.pages.line import Line, Link, LinkKind, Role, Span, spans
from briefing.pages.ranking import Listing
from briefing.pages.slope_path import Path, least_between, put_paths

MOST, SHORT_NAME = 150, 12
"""Cells between the labels, at most; and of a name where there are few."""
LETTERS = "abcdefgh"
"""Ride on the lines of others than the unit in focus, in the order of the labels at the right."""


class Labels(NamedTuple):
    """What stands at both ends of one unit's line, and which mark rides on it.

    ``sign`` is that of the unit in focus or of one compared, as everywhere in a ranking.
    """

    mark: str
    sign: str
    name: str
    before: str
    after: str
    change: str
    role: Role


def chart(found: Slope, ranked: Ranked, listing: Listing, height: int, tr: Translator) -> Drawing:
    """The lines of all moves of ``found``, at most nine of them, on ``height`` lines if it can be.

    The best of the later period is the first stop.
    """
    ends = lines_of(found, height)
    labels = labels_of(found, ranked, listing, tr)
    left, right = _sides(labels, SHORT_NAME)
    return Drawing(
        draw=partial(_drawn, found, ends, labels, _heads(ranked, tr)),
        least=left + right + least_between(ends),
        table=table(found, labels, ranked, tr),
    )


def labels_of(found: Slope, ranked: Ranked, listing: Listing, tr: Translator) -> list[Labels]:
    """The labels of all moves."""
    letters = iter(LETTERS)
    made = []
    for move in found.moves:
        key = move.unit.key
        sign, role = "", Role.MUTED
        if key == ranked.focus.key:
            sign, role = words.FOCUS, Role.ACCENT
        elif key in listing.compared:
            sign, role = words.COMPARED, Role.STRONG
        mark = words.FOCUS if sign == words.FOCUS else next(letters, "")
        made.append(
            Labels(
                mark=mark,
                sign=sign,
                name=words.name_of(move.unit, ranked, tr),
                before=number_text(move.before, found, ranked, tr),
                after=number_text(move.after, found, ranked, tr),
                change=_change(move, found, ranked, tr),
                role=role,
            )
        )
    return made


def number_text(number: float, found: Slope, ranked: Ranked, tr: Translator) -> str:
    """A rank, or a value in the measure of the ranking."""
    if found.basis is Basis.RANK:
        return formatting.number(number, tr)
    return words.number_text(number, ranked.ranking, tr)


def _change(move: Move, found: Slope, ranked: Ranked, tr: Translator) -> str:
    """ "↑ 1", "↓ 34", "= 0": an arrow up is always better."""
    arrow = "↑" if move.gain > 0 else "↓" if move.gain < 0 else "="
    return f"{arrow} {number_text(abs(move.gain), found, ranked, tr)}"


def _sides(labels: Sequence[Labels], longest: int = 0) -> tuple[int, int]:
    """Cells of the labels at the left and at the right, names of ``longest`` cells at most."""
    names = max(width(one.name) for one in labels)
    names = min(names, longest) if longest else names
    before = max(width(one.before) for one in labels)
    after = max(width(one.after) for one in labels)
    change = max(width(one.change) for one in labels)
    return names + before + 2, after + names + change + 5 + _sign_cells(labels)


def _sign_cells(labels: Sequence[Labels]) -> int:
    """Cells of the mark at the right: two where a compared unit has a letter and a sign."""
    return 2 if any(one.sign == words.COMPARED for one in labels) else 1


def _drawn(
    found: Slope,
    ends: Sequence[Ends],
    labels: Sequence[Labels],
    heads: tuple[str, str, tuple[str, ...]],
    room: int,
) -> tuple[Line, ...]:
    """The chart: names and numbers at the left, lines, numbers, names and changes at the right.

    ``heads`` stand above it: the periods over the numbers, between them the longest that fits.
    """
    left, right = _sides(labels)
    longest = max(width(one.name) for one in labels)
    least = least_between(ends)
    if left + right + least > room:
        longest -= -(-(left + right + least - room) // 2)
        left, right = _sides(labels, longest)
    canvas = Canvas()
    between = min(room - left - right, MOST)
    before = max(width(one.before) for one in labels)
    after = max(width(one.after) for one in labels)
    sign = _sign_cells(labels)
    paths = [
        Path(end, one.mark, one.role, one.sign == words.FOCUS)
        for one, end in zip(labels, ends, strict=True)
    ]
    put_paths(canvas, left, between, paths)
    for one, end in zip(labels, ends, strict=True):
        role = Role.PLAIN if one.role is Role.MUTED else Role.STRONG
        name = clip(one.name, longest)
        gap = " " * (left - 2 - before - width(name))
        canvas.put(end.before, 0, f"{gap}{name} {one.before:>{before}} ", role)
        cell = left + between
        mark = one.mark + (one.sign if one.sign == words.COMPARED else "")
        canvas.put(end.after, cell, f" {one.after:>{after}} ", role)
        canvas.put(end.after, cell + after + 2, f"{mark:<{sign}} ", Role.ACCENT)
        cell += after + 3 + sign
        canvas.put(end.after, cell, name + " " * (longest - width(name)), role)
        canvas.put(end.after, cell + 1 + longest, one.change, change_role(one))
    links = {
        end.after: Link(LinkKind.PROFILE, str(move.unit.key))
        for end, move in zip(ends, found.moves, strict=True)
    }
    height = 1 + max(max(end) for end in ends)
    head = Canvas()
    head.put(0, max(left - 1 - width(heads[0]), 0), heads[0], Role.HEADING)
    middle = next((text for text in heads[2] if width(text) <= between - 2), "")
    head.put(0, left + (between - width(middle)) // 2, middle, Role.MUTED)
    head.put(0, left + between + 1, heads[1], Role.HEADING)
    lines = enumerate(canvas.lines(height))
    return (*head.lines(1), *(Line(line.spans, links.get(number)) for number, line in lines))


def change_role(one: Labels) -> Role:
    """Better is good, worse is bad."""
    match one.change[:1]:
        case "↑":
            return Role.GOOD
        case "↓":
            return Role.BAD
        case _:
            return Role.MUTED


def periods(ranked: Ranked, tr: Translator) -> tuple[str, str]:
    """Both periods in short: "2021" and "2022"."""
    assert ranked.before is not None
    before, after = ranked.before.edition.period, ranked.ranking.edition.period
    assert before is not None and after is not None, "a step leads from one period to another"
    return formatting.span_short(*before, tr), formatting.span_short(*after, tr)


def _heads(ranked: Ranked, tr: Translator) -> tuple[str, str, tuple[str, ...]]:
    """Both periods, and of what the ranks are, at length and in short."""
    counted = words.units_counted(ranked.kind, ranked.ranking.universe, tr)
    told = tr.gettext("hạng trong {units}; lên trên là tốt hơn").format(units=counted)
    if ranked.framework is None:
        return (*periods(ranked, tr), (told, counted))
    short = words.framework_text(ranked.framework, tr)
    return (*periods(ranked, tr), (f"{told} · {short}", f"{counted} · {short}", short))


def table(found: Slope, labels: Sequence[Labels], ranked: Ranked, tr: Translator) -> Table:
    """The same in rows, for narrow screens, Markdown and copying."""
    return Table(
        columns=(
            Column(gap=1),
            Column(title=tr.gettext("Đơn vị"), flex=True, least=12, most=28, wrap=1),
            *(Column(title=title, align=Align.RIGHT) for title in periods(ranked, tr)),
            Column(title=tr.gettext("Thay đổi"), align=Align.RIGHT),
        ),
        rows=tuple(
            Row(
                cells=(
                    spans((one.sign, Role.ACCENT)),
                    spans((one.name, Role.PLAIN if one.role is Role.MUTED else Role.STRONG)),
                    spans(one.before),
                    spans(one.after),
                    (Span(one.change, change_role(one)),),
                ),
                link=Link(LinkKind.PROFILE, str(move.unit.key)),
            )
            for one, move in zip(labels, found.moves, strict=True)
        ),
        show_titles=True,
        indent=0,
    )
