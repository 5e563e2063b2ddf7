"""What the nation asks of every province is told as the nation's, beside the province's own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from briefing.domain.model import UnitKey
from briefing.domain.standing import Briefing
from briefing.language import Language, translator
from briefing.pages import given
from briefing.pages.blocks import Page, Table
from briefing.pages.detail import detail_lines
from briefing.pages.indicator import indicator_page
from briefing.pages.item import target_page
from briefing.pages.layout import lay_out
from briefing.pages.line import LinkKind
from briefing.pages.overview import overview_page
from briefing.pages.pillars import pillars_page
from briefing.pages.tasks import tasks_page
from briefing.show.records import pillar_record, target_record
from briefing.store.reading import Reader
from tests.store.facts import BAC_GIANG, NINH_BINH, sync
from tests.store.nation import DAK_LAK, NATION, folder

VI = translator(Language.VI)
DAY = date(2024, 6, 30)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """The nation and its provinces, open for reading."""
    path = tmp_path_factory.mktemp("above") / "briefing.db"
    sync(path, folder())
    with Reader(path) as opened:
        yield opened


def asked(reader: Reader, unit: UnitKey) -> Briefing:
    return reader.briefing(unit, DAY, DAY)


def lines(page: Page) -> list[str]:
    return [line.text for line in lay_out(page, 110)]


def test_a_national_target_that_a_figure_answers_is_marked_among_the_pillar_s(
    reader: Reader,
) -> None:
    told = lines(pillars_page(asked(reader, DAK_LAK), VI))
    (line,) = (text for text in told if "vn_chung" in text)
    assert "vn_chung · cả nước" in line
    assert "đang thực hiện" in line
    assert "40%" in line
    assert not any("dl_huyen · " in text for text in told)


def test_those_without_a_figure_are_listed_once_at_the_end_of_the_pillars(reader: Reader) -> None:
    told = lines(pillars_page(asked(reader, BAC_GIANG), VI))
    heading = next(
        i for i, text in enumerate(told) if "chưa có số liệu" in text and "đặt ra" in text
    )
    assert told[heading].startswith("Chỉ tiêu cả nước đặt ra, chưa có số liệu  3 chỉ tiêu")
    named = [text.split()[0] for text in told[heading + 1 :] if text]
    assert named == ["vn_chung", "vn_truoc_sap_nhap", "vn_khong_han"]
    assert not any("vn_" in text for text in told[:heading])


def test_the_overview_counts_what_the_nation_asks_in_one_line_that_opens_the_pillars(
    reader: Reader,
) -> None:
    page = overview_page(asked(reader, DAK_LAK), VI)
    told = lines(page)
    (line,) = (text for text in told if "ả nước đặt ra" in text)
    assert line.strip() == "Cả nước đặt ra 3 chỉ tiêu: 1 đạt · 2 chưa đạt"
    rows = [row for block in page.blocks if isinstance(block, Table) for row in block.rows]
    (row,) = (row for row in rows if "ả nước đặt ra" in "".join(s.text for s in row.cells[0]))  # type: ignore[union-attr]
    assert row.link is not None
    assert row.link.kind is LinkKind.PILLAR


def test_the_nation_sees_its_targets_as_its_own(reader: Reader) -> None:
    briefing = asked(reader, NATION)
    for page in (overview_page(briefing, VI), pillars_page(briefing, VI), tasks_page(briefing, VI)):
        assert not any("cả nước" in text for text in lines(page))
    assert "Chung cả nước" not in lines(pillars_page(briefing, VI))


def test_a_missed_national_target_needs_a_decision_and_says_whose_it_is(reader: Reader) -> None:
    told = lines(overview_page(asked(reader, DAK_LAK), VI))
    first = next(text for text in told if "vn_truoc_sap_nhap" in text)
    assert "không đạt" in first
    assert "cả nước" in first


def test_tasks_name_the_national_targets_still_to_be_met_and_count_the_rest(
    reader: Reader,
) -> None:
    told = lines(tasks_page(asked(reader, DAK_LAK), VI))
    heading = next(i for i, text in enumerate(told) if text.startswith("Chỉ tiêu cả nước"))
    assert "không có nhiệm vụ đang mở  3 chỉ tiêu" in told[heading]
    below = " ".join(told[heading + 1 :])
    assert "vn_chung" in below
    assert "vn_khong_han" not in below
    assert "và 1 chỉ tiêu đã đạt hoặc chưa có số liệu" in " ".join(below.split())


def test_a_province_s_own_idle_targets_are_counted_without_the_nation_s(reader: Reader) -> None:
    told = lines(tasks_page(asked(reader, DAK_LAK), VI))
    assert any(text.startswith("Chỉ tiêu không có nhiệm vụ đang mở  1 chỉ tiêu") for text in told)


def test_an_indicator_s_page_and_a_target_s_name_who_set_it(reader: Reader) -> None:
    history = reader.history("ho_so_truc_tuyen", NINH_BINH, DAY, DAY)
    assert any("vn_chung · cả nước" in text for text in lines(indicator_page(history, {}, VI)))
    briefing = asked(reader, NINH_BINH)
    (standing,) = (s for s in briefing.targets if s.target.id == "vn_chung")
    told = lines(target_page(standing, briefing, VI))
    assert any(text.split() == ["Đặt", "ra", "bởi", "cả", "nước"] for text in told)


def test_records_name_the_setter_and_count_own_and_given_apart(reader: Reader) -> None:
    briefing = asked(reader, DAK_LAK)
    setters = {s.target.id: target_record(s)["set_by"] for s in briefing.targets}
    assert setters["vn_chung"] == "vn"
    assert setters["dl_huyen"] is None
    first = pillar_record(briefing.pillars[0])
    assert (first["targets"], first["given"]) == (1, 3)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(reader: Reader, width: int) -> None:
    for page in (pillars_page, overview_page, tasks_page):
        for line in lay_out(page(asked(reader, BAC_GIANG), VI), width):
            assert line.cells <= width


def test_the_line_of_the_overview_leads_to_the_list_and_explains_itself(reader: Reader) -> None:
    briefing = asked(reader, BAC_GIANG)
    links = {line.link for line in lay_out(pillars_page(briefing, VI), 80) if line.link}
    (link,) = (link for link in links if link.ref == given.WHOLE)
    told = [part.text for part in detail_lines(link, briefing, VI, 80, 4)]
    assert "Cả nước đặt ra 3 chỉ tiêu" in told[0]
    assert "một quy tắc" in " ".join(told[1:])
    assert link in {line.link for line in lay_out(overview_page(briefing, VI), 80)}


def test_without_a_unit_above_there_is_nothing_to_explain(reader: Reader) -> None:
    assert given.explained(asked(reader, NATION), VI) == []
