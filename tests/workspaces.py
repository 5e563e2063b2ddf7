"""A small valid workspace on disk, for tests that need files. Its figures are invented.

It lies under ``tests/small_workspace/``: two provinces (Ninh Bình ``37``; ``24`` is Bắc Giang until
2025-06-30 and Bắc Ninh afterwards), a district, organisations, eight pillars and foundations, five
indicators, six observations, one plan with four targets and four tasks.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

SMALL = Path(__file__).with_name("small_workspace")

FILES: Mapping[str, str] = {
    path.relative_to(SMALL).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(SMALL.rglob("*"))
    if path.suffix in (".yaml", ".csv")
}
"""The text of each file, by its path relative to the workspace."""

PATHS = {Path(path).stem: path for path in FILES}
"""The path of each file by its stem: ``config``, ``pillars``, ``figures``, ``plan`` …"""


def write_workspace(
    root: Path,
    files: Mapping[str, str | bytes | None] | None = None,
    **overrides: str | bytes | None,
) -> Path:
    """Write the small workspace into ``root`` and return ``root``.

    A keyword names a file by its stem and gives another content for it, or ``None`` to leave it
    out (``plan=None``); ``files`` does the same for any path.
    """
    contents: dict[str, str | bytes | None] = dict(FILES)
    contents.update({PATHS[stem]: content for stem, content in overrides.items()})
    contents.update(files or {})
    for path, content in contents.items():
        if content is not None:
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            encoded = content.encode("utf-8") if isinstance(content, str) else content
            target.write_bytes(encoded)
    return root


def changed(stem: str, old: str, new: str) -> str:
    """The text of a file with ``old``, which must be there, replaced once by ``new``."""
    text = FILES[PATHS[stem]]
    if old not in text:
        raise AssertionError(f"{PATHS[stem]} does not hold {old!r}")
    return text.replace(old, new, 1)


def edit_plan(root: Path, *edits: tuple[str, str]) -> None:
    """Change the plan in ``root``: each old text, which must be there once, for a new one."""
    text = (root / PATHS["plan"]).read_text(encoding="utf-8")
    for old, new in edits:
        if text.count(old) != 1:
            raise AssertionError(f"the plan holds {old!r} {text.count(old)} times")
        text = text.replace(old, new)
    (root / PATHS["plan"]).write_text(text, encoding="utf-8")


def figures_with_share(share: float) -> str:
    """The table of figures with ``share`` per cent for the 69,83 % of Ninh Bình in 2023.

    A figure must agree with its printed form and with the counts beside it: all three change.
    """
    done = math.ceil(share / 100 * 485762)
    text = changed("figures", "69.83,at_least,339252,", f"{share},at_least,{done},")
    return text.replace("69,83%", f"{share}%".replace(".", ","))


def line_of(text: str, part: str) -> int:
    """The number, from 1, of the first line of ``text`` that holds ``part``."""
    return text[: text.index(part)].count("\n") + 1
