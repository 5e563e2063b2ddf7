"""Who has carried out what: duties given to many, and a matrix of units against duties."""

from __future__ import annotations

from collections.abc import Iterable

from briefing import formatting, statuses, wording
from briefing.domain.duties import Duty, Matrix, matrix
from briefing.domain.standing import Briefing, Carried
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Align, Block, Column, Page, Paragraph, Row, Table, quiet
from briefing.pages.carrier import carrier_detail
from briefing.pages.detail import fitted, runs_of
from briefing.pages.duty_names import duty_cited, duty_due, duty_link, duty_title, letters_of
from briefing.pages.line import Line, Link, LinkKind, Role, Span, spans
from briefing.pages.lineage import notice
from briefing.pages.matrix_grid import units_blocks
from briefing.wording.lineage import title_of

MOST_NAMES = 3
"""Names in the list of duties; all stand in the matrix, and below the list."""


def matrix_page(briefing: Briefing, tr: Translator) -> Page:
    """The duties of one unit on one day, most missing first, then units against named duties."""
    found = matrix(briefing)
    blocks: list[Block] = notice(briefing.lineage, tr)
    if found.duties:
        blocks += [_summary(found, tr), _duties(found, briefing, tr)]
        blocks += units_blocks(found, tr)
    else:
        text = tr.gettext("Đến {day} chưa có việc nào giao cho nhiều đơn vị được nêu hay đếm.")
        blocks.append(quiet(text.format(day=formatting.date_text(briefing.known_on, tr))))
    return Page(
        title=title_of(briefing.unit, briefing.lineage, tr),
        subtitle=tr.gettext("Ai đã làm, ai chưa"),
        blocks=tuple(blocks),
    )


def carried_out(duty: Duty, tr: Translator) -> tuple[Span, ...]:
    """How many have done it, of how many: "16/18"; where the others were counted, that is said."""
    if duty.total is None:
        return spans((formatting.number(duty.done_count, tr), Role.STRONG))
    count = formatting.ratio(duty.done_count, duty.total, tr)
    if not duty.inverted or duty.figure is None:
        return spans((count, Role.STRONG))
    printed = formatting.figure_short(duty.figure.observation, duty.figure.indicator, tr)
    text = tr.gettext("{count} (từ {printed})").format(count=count, printed=printed)
    return spans((text, Role.STRONG))


def _summary(found: Matrix, tr: Translator) -> Paragraph:
    made: list[Span] = []
    for mark in Carried:
        count = sum(1 for duty in found.duties if duty.carried is mark)
        if count:
            said = tr.ngettext("{count} việc {state}", "{count} việc {state}", count).format(
                count=count, state=statuses.word(mark, tr)
            )
            label = f"{statuses.mark(mark).glyph} {said}"
            made += spans(Span(label, cells.role_of(mark), whole=True), "   ")
    return Paragraph(spans=tuple(made))


def _state(duty: Duty, tr: Translator) -> tuple[Span, ...]:
    if not duty.missing_count:
        return cells.status(duty.carried, tr)
    missing = tr.ngettext("còn thiếu {count}", "còn thiếu {count}", duty.missing_count)
    return cells.status(duty.carried, tr, missing.format(count=duty.missing_count))


def _duties(found: Matrix, briefing: Briefing, tr: Translator) -> Table:
    letters = letters_of(found)
    rows = []
    for duty in found.duties:
        source, paragraphs = duty_cited(duty)
        rows.append(
            Row(
                cells=(
                    spans((letters.get(duty.ref, ""), Role.ACCENT)),
                    _state(duty, tr),
                    carried_out(duty, tr),
                    spans(duty_title(duty, tr)),
                    _who(duty, briefing, tr),
                    cells.period(duty.figure.observation, tr) if duty.figure else (),
                    duty_due(duty, tr),
                    cells.source_cell(source, paragraphs, briefing.sources, tr),
                ),
                link=duty_link(duty),
            )
        )
    return Table(
        heading=tr.gettext("Việc giao cho nhiều đơn vị"),
        aside=tr.gettext("thiếu nhiều nhất đứng trước"),
        columns=(
            Column(title="", gap=1),
            Column(title="", most=22),
            Column(title=tr.gettext("Đã xong"), align=Align.RIGHT, most=22),
            Column(title=tr.gettext("Việc"), flex=True, least=22, comfort=34, most=60, wrap=4),
            Column(title=tr.gettext("Còn thiếu"), flex=True, least=16, comfort=24, most=48, wrap=3),
            Column(title=tr.gettext("Kỳ"), priority=2, most=16),
            Column(title=tr.gettext("Hạn"), priority=3, most=14),
            Column(title=tr.gettext("Nguồn"), priority=4, most=32),
        ),
        rows=tuple(rows),
        show_titles=True,
        indent=0,
    )


def _who(duty: Duty, briefing: Briefing, tr: Translator) -> tuple[Span, ...]:
    """The first of those who have not done it, and how many more; or that nobody is named."""
    if not duty.missing_count:
        return ()
    if not duty.missing:
        return spans((tr.gettext("nguồn không nêu tên"), Role.MUTED))
    shown = duty.missing if len(duty.missing) <= MOST_NAMES else duty.missing[: MOST_NAMES - 1]
    text = "; ".join(_name(who, briefing, tr) for who in shown)
    more = duty.missing_count - len(shown)
    if not more:
        return spans(text)
    told = tr.ngettext("và {count} nơi khác", "và {count} nơi khác", more).format(count=more)
    return (*spans(text), *spans(" ", Span(told, Role.MUTED, whole=True)))


def duty_detail(
    link: Link, briefing: Briefing, tr: Translator, room: int, most: int
) -> tuple[Line, ...]:
    """What stands below the list: everybody who has not done it by name, then what it is about."""
    found = matrix(briefing)
    carrier = found.carrier(link.ref) if link.kind is LinkKind.CARRIER else None
    if carrier is not None:
        return carrier_detail(carrier, found, tr, room, most)
    name, *rest = runs_of(link, briefing, tr) or ((),)
    duty = next((one for one in found.duties if duty_link(one) == link), None)
    said: list[tuple[Span, ...]] = []
    if duty is not None:
        if duty.missing:
            names = _names(duty.missing, duty.unnamed[1], briefing, tr)
            text = tr.gettext("Còn thiếu: {names}").format(names=names)
            said.append(spans((text, Role.WARNING)))
        if duty.done:
            names = _names(duty.done, duty.unnamed[0], briefing, tr)
            said.append(spans(tr.gettext("Đã xong: {names}").format(names=names)))
    return fitted((name, *said, *rest), room, most)


def _names(who: Iterable[str], unnamed: int, briefing: Briefing, tr: Translator) -> str:
    names = [_name(one, briefing, tr) for one in who]
    if unnamed:
        more = tr.ngettext("{count} không nêu tên", "{count} không nêu tên", unnamed)
        names.append(more.format(count=unnamed))
    return "; ".join(names)


def _name(who: str, briefing: Briefing, tr: Translator) -> str:
    unit = briefing.unit_named(who)
    return wording.unit_short(unit, tr) if unit is not None else wording.part_name(who, tr)
