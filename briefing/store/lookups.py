"""What a search finds, what a source or a document supports, systems and difficulties."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date

from briefing.domain.lookup import (
    DocumentPage,
    FrameworkNamed,
    HitKind,
    SearchHit,
    SourcePage,
)
from briefing.domain.model import (
    Difficulty,
    Indicator,
    Observation,
    ObservationKind,
    System,
    Unit,
    UnitKey,
    UnitKind,
)
from briefing.domain.spelling import fold, sort_key
from briefing.store import figure_rows, queries, texts
from briefing.store.catalogue import Catalogue
from briefing.store.errors import UnreadableError
from briefing.store.figures import Day, Figures
from briefing.store.plans import Plans
from briefing.store.query_parts import MOST_WORDS
from briefing.store.units import Units


@texts.stored
def _hit_kind(kind: str, ref: str) -> HitKind:
    """What a search found; of a unit, the key must be one."""
    found = HitKind(kind)
    if found is HitKind.UNIT:
        texts.unit_key(ref)
    return found


class Lookups:
    """Searches in one database."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        catalogue: Catalogue,
        units: Units,
        figures: Figures,
        plans: Plans,
    ) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self._units = units
        self._figures = figures
        self._plans = plans

    def search(self, text: str, limit: int) -> tuple[SearchHit, ...]:
        """What holds every word of ``text``, at most ``limit``, nothing for a blank text.

        Titles equal to the text come first, then those it begins, then whole words, then the rest.
        """
        whole = fold(text)
        words = whole.split()
        if not words or limit <= 0:
            return ()
        parameters = {f"w{place}": word for place, word in enumerate(words[:MOST_WORDS])}
        for place in range(len(parameters), MOST_WORDS):
            parameters[f"w{place}"] = ""
        # Fewer than there are may hold the words beyond those that SQLite looks for.
        most = limit if len(words) <= MOST_WORDS else -1
        hits: list[SearchHit] = []
        for kind, ref, unit, title, title_en, detail, folded in self._connection.execute(
            queries.SEARCH, parameters | {"whole": whole, "most": most}
        ):
            if all(word in folded for word in words[MOST_WORDS:]):
                hits.append(
                    SearchHit(
                        kind=_hit_kind(kind, ref),
                        ref=ref,
                        title=title,
                        title_en=title_en,
                        detail=detail,
                        unit=None if unit is None else self._units.numbered(unit),
                        known_from=self._known_from(HitKind(kind), ref),
                    )
                )
                if len(hits) == limit:
                    break
        return tuple(hits)

    def source_page(
        self,
        source_id: str,
        known_on: date,
        only: UnitKey | None,
        first: UnitKey | None,
        most: int | None,
    ) -> SourcePage | None:
        """A source and all it supports by ``known_on``; ``None`` when there is no such source.

        Of a source with more figures than ``most``, those of the unit ``first`` come before others.
        A figure or a promise may have been known before the source told it; what is known from
        the source alone is left out until its day.
        """
        from briefing.store import standing_queries

        source = self._catalogue.source(source_id)
        number = None if only is None else self._units.number_of(only)
        if source is None or (only is not None and number is None):
            return None
        day = Day.at(known_on)
        told = source.date <= known_on
        figures = self._figures_of(source_id, known_on, number, first, most)
        left_out = 0
        if most is not None and only is None and len(figures) >= most:
            left_out = self._figures.count_of_source(source_id, known_on) - len(figures)
        observations = [
            (self._unit(found.unit), self._catalogue.indicators[found.indicator], found)
            for found in figures
        ]
        targets = [
            found
            for found in self._plans.targets_of_source(source_id, day)
            if only is None or found.unit == only
        ]
        tasks = [
            found
            for found in self._plans.tasks_of_source(source_id, day)
            if only is None or found.unit == only
        ]
        plans = self._plans.plans_of(targets, tasks)
        documents = []
        for document in self._catalogue.documents_cited_by(source_id) if told else ():
            cited = [at.paragraphs for at in document.cited if at.source == source_id]
            documents.append((document, tuple(sorted({n for numbers in cited for n in numbers}))))
        keys = [found.unit for _, _, found in observations]
        keys += [found.unit for found in targets] + [found.unit for found in tasks]
        return SourcePage(
            source=source,
            known_on=known_on,
            units=self._provinces(keys),
            observations=tuple(
                sorted(observations, key=lambda found: (found[2].paragraphs, found[2].id))
            ),
            left_out=left_out,
            revisions=self._figures.revisions_of(figures, known_on),
            targets=tuple(
                (plans[found.plan], found)
                for found in sorted(targets, key=lambda found: found.paragraphs)
            ),
            tasks=tuple(
                (plans[found.plan], found)
                for found in sorted(tasks, key=lambda found: found.paragraphs)
            ),
            documents=tuple(sorted(documents, key=lambda found: (found[1], found[0].id))),
            systems=tuple(
                sorted(
                    self._systems(queries.SYSTEMS_OF_SOURCE, source=source_id) if told else (),
                    key=lambda found: found.paragraphs,
                )
            ),
            difficulties=tuple(
                sorted(
                    self._difficulties(queries.DIFFICULTIES_OF_SOURCE, source=source_id)
                    if told
                    else (),
                    key=lambda found: found.paragraphs,
                )
            ),
            frameworks=self._frameworks(
                standing_queries.FRAMEWORKS_OF_SOURCE,
                source=source_id,
                known_on=known_on.isoformat(),
            ),
        )

    def _frameworks(self, query: str, **asked: str) -> tuple[FrameworkNamed, ...]:
        """Frameworks by name, in the order of their ids."""
        return tuple(FrameworkNamed(*row) for row in self._connection.execute(query, asked))

    def _figures_of(
        self,
        source_id: str,
        known_on: date,
        only: int | None,
        first: UnitKey | None,
        most: int | None,
    ) -> list[Observation]:
        before: list[Observation] = []
        number = None if first is None or only is not None else self._units.number_of(first)
        if most is not None and number is not None:
            before = self._figures.of_source(source_id, known_on, number, most)
        found = {o.id: o for o in before}
        for observation in self._figures.of_source(source_id, known_on, only, most):
            found.setdefault(observation.id, observation)
        return list(found.values())[:most]

    def document_page(self, document_id: str, known_on: date) -> DocumentPage | None:
        """A legal document, where it was cited and what rested on it by ``known_on``.

        ``None`` when there is no such document.
        """
        from briefing.store import standing_queries

        document = self._catalogue.document(document_id)
        if document is None:
            return None
        day = Day.at(known_on)
        targets = self._plans.targets_of_document(document_id, day)
        tasks = self._plans.tasks_of_document(document_id, day)
        plans = self._plans.plans_of(targets, tasks)
        sources = self._catalogue.sources(at.source for at in document.cited)
        return DocumentPage(
            document=document,
            known_on=known_on,
            sources={key: source for key, source in sources.items() if source.date <= known_on},
            targets=tuple((plans[found.plan], found) for found in targets),
            tasks=tuple((plans[found.plan], found) for found in tasks),
            frameworks=self._frameworks(
                standing_queries.FRAMEWORKS_OF_DOCUMENT, document=document_id
            ),
        )

    def _known_from(self, kind: HitKind, ref: str) -> date | None:
        match kind:
            case HitKind.TARGET:
                return self._plans.target_known(ref)
            case HitKind.TASK:
                return self._plans.task_known(ref)
            case HitKind.DOCUMENT:
                document = self._catalogue.document(ref)
                return document.date if document is not None else None
            case HitKind.SOURCE:
                source = self._catalogue.source(ref)
                return source.date if source is not None else None
            case _:
                return None

    def systems(self, unit: int | None) -> tuple[System, ...]:
        """Information systems of a unit, or all."""
        if unit is None:
            return tuple(self._systems(queries.SYSTEMS))
        return tuple(self._systems(queries.SYSTEMS_OF_UNIT, unit=unit))

    def systems_told(
        self, unit: int, day: Day
    ) -> list[tuple[System, tuple[tuple[Indicator, Observation], ...]]]:
        """The systems of a unit that sources told by a day, each with its newest figures."""
        told = self._systems(queries.SYSTEMS_KNOWN, unit=unit, known_on=day.known_on.isoformat())
        return [(system, self._figures_about(system, unit, day)) for system in told]

    def _figures_about(
        self, system: System, unit: int, day: Day
    ) -> tuple[tuple[Indicator, Observation], ...]:
        """The newest known figure of each indicator that tells about a system; a stated change
        as it is."""
        found: dict[str, tuple[Indicator, Observation]] = {}
        for key in system.figures:
            cited = self._figures.observation(key)
            if cited is None or cited.published_on > day.known_on:
                continue
            shown = cited
            if cited.kind is ObservationKind.VALUE:
                shown = next(iter(self._figures.newest_of_pair(unit, cited.indicator, day)), cited)
            found.setdefault(shown.id, (self._catalogue.indicators[shown.indicator], shown))
        return tuple(found.values())

    def difficulties_told(self, unit: int, known_on: date) -> tuple[Difficulty, ...]:
        """The difficulties of a unit that sources named by a day."""
        found = self._difficulties(
            queries.DIFFICULTIES_KNOWN, unit=unit, known_on=known_on.isoformat()
        )
        return tuple(found)

    def difficulties(self, unit: int | None) -> tuple[Difficulty, ...]:
        """Difficulties of a unit, or all."""
        if unit is None:
            return tuple(self._difficulties(queries.DIFFICULTIES))
        return tuple(self._difficulties(queries.DIFFICULTIES_OF_UNIT, unit=unit))

    def _systems(self, query: str, **parameters: str | int) -> list[System]:
        found = self._connection.execute(query, parameters).fetchall()
        return [figure_rows.system(row, self._units.numbered(row[4]).key) for row in found]

    def _difficulties(self, query: str, **parameters: str | int) -> list[Difficulty]:
        found = self._connection.execute(query, parameters).fetchall()
        return [figure_rows.difficulty(row, self._units.numbered(row[5]).key) for row in found]

    def _unit(self, key: UnitKey) -> Unit:
        number = self._units.number_of(key)
        if number is None:
            raise UnreadableError(f"no unit {key}")
        return self._units.numbered(number)

    def _provinces(self, keys: Iterable[UnitKey]) -> tuple[Unit, ...]:
        """The provinces that these units are or lie in, in Vietnamese order."""
        found = {}
        for key in dict.fromkeys(keys):
            unit: Unit | None = self._unit(key)
            for _ in UnitKind:
                if unit is None or unit.kind is UnitKind.PROVINCE or unit.parent is None:
                    break
                unit = self._units.unit(unit.parent)
            if unit is not None and unit.kind is UnitKind.PROVINCE:
                found[unit.key] = unit
        return tuple(sorted(found.values(), key=lambda unit: sort_key(unit.name)))
