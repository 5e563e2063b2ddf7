"""What was typed into the rows of a what-if, and what it leads to."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.domain.assumed_indexes import Change
from briefing.domain.change_faults import ChangeError
from briefing.domain.change_spelling import read_change
from briefing.domain.even_raise import EvenRaise, even_raise
from briefing.domain.value import value
from briefing.domain.what_if import WhatIf, what_if
from briefing.language import Translator
from briefing.pages.what_if_form import RANK
from briefing.pages.what_if_words import part_name
from briefing.show.supposed import change_fault_text
from briefing.supposing import Ground

BEGUN = frozenset(("", "+", "-", "\N{MINUS SIGN}"))
"""What is no value yet, and no fault either."""


@value
class FilledIn:
    """What the rows lead to; ``faults`` are rows that cannot be read, which then change nothing."""

    outcome: WhatIf
    even: EvenRaise | None
    faults: tuple[str, ...]


def filled_in(ground: Ground, texts: Mapping[str, str], tr: Translator) -> FilledIn:
    """What ``texts`` lead to: values by part id, and under ``RANK`` the rank that is wanted."""
    changes: dict[str, Change] = {}
    faults: list[str] = []
    for part in ground.framework.scored:
        text = texts.get(part.id, "").strip()
        if text in BEGUN:
            continue
        try:
            changes[part.id] = read_change(text)
        except ChangeError as error:
            faults.append(f"{part_name(part, tr)}: {change_fault_text(error, tr)}")
    framework, shares, totals = ground.framework, ground.shares, ground.totals
    wanted = texts.get(RANK, "").strip()
    if wanted.isascii() and wanted.isdigit() and 1 <= int(wanted[:9]) <= totals.universe:
        even = even_raise(framework, shares, int(wanted), totals, changes=changes)
        return FilledIn(even.outcome, even, tuple(faults))
    if wanted:
        said = tr.gettext("Hạng là một số từ 1 đến {universe}.")
        faults.append(said.format(universe=totals.universe))
    return FilledIn(what_if(framework, shares, changes, totals), None, tuple(faults))
