"""Keys written twice in one block: one of them is a slip, several in a row a missing dash."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.problems import Problem, quoted
from briefing.workspace.faults import reading
from briefing.workspace.yaml_nodes import MapNode

Repeat = tuple[str, tuple[int, int]]
"""A key's name, and line and column of its second writing."""


class Repeats:
    """The keys of a file that its blocks have already, in the order in which they are met."""

    def __init__(self) -> None:
        self._found: dict[int, tuple[MapNode, list[Repeat]]] = {}

    def add(self, name: str, place: tuple[int, int], block: MapNode) -> None:
        """Enter a key that ``block`` has already."""
        self._found.setdefault(id(block), (block, []))[1].append((name, place))

    def problems(self, path: str) -> Iterator[Problem]:
        """A problem for each repeated key, or one for several that look like a new item.

        Without its dash an item goes on as the one before it, and each of its keys is a repeated
        one: whoever deletes them as such has deleted the item.
        """
        for block, repeats in self._found.values():
            for run in _runs(repeats):
                name, (line, column) = run[0]
                fault = reading.MISSING_DASH if len(run) > 1 else reading.DUPLICATE_KEY
                first, _ = block.key_place(name)
                yield Problem(
                    path=path,
                    fault=fault,
                    line=line,
                    column=column,
                    params={"name": quoted(name), "first": first},
                )


def _runs(repeats: list[Repeat]) -> Iterator[list[Repeat]]:
    """The repeats of a block, parted where a name comes again: there another item begins."""
    run: list[Repeat] = []
    for repeat in repeats:
        if any(name == repeat[0] for name, _ in run):
            yield run
            run = []
        run.append(repeat)
    yield run
