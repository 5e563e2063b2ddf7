"""What pages say of a unit across the changes of the map, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing.domain.model import UnitKey
from briefing.domain.standing import Briefing
from briefing.language import Translator
from briefing.pages.blocks import Page
from briefing.pages.detail import detail_lines
from briefing.pages.difficulties import difficulties_page
from briefing.pages.indicator import indicator_page
from briefing.pages.layout import lay_out
from briefing.pages.line import Link, LinkKind
from briefing.pages.matrix import matrix_page
from briefing.pages.overview import overview_page
from briefing.pages.pillars import pillars_page
from briefing.pages.search import results_page
from briefing.pages.systems import systems_page
from briefing.pages.tasks import tasks_page
from briefing.settings import Settings
from briefing.store.reading import Reader
from tests.store.facts import sync
from tests.store.merged_folder import (
    AFTER,
    BAC_NINH,
    BINH_PHUOC,
    DONG_NAI_CITY,
    FOLDER,
    HA_NOI,
    OLD_BAC_GIANG,
)

PAGES: dict[str, Callable[[Briefing, Translator], Page]] = {
    "overview": overview_page,
    "pillars": pillars_page,
    "tasks": tasks_page,
    "matrix": matrix_page,
    "difficulties": difficulties_page,
}
MERGER = date(2025, 7, 1)
HAI_PHONG = UnitKey("31", MERGER)
NINH_BINH = UnitKey("37", MERGER)


def said(page: Page, cells: int = 117) -> list[str]:
    """The page's lines."""
    return [line.text for line in lay_out(page, cells)]


def links(page: Page) -> list[Link]:
    """What the page's lines open, each once, in their order."""
    return list(dict.fromkeys(line.link for line in lay_out(page, 117) if line.link is not None))


def shipped_briefing(settings: Settings, key: UnitKey, on: date) -> Briefing:
    """A unit of the shipped folder on a day."""
    with Reader(settings.database) as reader:
        return reader.briefing(key, on, on)


@pytest.fixture
def merged(tmp_path: Path) -> Iterator[Reader]:
    """The folder of mergers, open for reading."""
    sync(tmp_path / "briefing.db", FOLDER)
    with Reader(tmp_path / "briefing.db") as reader:
        yield reader


def indicator(reader: Reader, name: str, tr: Translator, key: UnitKey = BAC_NINH) -> list[str]:
    """The lines of an indicator's page in 2026."""
    history = reader.history(name, key, AFTER, AFTER)
    return said(indicator_page(history, reader.sources_named(history.cited), tr))


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_hai_duong_says_what_became_of_it_and_opens_hai_phong(
    name: str, shipped: Settings, vi: Translator
) -> None:
    page = PAGES[name](shipped_briefing(shipped, UnitKey("30"), MERGER), vi)
    assert said(page)[:2] == [
        "Từ 01/07/2025 tỉnh Hải Dương hợp nhất với thành phố Hải Phòng cũ, nay là thành phố "
        "Hải Phòng.",
        " → Mở thành phố Hải Phòng",
    ]
    assert links(page)[0] == Link(LinkKind.UNIT, str(HAI_PHONG))


def test_an_old_unit_s_title_is_not_that_of_the_new_one_of_its_name(
    shipped: Settings, vi: Translator
) -> None:
    with Reader(shipped.database) as reader:
        old = reader.briefing(UnitKey("27"), date(2026, 1, 1), date(2026, 1, 1))
        then = reader.briefing(UnitKey("27"), date(2024, 1, 1), date(2024, 1, 1))
    for page in (overview_page, pillars_page, matrix_page):
        assert page(old, vi).title == "Tỉnh Bắc Ninh cũ"
        assert page(then, vi).title == "Tỉnh Bắc Ninh"


def test_the_systems_and_an_indicator_say_it_too(shipped: Settings, vi: Translator) -> None:
    key = UnitKey("30")
    with Reader(shipped.database) as reader:
        told = systems_page(reader.unit_systems(key, MERGER, MERGER), vi)
        history = reader.history("ho_so_truc_tuyen", key, MERGER, MERGER)
        one = indicator_page(history, reader.sources_named(history.cited), vi)
    for page in (told, one):
        assert said(page)[0].startswith("Từ 01/07/2025 tỉnh Hải Dương hợp nhất với")
        assert links(page)[0] == Link(LinkKind.UNIT, str(HAI_PHONG))


