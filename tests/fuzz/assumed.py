"""What people assume of indexes under fire: "index=value", a rank, and the page it leads to."""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path

from briefing.domain.change_faults import ChangeError
from briefing.domain.change_spelling import read_changes
from briefing.domain.editions import Period
from briefing.domain.even_raise import even_raise
from briefing.domain.what_if import what_if
from briefing.pages.what_if import what_if_page
from briefing.show.rendering import as_text
from briefing.show.supposed import refusal
from tests.fuzz.material import WORDS
from tests.fuzz.plain import TRANSLATORS, check_complaint, check_plain
from tests.fuzz.watch import limited
from tests.unit.facts import unit
from tests.unit.index_facts import FRAMEWORK, POINTS, shares, totals_for

PERIOD = Period(date(2022, 1, 1), date(2022, 12, 31))
PROVINCES = ("92", "48", "30", "84", "99")
SIGNS = ("=", "=+", "=-", "+=", "+", "", "==", " = ")
VALUES = ("0,9", "0.05", "90%", "1", "0", ",5", "1,0000", "\N{MINUS SIGN}0,1", "٠,٩", "0,9999999")


class Assumptions:
    """Assignments of indexes, at times with a rank that is wanted."""

    name = "assumptions"

    def __init__(self, root: Path):
        del root  # nothing is read from a folder, and nothing written

    def make(self, chance: random.Random) -> bytes:
        """A province, up to three assignments, and a rank or none, as JSON."""
        said = []
        for _ in range(chance.randint(0, 3)):
            name = chance.choice((*POINTS, "2", "the che so", chance.choice(WORDS)))
            number = chance.choice((*VALUES, chance.choice(WORDS)))
            said.append(f"{name}{chance.choice(SIGNS)}{number}")
        rank = chance.choice((None, chance.randint(1, 63)))
        return json.dumps([chance.choice(PROVINCES), said, rank]).encode("ascii")

    def take(self, case: bytes) -> bool:
        """See :class:`tests.fuzz.readers.Target`."""
        code, said, rank = json.loads(case)
        tr = TRANSLATORS[len(case) % len(TRANSLATORS)]
        known, totals = shares(code), totals_for(code)
        with limited():
            try:
                changes = read_changes(FRAMEWORK, said)
            except ChangeError as error:
                check_complaint(refusal(error, tr))
                return False
            outcome = what_if(FRAMEWORK, known, changes, totals)
            even = None
            if rank is not None:
                even = even_raise(FRAMEWORK, known, rank, totals, changes=changes)
                outcome = even.outcome
            page = what_if_page(outcome, unit(code), PERIOD, PERIOD.end, tr, even)
            check_plain(as_text(page, "", 80), many_lines=True)
        assert 0 <= outcome.after.low <= outcome.after.high <= 1
        assert 1 <= outcome.rank_after.best <= outcome.rank_after.worst <= 63
        return True
