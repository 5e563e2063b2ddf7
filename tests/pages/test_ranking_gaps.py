"""What a ranking has no place for is said: a line between unknown values, communes of later."""

from __future__ import annotations

import re
from datetime import date

import pytest

from briefing.domain.lineage import Lineage
from briefing.domain.model import Measure, Unit, UnitKey, UnitKind
from briefing.domain.namesakes import Namesakes
from briefing.domain.ranked import Group, Order, Ranked, ToCome, peers_of, region_of, values_within
from briefing.domain.value import replaced
from briefing.language import Language, translator
from briefing.pages.layout import lay_out
from briefing.pages.line import Link, LinkKind
from briefing.pages.ranking import ALL, Listing, ranking_page
from briefing.pages.ranking_choices import indicators_page
from briefing.pages.tile_map import map_page
from briefing.show.rendering import as_markdown
from tests.pages.test_ranking import framework, published, text
from tests.unit.facts import indicator, unit
from tests.unit.ranked_facts import DTI, DTI_RANK, ranked, ranking, the_63

VI = translator(Language.VI)
MERGED, CITY = date(2025, 7, 1), date(2026, 4, 30)


def test_a_line_between_places_stands_only_where_their_values_are_known() -> None:
    ranks = {"22": 1, "31": 2, "01": 3, "24": 4, "48": 5, "75": 51}
    values = {"22": 0.901, "31": 0.9009, "01": 0.8958, "24": 0.8854, "75": 0.8292}
    said = text(ranked(ranking(ranks, values)))
    assert "── trung vị" in said and "── trung bình" not in said
    assert "┃ là trung bình" in said
    why = "Không kẻ được vạch trung bình giữa các dòng: Đà Nẵng không có giá trị, chưa rõ ở"
    assert f"{why} trên hay dưới." in " ".join(said.split())
    assert "vạch trung vị" not in said
    by_value = text(ranked(ranking(ranks, values)), Listing(order=Order.VALUE))
    assert "── trung bình" in by_value and "Không kẻ được" not in by_value


RANKS = {"22": 1, "31": 2, "01": 3, "24": 4, "92": 5}
VALUES = {"22": 0.9, "31": 0.8, "01": 0.7, "24": 0.6, "92": 0.5}


def test_why_no_mean_is_drawn_is_told_in_the_head() -> None:
    few = text(ranked(ranking(RANKS, {"22": 0.9, "31": 0.8})))
    assert "(chỉ 2/63 giá trị, nên không kẻ vạch)" in few and "──" not in few
    against = text(ranked(ranking(RANKS, VALUES | {"92": 0.95})))
    assert "giữa các dòng: hạng công bố không theo giá trị." in against
    assert "──" not in against
    some = {code: VALUES[code] for code in ("22", "31", "01")}
    found = ranking(RANKS, some)
    north = region_of("Đồng bằng sông Cửu Long", found.edition.units)
    within = peers_of("Ba", ("22", "24", "92"), found.edition.units)
    said = text(ranked(found), Listing(group=within))
    assert "Không kẻ vạch trung bình, trung vị: ở đây chỉ có 1/3 giá trị." in said
    assert "Không kẻ vạch" not in text(ranked(found), Listing(group=north)), "one place"


@pytest.mark.parametrize("group", [False, True])
def test_no_mean_of_ranks_is_told_of_a_group_either(group: bool) -> None:
    found = ranking(values=RANKS, indicator=DTI_RANK, rank=None)
    peers = peers_of("Ba", ("22", "31", "01"), found.edition.units)
    said = text(ranked(found, "22"), Listing(group=peers if group else None))
    assert "chỉ có hạng: không có trung bình, trung vị" in said
    assert "trung bình" not in said.replace("không có trung bình", "")
    assert values_within(found, peers) == ()


@pytest.mark.parametrize("measure", [Measure.COUNT, Measure.MONEY])
def test_no_mean_is_taken_of_what_goes_by_the_size_of_a_unit(measure: Measure) -> None:
    counted = indicator("n", measure, noun="dịch vụ")
    found = ranking(values={"22": 600, "31": 300, "01": 500}, indicator=counted, rank=None)
    assert (found.mean, found.median, found.counted, found.counted_values) == (None, None, 3, 3)
    peers = peers_of("Hai", ("22", "31"), found.edition.units)
    for listing in (Listing(), Listing(group=peers), Listing(order=Order.VALUE)):
        said = text(ranked(found, "22"), listing)
        assert "Số đếm, số tiền tùy quy mô đơn vị: không lấy trung bình, trung vị" in said
        assert "┃" not in said and "── " not in said and "giá trị trong nhóm" not in said


