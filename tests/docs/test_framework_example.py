"""The example set of the guide is one that the program takes, with nothing to remark on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefing.domain.adding_up import misfits
from briefing.workspace import load_workspace
from tests.example_framework import EXAMPLE, lay_example
from tools.picture import ROOT

GUIDES = [ROOT / "docs" / name for name in ("plans.md", "plans-en.md")]


@pytest.fixture
def extended(workspace: Path, tmp_path: Path) -> Path:
    """The shipped workspace with the example laid where the guide says."""
    shutil.copytree(workspace, tmp_path, dirs_exist_ok=True)
    return lay_example(tmp_path)


def test_the_example_is_read_without_a_remark(extended: Path) -> None:
    found = load_workspace(extended)
    ours = [each for each in found.warnings if "bo_chi_so" in each.path or "assess" in each.path]
    assert ours == []
    framework = next(each for each in found.frameworks if each.id == "cds-xa-2026")
    assert misfits(framework) == ()
    assert len(found.assessments) == 5


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_a_guide_names_every_file_of_the_example(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    for path in EXAMPLE.iterdir():
        assert f"examples/bo-chi-so/{path.name}" in text
