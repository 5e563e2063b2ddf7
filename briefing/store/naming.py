"""What the codes that an edit tells stand for: units, pillars, indicators, documents, targets."""

from __future__ import annotations

import json
from collections.abc import Callable

from briefing.domain.edits import CodeName
from briefing.domain.model import Document, Indicator, Pillar, Source, Unit
from briefing.domain.plans import Plan, Target
from briefing.store.texts import listed

KINDS = {
    "changes": "document",
    "coordinating": "unit",
    "document": "document",
    "done_units": "unit",
    "indicator": "indicator",
    "lead": "unit",
    "pillar": "pillar",
    "plan": "plan",
    "source": "source",
    "targets": "target",
    "unit": "unit",
    "units": "unit",
}
"""The fields of plans, targets and tasks that hold codes, and of which kind of fact."""
_IN_ITEMS = {"changes": "document", "targets": "target"}
"""Where the code stands in each item of a list."""

Known = Callable[[str, str], object]
"""The fact of a kind with a code; ``None`` for one that is not there."""


def code_names(field: str, old: str | None, new: str | None, known: Known) -> tuple[CodeName, ...]:
    """The names of the codes in both values of a field, each once; of an unknown code none."""
    if field not in KINDS:
        return ()
    codes = dict.fromkeys(code for text in (old, new) for code in _codes(field, text or ""))
    named = (_name(code, known(KINDS[field], code)) for code in codes)
    return tuple(name for name in named if name is not None)


def _codes(field: str, text: str) -> tuple[str, ...]:
    if field not in _IN_ITEMS:
        return listed(text)
    try:
        return tuple(str(item[_IN_ITEMS[field]]) for item in json.loads(text or "[]"))
    except (ValueError, KeyError, TypeError):  # written by another version
        return ()


def _name(code: str, fact: object) -> CodeName | None:
    match fact:
        case Unit() | Indicator() | Pillar():
            return CodeName(code, fact.name, fact.name_en)
        case Source() | Plan() | Target():
            return CodeName(code, fact.title, fact.title_en)
        case Document() if fact.number:
            return CodeName(code, fact.number, fact.number)
        case _:
            return None
