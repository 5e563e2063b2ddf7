"""What an unchanged folder does not load: the tools that only reading and writing it need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.calling import call, environment

HEAVY = ("yaml", "pydantic", "sqlite_utils", "textual", "rich", "babel")
PROBE = """
import sys
sys.argv = ["briefing", *sys.argv[1:]]
from briefing.__main__ import main
try:
    main()
finally:
    print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""
FRONT = "import sys, briefing.front; print(*sys.modules, file=sys.stderr)"


def loaded(root: Path, *arguments: str, code: str = PROBE) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=root,
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return set(run.stderr.split())


@pytest.mark.parametrize(
    "screen",
    ["overview", "pillars", "tasks", "compare", "ranking", "matrix", "systems", "difficulties"],
)
def test_an_unchanged_folder_is_shown_without_the_tools_that_read_it(
    shipped: Path, screen: str
) -> None:
    assert loaded(shipped, "show", screen) & set(HEAVY) == set()


def test_a_changed_folder_needs_them(built: Path) -> None:
    (built / "config.yaml").touch()
    assert {"yaml", "pydantic", "sqlite_utils"} <= loaded(built, "show", "overview")


def test_a_touched_folder_is_read_once(built: Path) -> None:
    (built / "config.yaml").touch()
    assert call("show", "overview", cwd=built).code == 0
    assert loaded(built, "show", "overview") & set(HEAVY) == set()


def test_the_front_door_loads_no_command_line(tmp_path: Path) -> None:
    found = loaded(tmp_path, code=FRONT)
    unwanted = {*HEAVY, "click", "gettext", "getpass", "hashlib", "csv", "difflib", "asyncio"}
    assert found & unwanted == set()


def test_the_first_frame_is_shown_before_the_rules_and_the_database_are_loaded(
    tmp_path: Path,
) -> None:
    found = loaded(tmp_path, code="import sys, briefing.app; print(*sys.modules, file=sys.stderr)")
    later = {
        "sqlite3",
        "json",
        "briefing.domain.model",
        "briefing.store",
        "briefing.pages.overview",
    }
    assert found & later == set()


def test_a_kept_frame_is_painted_before_anything_slow_is_loaded(tmp_path: Path) -> None:
    code = "import sys, briefing.instant; print(*sys.modules, file=sys.stderr)"
    bare = loaded(tmp_path, code="import sys; print(*sys.modules, file=sys.stderr)")
    slow = {"asyncio", "dataclasses", "enum", "inspect", "pathlib", "re", "signal", "typing"}
    assert (loaded(tmp_path, code=code) - bare) & slow == set()
