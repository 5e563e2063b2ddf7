"""The units scored on a framework, as text: points, coverage, places; those of other periods."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefing.domain.framework_told import FrameworkTold
from briefing.domain.frameworks import Assessment
from briefing.domain.model import Unit, UnitKey, UnitKind
from briefing.language import Language, translator
from briefing.pages.framework import framework_page
from briefing.pages.layout import lay_out
from tests.pages.test_framework import text, told, unit
from tests.unit.own_set import YEAR_BEFORE, own_set, scored

Beside = tuple[Unit, Sequence[Assessment]]


def full(points: float) -> list[Assessment]:
    """All parts scored by the unit and appraised, with this much of 40 on part 5."""
    return [scored("4", 60, 60), scored("5", points, points)]


def ward(name: str, *rows: Assessment) -> Beside:
    """Another ward and its points."""
    return unit(UnitKey(name), f"Phường {name}", UnitKind.COMMUNE), rows


def line(found: str, name: str) -> list[str]:
    """The words of a ward's line, the last of its name first."""
    (told_of,) = [each for each in found.splitlines() if f"Phường {name} " in each]
    return told_of.split()


OTHERS = [ward("A", *full(30)), ward("B", *full(10)), ward("C", scored("4.1", 20, 20))]


def own(*rows: Assessment, beside: Sequence[Beside] = (), more: bool = False) -> FrameworkTold:
    """The set as Phường Phủ Lý was scored on it, beside others."""
    return told(own_set(), *rows, beside=beside, more=more)


def test_places_are_among_those_scored_in_full_and_the_others_have_none() -> None:
    found = text(own(*full(20), beside=OTHERS))
    assert line(found, "A") == [
        "1", "Phường", "A", "90/100", "90,0%", "đủ", "thẩm", "định",
    ]  # fmt: skip
    assert line(found, "Phủ Lý")[:6] == ["2", "►", "Phường", "Phủ", "Lý", "80/100"]
    assert line(found, "C") == [
        "—", "Phường", "C", "20/20", "100,0%", "20/100", "thẩm", "định",
    ]  # fmt: skip
    assert "6 tháng đầu năm 2026; hạng trong 3 đơn vị chấm đủ; 1 đơn vị chấm chưa đủ" in found
    assert "hạng 2/3 đơn vị chấm đủ" in found.splitlines()[0]


def test_the_units_stand_below_the_tree_of_one_that_was_scored() -> None:
    found = text(own(*full(20), beside=OTHERS))
    assert found.index("Từng mục") < found.index("Các đơn vị đã chấm")


def test_a_unit_scored_in_part_is_not_said_to_have_a_place() -> None:
    found = text(own(scored("4.1", 20, 20), beside=OTHERS[:2]))
    assert "hạng" not in found.splitlines()[0]
    assert line(found, "Phủ Lý")[:3] == ["—", "►", "Phường"]


def test_where_too_few_are_scored_in_full_nobody_is_ranked_and_it_is_said() -> None:
    found = text(own(*full(20), beside=OTHERS[2:]))
    assert "chưa xếp hạng: chưa có hai đơn vị chấm đủ mọi mục" in found
    assert line(found, "Phủ Lý")[0] == "►"


def test_where_not_all_units_are_known_nobody_is_ranked_and_it_is_said() -> None:
    found = text(own(*full(20), beside=OTHERS, more=True))
    assert "hơn 4 đơn vị nên không xếp hạng" in found
    assert "đơn vị chấm đủ" not in found


def test_units_with_points_of_another_period_are_named_below_with_its_end() -> None:
    before = ward("Cũ", scored("4", 60, period=YEAR_BEFORE))
    found = text(own(*full(20), beside=[*OTHERS, before]))
    assert found.index("Các đơn vị đã chấm") < found.index("Chỉ có điểm của kỳ khác")
    assert line(found, "Cũ") == ["Phường", "Cũ", "đến", "31/12/2025"]


def test_it_is_said_whose_points_count() -> None:
    beside = [ward("T", scored("4", 50)), ward("M", scored("4", 50, 40), scored("5", 3))]
    found = text(own(*full(20), beside=beside))
    assert line(found, "T")[-2:] == ["tự", "chấm"]
    assert line(found, "M")[-4:] == ["một", "phần", "tự", "chấm"]


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
@pytest.mark.parametrize("language", list(Language))
def test_no_line_is_wider_than_the_screen(width: int, language: Language) -> None:
    page = framework_page(own(*full(20), beside=OTHERS), translator(language))
    assert max(each.cells for each in lay_out(page, width)) <= width
