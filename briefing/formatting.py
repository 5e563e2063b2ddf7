"""Numbers, dates and figures the way officials write them.

Vietnamese: ``485.762``, ``69,83%``, ``03/09/2023``, "trên 50%", "hạng 13/63". English:
``485,762``, ``69.83%``, ``3 Sep 2023``, "over 50%", "rank 13/63". Written out here, a few lines
per language, because a locale library costs more than the screen that uses it; the tests compare
the results with Babel's.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal

from briefing.domain.model import Indicator, Measure, Observation, ObservationKind, Qualifier
from briefing.domain.plans import GoalOp
from briefing.domain.standing import GoalInForce
from briefing.language import Language, Translator

MISSING = "—"
"""What stands for an absent value: never 0, never blank."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SWAP_MARKS = str.maketrans(",.", ".,")
_ROUNDING = Context(prec=400, rounding=ROUND_HALF_UP)


def number(value: float, tr: Translator, decimals: int | None = None) -> str:
    """A finite number with the language's decimal mark and thousands marks.

    ``decimals`` rounds half away from zero, as officials are taught; without it all decimals
    that tell this number from its neighbours are written, and no more.
    """
    exact = Decimal(str(value))
    if decimals is not None:
        exact = _ROUNDING.quantize(exact, Decimal((0, (1,), -decimals)))
    text = f"{abs(exact):,f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    if tr.language is Language.VI:
        text = text.translate(_SWAP_MARKS)
    return f"−{text}" if exact < 0 else text


def percent(value: float, tr: Translator, decimals: int | None = None) -> str:
    """A percentage (69.83, not 0.6983) with its sign: ``69,83%``."""
    return f"{number(value, tr, decimals)}%"


def ratio(numerator: float, denominator: float, tr: Translator) -> str:
    """A count out of a whole: ``16/18``, ``339.252/485.762``."""
    return f"{number(numerator, tr)}/{number(denominator, tr)}"


def date_text(day: date, tr: Translator) -> str:
    """A date in full: ``03/09/2023``; English ``3 Sep 2023``."""
    if tr.language is Language.VI:
        return f"{day:%d/%m/}{day.year:04}"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date, tr: Translator) -> str:
    """A date for a narrow column, still with its year: ``03/09/23``; English ``3 Sep ’23``."""
    year = day.year % 100
    if tr.language is Language.VI:
        return f"{day:%d/%m/}{year:02}"
    return f"{day.day} {_MONTHS[day.month - 1]} ’{year:02}"


def days(count: int, tr: Translator) -> str:
    """A number of days: ``12 ngày``; English ``12 days``."""
    text = tr.ngettext("{count} ngày", "{count} ngày", count)
    return text.format(count=number(count, tr))


def qualified(text: str, qualifier: Qualifier, tr: Translator) -> str:
    """``text`` with the word it was said with: "trên", "gần", "khoảng", "ước"."""
    match qualifier:
        case Qualifier.AT_LEAST:
            return tr.gettext("trên {value}").format(value=text)
        case Qualifier.ALMOST:
            return tr.gettext("gần {value}").format(value=text)
        case Qualifier.ABOUT:
            return tr.gettext("khoảng {value}").format(value=text)
        case Qualifier.ESTIMATE:
            return tr.gettext("ước {value}").format(value=text)
        case Qualifier.EXACT:
            return text


def noun(indicator: Indicator, tr: Translator) -> str:
    """What an indicator counts ("hồ sơ", "tỷ đồng"); points have "điểm", percent nothing."""
    own = tr.pick(indicator.noun, indicator.noun_en)
    if not own and indicator.measure is Measure.POINTS:
        return tr.gettext("điểm")
    return "" if indicator.measure in (Measure.PERCENT, Measure.RANK) else own


def amount(value: float, indicator: Indicator, tr: Translator, decimals: int | None = None) -> str:
    """A bare value in an indicator's measure: ``50%``, "hạng 12", "193 doanh nghiệp"."""
    if indicator.measure is Measure.RANK:
        return tr.gettext("hạng {rank}").format(rank=number(value, tr, decimals))
    return _with_noun(amount_short(value, indicator, tr, decimals), indicator, tr)


def amount_short(
    value: float, indicator: Indicator, tr: Translator, decimals: int | None = None
) -> str:
    """A bare value without its noun: ``50%``, ``12``, ``193``."""
    if indicator.measure is Measure.PERCENT:
        return percent(value, tr, decimals)
    return number(value, tr, _digits(value, indicator) if decimals is None else decimals)


