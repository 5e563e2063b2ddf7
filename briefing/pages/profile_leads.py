"""Lines of a profile that lead on: to other periods, to a what-if, to heirs and predecessors."""

from __future__ import annotations

from briefing.domain.computable import allows_what_if
from briefing.domain.editions import Period
from briefing.domain.model import Unit
from briefing.domain.profile import Moment, Profile
from briefing.language import Translator
from briefing.pages.blocks import Block, Paragraph
from briefing.pages.line import Link, LinkKind, Role, spans
from briefing.pages.profile_words import moment_text, profile_ref
from briefing.wording import lineage as words


def fate_lines(profile: Profile, tr: Translator) -> list[Block]:
    """What a unit that is no more became part of, and a line to where each heir stands."""
    lineage = profile.briefing.lineage
    said = "" if lineage is None else words.fate(lineage, tr)
    if lineage is None or not said:
        return []
    heirs = [_unit_line(heir, words.in_sentence(heir, tr), tr) for heir in lineage.heirs]
    return [Paragraph(spans=spans((said, Role.WARNING))), *heirs]


def origin_lines(profile: Profile, tr: Translator) -> list[Block]:
    """What a unit was made of, and a line to where each of those stood."""
    lineage = profile.briefing.lineage
    said = "" if lineage is None else words.origin(lineage, tr)
    if lineage is None or not said:
        return []
    names = words.names_on(lineage.ancestors, lineage.as_of, tr)
    period = profile.now.period if profile.now is not None and not profile.in_universe else None
    older = [_unit_line(one, names[one.key], tr, period) for one in lineage.ancestors]
    return [Paragraph(spans=spans(said)), *older]


def _unit_line(unit: Unit, name: str, tr: Translator, period: Period | None = None) -> Block:
    """A line that opens where another unit stands, in a period if given."""
    text = tr.gettext("Vị thế của {unit}").format(unit=name)
    ref = str(unit.key) if period is None else f"{unit.key}/{period.end}"
    link = Link(LinkKind.PROFILE, ref)
    return Paragraph(spans=spans((f"→ {text}", Role.ACCENT)), hang=2, link=link)


def elsewhere(profile: Profile, tr: Translator) -> list[Block]:
    """Lines that lead on: to a newer period without the unit, to one that tells its indexes.

    Where no value is known, to what assumed ones would give.
    """
    lines: list[Block] = []
    if profile.untold is not None:
        text = tr.gettext("{moment} đã công bố, chưa có thứ hạng của đơn vị này")
        lines.append(_opening(text, profile.untold, profile, tr))
    if profile.told_at is not None:
        values = tr.gettext("Giá trị chỉ số chính gần nhất: {moment}")
        ranks = tr.gettext("Thứ hạng từng chỉ số chính gần nhất: {moment}")
        lines.append(
            _opening(ranks if profile.told_ranks else values, profile.told_at, profile, tr)
        )
    if profile.in_universe and not profile.tells_indexes and allows_what_if(profile):
        text = tr.gettext("Thử với giá trị giả định của từng chỉ số")
        link = Link(LinkKind.ACTION, "what_if")
        lines.append(Paragraph(spans=spans((f"→ {text}", Role.ACCENT)), hang=2, link=link))
    return lines


def _opening(text: str, moment: Moment, profile: Profile, tr: Translator) -> Block:
    named = moment_text(moment, tr, first=text.startswith("{moment}"))
    made = [*spans((f"→ {text.format(moment=named)}", Role.ACCENT))]
    if profile.now is not None and moment.framework.id != profile.now.framework.id:
        said = tr.gettext("không so sánh được với kỳ này: bộ chỉ số khác")
        made += spans((f" ({said})", Role.MUTED))
    link = Link(LinkKind.PROFILE, profile_ref(profile, moment))
    return Paragraph(spans=tuple(made), hang=2, link=link)
