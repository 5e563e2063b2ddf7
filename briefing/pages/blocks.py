"""The parts a page is made of: tables, paragraphs, headings. Laid out by ``layout``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field
from enum import StrEnum
from typing import NamedTuple

from briefing.domain.value import value
from briefing.pages.line import Line, Link, Role, Span, spans


class Align(StrEnum):
    """Where a cell's text stands in its column; decimal aligns the decimal marks."""

    LEFT = "left"
    RIGHT = "right"
    DECIMAL = "decimal"


class Column(NamedTuple):
    """A column of a table.

    ``priority``: 0 is always shown; when room is short the highest number goes first.
    ``flex`` columns shrink to ``least`` and wrap into at most ``wrap`` lines; columns of priority 2
    and above give way before one is narrower than its ``comfort``.
    ``fixed`` is the width of a bar column, ``wide`` what it may grow to where a wide screen would
    stay half empty. ``twin`` False leaves the column out of Markdown.
    """

    title: str = ""
    align: Align = Align.LEFT
    priority: int = 0
    flex: bool = False
    least: int = 8
    comfort: int = 0
    most: int = 0
    wrap: int = 2
    fixed: int = 0
    twin: bool = True
    gap: int = 2
    wide: int = 0


@value(kw_only=True)
class Bar:
    """A bullet bar: ``share`` of 1 filled, with a tick at ``tick`` of 1 (the goal)."""

    share: float | None
    tick: float | None = None
    role: Role = Role.BAR_PROGRESS


Cell = tuple[Span, ...] | Bar


class Row(NamedTuple):
    """A row: one cell per column; ``link`` makes it a stop for the cursor."""

    cells: tuple[Cell, ...]
    link: Link | None = None


@value(kw_only=True)
class Table:
    """Rows under a heading. ``aside`` is the quiet text beside the heading.

    ``named``: cells that stand below each other carry the titles of their columns, though no line
    of titles stands above the table.
    ``rows`` of thousands are ``LongRows``, made when they are looked at, one line each. ``narrow``
    stands for the table where its columns would be cramped. ``legend`` says what its bars mean, in
    a quiet line below them where there is room for bars; ``left_out`` names the ``{columns}`` for
    which there is none.
    """

    heading: str = ""
    aside: str = ""
    heading_role: Role = Role.HEADING
    heading_spans: tuple[Span, ...] = ()
    heading_link: Link | None = None
    columns: tuple[Column, ...] = ()
    rows: Sequence[Row] = ()
    indent: int = 1
    show_titles: bool = False
    named: bool = False
    tight: bool = False
    narrow: tuple[Table, ...] = ()
    legend: str = ""
    left_out: str = ""


@value(kw_only=True)
class Paragraph:
    """Running text, wrapped; ``hang`` indents the lines after the first."""

    spans: tuple[Span, ...]
    indent: int = 1
    hang: int = 0
    link: Link | None = None
    tight: bool = True


def quiet(text: str) -> Paragraph:
    """A paragraph in the quiet role: what there is to say where there is nothing to show."""
    return Paragraph(spans=spans((text, Role.MUTED)))


@value(kw_only=True)
class Drawing:
    """A picture made of text.

    ``draw`` gives its lines for a width of at least ``least`` cells. ``table`` tells the same in
    rows: it stands for the picture where that does not fit, in Markdown, and for what is copied;
    its linked rows are the picture's stops, in their order. ``narrow`` stands on a screen in place
    of the table.
    """

    draw: Callable[[int], tuple[Line, ...]]
    least: int
    table: Table
    tight: bool = True
    narrow: tuple[Table | Paragraph, ...] = ()


Block = Table | Paragraph | Drawing


@value(kw_only=True)
class Page:
    """A page: its title line, and its blocks in reading order."""

    title: str
    subtitle: str = ""
    blocks: tuple[Block, ...] = ()
    notes: tuple[str, ...] = field(default=())
