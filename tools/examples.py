"""What README.md and the guides show of the program, kept true: ``make pictures``.

Three kinds of parts are written by the program itself:

- a ``console`` block: the output under each ``$ briefing`` line. A last line ``…`` says that the
  rest is left out; a command without output is only run. In a ``console fails`` block a command is
  meant to fail and shows what it says on stderr. A ``console edits`` block works on a copy of the
  workspace, one for the whole page, shows both streams, and may lay files there with ``$ cp`` and
  take them away with ``$ rm``;
- a ``text`` block straight after an ``sql`` block: the rows that the query finds;
- the lines between ``<!-- keys:vi -->`` and ``<!-- end -->``: the table of keys in Vietnamese.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing.commands import COMMANDS, shown_keys
from briefing.language import Language, translator
from tools.picture import ROOT, shipped_settings

PAGES = tuple(
    ROOT / name
    for name in (
        "README.md",
        "docs/huong-dan.md",
        "docs/guide.md",
        "docs/plans.md",
        "docs/plans-en.md",
        "docs/standing.md",
        "docs/standing-en.md",
    )
)
CUT = "…"
FAILS, EDITS = " fails", " edits"
_CONSOLE = re.compile(r"(```console( fails| edits)?\n)(.*?)(?=^```$)", re.DOTALL | re.MULTILINE)
_QUERY = re.compile(r"```sql\n(.*?)^```\n\n```text\n(.*?)(?=^```$)", re.DOTALL | re.MULTILINE)
_KEYS = re.compile(r"(<!-- keys:(vi|en) -->\n).*?(?=<!-- end -->)", re.DOTALL)


def refreshed(page: str, workspace: Path) -> str:
    """``page`` with every generated part as the program says it today.

    Raises ``subprocess.CalledProcessError`` for a command that fails, ``sqlite3.Error`` for a
    query.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "copy")

        def console(block: re.Match[str]) -> str:
            if block[2] != EDITS:
                return block[1] + _console(block[3], workspace, fails=block[2] == FAILS)
            if not copy.exists():
                shutil.copytree(workspace, copy)
            return block[1] + _console(block[3], copy, fails=True)

        page = _CONSOLE.sub(console, page)
    page = _QUERY.sub(lambda block: _answered(block, workspace), page)
    return _KEYS.sub(lambda part: part[1] + keys_table(Language(part[2])), page)


def commands(page: str) -> Iterator[str]:
    """Every command line that ``page`` shows in a ``console`` block."""
    for block in _CONSOLE.finditer(page):
        yield from (line[2:] for line in block[3].splitlines() if line.startswith("$ "))


def keys_table(language: Language) -> str:
    """The keys of every action, as a Markdown table."""
    tr = translator(language)
    head = {Language.VI: ("Phím", "Việc"), Language.EN: ("Keys", "What they do")}[language]
    rows = [head, ("---", "---")]
    for command in COMMANDS:
        keys = ", ".join(f"`{key}`" for key in shown_keys(command.keys))
        rows.append((keys, tr.gettext(command.help)))
    return "".join(f"| {keys} | {said} |\n" for keys, said in rows)


def ask(database: Path, query: str) -> list[Sequence[object]]:
    """The rows that ``query`` finds in the database, opened read-only."""
    connection = sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def _console(block: str, workspace: Path, *, fails: bool) -> str:
    said: list[str] = []
    for shown in re.split(r"^(?=\$ )", block, flags=re.MULTILINE):
        if not shown:
            continue
        line, *output = shown.splitlines()
        said.append(line)
        match line.split():
            case ["$", "cp", source, place]:
                shutil.copy(ROOT / source, workspace / place)
            case ["$", "rm", place]:
                (workspace / place).unlink()
        if not line.startswith("$ briefing"):
            said += output
            continue
        lines = _run(shlex.split(line)[2:], workspace, fails=fails).splitlines()
        if output and output[-1] == CUT:
            lines = [*lines[: len(output) - 1], CUT]
        said += lines if output else []
    return "\n".join(said) + "\n"


def _run(arguments: Sequence[str], workspace: Path, *, fails: bool) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "briefing", *arguments],
        check=not fails,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT if fails else subprocess.PIPE,
        cwd=workspace,
        encoding="utf-8",
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
            "XDG_STATE_HOME": str(workspace.parent / "state"),
        },
    )
    return "\n".join(line.rstrip() for line in done.stdout.splitlines())


def _answered(block: re.Match[str], workspace: Path) -> str:
    rows = ask(workspace / "data" / "briefing.db", block[1])
    lines = ["|".join("" if cell is None else str(cell) for cell in row) for row in rows]
    kept = block[0][: block.start(2) - block.start()]
    return kept + "\n".join(lines) + "\n"


def main() -> int:
    """Brings every page up to date and names those that changed; the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = shipped_settings(Path(folder)).root
        for page in PAGES:
            before = page.read_text(encoding="utf-8")
            after = refreshed(before, workspace)
            if after != before:
                page.write_text(after, encoding="utf-8", newline="\n")
                print(page.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
