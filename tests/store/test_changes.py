"""What a sync tells of itself: changes by plan, and the lights that turn, each on its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing.domain.model import UnitKind
from briefing.domain.plans import Extension, TaskState
from briefing.domain.revisions import (
    ChangeKind,
    FolderChanges,
    Judging,
    LightChange,
    lights_by_change,
)
from briefing.domain.standing import TargetStatus, TaskStatus
from briefing.store.previewing import preview
from tests.store.facts import AT, Folder, figure, sync
from tests.store.small_folder import FOLDER, PLANS, with_figures

LATEST = Judging(as_of=None, today=date(2026, 11, 22), at_risk_share=0.1, due_soon_days=10)
DAY = date(2024, 1, 1)
"""The day of Ninh Bình's newest figure."""


def with_target(**fields: object) -> Folder:
    """``FOLDER`` with fields of its first target changed."""
    target = replace(PLANS[0].targets[0], **fields)  # type: ignore[arg-type]
    plan = replace(PLANS[0], targets=(target, *PLANS[0].targets[1:]))
    return replace(FOLDER, plans=(plan, *PLANS[1:]))


def with_task(**fields: object) -> Folder:
    """``FOLDER`` with fields of its first task changed."""
    task = replace(PLANS[0].tasks[0], **fields)  # type: ignore[arg-type]
    plan = replace(PLANS[0], tasks=(task, *PLANS[0].tasks[1:]))
    return replace(FOLDER, plans=(plan, *PLANS[1:]))


def told(database: Path, folder: Folder, judging: Judging = LATEST) -> FolderChanges:
    """What a preview tells; the sync that follows must tell the very same."""
    foreseen = preview(
        database, folder, at="", why=None, judging=judging, judged=lambda kept: judging
    )
    done = sync(database, folder, judging=judging, told=True).changes
    assert done == foreseen
    return foreseen


def light(changes: FolderChanges) -> LightChange:
    """The only light that turns."""
    (found,) = changes.lights
    return found


def test_a_goal_out_of_reach_turns_the_light(database: Path) -> None:
    found = told(database, with_target(goal=90.0, changes=(), milestones=()))
    (plan,) = found.plans
    (target,) = plan.targets
    assert (target.id, target.change) == ("nb_ct_ho_so", ChangeKind.CHANGED)
    assert {change.field: (change.old, change.new) for change in target.fields}["goal"] == (
        "50.0",
        "90.0",
    )
    turned = light(found)
    assert (turned.before, turned.after) == (TargetStatus.ACHIEVED, TargetStatus.MISSED)
    assert (turned.unit.name, turned.day_before, turned.day) == ("Ninh Bình", DAY, DAY)


def test_a_task_extended_is_late_no_more(database: Path) -> None:
    longer = Extension(on=date(2023, 12, 20), due=date(2024, 6, 30), by="UBND tỉnh")
    found = told(database, with_task(extensions=(*PLANS[0].tasks[0].extensions, longer)))
    turned = light(found)
    assert (turned.kind, turned.id) == ("task", PLANS[0].tasks[0].id)
    assert (turned.before, turned.after) == (TaskStatus.OVERDUE, TaskStatus.IN_TERM)


def test_a_title_changed_turns_no_light(database: Path) -> None:
    found = told(database, with_task(title="Việc khác"))
    assert found.lights == () and len(found.plans) == 1


def test_a_figure_alone_turns_a_light_without_any_plan(database: Path) -> None:
    low = figure("thap", 20.0, date(2023, 12, 31), revises="nb_ho_so_2023")
    found = told(database, with_figures(low))
    assert found.plans == ()
    assert [(each.kind, each.added) for each in found.others] == [("observation", 1)]
    turned = light(found)
    assert (turned.before, turned.after) == (TargetStatus.ACHIEVED, TargetStatus.MISSED)


def test_a_newer_figure_moves_the_day_on_which_lights_are_judged(database: Path) -> None:
    until_march = Extension(on=date(2023, 12, 20), due=date(2024, 3, 1), by="UBND tỉnh")
    extended = with_task(extensions=(until_march,))
    sync(database, extended, judging=LATEST)
    newer = (*FOLDER.observations, figure("moi", 80.0, date(2024, 3, 31)))
    turned = light(told(database, replace(extended, observations=newer)))
    assert (turned.before, turned.after) == (TaskStatus.IN_TERM, TaskStatus.OVERDUE)
    assert (turned.day_before, turned.day) == (DAY, date(2024, 4, 1))


