"""What stands beside a unit's total: the mean, who is above, the peer or why there is none."""

from __future__ import annotations

from briefing import formatting
from briefing.domain.model import Unit
from briefing.domain.placing import Above, Standing
from briefing.domain.profile import Moment, Profile
from briefing.language import Translator
from briefing.pages.blocks import Block, Paragraph
from briefing.pages.line import Role, Span, spans
from briefing.pages.profile_words import (
    index_value,
    other_name,
    period_text,
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
    lines: list[Block] = []
    if made:
        first = made[0]
        made[0] = first._replace(text=first.text[:1].upper() + first.text[1:])
        lines.append(Paragraph(spans=tuple(made), hang=2))
    if profile.peer is not None and not total.tells_peer:
        text = _not_beside(profile, profile.peer, profile.now, tr)
        lines.append(Paragraph(spans=spans((text, Role.MUTED)), hang=2))
    return lines


def _above(above: Above, profile: Profile, tr: Translator) -> str:
    """ "đơn vị ngay trên: hạng 4 Thừa Thiên Huế 0,6975, còn kém 5,1 điểm".

    Where totals in between are not published it says that it is the nearest of the others.
    """
    total = profile.total
    assert total is not None and total.figure is not None
    who = other_name(above.unit, profile, tr)
    if above.rank is not None:
        rank = tr.gettext("hạng {rank}").format(rank=formatting.number(above.rank, tr))
        who = f"{rank} {who}"
    text = tr.gettext("đơn vị ngay trên: {unit} {value}, còn kém {points} điểm")
    if not total.is_next_above:
        text = tr.gettext(
            "gần nhất phía trên trong các tổng đã công bố: {unit} {value}, còn kém {points} điểm"
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


def _not_beside(profile: Profile, peer: Unit, now: Moment, tr: Translator) -> str:
    """Why nothing of the unit set beside is told in the results of the period."""
    name, period = other_name(peer, profile, tr), period_text(now, tr)
    began, ended = peer.key.valid_from, peer.valid_to
    if profile.peer_in_universe:
        text = tr.gettext("Không đối chiếu được với {unit}: chưa công bố hạng, tổng của {period}.")
    elif began is not None and now.period.end < began:
        text = tr.gettext("Không đối chiếu được với {unit}: đơn vị có từ {day}, sau {period}.")
        return text.format(unit=name, period=period, day=formatting.date_text(began, tr))
    elif ended is not None:
        text = tr.gettext(
            "Không đối chiếu được với {unit}: đơn vị có đến hết {day}, kết quả {period} là của các "
            "đơn vị sau đó."
        )
        return text.format(unit=name, period=period, day=formatting.date_text(ended, tr))
    else:
        text = tr.gettext(
            "Không đối chiếu được với {unit}: không có trong các đơn vị được xếp hạng {period}."
        )
    return text.format(unit=name, period=period)
