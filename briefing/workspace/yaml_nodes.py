"""YAML as a tree that remembers where everything stands, and paths of keys into it.

Nodes are tuples: a folder of twenty thousand targets has half a million of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.workspace import scalars

Loc = tuple[str | int, ...]
"""A path of keys and list positions from the top of a file."""


class ScalarNode(NamedTuple):
    """One word or text; ``plain`` when it stands without quotes."""

    text: str
    plain: bool
    line: int
    column: int

    @property
    def value(self) -> scalars.Scalar:
        """Its reading: a quoted scalar is always text."""
        return scalars.plain(self.text) if self.plain else self.text


class ListNode(NamedTuple):
    """A sequence."""

    line: int
    column: int
    items: list[Node]


class MapNode(NamedTuple):
    """A mapping; ``keys`` holds line and column of each key, in the order of ``entries``."""

    line: int
    column: int
    keys: list[int]
    entries: dict[str, Node]

    def key_place(self, name: str) -> tuple[int, int]:
        """Line and column of a key that is there; raises ``ValueError`` for another."""
        at = 2 * list(self.entries).index(name)
        return self.keys[at], self.keys[at + 1]


Node = ScalarNode | ListNode | MapNode


def to_python(node: Node) -> object:
    """Plain dicts, lists and scalars."""
    if isinstance(node, MapNode):
        found: dict[str, object] = {}
        for key, entry in node.entries.items():
            if isinstance(entry, ScalarNode):
                found[key] = scalars.plain(entry.text) if entry.plain else entry.text
            else:
                found[key] = to_python(entry)
        return found
    if isinstance(node, ListNode):
        return [to_python(item) for item in node.items]
    return node.value


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
    if isinstance(parent, MapNode) and isinstance(last, str) and last in parent.entries:
        return parent.key_place(last)
    found = find(node, loc) or parent or node
    return found.line, found.column


def key_path(loc: Sequence[str | int]) -> str:
    """``("targets", 2, "goal")`` as ``targets[2].goal``."""
    path = ""
    for step in loc:
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else step
    return path
