"""Reading ``config.yaml`` strictly. Imports PyYAML: only for a file that has changed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TypeVar

from briefing import settings_values as kinds
from briefing.language import Language
from briefing.problems import Fault, Problem, SettingsError, listed, nearest, quoted
from briefing.settings import (
    ACCESS,
    CONFIG,
    DEFAULT_DATABASE,
    MOST_UNITS,
    NO_WORKSPACE,
    REPORTING_PERIODS,
    THEMES,
    Settings,
)
from briefing.settings_faults import COMPARE_SIZE, GROUP_SIZE, UNKNOWN_ACTION
from briefing.settings_keys import check_keys
from briefing.workspace import text_file, yaml_tree
from briefing.workspace.faults import reading, values
from briefing.workspace.fingerprint import config_bytes

NO_KEYS: tuple[str, ...] = ()
NO_UNITS: tuple[str, ...] = ()
LEAST_PEERS = 2
KEYS = (
    "unit",
    "compare",
    "language",
    "theme",
    "access",
    "ascii",
    "instant",
    "as_of",
    "database",
    "at_risk_share",
    "due_soon_working_days",
    "reporting_periods",
    "peer_groups",
    "keys",
)

T = TypeVar("T")


def read(root: Path, actions: Collection[str]) -> Settings:
    """The settings in ``root``'s ``config.yaml``. See :func:`briefing.settings.load_settings`."""
    try:
        content = config_bytes(root)
    except FileNotFoundError:
        raise SettingsError([Problem(path=CONFIG, fault=NO_WORKSPACE)]) from None
    except OSError as error:
        params = {"number": error.errno or 0}
        raise SettingsError(
            [Problem(path=CONFIG, fault=reading.UNREADABLE, params=params)]
        ) from None
    text = text_file.decode(CONFIG, content)
    if isinstance(text, Problem):
        raise SettingsError([text])
    problems: list[Problem] = []
    tree = yaml_tree.parse(CONFIG, text, problems)
    if tree is None:
        raise SettingsError(problems)
    settings = _Config(tree, actions, problems).settings(root)
    if problems:
        raise SettingsError(problems)
    return settings


