"""What the pages of the shipped data say, as text, and in which order."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.desk import LATEST, Desk
from briefing.domain.standing import TaskStatus
from briefing.language import Translator
from briefing.pages.blocks import Page, Table
from briefing.pages.compare import compare_page
from briefing.pages.detail import detail_lines
from briefing.pages.indicator import indicator_page
from briefing.pages.item import target_page, task_page
from briefing.pages.layout import lay_out
from briefing.pages.line import Link, LinkKind
from briefing.pages.overview import overview_page
from briefing.pages.pillars import pillars_page
from briefing.pages.source import source_page
from briefing.pages.tasks import Grouping, tasks_page
from briefing.settings import Settings
from briefing.store.reading import Reader
from tests.pages.every_page import PROVINCES, TODAY, briefing_of


def text(page: Page, cells: int = 117) -> str:
    """The page as its screen of 120 columns shows it."""
    return "\n".join(line.text for line in lay_out(page, cells))


def headings(page: Page) -> list[str]:
    """The headings of the page's tables, in reading order."""
    said = []
    for block in page.blocks:
        if isinstance(block, Table):
            name = "".join(span.text for span in block.heading_spans) or block.heading
            said += [name.strip()] if name.strip() else []
    return said


def indicator(settings: Settings, code: str, name: str, tr: Translator) -> Page:
    """An indicator's page on the day of the unit's newest figure."""
    desk = Desk(settings, TODAY)
    with Reader(settings.database) as reader:
        unit = desk.unit(reader, code, LATEST).key
        day = desk.day(reader, [unit], LATEST)
        sources = {source.id: source for source in reader.sources()}
        return indicator_page(reader.history(name, unit, day, day), sources, tr)


@pytest.mark.parametrize("code", PROVINCES)
def test_the_overview_begins_with_what_needs_a_decision(
    code: str, shipped: Settings, vi: Translator
) -> None:
    page = overview_page(briefing_of(shipped, code), vi)
    lines = [line.text for line in lay_out(page, 77)]
    assert lines[0].startswith("Cần ý kiến")
    assert lines.index(next(line for line in lines if line.startswith("Trụ cột"))) <= 7


def test_the_agenda_tells_the_late_before_the_soon(shipped: Settings, vi: Translator) -> None:
    briefing = briefing_of(shipped, "49")
    lines = text(overview_page(briefing, vi)).splitlines()
    assert lines[1].startswith(" ◆ còn 4 ngày làm việc")
    assert "◆ còn 8 ngày làm việc" in text(overview_page(briefing, vi))


def test_an_overdue_task_names_its_days_and_its_lead(shipped: Settings, vi: Translator) -> None:
    lines = text(overview_page(briefing_of(shipped, "40"), vi)).splitlines()
    assert "quá hạn 46 ngày" in lines[1]
    assert "Sở TT&TT" in lines[1]


def test_a_clear_desk_says_so_and_a_bare_one_does_not_boast(
    shipped: Settings, vi: Translator
) -> None:
    assert "✔ Không có việc quá hạn" in text(overview_page(briefing_of(shipped, "37"), vi))
    bare = text(overview_page(briefing_of(shipped, "01"), vi))
    assert "✔" not in bare.splitlines()[1]
    assert "chưa có chỉ tiêu hay nhiệm vụ nào của đơn vị này" in bare


def test_targets_that_ran_out_unanswered_take_the_tick_away(
    shipped: Settings, vi: Translator
) -> None:
    """Bắc Giang in 2026, below what became of it: six targets never got a figure for their year."""
    lines = text(
        overview_page(briefing_of(shipped, "bac-giang", date(2026, 1, 1)), vi)
    ).splitlines()
    first = lines[lines.index("Cần ý kiến") + 1]
    assert first.startswith(" ◇ ") and "đã hết hạn, chưa có số liệu của kỳ đến hạn" in first
    assert not any(line.startswith(" ✔ Không có việc") for line in lines)


