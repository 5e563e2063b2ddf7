"""Small multiples as text: one little chart for each unit, all on one scale, with its target.

Each chart has a column per period, its bar in eighths of a line, its value and its period below.
The goal in force is a line across. A bar between two columns stands where the definition changes:
what lies on one side of it is not comparable with what lies on the other.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import partial

from briefing import formatting, wording
from briefing.domain.model import Indicator, Measure, Qualifier
from briefing.domain.multiples import Multiples, Point, Series, Slot
from briefing.domain.spelling import clip, width
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Align, Column, Drawing, Row, Table
from briefing.pages.line import Line, Link, LinkKind, Role, Span, merged, spans, wrap_spans

HEIGHT = 3
"""Lines of a chart's bars."""
BAR = 3
"""Cells of a bar, where its value is not narrower."""
GAP = 3
"""Blank cells between two charts."""
LEAST = 30
"""Cells below which the values are a table."""
RISING = "▁▂▃▄▅▆▇"
SIGNS = {
    Qualifier.AT_LEAST: ">",
    Qualifier.ALMOST: "<",
    Qualifier.ABOUT: "≈",
    Qualifier.ESTIMATE: "≈",
}


def multiples_block(multiples: Multiples, tr: Translator) -> Drawing:
    """The charts, as many beside each other as fit; the oldest periods give way first."""
    return Drawing(
        draw=partial(_draw, multiples, tr),
        least=LEAST,
        table=_table(multiples, tr),
        tight=False,
    )


def _heading(multiples: Multiples, tr: Translator) -> str:
    name = cells.indicator_short(multiples.indicator, tr)
    return tr.gettext("Diễn biến: {indicator}").format(indicator=name)


def _scale(indicator: Indicator, tr: Translator) -> str:
    match indicator.measure:
        case Measure.RANK:
            return tr.gettext("cùng thang đo, hạng 1 cao nhất")
        case Measure.PERCENT:
            return tr.gettext("cùng thang đo 0–100%")
        case _:
            return tr.gettext("cùng thang đo, từ 0")


