"""A change of the folder is noticed without reading it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from briefing.workspace.fingerprint import digest, scan
from tests.workspaces import FILES, PATHS, write_workspace


def paths(root: Path) -> list[str]:
    return [file.path for file in scan(root)]


def test_config_and_data_are_listed_in_order(tmp_path: Path) -> None:
    assert paths(write_workspace(tmp_path)) == sorted(FILES)


@pytest.mark.parametrize(
    "name",
    [
        ".#plan.yaml",
        "plan.yaml~",
        ".plan.yaml.swp",
        "#plan.yaml#",
        "~$so.csv",
        "ghi-chu.md",
        "x.db",
    ],
)
def test_what_editors_leave_behind_is_no_data(name: str, tmp_path: Path) -> None:
    root = write_workspace(tmp_path, {f"data/plans/{name}": "x"})
    assert paths(root) == sorted(FILES)


def test_hidden_folders_are_no_data(tmp_path: Path) -> None:
    root = write_workspace(tmp_path, {"data/.git/config.yaml": "x", ".venv/data/x.yaml": "x"})
    assert paths(root) == sorted(FILES)


def test_a_touched_file_has_another_stat_and_the_same_digest(tmp_path: Path) -> None:
    before = scan(write_workspace(tmp_path))
    os.utime(tmp_path / PATHS["plan"], ns=(1, 1))
    after = scan(tmp_path)
    assert [file.path for file in after if file not in before] == [PATHS["plan"]]
    assert digest(tmp_path, before) == digest(tmp_path, after)


def test_a_changed_byte_has_another_digest(tmp_path: Path) -> None:
    stats = scan(write_workspace(tmp_path))
    before = digest(tmp_path, stats)
    (tmp_path / PATHS["plan"]).write_bytes(b"x")
    after = digest(tmp_path, stats)
    assert {path for path in before if before[path] != after[path]} == {PATHS["plan"]}
    assert after[PATHS["plan"]] == hashlib.sha256(b"x").hexdigest()


def test_a_file_that_went_away_has_no_digest(tmp_path: Path) -> None:
    stats = scan(write_workspace(tmp_path))
    (tmp_path / PATHS["plan"]).unlink()
    assert PATHS["plan"] not in digest(tmp_path, stats)


def test_no_folder_is_an_empty_one(tmp_path: Path) -> None:
    assert scan(tmp_path / "nowhere") == ()


def test_a_linked_folder_is_read_and_a_circle_is_not_walked_twice(tmp_path: Path) -> None:
    root = write_workspace(tmp_path / "root")
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "more.csv").write_text("x", encoding="utf-8")
    try:
        (root / "data" / "observations" / "shared").symlink_to(shared)
        (root / "data" / "observations" / "back").symlink_to(root / "data")
    except OSError:
        pytest.skip("no links here")
    assert paths(root) == sorted([*FILES, "data/observations/shared/more.csv"])
