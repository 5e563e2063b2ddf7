"""What disappears from a plan is closed with a date: kept, hidden from then on, opened again."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing.domain.revisions import Judging
from briefing.store.reading import Reader
from tests.store.facts import AT, NINH_BINH, Folder, sync
from tests.store.small_folder import DOCUMENTS, FOLDER, INDICATORS, PLANS
from tests.store.sql import ask, contents, one

LATEST = date(2024, 1, 1)
"""The day on which Ninh Bình's newest figure was published."""
LATEST_IN_FORCE = Judging(as_of=None, today=date(2026, 11, 22), at_risk_share=0.1, due_soon_days=10)
CLOSED = "SELECT target, closed_on FROM v_targets WHERE closed_on IS NOT NULL"


def without_target(name: str) -> Folder:
    """The small folder without one target, and without the tasks' references to it."""
    return replace(
        FOLDER,
        plans=tuple(
            replace(
                plan,
                targets=tuple(target for target in plan.targets if target.id != name),
                tasks=tuple(
                    replace(task, targets=tuple(t for t in task.targets if t != name))
                    for task in plan.tasks
                ),
            )
            for plan in PLANS
        ),
    )


WITHOUT = without_target("nb_ct_ho_so")


def shown(database: Path, day: date) -> list[str]:
    """The targets of Ninh Bình that a screen shows on a day."""
    with Reader(database) as reader:
        return [s.target.id for s in reader.briefing(NINH_BINH, day, day).targets]


def test_a_target_that_disappears_stays_with_the_day_it_was_closed_on(database: Path) -> None:
    counts = sync(database, WITHOUT).counts
    assert counts.removed == 1
    rows = ask(
        database, "SELECT goal, current, closed_on FROM v_targets WHERE target = ?", "nb_ct_ho_so"
    )
    assert sorted(rows) == [(50.0, 0, "2024-01-07"), (65.0, 0, "2024-01-07")]
    assert ask(database, "SELECT value FROM milestone WHERE target = 'nb_ct_ho_so'") == [(45.0,)]


def test_it_is_closed_as_of_the_newest_figure_s_day_where_that_is_in_force(
    database: Path,
) -> None:
    sync(database, WITHOUT, judging=LATEST_IN_FORCE)
    with Reader(database) as reader:
        assert reader.latest_day([NINH_BINH]) == LATEST
    assert {row[1] for row in ask(database, CLOSED)} == {LATEST.isoformat()}


def test_a_screen_shows_it_before_that_day_and_not_from_it_on(database: Path) -> None:
    sync(database, WITHOUT, judging=LATEST_IN_FORCE)
    assert "nb_ct_ho_so" in shown(database, date(2023, 12, 31))
    assert "nb_ct_ho_so" not in shown(database, LATEST)
    assert "nb_ct_ho_so" not in shown(database, date(2030, 1, 1))


def test_a_task_and_its_plan_are_closed_with_their_file(database: Path) -> None:
    sync(database, replace(FOLDER, plans=PLANS[1:]))
    assert ask(database, "SELECT task FROM v_tasks WHERE closed_on IS NOT NULL") == [
        (task.id,) for task in PLANS[0].tasks
    ]
    assert ask(database, "SELECT id FROM plan WHERE closed_on IS NOT NULL") == [(PLANS[0].id,)]
    with Reader(database) as reader:
        assert reader.briefing(NINH_BINH, AT.date(), AT.date()).tasks == ()


def test_a_second_sync_closes_nothing_twice(database: Path) -> None:
    sync(database, WITHOUT)
    renamed = replace(WITHOUT.plans[0], title="Kế hoạch khác")
    counts = sync(database, replace(WITHOUT, plans=(renamed, *WITHOUT.plans[1:]))).counts
    assert (counts.changed, counts.removed) == (1, 0)
    assert len(ask(database, "SELECT * FROM v_log WHERE field = '*'")) == 1


