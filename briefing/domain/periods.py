"""Calendar periods and working days. Reporting periods (15th to 14th) are another matter."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from briefing.domain.value import value

_WEEK = 7
_WORKING_WEEK = 5


@value(kw_only=True)
class Holiday:
    """A day off (ngày nghỉ lễ), with the document that says so."""

    on: date
    name: str
    name_en: str = ""
    source: str = ""


def add_working_days(start: date, days: int, holidays: Collection[date] = frozenset()) -> date:
    """The day that is ``days`` working days after ``start``; ``start`` itself for 0.

    Raises ``ValueError`` for a negative number.
    """
    if days < 0:
        raise ValueError("working days are counted forwards")
    day = start
    while days:
        day += timedelta(days=1)
        days -= is_working_day(day, holidays)
    return day


def is_working_day(day: date, holidays: Collection[date] = frozenset()) -> bool:
    """Monday to Friday and no holiday."""
    return day.weekday() < _WORKING_WEEK and day not in holidays


def working_days_between(start: date, end: date, holidays: Collection[date] = frozenset()) -> int:
    """Working days after ``start`` up to and including ``end``; 0 when ``end`` is not later.

    A deadline today leaves 0, one tomorrow leaves 1 if tomorrow is a working day.
    """
    if end <= start:
        return 0
    weeks, rest = divmod((end - start).days, _WEEK)
    count = weeks * _WORKING_WEEK + sum(
        is_working_day(end - timedelta(days=back)) for back in range(rest)
    )
    return count - sum(start < day <= end and is_working_day(day) for day in set(holidays))


class DeadlineKind(StrEnum):
    """What a deadline as officials write it asks for.

    A day ("15.3.2022"); a calendar period by whose end it is due ("quý II/2025"); again and again
    ("thường xuyên"); from a time on without an end ("2025 và những năm tiếp theo").
    """

    DATE = "date"
    PERIOD = "period"
    RECURRING = "recurring"
    OPEN_ENDED = "open_ended"


class Span(NamedTuple):
    """A run of days, both ends included."""

    start: date
    end: date


class SpanKind(StrEnum):
    """What a run of days is called."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    NINE_MONTHS = "nine_months"
    YEAR = "year"
    YEARS = "years"
    OTHER = "other"


_MONTHS = {
    SpanKind.MONTH: 1,
    SpanKind.QUARTER: 3,
    SpanKind.HALF_YEAR: 6,
    SpanKind.NINE_MONTHS: 9,
    SpanKind.YEAR: 12,
}


def calendar_span(kind: SpanKind, year: int, number: int = 1) -> Span:
    """The ``number``-th month, quarter or half of a year, its first nine months, or the year.

    Raises ``ValueError`` for a number that the year does not have, and for a kind that is no
    calendar period.
    """
    months = _MONTHS.get(kind)
    if months is None:
        raise ValueError(f"{kind} is no calendar period")
    if not 1 <= number <= 12 // months:
        raise ValueError(f"a year has no {kind} {number}")
    first = (number - 1) * months + 1
    last = first + months - 1
    # "calendar" says the same, and loads "locale" to say it.
    end = 31 if last == 12 else (date(year, last + 1, 1) - timedelta(days=1)).day
    return Span(date(year, first, 1), date(year, last, end))


def calendar_period_end(kind: SpanKind, year: int, number: int = 1) -> date:
    """The last day of a calendar period: quarter II of 2025 ends on 30/06/2025."""
    return calendar_span(kind, year, number).end


def month_span(year: int, month: int) -> Span:
    """A calendar month."""
    return calendar_span(SpanKind.MONTH, year, month)


def quarter_span(year: int, quarter: int) -> Span:
    """A calendar quarter, 1 to 4."""
    return calendar_span(SpanKind.QUARTER, year, quarter)


def half_year_span(year: int, half: int) -> Span:
    """The first or second six months of a year."""
    return calendar_span(SpanKind.HALF_YEAR, year, half)


def nine_month_span(year: int) -> Span:
    """January to September (9 tháng đầu năm)."""
    return calendar_span(SpanKind.NINE_MONTHS, year)


def year_span(year: int) -> Span:
    """A calendar year."""
    return calendar_span(SpanKind.YEAR, year)


def describe_span(start: date, end: date) -> SpanKind:
    """What to call the days from ``start`` to ``end``; ``OTHER`` when the calendar has no name.

    ``YEARS`` are two or more whole calendar years. An end before the start is ``OTHER``.
    """
    if start == end:
        return SpanKind.DAY
    for kind, months in _MONTHS.items():
        number, beside = divmod(start.month - 1, months)
        if beside or start.month - 1 + months > 12:
            continue
        if calendar_span(kind, start.year, number + 1) == (start, end):
            return kind
    whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    return SpanKind.YEARS if whole and start.year < end.year else SpanKind.OTHER
