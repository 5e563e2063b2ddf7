"""The matrix of who has carried out what: a row for each unit, a column for each duty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefing import statuses, wording
from briefing.domain.duties import Carrier, Duty, Matrix
from briefing.domain.standing import Carried
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Block, Column, Paragraph, Row, Table
from briefing.pages.duty_names import duty_link, letters_of
from briefing.pages.line import Link, Role, Span, spans

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
    rows = [_carrier_row(one, found, duties, letters, words, tr) for one in carriers]
    unnamed = _unnamed_row(duties, tr)
    if unnamed is not None:
        rows.append(unnamed)
    aside = tr.ngettext("{count} tên được nêu", "{count} tên được nêu", len(carriers))
    heading = tr.gettext("Đơn vị × việc") if first else tr.gettext("Đơn vị × việc, tiếp")
    columns = (
        Column(title=tr.gettext("Đơn vị, phần"), flex=True, least=16, comfort=26, most=40, wrap=2),
        *(Column(title=letters[duty.ref], gap=3) for duty in duties),
        Column(title=tr.gettext("Còn thiếu"), flex=True, least=10, most=40),
    )
    return Table(
        heading=heading,
        aside=aside.format(count=len(carriers)),
        columns=columns,
        rows=tuple(rows),
        show_titles=True,
        narrow=(_listed(heading, carriers, found, letters, tr),),
    )


def _carrier_row(
    carrier: Carrier,
    found: Matrix,
    duties: Iterable[Duty],
    letters: Mapping[str, str],
    words: bool,
    tr: Translator,
) -> Row:
    marks = tuple(_mark_cell(carrier.marks.get(duty.ref), words, tr) for duty in duties)
    return Row(
        cells=(spans(_carrier_name(carrier, tr)), *marks, _missing(carrier, letters, tr)),
        link=_carrier_link(carrier, found),
    )


def _carrier_name(carrier: Carrier, tr: Translator) -> str:
    if carrier.unit is not None:
        return wording.unit_name(carrier.unit, tr)
    return wording.part_name(carrier.name, tr)


def _carrier_link(carrier: Carrier, found: Matrix) -> Link | None:
    """Opens the first duty that the unit has not carried out, else its first one."""
    ref = next(iter(carrier.missing or carrier.marks))
    duty = found.duty(ref)
    return duty_link(duty) if duty is not None else None


def _missing(carrier: Carrier, letters: Mapping[str, str], tr: Translator) -> tuple[Span, ...]:
    if not carrier.missing:
        return spans((tr.gettext("không thiếu"), Role.MUTED))
    late = any(mark is Carried.LATE for mark in carrier.marks.values())
    named = ", ".join(letters[ref] for ref in carrier.missing)
    return spans((f"{len(carrier.missing)}: {named}", Role.BAD if late else Role.PLAIN))


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
    found: Matrix,
    letters: Mapping[str, str],
    tr: Translator,
) -> Table:
    """The matrix as a list, for screens too narrow for its columns."""
    rows = []
    for carrier in carriers:
        done = [ref for ref in carrier.marks if ref not in carrier.missing]
        mark = statuses.mark(Carried.DONE)
        told = f"{mark.glyph} {', '.join(letters[ref] for ref in done)}" if done else ""
        rows.append(
            Row(
                cells=(
                    spans(_carrier_name(carrier, tr)),
                    _missing(carrier, letters, tr),
                    spans((told, Role.GOOD)),
                ),
                link=_carrier_link(carrier, found),
            )
        )
    return Table(
        heading=heading,
        columns=(
            Column(title=tr.gettext("Đơn vị, phần"), flex=True, least=16, wrap=2),
            Column(title=tr.gettext("Còn thiếu"), flex=True, least=10, wrap=3),
            Column(title=tr.gettext("Đã xong"), flex=True, least=8, wrap=3),
        ),
        rows=tuple(rows),
        show_titles=True,
    )


def _legend(tr: Translator) -> Paragraph:
    """What the glyphs of the matrix mean."""
    made: list[Span] = []
    for mark in (Carried.DONE, Carried.OPEN, Carried.LATE):
        made += spans(Span(statuses.label(mark, tr), cells.role_of(mark), whole=True), "   ")
    text = f"{NOT_GIVEN} {tr.gettext('không giao')}"
    return Paragraph(spans=(*made, *spans(Span(text, Role.MUTED, whole=True))), tight=False)
