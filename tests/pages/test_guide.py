"""The help page tells every sign that a list or a map is drawn with."""

from __future__ import annotations

from enum import StrEnum

import pytest

from briefing import statuses
from briefing.domain.model import SystemState
from briefing.domain.quarters import Quarter
from briefing.domain.standing import Carried, TargetStatus, TaskStatus
from briefing.language import Translator
from briefing.pages import ranking_list, ranking_words, slope_tracks, tile_words
from briefing.pages.blocks import Table
from briefing.pages.guide import help_page
from briefing.pages.layout import lay_out

TABLES = (TargetStatus, TaskStatus, Carried, SystemState, Quarter)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_help_tells_every_sign_with_its_word_and_what_it_is_said_of(
    table: type[StrEnum], vi: Translator, en: Translator
) -> None:
    for tr in (vi, en):
        lines = [line.text.strip() for line in lay_out(help_page(tr, {}), 80)]
        told = {
            status: [line for line in lines if line.startswith(f"{_label(status, tr)}  ")]
            for status in table
        }
        assert all(told.values()), told


def test_a_sign_of_the_map_is_told_as_one_of_the_map(vi: Translator) -> None:
    lines = [line.text.split("  ") for line in lay_out(help_page(vi, {}), 80)]
    said = {words[0].strip(): words[-1].strip() for words in lines if words[-1]}
    for quarter in Quarter:
        assert "bản đồ" in said[statuses.label(quarter, vi)]


def test_every_sign_of_rankings_and_maps_is_told(vi: Translator, en: Translator) -> None:
    signs = [
        *(ranking_words.FOCUS, ranking_words.COMPARED, ranking_words.NOTED, ranking_list.TIED),
        *(tile_words.UNKNOWN, tile_words.OTHERWISE, tile_words.AMONG_SOME, tile_words.OUTSIDE),
        *("┃", "★", "──", "✘", f"{slope_tracks.BEFORE} {slope_tracks.AFTER}"),
    ]
    for tr in (vi, en):
        page = help_page(tr, {})
        (told,) = [
            {row.cells[0][0].text for row in block.rows if isinstance(row.cells[0], tuple)}
            for block in page.blocks
            if isinstance(block, Table)
            and block.heading == tr.gettext("Ký hiệu ở xếp hạng, bản đồ, vị thế, so sánh")
        ]
        assert told.issuperset(signs)


def test_where_quarters_are_told_it_is_said_that_they_are_no_statuses(vi: Translator) -> None:
    said = " ".join(" ".join(line.text for line in lay_out(help_page(vi, {}), 80)).split())
    assert "ô bản đồ: phần tư số hạng, không phải tình trạng" in said
    assert "Trên bản đồ ✔ ● ◆ ▲ là phần tư số hạng" in said
    assert "Điểm mất của một chỉ số là (1 − giá trị) × điểm tối đa." in said


def _label(status: StrEnum, tr: Translator) -> str:
    assert isinstance(status, statuses.Status)
    return statuses.label(status, tr)
