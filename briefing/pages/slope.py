"""The ranking as a slope chart: each unit at two periods, labelled at both ends."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from briefing import formatting, wording
from briefing.domain.model import Unit
from briefing.domain.ranked import Order, Ranked
from briefing.domain.slope import Basis, Ends, Move, Slope, lines_of, slope
from briefing.domain.spelling import clip, width
from briefing.language import Translator
from briefing.pages import ranking_words as words
from briefing.pages.blocks import Align, Block, Column, Drawing, Page, Paragraph, Row, Table, quiet
from briefing.pages.canvas import Canvas
from briefing.pages.line import Line, Link, LinkKind, Role, Span, spans
from briefing.pages.ranking import Listing, nothing_known
from briefing.pages.slope_path import put_path

LEAST, MOST, SHORT_NAME = 12, 56, 12
"""Cells between the labels, at least and at most; and of a name where there are few."""
AIRY = 2
"""Lines for each unit, at most: one that leaps does not stretch the chart over a tall screen."""
AROUND = 4
"""Lines of a page beside those of the chart: the answer, the periods, what is not drawn."""


class Labels(NamedTuple):
    """What stands at both ends of one unit's line."""

    mark: str
    name: str
    before: str
    after: str
    change: str
    role: Role


def slope_page(ranked: Ranked, tr: Translator, listing: Listing, height: int = 0) -> Page:
    """The chart from the period before to the one shown; or why there is none.

    ``ranked.before`` is the older ranking, read only where it may be compared. ``height`` are the
    lines of the screen; 0: as few as can be.
    """
    ranking = ranked.ranking
    if not ranking.places and not ranking.asides:
        blocks = nothing_known(ranked, tr)
    else:
        focus = Link(LinkKind.PROFILE, str(ranked.focus.key))
        blocks = [
            Paragraph(spans=words.focus_spans(ranked, tr), indent=0, hang=2, link=focus),
            *_chart(ranked, tr, listing, height),
        ]
    return Page(title=words.title(ranked, tr), subtitle=_subtitle(ranked, tr), blocks=tuple(blocks))


def _subtitle(ranked: Ranked, tr: Translator) -> str:
    """ "so với năm 2021"; without a chart of how many units the ranking is."""
    if ranked.before is None or ranked.before.edition.period is None:
        return words.subtitle(ranked, tr)
    before = formatting.period(*ranked.before.edition.period, tr)
    return tr.gettext("so với {before}").format(before=before)


def _chart(ranked: Ranked, tr: Translator, listing: Listing, height: int) -> list[Block]:
    if ranked.before is None or (ranked.older is not None and ranked.older.breaks):
        return _why_not(ranked, tr)
    members = None if listing.group is None else listing.group.members
    by_value = listing.order is Order.VALUE
    found = slope(ranked.before, ranked.ranking, by_value=by_value, members=members)
    blocks = _only(listing, ranked, tr)
    if found is None:
        everyone = slope(ranked.before, ranked.ranking, by_value=by_value)
        others = 0 if everyone is None else len(everyone.moves)
        return [*blocks, quiet(_nobody(ranked, ranked.before.published, listing, others, tr))]
    ends = lines_of(found, min(height - AROUND, AIRY * len(found.moves)))
    labels = [_labels(move, found, ranked, listing, tr) for move in found.moves]
    least = _sides(labels, SHORT_NAME)[0] + _sides(labels, SHORT_NAME)[1] + LEAST
    drawing = Drawing(
        draw=partial(_drawn, found, ends, labels, _head(ranked, tr)),
        least=least,
        table=_table(found, labels, ranked, tr),
    )
    blocks.append(drawing)
    left = _left_out(found, ranked, tr)
    return [*blocks, quiet(left)] if left else blocks


def _only(listing: Listing, ranked: Ranked, tr: Translator) -> list[Block]:
    """That a group alone is drawn, above all that is said of it."""
    if listing.group is None:
        return []
    text = tr.gettext("{only}; hạng vẫn là trong tất cả.")
    text = text.format(only=words.only_text(listing.group, ranked.ranking, tr))
    return [Paragraph(spans=spans((text, Role.ACCENT)), indent=2, hang=2)]


