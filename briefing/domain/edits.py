"""Entries of the edit log: who changed what of a fact, when and why."""

from __future__ import annotations

from typing import NamedTuple

WHOLE = "*"
"""The field of an edit of a whole fact: added (no ``old``) or gone (no ``new``)."""


READ_FROM_OTHERS = frozenset({"due_from", "due_kind"})
"""Fields that only say how another one, the deadline, is understood: nobody edits them."""


class CodeName(NamedTuple):
    """What a code in an edit stands for: the name of a unit, a pillar, an indicator ..."""

    code: str
    name: str
    name_en: str


class Edit(NamedTuple):
    """One entry of the edit log, told as the log tells it (``docs/database.md``).

    ``old`` and ``new`` are text, a list as JSON. ``at`` is the time with its offset from UTC, as
    written; ``why`` is ``None`` where nobody gave a reason. ``names`` tell what the codes in both
    values stand for now, as far as that is known.
    """

    record: str
    ref: str
    field: str
    old: str | None
    new: str | None
    at: str
    by: str
    why: str | None
    names: tuple[CodeName, ...] = ()
