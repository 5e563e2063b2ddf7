"""What a ranking has no place for is said: a line between unknown values, communes of later."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.domain.model import Unit, UnitKind
from briefing.domain.ranked import Order, ToCome
from briefing.language import Language, translator
from briefing.pages.layout import lay_out
from briefing.pages.ranking import Listing, ranking_page
from briefing.pages.tile_map import map_page
from tests.pages.test_ranking import published, text
from tests.unit.facts import unit
from tests.unit.ranked_facts import ranked, ranking

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
