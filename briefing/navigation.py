"""How the app moves: tabs, opening what a line stands for, going back, choosing unit and day."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from textual.screen import ModalScreen

from briefing.commands import BY_ID, TABS
from briefing.foresight import Foresight, shown_for
from briefing.keyboard import Keyboard
from briefing.language import Language, Translator, translator
from briefing.looking import Looking
from briefing.pages.line import Link, LinkKind
from briefing.screens.page_screen import PageScreen
from briefing.theme import THEMES
from briefing.widgets.line_view import LineView

if TYPE_CHECKING:
    from datetime import date

    from textual.timer import Timer

    from briefing.desk import AsOf
    from briefing.domain.model import UnitKey
    from briefing.store.errors import StoreError
    from briefing.store.reading import Reader

MASKED = 0.15
"""Seconds at most for which the tab before stays in view while another is built and read for."""


class Navigation(Looking, Keyboard):
    """The actions behind the keys; the state they change belongs to the app."""

    tr: Translator
    memory: OrderedDict[object, object]
    data_version: int
    _building = True
    _mask: Timer | None = None
    _foresight: Foresight | None = None

    def open_reader(self) -> Reader:
        """A short-lived reader on the workspace's database."""
        raise NotImplementedError

    def remember(self, key: object, data: object) -> None:
        """Keeps a fetched answer."""
        raise NotImplementedError

    def refresh_screen(self) -> None:
        """Shows the view in force on the screen in front."""
        raise NotImplementedError

    def show_error(self, error: StoreError) -> None:
        """Says what is wrong with the database."""
        raise NotImplementedError

    def _list(self) -> LineView | None:
        found = self.screen.query(LineView)
        return found.first() if found else None

    def action_step(self, direction: int) -> None:
        """Moves the cursor one item down (1) or up (-1)."""
        if (view := self._list()) is not None:
            view.step(direction)

    def action_page(self, direction: int) -> None:
        """Moves the cursor one screenful."""
        if (view := self._list()) is not None:
            view.page_items(direction)

    def action_edge(self, direction: int) -> None:
        """Moves the cursor to the first (-1) or last (1) item."""
        if (view := self._list()) is not None:
            view.to_edge(direction)

    async def action_choose(self) -> None:
        """Opens what the cursor stands on."""
        view, screen = self._list(), self.screen
        if view is not None and (link := view.link) is not None:
            await self.open_link(screen.leads_to(link) if isinstance(screen, PageScreen) else link)

    async def action_back(self) -> None:
        """Goes back one screen; from a tab's own screen, to the overview."""
        if isinstance(self.screen, ModalScreen):
            return  # a dialog closes itself
        if len(self.screen_stack) > 1:
            self.pop_screen()
        elif self.current_mode != TABS[0]:
            self.switch_mode(TABS[0])

    def action_tab(self, name: str) -> None:
        """Shows a tab's own screen."""
        if self.current_mode == name:
            while len(self.screen_stack) > 1:
                self.pop_screen()
        else:
            while len(self.screen_stack) > 1:
                self.pop_screen()
            self._building = name not in self._screen_stacks
            self.switch_mode(name)

    def delay_update(self, delay: float = MASKED) -> None:
        """Masks the change to a tab that is built only now; one seen before is shown at once."""
        if self._building and self._mask is None:
            self._begin_batch()
            self._mask = self.set_timer(delay, self.unmask)

    def unmask(self) -> None:
        """Shows a tab that was built: its page is there, or takes too long to be waited for."""
        mask, self._mask = self._mask, None
        if mask is not None:
            mask.stop()
            self._end_batch()
            self.screen.refresh()
            if isinstance(self.screen, PageScreen):
                self.screen.show_now()

    async def open_link(self, link: Link) -> None:
        """Shows what a line stands for."""
        match link.kind:
            case LinkKind.ACTION:
                await self.run_action(BY_ID[link.ref].action)
            case LinkKind.PILLAR:
                self._open_pillar(link)
            case LinkKind.RANKING if "/" not in link.ref:  # one of a period is pushed
                from briefing.screens.ranking import RankingScreen

                self.action_tab("ranking")
                if isinstance(self.screen, RankingScreen):
                    self.screen.rank_by(link.ref)
            case LinkKind.UNIT:
                from briefing.domain.model import UnitKey

                self.show_unit(UnitKey.parse(link.ref))
            case _:
                from briefing.screens.links import screen_for

                self.push_screen(screen_for(link, self.view))

    def _open_pillar(self, link: Link) -> None:
        if self.current_mode == "pillars":
            return
        self.action_tab("pillars")
        screen = self.screen
        if isinstance(screen, PageScreen):
            screen.want(link)

    def action_source(self) -> None:
        """Opens the source of the line under the cursor."""
        from briefing.store.errors import StoreError

        view = self._list()
        link = view.link if view is not None else None
        if isinstance(self.screen, PageScreen):
            try:
                link = link if link is not None and link.source else self.screen.source_link()
            except StoreError as error:
                self.show_error(error)
                return
        if link is not None and link.source:
            from briefing.screens.links import screen_for

            at = Link(LinkKind.SOURCE, link.source, link.source, link.paragraph, link.unit)
            self.push_screen(screen_for(at, self.view))
        elif isinstance(self.screen, PageScreen):
            self.screen.say(self.tr.gettext("Dòng này không có nguồn riêng."))

    async def action_profile(self) -> None:
        """Opens where the unit in focus stands in its index framework."""
        if getattr(self.screen, "TAB", "") != "profile":
            await self.open_link(Link(LinkKind.PROFILE, str(self.view.unit)))

    def action_copy(self) -> None:
        """Copies the line under the cursor."""
        if isinstance(self.screen, PageScreen):
            from briefing.screens.copying import copy_line

            copy_line(self.screen)

    def action_problems(self) -> None:
        """Lists everything that is wrong in the folder."""
        from briefing.screens.problems import ProblemsScreen

        if not isinstance(self.screen, ProblemsScreen):
            self.push_screen(ProblemsScreen())

    async def action_edit(self) -> None:
        """Changes the target or task under the cursor, for those who may."""
        if "edit" in self.keys_in_force and isinstance(self.screen, PageScreen):
            from briefing.screens.edits import edit_line

            edit_line(self.screen)

    def action_search(self) -> None:
        """Searches units, indicators, targets, tasks, documents and commands."""
        from briefing.screens.search import SearchScreen

        self.push_screen(SearchScreen(), self._found)

    def action_palette(self) -> None:
        """Finds and runs a command."""
        from briefing.screens.search import SearchScreen

        self.push_screen(SearchScreen(commands_only=True), self._found)

    async def _found(self, link: Link | None) -> None:
        if link is None:
            return
        if link.kind in (LinkKind.TARGET, LinkKind.TASK) and link.unit:
            from briefing.domain.model import UnitKey

            key = UnitKey.parse(link.unit)
            if key != self.view.unit:
                self.show_unit(key)
        await self.open_link(link)

    def action_unit(self) -> None:
        """Chooses the unit in focus."""
        from briefing.screens.units import UnitScreen

        self.push_screen(UnitScreen(), self._chosen)

    def _chosen(self, link: Link | None) -> None:
        if link is not None:
            from briefing.domain.model import UnitKey

            self.show_unit(UnitKey.parse(link.ref))

    def show_unit(self, key: UnitKey) -> None:
        """Puts another unit in focus; the day follows when it is the latest of its figures.

        A day until which things are known stays as it was asked for.

        A body has no figures of its own: its province's tasks are shown, by who leads them.
        """
        if not self._look(key, self.as_of, self.known_on) or self.view.unit == key:
            return
        from briefing.screens.tasks import TasksScreen

        self.action_tab("tasks")
        if isinstance(self.screen, TasksScreen):
            self.screen.group_by_lead()

    def action_date(self) -> None:
        """Moves the day judged on, the day known by, or both."""
        from briefing.screens.day import DayScreen

        self.push_screen(DayScreen(), self._dated)

    def _dated(self, link: Link | None) -> None:
        if link is None:
            return
        from briefing.screens.day import chosen_days

        self._look(self.view.unit, *chosen_days(link))

    def look_again(self) -> None:
        """The same unit and days anew: there may be newer figures than the newest so far."""
        self._look(self.view.unit, self.as_of, self.known_on)

    def _look(self, key: UnitKey, as_of: AsOf, known_on: date | None) -> bool:
        """Puts a unit and both days in force; for a body, its province.

        Leaves all as they are when the database is gone, and returns ``False``.
        """
        from briefing.store.errors import StoreError

        if self._take_foreseen(key, as_of, known_on):
            return True
        session = self.session
        before = session.view, session.as_of, session.known_on, session.state
        try:
            with self.open_reader() as reader, reader.one_moment():
                session.view = self.desk.view(reader, shown_for(key, reader), as_of, known_on)
                session.as_of, session.known_on = as_of, known_on
                session.state = reader.state()
                self._read_at_once(reader)
        except StoreError as error:
            session.view, session.as_of, session.known_on, session.state = before
            self.show_error(error)
            return False
        self.refresh_screen()
        return True

    def foresee(self, key: UnitKey) -> None:
        """Reads the briefing of a unit on which the cursor of a dialog rests."""
        if self._foresight is None:
            self._foresight = Foresight(self)
        self._foresight.look_at(key)

    def _take_foreseen(self, key: UnitKey, as_of: AsOf, known_on: date | None) -> bool:
        """Puts in force what was read while the cursor stood on it; whether there was anything."""
        from briefing.screens.overview import BriefingPage

        if self._foresight is None:
            return False
        foreseen = self._foresight.answer(key, as_of, known_on)
        if foreseen is None or not isinstance(self.screen, BriefingPage):
            return False
        session = self.session
        session.view, session.state = foreseen.view, foreseen.state
        session.as_of, session.known_on = as_of, known_on
        self.remember(self.screen.memory_key(), foreseen.briefing)
        self.refresh_screen()
        return True

    def _read_at_once(self, reader: Reader) -> None:
        """Reads the answer of the tab in front, a few milliseconds, for the view just put in force.

        A worker would begin only after the old page has been painted again, as a whole and twice.
        """
        page = self.screen
        if isinstance(page, PageScreen) and page.TAB and page.memory_key() not in self.memory:
            self.remember(page.memory_key(), page.fetch(reader))

    def action_theme(self) -> None:
        """Goes from the dark to the light to the high-contrast theme, and round again."""
        names = [theme.name for theme in THEMES.values()]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]

    def action_language(self) -> None:
        """Switches between Vietnamese and English."""
        other = Language.EN if self.tr.language is Language.VI else Language.VI
        self.tr = translator(other)
        if isinstance(self.screen, PageScreen):
            self.screen.render_page(keep=True)

    def action_help(self) -> None:
        """Shows keys, glyphs and rules."""
        from briefing.screens.guide import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen())
