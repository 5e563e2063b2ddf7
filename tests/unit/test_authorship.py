"""Who made a change: Git's name for them in the folder, else their login; never a long wait."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from briefing.authorship import LONGEST_NAME, author


def _answering(monkeypatch: pytest.MonkeyPatch, code: int, said: bytes) -> list[list[str]]:
    calls: list[list[str]] = []

    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[bytes]:
        calls.append(command)
        return subprocess.CompletedProcess(command, code, said)

    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("subprocess.run", run)
    monkeypatch.setattr("getpass.getuser", lambda: "lan")
    return calls


def test_git_is_asked_about_the_folder_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    calls = _answering(monkeypatch, 0, "Trần Thị Lan\n".encode())
    assert author(tmp_path) == "Trần Thị Lan"
    assert calls == [["/usr/bin/git", "-C", str(tmp_path), "config", "--get", "user.name"]]


@pytest.mark.parametrize(("code", "said"), [(1, b""), (0, b"\n"), (128, b"fatal")])
def test_the_login_stands_in_where_git_knows_no_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: int, said: bytes
) -> None:
    _answering(monkeypatch, code, said)
    assert author(tmp_path) == "lan"


def test_a_name_is_one_short_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _answering(monkeypatch, 0, b"a\nb\xff" + b"c" * 1000)
    found = author(tmp_path)
    assert found.startswith("a b�c") and len(found) == LONGEST_NAME


@pytest.mark.parametrize(
    "trouble", [OSError("no"), subprocess.TimeoutExpired("git", 2.0)], ids=["broken", "slow"]
)
def test_a_git_that_does_not_answer_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, trouble: Exception
) -> None:
    _answering(monkeypatch, 0, b"")

    def fail(*_: Any, **__: Any) -> None:
        raise trouble

    monkeypatch.setattr("subprocess.run", fail)
    assert author(tmp_path) == "lan"


def test_without_git_the_login_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr("getpass.getuser", lambda: "lan")
    assert author(tmp_path) == "lan"


def test_who_cannot_be_told_is_nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def unknown() -> str:
        raise KeyError("uid")

    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr("getpass.getuser", unknown)
    assert author(tmp_path) == ""
