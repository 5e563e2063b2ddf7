"""What Vietnamese input methods make of the keys of a terminal. Standard library only.

UniKey, OpenKey and their like watch the keyboard and, when a tone or a hat is typed, send
backspaces and the letters as they are to be read; a terminal never sees the key that was pressed.
On a page, where no text is typed, such a key cannot be known for certain: ``á`` is Telex ``s`` or
VNI ``1``. It is not guessed; the user is told which keys always arrive.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.commands import BY_ID, is_rewritten, shown_key
from briefing.language import Translator

EMPTY = ("\N{NARROW NO-BREAK SPACE}", "\N{ZERO WIDTH NON-JOINER}")
"""Characters that OpenKey and its like send first and then erase with the rest."""

BURST = 0.05
"""Seconds within which an input method's backspaces and letters follow each other; fingers do not.
"""

_MARKS = {
    "\N{COMBINING ACUTE ACCENT}": ("s", "1"),
    "\N{COMBINING GRAVE ACCENT}": ("f", "2"),
    "\N{COMBINING HOOK ABOVE}": ("r", "3"),
    "\N{COMBINING TILDE}": ("x", "4"),
    "\N{COMBINING DOT BELOW}": ("j", "5"),
    "\N{COMBINING CIRCUMFLEX ACCENT}": ("6",),
    "\N{COMBINING HORN}": ("w", "7"),
    "\N{COMBINING BREVE}": ("w", "8"),
}
"""The Telex and the VNI key behind each mark; a hat in Telex is its vowel once more."""


def keys_behind(text: str) -> tuple[str, ...]:
    """The keys, Telex and VNI, that may have been pressed to get ``text``; none for plain text."""
    import unicodedata

    found: dict[str, None] = {}
    base = ""
    for character in unicodedata.normalize("NFD", text.lower()):
        if character == "đ":
            found.update(dict.fromkeys(("d", "9")))
        elif character in _MARKS:
            if character == "\N{COMBINING CIRCUMFLEX ACCENT}" and base:
                found[base] = None
            found.update(dict.fromkeys(_MARKS[character]))
        else:
            base = character
    return tuple(found)


def instead_of(
    text: str, keys: Mapping[str, Sequence[str]], tab: str | None, tr: Translator
) -> str:
    """What to press instead of the key that became ``text``, for the actions of a screen.

    ``keys`` are those in force; ``tab`` is the screen's, for the actions that only it has. Empty
    for plain text.
    """
    pressed = keys_behind(text)
    if not pressed:
        return ""
    hints = [
        tr.gettext("{safe} thay cho {key}").format(safe=safe_key(known), key=key)
        for key in pressed
        for action, known in keys.items()
        if key in known and BY_ID[action].tab in ("", tab)
    ]
    if hints:
        return tr.gettext("Bộ gõ tiếng Việt đang bật: dùng {instead}.").format(
            instead=", ".join(hints)
        )
    return tr.gettext(
        "Bộ gõ tiếng Việt đang bật, chữ và số có thể bị viết lại: tắt bộ gõ, "
        "hoặc xem các phím khác ở {help}."
    ).format(help=safe_key(keys["help"]))


def safe_key(keys: Sequence[str]) -> str:
    """The first key that no input method rewrites, as people know it."""
    return shown_key(next((key for key in keys if not is_rewritten(key)), keys[-1]))


class Rewriting:
    """Follows what is typed on a page, to tell an input method's rewriting from keys pressed.

    When a tone moves, plain letters are sent again along with the composed one: ``hoá`` and ``n``
    become backspace, backspace, ``o``, ``á``, ``n``. Letters that follow backspaces at once, as
    many as were erased, are such text and stand for no action.
    """

    def __init__(self) -> None:
        self._erased = 0
        self._last = float("-inf")

    def takes(self, key: str, character: str | None, time: float) -> bool:
        """Whether a key typed at ``time`` (seconds) is part of a rewriting."""
        at_once = time - self._last <= BURST
        self._last = time
        if key == "backspace":
            self._erased = self._erased + 1 if at_once else 1
            return True
        if not at_once or not self._erased or not character:
            self._erased = 0
            return False
        self._erased -= 1
        return True
