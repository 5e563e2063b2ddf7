"""A legal document: who cites it, and the targets and tasks that rest on it."""

from __future__ import annotations

from briefing import formatting, wording
from briefing.domain.lookup import DocumentPage
from briefing.language import Translator
from briefing.pages.blocks import Block, Column, Page, Paragraph, Row, Table
from briefing.pages.line import Link, LinkKind, Role, spans
from briefing.pages.source import frameworks_table, item_count, not_yet


def document_page(found: DocumentPage, tr: Translator) -> Page:
    """A legal document: number, date, issuer, subject, who cites it and what rests on it."""
    document = found.document
    rows = [
        (tr.gettext("Trích yếu"), tr.pick(document.subject, document.subject_en)),
        (tr.gettext("Cơ quan ban hành"), tr.pick(document.issuer, document.issuer_en)),
        (
            tr.gettext("Ngày"),
            formatting.date_text(document.date, tr)
            if document.date
            else tr.gettext("các nguồn không ghi ngày"),
        ),
        (tr.gettext("Ghi chú"), tr.pick(document.note, document.note_en)),
    ]
    card = Table(
        heading=f"{tr.gettext(document.type)} {document.number}".strip(),
        columns=(Column(most=16), Column(flex=True, least=30, wrap=4)),
        rows=tuple(
            Row(cells=(spans((name, Role.MUTED)), spans(text))) for name, text in rows if text
        ),
    )
    blocks: list[Block] = [card]
    if document.date is not None and document.date > found.known_on:
        text = tr.gettext("Văn bản này ban hành sau ngày {day}.")
        blocks.append(not_yet(text, found.known_on, tr))
    cited = tuple(
        Row(
            cells=(spans(wording.citation(source, citation.paragraphs, tr)),),
            link=Link(
                LinkKind.SOURCE,
                source.id,
                source.id,
                citation.paragraphs[0] if citation.paragraphs else None,
            ),
        )
        for citation in document.cited
        if (source := found.sources.get(citation.source)) is not None
    )
    if cited:
        blocks.append(
            Table(
                heading=tr.gettext("Được dẫn ở"),
                columns=(Column(flex=True, least=30),),
                rows=cited,
            )
        )
    rested = frameworks_table(found.frameworks, tr.gettext("Ban hành bộ chỉ số"), tr)
    blocks += rested
    promises = [
        (
            tr.gettext("chỉ tiêu"),
            tr.pick(t.title, t.title_en),
            Link(LinkKind.TARGET, t.id, t.source, None, str(t.unit)),
        )
        for _, t in found.targets
    ] + [
        (
            tr.gettext("nhiệm vụ"),
            tr.pick(t.title, t.title_en),
            Link(LinkKind.TASK, t.id, t.source, None, str(t.unit)),
        )
        for _, t in found.tasks
    ]
    if promises:
        blocks.append(
            Table(
                heading=tr.gettext("Chỉ tiêu và nhiệm vụ"),
                aside=item_count(len(promises), tr),
                columns=(Column(), Column(flex=True, least=30)),
                rows=tuple(
                    Row(cells=(spans((kind, Role.MUTED)), spans(title)), link=link)
                    for kind, title, link in promises
                ),
            )
        )
    elif not rested:
        blocks.append(
            Paragraph(
                spans=spans(
                    (tr.gettext("Chưa có chỉ tiêu, nhiệm vụ nào dựa vào văn bản này."), Role.MUTED)
                )
            )
        )
    return Page(title=tr.gettext("Văn bản"), subtitle=document.number, blocks=tuple(blocks))
