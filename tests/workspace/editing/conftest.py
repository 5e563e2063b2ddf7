"""The small workspace, to be edited."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workspaces import write_workspace

PLAN = "data/plans/plan.yaml"

Compared = Callable[[], tuple[list[str], list[str]]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace that ``check`` accepts."""
    return write_workspace(tmp_path / "ws")


@pytest.fixture
def compared(root: Path) -> Compared:
    """Which lines the plan has lost and which it has got since the test began."""
    before = (root / PLAN).read_text("utf-8").splitlines()

    def compare() -> tuple[list[str], list[str]]:
        after = (root / PLAN).read_text("utf-8").splitlines()
        lost = [line for line in before if line not in after]
        return lost, [line for line in after if line not in before]

    return compare
