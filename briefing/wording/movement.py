"""Changes and differences between figures, in words."""

from __future__ import annotations

from datetime import date

from briefing.domain import goals
from briefing.domain.model import Indicator, Measure, Observation, ObservationKind
from briefing.formatting import amount, date_text, figure, number, percent, ratio
from briefing.language import Translator


def change(observation: Observation, indicator: Indicator, tr: Translator) -> str:
    """What a source says about a movement: "tăng 1 bậc so với năm 2021"; an excess as it is."""
    said = figure(observation, indicator, tr)
    if observation.kind is not ObservationKind.CHANGE or observation.compared_with is None:
        return said
    return tr.gettext("{change} so với {before}").format(
        change=said, before=_moment(observation, observation.compared_with, tr)
    )


def moved(before: float, after: float, indicator: Indicator, tr: Translator) -> str:
    """The step from one figure to the next: "tăng 1 bậc", "giảm 3 điểm %", "không đổi".

    A rank rises ("tăng bậc") when its number falls.
    """
    step = goals.difference(after, before)
    if step == 0:
        return tr.gettext("không đổi")
    size = size_words(abs(step), indicator, tr)
    if (step > 0) is not (indicator.measure is Measure.RANK):
        return tr.gettext("tăng {value}").format(value=size)
    return tr.gettext("giảm {value}").format(value=size)


def size_words(size: float, indicator: Indicator, tr: Translator) -> str:
    """A distance in an indicator's measure: "9,85 điểm %", "2 bậc", "242 dịch vụ", "0,1000"."""
    match indicator.measure:
        case Measure.PERCENT:
            return tr.gettext("{number} điểm %").format(number=number(size, tr))
        case Measure.RANK:
            text = tr.ngettext("{count} bậc", "{count} bậc", 1 if size == 1 else 2)
            return text.format(count=number(size, tr))
        case Measure.INDEX:  # with all decimals that the index is written with, or more
            told = amount(size, indicator, tr, indicator.decimals)
            return max(told, amount(size, indicator, tr), key=len)
        case _:
            return amount(size, indicator, tr)


def rate_disagreement(observation: Observation, tr: Translator) -> str:
    """ "339.252/485.762 = 69,84%, nguồn ghi 69,83%"; empty without both counts."""
    numerator, denominator = observation.numerator, observation.denominator
    if numerator is None or not denominator:
        return ""
    return tr.gettext("{counts} = {rate}, nguồn ghi {printed}").format(
        counts=ratio(numerator, denominator, tr),
        rate=percent(100 * numerator / denominator, tr, 2),
        printed=percent(observation.value, tr),
    )


def _moment(observation: Observation, day: date, tr: Translator) -> str:
    """The day compared with, named as the figure's own period is named."""
    if (day.month, day.day) != (12, 31):
        return tr.gettext("ngày {day}").format(day=date_text(day, tr))
    year = observation.start.replace(month=1, day=1), observation.end.replace(month=12, day=31)
    if (observation.start, observation.end) == year:
        return tr.gettext("năm {year}").format(year=day.year)
    return tr.gettext("cuối năm {year}").format(year=day.year)
