"""``briefing plan`` tells what a sync would change and which lights turn, and writes nothing."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from briefing.store.schema import DEADLINES_AND_CLOSING
from tests.cli.calling import Said, call
from tests.store.sql import ask
from tests.workspaces import PATHS, changed, edit_plan

DATABASE = Path("data", "briefing.db")
LOWER_GOAL = ("goal: 12,", "goal: 15,")
"""The rank to reach; Ninh Bình's is 14."""


def everything(root: Path) -> dict[str, tuple[int, bytes]]:
    """Every file below ``root``, with the time of its last change."""
    return {
        path.relative_to(root).as_posix(): (path.stat().st_mtime_ns, path.read_bytes())
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def told(root: Path, *options: str) -> dict[str, Any]:
    """What ``plan`` tells a program."""
    said = call("plan", "--format", "json", *options, cwd=root)
    assert (said.code, said.err) == (0, "")
    found: dict[str, Any] = json.loads(said.out)
    return found


def test_nothing_changed_is_said_in_one_line(built: Path) -> None:
    said = call("plan", cwd=built)
    assert said == Said(0, "Không có gì thay đổi.\n", "")


def test_a_changed_goal_is_told_old_and_new_and_the_light_that_turns(built: Path) -> None:
    edit_plan(built, LOWER_GOAL)
    said = call("plan", cwd=built)
    assert said.code == 0
    assert "~ chỉ tiêu nb-ct-hang" in said.out
    assert "mức đề ra: 12 → 15" in said.out
    assert "1 đèn đổi: 1 chậm → đạt" in said.out or "→ đạt" in said.out
    assert "Chưa ghi gì" in said.err


def test_what_a_code_names_stands_before_it(built: Path) -> None:
    edit_plan(
        built,
        ("    pillar: chinh_quyen_so\n", "    pillar: xa_hoi_so\n"),
        ("coordinating: [nb-vpub]", "coordinating: [nb-stttt, nb-vpub]"),
        ("targets: [nb-ct-hstt]", "targets: [nb-ct-hang]"),
    )
    said = call("plan", cwd=built)
    assert said.code == 0
    assert "trụ cột: Chính quyền số (chinh_quyen_so) → Xã hội số (xa_hoi_so)" in said.out
    assert "(nb-stttt); " in said.out and "(nb-vpub)\n" in said.out
    assert "phục vụ chỉ tiêu: Vào nhóm 12 tỉnh đứng đầu (nb-ct-hang)" in said.out
    (plan,) = told(built)["plans"]
    fields = {change["field"]: change["new"] for change in plan["tasks"][0]["fields"]}
    assert fields["pillar"] == "xa_hoi_so", "a program is told the code alone"


def test_plan_leaves_every_file_as_it_is(built: Path) -> None:
    edit_plan(built, LOWER_GOAL)
    before = everything(built)
    for form in ("text", "json"):
        assert call("plan", "--format", form, cwd=built).code == 0
    assert everything(built) == before


def test_without_a_database_everything_is_new_and_none_is_made(fresh: Path) -> None:
    found = told(fresh)
    assert found["first"] is True and found["lights"] == []
    (plan,) = found["plans"]
    assert plan["change"] == "added" and len(plan["targets"]) == 4 and len(plan["tasks"]) == 4
    assert not (fresh / DATABASE).exists()
    assert sorted(path.name for path in (fresh / "data").iterdir() if path.is_file()) == []


def _to_the_schema_before(path: Path) -> None:
    """Makes a database what the version of the program before this schema wrote."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for (view,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'view'"
        ).fetchall():
            connection.execute(f"DROP VIEW {view}")
        for index in re.findall(r"CREATE INDEX (\w+)", DEADLINES_AND_CLOSING):
            connection.execute(f"DROP INDEX {index}")
        for table, column in re.findall(
            r"ALTER TABLE (\w+) ADD COLUMN (\w+)", DEADLINES_AND_CLOSING
        ):
            connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        connection.execute("DELETE FROM _sqlite_migrations WHERE name LIKE '0004%'")
        connection.execute("PRAGMA user_version = 3")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def test_a_database_of_an_older_schema_is_compared_and_left_old(built: Path) -> None:
    _to_the_schema_before(built / DATABASE)
    edit_plan(built, LOWER_GOAL)
    before = (built / DATABASE).read_bytes()
    (plan,) = told(built)["plans"]
    changes = {target["id"]: target["fields"] for target in plan["targets"]}
    assert {"field": "goal", "old": "12.0", "new": "15.0"} in changes["nb-ct-hang"]
    assert (built / DATABASE).read_bytes() == before
    assert call("sync", cwd=built).code == 0
    assert ask(built / DATABASE, "SELECT goal FROM v_targets WHERE target = 'nb-ct-hang'") == [
        (15.0,)
    ]


@pytest.fixture
def unwritable(built: Path) -> Iterator[Path]:
    """The workspace edited, in folders and files that nobody may write to."""
    edit_plan(built, LOWER_GOAL)
    paths = [built, *built.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield built
    for path in paths:
        path.chmod(0o755 if path.is_dir() else 0o644)


def _without_rights() -> None:
    """Takes from the new process what lets the administrator write anywhere."""
    import ctypes

    if os.geteuid() == 0:
        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)


def test_a_folder_that_is_read_only_can_be_previewed(unwritable: Path) -> None:
    before = everything(unwritable)
    said = call("plan", cwd=unwritable, before=_without_rights)
    assert said.code == 0 and "mức đề ra: 12 → 15" in said.out
    assert everything(unwritable) == before


def test_a_mistake_in_a_plan_is_told_with_its_line_and_exit_code_1(built: Path) -> None:
    edit_plan(built, ("goal: 12,", "goall: 12,"))
    said = call("plan", cwd=built)
    assert (said.code, said.out) == (1, "") and PATHS["plan"] in said.err


def test_a_wrong_day_is_a_wrong_call(built: Path) -> None:
    assert call("plan", "--as-of", "hôm kia", cwd=built).code == 2


def test_sync_prints_what_plan_told(built: Path) -> None:
    edit_plan(built, LOWER_GOAL)
    foreseen = call("plan", cwd=built).out
    done = call("sync", cwd=built)
    assert (done.code, done.out) == (0, "")
    assert done.err.endswith(foreseen)
    assert call("plan", cwd=built).out == "Không có gì thay đổi.\n"


def test_plan_and_sync_judge_by_the_days_asked_for(built: Path) -> None:
    edit_plan(built, LOWER_GOAL)
    days = ("--as-of", "2022-12-31")
    foreseen = call("plan", *days, cwd=built).out
    assert "0 đèn đổi" in foreseen and "1 đèn đổi" in call("plan", cwd=built).out
    assert call("sync", *days, cwd=built).err.endswith(foreseen)
    assert call("sync", "--as-of", "hôm kia", cwd=built).code == 2


def test_a_day_asked_for_is_not_the_day_on_which_things_are_closed(built: Path) -> None:
    text = (built / PATHS["plan"]).read_text(encoding="utf-8")
    start = text.index("tasks:")
    (built / PATHS["plan"]).write_text(text[:start] + "tasks: []\n", encoding="utf-8")
    assert call("sync", "--as-of", "2023-01-31", cwd=built).code == 0
    (row,) = set(ask(built / DATABASE, "SELECT closed_on FROM v_tasks"))
    assert row[0] is not None and row[0] > "2023-01-31"


def test_what_is_gone_is_told_as_closed(built: Path) -> None:
    text = (built / PATHS["plan"]).read_text(encoding="utf-8")
    start = text.index("tasks:")
    (built / PATHS["plan"]).write_text(text[:start] + "tasks: []\n", encoding="utf-8")
    said = call("plan", cwd=built)
    assert "- nhiệm vụ" in said.out and "(đóng)" in said.out
    assert "4 đèn tắt" in said.out


def test_a_reason_given_is_shown_before_and_kept_after(built: Path) -> None:
    edit_plan(built, LOWER_GOAL)
    assert "lý do: theo QĐ 99" in call("plan", "--reason", "theo QĐ 99", cwd=built).out
    assert call("sync", "--reason", "theo QĐ 99", cwd=built).code == 0
    rows = ask(built / DATABASE, "SELECT field, old, new, why FROM v_log WHERE id = 'nb-ct-hang'")
    assert rows == [("goal", "12.0", "15.0", "theo QĐ 99")]


def test_a_threshold_changed_in_the_settings_turns_lights_without_any_data(built: Path) -> None:
    config = built / "config.yaml"
    before = told(built)["lights"]
    assert before == []
    config.write_text(
        config.read_text(encoding="utf-8") + "\nas_of: 2030-01-01\n"
        if "as_of:" not in config.read_text(encoding="utf-8")
        else "\n".join(
            "as_of: 2030-01-01" if line.startswith("as_of:") else line
            for line in config.read_text(encoding="utf-8").splitlines()
        ),
        encoding="utf-8",
    )
    found = told(built)
    assert found["plans"] == []
    assert {light["as_of"] for light in found["lights"]} == {"2030-01-01"}


def test_git_s_name_for_the_user_stands_in_the_log(built: Path) -> None:
    if shutil.which("git") is None:
        pytest.skip("no git here")
    (built / ".git").mkdir()
    (built / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    for name in ("objects", "refs"):
        (built / ".git" / name).mkdir()
    (built / ".git" / "config").write_text("[user]\n\tname = Trần Thị Lan\n", encoding="utf-8")
    edit_plan(built, LOWER_GOAL)
    assert call("sync", cwd=built).code == 0
    assert ask(built / DATABASE, "SELECT DISTINCT by FROM v_log") == [("Trần Thị Lan",)]


def test_a_note_in_the_plan_is_the_reason_where_none_is_given(built: Path) -> None:
    text = changed("plan", *LOWER_GOAL)
    block = "plan:\n"
    assert text.count(block) == 1
    (built / PATHS["plan"]).write_text(
        text.replace(block, f"{block}  change_note: rà soát giữa năm\n"), encoding="utf-8"
    )
    assert call("sync", cwd=built).code == 0
    assert ask(built / DATABASE, "SELECT field, why FROM v_log") == [("goal", "rà soát giữa năm")]
