"""One task or one target by itself, with everything its plan says about it."""

from __future__ import annotations

from collections.abc import Iterable

from briefing import formatting, wording
from briefing.domain.edits import Edit
from briefing.domain.standing import Briefing, TargetStanding, TaskStanding
from briefing.language import Translator
from briefing.pages import cells, given
from briefing.pages.blocks import Block, Column, Page, Paragraph, Row, Table
from briefing.pages.line import Link, LinkKind, Role, Span, spans
from briefing.pages.news import last_news
from briefing.pages.revisions import edits_table, target_history
from briefing.pages.verdict import rule_text


def task_page(
    standing: TaskStanding, briefing: Briefing, tr: Translator, edits: Iterable[Edit] = ()
) -> Page:
    """A task: who, until when (as written and as understood), what for, and where it stands.

    ``edits`` are its edit log, oldest first.
    """
    task = standing.task
    rows = [
        _row(tr.gettext("Tình trạng"), cells.task_status(standing, tr)),
        _text(
            tr.gettext("Chủ trì"),
            _full(task.lead, briefing, tr)
            or ("" if task.given_to else tr.gettext("nguồn không nêu")),
        ),
        _text(tr.gettext("Giao cho"), tr.pick(task.given_to, task.given_to_en)),
        _text(
            tr.gettext("Phối hợp"),
            "; ".join(_full(code, briefing, tr) for code in task.coordinating),
        ),
        _text(tr.gettext("Hạn"), wording.due_understood(task, tr)),
        *(
            _text(tr.gettext("Gia hạn"), wording.extension(extension, tr))
            for extension in task.extensions
        ),
        _text(tr.gettext("Tin tức"), last_news(standing, briefing, tr)),
        _text(tr.gettext("Sản phẩm"), tr.pick(task.output, task.output_en)),
        _text(
            tr.gettext("Hoàn thành"), formatting.date_text(task.done_on, tr) if task.done_on else ""
        ),
        _text(tr.gettext("Đơn vị được giao"), _names(task.units, briefing, tr)),
        _carried_out(standing, briefing, tr),
        _text(
            tr.gettext("Còn thiếu"),
            _names(tuple(code for code in task.units if code not in task.done_units), briefing, tr),
        ),
        _text(tr.gettext("Vướng mắc"), task.difficulty),
        _text(tr.gettext("Đang chờ"), task.waiting_on),
        _text(tr.gettext("Ghi chú"), tr.pick(task.note, task.note_en)),
        _plan(standing, briefing, tr),
        _text(tr.gettext("Về kế hoạch"), tr.pick(standing.plan.note, standing.plan.note_en)),
        _source(task.source, task.paragraphs, briefing, tr),
    ]
    blocks: list[Block] = [_card(cells.task_title(standing, tr), rows)]
    served = [target for target in briefing.targets if target.target.id in task.targets]
    if served:
        blocks.append(
            Table(
                heading=tr.gettext("Phục vụ chỉ tiêu"),
                columns=(Column(most=30), Column(flex=True, least=24), Column(), Column(most=24)),
                rows=tuple(
                    Row(
                        cells=(
                            cells.target_status(target, tr),
                            given.title(target, tr),
                            cells.judged_brief(target, tr),
                            cells.goal_short(target, tr),
                        ),
                        link=cells.target_link(target),
                    )
                    for target in served
                ),
            )
        )
    blocks += edits_table(edits, {}, tr)
    kind = tr.gettext("nhiệm vụ")
    return Page(
        title=kind[:1].upper() + kind[1:],
        subtitle=wording.unit_title(briefing.unit, tr),
        blocks=tuple(blocks),
    )


