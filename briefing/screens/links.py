"""The screens that a line opens: an indicator, a task, a target, a source, a document."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, TypeVar

from briefing.desk import View
from briefing.domain.edits import Edit
from briefing.domain.lookup import DocumentPage, SourcePage
from briefing.domain.model import Source, UnitKey
from briefing.domain.standing import Briefing, IndicatorHistory
from briefing.domain.value import value
from briefing.pages.blocks import Page
from briefing.pages.document import document_page
from briefing.pages.indicator import indicator_page
from briefing.pages.item import target_page, task_page, unknown_page
from briefing.pages.line import Link, LinkKind
from briefing.pages.source import source_page
from briefing.screens.page_screen import PageScreen
from briefing.store.reading import Reader
from briefing.widgets.line_view import LineView

Data = TypeVar("Data")

MOST_FIGURES = 200
"""Figures of one source that its page lists: more than a unit has, fewer than a province's."""

OF_UNIT = (LinkKind.TASK, LinkKind.TARGET, LinkKind.SYSTEM, LinkKind.CARRIER)
"""Kinds of things that stay those of their unit."""


def screen_for(link: Link, view: View) -> PageScreen[Any]:
    """A new screen for what ``link`` stands for, seen from ``view``.

    A task, a target, a system or a duty stays that of its unit when another unit is put in focus.
    """
    of_unit = link.kind in OF_UNIT
    if (of_unit or link.duty) and link.unit is None:
        link = link._replace(unit=str(view.unit))
    if link.duty is not None:
        from briefing.screens.matrix import DutyScreen

        return DutyScreen(link)
    match link.kind:
        case LinkKind.SOURCE:
            return SourceScreen(link)
        case LinkKind.DIFFICULTY:
            assert link.source is not None
            return SourceScreen(link._replace(kind=LinkKind.SOURCE, ref=link.source))
        case LinkKind.DOCUMENT:
            return DocumentScreen(link)
        case LinkKind.TASK:
            return ItemScreen(link)
        case LinkKind.TARGET:
            return TargetScreen(link)
        case LinkKind.CARRIER:
            from briefing.screens.matrix import CarrierScreen

            return CarrierScreen(link)
        case LinkKind.SYSTEM:
            from briefing.screens.systems import SystemScreen

            return SystemScreen(link)
        case LinkKind.FRAMEWORK | LinkKind.PART:
            from briefing.screens.framework import FrameworkScreen, PartScreen

            return FrameworkScreen(link) if link.kind is LinkKind.FRAMEWORK else PartScreen(link)
        case LinkKind.PROFILE:
            from briefing.screens.profile import ProfileScreen

            return ProfileScreen(link)
        case LinkKind.RANKING:
            from briefing.screens.profile import ranking_screen

            return ranking_screen(link)
        case _:
            return IndicatorScreen(link)


class LinkScreen(PageScreen[Data]):
    """A screen about one thing."""

    HINTS: ClassVar[tuple[str, ...]] = ("back", "open", "edit", "source", "search", "help", "quit")

    def __init__(self, link: Link) -> None:
        super().__init__()
        self.link = link

    def key(self) -> object:
        """The thing, the view it is seen from, and the days that another unit's own depend on."""
        asked = (self.desk.as_of, self.desk.known_on)
        return (self.link.kind, self.link.ref, self.unit_key(), self.desk.view, asked)

    def unit_key(self) -> UnitKey:
        """The unit the line spoke of; the one in focus unless it named another."""
        return UnitKey.parse(self.link.unit) if self.link.unit else self.desk.view.unit

    def view_in(self, reader: Reader) -> View:
        """The view in force, or that of the unit that the line named, on its own day."""
        key = self.unit_key()
        if key == self.desk.view.unit:
            return self.desk.view
        return self.desk.desk.view(reader, key, self.desk.as_of, self.desk.known_on)

    def days_shown(self) -> tuple[date, date] | None:
        """The days of what is shown: those of the unit that the line named."""
        told = self.told(self._data) if self._data is not None else None
        return super().days_shown() if told is None else (told.as_of, told.known_on)

    def told(self, data: Data) -> Briefing | IndicatorHistory | None:
        """What of the data knows its days; ``None`` where they are those in force."""
        return data if isinstance(data, Briefing) else None

    def wants_detail(self) -> bool:
        """The page itself says everything."""
        return False

    def source_link(self) -> Link | None:
        """The source of the line this screen was opened from."""
        return self.link if self.link.source else None


def found_or_raise(found: Data | None, ref: str, reader: Reader) -> Data:
    """What a line stands for; raises ``FactGone`` when a sync has taken it away meanwhile."""
    if found is None:
        from briefing.store.errors import FactGone

        raise FactGone(reader.path, ref)
    return found


@value
class Told:
    """An indicator's history with the sources behind its figures."""

    history: IndicatorHistory
    sources: Mapping[str, Source]


