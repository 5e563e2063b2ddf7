"""The ranking as a slope chart: who moved where between two periods, labelled at both ends."""

from __future__ import annotations

from collections.abc import Sequence

from briefing import formatting
from briefing.domain.model import Unit
from briefing.domain.ranked import Order, Ranked
from briefing.domain.slope import Basis, Move, Slope, slope
from briefing.domain.value import replaced
from briefing.language import Translator
from briefing.pages import ranking_words as words
from briefing.pages.blocks import Block, Page, Paragraph, quiet
from briefing.pages.line import Link, LinkKind, Role, spans
from briefing.pages.lineage import notice
from briefing.pages.ranking import Listing, absent_told, nothing_known
from briefing.pages.slope_chart import chart
from briefing.pages.slope_tracks import tracks

MOST_LINES, MOVERS = 8, 5
"""Lines that can be followed at a glance; and those drawn where nobody is asked about."""
AIRY, LOW, PRINTED = 4, 10, 20
"""Lines for each unit, at most, for a chart of few, and for a printed one, if they will do."""
AROUND, LISTED = 4, 5
"""Lines of a page beside those of the chart, and of those listed below it that are seen at once."""


def slope_page(ranked: Ranked, tr: Translator, listing: Listing, height: int = 0) -> Page:
    """The chart from the period before to the one shown; or why there is none.

    ``ranked.before`` is the older ranking, read only where it may be compared. ``height`` are the
    lines of the screen; 0: of a page that is printed.
    """
    ranking = ranked.ranking
    blocks = notice(ranked.lineage, tr)
    if not ranking.places and not ranking.asides:
        blocks += nothing_known(ranked, tr)
    else:
        focus = Link(LinkKind.PROFILE, str(ranked.focus.key))
        answer = Paragraph(spans=words.focus_spans(ranked, tr), indent=0, hang=2, link=focus)
        blocks += [answer, *_chart(ranked, tr, listing, max(height - len(blocks), 0))]
    return Page(title=words.title(ranked, tr), subtitle=_subtitle(ranked, tr), blocks=tuple(blocks))


def _subtitle(ranked: Ranked, tr: Translator) -> str:
    """ "63 tỉnh, thành phố · so với năm 2021"; the latter with a chart only."""
    universe = words.subtitle(ranked, tr)
    if ranked.before is None or ranked.before.edition.period is None:
        return universe
    before = formatting.period(*ranked.before.edition.period, tr)
    against = tr.gettext("so với {before}").format(before=before)
    return f"{universe} · {against}"


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
    lines, rest = parted(found, ranked, listing)
    least = min(len(rest.moves), LISTED - 1) + 1 if rest.moves else 0
    airy = max(
        LOW, AIRY * len(lines.moves), min(_true(lines), height - AROUND - 1 - len(rest.moves))
    )
    high = min(height - AROUND - least, airy) if height else min(airy, PRINTED)
    blocks.append(chart(lines, ranked, listing, high, tr))
    if rest.moves:
        blocks.append(_others(lines, rest, ranked, listing, tr))
    left = _left_out(found, ranked, tr)
    return [*blocks, quiet(left)] if left else blocks


def _true(found: Slope) -> int:
    """Lines on which each rank has one of its own; 0 for values."""
    numbers = [number for move in found.moves for number in (move.before, move.after)]
    return round(max(numbers) - min(numbers)) + 1 if found.basis is Basis.RANK else 0


def parted(found: Slope, ranked: Ranked, listing: Listing) -> tuple[Slope, Slope]:
    """The moves that are drawn as lines, and those that are only listed.

    All are drawn where they are few; else the unit in focus and those compared, and where none of
    these is known twice the greatest moves.
    """

    def of(moves: Sequence[Move]) -> Slope:
        return replaced(found, moves=tuple(move for move in found.moves if move in moves))

    moves = found.moves
    if len(moves) > MOST_LINES:
        asked = (ranked.focus.key, *listing.compared)
        moves = tuple(move for move in moves if move.unit.key in asked)[:MOST_LINES]
        if not moves:
            moves = tuple(sorted(found.moves, key=lambda move: -abs(move.gain))[:MOVERS])
    return of(moves), of([move for move in found.moves if move not in moves])


def _others(drawn: Slope, others: Slope, ranked: Ranked, listing: Listing, tr: Translator) -> Block:
    """Those without a line, and who has one instead."""
    asked = {ranked.focus.key, *listing.compared}
    if any(move.unit.key in asked for move in drawn.moves):
        text = tr.gettext("Không vẽ đường, chỉ liệt kê: {units} khác")
    else:
        text = tr.gettext("Trên hình: các thay đổi lớn nhất; chỉ liệt kê: {units} khác")
    heading = text.format(units=_counted([move.unit for move in others.moves], ranked, tr))
    return tracks(heading, others, ranked, listing, tr)


def _only(listing: Listing, ranked: Ranked, tr: Translator) -> list[Block]:
    """That a group alone is drawn, above all that is said of it."""
    if listing.group is None:
        return []
    text = tr.gettext("{only}; hạng vẫn là trong tất cả.")
    text = text.format(only=words.only_text(listing.group, ranked.ranking, tr))
    only = Paragraph(spans=spans((text, Role.ACCENT)), indent=2, hang=2)
    return [only, *absent_told(ranked, listing.group, tr)]


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