def test_a_group_with_one_known_member_has_no_mean() -> None:
    found = ranking(values=VALUES)
    one = peers_of("Một", ("22", "30"), found.edition.units)
    assert "giá trị trong nhóm" not in text(ranked(found), Listing(group=one))
    two = peers_of("Hai", ("22", "31"), found.edition.units)
    assert "của 2/2 giá trị trong nhóm" in text(ranked(found), Listing(group=two))


def mapped(told: Ranked, listing: Listing = ALL, cells: int = 77) -> str:
    page = map_page(told, VI, listing, 19)
    return "\n".join(line.text for line in lay_out(page, cells))


def test_a_legend_counts_only_the_group_that_is_shown() -> None:
    some = ranked(ranking({"01": 5}, {"30": 0.5, "24": 0.4, "31": 0.3}))
    everyone = mapped(some)
    assert "◇ chỉ có hạng: 1" in everyone and "○ chưa công bố: 59" in everyone
    for codes, words in ((("30", "24"), ()), (("30", "22", "37"), ("○ chưa công bố: 2",))):
        group = Group(name="Nhóm", members=frozenset(map(UnitKey, codes)))
        said = mapped(some, Listing(group=group))
        assert "chỉ có hạng:" not in said and all(word in said for word in words)
        assert ("chưa công bố:" in said) == bool(words)


def test_a_narrow_screen_says_that_a_map_needs_more_room() -> None:
    page = map_page(ranked(published()), VI, Listing(), 15)
    shown = lay_out(page, 57)
    assert shown[0].link == Link(LinkKind.PROFILE, "30"), "stood on first"
    assert shown[1].text.strip() == "Bản đồ ô cần màn hình rộng hơn; đây là danh sách."
    row = next(line.text for line in list(shown)[1:] if "Hải Dương" in line.text)
    assert row.rstrip().endswith("—")
    assert "rộng hơn" not in mapped(ranked(published()))
    assert "rộng hơn" not in as_markdown(page, ""), "a page that is no screen"


@pytest.mark.parametrize(
    ("typed", "found"),
    [("xep hang cap tinh", ["dti"]), ("chi so dti", ["dti"]), ("cap tinh chi so dti", [])],
)
def test_an_indicator_is_found_by_the_name_of_its_rank(typed: str, found: list[str]) -> None:
    rank = replaced(DTI_RANK, name="Xếp hạng cấp tỉnh")
    known = {one.id: one for one in (DTI, rank)}
    page = indicators_page([], tuple(known.values()), known, typed, VI)
    assert [line.link.ref for line in lay_out(page, 80) if line.link] == found


def test_decimal_marks_stand_below_each_other_and_none_is_made_up() -> None:
    par = indicator("par", Measure.POINTS, noun="điểm", decimals=2)
    values = {"22": 90.1, "31": 90.09, "01": 89.0, "24": 88.54}
    said = text(ranked(ranking(values=values, indicator=par, rank=None), "31"))
    rows = [line for line in said.splitlines() if "/4" in line and "►" not in line[2:]]
    rows += [line for line in said.splitlines() if "── " in line]
    values_told = [re.search(r"\d\d(,\d+)? ", row) for row in rows[1:]]
    assert len({found.start() for found in values_told if found}) == 1
    assert "90,1 " in said and "90,10" not in said and "89 " in said


