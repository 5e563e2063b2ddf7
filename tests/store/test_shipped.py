"""The shipped folder, through the database and back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from briefing.domain.long_universe import LongUniverse
from briefing.domain.lookup import HitKind
from briefing.domain.model import UnitKey, UnitKind
from briefing.domain.ranked import Choice
from briefing.store.checksums import LARGEST
from briefing.store.reading import Reader
from briefing.store.writing import apply
from briefing.workspace import Workspace, load_workspace
from briefing.workspace.fingerprint import scan
from tests.store.facts import AT
from tests.store.sql import ask, contents
from tests.store.test_scale import STEP, counting
from tests.store.test_views import examples

ROOT = Path(__file__).parents[2]
EVER = date(2100, 1, 1)
DEAREST = 100_000
"""Instructions of SQLite's that the dearest briefing may cost; about 3 ms on a slow machine."""
DEAREST_SEARCH = 200_000
"""Those of the dearest search: for one letter, which half of all names have."""
AREAS = frozenset({UnitKind.COUNTRY, UnitKind.PROVINCE})


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    """The shipped folder."""
    return load_workspace(ROOT)


@pytest.fixture(scope="module")
def shipped(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its database."""
    path = tmp_path_factory.mktemp("shipped") / "briefing.db"
    build(path, workspace)
    return path


@pytest.fixture
def open_shipped(shipped: Path) -> Iterator[Reader]:
    """Its database, open for reading."""
    with Reader(shipped) as opened:
        yield opened


def build(path: Path, workspace: Workspace) -> int:
    """Sync the folder and tell how many facts were written or changed."""
    counts = apply(
        path,
        workspace,
        settings_json="{}",
        config_sha256="",
        stats=scan(ROOT),
        at=AT,
        by="lan",
    ).counts
    return counts.added + counts.changed + counts.removed


def test_every_fact_comes_back_as_it_was_read(workspace: Workspace, open_shipped: Reader) -> None:
    reader = open_shipped
    assert [reader.unit(unit.key) for unit in workspace.units] == list(workspace.units)
    assert [reader.observation(o.id) for o in workspace.observations] == list(
        workspace.observations
    )
    assert tuple(reader.indicators().values()) == workspace.indicators
    assert set(reader.documents()) == set(workspace.documents)
    assert set(reader.sources()) == set(workspace.sources)
    assert set(reader.systems()) == set(workspace.systems)
    assert set(reader.difficulties()) == set(workspace.difficulties)
    assert set(reader.holidays()) == set(workspace.holidays)


def test_every_target_and_task_is_in_some_unit_s_briefing(
    workspace: Workspace, open_shipped: Reader
) -> None:
    targets, tasks = [], []
    for unit in open_shipped.focus_units():
        briefing = open_shipped.briefing(unit.key, EVER, EVER)
        targets += [standing.target for standing in briefing.targets if standing.set_by is None]
        tasks += [standing.task for standing in briefing.tasks]
    assert set(targets) == {target for plan in workspace.plans for target in plan.targets}
    assert set(tasks) == {task for plan in workspace.plans for task in plan.tasks}
    assert len(targets) == len(set(targets))


def test_a_briefing_of_the_shipped_figures_is_cheap(shipped: Path) -> None:
    with Reader(shipped) as reader:
        focus = reader.focus_units()
    for unit in focus:
        with Reader(shipped) as reader, counting(reader) as counted:
            day = reader.latest_day([unit.key]) or EVER
            reader.briefing(unit.key, day, day)
        assert counted[0] * STEP <= DEAREST


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("24", date(2023, 3, 31)),
        ("30", date(2023, 9, 3)),
        ("37", date(2024, 1, 7)),
        ("40", date(2025, 9, 24)),
        ("49", date(2025, 1, 8)),
        ("vn", None),
    ],
)
def test_a_unit_is_seen_on_the_day_of_its_newest_figure(
    open_shipped: Reader, code: str, day: date | None
) -> None:
    assert open_shipped.latest_day([UnitKey(code)]) == day


def test_only_units_that_report_or_plan_are_listed(open_shipped: Reader) -> None:
    """Not the 63 provinces of which the folder has nothing but a published rank."""
    listed = [unit for unit in open_shipped.focus_units() if unit.kind in AREAS]
    provinces = ["24", "30", "37", "40", "49", "56@2025-07-01"]
    assert sorted(str(unit.key) for unit in listed) == [*provinces, "vn"]


@pytest.mark.parametrize(
    ("text", "day", "key"),
    [
        ("92", None, "92"),
        ("48", date(2023, 7, 12), "48"),
        ("24", date(2025, 1, 1), "24"),
        ("24", date(2026, 1, 1), "24@2025-07-01"),
        ("hai duong", date(2026, 11, 22), "30"),
        ("phường hải dương", date(2026, 11, 22), "10525@2025-07-01"),
        ("ba dinh ha noi", None, "00004@2025-07-01"),
        ("lý sơn", None, "21548@2025-07-01"),
        ("dac khu ly son", None, "21548@2025-07-01"),
    ],
)
def test_a_unit_without_figures_of_its_own_is_found_by_its_name_or_code(
    open_shipped: Reader, text: str, day: date | None, key: str
) -> None:
    found = open_shipped.find_unit(text, day)
    assert found is not None and str(found.key) == key


@pytest.mark.parametrize("text", ["an ninh", "dien tu", "tan"])
def test_communes_do_not_stand_before_what_matches_as_well(open_shipped: Reader, text: str) -> None:
    """In each class of matches: those that begin with the words, hold them whole, or in part."""
    hits = open_shipped.search(text, 200)
    communes = [hit for hit in hits if hit.unit is not None and hit.ref.endswith("2025-07-01")]
    others = [hit for hit in hits if hit.kind is not HitKind.UNIT]
    assert communes and others
    assert hits.index(others[-1]) < hits.index(communes[-1])


@pytest.mark.parametrize("text", ["tan thanh", "phuong", "x", "hai duong", "zzz khong co"])
def test_a_search_through_3321_communes_is_cheap(shipped: Path, text: str) -> None:
    with Reader(shipped) as reader, counting(reader) as counted:
        reader.search(text)
    assert counted[0] * STEP <= DEAREST_SEARCH


def test_the_database_of_the_shipped_folder_is_small_enough_to_be_sealed(shipped: Path) -> None:
    assert shipped.stat().st_size < 0.75 * LARGEST


def test_a_second_sync_finds_nothing_to_do(shipped: Path, workspace: Workspace) -> None:
    before = contents(shipped)
    assert build(shipped, workspace) == 0
    assert contents(shipped) == before


def test_every_lead_and_coordinating_body_has_a_name(
    workspace: Workspace, open_shipped: Reader
) -> None:
    for unit in open_shipped.focus_units():
        briefing = open_shipped.briefing(unit.key, EVER, EVER)
        codes = {standing.target.lead for standing in briefing.targets}
        for standing in briefing.tasks:
            codes |= {standing.task.lead, *standing.task.coordinating, *standing.task.units}
        assert codes - {None} - set(briefing.units) == set()


@pytest.mark.parametrize("example", examples())
def test_the_documented_queries_find_something_here(shipped: Path, example: str) -> None:
    """All but those of the edit log: nothing was edited since this database was built."""
    assert bool(ask(shipped, example)) is ("v_log" not in example)


def test_every_commune_of_the_long_list_is_the_unit_that_its_key_names(
    open_shipped: Reader,
) -> None:
    on = date(2026, 6, 1)
    found = open_shipped.standings.ranked(
        Choice(kind=UnitKind.COMMUNE), UnitKey("37", date(2025, 7, 1)), on, on
    ).ranking.edition.units
    assert len(found) == 3321 and isinstance(found, LongUniverse)
    assert list(found) == [open_shipped.unit(unit.key) for unit in found]
    assert list(found.lengths) == [len(unit.name) for unit in found]
    assert list(found.lengths_en) == [len(unit.name_en or unit.name) for unit in found]
    assert [found.find(unit.key) for unit in found] == list(range(len(found)))
