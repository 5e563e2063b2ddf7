"""The type of ``due`` in workspace files: a deadline as officials write it, or an ISO day."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from briefing.domain.deadline_spelling import SPELLINGS
from briefing.domain.periods import (
    Deadline,
    DeadlineError,
    DeadlineKind,
    DeadlineReason,
    read_deadline,
)
from briefing.problems import listed, quoted
from briefing.workspace import readers
from briefing.workspace.faults import deadlines, values

KNOWN = "; ".join(listed([spelling]) for spelling in SPELLINGS)
"""The accepted spellings in one line; some hold commas."""

_EXAMPLE = {
    DeadlineReason.VAGUE: "Quý I/2026",
    DeadlineReason.SEVERAL: "“từ quý I đến quý III/2025”",
}


def read(value: object) -> Deadline:
    """A deadline; a year or month needs no quotes (``2025``, ``6.2025``)."""
    if value is None:
        raise readers.fault_error(values.EMPTY)
    if isinstance(value, (list, dict, bool)):
        raise readers.fault_error(deadlines.UNKNOWN, value="…", known=KNOWN)
    if isinstance(value, date):
        return Deadline(value.isoformat(), DeadlineKind.DATE, value, value)
    written = str(value)
    if not written.strip():
        raise readers.fault_error(values.EMPTY)
    try:
        return read_deadline(written)
    except DeadlineError as error:
        fault = deadlines.BY_REASON[error.reason]
        example = _EXAMPLE.get(error.reason, "")
        raise readers.fault_error(
            fault, value=quoted(error.written), known=KNOWN, example=example
        ) from None


def read_ending(value: object) -> Deadline:
    """A deadline that has a last day, as an extension must."""
    found = read(value)
    if found.end is None:
        raise readers.fault_error(
            deadlines.NO_LAST_DAY, value=quoted(found.written), example="Quý II/2025"
        )
    return found


_SPELT = [{"type": "string"}, {"type": "number"}]
_EXAMPLES = [*SPELLINGS, "2025-06-30"]

MaybeDeadline = Annotated[
    Deadline | None,
    PlainValidator(readers.blank_as(None, read)),
    WithJsonSchema({"anyOf": [*_SPELT, {"type": "null"}], "examples": _EXAMPLES}),
]
EndingDeadline = Annotated[
    Deadline, PlainValidator(read_ending), WithJsonSchema({"anyOf": _SPELT, "examples": _EXAMPLES})
]
MaybeEndingDeadline = Annotated[
    Deadline | None,
    PlainValidator(readers.blank_as(None, read_ending)),
    WithJsonSchema({"anyOf": [*_SPELT, {"type": "null"}], "examples": _EXAMPLES}),
]
