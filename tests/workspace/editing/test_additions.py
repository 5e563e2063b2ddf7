"""Notes, extensions, changes of goals and endings stand where staff would have written them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefing.workspace import load_workspace
from briefing.workspace.editing import (
    CheckRefused,
    EditRefused,
    NoSuchEntry,
    ValueRefused,
    add_note,
    change_goal,
    edit,
    extend,
    look,
    mark_done,
    mark_unit_done,
)
from tests.workspace.editing.conftest import PLAN, Compared

DAY = date(2023, 12, 20)


def with_plan(root: Path, old: str, new: str) -> None:
    text = (root / PLAN).read_bytes().decode("utf-8")
    assert old in text
    (root / PLAN).write_bytes(text.replace(old, new, 1).encode("utf-8"))


def test_a_task_is_done_on_a_day(root: Path, compared: Compared) -> None:
    mark_done(root, "nb-nv-cong", DAY)
    assert compared() == ([], ["    state: done", "    done_on: 2023-12-20"])
    (plan,) = load_workspace(root).plans
    assert plan.tasks[0].done_on == DAY


def test_a_key_is_added_behind_its_neighbour_and_above_the_comment_of_the_next(
    root: Path,
) -> None:
    with_plan(root, "    output: Cổng mới\n", "    output: Cổng mới # mới\n    # tiếng Anh\n")
    edit(root, "nb-nv-cong", "given_to", "các huyện")
    text = (root / PLAN).read_text("utf-8")
    assert (
        "    coordinating: [nb-vpub]\n    given_to: các huyện\n    output: Cổng mới # mới\n" in text
    )
    edit(root, "nb-nv-cong", "due_written_en", "Before July")
    assert "Trước ngày 01.7.2023\n    due_written_en: Before July\n    due:" in (
        root / PLAN
    ).read_text("utf-8")


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"])
def test_a_new_line_ends_as_the_others_do(break_: str, root: Path) -> None:
    plan = root / PLAN
    before = plan.read_text("utf-8").replace("\n", break_).encode("utf-8")
    plan.write_bytes(b"\xef\xbb\xbf" + before)
    edit(root, "nb-nv-cong", "note", "Xong")
    new = f"    note: Xong{break_}".encode()
    after = plan.read_bytes()
    assert after.count(new) == 1 and after.replace(new, b"") == b"\xef\xbb\xbf" + before


def test_a_file_without_a_last_line_end_still_has_none(root: Path) -> None:
    plan = root / PLAN
    text = plan.read_text("utf-8")
    text = text[: text.index("  - {id: nb-nv-bcd")].rstrip("\n") + "  # đã gia hạn"
    plan.write_bytes(text.encode("utf-8"))
    edit(root, "nb-nv-cong", "note", "Xong")
    assert plan.read_bytes() == (text + "\n    note: Xong").encode("utf-8")


def test_a_deadline_is_extended_and_the_first_one_is_kept(root: Path, compared: Compared) -> None:
    done = extend(root, "nb-nv-cong", "30/6/2024", by="UBND tỉnh, sở", on=DAY, note="Thiếu vốn")
    assert done.changes[0].field == "extensions[1]"
    task = load_workspace(root).plans[0].tasks[0]
    assert (task.due, [each.due for each in task.extensions]) == (
        date(2023, 6, 30),
        [date(2023, 12, 31), date(2024, 6, 30)],
    )
    assert task.extensions[1].by == "UBND tỉnh, sở"
    assert len(compared()[1]) == 1


def test_a_first_extension_is_a_block_of_its_own(root: Path) -> None:
    with_plan(root, "    extensions: [{on: 2023-06-20, due: 2023-12-31, by: UBND tỉnh}]\n", "")
    extend(root, "nb-nv-cong", "2023-12-31", by="UBND tỉnh", on=date(2023, 6, 20))
    wanted = (
        "    due: 2023-06-30\n    extensions:\n      - on: 2023-06-20\n        due: 2023-12-31\n"
        "        by: UBND tỉnh\n"
    )
    assert wanted in (root / PLAN).read_text("utf-8")
    extend(root, "nb-nv-cong", "2024-06-30", by="UBND tỉnh", on=DAY)
    wanted += "      - on: 2023-12-20\n        due: 2024-06-30\n        by: UBND tỉnh\n"
    assert wanted in (root / PLAN).read_text("utf-8")


@pytest.mark.parametrize("empty", ["extensions: []", "extensions:", "extensions: null # chưa"])
def test_an_empty_list_is_filled(empty: str, root: Path) -> None:
    with_plan(root, "extensions: [{on: 2023-06-20, due: 2023-12-31, by: UBND tỉnh}]", empty)
    extend(root, "nb-nv-cong", "2023-12-31", by="UBND tỉnh", on=DAY)
    assert len(load_workspace(root).plans[0].tasks[0].extensions) == 1
    assert "# chưa" not in empty or "# chưa" in (root / PLAN).read_text("utf-8")


def test_an_extension_must_be_later_and_needs_a_deadline(root: Path, compared: Compared) -> None:
    with pytest.raises(ValueRefused, match="không muộn hơn"):
        extend(root, "nb-nv-cong", "31/12/2023", by="UBND tỉnh", on=DAY)
    with pytest.raises(ValueRefused, match="không có thời hạn"):
        extend(root, "nb-nv-thuong-xuyen", "31/12/2024", by="UBND tỉnh", on=DAY)
    with pytest.raises(NoSuchEntry, match="không phải nhiệm vụ"):
        extend(root, "nb-ct-hang", "31/12/2024", by="UBND tỉnh", on=DAY)
    with pytest.raises(ValueRefused):
        extend(root, "nb-nv-cong", "31/12/2024", by=" ", on=DAY)
    assert compared() == ([], [])


def test_a_note_stands_behind_the_one_that_is_there(root: Path) -> None:
    add_note(root, "nb-nv-cong", "Đã trình: chờ", on=DAY)
    assert look(root, "nb-nv-cong").values["note"] == "(20/12/2023) Đã trình: chờ"
    add_note(root, "nb-nv-cong", "Xong.", on=date(2023, 12, 31))
    add_note(root, "nb-nv-cong", 'Đã "ký"', on=date(2024, 1, 2))
    said = '(20/12/2023) Đã trình: chờ; (31/12/2023) Xong. (02/01/2024) Đã "ký"'
    assert look(root, "nb-nv-cong").values["note"] == said


def test_a_note_may_be_told_in_english_as_well(root: Path) -> None:
    done = add_note(root, "nb-nv-cong", "Đã trình", on=DAY, english="Submitted")
    assert [(each.field, each.new) for each in done.changes] == [
        ("note", "(20/12/2023) Đã trình"),
        ("note_en", "(20/12/2023) Submitted"),
    ]


@pytest.mark.parametrize(
    ("written", "after"),
    [
        (
            "    note: Một ghi chú\n      hai dòng  # hỏi lại\n",
            "    note: Một ghi chú\n      hai dòng; (20/12/2023) Xong  # hỏi lại\n",
        ),
        (
            "    note: |  # hỏi lại\n      Một\n      hai\n\n",
            "    note: |  # hỏi lại\n      Một\n      hai\n      (20/12/2023) Xong\n\n",
        ),
        (
            "    note: >-\n      Một\n      hai.\n",
            "    note: >-\n      Một\n      hai. (20/12/2023) Xong\n",
        ),
        ("    note: 'It''s'\n", "    note: 'It''s; (20/12/2023) Xong'\n"),
        ('    note: "Một\\u2026"\n', '    note: "Một\\u2026 (20/12/2023) Xong"\n'),
        ("    note: ~  # trống\n", "    note: (20/12/2023) Xong  # trống\n"),
    ],
)
def test_a_longer_note_leaves_the_old_lines_alone(written: str, after: str, root: Path) -> None:
    with_plan(root, "    output: Cổng mới\n", f"    output: Cổng mới\n{written}")
    before = (root / PLAN).read_text("utf-8")
    add_note(root, "nb-nv-cong", "Xong", on=DAY)
    assert (root / PLAN).read_text("utf-8") == before.replace(written, after)


def test_an_official_change_keeps_the_first_goal(root: Path) -> None:
    done = change_goal(root, "nb-ct-hstt", "55,5", document="09/QĐ-UBND", on=date(2023, 7, 30))
    assert done.changes[0].new == "on: 2023-07-30, from: 50, to: 55.5, document: nb-qd-09-2023"
    target = load_workspace(root).plans[0].targets[0]
    assert target.goal == 45 and [each.after for each in target.changes] == [50, 55.5]


def test_a_change_holds_from_the_day_of_its_document(root: Path) -> None:
    change_goal(root, "nb-ct-hang", "10", document="nb-qd-09-2023")
    (change,) = load_workspace(root).plans[0].targets[1].changes
    assert (change.on, change.before, change.after) == (date(2023, 6, 30), 12, 10)


def test_a_change_that_makes_no_sense_is_refused(root: Path, compared: Compared) -> None:
    with pytest.raises(ValueRefused) as told:
        change_goal(root, "nb-ct-hang", "10", document="nb-qd-10")
    (unknown,) = told.value.problems
    assert unknown.code == "unknown_document" and told.value.in_the_call
    assert unknown.params["suggestion"] == "nb-qd-09-2023" and not unknown.line
    with pytest.raises(ValueRefused, match="không có mức bằng số"):
        change_goal(root, "nb-ct-chu", "10", document="nb-qd-09-2023")
    with pytest.raises(ValueRefused, match="đã là 50"):
        change_goal(root, "nb-ct-hstt", "50", document="nb-qd-09-2023")
    with pytest.raises(ValueRefused, match="không ghi ngày"):
        change_goal(root, "nb-ct-hang", "10", document="khong-ngay")
    with pytest.raises(NoSuchEntry, match="không phải chỉ tiêu"):
        change_goal(root, "nb-nv-cong", "10", document="nb-qd-09-2023")
    assert compared() == ([], [])


def test_the_first_goal_of_a_changed_target_is_not_changed_in_passing(root: Path) -> None:
    with pytest.raises(CheckRefused) as told:
        edit(root, "nb-ct-hstt", "goal", "60")
    assert "change_from_another" in [each.code for each in told.value.problems]


def test_a_unit_that_is_done_is_entered_once(root: Path, compared: Compared) -> None:
    with_plan(root, 'done_units: ["376"]', "done_units: []")
    mark_unit_done(root, "nb-nv-bcd", "376")
    assert compared() == ([], [])
    with pytest.raises(EditRefused):
        mark_unit_done(root, "nb-nv-bcd", "376")
    with pytest.raises(EditRefused):
        mark_unit_done(root, "nb-nv-bcd", "377")
    assert compared() == ([], [])
