"""What stands beside a unit's total: the mean, who is above, the peer, what is known and noted."""

from __future__ import annotations

from briefing import formatting, wording
from briefing.domain.placing import Above, Standing
from briefing.domain.profile import Profile
from briefing.language import Translator
from briefing.pages.blocks import Block, Paragraph
from briefing.pages.line import Link, Role, Span, spans
from briefing.pages.profile_words import (
    index_name,
    index_value,
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
            made += spans((f" ({_against(total.figure.value - mean, profile, tr)})", Role.PLAIN))
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
    """ "hạng 4 Thừa Thiên Huế 0,6975, hơn 5,1 điểm"."""
    total = profile.total
    assert total is not None and total.figure is not None
    who = wording.unit_name(above.unit, tr)
    if above.rank is not None:
        rank = tr.gettext("hạng {rank}").format(rank=formatting.number(above.rank, tr))
        who = f"{rank} {who}"
    return tr.gettext("trên gần nhất: {unit} {value}, {step}").format(
        unit=who,
        value=index_value(above.value, total, tr),
        step=_against(above.value - total.figure.value, profile, tr),
    )


def _against(step: float, profile: Profile, tr: Translator) -> str:
    """ "hơn 14,1 điểm", "kém 14,1 điểm": a distance of totals in points of the whole."""
    assert profile.now is not None
    size = points(abs(step) * profile.now.framework.total, tr)
    if step < 0:
        return tr.gettext("kém {points} điểm").format(points=size)
    return tr.gettext("hơn {points} điểm").format(points=size)


def _beside(profile: Profile, total: Standing, tr: Translator) -> str:
    assert profile.peer is not None
    said = []
    if total.peer_rank is not None:
        rank = formatting.number(total.peer_rank.value, tr)
        said.append(tr.gettext("hạng {rank}").format(rank=f"{rank}/{total.universe}"))
    if total.peer is not None:
        said.append(index_value(total.peer.value, total, tr))
    return tr.gettext("đối chiếu {unit}: {figures}").format(
        unit=wording.unit_name(profile.peer, tr), figures=", ".join(said)
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
