"""A crash report tells places and versions, never data, and finds a place of its own."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing import crash
from briefing.crash_report import FRAMES, frames, report_text
from briefing.language import Language, translator

SECRET = "98.7654 Nguyễn Văn Mật"


class Odd(Exception):
    """An exception whose class is the program's own."""


def raised(act: Callable[[], object]) -> Exception:
    """The exception that ``act`` raises, with the places it went through."""
    try:
        act()
    except Exception as error:
        return error
    raise AssertionError("it raised nothing")


def fail(error: Exception) -> Callable[[], None]:
    """Something that raises ``error`` with the secret in a variable."""

    def act() -> None:
        figure = SECRET
        assert figure
        raise error

    return act


def told(act: Callable[[], object]) -> str:
    """What the report of what ``act`` raises says of the exception."""
    report = report_text(raised(act), "preface")
    return report[report.index("exception: ") :]


@pytest.mark.parametrize(
    "error",
    [
        ValueError(SECRET),
        KeyError(SECRET),
        Odd(SECRET),
        OSError(28, SECRET, f"/home/{SECRET}"),
        UnicodeDecodeError("utf-8", SECRET.encode(), 0, 1, SECRET),
        ImportError(SECRET, name=SECRET, path=SECRET),
        AttributeError(SECRET, name=SECRET, obj=SECRET),
        NameError(SECRET, name=SECRET),
        sqlite3.IntegrityError(SECRET),
        SyntaxError(SECRET, (SECRET, 1, 1, SECRET)),
        ExceptionGroup(SECRET, [ValueError(SECRET)]),
    ],
    ids=lambda error: type(error).__name__,
)
def test_no_word_of_an_exception_or_a_variable_is_told(error: Exception) -> None:
    error.add_note(SECRET)
    report = report_text(raised(fail(error)), "preface")
    assert f"{type(error).__name__}" in report and "fail.<locals>.act" in report
    assert not any(word in report for word in SECRET.split())


def test_what_is_no_data_is_told() -> None:
    assert "OSError (ENOSPC)\n" in told(fail(OSError(28, SECRET))).replace("exception: ", "")
    assert "ModuleNotFoundError (briefing.nowhere)" in told(
        lambda: __import__("briefing.nowhere", fromlist=["x"])
    )
    assert "NameError (undefined)" in told(lambda: undefined)  # type: ignore[name-defined]  # noqa: F821
    assert "AttributeError (nothing)" in told(lambda: sys.nothing)  # type: ignore[attr-defined]
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE t (a UNIQUE)")
        add = "INSERT INTO t VALUES (1), (1)"
        assert "IntegrityError (SQLITE_CONSTRAINT_UNIQUE)" in told(lambda: connection.execute(add))


def test_a_name_that_the_code_does_not_use_may_be_data() -> None:
    assert SECRET.split()[1] not in told(lambda: getattr(sys, SECRET.split()[1]))


def test_the_causes_of_an_exception_are_told_and_those_it_hides_are_not() -> None:
    def caused() -> None:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            raise Odd(SECRET) from error

    def hiding() -> None:
        try:
            raise KeyError(SECRET)
        except KeyError:
            raise Odd(SECRET) from None

    assert "because of: KeyError" in told(caused)
    assert "because of" not in told(hiding)


def test_an_endless_recursion_is_told_in_few_lines() -> None:
    def endless() -> None:
        endless()

    found = frames(raised(endless))
    assert len(found) == FRAMES + 1 and found[FRAMES // 2].endswith(" more")


def test_files_are_named_in_their_package() -> None:
    def through_packages() -> None:
        import json

        json.loads("}")

    places = [line.partition(":")[0] for line in frames(raised(through_packages))]
    assert places == [Path(__file__).name] * 2 + ["json/__init__.py"] + ["json/decoder.py"] * 2
    error = raised(lambda: frames(None))  # type: ignore[arg-type]
    assert frames(error)[-1].startswith("briefing/crash_report.py:")


def test_a_fact_that_cannot_be_found_out_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "importlib.metadata", None)
    monkeypatch.setenv("TERM", "\x1b]0;x\x07" * 99)
    report = report_text(raised(fail(Odd())), "preface")
    assert "textual: unknown\n" in report and "python: cpython" in report
    assert "\x1b" not in report and max(map(len, report.splitlines())) < 200


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder for what programs leave, empty."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    return tmp_path / "state" / "briefing"


posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")


@posix
def test_only_its_owner_may_read_a_report(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = os.umask(0)
    try:
        assert crash.crashed(raised(fail(Odd(SECRET))), None) == 1
    finally:
        os.umask(before)
    (path,) = state.iterdir()
    assert path.stat().st_mode & 0o777 == 0o600 and state.stat().st_mode & 0o777 == 0o700
    said = capsys.readouterr().err
    assert said.endswith(f": {path}\n") and said.count("\n") == 1 and SECRET not in said


def test_only_the_newest_reports_are_kept(state: Path) -> None:
    state.mkdir(parents=True)
    for day in range(10, 20):
        (state / f"crash-202601{day}-080000-1.txt").write_text("")
    (state / "notes.txt").write_text("not ours")
    crash.crashed(raised(fail(Odd())), translator(Language.EN))
    names = sorted(path.name for path in state.iterdir())
    assert names[0] == "crash-20260116-080000-1.txt" and len(names) == crash.KEPT + 1
    assert names[-1] == "notes.txt"


def test_where_there_is_no_place_for_state_the_temporary_folder_is_one(
    state: Path, tmp_path: Path
) -> None:
    state.parent.write_text("a file where a folder should be")
    crash.crashed(raised(fail(Odd())), None)
    (path,) = (tmp_path / "temporary").iterdir()
    assert path.name.startswith("briefing-crash-")


@posix
def test_a_link_that_somebody_laid_is_not_written_through(
    state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state.parent.write_text("")
    monkeypatch.setattr("time.strftime", lambda *given: "20260101-000000")
    victim = tmp_path / "victim"
    link = tmp_path / "temporary" / f"briefing-crash-20260101-000000-{os.getpid()}.txt"
    link.symlink_to(victim)
    crash.crashed(raised(fail(Odd())), None)
    assert not victim.exists()


@posix
def test_a_relative_place_for_state_is_ignored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "state")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    crash.crashed(raised(fail(Odd())), None)
    assert list((tmp_path / ".local" / "state" / "briefing").iterdir())
    assert not (tmp_path / "state").exists()


def test_half_a_report_is_none(
    state: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*given: object, **named: object) -> None:
        os.close(given[0])  # type: ignore[arg-type]
        raise OSError(28, "no space")

    monkeypatch.setattr("builtins.open", full)
    crash.crashed(raised(fail(Odd(SECRET))), translator(Language.EN))
    assert not list(state.iterdir()) and not list((tmp_path / "temporary").iterdir())
    said = capsys.readouterr().err
    assert "No report could be written anywhere." in said and "Odd" in said
    assert SECRET not in said
