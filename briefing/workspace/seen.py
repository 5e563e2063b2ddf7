"""What a reading of the folder met, whether it ended well or in mistakes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.domain.model import Unit


@dataclass(slots=True)
class Seen:
    """Filled by ``loading.load``, for who shows the lines that mistakes stand on.

    ``texts``: each file's text as it was read, by path. ``entries``: how many facts each file
    declares, those with mistakes too. ``units``: every unit; none where some could not be read.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    entries: Mapping[str, int] = field(default_factory=dict)
    units: tuple[Unit, ...] = ()