def _why_not(ranked: Ranked, tr: Translator) -> list[Block]:
    """That there is no period before, or why nothing is drawn to it; and whether there is after."""
    blocks: list[Block] = []
    if ranked.older is None:
        blocks.append(quiet(tr.gettext("Chưa biết kỳ nào trước kỳ này để so.")))
    else:
        text = tr.gettext("Không vẽ từ kỳ trước: {why}.")
        why = words.step_text(ranked.older, ranked, tr)
        blocks.append(Paragraph(spans=spans((text.format(why=why), Role.WARNING)), hang=2))
        blocks.append(
            quiet(
                tr.gettext(
                    "Hạng và giá trị của hai bộ chỉ số, hay của hai số lượng đơn vị, không nối "
                    "được bằng một đường: thay đổi nhìn thấy sẽ là của cách đo, không phải của "
                    "đơn vị."
                )
            )
        )
    if ranked.newer is not None and not ranked.newer.breaks:
        after = formatting.period(*ranked.newer.period, tr)
        text = tr.gettext("Từ kỳ này đến {after} thì so được: sang kỳ sau.").format(after=after)
        blocks.append(quiet(text))
    return blocks


def _nobody(ranked: Ranked, published: bool, listing: Listing, others: int, tr: Translator) -> str:
    """That none is known in both periods; of a group with how many outside it are."""
    if others and listing.group is not None:
        text = tr.gettext(
            "Không đơn vị nào của {group} có số liệu ở cả hai kỳ; ngoài nhóm có {units}."
        )
        units = words.units_counted(ranked.kind, others, tr)
        return text.format(group=words.group_name(listing.group, tr), units=units)
    if published is not ranked.ranking.published:
        return tr.gettext(
            "Một kỳ công bố hạng, kỳ kia chỉ có giá trị: không đơn vị nào so được ở cả hai kỳ."
        )
    return tr.gettext("Không đơn vị nào có số liệu ở cả hai kỳ.")


def _labels(move: Move, found: Slope, ranked: Ranked, listing: Listing, tr: Translator) -> Labels:
    key = move.unit.key
    mark, role = "", Role.MUTED
    if key == ranked.focus.key:
        mark, role = words.FOCUS, Role.ACCENT
    elif key in listing.compared:
        mark, role = words.COMPARED, Role.STRONG
    return Labels(
        mark=mark,
        name=wording.unit_name(move.unit, tr),
        before=_number(move.before, found, ranked, tr),
        after=_number(move.after, found, ranked, tr),
        change=_change(move, found, ranked, tr),
        role=role,
    )


def _number(number: float, found: Slope, ranked: Ranked, tr: Translator) -> str:
    if found.basis is Basis.RANK:
        return formatting.number(number, tr)
    return words.number_text(number, ranked.ranking, tr)


def _change(move: Move, found: Slope, ranked: Ranked, tr: Translator) -> str:
    """ "↑ 1", "↓ 34", "= 0": an arrow up is always better."""
    arrow = "↑" if move.gain > 0 else "↓" if move.gain < 0 else "="
    return f"{arrow} {_number(abs(move.gain), found, ranked, tr)}"


def _sides(labels: Sequence[Labels], longest: int = 0) -> tuple[int, int]:
    """Cells of the labels at the left and at the right, names of ``longest`` cells at most."""
    names = max(width(one.name) for one in labels)
    names = min(names, longest) if longest else names
    before = max(width(one.before) for one in labels)
    after = max(width(one.after) for one in labels)
    change = max(width(one.change) for one in labels)
    return names + before + 2, after + names + change + 6


