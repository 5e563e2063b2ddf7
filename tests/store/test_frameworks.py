"""Frameworks and scores out of the database: as they went in, and as far as known by a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from briefing.domain.frameworks import Assessment, Framework, Part
from briefing.domain.lookup import HitKind
from briefing.domain.model import UnitKey, UnitKind
from briefing.domain.scored_units import ScoredUnits
from briefing.store.framework_answers import MOST_UNITS
from briefing.store.reading import Reader
from tests.store.facts import NINH_BINH, province, sync
from tests.store.small_folder import FOLDER, UNITS
from tests.store.sql import ask
from tests.unit.own_set import own_set

DOCUMENT = FOLDER.documents[0].id
SOURCE = FOLDER.sources[0].id
FULL = Part(
    id="a",
    code="A",
    name="Mục A",
    name_en="Part A",
    short="A",
    short_en="A",
    max_points=60.5,
    indicator="ho_so_truc_tuyen",
    rank="dti_hang",
    pillar="the_che_so",
    components=7,
    lead="nb-stttt",
    due=date(2023, 12, 31),
    evidence="Báo cáo",
    parts=(
        Part(id="a-1", code="A.1", name="Một", name_en="One", max_points=None),
        Part(id="a-2", code="A.2", name="Hai", name_en="Two", max_points=0,
             parts=(Part(id="a-2-1", code="A.2.1", name="Ba", name_en="Three"),)),
    ),
)  # fmt: skip
BASE = Framework(
    id="so",
    name="Bộ của Sở",
    name_en="The department's set",
    short="Sở",
    short_en="Dept",
    kind=UnitKind.PROVINCE,
    total=100,
    complete=False,
    document=DOCUMENT,
    indicator="dti",
    rank="dti_hang",
    pillars=("x", "y"),
    first_year=2022,
    last_year=None,
    parts=(FULL, Part(id="b", code="B", name="Mục B", name_en="Part B", max_points=40)),
    note="ghi chú",
    note_en="a note",
)
YEAR = (date(2022, 1, 1), date(2022, 12, 31))
PUBLISHED = date(2023, 3, 1)


def points(id_: str = "s1", **changes: object) -> Assessment:
    """Points of Ninh Bình on part B, with what is asked changed."""
    given: dict[str, object] = {
        "id": id_,
        "framework": "so",
        "part": "b",
        "unit": NINH_BINH,
        "start": YEAR[0],
        "end": YEAR[1],
        "self_points": 38.0,
        "appraised_points": 35.5,
        "source": SOURCE,
        "published_on": PUBLISHED,
        "evidence": "Báo cáo 9",
        "lead": "nb-stttt",
        "due": date(2023, 6, 30),
        "note": "thiếu phụ lục",
        "note_en": "annex missing",
    }
    return Assessment(**(given | changes))  # type: ignore[arg-type]


@pytest.fixture
def scored(path: Path) -> Iterator[Reader]:
    """The small folder with the framework and one score."""
    sync(path, replace(FOLDER, frameworks=(BASE,), assessments=(points(),)))
    with Reader(path) as opened:
        yield opened


def test_a_framework_comes_out_as_it_went_in(scored: Reader) -> None:
    assert scored.standings.frameworks() == (BASE,)


def test_a_score_comes_out_as_it_went_in(scored: Reader) -> None:
    found = scored.standings.assessments(NINH_BINH, "so", YEAR[1], PUBLISHED)
    assert found == (points(),)


@pytest.mark.parametrize(
    ("as_of", "known_on", "count"),
    [
        (YEAR[1], PUBLISHED, 1),
        (YEAR[1] - timedelta(1), PUBLISHED, 0),
        (YEAR[1], PUBLISHED - timedelta(1), 0),
    ],
)
def test_a_score_is_known_from_its_day_and_holds_from_its_period_s_end(
    as_of: date, known_on: date, count: int, scored: Reader
) -> None:
    assert len(scored.standings.assessments(NINH_BINH, "so", as_of, known_on)) == count
    told = scored.standings.framework("so", NINH_BINH, as_of, known_on)
    assert told is not None
    assert (told.sheet.end is not None) is bool(count)


def test_frameworks_come_oldest_first_and_those_without_years_last(path: Path) -> None:
    later = replace(BASE, id="z-2020", first_year=2020, last_year=2020)
    timeless = replace(BASE, id="a-none", first_year=None)
    sync(path, replace(FOLDER, frameworks=(timeless, BASE, later)))
    with Reader(path) as reader:
        assert [each.id for each in reader.standings.frameworks()] == ["z-2020", "so", "a-none"]


def test_a_part_that_moves_is_moved(path: Path) -> None:
    sync(path, replace(FOLDER, frameworks=(BASE,)))
    turned = replace(BASE, parts=(BASE.parts[1], replace(FULL, parts=FULL.parts[::-1])))
    sync(path, replace(FOLDER, frameworks=(turned,)))
    with Reader(path) as reader:
        assert reader.standings.frameworks() == (turned,)


def test_the_page_s_answer_has_the_names_behind_the_codes(scored: Reader) -> None:
    told = scored.standings.framework("so", NINH_BINH, date(2023, 4, 1), date(2023, 4, 1))
    assert told is not None
    assert {code: unit.name for code, unit in told.names.items()}.keys() == {"nb-stttt"}
    assert told.document is not None
    assert told.document.id == DOCUMENT
    assert set(told.sources) == {SOURCE}
    assert [each.unit.key for each in told.scored.units] == [NINH_BINH]


def test_an_unknown_framework_is_none_and_an_unknown_unit_a_mistake(scored: Reader) -> None:
    assert scored.standings.framework("khong", NINH_BINH, PUBLISHED, PUBLISHED) is None
    with pytest.raises(KeyError):
        scored.standings.framework("so", UnitKey("99"), PUBLISHED, PUBLISHED)
    with pytest.raises(KeyError):
        scored.standings.assessments(UnitKey("99"), "so", PUBLISHED, PUBLISHED)


def test_for_a_unit_without_scores_those_are_named_that_have_some_by_then(scored: Reader) -> None:
    other = UnitKey("24")
    told = scored.standings.framework("so", other, PUBLISHED, PUBLISHED)
    assert told is not None
    assert [each.unit.key for each in told.scored.units] == [NINH_BINH]
    before = scored.standings.framework("so", other, PUBLISHED, PUBLISHED - timedelta(1))
    assert before is not None
    assert before.scored == ScoredUnits()


def test_units_are_set_beside_each_other_in_the_period_of_the_one_asked_for(path: Path) -> None:
    """The other one has a newer period too, which is its newest and not this one's."""
    other, later = UnitKey("24"), (date(2023, 1, 1), date(2023, 1, 31))
    rows = (
        points(),
        points("s2", unit=other, appraised_points=33.0),
        points("s3", unit=other, start=later[0], end=later[1], appraised_points=40.0),
    )
    sync(path, replace(FOLDER, frameworks=(BASE,), assessments=rows))
    with Reader(path) as reader:
        told = reader.standings.framework("so", NINH_BINH, PUBLISHED, PUBLISHED)
        assert told is not None
        assert (told.scored.start, told.scored.end) == YEAR
        got = {each.unit.key: each.got.points for each in told.scored.units}
        assert got == {NINH_BINH: 35.5, other: 33.0}
        told = reader.standings.framework("so", other, PUBLISHED, PUBLISHED)
        assert told is not None
        assert {each.unit.key: each.got.points for each in told.scored.units} == {other: 40.0}
        assert told.scored.elsewhen == ((told.scored.elsewhen[0][0], YEAR[1]),)
        assert told.scored.elsewhen[0][0].key == NINH_BINH


