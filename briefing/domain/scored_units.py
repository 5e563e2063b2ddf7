"""The units that were scored on a framework in one period: what each got, and its place.

A place is given only among units of which every part is scored: points of some parts and points of
all of them are not compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.domain.editions import Period
from briefing.domain.frameworks import Framework
from briefing.domain.model import Better, Unit
from briefing.domain.ranking import competition_ranks
from briefing.domain.scores import Basis, Side
from briefing.domain.spelling import sort_key
from briefing.domain.tallies import Given, Tallies
from briefing.domain.value import value

FEWEST = 2
"""Units that are scored in full, at least: one alone has no place."""


@value(kw_only=True)
class ScoredUnit:
    """What a unit got: ``missing`` parts have no points, ``rank`` is ``None`` with any of those."""

    unit: Unit
    got: Side
    basis: Basis | None
    missing: int
    rank: int | None
    tied: bool


@value(kw_only=True)
class ScoredUnits:
    """Those scored in one period: the ranked ones, best first, then by the points covered.

    ``start`` and ``end`` are the period's days, ``None`` when nobody was scored. ``ranked`` counts
    the units with a place. ``elsewhen`` are the units with points of other periods alone, with the
    last day of the newest of those.
    """

    start: date | None = None
    end: date | None = None
    units: tuple[ScoredUnit, ...] = ()
    ranked: int = 0
    elsewhen: tuple[tuple[Unit, date], ...] = ()

    def of(self, unit: Unit) -> ScoredUnit | None:
        """What a unit got; ``None`` for one that was not scored in the period."""
        return next((each for each in self.units if each.unit.key == unit.key), None)


def scored_units(
    framework: Framework,
    found: Sequence[tuple[Unit, Sequence[Given]]],
    period: Period | None = None,
    *,
    all_known: bool = True,
) -> ScoredUnits:
    """The units of ``found`` in a period, else in the newest of any; all of the framework's kind.

    Their points come with those published last first. Ranked by the share of the points got, best
    first, equals alike; nobody is ranked where the units are not ``all_known``.
    """
    periods = {_period(each) for _, rows in found for each in rows}
    if period is None:
        if not periods:
            return ScoredUnits()
        period = max(periods, key=lambda one: (one.end, one.start))
    tallies = Tallies(framework)
    made = []
    elsewhen = []
    for unit, rows in found:
        within = [each for each in rows if _period(each) == period]
        if within:
            made.append((unit, tallies.of(within)))
        elif rows:
            elsewhen.append((unit, max(each.end for each in rows)))
    shares = {
        unit.key: round(one.got.share, 9)
        for unit, one in made
        if one.got.share is not None and not one.missing
    }
    ranked = all_known and len(shares) >= FEWEST
    places = competition_ranks(shares, Better.HIGHER) if ranked else {}
    worths = list(shares.values())
    units = [
        ScoredUnit(
            unit=unit,
            got=one.got,
            basis=one.basis,
            missing=one.missing,
            rank=places.get(unit.key),
            tied=unit.key in places and worths.count(shares[unit.key]) > 1,
        )
        for unit, one in made
    ]
    return ScoredUnits(
        start=period.start,
        end=period.end,
        units=tuple(sorted(units, key=_order)),
        ranked=len(places),
        elsewhen=tuple(sorted(elsewhen, key=lambda each: _named(each[0]))),
    )


def _order(each: ScoredUnit) -> tuple[bool, int, float, tuple[str, str]]:
    return each.rank is None, each.rank or 0, -each.got.covered, _named(each.unit)


def _named(unit: Unit) -> tuple[str, str]:
    return sort_key(unit.name), str(unit.key)


def _period(each: Given) -> Period:
    return Period(each.start, each.end)
