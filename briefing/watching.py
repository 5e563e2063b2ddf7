"""Does the database still hold the folder as it stands, and is it the one that was looked at?

Asked by comparing what the system tells of the files: that works on network drives too, and with
editors that write another file and rename it. Nothing is read until something has changed and has
come to rest. No terminal here.
"""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING, NamedTuple

from briefing.domain.value import value
from briefing.store.checksums import file_state
from briefing.store.errors import DatabaseLocked, StoreError
from briefing.store.reading import Reader, State
from briefing.workspace.listing import DATA, listed

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.domain.news import News
    from briefing.settings import Settings
    from briefing.store.news import Mark

EVERY = 0.4
"""Seconds between two looks: with ``SOON`` and the reading itself it stays below a second."""
SOON = 0.1
"""Seconds after which what has just changed is looked at again."""
LOOKS_FOR_LOSS = 6
"""Looks for which a file must be empty or gone: many a program empties it before it writes."""

GLANCES = 8
"""Looks of which one lists the whole folder; the others ask only for what is known."""

Folder = tuple[tuple[str, int, int], ...]


class Seen(NamedTuple):
    """The folder's files, and the database's, as the system tells of them."""

    folder: Folder
    database: tuple[int, ...]


@value
class CaughtUp:
    """The database is what the folder says: the ``news`` since it was last, and its ``state``."""

    news: News
    state: State
    settings: Settings


class Watch:
    """Looks at one workspace. One thread looks; ``busy`` is held by whoever writes."""

    def __init__(self, settings: Settings) -> None:
        """Everything that the database does not hold yet counts as a change."""
        self._settings = settings
        self.busy = threading.Lock()
        self._mark: Mark | None = None
        self._changing: Seen | None = None
        self._looks = 0
        database = _file(settings.database)
        folder: Folder = ()
        try:
            with Reader(settings.database) as reader, reader.one_moment():
                folder, self._mark = tuple(reader.stats()), reader.mark()
        except StoreError:  # the first look finds that it has to be built
            database = ()
        self._glanced: list[int] | None = None
        self._glances = 0
        self._knows(folder, database)

    def _knows(self, folder: Folder, database: tuple[int, ...]) -> None:
        """Takes this for what has been caught up with."""
        self._known = Seen(folder, database)
        self._glanced = None
        root = os.fspath(self._settings.root)
        files = [os.path.join(root, path) for path, _, _ in folder]
        folders = {os.path.dirname(file) for file in files} - {root}
        self._paths = [*files, *sorted(folders | {os.path.join(root, DATA)})]

    @property
    def pause(self) -> float:
        """Seconds until the next look is worth it."""
        return EVERY if self._changing is None else SOON

    def look(self) -> bool:
        """Whether something has changed since it was last caught up with, and is at rest now."""
        glance = self._glance()
        if self._changing is None and glance is not None and glance == self._glanced:
            self._glances += 1
            if self._glances < GLANCES:
                return False
        self._glances = 0
        now = Seen(listed(os.fspath(self._settings.root)), _file(self._settings.database))
        if now == self._known:
            self._changing, self._glanced = None, glance
            return False
        if now != self._changing:
            self._changing, self._looks = now, 0
            _load()
            return False
        self._looks += 1
        return self._looks >= (LOOKS_FOR_LOSS if _lost(self._known.folder, now.folder) else 1)

    def _glance(self) -> list[int] | None:
        """What tells of a change at a tenth of the cost of a listing; ``None`` for a change.

        The files that are known, and the folders that they are in: another file in one of these
        changes its time, on nearly every drive.
        """
        found: list[int] = []
        try:
            for path in self._paths:
                stat = os.stat(path)
                found += (stat.st_size, stat.st_mtime_ns, stat.st_ino)
        except OSError:
            return None
        return [*found, *_file(self._settings.database)]

    def catch_up(self) -> CaughtUp | None:
        """Brings the database up to date with what was looked at, unless somebody else has.

        ``None`` while another program writes: it has to be looked at again. Raises
        ``ProblemsError`` or a ``StoreError`` when the folder cannot be read or the database cannot
        be written; the database is as it was then.
        """
        assert self._changing is not None
        with self.busy:
            seen, self._changing = self._changing, None
            try:
                self._sync()
                return self._caught_up(seen.folder)
            except DatabaseLocked:
                return None
            except Exception:  # raised again: what failed is not tried twice on the same files
                self._knows(seen.folder, _file(self._settings.database))
                raise

    def take_as_told(self) -> None:
        """After a change of our own: what the database holds needs no telling again.

        ``busy`` must be held. What the folder holds besides is still a change. Raises a
        ``StoreError``.
        """
        database = _file(self._settings.database)
        with Reader(self._settings.database) as reader, reader.one_moment():
            folder, mark = tuple(reader.stats()), reader.mark()
        self._mark = mark
        self._knows(folder, database)

    def _sync(self) -> None:
        from briefing.opening import open_workspace, sync

        opened = open_workspace(self._settings.root)
        self._settings = opened.settings
        if not opened.fresh:
            if opened.fault is not None and not opened.mendable:
                raise opened.fault
            sync(opened.settings, mend=opened.fault is not None)

    def _caught_up(self, folder: Folder) -> CaughtUp:
        from briefing.domain.news import News

        # Looked at before it is read: what is written in between is seen at the next look.
        database = _file(self._settings.database)
        with Reader(self._settings.database) as reader, reader.one_moment():
            news = News((), None) if self._mark is None else reader.news(self._mark)
            mark, state = reader.mark(), reader.state()
        self._mark = mark
        self._knows(folder, database)
        return CaughtUp(news, state, self._settings)


def _load() -> None:
    """Loads what reading needs while a change comes to rest; the first time takes as long."""
    import briefing.opening
    import briefing.store.writing
    import briefing.workspace  # noqa: F401


def _file(database: Path) -> tuple[int, ...]:
    try:
        return file_state(database)
    except OSError:
        return ()


def _lost(before: Folder, now: Folder) -> bool:
    """Whether a file that held something is empty now, or gone."""
    sizes = {path: size for path, size, _ in now}
    return any(size and not sizes.get(path) for path, size, _ in before)
