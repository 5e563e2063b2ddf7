"""All that is wrong in the folder, file by file, each with its remedy; then what to look at.

Mistakes are mended one file after the other. Of warnings there may be hundreds of few kinds: they
stand by kind, with what to do about all of a kind said once.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from briefing import formatting
from briefing.domain.plain_text import visible
from briefing.language import Translator
from briefing.pages.blocks import Block, Column, Page, Paragraph, Row, Table, quiet
from briefing.pages.line import Role, spans
from briefing.problems import Problem

MOST_LISTED = 300
"""Errors that are listed; ``briefing check`` tells them all."""
MOST_OF_A_KIND = 40
"""Warnings of one kind that are listed."""


def problems_page(
    errors: Sequence[Problem], warnings: Sequence[Problem], told: Sequence[str], tr: Translator
) -> Page:
    """Errors first, in the order of their files and lines, then warnings, the rarest kind first.

    ``told`` is what else keeps the database from being brought up to date.
    """
    blocks: list[Block] = [
        Paragraph(spans=spans((visible(said), Role.BAD)), tight=False) for said in told
    ]
    if not errors and not told:
        said = tr.gettext("Thư mục dữ liệu không có lỗi nào.")
        blocks.append(Paragraph(spans=spans((said, Role.GOOD)), tight=False))
    blocks += _by_file(errors, tr)
    if warnings:
        said = tr.gettext("Cảnh báo: không ngăn việc đọc dữ liệu, nhưng nên xem lại.")
        blocks.append(Paragraph(spans=spans((said, Role.HEADING)), tight=False))
        for found in _by_kind(warnings):
            blocks += _of_a_kind(found, tr)
    return Page(
        title=tr.gettext("Lỗi dữ liệu"),
        subtitle=_counts(errors, warnings, tr),
        blocks=tuple(blocks),
    )


def _counts(errors: Sequence[Problem], warnings: Sequence[Problem], tr: Translator) -> str:
    wrong, odd = len(errors), len(warnings)
    said = tr.ngettext("{count} lỗi", "{count} lỗi", wrong).format(
        count=formatting.number(wrong, tr, 0)
    )
    if not odd:
        return said
    more = tr.ngettext("{count} cảnh báo", "{count} cảnh báo", odd).format(
        count=formatting.number(odd, tr, 0)
    )
    return f"{said}, {more}"


def _by_file(errors: Sequence[Problem], tr: Translator) -> list[Block]:
    blocks: list[Block] = []
    for path, found in groupby(errors[:MOST_LISTED], key=lambda problem: problem.path):
        blocks.append(
            Table(
                heading=visible(path),
                columns=(Column(most=12), Column(flex=True, least=24, wrap=8)),
                rows=tuple(_row(problem, tr) for problem in found),
            )
        )
    return [*blocks, *_more(len(errors) - MOST_LISTED, tr)]


def _by_kind(warnings: Sequence[Problem]) -> list[list[Problem]]:
    kinds: dict[str, list[Problem]] = {}
    for problem in warnings:
        kinds.setdefault(problem.code, []).append(problem)
    return sorted(kinds.values(), key=len)


def _of_a_kind(found: Sequence[Problem], tr: Translator) -> list[Block]:
    """Warnings of one kind; the remedy once above them where it is the same for all."""
    remedies = {problem.remedy_text(tr.gettext) for problem in found}
    shared = remedies.pop() if len(remedies) == 1 else ""
    rows = []
    for problem in found[:MOST_OF_A_KIND]:
        said = visible(problem.text(tr.gettext))
        remedy = "" if shared else visible(problem.remedy_text(tr.gettext))
        where = visible(problem.where.removeprefix("data/"))
        runs = spans((f"{said} ", Role.WARNING), (remedy, Role.PLAIN)) if remedy else spans(said)
        rows.append(Row(cells=(spans((where, Role.MUTED)), runs)))
    count = formatting.number(len(found), tr, 0)
    head = tr.ngettext("{count} mục:", "{count} mục:", len(found)).format(count=count)
    table = Table(
        columns=(Column(most=40), Column(flex=True, least=24, wrap=6)),
        rows=tuple(rows),
        tight=True,
    )
    return [
        Paragraph(
            spans=spans((f"{head} ", Role.WARNING), (visible(shared), Role.PLAIN)), tight=False
        ),
        table,
        *_more(len(found) - MOST_OF_A_KIND, tr),
    ]


def _more(count: int, tr: Translator) -> list[Block]:
    if count <= 0:
        return []
    said = tr.ngettext(
        "Còn {count} mục nữa; xem tất cả bằng: briefing check",
        "Còn {count} mục nữa; xem tất cả bằng: briefing check",
        count,
    )
    return [quiet(said.format(count=formatting.number(count, tr, 0)))]


def _row(problem: Problem, tr: Translator) -> Row:
    place = f"{problem.line}:{problem.column}" if problem.line else "—"
    said = visible(problem.text(tr.gettext))
    remedy = visible(problem.remedy_text(tr.gettext))
    return Row(
        cells=(
            spans((place, Role.MUTED)),
            spans((f"{said} ", Role.BAD), (remedy, Role.PLAIN)),
        )
    )
