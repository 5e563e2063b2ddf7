"""An index framework (bộ chỉ số): its tree of points, and what a unit scored on it."""

from __future__ import annotations

from briefing import formatting, wording
from briefing.domain.adding_up import Misfit, maximum, misfits
from briefing.domain.framework_told import FrameworkTold
from briefing.domain.frameworks import all_parts
from briefing.domain.model import UnitKind
from briefing.language import N_, Translator
from briefing.pages.blocks import Block, Page, Paragraph, quiet
from briefing.pages.framework_answer import answer_lines, named
from briefing.pages.framework_cells import points_text
from briefing.pages.framework_tables import partial_note, score_table, structure_table
from briefing.pages.framework_units import scored_blocks
from briefing.pages.line import Link, LinkKind, Role, Span, spans

_OTHER_KINDS = {
    UnitKind.COUNTRY: N_("Bộ này đánh giá cả nước; không có điểm riêng của {unit}."),
    UnitKind.PROVINCE: N_("Bộ này chấm điểm tỉnh, thành phố; không áp dụng cho {unit}."),
    UnitKind.DISTRICT: N_("Bộ này chấm điểm cấp huyện; không áp dụng cho {unit}."),
    UnitKind.COMMUNE: N_("Bộ này chấm điểm xã, phường, đặc khu; không áp dụng cho {unit}."),
    UnitKind.ORGANISATION: N_("Bộ này chấm điểm sở, ban, ngành; không áp dụng cho {unit}."),
}
"""What units a framework scores, said to one of another kind."""


def framework_page(told: FrameworkTold, tr: Translator) -> Page:
    """The points got and where they were lost; without scores, what the framework is made of.

    Sums that are not what they should be are named before the tree. Of one that was decided later
    than the day only this is told, unless it was scored on before.
    """
    framework, sheet = told.framework, told.sheet
    blocks: list[Block] = _undecided(told, tr)
    if blocks and sheet.end is None:
        return _headed(told, blocks, tr)
    if sheet.end is not None and sheet.start is not None:
        blocks += answer_lines(told, tr)
    else:
        blocks.append(_made_of(told, tr))
        blocks += _no_scores(told, tr)
    blocks += sums(told, tr)
    if note := tr.pick(framework.note, framework.note_en):
        blocks.append(quiet(note))
    if sheet.end is None:
        blocks += scored_blocks(told, tr)
    if sheet.scores:
        table = score_table if sheet.end is not None else structure_table
        blocks += [table(told, sheet.scores, tr), *partial_note(sheet.scores, tr)]
    if sheet.end is not None:
        blocks += scored_blocks(told, tr)
    return _headed(told, blocks, tr)


def _headed(told: FrameworkTold, blocks: list[Block], tr: Translator) -> Page:
    """The page below its title: the unit where it was scored, else the framework."""
    framework, unit = told.framework, wording.unit_title(told.unit, tr)
    if told.sheet.end is not None:
        short = wording.framework_name(framework, tr)
        return Page(title=unit, subtitle=short, blocks=tuple(blocks))
    name = tr.pick(framework.name, framework.name_en)
    return Page(title=name, subtitle=unit, blocks=tuple(blocks))


def framework_link(framework_id: str, unit: str | None = None) -> Link:
    """Opens a framework, of the unit in focus unless another's key is given."""
    return Link(LinkKind.FRAMEWORK, framework_id, unit=unit)


def sums(told: FrameworkTold, tr: Translator) -> list[Block]:
    """A line for each sum of points, of the framework or of the scores, that does not fit."""
    found: list[tuple[str, Misfit]] = [
        *((_SUM_OF_POINTS, each) for each in misfits(told.framework)),
        *((_SUM_OF_SCORES, each) for each in told.sheet.misfits),
    ]
    lines: list[Block] = []
    for text, misfit in found:
        part = misfit.part
        name = tr.gettext("Tổng điểm của bộ") if part is None else f"{part.code} {named(part, tr)}"
        said = tr.gettext(text).format(
            part=name,
            stated=points_text(misfit.stated, tr),
            found=points_text(misfit.found, tr),
        )
        lines.append(Paragraph(spans=spans((f"▲ {said}", Role.WARNING)), hang=2, tight=bool(lines)))
    return lines


_SUM_OF_POINTS = N_("Điểm không khớp: {part} ghi {stated}, các mục bên trong cộng lại là {found}.")
_SUM_OF_SCORES = N_("Điểm chấm không khớp: {part} {stated}, các mục bên trong cộng lại {found}.")


def _undecided(told: FrameworkTold, tr: Translator) -> list[Block]:
    """That the framework was not there on the day yet; nothing where it was."""
    if told.is_decided or told.document is None or told.document.date is None:
        return []
    text = tr.gettext("▲ Đến {day} chưa có bộ chỉ số này: {document} ban hành ngày {decided}.")
    said = text.format(
        day=formatting.date_text(min(told.as_of, told.known_on), tr),
        document=told.document.number,
        decided=formatting.date_text(told.document.date, tr),
    )
    return [Paragraph(spans=spans((said, Role.WARNING)), hang=2)]


def _made_of(told: FrameworkTold, tr: Translator) -> Paragraph:
    """ "1.000 điểm · 8 mục tính điểm · 98 chỉ số thành phần · kết quả năm 2021–2023"."""
    framework = told.framework
    scored = [part for part in framework.parts if maximum(part) != 0]
    components = sum(part.components or 0 for part in all_parts(framework.parts))
    text = tr.ngettext("{count} mục tính điểm", "{count} mục tính điểm", len(scored))
    made = [text.format(count=len(scored))]
    if components:
        text = tr.ngettext("{count} chỉ số thành phần", "{count} chỉ số thành phần", components)
        made.append(text.format(count=components))
    if framework.first_year is not None:
        made.append(_years(told, tr))
    if told.document is not None:
        made.append(told.document.number)
    total = tr.gettext("{points} điểm").format(points=points_text(framework.total, tr))
    parts: list[Span | tuple[str, Role]] = [Span(total, Role.STRONG, whole=True)]
    if not framework.complete:
        partly = tr.gettext("▲ mới biết một phần")
        parts.append((f"  {partly}", Role.WARNING))
    parts.append(Span(f"  {' · '.join(made)}"))
    return Paragraph(spans=spans(*parts), hang=2)


def _years(told: FrameworkTold, tr: Translator) -> str:
    first, last = told.framework.first_year, told.framework.last_year
    if last is None:
        return tr.gettext("kết quả từ năm {year}").format(year=first)
    if first == last:
        return tr.gettext("kết quả năm {year}").format(year=first)
    return tr.gettext("kết quả các năm {first}–{last}").format(first=first, last=last)


def _no_scores(told: FrameworkTold, tr: Translator) -> list[Block]:
    """That the unit has no points; where the values that others published are."""
    day = formatting.date_text(told.known_on, tr)
    if told.unit.kind is not told.framework.kind:
        text = tr.gettext(_OTHER_KINDS[told.framework.kind])
        return [quiet(text.format(unit=wording.unit_title(told.unit, tr)))]
    if told.framework.indicator is None:
        text = tr.gettext("Đến {day} chưa có điểm tự chấm hay thẩm định của đơn vị này.")
        return [quiet(text.format(day=day))]
    text = tr.gettext("Giá trị và thứ hạng đã công bố: xem Vị thế của {unit}")
    said = text.format(unit=wording.unit_name(told.unit, tr))
    link = Link(LinkKind.PROFILE, str(told.unit.key))
    return [Paragraph(spans=spans(("→ ", Role.ACCENT), (said, Role.ACCENT)), hang=2, link=link)]