def test_pillars_are_never_added_up_to_one_number(shipped: Settings, vi: Translator) -> None:
    page = overview_page(briefing_of(shipped, "24"), vi)
    said = text(page)
    assert "100% của 2/6 chỉ tiêu" in said
    assert "Tổng" not in said


def test_tasks_are_grouped_under_the_targets_they_serve(shipped: Settings, vi: Translator) -> None:
    page = tasks_page(briefing_of(shipped, "49"), vi)
    lines = text(page).splitlines()
    target = next(n for n, line in enumerate(lines) if "Tất cả sở, ngành có ban chỉ đạo" in line)
    assert "7/20 · cần ≥ 20" in lines[target]
    assert "Thành lập Ban Chỉ đạo" in lines[target + 1]


def test_loose_tasks_and_idle_targets_are_named(shipped: Settings, vi: Translator) -> None:
    said = text(tasks_page(briefing_of(shipped, "40"), vi))
    assert "Nhiệm vụ không gắn chỉ tiêu  17 nhiệm vụ" in said
    assert "Chỉ tiêu không có nhiệm vụ đang mở  8 chỉ tiêu" in said
    assert said.index("Nhiệm vụ không gắn") < said.index("Chỉ tiêu không có nhiệm vụ")
    assert said.index("Chỉ tiêu không có nhiệm vụ") < said.index("Đã kết thúc")


@pytest.mark.parametrize("way", [way for way in Grouping if way is not Grouping.TARGET])
@pytest.mark.parametrize("code", PROVINCES)
def test_every_open_task_stands_once_in_each_other_grouping(
    code: str, way: Grouping, shipped: Settings, vi: Translator
) -> None:
    briefing = briefing_of(shipped, code)
    page = tasks_page(briefing, vi, way)
    shown = [
        row.link.ref
        for block in page.blocks
        if isinstance(block, Table)
        for row in block.rows
        if row.link is not None and row.link.kind is LinkKind.TASK
    ]
    assert sorted(shown) == sorted(task.task.id for task in briefing.tasks)


def test_every_open_task_and_target_stands_in_the_grouping_by_target(
    shipped: Settings, vi: Translator
) -> None:
    for code in PROVINCES:
        briefing = briefing_of(shipped, code)
        lines = lay_out(tasks_page(briefing, vi), 77)
        shown = {(line.link.kind, line.link.ref) for line in lines if line.link}
        assert {(LinkKind.TASK, task.task.id) for task in briefing.tasks} <= shown
        own = [target for target in briefing.targets if target.set_by is None]
        assert {(LinkKind.TARGET, target.target.id) for target in own} <= shown


def test_every_target_own_or_given_stands_once_on_the_pillars(
    shipped: Settings, vi: Translator
) -> None:
    for code in PROVINCES:
        briefing = briefing_of(shipped, code)
        items = {
            (line.item, line.link.ref): line
            for line in lay_out(pillars_page(briefing, vi), 77)
            if line.link and line.link.kind is LinkKind.TARGET
        }
        assert sorted(ref for _, ref in items) == sorted(s.target.id for s in briefing.targets)


def test_groups_by_lead_begin_with_the_latest(shipped: Settings, vi: Translator) -> None:
    page = tasks_page(briefing_of(shipped, "40"), vi, Grouping.LEAD)
    assert headings(page)[0] == "Sở TT&TT"
    assert "quá hạn 46 ngày" in text(page).splitlines()[3]


def test_groups_by_week_go_by_date_and_end_with_those_without_one(
    shipped: Settings, vi: Translator
) -> None:
    names = headings(tasks_page(briefing_of(shipped, "49"), vi, Grouping.WEEK))
    assert names[0] == "Tuần 25/04/2022 đến 01/05/2022"
    assert names[1] == "Tuần 09/05/2022 đến 15/05/2022"
    assert names[-2:] == ["Không thời hạn", "Khó khăn, hạn chế được nêu"]


