"""Units side by side: what is not like for like, and how far apart two figures are."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.domain.model import Indicator, Measure, Observation, Qualifier
from briefing.formatting import period
from briefing.language import Translator
from briefing.wording.movement import size_words


def other_period(observation: Observation, tr: Translator) -> str:
    """ "kỳ số liệu khác: 01/02–31/03/2022"."""
    text = period(observation.start, observation.end, tr)
    return tr.gettext("kỳ số liệu khác: {period}").format(period=text)


def other_definition(indicator: Indicator, tr: Translator) -> str:
    """ "định nghĩa khác: …", with the definition, or the indicator's name where none is kept."""
    meaning = tr.pick(indicator.definition, indicator.definition_en)
    meaning = meaning or tr.pick(indicator.name, indicator.name_en)
    return tr.gettext("định nghĩa khác: {definition}").format(definition=meaning)


def not_exact(qualifier: Qualifier, tr: Translator) -> str:
    """How a figure that is not exact was said: "số ước"; empty for an exact one."""
    match qualifier:
        case Qualifier.AT_LEAST:
            return tr.gettext("nguồn nói “trên”")
        case Qualifier.ALMOST:
            return tr.gettext("nguồn nói “gần”")
        case Qualifier.ABOUT:
            return tr.gettext("nguồn nói “khoảng”")
        case Qualifier.ESTIMATE:
            return tr.gettext("số ước")
        case Qualifier.EXACT:
            return ""


def difference(
    value: float, other: float, indicator: Indicator, tr: Translator, but: Sequence[str] = ()
) -> str:
    """How ``value`` stands beside ``other``: "cao hơn 9,85 điểm %; kỳ số liệu khác nhau".

    ``but`` holds the reasons, in words, why the two do not compare like for like.
    """
    step = round(value - other, 6)
    size = size_words(abs(step), indicator, tr)
    if step == 0:
        text = tr.gettext("bằng nhau")
    elif indicator.measure is Measure.RANK:
        # A smaller rank is the higher place.
        better = tr.gettext("xếp trên {size}")
        text = (better if step < 0 else tr.gettext("xếp dưới {size}")).format(size=size)
    elif indicator.measure in (Measure.COUNT, Measure.MONEY):
        more = tr.gettext("nhiều hơn {size}")
        text = (more if step > 0 else tr.gettext("ít hơn {size}")).format(size=size)
    else:
        higher = tr.gettext("cao hơn {size}")
        text = (higher if step > 0 else tr.gettext("thấp hơn {size}")).format(size=size)
    return "; ".join([text, *but])
