"""What a figure says, held against its indicator, its source and the other figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from briefing.domain.goals import is_tie
from briefing.domain.model import (
    Indicator,
    Measure,
    Observation,
    ObservationKind,
    Qualifier,
    UnitKey,
)
from briefing.problems import quoted
from briefing.workspace import printed
from briefing.workspace.assembly.desk import Desk
from briefing.workspace.faults import figures, notices
from briefing.workspace.limits import Limits, shown
from briefing.workspace.records import Place

_HUNDRED = 100
_ROUNDED = 0.5000001
"""Of the last printed digit: what rounding may take away."""
_HEDGED = 1
"""Percentage points by which "gần 90%" may stand apart from what its counts give."""


def check_figure(
    figure: Observation,
    place: Place,
    indicator: Indicator | None,
    desk: Desk,
    *,
    is_sound: bool = True,
) -> None:
    """Everything about one figure that its values alone do not show.

    Its numbers are not held against each other when one of them ``is_sound`` no more: a mistake is
    told once.
    """
    _check_days(figure, place, desk)
    if not is_sound:
        return
    if not _are_parts_sound(figure, place, indicator, desk):
        return
    is_fraction = indicator is not None and indicator.measure is Measure.PERCENT
    if is_fraction and 0 < figure.value < 1 and not figure.printed:
        params = {"value": shown(figure.value), "whole": shown(round(figure.value * 100, 6))}
        desk.ledger.report(place, ("value",), notices.MAYBE_FRACTION, **params)
    if figure.printed and not printed.says(figure.printed, figure.value):
        desk.ledger.report(
            place,
            ("value",),
            figures.PRINTED_DISAGREES,
            value=shown(figure.value),
            printed=quoted(figure.printed),
        )


def _check_days(figure: Observation, place: Place, desk: Desk) -> None:
    report, published = desk.ledger.report, figure.published_on
    told = {"published": published.isoformat()}
    desk.past(place, ("published_on", published))
    if figure.kind is ObservationKind.CHANGE and figure.compared_with is None and not figure.note:
        report(place, ("kind",), notices.CHANGE_FROM_UNKNOWN)
    desk.published(published, figure.source, place)
    if figure.qualifier is not Qualifier.ESTIMATE and figure.start <= figure.end:
        if published < figure.start:
            params = {**told, "start": figure.start.isoformat()}
            report(place, ("published_on",), figures.TOLD_BEFORE_PERIOD, **params)
        elif published < figure.end:
            params = {**told, "end": figure.end.isoformat()}
            report(place, ("published_on",), notices.TOLD_BEFORE_END, **params)
    if figure.compared_with == figure.end:
        day = figure.end.isoformat()
        report(place, ("compared_with",), figures.COMPARED_WITH_ITSELF, day=day)


def _are_parts_sound(
    figure: Observation, place: Place, indicator: Indicator | None, desk: Desk
) -> bool:
    """Whether the numerator is part of its denominator, and the value follows from both."""
    report, top, bottom = desk.ledger.report, figure.numerator, figure.denominator
    if top is not None and top < 0:
        report(place, ("numerator",), figures.NUMERATOR_NEGATIVE, value=shown(top))
        return False
    if bottom is not None and bottom <= 0:
        report(place, ("denominator",), figures.DENOMINATOR_NOT_POSITIVE, value=shown(bottom))
        return False
    if indicator is None or figure.kind is not ObservationKind.VALUE:
        return True
    if indicator.measure in (Measure.COUNT, Measure.RANK):
        whole = figure.value
        if top is not None and not is_tie(top, figure.value):
            params = {"value": shown(figure.value), "numerator": shown(top)}
            report(place, ("value",), figures.VALUE_NOT_NUMERATOR, **params)
            return False
    elif top is None:
        return True
    else:
        whole = top
    if bottom is None:
        return True
    highest = desk.limits.get(indicator.id, Limits()).highest
    may_exceed = highest is not None and highest > _HUNDRED
    if whole > bottom and not (indicator.measure is Measure.PERCENT and may_exceed):
        params = {"numerator": shown(whole), "denominator": shown(bottom)}
        report(place, ("denominator",), figures.NUMERATOR_TOO_LARGE, **params)
        return False
    if indicator.measure is Measure.PERCENT and not figure.note:
        _check_rate(figure, place, whole, bottom, desk)
    return True


def _check_rate(figure: Observation, place: Place, top: float, bottom: float, desk: Desk) -> None:
    rate = top / bottom * _HUNDRED
    decimals = len((place.written(("value",)) or "").replace(",", ".").partition(".")[2])
    is_exact = figure.qualifier is Qualifier.EXACT
    if abs(rate - figure.value) > (_ROUNDED * 10**-decimals if is_exact else _HEDGED):
        desk.ledger.report(
            place,
            ("value",),
            notices.RATE_DISAGREES,
            numerator=shown(top),
            denominator=shown(bottom),
            rate=f"{rate:.{max(decimals, 2)}f}",
            value=shown(figure.value),
        )


def check_revisions(
    found: Mapping[str, Observation], places: Mapping[str, Place], desk: Desk
) -> None:
    """A figure is revised once, by one that was published no earlier."""
    revised_by: dict[str, str] = {}
    for new in found.values():
        old = found.get(new.revises or "")
        if old is None or old.id == new.id:
            continue
        place = places[new.id]
        if (other := revised_by.setdefault(old.id, new.id)) != new.id:
            params = {"value": quoted(old.id), "other": quoted(other)}
            first = desk.ledger.where("observation", other)
            desk.ledger.report(place, ("revises",), figures.REVISED_TWICE, **params, first=first)
        if new.published_on < old.published_on:
            desk.ledger.report(
                place,
                ("published_on",),
                figures.REVISION_BEFORE,
                published=new.published_on.isoformat(),
                value=quoted(old.id),
                first=old.published_on.isoformat(),
            )


_Fact = tuple[UnitKey, str, date, date, ObservationKind, date | None]


def check_same_facts(found: Iterable[Observation], places: Mapping[str, Place], desk: Desk) -> None:
    """Of one unit, indicator and period there is one figure in force, or a reason for two."""
    found = tuple(found)
    revised = {figure.revises for figure in found if figure.revises}
    first_of: dict[tuple[_Fact, str], Observation] = {}
    for figure in found:
        if figure.id in revised:
            continue
        kind, against = figure.kind, figure.compared_with
        fact = (figure.unit, figure.indicator, figure.start, figure.end, kind, against)
        # The first of the same source tells more than the first of all; more would be quadratic.
        same_source = first_of.setdefault((fact, figure.source), figure)
        first = first_of.setdefault((fact, ""), figure)
        other = first if same_source is figure else same_source
        if other is not figure:
            _report_pair(figure, other, places[figure.id], desk)


def _report_pair(new: Observation, old: Observation, place: Place, desk: Desk) -> None:
    same_source, same_value = new.source == old.source, is_tie(new.value, old.value)
    if same_value and not same_source:
        return
    first = desk.ledger.where("observation", old.id)
    if same_value:
        params = {"other": quoted(old.id), "first": first}
        desk.ledger.report(place, ("id",), notices.FACT_REPEATED, **params)
        return
    certain = same_source and new.qualifier is old.qualifier
    if not certain and (new.note or old.note):
        return
    params = {"value": shown(new.value), "other": shown(old.value), "first": first}
    fault = figures.FACT_TWICE if certain else notices.FACT_DISPUTED
    desk.ledger.report(place, ("value",), fault, **params)
