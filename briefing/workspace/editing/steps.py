"""One change after another to a file's text, each read back: that change it must be, no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from briefing.domain.value import value
from briefing.problems import Problem
from briefing.workspace import yaml_tree
from briefing.workspace.editing import inserting, spelling
from briefing.workspace.editing.inserting import Fields
from briefing.workspace.editing.spans import AnySpan, MapSpan, ScalarSpan, span_at, spans_of
from briefing.workspace.editing.spelling import Word
from briefing.workspace.yaml_tree import Loc, Node

Meant = Callable[[object], bool]
"""Whether what a file is read as (a scalar, a list, a dict) is what was meant."""


class CannotSpell(Exception):
    """No way of writing a change leaves everything else as it is."""


@value
class Put:
    """A scalar that is to say something: at ``loc`` from the top of the file.

    ``order`` are the keys of its mapping as the format documents them, for one that is not there.
    """

    loc: Loc
    word: Word
    meant: Meant
    order: Sequence[str] = ()


@value
class Add:
    """An item at the end of the list at ``loc``: a word, or a mapping's keys and values."""

    loc: Loc
    item: Fields | Word
    meant: Meant
    order: Sequence[str] = ()


Step = Put | Add


def carried_out(source: str, steps: Iterable[Step]) -> str:
    """``source``, without its byte order mark, after every step.

    Raises :class:`CannotSpell` where a step cannot be taken, or would change anything else.
    """
    for step in steps:
        source = _taken(source, step)
    return source


def _taken(source: str, step: Step) -> str:
    before, root = tree_of(source), spans_of(source)
    if before is None or root is None:
        raise CannotSpell
    for offered in _offers(source, root, step):
        after = tree_of(offered)
        if after is not None and _is_just(step, before, after):
            return offered
    raise CannotSpell


def tree_of(source: str) -> Node | None:
    """What a text says; ``None`` when it has any mistake of its own."""
    problems: list[Problem] = []
    tree = yaml_tree.parse("", source, problems)
    return None if problems else tree


def _offers(source: str, root: AnySpan, step: Step) -> Iterator[str]:
    found, parent, key = span_at(root, step.loc), span_at(root, step.loc[:-1]), step.loc[-1]
    if isinstance(step, Add):
        if isinstance(parent, MapSpan):
            yield from inserting.with_item(source, parent, str(key), step.item, step.order)
    elif isinstance(found, ScalarSpan):
        yield from spelling.replaced(source, found, step.word)
    elif found is None and isinstance(parent, MapSpan):
        yield from inserting.with_key(source, parent, str(key), step.word, step.order)


def _is_just(step: Step, before: Node, after: Node) -> bool:
    """Whether two trees differ in what the step changes, that as meant, and in nothing else."""
    found = yaml_tree.find(after, step.loc)
    if found is None:
        return False
    if not isinstance(step, Add):
        return step.meant(yaml_tree.to_python(found)) and same(before, after, step.loc)
    held = yaml_tree.find(before, step.loc)
    old = held.items if isinstance(held, yaml_tree.ListNode) else []
    if not isinstance(found, yaml_tree.ListNode) or len(found.items) != len(old) + 1:
        return False
    kept = all(same(one, other) for one, other in zip(old, found.items, strict=False))
    added = step.meant(yaml_tree.to_python(found.items[-1]))
    return kept and added and same(before, after, step.loc)


def same(one: Node | None, other: Node | None, apart: Loc | None = None) -> bool:
    """Whether two trees say the same in the same words, leaving aside what stands at ``apart``.

    Where things stand does not count, quotes do: ``45`` and ``"45"`` are two values.
    """
    if apart == ():
        return True
    if isinstance(one, yaml_tree.ScalarNode) and isinstance(other, yaml_tree.ScalarNode):
        return (one.text, one.plain) == (other.text, other.plain)
    if isinstance(one, yaml_tree.ListNode) and isinstance(other, yaml_tree.ListNode):
        return len(one.items) == len(other.items) and all(
            same(each, twin, _below(apart, index))
            for index, (each, twin) in enumerate(zip(one.items, other.items, strict=True))
        )
    if isinstance(one, yaml_tree.MapNode) and isinstance(other, yaml_tree.MapNode):
        added = str(apart[0]) if apart and len(apart) == 1 else None
        names = [name for name in other.entries if name != added or name in one.entries]
        return names == list(one.entries) and all(
            same(one.entries[name], other.entries[name], _below(apart, name)) for name in names
        )
    return False


def _below(apart: Loc | None, step: str | int) -> Loc | None:
    return apart[1:] if apart and apart[0] == step else None
