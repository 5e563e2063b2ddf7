"""How each kind of fact is laid out in its table: what the writer compares and logs."""

from __future__ import annotations

from typing import NamedTuple

Value = str | int | float | None
"""What a STRICT column holds."""


class Child(NamedTuple):
    """A list inside a fact, kept in a table of its own.

    ``field`` is its name in the edit log. ``owner`` is the column that points back at the fact;
    ``columns`` follow it and the rows' ``position``.
    """

    field: str
    table: str
    owner: str
    columns: tuple[str, ...]


class Table(NamedTuple):
    """One kind of fact.

    ``key`` is the column with the fact's id. ``numbered`` tables also have an integer ``id``,
    by which other rows point at them. ``units`` and ``indicators`` name the columns that hold
    such integers. What is ``closable`` stays, with the day it was closed on, when it is gone from
    the folder; what is ``cited`` stays as long as something closed points at it.
    """

    kind: str
    name: str
    columns: tuple[str, ...]
    key: str = "id"
    numbered: bool = False
    units: frozenset[str] = frozenset()
    indicators: frozenset[str] = frozenset()
    children: tuple[Child, ...] = ()
    closable: bool = False
    cited: bool = False


NO_FILE = 0
"""The ``batch`` of a row that no file of the folder holds any more."""


class Row(NamedTuple):
    """A fact as its table holds it: ``values`` in the order of the table's columns.

    ``children`` has one tuple of rows for each of the table's children, ``position`` left out.
    """

    key: str
    values: tuple[Value, ...]
    children: tuple[tuple[tuple[Value, ...], ...], ...] = ()


def _columns(names: str) -> tuple[str, ...]:
    return tuple(names.split())


_UNIT = frozenset({"unit"})

UNIT = Table(
    "unit",
    "unit",
    _columns(
        "code valid_from valid_to name full_name name_en full_name_en short short_en slug kind"
        " parent region region_en"
    ),
    key="key",
    numbered=True,
    units=frozenset({"parent", "successor"}),
    children=(Child("successors", "unit_successor", "unit", ("successor",)),),
    cited=True,
)
PILLAR = Table("pillar", "pillar", _columns("kind name name_en short short_en rank"), cited=True)
INDICATOR = Table(
    "indicator",
    "indicator",
    _columns(
        "name name_en short short_en pillar measure better noun noun_en decimals definition"
        " definition_en freshness_days rank_of universe complement_of variant_of"
        " external"
    ),
    key="key",
    numbered=True,
    cited=True,
)
SOURCE = Table(
    "source",
    "source",
    _columns("publisher title date date_exact address paragraphs note note_en title_en"),
    cited=True,
)
DOCUMENT = Table(
    "document",
    "document",
    _columns("number type issuer issuer_en date subject subject_en note note_en"),
    children=(Child("cited", "citation", "document", ("source", "paragraph")),),
    cited=True,
)
HOLIDAY = Table("holiday", "holiday", ("name", "name_en", "source"))
PLAN = Table(
    "plan",
    "plan",
    _columns("unit document title title_en note note_en"),
    units=_UNIT,
    closable=True,
)
TARGET = Table(
    "target",
    "target",
    _columns(
        "plan unit indicator pillar title title_en goal goal_op goal_high goal_words goal_words_en"
        " goal_printed due due_written baseline baseline_on level weight lead light light_reason"
        " light_by light_on source paragraphs known_on note note_en due_written_en due_from"
        " due_kind applies_to"
    ),
    units=_UNIT,
    indicators=frozenset({"indicator"}),
    children=(
        Child("milestones", "milestone", "target", ("due", "value")),
        Child("changes", "goal_change", "target", ("changed_on", "before", "after", "document")),
    ),
    closable=True,
)
TASK = Table(
    "task",
    "task",
    _columns(
        "plan unit pillar title title_en lead coordinating given_to given_to_en units done_units"
        " output output_en due_written due state done_on difficulty waiting_on source paragraphs"
        " known_on note note_en due_written_en due_from due_kind"
    ),
    units=_UNIT,
    children=(
        Child("targets", "task_target", "task", ("target",)),
        Child(
            "extensions", "extension", "task", ("granted_on", "due", "by", "note", "due_written")
        ),
    ),
    closable=True,
)
OBSERVATION = Table(
    "observation",
    "observation",
    _columns(
        "unit indicator kind value qualifier numerator denominator period_start period_end"
        " compared_with printed source paragraphs published_on published_exact revises"
        " note note_en"
    ),
    key="key",
    numbered=True,
    units=_UNIT,
    indicators=frozenset({"indicator"}),
    children=(Child("parts", "observation_part", "observation", ("present", "name")),),
)
SYSTEM = Table(
    "system",
    "system",
    _columns("name name_en kind unit run_by state figures source paragraphs note note_en"),
    units=_UNIT,
)
DIFFICULTY = Table(
    "difficulty",
    "difficulty",
    _columns("text text_en category pillar unit source paragraphs"),
    units=_UNIT,
)
FRAMEWORK = Table(
    "framework",
    "framework",
    _columns(
        "name name_en short short_en kind total complete document indicator ranks pillars"
        " first_year last_year note note_en"
    ),
    children=(
        Child(
            "parts",
            "framework_part",
            "framework",
            _columns(
                "part within code name name_en short short_en max_points indicator ranks pillar"
                " components lead due evidence"
            ),
        ),
    ),
)
ASSESSMENT = Table(
    "assessment",
    "assessment",
    _columns(
        "framework part unit period_start period_end self_points appraised_points source"
        " published_on evidence lead due note note_en"
    ),
    units=_UNIT,
)

TABLES = (
    UNIT,
    PILLAR,
    INDICATOR,
    SOURCE,
    DOCUMENT,
    HOLIDAY,
    PLAN,
    TARGET,
    TASK,
    OBSERVATION,
    SYSTEM,
    DIFFICULTY,
    FRAMEWORK,
    ASSESSMENT,
)
"""Every kind of fact that the folder holds."""
