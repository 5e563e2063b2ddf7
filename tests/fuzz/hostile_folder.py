"""A valid workspace in which every text tries to be obeyed."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from briefing.domain.spelling import tamed
from briefing.opening import ACTIONS, sync
from briefing.settings import Settings, load_settings
from tests.fuzz.material import MARKUP, TEXTS, small_files, yaml_quoted
from tests.fuzz.mutations import PROSE, PROSE_COLUMNS
from tests.workspaces import write_workspace

LONGEST = 400


def acceptable() -> list[str]:
    """The hostile texts that a file may hold: no NUL, nothing piled, not endless."""
    return [
        text
        for text in TEXTS
        if "\0" not in text and tamed(text) == text and len(text) <= LONGEST and text.strip()
    ]


def hostile_workspace(root: Path) -> Settings:
    """The small workspace with a hostile text behind every name, title and note; synced."""
    words = cycle([*acceptable(), *MARKUP])
    files: dict[str, str | bytes | None] = {}
    for path, text in small_files().items():
        if path.startswith("data/"):
            files[path] = _table(text, words) if path.endswith(".csv") else _tree(text, words)
    write_workspace(root, files)
    settings = load_settings(root, ACTIONS)
    sync(settings)
    return settings


def _tree(text: str, words: Iterator[str]) -> bytes:
    def spoilt(match: re.Match[bytes]) -> bytes:
        value = match["value"].decode("utf-8")
        start = match.start("value") - match.start()
        said = yaml_quoted(f"{value.strip()} {next(words)}").encode("utf-8")
        return match[0][:start] + said

    return PROSE.sub(spoilt, text.encode("utf-8"))


def _table(text: str, words: Iterator[str]) -> str:
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow(
            f"{cell} {next(words)}".strip()
            if name.encode() in PROSE_COLUMNS and _free(name)
            else cell
            for name, cell in zip(header, row, strict=True)
        )
    return out.getvalue()


def _free(name: str) -> bool:
    """Whether a column takes any text in every table: ``source`` is an id among the figures."""
    return name != "source"
