"""Which keys ``config.yaml`` may give to which action; clashes are refused by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.commands import ALWAYS, BY_ID, in_force, is_rewritten, shown_key
from briefing.domain.value import value
from briefing.key_names import CHOOSE, BadKey, key_name
from briefing.language import N_
from briefing.problems import Fault

LEAST = 2
"""Keys of an action."""

SPARE = (
    "f10", "f11", "f12", "ctrl+e", "ctrl+r", "ctrl+o", "ctrl+x", "ctrl+d",
)  # fmt: skip
"""Keys proposed where one is wanting; the first that is still free."""

KEY_ALWAYS_OF = Fault(
    "key_always_of",
    N_("Phím {key} luôn là phím của “{owner}”, trên mọi màn hình và trong hộp thoại."),
    CHOOSE,
)
KEY_TWICE = Fault(
    "key_twice", N_("Phím {key} được viết hai lần cho “{action}”."), N_("Bỏ bớt một lần.")
)
KEY_CLASH = Fault(
    "key_clash",
    N_("Phím {key} được gán cho cả “{other}” và “{action}”."),
    N_("Giữ phím này ở một thao tác; với thao tác kia viết chẳng hạn {example}."),
)
KEY_TAKEN = Fault(
    "key_taken",
    N_("Phím {key} gán cho “{action}” đang là phím của “{other}”."),
    N_("Chọn phím khác, như {free}; hoặc gán luôn phím khác cho “{other}”: {example}."),
)
TOO_FEW_KEYS = Fault(
    "too_few_keys",
    N_("“{action}” chỉ có một phím; mỗi thao tác cần ít nhất hai."),
    N_("Thêm một phím phòng khi bộ gõ Telex hay VNI viết lại phím kia: {example}."),
)
NO_SAFE_KEY = Fault(
    "no_safe_key",
    N_("“{action}” chỉ có phím chữ và số: bộ gõ Telex hay VNI viết lại chúng sau nguyên âm."),
    N_("Thêm một phím không phải chữ hay số: {example}."),
)


@value
class KeyMistake:
    """What is wrong with the keys of one action."""

    action: str
    fault: Fault
    params: Mapping[str, str]


def check_keys(
    written: Mapping[str, Sequence[str]],
) -> tuple[dict[str, tuple[str, ...]], list[KeyMistake]]:
    """The keys of each remapped action by Textual's names, and every mistake in them.

    ``written`` gives each known action's keys as they stand in the file.
    """
    return _Keys(written).checked()


class _Keys:
    def __init__(self, written: Mapping[str, Sequence[str]]) -> None:
        self._written = written
        self._mistakes: list[KeyMistake] = []
        self._named: dict[str, tuple[str, ...]] = {}

    def checked(self) -> tuple[dict[str, tuple[str, ...]], list[KeyMistake]]:
        self._named = {action: self._names(action) for action in self._written}
        self._all = in_force(self._named)
        for action in self._named:
            self._check_clashes(action)
            self._check_number(action)
        return self._named, [self._with_example(mistake) for mistake in self._mistakes]

    def _add(self, action: str, fault: Fault, **params: str) -> None:
        self._mistakes.append(KeyMistake(action, fault, {"action": action, **params}))

    def _names(self, action: str) -> tuple[str, ...]:
        names: list[str] = []
        for key in self._written[action]:
            try:
                name = key_name(key)
            except BadKey as bad:
                self._add(action, bad.fault, **bad.params)
                continue
            owner = ALWAYS.get(name, action)
            if owner != action:
                self._add(action, KEY_ALWAYS_OF, key=shown_key(name), owner=owner)
            elif name in names:
                self._add(action, KEY_TWICE, key=shown_key(name))
            else:
                names.append(name)
        return tuple(names)

    def _check_clashes(self, action: str) -> None:
        earlier = list(self._named)[: list(self._named).index(action)]
        for key in self._named[action]:
            for other, keys in self._all.items():
                if key not in keys or not _meet(action, other) or other == action:
                    continue
                if other not in self._named:
                    self._add(action, KEY_TAKEN, key=shown_key(key), other=other)
                elif other in earlier:
                    self._add(action, KEY_CLASH, key=shown_key(key), other=other)

    def _check_number(self, action: str) -> None:
        keys = self._all[action]
        if len(self._written[action]) > len(self._named[action]):
            return  # some key is wrong already: how many there are is known when it is mended
        if len(keys) < LEAST:
            self._add(action, TOO_FEW_KEYS)
        elif all(map(is_rewritten, keys)):
            self._add(action, NO_SAFE_KEY)

    def _with_example(self, mistake: KeyMistake) -> KeyMistake:
        """The mistake with a free key, and with what to write for the action that needs others."""
        taken = {key for keys in self._all.values() for key in keys}
        free = [key for key in SPARE if key not in taken]
        params = dict(mistake.params)
        params["free"] = shown_key(free[0]) if free else "F12"
        action = params["other"] if mistake.fault is KEY_TAKEN else mistake.action
        clashing = params.get("key", "")
        kept = [key for key in self._all[action] if shown_key(key) != clashing]
        kept = [key for key in kept if ALWAYS.get(key) != action] or kept
        while len(kept) < LEAST or all(map(is_rewritten, kept)):
            if not free:
                break
            kept.append(free.pop(0))
        params["example"] = f'{action}: "{", ".join(map(_written, kept))}"'
        return KeyMistake(mistake.action, mistake.fault, params)


def _meet(one: str, other: str) -> bool:
    """Whether two actions can be asked for on the same screen."""
    tabs = BY_ID[one].tab, BY_ID[other].tab
    return "" in tabs or tabs[0] == tabs[1]


def _written(key: str) -> str:
    """A key as a file may write it between quotes and commas."""
    if key in ("comma", "quotation_mark", "backslash", "minus"):
        return key
    return shown_key(key)
