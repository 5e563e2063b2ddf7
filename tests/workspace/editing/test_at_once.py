"""Two edits at once lose neither, and one that is killed leaves a whole file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import briefing
from briefing.workspace import load_workspace
from briefing.workspace.editing import CannotEdit, NothingToUndo, edit, files, undo
from tests.workspace.editing.conftest import PLAN
from tests.workspaces import FILES

CODE = Path(briefing.__file__).parents[1]
TARGETS = ("nb-ct-hstt", "nb-ct-hang", "nb-ct-chu", "nb-ct-khong-in")


def started(root: Path, script: str) -> subprocess.Popen[bytes]:
    lines = f"import os, sys\nfrom pathlib import Path\nroot = Path({str(root)!r})\n"
    code = lines + textwrap.dedent(script)
    return subprocess.Popen([sys.executable, "-c", code], cwd=CODE)


def test_edits_of_several_processes_at_once_all_stand(root: Path) -> None:
    running = [
        started(
            root,
            f"""
            from briefing.workspace.editing import edit
            for count in range(3):
                edit(root, {target!r}, "note", f"Lần {{count}}")
            """,
        )
        for target in TARGETS
    ]
    assert [process.wait(60) for process in running] == [0] * len(TARGETS)
    (plan,) = load_workspace(root).plans
    assert [target.note for target in plan.targets] == ["Lần 2"] * len(TARGETS)
    for _ in range(3 * len(TARGETS)):
        undo(root)
    assert (root / PLAN).read_text("utf-8") == FILES[PLAN]


KILLS = {
    "before the new file is finished": "os.fsync",
    "before it takes the place of the old one": "os.replace",
}


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.parametrize("call", KILLS.values(), ids=KILLS)
@pytest.mark.parametrize("nth", [1, 2])
def test_a_killed_edit_leaves_the_old_file_whole(call: str, nth: int, root: Path) -> None:
    name = call.removeprefix("os.")
    process = started(
        root,
        f"""
        import signal
        from briefing.workspace.editing import edit
        real, calls = os.{name}, []

        def killed(*arguments):
            calls.append(arguments)
            if len(calls) == {nth}:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments)

        os.{name} = killed
        edit(root, "nb-ct-hang", "goal", "10")
        """,
    )
    assert process.wait(60) == -signal.SIGKILL
    assert (root / PLAN).read_text("utf-8") == FILES[PLAN]
    load_workspace(root)
    with pytest.raises(NothingToUndo):
        undo(root)
    edit(root, "nb-ct-hang", "goal", "11")
    assert [path.name for path in (root / PLAN).parent.iterdir()] == ["plan.yaml"]
    undo(root)
    assert (root / PLAN).read_text("utf-8") == FILES[PLAN]


def test_an_edit_that_waits_too_long_says_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "PATIENCE", 0.0)
    with files.alone(root), pytest.raises(CannotEdit, match="Một lần sửa khác"):
        edit(root, "nb-ct-hang", "goal", "10")
    edit(root, "nb-ct-hang", "goal", "10")


def test_a_drive_that_knows_no_locks_does_not_keep_from_editing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform == "win32":
        pytest.skip("another lock there")
    import fcntl

    def unknown(*_: object) -> None:
        raise OSError(os.EX_UNAVAILABLE, "no locks")

    monkeypatch.setattr(fcntl, "flock", unknown)
    assert edit(root, "nb-ct-hang", "goal", "10").changes
