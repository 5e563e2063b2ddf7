"""A framework's parts as one list without levels: placed by their codes, and counted once."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.domain.scoring import sheet
from tests.workspace.own_framework import (
    BASE,
    BY_TABLE,
    FRAMEWORK,
    SCORES,
    TABLE,
    score,
    scores,
    table,
)
from tests.workspace.test_frameworks import codes, read

FLAT = (("4", 60), ("4.1", 20), ("4.22", 40), ("4.22.10", 25), ("4.22.11", 15), ("5", 40))


def flat(*parts: tuple[str, int]) -> str:
    """A framework whose parts of these codes and points stand in one list."""
    head = FRAMEWORK.partition("parts:")[0] + "parts:\n"
    entries = (f'  - {{code: "{code}", name: Mục, max_points: {most}}}\n' for code, most in parts)
    return head + "".join(entries)


@pytest.mark.parametrize(
    "order",
    [FLAT, tuple(reversed(FLAT)), (FLAT[3], FLAT[5], FLAT[0], FLAT[4], FLAT[2], FLAT[1])],
    ids=["in order", "backwards", "mixed"],
)
def test_a_flat_list_is_the_tree_of_its_codes_as_a_table_is(
    order: tuple[tuple[str, int], ...], tmp_path: Path
) -> None:
    listed = flat(*order)
    rows = [f"{code},Mục,{most}," for code, most in order]
    found = read(tmp_path / "list", {BASE: listed})
    (from_list,) = found.frameworks
    assert set(codes(from_list)) == {
        ("4", ""), ("4.1", "4"), ("4.22", "4"), ("4.22.10", "4.22"), ("4.22.11", "4.22"), ("5", ""),
    }  # fmt: skip
    assert (from_list,) == read(
        tmp_path / "table", {BASE: BY_TABLE, TABLE: table(*rows)}
    ).frameworks
    assert [each for each in found.warnings if each.path == BASE] == []


def test_points_of_a_flat_list_are_counted_once(tmp_path: Path) -> None:
    """Those of 4.22 as a whole and of what lies in it are not added to each other."""
    listed = flat(*FLAT)
    rows = [
        score(f"a{number}", part=code, self_assessment=str(points), appraised="")
        for number, (code, points) in enumerate(
            [("4.1", 18), ("4.22", 32), ("4.22.10", 21), ("4.22.11", 9.5)]
        )
    ]
    found = read(tmp_path, {BASE: listed, SCORES: scores(*rows)})
    result = sheet(found.frameworks[0], found.assessments).result
    assert (result.points, result.covered, result.total) == (50, 60, 100)
    told = [each.text() for each in found.warnings if each.code == "scores_do_not_add_up"]
    assert told == ["Mục “4.22” được 32 điểm, nhưng các mục bên trong cộng lại là 30.5."]


def test_a_level_left_out_of_a_flat_list_is_pointed_out(tmp_path: Path) -> None:
    found = read(tmp_path, {BASE: flat(("4", 60), ("4.22.11", 60), ("5", 40))})
    assert codes(found.frameworks[0]) == [("4", ""), ("4.22.11", "4"), ("5", "")]
    told = [(each.code, each.key) for each in found.warnings if each.path == BASE]
    assert told == [("level_left_out", "parts[1].code")]
