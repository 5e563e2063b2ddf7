"""What people type under fire: arguments and options, dialogs, the environment, file names."""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

from briefing import cli
from briefing.commands import COMMANDS
from briefing.desk import LATEST, Desk, read_day
from briefing.problems import ProblemsError
from briefing.screens.day import DayScreen
from briefing.screens.search import SearchScreen
from briefing.screens.units import UnitScreen
from briefing.show.rendering import as_text
from briefing.store.reading import Reader
from briefing.workspace import load_workspace
from tests.fuzz.material import BYTES, DAYS, NAMES, TEXTS, WORDS
from tests.fuzz.plain import TRANSLATORS, check_plain, check_told
from tests.fuzz.readers import fresh_workspace
from tests.fuzz.showing import TODAY
from tests.fuzz.watch import limited

CODES = (0, 1, 2)
CALL_SECONDS = 2.0
"""A call reads the folder, syncs where it must, and prints."""
OPTIONS = ("--unit", "--as-of", "--known-on", "--language", "--workspace", "--format", "--group")
SCREENS = (
    *("overview", "pillars", "tasks", "compare", "ranking", "matrix", "systems", "difficulties"),
    *("indicator", "source"),
)
UNTYPABLE = tuple(piece.decode("utf-8", "surrogateescape") for piece in BYTES if piece != b"\x00")
SAID = tuple(word for word in (*WORDS, *UNTYPABLE) if "\0" not in word)
"""What can stand in an argument or the environment: no NUL, but any other byte."""


class Arguments:
    """Command lines: the commands with hostile values for names, units, days and options."""

    name = "arguments"

    def __init__(self, root: Path):
        self._root = root
        fresh_workspace(root)

    def make(self, chance: random.Random) -> bytes:
        """A command line, as a JSON list."""
        line: list[str] = []
        if chance.random() < 0.85:
            line += ["show", chance.choice(SCREENS)]
            if line[1] in ("indicator", "source", "compare"):
                line += [chance.choice(SAID) for _ in range(chance.randint(1, 3))][:2]
        elif chance.random() < 0.4:
            line += ["whatif", *(chance.choice(SAID) for _ in range(chance.randint(0, 2)))]
        elif chance.random() < 0.5:
            line.append(chance.choice(("sync", "show", chance.choice(SAID))))
        for _ in range(chance.randint(0, 2)):
            option = chance.choice(OPTIONS)
            words = DAYS if option in ("--as-of", "--known-on") and chance.random() < 0.6 else SAID
            value = chance.choice([word for word in words if "\0" not in word])
            line += [f"{option}={value}"] if chance.random() < 0.4 else [option, value]
        return json.dumps(line).encode("ascii")

    def take(self, case: bytes) -> bool:
        """See :class:`tests.fuzz.readers.Target`."""
        with limited(CALL_SECONDS):
            return called(json.loads(case), self._root) == 0


class Environment:
    """Hostile environments of a plain call."""

    name = "environment"

    NAMES = (
        *("LANG", "LC_ALL", "LANGUAGE", "TERM", "COLUMNS", "LINES", "NO_COLOR", "COLORTERM"),
        *("BRIEFING_WORKSPACE", "HOME", "USER", "LOGNAME", "TZ", "TMPDIR", "XDG_STATE_HOME"),
        *("XDG_CACHE_HOME", "PATH", "EDITOR", "TEXTUAL", "TEXTUAL_FPS", "SSH_TTY", "TMUX"),
    )

    def __init__(self, root: Path):
        self._root = root
        fresh_workspace(root)

    def make(self, chance: random.Random) -> bytes:
        """Some variables, as JSON."""
        names = chance.sample(self.NAMES, chance.randint(1, 4))
        given = {name: chance.choice((*SAID, "1000000000", "-5", "0")) for name in names}
        return json.dumps(given).encode("ascii")

    def take(self, case: bytes) -> bool:
        """See :class:`tests.fuzz.readers.Target`."""
        given = json.loads(case)
        line = ["sync"] if len(case) % 3 == 0 else ["show", SCREENS[len(case) % 4]]
        with limited(CALL_SECONDS), mock.patch.dict(os.environ, given):
            return called(line, self._root, terminal=len(case) % 2 == 0) == 0


