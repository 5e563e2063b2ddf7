"""What the dialog for a what-if lists: the answer, then a row for each index to be filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing import formatting
from briefing.domain.editions import Period
from briefing.domain.even_raise import EvenRaise
from briefing.domain.what_if import WhatIf
from briefing.language import Translator
from briefing.pages.blocks import Block, Cell, Page, Paragraph, Row, Table
from briefing.pages.even_raise import even_raise_lines
from briefing.pages.line import Link, LinkKind, Role, spans
from briefing.pages.what_if import index_table
from briefing.pages.what_if_answer import answer_lines

RANK = "rank"
"""The row in which a rank is asked for."""


def form_answer(
    outcome: WhatIf, tr: Translator, *, even: EvenRaise | None = None, faults: Sequence[str] = ()
) -> Page:
    """What stays in view above the rows: ``faults``, the even raise asked for, rank and total."""
    blocks: list[Block] = [_told(f"✘ {fault}", Role.BAD) for fault in faults]
    blocks += [] if even is None else even_raise_lines(even, tr)
    blocks += answer_lines(outcome, tr)
    return Page(title="", blocks=tuple(blocks))


def form_rows(outcome: WhatIf, period: Period, rank: str, tr: Translator) -> Page:
    """A row for each main index, and one with the ``rank`` that was typed into it.

    ``period`` is that of the results.
    """
    table = index_table(outcome, tr)
    rows = replace(table, rows=(*table.rows, _rank_row(table, rank, tr)))
    said = tr.gettext("Giả định, không lưu; đơn vị khác giữ kết quả {period}. Esc: đóng.").format(
        period=formatting.period(*period, tr)
    )
    return Page(title="", blocks=(rows, _told(said, Role.MUTED, tight=False)))


def _rank_row(table: Table, rank: str, tr: Translator) -> Row:
    """The inverse: a rank is typed, the smallest even raise that reaches it is the answer."""
    cells: list[Cell] = [()] * len(table.columns)
    cells[0] = spans((tr.gettext("Tính ngược: muốn đạt hạng"), Role.ACCENT))
    cells[4] = spans((rank, Role.STRONG))
    return Row(cells=tuple(cells), link=Link(LinkKind.ACTION, RANK))


def _told(text: str, role: Role, *, tight: bool = True) -> Paragraph:
    return Paragraph(spans=spans((text, role)), hang=2, tight=tight)
