"""What the ranking says, read as text."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from briefing.domain.editions import Figure
from briefing.domain.frameworks import Framework
from briefing.domain.model import Better, Measure, Qualifier, UnitKey, UnitKind
from briefing.domain.ranked import Break, Order, Ranked, Step, peers_of, region_of
from briefing.domain.ranking import Ranking, rank
from briefing.domain.value import replaced
from briefing.language import Language, translator
from briefing.pages.layout import lay_out
from briefing.pages.line import Link, LinkKind
from briefing.pages.ranking import ALL, Listing, ranking_page
from briefing.pages.ranking_choices import groups_page, indicators_page
from tests.unit.facts import indicator, unit
from tests.unit.ranked_facts import (
    DTI,
    DTI_RANK,
    ranked,
    ranking,
    ranks_of_2022,
    the_34,
    the_63,
    year,
)

VI, EN = translator(Language.VI), translator(Language.EN)
DTI_2020 = indicator("dti_2020", Measure.INDEX, decimals=4, short="DTI 2020", variant_of="dti")


def framework(id_: str, short: str, **fields: Any) -> Framework:
    base: dict[str, Any] = {
        "id": id_, "name": f"Bộ {short}", "name_en": f"Set {short}", "short": short,
        "short_en": short, "kind": UnitKind.PROVINCE, "total": 1000, "complete": True,
    }  # fmt: skip
    return Framework(**base | fields)


OF_2020 = framework("dti-2020", "2020", indicator="dti_2020")
OF_2022 = framework("dti-2022", "2022", indicator="dti", rank="dti_hang")
FIVE = {"48": 0.9, "79": 0.8, "22": 0.7, "46": 0.6, "92": 0.5}


def text(told: Ranked, listing: Listing = ALL, width: int = 100, tr: Any = VI) -> str:
    return "\n".join(line.text for line in lay_out(ranking_page(told, tr, listing), width))


def line_of(said: str, words: str) -> str:
    return next(line for line in said.splitlines() if words in line)


def published() -> Ranking:
    return ranking(ranks_of_2022(), {"48": 0.8002, "92": 0.6924})


def test_the_first_line_is_the_answer() -> None:
    said = text(ranked(published(), "30")).splitlines()[0]
    assert said == "► Hải Dương: hạng 13/63"


def test_a_rank_is_always_told_with_its_universe() -> None:
    said = text(ranked(published()))
    assert "15/63=" in line_of(said, "Thanh Hóa")
    assert "15/63=" in line_of(said, "Yên Bái")
    assert "17/63" in line_of(said, "Hậu Giang")


def test_places_gained_since_the_period_before_are_told() -> None:
    step = Step(DTI, OF_2022, year(2021), 63, (), 14)
    said = text(ranked(published(), "30", older=step))
    assert "hạng 13/63 · lên 1 bậc so với năm 2021 (14/63)" in said
    assert "  Kỳ trước: năm 2021\n" in said


@pytest.mark.parametrize(
    ("before", "words"),
    [(13, "giữ nguyên so với năm 2021 (13/63)"), (6, "xuống 7 bậc so với năm 2021 (6/63)")],
)
def test_places_kept_or_lost_are_told_too(before: int, words: str) -> None:
    step = Step(DTI, OF_2022, year(2021), 63, (), before)
    assert words in text(ranked(published(), "30", older=step))


def test_nothing_is_drawn_to_another_framework() -> None:
    step = Step(DTI_2020, OF_2020, year(2020), 63, (Break.FRAMEWORK,))
    said = text(ranked(published(), "30", framework=OF_2022, older=step))
    assert "năm 2020 – không so sánh được: bộ chỉ số khác (2020)" in said
    assert "bậc so với" not in said


def test_nothing_is_drawn_from_63_to_34() -> None:
    of_2024 = indicator("dti_2024", Measure.INDEX, decimals=4)
    both = (Break.FRAMEWORK, Break.UNIVERSE)
    step = Step(of_2024, framework("dti-2025", "2025"), year(2024), 34, both)
    said = text(ranked(published(), "30", newer=step), width=200)
    assert "Kỳ sau: năm 2024 – không so sánh được: bộ chỉ số khác (2025); trên 34" in said
    assert "không phải 63 tỉnh, thành phố" in said


def test_the_unit_in_focus_and_those_compared_are_marked_by_glyphs() -> None:
    listing = Listing(compared=(UnitKey("24"), UnitKey("30")))
    said = text(ranked(published(), "30"), listing).split("\n\n")[1]
    assert line_of(said, "Hải Dương").startswith("►")
    assert line_of(said, "Bắc Giang").startswith("•")
    assert line_of(said, "Hải Phòng").startswith(" ")


def test_a_mean_of_two_values_is_not_called_that_of_all() -> None:
    said = text(ranked(published()))
    assert "Trung bình 0,7463 · trung vị 0,7463 (chỉ 2/63 giá trị, nên không kẻ vạch)" in said
    assert "──" not in said, "nobody knows where it falls among 61 unpublished values"


def test_mean_and_median_stand_where_they_fall() -> None:
    said = text(ranked(ranking(values=FIVE | {"01": 0.05}), "92")).splitlines()
    names = ("Đà Nẵng", "Hồ Chí", "Quảng", "Thừa", "trung vị", "trung bình", "Cần Thơ", "Hà Nội")
    rows = said[said.index("") + 2 : said.index("Chưa có số liệu của kỳ này: 57 đơn vị") - 1]
    order = [name for line in rows for name in names if name in line]
    assert order == [
        "Đà Nẵng", "Hồ Chí", "Quảng", "trung vị", "Thừa", "trung bình", "Cần Thơ", "Hà Nội",
    ]  # fmt: skip


def test_ranks_worked_out_from_values_say_so_and_out_of_how_many() -> None:
    said = text(ranked(ranking({"74": 16}, FIVE), "92"))
    assert "► Cần Thơ: hạng 5/5, 0,5000 trong số đơn vị có giá trị công bố; cả thảy có 63" in said
    assert "Hạng tính từ 5 giá trị đã công bố" in said


def test_a_published_rank_beside_a_few_values_is_told_apart() -> None:
    said = text(ranked(ranking({"74": 16}, FIVE), "74"), width=140)
    assert "► Bình Dương: hạng 16/63 theo công bố; không công bố giá trị" in said
    below = said.split("Chỉ công bố hạng, không công bố giá trị")[1]
    assert "16/63" in line_of(below, "Bình Dương")


def test_the_missing_are_named_below_and_are_no_zero() -> None:
    said = text(ranked(ranking(values=FIVE), "92"))
    rows, below = said.split("Chưa có số liệu của kỳ này: 58 đơn vị")
    assert "Hà Nội" in below and "Hà Nội" not in rows
    assert "0,0000" not in said


def test_a_unit_without_a_figure_is_told_so_first() -> None:
    said = text(ranked(ranking(values=FIVE), "30"))
    assert said.splitlines()[0] == "► Hải Dương: chưa có số liệu công bố cho kỳ này"


def test_a_province_that_was_merged_away_is_told_until_when_it_was() -> None:
    of_34 = indicator("dti_2024_hang", Measure.RANK, Better.LOWER, universe=34)
    told = ranked(ranking({"01": 1}, units=the_34(), of=2024, rank=of_34), "01")
    old = next(one for one in the_63() if one.code == "30")
    said = text(Ranked(ranking=told.ranking, kind=told.kind, framework=None, focus=old))
    assert "► Hải Dương: đơn vị đến 30/06/2025, không có trong 34 tỉnh, thành phố" in said


def test_nothing_known_says_when_it_begins() -> None:
    early = date(2021, 3, 1)
    found = ranking(as_of=early, known_on=early)
    said = text(ranked(found, begins=date(2021, 10, 19)))
    assert "Đến 01/03/2021 chưa công bố giá trị hay hạng nào của 63 tỉnh, thành phố" in said
    assert "Số đầu tiên được công bố ngày 19/10/2021." in said


def test_the_published_mean_of_the_country_is_told_as_such() -> None:
    said = text(ranked(published(), national=Figure(0.4014, "m")), width=160)
    assert "Trung bình cả nước theo công bố: 0,4014 · Trung bình 0,7463" in said


def test_a_region_is_never_cut_into_two_that_read_alike() -> None:
    some = {"22": 90.1, "31": 90.0, "01": 89.6, "24": 88.5, "92": 80.0}
    for cells in (80, 97, 117):
        said = text(ranked(ranking({}, some)), width=cells)
        assert "Đồng bằng…" not in said and "Đồng bằng s…" not in said
    assert "Đồng bằng sông Hồng" in said and "Đồng bằng sông Cửu Long" in said


def test_a_region_shows_its_own_places_beside_those_of_all() -> None:
    found = published()
    group = region_of("Đồng bằng sông Hồng", found.edition.units)
    said = text(ranked(found, "30"), Listing(group=group))
    assert "Chỉ xem Đồng bằng sông Hồng: 10/63 đơn vị · Hải Dương 3/10 trong nhóm" in said
    row = line_of(said.split("\n\n")[1], "Hải Dương")
    assert "13/63" in row and "3/10" in row
    assert "Cần Thơ" not in said and "Chưa có số liệu" not in said


def test_a_group_without_figures_says_so() -> None:
    found = ranking(values=FIVE)
    group = peers_of("Hai tỉnh", ("30", "24"), found.edition.units)
    said = text(ranked(found), Listing(group=group))
    assert "Không đơn vị nào của nhóm này có số liệu." in said
    assert "Chưa có số liệu của kỳ này: 2 đơn vị\n Bắc Giang, ► Hải Dương" in said


@pytest.mark.parametrize(
    ("order", "words"), [(Order.NAME, "xếp theo tên"), (Order.VALUE, "xếp theo giá trị")]
)
def test_another_order_is_told(order: Order, words: str) -> None:
    assert words in text(ranked(published()), Listing(order=order))


def test_bars_are_of_values_where_most_are_known_and_of_ranks_elsewhere() -> None:
    assert "┃ là trung bình" in text(ranked(ranking(values=FIVE), "92"))
    said = text(ranked(published()))
    assert "thanh: hạng" in said
    lengths = [len(line_of(said, name).rsplit(" ", 1)[1]) for name in ("Đà Nẵng", "Hải Dương")]
    assert lengths[0] > lengths[1]


def test_how_a_value_was_said_stays_with_it() -> None:
    par = indicator("par", Measure.PERCENT, short="PAR")
    above, exact = Figure(90, "a", Qualifier.AT_LEAST), Figure(89.58, "b")
    figures = {UnitKey("31"): above, UnitKey("01"): exact}
    edition = replaced(ranking(indicator=par, rank=None).edition, values=figures)
    said = text(ranked(rank(edition), "31"))
    assert "► Hải Phòng: hạng 1/2, trên 90%" in said
    assert "89,58%" in line_of(said, "Hà Nội")


def test_a_rank_indicator_of_its_own_is_a_ranking_too() -> None:
    told = ranked(ranking(values={"48": 1, "30": 13}, indicator=DTI_RANK, rank=None))
    said = text(told)
    assert "► Hải Dương: hạng 13/63" in said
    assert "Không công bố giá trị, chỉ có hạng" in said


def test_enter_on_a_place_opens_where_the_unit_stands() -> None:
    lines = lay_out(ranking_page(ranked(published()), VI), 80)
    row = next(line for line in lines if "Cần Thơ" in line.text)
    assert row.link == Link(LinkKind.PROFILE, "92")


@pytest.mark.parametrize("width", [20, 30, 37, 57, 77, 117, 141, 197])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    found = published()
    group = region_of("Đồng bằng sông Hồng", found.edition.units)
    for listing in (ALL, Listing(group=group, order=Order.NAME)):
        for line in lay_out(ranking_page(ranked(found), VI, listing), width):
            assert line.cells <= width, line.text


def test_rank_name_and_value_stay_on_the_narrowest_screen() -> None:
    said = text(ranked(published()), width=37)
    row = line_of(said.split("\n\n")[1], "Cần Thơ")
    assert row.split() == ["5/63", "Cần", "Thơ", "0,6924"]


def test_english_says_the_same() -> None:
    step = Step(DTI_2020, OF_2020, year(2020), 63, (Break.FRAMEWORK,))
    said = text(ranked(published(), "30", older=step), width=140, tr=EN)
    assert "► Hải Dương: rank 13/63" in said
    assert "Period before: 2020 – not comparable: another framework (2020)" in said


def test_three_thousand_communes_are_told_as_a_list() -> None:
    communes = [
        unit(f"{number:05}", name=f"Xã {number:04}", kind=UnitKind.COMMUNE, parent=UnitKey("01"))
        for number in range(3321)
    ]
    values = {one.code: 0.2 + int(one.code) / 9999 for one in communes if one.code != "00000"}
    found = ranking(values=values, units=communes)
    lines = lay_out(ranking_page(ranked(found, "00007"), VI), 80)
    assert "hạng 3.314/3.320" in lines[0].text
    assert "1/3.320" in next(line.text for line in lines if "Xã 3320" in line.text)


def test_the_choice_of_indicators_begins_with_the_newest_framework() -> None:
    other = indicator("ho_so", Measure.PERCENT, name="Tỷ lệ hồ sơ trực tuyến")
    known = {one.id: one for one in (DTI, DTI_RANK, DTI_2020, other)}
    page = indicators_page([OF_2020, OF_2022], tuple(known.values()), known, "", VI)
    said = [line.text.strip() for line in lay_out(page, 80) if line.text]
    assert said[0] == "Bộ 2022" and "Bộ 2020" in said and said[-2] == "Chỉ số khác"
    links = [line.link.ref for line in lay_out(page, 80) if line.link]
    assert links == ["dti", "dti_2020", "ho_so"], "a rank is not listed beside what it ranks"


def test_indicators_are_found_without_diacritics() -> None:
    other = indicator("ho_so", Measure.PERCENT, name="Tỷ lệ hồ sơ trực tuyến")
    page = indicators_page([OF_2022], (DTI, other), {"dti": DTI, "ho_so": other}, "truc ho", VI)
    assert [line.link.ref for line in lay_out(page, 80) if line.link] == ["ho_so"]
    none = indicators_page([OF_2022], (DTI,), {"dti": DTI}, "zzz", VI)
    assert "Không có chỉ số nào tên như vậy" in lay_out(none, 80)[0].text


def test_the_choice_of_groups_tells_how_many_each_has() -> None:
    page = groups_page(ranked(published()), {"Bạn": ("24", "30")}, (), (UnitKind.COMMUNE,), "", VI)
    lines = lay_out(page, 80)
    rows = {line.link.ref: line.text.split()[-1] for line in lines if line.link}
    assert rows["peers:Bạn"] == "2" and rows["region:Đồng bằng sông Hồng"] == "10"
    assert "kind:commune" in rows and next(iter(rows)) == "all"


def test_lower_is_better_keeps_its_sense() -> None:
    days = indicator("days", Measure.COUNT, Better.LOWER, noun="ngày", short="Số ngày")
    said = text(ranked(ranking(values={"48": 9, "92": 3}, indicator=days, rank=None), "92"))
    assert said.splitlines()[0].startswith("► Cần Thơ: hạng 1/2, 3")
    assert "Ngày" in said


def test_a_list_too_long_for_its_notes_says_that_they_are_not_marked() -> None:
    said = text(replaced(ranked(published()), unread_notes=True))
    assert "ghi chú của từng số liệu không được đánh dấu" in " ".join(said.split())
    assert "không được đánh dấu" not in text(ranked(published()))
