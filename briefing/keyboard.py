"""What is typed, one after the other: to the dialog in front, or to the action it stands for.

Textual hands a key from queue to queue, widget to screen to app, and an action behind it runs when
the next keys have long been handed elsewhere: in a burst, a backspace erases what was typed after
it, and the first letters for a dialog reach the page below. Here each key is done with before the
next is looked at, and waits while the screen in front is being built.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.screen import ModalScreen

from briefing.commands import COMMANDS, TABS, Command, in_force, shown_keys
from briefing.language import Translator
from briefing.screens.page_screen import PageScreen
from briefing.sturdy import Sturdy
from briefing.widgets.line_view import LineView

if TYPE_CHECKING:
    from briefing.input_methods import Rewriting

LISTED = frozenset(
    ("open", "down", "up", "page_down", "page_up", "top", "bottom", "source", "copy", "edit")
)
"""Actions on the line under the cursor: they wait for the page, as those of one screen only do."""

LEAVING = frozenset(("back", "quit", *TABS))
"""Actions that leave a page; they do not wait for one that does not come."""

SIDEWAYS = {("open", "right"): 1, ("open", "l"): 1, ("back", "left"): -1, ("back", "h"): -1}
"""Keys of actions that travel a map east and west where there is one; Enter and Esc never do."""

PATIENCE = 1.0
"""Seconds after which a page is taken not to come."""

Typed = events.Key | events.Paste


class Keyboard(Sturdy):
    """Turns keys into actions, exactly in their order."""

    tr: Translator
    keys_in_force: Mapping[str, tuple[str, ...]]

    def give_keys(self, remapped: Mapping[str, Sequence[str]], *, editor: bool) -> None:
        """Puts keys in force: the ``remapped`` actions' own, everybody else's as they come."""
        self.keys_in_force = in_force(remapped, editor=editor)
        self._behind: dict[str, list[Command]] = {}
        for command in COMMANDS:
            for key in self.keys_in_force.get(command.id, ()):
                self._behind.setdefault(key, []).append(command)
        self._waiting: deque[Typed] = deque()
        self._goes_on = False
        """Whether the next of what waits is about to be taken."""
        self._rewriting: Rewriting | None = None

    async def on_event(self, event: events.Event) -> None:
        """Takes what is typed; leaves all else to Textual."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self.app_focus = True
        if self._waiting and self._hurries(event):
            self._waiting.clear()
        self._waiting.extend(_apart(event))
        self.go_on_soon()

    def _hurries(self, event: Typed) -> bool:
        """Whether ``event`` leaves a page that does not come, whatever waits for it."""
        first = self._waiting[0]
        if isinstance(self.screen, ModalScreen) or self._can_take(first):
            return False
        commands = self._behind.get(event.key, ()) if isinstance(event, events.Key) else ()
        late = event.time - first.time > PATIENCE
        return late and any(command.id in LEAVING for command in commands)

    def go_on_soon(self) -> None:
        """Says that the screen in front is ready, or another one is in front.

        The next of what waits comes behind what is under way: what a dialog has chosen is in force
        before another key looks at the page.
        """
        if self._waiting and not self._goes_on:
            self._goes_on = True
            self.call_next(self.go_on)

    async def go_on(self) -> None:
        """Takes the next of what waits, when the screen in front is ready for it."""
        self._goes_on = False
        if not self._waiting or not self._can_take(self._waiting[0]):
            return
        typed = self._waiting.popleft()
        screen = self.screen
        if isinstance(screen, ModalScreen):
            from briefing.screens.dialog import Dialog

            assert isinstance(screen, Dialog)
            await screen.take(typed)
        elif isinstance(typed, events.Key):
            await self._act(typed)
        else:
            self._say_instead_of(typed.text)
        self.go_on_soon()  # after what this one has set going

    def _can_take(self, typed: Typed) -> bool:
        screen = self.screen
        if isinstance(screen, ModalScreen):
            from briefing.screens.dialog import Dialog

            return isinstance(screen, Dialog) and screen.is_ready
        if isinstance(screen, PageScreen) and isinstance(typed, events.Key):
            commands = self._behind.get(typed.key, ())
            return screen.is_ready or not any(
                command.id in LISTED or (command.tab and command.tab == screen.TAB)
                for command in commands
            )
        return True

    async def _act(self, event: events.Key) -> None:
        """Does what a key stands for on the page in front."""
        if self._rewriting is None:
            from briefing.input_methods import Rewriting

            self._rewriting = Rewriting()
        if self._rewriting.takes(event.key, event.character, event.time):
            self._say_instead_of(event.character or "")
            return
        for command in self._behind.get(event.key, ()):
            if not self._holds_here(command):
                continue
            if self._goes_sideways(command, event.key) or await self.run_action(command.action):
                return
        for priority in (True, False):
            if await self._check_bindings(event.key, priority=priority):
                return
        self._say_instead_of(event.character or "")

    def _goes_sideways(self, command: Command, key: str) -> bool:
        """Whether a key that elsewhere opens or leaves has moved the cursor of a map."""
        direction = SIDEWAYS.get((command.id, key))
        if direction is None:
            return False
        return any(view.sideways(direction) for view in self.screen.query(LineView))

    def _holds_here(self, command: Command) -> bool:
        return not command.tab or getattr(self.screen, "TAB", "") == command.tab

    def _say_instead_of(self, text: str) -> None:
        """Quietly, when an input method has rewritten a key: which keys always arrive."""
        screen = self.screen
        if isinstance(screen, PageScreen) and not text.isascii():
            from briefing.input_methods import instead_of

            said = instead_of(text, self.keys_in_force, screen.TAB, self.tr)
            if said:
                screen.say(said)

    async def action_quit(self) -> None:
        """Leaves; what was typed behind it is for nobody."""
        self._waiting.clear()
        await super().action_quit()

    def action_help_quit(self) -> None:
        """Ctrl+C says how to leave, in the user's language."""
        if isinstance(self.screen, PageScreen):
            quits = shown_keys(self.keys_in_force["quit"])
            said = self.tr.gettext("Nhấn {key} hoặc {other} để thoát.")
            self.screen.say(said.format(key=quits[0], other=quits[-1]))

    def quits(self, key: str) -> bool:
        """Whether a key that types no text leaves the program, in a dialog too."""
        return any(command.id == "quit" for command in self._behind.get(key, ()))


def _apart(event: Typed) -> Iterable[Typed]:
    """What was really pressed.

    Escape and a letter that arrive together look like Alt and the letter; they come one by one. An
    Enter typed before the terminal was the program's own comes as the end of a line, Ctrl+J.
    """
    if not isinstance(event, events.Key):
        return (event,)
    if event.key == "ctrl+j":
        return (events.Key("enter", "\r"),)
    if event.key.startswith("alt+") and event.character:
        from textual.keys import _character_to_key

        return (
            events.Key("escape", "\x1b"),
            events.Key(_character_to_key(event.character), event.character),
        )
    return (event,)
