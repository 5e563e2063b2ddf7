"""One rule in a plan gives its targets to every unit of a kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.domain.model import UnitKey, UnitKind
from briefing.workspace import load_workspace
from tests.workspaces import write_workspace

COUNTRY = """\
code,valid_from,valid_to,name,full_name,name_en,full_name_en,slug,kind,parent,region,region_en,successors
vn,,,Việt Nam,Nước Việt Nam,Viet Nam,Viet Nam,viet-nam,country,,,,
"""
PLAN = """\
plan: {{id: vn_ke_hoach, document: nb-kh-01-2023, unit: "{unit}", title: A, title_en: A{rule}}}
targets:
  - {{id: vn-a, title: A, title_en: A, goal_printed: false, level: assigned}}
  - {{id: vn-b, title: B, title_en: B, level: assigned, goal_printed: false, {own}}}
"""


def reached(root: Path, *, rule: str = "", own: str = "note: x", unit: str = "vn") -> list[object]:
    """Whom the two targets of the plan bind beside the unit that sets them."""
    files = {
        "data/units/country.csv": COUNTRY,
        "data/plans/vn.yaml": PLAN.format(rule=rule, own=own, unit=unit),
    }
    workspace = load_workspace(write_workspace(root, files))
    plan = next(plan for plan in workspace.plans if plan.id == "vn_ke_hoach")
    assert {target.unit for target in plan.targets if "unit:" not in own} <= {UnitKey(unit)}
    return [target.applies_to for target in plan.targets]


def test_a_plan_s_rule_holds_for_each_of_its_targets(tmp_path: Path) -> None:
    assert reached(tmp_path, rule=", applies_to: province") == [UnitKind.PROVINCE] * 2


def test_without_a_rule_a_target_binds_the_unit_that_set_it(tmp_path: Path) -> None:
    assert reached(tmp_path) == [None, None]


@pytest.mark.parametrize(
    ("own", "kind"),
    [
        ("applies_to: country", None),
        ("applies_to: district", UnitKind.DISTRICT),
        ("applies_to: null", UnitKind.PROVINCE),
    ],
)
def test_a_target_s_own_word_goes_before_the_plan_s(
    tmp_path: Path, own: str, kind: UnitKind | None
) -> None:
    found = reached(tmp_path, rule=", applies_to: province", own=own)
    assert found == [UnitKind.PROVINCE, kind]


def test_a_target_of_another_unit_is_not_under_the_plan_s_rule(tmp_path: Path) -> None:
    found = reached(tmp_path, rule=", applies_to: province", own='unit: "37"')
    assert found == [UnitKind.PROVINCE, None]


def test_a_province_may_set_targets_for_its_districts(tmp_path: Path) -> None:
    found = reached(tmp_path, own="applies_to: district", unit="37")
    assert found == [None, UnitKind.DISTRICT]
