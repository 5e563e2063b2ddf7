"""Who has carried out what, as a page: names where there are any, the bare count where not."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from briefing.domain.duties import matrix
from briefing.domain.standing import Briefing
from briefing.language import Translator
from briefing.pages.blocks import Page, Table
from briefing.pages.carrier import carrier_page
from briefing.pages.duty_names import carrier_link, duty_link
from briefing.pages.item import target_page, task_page
from briefing.pages.layout import lay_out
from briefing.pages.line import Link
from briefing.pages.matrix import duty_detail, matrix_page
from briefing.pages.overview import overview_page
from briefing.pages.pillars import pillars_page
from briefing.pages.tasks import tasks_page
from briefing.settings import Settings
from tests.many_duties import build_many_duties
from tests.pages.every_page import briefing_of

QUANG_NAM_DAY = date(2022, 4, 25)
NGHE_AN_DAY = date(2022, 9, 15)
DUTY = "count:huyen_co_bcd"
GRID = re.compile(r"^ (Phú Ninh|Tam Kỳ|Núi Thành|Hội An|Nông Sơn) .* (\d+)$")


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Briefing:
    """Quảng Nam with twelve duties of its districts."""
    settings = build_many_duties(tmp_path_factory.mktemp("duties"), 12)
    return briefing_of(settings, "49", QUANG_NAM_DAY)


def text(page: Page, cells: int = 117) -> list[str]:
    return [line.text for line in lay_out(page, cells)]


def links(page: Page) -> list[Link]:
    return [line.link for line in lay_out(page, 117) if line.link is not None]


def test_a_bare_count_is_told_with_most_missing_first_and_nobody_is_named(
    shipped: Settings, vi: Translator
) -> None:
    briefing = briefing_of(shipped, "49", QUANG_NAM_DAY)
    said = text(matrix_page(briefing, vi))
    seven, sixteen = (next(line for line in said if count in line) for count in ("7/20", "16/18"))
    assert said.index(seven) < said.index(sixteen)
    assert "còn thiếu 13" in seven and "còn thiếu 2" in sixteen
    assert all("nguồn không nêu tên" in line for line in (seven, sixteen))
    assert not any("Đơn vị × việc  " in line for line in said)
    assert not any(name in "\n".join(said) for name in ("Tam Kỳ", "Hội An", "Núi Thành"))


def test_a_count_of_databases_is_no_duty_of_units(shipped: Settings, vi: Translator) -> None:
    said = "\n".join(text(matrix_page(briefing_of(shipped, "49", QUANG_NAM_DAY), vi)))
    assert "11/14" not in said


def test_those_who_have_not_done_it_are_named(shipped: Settings, vi: Translator) -> None:
    said = text(matrix_page(briefing_of(shipped, "40", NGHE_AN_DAY), vi), 157)
    (duty,) = [line for line in said if "0/4" in line]
    assert "còn thiếu 4" in duty
    assert "Đơn vị × việc  4 tên được nêu" in said
    row = next(line for line in said if line.strip().startswith("UBND thành phố Vinh"))
    assert row.split()[-3:] == ["chưa", "xong", "1"]


def test_parts_that_a_source_names_stand_in_the_matrix(shipped: Settings, vi: Translator) -> None:
    said = text(matrix_page(briefing_of(shipped, "37", date(2024, 1, 7)), vi))
    assert any("◇ không rõ tổng số" in line and " 11 " in line for line in said)
    assert any(line.split() == ["Tư", "pháp", "✔", "đã", "xong", "0"] for line in said)


def test_no_duty_at_all_is_said(shipped: Settings, vi: Translator) -> None:
    said = text(matrix_page(briefing_of(shipped, "01", date(2022, 4, 25)), vi))
    assert said == [" Đến 25/04/2022 chưa có việc nào giao cho nhiều đơn vị được nêu hay đếm."]


def test_rows_go_from_most_to_least_missing(crowded: Briefing, vi: Translator) -> None:
    page = matrix_page(crowded, vi)
    tables = [block for block in page.blocks if isinstance(block, Table)]
    listed = ["".join(span.text for span in row.cells[1]) for row in tables[0].rows]  # type: ignore[union-attr]
    missing = [int(words.split()[-1]) if words[-1].isdigit() else 0 for words in listed]
    assert missing == sorted(missing, reverse=True)
    assert max(missing) > 10 and missing[-1] == 0
    worst = [int(found[2]) for line in text(page, 157) if (found := GRID.search(line))]
    assert len(worst) == 5 * 2
    assert worst[:5] == sorted(worst[:5], reverse=True)


def test_a_duty_not_given_is_no_duty_missing(crowded: Briefing, vi: Translator) -> None:
    said = text(matrix_page(crowded, vi), 157)
    row = next(line for line in said if line.startswith(" Nam Trà My"))
    assert row.split()[3:] == ["·", "✘", *"○○○○○", "✘", "○", "○", "10"]
    assert said[-1].split("   ") == [
        " ✔ đã xong", "○ chưa xong", "✘ chưa xong, quá hạn", "· không giao",
    ]  # fmt: skip


@pytest.mark.parametrize("cells", [37, 57, 77, 117, 141, 197])
@pytest.mark.parametrize("code", ["vi", "en"])
def test_twelve_duties_fit_every_width(
    cells: int, code: str, crowded: Briefing, vi: Translator, en: Translator
) -> None:
    page = matrix_page(crowded, vi if code == "vi" else en)
    lines = lay_out(page, cells)
    assert max(line.cells for line in lines) <= cells
    said = " ".join(" ".join(line.text.split()) for line in lines)
    for district in ("Tam Kỳ", "Nông Sơn") if code == "vi" else ("Tam Ky", "Nong Son"):
        assert district in said


def test_counts_open_who_has_been_counted_from_every_tab(shipped: Settings, vi: Translator) -> None:
    briefing = briefing_of(shipped, "49", QUANG_NAM_DAY)
    for page in (overview_page(briefing, vi), pillars_page(briefing, vi), tasks_page(briefing, vi)):
        opened = {link.duty for link in links(page)}
        assert {DUTY, "count:so_co_bcd"} <= opened, page.title


def test_a_rate_and_a_rank_open_their_own_page(shipped: Settings, vi: Translator) -> None:
    briefing = briefing_of(shipped, "37", date(2024, 1, 7))
    opened = {link.ref: link.duty for link in links(pillars_page(briefing, vi))}
    assert opened["ho_so_truc_tuyen"] is None


def test_lines_of_the_matrix_open_what_the_duty_is_about(shipped: Settings, vi: Translator) -> None:
    briefing = briefing_of(shipped, "49", QUANG_NAM_DAY)
    assert {link.duty for link in links(matrix_page(briefing, vi))} == {None}
    assert {link.ref for link in links(matrix_page(briefing, vi))} >= {"qn_bcd_huyen_18"}


def test_a_unit_s_own_page_tells_the_late_before_the_open_before_the_done(
    crowded: Briefing, vi: Translator
) -> None:
    key = next(one.key for one in matrix(crowded).carriers if one.name == "Tam Kỳ")
    said = text(carrier_page(key, crowded, vi))
    assert said[0] == "Thành phố Tam Kỳ  đã xong 7/12 việc"
    glyphs = [line[1] for line in said[1:] if line[1] != " "]
    assert glyphs == sorted(glyphs, key="✘○✔".index) and len(glyphs) == 12


def test_somebody_not_named_by_then_has_no_page(shipped: Settings, vi: Translator) -> None:
    briefing = briefing_of(shipped, "49", QUANG_NAM_DAY)
    assert text(carrier_page("503", briefing, vi)) == [" Đến 25/04/2022 chưa có mục này."]


def test_below_the_list_everybody_missing_is_named(crowded: Briefing, vi: Translator) -> None:
    duty = matrix(crowded).duties[0]
    told = duty_detail(duty_link(duty), crowded, vi, 80, 9)
    said = " ".join(line.text.strip() for line in told)
    assert said.count(";") >= 16 and "Nông Sơn" in said


def test_below_a_unit_its_missing_duties_are_named(crowded: Briefing, vi: Translator) -> None:
    worst = matrix(crowded).carriers[0]
    said = [line.text for line in duty_detail(carrier_link(worst), crowded, vi, 190, 5)]
    assert said[0] == " Phú Ninh  đã xong 1/12 việc"
    assert said[1].startswith(" Còn thiếu: Việc số 11 giao các huyện")


def test_a_task_of_many_units_counts_them_and_opens_the_matrix(
    shipped: Settings, vi: Translator
) -> None:
    briefing = briefing_of(shipped, "40", NGHE_AN_DAY)
    standing = next(task for task in briefing.tasks if task.task.units)
    page = task_page(standing, briefing, vi)
    assert any(line.split()[:4] == ["Đã", "hoàn", "thành", "0/4"] for line in text(page))
    assert f"task:{standing.task.id}" in {link.duty for link in links(page)}


def test_few_duties_leave_room_for_words_beside_the_glyphs(tmp_path: Path, vi: Translator) -> None:
    briefing = briefing_of(build_many_duties(tmp_path, 2), "49", QUANG_NAM_DAY)
    said = text(matrix_page(briefing, vi))
    row = next(line for line in said if line.strip().startswith("Núi Thành"))
    assert "✔ đã xong" in row and "✘ quá hạn" in row


def test_the_count_on_a_target_s_own_page_opens_it(shipped: Settings, vi: Translator) -> None:
    briefing = briefing_of(shipped, "49", QUANG_NAM_DAY)
    for standing in briefing.targets:
        if standing.target.id == "qn_bcd_huyen_18":
            assert DUTY in {link.duty for link in links(target_page(standing, briefing, vi))}
            return
    raise AssertionError("no such target")