def _drawn(
    found: Slope,
    ends: Sequence[Ends],
    labels: Sequence[Labels],
    heads: tuple[str, str, str],
    room: int,
) -> tuple[Line, ...]:
    """The chart: names and numbers at the left, lines, numbers, names and changes at the right.

    ``heads`` stand above it: the periods over the numbers, the universe between them.
    """
    left, right = _sides(labels)
    longest = max(width(one.name) for one in labels)
    if left + right + LEAST > room:
        longest -= -(-(left + right + LEAST - room) // 2)
        left, right = _sides(labels, longest)
    canvas = Canvas()
    between = min(room - left - right, MOST)
    before = max(width(one.before) for one in labels)
    after = max(width(one.after) for one in labels)
    strength = (Role.MUTED, Role.STRONG, Role.ACCENT)
    ways = (
        (strength.index(one.role), -abs(end.after - end.before), at)
        for at, (one, end) in enumerate(zip(labels, ends, strict=True))
    )
    for _, _, at in sorted(ways):  # steep ones first: a level one stays whole where they cross
        put_path(canvas, left, between, ends[at], labels[at].role)
    for one, end in zip(labels, ends, strict=True):
        role = Role.PLAIN if one.role is Role.MUTED else Role.STRONG
        name = clip(one.name, longest)
        gap = " " * (left - 2 - before - width(name))
        canvas.put(end.before, 0, f"{gap}{name} {one.before:>{before}} ", role)
        cell = left + between
        canvas.put(end.after, cell, f" {one.after:>{after}} ", role)
        canvas.put(end.after, cell + after + 2, one.mark or " ", Role.ACCENT)
        canvas.put(end.after, cell + after + 4, name + " " * (longest - width(name)), role)
        canvas.put(end.after, cell + after + 5 + longest, one.change, _change_role(one))
    links = {
        end.after: Link(LinkKind.PROFILE, str(move.unit.key))
        for end, move in zip(ends, found.moves, strict=True)
    }
    height = 1 + max(max(end) for end in ends)
    head = Canvas()
    head.put(0, max(left - 1 - width(heads[0]), 0), heads[0], Role.HEADING)
    if width(heads[2]) <= between - 2:
        head.put(0, left + (between - width(heads[2])) // 2, heads[2], Role.MUTED)
    head.put(0, left + between + 1, heads[1], Role.HEADING)
    lines = enumerate(canvas.lines(height))
    return (*head.lines(1), *(Line(line.spans, links.get(number)) for number, line in lines))


def _change_role(one: Labels) -> Role:
    match one.change[:1]:
        case "↑":
            return Role.GOOD
        case "↓":
            return Role.BAD
        case _:
            return Role.MUTED


def _periods(ranked: Ranked, tr: Translator) -> tuple[str, str]:
    """Both periods in short: "2021" and "2022"."""
    assert ranked.before is not None
    before, after = ranked.before.edition.period, ranked.ranking.edition.period
    assert before is not None and after is not None, "a step leads from one period to another"
    return formatting.span_short(*before, tr), formatting.span_short(*after, tr)


def _head(ranked: Ranked, tr: Translator) -> tuple[str, str, str]:
    """Both periods, and of how many units the ranks are: "63 tỉnh, thành phố"."""
    counted = words.units_counted(ranked.kind, ranked.ranking.universe, tr)
    return (*_periods(ranked, tr), counted)


def _left_out(found: Slope, ranked: Ranked, tr: Translator) -> str:
    """How many are known in one of the periods only."""
    assert ranked.before is not None
    said = []
    for ranking, units in (
        (ranked.before, found.only_before),
        (ranked.ranking, found.only_after),
    ):
        if units and ranking.edition.period is not None:
            text = tr.gettext("chỉ biết {period}: {units}")
            period = formatting.period(*ranking.edition.period, tr)
            said.append(text.format(period=period, units=_counted(units, ranked, tr)))
    if not said:
        return ""
    return tr.gettext("Không vẽ: {parts}.").format(parts="; ".join(said))


def _counted(units: Sequence[Unit], ranked: Ranked, tr: Translator) -> str:
    return words.units_counted(ranked.kind, len(units), tr)


def _table(found: Slope, labels: Sequence[Labels], ranked: Ranked, tr: Translator) -> Table:
    """The same in rows, for narrow screens, Markdown and copying."""
    return Table(
        columns=(
            Column(gap=1),
            Column(title=tr.gettext("Đơn vị"), flex=True, least=12, wrap=1),
            *(Column(title=title, align=Align.RIGHT) for title in _periods(ranked, tr)),
            Column(title=tr.gettext("Thay đổi"), align=Align.RIGHT),
        ),
        rows=tuple(
            Row(
                cells=(
                    spans((one.mark, Role.ACCENT)),
                    spans((one.name, Role.PLAIN if one.role is Role.MUTED else Role.STRONG)),
                    spans(one.before),
                    spans(one.after),
                    (Span(one.change, _change_role(one)),),
                ),
                link=Link(LinkKind.PROFILE, str(move.unit.key)),
            )
            for one, move in zip(labels, found.moves, strict=True)
        ),
        show_titles=True,
        indent=0,
    )
