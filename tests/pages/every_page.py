"""Every page that the shipped data can fill, built as the screens build it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from briefing.commands import COMMANDS
from briefing.desk import LATEST, AsOf, Desk
from briefing.desk import TODAY as TODAY_WORD
from briefing.domain.duties import matrix
from briefing.domain.model import UnitKey, UnitKind
from briefing.domain.ranked import Choice, Order
from briefing.domain.standing import Briefing
from briefing.language import Translator
from briefing.pages.blocks import Page
from briefing.pages.carrier import carrier_page
from briefing.pages.compare import compare_page
from briefing.pages.difficulties import difficulties_page
from briefing.pages.document import document_page
from briefing.pages.framework import framework_page
from briefing.pages.framework_part import part_page
from briefing.pages.guide import help_page
from briefing.pages.indicator import indicator_page
from briefing.pages.item import target_page, task_page
from briefing.pages.matrix import matrix_page
from briefing.pages.overview import overview_page
from briefing.pages.pillars import pillars_page
from briefing.pages.ranking import Listing, ranking_page
from briefing.pages.ranking_choices import groups_page, indicators_page
from briefing.pages.search import results_page, units_page
from briefing.pages.source import source_page
from briefing.pages.system import system_page
from briefing.pages.systems import systems_page
from briefing.pages.tasks import Grouping, tasks_page
from briefing.settings import Settings
from briefing.store.reading import Reader

TODAY = date(2026, 11, 22)
PROVINCES = ("24", "30", "37", "40", "49")

Named = tuple[str, Page]


def briefing_of(settings: Settings, code: str, day: AsOf = LATEST) -> Briefing:
    """The briefing of a province on a day; on that of its newest figure unless another is named."""
    desk = Desk(settings, TODAY)
    with Reader(settings.database) as reader:
        unit = desk.unit(reader, code, day)
        return desk.briefing(reader, desk.view(reader, unit.key, day))


def tab_pages(settings: Settings, tr: Translator) -> Iterator[Named]:
    """The pages behind the tabs: of each province, the tasks in every grouping."""
    desk = Desk(settings, TODAY)
    for code in PROVINCES:
        briefing = briefing_of(settings, code)
        yield f"overview {code}", overview_page(briefing, tr)
        yield f"pillars {code}", pillars_page(briefing, tr)
        yield f"matrix {code}", matrix_page(briefing, tr)
        for carrier in matrix(briefing).carriers:
            yield f"carrier {carrier.key}", carrier_page(carrier.key, briefing, tr)
        yield f"difficulties {code}", difficulties_page(briefing, tr)
        for way in Grouping:
            yield f"tasks {code} {way}", tasks_page(briefing, tr, way)
        with Reader(settings.database) as reader:
            told = reader.unit_systems(briefing.unit.key, briefing.as_of, briefing.known_on)
            yield f"systems {code}", systems_page(told, tr)
            for one in told.systems:
                yield f"system {one.system.id}", system_page(one, told, tr)
    for code in ("24", "30", "75"):
        briefing = briefing_of(settings, code, TODAY_WORD)
        yield f"overview {code} today", overview_page(briefing, tr)
        yield f"pillars {code} today", pillars_page(briefing, tr)
        yield f"tasks {code} today", tasks_page(briefing, tr)
    with Reader(settings.database) as reader:
        keys: list[UnitKey] = [desk.unit(reader, code, LATEST).key for code in PROVINCES]
        for count in (2, 3, 5):
            day = desk.day(reader, keys[:count], LATEST)
            yield f"compare {count}", compare_page(reader.comparison(keys[:count], day, day), tr)


def ranking_pages(settings: Settings, tr: Translator) -> Iterator[Named]:
    """Rankings: by published ranks, by a few values, of another kind, of another framework."""
    days = (date(2021, 3, 1), date(2023, 9, 3), TODAY)
    names = (None, "dti_the_che_so", "dti_2020", "ho_so_truc_tuyen")
    with Reader(settings.database) as reader:
        known = reader.indicators()
        rankable = reader.standings.rankable(UnitKind.PROVINCE)
        frameworks = reader.standings.frameworks()
        yield "ranking choices", indicators_page(frameworks, rankable, known, "", tr)
        for day in days:
            for name in names:
                choice = Choice(indicator=name)
                ranked = reader.standings.ranked(choice, UnitKey("30"), day, day)
                for order in Order:
                    listing = Listing(order=order, compared=(UnitKey("24"), UnitKey("37")))
                    yield f"ranking {name} {day} {order}", ranking_page(ranked, tr, listing)
            yield f"ranking groups {day}", groups_page(ranked, {"A": ("24", "30")}, (), (), "", tr)


def opened_pages(settings: Settings, tr: Translator) -> Iterator[Named]:
    """The pages that a line opens: every figure, target, task, source and document."""
    with Reader(settings.database) as reader:
        sources = {source.id: source for source in reader.sources()}
        documents: set[str] = set()
        for code in PROVINCES:
            briefing = briefing_of(settings, code)
            unit, day = briefing.unit.key, briefing.as_of
            documents |= {*briefing.documents}
            for figure in briefing.figures:
                history = reader.history(figure.indicator.id, unit, day, day)
                yield f"indicator {history.indicator.id}", indicator_page(history, sources, tr)
            for target in briefing.targets:
                yield f"target {target.target.id}", target_page(target, briefing, tr)
            for task in briefing.tasks:
                yield f"task {task.task.id}", task_page(task, briefing, tr)
        for source in sources:
            found = reader.source_page(source, TODAY)
            if found is not None:
                yield f"source {source}", source_page(found, tr, 1)
        for document in sorted(documents):
            page = reader.document_page(document, TODAY)
            if page is not None:
                yield f"document {document}", document_page(page, tr)
        for framework in reader.standings.frameworks():
            told = reader.standings.framework(framework.id, UnitKey("37"), TODAY, TODAY)
            assert told is not None
            yield f"framework {framework.id}", framework_page(told, tr)
            for score in told.sheet.all:
                yield f"part {framework.id} {score.part.id}", part_page(score, told, tr)
        yield "units", units_page(reader.focus_units(), tr)
        yield "search", results_page("số", reader.search("số", 60), tr)
    yield "help", help_page(tr, {command.id: command.keys for command in COMMANDS})
