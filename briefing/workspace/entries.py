"""The entries of a file, each checked by its model on its own: one mistake costs one entry."""

from __future__ import annotations

from collections.abc import Collection

from briefing.problems import Problem
from briefing.workspace import csv_table, yaml_tree
from briefing.workspace.faults import values
from briefing.workspace.faults.reading import MISSING_DASH
from briefing.workspace.ledger import Ledger
from briefing.workspace.partly import Instead, validate_partly
from briefing.workspace.readers import IDENTIFIER
from briefing.workspace.records import (
    CsvPlace,
    M,
    Place,
    Record,
    YamlPlace,
    keys_of,
    missing_key,
    problem,
    unknown_key,
    validate,
)


def yaml_top(
    path: str,
    text: str,
    keys: Collection[str],
    problems: list[Problem],
    *,
    required: Collection[str] = (),
) -> yaml_tree.MapNode | None:
    """The mapping at the top of a file with some of ``keys`` and all that are ``required``."""
    tree = yaml_tree.parse(path, text, problems)
    if tree is None:
        return None
    place = YamlPlace(path, tree)
    if not isinstance(tree, yaml_tree.MapNode):
        problems.append(problem(place, (), values.NOT_MAPPING))
        return None
    problems.extend(
        unknown_key(place, (name,), tuple(keys)) for name in tree.entries if name not in keys
    )
    problems.extend(missing_key(place, (name,)) for name in required if name not in tree.entries)
    return tree


def yaml_list(
    path: str,
    top: yaml_tree.MapNode,
    key: str,
    kind: str,
    model: type[M],
    ledger: Ledger,
    *,
    instead: Instead | None = None,
) -> list[Record[M]]:
    """The entries under ``key``, their ids declared as ``kind``.

    An id is declared even when the rest of its entry has mistakes, so that references to it hold.
    ``kind`` is marked incomplete when an id cannot be read. Units have no id of their own here.
    With ``instead`` an entry with mistakes is judged without its wrong values.
    """
    node = top.entries.get(key)
    if node is None:
        ledger.mark_incomplete(kind)
        return []
    if not isinstance(node, yaml_tree.ListNode):
        if not (isinstance(node, yaml_tree.ScalarNode) and node.value is None):
            ledger.mark_incomplete(kind)
            ledger.report(YamlPlace(path, top), (key,), values.NOT_LIST)
        return []
    dashless = [
        each.line for each in ledger.problems if each.path == path and each.fault is MISSING_DASH
    ]
    if dashless:
        ledger.mark_incomplete(kind)
    records = []
    for index, item in enumerate(node.items):
        place = YamlPlace(path, top, (key, index))
        if any(_holds(node, index, line) for line in dashless):
            # Two items in one: what is wrong with the mixture is neither's mistake.
            if kind != "unit":
                declare(kind, yaml_tree.find(item, ("id",)), place, ledger)
            continue
        record = _validated(model, yaml_tree.to_python(item), place, ledger, instead)
        if kind == "unit":
            if record is None:
                ledger.mark_incomplete(kind)
        elif not declare(kind, yaml_tree.find(item, ("id",)), place, ledger):
            record = None
        if record is not None:
            records.append(record)
    return records


def _holds(node: yaml_tree.ListNode, index: int, line: int) -> bool:
    """Whether an item of a list stands on ``line``."""
    below = node.items[index + 1 :]
    return node.items[index].line <= line and not (below and below[0].line <= line)


def declare(kind: str, node: yaml_tree.Node | None, place: YamlPlace, ledger: Ledger) -> bool:
    """Enter the id that an entry writes; false when it writes none or one that is taken."""
    if not isinstance(node, yaml_tree.ScalarNode) or not IDENTIFIER.fullmatch(node.text):
        ledger.mark_incomplete(kind)
        return False
    return ledger.declare(kind, node.text, place)


def csv_rows(
    path: str,
    text: str,
    kind: str,
    model: type[M],
    ledger: Ledger,
    *,
    optional: Collection[str] = (),
    declared: bool = True,
    instead: Instead | None = None,
) -> list[Record[M]]:
    """The rows of a CSV file whose columns are the fields of ``model``.

    ``optional`` columns may be missing. Ids are declared as :func:`yaml_list` does, for a model
    that has an ``id``, unless they are not ``declared``. ``instead`` is as there.
    """
    before = len(ledger.problems)
    table = csv_table.parse(
        path, text, keys_of(model, ()), ledger.problems, optional=tuple(optional)
    )
    if table is None:
        ledger.mark_incomplete(kind)
        return []
    torn = () if instead is None else table.torn
    in_pieces = {row.line for row in torn}
    if len(ledger.problems) > before + len(torn):
        ledger.mark_incomplete(kind)
    records = []
    for row in sorted((*table.rows, *torn), key=lambda row: row.line):
        place = CsvPlace(table, row)
        if instead is not None and row.line in in_pieces:
            record = validate_partly(model, row.cells, place, [], instead)
        else:
            record = _validated(model, row.cells, place, ledger, instead)
        if declared and "id" in model.model_fields:
            id_ = row.cells.get("id")
            if id_ is None or not IDENTIFIER.fullmatch(id_):
                ledger.mark_incomplete(kind)
            elif not ledger.declare(kind, id_, place):
                record = None
        elif record is None:
            ledger.mark_incomplete(kind)
        if record is not None:
            records.append(record)
    return records


def _validated(
    model: type[M], content: object, place: Place, ledger: Ledger, instead: Instead | None
) -> Record[M] | None:
    if instead is None:
        return validate(model, content, place, ledger.problems)
    return validate_partly(model, content, place, ledger.problems, instead)
