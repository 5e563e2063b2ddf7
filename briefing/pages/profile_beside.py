"""What stands beside a unit's total: the mean, who is above, the peer, what is known and noted."""

from __future__ import annotations

from briefing import formatting
from briefing.domain.placing import Above, Standing
from briefing.domain.profile import Profile
from briefing.language import Translator
from briefing.pages.blocks import Block, Paragraph
from briefing.pages.line import Link, Role, Span, spans
from briefing.pages.profile_words import (
    index_name,
    index_value,
    other_name,
    own_link,
    points,
)


def distance(profile: Profile, tr: Translator) -> list[Block]:
    """How far the unit above is, and the unit set beside."""
    total = profile.total
    assert total is not None and profile.now is not None
    made: list[Span] = []
    mean = profile.national_mean
    if mean is not None:
        text = tr.gettext("Trung bình {universe} đơn vị: {mean}").format(
            universe=total.universe, mean=index_value(mean, total, tr)
        )
        made += spans(text)
        if total.figure is not None:
            made += spans((f" ({_to_mean(total.figure.value - mean, profile, tr)})", Role.PLAIN))
    if total.figure is not None and total.above is not None:
        made += [
            *([Span(" · ", Role.MUTED)] if made else ()),
            *spans(_above(total.above, profile, tr)),
        ]
    if profile.peer is not None and (total.peer is not None or total.peer_rank is not None):
        if made:
            made += spans((" · ", Role.MUTED))
        made += spans(_beside(profile, total, tr))
    if not made:
        return []
    first = made[0]
    made[0] = first._replace(text=first.text[:1].upper() + first.text[1:])
    return [Paragraph(spans=tuple(made), hang=2)]


def _above(above: Above, profile: Profile, tr: Translator) -> str:
    """ "trên gần nhất: hạng 4 Thừa Thiên Huế 0,6975, còn kém 5,1 điểm".

    Where totals in between are not published it says that it is the nearest of the others.
    """
    total = profile.total
    assert total is not None and total.figure is not None
    who = other_name(above.unit, profile, tr)
    if above.rank is not None:
        rank = tr.gettext("hạng {rank}").format(rank=formatting.number(above.rank, tr))
        who = f"{rank} {who}"
    text = tr.gettext("trên gần nhất: {unit} {value}, còn kém {points} điểm")
    if not total.is_next_above:
        text = tr.gettext(
            "trên gần nhất trong các tổng đã công bố: {unit} {value}, còn kém {points} điểm"
        )
    return text.format(
        unit=who,
        value=index_value(above.value, total, tr),
        points=_size(above.value - total.figure.value, profile, tr),
    )


def _to_mean(step: float, profile: Profile, tr: Translator) -> str:
    """ "đơn vị này cao hơn 14,1 điểm": whose lead it is, in points of the whole."""
    size = _size(step, profile, tr)
    if step < 0:
        return tr.gettext("đơn vị này thấp hơn {points} điểm").format(points=size)
    return tr.gettext("đơn vị này cao hơn {points} điểm").format(points=size)


def _size(step: float, profile: Profile, tr: Translator) -> str:
    assert profile.now is not None
    return points(abs(step) * profile.now.framework.total, tr)


def _beside(profile: Profile, total: Standing, tr: Translator) -> str:
    assert profile.peer is not None
    said = []
    if total.peer_rank is not None:
        rank = formatting.number(total.peer_rank.value, tr)
        said.append(tr.gettext("hạng {rank}").format(rank=f"{rank}/{total.universe}"))
    if total.peer is not None:
        said.append(index_value(total.peer.value, total, tr))
    return tr.gettext("đối chiếu {unit}: {figures}").format(
        unit=other_name(profile.peer, profile, tr), figures=", ".join(said)
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
        return []
    text = tr.gettext("Các chỉ số cộng lại là {sum}, tổng công bố là {total}").format(
        sum=index_value(rolled.share, total, tr), total=index_value(total.figure.value, total, tr)
    )
    return [Paragraph(spans=spans((f"◇ {text}", Role.WARNING)), hang=2)]


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
