"""What a ranking is asked about, and how it lies beside the periods before and after it.

A place, a mean or a change holds within one framework and one universe only (63 provinces before
2025-07-01, 34 after): a neighbouring period of another one is told with the reason why nothing is
compared with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from briefing.domain.editions import Figure, Period
from briefing.domain.frameworks import Framework
from briefing.domain.model import Better, Indicator, Unit, UnitKey, UnitKind
from briefing.domain.namesakes import NONE, Namesakes
from briefing.domain.ranking import Place, Places, Ranking
from briefing.domain.spelling import fold
from briefing.domain.value import value

if TYPE_CHECKING:
    from briefing.domain.lineage import Lineage

RANKED_KINDS = (UnitKind.PROVINCE, UnitKind.DISTRICT, UnitKind.COMMUNE)
"""Kinds of units that are ranked among each other."""


class Order(StrEnum):
    """By what the places of a ranking are listed."""

    RANK = "rank"
    NAME = "name"
    VALUE = "value"


@value(kw_only=True)
class Choice:
    """Which ranking is asked for; what is ``None`` follows from the unit in focus and the day.

    ``end`` is the last day of the period and ``start``, where several end so, its first; without it
    the longest of them is meant. ``parent`` limits it to the units below one. ``beside``
    asks for the ranking of the period before as well, for a chart between both.
    """

    indicator: str | None = None
    end: date | None = None
    start: date | None = None
    kind: UnitKind | None = None
    parent: UnitKey | None = None
    beside: bool = False


class Break(StrEnum):
    """Why two editions are not compared."""

    FRAMEWORK = "framework"
    UNIVERSE = "universe"
    DEFINITION = "definition"


class Step(NamedTuple):
    """The edition of a neighbouring period.

    ``breaks`` are the reasons not to compare with it; ``rank`` is what was published of the unit in
    focus then, ``None`` where nothing was or nothing may be compared.
    """

    indicator: Indicator
    framework: Framework | None
    period: Period
    universe: int
    breaks: tuple[Break, ...]
    rank: int | None = None


class Noted(NamedTuple):
    """What was noted on a figure, in Vietnamese and in English."""

    text: str
    text_en: str


class ToCome(NamedTuple):
    """Communes that the data know only from a later day: below whom, since when, how many."""

    parent: Unit | None
    first: date
    size: int


@value(kw_only=True)
class Ranked:
    """A ranking with all that is told about it.

    ``focus`` is the unit in focus, which may not be among the ranked; ``parent`` the unit below
    which all ranked ones lie, else ``parents`` has the provinces of communes by key. ``older`` and
    ``newer`` are the neighbouring periods known by the day. ``national`` is the mean as published
    for the whole country. ``begins`` is the first day on which a figure for such units became
    known, where none was by the day in force. ``before`` is the ranking of the period before, where
    it was asked for and may be compared with. ``lineage`` tells what became of a focus that does
    not stand on the day, and whence one came that was not there yet in the period; ``None`` for any
    other. Its unit is the one asked for, ``focus`` then the only one that stood in its place.
    ``notes`` are those on the figures behind the places, by unit; ``unread_notes`` says that they
    were not looked for, among thousands. ``to_come`` are communes that are known only from a day
    after that of the list. ``namesakes`` tells provinces of an older map from those of the day.
    """

    ranking: Ranking
    kind: UnitKind
    framework: Framework | None
    focus: Unit
    parent: Unit | None = None
    parents: Mapping[UnitKey, Unit] = field(default_factory=dict)
    older: Step | None = None
    newer: Step | None = None
    national: Figure | None = None
    begins: date | None = None
    before: Ranking | None = None
    lineage: Lineage | None = None
    notes: Mapping[UnitKey, Noted] = field(default_factory=dict)
    unread_notes: bool = False
    to_come: tuple[ToCome, ...] = ()
    namesakes: Namesakes = NONE

    @property
    def has_profiles(self) -> bool:
        """Whether the indicator is of a framework by which units of this kind are assessed."""
        return self.framework is not None and self.framework.kind is self.kind

    def marked(self, keys: Iterable[UnitKey]) -> tuple[UnitKey, ...]:
        """``keys`` as they are among the ranked: of Huế the province that stood there alone."""
        return tuple(self.namesakes.alone.get(key, key) for key in keys)


@value(kw_only=True)
class Group:
    """Some of the units ranked, by a name: a region, or a peer group of ``config.yaml``.

    ``absent`` are those of a peer group that are not among the ranked, and what became of them.
    """

    name: str
    members: frozenset[UnitKey]
    name_en: str = ""
    absent: tuple[Lineage, ...] = ()


def region_of(name: str, units: Iterable[Unit]) -> Group:
    """The units of a region, by its Vietnamese name; regions are those of the 63 provinces."""
    found = [unit for unit in units if unit.region == name]
    english = found[0].region_en if found else ""
    return Group(name=name, members=frozenset(unit.key for unit in found), name_en=english)


def peers_of(name: str, named: Collection[str], units: Iterable[Unit]) -> Group:
    """The units ranked that are ``named``: by code, ``24@2025-07-01``, slug or name.

    A bare code means who bears it among those ranked: Bắc Giang or Bắc Ninh, by the period.
    """
    wanted = {one.strip() for one in named} | {fold(one) for one in named}
    members = (unit.key for unit in units if not wanted.isdisjoint(_called(unit)))
    return Group(name=name, members=frozenset(members))


def not_ranked(named: Collection[str], units: Iterable[Unit]) -> tuple[str, ...]:
    """Those of a peer group's names that mean none of the units ranked."""
    known = {called for unit in units for called in _called(unit)}
    return tuple(one for one in named if known.isdisjoint((one.strip(), fold(one))))


