"""YAML as a tree that remembers where everything stands.

The tree is built from the parser's events, never by PyYAML's composer: libyaml's composer is
recursive and takes the process down at some 50,000 open brackets, and its resolver reads words the
way YAML 1.1 does. Tags, anchors and further documents are refused.
"""

from __future__ import annotations

import io
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import field
from itertools import accumulate

import yaml

from briefing.domain.spelling import MOST_MARKS, nfc, tamed
from briefing.domain.value import value
from briefing.problems import Fault, Problem, quoted
from briefing.workspace import scalars
from briefing.workspace.faults import reading, values
from briefing.workspace.yaml_errors import fault_of

DEEPEST = 64
"""Levels of nesting; the workspace's own formats need six."""

_UNSTORED = "\N{REPLACEMENT CHARACTER}"

Loc = tuple[str | int, ...]
"""A path of keys and list positions from the top of a file."""

_Loader: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@value
class ScalarNode:
    """One word or text; ``plain`` when it stands without quotes."""

    text: str
    plain: bool
    line: int
    column: int

    @property
    def value(self) -> scalars.Scalar:
        """Its reading: a quoted scalar is always text."""
        return scalars.plain(self.text) if self.plain else self.text


@value
class ListNode:
    """A sequence."""

    line: int
    column: int
    items: list[Node] = field(default_factory=list)


@value
class MapNode:
    """A mapping; ``keys`` holds the scalar of each key for its place."""

    line: int
    column: int
    keys: dict[str, ScalarNode] = field(default_factory=dict)
    entries: dict[str, Node] = field(default_factory=dict)


Node = ScalarNode | ListNode | MapNode


def to_python(node: Node) -> object:
    """Plain dicts, lists and scalars."""
    if isinstance(node, ScalarNode):
        return node.value
    if isinstance(node, ListNode):
        return [to_python(item) for item in node.items]
    return {key: to_python(value) for key, value in node.entries.items()}


def find(node: Node, loc: Sequence[str | int]) -> Node | None:
    """The node at ``loc`` below ``node``."""
    current: Node | None = node
    for step in loc:
        if isinstance(current, MapNode) and isinstance(step, str):
            current = current.entries.get(step)
        elif isinstance(current, ListNode) and isinstance(step, int) and step < len(current.items):
            current = current.items[step]
        else:
            return None
    return current


def place(node: Node, loc: Sequence[str | int]) -> tuple[int, int]:
    """Line and column of ``loc``: its value, its key where the value is empty, else its parent."""
    for length in range(len(loc), -1, -1):
        found = find(node, loc[:length])
        if found is None:
            continue
        empty = isinstance(found, ScalarNode) and found.plain and not found.text
        return key_place(node, loc[:length]) if empty and length else (found.line, found.column)
    return node.line, node.column


def key_place(node: Node, loc: Sequence[str | int]) -> tuple[int, int]:
    """Line and column of the key at ``loc`` itself; of its value inside a list."""
    parent, last = find(node, loc[:-1]), loc[-1]
    if isinstance(parent, MapNode) and isinstance(last, str) and last in parent.keys:
        return parent.keys[last].line, parent.keys[last].column
    found = find(node, loc) or parent or node
    return found.line, found.column


def key_path(loc: Sequence[str | int]) -> str:
    """``("targets", 2, "goal")`` as ``targets[2].goal``."""
    path = ""
    for step in loc:
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else step
    return path


def parse(path: str, text: str, problems: list[Problem]) -> Node | None:
    """The tree of ``text``; ``None`` when it cannot be built. ``problems`` receives every mistake.

    A file with mistakes that leave its shape whole (a key written twice) still gives a tree.
    """
    tabs = [number for number, line in enumerate(text.splitlines(), 1) if _indented_by_tab(line)]
    if tabs:
        problems.extend(
            Problem(path=path, fault=reading.YAML_TAB, line=line, column=1) for line in tabs
        )
        return None
    builder = _Builder(path, text, problems)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if not builder.take(event):
                return None
    except yaml.YAMLError as error:
        problems.append(fault_of(path, text, error))
        return None
    except (ValueError, OverflowError):
        problems.append(Problem(path=path, fault=reading.YAML_SYNTAX))
        return None
    if builder.root is None or _is_blank(builder.root):
        problems.append(Problem(path=path, fault=reading.YAML_EMPTY))
        return None
    return builder.root


