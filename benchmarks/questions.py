"""What the keys ask the database, with the app's own parameters, timed one by one.

Each question is one call of :class:`briefing.store.reading.Reader`, on a reader opened for it as
the app opens one; its statements are timed again by themselves.
"""

from __future__ import annotations

import gc
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.generated_folder import MANY_TARGETS, UNIT
from briefing.domain.model import Unit, UnitKey, UnitKind
from briefing.domain.ranked import Choice
from briefing.opening import open_workspace
from briefing.screens.links import MOST_FIGURES
from briefing.screens.search import MOST_HITS
from briefing.screens.units import MOST_LISTED
from briefing.store.reading import Reader

AGAIN = 15
"""How often a question is asked; the first time, that reads the disk, is not counted."""
INDICATOR = "dti_hang"
RANKED_BY = "ho_so_truc_tuyen"

Question = Callable[[Reader], object]


class Asked(NamedTuple):
    """One question's times in seconds; ``statement`` is its slowest SQL statement."""

    name: str
    median: float
    worst: float
    statement: float


def ask_all(workspace: Path) -> list[Asked]:
    """Every question on the database of ``workspace``, the slowest first."""
    opened = open_workspace(workspace)
    database = opened.settings.database
    compared = [UnitKey.parse(code) for code in opened.settings.compare]
    found = [_ask(database, *item) for item in questions(database, compared).items()]
    return sorted(found, key=lambda asked: asked.median, reverse=True)


def questions(database: Path, compared: list[UnitKey]) -> dict[str, Question]:
    """What each key asks, by a name that says which key and about what."""
    province = UnitKey.parse(UNIT)
    with Reader(database) as reader:
        day = reader.latest_day([province]) or date.today()
        early = date(day.year - 1, 1, 31)
        commune = _commune_of_many(reader)
        source = _source_of_many(reader)
    six = list(dict.fromkeys([province, *compared, UnitKey.parse("01")]))[:6]

    def briefing(of: UnitKey, on: date) -> Question:
        return lambda reader: reader.briefing(of, on, on)

    def history(of: UnitKey, on: date) -> Question:
        def ask(reader: Reader) -> object:
            told = reader.history(INDICATOR, of, on, on)
            return reader.sources_named(told.cited)

        return ask

    def ranked(of: UnitKey, on: date, **choice: Any) -> Question:
        asked = Choice(indicator=RANKED_BY, **choice)
        return lambda reader: reader.standings.ranked(asked, of, on, on)

    def search(text: str) -> Question:
        return lambda reader: reader.search(text, MOST_HITS)

    def choice(reader: Reader) -> object:
        return reader.focus_units(MOST_LISTED), reader.focus_count()

    return {
        "1-3: briefing of a province": briefing(province, day),
        "1-3: briefing of a province with 100 targets": briefing(UnitKey.parse(MANY_TARGETS), day),
        "1-3: briefing of a commune": briefing(commune.key, day),
        "d: briefing a year earlier": briefing(province, early),
        "d: the newest day known": lambda reader: reader.latest_day([province], early),
        "4: comparison of two": lambda reader: reader.comparison(six[:2], day, day),
        "4: comparison of six": lambda reader: reader.comparison(six, day, day),
        "Enter: an indicator, beside all provinces": history(province, day),
        "Enter: an indicator, beside all communes of a province": history(commune.key, day),
        "Enter: an indicator of a commune, a year earlier": history(commune.key, early),
        "5: ranking of the provinces": ranked(province, day),
        "5: ranking of all communes": ranked(commune.key, day),
        "5: ranking of the communes of a province": ranked(commune.key, day, parent=commune.parent),
        "z: what communes can be ranked by": lambda reader: reader.standings.rankable(
            UnitKind.COMMUNE
        ),
        "s: a source of thousands of figures": lambda reader: reader.source_page(
            source, day, first=commune.key, most=MOST_FIGURES
        ),
        "u: the units with figures": choice,
        "/: search for one letter": search("a"),
        "/: search for a commune": search("xa an"),
        "/: search for a report": search("bao cao quy 3"),
    }


def _commune_of_many(reader: Reader) -> Unit:
    """A commune with the most siblings; a province in a workspace without communes."""
    provinces = [unit for unit in reader.focus_units() if unit.kind is UnitKind.PROVINCE]
    below = [reader.children(unit.key) for unit in provinces]
    communes = [[unit for unit in units if unit.kind is UnitKind.COMMUNE] for units in below]
    return max(communes, key=len, default=[])[:1][0] if any(communes) else provinces[0]


def _source_of_many(reader: Reader) -> str:
    """The newest report of the province with the most communes; any source without reports."""
    sources = reader.sources()
    return next((one.id for one in sources if one.id.startswith("gen_01_")), sources[0].id)


def _ask(database: Path, name: str, question: Question) -> Asked:
    times = []
    for _ in range(AGAIN + 1):
        with _no_collection():
            start = time.perf_counter()
            with Reader(database) as reader:
                question(reader)
            times.append(time.perf_counter() - start)
    del times[0]
    return Asked(name, statistics.median(times), max(times), _slowest(database, question))


def _slowest(database: Path, question: Question) -> float:
    """Seconds of the question's slowest SQL statement, the best of three times each."""
    statements: list[str] = []
    with Reader(database) as reader:
        reader._connection.set_trace_callback(statements.append)
        question(reader)
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        return max(
            min(_seconds(connection, statement) for _ in range(3))
            for statement in statements
            if statement.lstrip().upper().startswith(("SELECT", "WITH"))
        )


def _seconds(connection: sqlite3.Connection, statement: str) -> float:
    start = time.perf_counter()
    connection.execute(statement).fetchall()
    return time.perf_counter() - start


@contextmanager
def _no_collection() -> Iterator[None]:
    """The app freezes what its start made; here the collector would walk all of it each time."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
