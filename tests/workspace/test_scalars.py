"""Words are read as their writers mean them, not as YAML 1.1 does."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.workspace import scalars


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("485762", 485762),
        ("-3", -3),
        ("69.83", 69.83),
        ("-0.5", -0.5),
        ("2024-01-07", date(2024, 1, 7)),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
    ],
)
def test_a_plain_word_has_a_value(text: str, value: object) -> None:
    found = scalars.plain(text)
    assert found == value
    kind = scalars.Spelt if isinstance(value, float) else type(value)
    assert type(found) is kind


@pytest.mark.parametrize(
    "text",
    [
        "010",
        "1_000",
        "12:30",
        "0x1F",
        "1e3",
        ".5",
        "5.",
        "+1",
        "1,5",
        "yes",
        "no",
        "on",
        "True",
        "NULL",
        ".inf",
        ".nan",
        "2024-1-7",
        "2024-02-30",
        "2024-01-07T00:00:00",
        "9" * 400,
        "١٢",
    ],
)
def test_a_word_of_many_readings_stays_text(text: str) -> None:
    assert scalars.plain(text) == text


@pytest.mark.parametrize("text", ["1899-12-31", "2200-01-01", "0001-01-01"])
def test_a_year_out_of_reach_is_no_date(text: str) -> None:
    assert scalars.iso_date(text) is None