def test_what_comes_back_is_opened_again_under_its_id(database: Path) -> None:
    before = contents(database)
    sync(database, WITHOUT)
    sync(database, FOLDER)
    assert contents(database) == before
    assert ask(database, CLOSED) == []
    entries = ask(database, "SELECT old IS NULL, new IS NULL FROM v_log WHERE id = 'nb_ct_ho_so'")
    assert entries == [(0, 1), (1, 0)]


def test_the_log_keeps_all_it_said_and_the_day(database: Path) -> None:
    sync(database, WITHOUT, by="minh", why="bỏ theo QĐ 99")
    row = one(database, "SELECT * FROM v_log WHERE id = 'nb_ct_ho_so'")
    said = json.loads(row["old"])
    assert (row["field"], row["new"], row["by"], row["why"]) == ("*", None, "minh", "bỏ theo QĐ 99")
    assert (said["goal"], said["indicator"], said["closed_on"]) == (
        50.0,
        "ho_so_truc_tuyen",
        "2024-01-07",
    )


@pytest.mark.parametrize("damage", [False, True])
def test_a_database_built_anew_keeps_what_was_closed(database: Path, damage: bool) -> None:
    sync(database, replace(FOLDER, plans=PLANS[1:]))
    told = ("v_targets", "v_tasks", "milestone", "goal_change", "task_target", "extension")
    before = {name: sorted(ask(database, f"SELECT * FROM {name}"), key=repr) for name in told}
    if damage:
        content = bytearray(database.read_bytes())
        place = content.rindex("Hồ sơ trực tuyến".encode())
        content[place] ^= 1
        database.write_bytes(content)
    sync(database, replace(FOLDER, plans=PLANS[1:]), rebuild=True, mend=True)
    assert before == {
        name: sorted(ask(database, f"SELECT * FROM {name}"), key=repr) for name in told
    }
    assert len(before["v_tasks"]) == len(PLANS[0].tasks)


def test_what_only_something_closed_points_at_stays_with_it(database: Path) -> None:
    bare = replace(FOLDER, plans=PLANS[1:], documents=DOCUMENTS[1:])
    sync(database, bare)
    assert ask(database, "SELECT document FROM v_documents") == [(DOCUMENTS[1].id,)]
    assert ("12/KH-UBND",) in ask(database, "SELECT document FROM v_targets")
    sync(database, bare, rebuild=True)
    assert ("12/KH-UBND",) in ask(database, "SELECT document FROM v_targets")
    assert ask(database, "SELECT document FROM v_documents") == [(DOCUMENTS[1].id,)]
    assert sync(database, FOLDER).counts.added > 0
    assert ask(database, CLOSED) == []
    assert len(ask(database, "SELECT * FROM v_documents")) == len(DOCUMENTS)


def test_an_indicator_that_is_gone_still_names_what_a_closed_target_measured(
    database: Path,
) -> None:
    """A past day still shows the target, with the name of what it was about."""
    gone = {"ho_so_truc_tuyen"}
    folder = replace(
        WITHOUT,
        indicators=tuple(
            i
            for i in INDICATORS
            if i.id not in gone and not {i.variant_of, i.complement_of, i.rank_of} & gone
        ),
        observations=tuple(o for o in FOLDER.observations if o.indicator not in gone),
    )
    sync(database, folder, judging=replace(LATEST_IN_FORCE, as_of=date(2024, 6, 1)))
    day = date(2024, 5, 1)
    with Reader(database) as reader:
        standings = reader.briefing(NINH_BINH, day, day).targets
    (closed,) = (s for s in standings if s.target.id == "nb_ct_ho_so")
    assert closed.indicator is not None
    assert closed.indicator.name == "Tỷ lệ hồ sơ trực tuyến"


def test_a_unit_whose_every_promise_is_closed_has_nothing_to_show(path: Path) -> None:
    empty = replace(FOLDER, observations=(), plans=PLANS)
    sync(path, empty)
    sync(path, replace(empty, plans=PLANS[1:]))
    with Reader(path) as reader:
        assert NINH_BINH not in [unit.key for unit in reader.focus_units()]
