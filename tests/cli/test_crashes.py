"""A mistake of the program in a command: one line, a report, exit 1, and nothing on stdout."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.calling import PATIENCE, Said, call, environment
from tests.terminal.faults import SECRET, failing
from tests.workspaces import PATHS, figures_with_share

SAID = "Chương trình dừng vì một lỗi ngoài dự kiến."
SHOW = ("show", "overview")


def crashing(
    place: str, cwd: Path, *arguments: str, state: Path, env: Mapping[str, str] | None = None
) -> Said:
    """Calls a program that raises at ``place``, its report to go to ``state``."""
    run = subprocess.run(
        failing(place, *arguments),
        cwd=cwd,
        env=environment({"XDG_STATE_HOME": str(state), **(env or {})}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    return Said(run.returncode, run.stdout.decode(), run.stderr.decode())


@pytest.mark.parametrize("place", ["show", "early import", "import of streams", "reading"])
def test_a_crash_is_one_line_and_a_report(built: Path, tmp_path: Path, place: str) -> None:
    said = crashing(place, built, *SHOW, state=tmp_path / "state")
    (path,) = (tmp_path / "state" / "briefing").iterdir()
    assert (said.code, said.out) == (1, "") and not said.crashed
    assert said.err.startswith(SAID) and said.err.endswith(f": {path}\n")
    assert said.err.count("\n") == 1
    report = path.read_text(encoding="utf-8")
    assert "command: show\n" in report
    assert not any(word in report for word in (*SECRET.split(), str(built)))


def test_a_crash_is_told_in_the_language_of_the_config(built: Path, tmp_path: Path) -> None:
    config = (built / "config.yaml").read_text(encoding="utf-8")
    (built / "config.yaml").write_text(config.replace("language: vi", "language: en"))
    said = crashing("early import", built, *SHOW, state=tmp_path)
    assert said.err.startswith("The program stopped on an unforeseen error.")


def test_words_of_the_call_are_not_reported(built: Path, tmp_path: Path) -> None:
    crashing("show", built, *SHOW, "--unit", "bí mật", "--as-of=1999-01-01", state=tmp_path)
    (path,) = (tmp_path / "briefing").iterdir()
    report = path.read_text(encoding="utf-8")
    assert "bí mật" not in report and "1999" not in report


def test_the_traceback_is_printed_when_asked_for(built: Path, tmp_path: Path) -> None:
    said = crashing("show", built, *SHOW, state=tmp_path, env={"BRIEFING_DEBUG": "1"})
    assert said.code == 1 and said.crashed and f"ValueError: {SECRET}" in said.err
    assert said.err.splitlines()[-1].startswith(SAID)


def test_a_crash_in_the_middle_of_a_sync_leaves_the_database_as_it_was(
    built: Path, tmp_path: Path
) -> None:
    before = call("show", "pillars", cwd=built).out
    (built / PATHS["figures"]).write_text(figures_with_share(71.25), encoding="utf-8")
    said = crashing("syncing", built, "sync", state=tmp_path)
    assert said.code == 1 and said.err.splitlines()[-1].startswith(SAID)
    assert not list((built / "data").glob("*building*")), "nothing half written stays behind"
    after = call("show", "pillars", cwd=built)
    assert after.code == 0 and "69,83" in before and after.out == before.replace("69,83", "71,25")
