"""Undo gives back the very bytes, and never takes away what somebody did since."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from briefing.workspace.editing import (
    CannotEdit,
    Edited,
    FileChanged,
    NothingToUndo,
    add_note,
    edit,
    extend,
    mark_done,
    undo,
)
from briefing.workspace.editing.files import STATE
from briefing.workspace.editing.journal import MOST
from tests.workspace.editing.conftest import PLAN

DAY = date(2023, 12, 20)


def test_edits_are_undone_one_after_the_other_to_the_byte(root: Path) -> None:
    plan = root / PLAN
    plan.write_bytes(b"\xef\xbb\xbf" + plan.read_bytes().replace(b"\n", b"\r\n"))
    states = [plan.read_bytes()]
    changes: list[Callable[[], Edited]] = [
        lambda: edit(root, "nb-ct-hstt", "weight", "1,5"),
        lambda: mark_done(root, "nb-nv-cong", DAY),
        lambda: add_note(root, "nb-nv-cong", "Xong", on=DAY),
        lambda: extend(root, "nb-nv-tap-huan", "2024-12-31", by="UBND tỉnh", on=DAY),
    ]
    for change in changes:
        change()
        assert plan.read_bytes() not in states
        states.append(plan.read_bytes())
    while len(states) > 1:
        assert plan.read_bytes() == states.pop()
        undo(root)
        assert plan.read_bytes() == states[-1]
    with pytest.raises(NothingToUndo):
        undo(root)


def test_undo_says_what_it_turned_round(root: Path) -> None:
    edit(root, "nb-ct-hang", "goal", "10", reason="Thử")
    done = undo(root)
    assert (done.ref, done.path, done.reason) == ("nb-ct-hang", PLAN, "Thử")
    assert [(each.field, each.old, each.new) for each in done.changes] == [("goal", "10", "12")]


def test_a_file_that_was_changed_since_keeps_its_changes(root: Path) -> None:
    edit(root, "nb-ct-hang", "goal", "10")
    later = (root / PLAN).read_bytes() + b"# sau\n"
    (root / PLAN).write_bytes(later)
    with pytest.raises(FileChanged) as told:
        undo(root)
    (found,) = told.value.problems
    assert found.code == "edit_changed_since" and found.params["read"] != found.params["now"]
    assert (root / PLAN).read_bytes() == later


def test_an_edit_that_git_took_back_is_no_edit_to_undo(root: Path) -> None:
    before = (root / PLAN).read_bytes()
    edit(root, "nb-ct-hang", "goal", "10")
    (root / PLAN).write_bytes(before)
    with pytest.raises(NothingToUndo):
        undo(root)


def test_a_damaged_memory_of_an_edit_undoes_nothing(root: Path) -> None:
    edit(root, "nb-ct-hang", "goal", "10")
    after = (root / PLAN).read_bytes()
    (kept,) = (root / STATE / "undo").iterdir()
    whole = kept.read_bytes()
    for damaged in (whole[:-5], b"", b"[]\n", whole.replace(b"data/plans", b"../../plan")):
        kept.write_bytes(damaged)
        with pytest.raises(CannotEdit) as told:
            undo(root)
        assert [each.code for each in told.value.problems] == ["edit_bad_journal"]
        assert (root / PLAN).read_bytes() == after


def test_only_so_many_edits_are_remembered(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.workspace.editing.journal.MOST", 3)
    assert MOST >= 100
    for goal in range(20, 26):
        edit(root, "nb-ct-hang", "goal", str(goal))
    assert len(list((root / STATE / "undo").iterdir())) == 3
    undo(root)
    edit(root, "nb-ct-hang", "goal", "30")
    undo(root)
    undo(root)
    undo(root)
    with pytest.raises(NothingToUndo):
        undo(root)
    assert "goal: 22," in (root / PLAN).read_text("utf-8")
