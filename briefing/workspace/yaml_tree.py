"""From a file's text to its tree, with every mistake of spelling that YAML knows.

The tree is built from the parser's events, never by PyYAML's composer: libyaml's composer is
recursive and takes the process down at some 50,000 open brackets, and its resolver reads words the
way YAML 1.1 does. Tags, anchors and further documents are refused.
"""

from __future__ import annotations

import io
import re
import unicodedata
from sys import intern
from typing import Any

import yaml

from briefing.domain.spelling import MOST_MARKS, nfc, tamed
from briefing.problems import Fault, Problem, quoted
from briefing.workspace.faults import reading, values
from briefing.workspace.text_file import conflicts, place_at
from briefing.workspace.yaml_errors import compared, fault_of
from briefing.workspace.yaml_nodes import (
    ListNode,
    Loc,
    MapNode,
    Node,
    ScalarNode,
    find,
    key_path,
    key_place,
    place,
    to_python,
)
from briefing.workspace.yaml_places import Places
from briefing.workspace.yaml_repair import MOST_REPAIRS, repaired
from briefing.workspace.yaml_repeats import Repeats

__all__ = [
    "DEEPEST",
    "ListNode",
    "Loc",
    "MapNode",
    "Node",
    "Places",
    "ScalarNode",
    "find",
    "key_path",
    "key_place",
    "parse",
    "place",
    "to_python",
]

DEEPEST = 64
"""Levels of nesting; the workspace's own formats need six."""

REPEATED = 32
"""Characters; a shorter value is kept once for each file, however often it is written."""
_UNSTORED = "\N{REPLACEMENT CHARACTER}"
_NO_TAB = re.compile(r"^(?: *\t)", re.MULTILINE)
_ODD = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
_ODDLY_INDENTED = re.compile(rf"^ *(?=[{_ODD}])[ {_ODD}]+(?:- |[\w-]+:(?: |$))", re.MULTILINE)
"""A key or an item behind blanks that YAML takes for letters; they come with copied text."""

_Loader: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(path: str, text: str, problems: list[Problem]) -> Node | None:
    """The tree of ``text``; ``None`` when it cannot be built. ``problems`` receives every mistake.

    A file with mistakes that leave its shape whole (a key written twice, ``goal: >90``) still gives
    a tree. After a mistake that does not, the rest is read on for further ones where that is safe.
    """
    found = _unreadable(path, text)
    if found:
        problems.extend(found)
        return None
    whole, given = True, text
    for attempt in range(MOST_REPAIRS + 1):
        told: list[Problem] = []
        try:
            root = _built(path, given, told)
            break
        except yaml.YAMLError as error:
            mistake = fault_of(path, given, error)
        except _MisreadError as error:
            mistake = error.problem
        except (ValueError, OverflowError):
            mistake = Problem(path=path, fault=reading.YAML_SYNTAX)
        mended = repaired(given, mistake) if attempt < MOST_REPAIRS else None
        if mended is None:
            problems += [*told, mistake]
            return None
        problems.append(mistake)
        whole, given = whole and mended.whole, mended.text
    problems += told
    if root is None and not told:
        problems.append(Problem(path=path, fault=reading.YAML_EMPTY))
    return root if whole else None


def _unreadable(path: str, text: str) -> list[Problem]:
    """Conflicts that a merge left, and lines indented by tabs or by blanks that are none.

    The parser would tell none of them, or another line.
    """
    found = conflicts(path, text)
    if not found and _NO_TAB.search(text):
        found = [
            Problem(path=path, fault=reading.YAML_TAB, line=line, column=1)
            for line, content in enumerate(io.StringIO(text, newline=None), 1)
            if _indented_by_tab(content)
        ]
    if not found and not text.isascii():
        for odd in _ODDLY_INDENTED.finditer(text):
            at = odd.start() + len(odd[0]) - len(odd[0].lstrip(" "))
            line, column = place_at(text, at)
            found.append(Problem(path=path, fault=reading.YAML_ODD_SPACE, line=line, column=column))
    return found


def _indented_by_tab(line: str) -> bool:
    return "\t" in line[: len(line) - len(line.lstrip())] and bool(line.strip())


def _is_blank(node: Node | None) -> bool:
    return node is None or (isinstance(node, ScalarNode) and node.plain and not node.text)


def _built(path: str, text: str, problems: list[Problem]) -> Node | None:
    """The tree of ``text``; ``None``, with a problem, when its shape is not one of ours.

    Raises ``yaml.YAMLError``.
    """
    loader = _Loader(text)
    builder = _Builder(path, text, problems)
    try:
        root = builder.build(loader)
    finally:
        loader.dispose()
        problems += builder.repeats.problems(path)
    return None if _is_blank(root) else root


