"""What a dialog for editing lists: what can be changed, and what has been typed so far."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.domain.plain_text import visible
from briefing.language import Translator
from briefing.pages.blocks import Block, Column, Page, Paragraph, Row, Table
from briefing.pages.line import Link, LinkKind, Role, spans

NEXT = "next"
"""The choice that goes on."""


def choices_page(
    choices: Sequence[tuple[str, str, str]], tr: Translator, faults: Sequence[str] = ()
) -> Page:
    """What can be done, as (id, what, what stands in the file now); ``faults`` are told first."""
    rows = tuple(
        Row(
            cells=(spans(label), spans((visible(now), Role.MUTED))),
            link=Link(LinkKind.ACTION, id_),
        )
        for id_, label, now in choices
    )
    blocks: list[Block] = [*_told(faults)]
    if rows:
        blocks.append(Table(columns=(Column(least=20), Column(flex=True, least=12)), rows=rows))
    elif not faults:
        said = tr.gettext("Ở đây không có gì để sửa: chọn một dòng chỉ tiêu hoặc nhiệm vụ.")
        blocks.append(Paragraph(spans=spans((said, Role.MUTED)), tight=False))
    return Page(title="", blocks=tuple(blocks))


def question_page(
    said: Sequence[tuple[str, str]],
    onward: str,
    *,
    faults: Sequence[str] = (),
    advice: str = "",
    back: str = "",
) -> Page:
    """What was answered before, as (what, answer); ``onward`` is what Enter does.

    Without ``onward`` Enter does nothing, and ``advice`` says what is wanted. ``back`` says how to
    go back.
    """
    blocks: list[Block] = [*_told(faults)]
    if onward:
        row = Row(cells=(spans((onward, Role.ACCENT)),), link=Link(LinkKind.ACTION, NEXT))
        blocks.append(Table(columns=(Column(flex=True, least=20, wrap=2),), rows=(row,)))
    if advice:
        blocks.append(Paragraph(spans=spans((advice, Role.MUTED)), tight=False))
    if said:
        rows = tuple(
            Row(cells=(spans((what, Role.MUTED)), spans(visible(answer)))) for what, answer in said
        )
        blocks.append(Table(columns=(Column(most=24), Column(flex=True, wrap=4)), rows=rows))
    if back:
        blocks.append(Paragraph(spans=spans((back, Role.MUTED)), tight=False))
    return Page(title="", blocks=tuple(blocks))


def _told(faults: Sequence[str]) -> list[Paragraph]:
    return [Paragraph(spans=spans((fault, Role.BAD)), tight=False) for fault in faults]
