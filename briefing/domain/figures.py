"""Which figures are known and current on a day, and what is to be said about each."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from fractions import Fraction

from briefing.domain.model import (
    Better,
    Indicator,
    Measure,
    Observation,
    ObservationKind,
    Qualifier,
    UnitKey,
)
from briefing.domain.standing import Figure

BODIES = (
    "ban",
    "bộ",
    "cơ quan",
    "địa phương",
    "đơn vị",
    "huyện",
    "ngành",
    "phòng",
    "phường",
    "quận",
    "sở",
    "thành phố",
    "thị trấn",
    "thị xã",
    "thôn",
    "tỉnh",
    "trường",
    "xã",
)
"""Nouns of those who can be given a duty, as indicators name what they count."""

_PRINTED_PERCENT = re.compile(r"\d(?:,(\d+))?\s*%")


def by_id(indicators: Mapping[str, Indicator] | Iterable[Indicator]) -> Mapping[str, Indicator]:
    """Indicators by their ids, in the order given."""
    if isinstance(indicators, Mapping):
        return indicators
    return {indicator.id: indicator for indicator in indicators}


def superseded(observations: Collection[Observation], known_on: date) -> frozenset[str]:
    """Ids of the figures that a revision published by ``known_on`` replaces.

    A revision of a revision replaces both.
    """
    older_of = {o.id: o.revises for o in observations if o.revises not in (None, o.id)}
    replaced: set[str] = set()
    for observation in observations:
        older = older_of.get(observation.id) if observation.published_on <= known_on else None
        while older is not None and older not in replaced:
            replaced.add(older)
            older = older_of.get(older)
    return frozenset(replaced)


def current(
    observations: Iterable[Observation], *, as_of: date, known_on: date
) -> tuple[Observation, ...]:
    """Figures of every kind that hold on ``as_of`` with what was known, newest first.

    A figure counts when it was published by ``known_on``, no revision known by then replaces it,
    and its period ended by ``as_of``: an estimate made before a period is over waits for its end.
    Among figures of one end the later publication is newer, then the longer period.
    """
    everything = tuple(observations)
    replaced = superseded(everything, known_on)
    known = [
        o
        for o in everything
        if o.published_on <= known_on and o.end <= as_of and o.id not in replaced
    ]
    return tuple(sorted(known, key=recency, reverse=True))


def recency(observation: Observation) -> tuple[date, date, int, str]:
    """Sort key by which the newest figure is the greatest."""
    o = observation
    return (o.end, o.published_on, (o.end - o.start).days, o.id)


def values(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """Those that state a value; a change or an excess is never one."""
    return tuple(o for o in observations if o.kind is ObservationKind.VALUE)


def counts_duty(observation: Observation, indicator: Indicator) -> bool:
    """Whether a figure counts which bodies have done something: "16/18 huyện", or by name.

    A whole of databases, systems or targets is nobody who could have done anything, unless its
    parts are named. Of an index of the whole, without a pillar, nobody has carried out anything.
    """
    named = bool(observation.parts_present or observation.parts_missing)
    return (
        observation.kind is ObservationKind.VALUE
        and (named or (is_out_of_whole(observation) and counts_bodies(indicator)))
        and indicator.measure is Measure.COUNT
        and indicator.better is not Better.NEITHER
        and indicator.pillar is not None
    )


def counts_bodies(indicator: Indicator) -> bool:
    """Whether what is counted are bodies: every noun of the indicator begins with one of them."""
    nouns = [noun.strip().lower() for noun in indicator.noun.split(",")]
    return all(any(f"{noun} ".startswith(f"{body} ") for body in BODIES) for noun in nouns)


def is_out_of_whole(observation: Observation) -> bool:
    """Whether a figure is an x/y in which x is part of y."""
    counted, whole = observation.numerator, observation.denominator
    return counted is not None and whole is not None and 0 <= counted <= whole and whole > 0


def duty_ref(observation: Observation) -> str:
    """What the duty that a figure counts is called."""
    return f"count:{observation.indicator}"


def is_stale(observation: Observation, indicator: Indicator, as_of: date) -> bool:
    """Whether the end of the figure's period lies further back than the indicator allows."""
    budget = indicator.freshness_days
    return budget is not None and (as_of - observation.end).days > budget


def rate_disagrees(observation: Observation, indicator: Indicator) -> bool:
    """Whether a printed percentage differs from its own counts by more than rounding.

    339.252 of 485.762 is 69,84%, not the 69,83% printed beside it. "Trên" allows more, "gần" less.
    An x/y whose value is the numerator has no rate printed and cannot disagree.
    """
    o = observation
    if indicator.measure is not Measure.PERCENT or o.kind is not ObservationKind.VALUE:
        return False
    if o.numerator is None or not o.denominator or o.value == o.numerator:
        return False
    margin = 0.5 / 10 ** _decimals_printed(o)
    if abs(o.numerator * 100 / o.denominator - o.value) < 0.999 * margin:
        return False  # exact arithmetic is for what lies near the margin or beyond
    excess = Fraction(repr(o.numerator)) * 100 / Fraction(repr(o.denominator)) - Fraction(
        repr(o.value)
    )
    if (o.qualifier is Qualifier.AT_LEAST and excess > 0) or (
        o.qualifier is Qualifier.ALMOST and excess < 0
    ):
        return False
    return abs(excess) > Fraction(1, 2 * 10 ** _decimals_printed(o))


def _decimals_printed(observation: Observation) -> int:
    """Decimals of the printed percentage; of the value where no percentage is kept as printed."""
    printed = _PRINTED_PERCENT.findall(observation.printed)
    if printed:
        return len(printed[-1])
    fraction = repr(observation.value).partition(".")[2]
    return 0 if fraction == "0" else len(fraction)


def figures(
    indicators: Mapping[str, Indicator] | Iterable[Indicator],
    observations: Iterable[Observation],
    *,
    as_of: date,
    known_on: date,
) -> tuple[Figure, ...]:
    """The newest value of each indicator, per unit, in the order of ``indicators``.

    Changes and excesses stated for the same indicator come with it, newest first. A figure of an
    indicator that is not among ``indicators`` is left out.
    """
    known = by_id(indicators)
    newest: dict[tuple[str, UnitKey], Observation] = {}
    stated: dict[tuple[str, UnitKey], list[Observation]] = {}
    for observation in current(observations, as_of=as_of, known_on=known_on):
        key = (observation.indicator, observation.unit)
        if observation.kind is ObservationKind.VALUE:
            newest.setdefault(key, observation)
        else:
            stated.setdefault(key, []).append(observation)
    position = {indicator_id: index for index, indicator_id in enumerate(known)}
    return tuple(
        Figure(
            indicator=known[key[0]],
            observation=observation,
            stale=is_stale(observation, known[key[0]], as_of),
            rate_disagrees=rate_disagrees(observation, known[key[0]]),
            stated=tuple(stated.get(key, ())),
        )
        for key, observation in sorted(
            ((k, o) for k, o in newest.items() if k[0] in position),
            key=lambda item: position[item[0][0]],
        )
    )
