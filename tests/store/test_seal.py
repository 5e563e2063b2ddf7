"""No flipped bit goes unnoticed; out of a damaged file comes every entry that is still sound."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import pytest

from briefing.store import checksums, connecting, writing
from briefing.store.checksums import row_checksum, seal
from briefing.store.errors import DatabaseCorrupt, DatabaseLocked, StoreError
from briefing.store.placing import only_writer
from briefing.store.reading import Reader
from briefing.store.writing import FolderChangedError, SyncWarning, apply
from tests.store.facts import AT, NINH_BINH, sync
from tests.store.opening import DAY, NEWER, left_beside, opening
from tests.store.small_folder import FOLDER
from tests.store.sql import ask, contents

PAGE = 4096
LOG = "SELECT * FROM v_log"


def told(path: Path) -> object:
    """Much of what a database answers."""
    with Reader(path) as reader, reader.one_moment():
        return (
            [reader.briefing(unit.key, DAY, DAY) for unit in reader.focus_units()],
            reader.history("ho_so_truc_tuyen", NINH_BINH, DAY, DAY),
            reader.search("so"),
            [reader.source_page(source.id, DAY) for source in reader.sources()],
            reader.systems(),
            reader.difficulties(),
            reader.stats(),
            reader.meta("settings_json"),
        )


def spoilt(path: Path, content: bytes, bits: Iterable[int]) -> Iterable[int]:
    """Writes the file with one bit flipped, for each of ``bits`` in turn."""
    for bit in bits:
        changed = bytearray(content)
        changed[bit // 8] ^= 1 << bit % 8
        path.write_bytes(changed)
        yield bit


def wrong_answers(path: Path, bits: Iterable[int]) -> tuple[list[int], int]:
    """The flipped bits that change what is told without an error, and how many were refused."""
    right = told(path)
    content = path.read_bytes()
    wrong = []
    refused = 0
    for bit in spoilt(path, content, bits):
        try:
            if told(path) != right:
                wrong.append(bit)
        except StoreError:
            refused += 1
    return wrong, refused


def test_no_flipped_bit_of_the_header_gives_a_wrong_answer(database: Path) -> None:
    wrong, refused = wrong_answers(database, range(800))
    assert wrong == []
    assert refused > 500


def test_no_flipped_bit_anywhere_gives_a_wrong_answer(database: Path) -> None:
    dice = random.Random(20240107)
    bits = [dice.randrange(database.stat().st_size * 8) for _ in range(400)]
    wrong, refused = wrong_answers(database, bits)
    assert wrong == []
    assert refused > 390, "but for the seal's own page, every page is sealed"


def test_a_figure_changed_by_another_hand_is_damage(database: Path) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("UPDATE observation SET value = value + 1")
    assert opening(database) is DatabaseCorrupt
    with pytest.raises(DatabaseCorrupt):
        sync(database, NEWER)


def test_another_hand_that_seals_is_believed(database: Path) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        connection.execute("UPDATE observation SET note = 'xem lại'")
        seal(connection)
        connection.execute("COMMIT")
    assert told(database)


def test_a_seal_without_a_checksum_seals_nothing(database: Path) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("UPDATE seal SET crc = NULL")
    assert opening(database) is DatabaseCorrupt


def test_what_is_still_in_the_log_of_a_writer_is_checked_too(database: Path) -> None:
    with Reader(database) as reader, reader.one_moment():
        reader.pillars()
        sync(database, NEWER)
        log = database.with_name(database.name + "-wal")
        assert log.stat().st_size > 0
        with Reader(database) as late:
            assert late.observation("moi") is not None
        content = bytearray(log.read_bytes())
        content[len(content) // 2] ^= 1
        log.write_bytes(content)
        connecting.forget_what_is_whole()
        with pytest.raises(StoreError), Reader(database) as later:
            later.observation("moi")


def test_a_database_is_checked_again_when_it_changes(database: Path) -> None:
    assert told(database)
    content = bytearray(database.read_bytes())
    content[-1] ^= 1
    database.write_bytes(content)
    assert opening(database) is DatabaseCorrupt


def test_a_second_look_at_the_same_file_costs_nothing(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []
    monkeypatch.setattr(connecting, "check_seal", lambda *given: calls.append(given))
    for _ in range(3):
        assert told(database)
    assert len(calls) == 1


def test_a_large_database_is_not_read_whole(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checksums, "LARGEST", PAGE)
    assert sync(database, NEWER, rebuild=True).built
    assert ask(database, "SELECT crc FROM seal") == [(None,)]
    assert told(database)
    assert sync(database, FOLDER).counts.removed == 1


@pytest.mark.parametrize("values", [(1, "a", None), (1, "a", ""), ("1a", None), (1, "ă", None)])
def test_rows_that_differ_have_other_checksums(values: tuple[object, ...]) -> None:
    others = {(1, "a", None), (1, "a", ""), ("1a", None), (1, "ă", None)} - {values}
    assert row_checksum(values) not in {row_checksum(other) for other in others}


def _flip_in(path: Path, text: str) -> None:
    content = bytearray(path.read_bytes())
    content[content.rindex(text.encode())] ^= 1
    path.write_bytes(content)


def _drop_first(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM edit_log WHERE id = 1")


def test_a_damaged_figure_costs_no_entry_of_the_log(database: Path) -> None:
    sync(database, NEWER)
    log = ask(database, LOG)
    _flip_in(database, "Thiếu cán bộ chuyên trách")
    summary = sync(database, NEWER, mend=True)
    assert summary.built and summary.warnings == () and summary.damaged is None
    assert log and ask(database, LOG) == log
    assert left_beside(database) == [database.name]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: _flip_in(path, "người sửa"),
        _drop_first,
    ],
    ids=["a flipped bit", "the first gone"],
)
def test_a_damaged_entry_is_left_out_and_the_old_file_kept(
    database: Path, spoil: Callable[[Path], None]
) -> None:
    for by, folder in (("lan", NEWER), ("người sửa", FOLDER), ("minh", NEWER)):
        sync(database, folder, by=by)
    log = ask(database, LOG)
    spoil(database)
    damaged = database.read_bytes()
    summary = sync(database, NEWER, mend=True)
    assert summary.damaged is not None and summary.damaged.read_bytes() == damaged
    assert summary.warnings == (SyncWarning.LOG_LOST,)
    kept = ask(database, LOG)
    assert len(kept) == len(log) - 1 and set(kept) < set(log)
    assert contents(database)["v_observations"]


def test_a_sound_database_is_rebuilt_in_its_place(database: Path) -> None:
    before = database.stat().st_ino
    with Reader(database) as reader, reader.one_moment():
        old = reader.latest_day([NINH_BINH])
        assert sync(database, NEWER, rebuild=True).built
        assert reader.latest_day([NINH_BINH]) == old, "who reads is left in peace"
    assert database.stat().st_ino == before
    with Reader(database) as reader:
        assert reader.observation("moi") is not None


def test_a_rebuild_tells_the_log_what_the_folder_changed(database: Path) -> None:
    sync(database, NEWER, rebuild=True)
    assert [row[:3] for row in ask(database, LOG)] == [("observation", "moi", "*")]


def test_mending_what_somebody_else_mended_is_a_sync(database: Path) -> None:
    assert not sync(database, NEWER, mend=True).built


def test_one_writer_at_a_time(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "BUSY_SECONDS", 0.05)
    with only_writer(database, 0.0), pytest.raises(DatabaseLocked):
        sync(database, NEWER)
    assert sync(database, NEWER).counts.added == 1


def test_a_folder_that_has_changed_since_is_not_applied(database: Path) -> None:
    before = contents(database)
    with pytest.raises(FolderChangedError):
        apply(
            database,
            NEWER,
            settings_json="{}",
            config_sha256="",
            stats=(),
            at=AT,
            by="lan",
            still=lambda: False,
        )
    assert contents(database) == before


def test_an_upgrade_keeps_the_log_and_tells_it_what_the_folder_changed(database: Path) -> None:
    sync(database, NEWER, by="lan")
    before = ask(database, LOG)
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        # As the first schema left it: neither seal nor checksums.
        connection.executescript(
            "DROP TABLE seal; ALTER TABLE edit_log DROP COLUMN crc;"
            " DELETE FROM _sqlite_migrations WHERE name LIKE '0003%'; PRAGMA user_version = 2;"
        )
    assert sync(database, FOLDER, by="minh").built
    after = ask(database, LOG)
    assert after[:-1] == before
    assert after[-1][:3] == ("observation", "moi", "*") and after[-1][6] == "minh"
    assert told(database)
