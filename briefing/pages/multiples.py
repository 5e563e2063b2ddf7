"""Small multiples as text: one little chart for each unit, all on one scale, with its target."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import partial

from briefing import formatting, wording
from briefing.domain.model import Measure
from briefing.domain.multiples import Multiples, Series, Slot, missing_years
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Align, Column, Drawing, Row, Table
from briefing.pages.history_chart import (
    aim_text,
    charts,
    labels_of,
    met_text,
    period_label,
)
from briefing.pages.line import Line, Link, LinkKind, Role, Span, merged, spans, wrap_spans
from briefing.wording.yardsticks import Names

GAP = 3
"""Blank cells between two charts."""
LEAST = 30
"""Cells below which the values are a table."""


def multiples_block(multiples: Multiples, tr: Translator, names: Names) -> Drawing:
    """The charts, as many beside each other as fit; the oldest periods give way first.

    ``names`` are those of the units.
    """
    return Drawing(
        draw=partial(_draw, multiples, tr, names),
        least=LEAST,
        table=_table(multiples, tr, names),
        tight=False,
    )


def _heading(multiples: Multiples, tr: Translator) -> str:
    name = cells.indicator_short(multiples.indicator, tr)
    return tr.gettext("Diễn biến: {indicator}").format(indicator=name)


def _scale(multiples: Multiples, tr: Translator) -> str:
    match multiples.indicator.measure:
        case Measure.RANK:
            return tr.gettext("cùng thang đo, hạng 1 cao nhất")
        case Measure.PERCENT:
            return tr.gettext("cùng thang đo 0–100%")
        case _:
            top = formatting.number(multiples.top, tr)
            return tr.gettext("cùng thang đo 0–{top}").format(top=top)


def _draw(multiples: Multiples, tr: Translator, names: Names, room: int) -> tuple[Line, ...]:
    indent = 1
    drawn = charts(multiples, tr, room - indent, names)
    heading = spans(
        (_heading(multiples, tr), Role.HEADING), "  ", (_scale(multiples, tr), Role.MUTED)
    )
    link = _link(multiples)
    lines = [
        Line(run, link if not number else None)
        for number, run in enumerate(wrap_spans(heading, room))
    ]
    wide = max(chart.cells for chart in drawn)
    beside = max(1, (room - indent + GAP) // (wide + GAP))
    for start in range(0, len(drawn), beside):
        row = drawn[start : start + beside]
        if start:
            lines.append(Line())
        for level in range(len(row[0].lines)):
            run: list[Span] = [Span(" " * indent)]
            for place, chart in enumerate(row):
                last = place == len(row) - 1
                run += chart.line(level, 0 if last else wide + GAP)
            lines.append(Line(merged(run)))
    for text, role in _notes(multiples, drawn[0].shown, tr):
        lines += [Line((Span(" "), *run)) for run in wrap_spans(spans((text, role)), room - indent)]
    return tuple(lines)


def _notes(multiples: Multiples, shown: int, tr: Translator) -> list[tuple[str, Role]]:
    """What is to be said below the charts: where they are not comparable, what is left out."""
    slots = multiples.slots[-shown:]
    found = []
    for before, after in itertools.pairwise(slots):
        if after.apart:
            found.append((_apart(before, after, tr), Role.WARNING))
    gap = _gap(slots, tr)
    if gap:
        found.append((gap, Role.MUTED))
    left_out = multiples.earlier + len(multiples.slots) - shown
    if left_out:
        text = tr.ngettext("còn {count} kỳ trước đó", "còn {count} kỳ trước đó", left_out)
        found.append((text.format(count=left_out), Role.MUTED))
    return list(dict.fromkeys(found))


def _gap(slots: Sequence[Slot], tr: Translator) -> str:
    """Which years between those shown are left out because none of the units has a figure."""
    years = missing_years(slots)
    text = tr.gettext("không có số liệu năm {years}")
    return text.format(years=", ".join(map(str, years))) if years else ""


def _apart(before: Slot, after: Slot, tr: Translator) -> str:
    changed = before.universe != after.universe
    if before.framework is None or after.framework is None:
        if changed and before.indicator.id == after.indicator.id:
            return tr.gettext("│ không so sánh được qua vạch này: xếp trong số đơn vị khác nhau")
        return tr.gettext("│ không so sánh được qua vạch này: hai bên là hai định nghĩa")
    text = tr.gettext("│ không so sánh được qua vạch này: {before} rồi {after}")
    return text.format(
        before=_rules(before, tr, ranked=changed), after=_rules(after, tr, ranked=changed)
    )


def _rules(slot: Slot, tr: Translator, *, ranked: bool) -> str:
    """By what a slot was measured: "bộ chỉ số 2022 (xếp trong 63 đơn vị)"."""
    assert slot.framework is not None
    name = wording.framework_name(slot.framework, tr)
    if not ranked or slot.universe is None:
        return name
    among = tr.gettext("xếp trong {universe} đơn vị")
    return f"{name} ({among.format(universe=formatting.number(slot.universe, tr))})"


def _link(multiples: Multiples) -> Link:
    unit = str(multiples.series[0].unit.key)
    return Link(LinkKind.INDICATOR, multiples.indicator.id, unit=unit)


def _aim(one: Series, multiples: Multiples, tr: Translator) -> str:
    """A unit's goal in a row: "cam kết ≤ 20 (2025); 2022: đạt"."""
    goal = aim_text(one, multiples.indicator, tr).removeprefix("─ ")
    return "; ".join(text for text in (goal, met_text(one, tr)) if text)


def _table(multiples: Multiples, tr: Translator, names: Names) -> Table:
    """The same values as rows, for Markdown and for the narrowest of terminals."""
    titles = []
    for slot in multiples.slots:
        framework = slot.framework
        period = period_label(slot, tr)
        if framework is not None:
            period = f"{period} · {wording.framework_name(framework, tr)}"
        titles.append(period)
    aims = any(one.aim is not None for one in multiples.series)
    return Table(
        heading=_heading(multiples, tr),
        aside="; ".join(filter(None, (_scale(multiples, tr), _gap(multiples.slots, tr)))),
        heading_link=_link(multiples),
        columns=(
            Column(title=tr.gettext("Đơn vị"), most=24),
            *(Column(title=title, align=Align.RIGHT) for title in titles),
            *((Column(title=tr.gettext("Mức đề ra"), priority=1),) if aims else ()),
        ),
        rows=tuple(
            Row(
                cells=(
                    spans(names[one.unit.key]),
                    *(spans(text) for text in labels_of(one, multiples, tr)),
                    *((spans(_aim(one, multiples, tr)),) if aims else ()),
                )
            )
            for one in multiples.series
        ),
        show_titles=True,
    )
