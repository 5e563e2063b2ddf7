"""What many units scored on a framework in all, without the sheet of their parts.

The same numbers as ``scoring.sheet`` gives, for hundreds of units at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from briefing.domain.adding_up import maximum, total
from briefing.domain.frameworks import Framework, Part
from briefing.domain.scores import Basis, Side


class Given(NamedTuple):
    """Points on one part for a period: by the unit itself, and as appraised."""

    part: str
    start: date
    end: date
    own: float | None
    appraised: float | None


class Tally(NamedTuple):
    """What counts, whose points they are, and how many parts have none."""

    got: Side
    basis: Basis | None
    missing: int


class _Level(NamedTuple):
    """A part, its maximum and its own parts."""

    id: str
    whole: float | None
    parts: tuple[_Level, ...]


_Points = tuple[float | None, float | None]
_Found = tuple[float | None, float, float | None, int, int]
"""Points, points covered, points that could be, whose points (bits), and parts without any."""

_BASES = (None, Basis.APPRAISED, Basis.SELF, Basis.BOTH)


class Tallies:
    """Adds up what units scored on one framework."""

    def __init__(self, framework: Framework) -> None:
        self._total = framework.total
        self._levels = tuple(map(_level, framework.parts))

    def of(self, given: Iterable[Given]) -> Tally:
        """One unit's points of one period, the last published first."""
        points: dict[str, _Points] = {}
        for each in given:
            own, appraised = points.get(each.part, (None, None))
            points[each.part] = (
                each.own if own is None else own,
                each.appraised if appraised is None else appraised,
            )
        got, covered, most, bits, missing = _sum(self._total, self._levels, points)
        return Tally(Side(got, covered, most), _BASES[bits], missing)


def _level(part: Part) -> _Level:
    return _Level(part.id, maximum(part), tuple(map(_level, part.parts)))


def _found(level: _Level, points: Mapping[str, _Points]) -> _Found:
    own, appraised = points.get(level.id, (None, None))
    given = own if appraised is None else appraised
    if given is None and level.parts:
        found = _sum(level.whole, level.parts, points)
        if found[0] is not None:
            return found
        return (*found[:4], int(level.whole != 0))
    if given is None or level.whole is None:
        return None, 0.0, level.whole if given is None else None, 0, int(level.whole != 0)
    return given, level.whole, level.whole, 2 if appraised is None else 1, 0


def _sum(whole: float | None, levels: Sequence[_Level], points: Mapping[str, _Points]) -> _Found:
    counted: list[float] = []
    covers: list[float] = []
    all_most = 0.0
    bits = missing = 0
    for level in levels:
        got, covered, most, whose, without = _found(level, points)
        all_most += most or 0.0
        missing += without
        if got is not None:
            bits |= whose
            if most is not None or covered:
                counted.append(got)
                covers.append(covered)
    reach = None if whole is None else max(whole, total((all_most,)))
    return total(counted) if counted else None, total(covers), reach, bits, missing
