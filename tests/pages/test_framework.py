"""The page of a framework as text: points got, lost and not covered; sums that do not fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from briefing.domain.editions import Period
from briefing.domain.framework_told import FrameworkTold
from briefing.domain.frameworks import Assessment, Framework
from briefing.domain.model import Document, Source, Unit, UnitKey, UnitKind
from briefing.domain.scored_units import scored_units
from briefing.domain.scoring import sheet
from briefing.language import Language, translator
from briefing.pages.framework import framework_page
from briefing.pages.framework_part import part_detail, part_page
from briefing.pages.layout import lay_out
from briefing.pages.line import Link, LinkKind
from briefing.show.frameworks import framework_sections
from tests.unit.index_facts import FRAMEWORK as DTI
from tests.unit.own_set import YEAR_BEFORE, given, own_set, scored

TODAY = date(2026, 11, 22)
SOURCE = Source(id="cham_diem", publisher="Tổ thẩm định", title="Chấm điểm", date=date(2026, 7, 20))
VI = translator(Language.VI)
EN = translator(Language.EN)
WARD = UnitKey("13285")


def unit(key: UnitKey, name: str, kind: UnitKind) -> Unit:
    """A unit of that name."""
    return Unit(
        key=key,
        name=name,
        full_name=name,
        name_en=name,
        full_name_en=name,
        slug=key.code,
        kind=kind,
    )


def told(
    framework: Framework,
    *rows: Assessment,
    who: Unit | None = None,
    names: Mapping[str, Unit] | None = None,
    document: Document | None = None,
    beside: Sequence[tuple[Unit, Sequence[Assessment]]] = (),
    more: bool = False,
) -> FrameworkTold:
    """The framework as a ward was scored on it."""
    told_of = who or unit(WARD, "Phường Phủ Lý", UnitKind.COMMUNE)
    found = sheet(framework, rows)
    period = Period(found.start, found.end) if found.start and found.end else None
    everybody = [
        (one, given(each)) for one, each in ([*beside, (told_of, rows)] if rows else beside)
    ]
    return FrameworkTold(
        unit=told_of,
        as_of=TODAY,
        known_on=TODAY,
        sheet=found,
        document=document,
        names=names or {},
        sources={"cham_diem": SOURCE},
        scored=scored_units(framework, everybody, period, all_known=not more),
        more=more,
    )


def text(found: FrameworkTold, width: int = 110, language: Language = Language.VI) -> str:
    """The page's lines."""
    lines = lay_out(framework_page(found, translator(language)), width)
    return "\n".join(line.text for line in lines)


def row(found: str, code: str) -> list[str]:
    """The words of a part's line, without its code and its name."""
    line = next(line for line in found.splitlines() if line.split()[:1] == [code])
    return line.split()[3:]


WHOLE = [scored(code, points, points) for code, points in (("4", 45), ("5.1", 15), ("5.2", 20))]


def test_the_first_line_says_points_share_period_and_whose_points_they_are() -> None:
    assert text(told(own_set(), *WHOLE)).splitlines()[0] == (
        " 80/100 điểm (80,0%)  6 tháng đầu năm 2026  theo điểm thẩm định"
    )


def test_what_is_not_scored_is_told_in_the_second_line_and_left_out_on_both_sides() -> None:
    lines = text(told(own_set(), scored("4", 45), scored("5.2", 20))).splitlines()
    assert lines[0].startswith(" 65/85 điểm (76,5%)")
    assert "theo điểm tự chấm, chưa thẩm định" in lines[0]
    assert lines[1] == (" ▲ Mới chấm 85 trên 100 điểm; bỏ ra cả hai vế: 5.1 Mục 5.1")


def test_many_missing_parts_are_counted_beyond_the_first_three() -> None:
    points: dict[str, float | None] = {"6": 10.0, "7": 10.0, "8": 10.0}
    found = text(told(own_set(points, total=130), scored("4.1", 3)), 200)
    assert "4.22 Mục 4.22; 5 Mục 5; 6 Mục 6; 2 mục khác" in found


