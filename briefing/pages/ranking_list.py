"""The places of a ranking, one line each: mark, rank, name, value, bar; mean and median between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from typing import TYPE_CHECKING, NamedTuple

from briefing import formatting
from briefing.domain.model import Measure, UnitKey, UnitKind
from briefing.domain.ranked import Group, Order, Ranked, listed, places_within, regions
from briefing.domain.ranking import Place, Places, Ranking
from briefing.domain.value import value
from briefing.language import Language, Translator
from briefing.pages import ranking_words as words
from briefing.pages.blocks import Align, Bar, Column, Row, Table
from briefing.pages.decimals import decimal_parts
from briefing.pages.line import Link, LinkKind, Role, spans
from briefing.pages.long_rows import LongRows
from briefing.pages.ranking_rules import LEAST_RULED, NONE, Rule, Rules, rules_of

if TYPE_CHECKING:
    from briefing.pages.ranking import Listing

TIED = "="
MOST_IN_LINE = 100
"""Places whose values are all looked at to put their decimal marks in line."""


class Arranged(NamedTuple):
    """Places in an order, and rules between by position."""

    places: Places
    rules: Rules


def place_table(ranked: Ranked, order: Arranged, listing: Listing, tr: Translator) -> Table | None:
    """The table of the places listed; rows are made when they are looked at. ``None`` without."""
    if not order.places:
        return None
    rows = _Rows(ranked, order, listing, tr)
    return Table(
        columns=(
            Column(gap=1),
            Column(title=tr.gettext("Hạng"), align=Align.RIGHT),
            Column(title=tr.gettext("Đơn vị"), flex=True, least=12, comfort=20, most=34, wrap=1),
            Column(title=words.value_title(ranked.ranking, tr), align=Align.RIGHT),
            Column(title=tr.gettext("Trong nhóm"), align=Align.RIGHT, priority=1),
            Column(title=words.above_title(ranked, tr), priority=_above_priority(ranked), most=26),
            Column(
                title=rows.bar_title(), fixed=48, flex=True, least=16, comfort=24, priority=3,
                twin=False, wide=96,
            ),
        ),
        rows=LongRows(len(rows), rows.row, rows.sample(), rows.find, rows.unlinked),
        show_titles=True,
        indent=0,
    )  # fmt: skip


def _above_priority(ranked: Ranked) -> int:
    """Communes of two provinces bear one name; a province has its own."""
    return 4 if ranked.kind is UnitKind.PROVINCE else 1


@value(kw_only=True)
class Extent:
    """What a list of places takes up in any order: its widest places, whether some share a rank.

    Of thousands it takes longer to find than to lay out what is seen, so a screen keeps it.
    ``orders`` are those that were listed so far.
    """

    widest: tuple[Place, ...]
    ties: bool
    scale: Scale
    orders: dict[Order, Arranged] = field(default_factory=dict)


def extent_of(ranked: Ranked, group: Group | None, tr: Translator) -> Extent:
    """The extent of a ranking's places, or of a group's."""
    scale = Scale(ranked.ranking)
    places = listed(ranked.ranking, Order.RANK, group)
    if not places:
        return Extent(widest=(), ties=False, scale=scale)
    units = places.units
    by_position = units.lengths if tr.language is Language.VI else units.lengths_en
    lengths = [by_position[at] for at in places.order]
    widest = [lengths.index(max(lengths)), len(places) - 1]
    widest += _former(ranked, places, lengths)
    known = places.known()
    if known:
        values = places.values()
        widest += [known[values.index(end(values))] for end in (min, max)]
        said = [places.figures.said[places.order[at]] for at in known]
        widest += [known[said.index(qualifier)] for qualifier in set(said)]
    ranks = [places.ranks[at] for at in places.order]
    tied = next((at for at in reversed(range(len(ranks))) if ranks[at] in places.shared), None)
    widest += [] if tied is None else [tied]
    lying = {units.areas[at]: seat for seat, at in enumerate(places.order)}
    widest.append(
        max(
            lying.values(),
            key=lambda seat: len(words.above(units[places.order[seat]], ranked, tr)),
        )
    )
    shown = tuple(places[at] for at in dict.fromkeys(widest))
    return Extent(widest=shown, ties=tied is not None, scale=scale)


def _former(ranked: Ranked, places: Places, lengths: Sequence[int]) -> list[int]:
    """The position of the longest name that is told with "cũ"; none where none is."""
    found = {places.units.find(key) for key in ranked.namesakes.former}
    seats = [seat for seat, at in enumerate(places.order) if at in found]
    return [max(seats, key=lengths.__getitem__)] if seats else []


def arranged(ranked: Ranked, listing: Listing, tr: Translator) -> Arranged:
    """The places listed, found once for each order where the extent is kept."""
    kept = {} if listing.extent is None else listing.extent.orders
    found = kept.get(listing.order)
    if found is None:
        places = listed(ranked.ranking, listing.order, listing.group)
        rules = NONE if listing.order is Order.NAME else rules_of(ranked.ranking, places, tr)
        found = kept[listing.order] = Arranged(places, rules)
    return found


class _Rows:
    """Makes the rows of a list of places."""

    def __init__(self, ranked: Ranked, order: Arranged, listing: Listing, tr: Translator) -> None:
        self._ranked = ranked
        self._ranking = ranked.ranking
        self._places = order.places
        self._tr = tr
        self._out_of = f"/{formatting.number(ranked.ranking.out_of, tr)}"
        self._focus = ranked.focus.key
        self._compared = frozenset(listing.compared) - {self._focus}
        self._within = places_within(order.places) if listing.group is not None else {}
        self._extent = listing.extent or extent_of(ranked, listing.group, tr)
        self._ties = self._extent.ties
        provinces = ranked.kind is UnitKind.PROVINCE
        self._has_above = not provinces or bool(regions(self._ranking.edition.units))
        self._scale = self._extent.scale
        self._rules = order.rules.at
        self._tail = self._longest_tail()
        self.unlinked = sorted(self._rules)

    def __len__(self) -> int:
        return len(self._places) + len(self._rules)

    def bar_title(self) -> str:
        """What the bars show."""
        tr = self._tr
        if self._scale.mean is not None:
            return tr.gettext("┃ là trung bình")
        if self._scale.by_value:
            return ""
        return tr.gettext("thanh: hạng")

    def row(self, position: int) -> Row:
        """The place, or the rule, at a position of the list."""
        rule = self._rules.get(position)
        if rule is not None:
            return self._rule(rule)
        before = sum(1 for at in self.unlinked if at < position)
        return self._place(self._places[position - before])

    def find(self, link: Link) -> int | None:
        """The position of the unit that a link opens."""
        if link.kind is not LinkKind.PROFILE:
            return None
        position = self._position(UnitKey.parse(link.ref))
        if position is None:
            return None
        for at in self.unlinked:
            position += at <= position
        return position

    def _position(self, key: UnitKey) -> int | None:
        """The position of a unit among the places alone."""
        at = self._ranking.universe_at(key)
        try:
            return None if at is None else self._places.order.index(at)
        except ValueError:  # one without a place, or not of the group
            return None

    def sample(self) -> list[Row]:
        """Rows as wide as the widest in each column."""
        marked = (self._position(key) for key in (self._focus, *self._compared))
        own = min((position for position in marked if position is not None), default=None)
        chosen = [*self._extent.widest, *(() if own is None else (self._places[own],))]
        return [*map(self._place, chosen), *map(self._rule, self._rules.values())]

    def _place(self, place: Place) -> Row:
        tr, key = self._tr, place.unit.key
        own, beside = key == self._focus, key in self._compared
        mark = words.FOCUS if own else words.COMPARED if beside else ""
        role = Role.STRONG if own or beside else Role.PLAIN
        rank = formatting.number(place.rank, tr)
        tied = (TIED if place.tied else " ") if self._ties else ""
        notes = self._ranked.notes
        tied += (words.NOTED if key in notes else " ") if notes else ""
        value = formatting.MISSING
        if place.figure is not None:
            value = self._in_line(words.value_text(place.figure, self._ranking, tr))
        share = self._scale.share(place)
        bar = Role.BAR_PROGRESS if own or beside else Role.BAR_MUTED
        within = self._within.get(key)
        return Row(
            cells=(
                spans((mark, Role.ACCENT)),
                spans((rank, role), (self._out_of, Role.MUTED), tied),
                spans((words.name_of(place.unit, self._ranked, tr), role)),
                spans((value, role if place.figure is not None else Role.MUTED)),
                () if within is None else spans(
                    (formatting.ratio(within, len(self._places), tr), role)
                ),
                spans((words.above(place.unit, self._ranked, tr), Role.MUTED))
                if self._has_above else (),
                Bar(share=share, tick=self._scale.mean, role=bar),
            ),
            link=Link(LinkKind.PROFILE, str(key)),
        )  # fmt: skip

    def _longest_tail(self) -> int:
        """Cells behind the decimal mark: of all values, of the widest in a long list."""
        if self._ranking.edition.indicator.measure is Measure.INDEX:
            return 0  # each to the same decimals
        few = len(self._places) <= MOST_IN_LINE
        told = self._places if few else self._extent.widest
        ranking, tr = self._ranking, self._tr
        texts = [words.value_text(one.figure, ranking, tr) for one in told if one.figure]
        texts += [words.number_text(rule.value, ranking, tr) for rule in self._rules.values()]
        return max((decimal_parts(spans(text))[1] for text in texts), default=0)

    def _in_line(self, value: str) -> str:
        """A value with its decimal mark below the others'; no decimals are made up."""
        if not self._tail:
            return value
        return value + " " * (self._tail - decimal_parts(spans(value))[1])

    def _rule(self, rule: Rule) -> Row:
        value = self._in_line(words.number_text(rule.value, self._ranking, self._tr))
        return Row(
            cells=(
                (),
                (),
                spans((f"── {rule.name}", Role.ACCENT)),
                spans((value, Role.ACCENT)),
                (),
                (),
                Bar(share=None),
            )
        )


class Scale:
    """How long bars are: by the value where most values are known, else by the rank."""

    def __init__(self, ranking: Ranking) -> None:
        figures = ranking.places.values()
        self.by_value = bool(figures) and 2 * len(figures) >= len(ranking.places)
        self._universe = max(ranking.universe, 1)
        match ranking.edition.indicator.measure:
            case Measure.PERCENT:
                top = 100.0
            case Measure.INDEX:
                top = 1.0
            case _:
                top = 0.0
        self._top = max([top, *figures]) or 1.0
        ruled = self.by_value and len(figures) >= LEAST_RULED and ranking.mean is not None
        self.mean = self.of_value(ranking.mean or 0.0) if ruled else None
        """Where the mean of the known values is; ``None`` where most are not known."""

    def share(self, place: Place) -> float | None:
        """From 0 to 1; a better rank is longer."""
        if not self.by_value:
            return (self._universe - place.rank + 1) / self._universe
        return None if place.figure is None else self.of_value(place.figure.value)

    def of_value(self, value: float) -> float:
        """From 0 to 1 for a bare value."""
        return max(value, 0.0) / self._top
