"""One unit's history as a little chart of text: bars in eighths of a line, values, its goal.

The goal in force is a line across the columns of its own indicator, at its own height on the scale:
above the bars that lie below it, below those that lie above it. A bar between two columns stands
where the definition changes: what lies on one side of it is not comparable with what lies on the
other, and no line crosses it.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing import formatting, wording
from briefing.domain.likeness import universe
from briefing.domain.model import Indicator, Qualifier
from briefing.domain.multiples import Multiples, Point, Series, Slot
from briefing.domain.spelling import clip, width
from briefing.language import Translator
from briefing.pages.goal_line import CELL, Stroke, eighths, set_apart
from briefing.pages.line import Role, Span, merged, spans
from briefing.wording.yardsticks import OWN_NAMES, Names, name_in, value_short

HEIGHT = 3
"""Lines of a chart's bars."""
BAR = 3
"""Cells of a bar, where its value is not narrower."""
RISING = "▁▂▃▄▅▆▇"
SIGNS = {
    Qualifier.AT_LEAST: ">",
    Qualifier.ALMOST: "<",
    Qualifier.ABOUT: "≈",
    Qualifier.ESTIMATE: "≈",
}
APART = "│"
"""What stands between two columns of two definitions."""


class Chart:
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


def labels_of(one: Series, multiples: Multiples, tr: Translator) -> list[str]:
    """What stands below each of a unit's bars."""
    return [
        label(point, slot.indicator, tr)
        for point, slot in zip(one.points, multiples.slots, strict=True)
    ]


def charts(
    multiples: Multiples, tr: Translator, room: int, names: Names = OWN_NAMES
) -> list[Chart]:
    """A chart for each unit, of the newest periods that fit into ``room`` cells."""
    labels = [labels_of(one, multiples, tr) for one in multiples.series]
    periods = [period_label(slot, tr) for slot in multiples.slots]
    wide = [
        max(width(period), *(width(found[place]) for found in labels))
        for place, period in enumerate(periods)
    ]
    first = 0
    while first < len(wide) - 1 and _taken(multiples.slots[first:], wide[first:]) > room:
        first += 1
    return [
        _chart(one, name_in(names, one.unit, tr), multiples, found, periods, wide, first, room, tr)
        for one, found in zip(multiples.series, labels, strict=True)
    ]


def _taken(slots: Sequence[Slot], wide: Sequence[int]) -> int:
    return sum(wide) + sum(_gap(slot, not place) for place, slot in enumerate(slots))


def _gap(slot: Slot, first: bool) -> int:
    """Cells before a column: none before the first, room for a bar where the definition changes."""
    return 0 if first else 3 if slot.apart else 1


def _chart(
    one: Series,
    name: str,
    multiples: Multiples,
    labels: Sequence[str],
    periods: Sequence[str],
    wide: Sequence[int],
    first: int,
    room: int,
    tr: Translator,
) -> Chart:
    shown = range(first, len(wide))
    taken = _taken(multiples.slots[first:], wide[first:])
    aim = aim_text(one, multiples.indicator, tr)
    met = met_text(one, tr)
    named = min(24, width(name))
    total = min(room, max(taken, named, width(aim), width(met) + 2))
    lines = [spans((clip(name, total), Role.STRONG))]
    stroke, reached = _reached(one, multiples, first)
    for level in range(HEIGHT - 1, -1, -1):
        run: list[Span] = []
        for place, reach in zip(shown, reached, strict=True):
            slot = multiples.slots[place]
            crossed = stroke is not None and stroke.level == level and _is_own(slot, multiples)
            line = stroke.sign if stroke is not None and crossed else " "
            run += _between(slot, place == first, line)
            run += _column(reach, level, wide[place], line)
        lines.append(merged(run))
    for texts, role in ((labels, Role.PLAIN), (periods, Role.MUTED)):
        run = []
        for place in shown:
            run += _between(multiples.slots[place], place == first, " ")
            own = Role.MUTED if texts[place] == formatting.MISSING else role
            run.append(Span(_centred(texts[place], wide[place]), own))
        lines.append(merged(run))
    if any(series.aim is not None for series in multiples.series):
        lines.append(spans((clip(aim, total), Role.STRONG)))
        lines.append(spans((clip(f"  {met}", total) if met else "", Role.PLAIN)))
    return Chart(lines, max(taken, total), len(wide) - first)


