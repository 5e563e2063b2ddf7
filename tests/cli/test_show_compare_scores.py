"""``briefing show compare`` of units that were scored on a set of their own."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.calling import CODE, call
from tests.example_framework import lay_example


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped workspace with the example set and its scores."""
    root = tmp_path_factory.mktemp("scored")
    shutil.copy2(CODE / "config.yaml", root)
    shutil.copytree(CODE / "data", root / "data", ignore=shutil.ignore_patterns("*.db*", ".*"))
    return lay_example(root)


def test_two_units_scored_on_a_set_are_compared_part_by_part(scored: Path) -> None:
    asked = ("13285", "13291", "--as-of", "2026-08-01")
    said = call("show", "compare", *asked, cwd=scored)
    assert said.code == 0 and "chưa cùng báo cáo chỉ số nào" not in said.out
    rows = {line.strip().split("  ")[0]: line.split() for line in said.out.splitlines()}
    assert rows["4.1"][-3:] == ["20", "16,5", "14"]
    assert rows["4.22.11"][-5:] == ["15", "9", "tự", "chấm", "—"]
    assert "briefing show framework cds-xa-2026" in " ".join(said.out.split())
    told = json.loads(call("show", "compare", *asked, "--format", "json", cwd=scored).out)
    points = {(one["part"], one["unit"]): (one["points"], one["basis"]) for one in told["scores"]}
    assert points["4-1", "13285@2025-07-01"] == (16.5, "appraised")