def test_of_many_units_with_scores_the_first_are_named_and_that_there_are_more(
    path: Path,
) -> None:
    many = tuple(
        province(f"9{number:03}", f"Xã {number}", slug=f"xa-{number}", kind=UnitKind.COMMUNE)
        for number in range(MOST_UNITS + 5)
    )
    rows = tuple(points(f"s-{unit.code}", unit=unit.key, lead=None) for unit in many)
    base = replace(own_set(), id="so")
    base = replace(base, parts=(*base.parts, BASE.parts[1]))
    sync(path, replace(FOLDER, units=(*UNITS, *many), frameworks=(base,), assessments=rows))
    with Reader(path) as reader:
        told = reader.standings.framework("so", NINH_BINH, PUBLISHED, PUBLISHED)
        assert told is not None
        assert (len(told.scored.units), told.more) == (MOST_UNITS, True)
        assert {each.rank for each in told.scored.units} == {None}


def test_a_search_finds_a_framework_by_its_name_and_by_its_id(scored: Reader) -> None:
    for words in ("bo cua so", "department's set"):
        found = [hit for hit in scored.search(words) if hit.kind is HitKind.FRAMEWORK]
        assert [hit.ref for hit in found] == ["so"]


def test_a_source_names_the_frameworks_it_scores_units_on_from_its_day(scored: Reader) -> None:
    page = scored.source_page(SOURCE, PUBLISHED)
    assert page is not None
    assert [each.id for each in page.frameworks] == ["so"]
    before = scored.source_page(SOURCE, PUBLISHED - timedelta(1))
    assert before is not None
    assert before.frameworks == ()


def test_a_document_names_the_framework_that_rests_on_it(scored: Reader) -> None:
    page = scored.document_page(DOCUMENT, PUBLISHED)
    assert page is not None
    assert [(each.id, each.name_en) for each in page.frameworks] == [("so", "The department's set")]
    other = scored.document_page(FOLDER.documents[1].id, PUBLISHED)
    assert other is not None
    assert other.frameworks == ()


def test_the_view_of_scores_tells_which_one_stands(path: Path) -> None:
    later = points("s2", appraised_points=33.0, published_on=date(2023, 5, 1))
    sync(path, replace(FOLDER, frameworks=(BASE,), assessments=(points(), later)))
    rows = ask(path, "SELECT id, code, max_points, appraised, current FROM v_assessments")
    assert rows == [("s1", "B", 40, 35.5, 0), ("s2", "B", 40, 33.0, 1)]


def test_the_view_of_frameworks_has_a_row_for_each_part(path: Path) -> None:
    sync(path, replace(FOLDER, frameworks=(BASE, replace(BASE, id="rong", parts=()))))
    rows = ask(path, "SELECT framework, code, within FROM v_frameworks WHERE framework = 'so'")
    assert sorted(rows) == [
        ("so", "A", None),
        ("so", "A.1", "a"),
        ("so", "A.2", "a"),
        ("so", "A.2.1", "a-2"),
        ("so", "B", None),
    ]
    assert ask(path, "SELECT part FROM v_frameworks WHERE framework = 'rong'") == [(None,)]
