"""The folder that ``check`` is measured on is one without errors, as big as it is said to be."""

from __future__ import annotations

from pathlib import Path

from benchmarks.plans_folder import PREFIX, TARGETS, TASKS, plans_folder
from briefing.workspace import load_workspace


def test_the_generated_plans_are_in_order(tmp_path: Path) -> None:
    workspace = load_workspace(plans_folder(tmp_path / "plans", 70))
    made = [plan for plan in workspace.plans if plan.id.startswith(PREFIX)]
    assert [(len(plan.targets), len(plan.tasks)) for plan in made] == [(TARGETS, TASKS)] * 70
    warned = {problem.code for problem in workspace.warnings if PREFIX in problem.path}
    assert warned == set(), "a department's plans are not all full of warnings"
