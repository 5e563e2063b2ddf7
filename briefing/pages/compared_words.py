"""Units side by side in words: how the first stands beside each other one, and what it is of."""

from __future__ import annotations

from briefing import wording
from briefing.domain.comparison import Cell, Comparison
from briefing.domain.comparison import Row as ComparedRow
from briefing.domain.likeness import NOT_COMPARABLE, Remark
from briefing.domain.lineage import Relation, relation
from briefing.domain.model import Unit
from briefing.language import Translator
from briefing.pages import cells
from briefing.wording.yardsticks import against_difference


def difference_text(row: ComparedRow, tr: Translator) -> str:
    """The reference beside all others, in words: "A so với B: cao hơn 9,85 điểm %, kỳ báo cáo khác
    nhau; so với C: …". Empty where there is nothing to say.

    Nothing is worked out across two definitions or universes: it says which.
    """
    if row.reference is None:
        return ""
    first = row.cells[row.reference]
    said = [
        text
        for cell in row.cells
        if cell is not first and cell.observation is not None
        if (text := _beside(first, cell, tr))
    ]
    if first.observation is not None:
        figure = first.observation.value
        beside = [
            against_difference(figure, one, row.indicator, first.unit, tr) for one in row.against
        ]
        said += [text for text in beside if text]
    if not said:
        return ""
    return tr.gettext("{indicator}: {unit} {differences}.").format(
        indicator=cells.indicator_short(row.indicator, tr),
        unit=wording.unit_name(first.unit, tr),
        differences="; ".join(said),
    )


def _beside(first: Cell, second: Cell, tr: Translator) -> str:
    other = wording.unit_name(second.unit, tr)
    gap = "" if _is_apart(second) else wording.difference(first, second, tr)
    if gap:
        return tr.gettext("so với {other}: {gap}").format(other=other, gap=gap)
    return tr.gettext("so với {other}: không so sánh được, {why}").format(
        other=other, why=_why_apart(second, tr)
    )


def _is_apart(cell: Cell) -> bool:
    return not NOT_COMPARABLE.isdisjoint(cell.remarks)


def _why_apart(cell: Cell, tr: Translator) -> str:
    if Remark.UNIVERSE in cell.remarks:
        return tr.gettext("xếp trong số đơn vị khác nhau")
    return tr.gettext("định nghĩa khác nhau")


def lineage_notes(comparison: Comparison, tr: Translator) -> tuple[str, ...]:
    """What is to be said of units that never stood side by side, or one of which became another."""
    first, *others = comparison.units
    return tuple(text for other in others if (text := _related(first, other, tr)))


def _related(first: Unit, other: Unit, tr: Translator) -> str:
    match relation(first, other):
        case Relation.PREDECESSOR:
            return _became(first, other, tr)
        case Relation.SUCCESSOR:
            return _became(other, first, tr)
        case Relation.APART:
            text = tr.gettext(
                "{one} và {other} không cùng tồn tại: một bên là đơn vị trước, một bên là đơn vị "
                "sau ngày sắp xếp đơn vị hành chính."
            )
            return text.format(
                one=wording.unit_title(first, tr), other=wording.unit_title(other, tr)
            )
        case _:
            return ""


def _became(old: Unit, new: Unit, tr: Translator) -> str:
    text = tr.gettext(
        "{old} đã thành một phần của {new}: số liệu hai bên chồng lên nhau, không so như hai "
        "đơn vị."
    )
    return text.format(old=wording.unit_title(old, tr), new=wording.unit_title(new, tr))
