"""What a tile of the map shows and what is told about it: place, quarter, value, region."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing import formatting, statuses
from briefing.domain.editions import Figure
from briefing.domain.model import Unit
from briefing.domain.quarters import bounds, quarter_of
from briefing.domain.ranked import Group, Ranked
from briefing.domain.ranking import Aside, Place, Ranking
from briefing.domain.spelling import width
from briefing.domain.tile_map import Layout, Tile
from briefing.language import N_, Translator
from briefing.pages import cells
from briefing.pages import ranking_words as words
from briefing.pages.blocks import Align, Column, Row, Table
from briefing.pages.line import Line, Link, LinkKind, Role, Span, spans, wrap_spans
from briefing.pages.ranking import Listing

UNKNOWN, OTHERWISE, AMONG_SOME, OUTSIDE = "○", "◇", "■", "·"
"""For units of which nothing was published, those known only by what places are not made of, those
that have a place among the few values published, not among all, and those outside the group shown.
"""
SHORT_NAMES = {"BRV": ("B.Rịa-V.Tàu", "B.Ria-V.Tau"), "TTH": ("T.Thiên Huế", "T.Thien Hue")}
"""By the letters of their tiles the names that a tile has no room for, Vietnamese and English."""
ISLES = (N_("QĐ Hoàng Sa"), N_("QĐ Trường Sa"))
"""The archipelagos (quần đảo) by their names on the map."""


FEW_LINES = 3
"""Lines on which only what matters most is told."""


class Shown(NamedTuple):
    """A unit of a ranking, its tile, and its place or what else is known of it."""

    unit: Unit
    tile: Tile | None
    place: Place | None
    aside: Aside | None

    @property
    def figure(self) -> Figure | None:
        """Its value, if it was published."""
        behind = self.place or self.aside
        return None if behind is None else behind.figure


def shown_units(ranking: Ranking, layout: Layout) -> list[Shown]:
    """All units: those with a place, best first, those known otherwise, those missing."""
    tiles = {tile.code: tile for tile in layout.tiles}
    return [
        *(Shown(one.unit, tiles.get(one.unit.code), one, None) for one in ranking.places),
        *(Shown(one.unit, tiles.get(one.unit.code), None, one) for one in ranking.asides),
        *(Shown(unit, tiles.get(unit.code), None, None) for unit in ranking.missing),
    ]


def answer(ranked: Ranked, listing: Listing, tr: Translator) -> tuple[Span, ...]:
    """Which group alone is shown, if any, and where the unit in focus is."""
    focus = words.focus_spans(ranked, tr)
    if listing.group is None:
        return focus
    only = words.only_text(listing.group, ranked.ranking, tr)
    return (*spans((f"{only}  ", Role.ACCENT)), *focus)


def mark_of(one: Shown, ranking: Ranking) -> tuple[str, Role]:
    """The glyph and role of a unit: its quarter; a place among some values only has none.

    For a unit without a place that it is known otherwise, or not at all.
    """
    if one.place is None:
        return (OTHERWISE if one.aside is not None else UNKNOWN), Role.MUTED
    if not has_quarters(ranking):
        return AMONG_SOME, Role.PROGRESS
    quarter = quarter_of(one.place.rank, ranking.out_of)
    return statuses.mark(quarter).glyph, cells.role_of(quarter)


def has_quarters(ranking: Ranking) -> bool:
    """Whether a place is one among all: the last of five published values may be fifth of 63."""
    return ranking.published or ranking.is_whole


def is_outside(one: Shown, group: Group | None) -> bool:
    """Whether a group is shown alone and the unit is not of it."""
    return group is not None and one.unit.key not in group.members


def value_text(one: Shown, ranking: Ranking, tr: Translator) -> str:
    """The value, "0,6077"; empty for a unit of which none was published."""
    return "" if one.figure is None else words.value_text(one.figure, ranking, tr)


def legend(ranked: Ranked, group: Group | None, tr: Translator) -> list[tuple[Span, ...]]:
    """What the glyphs mean, each with its places: "✔ hạng 1–16"; last what else is marked.

    Units are counted that are shown: of a group alone only its own.
    """
    ranking = ranked.ranking
    members = None if group is None else group.members
    runs = []
    if not has_quarters(ranking):
        text = tr.gettext("hạng trong {count} giá trị").format(count=ranking.counted)
        runs.append(spans((f"{AMONG_SOME} {text}", Role.PROGRESS)))
    else:
        for quarter, (first, last) in bounds(ranking.out_of).items():
            said = tr.gettext("hạng {first}–{last}") if first < last else tr.gettext("hạng {first}")
            text = f"{statuses.mark(quarter).glyph} {said.format(first=first, last=last)}"
            runs.append(spans((text, cells.role_of(quarter))))
    asides = (one.unit for one in ranking.asides)
    for glyph, word, units in (
        (OTHERWISE, _otherwise(ranking, tr), asides),
        (UNKNOWN, tr.gettext("chưa công bố"), ranking.missing),
    ):
        count = sum(members is None or unit.key in members for unit in units)
        if count:
            runs.append(spans((f"{glyph} {word}: {count}", Role.MUTED)))
    keys = (one.unit.key for one in ranking.places)
    shown = [key for key in keys if members is None or key in members]
    if not ranked.notes.keys().isdisjoint(shown):
        word = tr.gettext("có ghi chú")
        runs.append(spans((f"{words.NOTED} {word}", Role.MUTED)))
    if group is not None:
        word = tr.gettext("ngoài nhóm")
        runs.append(spans((f"{OUTSIDE} {word}", Role.MUTED)))
    return runs


def marks(
    ranked: Ranked, listing: Listing, shown: Sequence[Shown], tr: Translator
) -> list[tuple[Span, ...]]:
    """What stands before tiles: "► đơn vị đang xem", "• đơn vị so cùng"."""
    keys = {one.unit.key for one in shown if one.tile is not None}
    found = []
    if ranked.focus.key in keys:
        found.append((words.FOCUS, tr.gettext("đơn vị đang xem")))
    if not keys.isdisjoint(listing.compared):
        found.append((words.COMPARED, tr.gettext("đơn vị so cùng")))
    return [spans((f"{mark} ", Role.ACCENT), (word, Role.MUTED)) for mark, word in found]


def told(
    one: Shown, ranked: Ranked, listing: Listing, tr: Translator, room: int, most: int
) -> tuple[Line, ...]:
    """What stands in the sea about the unit under the cursor: name, place, value, mean, region.

    What does not fit into ``most`` lines of ``room`` cells is left out from the end, as a whole.
    Where lines are few a place that would take two goes without its word, which the legend has.
    """
    place = _place(one, ranked, tr)
    if one.place is not None and most <= FEW_LINES and _width(place) > room:
        glyph, role = mark_of(one, ranked.ranking)
        place = (*place[:-1], Span(glyph, role))
    name = words.name_of(one.unit, ranked, tr)
    named = spans((name, Role.STRONG))
    if is_outside(one, listing.group):
        named = (*named, Span(f" {OUTSIDE}", Role.MUTED))
    note = ranked.notes.get(one.unit.key)
    if note is not None:
        named = (*named, Span(f" {words.NOTED}", Role.MUTED))
    runs = [named, place]
    value = value_text(one, ranked.ranking, tr)
    if value:
        runs += [spans(value), _against_mean(one, ranked, tr)]
        beside = (*spans(f"{value} "), *_against_mean(one, ranked, tr, short=True))
        if most <= FEW_LINES and _width(beside) <= room:
            runs[2:] = [beside]
    runs.append(spans((tr.pick(one.unit.region, one.unit.region_en), Role.MUTED)))
    if note is not None:
        said = f"{words.NOTED} {tr.pick(note.text, note.text_en)}"
        runs.append(spans((said, Role.MUTED)))
    lines: list[Line] = []
    for run in filter(None, runs):
        wrapped = [Line(part) for part in wrap_spans(run, room)]
        if len(lines) + len(wrapped) > most:
            break
        lines += wrapped
    return tuple(lines)


def _place(one: Shown, ranked: Ranked, tr: Translator) -> tuple[Span, ...]:
    """ "hạng 13/63 ✔ nhóm đầu"; or why there is no place."""
    ranking = ranked.ranking
    if one.place is not None:
        rank = words.place_out_of(one.place.rank, ranking.out_of, tr)
        said = tr.gettext("hạng {rank}").format(rank=rank)
        return (*spans((said, Role.STRONG), " "), *status_spans(one, ranking, tr))
    if one.aside is not None and one.aside.rank is not None:
        rank = words.place_out_of(one.aside.rank, ranking.universe, tr)
        text = tr.gettext("hạng {rank} theo công bố").format(rank=rank)
        return spans((text, Role.STRONG))
    return status_spans(one, ranking, tr)


def status_spans(one: Shown, ranking: Ranking, tr: Translator) -> tuple[Span, ...]:
    """Glyph and word of a unit: "✔ nhóm đầu", "○ chưa công bố"."""
    glyph, role = mark_of(one, ranking)
    if one.place is not None and has_quarters(ranking):
        word = statuses.word(quarter_of(one.place.rank, ranking.out_of), tr)
    elif one.place is not None:
        word = tr.gettext("trong số đã công bố")
    elif one.aside is not None:
        word = _otherwise(ranking, tr)
    else:
        word = tr.gettext("chưa công bố")
    return (Span(f"{glyph} {word}", role, whole=True),)


def _otherwise(ranking: Ranking, tr: Translator) -> str:
    return tr.gettext("chỉ có giá trị") if ranking.published else tr.gettext("chỉ có hạng")


def _width(run: tuple[Span, ...]) -> int:
    return sum(width(span.text) for span in run)


def _against_mean(
    one: Shown, ranked: Ranked, tr: Translator, *, short: bool = False
) -> tuple[Span, ...]:
    """How far from the mean of all units: the published one, or that of all values."""
    ranking = ranked.ranking
    mean = ranking.mean if ranking.counted_values >= ranking.universe else None
    if ranked.national is not None:
        mean = ranked.national.value
    if one.figure is None or mean is None:
        return ()
    gap = words.number_text(abs(one.figure.value - mean), ranking, tr)
    if one.figure.value >= mean:
        text = tr.gettext("trên TB {gap}") if short else tr.gettext("trên trung bình {gap}")
    else:
        text = tr.gettext("dưới TB {gap}") if short else tr.gettext("dưới trung bình {gap}")
    return spans((text.format(gap=gap), Role.MUTED))


def unit_link(unit: Unit) -> Link:
    """Enter on a unit opens where it stands."""
    return Link(LinkKind.PROFILE, str(unit.key))


def map_table(shown: Sequence[Shown], ranked: Ranked, listing: Listing, tr: Translator) -> Table:
    """The map as rows, for narrow screens, Markdown and copying; of a group only its units."""
    return Table(
        columns=(
            Column(gap=1),
            Column(title=tr.gettext("Hạng"), align=Align.RIGHT),
            Column(title="", most=22),
            Column(title=tr.gettext("Đơn vị"), flex=True, least=14, wrap=1),
            Column(title=tr.gettext("Giá trị"), align=Align.DECIMAL, priority=1),
            Column(title=tr.gettext("Vùng"), priority=3, most=26),
        ),
        heading_spans=(*answer(ranked, listing, tr), *_framework(ranked, tr)),
        rows=tuple(
            _row(one, ranked, listing, tr) for one in shown if not is_outside(one, listing.group)
        ),
        show_titles=True,
        indent=0,
    )


def _framework(ranked: Ranked, tr: Translator) -> tuple[Span, ...]:
    """By which framework, where a narrow screen cuts it from the title."""
    if ranked.framework is None:
        return ()
    return spans((f" · {words.framework_text(ranked.framework, tr)}", Role.MUTED))


def _row(one: Shown, ranked: Ranked, listing: Listing, tr: Translator) -> Row:
    ranking = ranked.ranking
    own, beside = one.unit.key == ranked.focus.key, one.unit.key in listing.compared
    mark = words.FOCUS if own else words.COMPARED if beside else ""
    role = Role.STRONG if own or beside else Role.PLAIN
    rank = spans((formatting.MISSING, Role.MUTED))
    if one.place is not None:
        noted = words.NOTED if one.unit.key in ranked.notes else ""
        rank = spans((words.place_out_of(one.place.rank, ranking.out_of, tr) + noted, role))
    return Row(
        cells=(
            spans((mark, Role.ACCENT)),
            rank,
            status_spans(one, ranking, tr),
            spans((words.name_of(one.unit, ranked, tr), role)),
            spans(value_text(one, ranking, tr) or (formatting.MISSING, Role.MUTED)),
            spans((tr.pick(one.unit.region, one.unit.region_en), Role.MUTED)),
        ),
        link=unit_link(one.unit),
    )