def figure(observation: Observation, indicator: Indicator, tr: Translator) -> str:
    """A figure with its qualifier and unit: "trên 50%", "16/18 địa phương", "hạng 13/63".

    A change reads "tăng 33%" (what it is compared with is left to ``wording.change``); a change of
    rank counts places climbed, "tăng 1 bậc". An excess reads "vượt gần 18% chỉ tiêu".
    """
    match observation.kind:
        case ObservationKind.CHANGE:
            return _change(observation, indicator, tr)
        case ObservationKind.EXCESS:
            above = qualified(percent(observation.value, tr), observation.qualifier, tr)
            return tr.gettext("vượt {value} chỉ tiêu").format(value=above)
        case ObservationKind.VALUE:
            text = _value(observation, indicator, tr)
    if indicator.measure is Measure.RANK:
        text = tr.gettext("hạng {rank}").format(rank=text)
    return qualified(_with_noun(text, indicator, tr), observation.qualifier, tr)


def figure_short(observation: Observation, indicator: Indicator, tr: Translator) -> str:
    """A figure for a narrow column: no noun, ≈ for "khoảng" and "ước"; "trên", "gần" stay."""
    if observation.kind is not ObservationKind.VALUE:
        return figure(observation, indicator, tr)
    text = _value(observation, indicator, tr)
    if observation.qualifier in (Qualifier.ABOUT, Qualifier.ESTIMATE):
        return f"≈{text}"
    return qualified(text, observation.qualifier, tr)


def align_decimals(texts: Sequence[str], tr: Translator) -> list[str]:
    """``texts`` padded to one width so that their decimal marks stand in one column."""
    mark = "," if tr.language is Language.VI else "."
    heads = [_length_to_mark(text, mark) for text in texts]
    head = max(heads, default=0)
    padded = [" " * (head - own) + text for own, text in zip(heads, texts, strict=True)]
    width = max(map(len, padded), default=0)
    return [text.ljust(width) for text in padded]


def goal(in_force: GoalInForce, indicator: Indicator | None, tr: Translator) -> str:
    """A goal as it binds: "≥ 50%", "hạng ≤ 12", "70–80%", its own words, "mức không nêu"."""
    text = goal_short(in_force, indicator, tr)
    if in_force.value is None or indicator is None:
        return text
    if indicator.measure is Measure.RANK:
        return tr.gettext("hạng {rank}").format(rank=text)
    return _with_noun(text, indicator, tr)


def goal_short(in_force: GoalInForce, indicator: Indicator | None, tr: Translator) -> str:
    """A goal for a narrow column: no noun and no "hạng"."""
    if in_force.value is None:
        words = tr.pick(in_force.words, in_force.words_en)
        return words if in_force.printed and words else tr.gettext("mức không nêu")
    sign = "%" if indicator is not None and indicator.measure is Measure.PERCENT else ""
    low = number(in_force.value, tr)
    match in_force.op:
        case GoalOp.RANGE if in_force.high is not None:
            return f"{low}–{number(in_force.high, tr)}{sign}"
        case GoalOp.EQUAL | GoalOp.RANGE | None:
            return f"{low}{sign}"
        case op:
            return f"{op.value} {low}{sign}"


def period(start: date, end: date, tr: Translator) -> str:
    """A period by its name: "năm 2023", "quý I/2023", "tháng 4/2022", "6 tháng đầu năm 2022".

    A period without a name is its two days (``01/02–31/03/2022``), one day "đến 30/06/2023".
    """
    if start == end:
        return tr.gettext("đến {day}").format(day=date_text(end, tr))
    if not _is_whole_months(start, end):
        return _days_from_to(start, end, tr)
    names = {"from_year": start.year, "year": end.year}
    match (start.month, end.month, end.year - start.year):
        case (1, 12, 0):
            return tr.gettext("năm {year}").format(**names)
        case (1, 12, _):
            return tr.gettext("giai đoạn {from_year}–{year}").format(**names)
        case (1, 6, 0):
            return tr.gettext("6 tháng đầu năm {year}").format(**names)
        case (1, 9, 0):
            return tr.gettext("9 tháng đầu năm {year}").format(**names)
        case (7, 12, 0):
            return tr.gettext("6 tháng cuối năm {year}").format(**names)
        case (first, last, 0) if first == last:
            month = _MONTHS[last - 1] if tr.language is Language.EN else last
            return tr.gettext("tháng {month}/{year}").format(month=month, **names)
        case (1 | 4 | 7 | 10 as first, last, 0) if last == first + 2:
            return tr.gettext("quý {quarter}/{year}").format(quarter=_quarter(last, tr), **names)
        case _:
            return _days_from_to(start, end, tr)


