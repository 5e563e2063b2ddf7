"""Every mistake of a folder, of some of its files, or of a file that stands alone.

Nothing is kept and nothing is written: what was found is what is in the files now. (Whether a
folder has changed since the last sync is another question, which ``workspace.fingerprint`` answers
from sizes and times in milliseconds.)
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from briefing.commands import COMMANDS
from briefing.domain.value import value
from briefing.problems import Problem, ProblemsError, WorkspaceError, in_order
from briefing.settings import CONFIG, find_workspace, load_settings
from briefing.workspace.fingerprint import DATA, LARGEST, SUFFIXES, config_bytes

ACTIONS = frozenset(command.id for command in COMMANDS)


@value
class Finding:
    """A problem, the file that a user would open for it, and the line that it stands on.

    ``file`` is relative to where the check was called from; ``line`` is ``None`` where the problem
    is in the file as a whole or the file could not be read.
    """

    problem: Problem
    file: str
    line: str | None


@value
class Checked:
    """What a check found, in the order of files and lines.

    ``entries`` counts facts: units, figures, plans, targets, tasks and all others that files
    declare. ``elsewhere`` counts the errors of the workspace that lie outside the paths asked for.
    ``alone``: files outside any workspace, whose references cannot be judged.
    """

    files: int
    entries: int
    findings: tuple[Finding, ...]
    elsewhere: int = 0
    alone: int = 0

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return len(self.findings) - self.warnings

    @property
    def warnings(self) -> int:
        """How many findings are warnings."""
        return sum(found.problem.fault.warning for found in self.findings)

    @property
    def strictly(self) -> Checked:
        """The same with every warning an error."""
        return replace(self, findings=tuple(map(_as_error, self.findings)))


def _as_error(found: Finding) -> Finding:
    fault = replace(found.problem.fault, warning=False)
    return replace(found, problem=replace(found.problem, fault=fault))


class NoSuchPathError(Exception):
    """A path to check that is not there, or is neither YAML nor CSV nor a folder."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def check(
    root: Path | None, paths: Sequence[str], base: Path, named_from: Path | None = None
) -> Checked:
    """Checks the workspace ``root`` as a whole, or what of it and beside it ``paths`` name.

    ``paths`` are read from the folder ``base``; the files of findings are named from
    ``named_from``, else from ``base`` too. Without ``root`` each path belongs to the nearest
    workspace above it; a folder that holds workspaces stands for them.
    Raises :class:`NoSuchPathError`.
    """
    if not paths and root is not None:
        return _together([_workspace(root, [root], named_from or base)])
    asked: dict[Path, list[Path]] = {}
    alone: list[Path] = []
    for name in paths:
        path = _existing(base, name)
        home = _home(path, root)
        if home is not None:
            asked.setdefault(home, []).append(path)
        elif path.is_file():
            alone.append(path)
        else:
            below = list(_workspaces_below(path))
            for found in below:
                asked.setdefault(found, []).append(found)
            if not below:
                alone.extend(_files_below(path))
    return _together(
        [
            *(_workspace(home, wanted, named_from or base) for home, wanted in asked.items()),
            *(_alone(path, named_from or base) for path in dict.fromkeys(alone)),
        ]
    )


def _existing(base: Path, name: str) -> Path:
    try:
        path = Path(os.path.abspath(base / Path(name).expanduser()))
        there = path.is_dir() or (path.is_file() and path.suffix.lower() in SUFFIXES)
    except (OSError, ValueError, RuntimeError):  # a name no file can have; ~somebody unknown
        there = False
    if not there:
        raise NoSuchPathError(name)
    return path


def _home(path: Path, root: Path | None) -> Path | None:
    """The workspace that reads ``path``; ``None`` for what stands outside ``data/``."""
    folder = path if path.is_dir() else path.parent
    home = root or find_workspace(folder)
    if home is None:
        return None
    home = Path(os.path.abspath(home))
    ours = path in (home, home / CONFIG, home / DATA) or path.is_relative_to(home / DATA)
    return home if ours else None


