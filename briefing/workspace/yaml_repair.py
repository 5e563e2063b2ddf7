"""Reading on after a mistake of YAML's grammar, so that the next ones are told at once too.

A repair puts one character in the place of another, in memory only: every line and column stays
what it is in the file.
"""

from __future__ import annotations

from typing import NamedTuple

from briefing.problems import Problem
from briefing.workspace.faults import reading
from briefing.workspace.text_file import index_at

MOST_REPAIRS = 20
"""Mistakes of grammar told for one file; each costs reading it once more."""
LARGEST_REPAIRED = 1024 * 1024
"""Characters; a larger file is told its first mistake only."""


class Repair(NamedTuple):
    """A text that can be read on; ``whole`` when its values are still what was written."""

    text: str
    whole: bool


def repaired(text: str, problem: Problem) -> Repair | None:
    """``text`` without the mistake that ``problem`` tells; ``None`` where nothing safe is known."""
    if not problem.line or len(text) > LARGEST_REPAIRED:
        return None
    at = index_at(text, problem.line, problem.column)
    found = text[at : at + 1]
    match problem.fault:
        case reading.YAML_COMPARED if found in (">", "|"):
            end = at + 1
            while text[end : end + 1] in ("=", "<", ">"):
                end += 1
            sign = "＞" if found == ">" and end == at + 1 else "≥"
            return Repair(text[:at] + sign + " " * (end - at - 1) + text[end:], True)
        case reading.YAML_COLON if found == ":":
            return Repair(text[:at] + ";" + text[at + 1 :], False)
        case reading.YAML_BAD_START if found in ("@", "%", "`"):
            return Repair(text[:at] + "_" + text[at + 1 :], False)
    return None
