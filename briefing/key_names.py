"""From a key as people write it in ``config.yaml`` to the name by which a terminal's key is known.

Only what every terminal can be relied on to send is taken: letters, digits and marks, F1 to F12,
Ctrl with a letter, and the named keys. Standard library only.
"""

from __future__ import annotations

import re
from string import ascii_letters, ascii_lowercase, digits

from briefing.commands import SIGNS, shown_key
from briefing.domain.spelling import nfc
from briefing.language import N_
from briefing.problems import Fault, nearest, quoted

NAMED = (
    "enter", "escape", "tab", "space", "up", "down", "left", "right", "pageup", "pagedown",
    "home", "end", "insert", "delete",
)  # fmt: skip
"""Keys with a name of their own; F1 to F12, letters, digits and marks come beside them."""

MOST_F = 12
KEYBOARD_F = 35
"""Function keys that some keyboards have, and those that terminals send alike."""

_SPELLINGS = {
    "esc": "escape", "return": "enter", "ret": "enter", "pgup": "pageup", "pgdn": "pagedown",
    "pgdown": "pagedown", "ins": "insert", "del": "delete", "spacebar": "space",
    "backspace": "backspace", "bksp": "backspace", "backtab": "shift+tab", "hyphen": "minus",
    "dash": "minus",
    "dot": "full_stop", "period": "full_stop", "equals": "equals_sign", "hash": "number_sign",
    "quote": "apostrophe", "backtick": "grave_accent", "question": "question_mark",
}  # fmt: skip
_MARKS = {
    **{sign: name for name, sign in SIGNS.items()},
    "-": "minus", "←": "left", "→": "right", "↑": "up", "↓": "down",
}  # fmt: skip
_MODIFIER = re.compile(r"(ctrl|control|shift|alt|option|meta|super|cmd|win)\s*[+-]\s*", re.I)
_FUNCTION = re.compile(r"f0*(\d{1,3})")
_SAME = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+j": "enter",
    "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "escape",
}

CHOOSE = N_("Chọn phím khác, như {free}.")

UNKNOWN_KEY_NAME = Fault(
    "unknown_key_name",
    N_("Không có phím nào tên “{name}”."),
    N_("Viết một chữ, một chữ số hay một dấu, F1 đến F12, Ctrl+ và một chữ, hoặc {known}."),
)
KEY_NOT_SENT = Fault(
    "key_not_sent",
    N_("Nhiều thiết bị đầu cuối không gửi phím {key}, hoặc giữ lại dùng riêng."),
    N_("Chọn phím luôn đến nơi, như {free}: F1 đến F12, Ctrl+ và một chữ, hoặc một dấu."),
)
KEY_NOT_ON_KEYBOARDS = Fault(
    "key_not_on_keyboards",
    N_("Phím “{key}” không có trên mọi bàn phím, và bộ gõ tiếng Việt cũng gửi chữ này."),
    CHOOSE,
)
SAME_KEY = Fault("same_key", N_("Trong thiết bị đầu cuối, phím {key} chính là {same}."), CHOOSE)
KEY_TELLS_HOW_TO_LEAVE = Fault(
    "key_tells_how_to_leave",
    N_("Phím {key} luôn cho biết cách thoát nên không gán lại được."),
    CHOOSE,
)
KEY_SUSPENDS = Fault("key_suspends", N_("Phím {key} dành cho việc tạm dừng chương trình."), CHOOSE)
KEY_STOPS_OUTPUT = Fault(
    "key_stops_output", N_("Phím {key} làm nhiều thiết bị đầu cuối ngừng hiện chữ."), CHOOSE
)
KEY_ERASES = Fault(
    "key_erases",
    N_("Bộ gõ tiếng Việt gửi phím {key} để viết lại chữ vừa gõ, nên nó không được gán việc gì."),
    CHOOSE,
)
KEY_SWITCHES_INPUT = Fault(
    "key_switches_input", N_("Nhiều bộ gõ dùng phím {key} để bật, tắt hoặc chuyển chế độ."), CHOOSE
)

_RESERVED = {
    "ctrl+c": KEY_TELLS_HOW_TO_LEAVE,
    "ctrl+z": KEY_SUSPENDS,
    "ctrl+s": KEY_STOPS_OUTPUT,
    "backspace": KEY_ERASES,
    "ctrl+space": KEY_SWITCHES_INPUT,
    "ctrl+at": KEY_SWITCHES_INPUT,
}


class BadKey(Exception):
    """A key that cannot be given to any action: which mistake it is, and its parameters."""

    def __init__(self, fault: Fault, **params: str) -> None:
        super().__init__(fault.code)
        self.fault = fault
        self.params = params


def key_name(written: str) -> str:
    """Textual's name of the key that ``written`` means: ``/`` is ``slash``, ``Esc`` ``escape``.

    Raises :class:`BadKey` for what is no key, what many terminals do not send, and what is needed
    for something else.
    """
    text = nfc(written).strip()
    modifiers: set[str] = set()
    rest = "ctrl+" + text[1:] if len(text) == 2 and text[0] == "^" else text
    while found := _MODIFIER.match(rest):
        modifiers.add({"control": "ctrl"}.get(found[1].lower(), found[1].lower()))
        rest = rest[found.end() :]
    base = _base(rest, text)
    if "+" in base:
        modifiers.add("shift")
        base = base.removeprefix("shift+")
    return _combined(modifiers, base)


def _base(rest: str, text: str) -> str:
    """The key without modifiers."""
    if rest in _MARKS:
        return _MARKS[rest]
    if len(rest) == 1:
        if rest in ascii_letters + digits:
            return rest
        if rest.isprintable():
            raise BadKey(KEY_NOT_ON_KEYBOARDS, key=quoted(rest))
    bare = _squeezed(rest)
    function = _FUNCTION.fullmatch(bare)
    if function and 1 <= int(function[1]) <= KEYBOARD_F:
        return f"f{int(function[1])}"
    if bare in _SPELLINGS:
        return _SPELLINGS[bare]
    by_squeezed = {_squeezed(name): name for name in (*NAMED, *SIGNS)}
    if bare in by_squeezed:
        return by_squeezed[bare]
    known = (*NAMED, *SIGNS, *_SPELLINGS)
    raise BadKey(
        UNKNOWN_KEY_NAME,
        name=quoted(text),
        known=", ".join(NAMED),
        suggestion=nearest(rest.casefold(), known) if len(rest) > 2 else "",
    )


def _squeezed(name: str) -> str:
    return re.sub(r"[\s_-]", "", name.casefold())


def _combined(modifiers: set[str], base: str) -> str:
    """The name with its modifiers, when such a key can be had."""
    if modifiers == {"ctrl"}:
        base = base.lower()
    if modifiers == {"shift"} and base in ascii_lowercase:
        return base.upper()
    name = "+".join([*sorted(modifiers), base])
    if name in _SAME:
        raise BadKey(SAME_KEY, key=shown_key(name), same=shown_key(_SAME[name]))
    if name in _RESERVED:
        raise BadKey(_RESERVED[name], key=shown_key(name))
    if not _is_sent(modifiers, base):
        raise BadKey(KEY_NOT_SENT, key=shown_key(name))
    return name


def _is_sent(modifiers: set[str], base: str) -> bool:
    if base.startswith("f") and base[1:].isdigit():
        return not modifiers and int(base[1:]) <= MOST_F
    if modifiers == {"ctrl"}:
        return (len(base) == 1 and base.isalpha()) or base in ("home", "end")
    return not modifiers or (modifiers == {"shift"} and base == "tab")
