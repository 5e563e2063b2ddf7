"""What ``show SCREEN`` answers: the same page as the screen's, and the records behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from briefing import wording
from briefing.complaints import UnknownNameError
from briefing.desk import AsOf, Desk, View, near_names
from briefing.domain.model import UnitKind
from briefing.domain.ranked import Order
from briefing.domain.spelling import fold
from briefing.domain.standing import Briefing
from briefing.domain.value import value
from briefing.language import Translator
from briefing.pages.blocks import Page
from briefing.pages.difficulties import difficulties_page
from briefing.pages.document import document_page
from briefing.pages.indicator import indicator_page
from briefing.pages.matrix import matrix_page
from briefing.pages.overview import overview_page
from briefing.pages.pillars import pillars_page
from briefing.pages.source import source_page
from briefing.pages.systems import systems_page
from briefing.pages.tasks import Grouping, tasks_page
from briefing.problems import nearest
from briefing.show import citing, institutional, records
from briefing.show.histories import history_sections
from briefing.show.lineages import inherited_sections, lineage_sections
from briefing.show.records import Sections, Value, plain
from briefing.store.reading import Reader

MOST_HITS = 100
MOST_NEAR = 8
"""Names that are offered for one that is unknown."""


@value
class Answer:
    """A page, its day in words, and the records behind it."""

    page: Page
    right: str
    context: dict[str, Value]
    sections: Sections


@value(kw_only=True)
class RankingWanted:
    """How the command line narrows and sorts a ranking; ``None`` leaves it as it is."""

    kind: UnitKind | None = None
    below: str | None = None
    region: str | None = None
    peers: str | None = None
    order: Order = Order.RANK


NO_WISH = RankingWanted()


@value(kw_only=True)
class Question:
    """What the command line asks for; ``None`` leaves the choice to ``config.yaml``.

    ``end`` is the year of the results, ``peer`` the unit set beside the one asked about.
    ``beside`` are the yardsticks and ``indicators`` the names of a comparison.
    """

    unit: str | None = None
    units: tuple[str, ...] = ()
    as_of: AsOf | None = None
    known_on: date | None = None
    name: str = ""
    grouping: Grouping = Grouping.TARGET
    end: int | None = None
    peer: str | None = None
    beside: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    ranking: RankingWanted = NO_WISH


def asked(
    question: Question, *, unit: str | None, as_of: AsOf | None, known_on: date | None
) -> Question:
    """``question`` about a unit, on a day, with what was known by then."""
    return replace(question, unit=unit, as_of=as_of, known_on=known_on)


def day_asked(desk: Desk, question: Question) -> AsOf:
    """The day that a question is about, else that of ``config.yaml``."""
    return question.as_of if question.as_of is not None else desk.settings.as_of


def asked_view(desk: Desk, reader: Reader, question: Question) -> View:
    """The unit and the days that a question is about, else those of ``config.yaml``."""
    as_of = day_asked(desk, question)
    unit = desk.focus(reader, question.unit, as_of, question.known_on)
    return desk.view(reader, unit.key, as_of, question.known_on)


def right_of(view: View, tr: Translator) -> str:
    """The days in force in words."""
    return wording.days_in_force(view.as_of, view.known_on, tr, latest=view.latest)[0]


def context_of(view: View, screen: str) -> dict[str, Value]:
    return {
        "screen": screen,
        "unit": str(view.unit),
        "as_of": plain(view.as_of),
        "known_on": plain(view.known_on),
    }


def _of_briefing(
    screen: str,
    page: Callable[[Briefing, Translator], Page],
    sections: Callable[[Briefing], Sections],
) -> Callable[[Desk, Reader, Question, Translator], Answer]:
    def answer(desk: Desk, reader: Reader, question: Question, tr: Translator) -> Answer:
        view = asked_view(desk, reader, question)
        briefing = desk.briefing(reader, view)
        return Answer(
            page(briefing, tr),
            right_of(view, tr),
            context_of(view, screen),
            {
                **sections(briefing),
                **lineage_sections(briefing.lineage),
                **inherited_sections(briefing.inherited),
            },
        )

    return answer


overview = _of_briefing("overview", overview_page, records.overview_sections)
pillars = _of_briefing("pillars", pillars_page, records.pillars_sections)


matrix = _of_briefing("matrix", matrix_page, institutional.matrix_sections)
difficulties = _of_briefing("difficulties", difficulties_page, institutional.difficulties_sections)


def systems(desk: Desk, reader: Reader, question: Question, tr: Translator) -> Answer:
    """The information systems of one unit."""
    view = asked_view(desk, reader, question)
    told = reader.unit_systems(view.unit, view.as_of, view.known_on)
    return Answer(
        systems_page(told, tr),
        right_of(view, tr),
        context_of(view, "systems"),
        {**institutional.systems_sections(told), **lineage_sections(told.lineage)},
    )


def tasks(desk: Desk, reader: Reader, question: Question, tr: Translator) -> Answer:
    """The open tasks in a grouping."""

    def page(briefing: Briefing, tr: Translator) -> Page:
        return tasks_page(briefing, tr, question.grouping)

    return _of_briefing("tasks", page, records.tasks_sections)(desk, reader, question, tr)


def indicator(desk: Desk, reader: Reader, question: Question, tr: Translator) -> Answer:
    """One indicator of one unit, by id or by name."""
    view = asked_view(desk, reader, question)
    found = indicator_id(reader, question.name)
    history = desk.history(reader, found, view)
    context = context_of(view, "indicator")
    context["indicator"] = found
    return Answer(
        indicator_page(history, reader.sources_named(history.cited), tr),
        right_of(view, tr),
        context,
        history_sections(history),
    )


def indicator_id(reader: Reader, name: str) -> str:
    """The id of the indicator that a person means by its id or name.

    Raises ``UnknownNameError`` with the nearest names when there is none, or more than one; with a
    framework that bears the name and whose parts are no indicators.
    """
    known = reader.indicators()
    wanted = fold(name)
    spelled = wanted.replace("_", " ")
    by_id = next((id_ for id_ in known if id_.replace("_", " ") == spelled), None)
    if name in known or by_id is not None:
        return name if name in known else str(by_id)
    exact = [
        one.id
        for one in known.values()
        if wanted and wanted in map(fold, (one.name, one.short, one.name_en, one.short_en))
    ]
    if len(exact) == 1:
        return exact[0]
    for framework in reader.standings.frameworks():
        if not framework.indicators and framework.is_called(name):
            raise UnknownNameError(name, framework=framework.id)
    hits = [hit for hit in reader.search(name, MOST_HITS) if hit.kind == "indicator"]
    if len(hits) == 1:
        return hits[0].ref
    hits = hits or list(near_names(reader, name, ("indicator",)))
    if not hits and (near := nearest(name, known.keys())):
        raise UnknownNameError(name, (f"{near} ({known[near].name})",))
    raise UnknownNameError(name, tuple(f"{hit.ref} ({hit.title})" for hit in hits[:MOST_NEAR]))


def source(desk: Desk, reader: Reader, question: Question, tr: Translator) -> Answer:
    """A source by its id, or a legal document by its id or number, with all told by a day.

    Without a day asked for it is today: nothing is judged here.
    """
    as_of = question.as_of if isinstance(question.as_of, date) else None
    day = question.known_on or as_of or desk.today
    right = wording.known_by(day, tr) if question.known_on or as_of else ""
    days: dict[str, Value] = {"as_of": plain(as_of or day), "known_on": plain(day)}
    found = reader.source_page(question.name, day)
    if found is not None:
        context: dict[str, Value] = {"screen": "source", **citing.source_record(found.source)}
        sections = citing.source_sections(found)
        return Answer(source_page(found, tr), right, context | days, sections)
    page = reader.document_page(_document_id(reader, question.name), day)
    assert page is not None
    context = {"screen": "document", **citing.document_record(page.document)}
    del context["paragraph"]
    return Answer(document_page(page, tr), right, context | days, citing.document_sections(page))


def _document_id(reader: Reader, name: str) -> str:
    wanted = fold(name)
    documents = reader.documents()
    found = [one.id for one in documents if wanted in (fold(one.id), fold(one.number))]
    if len(found) == 1:
        return found[0]
    near = found or [hit.ref for hit in near_names(reader, name, ("source", "document"))]
    if not near:
        known = [*(one.id for one in reader.sources()), *(one.id for one in documents)]
        close = nearest(name, known)
        near = [close] if close else [one.id for one in reader.sources()]
    raise UnknownNameError(name, tuple(near[:MOST_NEAR]))
