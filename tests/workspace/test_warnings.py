"""What is worth a look is told without keeping the folder from being read."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.problems import WorkspaceError
from briefing.workspace import load_workspace
from briefing.workspace.faults import notices
from tests.workspace.spoiling import Case, edited, swap, whole
from tests.workspaces import FILES, PATHS, changed, line_of, write_workspace

PLAN = FILES[PATHS["plan"]]
FIGURES = FILES[PATHS["figures"]]
AGAIN = next(line for line in PLAN.splitlines(keepends=True) if "nb-ct-hang" in line)
TWICE = PLAN.replace(
    AGAIN, AGAIN + AGAIN.replace("nb-ct-hang", "nb-ct-hang-hai").replace("goal: 12", "goal: 10")
)
CHANGE = "{on: 2023-06-30, from: 45, to: 50, document: nb-qd-09-2023}"
RATE = "69.83,at_least,339252,485762"
NB = next(line for line in FIGURES.splitlines() if line.startswith("nb-hstt-2022"))
BG = next(line for line in FIGURES.splitlines() if line.startswith("bg-hstt-2023"))
TWO_COUNTS = BG.replace(",90,almost", ",88,").replace("90%", "88%")


def more(row: str) -> str:
    """The figures with one row more, whose id is ``them``."""
    return f"{FIGURES}them{row[row.index(',') :]}\n"


CASES = [
    whole("target_without_task", "plan", PLAN, line_of(PLAN, "nb-ct-hang"), "targets[1].id"),
    whole("task_without_target", "plan", PLAN, line_of(PLAN, "nb-nv-bcd"), "tasks[1].id"),
    whole("target_without_lead", "plan", PLAN, line_of(PLAN, "nb-ct-chu"), "targets[2].id"),
    whole("task_without_lead", "plan", PLAN, line_of(PLAN, "nb-nv-thuong"), "tasks[2].id"),
    Case(
        "lead_without_name",
        PATHS["plan"],
        PLAN,
        line_of(PLAN, "    lead: nb-stttt"),
        "targets[0].lead",
        {
            PATHS["organisations"]: changed(
                "organisations",
                "name: Sở Thông tin và Truyền thông tỉnh Ninh Bình",
                "name: NB-STTTT",
            )
        },
    ),
    Case(
        "lead_without_name",
        PATHS["plan"],
        PLAN,
        line_of(PLAN, "    lead: nb-stttt"),
        "targets[0].lead",
        {
            PATHS["organisations"]: changed(
                "organisations", "name: Sở Thông tin và Truyền thông tỉnh Ninh Bình", 'name: "…"'
            )
        },
    ),
    whole(
        "indicator_without_figure",
        "indicators",
        FILES[PATHS["indicators"]],
        line_of(FILES[PATHS["indicators"]], "id: doanh_thu"),
        "indicators[4].id",
    ),
    whole(
        "document_not_named",
        "plan",
        edited(
            "plan",
            ("  document: nb-kh-01-2023\n", "  document: null\n  source: bao_nb\n"),
            ("level: ambition}", "level: ambition, source: bao_nb}"),
            ("level: committed}", "level: committed, source: bao_nb}"),
            ("level: assigned}", "level: assigned, source: bao_nb}"),
        ),
        line_of(PLAN, "nb-ct-chu") + 1,
        "targets[2].id",
    ),
    swap(
        "goal_without_indicator",
        "plan",
        "indicator: dti_hang, ",
        "",
        "nb-ct-hang",
        "targets[1].goal",
    ),
    whole("target_twice", "plan", TWICE, line_of(TWICE, "nb-ct-hang-hai"), "targets[2].indicator"),
    swap(
        "due_before_document",
        "plan",
        "due: 2023-12-31, level",
        "due: 2022-12-31, level",
        key="targets[1].due",
    ),
    swap("due_before_document", "plan", "due: 2024-03-31", "due: 2022-03-31", key="tasks[3].due"),
    swap("done_before_document", "plan", "done_on: 2023-03-15", "done_on: 2022-03-15"),
    swap(
        "units_not_done",
        "plan",
        'units: ["376"], done',
        'units: ["376", nb-vpub], done',
        key="tasks[1].state",
    ),
    swap(
        "change_after_its_document",
        "plan",
        CHANGE,
        CHANGE.replace("2023-06-30", "2023-07-01"),
        key="targets[0].changes[0].on",
    ),
    swap("rate_disagrees", "figures", RATE, "69.83,,339252,485762", key="value"),
    swap("rate_disagrees", "figures", RATE, "69.83,at_least,239252,485762", key="value"),
    whole("fact_disputed", "figures", more(TWO_COUNTS), 8),
    swap("maybe_fraction", "plan", "to: 50", "to: 0.5", key="targets[0].changes[0].to"),
    swap("maybe_fraction", "figures", '35.5,,,,,,"35,5%"', "0.355,,,,,,", "35", "value"),
    whole(
        "fact_disputed",
        "figures",
        more(NB.replace("35.5", "36.5").replace("35,5", "36,5").replace("bao_nb", "bao_bg")),
        8,
        "value",
    ),
    whole("fact_repeated", "figures", more(NB), 8, "id"),
    swap(
        "told_before_end",
        "figures",
        "2023-01-01,2023-11-30",
        "2023-01-01,2023-12-31",
        "2023-12-31,,,90",
        "published_on",
    ),
    swap(
        "number_of_another_year",
        "documents",
        "number: 09/QĐ-UBND",
        "number: 09/2022/QĐ-UBND",
        key="documents[1].number",
    ),
    swap(
        "document_twice",
        "documents",
        "number: 09/QĐ-UBND, type: Quyết định, issuer: UBND tỉnh Ninh Bình, date: 2023-06-30",
        "number: 01 / KH-UBND, type: Kế hoạch, issuer: UBND tỉnh Ninh Bình, date: 2023-01-10",
        key="documents[1].number",
    ),
    swap(
        "day_to_come", "plan", "done_on: 2023-03-15", "done_on: 2123-03-15", key="tasks[1].done_on"
    ),
    swap("day_to_come", "sources", "date: 2023-12-20", "date: 2123-12-20", key="sources[1].date"),
    swap("day_to_come", "documents", "date: null", "date: 2123-06-30"),
    swap("day_to_come", "figures", "bao_nb,6,2024-01-07", "bao_nb,6,2042-01-07"),
    swap("change_from_unknown", "figures", "change,2022-12-31", "change,", key="kind"),
    swap("lead_coordinates", "plan", "coordinating: [nb-vpub]", "coordinating: [nb-stttt]"),
    Case("ignored_file", "data/plans/plan.yaml~", PLAN, 0),
    Case("ignored_file", "data/plans/plan (1).yaml.bak", PLAN, 0),
    Case("ignored_file", "data/observations/quy-2.XLSX", b"PK", 0),
    Case("meeting_not_read", "data/meetings/2024-01-07.yaml", "agenda: []\n", 0),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.line}")
def test_a_warning_stands_where_somebody_should_look(case: Case, tmp_path: Path) -> None:
    told = [each for each in case.warnings(tmp_path) if each.code == case.code]
    assert (case.path, case.line) in [(each.path, each.line) for each in told]
    assert case.key in ["", *[each.key for each in told]]
    assert all(each.fault.warning for each in told)


RIGHT = {
    "target_without_task": swap("", "plan", "targets: [nb-ct-hstt]", "targets: [nb-ct-hang]"),
    "task_without_lead": swap(
        "", "plan", "title: Tuyên truyền", "title: Tuyên truyền, given_to: các sở"
    ),
    "rate_disagrees": swap("", "figures", RATE, "69.83,almost,338000,485762"),
    "target_twice": whole("", "plan", TWICE.replace('goal: 10, goal_op: "≤"', "goal_words: đầu")),
    "fact_disputed": whole("", "figures", more(TWO_COUNTS.replace("no,,,", "no,,hai cách đếm,"))),
    "number_of_another_year": swap(
        "", "documents", "number: 09/QĐ-UBND", "number: 09/2023/QĐ-UBND"
    ),
    "units_not_done": swap(
        "",
        "plan",
        'units: ["376"], done_units: ["376"]',
        'units: ["376", nb-vpub], done_units: ["376", nb-vpub]',
    ),
    "ignored_file": Case("", "data/plans/ghi-chu.txt", "Việc cần hỏi lại", 0),
}


@pytest.mark.parametrize("code", RIGHT)
def test_what_is_in_order_is_not_warned_of(code: str, tmp_path: Path) -> None:
    base = len(
        [each for each in load_workspace(write_workspace(tmp_path)).warnings if each.code == code]
    )
    told = [each.line for each in RIGHT[code].warnings(tmp_path) if each.code == code]
    better = 1 if code == "task_without_lead" else 0
    assert len(told) == base - better


def test_every_known_warning_is_one() -> None:
    found = [each for each in vars(notices).values() if hasattr(each, "warning")]
    assert found
    assert all(each.warning for each in found)


def test_a_figure_of_the_opposite_part_answers_for_an_indicator(tmp_path: Path) -> None:
    """6/31 not approved is told of the share approved too."""
    indicators = changed("indicators", "id: doanh_thu,", "id: doanh_thu, complement_of: dti,")
    figures = (
        FIGURES
        + more("x,37,doanh_thu,2023-01-01,2023-12-31,,,1,,,,,,,bao_nb,6,2024-01-07,yes,,,")[
            len(FIGURES) :
        ]
    )
    told = load_workspace(
        write_workspace(tmp_path, indicators=indicators, figures=figures)
    ).warnings
    assert "indicator_without_figure" not in [each.code for each in told]


def test_a_mistake_is_told_without_what_it_makes_seem_missing(tmp_path: Path) -> None:
    """With the figures unread every indicator would seem to have none."""
    with pytest.raises(WorkspaceError) as told:
        load_workspace(write_workspace(tmp_path, figures="a,b\n"))
    assert "indicator_without_figure" not in [each.code for each in told.value.warnings]


def test_warnings_of_values_are_told_beside_a_mistake(tmp_path: Path) -> None:
    text = changed("plan", "done_on: 2023-03-15", "done_on: 2022-03-15")
    with pytest.raises(WorkspaceError) as told:
        load_workspace(write_workspace(tmp_path, plan=text.replace("lead: nb-stttt", "lead: nb-x")))
    assert [each.code for each in told.value.warnings] == ["done_before_document"]


def test_a_plan_that_windows_named_anew_is_a_mistake(tmp_path: Path) -> None:
    """Notepad saves ``x.yaml`` as ``x.yaml.txt``; nobody would see that it is not read."""
    with pytest.raises(WorkspaceError) as told:
        load_workspace(write_workspace(tmp_path, {"data/plans/q2.yaml.txt": PLAN}))
    (problem,) = told.value.problems
    assert (problem.code, problem.path) == ("unknown_file", "data/plans/q2.yaml.txt")
    assert problem.remedy_text().startswith("Có phải “data/plans/q2.yaml” không?")


def test_a_meeting_that_is_no_yaml_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError) as told:
        load_workspace(write_workspace(tmp_path, {"data/meetings/a.yaml": "agenda: [1\n"}))
    assert [each.code for each in told.value.problems] == ["yaml_open_bracket"]


def test_files_of_editors_are_left_alone(tmp_path: Path) -> None:
    hidden = {f"data/plans/{name}": PLAN for name in (".plan.yaml.swp", "#plan.yaml#", "~$a.xlsx")}
    told = load_workspace(write_workspace(tmp_path, dict(hidden))).warnings
    assert "ignored_file" not in [each.code for each in told]
