"""The units that ``config.yaml`` names: whether the folder has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.domain.model import Unit
from briefing.domain.spelling import fold
from briefing.problems import Problem, nearest, quoted
from briefing.workspace import yaml_tree
from briefing.workspace.directory import UnitDirectory
from briefing.workspace.faults import meaning
from briefing.workspace.listing import CONFIG


def unknown_units(text: str, units: Iterable[Unit]) -> list[Problem]:
    """A problem for each name in ``text`` (of ``config.yaml``) that no unit ever had.

    A unit is named by its code, ``code@date``, slug, or name without regard to diacritics. Names
    are read one by one, so that a mistake elsewhere in the file hides none. Nothing is judged
    without ``units``.
    """
    units = tuple(units)
    tree = yaml_tree.parse(CONFIG, text, [])
    if not units or tree is None:
        return []
    directory = UnitDirectory(units)
    names = {name for each in units for name in (each.slug, fold(each.name), fold(each.full_name))}
    problems = []
    for loc, written in _named(tree):
        if directory.named(written.partition("@")[0]) or fold(written) in names:
            continue
        line, column = yaml_tree.place(tree, loc)
        problems.append(
            Problem(
                path=CONFIG,
                fault=meaning.UNKNOWN_UNIT,
                line=line,
                column=column,
                key=yaml_tree.key_path(loc),
                params={"value": quoted(written), "suggestion": nearest(fold(written), names)},
            )
        )
    return problems


def _named(tree: yaml_tree.Node) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every unit that the file names, and where; what is no text is told as such elsewhere."""
    groups = yaml_tree.find(tree, ("peer_groups",))
    lists: list[tuple[str, ...]] = [("compare",)]
    if isinstance(groups, yaml_tree.MapNode):
        lists += [("peer_groups", name) for name in groups.entries]
    places: list[tuple[str | int, ...]] = [("unit",)]
    for loc in lists:
        node = yaml_tree.find(tree, loc)
        if isinstance(node, yaml_tree.ListNode):
            places += [(*loc, index) for index in range(len(node.items))]
    for place in places:
        node = yaml_tree.find(tree, place)
        if isinstance(node, yaml_tree.ScalarNode) and isinstance(node.value, str):
            written = node.value.strip()
            if written:
                yield place, written
