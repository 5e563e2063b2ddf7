"""A mistake in the folder loses nothing: the last good data is printed, the mistake is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calling import call
from tests.workspaces import PATHS, changed, figures_with_share, line_of

DATABASE = Path("data", "briefing.db")
BROKEN = changed("plan", "level: committed", "level: comitted")


def spoil(root: Path, path: str, content: str | bytes) -> bytes:
    """Overwrites a file; the database as it was."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    (root / path).write_bytes(data)
    return (root / DATABASE).read_bytes()


@pytest.mark.parametrize("form", ["text", "md", "csv", "json"])
def test_a_broken_plan_does_not_hide_the_figures(built: Path, form: str) -> None:
    before = call("show", "pillars", "--format", form, cwd=built)
    database = spoil(built, PATHS["plan"], BROKEN)
    said = call("show", "pillars", "--format", form, cwd=built)
    assert said.code == 1, "the data is wrong, and a script must notice"
    assert said.out == before.out
    assert f"{PATHS['plan']}:{line_of(BROKEN, 'comitted')}:" in said.err
    assert (built / DATABASE).read_bytes() == database


def test_the_warning_says_when_the_figures_shown_were_read(built: Path) -> None:
    spoil(built, PATHS["plan"], BROKEN)
    first, *rest = call("show", "overview", "--language", "en", cwd=built).err.splitlines()
    assert first.startswith("Could not be brought up to date") and ":" in first
    assert rest[0].startswith(PATHS["plan"])


def test_a_broken_config_does_not_hide_the_figures(built: Path) -> None:
    before = call("show", "pillars", cwd=built)
    spoil(built, "config.yaml", changed("config", "language: vi", "language: [vi"))
    said = call("show", "pillars", cwd=built)
    assert (said.code, said.out) == (1, before.out)
    assert "config.yaml:" in said.err


def test_a_broken_config_and_a_broken_plan_are_told_together(built: Path) -> None:
    spoil(built, PATHS["plan"], BROKEN)
    spoil(built, "config.yaml", changed("config", "theme: dark", "theme: drak"))
    said = call("show", "overview", cwd=built)
    assert said.code == 1 and "config.yaml:4" in said.err and PATHS["plan"] in said.err


def test_a_vanished_data_folder_does_not_hide_the_figures(built: Path) -> None:
    before = call("show", "pillars", cwd=built)
    for path in PATHS.values():
        if path != "config.yaml":
            (built / path).unlink()
    said = call("show", "pillars", cwd=built)
    assert (said.code, said.out) == (1, before.out)


def test_a_sync_of_broken_data_changes_nothing(built: Path) -> None:
    database = spoil(built, PATHS["plan"], BROKEN)
    said = call("sync", cwd=built)
    assert (said.code, said.out) == (1, "") and PATHS["plan"] in said.err
    assert (built / DATABASE).read_bytes() == database


def test_a_rebuild_of_broken_data_changes_nothing(built: Path) -> None:
    database = spoil(built, PATHS["plan"], BROKEN)
    assert call("sync", "--rebuild", cwd=built).code == 1
    assert (built / DATABASE).read_bytes() == database


def test_a_mended_folder_is_read_again_without_a_word(built: Path) -> None:
    spoil(built, PATHS["plan"], BROKEN)
    spoil(built, PATHS["figures"], figures_with_share(71.25))
    assert "71,25%" not in call("show", "pillars", cwd=built).out
    (built / PATHS["plan"]).write_text(
        changed("plan", "level: committed", "level: assigned"), encoding="utf-8"
    )
    said = call("show", "pillars", cwd=built)
    assert (said.code, said.err) == (0, "") and "71,25%" in said.out


def test_a_changed_folder_is_read_before_it_is_shown(built: Path) -> None:
    spoil(built, PATHS["figures"], figures_with_share(71.25))
    said = call("show", "pillars", cwd=built)
    assert (said.code, said.err) == (0, "") and "71,25%" in said.out
