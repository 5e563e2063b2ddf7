"""What stands noted on the figures of a ranking: how sure a rank is, how a value was come by."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from briefing.domain.editions import Edition, Figure
from briefing.domain.model import UnitKey
from briefing.domain.ranked import Noted
from briefing.store import standing_queries as queries

MOST_NOTED = 500
"""Units up to which notes are looked for: of all provinces or of a province's communes."""


def are_read(edition: Edition) -> bool:
    """Whether an edition is short enough for its notes to be looked for."""
    return len(edition.units) <= MOST_NOTED


def notes_of(connection: sqlite3.Connection, edition: Edition) -> dict[UnitKey, Noted]:
    """By unit the notes on its value and on its rank, each text once; of long editions none."""
    if not are_read(edition):
        return {}
    figures = (*edition.values.items(), *edition.ranks.items())
    asked = {"keys": json.dumps([figure.observation for _, figure in figures])}
    rows = connection.execute(queries.NOTES_OF_FIGURES, asked)
    return _by_unit(figures, {row[0]: Noted(row[1], row[2]) for row in rows})


def _by_unit(
    figures: Iterable[tuple[UnitKey, Figure]], notes: dict[str, Noted]
) -> dict[UnitKey, Noted]:
    found: dict[UnitKey, Noted] = {}
    for key, figure in figures:
        note, other = notes.get(figure.observation), found.get(key)
        if note is None or note == other:
            continue
        if other is not None:
            note = Noted(f"{other.text} {note.text}", f"{other.text_en} {note.text_en}".strip())
        found[key] = note
    return found
