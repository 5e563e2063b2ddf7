"""The plan that README.md shows is one that the program takes."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from briefing.desk import Desk
from briefing.domain.standing import Briefing, TargetStatus, TaskStatus
from briefing.opening import sync
from briefing.settings import load_settings
from briefing.store.reading import Reader
from briefing.workspace import load_workspace
from tools.picture import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
NAME = "data/plans/vi_du.yaml"
EXAMPLE = re.search(r"```yaml\n(.*?)```", README, re.DOTALL)
TODAY = date(2024, 1, 7)


@pytest.fixture
def extended(workspace: Path, tmp_path: Path) -> Path:
    """The shipped workspace with the example saved where README.md says."""
    assert EXAMPLE is not None
    assert NAME in README
    shutil.copytree(workspace, tmp_path, dirs_exist_ok=True)
    (tmp_path / NAME).write_text(EXAMPLE[1], encoding="utf-8")
    return tmp_path


def briefing_of(root: Path) -> Briefing:
    """Ninh Bình's briefing on the day of its newest figures, after a sync."""
    settings = load_settings(root, frozenset())
    sync(settings)
    desk = Desk(settings, TODAY)
    with Reader(settings.database) as reader:
        unit = desk.unit(reader, "ninh-binh", TODAY)
        return desk.briefing(reader, desk.view(reader, unit.key, TODAY))


def test_the_example_is_a_valid_plan(extended: Path) -> None:
    plans = {plan.id: plan for plan in load_workspace(extended).plans}
    assert [target.id for target in plans["vi_du"].targets] == ["vi_du_ho_so"]
    assert [task.targets for task in plans["vi_du"].tasks] == [("vi_du_ho_so",)]


def test_the_example_s_target_and_task_are_judged(extended: Path) -> None:
    briefing = briefing_of(extended)
    target = next(one for one in briefing.targets if one.target.id == "vi_du_ho_so")
    task = next(one for one in briefing.tasks if one.task.id == "vi_du_tap_huan")
    assert (target.value, target.status) == (69.83, TargetStatus.IN_PROGRESS)
    assert (task.status, task.working_days) == (TaskStatus.DUE_SOON, 5)
    assert briefing.agenda[0].task is task
