"""The first line of a profile: which rank and total, and how it moved; or why there is none."""

from __future__ import annotations

from briefing import formatting, wording
from briefing.domain.profile import Former, Profile
from briefing.language import Translator
from briefing.pages.blocks import Block, Paragraph
from briefing.pages.line import Link, LinkKind, Role, Span, spans
from briefing.pages.profile_words import (
    not_alike,
    period_text,
    rank_text,
    ranking_link,
    total_text,
)
from briefing.wording import lineage


def former_line(profile: Profile, former: Former, tr: Translator) -> Block:
    """ "Khi xếp hạng năm 2022 là tỉnh Thừa Thiên Huế: hạng 4/63 · Chỉ số DTI 0,6975".

    It opens the profile of that unit.
    """
    assert profile.now is not None
    total, name = former.total, lineage.in_sentence(former.unit, tr)
    if total.rank is None:
        text = tr.gettext("Khi xếp hạng {period} là {unit}: chưa công bố thứ hạng")
        said = text.format(period=period_text(profile.now, tr), unit=name)
    else:
        text = tr.gettext("Khi xếp hạng {period} là {unit}: hạng {rank}/{universe}")
        said = text.format(
            period=period_text(profile.now, tr),
            unit=name,
            rank=formatting.number(total.rank.value, tr),
            universe=total.universe,
        )
    made = [Span(said, Role.STRONG)]
    if total.figure is not None:
        made += [*_and(), Span(total_text(total, tr), Role.STRONG, whole=True)]
    link = Link(LinkKind.PROFILE, f"{former.unit.key}/{profile.now.period.end}")
    return Paragraph(spans=tuple(made), hang=2, link=link)


def outside_line(profile: Profile, tr: Translator) -> Block:
    """That the unit was not among those ranked in the period."""
    assert profile.now is not None
    text = tr.gettext("{unit} không có trong {count} đơn vị được xếp hạng {period}.")
    total = profile.total
    said = text.format(
        unit=wording.unit_title(profile.unit, tr),
        count=0 if total is None else total.universe,
        period=period_text(profile.now, tr),
    )
    return Paragraph(spans=spans((said, Role.WARNING)))


def rank_line(profile: Profile, tr: Translator) -> Block:
    """ "Hạng 5/63 · DTI 0,6924 · lên 1 bậc so với năm 2021 (hạng 6/63)"."""
    total = profile.total
    assert total is not None
    assert profile.now is not None
    if profile.is_ranked:
        made = [Span(rank_text(total, tr), Role.STRONG, whole=True)]
        made += spans((", " + period_text(profile.now, tr), Role.PLAIN))
    else:
        period = period_text(profile.now, tr)
        made = [Span(period[:1].upper() + period[1:], Role.PLAIN)]
    if total.figure is not None:
        made += _and()
        made.append(Span(total_text(total, tr), Role.STRONG, whole=True))
    made += _moved(profile, tr)
    if total.is_told and profile.earlier is not None and not profile.is_alike:
        made += _and()
        made += spans((not_alike(profile, tr), Role.MUTED))
    return Paragraph(spans=tuple(made), hang=2, link=ranking_link(profile, total))


def _moved(profile: Profile, tr: Translator) -> list[Span]:
    """How the rank changed since the period before, within one framework and universe."""
    before, total = profile.before, profile.total
    if before is None or before.rank is None or total is None or total.rank is None:
        return []
    assert profile.earlier is not None
    step = round(before.rank.value - total.rank.value)
    period = period_text(profile.earlier, tr)
    if step == 0:
        text = tr.gettext("= giữ hạng so với {period}").format(period=period)
        return [*_and(), Span(text, Role.PLAIN)]
    form = (
        tr.ngettext("↑ lên {count} bậc so với {period}", "↑ lên {count} bậc so với {period}", step)
        if step > 0
        else tr.ngettext(
            "↓ xuống {count} bậc so với {period}", "↓ xuống {count} bậc so với {period}", -step
        )
    )
    text = form.format(count=abs(step), period=period)
    return [*_and(), Span(text, Role.GOOD if step > 0 else Role.BAD)]


def _and() -> list[Span]:
    return [Span(" · ", Role.MUTED)]
