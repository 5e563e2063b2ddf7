"""Following the folder while the app is open: what is saved there appears in place."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.desk import Desk
from briefing.problems import ProblemsError
from briefing.screens.page_screen import PageScreen
from briefing.store.errors import StoreError
from briefing.watching import Watch

if TYPE_CHECKING:
    from briefing.app import BriefingApp
    from briefing.settings import Settings
    from briefing.watching import CaughtUp

LAST_WORD = 5.0
"""Seconds that a sync under way has to come to its end when the app is left."""


class Following:
    """Looks at the workspace again and again in a thread of its own.

    The thread asks the system only; the app's own loop sleeps on until there is something to show.
    """

    def __init__(self, app: BriefingApp) -> None:
        self._app = app
        self._end = threading.Event()
        self._thread: threading.Thread | None = None
        self._watch: Watch | None = None

    @property
    def watch(self) -> Watch:
        """What is followed."""
        if self._watch is None:
            self._watch = Watch(self._app.desk.settings)
        return self._watch

    def start(self) -> None:
        """Looks from now on.

        What is known already is asked here: a thread that opens a database of its own keeps half a
        megabyte for itself.
        """
        self._watch = self.watch
        self._thread = threading.Thread(target=self._run, name="following", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Looks no more; a sync under way is waited for."""
        self._end.set()
        if self._thread is not None:
            self._thread.join(LAST_WORD)

    def look(self) -> None:
        """Looks once, and has the app show what is new."""
        if not self.watch.look():
            return
        try:
            caught_up = self.watch.catch_up()
        except (ProblemsError, StoreError) as error:
            self._app.call_later(show_problem, self._app, error)
        else:
            if caught_up is not None:
                self._app.call_later(show_news, self._app, caught_up)

    @contextmanager
    def by_us(self) -> Iterator[None]:
        """Holds off while the app itself changes the folder, and takes what it did for told."""
        with self.watch.busy:
            yield
            with suppress(StoreError):  # the next look will tell
                self.watch.take_as_told()

    def _run(self) -> None:
        try:
            self.look()
            while not self._end.wait(self.watch.pause):
                self.look()
        except Exception as error:  # whatever it is, nobody above this thread could tell the app
            self._app.call_later(self._app._handle_exception, error)


def show_problem(app: BriefingApp, error: Exception) -> None:
    """Says on every page why it shows the last good data and not the folder as it stands."""
    app.trouble = error
    page = page_of(app)
    if page is not None:
        page.follow_trouble()


def show_news(app: BriefingApp, caught_up: CaughtUp) -> None:
    """Shows what the database holds by now, in place, and says what is different."""
    from briefing.wording.news import news_text

    session = app.session
    mended, app.trouble = app.trouble is not None, None
    settings = _renewed(session.desk.settings, caught_up.settings)
    if settings != session.desk.settings or session.state != caught_up.state:
        session.desk = Desk(settings, session.desk.today)
        app.data_changed()
    page = page_of(app)
    if page is None:
        return
    page.follow_trouble()
    said = news_text(caught_up.news, app.tr)
    if mended:
        said = " ".join(filter(None, (app.tr.gettext("Dữ liệu đã hết lỗi."), said)))
    if said:
        page.say(said)


def page_of(app: BriefingApp) -> PageScreen[object] | None:
    """The page in front, or the one below a dialog."""
    for screen in reversed(app.screen_stack):
        if isinstance(screen, PageScreen):
            return screen
    return None


def _renewed(old: Settings, new: Settings) -> Settings:
    """What a changed ``config.yaml`` says, but for what holds until the app is closed.

    Language and theme may have been changed since by keys; rights and keys stay those that the app
    was opened with.
    """
    return replace(
        new,
        language=old.language,
        theme=old.theme,
        access=old.access,
        ascii=old.ascii,
        keys=old.keys,
    )
