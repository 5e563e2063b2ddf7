"""What predecessors' figures add up to, and why they do not."""

from __future__ import annotations

from briefing.domain.combining import Combined, Refusal
from briefing.domain.model import Indicator, Measure
from briefing.formatting import amount, figure_short, noun, percent, qualified, ratio
from briefing.language import Translator
from briefing.wording.lineage import former_name, listed


def total(found: Combined, tr: Translator) -> str:
    """What figures add up to, with its noun: "2.836 tổ", "10/51 huyện", "86,36% (95/110)"."""
    if found.value is None:
        return ""
    counts = ""
    if found.numerator is not None and found.denominator is not None:
        counts = ratio(found.numerator, found.denominator, tr)
    indicator = found.indicator
    if indicator.measure is Measure.PERCENT:
        text = qualified(percent(found.value, tr, max(indicator.decimals, 2)), found.qualifier, tr)
        return f"{text} ({counts})"
    if counts and found.numerator == found.value:
        return qualified(f"{counts} {noun(indicator, tr)}".rstrip(), found.qualifier, tr)
    return qualified(amount(found.value, indicator, tr), found.qualifier, tr)


def summands(found: Combined, tr: Translator) -> str:
    """What was added: "1.205 + 1.631"; of a rate its counts, "100/200 + 240/300", since rates are
    never added.
    """
    rate = found.indicator.measure is Measure.PERCENT
    said = []
    for one in found.observations:
        if rate and one.numerator is not None and one.denominator is not None:
            counts = ratio(one.numerator, one.denominator, tr)
            said.append(qualified(counts, one.qualifier, tr))
        else:
            said.append(figure_short(one, found.indicator, tr))
    return " + ".join(said)


def why_not(found: Combined, tr: Translator) -> str:
    """Why the figures of one period do not add up, with who is missing; empty where they do."""
    if found.refusal is Refusal.MISSING:
        names = listed((former_name(unit, tr) for unit in found.missing), tr)
        return tr.gettext("thiếu {units}").format(units=names)
    if found.refusal is Refusal.NO_COUNTS:
        names = listed((former_name(unit, tr) for unit in found.without_counts), tr)
        return tr.gettext("{units} không công bố tử số, mẫu số").format(units=names)
    return "" if found.refusal is None else never(found.refusal, found.indicator, tr)


def never(refusal: Refusal, indicator: Indicator, tr: Translator) -> str:
    """Why nothing of an indicator is ever added up over units."""
    match refusal:
        case Refusal.RANK:
            return tr.gettext("Thứ hạng không cộng, không lấy bình quân.")
        case Refusal.INDEX:
            return tr.gettext(
                "Chỉ số tổng hợp không cộng, không tự lấy bình quân; chỉ dùng giá trị được công bố."
            )
        case Refusal.POINTS:
            return tr.gettext(
                "Điểm đánh giá không cộng, không tự lấy bình quân; chỉ dùng điểm được công bố."
            )
        case Refusal.DURATION:
            return tr.gettext("Thời gian của các đơn vị cũ không cộng với nhau.")
        case Refusal.PER_HEAD:
            text = tr.gettext("Mức tính theo {noun} không cộng được.")
            return text.format(noun=noun(indicator, tr))
        case Refusal.SPLIT:
            return tr.gettext("Có đơn vị cũ được chia về nhiều nơi, nên số của nó không cộng vào.")
        case Refusal.MISSING | Refusal.NO_COUNTS:
            return tr.gettext("Chưa đủ số liệu của các đơn vị cũ để cộng.")
