"""Figures of predecessors added up to one of the unit that took over from them.

Counts and money add up when every part is known for one and the same period; a rate only from its
numerators and denominators, never as a mean of rates; ranks, indexes and points never. What is
added is arithmetic: something that two parts count both (a shared platform, one public service
offered by each) is in the sum twice, and whoever shows a sum says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction

from briefing.domain.model import (
    Indicator,
    Measure,
    Observation,
    ObservationKind,
    Qualifier,
    Unit,
    UnitKey,
)
from briefing.domain.value import value

DURATIONS = frozenset({"giây", "phút", "giờ", "ngày", "tuần", "tháng", "quý", "năm"})
"""Nouns of indicators that count time: the years of two provinces are no years of one."""
INDEXES = frozenset({"chỉ số"})
"""Nouns of indicators that count among the parts of an index, which every unit has the same of."""


class Refusal(StrEnum):
    """Why figures of several units are not added up (lý do không cộng)."""

    RANK = "rank"
    INDEX = "index"
    POINTS = "points"
    DURATION = "duration"
    PER_HEAD = "per_head"
    SPLIT = "split"
    MISSING = "missing"
    NO_COUNTS = "no_counts"


@value(kw_only=True)
class Combined:
    """What several units' figures on one indicator add up to in one period.

    ``parts`` are all units of the whole with their figure of exactly this period, or ``None``.
    ``value`` is in the indicator's measure: a percentage for a rate; ``None`` with a ``refusal``.
    ``numerator`` and ``denominator`` are sums too, ``None`` unless every part states both.
    """

    indicator: Indicator
    start: date
    end: date
    parts: tuple[tuple[Unit, Observation | None], ...]
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    qualifier: Qualifier = Qualifier.EXACT
    refusal: Refusal | None = None

    @property
    def missing(self) -> tuple[Unit, ...]:
        """The units without a figure of this period."""
        return tuple(unit for unit, figure in self.parts if figure is None)

    @property
    def without_counts(self) -> tuple[Unit, ...]:
        """The units whose rate is told without what it was counted from."""
        return tuple(unit for unit, figure in self.parts if figure and not _is_counted(figure))

    @property
    def observations(self) -> tuple[Observation, ...]:
        """The figures that are added."""
        return tuple(figure for _, figure in self.parts if figure is not None)


def refusal_of(indicator: Indicator, units: Iterable[Unit]) -> Refusal | None:
    """Why nothing on ``indicator`` may be added up over ``units``; ``None`` where it may.

    A unit that was divided among several cannot be counted whole for one of them.
    """
    match indicator.measure:
        case Measure.RANK:
            return Refusal.RANK
        case Measure.INDEX:
            return Refusal.INDEX
        case Measure.POINTS:
            return Refusal.POINTS
    noun = indicator.noun.strip().lower()
    if noun in INDEXES:
        return Refusal.INDEX
    if noun in DURATIONS:
        return Refusal.DURATION
    if "/" in noun:
        return Refusal.PER_HEAD
    if any(len(unit.successors) > 1 for unit in units):
        return Refusal.SPLIT
    return None


def combined(
    indicator: Indicator,
    units: Sequence[Unit],
    series: Mapping[UnitKey, Sequence[Observation]],
) -> tuple[Combined, ...]:
    """For each period that any of ``units`` has a value for: the sum, or why there is none.

    ``series`` holds, by unit, the figures that hold on ``indicator``, the newest first; of two for
    one period the first is taken. Newest period first. Empty for a single unit, which is no sum,
    and where :func:`refusal_of` refuses all.
    """
    if len(units) < 2 or refusal_of(indicator, units) is not None:
        return ()
    told: dict[tuple[date, date], dict[UnitKey, Observation]] = {}
    for unit in units:
        for observation in series.get(unit.key, ()):
            if observation.kind is ObservationKind.VALUE:
                period = told.setdefault((observation.end, observation.start), {})
                period.setdefault(unit.key, observation)
    return tuple(
        _of_period(indicator, start, end, tuple((unit, found.get(unit.key)) for unit in units))
        for (end, start), found in sorted(told.items(), reverse=True)
    )


def _of_period(
    indicator: Indicator,
    start: date,
    end: date,
    parts: tuple[tuple[Unit, Observation | None], ...],
) -> Combined:
    figures = [figure for _, figure in parts if figure is not None]
    rate = indicator.measure is Measure.PERCENT
    counted = all(map(_is_counted, figures))
    refusal = None
    if len(figures) < len(parts):
        refusal = Refusal.MISSING
    elif rate and not counted:
        refusal = Refusal.NO_COUNTS
    if refusal is not None:
        return Combined(indicator=indicator, start=start, end=end, parts=parts, refusal=refusal)
    numerator = _sum(figure.numerator for figure in figures) if counted else None
    denominator = _sum(figure.denominator for figure in figures) if counted else None
    whole = _sum(figure.value for figure in figures)
    if rate and numerator is not None and denominator is not None:
        whole = float(Fraction(repr(numerator)) * 100 / Fraction(repr(denominator)))
    return Combined(
        indicator=indicator,
        start=start,
        end=end,
        parts=parts,
        value=whole,
        numerator=numerator,
        denominator=denominator,
        qualifier=firmness(figure.qualifier for figure in figures),
    )


def _is_counted(figure: Observation) -> bool:
    """Whether a figure states what it was counted from."""
    return figure.numerator is not None and (figure.denominator or 0) > 0


def _sum(numbers: Iterable[float | None]) -> float:
    """A sum without the noise of binary fractions: 0.1 + 0.2 is 0.3."""
    return float(sum(Fraction(repr(float(number))) for number in numbers if number is not None))


def firmness(said: Iterable[Qualifier]) -> Qualifier:
    """How firmly a sum can be said: "trên" and exact parts make "trên", "trên" and "gần" "khoảng".

    A single estimate or "khoảng" makes the whole one.
    """
    kinds = set(said) - {Qualifier.EXACT}
    if not kinds:
        return Qualifier.EXACT
    return kinds.pop() if len(kinds) == 1 else Qualifier.ABOUT
