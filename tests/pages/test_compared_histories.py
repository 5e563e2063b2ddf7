"""Histories below a comparison: on one scale, with their goals, nothing drawn across a change."""

from __future__ import annotations

from briefing.domain.model import UnitKey
from briefing.language import Translator
from briefing.pages.compare import compare_page
from briefing.settings import Settings
from briefing.show.rendering import as_markdown
from briefing.store.reading import Reader
from tests.pages.comparing import NEW, ON, TODAY, chart, flat, said


def test_a_history_stops_at_the_bar_between_two_frameworks(
    standings: Settings, vi: Translator
) -> None:
    assert chart(said(standings, "30 24", vi), "Xếp hạng DTI")[:9] == [
        " Hải Dương                Bắc Giang",
        "  ▃▃▃  │ ─▃▃▃───▃▃▃─       ▄▄▄  │ ─▄▄▄───▅▅▅─",
        "  ███  │  ███   ███        ███  │  ███   ███",
        "  ███  │  ███   ███        ███  │  ███   ███",
        " 14/63 │ 14/63 13/63      10/63 │ 10/63 9/63",
        " 2020  │ 2021  2022       2020  │ 2021  2022",
        " ─ phấn đấu ≤ 12 (2023)   ─ cam kết ≤ 10 (2023)",
        "   2022: chưa đạt           2022: đạt",
        " │ không so sánh được qua vạch này: bộ chỉ số 2020 rồi bộ chỉ số 2022",
    ]


def test_no_goal_is_drawn_across_two_frameworks(standings: Settings, vi: Translator) -> None:
    lines = chart(said(standings, "30 31@2025-07-01", vi, on=TODAY), "Xếp hạng DTI")
    assert lines[1].startswith("  ▃▃▃  │ _▃▃▃___▃▃▃_ │  ")
    assert lines[6].strip() == "─ cam kết ≤ 15 (2030)"
    assert not any(set("_─▔") & set(line[21:]) for line in lines[1:4]), "nor for one without one"


def test_a_history_of_ranks_says_among_how_many_and_which_years_are_not_there(
    standings: Settings, vi: Translator
) -> None:
    text = flat(said(standings, "30 31@2025-07-01", vi, on=NEW))
    assert "14/63 │ 14/63 13/63 │ —" in text and "│ 3/34" in text
    rules = "bộ chỉ số 2022 (xếp trong 63 đơn vị) rồi bộ chỉ số 2025 (xếp trong 34 đơn vị)"
    assert f"không so sánh được qua vạch này: {rules}" in text
    assert "không có số liệu năm 2023" in text
    told = flat(said(standings, "30 24", vi))
    assert "không có số liệu năm" not in told and "xếp trong" not in told


def test_a_year_without_a_figure_is_a_gap_never_a_zero(standings: Settings, vi: Translator) -> None:
    lines = chart(said(standings, "92 48", vi), "Xếp hạng DTI")
    assert lines[4].split() == ["7/63", "│", "—", "5/63", "1/63", "│", "1/63", "1/63"]
    assert lines[3] == " ███  │      ███    ███  │ ███  ███"


def test_markdown_tells_the_history_as_a_table(standings: Settings, en: Translator) -> None:
    with Reader(standings.database) as reader:
        keys = [UnitKey("30"), UnitKey("24")]
        text = as_markdown(compare_page(reader.comparison(keys, ON, ON), en), "")
    assert "| Hai Duong | 14/63 | 14/63 | 13/63 | ambition ≤ 12 (2023); 2022: not met |" in text
    assert "2020 · framework 2020 | 2021 · framework 2022" in text


def test_the_nation_has_no_ranks_and_no_chart_of_them(standings: Settings, vi: Translator) -> None:
    text = said(standings, "vn 37", vi)
    drawn = chart(text, "Xếp hạng DTI")
    assert drawn[0].split() == ["Ninh", "Bình"]
