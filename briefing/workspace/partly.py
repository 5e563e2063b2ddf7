"""Entries of which some values cannot be read: the others are judged in the same run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from briefing.problems import Problem
from briefing.workspace.records import M, Place, Record, validate

Instead = Mapping[str, object]
"""What stands in, by key, for a value that must be there and cannot be read."""


def validate_partly(
    model: type[M], content: object, place: Place, problems: list[Problem], instead: Instead
) -> Record[M] | None:
    """As ``validate``; of an entry with mistakes what is left without its wrong values.

    The record is then not whole. ``None`` when something is wrong that nothing can stand in for.
    """
    record = validate(model, content, place, problems)
    if record is not None or not isinstance(content, dict):
        return record
    try:
        model.model_validate(content)
    except ValidationError as error:
        wrong = [each["loc"] for each in error.errors(include_url=False, include_input=False)]
    left: Any = _copied(content)
    for loc in wrong:
        if not _leave_out(left, loc, instead):
            return None
    try:
        return Record(model.model_validate(left), place, whole=False)
    except ValidationError:
        return None


def _copied(content: object) -> object:
    """Mappings and lists anew, all the way down."""
    if isinstance(content, dict):
        return {key: _copied(held) for key, held in content.items()}
    return [_copied(held) for held in content] if isinstance(content, list) else content


def _leave_out(content: Any, loc: tuple[str | int, ...], instead: Instead) -> bool:
    """Take the value at ``loc`` out; false for an item of a list, whose place others would take."""
    *above, last = loc
    for step in above:
        try:
            content = content[step]
        except (KeyError, IndexError, TypeError):
            return False
    if not isinstance(content, dict) or not isinstance(last, str):
        return False
    content.pop(last, None)
    if last in instead:
        content[last] = instead[last]
    return True