class _Builder:
    """Puts events together; a duplicate key is kept in ``repeats``, its second value left out."""

    def __init__(self, path: str, text: str, problems: list[Problem]) -> None:
        self._path = path
        self._text = text
        self._places = Places(text)
        self._problems = problems
        self.repeats = Repeats()
        self._tidy = (
            "\\" not in text and tamed(text) is text and unicodedata.is_normalized("NFC", text)
        )
        """Whether every value is as it is stored: no escapes, all letters composed."""

    def build(self, loader: Any) -> Node | None:
        """The first document's tree; ``None`` when there is none or the rest is not worth reading.

        One loop without calls for what is common: it runs for every word of every file.
        """
        root: Node | None = None
        parents: list[ListNode | MapNode] = []
        parent: ListNode | MapNode | None = None
        name: str | None = None
        name_place = (0, 0)
        line = documents = 0
        known: dict[str, str] = {}
        tidy, as_marked, place_of = self._tidy, self._places.as_marked, self._places.of
        while True:
            event = loader.get_event()
            kind = event.__class__
            node: Node
            if kind is yaml.ScalarEvent:
                if event.anchor is not None or event.tag is not None:
                    self._refuse_sign(event)
                    return None
                mark = event.start_mark
                at, column = (mark.line + 1, mark.column + 1) if as_marked else place_of(mark)
                if at != line:  # one number for a key and its value: half a million are kept
                    line = at
                style = event.style
                text = event.value if tidy else self._stored(event.value, line, column)
                if style in _BLOCK:
                    self._check_block(event, line, column)
                if parent.__class__ is MapNode and name is None:
                    name, name_place = intern(text), (line, column)
                    continue
                if len(text) <= REPEATED:
                    text = known.setdefault(text, text)
                node = ScalarNode(text, not style, line, column)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                parents.pop()
                parent = parents[-1] if parents else None
                continue
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                if event.anchor is not None or event.tag is not None:
                    self._refuse_sign(event)
                    return None
                line, column = place_of(event.start_mark)
                if parent.__class__ is MapNode and name is None:
                    self._refuse(event, reading.YAML_KEY_NOT_TEXT)
                    return None
                if len(parents) >= DEEPEST:
                    self._refuse(event, reading.YAML_TOO_DEEP, limit=DEEPEST)
                    return None
                if kind is yaml.MappingStartEvent:
                    node = MapNode(line, column, [], {})
                else:
                    node = ListNode(line, column, [])
            elif kind is yaml.AliasEvent:
                self._refuse_sign(event)
                return None
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._refuse(event, reading.YAML_SEVERAL_DOCUMENTS)
                    return None
                continue
            elif kind is yaml.StreamEndEvent:
                return root
            else:
                continue
            if parent is None:
                root = node
            elif isinstance(parent, MapNode):
                assert name is not None
                if name in parent.entries:
                    self.repeats.add(name, name_place, parent)
                else:
                    parent.keys.extend(name_place)
                    parent.entries[name] = node
                name = None
            elif isinstance(parent, ListNode):
                parent.items.append(node)
            if not isinstance(node, ScalarNode):
                parents.append(node)
                parent = node

    def _stored(self, text: str, line: int, column: int) -> str:
        """A value in the form in which it is kept; what cannot be kept is told and left out."""
        if len(tamed(text)) < len(text):
            self._report(line, column, values.PILED_MARKS, {"limit": MOST_MARKS})
        text = nfc(text)
        if any(map(_is_unstorable, text)):
            self._report(line, column, values.BAD_CHARACTER, {})
            text = "".join(_UNSTORED if _is_unstorable(char) else char for char in text)
        return text

    def _check_block(self, event: Any, line: int, column: int) -> None:
        """Raises when ``>`` or ``|`` is meant as a sign and begins no text of several lines.

        YAML takes ``>9`` for the heading of a text that is indented by nine.
        """
        index = event.start_mark.index
        if re.match(r"[>|][-+]?[0-9]", self._text[index : index + 3]):
            raise _MisreadError(compared(self._path, self._text, index, line, column))

    def _refuse_sign(self, event: Any) -> None:
        """Anchors, aliases and tags: YAML's own programming, and no word of ours begins so."""
        if event.anchor is not None:
            self._refuse(event, reading.YAML_ANCHOR, name=quoted(event.anchor))
            return None
        self._refuse(event, reading.YAML_TAG, tag=quoted(getattr(event, "tag", "")))
        return None

    def _refuse(self, event: Any, fault: Fault, **params: str | int) -> None:
        self._report(*self._places.of(event.start_mark), fault, params)

    def _report(self, line: int, column: int, fault: Fault, params: dict[str, str | int]) -> None:
        self._problems.append(
            Problem(path=self._path, fault=fault, line=line, column=column, params=params)
        )


class _MisreadError(Exception):
    """YAML's reading of something is not what anybody means by it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


_BLOCK = ("|", ">")


def _is_unstorable(char: str) -> bool:
    return char == "\0" or "\ud800" <= char <= "\udfff"