def test_groups_by_pillar_and_document_carry_whole_names(shipped: Settings, vi: Translator) -> None:
    briefing = briefing_of(shipped, "49")
    assert "Thể chế số" in headings(tasks_page(briefing, vi, Grouping.PILLAR))
    by_document = headings(tasks_page(briefing, vi, Grouping.DOCUMENT))
    assert "Kế hoạch 1491/KH-UBND ngày 15/03/2022" in by_document


def test_counts_of_tasks_stand_first_and_add_up(shipped: Settings, vi: Translator) -> None:
    briefing = briefing_of(shipped, "40")
    first = text(tasks_page(briefing, vi)).splitlines()[0]
    assert first == " ▲ 1 quá hạn   ● 4 trong hạn   ○ 13 không thời hạn   ✔ 2 đã hoàn thành"
    assert sum(task.status is TaskStatus.OVERDUE for task in briefing.tasks) == 1
    assert len(briefing.tasks) == 20


def compare(settings: Settings, codes: tuple[str, ...], tr: Translator) -> Page:
    """The comparison of the newest figures of ``codes``."""
    desk = Desk(settings, TODAY)
    with Reader(settings.database) as reader:
        keys = [desk.unit(reader, code, LATEST).key for code in codes]
        day = desk.day(reader, keys, LATEST)
        return compare_page(reader.comparison(keys, day, day), tr)


def test_a_cell_that_is_not_like_for_like_is_marked_and_says_why(
    shipped: Settings, vi: Translator
) -> None:
    said = text(compare(shipped, ("30", "24"), vi))
    assert "79,15 ¹" in said or "79,15 ²" in said
    assert "Bắc Giang: kỳ số liệu khác: đến 31/03/2023; định nghĩa khác: Hẹp hơn" in said


def test_every_mark_has_its_footnote_and_every_footnote_its_mark(
    shipped: Settings, vi: Translator
) -> None:
    page = compare(shipped, PROVINCES, vi)
    lines = text(page).splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith(" ¹"))
    marks = {char for line in lines[:start] for char in line if char in "¹²³⁴⁵⁶⁷⁸⁹"}
    notes = [line[1] for line in lines[start:] if line[1:2] in marks]
    assert sorted(marks) == sorted(notes) == sorted("¹²³⁴⁵⁶⁷⁸⁹"[: len(notes)])


def test_a_difference_is_told_in_points_with_its_doubts(shipped: Settings, vi: Translator) -> None:
    said = text(compare(shipped, ("37", "24", "30"), vi))
    assert (
        "Tỷ lệ hồ sơ trực tuyến: Ninh Bình so với Bắc Giang: không so sánh được, định nghĩa khác "
        "nhau; so với Hải Dương: thấp hơn 19,17 điểm %, kỳ báo cáo khác nhau."
    ) in said.replace("\n ", " ")


def test_no_difference_is_worked_out_across_two_definitions(
    shipped: Settings, vi: Translator
) -> None:
    said = text(compare(shipped, ("37", "24"), vi))
    assert "79,15" in said and "định nghĩa khác" in said
    assert "so với Bắc Giang: không so sánh được, định nghĩa khác nhau." in said.replace("\n ", " ")
    assert "điểm %" not in said


def test_what_one_unit_alone_reports_is_listed_below(shipped: Settings, vi: Translator) -> None:
    page = compare(shipped, ("30", "37"), vi)
    assert "Xếp hạng DTI cấp tỉnh" in text(page)
    assert text(page).index("Chỉ một đơn vị có số liệu") < text(page).index("Xếp hạng DTI")


def test_a_rate_that_does_not_follow_from_its_counts_says_so(
    shipped: Settings, vi: Translator
) -> None:
    said = text(indicator(shipped, "37", "ho_so_truc_tuyen", vi))
    assert "Số liệu       69,83%" in said
    assert "Không khớp    339.252/485.762 = 69,84%" in said
    assert "Báo Ninh Bình 07/01/2024, đoạn 18" in said


