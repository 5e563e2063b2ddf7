"""Numbers mean what their writers mean; a spelling with two readings is refused with both."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.domain.plans import GoalOp
from briefing.language import Language, translator
from briefing.problems import Problem, WorkspaceError
from briefing.workspace import load_workspace, scalars, yaml_tree
from briefing.workspace.models.plans import TargetEntry
from tests.workspaces import changed, write_workspace

ROW = "nb-hstt-2023,37,ho_so_truc_tuyen,2023-01-01,2023-12-31,,,69.83,"


def target(goal: str) -> TargetEntry:
    """A target with this line for its goal."""
    text = f"id: t\ntitle: Chỉ tiêu\ntitle_en: Target\nlevel: assigned\n{goal}\n"
    tree = yaml_tree.parse("x.yaml", text, [])
    assert tree is not None
    return TargetEntry.model_validate(yaml_tree.to_python(tree))


def told(old: str, new: str, root: Path, stem: str = "plan") -> Problem:
    """The one problem after one change."""
    with pytest.raises(WorkspaceError) as error:
        load_workspace(write_workspace(root, {}, **{stem: changed(stem, old, new)}))
    (problem,) = error.value.problems
    return problem


@pytest.mark.parametrize("written", ["35,5", '"35,5"', "35.5", "'35.5'", '"35,50"'])
def test_a_decimal_comma_is_understood_with_and_without_quotes(
    written: str, tmp_path: Path
) -> None:
    text = changed("plan", "baseline: 35.5", f"baseline: {written}")
    workspace = load_workspace(write_workspace(tmp_path, plan=text))
    assert workspace.plans[0].targets[0].baseline == 35.5


@pytest.mark.parametrize(("written", "value"), [('"69,83"', 69.83), ("69.83", 69.83)])
def test_a_decimal_comma_is_understood_in_a_csv_cell(
    written: str, value: float, tmp_path: Path
) -> None:
    figures = changed("figures", ROW, ROW.replace("69.83", written))
    workspace = load_workspace(write_workspace(tmp_path, figures=figures))
    found = {each.id: each.value for each in workspace.observations}
    assert found["nb-hstt-2023"] == value


@pytest.mark.parametrize("written", ["1.485.762", "1485762", "1485762,0", "1.485.762,0"])
def test_dots_between_thousands_are_understood_where_they_can_be_nothing_else(written: str) -> None:
    assert not scalars.has_two_readings(written)
    assert scalars.figure(written) == 1485762


@pytest.mark.parametrize("written", ["1.470", '"1.470"', "'1.470'"])
@pytest.mark.parametrize(
    ("language", "remedy"),
    [
        (Language.VI, "Viết 1470 nếu là số thứ nhất; viết 1,470 (dấu phẩy thập phân) nếu là"),
        (Language.EN, "Write 1470 for the first, 1,470 with its decimal comma for the second"),
    ],
)
def test_a_dot_of_two_readings_is_refused_with_both_and_how_to_write_each(
    written: str, language: Language, remedy: str, tmp_path: Path
) -> None:
    problem = told("goal: 45", f"goal: {written}", tmp_path)
    gettext = translator(language).gettext
    assert problem.code == "ambiguous_number"
    assert "1470" in problem.text(gettext) and "1,470" in problem.text(gettext)
    assert remedy in problem.remedy_text(gettext)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("010", "leading_zero"),
        ("01,5", "leading_zero"),
        ("12:30", "clock_number"),
        ("1_000", "grouped_number"),
        ("1 000", "grouped_number"),
        ("1,234.5", "comma_number"),
        ("1,234,567", "grouped_number"),
        ("90%", "percent_number"),
        ("1e3", "not_number"),
        ("0x1F", "not_number"),
        ("+5", "not_number"),
        (".5", "not_number"),
        ("5.", "not_number"),
        ("yes", "not_number"),
        (".inf", "not_number"),
    ],
)
def test_a_number_that_yaml_reads_otherwise_is_refused(
    written: str, code: str, tmp_path: Path
) -> None:
    assert told("goal: 45", f"goal: {written}", tmp_path).code == code


@pytest.mark.parametrize("written", ["01", "37", "0o17", "12:30", "1e3", "2024-1-7", "no", "1.470"])
def test_a_text_that_yaml_reads_as_something_else_must_be_quoted(
    written: str, tmp_path: Path
) -> None:
    problem = told("title: Tập huấn", f"title: {written}", tmp_path)
    assert (problem.code, problem.key) == ("needs_quotes", "tasks[3].title")
    assert f'"{written}"' in problem.remedy_text()


def test_a_unit_code_with_a_zero_in_front_is_answered_with_its_quotes(tmp_path: Path) -> None:
    problem = told('unit: "37"', "unit: 01", tmp_path)
    assert (problem.code, problem.key) == ("needs_quotes", "plan.unit")
    assert problem.remedy_text() == 'Đặt trong nháy kép: "01".'


@pytest.mark.parametrize(
    ("written", "goal", "sign"),
    [
        ('">90"', 90, GoalOp.MORE_THAN),
        ("≥ 12", 12, GoalOp.AT_LEAST),
        ('">= 12,5"', 12.5, GoalOp.AT_LEAST),
        ("≤20", 20, GoalOp.AT_MOST),
        ("<20", 20, GoalOp.LESS_THAN),
        ('"=< 20"', 20, GoalOp.AT_MOST),
        ("= 20", 20, GoalOp.EQUAL),
    ],
)
def test_a_goal_may_be_written_with_its_sign(written: str, goal: float, sign: GoalOp) -> None:
    found = target(f"goal: {written}")
    assert (found.goal, found.goal_op, found.goal_high) == (goal, sign, None)


@pytest.mark.parametrize("written", ["40 - 50", "40-50", "40 – 50", '"40-50"'])
def test_a_goal_may_be_written_as_a_range(written: str) -> None:
    found = target(f"goal: {written}")
    assert (found.goal, found.goal_op, found.goal_high) == (40, GoalOp.RANGE, 50)


def test_a_sign_beside_another_goal_op_is_refused_with_both_ways_out(tmp_path: Path) -> None:
    problem = told("goal: 45", 'goal: ">45"', tmp_path)
    assert (problem.code, problem.key) == ("sign_differs", "targets[0].goal")
    assert 'goal: ">45"' in problem.remedy_text() and "goal: 45 " in problem.remedy_text()


@pytest.mark.parametrize("way_out", ['goal: ">45"', 'goal: 45\n    goal_op: ">"'])
def test_both_ways_out_of_two_signs_are_accepted(way_out: str, tmp_path: Path) -> None:
    text = changed("plan", 'goal: 45\n    goal_op: "≥"', way_out)
    found = load_workspace(write_workspace(tmp_path, plan=text)).plans[0].targets[0]
    assert (found.goal, found.goal_op) == (45, GoalOp.MORE_THAN)


def test_an_unquoted_sign_that_its_goal_op_repeats_is_one_mistake(tmp_path: Path) -> None:
    problem = told('goal: 45\n    goal_op: "≥"', 'goal: >45\n    goal_op: ">"', tmp_path)
    assert problem.code == "yaml_compared"


def test_an_unquoted_sign_beside_another_is_told_with_both_mistakes(tmp_path: Path) -> None:
    text = changed("plan", "goal: 45", "goal: >45")
    with pytest.raises(WorkspaceError) as error:
        load_workspace(write_workspace(tmp_path, plan=text))
    assert {each.code for each in error.value.problems} == {"yaml_compared", "sign_differs"}
    assert all("＞" not in each.line_text() for each in error.value.problems)


def test_a_range_beside_a_sign_is_refused_in_its_own_words(tmp_path: Path) -> None:
    assert told("goal: 45", "goal: 40 - 50", tmp_path).code == "range_differs"


def test_an_unquoted_sign_is_answered_with_how_to_quote_it(tmp_path: Path) -> None:
    problem = told('goal: 45\n    goal_op: "≥"', "goal: >45", tmp_path)
    assert (problem.line, problem.column) == (12, 11)
    assert problem.remedy_text() == 'Đặt cả giá trị trong nháy kép: ">45".'


def test_a_comma_inside_braces_is_answered_with_how_to_quote_it(tmp_path: Path) -> None:
    problem = told("value: 42.5}", "value: 42,5}", tmp_path)
    assert problem.code == "decimal_comma_split"


def test_a_decimal_remembers_how_it_is_written() -> None:
    tree = yaml_tree.parse("x.yaml", "due: 10.2020\n", [])
    assert isinstance(tree, yaml_tree.MapNode)
    assert str(yaml_tree.to_python(tree.entries["due"])) == "10.2020"
