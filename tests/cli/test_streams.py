"""Pipes that close, full disks, streams that are not there: a message, never a traceback."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli.calling import PATIENCE, call, command, environment
from tests.workspaces import FILES, PATHS, figures_with_share, write_workspace

posix = pytest.mark.skipif(sys.platform == "win32", reason="streams of POSIX")


def shell(line: str, root: Path) -> subprocess.CompletedProcess[str]:
    """Runs ``briefing`` in a shell line, where it is called ``$BRIEFING``."""
    run = subprocess.run(
        ["bash", "-c", line.replace("$BRIEFING", " ".join(command()))],
        cwd=root,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert "Traceback" not in run.stderr and "Exception ignored" not in run.stderr
    return run


@posix
@pytest.mark.parametrize("form", ["text", "csv", "json"])
def test_a_reader_that_goes_away_is_no_mistake(tmp_path: Path, form: str) -> None:
    text = FILES[PATHS["figures"]]
    row = text.splitlines()[1].replace("yes,,,", f"yes,,{'Ghi chú dài. ' * 20},")
    days = [date(1990, 1, 1) + timedelta(n) for n in range(500)]
    rows = [
        row.replace("nb-hstt-2022", f"r{day:%Y%m%d}").replace(
            "2022-01-01,2022-12-31", f"{day},{day}"
        )
        for day in days
    ]
    root = write_workspace(tmp_path, figures=text + "\n".join([*rows, ""]))
    assert call("sync", cwd=root).code == 0
    whole = call("show", "indicator", "ho_so_truc_tuyen", "--format", form, cwd=root)
    assert len(whole.out) > (40_000 if form == "text" else 100_000), "more than a pipe holds"
    line = f"set -o pipefail; $BRIEFING show indicator ho_so_truc_tuyen --format {form} | head -1"
    run = shell(line, root)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == whole.out.splitlines(keepends=True)[0]


@posix
@pytest.mark.parametrize("arguments", ["show overview", "show pillars --format json", "--help", ""])
def test_a_full_disk_is_told(built: Path, arguments: str) -> None:
    run = shell(f"$BRIEFING {arguments} > /dev/full", built)
    assert run.returncode == 1 and "stdout" in run.stderr


@posix
@pytest.mark.parametrize("arguments", ["show overview", "--version", ""])
def test_a_closed_stdout_is_told(built: Path, arguments: str) -> None:
    run = shell(f"$BRIEFING {arguments} >&-", built)
    assert run.returncode == 1 and "stdout" in run.stderr


@posix
def test_the_full_disk_is_told_in_english_too(built: Path) -> None:
    run = shell("$BRIEFING show overview --language en > /dev/full", built)
    assert run.stderr.startswith("The output could not be written")


@posix
@pytest.mark.parametrize("stderr", ["2>&-", "2>/dev/full"])
def test_a_warning_that_nobody_can_read_does_not_spoil_the_data(built: Path, stderr: str) -> None:
    whole = call("show", "overview", cwd=built)
    (built / "config.yaml").write_text("- \n", encoding="utf-8")
    run = shell(f"$BRIEFING show overview {stderr}", built)
    assert (run.returncode, run.stdout) == (1, whole.out)


@posix
def test_a_closed_stdin_is_no_terminal(built: Path) -> None:
    run = shell("$BRIEFING <&-", built)
    assert (run.returncode, run.stdout) == (0, call(cwd=built).out)


def test_the_data_is_utf_8_in_every_locale(built: Path) -> None:
    env = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    said = call("show", "overview", cwd=built, env=env)
    assert said.code == 0 and "Tỉnh Ninh Bình" in said.out


INTERRUPTING = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # behind "&" a shell has it ignored
from briefing.store import sync_task
real = sync_task.write_meta
def stopped(*given):
    real(*given)
    os.kill(os.getpid(), signal.SIGINT)
sync_task.write_meta = stopped
sys.argv = ["briefing", *sys.argv[1:]]
from briefing.__main__ import main
main()
"""


@posix
@pytest.mark.parametrize("arguments", [("sync",), ("sync", "--rebuild"), ("show", "overview")])
def test_ctrl_c_during_a_sync_leaves_everything_as_it_was(
    built: Path, arguments: tuple[str, ...]
) -> None:
    (built / PATHS["figures"]).write_text(figures_with_share(71.25), encoding="utf-8")
    database = built / "data" / "briefing.db"
    before = database.read_bytes()
    files = sorted(path.name for path in (built / "data").iterdir() if path.is_file())
    run = subprocess.run(
        [sys.executable, "-c", INTERRUPTING, *arguments],
        cwd=built,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert run.returncode == 130, run.stderr
    assert "Traceback" not in run.stderr and "không có gì bị đổi" in run.stderr
    assert database.read_bytes() == before
    left = sorted(path.name for path in (built / "data").iterdir() if path.is_file())
    assert set(left) - {"briefing.db-wal", "briefing.db-shm"} == set(files) - {
        "briefing.db-wal",
        "briefing.db-shm",
    }
    assert "71,25%" in call("show", "pillars", cwd=built).out
