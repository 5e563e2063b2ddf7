"""Units side by side on one scale, and what makes a figure not like for like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
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


def _filled(cells: Iterable[Cell]) -> int:
    return sum(cell.observation is not None for cell in cells)


def _row(
    units: Sequence[Unit],
    base: Indicator,
    variants: Sequence[Indicator],
    newest: _Newest,
    as_of: date,
) -> Row | None:
    cells = [_cell(unit, base, variants, newest) for unit in units]
    first = next((cell for cell in cells if cell.observation is not None), None)
    if first is None:
        return None
    on_base = any(c.observation is not None and c.indicator.id == base.id for c in cells)
    indicator = base if on_base else first.indicator
    reference = next(
        place
        for place, cell in enumerate(cells)
        if cell.observation is not None and cell.indicator.id == indicator.id
    )
    measured = [cell if cell.observation else replace(cell, indicator=indicator) for cell in cells]
    remarked = [
        replace(cell, remarks=_remarks(cell, measured[reference], as_of)) for cell in measured
    ]
    scaled = _mark_best(_on_one_scale(remarked, indicator), indicator)
    return Row(
        indicator=indicator,
        cells=tuple(scaled),
        reference=reference,
        comparable=_filled(scaled) >= 2,
    )


def _cell(unit: Unit, base: Indicator, variants: Sequence[Indicator], newest: _Newest) -> Cell:
    """The unit's figure on ``base``, else its newest one on a variant."""
    own = newest.get((unit.key, base.id))
    if own is not None:
        return Cell(unit=unit, indicator=base, observation=own)
    others = [(newest[unit.key, v.id], v) for v in variants if (unit.key, v.id) in newest]
    if not others:
        return Cell(unit=unit, indicator=base, observation=None)
    observation, variant = max(others, key=lambda pair: (pair[0].end, pair[0].published_on))
    return Cell(unit=unit, indicator=variant, observation=observation)


def _remarks(cell: Cell, reference: Cell, as_of: date) -> tuple[Remark, ...]:
    mine, other = cell.observation, reference.observation
    if mine is None or other is None:
        return ()
    found = {
        Remark.PERIOD: (mine.start, mine.end) != (other.start, other.end),
        Remark.QUALIFIER: mine.qualifier is not other.qualifier,
        Remark.DEFINITION: cell.indicator.id != reference.indicator.id
        or _universe(cell) != _universe(reference),
        Remark.STALE: is_stale(mine, cell.indicator, as_of),
        Remark.RATE: rate_disagrees(mine, cell.indicator),
    }
    return tuple(remark for remark, holds in found.items() if holds)


def _universe(cell: Cell) -> float | None:
    """Among how many a rank is given: 13th of 63 is not 13th of 34."""
    if cell.indicator.measure is not Measure.RANK:
        return None
    stated = cell.observation.denominator if cell.observation else None
    return stated or cell.indicator.universe


def _on_one_scale(cells: Sequence[Cell], indicator: Indicator) -> list[Cell]:
    """Give each figure of the row's measure its share of the row's scale.

    Percentages lie on 0 to 100, ranks on their universe. Counts that are all stated as x/y lie on
    their own wholes; any other figures on the greatest of the row.
    """
    fitting = _fitting(cells, indicator)
    of_wholes = _of_wholes(cells, indicator)
    greatest = max((o.value for _, o in fitting), default=0.0)
    lengths: dict[UnitKey, float] = {}
    for cell, observation in fitting:
        value = observation.value
        if indicator.measure is Measure.PERCENT:
            part, whole = value, 100.0
        elif indicator.measure is Measure.RANK:
            whole = _universe(cell) or greatest
            part = whole - value + 1
        elif of_wholes and observation.denominator:
            part, whole = value, observation.denominator
        else:
            part, whole = value, greatest
        lengths[cell.unit.key] = min(1.0, max(0.0, part / whole)) if whole > 0 else 0.0
    return [replace(cell, share=lengths.get(cell.unit.key)) for cell in cells]


def _fitting(cells: Iterable[Cell], indicator: Indicator) -> list[tuple[Cell, Observation]]:
    """The cells with a figure that is counted in what the row counts in."""
    return [
        (cell, cell.observation)
        for cell in cells
        if cell.observation is not None and cell.indicator.measure is indicator.measure
    ]


def _of_wholes(cells: Iterable[Cell], indicator: Indicator) -> bool:
    """Whether every figure of a row of counts is part of a stated whole (16/18)."""
    return indicator.measure is Measure.COUNT and all(
        observation.denominator for _, observation in _fitting(cells, indicator)
    )


def _mark_best(cells: Sequence[Cell], indicator: Indicator) -> list[Cell]:
    """Mark the best of at least two figures that are like for like, all of them on a tie."""
    of_wholes = _of_wholes(cells, indicator)
    judged = {
        cell.unit.key: _worth(observation, of_wholes)
        for cell, observation in _fitting(cells, indicator)
        if cell.like_for_like
    }
    if len(judged) < 2 or indicator.better is Better.NEITHER:
        return list(cells)
    best = (max if indicator.better is Better.HIGHER else min)(judged.values())
    return [
        replace(cell, best=cell.unit.key in judged and goals.is_tie(judged[cell.unit.key], best))
        for cell in cells
    ]


def _worth(observation: Observation, of_wholes: bool) -> float:
    whole = observation.denominator if of_wholes else None
    return observation.value / whole if whole else observation.value