def _workspaces_below(folder: Path) -> Iterator[Path]:
    for path, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if CONFIG in names:
            folders.clear()
            yield Path(path)


def _files_below(folder: Path) -> Iterator[Path]:
    for path, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                yield Path(path, name)


def _workspace(root: Path, wanted: Sequence[Path], base: Path) -> Checked:
    """A whole workspace is read, for its references; what is told is what lies in ``wanted``."""
    from briefing.workspace.config_units import unknown_units
    from briefing.workspace.loading import load
    from briefing.workspace.seen import Seen

    config, problems = _config(root)
    try:
        load_settings(root, ACTIONS)
    except ProblemsError as error:
        problems += error.problems
    seen = Seen()
    try:
        problems += load(root, seen=seen).warnings
    except WorkspaceError as error:
        problems += [*error.problems, *error.warnings]
    if config is not None:
        problems += unknown_units(config, seen.units)
    texts = {**seen.texts, **({} if config is None else {CONFIG: config})}

    def is_wanted(path: str) -> bool:
        whole = root / path
        return any(whole == one or whole.is_relative_to(one) for one in wanted)

    told = [problem for problem in problems if is_wanted(problem.path)]
    return Checked(
        files=sum(map(is_wanted, texts)),
        entries=sum(count for path, count in seen.entries.items() if is_wanted(path)),
        findings=tuple(_findings(told, texts, root, base)),
        elsewhere=sum(
            not problem.fault.warning for problem in problems if not is_wanted(problem.path)
        ),
    )


def _config(root: Path) -> tuple[str | None, list[Problem]]:
    """The text of ``config.yaml``, and what is to be said of its bytes beside its reading."""
    from briefing.workspace import text_file

    try:
        content = config_bytes(root)
    except OSError:
        return None, []
    text = text_file.decode(CONFIG, content)
    if isinstance(text, Problem):
        return None, []
    return text, text_file.byte_order_mark(CONFIG, content)


def _alone(path: Path, base: Path) -> Checked:
    """A file without its workspace: all but what it refers to."""
    from briefing.workspace.lone_file import read_alone

    found = read_alone(path)
    texts = {} if found.text is None else {path.name: found.text}
    return Checked(
        files=1,
        entries=found.entries,
        findings=tuple(_findings(found.problems, texts, path.parent, base)),
        alone=1,
    )


def _findings(
    problems: Iterable[Problem], texts: Mapping[str, str], root: Path, base: Path
) -> Iterator[Finding]:
    from briefing.workspace.text_file import lines_of

    lines: dict[str, list[str]] = {}
    for problem in in_order(problems):
        if problem.line and problem.path not in lines:
            text = texts.get(problem.path)
            lines[problem.path] = lines_of(_as_it_is(root / problem.path) if text is None else text)
        there = lines.get(problem.path, [])
        line = there[problem.line - 1] if 0 < problem.line <= len(there) else None
        yield Finding(problem, _shown(root / problem.path, base), line)


def _as_it_is(path: Path) -> str:
    """A file that is no UTF-8, with "�" where it cannot be read; empty when it is gone."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST).decode("utf-8-sig", "replace")
    except OSError:
        return ""


def _shown(path: Path, base: Path) -> str:
    """``path`` as it is named from ``base``, with ``/``; in full on another drive."""
    try:
        return os.path.relpath(path, base).replace(os.sep, "/")
    except ValueError:
        return path.as_posix()


def _together(parts: Sequence[Checked]) -> Checked:
    return Checked(
        files=sum(part.files for part in parts),
        entries=sum(part.entries for part in parts),
        findings=tuple(found for part in parts for found in part.findings),
        elsewhere=sum(part.elsewhere for part in parts),
        alone=sum(part.alone for part in parts),
    )
