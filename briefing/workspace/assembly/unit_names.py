"""Names written where a unit's code belongs: told with the code that has the name."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.domain.model import Unit
from briefing.domain.spelling import fold
from briefing.domain.value import replaced
from briefing.problems import listed
from briefing.workspace.faults import values
from briefing.workspace.ledger import Ledger

MOST = 3
"""Codes told for one name; every province has a department of each kind."""


def suggest_codes(ledger: Ledger, units: Iterable[Unit]) -> None:
    """Adds to each mistake of a name for a code which code is meant, where few have the name."""
    if all(each.fault is not values.BAD_UNIT_CODE for each in ledger.problems):
        return
    codes: dict[str, dict[str, None]] = {}
    for unit in units:
        for name in (unit.name, unit.full_name, unit.short):
            codes.setdefault(fold(name), {})[unit.code] = None
    codes.pop("", None)
    for index, found in enumerate(ledger.problems):
        if found.fault is values.BAD_UNIT_CODE:
            written = fold(str(found.params["value"]))
            meant = codes.get(written) or _nearest(written, codes, ledger)
            if 0 < len(meant) <= MOST:
                params = {**found.params, "suggestion": listed(meant)}
                ledger.problems[index] = replaced(found, params=params)


def _nearest(written: str, codes: dict[str, dict[str, None]], ledger: Ledger) -> dict[str, None]:
    """The codes of the names that begin so, else of the nearest: "Sở" is never taken for "Bộ"."""
    longer = [name for name in codes if written and name.startswith(f"{written} ")]
    if longer:
        return {code: None for name in longer for code in codes[name]}
    kind = written.partition(" ")[0]
    alike = [name for name in codes if name.partition(" ")[0] == kind]
    return codes.get(ledger.suggest(written, alike), {})