def test_where_most_points_were_lost_is_named_before_the_tree() -> None:
    found = text(told(own_set(), scored("4.1", 18), scored("4.22", 25), scored("5", 39)))
    assert " Mất nhiều nhất ở: 4.22 Mục 4.22 (−15); 4.1 Mục 4.1 (−2); 5 Mục 5 (−1)" in found
    assert found.index("Mất nhiều nhất") < found.index("Từng mục")


def test_nothing_lost_is_not_said_to_be_lost_somewhere() -> None:
    assert "Mất nhiều nhất" not in text(told(own_set(), scored("4", 60), scored("5", 40)))


def test_each_part_has_maximum_own_appraised_what_counts_and_what_was_lost() -> None:
    handed_in = "Báo cáo"
    rows = (
        scored("4.1", 18, 16.5, evidence=handed_in),
        scored("4.22.11", 9, evidence=handed_in),
    )
    found = text(told(own_set(), *rows)).replace("✓ có", "")
    assert row(found, "4.1") == ["20", "18", "16,5", "16,5", "−3,5", "đủ"]
    assert row(found, "4.22.11") == ["15", "9", "—", "9", "−6", "đủ"]
    assert row(found, "4.22") == ["40", "9/15", "—", "9", "−6", "15/40"]
    assert row(found, "4") == ["60", "27/35", "16,5/20", "25,5", "−9,5", "35/60"]
    assert row(found, "5") == ["40", "—", "—", "—", "—", "chưa", "chấm"]


def test_a_sum_that_is_appraised_in_part_tells_of_how_many_points() -> None:
    """The assessors took 1.5 points of the 10.5 between 47 and 36.5: the rest is not appraised."""
    rows = [scored("4.1", 18, 16.5), scored("4.22.10", 20, 20), scored("4.22.11", 9)]
    found = text(told(own_set(), *rows))
    assert row(found, "4") == ["60", "47", "36,5/45", "45,5", "−14,5", "đủ"]
    assert row(found, "4.22") == ["40", "29", "20/25", "29", "−11", "đủ"]
    assert "Tự chấm 47/60 · Thẩm định 36,5/45; ▲ mới thẩm định 45 trên 60 điểm" in found
    assert "trên cùng mục thấp hơn tự chấm 1,5" in " ".join(found.split())
    assert " 36,5/45: được 36,5 trên 45 điểm tối đa của các mục đã có điểm ở cột đó." in found


def test_a_sum_that_leaves_nothing_out_bears_no_mark() -> None:
    found = text(told(own_set(), *(scored(code, 10, 9) for code in ("4.1", "4.22", "5.1", "5.2"))))
    assert row(found, "4") == ["60", "20", "18", "18", "−42", "đủ"]
    assert "mới thẩm định" not in found
    assert "ở cột đó" not in found
    assert "trên cùng mục thấp hơn tự chấm 4" in found


def test_parts_that_come_to_more_than_the_part_never_read_as_more_than_all() -> None:
    wide = own_set({"4.22": 45, "4.22.10": 30})
    rows = [scored("4.1", 20), scored("4.22.10", 30), scored("4.22.11", 15), scored("5", 40)]
    found = text(told(wide, *rows), 140)
    assert row(found, "4")[-5:] == ["▲", "cộng", "65,", "ghi", "60"]
    assert "65/60" not in found
    assert "105/100" not in found
    assert "Mới chấm" not in found
    assert (
        "▲ Đã chấm mọi mục, nhưng điểm tối đa các mục cộng lại là 105 trong khi bộ ghi 100"
    ) in " ".join(found.split())
    assert "▲ Điểm không khớp: 4 Mục 4 ghi 60, các mục bên trong cộng lại là 65." in found


def test_what_is_scored_of_too_many_points_is_told_of_those_points() -> None:
    wide = own_set({"4.22": 45, "4.22.10": 30})
    found = text(told(wide, scored("4.22.10", 30), scored("4.22.11", 15), scored("5", 40)), 140)
    assert row(found, "4")[-2:] == ["▲", "45/65"]
    said = " ".join(found.split())
    assert "▲ Mới chấm 85 trên 105 điểm; bỏ ra cả hai vế: 4.1 Mục 4.1" in said
    assert "(các mục cộng lại 105 điểm, bộ ghi 100)" in said


