"""The small tables that everything else refers to: read once, kept while the database stays."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.domain.model import Document, Indicator, Pillar, Source
from briefing.domain.periods import Holiday
from briefing.store import queries, rows
from briefing.store.errors import UnreadableError
from briefing.store.texts import sure_day

if TYPE_CHECKING:
    from briefing.domain.frameworks import Framework


class Indicators:
    """All indicators of one state of a database, by all that names one; never changed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        found = {row[0]: rows.indicator(row) for row in connection.execute(queries.INDICATORS)}
        self.by_number = found
        self.by_id = {indicator.id: indicator for indicator in found.values()}
        self.numbers = {indicator.id: number for number, indicator in found.items()}
        self.opposites: dict[str, list[Indicator]] = {}
        for indicator in found.values():
            if indicator.complement_of is not None:
                self.opposites.setdefault(indicator.complement_of, []).append(indicator)


File = tuple[Path, tuple[int, ...]]
"""A database and one state of its file."""
_KEPT: dict[Path, tuple[tuple[int, ...], Indicators]] = {}
"""Of each database the indicators last read, and the state of the file that they were read from."""


class Catalogue:
    """Pillars, indicators, holidays; sources and documents by id."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.forget()

    def forget(self) -> None:
        """Read everything anew when it is asked for next: somebody wrote."""
        self._read: Indicators | None = None
        self._file: File | None = None
        self._pillars: tuple[Pillar, ...] | None = None
        self._sources: dict[str, Source | None] = {}
        self._documents: dict[str, Document | None] = {}

    def stands_for(self, path: Path, state: tuple[int, ...]) -> None:
        """What is read belongs to this state of the file: other readers of it may share it."""
        self._file = path, state

    def frameworks(self) -> tuple[Framework, ...]:
        """Every index framework, read each time: few questions ask for them."""
        from briefing.store.frameworks import Frameworks

        return Frameworks(self._connection).all()

    @property
    def file(self) -> File | None:
        """What :meth:`stands_for` was told; ``None`` where nothing read may be shared."""
        return self._file

    @property
    def pillars(self) -> tuple[Pillar, ...]:
        """Pillars, then foundations, each in their order."""
        if self._pillars is None:
            self._pillars = tuple(map(rows.pillar, self._connection.execute(queries.PILLARS)))
        return self._pillars

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """Indicators by id, in the order in which the folder lists them."""
        return self._all().by_id

    def indicator_numbered(self, number: int) -> Indicator:
        """The indicator that a row points at; raises ``UnreadableError`` when there is none."""
        found = self._all().by_number.get(number)
        if found is None:
            raise UnreadableError(f"no indicator {number}")
        return found

    def number_of(self, indicator_id: str) -> int | None:
        """The integer by which rows point at an indicator; ``None`` when there is none."""
        return self._all().numbers.get(indicator_id)

    def opposites(self, indicator_id: str) -> tuple[Indicator, ...]:
        """The indicators that count the opposite part of the same whole."""
        return tuple(self._all().opposites.get(indicator_id, ()))

    def holidays(self) -> tuple[Holiday, ...]:
        """Days off, earliest first."""
        return tuple(
            Holiday(on=sure_day(on), name=name, name_en=name_en, source=source)
            for on, name, name_en, source in self._connection.execute(queries.HOLIDAYS)
        )

    def source(self, source_id: str) -> Source | None:
        """The source, or ``None``."""
        if source_id not in self._sources:
            row = self._connection.execute(queries.SOURCE, {"id": source_id}).fetchone()
            self._sources[source_id] = None if row is None else rows.source(row)
        return self._sources[source_id]

    def sources(self, ids: Iterable[str | None]) -> dict[str, Source]:
        """Those of ``ids`` that exist, each once."""
        found = {source_id: self.source(source_id) for source_id in ids if source_id is not None}
        return {key: value for key, value in found.items() if value is not None}

    def all_sources(self) -> tuple[Source, ...]:
        """Every source, newest first."""
        return tuple(map(rows.source, self._connection.execute(queries.SOURCES)))

    def document(self, document_id: str) -> Document | None:
        """The legal document with its citations, or ``None``."""
        if document_id not in self._documents:
            row = self._connection.execute(queries.DOCUMENT, {"id": document_id}).fetchone()
            self._documents[document_id] = None if row is None else self._document(row)
        return self._documents[document_id]

    def documents(self, ids: Iterable[str | None]) -> dict[str, Document]:
        """Those of ``ids`` that exist, each once."""
        found = {key: self.document(key) for key in ids if key is not None}
        return {key: value for key, value in found.items() if value is not None}

    def all_documents(self) -> tuple[Document, ...]:
        """Every legal document, by id."""
        return tuple(map(self._document, self._connection.execute(queries.DOCUMENTS).fetchall()))

    def documents_cited_by(self, source_id: str) -> tuple[Document, ...]:
        """The legal documents that a source cites."""
        found = self._connection.execute(queries.DOCUMENTS_CITED_BY, {"source": source_id})
        return tuple(map(self._document, found.fetchall()))

    def _document(self, row: rows.SqlRow) -> Document:
        cited = self._connection.execute(queries.CITATIONS, {"document": row[0]})
        return rows.document(row, cited)

    def _all(self) -> Indicators:
        if self._read is None and self._file is not None:
            state, kept = _KEPT.get(self._file[0], ((), None))
            if state == self._file[1]:
                self._read = kept
        if self._read is None:
            self._read = Indicators(self._connection)
            if self._file is not None:
                _KEPT[self._file[0]] = self._file[1], self._read
        return self._read
