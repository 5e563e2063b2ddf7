"""Which file of a workspace holds what, and which must be there."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from briefing.domain.value import value
from briefing.problems import Problem, listed, nearest, quoted
from briefing.workspace.faults import reading
from briefing.workspace.fingerprint import CONFIG, DATA, NOT_OURS, FileStat

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
    ("data/meetings/", (".yaml", ".yml")),
)
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


def unlisted(root: Path) -> list[Problem]:
    """Folders below ``data/`` that cannot be listed: their figures would silently be missing."""
    problems: list[Problem] = []
    if not Path(root, DATA).is_dir():
        return problems

    def enter(error: OSError) -> None:
        path = Path(error.filename).relative_to(root).as_posix()
        params: dict[str, str | int] = {"number": error.errno or 0}
        problems.append(Problem(path=quoted(path), fault=reading.UNREADABLE, params=params))

    for _, folders, _ in os.walk(root / DATA, onerror=enter):
        folders[:] = [name for name in folders if not name.startswith(NOT_OURS)]
    return problems


def is_known(path: str) -> bool:
    """Whether the file is one that the program reads (or will: ``data/meetings/``)."""
    if path == CONFIG or path in REQUIRED_FILES or path in OPTIONAL_FILES:
        return True
    return any(path.startswith(folder) and path.endswith(ends) for folder, ends in _FOLDERS)


def unknown_file(path: str) -> Problem:
    """The problem of a file whose figures nobody would read."""
    known = [*REQUIRED_FILES, *OPTIONAL_FILES]
    folder_of = path.rpartition("/")[0] + "/"
    places = [each for each in known if each.startswith(folder_of)]
    places += [f"{folder}*{ends[0]}" for folder, ends in _FOLDERS]
    params: dict[str, str | int] = {
        "name": quoted(path),
        "known": listed(places),
        "suggestion": nearest(path, known),
    }
    return Problem(path=path, fault=reading.UNKNOWN_FILE, params=params)