@pytest.mark.parametrize("name", PAGES)
def test_on_its_last_day_hai_duong_says_nothing_of_it(
    name: str, shipped: Settings, vi: Translator
) -> None:
    page = PAGES[name](shipped_briefing(shipped, UnitKey("30"), date(2025, 6, 30)), vi)
    assert "Hải Phòng" not in "\n".join(said(page))
    assert LinkKind.UNIT not in {link.kind for link in links(page)}


def test_it_is_said_in_english(shipped: Settings, en: Translator) -> None:
    page = overview_page(shipped_briefing(shipped, UnitKey("30"), MERGER), en)
    assert said(page)[0] == (
        "On 1 Jul 2025 Hai Duong Province was merged with former Hai Phong City; it is now "
        "Haiphong City."
    )


def test_ninh_binh_today_names_its_predecessors_and_offers_them(
    shipped: Settings, vi: Translator
) -> None:
    page = overview_page(shipped_briefing(shipped, NINH_BINH, AFTER), vi)
    lines = said(page)
    assert lines[0] == (
        "Tỉnh Ninh Bình có từ 01/07/2025, hợp nhất tỉnh Hà Nam, tỉnh Nam Định và tỉnh Ninh Bình cũ."
    )
    assert [line.split("  ")[0].strip() for line in lines[1:4]] == [
        "→ Hà Nam cũ",
        "→ Nam Định cũ",
        "→ Ninh Bình cũ",
    ]
    assert "chưa có số liệu" in lines[1] and "đến 07/01/2024" in lines[3]
    assert [link.ref for link in links(page)[:3]] == ["35", "36", "37"]
    assert any(line.startswith("Số liệu của Ninh Bình cũ") for line in lines)


def test_what_needs_a_decision_comes_before_the_predecessors(
    shipped: Settings, vi: Translator
) -> None:
    """New Ninh Bình with the agenda of Quảng Nam: only the order is looked at."""
    agenda = shipped_briefing(shipped, UnitKey("49"), date(2022, 4, 25))
    new = shipped_briefing(shipped, NINH_BINH, AFTER)
    assert agenda.agenda
    lines = said(overview_page(replace(agenda, lineage=new.lineage, inherited=new.inherited), vi))
    assert lines[0].startswith("Cần ý kiến")
    place = next(n for n, line in enumerate(lines) if line.startswith("Tỉnh Ninh Bình có từ"))
    assert place < next(n for n, line in enumerate(lines) if line.startswith("Trụ cột"))


def test_a_code_that_meant_another_province_is_explained(merged: Reader, vi: Translator) -> None:
    lines = said(overview_page(merged.briefing(BAC_NINH, AFTER, AFTER), vi))
    assert lines[:2] == [
        "Tỉnh Bắc Ninh có từ 01/07/2025, hợp nhất tỉnh Bắc Giang và tỉnh Bắc Ninh cũ.",
        "Mã 24 trước 01/07/2025 là tỉnh Bắc Giang.",
    ]


def test_a_unit_before_its_first_day_says_who_was_there(merged: Reader, vi: Translator) -> None:
    on = date(2023, 9, 3)
    page = pillars_page(merged.briefing(BAC_NINH, on, on), vi)
    assert said(page)[0] == (
        "Tỉnh Bắc Ninh chỉ có từ 01/07/2025; ngày xem 03/09/2023 nơi đây là tỉnh Bắc Giang và tỉnh "
        "Bắc Ninh cũ."
    )
    assert [link.ref for link in links(page)[:2]] == ["24", "27"]


