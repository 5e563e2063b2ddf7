"""What is typed is understood as it is said, and written as YAML wants it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.workspace import load_workspace
from briefing.workspace.editing import NoSuchEntry, ValueRefused, edit
from tests.workspace.editing.conftest import PLAN, Compared

WRITTEN = [
    ("nb-ct-hstt", "weight", "1,5", "weight: 1.5"),
    ("nb-ct-hstt", "weight", "2", "weight: 2"),
    ("nb-ct-hstt", "baseline", "35,25", "baseline: 35.25"),
    ("nb-ct-hstt", "baseline", "36,50", "baseline: 36.50"),
    ("nb-ct-hstt", "baseline", "35,125", "baseline: 35,125"),
    ("nb-ct-hstt", "baseline_on", "30/11/2022", "baseline_on: 2022-11-30"),
    ("nb-ct-hstt", "baseline_on", "30.11.2022", "baseline_on: 2022-11-30"),
    ("nb-ct-hstt", "known_on", "2023-02-01", "known_on: 2023-02-01"),
    ("nb-ct-hstt", "title", "2023", 'title: "2023"'),
    ("nb-ct-hstt", "title", "yes", 'title: "yes"'),
    ("nb-ct-hstt", "title", "Đạt: một nửa", 'title: "Đạt: một nửa"'),
    ("nb-ct-hstt", "title", 'Đạt "nửa" # rồi', "title: 'Đạt \"nửa\" # rồi'"),
    ("nb-ct-hstt", "title", "Ho\u0302\u0300 so\u031b", "title: Hồ sơ"),
    ("nb-ct-hstt", "goal_printed", "không", "goal_printed: false"),
    ("nb-ct-hstt", "goal_op", ">", 'goal_op: ">"'),
    ("nb-ct-hstt", "milestones[0].value", "43,5", "milestones: [{on: 2023-06-30, value: 43.5}]"),
    ("nb-ct-hstt", "paragraphs[0]", "4", "paragraphs: [4]"),
    ("nb-ct-hstt", "milestones.0.value", "43,5", "milestones: [{on: 2023-06-30, value: 43.5}]"),
    ("nb-ct-hstt", "lead", "", "    level: committed\n    lead:\n    changes"),
    ("nb-ct-hang", "due", "", 'goal_op: "≤", due: null, level'),
    ("nb_ke_hoach_01", "unit", "37", 'unit: "37"'),
    ("nb_ke_hoach_01", "note", "Còn 2 xã", "note: Còn 2 xã"),
    ("nb-nv-cong", "note", "Một\nhai", 'note: "Một\\nhai"'),
    ("nb-nv-thuong-xuyen", "due_written", "Hằng năm", "due_written: Hằng năm"),
]


@pytest.mark.parametrize(("ref", "field", "typed", "line"), WRITTEN)
def test_a_value_is_written_as_yaml_wants_it(
    ref: str, field: str, typed: str, line: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What the folder as a whole allows is looked at elsewhere: "unit" and "goal_printed" break it.
    monkeypatch.setattr("briefing.workspace.editing.writing._must_pass", lambda *_: None)
    edit(root, ref, field, typed)
    assert line in (root / PLAN).read_text("utf-8")


@pytest.mark.parametrize(
    ("written", "emptied"),
    [
        ("lead: nb-stttt  # Sở", "lead: # Sở"),
        ("lead: 'nb-stttt'  ", "lead:"),
        ("lead: |\n      nb-stttt\n", "lead:\n"),
    ],
)
def test_a_value_that_ends_its_line_leaves_nothing_when_it_is_emptied(
    written: str, emptied: str, root: Path
) -> None:
    plan = root / PLAN
    plan.write_text(plan.read_text("utf-8").replace("lead: nb-stttt", written, 1), "utf-8")
    edit(root, "nb-ct-hstt", "lead", "")
    assert f"\n    {emptied}\n" in plan.read_text("utf-8")


def test_a_decimal_keeps_its_quotes_and_its_comma(root: Path) -> None:
    plan = root / PLAN
    plan.write_text(plan.read_text("utf-8").replace("35.5", '"35,5"  # theo báo cáo'), "utf-8")
    edit(root, "nb-ct-hstt", "baseline", "36.25")
    assert 'baseline: "36,25"  # theo báo cáo\n' in plan.read_text("utf-8")


def test_a_day_keeps_its_quotes(root: Path) -> None:
    plan = root / PLAN
    plan.write_text(plan.read_text("utf-8").replace("2022-12-31", "'2022-12-31'"), "utf-8")
    edit(root, "nb-ct-hstt", "baseline_on", "30/11/2022")
    assert "baseline_on: '2022-11-30'\n" in plan.read_text("utf-8")


def test_a_number_with_two_readings_is_refused_with_both(root: Path) -> None:
    with pytest.raises(ValueRefused) as told:
        edit(root, "nb-ct-hang", "goal", "1.470")
    (found,) = told.value.problems
    assert (found.code, found.path) == ("ambiguous_number", "nb-ct-hang.goal")
    assert "1470" in found.text() and "1,470" in found.text()
    assert told.value.in_the_call


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("goal", "chín mươi", "not_number"),
        ("goal", "85%", "percent_number"),
        ("goal_op", "hơn", "not_choice"),
        ("baseline_on", "31/02/2022", "not_date"),
        ("title", "", "empty"),
        ("indicator", "Hồ sơ", "bad_id"),
        ("goal_printed", "có lẽ", "not_flag"),
    ],
)
def test_what_cannot_stand_there_is_refused(
    field: str, typed: str, code: str, root: Path, compared: Compared
) -> None:
    with pytest.raises(ValueRefused) as told:
        edit(root, "nb-ct-hstt", field, typed)
    assert [each.code for each in told.value.problems] == [code]
    assert compared() == ([], [])


def test_a_goal_typed_with_its_sign_is_two_values(root: Path) -> None:
    done = edit(root, "nb-ct-hang", "goal", "< 10")
    assert [(each.field, each.old, each.new) for each in done.changes] == [
        ("goal", "12", "10"),
        ("goal_op", "≤", "<"),
    ]


def test_a_value_that_stands_there_already_is_not_written(root: Path, compared: Compared) -> None:
    before = (root / PLAN).stat().st_mtime_ns
    assert edit(root, "nb-ct-hang", "goal", "12").changes == ()
    assert edit(root, "nb-ct-hang", "note", "").changes == ()
    assert (root / PLAN).stat().st_mtime_ns == before and compared() == ([], [])


@pytest.mark.parametrize(
    ("ref", "field", "code"),
    [
        ("nb-ct-hsttt", "goal", "edit_no_such_entry"),
        ("nb-ct-hstt", "gaol", "edit_no_such_field"),
        ("nb-ct-hstt", "milestones[0].gia", "edit_no_such_field"),
        ("nb-ct-hstt", "goal[0]", "edit_no_such_field"),
        ("nb-ct-hstt", "goal.sau", "edit_no_such_field"),
        ("nb-ct-hstt", "", "edit_no_field"),
        ("nb-ct-hstt", "[", "edit_no_such_field"),
        ("nb-ct-hstt", "paragraphs", "edit_not_a_scalar"),
        ("nb-ct-hstt", "light", "edit_not_a_scalar"),
        ("nb-ct-hang", "light.reason", "edit_no_parent"),
        ("nb-ct-hstt", "paragraphs[7]", "edit_no_parent"),
        ("nb-ct-hstt", "id", "edit_identity"),
    ],
)
def test_what_is_not_there_is_named(
    ref: str, field: str, code: str, root: Path, compared: Compared
) -> None:
    with pytest.raises(NoSuchEntry) as told:
        edit(root, ref, field, "4")
    assert [each.code for each in told.value.problems] == [code]
    assert compared() == ([], [])


def test_the_nearest_id_and_key_are_suggested(root: Path) -> None:
    with pytest.raises(NoSuchEntry, match="“nb-ct-hstt” không"):
        edit(root, "nb-ct-hsttt", "goal", "4")
    with pytest.raises(NoSuchEntry, match="“goal” không"):
        edit(root, "nb-ct-hstt", "gaol", "4")


def test_the_same_id_of_a_target_and_a_plan_needs_its_kind(root: Path) -> None:
    plan = root / PLAN
    plan.write_text(plan.read_text("utf-8").replace("nb_ke_hoach_01", "nb-ct-hang"), "utf-8")
    load_workspace(root)
    with pytest.raises(NoSuchEntry) as told:
        edit(root, "nb-ct-hang", "title", "Tên mới")
    assert told.value.problems[0].params["example"] == "plan:nb-ct-hang"
    assert edit(root, "nb-ct-hang", "goal", "11").kind == "target"
    assert edit(root, "plan:nb-ct-hang", "title", "Tên mới").kind == "plan"
