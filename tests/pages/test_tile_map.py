"""The tile map as text: what stands where, at every size, and what is told of a unit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest

from briefing.display import Glyphs
from briefing.domain.editions import Figure
from briefing.domain.frameworks import Framework
from briefing.domain.lineage import Lineage
from briefing.domain.model import UnitKey, UnitKind
from briefing.domain.ranked import Noted, Ranked, region_of
from briefing.domain.spelling import width
from briefing.domain.tile_map import layout_for
from briefing.domain.value import replaced
from briefing.glyphs import drawn
from briefing.language import Language, translator
from briefing.pages.blocks import Drawing, Page
from briefing.pages.layout import lay_out
from briefing.pages.line import Line, LinkKind, Role
from briefing.pages.plane import Plane
from briefing.pages.ranking import Listing, ranking_page
from briefing.pages.slope import slope_page
from briefing.pages.tile_map import map_page
from briefing.show.rendering import as_markdown
from tests.unit.facts import unit
from tests.unit.ranked_facts import MERGER, ranked, ranking, ranks_of_2022, the_34, the_63

VI, EN = translator(Language.VI), translator(Language.EN)
AT_80 = (77, 19)
"""Cells and lines that a screen of 80x24 leaves for a page."""
FIVE = {"48": 0.9, "79": 0.9, "22": 0.9, "46": 0.9, "92": 0.8}


def all_63(focus: str = "30") -> Ranked:
    return ranked(ranking(ranks_of_2022()), focus)


def lines(
    shown: Ranked, cells: int = 77, height: int = 19, listing: Listing | None = None
) -> list[Line]:
    return list(lay_out(map_page(shown, VI, listing or Listing(), height), cells))


def text(shown: Ranked, cells: int = 77, height: int = 19) -> list[str]:
    return [line.text for line in lines(shown, cells, height)]


def plane_of(shown: list[Line]) -> tuple[int, Plane]:
    (found,) = [(at, line.plane) for at, line in enumerate(shown) if line.plane is not None]
    assert found[1] is not None
    return found[0], found[1]


def told(shown: Ranked, code: str, cells: int = 77, height: int = 19) -> list[str]:
    """What is told beside the map with the cursor on a unit."""
    _, plane = plane_of(lines(shown, cells, height))
    (at,) = [at for at, stop in enumerate(plane.stops) if stop.tile.code == code]
    return [line.text for line in plane.tell(at)]


MAP_AT_80 = """
► Hải Dương: hạng 13/63
                         HàG 57▲ CB  61▲          ► đơn vị đang xem
 LCh 53▲ LC  38◆ YB  15✔ TQ  48◆ BK  63▲ LS   6✔
 ĐB  35◆ SL  44◆ PT  23● VP  18● TN   8✔ BG   9✔ QN   3✔
                 HB  42◆ HN  24● BN   7✔►HD  13✔ HP  14✔
                 TH  15✔ HNa 34◆ HY  33◆ TB  56▲
                 NA  52▲ NB  21● NĐ  10✔
                 HT  37◆ QB  46◆
                         QT  55▲ TTH  4✔
                                 QNa 31● ĐN   1✔  ∴ QĐ Hoàng Sa
                                 KT  45◆ QNg 26●
                                 GL  62▲ BĐ  29●  ✔ hạng 1–16
                                 ĐL  47◆ PY  59▲  ● hạng 17–32
                 BP  12✔ ĐNo 49▲ LĐ  22● KH  41◆  ◆ hạng 33–48
         TNi 40◆ BD  19● ĐNa 43◆ BTh 50▲ NT  27●  ▲ hạng 49–63
 ĐT  39◆ LA  11✔ HCM  2✔ BRV 28●
 AG  54▲ VL  30● TG  20● BT  51▲
 KG  32● CT   5✔ HậG 17● TV  25●                  ∴ QĐ Trường Sa
 CM  58▲ BL  60▲ ST  36◆
