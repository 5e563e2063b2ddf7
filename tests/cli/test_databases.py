"""What is wrong with the database is told with its file and a remedy; the data is shown or safe."""

from __future__ import annotations

import ctypes
import os
import re
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from briefing.store.schema import SCHEMA_VERSION
from tests.cli.calling import Said, call
from tests.workspaces import PATHS, changed, figures_with_share

DATABASE = Path("data", "briefing.db")
CAP_DAC_OVERRIDE, PR_CAPBSET_DROP = 1, 24


def shown(root: Path, *options: str, before: Callable[[], None] | None = None) -> Said:
    return call("show", "indicator", "ho_so_truc_tuyen", *options, cwd=root, before=before)


def has_the_figure(said: Said) -> bool:
    return "69,83%" in said.out


def test_a_missing_database_is_built_without_a_word(fresh: Path) -> None:
    said = shown(fresh)
    assert said.code == 0 and has_the_figure(said)
    assert said.err == "", "progress is for a terminal only"
    assert (fresh / DATABASE).is_file()


def test_an_empty_database_file_counts_as_missing(fresh: Path) -> None:
    (fresh / DATABASE).touch()
    said = shown(fresh)
    assert (said.code, said.err) == (0, "") and has_the_figure(said)


def _truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _overwrite(path: Path) -> None:
    path.write_text("không phải cơ sở dữ liệu\n" * 400, encoding="utf-8")


