"""Two to six columns side by side; a cell that is not like for like says why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from briefing import formatting, wording
from briefing.domain.comparison import Comparison, Remark
from briefing.domain.comparison import Row as ComparedRow
from briefing.domain.model import UnitKey
from briefing.domain.spelling import width
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Align, Block, Column, Page, Paragraph, Row, Table, quiet
from briefing.pages.compared_cells import (
    Footnotes,
    Pair,
    cell_link,
    column_titles,
    mark_text,
    names_beside,
    row_link,
    row_name,
    row_pairs,
)
from briefing.pages.compared_words import difference_text, fate_notes, lineage_notes
from briefing.pages.line import Role, spans
from briefing.pages.lineage import notice
from briefing.pages.multiples import multiples_block
from briefing.wording.abbreviations import opened

MANY = 5
"""More columns than these stand closer together."""
MOST_NAMED = 3
"""Columns beside which there is room for the name of a region."""
MOST_UNANSWERED = 6
"""Indicators asked for that are named although no unit has a figure."""
MOST_WITH_ROOM = 4
"""Columns that have long bars."""
BELOW_EACH_OTHER = (
    Column(most=32),
    Column(align=Align.DECIMAL, most=24),
    Column(fixed=12, priority=1, twin=False),
)
"""A unit, its figure, its bar: what an indicator's lines are made of on a narrow screen."""


def compare_page(comparison: Comparison, tr: Translator, *, newest: bool = False) -> Page:
    """What can be set side by side, histories on one scale, notes, differences in words; then what
    only one unit reports. ``newest``: no day was chosen, it is that of the newest figure.
    """
    names = names_beside(comparison, tr)
    notes = Footnotes(names)
    said = (*fate_notes(comparison, tr, newest=newest), *lineage_notes(comparison, tr))
    shared = [row for row in comparison.rows if row.in_table]
    single = [row for row in comparison.rows if not row.in_table]
    blocks: list[Block] = [
        *(
            block
            for one in comparison.lineages
            if one.unit.key == comparison.units[0].key
            for block in notice(one, tr)
        ),
        *(Paragraph(spans=spans((text, Role.WARNING))) for text in said),
    ]
    if shared:
        blocks += _tables(shared, comparison, tr, notes)
    elif not comparison.scored:
        blocks.append(_nothing(comparison, tr))
    blocks += _scores(comparison, names, tr)
    blocks += [multiples_block(one, tr, names) for one in comparison.multiples]
    if notes.texts or notes.absent:
        blocks.append(_footnotes(notes))
    blocks += _unanswered(comparison, tr)
    blocks += _abbreviations(shared, tr)
    if shared:
        blocks.append(_differences(shared, names, tr))
    if single:
        blocks.append(_single(single, names, tr))
    title, subtitle = _titles(comparison, tr)
    return Page(title=title, subtitle=subtitle, blocks=tuple(blocks))


def _titles(comparison: Comparison, tr: Translator) -> tuple[str, str]:
    """The title, and beside it what stands in the columns."""
    first, *others = column_titles(comparison, tr, named=True)
    count = len(comparison.units)
    if count == 1:
        beside = tr.gettext("với {others}").format(others=", ".join(others)) if others else ""
        return tr.gettext("So sánh {unit}").format(unit=first), beside
    title = tr.ngettext("So sánh {count} đơn vị", "So sánh {count} đơn vị", count)
    return title.format(count=count), ", ".join((first, *others))


def _nothing(comparison: Comparison, tr: Translator) -> Paragraph:
    if comparison.chosen and not comparison.rows:
        text = tr.gettext("Đến {day}, các đơn vị này chưa có số liệu của chỉ số đã chọn.")
    else:
        text = tr.gettext("Đến {day}, các đơn vị này chưa cùng báo cáo chỉ số nào.")
    day = formatting.date_text(comparison.known_on, tr)
    return Paragraph(spans=spans((text.format(day=day), Role.WARNING)))


def _tables(
    rows: Sequence[ComparedRow], comparison: Comparison, tr: Translator, notes: Footnotes
) -> list[Table]:
    """What belongs to no framework, then a table per framework and period; all in one grid."""
    whole = column_titles(comparison, tr, named=True)
    few = len(whole) <= MOST_NAMED
    told = any(row.comparable for row in rows)
    heading = tr.gettext("Chỉ số cùng báo cáo") if told else tr.gettext("Chỉ số")
    columns = _columns(whole if few else column_titles(comparison, tr), heading)
    found: list[Table] = []
    for edition, together in groupby(sorted(rows, key=_edition), key=_edition):
        made = [(row, row_pairs(row, tr, notes)) for row in together]
        framework, aside = _heading(made[0][0], tr) if edition else ("", "")
        found.append(
            Table(
                heading=framework,
                aside=aside,
                columns=columns,
                rows=tuple(
                    Row(
                        cells=(
                            row_name(row.indicator, tr),
                            *(part for pair in pairs for part in pair),
                        ),
                        link=row_link(row),
                    )
                    for row, pairs in made
                ),
                show_titles=not found,
                named=True,
                indent=0,
                tight=bool(found),
                narrow=tuple(_below_each_other(row, pairs, whole, tr) for row, pairs in made),
            )
        )
    return found


def _scores(
    comparison: Comparison, names: Mapping[UnitKey, str], tr: Translator
) -> Iterator[Block]:
    """What the units scored on sets of their own; nothing is loaded where they did not."""
    for found in comparison.scored:
        from briefing.pages.compared_scores import scores_blocks

        keys = [str(unit.key) for unit in comparison.units]
        titles = [names[unit.key] for unit in comparison.units]
        yield from scores_blocks(found, titles, keys, tr)


