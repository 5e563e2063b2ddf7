"""Small multiples: the history of several units on one scale, each with its target.

A history is drawn through one definition only. Where the framework, the definition or the universe
of ranks changes from one period to the next, the next period stands apart: no line, no arrow and
no change is drawn across.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from briefing.domain import goals, promises
from briefing.domain.frameworks import Framework
from briefing.domain.likeness import Found, framework_behind, owners, universe
from briefing.domain.model import (
    Indicator,
    Measure,
    Observation,
    ObservationKind,
    Unit,
    UnitKey,
)
from briefing.domain.plans import Target
from briefing.domain.scales import Scale, scale_of
from briefing.domain.standing import GoalInForce
from briefing.domain.value import value

Slotted = tuple[date, date, str]
"""End and start of a period, and the indicator: what a slot is of."""
MOST_SLOTS = 6
"""Periods that are shown, the newest ones."""


@value(kw_only=True)
class Slot:
    """One period of one definition. ``apart``: not comparable with the slot before it.

    ``universe`` tells among how many the ranks of the slot are, where they are all among as many.
    """

    start: date
    end: date
    indicator: Indicator
    framework: Framework | None = None
    apart: bool = False
    universe: float | None = None

    @property
    def year(self) -> int | None:
        """The year that the slot is, ``None`` for any other period."""
        whole = (self.start.month, self.start.day, self.end.month, self.end.day) == (1, 1, 12, 31)
        return self.end.year if whole and self.start.year == self.end.year else None


@value(kw_only=True)
class Point:
    """A unit's figure in a slot; ``share`` is its height on the scale, 0 to 1."""

    observation: Observation
    share: float


@value(kw_only=True)
class Aim:
    """The target whose goal is drawn across a unit's history, ``share`` of the way up.

    ``judged`` is the unit's newest figure on the target's own indicator, ``met`` whether it meets
    the goal; ``None`` without such a figure, and for a goal that says no direction.
    """

    target: Target
    goal: GoalInForce
    share: float
    judged: Observation | None = None
    met: bool | None = None

    def side(self, figure: Observation, indicator: Indicator) -> int:
        """Whether a figure is drawn above the goal (1), below it (-1) or level with it (0).

        Of ranks the smaller number is the higher place.
        """
        assert self.goal.value is not None
        if goals.is_tie(figure.value, self.goal.value):
            return 0
        greater = figure.value > self.goal.value
        return 1 if greater is not (indicator.measure is Measure.RANK) else -1


@value(kw_only=True)
class Series:
    """One unit's figures, one or none per slot; a slot without a figure is absent, never zero."""

    unit: Unit
    points: tuple[Point | None, ...]
    aim: Aim | None = None


@value(kw_only=True)
class Multiples:
    """The histories of units on one indicator and its variants; all in the same slots.

    ``top`` is the upper end of the scale in the indicator's measure; ranks lie on their universes.
    ``earlier`` counts older periods that are left out.
    """

    indicator: Indicator
    slots: tuple[Slot, ...]
    series: tuple[Series, ...]
    top: float = 0.0
    earlier: int = 0

    @property
    def is_history(self) -> bool:
        """Whether there is more than one period to look at."""
        return len(self.slots) > 1