@pytest.mark.parametrize("spoil", [_truncate, _overwrite], ids=["cut short", "no database"])
def test_a_damaged_database_is_built_anew_and_the_old_file_kept(
    built: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(built / DATABASE)
    damaged = (built / DATABASE).read_bytes()
    said = shown(built)
    assert said.code == 0 and has_the_figure(said)
    assert "bị hỏng" in said.err and str(built / DATABASE) in said.err
    kept = [path for path in (built / "data").glob("*damaged*") if path.read_bytes() == damaged]
    assert len(kept) == 1 and str(kept[0]) in said.err
    assert shown(built).err == ""


def test_sync_mends_a_damaged_database_too(built: Path) -> None:
    _truncate(built / DATABASE)
    assert call("sync", cwd=built).code == 0
    assert has_the_figure(shown(built))


def test_a_second_damaged_database_does_not_overwrite_the_first_one_kept(built: Path) -> None:
    for text in (b"first", b"later"):
        for companion in ("-wal", "-shm"):
            (built / f"{DATABASE}{companion}").unlink(missing_ok=True)
        (built / DATABASE).write_bytes(text * 3000)
        assert shown(built).code == 0
    kept = {path.read_bytes()[:5] for path in (built / "data").glob("*damaged*.db")}
    assert kept == {b"first", b"later"}


def test_damage_behind_a_whole_header_is_mended_when_it_is_found(built: Path) -> None:
    with closing(sqlite3.connect(built / DATABASE)) as connection:
        connection.execute("DROP TABLE indicator")
    said = shown(built)
    assert said.code == 0 and has_the_figure(said)
    assert "bị hỏng" in said.err and str(built / DATABASE) in said.err
    assert shown(built).err == ""


def test_damaged_pages_are_mended(built: Path) -> None:
    path = built / DATABASE
    content = bytearray(path.read_bytes())
    content[4096:] = b"\x00" * (len(content) - 4096)
    path.write_bytes(content)
    said = shown(built)
    assert said.code == 0 and has_the_figure(said) and "bị hỏng" in said.err


def test_another_programs_database_is_left_alone(built: Path) -> None:
    path = built / DATABASE
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()
    for said in (shown(built), call("sync", cwd=built)):
        assert said.code == 1 and said.out == ""
        assert "chương trình khác" in said.err and "database" in said.err and str(path) in said.err
    assert path.read_bytes() == before


def test_a_newer_programs_database_is_left_alone(built: Path) -> None:
    path = built / DATABASE
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = path.read_bytes()
    said = shown(built, "--language", "en")
    assert said.code == 1 and "newer version" in said.err and "Upgrade" in said.err
    assert path.read_bytes() == before


def test_an_older_programs_database_is_brought_up_to_date(built: Path) -> None:
    with closing(sqlite3.connect(built / DATABASE)) as connection:
        connection.executescript(
            f"PRAGMA writable_schema = ON; PRAGMA user_version = {SCHEMA_VERSION - 1};"
        )
    said = shown(built)
    assert has_the_figure(said) and "Traceback" not in said.err


def test_a_locked_database_is_told_and_left_alone(built: Path) -> None:
    with closing(sqlite3.connect(built / DATABASE, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        said = shown(built)
    assert said.code == 1
    assert "đang được chương trình khác ghi" in said.err and str(built / DATABASE) in said.err
    assert has_the_figure(shown(built))


def test_a_stale_database_that_is_being_written_still_answers(built: Path) -> None:
    (built / "config.yaml").touch()
    with closing(sqlite3.connect(built / DATABASE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        said = shown(built)
    assert said.code == 1 and has_the_figure(said)
    when = r"\d\d/\d\d/\d{4} \d\d:\d\d"
    assert re.search(f"Chưa cập nhật được.* đọc lần cuối, {when}:", said.err)
    assert str(built / DATABASE) in said.err


def _without_override() -> None:
    """Makes root obey the permissions of files, as everybody else does."""
    if sys.platform == "linux" and os.geteuid() == 0:
        ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE)


def read_only(root: Path) -> None:
    for path in (root, *root.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)


posix = pytest.mark.skipif(sys.platform == "win32", reason="file permissions of POSIX")


@posix
def test_a_folder_that_cannot_be_written_to_is_read(built: Path) -> None:
    read_only(built)
    said = shown(built, before=_without_override)
    assert (said.code, said.err) == (0, "") and has_the_figure(said)


@posix
def test_a_read_only_folder_is_read_with_the_empty_log_that_a_reader_left(built: Path) -> None:
    assert shown(built).code == 0
    for end in ("-wal", "-shm"):
        (built / f"{DATABASE}{end}").touch()
    read_only(built)
    said = shown(built, before=_without_override)
    assert (said.code, said.err) == (0, "") and has_the_figure(said)


def _room(size: int) -> Callable[[], None]:
    """A limit on the size of any file that is written: what a full disk or a quota does."""

    def limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


@posix
@pytest.mark.parametrize("room", [0, 1_000, 100_000])
def test_a_first_start_on_a_full_disk_is_told_and_leaves_no_half(fresh: Path, room: int) -> None:
    said = shown(fresh, before=_room(room))
    assert said.code == 1 and said.out == ""
    assert "Không còn chỗ" in said.err and str(fresh / DATABASE) in said.err
    assert not (fresh / DATABASE).exists()
    assert has_the_figure(shown(fresh))


@posix
@pytest.mark.parametrize("room", [0, 1_000, 40_000])
def test_a_stale_database_on_a_full_disk_still_answers(built: Path, room: int) -> None:
    (built / PATHS["figures"]).write_text(figures_with_share(71.25), encoding="utf-8")
    said = shown(built, before=_room(room))
    assert said.code == 1 and has_the_figure(said) and "Không còn chỗ" in said.err
    assert "71,25%" in shown(built).out


@posix
def test_a_sync_whose_log_does_not_fit_into_the_database_is_done(built: Path) -> None:
    (built / PATHS["figures"]).write_text(figures_with_share(71.25), encoding="utf-8")
    said = shown(built, before=_room((built / DATABASE).stat().st_size - 8192))
    assert (said.code, said.err) == (0, "") and "71,25%" in said.out
    assert "71,25%" in shown(built).out


@posix
def test_a_stale_database_in_a_read_only_folder_still_answers(built: Path) -> None:
    (built / "config.yaml").write_text(changed("config", "theme: dark", "theme: light"))
    read_only(built)
    said = shown(built, before=_without_override)
    assert said.code == 1 and has_the_figure(said)
    assert "Không ghi được" in said.err and "config.yaml" in said.err


@posix
def test_a_first_start_in_a_read_only_folder_names_file_key_and_remedy(fresh: Path) -> None:
    read_only(fresh)
    said = shown(fresh, "--language", "en", before=_without_override)
    assert said.code == 1 and said.out == ""
    assert str(fresh / DATABASE) in said.err and "database" in said.err


def test_a_folder_in_the_databases_place_is_told(fresh: Path) -> None:
    (fresh / DATABASE).mkdir()
    said = shown(fresh)
    assert said.code == 1 and "Không ghi được" in said.err and str(fresh / DATABASE) in said.err


def test_a_file_where_the_databases_folder_should_be_is_told(fresh: Path) -> None:
    text = changed("config", "data/briefing.db", "config.yaml/x/briefing.db")
    (fresh / "config.yaml").write_text(text, encoding="utf-8")
    said = shown(fresh)
    assert said.code == 1 and "config.yaml" in said.err and "database" in said.err
