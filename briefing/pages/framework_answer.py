"""The first lines on a scored framework: points of how many, what is missing, where points went."""

from __future__ import annotations

from collections.abc import Sequence

from briefing import formatting
from briefing.domain.framework_told import FrameworkTold
from briefing.domain.frameworks import Part
from briefing.domain.scores import Basis, Score
from briefing.language import N_, Translator
from briefing.pages.blocks import Block, Paragraph, quiet
from briefing.pages.framework_cells import points_text
from briefing.pages.line import Role, Span, spans

_BASES = {
    Basis.APPRAISED: N_("theo điểm thẩm định"),
    Basis.SELF: N_("theo điểm tự chấm, chưa thẩm định"),
    Basis.BOTH: N_("mục chưa thẩm định tính theo điểm tự chấm"),
}
MOST_NAMED = 3
"""Parts that the answer names: where most points were lost."""


def answer_lines(told: FrameworkTold, tr: Translator) -> list[Block]:
    """How many points of how many, for when, by whom; what is not covered; where most was lost."""
    sheet, result = told.sheet, told.sheet.result
    assert sheet.start is not None and sheet.end is not None
    period = formatting.period(sheet.start, sheet.end, tr)
    if result.share is None or sheet.basis is None:
        text = tr.gettext("Có dòng điểm cho {period} nhưng chưa mục nào biết điểm tối đa.")
        return [quiet(text.format(period=period))]
    got = tr.gettext("{points}/{covered} điểm").format(
        points=points_text(result.points, tr), covered=points_text(result.covered, tr)
    )
    share = formatting.percent(result.share * 100, tr, 1)
    head = spans(
        Span(got, Role.STRONG, whole=True),
        Span(f" ({share})", Role.STRONG, whole=True),
        Span(f"  {period}", whole=True),
        (f"  {tr.gettext(_BASES[sheet.basis])}", Role.MUTED),
    )
    blocks: list[Block] = [Paragraph(spans=head, hang=2)]
    if not result.is_whole:
        text = tr.gettext("▲ Mới chấm {covered} trên {total} điểm; bỏ ra cả hai vế: {parts}")
        parts = _codes(told, result.missing, tr)
        said = text.format(
            covered=points_text(result.covered, tr),
            total=points_text(result.total, tr),
            parts=parts or tr.gettext("phần điểm không thuộc mục nào"),
        )
        blocks.append(Paragraph(spans=spans((said, Role.WARNING)), hang=2))
    if lost := _most_lost(told):
        named_parts = "; ".join(
            tr.gettext("{part} ({points})").format(
                part=f"{each.part.code} {named(each.part, tr)}",
                points=formatting.number(-(each.lost or 0), tr),
            )
            for each in lost
        )
        text = tr.gettext("Mất nhiều nhất ở: {parts}").format(parts=named_parts)
        blocks.append(Paragraph(spans=spans(text), hang=2))
    if sheet.earlier:
        days = ", ".join(formatting.date_text(day, tr) for day in sheet.earlier)
        text = tr.gettext("Có điểm kỳ trước, đến ngày: {days}").format(days=days)
        blocks.append(quiet(text))
    return blocks


def _codes(told: FrameworkTold, missing: Sequence[str], tr: Translator) -> str:
    """The parts left out, by code and name; the number of the others where they are many."""
    found = [told.score(each) for each in missing]
    parts = [each.part for each in found if each is not None]
    said = [f"{part.code} {named(part, tr)}" for part in parts[:MOST_NAMED]]
    if len(parts) > MOST_NAMED:
        count = len(parts) - MOST_NAMED
        said.append(tr.ngettext("{count} mục khác", "{count} mục khác", count).format(count=count))
    return "; ".join(said)


def _most_lost(told: FrameworkTold) -> list[Score]:
    """The scored parts without scored parts of their own that lost most points, most first."""
    found = [
        each
        for each in told.sheet.all
        if each.lost and not any(inner.points is not None for inner in each.parts)
    ]
    return sorted(found, key=lambda each: -(each.lost or 0))[:MOST_NAMED]


def named(part: Part, tr: Translator) -> str:
    """A part's name in the language."""
    return tr.pick(part.name, part.name_en)
