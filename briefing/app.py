"""The Textual app: the view in force, its tabs, theme, language and keys."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from pathlib import PurePath
from typing import ClassVar

from textual import work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.theme import Theme

from briefing.commands import COMMANDS, TABS, in_force
from briefing.complaints import complaint
from briefing.desk import AsOf, Desk, View
from briefing.display import Colours, Display
from briefing.domain.model import UnitKey
from briefing.domain.standing import Briefing
from briefing.language import Language, translator
from briefing.navigation import Navigation
from briefing.problems import ProblemsError
from briefing.screens.overview import BriefingPage
from briefing.screens.page_screen import PageScreen
from briefing.screens.tabs import TAB_SCREENS
from briefing.store.errors import StoreError
from briefing.store.reading import Reader
from briefing.theme import THEMES

REMEMBERED = 48
"""How many fetched answers are kept, so that going back costs no query."""


class BriefingApp(Navigation):
    """A department's briefing of one unit on one day."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/page_screen.tcss"]
    ENABLE_COMMAND_PALETTE = False
    TITLE = "briefing"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(command.keys), command.action, command.label, id=command.id, show=False)
        for command in COMMANDS
    ]
    MODES = TAB_SCREENS
    DEFAULT_MODE = TABS[0]

    def __init__(
        self,
        desk: Desk,
        view: View,
        as_of: AsOf,
        compared: tuple[UnitKey, ...] = (),
        briefing: Briefing | None = None,
        refresh: Callable[[], bool] | None = None,
        known_on: date | None = None,
        display: Display = Display(),  # noqa: B008
    ) -> None:
        super().__init__()
        self.desk = desk
        self.view = view
        self.as_of = as_of
        self.known_on = known_on
        self.compared = compared
        self.tr = translator(Language(desk.settings.language))
        self.memory: OrderedDict[object, object] = OrderedDict()
        self.data_version = 0
        self.trouble: Exception | None = None
        self._sync = refresh
        self.keys_in_force = in_force(desk.settings.keys)
        # Nothing here pops up: two widgets and a second whole frame less on every screen.
        self._disable_tooltips = self._disable_notifications = True
        self._start_in(THEMES[desk.settings.theme])
        self._draw_for(display)
        if briefing is not None:
            self.remember((BriefingPage, view, 0), briefing)

    def on_mount(self) -> None:
        """Keys as remapped; a stale database is brought up to date behind the first screen."""
        self.set_keymap({name: ",".join(keys) for name, keys in self.desk.settings.keys.items()})
        if self._sync is not None:
            self._bring_up_to_date()

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
        self._filters = self._filters[:1]  # without Textual's own, which makes colours grey
        if display != Display():
            from briefing.widgets.reduced import filters

            self._filters = filters(display, lambda: self.current_theme)

    def open_reader(self) -> Reader:
        """A short-lived reader on the workspace's database."""
        return Reader(self.desk.settings.database)

    def remember(self, key: object, data: object) -> None:
        """Keeps a fetched answer; the oldest gives way."""
        self.memory[key] = data
        self.memory.move_to_end(key)
        while len(self.memory) > REMEMBERED:
            self.memory.popitem(last=False)

    @work(thread=True, exclusive=True, group="sync")
    def _bring_up_to_date(self) -> None:
        assert self._sync is not None
        try:
            changed = self._sync()
        except (ProblemsError, StoreError) as error:
            self.call_from_thread(self.show_problem, error)
            return
        if changed:
            self.call_from_thread(self.data_changed)

    def show_problem(self, error: Exception) -> None:
        """Says on every page why it shows the last good data and not the folder as it stands."""
        self.trouble = error
        if isinstance(self.screen, PageScreen):
            self.screen.show_trouble()

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
        if isinstance(self.screen, PageScreen):
            self.screen.say(complaint(error, self.tr).text)
