"""Which file of a workspace holds what, and which must be there."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from briefing.domain.value import value
from briefing.problems import Fault, Problem, listed, nearest, quoted
from briefing.workspace.faults import notices, reading
from briefing.workspace.fingerprint import CONFIG, DATA, NOT_OURS, SUFFIXES, FileStat

REQUIRED_FOLDERS = ("catalogue", "units", "observations", "plans")
REQUIRED_FILES = (
    "data/catalogue/pillars.yaml",
    "data/catalogue/indicators.yaml",
    "data/catalogue/sources.yaml",
    "data/units/provinces.csv",
)
OPTIONAL_FILES = (
    "data/catalogue/documents.yaml",
    "data/catalogue/systems.yaml",
    "data/catalogue/difficulties.yaml",
    "data/catalogue/holidays.csv",
    "data/units/organisations.yaml",
)
_FOLDERS = (
    ("data/units/", (".csv",)),
    ("data/observations/", (".csv",)),
    ("data/plans/", (".yaml", ".yml")),
    ("data/catalogue/frameworks/", (".yaml", ".yml", ".csv")),
    ("data/assessments/", (".csv", ".yaml", ".yml")),
    ("data/meetings/", (".yaml", ".yml")),
)
_HIDDEN_KIND = tuple(f"{suffix}.txt" for suffix in SUFFIXES)
_SPREADSHEETS = (".xlsx", ".xlsm", ".xls", ".ods")
_KINDS_OF_FOLDER = {
    "catalogue": ("pillar", "indicator", "source", "document"),
    "units": ("unit",),
    "observations": ("observation",),
    "plans": ("plan", "target", "task"),
}
_KINDS_OF_FILE = {
    "data/catalogue/pillars.yaml": "pillar",
    "data/catalogue/indicators.yaml": "indicator",
    "data/catalogue/sources.yaml": "source",
    "data/units/provinces.csv": "unit",
}


@value
class Missing:
    """What a workspace lacks, and the kinds of facts that can therefore not be judged."""

    problems: tuple[Problem, ...]
    kinds: tuple[str, ...]


def missing(root: Path, stats: Iterable[FileStat]) -> Missing:
    """Folders and files that must be there and are not."""
    if not Path(root, DATA).is_dir():
        fault = reading.NO_DATA_FOLDER
        problem = Problem(path=DATA, fault=fault, params={"name": DATA})
        return Missing((problem,), ())
    present = {file.path for file in stats}
    problems: list[Problem] = []
    kinds: list[str] = []
    absent = [name for name in REQUIRED_FOLDERS if not Path(root, DATA, name).is_dir()]
    for name in absent:
        path = f"{DATA}/{name}"
        problems.append(Problem(path=path, fault=reading.NO_FOLDER, params={"name": path}))
        kinds.extend(_KINDS_OF_FOLDER[name])
    for path in REQUIRED_FILES:
        if path not in present and path.split("/")[1] not in absent:
            problems.append(Problem(path=path, fault=reading.NO_FILE, params={"name": path}))
            kinds.append(_KINDS_OF_FILE[path])
    return Missing(tuple(problems), tuple(kinds))


def unseen(root: Path) -> list[Problem]:
    """What below ``data/`` is not read, so that its figures would silently be missing.

    Folders that cannot be listed; folders and links to nowhere that are called like a file of ours:
    a plan that became one would look as if it had been deleted; files that hide their kind behind
    another ending (``x.yaml.txt``, as Windows saves them); and, as warnings, backups and
    spreadsheets left there. Other files may lie there: somebody's notes.
    """
    problems: list[Problem] = []
    if not Path(root, DATA).is_dir():
        return problems

    def enter(error: OSError) -> None:
        path = Path(error.filename).relative_to(root).as_posix()
        params: dict[str, str | int] = {"number": error.errno or 0}
        problems.append(Problem(path=quoted(path), fault=reading.UNREADABLE, params=params))

    for folder, folders, names in os.walk(root / DATA, onerror=enter):
        folders[:] = [name for name in folders if not name.startswith(NOT_OURS)]
        for name in (*folders, *names):
            path = Path(folder, name)
            if name.startswith(NOT_OURS):
                continue
            if name.lower().endswith(SUFFIXES) and not path.is_file():
                problems.append(_no_file(path.relative_to(root).as_posix()))
            elif name not in folders and (fault := _overlooked(name)) is not None:
                problems.append(_not_read(path.relative_to(root).as_posix(), fault))
    return problems


def _no_file(path: str) -> Problem:
    path = quoted(path.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
    return Problem(path=path, fault=reading.NOT_A_FILE, params={"name": path})


def _overlooked(name: str) -> Fault | None:
    """What to say of a file with this name when nobody would read it."""
    name = name.lower()
    if name.endswith(SUFFIXES):
        return None
    if name.endswith(_HIDDEN_KIND):
        return reading.UNKNOWN_FILE
    if name.endswith(_SPREADSHEETS) or any(suffix in name for suffix in SUFFIXES):
        return notices.IGNORED_FILE
    return None


def is_known(path: str) -> bool:
    """Whether the file is one that the program reads (or will: ``data/meetings/``)."""
    if path == CONFIG or path in REQUIRED_FILES or path in OPTIONAL_FILES:
        return True
    return any(path.startswith(folder) and path.endswith(ends) for folder, ends in _FOLDERS)


def unknown_file(path: str) -> Problem:
    """The problem of a file whose figures nobody would read."""
    return _not_read(path, reading.UNKNOWN_FILE)


def _not_read(path: str, fault: Fault) -> Problem:
    path = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    known = [*REQUIRED_FILES, *OPTIONAL_FILES]
    folder_of = path.rpartition("/")[0] + "/"
    places = [each for each in known if each.startswith(folder_of)]
    places += [f"{folder}*{ends[0]}" for folder, ends in _FOLDERS]
    hidden = path.lower().endswith(_HIDDEN_KIND)
    params: dict[str, str | int] = {
        "name": quoted(path),
        "known": listed(places),
        "suggestion": quoted(path[: -len(".txt")]) if hidden else nearest(path, known),
    }
    return Problem(path=quoted(path), fault=fault, params=params)
