"""Workspaces with millions of figures, which the real program opens as they are.

    python -m benchmarks.generate [1m | 10m] [--into DIR]

The shipped data and 3,321 communes, reports and plans are synced by the program; the figures are
put into its database directly. Finished workspaces are kept under ``.bench/`` and used again until
the generator, the schema or the shipped data changes.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import consistency, generated_figures, generated_folder
from benchmarks.generated_folder import SHAPES, UNIT, Shape
from briefing.opening import open_workspace, sync
from briefing.store.schema import SCHEMA_VERSION
from briefing.workspace.fingerprint import CONFIG, digest, scan

GENERATOR = 3
"""Grows by one whenever the generator makes another database."""
ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / ".bench"
MARKER = "generated.json"


def shipped(into: Path = KEPT) -> Path:
    """A workspace with the shipped data alone, on the benchmarks' unit, freshly synced."""
    root = into / "shipped"
    wanted = {file.path for file in scan(ROOT)}
    for file in scan(root):
        if file.path not in wanted:
            (root / file.path).unlink()
    _copy_data(root)
    _bring_up_to_date(root)
    return root


def workspace(name: str, into: Path = KEPT) -> Path:
    """The workspace of that name in ``SHAPES``: made now, or kept from an earlier run."""
    return generated(name, SHAPES[name], into, _on_stderr(name))


def generated(name: str, shape: Shape, into: Path, narrate: Callable[[str], None]) -> Path:
    """A workspace of ``shape`` in ``into/name``, used again when it is still what would be made."""
    root = into / name
    mark = generated_folder.marker(shape, _key())
    marker = root / MARKER
    if marker.is_file() and marker.read_text(encoding="utf-8") == mark:
        _write_config(root)
        _bring_up_to_date(root)
        return root
    building = into / f".{name}.{os.getpid()}.building"
    shutil.rmtree(building, ignore_errors=True)
    try:
        narrate("files")
        _copy_data(building)
        reports = generated_folder.write_files(building, shape)
        narrate("sync")
        _bring_up_to_date(building)
        database = open_workspace(building).settings.database
        generated_figures.fill(database, shape, reports, narrate)
        narrate("checking")
        consistency.check(database, shape)
        (building / MARKER).write_text(mark, encoding="utf-8")
        shutil.rmtree(root, ignore_errors=True)
        building.rename(root)
    finally:
        shutil.rmtree(building, ignore_errors=True)
    return root


def _key() -> str:
    """Digest of all that decides what is made, ``config.yaml`` aside."""
    data = [file for file in scan(ROOT) if file.path != CONFIG]
    said = f"{GENERATOR} {SCHEMA_VERSION} {sorted(digest(ROOT, data).items())}"
    return hashlib.sha256(said.encode()).hexdigest()


def _copy_data(root: Path) -> None:
    for file in scan(ROOT):
        if file.path != CONFIG:
            _write_if_new(root / file.path, (ROOT / file.path).read_bytes())
    _write_config(root)


def _write_config(root: Path) -> None:
    """The shipped settings, but for the unit: ours have more to show than the first one's."""
    lines = (ROOT / CONFIG).read_text(encoding="utf-8").splitlines(keepends=True)
    said = [f'unit: "{UNIT}"\n' if line.startswith("unit:") else line for line in lines]
    _write_if_new(root / CONFIG, "".join(said).encode())


def _write_if_new(path: Path, content: bytes) -> None:
    """Leaves a file that is right alone, so that the database stays fresh."""
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _bring_up_to_date(root: Path) -> None:
    opened = open_workspace(root)
    if not opened.fresh:
        sync(opened.settings)
    assert open_workspace(root).fresh


def _on_stderr(name: str) -> Callable[[str], None]:
    start = time.perf_counter()

    def narrate(step: str) -> None:
        seconds = time.perf_counter() - start
        print(f"{name}: {seconds:5.0f} s  {step}", file=sys.stderr, flush=True)

    return narrate


def main() -> None:
    """Makes the workspaces named, or all, and says where they are."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.generate", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="1m|10m", help="all of them unless named")
    parser.add_argument("--into", type=Path, default=KEPT, help="the folder that keeps them")
    asked = parser.parse_args()
    if unknown := set(asked.names) - set(SHAPES):
        parser.error(f"{', '.join(sorted(unknown))}: there are {', '.join(SHAPES)}")
    for name in asked.names or SHAPES:
        root = workspace(name, asked.into)
        size = sum(file.stat().st_size for file in (root / "data").glob("*.db")) / 2**30
        print(f"{root}  {size:.2f} GiB")


if __name__ == "__main__":
    main()