def _is_own(slot: Slot, multiples: Multiples) -> bool:
    """Whether a column is of the indicator that the goal is of."""
    return slot.indicator == multiples.indicator


def _reached(one: Series, multiples: Multiples, first: int) -> tuple[Stroke | None, list[int]]:
    """Where the goal's line stands, and how many eighths each bar shown is high; 0 without one."""
    points, slots = one.points[first:], multiples.slots[first:]
    reached = [0 if point is None else eighths(point.share, HEIGHT) for point in points]
    if one.aim is None:
        return None, reached
    aim = one.aim
    judged = [
        (point.share, aim.side(point.observation, multiples.indicator))
        for point, slot in zip(points, slots, strict=True)
        if point is not None and _is_own(slot, multiples)
    ]
    stroke, apart = set_apart(aim.share, judged, HEIGHT)
    alike = {share: reach for (share, _), reach in zip(judged, apart, strict=True)}
    for place, point in enumerate(points):
        if point is not None:  # one height for one share, on either side of a change of definition
            reached[place] = alike.get(point.share, reached[place])
    return stroke, reached


def _between(slot: Slot, first: bool, line: str) -> list[Span]:
    """What stands before a column: blank, the goal's line, the bar of another definition.

    A goal is one of its own indicator: its line ends at the bar.
    """
    if first:
        return []
    if slot.apart:
        return [Span(" "), Span(APART, Role.WARNING), Span(" ")]
    return [Span(line, Role.STRONG) if line.strip() else Span(" ")]


def _column(reach: int, level: int, wide: int, line: str) -> list[Span]:
    """One line of a column: its bar as far as it reaches, the goal's line beside or above it."""
    here = min(CELL, max(0, reach - level * CELL))
    role = Role.STRONG if line.strip() else Role.PLAIN
    if not here:
        return [Span(line * wide, role)]
    block = "█" if here == CELL else RISING[here - 1]
    bar = min(BAR, wide)
    before = (wide - bar) // 2
    return [
        Span(line * before, role),
        Span(block * bar, Role.PROGRESS),
        Span(line * (wide - bar - before), role),
    ]


def _centred(text: str, wide: int) -> str:
    blank = wide - width(text)
    return " " * (blank // 2) + text + " " * (blank - blank // 2)


def label(point: Point | None, indicator: Indicator, tr: Translator) -> str:
    """A figure below its bar: "14/63", "0,6077", ">85"; a dash where there is none."""
    if point is None:
        return formatting.MISSING
    sign = SIGNS.get(point.observation.qualifier, "")
    among = universe(indicator, point.observation)
    out_of = "" if among is None else f"/{formatting.number(among, tr)}"
    return sign + value_short(point.observation.value, indicator, tr).removesuffix("%") + out_of


def period_label(slot: Slot, tr: Translator) -> str:
    """A period's shortest name: its year, else the last day."""
    if (slot.start.month, slot.start.day, slot.end.month, slot.end.day) == (1, 1, 12, 31):
        return formatting.span_short(slot.start, slot.end, tr)
    return formatting.short_date(slot.end, tr)


def aim_text(one: Series, indicator: Indicator, tr: Translator) -> str:
    """ "─ phấn đấu ≤ 12 (2023)"; empty without a target."""
    if one.aim is None:
        return ""
    return f"─ {wording.promise((one.aim.target, one.aim.goal), indicator, tr)}"


def met_text(one: Series, tr: Translator) -> str:
    """What the newest figure is to the goal: "2022: đạt", "2022: chưa đạt"; else empty."""
    if one.aim is None or one.aim.met is None or one.aim.judged is None:
        return ""
    text = tr.gettext("{period}: đạt") if one.aim.met else tr.gettext("{period}: chưa đạt")
    judged = one.aim.judged
    return text.format(period=formatting.span_short(judged.start, judged.end, tr))