class Dialogs:
    """Text typed or pasted into the dialogs: search, commands, unit, day."""

    name = "dialogs"

    def __init__(self, root: Path):
        settings = fresh_workspace(root)
        self._desk = Desk(settings, TODAY)
        with Reader(settings.database) as reader:
            unit = self._desk.focus(reader, None, LATEST)
            self._view = self._desk.view(reader, unit.key, LATEST)

    def make(self, chance: random.Random) -> bytes:
        """A text, or several joined."""
        words = (*WORDS, *DAYS, *NAMES)
        text = chance.choice(("", " ", "/")).join(
            chance.choice(words) for _ in range(chance.randint(1, 3))
        )
        return text.encode("utf-8", "surrogatepass")

    def take(self, case: bytes) -> bool:
        """See :class:`tests.fuzz.readers.Target`."""
        text = case.decode("utf-8", "surrogatepass")
        dialogs = (SearchScreen(), SearchScreen(commands_only=True), UnitScreen(), DayScreen())
        for dialog in dialogs:
            kind = type(dialog)
            with mock.patch.object(kind, "desk", self._stand_in(len(case)), create=True):
                with limited():
                    page = dialog.page_for(text)
                check_plain(as_text(page, "", 60), many_lines=True)
                check_plain(dialog.title_text())
        return read_day(text) is not None

    def _stand_in(self, number: int) -> SimpleNamespace:
        """What a dialog asks of the app."""
        return SimpleNamespace(
            desk=self._desk,
            view=self._view,
            as_of=LATEST,
            known_on=None,
            keys_in_force={command.id: command.keys for command in COMMANDS},
            tr=TRANSLATORS[number % len(TRANSLATORS)],
            open_reader=lambda: Reader(self._desk.settings.database),
        )


class FileNames:
    """Files, folders, links and pipes with hostile names below ``data/``."""

    name = "file names"

    FOLDERS = ("", "catalogue/", "units/", "observations/", "plans/", "meetings/", "x/")
    ENDS = (".yaml", ".csv", ".yml", ".YAML", ".csv ", "", ".db", "~", ".yaml\n")
    KINDS = ("file", "copy", "folder", "link", "loop", "pipe")

    def __init__(self, root: Path):
        self._root = root

    def make(self, chance: random.Random) -> bytes:
        """Some entries, as JSON: folder and name, and what it is."""
        made = []
        for _ in range(chance.randint(1, 3)):
            name = chance.choice(SAID).replace("/", "∕") + chance.choice(self.ENDS)
            made.append([chance.choice(self.FOLDERS), name, chance.choice(self.KINDS)])
        return json.dumps(made).encode("ascii")

    def take(self, case: bytes) -> bool:
        """See :class:`tests.fuzz.readers.Target`."""
        settings = fresh_workspace(self._root) if not self._root.exists() else None
        del settings
        entries = json.loads(case)
        before = {path for path in (self._root / "data").rglob("*")}
        try:
            for folder, name, kind in entries:
                _put(self._root / "data", folder, name, kind)
            with limited(CALL_SECONDS):
                code = called(["show", "overview"], self._root)
            try:
                with limited():
                    load_workspace(self._root)
            except ProblemsError as error:
                check_told(error, {})
                # A folder or link beside the files changes none of them: the next sync tells it.
                unseen = all(problem.code == "not_a_file" for problem in error.problems)
                assert code == 1 or unseen
                return False
            assert code == 0
            return True
        finally:
            _tidy(self._root / "data", before)


def _put(data: Path, folder: str, name: str, kind: str) -> None:
    """Makes an entry; one that the file system refuses is left out."""
    path = os.fsencode(data / folder) + b"/" + name.encode("utf-8", "surrogateescape")
    try:
        os.makedirs(data / folder, exist_ok=True)
        match kind:
            case "folder":
                os.mkdir(path)
            case "link":
                os.symlink(b"/dev/zero", path)
            case "loop":
                os.symlink(b"..", path)
            case "pipe":
                os.mkfifo(path)
            case "copy":
                shutil.copy(os.fsencode(data / "plans/plan.yaml"), path)
            case _:
                with open(path, "xb") as file:
                    file.write(TEXTS[len(name) % len(TEXTS)].encode("utf-8"))
    except OSError:
        return


def _tidy(data: Path, before: set[Path]) -> None:
    for path in sorted(set(data.rglob("*")) - before, key=lambda path: len(path.parts)):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def called(line: list[str], cwd: Path, *, terminal: bool = False) -> int:
    """Carries a command line out in this process; its exit code.

    Raises for an unknown exit code, and for anything that a terminal would obey.
    """
    with _streams(cwd, terminal) as (out, err):
        try:
            code = cli.run(line)
        except SystemExit as end:  # as --help ends
            code = end.code if isinstance(end.code, int) else 1
    assert code in CODES, code
    for stream in (out, err):
        stream.flush()
        check_plain(stream.buffer.getvalue().decode("utf-8"), many_lines=True)  # type: ignore[attr-defined]
    return code


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


@contextmanager
def _streams(cwd: Path, terminal: bool) -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    """This process's streams and folder as a call finds them; nothing to read on stdin."""
    kind = _Terminal if terminal else io.TextIOWrapper
    out = kind(io.BytesIO(), "utf-8", "strict")
    err = io.TextIOWrapper(io.BytesIO(), "utf-8", "backslashreplace")
    before = Path.cwd()
    kept: Mapping[str, str] = dict(os.environ)
    os.chdir(cwd)
    with (
        mock.patch.object(sys, "stdout", out),
        mock.patch.object(sys, "stderr", err),
        mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO())),
    ):
        try:
            yield out, err
        finally:
            os.chdir(before)
            os.environ.clear()
            os.environ.update(kept)
