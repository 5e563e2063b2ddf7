"""Why what a person assumes of an index cannot be read."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from briefing.domain.frameworks import Part


class ChangeFault(StrEnum):
    """Why an assumed value cannot be read."""

    NO_VALUE = "no_value"
    """There is a name but no value, or the other way round."""
    NO_NUMBER = "no_number"
    OUT_OF_RANGE = "out_of_range"
    """A value outside 0 to 1, or a raise by more than 1."""
    PERCENT_RAISE = "percent_raise"
    """"+5%": of the value or of the whole? Two officials would read it in two ways."""
    UNKNOWN_INDEX = "unknown_index"
    AMBIGUOUS_INDEX = "ambiguous_index"
    NO_POINTS = "no_points"
    """An index that the framework tells but does not score."""
    TWICE = "twice"


class ChangeError(ValueError):
    """What was assumed cannot be read; ``text`` is what was written, ``near`` what comes near."""

    def __init__(self, fault: ChangeFault, text: str, near: Iterable[Part] = ()) -> None:
        super().__init__(text)
        self.fault = fault
        self.text = text
        self.near = tuple(near)
