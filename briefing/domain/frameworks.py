"""Index frameworks (bộ chỉ số): points, roll-up, points lost, and what a change would do.

A framework is a versioned tree of main indexes and components with maximum points. The Digital
Transformation Index of 2020 (1726/QĐ-BTTTT), 2022 (922/QĐ-BTTTT) and 2025 (405/QĐ-BKHCN) are three
frameworks: nothing is compared across them. An indicator belongs to one framework, so that a value
always carries its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from briefing.domain.model import Indicator, UnitKey, UnitKind
from briefing.domain.spelling import fold
from briefing.domain.value import value


def plain_name(text: str) -> str:
    """``text`` as names are compared: without case, diacritics, hyphens and underscores."""
    return fold(text).replace("_", " ").replace("-", " ").strip()


@value(kw_only=True)
class Part:
    """A main index or a component of a framework.

    ``code`` is as printed ("I", "4.22.11"). ``max_points`` is ``None`` where it is not known, 0
    where the part is told but not scored. ``indicator`` has the published values (an index from 0
    to 1), ``rank`` the published ranks. ``components`` counts the component indexes of a part
    whose own parts are not listed. ``lead`` and ``due`` tell who is charged with it, and until
    when, in a set of a department's own.
    """

    id: str
    code: str
    name: str
    name_en: str
    short: str = ""
    short_en: str = ""
    max_points: float | None = None
    indicator: str | None = None
    rank: str | None = None
    pillar: str | None = None
    components: int | None = None
    lead: str | None = None
    due: date | None = None
    evidence: str = ""
    parts: tuple[Part, ...] = ()


@value(kw_only=True)
class Framework:
    """A versioned set of indexes for units of a kind.

    ``total`` are the points of all parts together. ``complete`` is false where only some of its
    parts or points are known. ``indicator`` has the published totals (0 to 1), ``rank`` the
    published ranks; ``pillars`` are indicators whose values contain the foundations: shown, never
    added. ``first_year`` and ``last_year`` bound its results; without a last one it is in use.
    """

    id: str
    name: str
    name_en: str
    short: str
    short_en: str
    kind: UnitKind
    total: float
    complete: bool
    document: str | None = None
    indicator: str | None = None
    rank: str | None = None
    pillars: tuple[str, ...] = ()
    first_year: int | None = None
    last_year: int | None = None
    parts: tuple[Part, ...] = ()
    note: str = ""
    note_en: str = ""

    def is_called(self, name: str) -> bool:
        """Whether a person means this one: by its id, its short or its full name.

        Case, diacritics, hyphens and underscores make no difference: "DTI 2022" is ``dti-2022``.
        """
        names = (self.id, self.short, self.short_en, self.name, self.name_en)
        wanted = plain_name(name)
        return bool(wanted) and wanted in map(plain_name, names)

    @property
    def indicators(self) -> frozenset[str]:
        """Every indicator whose values belong to this framework."""
        own = {self.indicator, self.rank, *self.pillars}
        for part in all_parts(self.parts):
            own |= {part.indicator, part.rank}
        return frozenset(name for name in own if name is not None)

    @property
    def scored(self) -> tuple[Part, ...]:
        """The main indexes that give points."""
        return tuple(part for part in self.parts if part.max_points)

    def part(self, name: str) -> Part | None:
        """The part of this id or code, at any depth."""
        return next((part for part in all_parts(self.parts) if name in (part.id, part.code)), None)


@value(kw_only=True)
class Assessment:
    """What a unit scored on one part of a framework, in points.

    ``self_points`` by its own assessment, ``appraised_points`` by who appraised it; ``None`` where
    not given. ``lead`` and ``due``, if given, stand for those of the part.
    """

    id: str
    framework: str
    part: str
    unit: UnitKey
    start: date
    end: date
    self_points: float | None
    appraised_points: float | None
    source: str
    published_on: date
    evidence: str = ""
    lead: str | None = None
    due: date | None = None
    note: str = ""
    note_en: str = ""


@value(kw_only=True)
class RollUp:
    """A total worked out from the parts that are known.

    ``share`` is points got over points covered, 0 to 1; ``None`` when nothing is covered.
    ``covered`` are the maximum points of the known parts, ``total`` those of all. ``missing`` are
    the ids of scored parts without a value, left out above and below the line.
    """

    share: float | None
    points: float
    covered: float
    total: float
    missing: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every point of the framework is covered."""
        return not self.missing and abs(self.covered - self.total) < 1e-9


def all_parts(parts: Iterable[Part]) -> Iterator[Part]:
    """Each part, then its own parts, in their order."""
    for part in parts:
        yield part
        yield from all_parts(part.parts)


def framework_of(frameworks: Iterable[Framework], indicator: str) -> Framework | None:
    """The framework to which an indicator's values belong; ``None`` for any other indicator."""
    return next((one for one in frameworks if indicator in one.indicators), None)


def framework_behind(frameworks: Iterable[Framework], indicator: Indicator) -> Framework | None:
    """The framework of an indicator's values; of a rank that names none, that of what it ranks."""
    known = tuple(frameworks)
    own = framework_of(known, indicator.id)
    return own if own or not indicator.rank_of else framework_of(known, indicator.rank_of)


def roll_up(framework: Framework, shares: Mapping[str, float]) -> RollUp:
    """The total from the parts' ``shares`` of their points (0 to 1, by part id).

    A main index without a share of its own is worked out of its own parts. A part without a share
    is left out of points and maximum alike (922/QĐ-BTTTT gives 0.1 × each of five foundations,
    0.2, 0.15 and 0.15 of the activities: points over 1,000).
    """
    points = covered = 0.0
    missing: list[str] = []
    for part in framework.scored:
        got, whole = _rolled(part, shares, missing)
        points += got
        covered += whole
    return RollUp(
        share=points / covered if covered else None,
        points=points,
        covered=covered,
        total=framework.total,
        missing=tuple(missing),
    )


def _rolled(part: Part, shares: Mapping[str, float], missing: list[str]) -> tuple[float, float]:
    """Points got and points covered in a part; what has no share is added to ``missing``."""
    share = shares.get(part.id)
    if share is not None and part.max_points is not None:
        return share * part.max_points, part.max_points
    lacking: list[str] = []
    points = covered = 0.0
    for each in part.parts:
        if each.max_points != 0:
            got, whole = _rolled(each, shares, lacking)
            points += got
            covered += whole
    missing += lacking if covered else [part.id]
    return points, covered
