"""Units side by side: what is not like for like, and how far apart two figures are."""

from __future__ import annotations

from briefing.domain.comparison import Cell, Remark
from briefing.domain.comparison import difference as step_between
from briefing.domain.likeness import universe
from briefing.domain.model import Indicator, Measure, Observation, Qualifier, Unit
from briefing.formatting import date_text, number, period
from briefing.language import Translator
from briefing.wording.judgement import stale
from briefing.wording.movement import rate_disagreement, size_words


def remarks(cell: Cell, tr: Translator) -> tuple[str, ...]:
    """Why a cell is not like for like, one phrase per remark, in the cell's order."""
    if cell.observation is None:
        return ()
    return tuple(_remark(remark, cell, cell.observation, tr) for remark in cell.remarks)


def difference(first: Cell, second: Cell, tr: Translator) -> str:
    """How ``first`` stands beside ``second``: "cao hơn 9,85 điểm %, kỳ báo cáo khác nhau".

    What sets the two apart follows the difference; empty when they cannot be set off at all.
    """
    step = step_between(first, second)
    if step is None:
        return ""
    return ", ".join([_step(step, first.indicator, tr), *_apart(first, second, tr)])


def other_period(observation: Observation, tr: Translator) -> str:
    """ "kỳ số liệu khác: 01/02–31/03/2022"."""
    text = period(observation.start, observation.end, tr)
    return tr.gettext("kỳ số liệu khác: {period}").format(period=text)


def other_definition(indicator: Indicator, tr: Translator) -> str:
    """ "định nghĩa khác: …", with the definition, or the indicator's name where none is kept."""
    meaning = tr.pick(indicator.definition, indicator.definition_en)
    meaning = meaning or tr.pick(indicator.name, indicator.name_en)
    return tr.gettext("định nghĩa khác: {definition}").format(definition=meaning)


def how_firm(qualifier: Qualifier, tr: Translator) -> str:
    """How firmly a figure was said: "số ước", "nguồn ghi “trên”", "số đúng"."""
    match qualifier:
        case Qualifier.AT_LEAST:
            return tr.gettext("nguồn ghi “trên”")
        case Qualifier.ALMOST:
            return tr.gettext("nguồn ghi “gần”")
        case Qualifier.ABOUT:
            return tr.gettext("nguồn ghi “khoảng”")
        case Qualifier.ESTIMATE:
            return tr.gettext("số ước")
        case Qualifier.EXACT:
            return tr.gettext("số chính xác, không phải “trên”, “gần” hay ước")


def other_unit(unit: Unit, tr: Translator) -> str:
    """ "đơn vị mới, có từ 01/07/2025", "đơn vị cũ, có đến 30/06/2025"."""
    if unit.key.valid_from is not None:
        day = date_text(unit.key.valid_from, tr)
        return tr.gettext("đơn vị mới, có từ {day}").format(day=day)
    if unit.valid_to is not None:
        day = date_text(unit.valid_to, tr)
        return tr.gettext("đơn vị cũ, có đến {day}").format(day=day)
    return tr.gettext("đơn vị khác thời kỳ")


def one_in_the_other(tr: Translator) -> str:
    """Why a unit and one of which it became a part are not compared."""
    return tr.gettext("một bên nay thuộc bên kia, số liệu chồng lên nhau")


def step_words(step: float, indicator: Indicator, tr: Translator) -> str:
    """How far one figure lies from another: "cao hơn 9,85 điểm %", "xếp dưới 2 bậc"."""
    return _step(step, indicator, tr)


def _remark(remark: Remark, cell: Cell, observation: Observation, tr: Translator) -> str:
    match remark:
        case Remark.PERIOD:
            return other_period(observation, tr)
        case Remark.QUALIFIER:
            return how_firm(observation.qualifier, tr)
        case Remark.UNIVERSE:
            whole = universe(cell.indicator, observation)
            if whole is None:
                return tr.gettext("không rõ xếp trong bao nhiêu đơn vị")
            return tr.gettext("xếp trong {universe} đơn vị").format(universe=number(whole, tr))
        case Remark.UNIT:
            return other_unit(cell.unit, tr)
        case Remark.KIND:
            return tr.gettext("đơn vị khác cấp")
        case Remark.PART:
            return one_in_the_other(tr)
        case Remark.OVERLAP:
            return tr.gettext("chồng lên số liệu của đơn vị khác ở dòng này, không vẽ cùng thang")
        case Remark.DEFINITION:
            return other_definition(cell.indicator, tr)
        case Remark.STALE:
            return stale(tr)
        case Remark.RATE:
            return rate_disagreement(observation, tr)
        case Remark.NOTE:
            return tr.pick(observation.note, observation.note_en)


def _step(step: float, indicator: Indicator, tr: Translator) -> str:
    if step == 0:
        return tr.gettext("bằng nhau")
    size = size_words(abs(step), indicator, tr)
    match indicator.measure:
        case Measure.RANK if step < 0:  # a smaller rank is the higher place
            text = tr.gettext("xếp trên {size}")
        case Measure.RANK:
            text = tr.gettext("xếp dưới {size}")
        case Measure.COUNT | Measure.MONEY if step > 0:
            text = tr.gettext("nhiều hơn {size}")
        case Measure.COUNT | Measure.MONEY:
            text = tr.gettext("ít hơn {size}")
        case _ if step > 0:
            text = tr.gettext("cao hơn {size}")
        case _:
            text = tr.gettext("thấp hơn {size}")
    return text.format(size=size)


def _apart(first: Cell, second: Cell, tr: Translator) -> list[str]:
    one, other = first.observation, second.observation
    if one is None or other is None:
        return []
    found = []
    if (one.start, one.end) != (other.start, other.end):
        found.append(tr.gettext("kỳ báo cáo khác nhau"))
    if first.indicator.id != second.indicator.id:
        found.append(tr.gettext("định nghĩa khác nhau"))
    remarks = {*first.remarks, *second.remarks}
    if Remark.UNIT in remarks:
        found.append(tr.gettext("đơn vị khác thời kỳ"))
    if Remark.KIND in remarks:
        found.append(tr.gettext("đơn vị khác cấp"))
    if one.qualifier is not other.qualifier:
        found.append(tr.gettext("độ chính xác khác nhau"))
    return found
