"""Units side by side on one scale, and what each is held against."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from briefing.domain import goals, scales
from briefing.domain.aligning import families, rows_of
from briefing.domain.figures import by_id, current, values
from briefing.domain.frameworks import Framework, all_parts
from briefing.domain.likeness import (
    OFF_THE_SCALE,
    UNLIKE,
    Found,
    Judge,
    Owners,
    Remark,
    framework_behind,
    owners,
)
from briefing.domain.model import Indicator, Observation, Pillar, PillarKind, Unit, UnitKey
from briefing.domain.multiples import Multiples
from briefing.domain.value import in_order, value
from briefing.domain.yardsticks import Against, Yardstick

if TYPE_CHECKING:
    from briefing.domain.lineage import Lineage
    from briefing.domain.scores_beside import ScoresBeside

__all__ = [
    "Cell",
    "Comparison",
    "Holding",
    "Remark",
    "Row",
    "compare",
    "difference",
    "with_histories",
]


@value(kw_only=True)
class Cell:
    """One unit's figure in a row.

    ``indicator`` is the row's, or the variant by which this unit measures. ``share`` is the length
    of its bar, 0 to 1 on the row's scale; ``None`` without a figure, or with one that the scale
    does not fit: of another measure or universe. ``best`` is never given to a figure
    that is not like for like. ``framework`` is the index framework that the figure belongs to.
    """

    unit: Unit
    indicator: Indicator
    observation: Observation | None
    share: float | None = None
    best: bool = False
    remarks: tuple[Remark, ...] = ()
    framework: Framework | None = None

    @property
    def like_for_like(self) -> bool:
        """Whether there is a figure and it may be set against the row's reference."""
        return self.observation is not None and UNLIKE.isdisjoint(self.remarks)


@value(kw_only=True)
class Row:
    """One indicator across the units, in their order.

    ``reference`` is the place of the cell the others are judged against; ``comparable`` says
    whether there is anything to set beside a figure; ``in_part`` that there is not, but that
    another row has the same of another unit by another framework. ``framework`` is the index
    framework that the indicator belongs to; ``against`` what the reference is held against, one
    per yardstick.
    """

    indicator: Indicator
    cells: tuple[Cell, ...]
    reference: int | None
    comparable: bool
    framework: Framework | None = None
    against: tuple[Against, ...] = ()
    in_part: bool = False

    @property
    def in_table(self) -> bool:
        """Whether the row stands beside others, and not by itself in a list."""
        return self.comparable or self.in_part


@value(kw_only=True)
class Comparison:
    """Units side by side on ``as_of`` with what was known by ``known_on``.

    ``yardsticks`` are held beside them; ``chosen`` are the ids of the indicators asked for, empty
    for all, ``unanswered`` those of them on which no unit has a figure. ``multiples`` are histories
    of the units on one scale. ``lineages`` tell what became of those units that do not stand on
    the day, ``scored`` on which frameworks they were scored.
    """

    units: tuple[Unit, ...]
    as_of: date
    known_on: date
    rows: tuple[Row, ...]
    yardsticks: tuple[Yardstick, ...] = ()
    chosen: tuple[str, ...] = ()
    unanswered: tuple[Indicator, ...] = ()
    multiples: tuple[Multiples, ...] = ()
    lineages: tuple[Lineage, ...] = ()
    scored: tuple[ScoresBeside, ...] = ()


Holding = Callable[[Found], tuple[Against, ...]]
"""From a row's reference to what it is held against."""


def compare(
    units: Sequence[Unit],
    indicators: Mapping[str, Indicator] | Iterable[Indicator],
    observations: Iterable[Observation],
    *,
    as_of: date,
    known_on: date,
    pillars: Iterable[Pillar] = (),
    frameworks: Collection[Framework] = (),
    yardsticks: Sequence[Yardstick] = (),
    holding: Holding | None = None,
    chosen: Sequence[str] = (),
) -> Comparison:
    """Set figures of ``units`` side by side, a row per indicator that one of them has.

    Of most indicators each unit's newest figure is shown. One that others assess for many units at
    once (``external``) is shown in the newest period in which most of the units have it, so that
    a result of 2023 does not stand beside one of 2022 for no reason.

    A unit without a figure on an indicator is shown by its newest figure on a variant of it, unless
    that is of another framework: those have rows of their own. A row that no unit has on the
    indicator itself is named after the variant that the first unit has. No figure stands twice.
    Rows stand by pillars, foundations, the whole, then by frameworks, the newest first, in each in
    its own order; those with more figures first. With ``chosen`` there are rows of those only, in
    their order.
    """
    known = by_id(indicators)
    keys = {unit.key for unit in units}
    told: dict[str, dict[UnitKey, list[Observation]]] = {}
    for observation in values(current(observations, as_of=as_of, known_on=known_on)):
        if observation.unit in keys:
            of_unit = told.setdefault(observation.indicator, {})
            of_unit.setdefault(observation.unit, []).append(observation)
    order = _Order(pillars, frameworks)
    judge, owned = Judge(as_of), owners(frameworks)
    rows = []
    for group in families(known, chosen, owned):
        of_group = [
            _row(*found, judge, owned, holding) for found in rows_of(units, group, told, chosen)
        ]
        together = {
            cell.unit.key for row in of_group for cell in row.cells if cell.observation is not None
        }
        rows += [
            row if row.comparable or len(together) < 2 else replace(row, in_part=True)
            for row in of_group
        ]
    if not chosen:
        rows.sort(key=order.place)
    told_of = {
        cell.indicator.id for row in rows for cell in row.cells if cell.observation is not None
    }
    return Comparison(
        units=tuple(units),
        as_of=as_of,
        known_on=known_on,
        rows=tuple(rows),
        yardsticks=tuple(yardsticks),
        chosen=tuple(chosen),
        unanswered=tuple(known[name] for name in chosen if name in known and name not in told_of),
    )


