"""Laws that hold for any folder: the way there does not matter, and a seek loses no figure."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing.domain import agenda, comparison, progress
from briefing.domain.editions import Figure
from briefing.domain.model import ObservationKind
from briefing.store.reading import Reader
from tests.store.facts import sync
from tests.store.random_facts import INDICATORS, KEYS, day, folder
from tests.store.sql import contents

SEEDS = range(12)


@pytest.mark.parametrize("seed", SEEDS)
def test_two_syncs_say_what_one_build_says(tmp_path: Path, seed: int) -> None:
    first, second = folder(seed), folder(seed + 1000)
    step_by_step, at_once = tmp_path / "steps.db", tmp_path / "once.db"
    sync(step_by_step, first)
    sync(step_by_step, second)
    sync(at_once, second)
    assert contents(step_by_step) == contents(at_once)


@pytest.mark.parametrize("seed", SEEDS)
def test_there_and_back_again_is_where_it_began(tmp_path: Path, seed: int) -> None:
    first, second = folder(seed), folder(seed + 2000)
    path = tmp_path / "briefing.db"
    sync(path, first)
    before = contents(path)
    sync(path, second)
    assert contents(path) != before
    sync(path, first)
    assert contents(path) == before


def days(seed: int) -> list[tuple[date, date]]:
    """Some days to judge on: early, late, and with hindsight."""
    dice = random.Random(seed)
    drawn = [(day(dice), day(dice)) for _ in range(6)]
    end = date(2030, 1, 1)
    return [*((on, on) for on, _ in drawn), *drawn, (end, end)]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_briefing_by_seeks_is_the_briefing_by_all_figures(tmp_path: Path, seed: int) -> None:
    facts = folder(seed)
    sync(tmp_path / "briefing.db", facts)
    indicators = {indicator.id: indicator for indicator in facts.indicators}
    with Reader(tmp_path / "briefing.db") as reader:
        for as_of, known_on in days(seed):
            for unit in KEYS:
                briefing = reader.briefing(unit, as_of, known_on)
                # A revision may stand under another unit, so everything is handed to the domain.
                everything = progress.current(facts.observations, as_of=as_of, known_on=known_on)
                own = [o for o in everything if o.unit == unit]
                assert briefing.figures == progress.figures(
                    indicators, own, as_of=as_of, known_on=known_on
                )
                assert briefing.changes == agenda.changes(own, as_of=as_of, known_on=known_on)
                assert [s.target.id for s in briefing.targets] == [
                    target.id
                    for plan in facts.plans
                    for target in plan.targets
                    if target.unit == unit and target.known_on <= known_on
                ]
                for standing in briefing.targets:
                    assert standing == progress.target_standing(
                        standing.target,
                        standing.plan,
                        indicators.get(standing.target.indicator or ""),
                        own,
                        as_of=as_of,
                        known_on=known_on,
                        indicators=indicators,
                    )


@pytest.mark.parametrize("seed", SEEDS)
def test_a_history_holds_every_figure_known(tmp_path: Path, seed: int) -> None:
    facts = folder(seed)
    sync(tmp_path / "briefing.db", facts)
    with Reader(tmp_path / "briefing.db") as reader:
        for as_of, known_on in days(seed)[::3]:
            current = progress.current(facts.observations, as_of=as_of, known_on=known_on)
            for indicator in ("a", "b", "b_left"):
                history = reader.history(indicator, KEYS[0], as_of, known_on)
                own = [o for o in current if (o.unit, o.indicator) == (KEYS[0], indicator)]
                values = [o for o in own if o.kind is ObservationKind.VALUE]
                assert list(history.values) == values
                assert list(history.stated) == [o for o in own if o not in values]
                revised = {o.id for o in history.revised}
                assert revised == {
                    o.id
                    for o in facts.observations
                    if (o.unit, o.indicator) == (KEYS[0], indicator)
                    and o.published_on <= known_on
                    and o.end <= as_of
                    and o not in current
                }
                briefing = reader.briefing(KEYS[0], as_of, known_on)
                wanted = {indicator, reader.indicators()[indicator].complement_of}
                assert {s.target.id: s.status for s in history.targets} == {
                    s.target.id: s.status
                    for s in briefing.targets
                    if s.target.indicator in wanted - {None}
                }
                newest = {
                    (o.unit, o.indicator): o for o in reversed(current) if o.kind.value == "value"
                }
                assert {
                    (unit.key, other.id): o
                    for unit, other, o in history.others
                    if other.id == indicator
                } == {pair: o for pair, o in newest.items() if pair[1] == indicator}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_comparison_by_seeks_is_the_comparison_of_all_figures(tmp_path: Path, seed: int) -> None:
    facts = folder(seed)
    sync(tmp_path / "briefing.db", facts)
    with Reader(tmp_path / "briefing.db") as reader:
        for as_of, known_on in days(seed):
            found = reader.comparison(KEYS, as_of, known_on)
            everything = progress.current(facts.observations, as_of=as_of, known_on=known_on)
            assert replace(found, lineages=()) == comparison.compare(
                [unit for key in KEYS if (unit := reader.unit(key))],
                reader.indicators(),
                everything,
                as_of=as_of,
                known_on=known_on,
                pillars=reader.pillars(),
            )


@pytest.mark.parametrize("seed", SEEDS)
def test_an_edition_by_its_index_is_the_edition_of_all_figures(tmp_path: Path, seed: int) -> None:
    """Also after a second sync has taken revisions away, brought others and moved some."""
    facts = folder(seed)
    sync(tmp_path / "briefing.db", folder(seed + 1000))
    sync(tmp_path / "briefing.db", facts)
    with Reader(tmp_path / "briefing.db") as reader:
        for as_of, known_on in days(seed):
            current = progress.current(facts.observations, as_of=as_of, known_on=known_on)
            values = [o for o in current if o.kind is ObservationKind.VALUE and o.unit in KEYS]
            for indicator in INDICATORS:
                own = sorted(
                    (o for o in values if o.indicator == indicator.id),
                    key=lambda o: (o.published_on, o.id),
                )
                for end in sorted({o.end for o in own}):
                    edition = reader.standings.edition(indicator.id, as_of, known_on, end=end)
                    assert edition.period is not None
                    assert edition.values == {
                        o.unit: Figure(o.value, o.id, o.qualifier)
                        for o in own
                        if (o.start, o.end) == edition.period
                    }
