"""The line of text in a dialog: takes keys one by one, from people and from input methods."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import BindingsMap
from textual.widgets import Input

from briefing.domain.spelling import nfc
from briefing.input_methods import EMPTY

BACKSPACE = "backspace"
LONGEST = 200
"""Characters of a paste that count; no name is as long."""


class Field(Input):
    """An input that has done what a key says when :meth:`take` returns.

    Textual inserts letters at once and erases later, when a key has been through four queues; what
    an input method sends, backspaces and letters in one burst, would come out wrong. Letters are
    kept as they are sent, composed or apart, because input methods count them when they erase.
    """

    EDITING: ClassVar[dict[str, str]] = {
        key: found[0].action for key, found in BindingsMap(Input.BINDINGS).key_to_bindings.items()
    }
    """What Textual's own editing keys do."""

    async def take(self, event: events.Key) -> None:
        """Inserts a letter, or edits; a key that does neither is nobody's."""
        self._restart_blink()
        letter = event.character or ""
        if letter == "\N{NO-BREAK SPACE}":
            letter = " "
        if letter in EMPTY or (letter and letter.isprintable()):
            self.type_text(letter)
        elif event.key in self.EDITING:
            await self.run_action(self.EDITING[event.key])

    def paste(self, text: str) -> None:
        """Inserts what was pasted as one line: line ends and control characters part words."""
        shown = "".join(c if c.isprintable() else " " for c in nfc(text[:LONGEST]))
        self.type_text(" ".join(shown.split()))

    def type_text(self, text: str) -> None:
        """Puts ``text`` in place of the selection, or at the cursor."""
        start, end = sorted(self.selection)
        self.replace(text, start, end)

    @property
    def text(self) -> str:
        """What was typed, composed, without what input methods leave behind."""
        plain = self.value.translate({ord(c): None for c in EMPTY})
        return nfc(plain)
