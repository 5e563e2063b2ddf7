"""Units side by side in words: how the first stands beside each other one, and what it is of."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from datetime import date

from briefing import wording
from briefing.domain.comparison import Cell, Comparison
from briefing.domain.comparison import Row as ComparedRow
from briefing.domain.likeness import NOT_COMPARABLE, Remark
from briefing.domain.lineage import Relation, relation
from briefing.domain.model import Unit, UnitKey
from briefing.language import Translator
from briefing.pages import cells
from briefing.wording.contrast import one_in_the_other
from briefing.wording.lineage import fates, listed, title_beside
from briefing.wording.yardsticks import against_difference


def difference_text(row: ComparedRow, names: Mapping[UnitKey, str], tr: Translator) -> str:
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
        if (text := _beside(first, cell, names, tr))
    ]
    if first.observation is not None:
        figure = first.observation.value
        beside = [
            against_difference(figure, one, row.indicator, first.unit, tr, names)
            for one in row.against
        ]
        said += [text for text in beside if text]
    if not said:
        return ""
    return tr.gettext("{indicator}: {unit} {differences}.").format(
        indicator=cells.indicator_short(row.indicator, tr),
        unit=names[first.unit.key],
        differences="; ".join(said),
    )


def _beside(first: Cell, second: Cell, names: Mapping[UnitKey, str], tr: Translator) -> str:
    other = names[second.unit.key]
    gap = "" if _is_apart(second) else wording.difference(first, second, tr)
    if gap:
        return tr.gettext("so với {other}: {gap}").format(other=other, gap=gap)
    return tr.gettext("so với {other}: không so sánh được, {why}").format(
        other=other, why=_why_apart(second, tr)
    )


def _is_apart(cell: Cell) -> bool:
    return not NOT_COMPARABLE.isdisjoint(cell.remarks)


def _why_apart(cell: Cell, tr: Translator) -> str:
    if Remark.PART in cell.remarks:
        return one_in_the_other(tr)
    if Remark.UNIVERSE in cell.remarks:
        return tr.gettext("xếp trong số đơn vị khác nhau")
    return tr.gettext("định nghĩa khác nhau")


def lineage_notes(comparison: Comparison, tr: Translator) -> tuple[str, ...]:
    """What is to be said of units that never stood side by side, or one of which became another."""
    units = comparison.units
    said: list[str] = []
    apart: dict[UnitKey, list[Unit]] = {}
    for one, other in itertools.combinations(units, 2):
        match relation(one, other):
            case Relation.PREDECESSOR:
                said.append(_became(one, other, units, tr))
            case Relation.SUCCESSOR:
                said.append(_became(other, one, units, tr))
            case Relation.APART:
                old, new = (one, other) if _is_older(one, other) else (other, one)
                apart.setdefault(new.key, []).append(old)
    return (*said, *_never_together(apart, units, tr))


def _is_older(one: Unit, other: Unit) -> bool:
    """Whether of two units that never stood side by side the first is of before."""
    return (one.key.valid_from or date.min) < (other.key.valid_from or date.min)


def _never_together(
    apart: Mapping[UnitKey, Sequence[Unit]], units: Sequence[Unit], tr: Translator
) -> list[str]:
    """A sentence for all units of after the merger that the same ones of before never met."""
    met: dict[tuple[UnitKey, ...], tuple[Sequence[Unit], list[Unit]]] = {}
    for unit in units:
        if old := apart.get(unit.key):
            met.setdefault(tuple(one.key for one in old), (old, []))[1].append(unit)
    text = tr.gettext(
        "{one} và {other} không cùng tồn tại: một bên là đơn vị trước, một bên là đơn vị "
        "sau ngày sắp xếp đơn vị hành chính."
    )
    several = tr.gettext(
        "Không cùng tồn tại: trước ngày sắp xếp đơn vị hành chính là {old}, sau ngày đó là {new}."
    )
    said = []
    for old, new in met.values():
        before = [title_beside(unit, units, tr) for unit in old]
        after = [wording.unit_title(unit, tr) for unit in new]
        if len(before) == len(after) == 1:
            said.append(text.format(one=before[0], other=after[0]))
        else:
            said.append(several.format(old=listed(before, tr), new=listed(after, tr)))
    return said


def _became(old: Unit, new: Unit, units: Sequence[Unit], tr: Translator) -> str:
    text = tr.gettext(
        "{old} đã thành một phần của {new}: số liệu hai bên chồng lên nhau, không so như hai "
        "đơn vị."
    )
    return text.format(old=title_beside(old, units, tr), new=wording.unit_title(new, tr))


def fate_notes(comparison: Comparison, tr: Translator, *, newest: bool) -> list[str]:
    """What became of the units but the first; and, where no day was chosen, why they are shown."""
    first = comparison.units[0]
    said = fates((one for one in comparison.lineages if one.unit.key != first.key), tr)
    if newest and any(one.ended is not None for one in comparison.lineages):
        text = tr.gettext(
            "Xem theo ngày có số liệu mới nhất nên mỗi mã là đơn vị có số liệu, dù nay đã hợp "
            "nhất; chọn một ngày để xem đơn vị của ngày đó."
        )
        said.append(text)
    return said
