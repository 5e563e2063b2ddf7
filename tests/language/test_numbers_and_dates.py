"""Numbers and dates are written as officials write them, and as Babel would."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal

from briefing.formatting import align_decimals, date_text, days, number, percent, short_date
from briefing.language import Language, Translator, translator

PRINTED = [485762, 11098859, 69.83, 0.6783, 0, 7, 1889, 5.2, 88.54, -12.5, 1e-7, 765472.0]


@pytest.mark.parametrize("value", PRINTED)
@pytest.mark.parametrize("language", Language)
def test_a_number_is_written_as_babel_writes_it(value: float, language: Language) -> None:
    expected = format_decimal(value, "#,##0.##########", locale=language.value)
    assert number(value, translator(language)) == expected.replace("-", "−")


@pytest.mark.parametrize("decimals", [0, 1, 2, 4])
@pytest.mark.parametrize("value", [485762, 69.8333, 0.67831, -12.57, 99.999])
def test_a_rounded_number_is_written_as_babel_writes_it(
    value: float, decimals: int, vi: Translator
) -> None:
    pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
    expected = format_decimal(value, pattern, locale="vi").replace("-", "−")
    assert number(value, vi, decimals) == expected


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(0.125, 2, "0,13"), (2.5, 0, "3"), (-2.5, 0, "−3"), (80.645, 2, "80,65"), (-0.001, 2, "0,00")],
)
def test_a_half_is_rounded_away_from_zero_as_on_paper(
    value: float, decimals: int, text: str, vi: Translator
) -> None:
    assert number(value, vi, decimals) == text


@pytest.mark.parametrize("value", [0.1 + 0.2, 1 / 3, 69.83, 1e300, -5e-324])
def test_no_decimal_that_tells_a_number_apart_is_lost(value: float, vi: Translator) -> None:
    text = number(value, vi).replace(".", "").replace(",", ".").replace("−", "-")
    assert float(text) == value


def test_a_percent_sign_follows_without_a_space(vi: Translator, en: Translator) -> None:
    assert percent(69.83, vi) == "69,83%"
    assert percent(69.83, en) == "69.83%"
    assert percent(74.0, vi, 1) == "74,0%"


@pytest.mark.parametrize("month", range(1, 13))
def test_a_date_is_written_as_babel_writes_it(month: int, vi: Translator, en: Translator) -> None:
    day = date(2023, month, 3)
    assert date_text(day, vi) == format_date(day, "dd/MM/yyyy", locale="vi")
    assert date_text(day, en) == format_date(day, "d MMM yyyy", locale="en")
    assert short_date(day, vi) == format_date(day, "dd/MM/yy", locale="vi")
    assert short_date(day, en) == format_date(day, "d MMM ’yy", locale="en")


def test_days_are_counted_in_both_languages(vi: Translator, en: Translator) -> None:
    assert [days(n, vi) for n in (1, 12)] == ["1 ngày", "12 ngày"]
    assert [days(n, en) for n in (1, 12)] == ["1 day", "12 days"]


def test_decimal_marks_stand_in_one_column(vi: Translator) -> None:
    texts = ["89%", "69,83%", "485.762", "trên 5,2", "—", "16/18"]
    aligned = align_decimals(texts, vi)
    assert {len(text) for text in aligned} == {len(aligned[0])}
    assert [text.strip() for text in aligned] == texts
    marks = {text.index(",") for text in aligned if "," in text}
    assert len(marks) == 1
    ends_of_whole_numbers = {aligned[0].index("%"), len(aligned[2].rstrip())}
    assert ends_of_whole_numbers == marks


def test_nothing_to_align_is_nothing(vi: Translator) -> None:
    assert align_decimals([], vi) == []
