"""What is read from files is what they say, with where it stands."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest

from briefing.domain.model import Citation, Observation, Qualifier, UnitKey, UnitKind
from briefing.domain.plans import GoalOp, Level, Plan, TaskState
from briefing.workspace import Position, RowKey, Workspace, load_workspace
from tests.workspaces import FILES, PATHS, changed, line_of, write_workspace


@pytest.fixture
def small(tmp_path: Path) -> Workspace:
    return load_workspace(write_workspace(tmp_path))


def figure(workspace: Workspace, id_: str) -> Observation:
    return next(each for each in workspace.observations if each.id == id_)


def plan(root: Path, text: str) -> Plan:
    return load_workspace(write_workspace(root, plan=text)).plans[0]


def test_a_figure_keeps_how_it_was_said(small: Workspace) -> None:
    told = figure(small, "nb-hstt-2023")
    assert (told.value, told.qualifier, told.printed) == (69.83, Qualifier.AT_LEAST, "trên 69,83%")
    assert (told.numerator, told.denominator) == (339252, 485762)
    assert (told.paragraphs, told.published_on) == ((3, 4), date(2024, 1, 7))
    assert figure(small, "bg-hstt-2023").published_exact is False


def test_named_parts_are_kept_apart(small: Workspace) -> None:
    told = figure(small, "bg-hstt-2023")
    assert told.parts_present == ("Yên Thế", "Lạng Giang")
    assert told.parts_missing == ("Lục Ngạn",)


def test_a_bare_code_is_read_on_the_last_day_of_the_period(tmp_path: Path) -> None:
    text = changed("figures", "2023-01-01,2023-11-30", "2025-01-01,2025-11-30")
    text = text.replace("bao_bg,2,2023-12-20", "bao_bg,2,2025-12-20")
    workspace = load_workspace(write_workspace(tmp_path, figures=text))
    assert figure(workspace, "bg-hstt-2023").unit == UnitKey("24", date(2025, 7, 1))


def test_the_same_code_two_years_earlier_is_another_unit(small: Workspace) -> None:
    assert figure(small, "bg-hstt-2023").unit == UnitKey("24")


def test_a_code_with_a_day_is_read_on_that_day(tmp_path: Path) -> None:
    text = changed("figures", "bg-hstt-2023,24,", "bg-hstt-2023,24@2025-07-01,")
    workspace = load_workspace(write_workspace(tmp_path, figures=text))
    assert figure(workspace, "bg-hstt-2023").unit == UnitKey("24", date(2025, 7, 1))


def test_units_know_their_parents_and_successors(small: Workspace) -> None:
    by_key = {unit.key: unit for unit in small.units}
    assert by_key[UnitKey("376")].parent == UnitKey("37")
    assert by_key[UnitKey("24")].successors == (UnitKey("24", date(2025, 7, 1)),)
    assert by_key[UnitKey("nb-stttt")].kind is UnitKind.ORGANISATION
    assert by_key[UnitKey("btttt")].parent is None


def test_an_organisation_keeps_its_short_name_in_both_languages(small: Workspace) -> None:
    by_key = {unit.key: unit for unit in small.units}
    department, office = by_key[UnitKey("nb-stttt")], by_key[UnitKey("nb-vpub")]
    assert (department.short, department.short_en) == ("Sở TT&TT", "DIC")
    assert (office.short, office.short_en) == ("VP UBND", "")


def test_a_unit_that_began_after_a_merger_belongs_to_the_new_province(tmp_path: Path) -> None:
    text = changed("organisations", "parent: null}", 'parent: "37", valid_from: 2025-07-01}')
    workspace = load_workspace(write_workspace(tmp_path, organisations=text))
    assert workspace.units[-1].parent == UnitKey("37", date(2025, 7, 1))


def test_parents_come_before_children(small: Workspace) -> None:
    kinds = [unit.kind for unit in small.units]
    assert kinds == sorted(kinds, key=list(UnitKind).index)


def test_a_target_is_known_from_the_date_of_its_document(small: Workspace) -> None:
    target = small.plans[0].targets[0]
    assert (target.known_on, target.unit) == (date(2023, 1, 10), UnitKey("37"))
    assert (target.goal, target.goal_op, target.level) == (45, GoalOp.AT_LEAST, Level.COMMITTED)
    assert target.changes[0].after == 50
    assert target.manual_light is not None


def test_a_target_of_a_plan_without_document_is_known_from_its_source(tmp_path: Path) -> None:
    text = changed("plan", "document: nb-kh-01-2023", "document: null\n  source: bao_bg")
    text = text.replace("level: ambition}", "level: ambition, source: bao_bg}")
    text = text.replace("level: committed}", "level: committed, source: bao_nb}")
    text = text.replace("level: assigned}", "level: assigned, source: bao_bg}")
    first, second, *_ = plan(tmp_path, text).targets
    assert first.known_on == date(2024, 1, 7)
    assert second.known_on == date(2023, 12, 20)


def test_known_on_is_taken_at_its_word(tmp_path: Path) -> None:
    text = changed("plan", "paragraphs: [3]", "paragraphs: [3]\n    known_on: 2023-05-01")
    assert plan(tmp_path, text).targets[0].known_on == date(2023, 5, 1)


def test_the_first_deadline_is_kept_beside_its_extension(small: Workspace) -> None:
    task = small.plans[0].tasks[0]
    assert (task.due, task.due_written) == (date(2023, 6, 30), "Trước ngày 01.7.2023")
    assert task.due_written_en == "Before 1 July 2023"
    assert task.extensions[0].due == date(2023, 12, 31)
    assert small.plans[0].tasks[1].state is TaskState.DONE
    assert small.plans[0].tasks[2].due is None


def test_a_document_knows_where_it_is_cited(small: Workspace) -> None:
    assert small.documents[0].cited == (Citation("bao_nb", (2,)),)
    assert small.documents[2].date is None


def test_every_fact_knows_its_file_and_line(small: Workspace) -> None:
    text = FILES[PATHS["plan"]]
    key = RowKey("task", "nb-nv-cong")
    assert small.origin[key] == Position(PATHS["plan"], line_of(text, "id: nb-nv-cong"))
    assert small.origin[RowKey("unit", "24@2025-07-01")] == Position(PATHS["provinces"], 5)


def test_every_file_knows_its_facts(small: Workspace) -> None:
    rows = small.rows_of_file
    assert set(rows) == set(FILES)
    assert rows[PATHS["plan"]][0] == RowKey("plan", "nb_ke_hoach_01")
    assert [key.id for key in rows[PATHS["figures"]]] == [each.id for each in small.observations]
    assert sum(map(len, rows.values())) == len(small.origin)


def test_text_is_put_into_composed_form(tmp_path: Path) -> None:
    spread = {
        PATHS[stem]: unicodedata.normalize("NFD", FILES[PATHS[stem]])
        for stem in ("pillars", "figures")
    }
    workspace = load_workspace(write_workspace(tmp_path, {**spread}))
    assert workspace.pillars[0].name == unicodedata.normalize("NFC", "Chính quyền số")
    assert figure(workspace, "nb-tk-2023").printed == unicodedata.normalize("NFC", "khoảng 485.762")


def test_windows_line_ends_and_the_mark_that_excel_writes_are_no_mistake(tmp_path: Path) -> None:
    marks = {".csv": b"\xef\xbb\xbf"}
    windows = {
        path: marks.get(Path(path).suffix, b"") + text.replace("\n", "\r\n").encode("utf-8")
        for path, text in FILES.items()
    }
    workspace = load_workspace(write_workspace(tmp_path, dict(windows)))
    assert len(workspace.observations) == 6


def test_text_that_looks_like_markup_is_text(tmp_path: Path) -> None:
    title = '"[/x] \\e[31m đỏ {name} %s"'
    text = changed("plan", "title: Nâng cấp Cổng dịch vụ công", f"title: {title}")
    assert plan(tmp_path, text).tasks[0].title == "[/x] \x1b[31m đỏ {name} %s"


def test_a_change_of_rank_may_be_negative(tmp_path: Path) -> None:
    row = "nb-hang-2022,37,dti_hang,2022-01-01,2022-12-31,,,13"
    text = changed("figures", row, row.replace(",,,13", ",change,2021-12-31,-1"))
    text = text.replace(",13,63,,,13/63,", ",,,,,tăng 1 bậc,")
    workspace = load_workspace(write_workspace(tmp_path, figures=text))
    assert figure(workspace, "nb-hang-2022").value == -1


def test_meetings_may_lie_beside_the_rest(tmp_path: Path) -> None:
    root = write_workspace(tmp_path, {"data/meetings/2024-01-07.yaml": "meeting: {}\n"})
    assert "data/meetings/2024-01-07.yaml" in load_workspace(root).rows_of_file