def _edition(row: ComparedRow) -> tuple[int, int, str] | tuple[()]:
    """What a row's table is of: nothing in particular, or a period of a framework, newest first."""
    figure = row.cells[row.reference or 0].observation
    if row.framework is None or figure is None:
        return ()
    return (-figure.end.toordinal(), figure.start.toordinal(), row.framework.id)


def _heading(row: ComparedRow, tr: Translator) -> tuple[str, str]:
    """A framework with the period of its results; and that they are old, where they are."""
    cell = row.cells[row.reference or 0]
    assert row.framework is not None and cell.observation is not None
    text = tr.gettext("{framework}, kết quả {period}").format(
        framework=wording.framework_name(row.framework, tr, first=True),
        period=formatting.period(cell.observation.start, cell.observation.end, tr),
    )
    return text, wording.stale(tr) if Remark.STALE in cell.remarks else ""


def _columns(titles: Sequence[str], heading: str) -> tuple[Column, ...]:
    many = len(titles) > MANY
    bar = 10 if len(titles) <= MOST_WITH_ROOM else 6
    columns = [
        Column(title=heading, flex=True, least=10 if many else 12, comfort=24, most=40, wrap=4)
    ]
    for title in titles:
        columns.append(Column(title="", fixed=bar, priority=2, twin=False, gap=1))
        most = max(16, width(title)) if len(titles) <= MOST_NAMED else 16
        columns.append(Column(title=title, align=Align.DECIMAL, most=most, gap=1 if many else 2))
    return tuple(columns)


def _below_each_other(
    row: ComparedRow, pairs: Sequence[Pair], titles: Sequence[str], tr: Translator
) -> Table:
    """One indicator with a line for each column, for screens too narrow for columns."""
    links = [*(cell_link(cell) for cell in row.cells), *(None for _ in row.against)]
    return Table(
        heading_spans=row_name(row.indicator, tr, Role.HEADING),
        columns=BELOW_EACH_OTHER,
        rows=tuple(
            Row(cells=(spans(title), value, bar), link=link)
            for title, (bar, value), link in zip(titles, pairs, links, strict=True)
        ),
    )


def _single(rows: Sequence[ComparedRow], names: Mapping[UnitKey, str], tr: Translator) -> Table:
    """Figures that only one unit reports: a list, since there is nothing beside them."""
    made = []
    for row in rows:
        cell = next(cell for cell in row.cells if cell.observation is not None)
        assert cell.observation is not None
        made.append(
            Row(
                cells=(
                    spans(cells.indicator_name(cell.indicator, tr)),
                    spans((names[cell.unit.key], Role.MUTED)),
                    cells.figure(cell.observation, cell.indicator, tr),
                    cells.period(cell.observation, tr),
                ),
                link=row_link(row),
            )
        )
    return Table(
        heading=tr.gettext("Chỉ một đơn vị có số liệu"),
        aside=tr.gettext("không có gì để so sánh"),
        columns=(
            Column(title=tr.gettext("Chỉ số"), flex=True, least=22, comfort=34, most=64),
            Column(title=tr.gettext("Đơn vị"), most=18),
            Column(title=tr.gettext("Số liệu"), flex=True, least=14, most=30),
            Column(title=tr.gettext("Kỳ"), priority=2),
        ),
        rows=tuple(made),
    )


def _footnotes(notes: Footnotes) -> Table:
    rows = [
        Row(cells=(spans((mark_text(number), Role.WARNING)), spans((note, Role.WARNING))))
        for number, note in enumerate(notes.texts, 1)
    ]
    if notes.absent:
        said = spans(("; ".join(notes.absent), Role.MUTED))
        rows.append(Row(cells=(spans((formatting.MISSING, Role.MUTED)), said)))
    return Table(columns=(Column(), Column(flex=True, least=30, wrap=4)), rows=tuple(rows))


def _unanswered(comparison: Comparison, tr: Translator) -> list[Paragraph]:
    """Which of the indicators asked for are not there, where others are."""
    names = [cells.indicator_short(one, tr) for one in comparison.unanswered]
    if not names or not comparison.rows:
        return []
    text = tr.gettext("Đến {day}, không đơn vị nào ở đây có số liệu của: {indicators}.")
    rest = len(names) - MOST_UNANSWERED
    if rest > 0:
        more = tr.ngettext("{count} chỉ số khác", "{count} chỉ số khác", rest)
        names = [*names[:MOST_UNANSWERED], more.format(count=rest)]
    day = formatting.date_text(comparison.known_on, tr)
    said = text.format(day=day, indicators="; ".join(names))
    return [Paragraph(spans=spans((said, Role.WARNING)))]


def _abbreviations(rows: Sequence[ComparedRow], tr: Translator) -> list[Paragraph]:
    """What the short names of the rows abbreviate, in a line."""
    names = [
        (cells.indicator_short(row.indicator, tr), cells.indicator_name(row.indicator, tr))
        for row in rows
    ]
    said = "; ".join(f"{sign} – {words}" for sign, words in opened(names).items())
    if not said:
        return []
    text = tr.gettext("Viết tắt: {abbreviations}.").format(abbreviations=said)
    return [quiet(text)]


def _differences(
    rows: Sequence[ComparedRow], names: Mapping[UnitKey, str], tr: Translator
) -> Table:
    texts = [text for row in rows if (text := difference_text(row, names, tr))]
    return Table(
        columns=(Column(flex=True, least=30, wrap=6),),
        rows=tuple(Row(cells=(spans(text),)) for text in texts),
    )
