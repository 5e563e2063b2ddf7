"""Files that cannot be read are told with their line, and each in its own words."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.problems import WorkspaceError
from briefing.workspace import load_workspace
from tests.workspace.spoiling import Case, check, swap, whole
from tests.workspaces import FILES, PATHS, write_workspace

PILLARS, PLAN, FIGURES = (FILES[PATHS[stem]] for stem in ("pillars", "plan", "figures"))
HEADER, _, ROWS = FIGURES.partition("\n")
DEEP = "a: " + "[" * 50_000

CONFLICT = "<<<<<<< HEAD\n=======\n>>>>>>> sửa\n"
SIGNED_GOAL = 'goal: 45\n    goal_op: "≥"'
PARAGRAPHS = "    paragraphs: [3]\n"
NO_DASH = "    id: nb-ct-moi\n    title: Mới\n    title_en: New\n    level: assigned\n"

CASES = [
    Case("unknown_file", "data/catalogue/indicator.yaml", "indicators: []\n", 0),
    Case("unknown_file", "data/extra/figures.csv", FIGURES, 0),
    Case("no_file", PATHS["sources"], None, 0),
    Case("no_file", PATHS["provinces"], None, 0),
    whole("not_utf8", "pillars", PILLARS.encode("utf-8").replace("ề".encode(), b"\xea", 1), 2),
    whole("nul_byte", "figures", FIGURES.encode("utf-16"), 1),
    whole("nul_byte", "plan", PLAN.replace("plan:", "plan: \0", 1), 1),
    whole("too_large", "plan", b"#" * (16 * 1024 * 1024 + 1)),
    swap("yaml_tab", "plan", "\n  document:", "\n\tdocument:", "\tdocument:"),
    swap("yaml_tab", "plan", "  - id: nb-ct-hstt", "  - \tid: nb-ct-hstt", "\tid:"),
    swap("yaml_odd_space", "plan", "    title: Hồ sơ", "\u00a0   title: Hồ sơ"),
    swap("yaml_odd_space", "plan", "    goal: 45", "  \u00a0\u3000goal: 45"),
    swap("yaml_odd_space", "plan", "  - id: nb-ct-hstt", "\u00a0 - id: nb-ct-hstt"),
    swap("merge_conflict", "plan", "plan:\n", f"{CONFLICT}plan:\n", "<<<<<<<"),
    swap("merge_conflict", "figures", "nb-hstt-2022", f"{CONFLICT}nb-hstt-2022", "<<<<<<<"),
    swap("yaml_compared", "plan", SIGNED_GOAL, "goal: >45", key=""),
    swap("yaml_compared", "plan", SIGNED_GOAL, "goal: > 45", key=""),
    swap("yaml_compared", "plan", "goal: 45", "goal: >=45", key=""),
    swap("yaml_syntax", "plan", "plan:\n", "%YAML 9.9\n---\nplan:\n", "%YAML"),
    swap("yaml_colon", "plan", "title: Kế hoạch chuyển", "title: Kế hoạch: chuyển"),
    swap("yaml_no_colon", "plan", "tasks:\n", "tasks\n", "tasks\n"),
    swap("yaml_open_quote", "sources", "title: Số hóa", 'title: "Số hóa'),
    swap("yaml_open_bracket", "plan", "targets: [nb-ct-hstt]", "targets: [nb-ct-hstt"),
    swap("yaml_indent", "plan", "\n  unit:", "\n unit:", ' unit: "37"'),
    swap("yaml_after_value", "plan", "title: Nâng cấp", 'title: "Nâng" cấp'),
    swap("yaml_bad_start", "plan", "title: Nâng cấp", "title: @Nâng cấp"),
    swap("yaml_escape", "plan", "title: Nâng cấp Cổng", 'title: "C:\\q" #'),
    swap("control_character", "plan", "title: Nâng cấp", "title: Nâng\x1b[31m cấp"),
    swap("yaml_tag", "plan", "title: Nâng cấp", "title: !!python/name:os.system Nâng"),
    swap("yaml_anchor", "plan", "title: Nâng cấp", "title: &mau Nâng cấp"),
    swap("yaml_anchor", "plan", "title: Nâng cấp Cổng dịch vụ công", "title: *mau"),
    whole("yaml_too_deep", "plan", DEEP, 1),
    whole("yaml_several_documents", "plan", PLAN + "---\nplan: {}\n", PLAN.count("\n") + 1),
    whole("yaml_empty", "plan", "# chưa viết\n"),
    swap("yaml_key_not_text", "plan", "targets:\n", "? [targets]\n: x\ntargets:\n", "? [targets]"),
    swap("duplicate_key", "plan", "\n    goal_op:", "\n    goal: 55\n    goal_op:", "goal: 55"),
    swap("missing_dash", "plan", PARAGRAPHS, PARAGRAPHS + NO_DASH, "id: nb-ct-moi"),
    whole("csv_empty", "figures", "\n\n"),
    whole("csv_separator", "figures", FIGURES.replace(",", ";"), 1),
    whole("csv_separator", "holidays", "date\tname\tname_en\tsource\n", 1),
    swap("csv_unknown_column", "holidays", "source\n", "source,nguon\n", "nguon", "nguon"),
    swap("csv_missing_column", "holidays", ",name_en", "", "date,name", "name_en"),
    swap("csv_duplicate_column", "holidays", "name_en,", "name_en,name,", "date,", "name"),
    swap("csv_width", "holidays", "New Year's Day,", "New Year's Day", "2024-01-01"),
    swap("csv_syntax", "holidays", "Tết Dương lịch", '"Tết" Dương lịch'),
    swap("csv_syntax", "holidays", "Tết Dương lịch", '"Tết Dương lịch'),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_a_file_that_cannot_be_read_is_told_with_its_line(case: Case, tmp_path: Path) -> None:
    check(case, tmp_path)


def test_each_item_without_its_dash_is_one_mistake_that_tells_how_to_add_it(
    tmp_path: Path,
) -> None:
    """The task that names the swallowed target has no mistake of its own."""
    twice = PARAGRAPHS + NO_DASH + "    goal_words: thạo\n" + NO_DASH.replace("-moi", "-moi-2")
    case = swap("", "plan", PARAGRAPHS, twice)
    text = str(case.content).replace("targets: [nb-ct-hstt]", "targets: [nb-ct-moi]")
    problems = whole("", "plan", text).problems(tmp_path)
    assert [each.code for each in problems] == ["missing_dash", "missing_dash"]
    assert problems[1].line == problems[0].line + NO_DASH.count("\n") + 1
    assert "“- ” trước “id”" in problems[0].remedy_text()


@pytest.mark.parametrize("name", ["catalogue", "units", "observations", "plans"])
def test_a_missing_folder_is_named(name: str, tmp_path: Path) -> None:
    left_out = {path: None for path in FILES if path.startswith(f"data/{name}/")}
    problems = Case("", "data/none.csv", None, 0, files=dict(left_out)).problems(tmp_path)
    assert [(each.code, each.path) for each in problems] == [("no_folder", f"data/{name}")]


def test_a_workspace_without_data_is_one_problem(tmp_path: Path) -> None:
    left_out = dict.fromkeys((path for path in FILES if path.startswith("data/")), None)
    problems = Case("", "data.csv", None, 0, files=dict(left_out)).problems(tmp_path)
    assert [each.code for each in problems] == ["no_data_folder"]


def test_a_missing_column_names_the_nearest_one_that_is_there(tmp_path: Path) -> None:
    case = swap("", "holidays", "name_en", "nameen")
    told = {each.code: each for each in case.problems(tmp_path)}
    assert set(told) == {"csv_unknown_column", "csv_missing_column"}
    assert "“name_en”" in told["csv_unknown_column"].remedy_text()


def test_a_file_that_may_not_be_opened_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "plan.yaml":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    problems = Case("", "data/none.csv", None, 0).problems(tmp_path)
    assert [(each.code, each.path) for each in problems] == [("unreadable", PATHS["plan"])]
    assert "13" in problems[0].text()


def test_a_name_that_is_no_utf8_is_told(tmp_path: Path) -> None:
    name = b"so-li\xeau.csv".decode("utf-8", "surrogateescape")
    try:
        problems = Case("", f"data/observations/{name}", FIGURES, 0).problems(tmp_path)
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert [each.code for each in problems] == ["bad_file_name"]
    problems[0].line_text().encode("utf-8")


@pytest.mark.parametrize("kind", ["folder", "dangling link", "pipe"])
def test_what_is_called_like_a_plan_and_is_no_file_is_told(tmp_path: Path, kind: str) -> None:
    """A plan that became one would look like one that was deleted: all its targets would close."""
    root = write_workspace(tmp_path)
    place = root / "data" / "plans" / "x.yaml"
    match kind:
        case "folder":
            place.mkdir()
        case "dangling link":
            place.symlink_to("nowhere.yaml")
        case _:
            os.mkfifo(place)
    with pytest.raises(WorkspaceError) as told:
        load_workspace(root)
    (problem,) = told.value.problems
    assert (problem.code, problem.path) == ("not_a_file", "data/plans/x.yaml")
