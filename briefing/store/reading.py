"""The reading side: one connection that cannot write, domain objects out.

Opening the app comes through here, so this imports ``sqlite3`` and the domain and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from briefing.domain.lookup import DocumentPage, SearchHit, SourcePage, UnitSystems
from briefing.domain.model import (
    Difficulty,
    Document,
    Indicator,
    Observation,
    Pillar,
    Source,
    System,
    Unit,
    UnitKey,
)
from briefing.domain.periods import Holiday
from briefing.domain.standing import Briefing, IndicatorHistory
from briefing.store import connecting, queries
from briefing.store.answers import Answers
from briefing.store.catalogue import Catalogue
from briefing.store.checksums import check_seal, file_state
from briefing.store.errors import DatabaseMissing, typed_errors
from briefing.store.figures import Day, Figures
from briefing.store.header import check_sqlite
from briefing.store.lookups import Lookups
from briefing.store.plans import Plans
from briefing.store.units import Units

if TYPE_CHECKING:
    from briefing.domain.comparison import Comparison
    from briefing.domain.edits import Edit
    from briefing.domain.news import News
    from briefing.store.comparisons import Sides
    from briefing.store.news import Mark
    from briefing.store.standings import Standings

State = tuple[tuple[object, ...], ...]
"""Equal for equal states of a database."""

_FIRST = -1


class Reader:
    """A database open for reading; use it as a context manager, in one thread.

    Every method sees one state of the database, whatever is written meanwhile, and raises a
    :class:`briefing.store.errors.StoreError` when the file cannot be read. Unless another order is
    named, what is newer comes first.
    """

    def __init__(self, path: Path) -> None:
        """Open ``path``.

        Raises ``DatabaseMissing``, ``DatabaseCorrupt``, ``DatabaseTooNew``, ``DatabaseTooOld``,
        ``DatabaseLocked`` or ``SqliteTooOld``.
        """
        self.path = path
        check_sqlite(path)
        try:
            there = path.is_file() and path.stat().st_size > 0
            self._file_state = file_state(path) if there else ()
        except OSError as error:
            raise DatabaseMissing(path, error.strerror or str(error)) from error
        if not there:
            raise DatabaseMissing(path)
        with typed_errors(path):
            self._connection = connecting.connect(path)
        self._catalogue = Catalogue(self._connection)
        self._units = Units(self._connection)
        self._figures = Figures(self._connection, self._catalogue, self._units)
        self._plans = Plans(self._connection, self._catalogue, self._units)
        self._lookups = Lookups(
            self._connection, self._catalogue, self._units, self._figures, self._plans
        )
        self._answers = Answers(
            self._catalogue, self._units, self._figures, self._plans, self._lookups
        )
        self._data_version = _FIRST

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; no method may be called afterwards."""
        self._connection.close()

    def unit(self, key: UnitKey) -> Unit | None:
        """The unit, or ``None``."""
        with self._snapshot():
            return self._units.unit(key)

    def find_unit(
        self, text: str, on: date | None = None, known_on: date | None = None
    ) -> Unit | None:
        """The unit meant by a code, ``code@date``, slug or name, read on ``on``.

        See :meth:`briefing.store.units.Units.find`.
        """
        with self._snapshot():
            return self._units.find(text, on, known_on)

    def children(self, key: UnitKey) -> tuple[Unit, ...]:
        """The units directly below, by kind, then in Vietnamese order."""
        with self._snapshot():
            return self._units.children(key)

    def focus_units(self, most: int | None = None) -> tuple[Unit, ...]:
        """The units that have figures or plans, by kind, then in Vietnamese order.

        All of them, or the first ``most``.
        """
        with self._snapshot():
            return self._units.focus(most)

    def focus_count(self) -> int:
        """How many units have figures or plans."""
        with self._snapshot():
            return self._units.focus_count()

    def latest_day(self, keys: Iterable[UnitKey], known_on: date | None = None) -> date | None:
        """The newest ``published_on`` among these units' figures, up to ``known_on`` if given.

        ``None`` without figures known by then.
        """
        with self._snapshot():
            return self._units.latest_day(keys, known_on)

    def first_day(self, keys: Iterable[UnitKey]) -> date | None:
        """The oldest ``published_on`` among these units' figures; ``None`` without figures."""
        with self._snapshot():
            return self._units.first_day(keys)

    def briefing(
        self,
        unit: UnitKey,
        as_of: date,
        known_on: date,
        *,
        at_risk_share: float = 0.10,
        due_soon_days: int = 10,
    ) -> Briefing:
        """Everything a meeting needs about a unit; raises :class:`KeyError` for an unknown one."""
        with self._snapshot():
            return self._answers.briefing(unit, Day(as_of, known_on), at_risk_share, due_soon_days)

    def history(
        self,
        indicator_id: str,
        unit: UnitKey,
        as_of: date,
        known_on: date,
        *,
        at_risk_share: float = 0.10,
        due_soon_days: int = 10,
    ) -> IndicatorHistory:
        """One indicator of one unit, and beside it the other units of its kind.

        Raises :class:`KeyError` for an unknown unit or indicator.
        """
        with self._snapshot():
            return self._answers.history(
                indicator_id, unit, Day(as_of, known_on), at_risk_share, due_soon_days
            )

    def comparison(
        self, units: Iterable[UnitKey], as_of: date, known_on: date, sides: Sides | None = None
    ) -> Comparison:
        """Units side by side, in the order given, on all that at least one has a figure of.

        ``sides`` names what else stands beside them and which indicators are asked for. Raises
        :class:`KeyError` for an unknown unit.
        """
        from briefing.store.comparisons import Comparisons, Sides

        with self._snapshot():
            found = Comparisons(
                self._connection, self._catalogue, self._units, self._figures, self._plans
            )
            return found.comparison(units, Day(as_of, known_on), sides or Sides())

    def source_page(
        self,
        source_id: str,
        known_on: date,
        unit: UnitKey | None = None,
        *,
        first: UnitKey | None = None,
        most: int | None = None,
    ) -> SourcePage | None:
        """A source and all it supports, of one unit if given; ``None`` for an unknown one.

        Groups are in the order of their paragraphs. At most ``most`` figures are read, those of
        the unit ``first`` before others.
        """
        with self._snapshot():
            return self._lookups.source_page(source_id, known_on, unit, first, most)

    def document_page(self, document_id: str, known_on: date) -> DocumentPage | None:
        """A legal document, where it was cited and what rested on it by ``known_on``.

        ``None`` for an unknown one.
        """
        with self._snapshot():
            return self._lookups.document_page(document_id, known_on)

    def search(self, text: str, limit: int = 20) -> tuple[SearchHit, ...]:
        """What holds every word of ``text``, diacritics or not, best first."""
        with self._snapshot():
            return self._lookups.search(text, limit)

    def observation(self, observation_id: str) -> Observation | None:
        """One figure, or ``None``."""
        with self._snapshot():
            return self._figures.observation(observation_id)

    def systems(self, unit: UnitKey | None = None) -> tuple[System, ...]:
        """Information systems of a unit, or all, in the order of the folder."""
        with self._snapshot():
            number = None if unit is None else self._units.number_of(unit)
            return () if unit is not None and number is None else self._lookups.systems(number)

    def unit_systems(self, unit: UnitKey, as_of: date, known_on: date) -> UnitSystems:
        """The systems of a unit that were told by then; raises :class:`KeyError` for no unit."""
        with self._snapshot():
            return self._answers.systems(unit, Day(as_of, known_on))

    def difficulties(self, unit: UnitKey | None = None) -> tuple[Difficulty, ...]:
        """Difficulties of a unit, or all, in the order of the folder."""
        with self._snapshot():
            number = None if unit is None else self._units.number_of(unit)
            return () if unit is not None and number is None else self._lookups.difficulties(number)

    def indicators(self) -> Mapping[str, Indicator]:
        """Indicators by id, in the order of the folder."""
        with self._snapshot():
            return self._catalogue.indicators

    def pillars(self) -> tuple[Pillar, ...]:
        """Pillars, then foundations."""
        with self._snapshot():
            return self._catalogue.pillars

    def sources(self) -> tuple[Source, ...]:
        """Every source."""
        with self._snapshot():
            return self._catalogue.all_sources()

    def sources_named(self, ids: Iterable[str]) -> Mapping[str, Source]:
        """Those of ``ids`` that exist, by id."""
        with self._snapshot():
            return self._catalogue.sources(ids)

    def documents(self) -> tuple[Document, ...]:
        """Every legal document, by id."""
        with self._snapshot():
            return self._catalogue.all_documents()

    def holidays(self) -> tuple[Holiday, ...]:
        """Days off, earliest first."""
        with self._snapshot():
            return self._catalogue.holidays()

    def meta(self, name: str) -> str | None:
        """A named value: ``synced_at``, ``synced_by``, ``config_sha256``, ``settings_json``."""
        with self._snapshot():
            row = self._connection.execute(queries.META, {"key": name}).fetchone()
            return None if row is None else str(row[0])

    def settings_json(self, config_sha256: str) -> str | None:
        """The parsed settings, if they were parsed from a ``config.yaml`` of this digest."""
        if self.meta("config_sha256") != config_sha256:
            return None
        return self.meta("settings_json")

    def state(self) -> State:
        """What tells this state of the database from every other: when it was synced, its seal."""
        with self._snapshot():
            return tuple(self._connection.execute(queries.STATE).fetchall())

    def stats(self) -> tuple[tuple[str, int, int], ...]:
        """The folder's files as they were at the last sync: (path, size, mtime in nanoseconds).

        In the order of their paths; equal to ``workspace.fingerprint.scan`` when nothing changed.
        """
        with self._snapshot():
            return tuple(self._connection.execute(queries.STATS))

    def mark(self) -> Mark:
        """What :meth:`news` is told of: what this database holds now."""
        from briefing.store.news import NewsDesk

        with self._snapshot():
            return NewsDesk(self._connection).mark()

    def news(self, since: Mark) -> News:
        """What has happened since the database held what ``since`` tells of."""
        from briefing.store.news import NewsDesk

        with self._snapshot():
            return NewsDesk(self._connection).since(since)

    def edits(self, record: str, ref: str) -> tuple[Edit, ...]:
        """The edit log of one fact, oldest first."""
        with self._snapshot():
            return tuple(self._plans.edits(record, ref))

    @property
    def standings(self) -> Standings:
        """Frameworks, editions and scores, as this reader sees them."""
        from briefing.store.standings import Standings

        return Standings(self._connection, self._catalogue, self._units, self._snapshot)

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """Every method called within sees one and the same state of the database."""
        with self._snapshot():
            yield

    @contextmanager
    def _snapshot(self) -> Iterator[None]:
        """One state of the database for all that a method reads; nothing kept from another one."""
        with typed_errors(self.path):
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN")
            try:
                version = self._connection.execute("PRAGMA data_version").fetchone()[0]
                if version != self._data_version:
                    self._check_seal()
                    self._catalogue.forget()
                    self._units.forget()
                    if self._data_version == _FIRST and self._is_as_opened():
                        self._catalogue.stands_for(self.path, self._file_state)
                    self._data_version = version
                yield
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("COMMIT")

    def _is_as_opened(self) -> bool:
        """Whether nobody has written between the first look at the file and this transaction."""
        try:
            return file_state(self.path) == self._file_state
        except OSError:  # gone: what is open can still be read
            return False

    def _check_seal(self) -> None:
        """Raises ``DatabaseCorrupt`` for a damaged file, unless it was checked as it is."""
        if self._data_version == _FIRST:
            connecting.check_once(self._connection, self.path, self._file_state)
        else:
            check_seal(self._connection, self.path)
