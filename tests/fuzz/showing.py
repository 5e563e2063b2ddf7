"""Every page that a database can fill, drawn the way the screens and ``show`` draw it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from briefing.commands import COMMANDS
from briefing.desk import LATEST, Desk, UnknownUnitError, View
from briefing.domain.standing import Briefing
from briefing.language import Translator
from briefing.pages.blocks import Page
from briefing.pages.compare import compare_page
from briefing.pages.detail import detail_lines
from briefing.pages.guide import help_page
from briefing.pages.indicator import indicator_page
from briefing.pages.item import target_page, task_page
from briefing.pages.layout import lay_out
from briefing.pages.overview import overview_page
from briefing.pages.pillars import pillars_page
from briefing.pages.search import results_page, units_page
from briefing.pages.source import document_page, source_page
from briefing.pages.tasks import Grouping, tasks_page
from briefing.printing import FORMATS, SCREENS, rendered
from briefing.settings import Settings
from briefing.show.answers import Question
from briefing.show.rendering import as_text
from briefing.store.reading import Reader
from tests.fuzz.plain import check_all_plain, check_plain

TODAY = date(2026, 11, 22)
WIDTHS = (40, 80, 150)
MOST_UNITS = 3


def show_everything(settings: Settings, tr: Translator, widths: Sequence[int] = WIDTHS) -> int:
    """Draws every page of the first units on terminals of these widths; the number of pages.

    Raises ``NotPlainError`` for a text that a terminal would obey, and whatever a page raises. A
    unit of ``config.yaml`` that is not there is the user's mistake, and told.
    """
    desk = Desk(settings, TODAY)
    drawn = 0
    with Reader(settings.database) as reader:
        for page in _pages(desk, reader, tr):
            draw(page, widths)
            drawn += 1
        for screen in SCREENS:
            if "name" in screen.takes:
                continue
            try:
                answer = screen.answer(desk, reader, Question(), tr)
            except UnknownUnitError:
                continue
            for form in FORMATS:
                check_plain(rendered(answer, form), many_lines=True)
    return drawn


def draw(page: Page, widths: Sequence[int] = WIDTHS) -> None:
    """Lays a page out for terminals of these widths, and as printed."""
    for width in widths:
        for line in lay_out(page, width):
            check_all_plain(span.text for span in line.spans)
    check_plain(as_text(page, "", 100), many_lines=True)


def _pages(desk: Desk, reader: Reader, tr: Translator) -> Iterator[Page]:
    focus = reader.focus_units()
    yield units_page(focus, tr)
    views = [desk.view(reader, unit.key, LATEST) for unit in focus[:MOST_UNITS]]
    for view in views:
        briefing = desk.briefing(reader, view)
        yield from _of_unit(reader, view, briefing, tr)
        _details(briefing, tr)
    if len(focus) > 1:
        keys = [unit.key for unit in focus[:MOST_UNITS]]
        day = desk.day(reader, keys, LATEST)
        yield compare_page(reader.comparison(keys, day, day), tr)
    for source in reader.sources():
        found = reader.source_page(source.id, TODAY)
        if found is not None:
            yield source_page(found, tr, 1)
    for document in reader.documents():
        page = reader.document_page(document.id, TODAY)
        if page is not None:
            yield document_page(page, tr)
    for text in ("a", "n", "số"):
        yield results_page(text, reader.search(text, 60), tr)
    reader.systems()
    reader.difficulties()
    reader.holidays()
    yield help_page(tr, {command.id: command.keys for command in COMMANDS})


def _of_unit(reader: Reader, view: View, briefing: Briefing, tr: Translator) -> Iterator[Page]:
    sources = {source.id: source for source in reader.sources()}
    yield overview_page(briefing, tr)
    yield pillars_page(briefing, tr)
    for way in Grouping:
        yield tasks_page(briefing, tr, way)
    for figure in briefing.figures[:8]:
        history = reader.history(figure.indicator.id, view.unit, view.as_of, view.known_on)
        yield indicator_page(history, sources, tr)
    for target in briefing.targets[:8]:
        yield target_page(target, briefing, tr)
        if target.indicator is not None:
            told = reader.history(target.indicator.id, view.unit, view.as_of, view.known_on)
            yield indicator_page(told, sources, tr, targets=False)
    for task in briefing.tasks[:8]:
        yield task_page(task, briefing, tr)


def _details(briefing: Briefing, tr: Translator) -> None:
    """What stands below the list for each line of the unit's own pages."""
    pages = [overview_page(briefing, tr), pillars_page(briefing, tr), tasks_page(briefing, tr)]
    for page in pages:
        for link in {line.link for line in lay_out(page, 80) if line.link is not None}:
            for line in detail_lines(link, briefing, tr, 77):
                check_all_plain(span.text for span in line.spans)