def test_another_definition_stands_in_for_a_missing_figure_and_is_marked(
    shipped: Settings, vi: Translator
) -> None:
    lines = text(indicator(shipped, "24", "ho_so_truc_tuyen", vi)).splitlines()
    assert lines[1].startswith(" —  Tỉnh Bắc Giang chưa có số liệu")
    assert any("Có số liệu theo định nghĩa khác" in line for line in lines)
    assert any("79,15%" in line and "định nghĩa khác" in line for line in lines)


def test_a_long_name_is_said_whole_on_its_page(shipped: Settings, vi: Translator) -> None:
    page = indicator(shipped, "24", "par_cqdt_hang", vi)
    name = "Xếp hạng chỉ số thành phần PAR về chính quyền điện tử, chính quyền số"
    assert name in text(page).replace("\n  ", " ")
    short = indicator(shipped, "37", "ho_so_truc_tuyen", vi)
    assert short.title not in text(short).splitlines()[0]


def test_a_source_lists_what_rests_on_it_by_paragraph(shipped: Settings, vi: Translator) -> None:
    with Reader(shipped.database) as reader:
        found = reader.source_page("quang_nam_2022", date(2026, 1, 1))
    assert found is not None
    page = source_page(found, vi, 8)
    assert page.subtitle == "Báo Quảng Nam, đoạn 8"
    (figures,) = (
        block
        for block in page.blocks
        if isinstance(block, Table) and block.heading == "Số liệu trong nguồn"
    )
    places = [row.cells[0] for row in figures.rows]
    paragraphs = [int(place[0].text.split(",")[0]) for place in places if isinstance(place, tuple)]
    assert paragraphs == sorted(paragraphs)
    assert len(paragraphs) == 15


def test_a_task_says_who_until_when_and_what_for(shipped: Settings, vi: Translator) -> None:
    briefing = briefing_of(shipped, "49")
    task = next(task for task in briefing.tasks if task.task.id == "qn_thanh_lap_bcd")
    said = text(task_page(task, briefing, vi))
    assert "trước ngày 10.5.2022, hiểu là 09/05/2022" in said
    assert "2 địa phương và 13 sở, ngành" in said
    assert "Báo Quảng Nam 25/04/2022, đoạn 26" in said
    assert "16/18  ≥ 18" in said


def test_a_target_says_why_it_stands_as_it_does(shipped: Settings, vi: Translator) -> None:
    briefing = briefing_of(shipped, "30")
    target = next(t for t in briefing.targets if t.target.id == "hd_dti_2023_hang_12")
    said = text(target_page(target, briefing, vi))
    assert "hạng 13/63 (năm 2022) chưa đạt mức hạng ≤ 12" in said
    assert "phấn đấu" in said


@pytest.mark.parametrize("code", PROVINCES)
@pytest.mark.parametrize("most", [3, 4, 5])
def test_the_detail_of_every_line_keeps_its_room_and_names_the_paragraph(
    code: str, most: int, shipped: Settings, vi: Translator
) -> None:
    briefing = briefing_of(shipped, code)
    for line in lay_out(tasks_page(briefing, vi), 77):
        if line.link is None:
            continue
        told = detail_lines(line.link, briefing, vi, 77, most)
        assert 1 <= len(told) <= most
        assert all(part.cells <= 77 for part in told)
        if line.link.paragraph is not None:
            assert "đoạn" in " ".join(part.text for part in told), line.text


def test_the_detail_of_nothing_is_nothing(shipped: Settings, vi: Translator) -> None:
    briefing = briefing_of(shipped, "49")
    assert detail_lines(None, briefing, vi, 77) == ()
    assert detail_lines(Link(LinkKind.TASK, "khong-co"), briefing, vi, 77) == ()


def test_a_figure_past_its_freshness_is_badged_wherever_it_is_judged(
    shipped: Settings, vi: Translator
) -> None:
    fresh, old = (briefing_of(shipped, "30", day) for day in (date(2023, 9, 3), date(2024, 6, 1)))
    for make in (overview_page, tasks_page, pillars_page):
        assert "số liệu cũ" not in text(make(fresh, vi))
        assert "hạng 13/63 số liệu cũ" in text(make(old, vi))
