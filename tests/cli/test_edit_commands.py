"""``set``, ``done``, ``note``, ``extend`` and ``undo`` as a shell calls them."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefing.workspace import editing
from tests.cli.calling import Said, call
from tests.workspaces import FILES, PATHS, changed

PLAN = "data/plans/plan.yaml"


def log(root: Path) -> list[tuple[str, ...]]:
    """Record, id, field, old and new value and reason of what was entered after the first sync."""
    query = "SELECT record, id, field, old, new, why FROM v_log ORDER BY rowid"
    with closing(sqlite3.connect(root / "data" / "briefing.db")) as connection:
        return connection.execute(query).fetchall()


def test_set_changes_the_file_the_database_and_the_log(built: Path) -> None:
    said = call("set", "nb-ct-hang.goal", "10", "--reason", "Theo chỉ đạo mới", cwd=built)
    assert (said.code, said.out) == (0, f"{PLAN}:25: nb-ct-hang.goal: 12 → 10\n")
    assert (built / PLAN).read_text("utf-8") == changed("plan", "goal: 12,", "goal: 10,")
    why = "Theo chỉ đạo mới"
    assert ("target", "nb-ct-hang", "goal", "12.0", "10.0", why) in log(built)


def test_set_tells_which_lights_turn(built: Path) -> None:
    said = call("set", "nb-ct-hang.goal", "20", cwd=built)
    assert said.code == 0 and "1 đèn đổi" in said.err
    assert said.out.count("\n") == 1
    said = call("set", "nb-ct-hang.goal", "12", "--language", "en", cwd=built)
    assert said.code == 0 and "1 light" in said.err


def test_a_key_that_is_new_is_told_as_empty_before(built: Path) -> None:
    said = call("set", "nb-nv-cong.note", "Còn 2 xã: chờ", cwd=built)
    assert said.out == f"{PLAN}:42: nb-nv-cong.note: (trống) → Còn 2 xã: chờ\n"
    said = call("set", "nb-nv-cong.note", "", "--language", "en", cwd=built)
    assert said.out == f"{PLAN}:42: nb-nv-cong.note: Còn 2 xã: chờ → (empty)\n"


def test_a_value_below_zero_is_no_option(built: Path) -> None:
    said = call("set", "nb-ct-hstt.baseline", "-5", "--reason", "Thử", cwd=built)
    assert said.code == 1 and "Không ghi vào tệp" in said.err and "No such option" not in said.err
    assert "-5" in said.err


def test_values_that_go_together_are_written_together(built: Path) -> None:
    said = call("set", "nb-ct-hang.baseline", "14", cwd=built)
    assert said.code == 1 and "baseline_on" in said.err
    said = call("set", "nb-ct-hang.baseline", "14", ".baseline_on", "31/12/2022", cwd=built)
    assert said.out == (
        f"{PLAN}:25: nb-ct-hang.baseline: (trống) → 14\n"
        f"{PLAN}:25: nb-ct-hang.baseline_on: (trống) → 2022-12-31\n"
    )
    assert call("undo", cwd=built).code == 0
    assert (built / PLAN).read_text("utf-8") == FILES[PLAN]


def test_what_stands_there_already_is_not_written(built: Path) -> None:
    said = call("set", "nb-ct-hang.goal", "12", cwd=built)
    assert (said.code, said.out) == (0, "") and "không có gì để sửa" in said.err


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("set", "nb-ct-hang.goal", "1.470"), 2, "1470"),
        (("set", "nb-ct-hang.gaol", "10"), 2, "“goal”"),
        (("set", "nb-ct-hangg.goal", "10"), 2, "“nb-ct-hang”"),
        (("set", "nb-ct-hang", "10"), 2, "nb-ct-hang.note"),
        (("set", "nb-ct-hang.goal"), 2, "MÃ.KHÓA"),
        (("set", "nb-ct-hang.goal", "10", "nb-ct-hstt.goal", "10"), 2, "cùng một mục"),
        (("set", "nb-ct-hang.goal", "10", "--raeson", "x"), 2, "--raeson"),
        (("set", "nb-ct-hang.lead", "nb-sttt"), 1, "Không ghi vào tệp"),
        (("set", "nb-ct-hang.goal", "10", "--on", "01/01/2024"), 2, "--by"),
        (("set", "nb-ct-hang.title", "10", "--by", "nb-qd-09-2023"), 2, "goal"),
        (("set", "nb-ct-hang.goal", "10", "--by", "9/QĐ-UBND"), 2, "“09/QĐ-UBND”"),
        (("set", "nb-ct-hstt.title.0", "10"), 2, "goal, goal_op"),
        (("set", "nb-ct-hstt.milestones[0].0", "10"), 2, "Các khóa được dùng: on, value"),
        (("set", "nb-ct-hang.goal", "10", "--as-of", "xưa"), 2, "xưa"),
        (("done", "nb-nv-cong", "--on", "latest"), 2, "03/09/2023 hoặc 3.9.2023.\n"),
        (("done", "nb-ct-hang"), 2, "không phải nhiệm vụ"),
        (("done", "nb-nv-cong", "--on", "31/02/2024"), 2, "31/02/2024"),
        (("done", "nb-nv-cong", "--on", "01/01/2199"), 2, "01/01/2199 chưa đến"),
        (("extend", "nb-nv-cong", "31/12/2024"), 2, "--by"),
        (("extend", "nb-nv-cong", "2023", "--by", "UBND tỉnh"), 2, "hiện nay, 31/12/2023."),
        (("note", "nb-nv-cong", " "), 2, "không có chữ"),
        (("undo",), 1, "Không có lần sửa nào"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_what_is_refused_is_told_and_nothing_is_written(
    arguments: tuple[str, ...], code: int, words: str, built: Path
) -> None:
    before = log(built)
    said = call(*arguments, cwd=built)
    assert (said.code, said.out) == (code, "") and words in said.err
    assert (built / PLAN).read_text("utf-8") == FILES[PLAN]
    assert log(built) == before


def test_a_task_is_done_noted_and_extended(built: Path) -> None:
    said = call("done", "nb-nv-tap-huan", "--on", "01/03/2024", cwd=built)
    assert said.out == (
        f"{PLAN}:44: nb-nv-tap-huan.state: awaiting → done\n"
        f"{PLAN}:44: nb-nv-tap-huan.done_on: (trống) → 2024-03-01\n"
    )
    said = call("note", "nb-nv-cong", "Đã trình", "--on", "2/3/2024", cwd=built)
    assert said.out == f"{PLAN}:42: nb-nv-cong.note: (trống) → (02/03/2024) Đã trình\n"
    said = call(
        *("extend", "nb-nv-cong", "Quý II/2024", "--by", "UBND tỉnh"),
        *("--on", "20/12/2023", "--note", "Thiếu vốn", "--reason", "Công văn 5"),
        cwd=built,
    )
    assert said.code == 0 and "due: Quý II/2024, by: UBND tỉnh, note: Thiếu vốn" in said.out
    extended = [entry for entry in log(built) if entry[2] == "extensions"]
    assert len(extended) == 1 and "2024-06-30" in extended[0][4]
    assert extended[0][5] == "Công văn 5"


def test_an_official_change_names_its_document(built: Path) -> None:
    said = call("set", "nb-ct-hang.goal", "10", "--by", "09/QĐ-UBND", cwd=built)
    added = "on: 2023-06-30, from: 12, to: 10, document: nb-qd-09-2023"
    assert said.out == f"{PLAN}:25: nb-ct-hang.changes[0]: (trống) → {added}\n"
    assert "goal: 12," in (built / PLAN).read_text("utf-8")


def test_undo_gives_the_bytes_back_and_is_logged(built: Path) -> None:
    call("set", "nb-ct-hang.goal", "10", "--reason", "Thử", cwd=built)
    said = call("undo", cwd=built)
    assert (said.code, said.out) == (0, f"{PLAN}: nb-ct-hang.goal: 10 → 12\n")
    assert (built / PLAN).read_text("utf-8") == FILES[PLAN]
    *_, last = log(built)
    assert last[:5] == ("target", "nb-ct-hang", "goal", "10.0", "12.0")
    when = r"\d\d/\d\d/\d{4} \d\d:\d\d"
    assert re.fullmatch(f"Hoàn tác lần sửa lúc {when}: Thử", last[5])


def test_the_reason_is_not_given_to_what_others_saved_before(built: Path) -> None:
    theirs = changed("plan", "title: Tập huấn", "title: Tập huấn lại")
    (built / PLAN).write_text(theirs, "utf-8")
    call("set", "nb-ct-hang.goal", "10", "--reason", "Của tôi", cwd=built)
    reasons = {(entry[1], entry[2]): entry[5] for entry in log(built) if entry[2] != "*"}
    assert reasons[("nb-nv-tap-huan", "title")] is None
    assert reasons[("nb-ct-hang", "goal")] == "Của tôi"


def reasons(root: Path) -> dict[tuple[str, str], str | None]:
    """The reason of each logged change of a field, by entry and field."""
    return {(entry[1], entry[2]): entry[5] for entry in log(root) if entry[2] != "*"}


def test_each_of_two_edits_at_once_keeps_its_reason(built: Path) -> None:
    """Both are written before either has brought the database up to date."""
    editing.edit(built, "nb-ct-hang", "goal", "10", reason="Một")
    editing.edit(built, "nb-nv-cong", "output", "Cổng", reason="Hai")
    assert call("set", "nb-nv-tap-huan.note", "x", "--reason", "Ba", cwd=built).code == 0
    assert reasons(built) == {
        ("nb-ct-hang", "goal"): "Một",
        ("nb-nv-cong", "output"): "Hai",
        ("nb-nv-tap-huan", "note"): "Ba",
    }


def test_a_reason_outlives_a_mistake_in_another_file(built: Path) -> None:
    sources = built / PATHS["sources"]
    whole = sources.read_bytes()
    sources.write_bytes(b"x: [\n")
    assert call("set", "nb-ct-hang.goal", "10", "--reason", "Theo tờ trình", cwd=built).code == 1
    sources.write_bytes(whole)
    assert call("sync", cwd=built).code == 0
    assert reasons(built) == {("nb-ct-hang", "goal"): "Theo tờ trình"}


def test_a_reason_is_not_given_to_what_is_saved_by_hand_afterwards(built: Path) -> None:
    call("set", "nb-ct-hang.goal", "10", "--reason", "Của tôi", cwd=built)
    text = (built / PLAN).read_text("utf-8")
    (built / PLAN).write_text(text.replace("goal: 10,", "goal: 9,"), "utf-8")
    call("sync", cwd=built)
    *_, last = log(built)
    assert last[4] == "9.0" and not last[5]


def test_an_edit_stands_when_the_database_cannot_follow(built: Path) -> None:
    broken = changed("plan", "state: awaiting", "state: đợi")
    (built / PLAN).write_text(broken, "utf-8")
    said = call("set", "nb-ct-hang.goal", "10", cwd=built)
    assert said.code == 1
    assert said.out == f"{PLAN}:25: nb-ct-hang.goal: 12 → 10\n"
    assert "Đã ghi vào tệp" in said.err and f"{PLAN}:44:" in said.err
    assert (built / PLAN).read_text("utf-8") == broken.replace("goal: 12,", "goal: 10,")
    mended: Said = call("set", "nb-nv-tap-huan.state", "awaiting", cwd=built)
    assert mended.code == 0, mended.err


def test_help_is_whole_in_both_languages(built: Path) -> None:
    for name in ("set", "done", "note", "extend", "undo"):
        vi = call(name, "--help", cwd=built).out
        en = call(name, "--help", "--language", "en", cwd=built).out
        assert "--reason" in vi and "nhật ký sửa đổi" in vi
        assert "--reason" in en and "edit log" in en
