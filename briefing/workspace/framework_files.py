"""Files of ``data/catalogue/frameworks/`` and ``data/assessments/``, each entry checked alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from briefing.problems import Problem, quoted
from briefing.workspace import entries, yaml_tree
from briefing.workspace.assembly.frameworks import FrameworkRecords
from briefing.workspace.faults import framework_notices, values
from briefing.workspace.faults import frameworks as faults
from briefing.workspace.fields import Entry
from briefing.workspace.ledger import Ledger
from briefing.workspace.models.frameworks import (
    AssessmentEntry,
    FrameworkEntry,
    PartEntry,
    PartRow,
)
from briefing.workspace.partly import validate_partly
from briefing.workspace.records import Record, YamlPlace

FRAMEWORKS = "data/catalogue/frameworks/"
ASSESSMENTS = "data/assessments/"
FRAMEWORK_KEYS = ("framework", "parts")
ASSESSMENT_KEYS = ("assessments",)
_UNNAMED = "?"
_OF_FRAMEWORK = dict.fromkeys(("name", "name_en", "short", "short_en"), _UNNAMED) | {"total": "1"}
_OF_PART: dict[str, object] = {"name": _UNNAMED, "max_points": None}
"""What stands in for a value that cannot be read, so that all else is told in the same run."""

Texts = Mapping[str, str | None]
"""Files by path; ``None`` for one that could not be read, which is told already."""


def framework_records(files: Texts, ledger: Ledger) -> list[FrameworkRecords]:
    """Every framework whose own block is in order, with its parts.

    They come in the order of their files. Of two that bear one id the file that is named after it
    keeps it, so that the mistake is told where the second one was added. The kind ``part`` is
    marked incomplete when parts of any framework cannot be read.
    """
    tables: dict[str, str] = {}
    paths = [path for path in files if path.startswith(FRAMEWORKS) and not path.endswith(".csv")]
    by_path = {
        path: _framework(path, files[path], files, tables, ledger)
        for path in sorted(paths, key=lambda path: not _bears_its_id(path, files[path]))
    }
    found = [by_path[path] for path in paths]
    for path in files:
        if path.startswith(FRAMEWORKS) and path.endswith(".csv") and path not in tables:
            params: dict[str, str | int] = {"name": quoted(path.removeprefix(FRAMEWORKS))}
            if not ledger.is_incomplete("framework"):
                fault = framework_notices.TABLE_NOT_READ
                ledger.problems.append(Problem(path=path, fault=fault, params=params))
    return [each for each in found if each is not None]


def _bears_its_id(path: str, text: str | None) -> bool:
    """Whether a file is named after an id in it: ``dti-2022.yaml`` holds ``id: dti-2022``."""
    id_ = re.escape(PurePosixPath(path).stem)
    return (
        re.search(rf"""^\s+id:\s*["']?{id_}["']?\s*(#|$)""", text or "", re.MULTILINE) is not None
    )


def assessment_records(files: Texts, ledger: Ledger) -> list[Record[AssessmentEntry]]:
    """The scores of every file, tables and lists alike."""
    records: list[Record[AssessmentEntry]] = []
    kind, model = "assessment", AssessmentEntry
    for path, text in files.items():
        if not path.startswith(ASSESSMENTS):
            continue
        if text is None:
            ledger.mark_incomplete(kind)
        elif path.endswith(".csv"):
            free = optional_columns(model)
            rows = entries.csv_rows(path, text, kind, model, ledger, optional=free, instead={})
            records += rows
        else:
            keys = ASSESSMENT_KEYS
            top = entries.yaml_top(path, text, keys, ledger.problems, required=keys)
            if top is None:
                ledger.mark_incomplete(kind)
            else:
                found = entries.yaml_list(path, top, keys[0], kind, model, ledger, instead={})
                records += found
    return records