def test_there_is_a_mark_for_evidence_where_there_is_room() -> None:
    rows = [scored("4.1", 18, evidence="Báo cáo 15"), scored("5.1", 9), scored("4.22.11", 9)]
    found = text(told(own_set(), *rows), 120)
    assert "Minh chứng" in found
    assert row(found, "4.1")[-2:] == ["✓", "có"]
    assert row(found, "5.1")[-3:] == ["▲", "chưa", "nêu"]
    assert row(found, "5.2")[-2:] == ["chưa", "chấm"]
    assert row(found, "4")[-1:] == ["35/60"]
    assert "Minh chứng" not in text(told(own_set(), *rows), 80)


def test_a_part_of_no_points_is_said_not_to_count() -> None:
    found = text(told(own_set({"5.1": 0, "5": 25}, total=85), scored("5.2", 20)))
    assert row(found, "5.1")[-2:] == ["không", "tính"]


def test_sums_that_do_not_fit_are_named_with_both_numbers() -> None:
    found = text(told(own_set({"4.22.11": 14}, total=110), scored("5", 30, 30)), 200)
    assert "▲ Điểm không khớp: 4.22 Mục 4.22 ghi 40, các mục bên trong cộng lại là 39." in found
    assert "▲ Điểm không khớp: Tổng điểm của bộ ghi 110" in found


def test_scores_that_do_not_fit_are_named_too() -> None:
    rows = [scored("5", 30), scored("5.1", 10), scored("5.2", 15)]
    found = text(told(own_set(), *rows), 200)
    assert "▲ Điểm chấm không khớp: 5 Mục 5 30, các mục bên trong cộng lại 25." in found


def test_a_framework_of_others_says_where_its_published_values_are() -> None:
    who = unit(UnitKey("92"), "Cần Thơ", UnitKind.PROVINCE)
    page = framework_page(told(DTI, who=who), VI)
    links = [line.link for line in lay_out(page, 100) if line.link is not None]
    assert links[0] == Link(LinkKind.PROFILE, "92")
    found = text(told(DTI, who=who))
    assert found.splitlines()[0].startswith(" 1.000 điểm  8 mục tính điểm")
    (city,) = [line for line in found.splitlines() if "Đô thị" in line]
    assert city.split()[-3:] == ["0", "không", "tính"]


def test_a_framework_known_in_part_says_so_at_once() -> None:
    found = text(told(own_set({"5.1": None}, complete=False, note="Chưa rõ điểm")))
    assert "▲ mới biết một phần" in found.splitlines()[0]
    assert "Chưa rõ điểm" in found
    assert row(found, "5.1") == ["—", "—"]


def decided(day: date | None) -> Document:
    return Document(id="qd", number="7/QĐ", type="Quyết định", issuer="A", date=day, subject="B")


def test_a_framework_that_was_not_decided_by_the_day_is_not_shown() -> None:
    later = told(DTI, who=unit(UnitKey("30"), "Tỉnh X", UnitKind.PROVINCE))
    later = replace(later, as_of=date(2022, 1, 1), document=decided(date(2025, 4, 3)))
    found = text(later)
    assert "▲ Đến 01/01/2022 chưa có bộ chỉ số này: 7/QĐ ban hành ngày 03/04/2025." in found
    assert "Từng mục" not in found and "Vị thế" not in found and "1.000 điểm" not in found
    assert framework_sections(later)["parts"] == []
    assert framework_sections(later)["framework"][0]["decided"] is False
    known_late = replace(later, as_of=TODAY, known_on=date(2025, 4, 2))
    assert "Đến 02/04/2025 chưa có bộ chỉ số này" in text(known_late)


@pytest.mark.parametrize("day", [None, date(2022, 1, 1), date(2026, 11, 22)])
def test_a_framework_is_shown_from_the_day_of_its_document(day: date | None) -> None:
    found = text(replace(told(DTI), document=decided(day)))
    assert "chưa có bộ chỉ số này" not in found and "Từng mục" in found


def test_scores_from_before_the_document_are_shown_with_the_warning() -> None:
    early = replace(told(own_set(), *WHOLE), document=decided(date(2027, 1, 1)))
    found = text(early)
    assert "chưa có bộ chỉ số này" in found and "Từng mục" in found
    assert framework_sections(early)["parts"]


