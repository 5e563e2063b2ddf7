"""The history of a target or a task: official changes by document, edits with who and why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefing.desk import Desk, View
from briefing.domain.edits import WHOLE, CodeName, Edit
from briefing.domain.model import UnitKey
from briefing.domain.plans import Target
from briefing.domain.revisions import FieldChange
from briefing.language import Translator
from briefing.opening import ACTIONS, sync
from briefing.pages.indicator import indicator_page
from briefing.pages.item import target_page, task_page
from briefing.pages.revisions import MOST_EDITS, edit_text, edits_table
from briefing.settings import Settings, load_settings
from briefing.show.rendering import as_text
from briefing.store.reading import Reader
from briefing.store.tables import PLAN, TARGET, TASK
from briefing.wording.changes import FIELDS, field_change, field_value
from briefing.wording.moments import moment
from tests.workspaces import PATHS, edit_plan, write_workspace

NINH_BINH = UnitKey("37")
BEFORE, AFTER = date(2023, 6, 29), date(2024, 1, 7)
"""The goal on dossiers was changed from 45 to 50 on 30/06/2023."""


@pytest.fixture
def edited(tmp_path: Path) -> Settings:
    """The small workspace, synced, edited with a reason, and synced again."""
    root = write_workspace(tmp_path / "ws")
    settings = load_settings(root, ACTIONS)
    sync(settings)
    edit_plan(root, ("baseline: 35.5", "baseline: 36.5"), ("output: Cổng mới", "output: Cổng 2.0"))
    sync(settings, reason="số Sở gửi lại")
    return settings


def edit(field: str, old: str | None, new: str | None, why: str | None = None) -> Edit:
    """An entry about a target, on an afternoon in June."""
    return Edit("target", "t", field, old, new, "2026-06-30T15:04:05+07:00", "lan", why)


def text_of(settings: Settings, day: date, what: str, tr: Translator) -> str:
    """The page of an indicator, a target or a task of Ninh Bình on a day."""
    desk = Desk(settings, AFTER)
    view = View(NINH_BINH, day, day)
    with Reader(settings.database) as reader:
        briefing = desk.briefing(reader, view)
        if what == "indicator":
            history = desk.history(reader, "ho_so_truc_tuyen", view)
            page = indicator_page(history, reader.sources_named(history.cited), tr)
        elif what == "target":
            (target,) = (t for t in briefing.targets if t.target.id == "nb-ct-hstt")
            page = target_page(target, briefing, tr, reader.edits("target", "nb-ct-hstt"))
        else:
            (task,) = (t for t in briefing.tasks if t.task.id == "nb-nv-cong")
            page = task_page(task, briefing, tr, reader.edits("task", "nb-nv-cong"))
    return as_text(page, "", 120)


@pytest.mark.parametrize("what", ["indicator", "target"])
def test_a_goal_s_change_is_told_with_its_day_and_document(
    edited: Settings, what: str, vi: Translator
) -> None:
    said = text_of(edited, AFTER, what, vi)
    assert "Điều chỉnh chỉ tiêu" in said
    assert "30/06/2023" in said and "mức đề ra: 45% → 50%" in said
    assert "09/QĐ-UBND" in said


@pytest.mark.parametrize("what", ["indicator", "target"])
def test_an_earlier_day_shows_the_goal_as_it_stood_then(
    edited: Settings, what: str, vi: Translator
) -> None:
    before, after = (text_of(edited, day, what, vi) for day in (BEFORE, AFTER))
    assert "≥ 45%" in before and "≥ 50%" not in before
    assert "≥ 50%" in after
    assert "Điều chỉnh chỉ tiêu" not in before


@pytest.mark.parametrize("what", ["indicator", "target"])
def test_an_edit_is_told_with_old_new_who_and_why(
    edited: Settings, what: str, vi: Translator
) -> None:
    said = text_of(edited, AFTER, what, vi)
    assert "mức đầu kỳ: 35,5 → 36,5" in said
    assert "số Sở gửi lại" in said


def test_a_task_tells_its_extension_and_its_edits(edited: Settings, vi: Translator) -> None:
    said = text_of(edited, AFTER, "task", vi)
    assert "gia hạn đến" in said
    assert "sản phẩm: Cổng mới → Cổng 2.0" in said


def test_what_nobody_edited_has_no_history_of_edits(vi: Translator) -> None:
    assert edits_table((), {}, vi) == []


def test_the_newest_edit_comes_first_and_older_ones_are_counted(vi: Translator) -> None:
    edits = [edit("weight", str(n), str(n + 1)) for n in range(MOST_EDITS + 3)]
    (table,) = edits_table(edits, {}, vi)
    said = as_text_of_rows(table.rows[0].cells)  # type: ignore[union-attr]
    assert f"{MOST_EDITS + 2} → {MOST_EDITS + 3}" in said
    assert len(table.rows) == MOST_EDITS  # type: ignore[union-attr]
    assert "3 lần cũ hơn" in table.aside  # type: ignore[union-attr]


def as_text_of_rows(cells: object) -> str:
    """The words of a row."""
    return " ".join(span.text for cell in cells for span in cell)  # type: ignore[attr-defined]


def test_an_edit_of_a_whole_fact_says_what_became_of_it(vi: Translator, en: Translator) -> None:
    assert edit_text(edit(WHOLE, None, "{}"), vi) == "thêm vào kế hoạch"
    closed = edit(WHOLE, '{"closed_on": "2024-01-07"}', None)
    assert edit_text(closed, vi) == "bỏ khỏi kế hoạch, đóng từ 07/01/2024"
    assert edit_text(edit(WHOLE, "{}", None), en) == "taken out of the plan"


def test_a_time_is_that_of_where_it_was_written(vi: Translator) -> None:
    assert moment("2026-06-30T15:04:05+07:00", vi) == "30/06/2026 15:04"


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("goal", "1470.5", "1.470,5"),
        ("due", "2025-06-30", "30/06/2025"),
        ("level", "ambition", "phấn đấu"),
        ("state", "awaiting", "chờ xác nhận"),
        ("light", "amber", "đèn vàng"),
        ("goal_printed", "0", "không"),
        ("milestones", '[{"due": "2023-06-30", "value": 45.0}]', "45 đến 30/06/2023"),
        ("targets", '[{"target": "a"}, {"target": "b"}]', "a; b"),
        (
            "changes",
            '[{"changed_on": "2023-06-30", "before": 45.0, "after": 50.0, "document": "qd"}]',
            "45 → 50 từ 30/06/2023 (qd)",
        ),
        (
            "extensions",
            '[{"granted_on": "2023-07-02", "due": "2023-12-26", "by": "UBND", "note": ""}]',
            "đến 26/12/2023 (UBND, 02/07/2023)",
        ),
        ("milestones", "[]", "—"),
        ("lead", None, "—"),
        ("goal", "tám mươi", "tám mươi"),
        ("title", "một\x1b[31m", "một␛[31m"),
    ],
)
def test_a_value_of_the_log_is_written_as_people_write_it(
    field: str, text: str | None, said: str, vi: Translator
) -> None:
    assert field_value(field, text, vi) == said


def test_a_list_is_told_as_it_is_and_as_it_was(vi: Translator) -> None:
    old, new = '[{"due": "2023-06-30", "value": 45.0}]', "[]"
    said = field_change(FieldChange("milestones", old, new), vi)
    assert said == "các mốc: — (trước đó: 45 đến 30/06/2023)"


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("pillar", "the_che_so", "Thể chế số (the_che_so)"),
        ("units", "376; 377", "Huyện Hoa Lư (376); 377"),
        ("targets", '[{"target": "ct-1"}, {"target": "a"}]', "Một cổng (ct-1); a"),
        (
            "changes",
            '[{"changed_on": "2023-06-30", "before": 45.0, "after": 50.0, "document": "qd"}]',
            "45 → 50 từ 30/06/2023 (09/QĐ-UBND)",
        ),
        ("applies_to", "province", "cấp tỉnh"),
        ("unit", "24", "24"),
    ],
)
def test_a_code_stands_behind_what_it_names_where_that_is_known(
    field: str, text: str, said: str, vi: Translator
) -> None:
    names = (
        CodeName("the_che_so", "Thể chế số", "Institutions"),
        CodeName("376", "Huyện Hoa Lư", "Hoa Lu District"),
        CodeName("ct-1", "Một cổng", "One portal"),
        CodeName("qd", "09/QĐ-UBND", "09/QĐ-UBND"),
    )
    assert field_value(field, text, vi, names) == said


def test_a_name_is_told_in_the_language_of_the_program(en: Translator) -> None:
    names = (CodeName("the_che_so", "Thể chế số", "Institutions"),)
    change = FieldChange("pillar", None, "the_che_so", names)
    assert field_change(change, en) == "pillar: — → Institutions (the_che_so)"


def test_every_field_that_the_log_may_name_has_a_name() -> None:
    named = {
        name
        for table in (PLAN, TARGET, TASK)
        for name in (*table.columns, *(child.field for child in table.children))
    }
    assert named == set(FIELDS)


def test_a_field_of_another_version_is_told_as_it_is_written(vi: Translator) -> None:
    assert field_change(FieldChange("colour", "1", None), vi) == "colour: 1 → —"


def test_a_closed_target_stands_in_its_indicator_s_history(
    edited: Settings, vi: Translator
) -> None:
    plan = edited.root / PATHS["plan"]
    text = plan.read_text(encoding="utf-8")
    start = text.index("  - {id: nb-ct-hang")
    end = text.index("\n", start) + 1
    plan.write_text(text[:start] + text[end:], encoding="utf-8")
    sync(edited)
    desk = Desk(edited, AFTER)
    with Reader(edited.database) as reader:
        latest = reader.latest_day([NINH_BINH])
        assert latest is not None
        history = desk.history(reader, "dti_hang", View(NINH_BINH, latest, latest))
        page = indicator_page(history, reader.sources_named(history.cited), vi)
    closed: tuple[Target, ...] = history.closed
    assert [target.id for target in closed] == ["nb-ct-hang"]
    assert "đóng, không còn trong kế hoạch" in as_text(page, "", 120)
