"""What was not known yet leaves no trace: a day's answers are those of a folder that ends there."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from briefing.domain.lookup import HitKind
from briefing.domain.plans import Extension, Plan, Target, Task, TaskState
from briefing.store.reading import Reader
from tests.store.facts import BAC_GIANG, NINH_BINH, Folder, figure, sync
from tests.store.random_facts import KEYS, day, folder
from tests.store.small_folder import (
    DIFFICULTIES,
    DOCUMENTS,
    FOLDER,
    PLANS,
    SYSTEMS,
    with_figures,
)

SEEDS = range(10)
EVER = date(2030, 1, 1)


def eventful(seed: int) -> Folder:
    """A random folder whose tasks are also extended and done, some of them both."""
    dice = random.Random(seed)

    def moved(task: Task) -> Task:
        extension = Extension(on=day(dice), due=day(dice), by="UBND tỉnh")
        task = replace(task, extensions=(extension,)) if dice.random() < 0.5 else task
        done = task.due is not None and dice.random() < 0.5
        return replace(task, state=TaskState.DONE, done_on=day(dice)) if done else task

    made = folder(seed)
    plans = [replace(plan, tasks=tuple(map(moved, plan.tasks))) for plan in made.plans]
    return replace(made, plans=plans)


def until(facts: Folder, as_of: date, known_on: date) -> Folder:
    """``facts`` as they had been written down by ``known_on``; decisions only up to ``as_of``."""
    last = min(as_of, known_on)
    known = {o.id for o in facts.observations if o.published_on <= known_on}

    def target(one: Target) -> Target:
        return replace(one, changes=tuple(c for c in one.changes if c.on <= last))

    def task(one: Task, targets: set[str]) -> Task:
        done = one.done_on is not None and one.done_on <= last
        return replace(
            one,
            targets=tuple(served for served in one.targets if served in targets),
            extensions=tuple(moved for moved in one.extensions if moved.on <= last),
            done_on=one.done_on if done else None,
            state=one.state if done or one.done_on is None else TaskState.OPEN,
        )

    def plan(one: Plan) -> Plan:
        targets = [target(found) for found in one.targets if found.known_on <= known_on]
        ids = {found.id for found in targets}
        tasks = [task(found, ids) for found in one.tasks if found.known_on <= known_on]
        return replace(one, targets=tuple(targets), tasks=tuple(tasks))

    return replace(
        facts,
        observations=[o for o in facts.observations if o.id in known],
        plans=[plan(one) for one in facts.plans],
    )


def pairs_of_days(seed: int) -> list[tuple[date, date]]:
    """One day for both, hindsight, and what was known before the day judged on."""
    dice = random.Random(seed)
    on = day(dice)
    return [(on, on), (on, on + timedelta(days=150)), (on, on - timedelta(days=150)), (EVER, on)]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_answer_is_that_of_a_folder_without_what_came_later(
    tmp_path: Path, seed: int
) -> None:
    facts = eventful(seed)
    sync(tmp_path / "whole.db", facts)
    for number, (as_of, known_on) in enumerate(pairs_of_days(seed)):
        sync(tmp_path / f"{number}.db", until(facts, as_of, known_on))
        with (
            Reader(tmp_path / "whole.db") as whole,
            Reader(tmp_path / f"{number}.db") as ended,
        ):
            for unit in KEYS:
                expected = ended.briefing(unit, as_of, known_on)
                assert whole.briefing(unit, as_of, known_on) == expected
                for indicator in ("a", "b", "b_left"):
                    assert whole.history(indicator, unit, as_of, known_on) == ended.history(
                        indicator, unit, as_of, known_on
                    )
            assert whole.comparison(KEYS, as_of, known_on) == ended.comparison(
                KEYS, as_of, known_on
            )
            for source in facts.sources:
                assert whole.source_page(source.id, known_on) == ended.source_page(
                    source.id, known_on
                ), source.id


@pytest.mark.parametrize("seed", SEEDS)
def test_the_latest_day_is_the_newest_figure_published_by_then(tmp_path: Path, seed: int) -> None:
    made = folder(seed)
    # A revision of another unit's figure, which no folder may hold, would count for both.
    facts = replace(made, observations=[replace(o, revises=None) for o in made.observations])
    sync(tmp_path / "briefing.db", facts)
    with Reader(tmp_path / "briefing.db") as reader:
        for unit in KEYS:
            published = [o.published_on for o in facts.observations if o.unit == unit]
            assert reader.first_day([unit]) == min(published)
            for known_on in (day(random.Random(seed)), min(published) - timedelta(1), EVER):
                wanted = max((on for on in published if on <= known_on), default=None)
                assert reader.latest_day([unit], known_on) == wanted


REVISED = figure(
    "nb_ho_so_2022_sua",
    55.0,
    date(2022, 12, 31),
    source="bac_giang_2023",
    published_on=date(2023, 9, 3),
    revises="nb_ho_so_2022",
)


def test_a_history_names_what_replaced_a_figure_once_it_is_known(path: Path) -> None:
    sync(path, with_figures(REVISED))
    with Reader(path) as reader:
        before = reader.history("ho_so_truc_tuyen", NINH_BINH, EVER, date(2023, 9, 2))
        after = reader.history("ho_so_truc_tuyen", NINH_BINH, EVER, date(2023, 9, 3))
    assert (before.revised, before.revisions) == ((), {})
    assert [old.id for old in after.revised] == ["nb_ho_so_2022"]
    assert after.revisions == {"nb_ho_so_2022": REVISED}


def test_a_source_page_names_what_replaced_its_figures_once_it_is_known(path: Path) -> None:
    sync(path, with_figures(REVISED))
    with Reader(path) as reader:
        before = reader.source_page("ninh_binh_2024", date(2023, 9, 2))
        after = reader.source_page("ninh_binh_2024", date(2023, 9, 3))
    assert before is not None
    assert before.revisions == {}
    assert after is not None
    assert after.revisions == {"nb_ho_so_2022": REVISED}


def test_what_only_a_source_tells_is_known_from_its_day(reader: Reader) -> None:
    before = reader.source_page("ninh_binh_2024", date(2024, 1, 6))
    assert before is not None
    assert (before.documents, before.systems, before.difficulties) == ((), (), ())
    after = reader.source_page("ninh_binh_2024", date(2024, 1, 7))
    assert after is not None
    assert (after.systems, after.difficulties) == (SYSTEMS, DIFFICULTIES)
    assert after.documents == ((DOCUMENTS[0], (3, 5)),)


def test_a_document_page_holds_what_rested_on_it_by_then(reader: Reader) -> None:
    early = reader.document_page("nb-kh-12", date(2023, 1, 9))
    assert early is not None
    assert (early.targets, early.tasks, early.sources) == ((), (), {})
    issued = reader.document_page("nb-kh-12", date(2023, 1, 10))
    assert issued is not None
    assert len(issued.targets) == len(PLANS[0].targets)
    assert issued.sources == {}
    cited = reader.document_page("nb-kh-12", date(2023, 9, 3))
    assert cited is not None
    assert list(cited.sources) == ["bac_giang_2023"]


def test_a_changed_goal_is_told_from_the_changing_day_on(reader: Reader) -> None:
    before = reader.document_page("nb-qd-99", date(2023, 6, 30))
    assert before is not None
    assert before.targets == ()
    after = reader.document_page("nb-qd-99", date(2023, 7, 1))
    assert after is not None
    assert [target.changes for _, target in after.targets] == [PLANS[0].targets[0].changes]


def test_a_goal_changed_after_the_day_judged_on_was_not_in_force_on_it(reader: Reader) -> None:
    standing = reader.briefing(NINH_BINH, date(2023, 6, 30), EVER).targets[0]
    assert (standing.goal.value, standing.target.changes) == (50.0, ())
    standing = reader.briefing(NINH_BINH, date(2023, 7, 1), EVER).targets[0]
    assert (standing.goal.value, len(standing.target.changes)) == (65.0, 1)


def test_a_light_given_later_is_not_shown(reader: Reader) -> None:
    for as_of, known_on, lit in (
        (EVER, date(2023, 8, 31), False),
        (EVER, date(2023, 9, 1), True),
        (date(2023, 8, 31), EVER, False),
    ):
        target = reader.briefing(NINH_BINH, as_of, known_on).targets[0].target
        assert (target.manual_light is not None) is lit


def test_an_extension_counts_from_the_day_it_was_granted(reader: Reader) -> None:
    for as_of, known_on, due in (
        (EVER, date(2023, 7, 1), date(2023, 6, 30)),
        (EVER, date(2023, 7, 2), date(2023, 12, 26)),
        (date(2023, 7, 1), EVER, date(2023, 6, 30)),
    ):
        assert reader.briefing(NINH_BINH, as_of, known_on).tasks[0].due == due


def test_a_task_done_later_is_still_open(reader: Reader) -> None:
    for as_of, known_on, is_open in (
        (EVER, date(2023, 4, 30), True),
        (EVER, date(2023, 5, 1), False),
        (date(2023, 4, 30), EVER, True),
    ):
        standing = reader.briefing(NINH_BINH, as_of, known_on).tasks[1]
        assert standing.status.is_open is is_open
        assert (standing.task.done_on is None) is is_open


def test_a_search_says_from_when_a_thing_is_known(reader: Reader) -> None:
    found = {hit.kind: hit.known_from for hit in reader.search("chuyen doi so")}
    assert found[HitKind.DOCUMENT] == date(2023, 1, 10)
    assert found[HitKind.SOURCE] == date(2024, 1, 7)
    assert reader.search("ban chi dao")[0].known_from == date(2023, 1, 10)
    assert {hit.known_from for hit in reader.search("bac giang") if hit.kind is HitKind.UNIT} == {
        None
    }


def test_units_without_figures_have_no_first_day(path: Path) -> None:
    sync(path, replace(FOLDER, observations=(), systems=()))
    with Reader(path) as reader:
        assert reader.first_day([BAC_GIANG]) is None
        assert reader.latest_day([BAC_GIANG], EVER) is None
