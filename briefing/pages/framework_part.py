"""One part of a framework by itself, and what is said of it below the tree."""

from __future__ import annotations

from briefing import formatting, wording
from briefing.domain.framework_told import FrameworkTold
from briefing.domain.frameworks import Assessment
from briefing.domain.scores import Score
from briefing.language import Translator
from briefing.pages.blocks import Block, Column, Page, Row, Table, quiet
from briefing.pages.detail import fitted
from briefing.pages.framework import framework_link
from briefing.pages.framework_cells import due_cell, lead_name, more_within, points_text
from briefing.pages.framework_tables import partial_note, score_table, structure_table
from briefing.pages.line import Line, Link, LinkKind, Role, Span, spans


def part_page(score: Score, told: FrameworkTold, tr: Translator) -> Page:
    """A part: its points and what was got of them, evidence, who leads it, its own parts."""
    part, framework = score.part, told.framework
    unit = str(told.unit.key)
    values = part.indicator
    indicator = None if values is None else Link(LinkKind.INDICATOR, values, unit=unit)
    rows = [
        _row(
            tr.gettext("Bộ chỉ số"),
            spans(tr.pick(framework.name, framework.name_en)),
            framework_link(framework.id, unit),
        ),
        _row(tr.gettext("Điểm"), _got(score, tr) or _most(score, tr)),
        _row(tr.gettext("Chủ trì"), spans(_lead_in_full(score.lead, told, tr))),
        _row(tr.gettext("Hạn"), due_cell(score, told, tr)),
        _row(tr.gettext("Tài liệu phải có"), spans(part.evidence)),
        _row(tr.gettext("Tài liệu đã nộp"), spans(score.evidence)),
        _row(
            tr.gettext("Giá trị công bố"),
            spans((tr.gettext("xem chỉ số"), Role.ACCENT)) if indicator is not None else (),
            indicator,
        ),
    ]
    blocks: list[Block] = [
        Table(
            heading=f"{part.code}  {tr.pick(part.name, part.name_en)}",
            columns=(Column(most=20), Column(flex=True, least=30, wrap=6)),
            rows=tuple(row for row in rows if row is not None),
        )
    ]
    if score.rows:
        blocks.append(_given(score, told, tr))
    if score.parts:
        table = score_table if told.sheet.end is not None else structure_table
        blocks += [table(told, score.parts, tr), *partial_note(score.parts, tr)]
    return Page(
        title=tr.gettext("Mục của bộ chỉ số"),
        subtitle=wording.unit_title(told.unit, tr),
        blocks=tuple(blocks),
    )


def unknown_part_page(told: FrameworkTold, tr: Translator) -> Page:
    """Says that the framework has no such part."""
    text = tr.gettext("Bộ chỉ số này không có mục đó.")
    return Page(title=wording.unit_title(told.unit, tr), blocks=(quiet(text),))


def part_detail(
    score: Score, told: FrameworkTold, tr: Translator, room: int, most: int
) -> tuple[Line, ...]:
    """At most ``most`` lines of ``room`` cells: name and points, evidence, who leads, remarks."""
    part = score.part
    named = f"{part.code} {tr.pick(part.name, part.name_en)}"
    lead = lead_name(score.lead, told, tr)
    led = tr.gettext("{unit} chủ trì").format(unit=lead) if lead else ""
    told_of = _told_of(score, tr)
    note = next((tr.pick(each.note, each.note_en) for each in score.rows if each.note), "")
    due = due_cell(score, told, tr)
    if due:
        due = (*spans((tr.gettext("hạn"), Role.MUTED), " "), *due)
    return fitted(
        (
            (*spans((named, Role.STRONG)), *spans("  "), *(_got(score, tr) or _most(score, tr))),
            spans((note, Role.WARNING)),
            spans(told_of),
            (*spans((led, Role.MUTED)), *(spans("  ") if led and due else ()), *due),
        ),
        room,
        most,
    )


def _told_of(score: Score, tr: Translator) -> str:
    """What was handed in, else what there must be; of how many components the part is made."""
    count = score.part.components
    if score.evidence:
        return tr.gettext("Đã nộp: {evidence}").format(evidence=score.evidence)
    if score.part.evidence:
        return tr.gettext("Phải có: {evidence}").format(evidence=score.part.evidence)
    if count:
        text = tr.ngettext("{count} chỉ số thành phần", "{count} chỉ số thành phần", count)
        return text.format(count=count)
    return ""


def _most(score: Score, tr: Translator) -> tuple[Span, ...]:
    """ "tối đa 40 điểm"; that nobody told it, or that none are given."""
    if score.maximum is None:
        return spans((tr.gettext("chưa biết điểm tối đa"), Role.MUTED))
    if score.maximum == 0:
        return spans((tr.gettext("không tính điểm"), Role.MUTED))
    return spans(tr.gettext("tối đa {points} điểm").format(points=points_text(score.maximum, tr)))


def _got(score: Score, tr: Translator) -> tuple[Span, ...]:
    """ "30/40 điểm, mất 10"; nothing where nobody scored it."""
    if score.points is None:
        return ()
    text = tr.gettext("{points}/{covered} điểm").format(
        points=points_text(score.points, tr), covered=points_text(score.covered, tr)
    )
    if score.lost:
        lost = formatting.number(score.lost, tr)
        text = tr.gettext("{points}, mất {lost}").format(points=text, lost=lost)
    if (more := more_within(score)) is not None:
        sums = tr.gettext("các mục bên trong cộng lại {sum}, mục này ghi {stated}")
        stated = points_text(score.maximum, tr)
        text = f"{text} ({sums.format(sum=points_text(more, tr), stated=stated)})"
    return spans((text, Role.STRONG))


def _lead_in_full(code: str | None, told: FrameworkTold, tr: Translator) -> str:
    unit = told.names.get(code or "")
    return code or "" if unit is None else wording.unit_title(unit, tr)


def _given(score: Score, told: FrameworkTold, tr: Translator) -> Table:
    """Each time the part was scored, the last published first, with its source."""
    return Table(
        heading=tr.gettext("Các lần chấm"),
        columns=(
            Column(title=tr.gettext("Công bố")),
            Column(title=tr.gettext("Tự chấm")),
            Column(title=tr.gettext("Thẩm định")),
            Column(title=tr.gettext("Ghi chú"), flex=True, least=16, priority=1, wrap=3),
            Column(title=tr.gettext("Nguồn"), priority=2, most=34),
        ),
        rows=tuple(_given_row(each, told, tr) for each in score.rows),
        show_titles=True,
    )


def _given_row(each: Assessment, told: FrameworkTold, tr: Translator) -> Row:
    source = told.sources.get(each.source)
    cited = wording.citation_short(source, (), tr) if source is not None else each.source
    return Row(
        cells=(
            spans(formatting.date_text(each.published_on, tr)),
            spans(points_text(each.self_points, tr)),
            spans(points_text(each.appraised_points, tr)),
            spans((tr.pick(each.note, each.note_en), Role.MUTED)),
            spans((cited, Role.MUTED)),
        ),
        link=Link(LinkKind.SOURCE, each.source, each.source),
    )


def _row(name: str, cell: tuple[Span, ...], link: Link | None = None) -> Row | None:
    return Row(cells=(spans((name, Role.MUTED)), cell), link=link) if cell else None
