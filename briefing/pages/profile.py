"""Where one unit stands: its rank, the points it lost, and who works on winning them back."""

from __future__ import annotations

from briefing import formatting, wording
from briefing.domain.model import UnitKind
from briefing.domain.profile import Profile
from briefing.language import Translator
from briefing.pages.blocks import Block, Page, Paragraph, quiet
from briefing.pages.framework import framework_link
from briefing.pages.line import Role, spans
from briefing.pages.profile_answer import answer_lines
from briefing.pages.profile_leads import elsewhere, fate_lines, origin_lines
from briefing.pages.profile_pillars import pillar_table, reading_notes
from briefing.pages.profile_tables import index_table
from briefing.pages.profile_words import period_text
from briefing.pages.profile_work import work_tables


def profile_page(profile: Profile, tr: Translator, *, asked_beside: bool = False) -> Page:
    """The answer in the first lines: the rank, the points lost, what nobody works on.

    Then the main indexes, most points lost first, the open tasks of each, and the pillars.
    ``asked_beside``: a unit was named to stand beside; one of another kind cannot.
    """
    blocks = fate_lines(profile, tr)
    if asked_beside and profile.peer is None:
        text = tr.gettext("Không đối chiếu được: đơn vị đã chọn không cùng cấp với {unit}.")
        said = text.format(unit=wording.unit_name(profile.unit, tr))
        blocks.append(Paragraph(spans=spans((said, Role.WARNING)), hang=2))
    if profile.now is None:
        blocks.append(quiet(_nothing(profile, tr)))
    else:
        blocks += answer_lines(profile, tr)
        blocks += elsewhere(profile, tr)
        blocks += origin_lines(profile, tr)
        blocks += index_table(profile, tr)
        blocks += reading_notes(profile, tr)
        blocks += work_tables(profile, tr)
        blocks += pillar_table(profile, tr)
        blocks += framework_note(profile, tr)
    blocks += framework_lines(profile, tr)
    return Page(
        title=title(profile, tr),
        subtitle=subtitle(profile, tr),
        blocks=tuple(blocks),
    )


def title(profile: Profile, tr: Translator) -> str:
    """Whose standing: "Vị thế: Cần Thơ"; of a unit below a province with what it is."""
    unit = profile.unit
    named = wording.unit_name if unit.kind is UnitKind.PROVINCE else wording.unit_title
    return tr.gettext("Vị thế: {unit}").format(unit=named(unit, tr))


def subtitle(profile: Profile, tr: Translator) -> str:
    """By what framework, of what period: "bộ chỉ số 2022, năm 2022".

    Short enough to stand beside the longest name of a province and the day on 80 columns.
    """
    if profile.now is None:
        return ""
    return tr.gettext("{framework}, {period}").format(
        framework=wording.framework_name(profile.now.framework, tr),
        period=period_text(profile.now, tr),
    )


def framework_note(profile: Profile, tr: Translator) -> list[Block]:
    """What is noted about a framework of which only a part is known."""
    if profile.now is None or profile.now.framework.complete:
        return []
    framework = profile.now.framework
    note = tr.pick(framework.note, framework.note_en)
    said = f"{wording.framework_name(framework, tr, first=True)}: {note}"
    return [Paragraph(spans=spans((said, Role.MUTED)), tight=False)] if note else []


def framework_lines(profile: Profile, tr: Translator) -> list[Block]:
    """Lines that open the framework of the results, and those by which the unit was scored."""
    lines: list[Block] = []
    told = () if profile.now is None else (profile.now.framework,)
    for framework in dict.fromkeys((*profile.scored, *told)):
        name = tr.pick(framework.name, framework.name_en)
        text = name
        if framework in profile.scored:
            text = tr.gettext("Điểm từng mục: {framework}").format(framework=name)
        link = framework_link(framework.id, str(profile.unit.key))
        made = spans((f"→ {text}", Role.ACCENT))
        lines.append(Paragraph(spans=made, hang=2, link=link, tight=bool(lines)))
    return lines


def _nothing(profile: Profile, tr: Translator) -> str:
    text = tr.gettext("Đến {day} chưa công bố kết quả xếp hạng nào cho loại đơn vị này.")
    return text.format(day=formatting.date_text(profile.briefing.known_on, tr))
