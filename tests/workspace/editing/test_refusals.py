"""An edit that cannot be only that edit is not written, and says why."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.problems import Problem
from briefing.workspace.editing import (
    CannotEdit,
    CheckRefused,
    EditRefused,
    FileChanged,
    edit,
    look,
    undo,
)
from briefing.workspace.editing.files import STATE
from tests.workspace.editing.conftest import PLAN
from tests.workspaces import FILES

TEXT = FILES[PLAN]


def refused(root: Path, ref: str = "nb-ct-hstt", field: str = "title") -> tuple[Problem, ...]:
    before = (root / PLAN).read_bytes()
    with pytest.raises(EditRefused) as told:
        edit(root, ref, field, "4")
    assert (root / PLAN).read_bytes() == before
    return told.value.problems


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("title: Hồ sơ trực tuyến đạt 50%", "title: &ten Hồ sơ", "&ten"),
        ("title: Hồ sơ trực tuyến đạt 50%", "title: *ten", "*ten"),
        ("title: Hồ sơ trực tuyến đạt 50%", "title: !!str Hồ sơ", "!!str"),
        ("title: Hồ sơ trực tuyến đạt 50%", "title: !!python/name:os.system x", "!!python/name"),
        ("title: Hồ sơ trực tuyến đạt 50%", "title: ! Hồ sơ", "!"),
        ("  - id: nb-ct-hstt\n", "  - &muc\n    id: nb-ct-hstt\n", "&muc"),
        ("targets:\n", "targets: &tat-ca\n", "&tat-ca"),
    ],
)
def test_anchors_aliases_and_tags_are_refused_by_name(
    old: str, new: str, name: str, root: Path
) -> None:
    text = TEXT.replace(old, new, 1)
    if name == "*ten":
        text = text.replace("title: Kế hoạch", "title: &ten Kế hoạch", 1)
    (root / PLAN).write_text(text, "utf-8")
    (found,) = refused(root)
    assert found.code == "edit_marked"
    assert str(found.params["name"]).startswith(name)
    assert found.line > 0 and found.path == PLAN


def test_a_file_that_cannot_be_read_is_refused_with_its_mistakes(root: Path) -> None:
    (root / PLAN).write_text(TEXT.replace("title: Vào nhóm", "title: &a Vào nhóm"), "utf-8")
    assert [each.code for each in refused(root)] == ["yaml_anchor"]
    (root / PLAN).write_text(TEXT.replace("tasks:\n", "tasks: [\n"), "utf-8")
    assert all(each.code.startswith("yaml_") for each in refused(root))
    (root / PLAN).write_bytes(TEXT.encode("utf-16"))
    assert refused(root)


def test_a_key_written_twice_is_refused(root: Path) -> None:
    (root / PLAN).write_text(TEXT.replace("goal: 45\n", "goal: 45\n    title: Hai\n"), "utf-8")
    assert [each.code for each in refused(root)] == ["duplicate_key"]


def test_an_id_that_stands_twice_is_refused_with_both_places(root: Path) -> None:
    (root / PLAN).write_text(TEXT.replace("id: nb-ct-hang", "id: nb-ct-hstt"), "utf-8")
    (found,) = refused(root)
    assert found.code == "edit_same_id"
    assert f"{PLAN}:8" in str(found.params["places"]) and f"{PLAN}:25" in str(
        found.params["places"]
    )


def test_what_check_would_refuse_is_not_written(root: Path) -> None:
    with pytest.raises(CheckRefused) as told:
        edit(root, "nb-ct-hstt", "lead", "nb-sttt")
    (found,) = told.value.problems
    assert (found.code, found.path) == ("unknown_unit", PLAN)
    assert (root / PLAN).read_text("utf-8") == TEXT


def test_mistakes_that_stand_elsewhere_already_keep_nobody_from_editing(root: Path) -> None:
    text = TEXT.replace("state: awaiting", "state: đợi").replace("goal: 12", "goal: mười hai")
    (root / PLAN).write_text(text, "utf-8")
    edit(root, "nb-ct-hang", "goal", "11")
    assert (root / PLAN).read_text("utf-8") == text.replace("goal: mười hai", "goal: 11")


def test_a_mistake_that_stands_elsewhere_excuses_no_new_one(root: Path) -> None:
    (root / PLAN).write_text(TEXT.replace("state: awaiting", "state: đợi"), "utf-8")
    assert [each.code for each in refused(root, "nb-ct-hstt", "source")] == ["unknown_source"]


def test_both_versions_of_a_changed_file_are_named(root: Path) -> None:
    seen = look(root, "nb-ct-hstt").version
    (root / PLAN).write_text(TEXT + "# sửa bằng tay\n", "utf-8")
    os.utime(root / PLAN, (1_700_000_000, 1_700_000_000))
    with pytest.raises(FileChanged) as told:
        edit(root, "nb-ct-hstt", "title", "Tên", seen=seen)
    (found,) = told.value.problems
    now = look(root, "nb-ct-hstt").version
    assert seen.name != now.name and {seen.name, now.name} == {
        found.params["read"],
        found.params["now"],
    }
    edit(root, "nb-ct-hstt", "title", "Tên", seen=now)


def test_a_file_saved_between_reading_and_writing_is_left_alone(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = TEXT + "# của người khác\n"
    fsync = os.fsync

    def save_meanwhile(number: int) -> None:
        fsync(number)
        (root / PLAN).write_text(theirs, "utf-8")

    monkeypatch.setattr(os, "fsync", save_meanwhile)
    with pytest.raises(FileChanged):
        edit(root, "nb-ct-hstt", "title", "Tên")
    assert (root / PLAN).read_text("utf-8") == theirs
    assert sorted(path.name for path in (root / PLAN).parent.iterdir()) == ["plan.yaml"]
    with pytest.raises(EditRefused, match="Không có lần sửa nào"):
        undo(root)


def test_a_file_that_goes_meanwhile_is_not_brought_back(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def remove_meanwhile(number: int) -> None:
        fsync(number)
        (root / PLAN).unlink(missing_ok=True)

    monkeypatch.setattr(os, "fsync", remove_meanwhile)
    with pytest.raises(FileChanged, match="đã mất"):
        edit(root, "nb-ct-hstt", "title", "Tên")
    assert not (root / PLAN).exists()


def test_a_file_that_nobody_may_write_is_not_replaced(root: Path) -> None:
    (root / PLAN).chmod(0o444)
    with pytest.raises(CannotEdit, match="không cho ghi"):
        edit(root, "nb-ct-hstt", "title", "Tên")
    assert (root / PLAN).read_text("utf-8") == TEXT


def test_a_full_disk_leaves_the_old_file_whole(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(CannotEdit, match="28"):
        edit(root, "nb-ct-hstt", "title", "Tên")
    assert (root / PLAN).read_text("utf-8") == TEXT
    assert [path.name for path in (root / PLAN).parent.iterdir()] == ["plan.yaml"]


def test_mode_and_link_of_a_file_are_kept(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "that.yaml"
    (root / PLAN).rename(elsewhere)
    (root / PLAN).symlink_to(elsewhere)
    elsewhere.chmod(0o640)
    edit(root, "nb-ct-hstt", "title", "Tên")
    assert (root / PLAN).is_symlink()
    assert "title: Tên\n" in elsewhere.read_text("utf-8")
    assert elsewhere.stat().st_mode & 0o777 == 0o640


def test_the_state_folder_is_none_of_the_data_and_git_does_not_see_it(root: Path) -> None:
    edit(root, "nb-ct-hstt", "title", "Tên")
    assert (root / STATE / ".gitignore").read_text("utf-8") == "*\n"
    assert not list((root / "data").rglob(".*"))
