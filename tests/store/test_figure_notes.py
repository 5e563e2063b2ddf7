"""Notes are looked for on short lists; a long one says that they were not."""

from __future__ import annotations

import sqlite3

from briefing.domain.value import replaced
from briefing.store.figure_notes import MOST_NOTED, are_read, notes_of
from tests.unit.ranked_facts import ranking, ranks_of_2022


def test_a_list_longer_than_notes_are_read_for_is_known_as_one() -> None:
    edition = ranking(ranks_of_2022()).edition
    assert are_read(edition)
    long = replaced(edition, units=tuple(edition.units) * (MOST_NOTED // len(edition.units) + 1))
    assert not are_read(long)
    assert notes_of(sqlite3.connect(":memory:"), long) == {}
