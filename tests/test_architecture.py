"""The house keeps its plan: what a fresh interpreter loads, and how large the rooms are.

The import contracts in ``pyproject.toml`` read the code; here the code runs, so that an import
inside a function or a third party's own imports count as well.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from pathlib import Path

import pytest

import briefing

PACKAGE = Path(briefing.__file__).parent
SCREEN = frozenset({"textual", "rich"})
HEAVY = frozenset({"yaml", "pydantic", "sqlite_utils", "babel", "docx", "openpyxl"})
LARGEST_FILE = 400
LARGEST_APP_FILE = 150
LARGEST_MEDIAN = 125


def modules(*folders: str) -> list[str]:
    """Every module of some folders of the package, dotted."""
    return [
        ".".join(("briefing", *path.relative_to(PACKAGE).with_suffix("").parts))
        for folder in folders
        for path in sorted((PACKAGE / folder).rglob("*.py"))
        if path.name != "__init__.py"
    ]


PURE = [
    "briefing.formatting",
    "briefing.language",
    "briefing.problems",
    "briefing.settings",
    "briefing.statuses",
    "briefing.store.reading",
    "briefing.workspace.fingerprint",
    *modules("domain", "pages", "wording"),
]


def loaded_by(*names: str) -> set[str]:
    """Top-level packages in ``sys.modules`` after a fresh interpreter imported ``names``."""
    lines = ["import sys", f"sys.path.insert(0, {str(PACKAGE.parent)!r})"]
    lines += [f"import {name}" for name in names]
    lines += ["print(*{name.partition('.')[0] for name in sys.modules})"]
    run = subprocess.run(
        [sys.executable, "-I", "-c", "\n".join(lines)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return set(run.stdout.split())


def test_the_probe_sees_what_is_loaded() -> None:
    assert "textual" in loaded_by("briefing.theme")


def test_reading_and_saying_load_neither_screen_nor_tools() -> None:
    """One interpreter for all of them; when it fails, the next test names the module."""
    assert loaded_by(*PURE) & (SCREEN | HEAVY | {"click"}) == set()


@pytest.mark.parametrize(
    "name", [*modules("domain"), "briefing.store.reading", "briefing.settings"]
)
def test_a_module_on_the_start_path_is_light(name: str) -> None:
    assert loaded_by(name) & (SCREEN | HEAVY | {"click", "gettext"}) == set()


@pytest.mark.parametrize("name", ["briefing.workspace", "briefing.store.writing", "briefing.show"])
def test_the_working_side_runs_without_a_screen(name: str) -> None:
    assert loaded_by(name) & SCREEN == set()


def test_the_app_opens_without_the_tools_of_the_working_side() -> None:
    assert loaded_by("briefing.app") & HEAVY == set()


def test_the_command_line_opens_without_a_screen() -> None:
    assert loaded_by("briefing.__main__", "briefing.cli") & (SCREEN | HEAVY) == set()


def lengths() -> dict[str, int]:
    """Lines of every module, by its path in the package."""
    return {
        str(path.relative_to(PACKAGE)): len(path.read_text(encoding="utf-8").splitlines())
        for path in PACKAGE.rglob("*.py")
    }


def test_no_room_is_too_large() -> None:
    assert {name: lines for name, lines in lengths().items() if lines > LARGEST_FILE} == {}


def test_most_rooms_are_small() -> None:
    assert statistics.median(lengths().values()) <= LARGEST_MEDIAN


def test_the_app_file_stays_a_frame() -> None:
    assert lengths()["app.py"] <= LARGEST_APP_FILE
