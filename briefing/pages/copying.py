"""One line of a page as text to be passed on: what it says in full, its source, period and day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing import formatting, wording
from briefing.domain.comparison import Row as ComparedRow
from briefing.domain.model import Source
from briefing.domain.multiples import Multiples
from briefing.domain.spelling import visible
from briefing.domain.standing import Briefing
from briefing.domain.yardsticks import Against
from briefing.language import Translator
from briefing.pages import cells
from briefing.pages.blocks import Bar, Drawing, Page, Paragraph, Row, Table
from briefing.pages.history_chart import labels_of
from briefing.pages.layout import chosen
from briefing.pages.line import Link, LinkKind, Span
from briefing.wording.lineage import names_together
from briefing.wording.yardsticks import against_note, against_value, mean_name

PART = " · "
NONE = "·"
"""How a table of counts draws none."""
Item = tuple[Table | None, Row]
"""What the cursor can stand on: a row and its table; of running text, a row of one cell."""


def item_at(page: Page, width: int, number: int) -> Item:
    """The item of that number on ``page`` laid out for ``width``; columns that were dropped too.

    Raises ``IndexError`` when there are not as many.
    """
    for at, item in enumerate(_items(page, width)):
        if at == number:
            return item
    raise IndexError(number)


def _items(page: Page, width: int) -> Iterable[Item]:
    for part in chosen(page, width):
        block = part.table if isinstance(part, Drawing) else part
        if isinstance(block, Paragraph):
            if block.link is not None:
                yield None, Row(cells=(block.spans,), link=block.link)
            continue
        if block.heading_link is not None:
            head = block.heading_spans or (Span(block.heading),)
            yield None, Row(cells=(head,), link=block.heading_link)
        yield from ((block, row) for row in block.rows if row.link is not None)


def item_text(
    title: str,
    item: Item,
    sources: Mapping[str, Source],
    briefing: Briefing | None,
    day: str,
    tr: Translator,
) -> str:
    """An item as two lines: what it says of ``title``, and where, for when and until when known.

    ``sources`` by id; ``day`` is the day that the screen speaks of, in words. No control character
    of the data comes through.
    """
    table, row = item
    said, period = [], ""
    glyph = ""
    for number, cell in enumerate(row.cells):
        text = "" if isinstance(cell, Bar) else "".join(span.text for span in cell).strip()
        text = "0" if text == NONE else text
        heading = table.columns[number].title if table is not None else ""
        if heading == tr.gettext("Kỳ"):
            period = text
        elif heading == tr.gettext("Nguồn"):
            continue
        elif len(text) == 1 and not text.isalnum() and text != formatting.MISSING:
            glyph = f"{text} "
        elif text:
            counted = table is not None and table.show_titles
            said.append(glyph + (_named(heading, text) if number >= 2 - counted else text))
            glyph = ""
    link = row.link
    period = _period(link, briefing, tr) or period
    return _two_lines(title, said, period, _cited(link, sources, tr), day, tr)


def compared_text(row: ComparedRow, sources: Mapping[str, Source], day: str, tr: Translator) -> str:
    """One indicator of several units: each unit's figure with its period, source and remarks."""
    lines = [cells.indicator_name(row.indicator, tr)]
    names = names_together([cell.unit for cell in row.cells], tr)
    for cell in row.cells:
        name, observation = names[cell.unit.key], cell.observation
        if observation is None:
            lines.append(f"{name}: {formatting.MISSING}")
            continue
        figure = formatting.figure(observation, cell.indicator, tr)
        source = sources.get(observation.source)
        parts = [
            formatting.period(observation.start, observation.end, tr),
            wording.citation(source, observation.paragraphs, tr) if source else "",
            *wording.remarks(cell, tr),
        ]
        lines.append(f"{name}: {figure} ({'; '.join(part for part in parts if part)})")
    lines += [held_against(against, row, tr) for against in row.against]
    return "\n".join(visible(line) for line in (*lines, day) if line)


def history_text(history: Multiples, day: str, tr: Translator) -> str:
    """A history of several units: each unit's values with their periods and frameworks."""
    lines = [cells.indicator_name(history.indicator, tr)]
    names = names_together([one.unit for one in history.series], tr)
    for one in history.series:
        said = []
        for slot, text in zip(history.slots, labels_of(one, history, tr), strict=True):
            framework = slot.framework
            period = formatting.period(slot.start, slot.end, tr)
            if framework is not None:
                period = f"{period}, {wording.framework_name(framework, tr)}"
            said.append(f"{text} ({period})")
        lines.append(f"{names[one.unit.key]}: {'; '.join(said)}")
    return "\n".join(visible(line) for line in (*lines, day) if line)


def held_against(against: Against, row: ComparedRow, tr: Translator) -> str:
    """A yardstick beside a row, with how it came about: "TB cả nước: 0,4014 (theo công bố)"."""
    unit = row.cells[row.reference or 0].unit
    note = against_note(against, unit, tr)
    name = mean_name(against, unit, tr)
    if against.value is None:
        return f"{name}: {formatting.MISSING} ({note})"
    value = against_value(against, row.indicator, tr)
    return f"{name}: {value} ({note.removeprefix(name + ': ')})"


def _named(heading: str, text: str) -> str:
    """What a column says with its name before it, where that is not said already."""
    name = heading[:1].lower() + heading[1:]
    plain = name and "," not in name and name.casefold() not in text.casefold()
    return f"{name} {text}" if plain else text


def _period(link: Link | None, briefing: Briefing | None, tr: Translator) -> str:
    """The period of the figure behind a line, in full."""
    if link is None or briefing is None or link.unit is not None:
        return ""
    observation = None
    if link.kind is LinkKind.TARGET:
        found = (target for target in briefing.targets if target.target.id == link.ref)
        observation = next((target.observation for target in found), None)
    elif link.kind is LinkKind.INDICATOR:
        figures = (figure for figure in briefing.figures if figure.indicator.id == link.ref)
        observation = next((figure.observation for figure in figures), None)
    return "" if observation is None else formatting.period(observation.start, observation.end, tr)


def _cited(link: Link | None, sources: Mapping[str, Source], tr: Translator) -> str:
    source = sources.get(link.source or "") if link is not None else None
    if source is None or link is None:
        return ""
    return wording.citation(source, (link.paragraph,) if link.paragraph else (), tr)


def _two_lines(
    title: str, said: list[str], period: str, source: str, day: str, tr: Translator
) -> str:
    above = f"{title}: {PART.join(said)}"
    below = [
        tr.gettext("Kỳ: {period}").format(period=period) if period else "",
        tr.gettext("Nguồn: {source}").format(source=source) if source else "",
        day,
    ]
    lines = (above, PART.join(part for part in below if part))
    return "\n".join(visible(line) for line in lines if line)
