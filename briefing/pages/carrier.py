"""One unit, or a named part, and the duties it was given: what it has done, and what not."""

from __future__ import annotations

from briefing import formatting, statuses, wording
from briefing.domain.duties import Carrier, Matrix, matrix
from briefing.domain.standing import Briefing
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Column, Page, Row, Table, quiet
from briefing.pages.detail import fitted
from briefing.pages.duty_names import carrier_name, duty_cited, duty_due, duty_link, duty_title
from briefing.pages.line import Line, Role, Span, spans


def carrier_page(key: str, briefing: Briefing, tr: Translator) -> Page:
    """The duties of one carrier, the late before the open before the done."""
    found = matrix(briefing)
    carrier = found.carrier(key)
    if carrier is None:
        text = tr.gettext("Đến {day} chưa có mục này.")
        block = quiet(text.format(day=formatting.date_text(briefing.known_on, tr)))
        return Page(title=wording.unit_title(briefing.unit, tr), blocks=(block,))
    name = wording.unit_title(carrier.unit, tr) if carrier.unit else carrier_name(carrier, tr)
    return Page(
        title=wording.unit_title(briefing.unit, tr),
        subtitle=tr.gettext("Ai đã làm, ai chưa"),
        blocks=(_table(name, carrier, found, briefing, tr),),
    )


def carrier_detail(
    carrier: Carrier, found: Matrix, tr: Translator, room: int, most: int
) -> tuple[Line, ...]:
    """At most ``most`` lines of ``room`` cells: how much it has done, and what it has not."""
    total = len(carrier.marks)
    done = formatting.ratio(total - len(carrier.missing), total, tr)
    runs = [
        spans(
            (carrier_name(carrier, tr), Role.STRONG),
            "  ",
            tr.gettext("đã xong {count} việc").format(count=done),
        )
    ]
    titles = [duty_title(duty, tr) for duty in found.duties if duty.ref in set(carrier.missing)]
    if titles:
        text = tr.gettext("Còn thiếu: {names}").format(names="; ".join(titles))
        runs.append(spans((text, Role.WARNING)))
    return fitted(runs, room, most)


def _table(name: str, carrier: Carrier, found: Matrix, briefing: Briefing, tr: Translator) -> Table:
    rows = []
    for mark in statuses.CARRIED:
        for duty in found.duties:
            if carrier.marks.get(duty.ref) is not mark:
                continue
            source, paragraphs = duty_cited(duty)
            rows.append(
                Row(
                    cells=(
                        cells.status(mark, tr),
                        spans(duty_title(duty, tr)),
                        duty_due(duty, tr),
                        cells.source_cell(source, paragraphs, briefing.sources, tr),
                    ),
                    link=duty_link(duty),
                )
            )
    return Table(
        heading_spans=(Span(name, Role.HEADING), *_missing(carrier, tr)),
        columns=(
            Column(title=tr.gettext("Tình trạng"), most=24),
            Column(title=tr.gettext("Việc"), flex=True, least=24, comfort=40, wrap=3),
            Column(title=tr.gettext("Hạn"), priority=1, most=16),
            Column(title=tr.gettext("Nguồn"), priority=2, most=34),
        ),
        rows=tuple(rows),
    )


def _missing(carrier: Carrier, tr: Translator) -> tuple[Span, ...]:
    count, total = len(carrier.missing), len(carrier.marks)
    text = tr.gettext("đã xong {count} việc").format(
        count=formatting.ratio(total - count, total, tr)
    )
    return spans("  ", (text, Role.MUTED))
