"""Kinds of systems and categories of difficulties are closed lists, each with a word."""

from __future__ import annotations

from pathlib import Path

from briefing.domain.model import DifficultyCategory, SystemKind
from briefing.wording.names import DIFFICULTY_CATEGORIES, SYSTEM_KINDS
from tests.workspace.spoiling import check, swap


def test_a_kind_of_system_outside_the_list_is_refused(tmp_path: Path) -> None:
    case = swap("not_choice", "systems", "kind: cong", "kind: Cổng", key="systems[0].kind")
    check(case, tmp_path)


def test_a_category_outside_the_list_is_refused_with_the_whole_list(tmp_path: Path) -> None:
    (problem,) = swap("", "difficulties", "category: nhan_luc", "category: nhan_su").problems(
        tmp_path
    )
    assert problem.code == "not_choice"
    assert all(category in problem.remedy_text() for category in DifficultyCategory)


def test_every_kind_and_every_category_has_its_word_and_no_other_is_told() -> None:
    assert set(SYSTEM_KINDS) == set(SystemKind)
    assert set(DIFFICULTY_CATEGORIES) == set(DifficultyCategory)