class _Config:
    """A parsed ``config.yaml`` and the mistakes found in it so far."""

    def __init__(
        self, tree: yaml_tree.Node, actions: Collection[str], problems: list[Problem]
    ) -> None:
        self._tree = tree
        self._known_actions = actions
        self._problems = problems

    def settings(self, root: Path) -> Settings:
        """What the file says, with defaults where it says nothing or is wrong."""
        tree = self._tree
        if not isinstance(tree, yaml_tree.MapNode):
            self._add(values.NOT_MAPPING, (), (tree.line, tree.column), {})
        else:
            for name in tree.entries:
                if name not in KEYS:
                    self._unknown(values.UNKNOWN_KEY, (name,), KEYS)
            if "unit" not in tree.entries:
                place = (tree.line, tree.column)
                self._add(values.MISSING_KEY, ("unit",), place, {"name": "unit"})
        return Settings(
            root=root,
            unit=self._get("unit", kinds.text, ""),
            compare=self._get("compare", self._units, ()),
            language=self._get("language", kinds.one_of(tuple(Language)), Language.VI),
            theme=self._get("theme", kinds.one_of(THEMES), "dark"),
            access=self._get("access", kinds.one_of(ACCESS), "viewer"),
            ascii=self._get("ascii", kinds.truth, None),
            instant=self._get("instant", kinds.truth, True),
            as_of=self._get("as_of", kinds.as_of, "latest"),
            database=root / self._get("database", kinds.database, DEFAULT_DATABASE),
            at_risk_share=self._get("at_risk_share", kinds.share, 0.10),
            due_soon_working_days=self._get("due_soon_working_days", kinds.working_days, 10),
            reporting_periods=self._get(
                "reporting_periods", kinds.one_of(REPORTING_PERIODS), "cutoff"
            ),
            peer_groups=self._get("peer_groups", self._groups, {}),
            keys=self._get("keys", self._actions, {}),
        )

    def _get(self, key: str, read: Callable[[yaml_tree.Node, yaml_tree.Loc], T], default: T) -> T:
        node = yaml_tree.find(self._tree, (key,))
        return default if node is None else self._try(read, node, (key,), default)

    def _try(
        self,
        read: Callable[[yaml_tree.Node, yaml_tree.Loc], T],
        node: yaml_tree.Node,
        loc: yaml_tree.Loc,
        default: T,
    ) -> T:
        try:
            return read(node, loc)
        except kinds.Wrong as wrong:
            place = yaml_tree.place(self._tree, wrong.loc)
            self._add(wrong.fault, wrong.loc, place, wrong.params)
            return default

    def _units(self, node: yaml_tree.Node, loc: yaml_tree.Loc) -> tuple[str, ...]:
        if not isinstance(node, yaml_tree.ListNode):
            raise kinds.Wrong(loc, values.NOT_LIST)
        if node.items and not 2 <= len(node.items) <= MOST_UNITS:
            raise kinds.Wrong(loc, COMPARE_SIZE, limit=MOST_UNITS, found=len(node.items))
        return self._codes(node, loc)

    def _groups(self, node: yaml_tree.Node, loc: yaml_tree.Loc) -> dict[str, tuple[str, ...]]:
        """The peer groups: each a name with two units or more."""
        if not isinstance(node, yaml_tree.MapNode):
            raise kinds.Wrong(loc, values.NOT_MAPPING)
        return {
            name: self._try(self._peers, entry, (*loc, name), NO_UNITS)
            for name, entry in node.entries.items()
        }

    def _peers(self, node: yaml_tree.Node, loc: yaml_tree.Loc) -> tuple[str, ...]:
        if not isinstance(node, yaml_tree.ListNode):
            raise kinds.Wrong(loc, values.NOT_LIST)
        if len(node.items) < LEAST_PEERS:
            found = len(node.items)
            raise kinds.Wrong(loc, GROUP_SIZE, name=quoted(str(loc[-1])), found=found)
        return self._codes(node, loc)

    def _codes(self, node: yaml_tree.ListNode, loc: yaml_tree.Loc) -> tuple[str, ...]:
        codes: list[str] = []
        for index, item in enumerate(node.items):
            code = self._try(kinds.text, item, (*loc, index), "")
            if code and code in codes:
                wrong = kinds.Wrong((*loc, index), values.LISTED_TWICE, value=quoted(code))
                self._add(wrong.fault, wrong.loc, (item.line, item.column), wrong.params)
            codes.append(code)
        return tuple(codes)

    def _actions(self, node: yaml_tree.Node, loc: yaml_tree.Loc) -> dict[str, tuple[str, ...]]:
        if not isinstance(node, yaml_tree.MapNode):
            raise kinds.Wrong(loc, values.NOT_MAPPING)
        written: dict[str, tuple[str, ...]] = {}
        for action, entry in node.entries.items():
            if self._known_actions and action not in self._known_actions:
                self._unknown(UNKNOWN_ACTION, (*loc, action), self._known_actions)
            elif keys := self._try(_keys, entry, (*loc, action), NO_KEYS):
                written[action] = keys
        if not self._known_actions:
            return written
        named, mistakes = check_keys(written)
        for mistake in mistakes:
            place = yaml_tree.place(self._tree, (*loc, mistake.action))
            self._add(mistake.fault, (*loc, mistake.action), place, dict(mistake.params))
        return named

    def _unknown(self, fault: Fault, loc: yaml_tree.Loc, known: Collection[str]) -> None:
        name = str(loc[-1])
        params: dict[str, str | int] = {
            "name": quoted(name),
            "known": listed(known),
            "suggestion": nearest(name, known),
        }
        self._add(fault, loc, yaml_tree.key_place(self._tree, loc), params)

    def _add(
        self,
        fault: Fault,
        loc: yaml_tree.Loc,
        place: tuple[int, int],
        params: dict[str, str | int],
    ) -> None:
        self._problems.append(
            Problem(
                path=CONFIG,
                fault=fault,
                line=place[0],
                column=place[1],
                key=yaml_tree.key_path(loc),
                params=params,
            )
        )


def _keys(node: yaml_tree.Node, loc: yaml_tree.Loc) -> tuple[str, ...]:
    """An action's keys as written: one text with commas, or a list."""
    if isinstance(node, yaml_tree.ListNode):
        keys = tuple(kinds.text(item, (*loc, index)) for index, item in enumerate(node.items))
    else:
        keys = tuple(key.strip() for key in kinds.text(node, loc).split(","))
    if not keys or not all(keys):
        raise kinds.Wrong(loc, values.EMPTY)
    return keys
