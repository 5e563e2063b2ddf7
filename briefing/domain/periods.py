"""Working days, calendar periods, the deadlines officials write, and reporting periods.

Deadlines use calendar periods: "quý II/2025" is due on 30/06/2025. Reporting periods (kỳ báo cáo)
may run from the 15th to the 14th and serve reports only.
"""

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


class DeadlineKind(StrEnum):
    """What a deadline as officials write it asks for.

    A day ("15.3.2022"); a calendar period by whose end it is due ("quý II/2025"); again and again
    ("thường xuyên"); from a time on without an end ("2025 và những năm tiếp theo").
    """

    DATE = "date"
    PERIOD = "period"
    RECURRING = "recurring"
    OPEN_ENDED = "open_ended"


@value
class Deadline:
    """A deadline (thời hạn hoàn thành) as written, and the days it is understood as.

    ``written`` is the spelling, its white space collapsed. ``start`` and ``end`` are both included
    and the same day for a ``DATE``. Something open-ended has no ``end``; something recurring has
    the bounds that were written, mostly none.
    """

    written: str
    kind: DeadlineKind
    start: date | None = None
    end: date | None = None

    @property
    def meaning(self) -> tuple[DeadlineKind, date | None, date | None]:
        """What two spellings of one deadline share."""
        return self.kind, self.start, self.end


class DeadlineReason(StrEnum):
    """Why a spelling is no deadline."""

    UNKNOWN = "unknown"
    NO_YEAR = "no_year"
    SHORT_YEAR = "short_year"
    IMPOSSIBLE = "impossible"
    VAGUE = "vague"
    EVENT = "event"
    REVERSED = "reversed"
    SEVERAL = "several"


class DeadlineError(ValueError):
    """A spelling that is not understood as a deadline, and why."""

    def __init__(self, written: str, reason: DeadlineReason) -> None:
        super().__init__(f"{written!r} is no deadline: {reason}")
        self.written = written
        self.reason = reason


def read_deadline(text: str, *, year: int | None = None) -> Deadline:
    """What a deadline in an official's words means: "Quý II/2025" ends on 30/06/2025.

    ``year`` stands for one that is not written ("26.3"); without it such a spelling is refused.
    Raises :class:`DeadlineError`; ``deadline_spelling.SPELLINGS`` lists what is understood.
    """
    from briefing.domain.deadline_spelling import read  # no start reads one

    return read(text, year)


def deadline_text(deadline: Deadline) -> str:
    """One Vietnamese spelling for what ``deadline`` means; reading it gives the same meaning."""
    from briefing.domain.deadline_spelling import spelled

    return spelled(deadline)


class ReportingRule(StrEnum):
    """How long a reporting period (kỳ báo cáo) lasts.

    ``CUTOFF``: from the 15th of the month before to the 14th of the last month (QĐ
    01/2023/QĐ-UBND Khánh Hòa, Art. 4). ``CALENDAR``: whole calendar months, as some ministries
    count (TT 07/2023/TT-BYT). The two must not be mixed in one report.
    """

    CUTOFF = "cutoff"
    CALENDAR = "calendar"


_CUTOFF_DAY = 14
REPORT_WITHIN = 2
"""Working days after the cut-off by which a report is sent (the same decision)."""


def reporting_span(
    kind: SpanKind, year: int, number: int = 1, *, rule: ReportingRule = ReportingRule.CUTOFF
) -> Span:
    """The days that a report on a month, quarter, half, nine months or year covers.

    Raises ``ValueError`` as :func:`calendar_span` does.
    """
    span = calendar_span(kind, year, number)
    if rule is ReportingRule.CALENDAR:
        return span
    before = span.start - timedelta(days=1)
    return Span(before.replace(day=_CUTOFF_DAY + 1), span.end.replace(day=_CUTOFF_DAY))


def reporting_span_on(
    kind: SpanKind, day: date, *, rule: ReportingRule = ReportingRule.CUTOFF
) -> Span | None:
    """The reporting period of ``kind`` that ``day`` falls into: 15/12/2024 is in the year 2025.

    ``None`` for nine months once they are over. Raises ``ValueError`` for a kind that is no
    calendar period.
    """
    if kind not in _MONTHS:
        raise ValueError(f"{kind} is no calendar period")
    late = rule is ReportingRule.CUTOFF and day.day > _CUTOFF_DAY
    year, month = (day.year + 1, 1) if late and day.month == 12 else (day.year, day.month + late)
    number = (month - 1) // _MONTHS[kind] + 1
    if number > 12 // _MONTHS[kind]:
        return None
    return reporting_span(kind, year, number, rule=rule)


def report_due(span: Span, holidays: Collection[date] = frozenset()) -> date:
    """The day by which the report on ``span`` is sent."""
    return add_working_days(span.end, REPORT_WITHIN, holidays)