class IndicatorScreen(LinkScreen[Told]):
    """One indicator of one unit."""

    def fetch(self, reader: Reader) -> Told:
        """The history known on the view's day; of another unit, on that unit's own day."""
        return fetch_history(self, reader, self.link.ref)

    def told(self, data: Told) -> IndicatorHistory:
        """The history."""
        return data.history

    def build(self, data: Told) -> Page:
        """The indicator's page."""
        return indicator_page(data.history, data.sources, self.desk.tr)


def fetch_history(screen: LinkScreen[Any], reader: Reader, indicator: str) -> Told:
    """The history of ``indicator`` for the unit that the screen's link names."""
    view = screen.view_in(reader)
    history = screen.desk.desk.history(reader, indicator, view)
    return Told(history, reader.sources_named(history.cited))


class ItemScreen(LinkScreen[tuple[Briefing, tuple[Edit, ...]]]):
    """One task."""

    def fetch(self, reader: Reader) -> tuple[Briefing, tuple[Edit, ...]]:
        """The briefing of the unit that has the task, and the task's edit log."""
        briefing = self.desk.desk.briefing(reader, self.view_in(reader))
        return briefing, reader.edits("task", self.link.ref)

    def told(self, data: tuple[Briefing, tuple[Edit, ...]]) -> Briefing:
        """The briefing."""
        return data[0]

    def briefing_of(self, data: tuple[Briefing, tuple[Edit, ...]]) -> Briefing:
        """The briefing."""
        return data[0]

    def build(self, data: tuple[Briefing, tuple[Edit, ...]]) -> Page:
        """The task's page; a task unknown on that day says so."""
        briefing, edits = data
        for task in briefing.tasks:
            if task.task.id == self.link.ref:
                return task_page(task, briefing, self.desk.tr, edits)
        return unknown_page(briefing, self.desk.tr)


class TargetScreen(LinkScreen[tuple[Briefing, Told | None, tuple[Edit, ...]]]):
    """One target: its indicator's history when it has one, else the target by itself."""

    def fetch(self, reader: Reader) -> tuple[Briefing, Told | None, tuple[Edit, ...]]:
        """The unit's briefing, the history of the target's indicator, and its edit log."""
        briefing = self.desk.desk.briefing(reader, self.view_in(reader))
        edits = reader.edits("target", self.link.ref)
        for target in briefing.targets:
            if target.target.id == self.link.ref and target.indicator is not None:
                return briefing, fetch_history(self, reader, target.indicator.id), edits
        return briefing, None, edits

    def told(self, data: tuple[Briefing, Told | None, tuple[Edit, ...]]) -> Briefing:
        """The briefing."""
        return data[0]

    def build(self, data: tuple[Briefing, Told | None, tuple[Edit, ...]]) -> Page:
        """The page of the target."""
        briefing, told, edits = data
        for target in briefing.targets:
            if target.target.id == self.link.ref:
                page = target_page(target, briefing, self.desk.tr, edits)
                if told is None:
                    return page
                more = indicator_page(told.history, told.sources, self.desk.tr, target=target)
                return Page(
                    title=page.title, subtitle=page.subtitle, blocks=page.blocks + more.blocks
                )
        return unknown_page(briefing, self.desk.tr)


class SourceScreen(LinkScreen[SourcePage]):
    """A source and everything that rests on it."""

    def key(self) -> object:
        """The source, what is known, and whose figures come first where there are thousands."""
        return (self.link.ref, self.desk.view.known_on, self.unit_key())

    def fetch(self, reader: Reader) -> SourcePage:
        """The source with its figures, promises and documents."""
        return found_or_raise(
            reader.source_page(
                self.link.ref,
                self.desk.view.known_on,
                first=self.unit_key(),
                most=MOST_FIGURES,
            ),
            self.link.ref,
            reader,
        )

    def build(self, data: SourcePage) -> Page:
        """The source's page."""
        return source_page(data, self.desk.tr, self.link.paragraph)

    def render_page(self, *, keep: bool = False) -> None:
        """Shows the page; the first time with the cursor on the paragraph asked for."""
        first = self._page is None
        super().render_page(keep=keep)
        if first and self.link.paragraph is not None:
            view = self.query_one("#page", LineView)
            for line in view.lines:
                if line.link is not None and line.link.paragraph == self.link.paragraph:
                    view.move_to_link(line.link)
                    break


class DocumentScreen(LinkScreen[DocumentPage]):
    """A legal document."""

    def key(self) -> object:
        """The document and what is known."""
        return (self.link.ref, self.desk.view.known_on)

    def fetch(self, reader: Reader) -> DocumentPage:
        """The document with what rests on it."""
        return found_or_raise(
            reader.document_page(self.link.ref, self.desk.view.known_on), self.link.ref, reader
        )

    def build(self, data: DocumentPage) -> Page:
        """The document's page."""
        return document_page(data, self.desk.tr)
