"""What the program says about domain objects, in both languages.

Each function takes domain objects and a ``Translator`` and returns plain text: no markup, no
colour, no line breaks. Screens, the headless twin and exports all say it with these words.
"""

from briefing.wording.citations import citation, citation_short, paragraphs_text, published
from briefing.wording.contrast import difference, how_firm, other_definition, other_period, remarks
from briefing.wording.deadlines import (
    days_late,
    due,
    due_understood,
    extension,
    lateness,
    needs_reading,
    target_lateness,
    understood,
)
from briefing.wording.judgement import (
    derived_from,
    expected,
    gap,
    judged,
    judged_short,
    later,
    promise,
    qualifier_note,
    rule,
    stale,
)
from briefing.wording.movement import change, moved, rate_disagreement, size_words
from briefing.wording.names import (
    difficulty_category,
    document_title,
    framework_name,
    level,
    measure_word,
    part_name,
    setter_name,
    system_kind,
    system_state,
    unit_name,
    unit_short,
    unit_title,
    whole_name,
)
from briefing.wording.viewing import days_in_force, known_by

__all__ = [
    "change",
    "citation",
    "citation_short",
    "days_in_force",
    "days_late",
    "derived_from",
    "difference",
    "difficulty_category",
    "document_title",
    "due",
    "due_understood",
    "expected",
    "extension",
    "framework_name",
    "gap",
    "how_firm",
    "judged",
    "judged_short",
    "known_by",
    "lateness",
    "later",
    "level",
    "measure_word",
    "moved",
    "needs_reading",
    "other_definition",
    "other_period",
    "paragraphs_text",
    "part_name",
    "promise",
    "published",
    "qualifier_note",
    "rate_disagreement",
    "remarks",
    "rule",
    "setter_name",
    "size_words",
    "stale",
    "system_kind",
    "system_state",
    "target_lateness",
    "understood",
    "unit_name",
    "unit_short",
    "unit_title",
    "whole_name",
]
