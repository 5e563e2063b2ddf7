"""What has happened to the facts since somebody last looked."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from briefing.domain.value import value


class Change(StrEnum):
    """What happened to one fact."""

    ADDED = "added"
    EDITED = "edited"
    GONE = "gone"


class Edit(NamedTuple):
    """One fact that is not as it was: its ``record`` (``target``, ``task``, ...), id and fate."""

    record: str
    ref: str
    change: Change


@value
class News:
    """The files that were read anew, by path, and the facts in them that are not as they were.

    ``edits`` is ``None`` when that cannot be told: the database is another one than it was.
    """

    files: tuple[str, ...] = ()
    edits: tuple[Edit, ...] | None = ()

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.files and self.edits == ()