def test_what_is_new_has_no_light_before_and_what_is_gone_none_after(database: Path) -> None:
    other = replace(PLANS[0].tasks[0], id="nb_nv_moi", state=TaskState.OPEN, extensions=())
    plan = replace(PLANS[0], tasks=(other, *PLANS[0].tasks[1:]))
    found = told(database, replace(FOLDER, plans=(plan, *PLANS[1:])))
    assert {(each.id, each.before is None, each.after is None) for each in found.lights} == {
        ("nb_nv_moi", True, False),
        (PLANS[0].tasks[0].id, False, True),
    }
    changes = {fact.id: fact.change for fact in found.plans[0].tasks}
    assert changes == {
        "nb_nv_moi": ChangeKind.ADDED,
        PLANS[0].tasks[0].id: ChangeKind.CLOSED,
    }


def test_a_plan_that_comes_back_is_told_as_returned(database: Path) -> None:
    sync(database, replace(FOLDER, plans=PLANS[1:]), judging=LATEST)
    (plan,) = told(database, FOLDER).plans
    assert plan.own is not None and plan.own.change is ChangeKind.RETURNED
    assert {fact.change for fact in (*plan.targets, *plan.tasks)} == {ChangeKind.RETURNED}


def test_a_closed_plan_is_still_called_by_its_title(database: Path) -> None:
    (plan,) = told(database, replace(FOLDER, plans=PLANS[1:])).plans
    assert (plan.title, plan.document) == (PLANS[0].title, "12/KH-UBND")


def test_a_threshold_changed_is_judged_for_every_unit(database: Path) -> None:
    late = replace(LATEST, as_of=date(2023, 1, 15))
    found = preview(database, FOLDER, at="", why=None, judging=late, judged=lambda kept: LATEST)
    assert found.plans == () and found.lights
    assert {(each.day_before, each.day) for each in found.lights} >= {(DAY, late.as_of)}


def test_a_target_of_every_province_is_looked_at_in_each(database: Path) -> None:
    found = told(database, with_target(applies_to=UnitKind.PROVINCE))
    assert "applies_to" in {change.field for change in found.plans[0].targets[0].fields}


def test_the_way_a_deadline_is_read_is_no_change_of_its_own(database: Path) -> None:
    found = told(database, with_target(due_from=date(2023, 1, 1)))
    assert found.plans == ()


def test_a_note_counts_where_no_reason_is_given(database: Path) -> None:
    changed = with_task(title="Việc khác")
    notes = {("plan", PLANS[0].id): "rà soát", ("task", PLANS[0].tasks[0].id): "đổi tên"}
    for why, kept, said in (
        (None, notes, "đổi tên"),
        (None, {key: notes[key] for key in list(notes)[:1]}, "rà soát"),
        ("theo QĐ 99", notes, "theo QĐ 99"),
        (None, {}, ""),
    ):
        found = preview(
            database,
            replace(changed, change_notes=kept),
            at="",
            why=why,
            judging=LATEST,
            judged=lambda kept: LATEST,
        )
        assert found.plans[0].tasks[0].why == said


@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_the_state_before_is_read_without_a_copy_whatever_the_journal(
    database: Path, journal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.store.writing.on_network_drive", lambda path: journal != "wal")
    summary = sync(database, with_task(title="Việc khác"), judging=LATEST, told=True)
    assert summary.journal == journal
    assert summary.changes is not None and len(summary.changes.plans) == 1


def test_without_a_question_nothing_is_judged(database: Path) -> None:
    assert sync(database, with_task(title="Việc khác"), at=AT).changes is None


def test_a_first_build_tells_every_plan_and_no_light(path: Path) -> None:
    changes = sync(path, FOLDER, told=True).changes
    assert changes is not None and changes.first and changes.lights == ()
    assert [plan.id for plan in changes.plans] == [plan.id for plan in PLANS]


def test_lights_are_counted_by_what_they_turn_into(database: Path) -> None:
    turned = light(told(database, with_target(goal=90.0, changes=(), milestones=())))
    other = replace(turned, after=TargetStatus.OFF_TRACK)
    assert lights_by_change([other, turned, turned]) == {
        (TargetStatus.ACHIEVED, TargetStatus.MISSED): 2,
        (TargetStatus.ACHIEVED, TargetStatus.OFF_TRACK): 1,
    }
