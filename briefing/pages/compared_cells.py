"""Cells of a comparison: a bar and a value for each unit and yardstick, marked with its notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing import formatting, wording
from briefing.domain.comparison import Cell, Comparison, Remark
from briefing.domain.comparison import Row as ComparedRow
from briefing.domain.likeness import universe
from briefing.domain.model import Indicator, Measure, UnitKey
from briefing.domain.yardsticks import Against, Yardstick
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Bar
from briefing.pages.line import Link, Role, Span, spans
from briefing.wording.lineage import names_together
from briefing.wording.yardsticks import against_note, against_value, column, mean_name, value_short

Pair = tuple[Bar, tuple[Span, ...]]
"""A bar, and the value with its marks."""


class Footnotes:
    """The notes of a page, each once, in the order in which their marks first stand on it.

    ``names`` are those of the units on it. ``absent`` are the reasons of the dashes that stand
    without a mark: units without a figure.
    """

    def __init__(self, names: Mapping[UnitKey, str]) -> None:
        self.names = names
        self.texts: list[str] = []
        self.absent: dict[str, None] = {}

    def mark(self, text: str) -> tuple[Span, ...]:
        """The mark of a note, which is added if it is new."""
        if text not in self.texts:
            self.texts.append(text)
        return spans((" " + mark_text(self.texts.index(text) + 1), Role.WARNING))

    def lacking(self, row: ComparedRow, tr: Translator) -> None:
        """Why a unit has no figure in a row: nothing is known, or it has one by other rules."""
        self.absent.setdefault(tr.gettext("đơn vị chưa có số liệu của chỉ số ở dòng này"))
        if row.in_part:
            self.absent.setdefault(
                tr.gettext(
                    "số liệu theo bộ chỉ số khác đứng ở dòng riêng: giữa hai bộ chỉ số không so "
                    "sánh được"
                )
            )


def mark_text(number: int) -> str:
    """A footnote's mark: superscript digits for any number from 1."""
    superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"
    return "".join(superscripts[int(digit)] for digit in str(number))


def row_name(indicator: Indicator, tr: Translator, role: Role = Role.PLAIN) -> tuple[Span, ...]:
    """An indicator's short name with what it is counted in, unless the name says so."""
    name = cells.indicator_short(indicator, tr)
    unit = wording.measure_word(indicator, tr)
    told = not unit or unit.casefold() in name.casefold()
    if told:
        return spans((name, role))
    return spans((name, role), " ", Span(f"({unit})", Role.MUTED, whole=True))


def row_pairs(row: ComparedRow, tr: Translator, notes: Footnotes) -> list[Pair]:
    """Bars and values of a row: of the units, then of the yardsticks."""
    found = [_cell(cell, row, tr, notes) for cell in row.cells]
    return found + [_against(one, row, tr, notes) for one in row.against]


def names_beside(comparison: Comparison, tr: Translator) -> dict[UnitKey, str]:
    """The names of the units compared, then of those that are best in a row."""
    best = [unit for row in comparison.rows for one in row.against for unit in one.who]
    units = {unit.key: unit for unit in (*comparison.units, *best)}
    return names_together(list(units.values()), tr)


def column_titles(comparison: Comparison, tr: Translator, *, named: bool = False) -> list[str]:
    """What stands above the columns: names of units, then of yardsticks, regions by name or not."""
    first = comparison.units[0]
    names = names_beside(comparison, tr)
    titles = [names[unit.key] for unit in comparison.units]
    for place, yardstick in enumerate(comparison.yardsticks):
        having = [row for row in comparison.rows if row.against[place].value is not None]
        means = [row.against[place] for row in having]
        beside = [row.cells[row.reference or 0].unit for row in having]
        if yardstick is Yardstick.MEAN and len({unit.kind for unit in beside}) > 1:
            titles.append(tr.gettext("Trung bình"))
            continue
        partial = bool(means) and all(one.is_partial for one in means)
        titles.append(
            column(
                yardstick,
                beside[0] if yardstick is Yardstick.MEAN and beside else first,
                tr,
                partial=partial,
                entered=_entered(means, tr),
                named=named,
            )
        )
    return titles


def _entered(means: Sequence[Against], tr: Translator) -> str:
    """Of how many units the means of a column are: "6/63", "5–6/63"; empty where of various."""
    if len({one.of for one in means}) != 1:
        return ""
    counts = [one.entered for one in means]
    low, high = min(counts), max(counts)
    most = formatting.ratio(high, means[0].of, tr)
    return most if low == high else f"{formatting.number(low, tr)}–{most}"


def cell_link(cell: Cell) -> Link | None:
    """Opens the indicator of a cell's unit; ``None`` without a figure."""
    if cell.observation is None:
        return None
    return cells.figure_link(cell.indicator, cell.observation, str(cell.unit.key))


def row_link(row: ComparedRow) -> Link | None:
    """Opens what the first cell with a figure opens."""
    return next((link for cell in row.cells if (link := cell_link(cell)) is not None), None)


def _cell(cell: Cell, row: ComparedRow, tr: Translator, notes: Footnotes) -> Pair:
    observation = cell.observation
    if observation is None:
        notes.lacking(row, tr)
        return Bar(share=None), spans((formatting.MISSING, Role.MUTED))
    value = formatting.figure_short(observation, cell.indicator, tr)
    if cell.indicator.measure is Measure.INDEX:
        value = formatting.qualified(
            value_short(observation.value, cell.indicator, tr), observation.qualifier, tr
        )
    role = Role.STRONG if cell.best or not row.in_table else Role.PLAIN
    text = [*spans((value.removesuffix("%"), role))]
    if cell.best:
        text += spans((" ★", Role.GOOD))
    reasons = "; ".join(wording.remarks(_of_edition(cell, row), tr)) if row.in_table else ""
    if reasons:
        text += notes.mark(f"{notes.names[cell.unit.key]}: {reasons}")
    role = Role.BAR_PROGRESS if cell.like_for_like else Role.BAR_MUTED
    return Bar(share=cell.share, role=role), tuple(text)


def _of_edition(cell: Cell, row: ComparedRow) -> Cell:
    """A cell without what the heading of its framework's table says of all its rows."""
    if row.framework is None:
        return cell
    return replace(cell, remarks=tuple(one for one in cell.remarks if one is not Remark.STALE))


def _against(against: Against, row: ComparedRow, tr: Translator, notes: Footnotes) -> Pair:
    reference = row.cells[row.reference or 0]
    note = against_note(against, reference.unit, tr, notes.names)
    if against.value is None:
        name = mean_name(against, reference.unit, tr)
        said = tr.gettext("{name}: {why}").format(name=name, why=note)
        return Bar(share=None), (*spans((formatting.MISSING, Role.MUTED)), *notes.mark(said))
    value = against_value(against, row.indicator, tr).removesuffix("%")
    if row.indicator.measure is Measure.RANK and reference.observation is not None:
        among = universe(row.indicator, reference.observation) or against.of
        value = f"{value}/{formatting.number(among, tr)}"
    return Bar(share=against.share, role=Role.BAR_MUTED), (*spans(value), *notes.mark(note))
