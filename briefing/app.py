"""The Textual app: the view in force, its tabs, theme, language and keys."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.theme import Theme

from briefing.commands import TABS
from briefing.display import Colours, Display
from briefing.language import Language, translator
from briefing.navigation import Navigation
from briefing.screens.overview import BriefingPage
from briefing.screens.page_screen import PageScreen
from briefing.screens.tabs import TAB_SCREENS
from briefing.theme import THEMES

if TYPE_CHECKING:
    from briefing.ahead import First
    from briefing.following import Following
    from briefing.session import Session
    from briefing.store.errors import StoreError
    from briefing.store.reading import Reader

REMEMBERED = 48
"""How many fetched answers are kept, so that going back costs no query."""
STALE_AFTER, FOLLOWED_AFTER = 0.02, 0.4
"""Seconds after which the folder is looked at: when it has changed before, and when it has not."""


class BriefingApp(Navigation):
    """A department's briefing of one unit on one day."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/page_screen.tcss"]
    ENABLE_COMMAND_PALETTE = False
    TITLE = "briefing"
    MODES = TAB_SCREENS
    DEFAULT_MODE = TABS[0]
    follows = False
    following: Following | None = None

    def __init__(
        self,
        session: Session | None = None,
        *,
        first: First | None = None,
        opening: Callable[[], Session] | None = None,
        display: Display = Display(),  # noqa: B008
    ) -> None:
        """On an open ``session``, or on a ``first`` frame with ``opening`` to call after it."""
        super().__init__()
        self.look_at(session, first, opening)
        self.memory: OrderedDict[object, object] = OrderedDict()
        self.data_version = 0
        self.trouble: Exception | None = None
        settings = first if first is not None else self.session.desk.settings
        self.tr = translator(Language(settings.language))
        self.give_keys(settings.keys, editor=settings.access == "editor")
        # Nothing here pops up: two widgets and a second whole frame less on every screen.
        self._disable_tooltips = self._disable_notifications = True
        self._start_in(THEMES[settings.theme])
        self._draw_for(display)
        if session is not None:
            self._remember_first(session)

    def on_mount(self) -> None:
        """Follows the folder of a session that is open already."""
        if self.is_open:
            self._follow_soon(self.session)

    def session_opened(self, session: Session) -> None:
        """Shows the session's data in place; follows the folder from then on."""
        self._remember_first(session)
        self.refresh_screen()
        self._follow_soon(session)

    def _follow_soon(self, session: Session) -> None:
        """Follows the folder once the first screen stands; at once if it has changed already."""
        if self.follows:
            self.set_timer(STALE_AFTER if session.stale else FOLLOWED_AFTER, self._follow)

    def _follow(self) -> None:
        from briefing.following import Following

        self.following = Following(self)
        self.following.start()

    def stop_following(self) -> None:
        """Looks at the folder no more, before the program ends."""
        if self.following is not None:
            self.following.stop()

    def _remember_first(self, session: Session) -> None:
        if session.briefing is not None:
            self.remember((BriefingPage, session.view, 0), session.briefing)

    def _start_in(self, theme: Theme) -> None:
        """Puts a theme in force before any stylesheet is read.

        Set the usual way, it would have every stylesheet parsed again twice before the first frame.
        """
        for known in THEMES.values():
            self.register_theme(known)
        self.set_reactive(App.theme, theme.name)
        self.stylesheet.set_variables(self.get_css_variables())

    def _draw_for(self, display: Display) -> None:
        """Draws with the colours and glyphs that the terminal has."""
        self.terminal = display
        self.no_color = display.colours is Colours.NONE
        self._filters = []  # without Textual's own: nothing here is drawn in the terminal's colours
        if display != Display():
            from briefing.widgets.reduced import filters

            self._filters = filters(display, self)

    def open_reader(self) -> Reader:
        """A short-lived reader on the workspace's database."""
        from briefing.store.reading import Reader

        return Reader(self.desk.settings.database)

    def remember(self, key: object, data: object) -> None:
        """Keeps a fetched answer; the oldest gives way."""
        self.memory[key] = data
        self.memory.move_to_end(key)
        while len(self.memory) > REMEMBERED:
            self.memory.popitem(last=False)

    def data_changed(self) -> None:
        """Shows the database's new contents in place."""
        self.data_version += 1
        self.memory.clear()
        self.look_again()

    def refresh_screen(self) -> None:
        """Shows the view in force on the screen in front, cursor kept."""
        if isinstance(self.screen, PageScreen):
            self.screen.refresh_page(keep=True)

    def show_error(self, error: StoreError) -> None:
        """Says what is wrong with the database, below the page that still stands."""
        from briefing.complaints import complaint

        if isinstance(self.screen, PageScreen):
            self.screen.say(complaint(error, self.tr).text)
