"""Reading ``config.yaml`` strictly. Imports PyYAML: only for a file that has changed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TypeVar

from briefing.language import N_, Language
from briefing.problems import Fault, Problem, SettingsError, listed, nearest, quoted
from briefing.settings import (
    ACCESS,
    CONFIG,
    DEFAULT_DATABASE,
    MOST_DAYS,
    MOST_UNITS,
    NO_WORKSPACE,
    REPORTING_PERIODS,
    THEMES,
    Access,
    AsOf,
    ReportingPeriods,
    Settings,
    Theme,
)
from briefing.settings_keys import check_keys
from briefing.workspace import scalars, text_file, yaml_tree
from briefing.workspace.faults import reading, values
from briefing.workspace.fingerprint import SUFFIXES, config_bytes

BAD_SHARE = Fault(
    "bad_share",
    N_("“{value}” không phải một phần của 1."),
    N_("Viết số từ 0 đến 1 với dấu chấm: 0.10 là 10%."),
)
BAD_DAYS = Fault(
    "bad_days",
    N_("“{value}” không phải số ngày làm việc."),
    N_("Viết số nguyên từ 0 đến {limit}."),
)
BAD_AS_OF = Fault(
    "bad_as_of",
    N_("Không hiểu ngày xem số liệu “{value}”."),
    N_("Viết latest, today, hoặc một ngày như 2024-01-07."),
)
BAD_TRUTH = Fault(
    "bad_truth",
    N_("“{value}” không phải true hay false."),
    N_("Viết true hoặc false, không đặt trong nháy."),
)
COMPARE_SIZE = Fault(
    "compare_size",
    N_("So sánh cần từ hai đến {limit} đơn vị, ở đây có {found}."),
    N_("Thêm hoặc bớt mã đơn vị."),
)
DATABASE_IS_DATA = Fault(
    "database_is_data",
    N_("Cơ sở dữ liệu không được là tệp “{value}”: đuôi này dành cho tệp dữ liệu."),
    N_("Đặt tên khác, như data/briefing.db."),
)
UNKNOWN_ACTION = Fault(
    "unknown_action",
    N_("Không có thao tác “{name}”."),
    N_("Các thao tác: {known}."),
)

NO_KEYS: tuple[str, ...] = ()
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
    "keys",
)

T = TypeVar("T")


class _Wrong(Exception):
    """A value that cannot be taken, before it is entered among the problems."""

    def __init__(self, loc: yaml_tree.Loc, fault: Fault, **params: str | int) -> None:
        super().__init__(fault.code)
        self.loc = loc
        self.fault = fault
        self.params = params


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
            unit=self._get("unit", _text, ""),
            compare=self._get("compare", self._units, ()),
            language=self._get("language", _language, Language.VI),
            theme=self._get("theme", _theme, "dark"),
            access=self._get("access", _access, "viewer"),
            ascii=self._get("ascii", _truth, None),
            instant=self._get("instant", _truth, True),
            as_of=self._get("as_of", _as_of, "latest"),
            database=root / self._get("database", _database, DEFAULT_DATABASE),
            at_risk_share=self._get("at_risk_share", _share, 0.10),
            due_soon_working_days=self._get("due_soon_working_days", _days, 10),
            reporting_periods=self._get("reporting_periods", _reporting_periods, "cutoff"),
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
        except _Wrong as wrong:
            place = yaml_tree.place(self._tree, wrong.loc)
            self._add(wrong.fault, wrong.loc, place, wrong.params)
            return default

    def _units(self, node: yaml_tree.Node, loc: yaml_tree.Loc) -> tuple[str, ...]:
        if not isinstance(node, yaml_tree.ListNode):
            raise _Wrong(loc, values.NOT_LIST)
        if node.items and not 2 <= len(node.items) <= MOST_UNITS:
            raise _Wrong(loc, COMPARE_SIZE, limit=MOST_UNITS, found=len(node.items))
        codes: list[str] = []
        for index, item in enumerate(node.items):
            code = self._try(_text, item, (*loc, index), "")
            if code and code in codes:
                wrong = _Wrong((*loc, index), values.LISTED_TWICE, value=quoted(code))
                self._add(wrong.fault, wrong.loc, (item.line, item.column), wrong.params)
            codes.append(code)
        return tuple(codes)

    def _actions(self, node: yaml_tree.Node, loc: yaml_tree.Loc) -> dict[str, tuple[str, ...]]:
        if not isinstance(node, yaml_tree.MapNode):
            raise _Wrong(loc, values.NOT_MAPPING)
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


def _text(node: yaml_tree.Node, loc: yaml_tree.Loc) -> str:
    if not isinstance(node, yaml_tree.ScalarNode):
        raise _Wrong(loc, values.NOT_TEXT)
    value = node.value
    if value is None or (isinstance(value, str) and not value.strip()):
        raise _Wrong(loc, values.EMPTY)
    if not isinstance(value, str) or (isinstance(value, scalars.Lookalike) and not value.isalpha()):
        raise _Wrong(loc, values.NEEDS_QUOTES, value=quoted(node.text))
    return value.strip()


def _language(node: yaml_tree.Node, loc: yaml_tree.Loc) -> Language:
    return Language(_choice(node, loc, tuple(Language)))


def _theme(node: yaml_tree.Node, loc: yaml_tree.Loc) -> Theme:
    named = _choice(node, loc, THEMES)
    return next(theme for theme in THEMES if theme == named)


def _access(node: yaml_tree.Node, loc: yaml_tree.Loc) -> Access:
    named = _choice(node, loc, ACCESS)
    return next(access for access in ACCESS if access == named)


def _reporting_periods(node: yaml_tree.Node, loc: yaml_tree.Loc) -> ReportingPeriods:
    named = _choice(node, loc, REPORTING_PERIODS)
    return next(rule for rule in REPORTING_PERIODS if rule == named)


def _truth(node: yaml_tree.Node, loc: yaml_tree.Loc) -> bool:
    if isinstance(node, yaml_tree.ScalarNode) and isinstance(node.value, bool):
        return node.value
    written = node.text if isinstance(node, yaml_tree.ScalarNode) else "…"
    raise _Wrong(loc, BAD_TRUTH, value=quoted(written))


def _choice(node: yaml_tree.Node, loc: yaml_tree.Loc, known: Collection[str]) -> str:
    word = _text(node, loc)
    if word in known:
        return word
    raise _Wrong(
        loc,
        values.NOT_CHOICE,
        value=quoted(word),
        known=listed(known),
        suggestion=nearest(word, known),
    )


def _as_of(node: yaml_tree.Node, loc: yaml_tree.Loc) -> AsOf:
    written = node.text if isinstance(node, yaml_tree.ScalarNode) else "…"
    day = scalars.iso_date(written)
    if day is not None:
        return day
    if written == "latest":
        return "latest"
    if written == "today":
        return "today"
    raise _Wrong(loc, BAD_AS_OF, value=quoted(written))


def _database(node: yaml_tree.Node, loc: yaml_tree.Loc) -> str:
    written = _text(node, loc)
    if written.lower().endswith(SUFFIXES):
        raise _Wrong(loc, DATABASE_IS_DATA, value=quoted(written))
    return written


def _share(node: yaml_tree.Node, loc: yaml_tree.Loc) -> float:
    number, written = _number(node)
    if number is None or not 0 <= number <= 1:
        raise _Wrong(loc, BAD_SHARE, value=quoted(written))
    return float(number)


def _days(node: yaml_tree.Node, loc: yaml_tree.Loc) -> int:
    number, written = _number(node)
    if not isinstance(number, int) or not 0 <= number <= MOST_DAYS:
        raise _Wrong(loc, BAD_DAYS, value=quoted(written), limit=MOST_DAYS)
    return number


def _keys(node: yaml_tree.Node, loc: yaml_tree.Loc) -> tuple[str, ...]:
    """An action's keys as written: one text with commas, or a list."""
    if isinstance(node, yaml_tree.ListNode):
        keys = tuple(_text(item, (*loc, index)) for index, item in enumerate(node.items))
    else:
        keys = tuple(key.strip() for key in _text(node, loc).split(","))
    if not keys or not all(keys):
        raise _Wrong(loc, values.EMPTY)
    return keys


def _number(node: yaml_tree.Node) -> tuple[int | float | None, str]:
    """A node's number, if it writes one without quotes, and what it writes."""
    if not isinstance(node, yaml_tree.ScalarNode):
        return None, "…"
    return (scalars.figure(node.text) if node.plain else None), node.text