"""


def test_all_63_stand_on_a_screen_of_80_by_24() -> None:
    assert text(all_63()) == MAP_AT_80.strip("\n").splitlines()


def test_the_34_have_a_map_of_their_own_with_those_not_published() -> None:
    found = ranking({"01": 1, "46": 2, "31": 3, "04": 34}, units=the_34(), of=2024)
    drawn_lines = text(ranked(found, "31"))
    assert any("►HP" in line and "✔" in line for line in drawn_lines)
    assert any("Huế" in line for line in drawn_lines)
    assert any("○ chưa công bố: 30" in line for line in drawn_lines)
    assert not any("HD" in line for line in drawn_lines)


@pytest.mark.parametrize("units", [the_63(), the_34()], ids=["63", "34"])
@pytest.mark.parametrize("size", [AT_80, (117, 31), (197, 55), (72, 19), (100, 24), (140, 45)])
def test_a_map_fits_every_screen_and_no_tile_covers_another(
    units: tuple[object, ...], size: tuple[int, int]
) -> None:
    provinces = the_63() if len(units) == 63 else the_34()
    ranks = {one.code: number for number, one in enumerate(provinces, 1)}
    shown = lines(ranked(ranking(ranks, units=provinces), "01"), *size)
    assert len(shown) <= size[1]
    assert max(width(line.text) for line in shown) <= size[0]
    top, plane = plane_of(shown)
    taken: set[tuple[int, int]] = set()
    for stop in plane.stops:
        own = {
            (stop.line + line, stop.cell + cell)
            for line in range(stop.lines)
            for cell in range(stop.cells)
        }
        assert not taken & own
        taken |= own
        assert top + stop.line + stop.lines <= len(shown)
    said = {
        (plane.told_line + line, plane.told_cell + cell)
        for line in range(plane.told_lines)
        for cell in range(plane.told_cells)
    }
    assert not taken & said


def test_what_is_told_fits_beside_the_map_and_covers_nothing_written_there() -> None:
    shown = lines(all_63(), *AT_80)
    top, plane = plane_of(shown)
    for at in range(len(plane.stops)):
        for number, line in enumerate(plane.tell(at)):
            assert number < plane.told_lines
            assert line.cells <= plane.told_cells
    for number in range(plane.told_lines):
        assert width(shown[top + plane.told_line + number].text) <= plane.told_cell


def test_on_a_wider_screen_tiles_have_names_and_on_a_taller_one_values() -> None:
    wide = text(all_63(), 117, 31)
    assert any("Thái Nguyên  8✔" in line for line in wide)
    found = ranked(ranking(ranks_of_2022(), {"48": 0.8002}))
    tall = text(found, 197, 55)
    assert any("Bà Rịa - Vũng Tàu" in line for line in tall)
    assert any("✔ 1   0,8002" in line for line in tall)


def test_where_it_does_not_fit_the_same_stands_as_a_list() -> None:
    narrow = text(all_63(), 57, 15)
    assert narrow[0].startswith("► Hải Dương: hạng 13/63")
    (own,) = [line for line in narrow[1:] if "►" in line]
    assert "13/63" in own and "✔ nhóm đầu" in own and "Hải Dương" in own
    assert sum("/63" in line for line in narrow) == 64
    for line in lines(all_63(), 57, 15):
        assert line.link is None or line.link.kind is LinkKind.PROFILE


def test_each_tile_opens_its_unit_and_the_cursor_begins_on_the_one_in_focus() -> None:
    _, plane = plane_of(lines(all_63()))
    assert all(stop.link.kind is LinkKind.PROFILE for stop in plane.stops)
    assert {stop.link.ref for stop in plane.stops} == {str(one.key) for one in the_63()}
    assert plane.stops[plane.start].link.ref == "30"


def test_the_rows_of_the_table_are_the_tiles_in_their_order() -> None:
    page = map_page(all_63(), VI, Listing())
    (drawing,) = [block for block in page.blocks if isinstance(block, Drawing)]
    _, plane = plane_of(list(lay_out(page, 77)))
    assert [row.link for row in drawing.table.rows] == [stop.link for stop in plane.stops]


def test_a_unit_is_told_with_its_rank_quarter_and_region() -> None:
    assert told(all_63(), "30") == ["Hải Dương", "hạng 13/63 ✔ nhóm đầu", "Đồng bằng sông Hồng"]
    assert told(all_63(), "06")[:2] == ["Bắc Kạn", "hạng 63/63 ▲ nhóm cuối"]


def test_a_value_is_held_against_the_mean_of_the_country() -> None:
    found = ranking(ranks_of_2022(), {"48": 0.8002, "84": 0.6077})
    shown = ranked(found, national=Figure(0.6500, "tb"))
    assert told(shown, "48")[2:] == ["0,8002 trên TB 0,1502"]
    assert told(shown, "84")[2:] == ["0,6077 dưới TB 0,0423"]
    tall = told(shown, "48", 197, 55)
    assert "0,8002" in tall and "trên trung bình 0,1502" in tall


def test_the_mean_of_some_values_is_no_mean_of_the_country() -> None:
    shown = ranked(ranking(ranks_of_2022(), {"48": 0.8002, "84": 0.6077}))
    assert not any("trung bình" in line for line in told(shown, "48"))


def test_what_has_no_room_is_left_out_as_a_whole() -> None:
    shown = ranked(ranking(ranks_of_2022(), {"48": 0.8}), national=Figure(0.65, "tb"))
    assert told(shown, "48", 117) == ["Đà Nẵng", "hạng 1/63 ✔", "0,8000"]


def test_a_place_among_five_values_has_no_quarter_of_63() -> None:
    shown = ranked(ranking({}, FIVE), "92")
    found = "\n".join(text(shown))
    assert "■ hạng trong 5 giá trị" in found
    assert "○ chưa công bố: 58" in found
    assert not set("✔●◆▲") & set(found)
    assert told(shown, "92")[1:3] == ["hạng 5/5 ■", "0,8000"]
    assert told(shown, "92", 197, 55)[1] == "hạng 5/5 ■ trong số đã công bố"


def test_a_unit_known_by_its_rank_alone_stands_aside() -> None:
    shown = ranked(ranking({"74": 16}, FIVE), "74")
    assert any("◇ chỉ có hạng: 1" in line for line in text(shown))
    assert "hạng 16/63 theo công bố" in told(shown, "74")


def test_a_unit_without_a_figure_is_never_a_zero() -> None:
    shown = ranked(ranking({"30": 14, "48": 1}), "30")
    assert told(shown, "01")[1] == "○ chưa công bố"
    assert not any(" 0" in line for line in text(shown)[1:])


def test_those_compared_are_marked_too() -> None:
    listing = Listing(compared=(UnitKey("24"),))
    shown = "\n".join(line.text for line in lines(all_63(), listing=listing))
    assert "•BG" in shown and "►HD" in shown


def test_the_marks_are_said_on_the_map_and_no_two_are_one_sign_in_ascii() -> None:
    listing = Listing(compared=(UnitKey("24"),))
    noted = {UnitKey("15"): Noted("Cùng hạng.", "Tied.")}
    page = map_page(replaced(all_63(), notes=noted), VI, listing, 19)
    shown = "\n".join(drawn(line.text, Glyphs.ASCII) for line in lay_out(page, 77))
    for said in ("> đơn vị đang xem", "& đơn vị so cùng", "* có ghi chú", ">HD", "&BG", "*15"):
        assert said in shown, said
    assert drawn("★", Glyphs.ASCII) not in ">&*"
    assert drawn("★", Glyphs.PLAIN) not in "►•*"


def test_the_list_says_the_same_marks_at_its_end() -> None:
    listing = Listing(compared=(UnitKey("24"),))
    noted = {UnitKey("15"): Noted("Cùng hạng.", "Tied.")}
    page = ranking_page(replaced(all_63(), notes=noted), VI, listing)
    last = drawn(lay_out(page, 77)[-1].text, Glyphs.ASCII)
    assert last.split(" - ") == [" > đơn vị đang xem", "& đơn vị so cùng", "* có ghi chú"]


def test_a_blank_stands_between_letters_and_rank() -> None:
    _, plane = plane_of(lines(all_63()))
    shown = "\n".join(text(all_63()))
    assert not [
        stop.tile.label for stop in plane.stops if re.search(f"{stop.tile.label}[0-9]", shown)
    ]


@pytest.mark.parametrize("page_of", [map_page, slope_page])
@pytest.mark.parametrize("size", [AT_80, (117, 31), (37, 15)])
def test_what_became_of_the_unit_stands_above_every_form(
    page_of: Callable[..., Page], size: tuple[int, int]
) -> None:
    gone = next(one for one in the_63() if one.code == "24")
    heir = next(one for one in the_34() if one.code == "24")
    lineage = Lineage(unit=gone, as_of=MERGER, heirs=(heir,))
    found = ranked(ranking(ranks_of_2022()), "24", lineage=lineage)
    shown = lay_out(page_of(found, VI, Listing(), size[1]), size[0])
    above = " ".join(line.text.strip() for line in shown[:4])
    assert above.startswith("Từ 01/07/2025 ") and "► Bắc Giang: hạng 9/63" in above


def test_a_narrow_screen_names_the_framework_above_its_list() -> None:
    framework = Framework(
        id="dti-2022", name="", name_en="", short="2022", short_en="2022",
        kind=UnitKind.PROVINCE, total=1000, complete=True,
    )  # fmt: skip
    shown = text(replaced(all_63(), framework=framework), 57)
    assert "bộ chỉ số 2022" in " ".join(shown[:2])


def test_what_is_told_does_not_run_into_the_isles_nor_they_into_the_legend() -> None:
    for size in (AT_80, (117, 31), (197, 55)):
        shown = lines(all_63(), *size)
        top, plane = plane_of(shown)
        sea = [line.text[plane.told_cell :].strip() for line in shown[top:]]
        isles = next(at for at, said in enumerate(sea) if said.startswith("∴"))
        assert plane.told_line + plane.told_lines < isles
        assert sea[isles + 1] == "" and any(said.startswith("✔ hạng 1–16") for said in sea)


def test_the_two_longest_names_are_shortened_to_names_not_to_letters() -> None:
    wide = "\n".join(text(all_63(), 117, 31))
    assert "B.Rịa-V.Tàu 28●" in wide and "T.Thiên Huế  4✔" in wide
    assert "BRV" not in wide and "TTH" not in wide


def test_a_group_alone_is_said_and_the_others_have_neither_place_nor_glyph() -> None:
    group = region_of("Tây Nguyên", the_63())
    page = map_page(all_63(), VI, Listing(group=group), 19)
    shown = list(lay_out(page, 77))
    assert shown[0].text.startswith("Chỉ xem Tây Nguyên: 5/63 đơn vị  ► Hải Dương: hạng 13/63")
    top, plane = plane_of(shown)
    ends = {
        stop.tile.label: shown[top + stop.line].text[stop.cell + stop.cells - 3 :][:3].strip()
        for stop in plane.stops
    }
    assert (ends["KT"], ends["HD"], ends["LCh"]) == ("45◆", "·", "·")
    assert sum(end == "·" for end in ends.values()) == 58
    assert any("· ngoài nhóm" in line.text for line in shown)


def test_the_list_of_a_narrow_screen_has_the_group_alone_and_marks_those_compared() -> None:
    listing = Listing(group=region_of("Tây Nguyên", the_63()), compared=(UnitKey("64"),))
    shown = [line.text for line in lines(all_63(), 57, 15, listing)]
    (beside,) = [line for line in shown if line.lstrip().startswith("•")]
    assert "Gia Lai" in beside
    assert shown[0].startswith("Chỉ xem Tây Nguyên: 5/63 đơn vị")
    assert sum(bool(set("✔●◆▲") & set(line)) for line in shown) == 5


def test_a_note_is_marked_on_the_tile_and_told_where_there_is_room() -> None:
    notes = {UnitKey("30"): Noted("Thứ tự chưa chắc.", "Order uncertain.")}
    shown = ranked(ranking(ranks_of_2022()), notes=notes)
    assert any("►HD *13✔" in line for line in text(shown))
    assert any("* có ghi chú" in line for line in text(shown))
    assert told(shown, "30")[0] == "Hải Dương *"
    assert "* Thứ tự chưa chắc." in told(shown, "30", 197, 55)
    assert any("13/63*" in line for line in text(shown, 57, 15)[1:])


def test_those_outside_the_group_have_no_colour() -> None:
    group = region_of("Đồng bằng sông Hồng", the_63())
    shown = lines(all_63(), listing=Listing(group=group))
    roles = {
        span.text.split()[0]: span.role
        for line in shown[1:]
        for span in line.spans
        if span.text.strip()
    }
    assert roles["HD"] is Role.BAR_GOOD
    assert roles["LCh"] is Role.MUTED


def test_every_tile_says_its_quarter_without_colour_and_in_ascii() -> None:
    shown = lines(all_63())
    top, plane = plane_of(shown)
    plain = [drawn(line.text, Glyphs.ASCII) for line in shown]
    glyphs = [plain[top + stop.line][stop.cell + stop.cells - 1] for stop in plane.stops]
    assert Counter(glyphs) == {"+": 16, "@": 16, "~": 16, "!": 15}


def test_english_says_the_same() -> None:
    page = map_page(all_63(), EN, Listing(), 19)
    shown = [line.text for line in lay_out(page, 77)]
    assert any("rank 1–16" in line for line in shown)
    assert any("Hoang Sa Islands" in line for line in shown)


def test_markdown_has_the_rows() -> None:
    said = as_markdown(map_page(all_63(), VI, Listing()), "")
    assert "| ► | 13/63 | ✔ nhóm đầu | Hải Dương |" in said
    assert said.count("/63 |") == 63


def test_communes_have_no_map_but_their_list_and_are_told_so() -> None:
    communes = [
        unit(f"{number:05}", kind=UnitKind.COMMUNE, name=f"Xã {number}") for number in (1, 2, 3)
    ]
    found = ranked(ranking({}, {"00001": 3.0, "00002": 2.0}, units=communes), "00001")
    shown = text(found)
    assert shown[0].strip() == "Bản đồ ô chỉ có cho các tỉnh, thành phố; đây là danh sách."
    assert any("Xã 2" in line for line in shown)


def test_the_map_of_63_holds_as_soon_as_one_unit_ended_with_the_merger() -> None:
    assert len(layout_for(the_63()).tiles) == 63
    assert len(layout_for(the_34()).tiles) == 34
