"""Where a figure comes from, and when it became known."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.domain.model import Observation, Source
from briefing.formatting import date_text
from briefing.language import Translator


def citation(source: Source, paragraphs: Sequence[int], tr: Translator) -> str:
    """ "Báo Ninh Bình 07/01/2024, đoạn 18".

    A source that prints no date is named so, with the earliest day its text proves.
    """
    day = date_text(source.date, tr)
    if source.date_exact:
        name = f"{source.publisher} {day}"
    else:
        name = tr.gettext("{publisher}, không ghi ngày (từ {day})").format(
            publisher=source.publisher, day=day
        )
    return _with_paragraphs(name, paragraphs, tr)


def citation_short(source: Source, paragraphs: Sequence[int], tr: Translator) -> str:
    """The same for a narrow column, without the date: "Báo Ninh Bình, đoạn 18"."""
    return _with_paragraphs(source.publisher, paragraphs, tr)


def paragraphs_text(paragraphs: Sequence[int], tr: Translator) -> str:
    """ "đoạn 4, 5, 8"; empty when the place is not known."""
    if not paragraphs:
        return ""
    text = tr.ngettext("đoạn {numbers}", "đoạn {numbers}", len(paragraphs))
    return text.format(numbers=", ".join(map(str, paragraphs)))


def published(observation: Observation, tr: Translator) -> str:
    """ "công bố 07/01/2024"; undated "công bố sớm nhất 15/09/2022 (không ghi ngày)"."""
    day = date_text(observation.published_on, tr)
    if observation.published_exact:
        return tr.gettext("công bố {day}").format(day=day)
    return tr.gettext("công bố sớm nhất {day} (không ghi ngày)").format(day=day)


def _with_paragraphs(name: str, paragraphs: Sequence[int], tr: Translator) -> str:
    place = paragraphs_text(paragraphs, tr)
    return f"{name}, {place}" if place else name