def test_a_unit_renamed_after_a_merger_tells_both_and_two_of_one_name_apart(
    merged: Reader, vi: Translator
) -> None:
    lines = said(overview_page(merged.briefing(DONG_NAI_CITY, AFTER, AFTER), vi))
    assert lines[:2] == [
        "Thành phố Đồng Nai có từ 30/04/2026, trước đó là tỉnh Đồng Nai.",
        "Tỉnh Đồng Nai có từ 01/07/2025, hợp nhất tỉnh Bình Phước và tỉnh Đồng Nai cũ.",
    ]
    assert [line.split("  ")[0].strip() for line in lines[2:5]] == [
        "→ Đồng Nai cũ (đến 29/04/2026)",
        "→ Bình Phước cũ",
        "→ Đồng Nai cũ (đến 30/06/2025)",
    ]


def test_heirs_of_heirs_are_named_by_what_they_are_now(merged: Reader, vi: Translator) -> None:
    lines = said(tasks_page(merged.briefing(BINH_PHUOC, AFTER, AFTER), vi))
    assert lines[:2] == [
        "Từ 01/07/2025 tỉnh Bình Phước hợp nhất với tỉnh Đồng Nai, nay là thành phố Đồng Nai.",
        " → Mở thành phố Đồng Nai",
    ]


def test_a_district_that_ended_without_a_successor_says_so(
    shipped: Settings, vi: Translator
) -> None:
    page = overview_page(shipped_briefing(shipped, UnitKey("213"), AFTER), vi)
    assert said(page)[0] == (
        "Thành phố Bắc Giang có đến hết ngày 30/06/2025; không có ghi nhận về đơn vị kế tục."
    )


def test_the_pillars_show_each_predecessor_by_name_and_what_adds_up(
    merged: Reader, vi: Translator
) -> None:
    text = "\n".join(said(pillars_page(merged.briefing(BAC_NINH, AFTER, AFTER), vi)))
    assert "Số liệu của Bắc Giang cũ" in text and "Số liệu của Bắc Ninh cũ" in text
    sums = text[text.index("Cộng các đơn vị cũ") :]
    assert "phép cộng số học; phần dùng chung có thể được đếm hai lần" in sums
    assert "2.836 tổ" in sums and "86,36% (95/110)" in sums
    assert "Chưa cộng 1 chỉ số: thiếu Bắc Ninh cũ." in sums
    assert "Thứ hạng, chỉ số tổng hợp và điểm không cộng." in sums
    assert "hạng" not in sums.replace("Thứ hạng", "")


def test_an_indicator_shows_each_series_and_the_sum_of_each_period(
    merged: Reader, vi: Translator
) -> None:
    lines = indicator(merged, "to", vi)
    assert any(line.startswith("Diễn biến của Bắc Giang cũ") for line in lines)
    assert any(line.startswith("Diễn biến của Bắc Ninh cũ") for line in lines)
    sums = [line.split() for line in lines[lines.index(_begins(lines, "Cộng các đơn vị cũ")) :]]
    assert sums[1][:2] == ["2023", "2.836"] and sums[1][-3:] == ["2.107", "+", "729"]
    assert " ".join(sums[2]) == "2022 — chưa cộng: thiếu Bắc Ninh cũ"


def test_of_a_rate_counts_are_added_never_rates(merged: Reader, vi: Translator) -> None:
    lines = indicator(merged, "ho_so", vi)
    (line,) = [line.split() for line in lines if "86,36%" in line]
    assert line[-4:] == ["(95/110)", "90/100", "+", "5/10"]


def _begins(lines: list[str], words: str) -> str:
    return next(line for line in lines if line.startswith(words))


def test_a_rank_by_another_definition_is_marked_and_never_added(
    merged: Reader, vi: Translator
) -> None:
    text = " ".join(" ".join(indicator(merged, "hang_moi", vi)).split())
    assert "không so sánh được: hạng trong 63 đơn vị, không phải 34" in text
    assert "Thứ hạng không cộng, không lấy bình quân." in text
    assert "Cộng các đơn vị cũ" not in text


