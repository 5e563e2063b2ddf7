"""One mistake in an otherwise valid workspace, and where it must be told."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from briefing.problems import Problem, WorkspaceError
from briefing.workspace import load_workspace
from tests.workspaces import FILES, PATHS, changed, line_of, write_workspace


@dataclass(frozen=True)
class Case:
    """A spoilt file, and the code, line and key of the problem that must be told for it.

    ``files`` gives further files of the workspace; ``None`` leaves one out.
    """

    code: str
    path: str
    content: str | bytes | None
    line: int
    key: str = ""
    files: dict[str, str | bytes | None] = field(default_factory=dict)

    def problems(self, root: Path) -> tuple[Problem, ...]:
        """What is told about the workspace with this mistake."""
        write_workspace(root, {self.path: self.content, **self.files})
        with pytest.raises(WorkspaceError) as told:
            load_workspace(root)
        return told.value.problems

    def warnings(self, root: Path) -> tuple[Problem, ...]:
        """What is told of a workspace that has this and is read all the same."""
        write_workspace(root, {self.path: self.content, **self.files})
        return load_workspace(root).warnings


def swap(code: str, stem: str, old: str, new: str, at: str = "", key: str = "") -> Case:
    """``old`` replaced by ``new``; the problem is told on the line that holds ``at`` (``new``)."""
    content = changed(stem, old, new)
    return Case(code, PATHS[stem], content, line_of(content, at or new), key)


def edited(stem: str, *swaps: tuple[str, str]) -> str:
    """The text of a file with every first part, which must be there, replaced by the second."""
    text = FILES[PATHS[stem]]
    for old, new in swaps:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def whole(code: str, stem: str, content: str | bytes, line: int = 0, key: str = "") -> Case:
    """Another content for a whole file."""
    return Case(code, PATHS[stem], content, line, key)


def check(case: Case, root: Path) -> None:
    """The mistake is told, in its place, and nothing else is."""
    problems = case.problems(root)
    assert [(each.code, each.path, each.line) for each in problems] == [
        (case.code, case.path, case.line)
    ]
    if case.key:
        assert problems[0].key == case.key