def test_communes_of_one_name_are_told_with_their_province() -> None:
    provinces = {UnitKey("01"): unit("01", name="Hà Nội"), UnitKey("37"): unit("37")}
    communes = [
        unit(code, name=name, kind=UnitKind.COMMUNE, parent=UnitKey(parent))
        for code, name, parent in (
            ("00001", "Bình An", "01"), ("00002", "Bình An", "37"), ("00003", "Cổ Loa", "01"),
            ("00004", "Đông Anh", "01"), ("00005", "Đông Anh", "37"),
        )
    ]  # fmt: skip
    told = ranking(
        {"00001": 1, "00002": 2}, {"00003": 0.5, "00004": 0.6, "00005": 1}, units=communes
    )
    aside = text(ranked(told, "00003", parents=provinces)).split("không công bố giá trị")[1]
    assert "Bình An (Hà Nội)" in aside and "Bình An (37)" in aside
    none = text(ranked(ranking(values={"00003": 0.5}, units=communes), "00003", parents=provinces))
    below = none.split("Chưa có số liệu của kỳ này: 4 đơn vị")[1]
    assert "Bình An (Hà Nội), Bình An (37), Đông Anh (Hà Nội), Đông Anh (37)" in below
    within = ranked(ranking(values={"00003": 0.5}, units=communes[:4]), "00003", parents=provinces)
    assert "Bình An (Hà Nội), Bình An (37), Đông Anh" in text(within), "alone of its name"


@pytest.mark.parametrize(
    ("to_come", "parent", "told"),
    [
        ((ToCome(None, MERGED, 3226),), None, "đặc khu từ 01/07/2025; ngày xem chưa có"),
        ((), None, "Vào ngày xem dữ liệu không có xã, phường, đặc khu nào để xếp hạng."),
        (
            (ToCome(unit("75"), CITY, 95),),
            unit("75"),
            "Dữ liệu có 95 xã, phường, đặc khu của 75 từ 30/04/2026; ngày xem chưa có",
        ),
    ],
)
def test_communes_that_are_not_known_yet_are_not_counted_as_none(
    to_come: tuple[ToCome, ...], parent: Unit | None, told: str
) -> None:
    none = ranking({}, {}, units=(), period=None, periods=())
    facts = {"kind": UnitKind.COMMUNE, "to_come": to_come, "parent": parent}
    shown = ranked(ranking(), "30", ranking=none, **facts)
    for page in (ranking_page(shown, VI), map_page(shown, VI, Listing())):
        said = " ".join(" ".join(line.text for line in lay_out(page, 97)).split())
        assert told in said
        assert "0 xã" not in f"{said} {page.subtitle}"
    assert "Bản đồ ô chỉ có cho các tỉnh, thành phố." in said


def test_communes_that_a_list_is_without_are_told_in_one_line() -> None:
    facts = {"kind": UnitKind.COMMUNE, "to_come": (ToCome(unit("75"), CITY, 95),)}
    said = text(ranked(published(), "30", **facts))
    assert "Chưa gồm 95 xã, phường, đặc khu của 75: dữ liệu có từ 30/04/2026." in said
    assert "Chưa gồm" not in text(ranked(published(), "30"))


def test_who_of_a_group_stands_only_since_a_day_is_told_so() -> None:
    new = unit("24", key=UnitKey("24", MERGED), name="Bắc Ninh")
    absent = (Lineage(unit=new, as_of=date(2026, 1, 1)),)
    group = Group(name="Hai", members=frozenset({UnitKey("27")}), absent=absent)
    sames = Namesakes(former=frozenset({UnitKey("27")}))
    shown = ranked(published(), "27", namesakes=sames)
    said = text(shown, Listing(group=group))
    assert "Không có trong 63 tỉnh, thành phố: Bắc Ninh (có từ 01/07/2025)." in said
    assert said.startswith("► Bắc Ninh cũ: hạng 7/63")
    assert "7/63  Bắc Ninh cũ" in said and "Bắc Ninh cũ 1/1 trong nhóm" in said


def test_a_former_name_is_whole_in_a_narrow_list() -> None:
    former = frozenset(one.key for one in the_63() if one.name == "Hồ Chí Minh")
    shown = ranked(published(), namesakes=Namesakes(former=former))
    for cells in (37, 57, 77, 117):
        row = next(line for line in text(shown, width=cells).splitlines() if "Hồ Chí" in line)
        assert "Hồ Chí Minh cũ" in row


def test_only_a_framework_of_such_units_has_profiles_of_them() -> None:
    own = framework("dti-2022", "2022")
    assert ranked(published(), framework=own).has_profiles
    assert not ranked(published()).has_profiles
    other = replaced(own, kind=UnitKind.COMMUNE)
    assert not ranked(published(), framework=other).has_profiles
