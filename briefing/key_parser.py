"""What a terminal sends, as keys: Escape is always Escape, whatever is typed right behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

ESC = "\x1b"
PASTE, PASTED = ESC + "[200~", ESC + "[201~"
"""Around what is pasted."""
_REST = "[27u"
ESCAPE = ESC + _REST
"""Escape as terminals send it that tell it from the beginning of another key."""
_ALONE = re.compile(f"{ESC}(?=[^\\[O])")
"""An Escape that begins no key."""


class KeyParser(XTermParser):
    """Textual's parser, told of each Escape that no key begins with.

    Textual 8.2 takes Escape and what comes within a tenth of a second for one key: of Escape and 5
    it makes "∞", of Escape and a sign the sign, of an Escape behind another one "^". No key here is
    pressed together with Alt.
    """

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._open = False
        """Whether the last that came was an Escape, which may begin a key."""
        self._pasting = False
        self._held = ""
        """What may be the beginning of the end of what is pasted."""

    def feed(self, data: str) -> Iterable[Message]:
        """The messages that ``data`` completes; nothing ends the stream."""
        told = "".join(self._told_apart(data))
        return super().feed(told) if told or not data else ()

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        if sequence == ESCAPE:
            return (events.Key("escape", ESC),)
        return super()._sequence_to_key_events(sequence, alt)

    def _told_apart(self, data: str) -> Iterable[str]:
        """``data`` with every lone Escape told as one; what is pasted is kept without any."""
        data, self._held = self._held + data, ""
        while data:
            if self._pasting:
                text, end, data = data.partition(PASTED)
                self._pasting = not end
                if not end:
                    text = self._without_end(text)
                yield text.replace(ESC, "") + end
            else:
                typed, begin, data = data.partition(PASTE)
                self._pasting = bool(begin)
                yield self._typed(typed + begin)

    def _typed(self, typed: str) -> str:
        was_open = self._open and self._timeout_time is not None
        self._open = typed.endswith(ESC)
        first = _REST if was_open and typed[0] not in "[O" else ""
        return first + _ALONE.sub(ESCAPE, typed)

    def _without_end(self, text: str) -> str:
        """Holds back what may begin the mark that ends it."""
        for size in range(len(PASTED) - 1, 0, -1):
            if text.endswith(PASTED[:size]):
                self._held = text[-size:]
                return text[:-size]
        return text
