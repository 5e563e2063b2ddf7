"""Units side by side on one scale, and what makes a figure not like for like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from briefing.domain import goals
from briefing.domain.figures import by_id, current, is_stale, rate_disagrees, values
from briefing.domain.model import (
    Better,
    Indicator,
    Measure,
    Observation,
    Pillar,
    PillarKind,
    Unit,
    UnitKey,
)
from briefing.domain.value import value


class Remark(StrEnum):
    """What is to be said about a cell.

    The first three set it apart from the row's reference; ``STALE`` and ``RATE`` (counts that do
    not give the printed rate) are its own.
    """

    PERIOD = "period"
    QUALIFIER = "qualifier"
    DEFINITION = "definition"
    STALE = "stale"
    RATE = "rate"


_UNLIKE = frozenset({Remark.PERIOD, Remark.QUALIFIER, Remark.DEFINITION})


@value(kw_only=True)
class Cell:
    """One unit's newest figure in a row.

    ``indicator`` is the row's, or the variant by which this unit measures. ``share`` is the length
    of its bar, 0 to 1 on the row's scale; ``None`` without a figure, or with one that the scale
    does not fit. ``best`` is never given to a figure that is not like for like.
    """

    unit: Unit
    indicator: Indicator
    observation: Observation | None
    share: float | None = None
    best: bool = False
    remarks: tuple[Remark, ...] = ()

    @property
    def like_for_like(self) -> bool:
        """Whether there is a figure and it may be set against the row's reference."""
        return self.observation is not None and _UNLIKE.isdisjoint(self.remarks)


@value(kw_only=True)
class Row:
    """One indicator across the units, in their order.

    ``reference`` is the place of the cell the others are judged against; ``comparable`` says
    whether at least two units have a figure.
    """

    indicator: Indicator
    cells: tuple[Cell, ...]
    reference: int | None
    comparable: bool


@value(kw_only=True)
class Comparison:
    """Units side by side on ``as_of`` with what was known by ``known_on``."""

    units: tuple[Unit, ...]
    as_of: date
    known_on: date
    rows: tuple[Row, ...]


_Newest = Mapping[tuple[UnitKey, str], Observation]


def compare(
    units: Sequence[Unit],
    indicators: Mapping[str, Indicator] | Iterable[Indicator],
    observations: Iterable[Observation],
    *,
    as_of: date,
    known_on: date,
    pillars: Iterable[Pillar] = (),
) -> Comparison:
    """Set the newest figures of ``units`` side by side, a row per indicator that one of them has.

    A unit without a figure on an indicator is shown by its newest figure on a variant of it. A row
    that no unit has on the indicator itself is named after the variant that the first unit has.
    Rows stand by pillars, foundations, then the whole; those with more figures first.
    """
    known = by_id(indicators)
    keys = {unit.key for unit in units}
    newest: dict[tuple[UnitKey, str], Observation] = {}
    for observation in values(current(observations, as_of=as_of, known_on=known_on)):
        if observation.unit in keys:
            newest.setdefault((observation.unit, observation.indicator), observation)
    families: dict[str, list[Indicator]] = {}
    for indicator in known.values():
        families.setdefault(_base(indicator, known), []).append(indicator)
    rows = []
    for base, family in families.items():
        variants = [indicator for indicator in family if indicator.id != base]
        row = _row(units, known[base], variants, newest, as_of)
        if row is not None:
            rows.append(row)
    order = _pillar_order(pillars)
    last = len(order)
    rows.sort(key=lambda row: (order.get(row.indicator.pillar or "", last), -_filled(row.cells)))
    return Comparison(units=tuple(units), as_of=as_of, known_on=known_on, rows=tuple(rows))


def difference(first: Cell, second: Cell) -> float | None:
    """``first`` minus ``second`` in their measure; ``None`` without figures of one measure."""
    if first.observation is None or second.observation is None:
        return None
    if first.indicator.measure is not second.indicator.measure:
        return None
    return goals.difference(first.observation.value, second.observation.value)


def _base(indicator: Indicator, known: Mapping[str, Indicator]) -> str:
    """The id of the indicator that this one is, directly or not, a variant of.

    In a circle of variants each is its own.
    """
    found, seen = indicator, {indicator.id}
    while found.variant_of is not None and found.variant_of in known:
        if found.variant_of in seen:
            return indicator.id
        found = known[found.variant_of]
        seen.add(found.id)
    return found.id


def _pillar_order(pillars: Iterable[Pillar]) -> dict[str, int]:
    ordered = sorted(pillars, key=lambda p: (p.kind is PillarKind.FOUNDATION, p.position))
    return {pillar.id: place for place, pillar in enumerate(ordered)}


_Found = tuple[Unit, Indicator, Observation | None]
"""A cell before anything is said about it: unit, by which indicator it is measured, figure."""


