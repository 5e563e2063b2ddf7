"""The period in which units are compared on what others assess, where their newest are of several.

It is looked for among the newest figures of each unit, because most of the time it is the last one
or the one before; only where an older one could be it are whole histories asked, so that a
comparison costs the same after thirty years as after three.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from briefing.domain.aligning import Edition, ahead_of, families, standing
from briefing.domain.frameworks import Framework
from briefing.domain.likeness import Owners, owners
from briefing.domain.model import Indicator, Observation
from briefing.store.figures import Day
from briefing.store.histories import ALL, Held, Histories

MOST_LOOKED_AT = 8
"""Figures of a unit on an indicator that are looked at first."""

Newest = Mapping[int, Sequence[Observation]]
"""By the number of a unit its newest figures, one of an indicator."""


class _Family(NamedTuple):
    """A row of several periods: what it was asked for by, how many units have each indicator."""

    first: str | None
    having: Mapping[str, int]


def figures_ahead(
    histories: Histories,
    known: Mapping[str, Indicator],
    newest: Newest,
    chosen: Sequence[str],
    frameworks: Iterable[Framework],
    day: Day,
) -> list[Observation]:
    """The figures of the periods ahead that are not among the newest, of all rows.

    ``chosen`` are the indicators asked for, none for all.
    """
    waiting = _of_several_periods(known, newest, chosen, owners(frameworks))
    ahead: list[Held] = []
    for most in (MOST_LOOKED_AT, ALL):
        names = dict.fromkeys(name for family in waiting for name in family.having)
        held: dict[str, list[Held]] = {}
        for one in histories.held(list(newest), names, day, most) if names else ():
            held.setdefault(one.indicator, []).append(one)
        unsure = []
        for family in waiting:
            own = [one for name in family.having for one in held.get(name, ())]
            edition = _ahead(family, own, most)
            if edition is None:
                unsure.append(family)
            ahead += (one for one in own if one.edition == edition)
        waiting = unsure
    told = {(n, o.indicator, o.start, o.end) for n, figures in newest.items() for o in figures}
    older = [one for one in ahead if (one.unit, *one.edition) not in told]
    return histories.figures(older) if older else []


def _of_several_periods(
    known: Mapping[str, Indicator], newest: Newest, chosen: Sequence[str], owned: Owners
) -> list[_Family]:
    """The rows of what others assess in which the units' newest figures are not all of one period.

    Where they are, that period is ahead: none has more units, and none is newer.
    """
    told: dict[str, set[tuple[date, date]]] = {}
    having: Counter[str] = Counter()
    for figure in (figure for figures in newest.values() for figure in figures):
        told.setdefault(figure.indicator, set()).add((figure.start, figure.end))
        having[figure.indicator] += 1
    found = []
    for base, variants in itertools.chain.from_iterable(families(known, chosen, owned)):
        names = [one.id for one in (base, *variants) if one.id in told]
        if base.external and sum(len(told[name]) for name in names) > 1:
            found.append(
                _Family(
                    base.id if base.id in chosen else None, {name: having[name] for name in names}
                )
            )
    return found


def _ahead(family: _Family, held: Sequence[Held], most: int) -> Edition | None:
    """The edition in which most units have a figure; ``None`` where one older than ``held``, of
    which there are at most ``most`` of each unit and indicator, could be it.
    """
    counts = Counter(edition for _, edition in {(one.unit, one.edition) for one in held})
    edition = ahead_of(counts, family.first)
    if edition is None:
        return None
    best = standing(edition[0], edition[2], counts[edition], family.first)
    ends: dict[tuple[int, str], list[date]] = {}
    for one in held:
        ends.setdefault((one.unit, one.indicator), []).append(one.end)
    for (_, name), of_pair in ends.items():
        # Below the last one that was looked at there may be one of all who have the indicator.
        if len(of_pair) == most and best <= standing(
            name, min(of_pair), family.having[name], family.first
        ):
            return None
    return edition
