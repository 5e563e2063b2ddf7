"""What of a unit's points is known, how it adds up to the published total, and what is noted."""

from __future__ import annotations

from briefing import formatting
from briefing.domain.profile import Profile
from briefing.language import Translator
from briefing.pages.blocks import Block, Paragraph
from briefing.pages.line import Link, Role, spans
from briefing.pages.profile_words import (
    POINT_DECIMALS,
    index_name,
    index_value,
    own_link,
    points,
)


def coverage(profile: Profile, tr: Translator) -> list[Block]:
    """What of the points is known, and whether the indexes add up to the published total."""
    rolled, total = profile.rolled, profile.total
    if rolled is None or profile.now is None:
        return []
    if not rolled.is_whole:
        missing = [index for index in profile.indexes if index.part.id in rolled.missing]
        text = tr.gettext(
            "Mới biết {covered} trên {total} điểm; bỏ ra cả hai vế: {indexes}"
        ).format(
            covered=formatting.number(rolled.covered, tr),
            total=formatting.number(rolled.total, tr),
            indexes=", ".join(index_name(index, tr) for index in missing),
        )
        return [Paragraph(spans=spans((f"◇ {text}", Role.WARNING)), hang=2)]
    if total is None or total.figure is None or rolled.share is None:
        return []
    if profile.adds_up:
        return _rounded(profile, rolled.share, total.figure.value, tr)
    text = tr.gettext("Các chỉ số cộng lại là {sum}, tổng công bố là {total}").format(
        sum=index_value(rolled.share, total, tr), total=index_value(total.figure.value, total, tr)
    )
    return [Paragraph(spans=spans((f"◇ {text}", Role.WARNING)), hang=2)]


def _rounded(profile: Profile, share: float, published: float, tr: Translator) -> list[Block]:
    """That points lost and the total come from rounded figures, where it shows.

    Lost points are worked out from the indexes, each rounded by itself, as the total is.
    """
    assert profile.now is not None and profile.lost is not None
    whole = profile.now.framework.total
    told = round(profile.lost, POINT_DECIMALS) + round(whole * published, POINT_DECIMALS)
    if round(told - whole, POINT_DECIMALS) == 0:
        return []
    text = tr.gettext(
        "Điểm mất tính từ các chỉ số đã làm tròn, cộng lại là {sum} điểm; tổng công bố là {total} "
        "điểm."
    ).format(sum=points(whole * share, tr), total=points(whole * published, tr))
    return [Paragraph(spans=spans((text, Role.MUTED)), hang=2)]


def notes(profile: Profile, tr: Translator) -> list[Block]:
    """What is noted with the unit's own total and rank: a plain mean of merged units, a doubt."""
    total = profile.total
    assert total is not None
    notes: dict[str, Link | None] = {}
    for figure in (total.figure, total.rank):
        observation = profile.cited.get(figure.observation) if figure is not None else None
        if observation is not None and (note := tr.pick(observation.note, observation.note_en)):
            notes.setdefault(note, own_link(profile, total))
    return [
        Paragraph(spans=spans((note, Role.MUTED)), hang=2, link=link)
        for note, link in notes.items()
    ]