def _row(
    units: Sequence[Unit],
    base: Indicator,
    variants: Sequence[Indicator],
    newest: _Newest,
    as_of: date,
) -> Row | None:
    found = [_found(unit, base, variants, newest) for unit in units]
    measuring = [indicator for _, indicator, observation in found if observation is not None]
    if not measuring:
        return None
    on_base = any(indicator.id == base.id for indicator in measuring)
    indicator = base if on_base else measuring[0]
    found = [(unit, own if o else indicator, o) for unit, own, o in found]
    reference = next(
        place for place, (_, own, o) in enumerate(found) if o is not None and own.id == indicator.id
    )
    remarks = [_remarks(cell, found[reference], as_of) for cell in found]
    shares = _shares(found, indicator)
    best = _best(found, remarks, indicator)
    return Row(
        indicator=indicator,
        cells=tuple(
            Cell(
                unit=unit,
                indicator=own,
                observation=observation,
                share=shares.get(unit.key),
                best=unit.key in best,
                remarks=said,
            )
            for (unit, own, observation), said in zip(found, remarks, strict=True)
        ),
        reference=reference,
        comparable=len(measuring) >= 2,
    )


def _filled(cells: Iterable[Cell]) -> int:
    return sum(cell.observation is not None for cell in cells)


def _found(unit: Unit, base: Indicator, variants: Sequence[Indicator], newest: _Newest) -> _Found:
    """The unit's figure on ``base``, else its newest one on a variant."""
    own = newest.get((unit.key, base.id))
    if own is not None:
        return unit, base, own
    others = [(newest[unit.key, v.id], v) for v in variants if (unit.key, v.id) in newest]
    if not others:
        return unit, base, None
    observation, variant = max(others, key=lambda pair: (pair[0].end, pair[0].published_on))
    return unit, variant, observation


def _remarks(cell: _Found, reference: _Found, as_of: date) -> tuple[Remark, ...]:
    (_, own, mine), (_, standard, other) = cell, reference
    if mine is None or other is None:
        return ()
    found = []
    if (mine.start, mine.end) != (other.start, other.end):
        found.append(Remark.PERIOD)
    if mine.qualifier is not other.qualifier:
        found.append(Remark.QUALIFIER)
    if own.id != standard.id or _universe(own, mine) != _universe(standard, other):
        found.append(Remark.DEFINITION)
    if is_stale(mine, own, as_of):
        found.append(Remark.STALE)
    if rate_disagrees(mine, own):
        found.append(Remark.RATE)
    return tuple(found)


def _universe(indicator: Indicator, observation: Observation) -> float | None:
    """Among how many a rank is given: 13th of 63 is not 13th of 34."""
    if indicator.measure is not Measure.RANK:
        return None
    return observation.denominator or indicator.universe


def _shares(cells: Sequence[_Found], indicator: Indicator) -> dict[UnitKey, float]:
    """Each figure of the row's measure as its share of the row's scale.

    Percentages lie on 0 to 100, ranks on their universe. Counts that are all stated as x/y lie on
    their own wholes; any other figures on the greatest of the row.
    """
    fitting = _fitting(cells, indicator)
    of_wholes = _of_wholes(cells, indicator)
    greatest = max((o.value for _, _, o in fitting), default=0.0)
    shares: dict[UnitKey, float] = {}
    for unit, own, observation in fitting:
        value = observation.value
        if indicator.measure is Measure.PERCENT:
            part, whole = value, 100.0
        elif indicator.measure is Measure.RANK:
            whole = _universe(own, observation) or greatest
            part = whole - value + 1
        elif of_wholes and observation.denominator:
            part, whole = value, observation.denominator
        else:
            part, whole = value, greatest
        shares[unit.key] = min(1.0, max(0.0, part / whole)) if whole > 0 else 0.0
    return shares


def _fitting(
    cells: Iterable[_Found], indicator: Indicator
) -> list[tuple[Unit, Indicator, Observation]]:
    """The cells with a figure that is counted in what the row counts in."""
    return [
        (unit, own, observation)
        for unit, own, observation in cells
        if observation is not None and own.measure is indicator.measure
    ]


def _of_wholes(cells: Iterable[_Found], indicator: Indicator) -> bool:
    """Whether every figure of a row of counts is part of a stated whole (16/18)."""
    return indicator.measure is Measure.COUNT and all(
        observation.denominator for _, _, observation in _fitting(cells, indicator)
    )


def _best(
    cells: Sequence[_Found], remarks: Sequence[tuple[Remark, ...]], indicator: Indicator
) -> frozenset[UnitKey]:
    """The best of at least two figures that are like for like, all of them on a tie."""
    of_wholes = _of_wholes(cells, indicator)
    alike = [cell for cell, said in zip(cells, remarks, strict=True) if _UNLIKE.isdisjoint(said)]
    judged = {
        unit.key: _worth(observation, of_wholes)
        for unit, _, observation in _fitting(alike, indicator)
    }
    if len(judged) < 2 or indicator.better is Better.NEITHER:
        return frozenset()
    best = (max if indicator.better is Better.HIGHER else min)(judged.values())
    return frozenset(key for key, worth in judged.items() if goals.is_tie(worth, best))


def _worth(observation: Observation, of_wholes: bool) -> float:
    whole = observation.denominator if of_wholes else None
    return observation.value / whole if whole else observation.value