def multiples(
    units: Sequence[Unit],
    family: Sequence[Indicator],
    figures: Iterable[Observation],
    targets: Iterable[tuple[UnitKey, Target]],
    *,
    as_of: date,
    known_on: date,
    frameworks: Collection[Framework] = (),
    earlier: int = 0,
) -> Multiples:
    """Histories of ``units`` on the first indicator of ``family`` and its variants.

    ``figures`` are those that hold on the day, of any of the units; of several of one unit and
    period the one named first counts. A variant counted in something else has no place on the
    scale and is left out. ``targets`` are those on the indicator itself. ``earlier`` counts the
    periods, older than all of ``figures``, that were not read.
    """
    main = family[0]
    known = {one.id: one for one in family if one.measure is main.measure}
    told: dict[Slotted, dict[UnitKey, Observation]] = {}
    for figure in figures:
        if figure.indicator in known and figure.kind is ObservationKind.VALUE:
            period = (figure.end, figure.start, figure.indicator)
            told.setdefault(period, {}).setdefault(figure.unit, figure)
    shown = newest_slots(told, family)
    newest = {key: told[one][key] for one in shown if one[2] == main.id for key in told[one]}
    aims = _aims(targets, main, newest, as_of, min(as_of, known_on))
    cells = [Found(unit, known[one[2]], told[one].get(unit.key)) for one in shown for unit in units]
    scale = scale_of(cells, main, [goal.value for _, goal in aims.values() if goal.value])
    return Multiples(
        indicator=main,
        slots=_slots(shown, known, told, frameworks),
        series=tuple(
            Series(
                unit=unit,
                points=tuple(
                    _point(told[one].get(unit.key), known[one[2]], scale) for one in shown
                ),
                aim=_aim(aims.get(unit.key), newest.get(unit.key), scale),
            )
            for unit in units
        ),
        top=scale.top,
        earlier=len(told) - len(shown) + earlier,
    )


def newest_slots(periods: Iterable[Slotted], family: Sequence[Indicator]) -> list[Slotted]:
    """Of the periods of a family those that are shown, the oldest first."""
    places = {one.id: place for place, one in enumerate(family)}
    return sorted(periods, key=lambda one: (one[0], one[1], places[one[2]]))[-MOST_SLOTS:]


def missing_years(slots: Sequence[Slot]) -> list[int]:
    """The years between those shown of which nobody has a figure; none unless all are years."""
    years = [slot.year for slot in slots]
    known = {year for year in years if year is not None}
    if None in years or not known:
        return []
    return [year for year in range(min(known), max(known)) if year not in known]


def _slots(
    periods: Sequence[Slotted],
    known: Mapping[str, Indicator],
    told: Mapping[Slotted, Mapping[UnitKey, Observation]],
    frameworks: Collection[Framework],
) -> tuple[Slot, ...]:
    made: list[Slot] = []
    owned = owners(frameworks)
    for end, start, name in periods:
        among = {universe(known[name], one) for one in told[end, start, name].values()}
        slot = Slot(
            start=start,
            end=end,
            indicator=known[name],
            framework=framework_behind(owned, known[name]),
            universe=among.pop() if len(among) == 1 else None,
        )
        apart = bool(made) and ((made[-1].indicator.id, made[-1].universe) != (name, slot.universe))
        made.append(replace(slot, apart=apart))
    return tuple(made)


def _point(figure: Observation | None, indicator: Indicator, scale: Scale) -> Point | None:
    if figure is None:
        return None
    whole = figure.denominator or indicator.universe
    return Point(observation=figure, share=scale.share(figure.value, whole))


def _aims(
    targets: Iterable[tuple[UnitKey, Target]],
    indicator: Indicator,
    newest: Mapping[UnitKey, Observation],
    as_of: date,
    told: date,
) -> dict[UnitKey, promises.Promise]:
    """By unit the target that its newest figure is held against."""
    given: dict[UnitKey, list[Target]] = {}
    for key, target in targets:
        given.setdefault(key, []).append(target)
    found = {}
    for key, set_for in given.items():
        figure = newest.get(key)
        promised = promises.promises(set_for, indicator.id, told)
        promise = promises.promise_for(promised, None if figure is None else figure.end, as_of)
        if promise is not None:
            found[key] = promise
    return found


def _aim(found: promises.Promise | None, newest: Observation | None, scale: Scale) -> Aim | None:
    if found is None:
        return None
    target, goal = found
    assert goal.value is not None
    whole: float | None = scale.indicator.universe
    if newest is not None:
        whole = newest.denominator or whole
    met = None
    if newest is not None and goal.op is not None:
        met = goals.meets(newest.value, newest.qualifier, goal.op, goal.value, goal.high)
    share = scale.share(goal.value, whole)
    return Aim(target=target, goal=goal, share=share, judged=newest, met=met)
