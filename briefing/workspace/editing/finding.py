"""From what a user names (``nb-ct-hstt.goal``) to the place in a file that holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from briefing.domain.value import value
from briefing.problems import Problem, listed, nearest, quoted
from briefing.workspace import yaml_tree
from briefing.workspace.editing import files
from briefing.workspace.editing.files import Version
from briefing.workspace.editing.refusals import CannotEdit, NoSuchEntry, problem
from briefing.workspace.editing.spans import (
    AnySpan,
    ListSpan,
    ScalarSpan,
    marked,
    span_at,
    spans_of,
)
from briefing.workspace.faults import editing
from briefing.workspace.fields import Entry
from briefing.workspace.fingerprint import LARGEST, scan
from briefing.workspace.models.plans import PlanEntry, TargetEntry, TaskEntry
from briefing.workspace.records import keys_of
from briefing.workspace.text_file import decode, place_at
from briefing.workspace.yaml_tree import Loc, Node, key_path

PLANS = "data/plans/"
MODELS: dict[str, type[Entry]] = {"target": TargetEntry, "task": TaskEntry, "plan": PlanEntry}
"""The kinds of entries that a plan holds, and the model of each."""
_LISTS = {"target": "targets", "task": "tasks"}
_ID = re.compile(r"""\bid:[ \t]*["']?([a-z0-9][a-z0-9_-]*)""")
_STEP = re.compile(r"\.?([^.\[\]]+)|\[([0-9]+)\]")
_BOM = b"\xef\xbb\xbf"


@value
class Source:
    """A file that is to be edited: its bytes and version, its text without byte order mark."""

    path: str
    content: bytes
    version: Version
    text: str
    spans: AnySpan

    def encoded(self, text: str) -> bytes:
        """``text`` as the file's bytes, with the byte order mark that the file has."""
        return (_BOM if self.content.startswith(_BOM) else b"") + text.encode("utf-8")


@value
class Found:
    """An entry of a plan: its kind, its id, its file, and the path of keys that leads to it."""

    kind: str
    id: str
    source: Source
    base: Loc

    @property
    def model(self) -> type[Entry]:
        """The model that says which keys it may have."""
        return MODELS[self.kind]

    def span(self, loc: Loc = ()) -> AnySpan | None:
        """What stands at ``loc`` inside the entry."""
        return span_at(self.source.spans, (*self.base, *loc))

    def position(self, loc: Loc = ()) -> tuple[int, int]:
        """Line and column, from 1, of ``loc`` inside the entry, or of what would hold it."""
        for length in range(len(loc), -1, -1):
            found = self.span(loc[:length])
            if found is not None:
                return place_at(self.source.text, found.start)
        return 0, 0

    def must_be_sound(self, loc: Loc = ()) -> Node:
        """The file as a tree.

        Raises :class:`CannotEdit`: for an anchor, alias or tag on the way to ``loc``, by its name,
        and for every mistake that keeps the file from being read.
        """
        mark = marked(self.source.spans, (*self.base, *loc))
        line, column = self.position(loc)
        key = key_path((*self.base, *loc))
        path = self.source.path
        if mark:
            found = problem(path, editing.MARKED, line=line, column=column, key=key, name=mark)
            raise CannotEdit(found)
        problems: list[Problem] = []
        tree = yaml_tree.parse(path, self.source.text, problems)
        if tree is None or problems:
            raise CannotEdit(problems or problem(path, editing.CANNOT_WRITE))
        return tree


def parted(reference: str) -> tuple[str, str]:
    """``nb-ct-hstt.goal`` as id and field; no id holds a dot. The field is empty without one."""
    id_, _, field = reference.strip().partition(".")
    return id_, field


def loc_of(field: str) -> Loc:
    """``milestones[0].value`` as a path of keys and positions; empty where it is no such path.

    ``milestones.0.value`` is the same: no key is a number.
    """
    loc: list[str | int] = []
    end = 0
    for match in _STEP.finditer(field):
        if match.start() != end:
            return ()
        name = match[1] or match[2]
        loc.append(int(name) if name.isascii() and name.isdigit() else name)
        end = match.end()
    return tuple(loc) if end == len(field) else ()


def find(root: Path, reference: str, field: str = "") -> Found:
    """The entry that an id means, or a kind and an id (``target:nb-ct-hstt``).

    One id may be a target's and a plan's: ``field`` then tells which, or the kind in front. Raises
    :class:`NoSuchEntry` or :class:`CannotEdit`.
    """
    kind, _, id_ = reference.strip().rpartition(":")
    found = [each for each in _holding(root, id_) if not kind or each.kind == kind]
    if len(found) > 1 and field:
        loc = loc_of(field)
        found = [each for each in found if loc and loc[0] in keys_of(each.model, ())] or found
    if not found:
        fault = editing.NO_SUCH_ENTRY
        suggestion = nearest(id_, _known(root))
        raise NoSuchEntry(problem(quoted(reference), fault, suggestion=suggestion))
    if len(found) > 1:
        places = listed(f"{each.source.path}:{each.position()[0]} ({each.kind})" for each in found)
        example = quoted(f"{found[0].kind}:{id_}")
        alike = len({each.kind for each in found}) < len(found)
        fault = editing.SAME_ID if alike else editing.SEVERAL_ENTRIES
        raise NoSuchEntry(problem(quoted(reference), fault, places=places, example=example))
    return found[0]


def _plan_files(root: Path) -> Iterator[str]:
    for file in scan(root):
        if file.path.startswith(PLANS) and not file.path.endswith(".csv") and file.size <= LARGEST:
            yield file.path


def _holding(root: Path, id_: str) -> list[Found]:
    """Every entry with an id; only files in which the id occurs are read as YAML.

    A broken file that may hold it is told only when no other file does.
    """
    wanted = id_.encode("utf-8")
    found: list[Found] = []
    broken: list[Problem] = []
    for path in _plan_files(root):
        content, version = files.read(root, path)
        if not wanted or wanted not in content:
            continue
        try:
            source = opened(path, content, version)
        except CannotEdit as error:
            broken += error.problems
        else:
            found += _entries(source, id_)
    if broken and not found:
        raise CannotEdit(broken)
    return found


def opened(path: str, content: bytes, version: Version) -> Source:
    """A file's bytes as what can be edited.

    Raises :class:`CannotEdit` with the mistakes of a file that is no YAML.
    """
    text = decode(path, content)
    if isinstance(text, Problem):
        raise CannotEdit([text])
    spans = spans_of(text)
    if spans is None:
        problems: list[Problem] = []
        yaml_tree.parse(path, text, problems)
        raise CannotEdit(problems or problem(path, editing.CANNOT_WRITE))
    return Source(path, content, version, text, spans)


def _entries(source: Source, id_: str) -> Iterator[Found]:
    bases: list[tuple[str, Loc]] = [("plan", ("plan",))]
    for kind, name in _LISTS.items():
        held = span_at(source.spans, (name,))
        count = len(held.items) if isinstance(held, ListSpan) else 0
        bases += [(kind, (name, index)) for index in range(count)]
    for kind, base in bases:
        named = span_at(source.spans, (*base, "id"))
        if isinstance(named, ScalarSpan) and named.text == id_:
            yield Found(kind, id_, source, base)


def _known(root: Path) -> list[str]:
    """Ids that stand in plans, for a suggestion."""
    known: list[str] = []
    for path in _plan_files(root):
        content, _ = files.read(root, path)
        known += _ID.findall(content.decode("utf-8", "replace"))
    return known
