"""The matrix of who has carried out what: a row for each unit, a column for each duty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefing import statuses
from briefing.domain.duties import Carrier, Duty, Matrix
from briefing.domain.standing import Carried
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Align, Block, Column, Paragraph, Row, Table
from briefing.pages.duty_names import carrier_link, carrier_name, letters_of
from briefing.pages.line import Role, Span, spans

MOST_BESIDE = 10
"""Duties that stand beside each other; more are told in a further table."""
FEW = 3
"""So many duties leave room for words beside the glyphs."""
NOT_GIVEN = "·"


def units_blocks(found: Matrix, tr: Translator) -> list[Block]:
    """Units against the duties of which units are named; or that no source names any."""
    named = found.named
    if not named:
        text = tr.gettext("Không nguồn nào nêu tên đơn vị, nên không có bảng đơn vị × việc.")
        return [Paragraph(spans=spans((text, Role.MUTED)), tight=False)]
    blocks: list[Block] = []
    for start in range(0, len(named), MOST_BESIDE):
        part = named[start : start + MOST_BESIDE]
        blocks.append(_grid(found, part, tr, first=not start))
    return [*blocks, _legend(tr)]


def _grid(found: Matrix, duties: Sequence[Duty], tr: Translator, *, first: bool) -> Table:
    letters = letters_of(found)
    words = len(duties) <= FEW
    carriers = [one for one in found.carriers if any(duty.ref in one.marks for duty in duties)]
    rows = [_carrier_row(one, duties, words, tr) for one in carriers]
    unnamed = _unnamed_row(duties, tr)
    if unnamed is not None:
        rows.append(unnamed)
    aside = tr.ngettext("{count} tên được nêu", "{count} tên được nêu", len(carriers))
    heading = tr.gettext("Đơn vị × việc") if first else tr.gettext("Đơn vị × việc, tiếp")
    return Table(
        heading=heading,
        aside=aside.format(count=len(carriers)),
        columns=(
            Column(title=tr.gettext("Đơn vị, phần"), flex=True, least=16, comfort=26, most=44),
            *(Column(title=letters[duty.ref], gap=3) for duty in duties),
            Column(title=tr.gettext("Còn thiếu"), align=Align.RIGHT),
        ),
        rows=tuple(rows),
        show_titles=True,
        narrow=(_listed(heading, carriers, duties, letters, tr),),
    )


def _carrier_row(carrier: Carrier, duties: Iterable[Duty], words: bool, tr: Translator) -> Row:
    marks = tuple(_mark_cell(carrier.marks.get(duty.ref), words, tr) for duty in duties)
    return Row(
        cells=(spans(carrier_name(carrier, tr)), *marks, _missing(carrier)),
        link=carrier_link(carrier),
    )


def _missing(carrier: Carrier) -> tuple[Span, ...]:
    count = len(carrier.missing)
    return spans((str(count), Role.STRONG if count else Role.MUTED))


def _mark_text(mark: Carried | None, words: bool, tr: Translator) -> str:
    if mark is None:
        return NOT_GIVEN
    glyph = statuses.mark(mark).glyph
    return f"{glyph} {statuses.head(mark, tr)}" if words else glyph


def _mark_cell(mark: Carried | None, words: bool, tr: Translator) -> tuple[Span, ...]:
    role = Role.MUTED if mark is None else cells.role_of(mark)
    return spans((_mark_text(mark, words, tr), role))


def _unnamed_row(duties: Sequence[Duty], tr: Translator) -> Row | None:
    """Those who are only counted, in the columns of duties of which others are named."""
    if not any(any(duty.unnamed) for duty in duties):
        return None
    made = []
    for duty in duties:
        done, missing = duty.unnamed
        parts = []
        if done:
            parts.append(f"{statuses.mark(Carried.DONE).glyph} {done}")
        if missing:
            parts.append(f"{statuses.mark(_open(duty)).glyph} {missing}")
        made.append(spans((" ".join(parts) or NOT_GIVEN, Role.MUTED)))
    return Row(cells=(spans((tr.gettext("Không nêu tên"), Role.MUTED)), *made, ()))


def _open(duty: Duty) -> Carried:
    return Carried.LATE if duty.late else Carried.OPEN


def _listed(
    heading: str,
    carriers: Iterable[Carrier],
    duties: Sequence[Duty],
    letters: Mapping[str, str],
    tr: Translator,
) -> Table:
    """The matrix as a list, for screens too narrow for its columns: "✘ A, B  ○ C  ✔ D"."""
    rows = []
    for carrier in carriers:
        told: list[Span] = []
        for mark in statuses.CARRIED:
            named = [letters[one.ref] for one in duties if carrier.marks.get(one.ref) is mark]
            if named:
                text = f"{statuses.mark(mark).glyph} {', '.join(named)}"
                told += spans("  " if told else None, (text, cells.role_of(mark)))
        rows.append(
            Row(
                cells=(spans(carrier_name(carrier, tr)), tuple(told)),
                link=carrier_link(carrier),
            )
        )
    return Table(
        heading=heading,
        columns=(
            Column(title=tr.gettext("Đơn vị, phần"), flex=True, least=14, comfort=18, wrap=2),
            Column(title=tr.gettext("Việc"), flex=True, least=20, wrap=3),
        ),
        rows=tuple(rows),
    )


def _legend(tr: Translator) -> Paragraph:
    """What the glyphs of the matrix mean."""
    made: list[Span] = []
    for mark in (Carried.DONE, Carried.OPEN, Carried.LATE):
        made += spans(Span(statuses.label(mark, tr), cells.role_of(mark), whole=True), "   ")
    not_given = tr.gettext("không giao")
    made += spans(Span(f"{NOT_GIVEN} {not_given}", Role.MUTED, whole=True))
    return Paragraph(spans=tuple(made), tight=False)
