"""Working days, and what a run of days is called."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from briefing.domain.periods import (
    Holiday,
    ReportingRule,
    SpanKind,
    add_working_days,
    calendar_period_end,
    calendar_span,
    describe_span,
    half_year_span,
    is_working_day,
    month_span,
    nine_month_span,
    quarter_span,
    report_due,
    reporting_span,
    reporting_span_on,
    working_days_between,
    year_span,
)
from tests.unit.facts import day

# 30/04/2024 is a Tuesday, 01/05/2024 a Wednesday
OFF = frozenset({date(2024, 4, 30), date(2024, 5, 1)})

WORKING_DAYS = [
    pytest.param("26/04/2024", "26/04/2024", 0, id="today"),
    pytest.param("26/04/2024", "25/04/2024", 0, id="yesterday"),
    pytest.param("26/04/2024", "28/04/2024", 0, id="over the week-end"),
    pytest.param("26/04/2024", "29/04/2024", 1, id="Friday to Monday"),
    pytest.param("26/04/2024", "01/05/2024", 1, id="into the holidays"),
    pytest.param("26/04/2024", "02/05/2024", 2, id="over the holidays"),
    pytest.param("27/04/2024", "04/05/2024", 3, id="from a Saturday to a Saturday"),
]


@pytest.mark.parametrize(("start", "end", "count"), WORKING_DAYS)
def test_working_days_count_after_the_start_up_to_the_end(start: str, end: str, count: int) -> None:
    assert working_days_between(day(start), day(end), OFF) == count


def test_working_days_agree_with_counting_them_one_by_one() -> None:
    first = date(2024, 4, 15)
    for begin in range(21):
        start = first + timedelta(days=begin)
        for length in range(40):
            end = start + timedelta(days=length)
            days = [start + timedelta(days=n) for n in range(1, length + 1)]
            counted = sum(is_working_day(d, OFF) for d in days)
            assert working_days_between(start, end, OFF) == counted, (start, end)


def test_a_holiday_told_twice_or_on_a_sunday_takes_no_more_days() -> None:
    twice = [date(2024, 4, 30), date(2024, 4, 30), date(2024, 4, 28)]
    assert working_days_between(day("26/04/2024"), day("03/05/2024"), twice) == 4


def test_adding_working_days_undoes_counting_them() -> None:
    start = date(2024, 4, 26)
    for days in range(1, 30):
        end = add_working_days(start, days, OFF)
        assert is_working_day(end, OFF)
        assert working_days_between(start, end, OFF) == days
    assert add_working_days(start, 0, OFF) == start


def test_working_days_are_not_added_backwards() -> None:
    with pytest.raises(ValueError, match="forwards"):
        add_working_days(date(2024, 4, 26), -1)


def test_a_holiday_is_a_dated_row() -> None:
    holiday = Holiday(on=date(2024, 4, 30), name="Ngày Chiến thắng", name_en="Victory Day")
    assert working_days_between(day("29/04/2024"), day("30/04/2024"), {holiday.on}) == 0


SPANS = [
    pytest.param("05/05/2024", "05/05/2024", SpanKind.DAY, id="a day"),
    pytest.param("01/02/2024", "29/02/2024", SpanKind.MONTH, id="February of a leap year"),
    pytest.param("01/02/2023", "28/02/2023", SpanKind.MONTH, id="February"),
    pytest.param("01/02/2024", "28/02/2024", SpanKind.OTHER, id="not all of February"),
    pytest.param("01/04/2025", "30/06/2025", SpanKind.QUARTER, id="a quarter"),
    pytest.param("01/10/2025", "31/12/2025", SpanKind.QUARTER, id="the last quarter"),
    pytest.param("01/03/2025", "31/05/2025", SpanKind.OTHER, id="three months but no quarter"),
    pytest.param("01/02/2022", "31/03/2022", SpanKind.OTHER, id="two months"),
    pytest.param("01/01/2023", "30/06/2023", SpanKind.HALF_YEAR, id="the first half"),
    pytest.param("01/07/2023", "31/12/2023", SpanKind.HALF_YEAR, id="the second half"),
    pytest.param("01/04/2023", "30/09/2023", SpanKind.OTHER, id="six months but no half"),
    pytest.param("01/01/2023", "30/09/2023", SpanKind.NINE_MONTHS, id="nine months"),
    pytest.param("01/04/2023", "31/12/2023", SpanKind.OTHER, id="the last nine months"),
    pytest.param("01/01/2023", "31/12/2023", SpanKind.YEAR, id="a year"),
    pytest.param("01/07/2023", "30/06/2024", SpanKind.OTHER, id="twelve months but no year"),
    pytest.param("01/01/2021", "31/12/2025", SpanKind.YEARS, id="five years"),
    pytest.param("15/12/2022", "14/12/2023", SpanKind.OTHER, id="a reporting year"),
    pytest.param("31/12/2023", "01/01/2023", SpanKind.OTHER, id="back to front"),
]


@pytest.mark.parametrize(("start", "end", "kind"), SPANS)
def test_a_run_of_days_is_named_by_the_calendar(start: str, end: str, kind: SpanKind) -> None:
    assert describe_span(day(start), day(end)) is kind


def test_every_calendar_period_is_known_by_its_own_name() -> None:
    made = [(SpanKind.MONTH, n, month_span(2024, n)) for n in range(1, 13)]
    made += [(SpanKind.QUARTER, n, quarter_span(2024, n)) for n in range(1, 5)]
    made += [(SpanKind.HALF_YEAR, n, half_year_span(2024, n)) for n in (1, 2)]
    made += [(SpanKind.NINE_MONTHS, 1, nine_month_span(2024)), (SpanKind.YEAR, 1, year_span(2024))]
    for kind, number, span in made:
        assert describe_span(*span) is kind
        assert calendar_span(kind, 2024, number) == span
    assert len({span for _, _, span in made}) == len(made)


def test_quarter_two_of_2025_ends_on_30_june() -> None:
    assert calendar_period_end(SpanKind.QUARTER, 2025, 2) == day("30/06/2025")


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        (SpanKind.MONTH, 13),
        (SpanKind.MONTH, 0),
        (SpanKind.QUARTER, 5),
        (SpanKind.NINE_MONTHS, 2),
        (SpanKind.YEAR, 2),
        (SpanKind.DAY, 1),
        (SpanKind.OTHER, 1),
    ],
)
def test_a_period_that_the_year_does_not_have_is_refused(kind: SpanKind, number: int) -> None:
    with pytest.raises(ValueError):
        calendar_span(kind, 2024, number)


REPORTED = [
    (SpanKind.MONTH, 2023, 3, "15/02/2023", "14/03/2023"),
    (SpanKind.MONTH, 2024, 1, "15/12/2023", "14/01/2024"),
    (SpanKind.MONTH, 2024, 3, "15/02/2024", "14/03/2024"),
    (SpanKind.MONTH, 2024, 12, "15/11/2024", "14/12/2024"),
    (SpanKind.QUARTER, 2023, 1, "15/12/2022", "14/03/2023"),
    (SpanKind.QUARTER, 2023, 4, "15/09/2023", "14/12/2023"),
    (SpanKind.HALF_YEAR, 2023, 1, "15/12/2022", "14/06/2023"),
    (SpanKind.HALF_YEAR, 2023, 2, "15/06/2023", "14/12/2023"),
    (SpanKind.NINE_MONTHS, 2023, 1, "15/12/2022", "14/09/2023"),
    (SpanKind.YEAR, 2023, 1, "15/12/2022", "14/12/2023"),
]
REPORT_KINDS = tuple(dict.fromkeys(kind for kind, *_ in REPORTED))


@pytest.mark.parametrize(("kind", "year", "number", "start", "end"), REPORTED)
def test_a_reporting_period_runs_from_the_15th_to_the_14th(
    kind: SpanKind, year: int, number: int, start: str, end: str
) -> None:
    assert reporting_span(kind, year, number) == (day(start), day(end))


@pytest.mark.parametrize("kind", REPORT_KINDS)
def test_a_calendar_reporting_period_is_the_calendars(kind: SpanKind) -> None:
    by_calendar = reporting_span(kind, 2024, rule=ReportingRule.CALENDAR)
    assert by_calendar == calendar_span(kind, 2024)


@pytest.mark.parametrize("rule", ReportingRule)
@pytest.mark.parametrize("kind", [SpanKind.MONTH, SpanKind.QUARTER, SpanKind.YEAR])
def test_each_day_falls_into_one_reporting_period_and_they_leave_no_gap(
    kind: SpanKind, rule: ReportingRule
) -> None:
    last = None
    for back in range(366 * 3):  # over two turns of the year and a leap day
        today = date(2025, 1, 31) - timedelta(days=back)
        span = reporting_span_on(kind, today, rule=rule)
        assert span is not None and span.start <= today <= span.end
        assert last is None or last == span or last.start == span.end + timedelta(days=1)
        last = span


@pytest.mark.parametrize(
    ("today", "end"),
    [("14/12/2024", "14/12/2024"), ("15/12/2024", "14/12/2025"), ("31/12/2024", "14/12/2025")],
)
def test_the_year_turns_on_the_15th_of_december_for_reports(today: str, end: str) -> None:
    span = reporting_span_on(SpanKind.YEAR, day(today))
    assert span is not None and span.end == day(end)


def test_nine_months_are_over_on_the_14th_of_september() -> None:
    within = reporting_span_on(SpanKind.NINE_MONTHS, day("14/09/2024"))
    assert within == (day("15/12/2023"), day("14/09/2024"))
    assert reporting_span_on(SpanKind.NINE_MONTHS, day("15/09/2024")) is None
    after = reporting_span_on(SpanKind.NINE_MONTHS, day("15/12/2024"))
    assert after is not None and after.end == day("14/09/2025")


@pytest.mark.parametrize("kind", [SpanKind.DAY, SpanKind.YEARS, SpanKind.OTHER])
def test_only_calendar_periods_are_reported_on(kind: SpanKind) -> None:
    with pytest.raises(ValueError, match="no calendar period"):
        reporting_span(kind, 2024)
    with pytest.raises(ValueError, match="no calendar period"):
        reporting_span_on(kind, day("14/09/2024"))


def test_a_report_is_sent_two_working_days_after_its_cut_off() -> None:
    first_half = reporting_span(SpanKind.HALF_YEAR, 2024)  # ends on a Friday
    assert report_due(first_half) == day("18/06/2024")
    april = reporting_span(SpanKind.MONTH, 2024, 4, rule=ReportingRule.CALENDAR)
    assert report_due(april, OFF) == day("03/05/2024")
