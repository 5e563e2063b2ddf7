"""All that is wrong in the folder, file by file, each with its remedy; then what to look at."""

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
"""Errors, and warnings, that are listed; ``briefing check`` tells them all."""


def problems_page(
    errors: Sequence[Problem], warnings: Sequence[Problem], told: Sequence[str], tr: Translator
) -> Page:
    """Errors first, in the order of their files and lines, then warnings.

    ``told`` is what else keeps the database from being brought up to date.
    """
    blocks: list[Block] = [
        Paragraph(spans=spans((visible(said), Role.BAD)), tight=False) for said in told
    ]
    if not errors and not told:
        said = tr.gettext("Thư mục dữ liệu không có lỗi nào.")
        blocks.append(Paragraph(spans=spans((said, Role.GOOD)), tight=False))
    blocks += _listed(errors, Role.BAD, tr)
    if warnings:
        said = tr.gettext("Cảnh báo: không ngăn việc đọc dữ liệu, nhưng nên xem lại.")
        blocks.append(Paragraph(spans=spans((said, Role.HEADING)), tight=False))
        blocks += _listed(warnings, Role.WARNING, tr)
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


def _listed(problems: Sequence[Problem], role: Role, tr: Translator) -> list[Block]:
    blocks: list[Block] = []
    for path, found in groupby(problems[:MOST_LISTED], key=lambda problem: problem.path):
        blocks.append(
            Table(
                heading=visible(path),
                columns=(Column(most=12), Column(flex=True, least=24, wrap=8)),
                rows=tuple(_row(problem, role, tr) for problem in found),
            )
        )
    more = len(problems) - MOST_LISTED
    if more > 0:
        said = tr.ngettext(
            "Còn {count} mục nữa; xem tất cả bằng: briefing check",
            "Còn {count} mục nữa; xem tất cả bằng: briefing check",
            more,
        )
        blocks.append(quiet(said.format(count=formatting.number(more, tr, 0))))
    return blocks


def _row(problem: Problem, role: Role, tr: Translator) -> Row:
    place = f"{problem.line}:{problem.column}" if problem.line else "—"
    said = visible(problem.text(tr.gettext))
    remedy = visible(problem.remedy_text(tr.gettext))
    return Row(cells=(spans((place, Role.MUTED)), spans((f"{said} ", role), (remedy, Role.PLAIN))))
