"""The ranking as a tile map: each unit's place and quarter where it lies in the country."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from briefing import wording
from briefing.domain.model import UnitKey, UnitKind
from briefing.domain.ranked import Ranked
from briefing.domain.spelling import width
from briefing.domain.tile_map import Layout, layout_for
from briefing.domain.value import replaced
from briefing.language import Translator
from briefing.pages import ranking_words as words
from briefing.pages.blocks import Block, Drawing, Page, Paragraph, Table, quiet
from briefing.pages.canvas import Canvas
from briefing.pages.line import Line, Link, LinkKind, Role, clip_spans, spans
from briefing.pages.lineage import fate
from briefing.pages.plane import Plane, Stop
from briefing.pages.ranking import Listing, absent_told, notes_told, nothing_known, ranking_page
from briefing.pages.tile_words import (
    ISLES,
    OUTSIDE,
    SHORT_NAMES,
    Shown,
    answer,
    is_outside,
    legend,
    map_table,
    mark_of,
    marks,
    shown_units,
    told,
    unit_link,
    value_text,
)

GROUND = {
    Role.GOOD: Role.BAR_GOOD,
    Role.PROGRESS: Role.BAR_PROGRESS,
    Role.WARNING: Role.BAR_WARNING,
    Role.BAD: Role.BAR_BAD,
}
"""The same colours on the ground of a tile."""
LABELLED, NAMED, WIDEST = 8, 16, 24
"""Cells from one tile to the next: for its letters, for its name, and at most."""
TOLD, TOLD_BESIDE_LABELS = 19, 26
"""Cells that what is told in the sea needs, beside names, and beside letters if it can be."""
TALL = 3
"""Lines from one tile to the next where there is room for two lines of text."""
COAST, LEGEND = 4, 10
"""The row from which the sea is wide enough to write in, and that where the legend begins."""


class Grid(NamedTuple):
    """Cells and lines from one tile to the next, and the cell where the sea begins."""

    across: int
    down: int
    sea: int

    @property
    def is_named(self) -> bool:
        """Whether tiles have room for names."""
        return self.across >= NAMED

    @property
    def lines(self) -> int:
        """Lines of a tile."""
        return 2 if self.down >= TALL and self.is_named else 1

    def height(self, layout: Layout) -> int:
        """Lines of the whole map."""
        return (layout.rows - 1) * self.down + self.lines


def map_page(ranked: Ranked, tr: Translator, listing: Listing, height: int = 0) -> Page:
    """The map of a ranking of provinces on a screen of ``height`` lines; 0: as low as can be.

    Of other units there is no map: their list stands there, after a line that says so.
    """
    ranking = ranked.ranking
    blocks: list[Block] = fate(ranked.lineage, tr)
    other = ranked.kind is not UnitKind.PROVINCE or ranked.parent is not None
    if not ranking.places and not ranking.asides:
        if other:
            blocks.append(quiet(tr.gettext("Bản đồ ô chỉ có cho các tỉnh, thành phố.")))
        blocks += nothing_known(ranked, tr)
    elif other:
        text = tr.gettext("Bản đồ ô chỉ có cho các tỉnh, thành phố; đây là danh sách.")
        blocks = [quiet(text), *ranking_page(ranked, tr, listing).blocks]
    else:
        blocks += absent_told(ranked, listing.group, tr)
        blocks.append(tile_map(ranked, tr, listing, max(height - len(blocks), 0)))
        if not height:
            blocks += notes_told(ranked, listing.group, tr)
    return Page(
        title=words.title(ranked, tr), subtitle=words.subtitle(ranked, tr), blocks=tuple(blocks)
    )


def tile_map(ranked: Ranked, tr: Translator, listing: Listing, height: int = 0) -> Drawing:
    """The answer for the unit in focus, what places are made of where there is room, and the map.

    In at most ``height`` lines if it can be (0: low, with all there is to say above it). Units
    without a place are on the map too, and say so; those outside the group listed have no colour.
    """
    layout = layout_for(ranked.ranking.edition.units)
    shown = sorted(shown_units(ranked.ranking, layout), key=lambda one: one.tile is None)
    table = map_table(shown, ranked, listing, tr)
    return Drawing(
        draw=partial(_drawn, ranked, layout, shown, tr, listing, height),
        least=max(_sea(layout) * LABELLED + 2 + TOLD, layout.columns * LABELLED),
        table=table,
        narrow=_listed(table, ranked, tr),
    )


def _listed(table: Table, ranked: Ranked, tr: Translator) -> tuple[Table | Paragraph, ...]:
    """The answer, as a line that is stood on first; that there is no room for a map; its rows."""
    focus = Link(LinkKind.PROFILE, str(ranked.focus.key))
    return (
        Paragraph(spans=table.heading_spans, indent=0, hang=2, link=focus),
        quiet(tr.gettext("Bản đồ ô cần màn hình rộng hơn; đây là danh sách.")),
        replaced(table, heading_spans=(), tight=True),
    )


def _sea(layout: Layout) -> int:
    """The first column that is water all along the coast."""
    return max(tile.column for tile in layout.tiles if tile.row >= COAST) + 1


def _grid(layout: Layout, room: int, height: int) -> Grid:
    """The widest and tallest tiles that ``room`` cells and ``height`` lines allow."""
    columns = _sea(layout)
    across = (room - TOLD - 2) // columns
    if across < NAMED:
        across = min(NAMED - 1, max(LABELLED, (room - TOLD_BESIDE_LABELS - 2) // columns))
    across = min(across, WIDEST, room // layout.columns)
    tried = (Grid(across, down, columns * across + 2) for down in (TALL, 2))
    low = Grid(across, 1, columns * across + 2)
    return next((grid for grid in tried if grid.height(layout) <= height), low)


def _drawn(
    ranked: Ranked,
    layout: Layout,
    shown: Sequence[Shown],
    tr: Translator,
    listing: Listing,
    height: int,
    room: int,
) -> tuple[Line, ...]:
    head, grid = _head_and_grid(ranked, layout, listing, tr, room, height)
    canvas = Canvas()
    drawn = [(one, one.tile) for one in shown if one.tile is not None]
    stops = []
    for one, tile in drawn:
        line, cell = tile.row * grid.down, tile.column * grid.across
        _put_tile(canvas, line, cell, one, ranked, grid, tr, listing)
        link = unit_link(one.unit)
        stops.append(Stop(tile, line, cell + 1, grid.across - 1, grid.lines, link))
    for isle, name in zip(layout.isles, ISLES, strict=True):
        canvas.put(isle.row * grid.down, grid.sea, f"∴ {tr.gettext(name)}", Role.MUTED)
    for number, run in enumerate(marks(ranked, listing, shown, tr)):  # in the gulf, above all told
        canvas.put_run(number * grid.lines, grid.sea, run)
    runs, south = legend(ranked, listing.group, tr), layout.isles[1].row * grid.down
    begins = min(LEGEND * grid.down, south - len(runs))
    for number, run in enumerate(runs):
        canvas.put_run(begins + number, grid.sea, run)
    told_cells, told_line = room - grid.sea, COAST * grid.down
    told_lines = layout.isles[0].row * grid.down - told_line - 1  # a blank above the isles
    focus = ranked.focus.key
    plane = Plane(
        stops=tuple(stops),
        start=next((at for at, (one, _) in enumerate(drawn) if one.unit.key == focus), 0),
        told_line=told_line,
        told_cell=grid.sea,
        told_lines=told_lines,
        told_cells=told_cells,
        tell=lambda at: told(drawn[at][0], ranked, listing, tr, told_cells, told_lines),
    )
    first, *rest = canvas.lines(grid.height(layout))
    return (*head, Line(first.spans, plane=plane), *rest)


def _head_and_grid(
    ranked: Ranked, layout: Layout, listing: Listing, tr: Translator, room: int, height: int
) -> tuple[list[Line], Grid]:
    """The answer on one line, what places are made of below it, and how large tiles are.

    Of the lines there are tiles get theirs first, then what places are made of, then a blank.
    """
    head = [Line(clip_spans(answer(ranked, listing, tr), room))]
    grid = _grid(layout, room, height - len(head))
    spare = height - len(head) - grid.height(layout)
    if spare >= 1 or not height:
        basis = spans(("  " + words.basis_text(ranked, tr), Role.MUTED))
        head.append(Line(clip_spans(basis, room)))
    return [*head, Line()] if spare > 1 or not height else head, grid


def _put_tile(
    canvas: Canvas,
    line: int,
    cell: int,
    one: Shown,
    ranked: Ranked,
    grid: Grid,
    tr: Translator,
    listing: Listing,
) -> None:
    assert one.tile is not None
    ranking, key = ranked.ranking, one.unit.key
    rank, value = "" if one.place is None else str(one.place.rank), value_text(one, ranking, tr)
    glyph, role = mark_of(one, ranking)
    if is_outside(one, listing.group):  # no place either: seen without colour
        rank, value, glyph, role = "", "", OUTSIDE, Role.MUTED
    noted = words.NOTED if key in ranked.notes and rank else ""
    ground = GROUND.get(role, role)
    room = grid.across - 1
    name = one.tile.label
    if grid.is_named:
        most = room - (4 if grid.lines == 1 else 0)
        short = tr.pick(*SHORT_NAMES.get(name, (name, name)))
        whole = words.name_of(one.unit, ranked, tr), wording.unit_name(one.unit, tr)
        name = next((text for text in whole if width(text) <= most), short)
    canvas.put(line, cell, _lead(key, ranked, listing), Role.ACCENT)
    if grid.lines == 1:
        gap = room - width(name) - 3
        mark = f"{noted:>{gap}}" if gap else ""
        canvas.put(line, cell + 1, f"{name}{mark}{rank:>2}{glyph}", ground)
        return
    parts = (f"{glyph} {rank}{noted}".rstrip(), value)
    below = "   ".join(part for part in parts if part)
    for number, text in enumerate((name, below)):
        canvas.put(line + number, cell + 1, text + " " * (room - width(text)), ground)


def _lead(key: UnitKey, ranked: Ranked, listing: Listing) -> str:
    """What stands before a tile: the mark of the unit in focus, and of those compared."""
    if key == ranked.focus.key:
        return words.FOCUS
    return words.COMPARED if key in listing.compared else " "
