"""Points of a framework that do not add up are told, and nothing is mended."""

from __future__ import annotations

import pytest

from briefing.domain.adding_up import maximum, misfits, without_maximum
from briefing.domain.frameworks import Framework, Part
from tests.unit.index_facts import FRAMEWORK
from tests.unit.own_set import own_set


def told(framework: Framework) -> list[tuple[str, float, float]]:
    """Each sum that does not fit: whose, as stated, as found; "" for the total."""
    return [
        (each.part.code if each.part else "", each.stated, each.found)
        for each in misfits(framework)
    ]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"4.22.11": 14}, [("4.22", 40, 39)]),
        ({"4.22.11": 16}, [("4.22", 40, 41)]),
        ({"4.1": 21}, [("4", 60, 61)]),
        ({"5": 45, "5.1": 20}, [("", 100, 105)]),
        ({"4.22": 30}, [("4", 60, 50), ("4.22", 30, 40)]),
        # Of a part with points unknown only a sum that is too large already is told.
        ({"4.22.11": None}, []),
        ({"4.22.11": None, "4.22.10": 41}, [("4.22", 40, 41)]),
        # A part without points of its own has what its own parts come to.
        ({"4.22": None}, []),
        ({"4.22": None, "4.22.11": 14}, [("4", 60, 59)]),
        ({"5": None, "5.2": 20}, [("", 100, 95)]),
    ],
)
def test_a_sum_that_does_not_fit_is_told_with_both_numbers(
    changed: dict[str, float | None], expected: list[tuple[str, float, float]]
) -> None:
    assert told(own_set(changed)) == expected


def test_a_framework_known_in_part_is_told_only_when_too_much_is_known_already() -> None:
    assert told(own_set({"5.1": 5, "5": 35}, complete=False)) == []
    assert told(own_set({"5.1": 20}, complete=False)) == [("5", 40, 45)]
    assert told(own_set(total=90, complete=False)) == [("", 90, 100)]


def test_tenths_add_up_as_people_add_them() -> None:
    """0.1 + 0.2 is 0.3 on paper."""
    assert told(own_set({"5.1": 0.1, "5.2": 0.2, "5": 0.3, "4": 60}, total=60.3)) == []


def test_the_framework_of_2022_adds_up_to_a_thousand() -> None:
    assert told(FRAMEWORK) == []


def test_a_framework_without_parts_has_no_sum() -> None:
    assert told(own_set(parts=())) == []


def test_points_that_nobody_told_are_named_unless_the_framework_says_so_itself() -> None:
    unknown = own_set({"5.1": None})
    assert [each.code for each in without_maximum(unknown)] == ["5.1"]
    assert without_maximum(own_set({"5.1": None}, complete=False)) == ()


def test_a_part_of_which_one_part_is_unknown_has_no_maximum() -> None:
    parts = (Part(id="a", code="a", name="", name_en="", max_points=5), _UNKNOWN)
    assert maximum(Part(id="c", code="c", name="", name_en="", parts=parts)) is None
    assert maximum(Part(id="c", code="c", name="", name_en="", parts=parts[:1])) == 5


_UNKNOWN = Part(id="b", code="b", name="", name_en="")