@pytest.mark.parametrize(
    ("unit", "name", "why"),
    [
        ("24", "dti_2024_hang", "theo bộ chỉ số 2022; hạng trong 63 đơn vị, không phải 34"),
        ("24", "dti_2024_hang", "theo bộ chỉ số 2020; hạng trong 63 đơn vị, không phải 34"),
        ("31", "dti_2024", "theo bộ chỉ số 2020"),
    ],
)
def test_ranks_of_predecessors_by_another_framework_say_which_and_among_how_many(
    unit: str, name: str, why: str, standings: Settings, vi: Translator
) -> None:
    day = date(2026, 1, 1)
    with Reader(standings.database) as reader, reader.one_moment():
        history = reader.history(name, UnitKey(unit, MERGER), day, day)
        page = indicator_page(history, reader.sources_named(history.cited), vi)
    asides = [line for line in said(page, 150) if line.startswith("Diễn biến của ")]
    assert any(line.endswith(f"không so sánh được: {why}") for line in asides), asides
    assert not any("định nghĩa khác" in line for line in asides)


def test_a_predecessor_without_a_figure_is_named(merged: Reader, vi: Translator) -> None:
    lines = indicator(merged, "lop", vi)
    assert "Chưa có số liệu của Bắc Ninh cũ." in lines
    assert any("chưa cộng: thiếu Bắc Ninh cũ" in line for line in lines)


def test_beside_others_a_unit_that_ended_is_marked(merged: Reader, vi: Translator) -> None:
    lines = indicator(merged, "to", vi, HA_NOI)
    others = lines[lines.index(_begins(lines, "Các đơn vị khác")) :]
    assert any(line.strip().startswith("Bắc Giang cũ") for line in others)
    assert any(line.strip().startswith("Hà Nội  ") for line in others)
    before = date(2024, 6, 1)
    history = merged.history("to", HA_NOI, before, before)
    page = indicator_page(history, merged.sources_named(history.cited), vi)
    assert "cũ" not in "\n".join(said(page))


@pytest.mark.parametrize("name", PAGES)
def test_a_unit_that_simply_stands_says_nothing(name: str, merged: Reader, vi: Translator) -> None:
    text = "\n".join(said(PAGES[name](merged.briefing(HA_NOI, AFTER, AFTER), vi)))
    assert "cũ" not in text and "hợp nhất" not in text and "→ Mở" not in text


def test_old_bac_giang_s_own_figures_stay_on_its_page(merged: Reader, vi: Translator) -> None:
    text = "\n".join(said(pillars_page(merged.briefing(OLD_BAC_GIANG, AFTER, AFTER), vi)))
    assert "2.107" in text and "729" not in text


def test_below_a_predecessor_s_figure_stand_its_period_and_source(
    merged: Reader, vi: Translator
) -> None:
    briefing = merged.briefing(BAC_NINH, AFTER, AFTER)
    link = Link(LinkKind.INDICATOR, "to", unit=str(OLD_BAC_GIANG))
    told = " ".join(line.text for line in detail_lines(link, briefing, vi, 100))
    assert "2.107 tổ" in told and "2023" in told and "đoạn 7, 9" in told


@pytest.mark.parametrize(
    ("key", "term"),
    [
        (UnitKey("75", MERGER), "mã 75, có từ 01/07/2025 đến hết 29/04/2026"),
        (BINH_PHUOC, "mã 70, có đến hết 30/06/2025"),
    ],
)
def test_below_a_predecessor_stands_from_when_to_when_it_was(
    key: UnitKey, term: str, merged: Reader, vi: Translator
) -> None:
    briefing = merged.briefing(DONG_NAI_CITY, AFTER, AFTER)
    (line,) = detail_lines(Link(LinkKind.UNIT, str(key)), briefing, vi, 100)
    assert line.text.endswith(term)


def test_below_an_heir_stands_since_when(merged: Reader, vi: Translator) -> None:
    briefing = merged.briefing(OLD_BAC_GIANG, AFTER, AFTER)
    (line,) = detail_lines(Link(LinkKind.UNIT, str(BAC_NINH)), briefing, vi, 100)
    assert line.text == " Tỉnh Bắc Ninh  mã 24, có từ 01/07/2025"


def test_a_search_tells_two_units_of_one_name_apart(merged: Reader, vi: Translator) -> None:
    lines = said(results_page("bac ninh", merged.search("bac ninh"), vi), 77)
    found = [line.split() for line in lines if "Tỉnh Bắc Ninh" in line]
    assert sorted(words[-2:] for words in found) == [["từ", "2025"], ["đến", "2025"]]
