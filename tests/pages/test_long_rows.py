"""A list of thousands: the same lines as a table's, made only when they are looked at."""

from __future__ import annotations

import pytest

from briefing.pages.blocks import Align, Column, Page, Paragraph, Row, Table
from briefing.pages.layout import lay_out
from briefing.pages.line import Link, LinkKind, spans
from briefing.pages.long_rows import LongLines, LongRows, spread_of

COLUMNS = (Column(align=Align.RIGHT), Column(title="Đơn vị", flex=True, least=10, wrap=1))
RULES = (3, 7)


def row(position: int) -> Row:
    link = None if position in RULES else Link(LinkKind.PROFILE, str(position))
    return Row(cells=(spans(str(position)), spans(f"Xã {position:>4}")), link=link)


def page(count: int, *, long: bool, made: list[int] | None = None) -> Page:
    def make(position: int) -> Row:
        if made is not None:
            made.append(position)
        return row(position)

    rules = [at for at in RULES if at < count]
    rows = (
        LongRows(count, make, [row(count - 1)], lambda link: int(link.ref), rules)
        if long
        else tuple(map(row, range(count)))
    )
    above = Paragraph(spans=spans("trên"), link=Link(LinkKind.PROFILE, "above"))
    below = Paragraph(spans=spans("dưới"), link=Link(LinkKind.PROFILE, "below"), tight=False)
    table = Table(columns=COLUMNS, rows=rows, show_titles=True)
    return Page(title="", blocks=(above, table, below))


@pytest.mark.parametrize("count", [1, 3, 4, 5, 8, 9, 40])
def test_long_rows_are_laid_out_like_any_others(count: int) -> None:
    long, short = (lay_out(page(count, long=long), 40) for long in (True, False))
    assert list(long) == list(short)
    assert spread_of(long) == spread_of(short)


def test_only_the_lines_looked_at_are_made() -> None:
    made: list[int] = []
    lines = lay_out(page(3321, long=True, made=made), 40)
    assert len(lines) > 3321 and made == []
    shown = [line.text.strip() for line in lines[100:103]]
    assert [text.split()[0] for text in shown] == ["97", "98", "99"] and made == [97, 98, 99]


def test_a_unit_far_down_is_found_without_making_the_others() -> None:
    made: list[int] = []
    lines = lay_out(page(3321, long=True, made=made), 40)
    assert isinstance(lines, LongLines)
    item = lines.item_of(Link(LinkKind.PROFILE, "3000"))
    assert item is not None and made == []
    first, _ = lines.spread()
    assert lines[first[item]].link == Link(LinkKind.PROFILE, "3000")


def test_outside_of_the_list_there_is_nothing() -> None:
    lines = lay_out(page(9, long=True), 40)
    with pytest.raises(IndexError):
        lines[len(lines)]
    assert lines[-1].text.strip() == "dưới"
