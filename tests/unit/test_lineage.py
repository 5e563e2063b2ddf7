"""Which unit a code means on a day, and who took over."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.domain.lineage import successors_of, valid_on
from briefing.domain.model import Unit, UnitKey
from tests.unit.facts import day, unit

MERGER = date(2025, 7, 1)
NEW = UnitKey("24", MERGER)
BAC_GIANG = unit("24", name="Bắc Giang", valid_to=date(2025, 6, 30), successors=(NEW,))
OLD_BAC_NINH = unit("27", name="Bắc Ninh", valid_to=date(2025, 6, 30), successors=(NEW,))
BAC_NINH = unit("24", key=NEW, name="Bắc Ninh")
UNITS = (BAC_GIANG, OLD_BAC_NINH, BAC_NINH)


@pytest.mark.parametrize(
    ("code", "on", "found"),
    [
        pytest.param("24", "30/06/2025", BAC_GIANG, id="the last day"),
        pytest.param("24", "01/07/2025", BAC_NINH, id="the first day"),
        pytest.param("27", "01/07/2025", None, id="a code that ended"),
        pytest.param("99", "01/07/2025", None, id="a code nobody has"),
    ],
)
def test_a_code_needs_a_day(code: str, on: str, found: Unit | None) -> None:
    assert valid_on(UNITS, code, day(on)) == found


def test_of_two_valid_at_once_the_later_one_is_meant() -> None:
    overlapping = unit("24", name="Bắc Giang")
    for units in ((BAC_NINH, overlapping), (overlapping, BAC_NINH)):
        assert valid_on(units, "24", day("01/08/2025")) == BAC_NINH


def test_both_old_provinces_lead_to_the_new_one() -> None:
    for old in (BAC_GIANG, OLD_BAC_NINH):
        assert successors_of(UNITS, old.key, day("01/08/2025")) == (BAC_NINH,)
        assert successors_of(UNITS, old.key, day("01/08/2024")) == (old,)


def test_a_merger_of_a_merger_is_followed_and_a_split_gives_every_heir() -> None:
    last = unit("90", key=UnitKey("90", date(2030, 1, 1)))
    middle = unit("24", key=NEW, valid_to=date(2029, 12, 31), successors=(last.key,))
    other = unit("91", key=UnitKey("91", MERGER))
    split = unit("24", valid_to=date(2025, 6, 30), successors=(NEW, other.key))
    found = successors_of((split, middle, other, last), split.key, day("01/01/2030"))
    assert set(found) == {other, last}
    assert len(found) == 2


def test_heirs_in_a_circle_or_missing_end_the_search() -> None:
    a, b = UnitKey("a"), UnitKey("b")
    circle = (
        unit("a", valid_to=date(2000, 1, 1), successors=(b,)),
        unit("b", valid_to=date(2000, 1, 1), successors=(a, UnitKey("c"))),
    )
    assert successors_of(circle, a, day("01/01/2024")) == ()