def optional_columns(model: type[Entry]) -> tuple[str, ...]:
    """The columns that a table may go without: those that may be blank."""
    return tuple(name for name, each in model.model_fields.items() if not each.is_required())


def part_records(
    path: str, top: yaml_tree.MapNode, ledger: Ledger
) -> tuple[list[Record[PartEntry]], bool]:
    """The parts that a file lists, and whether any value in them could not be read."""
    node = top.entries.get("parts")
    if node is None or (isinstance(node, yaml_tree.ScalarNode) and node.value is None):
        return [], False
    if not isinstance(node, yaml_tree.ListNode):
        ledger.report(YamlPlace(path, top), ("parts",), values.NOT_LIST)
        ledger.mark_incomplete("part")
        return [], True
    found = [
        validate_partly(
            PartEntry,
            yaml_tree.to_python(item),
            YamlPlace(path, top, ("parts", n)),
            ledger.problems,
            _OF_PART,
        )
        for n, item in enumerate(node.items)
    ]
    if None in found:
        ledger.mark_incomplete("part")
    read = [each for each in found if each is not None]
    return read, len(read) < len(found) or not all(each.whole for each in read)


def part_rows(path: str, text: str, ledger: Ledger) -> tuple[list[Record[PartRow]], bool]:
    """The parts that a table lists, and whether any value in them could not be read.

    Their ids hold within the framework only, and are not declared.
    """
    before = len(ledger.problems)
    free = optional_columns(PartRow)
    records = entries.csv_rows(
        path, text, "part", PartRow, ledger, optional=free, declared=False, instead=_OF_PART
    )
    return records, len(ledger.problems) > before


def _framework(
    path: str, text: str | None, files: Texts, tables: dict[str, str], ledger: Ledger
) -> FrameworkRecords | None:
    keys = FRAMEWORK_KEYS
    top = text and entries.yaml_top(path, text, keys, ledger.problems, required=keys[:1])
    if not top:
        ledger.mark_incomplete("framework", "part")
        return None
    block = top.entries.get("framework")
    if block is None:
        ledger.mark_incomplete("framework", "part")
        return None
    place = YamlPlace(path, top, ("framework",))
    content = yaml_tree.to_python(block)
    framework = validate_partly(FrameworkEntry, content, place, ledger.problems, _OF_FRAMEWORK)
    is_new = entries.declare("framework", yaml_tree.find(block, ("id",)), place, ledger)
    parts, broken = part_records(path, top, ledger)
    rows: list[Record[PartRow]] = []
    table = yaml_tree.find(block, ("table",))
    if isinstance(table, yaml_tree.ScalarNode) and isinstance(table.value, str):
        if "parts" in top.entries:
            ledger.report(place, ("table",), faults.TABLE_AND_PARTS)
            ledger.mark_incomplete("part")
            broken = True
        else:
            rows, is_broken = _table(table.value.strip(), place, files, tables, ledger)
            broken = broken or is_broken
    if framework is None or not is_new:
        return None
    return FrameworkRecords(framework, parts, rows, broken or not framework.whole)


def _table(
    name: str, place: YamlPlace, files: Texts, tables: dict[str, str], ledger: Ledger
) -> tuple[list[Record[PartRow]], bool]:
    """The rows of the table that a framework names, and whether a value could not be read."""
    path = FRAMEWORKS + name
    if path not in files or not path.endswith(".csv"):
        ledger.report(place, ("table",), faults.TABLE_NOT_THERE, value=quoted(name))
        ledger.mark_incomplete("part")
        return [], True
    if path in tables:
        params = {"value": quoted(name), "first": tables[path]}
        ledger.report(place, ("table",), faults.TABLE_OF_ANOTHER, **params)
        ledger.mark_incomplete("part")
        return [], True
    tables[path] = f"{place.path}:{place.position(('table',))[0]}"
    text = files[path]
    if text is None:
        ledger.mark_incomplete("part")
        return [], True
    return part_rows(path, text, ledger)