def span_short(start: date, end: date, tr: Translator) -> str:
    """A period for a narrow column: "2023", "QI/2023", "T4/2022", "6T/2022", ``30/06/2023``."""
    if start == end:
        return date_text(end, tr)
    if not _is_whole_months(start, end):
        return _days_from_to(start, end, tr)
    english = tr.language is Language.EN
    match (start.month, end.month, end.year - start.year):
        case (1, 12, 0):
            return str(end.year)
        case (1, 12, _):
            return f"{start.year}–{end.year}"
        case (1, 6 | 9 as months, 0):
            if english:
                return f"H1 {end.year}" if months == 6 else f"{months}M {end.year}"
            return f"{months}T/{end.year}"
        case (first, last, 0) if first == last:
            return f"{_MONTHS[last - 1]} {end.year}" if english else f"T{last}/{end.year}"
        case (1 | 4 | 7 | 10 as first, last, 0) if last == first + 2:
            return f"Q{_quarter(last, tr)}{' ' if english else '/'}{end.year}"
        case _:
            return _days_from_to(start, end, tr)


def _with_noun(text: str, indicator: Indicator, tr: Translator) -> str:
    counted = noun(indicator, tr)
    if text == "1" and tr.language is Language.EN:
        counted = _one_of(counted)
    return f"{text} {counted}".rstrip()


def _one_of(counted: str) -> str:
    """One of what an English noun counts, for the endings that the catalogue's nouns have."""
    for plural, one in (("ies", "y"), ("xes", "x"), ("s", "")):
        if counted.endswith(plural):
            return counted.removesuffix(plural) + one
    return counted


def _value(observation: Observation, indicator: Indicator, tr: Translator) -> str:
    if indicator.measure is Measure.PERCENT:
        return percent(observation.value, tr)
    whole = observation.denominator
    if indicator.measure is Measure.RANK:
        whole = whole or indicator.universe
    if whole is not None:
        return ratio(observation.value, whole, tr)
    return number(observation.value, tr, _digits(observation.value, indicator))


def _digits(value: float, indicator: Indicator) -> int | None:
    """An index is written with all its decimals, as published: 0,4880; nothing is rounded off."""
    whole = round(value, indicator.decimals) == value
    return indicator.decimals if indicator.measure is Measure.INDEX and whole else None


def _change(observation: Observation, indicator: Indicator, tr: Translator) -> str:
    size = abs(observation.value)
    if indicator.measure is Measure.RANK:
        text = tr.ngettext("{count} bậc", "{count} bậc", int(size)).format(count=number(size, tr))
    else:
        text = amount(size, indicator, tr)
    text = qualified(text, observation.qualifier, tr)
    if observation.value == 0:
        return tr.gettext("không đổi")
    if observation.value > 0:
        return tr.gettext("tăng {value}").format(value=text)
    return tr.gettext("giảm {value}").format(value=text)


def _length_to_mark(text: str, mark: str) -> int:
    """Cells before the decimal mark, or up to and with the last digit where there is none."""
    at = text.rfind(mark)
    if at >= 0:
        return at
    digits = [index for index, sign in enumerate(text) if sign.isdigit()]
    return digits[-1] + 1 if digits else len(text)


def _is_whole_months(start: date, end: date) -> bool:
    return start.day == 1 and (end + timedelta(days=1)).day == 1


def _quarter(last_month: int, tr: Translator) -> str:
    quarter = last_month // 3
    return str(quarter) if tr.language is Language.EN else ("I", "II", "III", "IV")[quarter - 1]


def _days_from_to(start: date, end: date, tr: Translator) -> str:
    last = date_text(end, tr)
    if start.year != end.year:
        return f"{date_text(start, tr)}–{last}"
    if tr.language is Language.VI:
        return f"{start:%d/%m}–{last}"
    return f"{start.day} {_MONTHS[start.month - 1]} – {last}"