def with_histories(found: Comparison, histories: Iterable[Multiples]) -> Comparison:
    """The comparison with histories beneath it."""
    return replace(found, multiples=tuple(histories))


def difference(first: Cell, second: Cell) -> float | None:
    """``first`` minus ``second`` in their measure; ``None`` without figures of one measure."""
    if first.observation is None or second.observation is None:
        return None
    if first.indicator.measure is not second.indicator.measure:
        return None
    return goals.difference(first.observation.value, second.observation.value)


class _Order:
    """Where a row stands: by pillars, foundations, the whole, then by frameworks."""

    def __init__(self, pillars: Iterable[Pillar], frameworks: Iterable[Framework]) -> None:
        ordered = sorted(pillars, key=lambda p: (p.kind is PillarKind.FOUNDATION, p.position))
        self._pillars = {pillar.id: place for place, pillar in enumerate(ordered)}
        newest = sorted(frameworks, key=lambda f: f.first_year or 0, reverse=True)
        self._frameworks = {framework.id: _places(framework) for framework in newest}

    def place(self, row: Row) -> tuple[int, int, int, int]:
        """Sort key: smaller stands first."""
        indicator, filled = row.indicator, -sum(cell.observation is not None for cell in row.cells)
        if row.framework is None:
            return (0, self._pillars.get(indicator.pillar or "", len(self._pillars)), filled, 0)
        places = self._frameworks[row.framework.id]
        own = places.get(indicator.id, places.get(indicator.rank_of or "", len(places)))
        rank = int(indicator.rank_of is not None)
        return (1, list(self._frameworks).index(row.framework.id), own, rank)


def _places(framework: Framework) -> dict[str, int]:
    """The indicators of a framework in its own order: the total, its pillars, its parts."""
    parts = [part.indicator for part in all_parts(framework.parts)]
    found = [framework.indicator, *framework.pillars, *parts]
    return {name: place for place, name in enumerate(dict.fromkeys(found)) if name is not None}


def _row(
    indicator: Indicator,
    found: Sequence[Found],
    reference: int,
    judge: Judge,
    owned: Owners,
    holding: Holding | None,
) -> Row:
    said = judge.remarks(found, reference)
    against = holding(found[reference]) if holding is not None else ()
    beside = [one.value for one in against if one.value is not None]
    fitting = _without(found, said, OFF_THE_SCALE)
    scale = scales.scale_of(fitting, indicator, beside)
    shares = scales.shares(fitting, scale)
    best = scales.best(_without(found, said, UNLIKE), scale)
    return Row(
        indicator=indicator,
        cells=tuple(
            [
                in_order(
                    Cell,
                    unit,
                    own,
                    figure,
                    shares.get(unit.key),
                    unit.key in best,
                    told,
                    framework_behind(owned, own),
                )
                for (unit, own, figure), told in zip(found, said, strict=True)
            ]
        ),
        reference=reference,
        comparable=sum(cell.observation is not None for cell in found) >= 2 or bool(beside),
        framework=framework_behind(owned, indicator),
        against=tuple(
            one
            if one.value is None
            else replace(one, share=scale.share(one.value, indicator.universe))
            for one in against
        ),
    )


def _without(
    found: Sequence[Found], said: Sequence[tuple[Remark, ...]], apart: frozenset[Remark]
) -> Sequence[Found]:
    """The cells of which none of these remarks is made."""
    if not any(said):
        return found
    return [one for one, told in zip(found, said, strict=True) if apart.isdisjoint(told)]
