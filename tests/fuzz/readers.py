"""The readers of the folder under fire: ``config.yaml`` and each kind of data file."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from briefing.commands import in_force
from briefing.opening import ACTIONS, open_workspace, sync
from briefing.pages.guide import help_page
from briefing.problems import ProblemsError
from briefing.settings import Settings, database_hint, load_settings
from briefing.show.rendering import as_text
from briefing.workspace import load_workspace
from tests.fuzz.material import shipped, shipped_entries, small_files
from tests.fuzz.mutations import spoil
from tests.fuzz.plain import TRANSLATORS, check_plain, check_told
from tests.fuzz.showing import show_some
from tests.fuzz.watch import limited
from tests.workspaces import write_workspace

SHOWING_SECONDS = 3.0
"""Of the processor's time, for some forty pages drawn once in one language."""


class Target(Protocol):
    """Something that reads hostile bytes.

    ``take`` says whether they were accepted, and raises for whatever must not happen.
    """

    @property
    def name(self) -> str:
        """What the table calls it."""

    def make(self, chance: random.Random) -> bytes:
        """A case."""

    def take(self, case: bytes) -> bool:
        """Reads a case: true when it was accepted, false when it was refused in plain words."""


def fresh_workspace(root: Path) -> Settings:
    """The small workspace in ``root``, its database built."""
    shutil.rmtree(root, ignore_errors=True)
    write_workspace(root)
    settings = load_settings(root, ACTIONS)
    sync(settings)
    return settings


class DataFile:
    """A file of ``data/``: what is accepted is stored, and every page is drawn from it."""

    def __init__(self, name: str, path: str, donor: Callable[[random.Random], str], root: Path):
        self.name = name
        self._path = path
        self._donor = donor
        self._settings = fresh_workspace(root)
        self._file = root / path
        self._original = small_files()[path].encode("utf-8")

    def make(self, chance: random.Random) -> bytes:
        """The small workspace's file, at times with shipped entries beside its own, spoilt."""
        content = self._original
        if chance.random() < 0.3:
            content += self._donor(chance).encode("utf-8")
        return spoil(content, self._path, chance)

    def take(self, case: bytes) -> bool:
        """See :class:`Target`."""
        self._file.write_bytes(case)
        try:
            with limited():
                load_workspace(self._settings.root)
        except ProblemsError as error:
            check_told(error, {self._path: case})
            return False
        with limited():
            sync(self._settings)
        tr = TRANSLATORS[len(case) % len(TRANSLATORS)]
        with limited(SHOWING_SECONDS):
            show_some(self._settings, tr, len(case))
        return True


REMAPPED = b"""unit: "37"
compare: ["24", "37"]
language: en
theme: contrast
ascii: true
as_of: 2024-01-07
keys:
  search: "ctrl+f, f10"
  quit: "ctrl+q, x"
  palette: "f11, z"
"""
"""Settings of every kind, keys among them."""


class ConfigFile:
    """``config.yaml``: the settings, the hint of the start, and opening the workspace."""

    name = "config.yaml"

    def __init__(self, root: Path):
        self._root = root
        self._settings = fresh_workspace(root)
        self._original = small_files()["config.yaml"].encode("utf-8")
        self._shipped = shipped(".", "config.yaml")[0].encode("utf-8")

    def make(self, chance: random.Random) -> bytes:
        """The small or the shipped file, spoilt."""
        content = chance.choice((self._original, self._original, self._shipped, REMAPPED))
        return spoil(content, "config.yaml", chance)

    def take(self, case: bytes) -> bool:
        """See :class:`Target`."""
        (self._root / "config.yaml").write_bytes(case)
        with limited():
            database_hint(case)
        try:
            with limited():
                settings = load_settings(self._root, ACTIONS)
        except ProblemsError as error:
            check_told(error, {"config.yaml": case})
            return False
        page = help_page(TRANSLATORS[0], in_force(settings.keys))
        check_plain(as_text(page, "", 80), many_lines=True)
        text = settings.to_json()
        assert Settings.from_json(text, self._root) == settings, "kept otherwise than read"
        if settings.database == self._settings.database:  # nothing is written elsewhere
            with limited(SHOWING_SECONDS):
                opened = open_workspace(self._root)
                assert opened.settings == settings
                sync(settings)
                show_some(settings, TRANSLATORS[len(case) % 2], len(case))
        return True


def _some(entries: tuple[str, ...], chance: random.Random) -> str:
    start = chance.randrange(len(entries))
    return "".join(entries[start : start + chance.randint(1, 4)])


def _entries(path: str) -> Callable[[random.Random], str]:
    return lambda chance: _some(shipped_entries(path), chance)


def _files(folder: str, suffix: str) -> Callable[[random.Random], str]:
    """A shipped file's lines but for its first: another plan's targets, another file's rows."""
    return lambda chance: chance.choice(shipped(folder, suffix)).partition("\n")[2]


DATA_FILES = {
    "pillars.yaml": ("data/catalogue/pillars.yaml", _entries("data/catalogue/pillars.yaml")),
    "indicators.yaml": (
        "data/catalogue/indicators.yaml",
        _entries("data/catalogue/indicators.yaml"),
    ),
    "sources.yaml": ("data/catalogue/sources.yaml", _entries("data/catalogue/sources.yaml")),
    "documents.yaml": ("data/catalogue/documents.yaml", _entries("data/catalogue/documents.yaml")),
    "systems.yaml": ("data/catalogue/systems.yaml", _entries("data/catalogue/systems.yaml")),
    "difficulties.yaml": (
        "data/catalogue/difficulties.yaml",
        _entries("data/catalogue/difficulties.yaml"),
    ),
    "holidays.csv": ("data/catalogue/holidays.csv", _entries("data/catalogue/holidays.csv")),
    "provinces.csv": ("data/units/provinces.csv", _entries("data/units/provinces.csv")),
    "districts.csv": ("data/units/districts.csv", _entries("data/units/districts.csv")),
    "organisations.yaml": (
        "data/units/organisations.yaml",
        _entries("data/units/organisations.yaml"),
    ),
    "observations": ("data/observations/figures.csv", _files("data/observations", ".csv")),
    "plans": ("data/plans/plan.yaml", _files("data/plans", ".yaml")),
}
"""Each kind of data file: the small workspace's, and where more entries come from."""


def data_file(name: str, root: Path) -> DataFile:
    """The reader of one kind of data file, with a workspace of its own in ``root``."""
    path, donor = DATA_FILES[name]
    return DataFile(name, path, donor, root)
