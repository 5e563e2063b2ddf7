"""What a source and a document support, and everything else that is read whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefing.domain.model import UnitKey
from briefing.store.reading import Reader
from tests.store.facts import BAC_GIANG, NINH_BINH, figure, sync
from tests.store.small_folder import (
    DIFFICULTIES,
    DOCUMENTS,
    FOLDER,
    HOLIDAYS,
    INDICATORS,
    OBSERVATIONS,
    PILLARS,
    PLANS,
    SOURCES,
    SYSTEMS,
    with_figures,
)

DAY = date(2024, 1, 7)


def test_what_was_written_comes_back_whole(reader: Reader) -> None:
    assert tuple(reader.indicators().values()) == INDICATORS
    assert reader.pillars() == PILLARS
    assert reader.holidays() == HOLIDAYS
    assert set(reader.sources()) == set(SOURCES)
    assert set(reader.documents()) == set(DOCUMENTS)
    assert [reader.observation(o.id) for o in OBSERVATIONS] == list(OBSERVATIONS)
    assert reader.systems() == SYSTEMS
    assert reader.difficulties() == DIFFICULTIES
    assert reader.observation("khong_co") is None


def test_systems_and_difficulties_are_read_by_unit(reader: Reader) -> None:
    assert reader.systems(NINH_BINH) == SYSTEMS
    assert reader.difficulties(NINH_BINH) == DIFFICULTIES
    for unit in (BAC_GIANG, UnitKey("99")):
        assert reader.systems(unit) == ()
        assert reader.difficulties(unit) == ()


def test_targets_and_tasks_come_back_whole(reader: Reader) -> None:
    briefing = reader.briefing(NINH_BINH, DAY, DAY)
    assert tuple(standing.target for standing in briefing.targets) == PLANS[0].targets
    assert tuple(standing.task for standing in briefing.tasks) == PLANS[0].tasks
    assert {standing.plan for standing in briefing.targets} == {PLANS[0]}


def test_a_source_page_holds_all_it_supports(reader: Reader) -> None:
    page = reader.source_page("ninh_binh_2024", DAY)
    assert page is not None
    assert page.source == SOURCES[0]
    assert [unit.key for unit in page.units] == [NINH_BINH]
    assert {found.id for _, _, found in page.observations} == {
        "nb_ho_so_2022",
        "nb_ho_so_2023",
        "nb_ho_so_tang",
    }
    assert [(plan.id, target.id) for plan, target in page.targets] == [
        ("nb_ke_hoach_12", "nb_ct_ho_so")
    ]
    assert [task.id for _, task in page.tasks] == ["nb_nv_ban_chi_dao"]
    assert page.documents == ((DOCUMENTS[0], (3, 5)),)
    assert page.systems == SYSTEMS
    assert page.difficulties == DIFFICULTIES


def test_a_source_page_is_in_the_order_of_its_paragraphs(path: Path) -> None:
    sync(
        path,
        with_figures(
            figure("b", 1.0, date(2023, 3, 31), paragraphs=(10,)),
            figure("a", 2.0, date(2023, 4, 30), paragraphs=(2, 11)),
        ),
    )
    with Reader(path) as reader:
        page = reader.source_page("ninh_binh_2024", DAY)
    assert page is not None
    paragraphs = [found.paragraphs for _, _, found in page.observations]
    assert paragraphs == sorted(paragraphs)
    assert paragraphs[0] == (2, 11)


def test_a_source_page_leaves_out_what_was_not_known_yet(reader: Reader) -> None:
    page = reader.source_page("ninh_binh_2024", date(2023, 2, 1))
    assert page is not None
    assert [found.id for _, _, found in page.observations] == ["nb_ho_so_2022"]


def test_a_source_page_can_be_of_one_unit(path: Path) -> None:
    other = figure("bg", 1.0, date(2023, 3, 31), unit=BAC_GIANG)
    sync(path, with_figures(other))
    with Reader(path) as reader:
        page = reader.source_page("ninh_binh_2024", DAY, BAC_GIANG)
        assert page is not None
        assert [found.id for _, _, found in page.observations] == ["bg"]
        assert (page.targets, page.tasks) == ((), ())
        assert reader.source_page("ninh_binh_2024", DAY, UnitKey("99")) is None


def test_a_document_page_holds_its_plans_and_the_goals_it_changed(reader: Reader) -> None:
    page = reader.document_page("nb-kh-12", DAY)
    assert page is not None
    assert page.document == DOCUMENTS[0]
    assert list(page.sources) == ["ninh_binh_2024", "bac_giang_2023"]
    assert tuple(target for _, target in page.targets) == PLANS[0].targets
    assert tuple(task for _, task in page.tasks) == PLANS[0].tasks
    changing = reader.document_page("nb-qd-99", DAY)
    assert changing is not None
    assert [target.id for _, target in changing.targets] == ["nb_ct_ho_so"]
    assert changing.tasks == ()


def test_unknown_pages_are_none(reader: Reader) -> None:
    assert reader.source_page("khong_co", DAY) is None
    assert reader.document_page("khong_co", DAY) is None


def test_unknown_units_and_indicators_are_named(reader: Reader) -> None:
    with pytest.raises(KeyError, match="99"):
        reader.briefing(UnitKey("99"), DAY, DAY)
    with pytest.raises(KeyError, match="99"):
        reader.comparison([NINH_BINH, UnitKey("99")], DAY, DAY)
    with pytest.raises(KeyError, match="khong_co"):
        reader.history("khong_co", NINH_BINH, DAY, DAY)


def test_the_log_of_one_fact_is_oldest_first(database: Path) -> None:
    for value in (61.0, 62.0):
        sync(database, with_figures(figure("nb_ho_so_2022", value, date(2022, 12, 31))))
    with Reader(database) as reader:
        edits = reader.edits("observation", "nb_ho_so_2022")
    assert [(edit.field, edit.old, edit.new) for edit in edits if edit.field == "value"] == [
        ("value", "60.0", "61.0"),
        ("value", "61.0", "62.0"),
    ]


def test_a_folder_s_facts_are_all_found_by_their_source(reader: Reader) -> None:
    day = date(2030, 1, 1)
    found = set()
    for source in FOLDER.sources:
        page = reader.source_page(source.id, day)
        assert page is not None
        found |= {observation.id for _, _, observation in page.observations}
    assert found == {observation.id for observation in FOLDER.observations}
