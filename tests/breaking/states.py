"""One folder in two states that differ in figures, a goal, tasks and the newest day at once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.cli.calling import Said, call
from tests.workspaces import FILES, PATHS, changed, write_workspace

DATABASE = Path("database", "briefing.db")
DATA = "data"
STATES_FOLDER = "states"

QUESTIONS: tuple[tuple[str, ...], ...] = (
    ("show", "overview"),
    ("show", "pillars", "--format", "json"),
    ("show", "tasks", "--format", "csv"),
    ("show", "compare", "37", "24"),
    ("show", "indicator", "ho_so_truc_tuyen", "--format", "md"),
    ("show", "source", "bao_nb", "--format", "json"),
)
"""Calls whose answers differ between the two states."""

_EDITS = {
    "figures": (
        ("69.83,at_least,339252,485762", "71.25,exact,346105,485762"),
        ("trên 69,83%", "71,25%"),
        (",13,,13,63,,,13/63,", ",9,,9,63,,,9/63,"),
        ("90,almost", "94,almost"),
        ("gần 90%", "gần 94%"),
        ("bao_bg,2,2023-12-20,no", "bao_bg,2,2024-02-20,no"),
        ("bao_nb,7,2024-01-07", "bao_nb,7,2024-02-01"),
    ),
    "plan": (
        ("goal: 12,", "goal: 8,"),
        ("to: 50,", "to: 75,"),
        ("Vào nhóm 12 tỉnh", "Vào nhóm 8 tỉnh"),
        ("title: Nâng cấp Cổng dịch vụ công", "title: Thay Cổng dịch vụ công"),
        ("due: 2023-12-31, by: UBND tỉnh", "due: 2024-06-30, by: UBND tỉnh"),
        ("state: awaiting, due: 2024-03-31, waiting_on: kinh phí", "state: open, due: 2024-01-31"),
    ),
}


def _edited(stem: str) -> str:
    text = FILES[PATHS[stem]]
    for old, new in _EDITS[stem]:
        if old not in text:
            raise AssertionError(f"{PATHS[stem]} does not hold {old!r}")
        text = text.replace(old, new, 1)
    return text


STATES: Mapping[str, Mapping[str, str]] = {
    "A": {PATHS[stem]: FILES[PATHS[stem]] for stem in ("figures", "plan")},
    "B": {PATHS[stem]: _edited(stem) for stem in ("figures", "plan")},
}
"""The files that differ, by state."""


def put(root: Path, state: str) -> None:
    """Bring the folder into a state in one step: at no moment is it a mixture of two.

    ``data`` is a link; what it leads to is made ready first, each time anew.
    """
    number = len(list((root / STATES_FOLDER).iterdir()))
    fresh = root / STATES_FOLDER / str(number)
    shutil.copytree(root / DATA, fresh, copy_function=shutil.copy)
    for path, text in STATES[state].items():
        (fresh / Path(path).relative_to(DATA)).write_text(text, encoding="utf-8")
    _lead(root, number)


def folder(root: Path, state: str) -> Path:
    """A folder in a state, without a database."""
    config = changed("config", "data/briefing.db", DATABASE.as_posix())
    write_workspace(root, dict(STATES[state]), config=config)
    (root / STATES_FOLDER).mkdir()
    os.rename(root / DATA, root / STATES_FOLDER / "0")
    _lead(root, 0)
    return root


def _lead(root: Path, number: int) -> None:
    link = root / f"{DATA}.new"
    link.symlink_to(Path(STATES_FOLDER, str(number)))
    os.replace(link, root / DATA)


def answers(place: Path) -> dict[tuple[str, ...], dict[str, str]]:
    """For each question what it prints in each state; no two states answer alike."""
    roots = {state: folder(place / state, state) for state in STATES}
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for question in QUESTIONS:
        said = {state: call(*question, cwd=root) for state, root in roots.items()}
        for one in said.values():
            assert_quiet(one)
        found[question] = {state: one.out for state, one in said.items()}
        assert found[question]["A"] != found[question]["B"], question
    return found


def assert_quiet(said: Said) -> None:
    """Nothing that a user would take for trouble."""
    assert (said.code, said.err) == (0, ""), said
