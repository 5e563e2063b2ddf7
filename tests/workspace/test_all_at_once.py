"""All mistakes are told in one go, and a broken file does not bury its own under others."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.problems import Problem, WorkspaceError
from briefing.workspace import load_workspace
from tests.workspaces import FILES, PATHS, changed, write_workspace


def problems(root: Path, **spoilt: str | bytes | None) -> tuple[Problem, ...]:
    with pytest.raises(WorkspaceError) as told:
        load_workspace(write_workspace(root, {PATHS[stem]: spoilt[stem] for stem in spoilt}))
    return told.value.problems


def test_mistakes_of_several_files_are_told_in_the_order_of_files_and_lines(
    tmp_path: Path,
) -> None:
    plan = changed("plan", "goal: 45", "goal: 1,045.5").replace("state: awaiting", "state: đợi")
    figures = changed("figures", ",about,", ",chừng,").replace("nb-hang-2022,37", "nb-hang-2022,88")
    told = problems(tmp_path, plan=plan, figures=figures)
    assert [(each.path, each.code) for each in told] == [
        (PATHS["figures"], "unknown_unit"),
        (PATHS["figures"], "not_choice"),
        (PATHS["plan"], "comma_number"),
        (PATHS["plan"], "not_choice"),
    ]


@pytest.mark.parametrize("stem", [stem for stem in PATHS if stem not in ("config", "documents")])
def test_a_broken_file_is_one_problem(stem: str, tmp_path: Path) -> None:
    spoilt = {stem: "a: [1\n" if PATHS[stem].endswith(".yaml") else 'a,"b\n'}
    told = problems(tmp_path, **spoilt)
    assert [each.path for each in told] == [PATHS[stem]]


def test_a_broken_list_of_documents_leaves_no_plan_without_a_date(tmp_path: Path) -> None:
    assert [each.code for each in problems(tmp_path, documents="a: [1\n")] == ["yaml_open_bracket"]


def test_a_bad_entry_does_not_hide_the_next_one(tmp_path: Path) -> None:
    text = FILES[PATHS["indicators"]].replace("better: higher", "better: up")
    assert [each.code for each in problems(tmp_path, indicators=text)] == ["not_choice"] * 4


def test_a_reference_to_a_bad_entry_is_no_second_mistake(tmp_path: Path) -> None:
    text = changed("sources", "date: 2024-01-07", "date: 07/01/2024")
    assert [each.code for each in problems(tmp_path, sources=text)] == ["not_date"]


def test_the_error_itself_reads_as_its_problems(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match=r"data/plans/plan\.yaml:12:11: “x” không phải số"):
        load_workspace(write_workspace(tmp_path, plan=changed("plan", "goal: 45", "goal: x")))


@pytest.mark.parametrize(
    ("spoilt", "codes"),
    [
        (
            {
                "due_written: Năm 2023": "due_writen: Năm 2023",
                "level: ": "pillar: nowhere\n    level: ",
            },
            {"pillar"},
        ),
        ({"due_written: Năm 2023": "due_writen: [a]"}, {"due_writen"}),
        (
            {"due_written: Năm 2023": "whatever: 1", "level: ": "pillar: nowhere\n    level: "},
            {"pillar"},
        ),
    ],
)
def test_behind_a_misspelt_key_an_entrys_other_mistakes_are_told(
    tmp_path: Path, spoilt: dict[str, str], codes: set[str]
) -> None:
    text = FILES[PATHS["plan"]]
    for right, wrong in spoilt.items():
        assert right in text
        text = text.replace(right, wrong, 1)
    with pytest.raises(WorkspaceError) as told:
        load_workspace(write_workspace(tmp_path, plan=text))
    found = [(problem.code, problem.key.rpartition(".")[2]) for problem in told.value.problems]
    assert {"misspelt_key", "unknown_key"} & {code for code, _ in found}
    assert len(found) >= 2 and codes <= {key for _, key in found}, found
