"""A YAML file as spans of its text: where each value begins and ends, to the character.

:mod:`briefing.workspace.yaml_tree` says what a file means; this says where a value must be replaced
so that nothing else moves. Both are built from the parser's events. Anchors, aliases and tags are
kept here with their names, so that an edit can say which one it refuses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import yaml

from briefing.workspace.yaml_tree import DEEPEST, Loc

_Loader: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

BLOCKS = ("|", ">")
"""Styles of a scalar whose text stands on the lines below its key."""


@dataclass(slots=True, kw_only=True)
class Span:
    """What all spans know: characters from 0, ``end`` one past the last.

    ``mark`` is the anchor, alias or tag it carries, as written (``&a``, ``*a``, ``!!str``).
    """

    start: int
    end: int
    mark: str = ""


@dataclass(slots=True, kw_only=True)
class ScalarSpan(Span):
    """A scalar; ``style`` is ``""`` without quotes, else ``'``, ``"``, ``|`` or ``>``."""

    text: str
    style: str


@dataclass(slots=True, kw_only=True)
class AliasSpan(Span):
    """``*name``: the value stands elsewhere."""


@dataclass(slots=True, kw_only=True)
class ListSpan(Span):
    """A sequence; ``flow`` when it is written in brackets."""

    flow: bool
    items: list[AnySpan] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class MapSpan(Span):
    """A mapping; a key written twice keeps its first value, as in ``yaml_tree``."""

    flow: bool
    keys: dict[str, ScalarSpan] = field(default_factory=dict)
    entries: dict[str, AnySpan] = field(default_factory=dict)


AnySpan = ScalarSpan | AliasSpan | ListSpan | MapSpan


def spans_of(text: str) -> AnySpan | None:
    """The spans of a file's text without its byte order mark; ``None`` where it holds no one tree.

    That is so for text that is no YAML, several documents, keys that are no words, and nesting
    deeper than ``yaml_tree`` reads.
    """
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if not builder.take(event):
                return None
    except (yaml.YAMLError, ValueError, OverflowError):
        return None
    return builder.root


def span_at(root: AnySpan, loc: Sequence[str | int]) -> AnySpan | None:
    """The span at a path of keys and list positions; an alias on the way is where it ends."""
    current: AnySpan | None = root
    for step in loc:
        if isinstance(current, MapSpan) and isinstance(step, str):
            current = current.entries.get(step)
        elif isinstance(current, ListSpan) and isinstance(step, int) and step < len(current.items):
            current = current.items[step]
        elif isinstance(current, AliasSpan):
            return current
        else:
            return None
    return current


def marked(root: AnySpan, loc: Loc) -> str:
    """The anchor, alias or tag on the way to ``loc`` or at it; empty where there is none."""
    for length in range(len(loc) + 1):
        found = span_at(root, loc[:length])
        if found is not None and found.mark:
            return found.mark
    return ""


def end_of(span: AnySpan, text: str) -> int:
    """One past the last character that belongs to a value, without the line end behind it."""
    current = span
    while True:
        if isinstance(current, MapSpan) and not current.flow and current.entries:
            current = next(reversed(current.entries.values()))
        elif isinstance(current, ListSpan) and not current.flow and current.items:
            current = current.items[-1]
        elif isinstance(current, ScalarSpan) and current.style in BLOCKS:
            written = text[current.start : current.end]
            return current.start + len(written.rstrip(" \r\n\x85\u2028\u2029"))
        else:
            return current.end


class _Builder:
    """Puts events together into spans."""

    def __init__(self) -> None:
        self.root: AnySpan | None = None
        self._open: list[ListSpan | MapSpan] = []
        self._keys: list[ScalarSpan | None] = []

    def take(self, event: yaml.Event) -> bool:
        """Add one event; false when the text holds no one tree."""
        start = event.start_mark.index if event.start_mark else 0
        end = event.end_mark.index if event.end_mark else start
        if isinstance(event, yaml.AliasEvent):
            return self._add(AliasSpan(start=start, end=end, mark=f"*{event.anchor}"))
        if isinstance(event, yaml.ScalarEvent):
            style, text = event.style or "", event.value
            made = ScalarSpan(start=start, end=end, mark=_mark(event), text=text, style=style)
            return self._add(made)
        if isinstance(event, yaml.CollectionStartEvent):
            return self._enter(event, start, end)
        if isinstance(event, yaml.CollectionEndEvent):
            self._keys.pop()
            closed = self._open.pop()
            if closed.flow:
                closed.end = end
        return not (isinstance(event, yaml.DocumentStartEvent) and self.root is not None)

    def _enter(self, event: yaml.CollectionStartEvent, start: int, end: int) -> bool:
        kind = ListSpan if isinstance(event, yaml.SequenceStartEvent) else MapSpan
        made = kind(start=start, end=end, mark=_mark(event), flow=bool(event.flow_style))
        if len(self._open) == DEEPEST or not self._add(made):
            return False
        self._open.append(made)
        self._keys.append(None)
        return True

    def _add(self, span: AnySpan) -> bool:
        if not self._open:
            self.root = span
            return True
        parent = self._open[-1]
        if isinstance(parent, ListSpan):
            parent.items.append(span)
            return True
        key = self._keys[-1]
        if key is None:
            if not isinstance(span, ScalarSpan):
                return False
            self._keys[-1] = span
            return True
        self._keys[-1] = None
        if key.text not in parent.entries:
            parent.keys[key.text] = key
            parent.entries[key.text] = span
        return True


def _mark(event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> str:
    """The anchor or tag that a value carries, as written."""
    if event.anchor is not None:
        return f"&{event.anchor}"
    tag: str | None = event.tag
    if tag is None:
        return ""
    return tag.replace("tag:yaml.org,2002:", "!!") if tag != "!" else tag
