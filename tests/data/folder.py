"""Reads the shipped folder plainly, with nothing of the program in between."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from briefing.domain.periods import read_deadline

DATA = Path(__file__).resolve().parents[2] / "data"
Entry = dict[str, Any]
Row = dict[str, str]


@cache
def entries(name: str) -> tuple[Entry, ...]:
    """The entries of a catalogue file or of ``units/organisations.yaml``."""
    folder = "units" if name == "organisations" else "catalogue"
    text = (DATA / folder / f"{name}.yaml").read_text(encoding="utf-8")
    return tuple(yaml.safe_load(text)[name])


@cache
def rows(pattern: str) -> tuple[Row, ...]:
    """The rows of every CSV file that ``pattern`` finds under the data folder."""
    found: list[Row] = []
    for path in sorted(DATA.glob(pattern)):
        with path.open(encoding="utf-8", newline="") as file:
            found.extend(csv.DictReader(file))
    return tuple(found)


@cache
def plans() -> tuple[Entry, ...]:
    """The plan files: each with ``plan``, ``targets`` and ``tasks``."""
    paths = sorted((DATA / "plans").glob("*.yaml"))
    return tuple(yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths)


def targets() -> tuple[Entry, ...]:
    """The targets of all plans."""
    return tuple(target for plan in plans() for target in plan["targets"])


def tasks() -> tuple[Entry, ...]:
    """The tasks of all plans."""
    return tuple(task for plan in plans() for task in plan["tasks"])


def observations() -> tuple[Row, ...]:
    """All figures."""
    return rows("observations/*.csv")


def observation(name: str) -> Row:
    """The figure with the id ``name``; ``KeyError`` when there is none."""
    return {row["id"]: row for row in observations()}[name]


def target(name: str) -> Entry:
    """The target with the id ``name``."""
    return {entry["id"]: entry for entry in targets()}[name]


def task(name: str) -> Entry:
    """The task with the id ``name``."""
    return {entry["id"]: entry for entry in tasks()}[name]


def written(entry: Entry) -> str:
    """A deadline as officials wrote it: ``due_written``, else ``due`` where that is no ISO day."""
    due = entry.get("due", "")
    return str(entry.get("due_written") or ("" if isinstance(due, date) else due))


def due(entry: Entry) -> date | None:
    """The last day of a deadline; ``None`` where it recurs or nobody set one."""
    found = entry.get("due")
    return found if found is None or isinstance(found, date) else read_deadline(str(found)).end


def parts(cell: str) -> tuple[str, ...]:
    """The parts of a cell, which are joined by ``; ``."""
    return tuple(cell.split("; ")) if cell else ()


def units_on(table: str, parent: str, day: date) -> set[str]:
    """The codes in ``units/<table>.csv`` with ``parent`` that are valid on ``day``."""
    return {
        row["code"]
        for row in rows(f"units/{table}.csv")
        if row["parent"] == parent
        and (not row["valid_from"] or date.fromisoformat(row["valid_from"]) <= day)
        and (not row["valid_to"] or day <= date.fromisoformat(row["valid_to"]))
    }


_NUMBER = r"\d\.\d{4}|\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?"


def read_in_vietnamese(printed: str) -> tuple[float | None, float | None]:
    """The number that ``printed`` spells, and what stands after a slash ("16/18").

    A dot groups thousands, a comma begins the decimals; an index with four decimals is printed with
    a dot on some pages ("0.8002").
    """
    found = re.search(rf"({_NUMBER})(?:/({_NUMBER}))?", printed)
    if found is None:
        return None, None
    first, second = (None if text is None else _machine(text) for text in found.groups())
    return first, second


def _machine(text: str) -> float:
    if re.fullmatch(r"\d\.\d{4}", text):
        return float(text)
    return float(text.replace(".", "").replace(",", "."))


def every_text() -> Iterator[tuple[str, str]]:
    """Each file of the folder with its text."""
    for path in sorted(DATA.rglob("*")):
        if path.suffix in {".csv", ".yaml", ".md"}:
            yield path.relative_to(DATA).as_posix(), path.read_text(encoding="utf-8")


def noted() -> Iterator[tuple[str, str, str]]:
    """Id, note and English note of everything that may carry one."""
    for row in observations():
        yield row["id"], row["note"], row["note_en"]
    catalogue = ("sources", "documents", "systems")
    found = [entry for name in catalogue for entry in entries(name)]
    for plan in plans():
        found += [plan["plan"], *plan["targets"], *plan["tasks"]]
    for entry in found:
        yield entry["id"], entry.get("note", ""), entry.get("note_en", "")
