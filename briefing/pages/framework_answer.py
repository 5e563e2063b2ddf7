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
from briefing.pages.framework_units import place_words
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
        Span(f"  {place}" if (place := place_words(told, tr)) else "", whole=True),
        (f"  {tr.gettext(_BASES[sheet.basis])}", Role.MUTED),
    )
    blocks: list[Block] = [Paragraph(spans=head, hang=2)]
    blocks += _covered(told, tr)
    blocks += _both_sides(told, tr)
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


def _covered(told: FrameworkTold, tr: Translator) -> list[Block]:
    """What is not scored, of how many points; that the parts come to more than the total."""
    sheet, result = told.sheet, told.sheet.result
    most = sheet.got.most or result.total
    sums = {"sum": points_text(most, tr), "total": points_text(result.total, tr)}
    if result.is_whole:
        return []
    if not result.missing and sheet.got.is_whole:
        text = tr.gettext(
            "▲ Đã chấm mọi mục, nhưng điểm tối đa các mục cộng lại là {sum} trong khi bộ ghi "
            "{total}; báo để xem lại, không tự sửa"
        )
        return [_warned(text.format(**sums))]
    text = tr.gettext("▲ Mới chấm {covered} trên {total} điểm; bỏ ra cả hai vế: {parts}")
    parts = _codes(told, result.missing, tr)
    said = text.format(
        covered=points_text(result.covered, tr),
        total=points_text(most, tr),
        parts=parts or tr.gettext("phần điểm không thuộc mục nào"),
    )
    if most > result.total:
        more = tr.gettext("các mục cộng lại {sum} điểm, bộ ghi {total}").format(**sums)
        said = f"{said} ({more})"
    return [_warned(said)]


def _both_sides(told: FrameworkTold, tr: Translator) -> list[Block]:
    """Both totals where both sides gave points, each of the points it covers, and the difference.

    The difference is that of the parts which both of them scored: what the appraisal has not come
    to yet is not taken for points it took away.
    """
    own, appraised, cut = told.sheet.own, told.sheet.appraised, told.sheet.cut
    if own.points is None or appraised.points is None:
        return []
    said = tr.gettext("Tự chấm {own}/{own_covered} · Thẩm định {points}/{covered}").format(
        own=points_text(own.points, tr),
        own_covered=points_text(own.covered, tr),
        points=points_text(appraised.points, tr),
        covered=points_text(appraised.covered, tr),
    )
    scored = told.sheet.got.covered
    if partial := appraised.covered < scored:
        text = tr.gettext("▲ mới thẩm định {covered} trên {scored} điểm đã chấm")
        covered = points_text(appraised.covered, tr)
        not_yet = text.format(covered=covered, scored=points_text(scored, tr))
    parts: list[str | tuple[str, Role]] = [said]
    if partial:
        parts += ["; ", (not_yet, Role.WARNING)]
    if cut:
        text = (
            tr.gettext("trên cùng mục thấp hơn tự chấm {points}")
            if cut < 0
            else tr.gettext("trên cùng mục cao hơn tự chấm {points}")
        )
        parts += ["; ", text.format(points=points_text(abs(cut), tr))]
    return [Paragraph(spans=spans(*parts), hang=2)]


def _warned(text: str) -> Paragraph:
    return Paragraph(spans=spans((text, Role.WARNING)), hang=2)


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