def test_a_unit_of_another_kind_is_told_so_and_shown_who_was_scored() -> None:
    province = unit(UnitKey("37"), "Tỉnh Ninh Bình", UnitKind.PROVINCE)
    ward = unit(WARD, "Phường Phủ Lý", UnitKind.COMMUNE)
    found = told(own_set(), who=province, beside=[(ward, [scored("4", 45)])])
    lines = lay_out(framework_page(found, VI), 100)
    said = [line.text for line in lines]
    assert " Bộ này chấm điểm xã, phường, đặc khu; không áp dụng cho Tỉnh Ninh Bình." in said
    (line,) = [line for line in lines if "Phường Phủ Lý" in line.text]
    assert line.link == Link(LinkKind.FRAMEWORK, "xa", unit="13285")
    assert "\n".join(said).index("Các đơn vị đã chấm") < "\n".join(said).index("Từng mục")


def test_a_unit_without_scores_of_its_own_is_told_by_when() -> None:
    assert "Đến 22/11/2026 chưa có điểm tự chấm hay thẩm định" in text(told(own_set()))


def test_an_earlier_period_is_named_and_not_mixed_in() -> None:
    found = text(told(own_set(), scored("4", 45), scored("5", 40, period=YEAR_BEFORE)))
    assert "Có điểm kỳ trước, đến ngày: 31/12/2025" in found
    assert found.startswith(" 45/60 điểm")


def test_scores_on_parts_without_maximum_give_no_total() -> None:
    nothing = dict.fromkeys(("4", "4.1", "4.22", "4.22.10", "4.22.11", "5", "5.1", "5.2"))
    found = text(told(own_set(nothing, complete=False), scored("4.1", 3)))
    assert found.splitlines()[0] == (
        " Có dòng điểm cho 6 tháng đầu năm 2026 nhưng chưa mục nào biết điểm tối đa."
    )


def test_who_leads_is_told_by_name_and_what_is_late_with_its_days() -> None:
    office = unit(UnitKey("vp"), "Văn phòng", UnitKind.ORGANISATION)
    rows = [scored("4", 45, lead="vp"), scored("5.1", None, lead="ai-do", due=date(2026, 6, 30))]
    found = text(told(own_set(), *rows, names={"vp": office}), 160)
    assert "Văn phòng" in found
    assert "ai-do" in found
    assert "▲ quá hạn 145 ngày" in found


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
@pytest.mark.parametrize("language", list(Language))
def test_no_line_is_wider_than_the_screen(width: int, language: Language) -> None:
    long = own_set(note="Một ghi chú dài hơn một dòng của màn hình hẹp nhất. " * 3)
    for found in (told(long), told(long, *WHOLE), told(DTI)):
        lines = lay_out(framework_page(found, translator(language)), width)
        assert max(line.cells for line in lines) <= width


def test_a_part_by_itself_tells_each_time_it_was_scored() -> None:
    rows = [
        scored("4.22", 29, evidence="Báo cáo 15"),
        scored("4.22", None, 20, on=date(2026, 9, 1), note="thiếu minh chứng"),
    ]
    found = told(own_set(), *rows)
    score = found.score("4.22")
    assert score is not None
    lines = lay_out(part_page(score, found, VI), 110)
    said = "\n".join(line.text for line in lines)
    assert "20/40 điểm, mất 20" in said
    assert said.index("01/09/2026") < said.index("20/07/2026")
    assert "Báo cáo 15" in said
    assert "thiếu minh chứng" in said
    assert {line.link.kind for line in lines if line.link} == {
        LinkKind.FRAMEWORK,
        LinkKind.SOURCE,
        LinkKind.PART,
    }


def test_below_the_tree_stand_points_evidence_and_remarks() -> None:
    found = told(own_set(), scored("4.1", 18, evidence="Báo cáo 15", note="xem lại"))
    score = found.score("4.1")
    assert score is not None
    said = [line.text for line in part_detail(score, found, EN, 60, 4)]
    assert said == [" 4.1 Part 4.1  18/20 points, 2 lost", " xem lại", " Handed in: Báo cáo 15"]