def _indented_by_tab(line: str) -> bool:
    return "\t" in line[: len(line) - len(line.lstrip())] and bool(line.strip())


def _is_unstorable(char: str) -> bool:
    return char == "\0" or "\ud800" <= char <= "\udfff"


def _is_blank(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.plain and not node.text


class Places:
    """Where a parser's marks stand, in lines as editors count them.

    To YAML a line also ends in U+0085, U+2028 and U+2029, which editors show inside a line.
    """

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        if any(sign in text for sign in "\x85\u2028\u2029"):
            lines = [len(line) for line in io.StringIO(text + ".", newline="")]
            self._starts = list(accumulate(lines[:-1], initial=0))

    def of(self, event: yaml.Event) -> tuple[int, int]:
        """Line and column, from 1, at which an event begins; 0 where that is not known."""
        mark = event.start_mark
        if mark is None:
            return 0, 0
        if not self._starts:
            return mark.line + 1, mark.column + 1
        line = bisect_right(self._starts, mark.index)
        return line, mark.index - self._starts[line - 1] + 1


class _Builder:
    """Puts events together; a duplicate key is reported and its second value left out."""

    def __init__(self, path: str, text: str, problems: list[Problem]) -> None:
        self.root: Node | None = None
        self._path = path
        self._places = Places(text)
        self._problems = problems
        self._open: list[ListNode | MapNode] = []
        self._keys: list[ScalarNode | None] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> bool:
        """Add one event; false when the rest of the file is not worth reading."""
        if isinstance(event, yaml.AliasEvent):
            return self._refuse(event, reading.YAML_ANCHOR, name=quoted(event.anchor))
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                return self._refuse(event, reading.YAML_SEVERAL_DOCUMENTS)
        elif isinstance(event, yaml.NodeEvent):
            return self._take_node(event)
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            self._open.pop()
            self._keys.pop()
        return True

    def _take_node(self, event: yaml.NodeEvent) -> bool:
        if event.anchor is not None:
            return self._refuse(event, reading.YAML_ANCHOR, name=quoted(event.anchor))
        tag = getattr(event, "tag", None)
        if tag is not None:
            return self._refuse(event, reading.YAML_TAG, tag=quoted(tag))
        line, column = self._places.of(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, line, column)
        node: ListNode | MapNode
        if isinstance(event, yaml.SequenceStartEvent):
            node = ListNode(line, column)
        else:
            node = MapNode(line, column)
        if not self._add(node):
            return False
        self._open.append(node)
        self._keys.append(None)
        if len(self._open) > DEEPEST:
            return self._refuse(event, reading.YAML_TOO_DEEP, limit=DEEPEST)
        return True

    def _scalar(self, event: yaml.ScalarEvent, line: int, column: int) -> bool:
        text = event.value
        if len(tamed(text)) < len(text):
            self._report(line, column, values.PILED_MARKS, {"limit": MOST_MARKS})
        text = nfc(text)
        if any(map(_is_unstorable, text)):
            self._problems.append(
                Problem(path=self._path, fault=values.BAD_CHARACTER, line=line, column=column)
            )
            text = "".join(_UNSTORED if _is_unstorable(char) else char for char in text)
        return self._add(ScalarNode(text, not event.style, line, column))

    def _add(self, node: Node) -> bool:
        if not self._open:
            self.root = node
            return True
        parent = self._open[-1]
        if isinstance(parent, ListNode):
            parent.items.append(node)
            return True
        key = self._keys[-1]
        if key is None:
            if not isinstance(node, ScalarNode):
                self._report(node.line, node.column, reading.YAML_KEY_NOT_TEXT)
                return False
            self._keys[-1] = node
            return True
        self._keys[-1] = None
        if key.text in parent.entries:
            first = parent.keys[key.text].line
            params: dict[str, str | int] = {"name": quoted(key.text), "first": first}
            self._report(key.line, key.column, reading.DUPLICATE_KEY, params)
        else:
            parent.keys[key.text] = key
            parent.entries[key.text] = node
        return True

    def _refuse(self, event: yaml.Event, fault: Fault, **params: str | int) -> bool:
        self._report(*self._places.of(event), fault, params)
        return False

    def _report(
        self, line: int, column: int, fault: Fault, params: dict[str, str | int] | None = None
    ) -> None:
        self._problems.append(
            Problem(path=self._path, fault=fault, line=line, column=column, params=params or {})
        )
