"""A period is called by its name where it has one."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.formatting import period, span_short
from briefing.language import Translator

PERIODS = [
    ("2023-01-01", "2023-12-31", "năm 2023", "2023", "2023", "2023"),
    ("2021-01-01", "2023-12-31", "giai đoạn 2021–2023", "2021–2023", "2021–2023", "2021–2023"),
    ("2023-01-01", "2023-03-31", "quý I/2023", "Q1 2023", "QI/2023", "Q1 2023"),
    ("2025-10-01", "2025-12-31", "quý IV/2025", "Q4 2025", "QIV/2025", "Q4 2025"),
    ("2022-04-01", "2022-04-30", "tháng 4/2022", "Apr 2022", "T4/2022", "Apr 2022"),
    ("2024-02-01", "2024-02-29", "tháng 2/2024", "Feb 2024", "T2/2024", "Feb 2024"),
    (
        "2022-01-01",
        "2022-06-30",
        "6 tháng đầu năm 2022",
        "first half of 2022",
        "6T/2022",
        "H1 2022",
    ),
    (
        "2022-01-01",
        "2022-09-30",
        "9 tháng đầu năm 2022",
        "first 9 months of 2022",
        "9T/2022",
        "9M 2022",
    ),
    (
        "2022-07-01",
        "2022-12-31",
        "6 tháng cuối năm 2022",
        "second half of 2022",
        "01/07–31/12/2022",
        "1 Jul – 31 Dec 2022",
    ),
    (
        "2022-02-01",
        "2022-03-31",
        "01/02–31/03/2022",
        "1 Feb – 31 Mar 2022",
        "01/02–31/03/2022",
        "1 Feb – 31 Mar 2022",
    ),
    (
        "2021-12-15",
        "2022-12-14",
        "15/12/2021–14/12/2022",
        "15 Dec 2021–14 Dec 2022",
        "15/12/2021–14/12/2022",
        "15 Dec 2021–14 Dec 2022",
    ),
    (
        "2023-06-30",
        "2023-06-30",
        "đến 30/06/2023",
        "as of 30 Jun 2023",
        "30/06/2023",
        "30 Jun 2023",
    ),
]


@pytest.mark.parametrize(("start", "end", "vietnamese", "english", "short", "short_en"), PERIODS)
def test_a_period_is_called_by_its_name(
    start: str,
    end: str,
    vietnamese: str,
    english: str,
    short: str,
    short_en: str,
    vi: Translator,
    en: Translator,
) -> None:
    span = date.fromisoformat(start), date.fromisoformat(end)
    assert period(*span, vi) == vietnamese
    assert period(*span, en) == english
    assert span_short(*span, vi) == short
    assert span_short(*span, en) == short_en


def test_a_reporting_year_is_not_called_a_calendar_year(vi: Translator) -> None:
    assert "năm" not in period(date(2021, 12, 15), date(2022, 12, 14), vi)