def _draw(multiples: Multiples, tr: Translator, room: int) -> tuple[Line, ...]:
    indent = 1
    charts = _charts(multiples, tr, room - indent)
    heading = spans(
        (_heading(multiples, tr), Role.HEADING), "  ", (_scale(multiples.indicator, tr), Role.MUTED)
    )
    link = _link(multiples)
    lines = [
        Line(run, link if not number else None)
        for number, run in enumerate(wrap_spans(heading, room))
    ]
    wide = max(chart.cells for chart in charts)
    beside = max(1, (room - indent + GAP) // (wide + GAP))
    for start in range(0, len(charts), beside):
        row = charts[start : start + beside]
        if start:
            lines.append(Line())
        for level in range(len(row[0].lines)):
            run: list[Span] = [Span(" " * indent)]
            for place, chart in enumerate(row):
                last = place == len(row) - 1
                run += chart.line(level, 0 if last else wide + GAP)
            lines.append(Line(merged(run)))
    for text, role in _notes(multiples, charts[0].shown, tr):
        lines += [Line((Span(" "), *run)) for run in wrap_spans(spans((text, role)), room - indent)]
    return tuple(lines)


class _Chart:
    """One unit's chart: its lines, all of ``cells`` width, of the ``shown`` newest slots."""

    def __init__(self, lines: Sequence[tuple[Span, ...]], cells: int, shown: int) -> None:
        self.lines = lines
        self.cells = cells
        self.shown = shown

    def line(self, level: int, padded: int) -> tuple[Span, ...]:
        """One line of it, filled with blanks up to ``padded`` cells."""
        run = self.lines[level]
        blank = padded - sum(width(span.text) for span in run)
        return (*run, Span(" " * blank)) if blank > 0 else run


def _charts(multiples: Multiples, tr: Translator, room: int) -> list[_Chart]:
    labels = [[_label(point, tr) for point in one.points] for one in multiples.series]
    periods = [_period(slot, tr) for slot in multiples.slots]
    wide = [
        max(width(period), *(width(found[place]) for found in labels))
        for place, period in enumerate(periods)
    ]
    first = 0
    while first < len(wide) - 1 and _taken(multiples.slots[first:], wide[first:]) > room:
        first += 1
    return [
        _chart(one, multiples, found, periods, wide, first, room, tr)
        for one, found in zip(multiples.series, labels, strict=True)
    ]


def _taken(slots: Sequence[Slot], wide: Sequence[int]) -> int:
    return sum(wide) + sum(_gap(slot, not place) for place, slot in enumerate(slots))


def _gap(slot: Slot, first: bool) -> int:
    """Cells before a column: none before the first, room for a bar where the definition changes."""
    return 0 if first else 3 if slot.apart else 1


def _chart(
    one: Series,
    multiples: Multiples,
    labels: Sequence[str],
    periods: Sequence[str],
    wide: Sequence[int],
    first: int,
    room: int,
    tr: Translator,
) -> _Chart:
    shown = range(first, len(wide))
    taken = _taken(multiples.slots[first:], wide[first:])
    aim = _aim(one, tr)
    total = min(room, max(taken, min(24, width(wording.unit_name(one.unit, tr))), width(aim)))
    name = clip(wording.unit_name(one.unit, tr), total)
    lines = [spans((name, Role.STRONG))]
    goal = None if one.aim is None else _goal_level(one.aim.share)
    for level in range(HEIGHT - 1, -1, -1):
        run: list[Span] = []
        for place in shown:
            line = goal == level
            run += _between(multiples.slots[place], place == first, line)
            run += _column(one.points[place], level, wide[place], line)
        lines.append(merged(run))
    for texts, role in ((labels, Role.PLAIN), (periods, Role.MUTED)):
        run = []
        for place in shown:
            run += _between(multiples.slots[place], place == first, False)
            own = Role.MUTED if texts[place] == formatting.MISSING else role
            run.append(Span(_centred(texts[place], wide[place]), own))
        lines.append(merged(run))
    if any(series.aim is not None for series in multiples.series):
        lines.append(spans((clip(aim, total), Role.STRONG)))
    return _Chart(lines, max(taken, total), len(wide) - first)


def _between(slot: Slot, first: bool, line: bool) -> list[Span]:
    """What stands before a column: blank, the goal's line, the bar of another definition."""
    blank = "─" if line else " "
    role = Role.STRONG if line else Role.PLAIN
    if _gap(slot, first) < 3:
        return [Span(blank * _gap(slot, first), role)] if not first else []
    return [Span(blank, role), Span("│", Role.WARNING), Span(blank, role)]


def _column(point: Point | None, level: int, wide: int, line: bool) -> list[Span]:
    """One line of a column: its bar as far as it reaches, the goal's line beside or above it."""
    eighths = 0 if point is None else max(1, round(point.share * HEIGHT * 8))
    here = min(8, max(0, eighths - level * 8))
    blank, role = ("─", Role.STRONG) if line else (" ", Role.PLAIN)
    if not here:
        return [Span(blank * wide, role)]
    block = "█" if here == 8 else RISING[here - 1]
    bar = min(BAR, wide)
    before = (wide - bar) // 2
    return [
        Span(blank * before, role),
        Span(block * bar, Role.PROGRESS),
        Span(blank * (wide - bar - before), role),
    ]


def _goal_level(share: float) -> int:
    """The line of the chart on which a goal lies, 0 the lowest."""
    return min(HEIGHT - 1, max(0, int(share * HEIGHT - 1e-9)))


def _centred(text: str, wide: int) -> str:
    blank = wide - width(text)
    return " " * (blank // 2) + text + " " * (blank - blank // 2)


def _label(point: Point | None, tr: Translator) -> str:
    if point is None:
        return formatting.MISSING
    return SIGNS.get(point.observation.qualifier, "") + formatting.number(
        point.observation.value, tr
    )


def _period(slot: Slot, tr: Translator) -> str:
    """A period's shortest name: its year, else the last day."""
    if (slot.start.month, slot.start.day, slot.end.month, slot.end.day) == (1, 1, 12, 31):
        return formatting.span_short(slot.start, slot.end, tr)
    return formatting.short_date(slot.end, tr)


def _aim(one: Series, tr: Translator) -> str:
    """ "─ phấn đấu ≤ 12 (2023)"; empty without a target."""
    if one.aim is None:
        return ""
    target = one.aim.target
    goal = f"{wording.level(target.level, tr)} {formatting.goal_short(one.aim.goal, None, tr)}"
    return f"─ {goal} ({target.due.year})" if target.due is not None else f"─ {goal}"


def _notes(multiples: Multiples, shown: int, tr: Translator) -> list[tuple[str, Role]]:
    """What is to be said below the charts: where they are not comparable, what is left out."""
    slots = multiples.slots[-shown:]
    found = []
    for before, after in itertools.pairwise(slots):
        if after.apart:
            found.append((_apart(before, after, tr), Role.WARNING))
    left_out = multiples.earlier + len(multiples.slots) - shown
    if left_out:
        text = tr.ngettext("còn {count} kỳ trước đó", "còn {count} kỳ trước đó", left_out)
        found.append((text.format(count=left_out), Role.MUTED))
    return list(dict.fromkeys(found))


def _apart(before: Slot, after: Slot, tr: Translator) -> str:
    if before.framework is not None and after.framework is not None:
        text = tr.gettext("│ không so sánh được qua vạch này: {before} rồi {after}")
        return text.format(
            before=tr.pick(before.framework.short, before.framework.short_en),
            after=tr.pick(after.framework.short, after.framework.short_en),
        )
    text = tr.gettext("│ không so sánh được qua vạch này: hai bên là hai định nghĩa")
    return text


def _link(multiples: Multiples) -> Link:
    unit = str(multiples.series[0].unit.key)
    return Link(LinkKind.INDICATOR, multiples.indicator.id, unit=unit)


def _table(multiples: Multiples, tr: Translator) -> Table:
    """The same values as rows, for Markdown and for the narrowest of terminals."""
    titles = []
    for slot in multiples.slots:
        framework = slot.framework
        period = _period(slot, tr)
        if framework is not None:
            period = f"{period} · {tr.pick(framework.short, framework.short_en)}"
        titles.append(period)
    aims = any(one.aim is not None for one in multiples.series)
    return Table(
        heading=_heading(multiples, tr),
        aside=_scale(multiples.indicator, tr),
        heading_link=_link(multiples),
        columns=(
            Column(title=tr.gettext("Đơn vị"), most=24),
            *(Column(title=title, align=Align.RIGHT) for title in titles),
            *((Column(title=tr.gettext("Mức đề ra"), priority=1),) if aims else ()),
        ),
        rows=tuple(
            Row(
                cells=(
                    spans(wording.unit_name(one.unit, tr)),
                    *(spans(_label(point, tr)) for point in one.points),
                    *((spans(_aim(one, tr).removeprefix("─ ")),) if aims else ()),
                )
            )
            for one in multiples.series
        ),
        show_titles=True,
    )
