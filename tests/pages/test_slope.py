"""The slope chart as text: labels at both ends, lines between them, and why there may be none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.display import Glyphs
from briefing.domain.frameworks import Framework
from briefing.domain.model import UnitKey, UnitKind
from briefing.domain.ranked import Break, Order, Ranked, Step, region_of
from briefing.domain.ranking import Ranking
from briefing.domain.slope import lines_of, slope
from briefing.domain.spelling import width
from briefing.glyphs import drawn
from briefing.language import Language, translator
from briefing.pages.layout import lay_out
from briefing.pages.line import Line, LinkKind, Role
from briefing.pages.ranking import Listing
from briefing.pages.slope import slope_page
from briefing.show.rendering import as_markdown
from tests.unit.facts import indicator
from tests.unit.ranked_facts import DTI, ranked, ranking, ranks_of_2022, the_63, year

VI, EN = translator(Language.VI), translator(Language.EN)
IN_2021 = {"48": 1, "46": 2, "37": 6, "24": 10, "38": 12, "30": 14, "51": 60}
NEWER = Step(DTI, None, year(2023), 63, ())


def moved(before: Ranking | None = None, after: Ranking | None = None, focus: str = "30") -> Ranked:
    return ranked(
        after or ranking(ranks_of_2022()), focus, before=before or ranking(IN_2021, of=2021)
    )


def lines(
    shown: Ranked, cells: int = 77, height: int = 19, listing: Listing | None = None
) -> list[Line]:
    return list(lay_out(slope_page(shown, VI, listing or Listing(), height), cells))


def text(
    shown: Ranked, cells: int = 77, height: int = 0, listing: Listing | None = None
) -> list[str]:
    return [line.text for line in lines(shown, cells, height, listing)]


def test_every_unit_is_labelled_at_both_ends_with_rank_and_change() -> None:
    shown = text(moved())
    for name, before, after, change in (
        ("Đà Nẵng", 1, 1, "= 0"),
        ("Ninh Bình", 6, 21, "↓ 15"),
        ("Hải Dương", 14, 13, "↑ 1"),
        ("Quảng Ngãi", 60, 26, "↑ 34"),
    ):
        assert any(line.lstrip().startswith(f"{name} {before:>2} ") for line in shown), name
        assert any(
            line.split()[-2:] == change.split() and f"{after:>2} " in line and name in line[40:]
            for line in shown
        ), name


def test_the_unit_in_focus_has_a_strong_line_with_its_mark_riding_on_it() -> None:
    shown = text(moved())
    (own,) = [line for line in shown if line.lstrip().startswith("Hải Dương 14")]
    assert own.split("14")[1].startswith(" ═►═") and "═╝" in own
    (end,) = [line for line in shown[1:] if "► Hải Dương" in line]
    assert "╔═" in end and "═►═ 13 ► Hải Dương" in end


def test_those_compared_have_lines_with_letters_riding_on_them() -> None:
    shown = text(moved(), listing=Listing(compared=(UnitKey("37"),)))
    (own,) = [line for line in shown if line.lstrip().startswith("Ninh Bình  6")]
    assert "6 ─e─" in own and "─╮" in own
    assert any("─e─ 21 e• Ninh Bình" in line for line in shown)


def test_where_a_few_are_known_twice_all_have_lines() -> None:
    shown = "\n".join(text(moved()))
    assert "60 ─f─" in shown and "26 f Quảng Ngãi" in shown
    assert "Không vẽ đường" not in shown


BEFORE = {one.code: 64 - int(one.code) % 63 for one in the_63()[:20]}


def test_of_many_the_one_in_focus_and_those_compared_have_lines_the_others_are_listed() -> None:
    codes = list(BEFORE)
    listing = Listing(compared=(UnitKey(codes[3]), UnitKey(codes[5])))
    shown = text(moved(ranking(BEFORE, of=2021), focus=codes[0]), listing=listing)
    assert "Không vẽ đường, chỉ liệt kê: 17 tỉnh, thành phố khác" in "\n".join(shown)
    chart = shown[: next(at for at, line in enumerate(shown) if "Không vẽ đường" in line)]
    assert len([line for line in chart if " ↑ " in line or " ↓ " in line or " = " in line]) == 3


def test_those_listed_have_their_way_between_both_periods_on_one_scale() -> None:
    shown = text(moved(ranking(BEFORE, of=2021), focus="01"))
    at = next(at for at, line in enumerate(shown) if "Không vẽ đường" in line)
    head, rows = shown[at + 1], shown[at + 2 :]
    assert "○ 2021  ● 2022" in head and head.rstrip().endswith("63")
    first, last = head.index(" 1 ") + 1, len(head.rstrip()) - 1
    one = next(unit for unit in the_63() if unit.code == "02")
    (own,) = [line for line in rows if line.lstrip().startswith(one.name)]
    cells = [first + round((rank - 1) / 62 * (last - first)) for rank in (62, 57)]
    assert (own.index("○"), own.index("●")) == tuple(cells)


@pytest.mark.parametrize("cells", [77, 90, 120])
def test_whoever_moved_is_seen_to_have_moved_however_short_the_way(cells: int) -> None:
    known = [int(one.code) for one in the_63()]
    places = dict(enumerate(known, 1))
    before = {f"{places[rank]:02}": rank + (1 if rank % 2 else -1) for rank in range(1, 63)}
    after = {f"{places[rank]:02}": rank for rank in range(1, 63)}
    still = f"{places[63]:02}"
    shown = text(
        moved(ranking({**before, still: 63}, of=2021), ranking({**after, still: 63}), still), cells
    )
    at = next(at for at, line in enumerate(shown) if "Không vẽ đường" in line)
    rows = [line for line in shown[at + 2 :] if "●" in line]
    assert len(rows) > 40
    for row in rows:
        assert ("○" in row) is ("= 0" not in row), row
        assert max(width(row) for row in rows) <= cells


def test_where_nobody_asked_about_is_known_twice_the_greatest_moves_are_drawn_and_it_says_so() -> (
    None
):
    shown = text(moved(ranking(BEFORE, of=2021), focus="96"))
    assert "Trên hình: các thay đổi lớn nhất; chỉ liệt kê: 15 tỉnh, thành phố khác" in (
        "\n".join(shown)
    )


def test_two_that_change_places_can_both_be_followed() -> None:
    shown = moved(ranking({"30": 1, "37": 2}, of=2021), ranking({"30": 2, "37": 1}))
    assert drawn_ways(text(shown), ["Hải Dương", "Ninh Bình"]) == {
        "Hải Dương": "Hải Dương",
        "Ninh Bình": "Ninh Bình",
    }


RANKS = st.lists(st.tuples(st.integers(1, 63), st.integers(1, 63)), min_size=1, max_size=8)


@settings(deadline=None, max_examples=150)
@given(RANKS, st.sampled_from([(77, 19), (77, 0), (117, 31), (197, 55)]), st.booleans())
def test_every_line_is_joined_and_ends_at_its_own_label(
    ranks: list[tuple[int, int]], size: tuple[int, int], in_ascii: bool
) -> None:
    units = the_63()[: len(ranks)]
    old = {one.code: before for one, (before, _) in zip(units, ranks, strict=True)}
    new = {one.code: after for one, (_, after) in zip(units, ranks, strict=True)}
    page = moved(ranking(old, of=2021), ranking(new), focus=units[0].code)
    shown = text(page, *size)
    if in_ascii:
        shown = [drawn(line, Glyphs.ASCII) for line in shown]
    names = [drawn(one.name, Glyphs.ASCII) if in_ascii else one.name for one in units]
    assert drawn_ways(shown, names) == {name: name for name in names}


@settings(deadline=None, max_examples=50)
@given(RANKS)
def test_one_number_stands_at_one_height_at_both_ends_and_shares_it_with_no_other(
    ranks: list[tuple[int, int]],
) -> None:
    units = the_63()[: len(ranks)]
    old = {one.code: before for one, (before, _) in zip(units, ranks, strict=True)}
    new = {one.code: after for one, (_, after) in zip(units, ranks, strict=True)}
    found = slope(ranking(old, of=2021), ranking(new))
    assert found is not None
    of_line: dict[int, set[float]] = {}
    for move, end in zip(found.moves, lines_of(found, 19), strict=True):
        of_line.setdefault(end.before, set()).add(move.before)
        of_line.setdefault(end.after, set()).add(move.after)
    assert all(len(numbers) == 1 for numbers in of_line.values())


def drawn_ways(shown: list[str], names: list[str]) -> dict[str, str]:
    """From each label at the left along its line to the label where that ends."""
    begins = next(at for at, line in enumerate(shown) if line.split()[:1] == ["2021"]) + 1
    ends = {}
    for at in range(begins, len(shown)):
        name = next((one for one in names if shown[at].lstrip().startswith(one + " ")), None)
        if name is not None and name not in ends:
            cell = shown[at].index(name) + len(name)
            while shown[at][cell] in " 0123456789":
                cell += 1
            line, cell = followed(shown, at, cell)
            rest = shown[line][cell:]
            ends[name] = next((one for one in names if f" {one} " in rest), rest)
    return ends


def followed(shown: list[str], line: int, cell: int) -> tuple[int, int]:
    """Where a line leads cell by cell: round corners, straight on over everything else."""
    down, right = 0, 1
    while True:
        sign = shown[line][cell]
        if sign == " ":
            assert right, f"torn on line {line} at cell {cell}"
            return line, cell
        if sign in "╮╗╭╔.":
            down, right = (1, 0) if right else (0, 1)
        elif sign in "╯╝╰╚'":
            down, right = (-1, 0) if right else (0, 1)
        line, cell = line + down, cell + right


def test_who_stays_is_drawn_level() -> None:
    (own,) = [line for line in text(moved(focus="48")) if "Đà Nẵng" in line and "═" in line]
    assert own.lstrip().startswith("Đà Nẵng  1 ═►═") and "═ " in own and "1 ► Đà Nẵng" in own


def test_above_stand_the_periods_and_of_how_many_units_ranks_are() -> None:
    head = text(moved())[1]
    assert head.split()[0] == "2021" and head.split()[-1] == "2022"
    assert "63 tỉnh, thành phố" in head


def test_those_known_in_one_period_only_are_counted_not_drawn() -> None:
    assert "Không vẽ: chỉ biết năm 2022: 56 tỉnh, thành phố." in " ".join(
        line.strip() for line in text(moved())[-2:]
    )


def test_a_rank_shared_at_one_end_takes_two_lines() -> None:
    shown = text(moved(ranking({"15": 20, "38": 12}, of=2021), ranking({"15": 15, "38": 15}), "38"))
    ends = [line for line in shown if " 15 " in line]
    assert len(ends) == 2
    assert {"Yên Bái", "Thanh Hóa"} == {
        name for name in ("Yên Bái", "Thanh Hóa") for line in ends if name in line[40:]
    }


@pytest.mark.parametrize("cells", [57, 77, 117, 197])
@pytest.mark.parametrize("height", [17, 19, 31, 55])
def test_the_chart_fits_the_width_and_the_height_if_it_can(cells: int, height: int) -> None:
    shown = lines(moved(), cells, height)
    assert max(width(line.text) for line in shown) <= cells
    assert len(shown) <= height
    assert any("╔" in line.text for line in shown)


def test_on_a_narrow_screen_the_same_stands_in_columns() -> None:
    shown = text(moved(), 37)
    (own,) = [line for line in shown[1:] if "Hải Dương" in line]
    assert own.split() == ["►", "Hải", "Dương", "14", "13", "↑", "1"]
    assert not any("╭" in line for line in shown)


def test_labels_at_the_later_end_open_their_unit_in_the_order_of_the_table() -> None:
    page = slope_page(moved(), VI, Listing())
    opened = [line.link for line in lay_out(page, 77) if line.link is not None]
    listed = [line.link for line in lay_out(page, 37) if line.link is not None]
    assert all(link.kind is LinkKind.PROFILE for link in opened)
    assert list(dict.fromkeys(opened)) == list(dict.fromkeys(listed))


def test_by_value_the_ends_are_values() -> None:
    before = ranking({"48": 1, "84": 26}, {"48": 0.6419, "84": 0.4294}, of=2021)
    after = ranking({"48": 1, "84": 25}, {"48": 0.8002, "84": 0.6077})
    shown = "\n".join(text(moved(before, after, "84"), listing=Listing(order=Order.VALUE)))
    assert "Trà Vinh 0,4294" in shown and "0,6077 ► Trà Vinh" in shown and "↑ 0,1783" in shown


def test_a_group_alone_is_drawn_with_its_ranks_among_all() -> None:
    group = region_of("Đồng bằng sông Hồng", the_63())
    shown = "\n".join(text(moved(), listing=Listing(group=group)))
    assert "Hải Dương 14" in shown and "Đà Nẵng" not in shown
    assert "Chỉ xem Đồng bằng sông Hồng: 10/63 đơn vị; hạng vẫn là trong tất cả." in shown


def test_a_group_nobody_of_which_is_known_twice_does_not_deny_the_others() -> None:
    group = region_of("Tây Nguyên", the_63())
    shown = " ".join(" ".join(text(moved(), listing=Listing(group=group))).split())
    assert "Chỉ xem Tây Nguyên: 5/63 đơn vị" in shown
    assert "Không đơn vị nào của Tây Nguyên có số liệu ở cả hai kỳ; ngoài nhóm có" in shown


def test_a_chart_of_one_short_way_is_low() -> None:
    shown = text(moved(ranking({"31": 1}, of=2021), ranking({"31": 2, "01": 3}), "01"))
    first = next(at for at, line in enumerate(shown) if line.startswith("Hải Phòng 1"))
    last = next(at for at, line in enumerate(shown) if line.endswith("Hải Phòng ↓ 1"))
    assert last - first == 1


def test_up_is_better_without_colour() -> None:
    shown = drawn("\n".join(text(moved())), Glyphs.ASCII)
    assert "^ 34" in shown and "v 15" in shown and "= 0" in shown


OLD = Framework(
    id="dti-2020", name="DTI 2020", name_en="DTI 2020", short="DTI 2020", short_en="DTI 2020",
    kind=UnitKind.PROVINCE, total=1000, complete=True,
)  # fmt: skip


def refused(*breaks: Break, universe: int = 63, newer: Step | None = None) -> str:
    older = Step(indicator("dti_2020", short="DTI 2020"), OLD, year(2020), universe, breaks)
    found = ranked(ranking(IN_2021, of=2021), older=older, newer=newer)
    return " ".join(" ".join(text(found)).split())


def test_across_frameworks_nothing_is_drawn_and_it_says_why() -> None:
    said = refused(Break.FRAMEWORK)
    assert "không so sánh được: bộ chỉ số khác (DTI 2020)" in said
    assert not set("╭╮╰╯─·") & set(said.replace(" · ", ""))


def test_across_universes_nothing_is_drawn_and_it_says_why() -> None:
    said = refused(Break.UNIVERSE, universe=34)
    assert "trên 34, không phải 63 tỉnh, thành phố" in said


def test_a_ranking_that_may_not_be_compared_is_never_drawn() -> None:
    older = Step(DTI, OLD, year(2021), 63, (Break.FRAMEWORK,))
    before = ranking(IN_2021, of=2021)
    said = text(ranked(ranking(ranks_of_2022()), before=before, older=older))
    assert not any("╭" in line for line in said)


def test_where_the_next_period_may_be_compared_it_says_so() -> None:
    assert "Từ kỳ này đến năm 2023 thì so được" in refused(Break.FRAMEWORK, newer=NEWER)
    closed = NEWER._replace(breaks=(Break.UNIVERSE,))
    assert "thì so được" not in refused(Break.FRAMEWORK, newer=closed)


def test_without_a_period_before_it_says_so() -> None:
    assert "Chưa biết kỳ nào trước kỳ này để so." in " ".join(text(ranked(ranking(IN_2021))))


def test_published_ranks_and_values_alone_are_not_joined() -> None:
    said = " ".join(text(moved(after=ranking({}, {"30": 0.6, "37": 0.5}))))
    assert "Một kỳ công bố hạng, kỳ kia chỉ có giá trị" in said


def test_where_nothing_is_known_the_first_day_is_told() -> None:
    empty = ranking({}, known_on=date(2020, 1, 1))
    said = " ".join(text(ranked(empty, begins=date(2021, 10, 18))))
    assert "Số đầu tiên được công bố ngày 18/10/2021." in said


def test_gains_are_green_and_losses_red_beside_their_arrows() -> None:
    roles = {span.text.strip(): span.role for line in lines(moved()) for span in line.spans}
    assert roles["↑ 34"] is Role.GOOD and roles["↓ 15"] is Role.BAD


def test_english_says_the_same() -> None:
    shown = "\n".join(line.text for line in lay_out(slope_page(moved(), EN, Listing()), 77))
    assert "Not drawn: known in 2022 only: 56 provinces." in " ".join(shown.split())


def test_markdown_has_the_rows() -> None:
    said = as_markdown(slope_page(moved(), VI, Listing()), "")
    assert "| ► | Hải Dương | 14 | 13 | ↑ 1 |" in said