def _called(unit: Unit) -> set[str]:
    return {unit.code, str(unit.key), unit.slug, fold(unit.name), fold(unit.full_name)}


def regions(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """One unit of each region there is among ``units``, in the order of first mention.

    None where a unit has no region: those of the 63 provinces do not divide the 34, some of which
    were made of parts of two.
    """
    found: dict[str, Unit] = {}
    for unit in units:
        if not unit.region:
            return ()
        found.setdefault(unit.region, unit)
    return tuple(found.values())


def listed(ranking: Ranking, order: Order, group: Group | None = None) -> Places:
    """The places to be listed, of a group if given; ranks stay those among all.

    By value those without one come last; equal ones keep the order of their names.
    """
    places = ranking.places
    if group is not None:
        members = {places.units.find(key) for key in group.members}
        places = places.ordered(at for at in places.order if at in members)
    match order:
        case Order.RANK:
            return places
        case Order.NAME:
            return places.ordered(sorted(places.order))
        case Order.VALUE if not ranking.published:
            return places  # ranks are made of the values
        case Order.VALUE:
            said, numbers = places.figures.said, places.figures.numbers
            lower = ranking.edition.indicator.better is Better.LOWER
            known = [at for at in places.order if said[at]]
            known.sort(key=numbers.__getitem__, reverse=not lower)
            return places.ordered((*known, *(at for at in places.order if not said[at])))


def places_within(places: Iterable[Place]) -> dict[UnitKey, int]:
    """Competition ranks among some of the places only: the third of a region's eleven."""
    ordered = sorted(places, key=lambda place: place.rank)
    found: dict[UnitKey, int] = {}
    last = None
    for position, place in enumerate(ordered, 1):
        same = last is not None and place.rank == last.rank
        found[place.unit.key] = found[last.unit.key] if last is not None and same else position
        last = place
    return found


def values_within(ranking: Ranking, group: Group) -> tuple[float, ...]:
    """The known values of a group's units, for its mean and median; none where those say nothing.

    Neither does that of a single one.
    """
    figures = ranking.edition.values
    if not ranking.edition.indicator.measure.has_mean:
        return ()
    known = tuple(figures[key].value for key in sorted(group.members, key=str) if key in figures)
    return known if len(known) > 1 else ()
