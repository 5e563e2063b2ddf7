"""A file that stands outside any workspace: read and checked but for what it refers to."""

from __future__ import annotations

import csv
from pathlib import Path

from briefing.domain.value import value
from briefing.problems import Problem, in_order
from briefing.workspace import entries, text_file, yaml_tree
from briefing.workspace.faults import reading, values
from briefing.workspace.fields import Entry
from briefing.workspace.fingerprint import LARGEST
from briefing.workspace.framework_files import FRAMEWORK_KEYS, optional_columns, part_records
from briefing.workspace.ledger import Ledger
from briefing.workspace.models.catalogue import (
    DifficultyEntry,
    DocumentEntry,
    HolidayRow,
    IndicatorEntry,
    PillarEntry,
    SourceEntry,
    SystemEntry,
)
from briefing.workspace.models.frameworks import AssessmentEntry, FrameworkEntry, PartRow
from briefing.workspace.models.observations import ObservationRow
from briefing.workspace.models.plans import PlanEntry, TargetEntry, TaskEntry
from briefing.workspace.models.units import OrganisationEntry, UnitRow
from briefing.workspace.records import (
    YamlPlace,
    keys_of,
    missing_key,
    problem,
    unknown_key,
    validate,
)

_LISTS: dict[str, tuple[str, type[Entry]]] = {
    "targets": ("target", TargetEntry),
    "tasks": ("task", TaskEntry),
    "pillars": ("pillar", PillarEntry),
    "indicators": ("indicator", IndicatorEntry),
    "sources": ("source", SourceEntry),
    "documents": ("document", DocumentEntry),
    "systems": ("system", SystemEntry),
    "difficulties": ("difficulty", DifficultyEntry),
    "organisations": ("unit", OrganisationEntry),
    "assessments": ("assessment", AssessmentEntry),
}
"""What stands under a key at the top of a YAML file."""
_TABLES: tuple[tuple[str, type[Entry]], ...] = (
    ("observation", ObservationRow),
    ("unit", UnitRow),
    ("holiday", HolidayRow),
    ("assessment", AssessmentEntry),
    ("part", PartRow),
)
_WHOLE = ("observation", "unit", "holiday")
"""Tables that must have every column."""
_PLAN = ("plan", "targets", "tasks")


@value
class Alone:
    """A file's text, if it has one, how many entries it holds, and its mistakes."""

    text: str | None
    entries: int
    problems: tuple[Problem, ...]


def read_alone(path: Path) -> Alone:
    """Reads ``path``; its problems name it by its file name alone."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        params: dict[str, str | int] = {"number": error.errno or 0}
        return Alone(None, 0, (Problem(path=path.name, fault=reading.UNREADABLE, params=params),))
    return check_alone(path.name, content)


def check_alone(name: str, content: bytes) -> Alone:
    """The mistakes of a file called ``name``, whatever bytes it holds."""
    text = text_file.decode(name, content)
    if isinstance(text, Problem):
        return Alone(None, 0, (text,))
    ledger = Ledger()
    ledger.problems += text_file.byte_order_mark(name, content)
    if name.lower().endswith(".csv"):
        count = _table(name, text, ledger)
    else:
        count = _lists(name, text, ledger)
    return Alone(text, count, in_order(ledger.problems))


def _table(name: str, text: str, ledger: Ledger) -> int:
    """Rows of the kind of table whose columns the header has most of."""
    try:
        header = {cell.strip() for cell in next(csv.reader(text.splitlines()[:1]), [])}
    except csv.Error:
        header = set()
    kind, model = max(_TABLES, key=lambda table: len(header & set(keys_of(table[1], ()))))
    declared = kind != "part"
    free = () if kind in _WHOLE else optional_columns(model)
    return len(entries.csv_rows(name, text, kind, model, ledger, optional=free, declared=declared))


def _lists(name: str, text: str, ledger: Ledger) -> int:
    """The lists of a plan or of a file of the catalogue, by the keys at its top."""
    tree = yaml_tree.parse(name, text, ledger.problems)
    if tree is None:
        return 0
    place = YamlPlace(name, tree)
    if not isinstance(tree, yaml_tree.MapNode):
        ledger.problems.append(problem(place, (), values.NOT_MAPPING))
        return 0
    if "framework" in tree.entries:
        return _framework(name, tree, ledger)
    one = next((key for key in tree.entries if key in _LISTS and key not in _PLAN), None)
    known = _PLAN if one is None or "plan" in tree.entries else (one,)
    ledger.problems += [
        unknown_key(place, (key,), known) for key in tree.entries if key not in known
    ]
    count = 0
    for key in known:
        if key not in tree.entries:
            continue
        if key == "plan":
            at = YamlPlace(name, tree, ("plan",))
            content = yaml_tree.to_python(tree.entries["plan"])
            count += validate(PlanEntry, content, at, ledger.problems) is not None
        else:
            kind, model = _LISTS[key]
            count += len(entries.yaml_list(name, tree, key, kind, model, ledger))
    if known == _PLAN and "plan" not in tree.entries:
        ledger.problems += [missing_key(place, ("plan",))]
    return count


def _framework(name: str, tree: yaml_tree.MapNode, ledger: Ledger) -> int:
    """The block of a framework's file, and its parts."""
    place = YamlPlace(name, tree)
    ledger.problems += [
        unknown_key(place, (key,), FRAMEWORK_KEYS)
        for key in tree.entries
        if key not in FRAMEWORK_KEYS
    ]
    block = yaml_tree.to_python(tree.entries["framework"])
    at = YamlPlace(name, tree, ("framework",))
    framework = validate(FrameworkEntry, block, at, ledger.problems)
    parts, _ = part_records(name, tree, ledger)
    return (framework is not None) + len(parts)
