"""The views that people rely on who open the file with other tools (DESIGN section 5)."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.store.views import VIEWS
from tests.store.facts import figure, sync
from tests.store.small_folder import FOLDER, with_figures
from tests.store.sql import ask, columns, one

DOCS = Path(__file__).parents[2] / "docs" / "database.md"
END = figure("x", 0, FOLDER.observations[1].end).end

PINNED = {
    "v_observations": "id province_code province unit_code unit indicator indicator_vi"
    " indicator_en pillar kind value measure qualifier numerator denominator period_start"
    " period_end published_on source paragraph note current",
    "v_targets": "plan document target unit_code unit indicator pillar goal_op goal goal_high"
    " goal_words measure due baseline baseline_on level weight lead current"
    " closed_on applies_to due_from due_kind",
    "v_tasks": "plan document task unit_code unit title lead coordinating due_written due done_on"
    " state targets pillar closed_on due_from due_kind",
    "v_systems": "system name name_en kind unit_code unit run_by state figures source paragraph"
    " note",
    "v_difficulties": "difficulty text text_en category pillar unit_code unit source paragraph",
    "v_sources": "source publisher title date date_exact address paragraphs note",
    "v_documents": "document number type issuer date subject subject_en cited note",
    "v_units": "unit code name name_en kind parent valid_from valid_to successors",
    "v_log": "record id field old new at by why",
    "v_frameworks": "framework name name_en kind total complete document first_year last_year part"
    " within code part_name part_name_en max_points indicator rank pillar components lead due"
    " evidence",
    "v_assessments": "id framework part code part_name unit_code unit period_start period_end"
    " max_points self_assessment appraised evidence lead due source published_on note current",
}


def examples() -> list[str]:
    """The queries that the document shows."""
    text = DOCS.read_text(encoding="utf-8")
    return re.findall(r"```sql\n(.*?)```", text, flags=re.DOTALL)


def test_every_view_is_pinned() -> None:
    assert set(PINNED) == set(VIEWS)


@pytest.mark.parametrize("view", PINNED)
def test_a_view_keeps_its_columns(database: Path, view: str) -> None:
    assert columns(database, view) == PINNED[view].split()


def test_a_figure_is_told_with_its_province_period_and_source(database: Path) -> None:
    row = one(database, "SELECT * FROM v_observations WHERE id = 'bg_chua_phe_duyet'")
    assert row == {
        "id": "bg_chua_phe_duyet",
        "province_code": "24",
        "province": "Bắc Giang",
        "unit_code": "24",
        "unit": "Bắc Giang",
        "indicator": "chua_phe_duyet",
        "indicator_vi": "Tỷ lệ chua_phe_duyet",
        "indicator_en": "Share chua_phe_duyet",
        "pillar": "the_che_so",
        "kind": "value",
        "value": 6.0,
        "measure": "count",
        "qualifier": "exact",
        "numerator": 6.0,
        "denominator": 31.0,
        "period_start": "2023-01-01",
        "period_end": "2023-08-31",
        "published_on": "2023-09-01",
        "source": "bac_giang_2023",
        "paragraph": "7; 9",
        "note": "đếm phần chưa xong",
        "current": 1,
    }


def test_a_district_s_figure_names_the_province_it_lies_in(path: Path) -> None:
    of_district = figure("hl", 5.0, END, unit=FOLDER.units[4].key)
    sync(path, with_figures(of_district))
    row = one(path, "SELECT province_code, unit FROM v_observations WHERE id = 'hl'")
    assert row == {"province_code": "37", "unit": "Hoa Lư"}


def test_a_revised_figure_is_not_current(path: Path) -> None:
    sync(path, with_figures(figure("sua", 70.1, END, revises="nb_ho_so_2023")))
    rows = ask(path, "SELECT id, current FROM v_observations WHERE indicator = 'ho_so_truc_tuyen'")
    assert dict(rows) == {"nb_ho_so_2022": 1, "nb_ho_so_2023": 0, "nb_ho_so_tang": 1, "sua": 1}


def test_a_changed_goal_is_one_row_per_goal_it_had(database: Path) -> None:
    rows = ask(
        database,
        "SELECT goal, document, current FROM v_targets WHERE target = 'nb_ct_ho_so'"
        " ORDER BY current",
    )
    assert rows == [(50.0, "12/KH-UBND", 0), (65.0, "99/QĐ-UBND", 1)]


def test_a_goal_in_words_has_no_number(database: Path) -> None:
    row = one(database, "SELECT * FROM v_targets WHERE target = 'nb_ct_nhan_thuc'")
    assert (row["goal"], row["goal_words"], row["pillar"], row["current"]) == (
        None,
        "mọi cán bộ",
        "the_che_so",
        1,
    )


def test_a_task_shows_the_deadline_in_force_and_the_state_as_written(database: Path) -> None:
    row = one(database, "SELECT * FROM v_tasks WHERE task = 'nb_nv_ban_chi_dao'")
    assert row["due"] == "2023-12-26"
    assert row["due_written"] == "trước 1.7.2023"
    assert row["state"] == "open"
    assert row["coordinating"] == "nb-stttt; 374"
    assert row["targets"] == "nb_ct_ho_so; nb_ct_nhan_thuc"


def test_a_unit_names_its_successors_and_its_parent(database: Path) -> None:
    assert one(database, "SELECT successors FROM v_units WHERE unit = '24'") == {
        "successors": "24@2025-07-01"
    }
    assert one(database, "SELECT parent FROM v_units WHERE unit = 'nb-stttt'") == {"parent": "37"}


def test_a_document_names_where_it_is_cited(database: Path) -> None:
    assert one(database, "SELECT cited FROM v_documents WHERE document = 'nb-kh-12'") == {
        "cited": "ninh_binh_2024#3; ninh_binh_2024#5; bac_giang_2023"
    }


def test_the_first_build_logs_nothing(database: Path) -> None:
    assert ask(database, "SELECT * FROM v_log") == []


def test_the_document_lists_every_view_s_columns_in_order() -> None:
    text = DOCS.read_text(encoding="utf-8")
    told = {}
    for section in re.split(r"^### ", text, flags=re.MULTILINE)[1:]:
        name = section.splitlines()[0].strip("` ")
        told[name] = re.findall(r"^\| `(\w+)`", section, flags=re.MULTILINE)
    assert told == {view: names.split() for view, names in PINNED.items()}


def test_there_are_eight_example_queries() -> None:
    assert len(examples()) == 8


@pytest.mark.parametrize("example", examples())
def test_an_example_query_finds_something(database: Path, example: str) -> None:
    plan = FOLDER.plans[0]
    renamed = replace(plan, targets=(replace(plan.targets[0], goal=51.0), *plan.targets[1:]))
    sync(database, replace(FOLDER, plans=(renamed, *FOLDER.plans[1:])))
    assert ask(database, example)
