"""Every page that a database can fill, drawn the way the screens and ``show`` draw it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from typing import TypeVar

from briefing.desk import LATEST, Desk, UnknownUnitError, View
from briefing.domain.duties import matrix
from briefing.domain.standing import Briefing
from briefing.language import Translator
from briefing.pages.blocks import Page
from briefing.pages.carrier import carrier_page
from briefing.pages.compare import compare_page
from briefing.pages.detail import detail_lines
from briefing.pages.difficulties import difficulties_page
from briefing.pages.document import document_page
from briefing.pages.indicator import indicator_page
from briefing.pages.item import target_page, task_page
from briefing.pages.layout import lay_out
from briefing.pages.matrix import matrix_page
from briefing.pages.overview import overview_page
from briefing.pages.pillars import pillars_page
from briefing.pages.search import results_page, units_page
from briefing.pages.source import source_page
from briefing.pages.system import system_page
from briefing.pages.systems import systems_page
from briefing.pages.tasks import Grouping, tasks_page
from briefing.printing import FORMATS, SCREENS, rendered
from briefing.settings import Settings
from briefing.show.answers import Question
from briefing.show.rendering import as_text
from briefing.store.reading import Reader
from tests.fuzz.plain import check_plain

TODAY = date(2026, 11, 22)
WIDTHS = (40, 80, 150)
PRINTED = tuple(screen for screen in SCREENS if "name" not in screen.takes)

Thing = TypeVar("Thing")


def show_all(settings: Settings, tr: Translator) -> int:
    """Draws every kind of page at every width; how many pages. See :func:`show_some`."""
    return sum(show_some(settings, tr, number) for number in range(len(PRINTED)))


def show_some(settings: Settings, tr: Translator, number: int) -> int:
    """Draws a page of each kind for one unit; how many pages.

    ``number`` chooses unit, width, grouping, format and which things are opened, so that many
    cases together meet them all. Raises ``NotPlainError`` for a text that a terminal would obey,
    and whatever a page raises. A unit of ``config.yaml`` that is not there is the user's mistake,
    and told.
    """
    desk = Desk(settings, TODAY)
    drawn = 0
    with Reader(settings.database) as reader:
        for page in _pages(desk, reader, tr, number):
            check_plain(as_text(page, "", WIDTHS[number % len(WIDTHS)]), many_lines=True)
            drawn += 1
        screen, form = PRINTED[number % len(PRINTED)], FORMATS[number // 2 % len(FORMATS)]
        with suppress(UnknownUnitError):
            answer = screen.answer(desk, reader, Question(), tr)
            check_plain(rendered(answer, form), many_lines=True)
    return drawn


def _turn(things: Sequence[Thing], number: int, most: int = 2) -> Sequence[Thing]:
    """At most ``most`` of ``things``, others for other numbers."""
    start = number % max(1, len(things))
    return [*things, *things][start : start + min(most, len(things))]


def _pages(desk: Desk, reader: Reader, tr: Translator, number: int) -> Iterator[Page]:
    focus = reader.focus_units()
    yield units_page(focus, tr)
    for unit in _turn(focus, number, 1):
        view = desk.view(reader, unit.key, LATEST)
        yield from _of_unit(reader, view, desk.briefing(reader, view), tr, number)
    if len(focus) > 1:
        keys = [unit.key for unit in focus[:3]]
        day = desk.day(reader, keys, LATEST)
        yield compare_page(reader.comparison(keys, day, day), tr)
    for source in _turn(reader.sources(), number):
        found = reader.source_page(source.id, TODAY)
        if found is not None:
            yield source_page(found, tr, 1)
    for document in _turn(reader.documents(), number):
        page = reader.document_page(document.id, TODAY)
        if page is not None:
            yield document_page(page, tr)
    text = ("a", "n", "số", "tên")[number % 4]
    yield results_page(text, reader.search(text, 60), tr)
    reader.systems()
    reader.difficulties()
    reader.holidays()


def _of_unit(
    reader: Reader, view: View, briefing: Briefing, tr: Translator, number: int
) -> Iterator[Page]:
    sources = {source.id: source for source in reader.sources()}
    own = (
        overview_page(briefing, tr),
        pillars_page(briefing, tr),
        tasks_page(briefing, tr, _turn(tuple(Grouping), number, 1)[0]),
    )
    yield from own
    yield matrix_page(briefing, tr)
    yield difficulties_page(briefing, tr)
    for carrier in _turn(matrix(briefing).carriers, number):
        yield carrier_page(carrier.key, briefing, tr)
    systems = reader.unit_systems(view.unit, view.as_of, view.known_on)
    yield systems_page(systems, tr)
    for one in _turn(systems.systems, number):
        yield system_page(one, systems, tr)
    for link in [line.link for line in lay_out(own[number % 3], 80) if line.link is not None][:8]:
        for line in detail_lines(link, briefing, tr, 77):
            check_plain(line.text)
    for figure in _turn(briefing.figures, number):
        history = reader.history(figure.indicator.id, view.unit, view.as_of, view.known_on)
        yield indicator_page(history, sources, tr)
    for target in _turn(briefing.targets, number):
        yield target_page(target, briefing, tr)
        if target.indicator is not None:
            told = reader.history(target.indicator.id, view.unit, view.as_of, view.known_on)
            yield indicator_page(told, sources, tr, target=target)
    for task in _turn(briefing.tasks, number):
        yield task_page(task, briefing, tr)