def target_page(
    standing: TargetStanding, briefing: Briefing, tr: Translator, edits: Iterable[Edit] = ()
) -> Page:
    """A target without an indicator, or one asked for by itself; ``edits`` as for a task."""
    target, counted = standing.target, cells.target_link(standing)
    rows = [
        _row(tr.gettext("Tình trạng"), cells.target_status(standing, tr)),
        _text(tr.gettext("Lý do"), rule_text(standing, tr)),
        _row(tr.gettext("Số liệu"), cells.judged(standing, tr), counted if counted.duty else None),
        _row(tr.gettext("Mức đề ra"), cells.goal(standing, tr)),
        _text(tr.gettext("Hạn"), wording.due_understood(target, tr)),
        _text(tr.gettext("Tính chất"), wording.level(target.level, tr)),
        _text(
            tr.gettext("Đặt ra bởi"),
            wording.setter_name(standing.set_by, tr) if standing.set_by else "",
        ),
        _text(tr.gettext("Chủ trì"), _full(target.lead, briefing, tr)),
        _text(tr.gettext("Ghi chú"), tr.pick(target.note, target.note_en)),
        _plan(standing, briefing, tr),
        _text(tr.gettext("Về kế hoạch"), tr.pick(standing.plan.note, standing.plan.note_en)),
        _source(target.source, target.paragraphs, briefing, tr),
    ]
    serving = [task for task in briefing.tasks if target.id in task.task.targets]
    blocks: list[Block] = [_card(cells.target_title(standing, tr), rows)]
    if serving:
        blocks.append(
            Table(
                heading=tr.gettext("Nhiệm vụ phục vụ chỉ tiêu này"),
                columns=(Column(most=30), Column(flex=True, least=24)),
                rows=tuple(
                    Row(
                        cells=(
                            cells.task_status(task, tr),
                            spans(cells.task_title(task, tr)),
                        ),
                        link=cells.task_link(task),
                    )
                    for task in serving
                ),
            )
        )
    blocks += target_history([target], edits, standing.indicator, briefing.documents, tr)
    return Page(
        title=tr.gettext("Chỉ tiêu"),
        subtitle=wording.unit_title(briefing.unit, tr),
        blocks=tuple(blocks),
    )


def unknown_page(briefing: Briefing, tr: Translator) -> Page:
    """Says that what was asked for was not known yet on the day in force."""
    text = tr.gettext("Đến {day} chưa có mục này.").format(
        day=formatting.date_text(briefing.known_on, tr)
    )
    return Page(
        title=wording.unit_title(briefing.unit, tr),
        blocks=(Paragraph(spans=spans((text, Role.MUTED))),),
    )


def _card(title: str, rows: list[Row | None]) -> Table:
    return Table(
        heading=title,
        columns=(Column(most=20), Column(flex=True, least=30, wrap=6)),
        rows=tuple(row for row in rows if row is not None),
    )


def _row(name: str, cell: tuple[Span, ...], link: Link | None = None) -> Row:
    return Row(cells=(spans((name, Role.MUTED)), cell), link=link)


def _text(name: str, text: str) -> Row | None:
    return _row(name, spans(text)) if text else None


def _full(code: str | None, briefing: Briefing, tr: Translator) -> str:
    unit = briefing.unit_named(code)
    if unit is None:
        return code or ""
    return wording.unit_title(unit, tr)


def _carried_out(standing: TaskStanding, briefing: Briefing, tr: Translator) -> Row | None:
    """How many of the units that a task names have done it, and which; opens the matrix."""
    task = standing.task
    if not task.units:
        return None
    count = formatting.ratio(len(task.done_units), len(task.units), tr)
    names = _names(task.done_units, briefing, tr)
    return _row(
        tr.gettext("Đã hoàn thành"),
        spans((count, Role.STRONG), f"  {names}" if names else None),
        cells.task_link(standing)._replace(duty=f"task:{task.id}"),
    )


def _names(codes: tuple[str, ...], briefing: Briefing, tr: Translator) -> str:
    units = [briefing.unit_named(code) for code in codes]
    return ", ".join(
        wording.unit_name(unit, tr) if unit else code
        for unit, code in zip(units, codes, strict=True)
    )


def _plan(
    standing: TargetStanding | TaskStanding, briefing: Briefing, tr: Translator
) -> Row | None:
    plan = standing.plan
    document = briefing.documents.get(plan.document or "")
    if document is None:
        return _text(tr.gettext("Kế hoạch"), tr.pick(plan.title, plan.title_en))
    return _row(
        tr.gettext("Văn bản"),
        spans(wording.document_title(document, tr)),
        Link(LinkKind.DOCUMENT, document.id),
    )


def _source(
    source: str | None, paragraphs: tuple[int, ...], briefing: Briefing, tr: Translator
) -> Row | None:
    known = briefing.sources.get(source or "")
    if known is None:
        return None
    return _row(
        tr.gettext("Nguồn"),
        spans(wording.citation(known, paragraphs, tr)),
        Link(LinkKind.SOURCE, known.id, known.id, paragraphs[0] if paragraphs else None),
    )
