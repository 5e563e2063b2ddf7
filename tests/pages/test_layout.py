"""From blocks to lines: which columns give way, how text is wrapped, how figures line up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.domain.spelling import width
from briefing.pages.bars import bar
from briefing.pages.blocks import Align, Bar, Block, Cell, Column, Page, Paragraph, Row, Table
from briefing.pages.layout import lay_out
from briefing.pages.line import (
    Line,
    Link,
    LinkKind,
    Role,
    Span,
    clip_spans,
    span_width,
    spans,
    wrap_spans,
)


def texts(*blocks: Block, cells: int = 40) -> list[str]:
    """The lines of a page of ``blocks`` as text."""
    return [line.text for line in lay_out(Page(title="", blocks=blocks), cells)]


def table(columns: tuple[Column, ...], *rows: tuple[str | Bar, ...]) -> Table:
    """A table of plain texts."""
    made = []
    for row in rows:
        cells: tuple[Cell, ...] = tuple(
            cell if isinstance(cell, Bar) else spans(cell) for cell in row
        )
        made.append(Row(cells=cells))
    return Table(columns=columns, rows=tuple(made), indent=0)


FLEX = Column(flex=True, least=10)
THREE = (FLEX, Column(priority=1), Column(priority=2), Column(priority=2))


def test_all_columns_of_the_lowest_priority_drop_at_once() -> None:
    rows = table(THREE, ("nội dung", "hạn", "văn bản", "nguồn"))
    assert texts(rows, cells=31) == ["nội dung  hạn  văn bản  nguồn"]
    assert texts(rows, cells=27) == ["nội dung  hạn"]


def test_the_next_priority_drops_when_there_is_still_no_room() -> None:
    rows = table(THREE, ("nội dung", "hạn", "văn bản", "nguồn"))
    assert texts(rows, cells=12) == ["nội dung"]


def test_a_bar_grows_on_a_wide_screen_step_by_step_and_stays_as_it_is_on_others() -> None:
    columns = (Column(), Column(fixed=14, wide=48), Column())
    rows = table(columns, ("a" * 30, Bar(share=1.0, role=Role.BAR_PROGRESS), "b" * 30))
    long = {cells: texts(rows, cells=cells)[0].count("█") for cells in range(80, 201)}
    assert {long[cells] for cells in range(80, 119)} == {14}
    assert long[200] == 48
    steps = [long[cells + 1] - long[cells] for cells in range(80, 200)]
    assert min(steps) == 0 and max(steps) == 2


def test_an_empty_column_takes_no_room_and_no_gap() -> None:
    rows = table((Column(), Column(), Column()), ("a", "", "c"), ("b", "", "d"))
    assert texts(rows) == ["a  c", "b  d"]


def test_a_column_in_comfort_drops_another_before_it_gets_narrow() -> None:
    cosy = (Column(flex=True, least=5, comfort=20), Column(priority=2))
    bare = (Column(flex=True, least=5), Column(priority=2))
    row = ("một hai ba bốn năm sáu", "nguồn")
    assert texts(table(cosy, row), cells=24) == ["một hai ba bốn năm sáu"]
    assert texts(table(bare, row), cells=24) == ["một hai ba bốn     nguồn", "năm sáu"]


def test_tables_with_the_same_columns_line_up() -> None:
    columns = (Column(), Column())
    short, long = table(columns, ("a", "1")), table(columns, ("dài hơn", "2"))
    assert texts(short, long) == ["a        1", "", "dài hơn  2"]


def test_cells_that_columns_would_cut_stand_below_each_other() -> None:
    rows = table((Column(), Column()), ("một cột rất dài không co được", "12,5%"))
    assert texts(rows, cells=20) == ["một cột rất dài", "  không co được", "  12,5%"]
    assert texts(rows, cells=24) == ["một cột rất dài không", "  co được  12,5%"]


def test_a_glyph_stays_with_its_words_where_cells_are_stacked() -> None:
    rows = table((Column(), FLEX, Column()), ("◆", "việc dài", "còn 8 ngày làm việc"))
    assert texts(rows, cells=22) == ["◆ việc dài", "  còn 8 ngày làm việc"]


def test_stacked_counts_are_told_with_their_titles() -> None:
    counts = (Column(title="Trụ cột"), Column(title="đạt"), Column(title="chậm"))
    rows = replace(table(counts, ("Chính quyền số", "2", "1")), show_titles=True)
    assert texts(rows, cells=18) == ["Chính quyền số", "  đạt 2  chậm 1"]


def test_a_sign_of_comparison_stays_with_its_value() -> None:
    line = table((Column(flex=True, least=4),), ("mức cần ≥ 50%",))
    assert texts(line, cells=11) == ["mức cần", "≥ 50%"]


def test_a_narrow_form_stands_for_a_cramped_table() -> None:
    narrow = table((Column(),), ("xếp dọc",))
    wide = Table(
        columns=(Column(flex=True, least=10), Column()),
        rows=(Row(cells=(spans("một hai ba bốn"), spans("cột cố định"))),),
        narrow=(narrow,),
        indent=0,
    )
    assert texts(wide, cells=30) == ["một hai ba bốn  cột cố định"]
    assert texts(wide, cells=23) == ["một hai ba  cột cố định", "bốn"]
    assert texts(wide, cells=22) == ["xếp dọc"]


@pytest.mark.parametrize(
    ("figures", "shown"),
    [
        (("69,83%", "100%", "8,4%"), [" 69,83%", "100%", "  8,4%"]),
        (("1.889", "581", "trên 870 ⁹"), ["   1.889", "     581", "trên 870 ⁹"]),
        (("16/18", "7/20", "—"), ["16/18", " 7/20", " —"]),
        (("hạng 13/63", "hạng 4/63"), ["hạng 13/63", " hạng 4/63"]),
        (("88.54 points", "4"), ["88.54 points", " 4"]),
        (("0.125", "12.5"), [" 0.125", "12.5"]),
        (("1,889", "23.08"), ["1,889", "   23.08"]),
    ],
)
def test_decimal_marks_stand_in_line(figures: tuple[str, ...], shown: list[str]) -> None:
    rows = table((Column(align=Align.DECIMAL), Column()), *((text, "|") for text in figures))
    lines = texts(rows)
    assert [line.rstrip(" |") for line in lines] == shown
    assert len({line.index("|") for line in lines}) == 1


def test_figures_stand_right_of_their_column() -> None:
    rows = table((Column(align=Align.RIGHT), Column()), ("8", "x"), ("12", "y"))
    assert texts(rows) == [" 8  x", "12  y"]


def test_a_row_of_two_lines_is_one_item() -> None:
    link = Link(LinkKind.TASK, "nv")
    rows = Table(
        columns=(Column(flex=True, least=5),),
        rows=(
            Row(cells=(spans("một hai ba bốn"),), link=link),
            Row(cells=(spans("sau"),), link=link),
        ),
    )
    lines = lay_out(Page(title="", blocks=(rows,)), 10)
    assert [(line.text, line.item) for line in lines] == [
        (" một hai", 0), (" ba bốn", 0), (" sau", 1),
    ]  # fmt: skip


def test_a_blank_line_parts_blocks_unless_they_are_tight() -> None:
    loose = Paragraph(spans=spans("rời"), tight=False)
    tight = Paragraph(spans=spans("liền"), tight=True)
    assert texts(loose, tight, loose) == [" rời", " liền", "", " rời"]


def test_a_paragraph_hangs_its_second_line() -> None:
    said = Paragraph(spans=spans("một hai ba bốn"), indent=1, hang=2)
    assert texts(said, cells=13) == [" một hai ba", "   bốn"]


def test_the_aside_moves_below_a_heading_that_leaves_no_room() -> None:
    headed = Table(heading="Chỉ tiêu", aside="3 mục", columns=(Column(),), rows=())
    assert texts(headed, cells=20) == ["Chỉ tiêu  3 mục"]
    assert texts(headed, cells=12) == ["Chỉ tiêu", " 3 mục"]


def test_control_characters_of_a_heading_are_shown_not_obeyed() -> None:
    headed = Table(heading="a\x1b[31m\x07", aside="b\x07", columns=(Column(),), rows=())
    assert texts(headed) == ["a␛[31m␇  b␇"]


def line_of(run: tuple[Span, ...]) -> str:
    """The text of a run, and a check that no width was lost or won."""
    assert span_width(run) == Line(run).cells
    return "".join(span.text for span in run)


def test_wrapping_keeps_words_roles_and_gaps() -> None:
    run = spans(("đậm hai", Role.STRONG), "  ", ("nhạt", Role.MUTED), " thường")
    wrapped = wrap_spans(run, 14)
    assert [line_of(line) for line in wrapped] == ["đậm hai  nhạt", "thường"]
    assert [span.role for span in wrapped[0] if span.text.strip()] == [
        Role.STRONG, Role.STRONG, Role.MUTED,
    ]  # fmt: skip


def test_a_whole_span_is_not_broken() -> None:
    goal = Span("cần ≥ 18", whole=True)
    assert [line_of(line) for line in wrap_spans(spans("16/18 · ", goal), 12)] == [
        "16/18 ·", "cần ≥ 18",
    ]  # fmt: skip


def test_the_last_line_allowed_says_that_more_is_left() -> None:
    wrapped = wrap_spans(spans("một hai ba bốn năm sáu bảy"), 8, 2)
    assert [line_of(line) for line in wrapped] == ["một hai", "ba bốn …"]


def test_a_word_longer_than_the_line_is_cut_into_lines() -> None:
    wrapped = wrap_spans(spans("a" * 25), 10)
    assert [line_of(line) for line in wrapped] == ["a" * 10, "a" * 10, "a" * 5]


@pytest.mark.parametrize("cells", range(1, 24))
def test_nothing_is_lost_in_wrapping_and_nothing_is_too_wide(cells: int) -> None:
    run = spans(("Tỷ lệ hồ sơ", Role.STRONG), " trực tuyến ", ("（全角）", Role.MUTED), " 69,83%")
    wrapped = wrap_spans(run, max(cells, 2))
    assert all(span_width(line) <= max(cells, 2) for line in wrapped)
    said = "".join(line_of(line) for line in wrapped).replace(" ", "")
    assert said == "".join(span.text for span in run).replace(" ", "")


@pytest.mark.parametrize("cells", range(1, 24))
def test_a_clipped_run_fits_and_says_so(cells: int) -> None:
    run = spans(("Tỷ lệ hồ sơ", Role.STRONG), " trực tuyến")
    clipped = line_of(clip_spans(run, cells))
    assert width(clipped) <= cells
    assert clipped.endswith("…") == (cells < width("Tỷ lệ hồ sơ trực tuyến"))


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (0.0, "        "),
        (1.0, "████████"),
        (0.5, "████    "),
        (1 / 64, "▏       "),
        (0.99, "███████▉"),
        (1.5, "████████"),
        (-1.0, "        "),
        (None, "        "),
    ],
)
def test_a_bar_is_drawn_in_eighths_of_a_cell(share: float | None, shown: str) -> None:
    drawn = bar(Bar(share=share), 8)
    assert "".join(span.text for span in drawn) == shown


def test_the_goal_is_a_tick_over_the_bar() -> None:
    drawn = bar(Bar(share=0.5, tick=0.75), 8)
    assert "".join(span.text for span in drawn) == "████ ┃  "
    assert [span.role for span in drawn if span.text == "┃"] == [Role.TICK]


@pytest.mark.parametrize("tick", [0.0, 0.01, 0.5, 1.0])
def test_a_bar_with_a_tick_is_as_wide_as_one_without(tick: float) -> None:
    assert span_width(bar(Bar(share=0.3, tick=tick), 12)) == 12


def test_no_tick_is_drawn_beyond_the_scale() -> None:
    drawn = bar(Bar(share=0.5, tick=1.2), 8)
    assert "┃" not in "".join(span.text for span in drawn)
