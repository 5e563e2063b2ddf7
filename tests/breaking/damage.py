"""Every way in which a database file can be wrong, on every screen: mended, told, or right.

    python -m tests.breaking.damage [FLIPS]

Each screen is asked of a damaged copy, printed and on a terminal. It has to say what it says of
the undamaged one, with a word about the damage where it was mended, or nothing but what is wrong,
with the file and the remedy. Prints a table; exit code 1 when something is wrong. POSIX only.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, closing, nullcontext
from pathlib import Path
from typing import NamedTuple

from briefing.store.schema import SCHEMA_VERSION
from tests.breaking.states import DATABASE, QUESTIONS, assert_quiet, folder
from tests.cli.calling import Said, call, command
from tests.terminal.pty_app import CTRL_Q, PtyApp

SEED = 20240107
SIZE = (100, 40)
MENDED = "đã dựng lại từ thư mục dữ liệu"
ON_SCREEN = "Hồ sơ trực tuyến đạt 50%"
"""What the first screen says of the undamaged database."""

Spoil = Callable[[Path], AbstractContextManager[object] | None]
"""Damages a database; what it returns is held while the program runs."""


class Damage(NamedTuple):
    """One way to be wrong, and how it may end: the words that must be told, if any."""

    name: str
    spoil: Spoil
    told: str = ""


class Outcome(NamedTuple):
    """How often a damage was mended, told or made no difference, and what is wrong."""

    ended: Mapping[str, int]
    wrong: tuple[str, ...]


def flip(path: Path, bit: int) -> None:
    """Flip one bit of a file, counted from its beginning."""
    content = bytearray(path.read_bytes())
    content[bit // 8] ^= 1 << bit % 8
    path.write_bytes(content)


def flips(count: int, size: int) -> list[int]:
    """Random bits of a file of ``size`` bytes, the same for the same count."""
    dice = random.Random(SEED)
    return [dice.randrange(size * 8) for _ in range(count)]


def _cut(share: float) -> Spoil:
    def cut(path: Path) -> None:
        os.truncate(path, int(path.stat().st_size * share))

    return cut


def _cut_to(size: int) -> Spoil:
    return lambda path: os.truncate(path, size)


def _overwritten(path: Path) -> None:
    path.write_text("không phải cơ sở dữ liệu\n" * 400, encoding="utf-8")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")


def _version(number: int) -> Spoil:
    def write(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA user_version = {number}")

    return write


def _figure_by_hand(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE observation SET value = value + 1")


def _locked(path: Path) -> AbstractContextManager[object]:
    """The lock of a program that writes without a WAL, held all the time."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("BEGIN EXCLUSIVE")
    return closing(connection)


def _written(path: Path) -> AbstractContextManager[object]:
    """A writer at work: its changes are not committed."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE observation SET value = 1")
    return closing(connection)


def _garbage_in_log(path: Path) -> None:
    path.with_name(path.name + "-wal").write_bytes(b"\x37\x7f\x06\x82" + b"garbage" * 3000)


def _zeroed(start: int) -> Spoil:
    def write(path: Path) -> None:
        with path.open("rb+") as file:
            file.seek(start)
            file.write(bytes(512))

    return write


def _swapped(path: Path) -> None:
    content = path.read_bytes()
    pages = [content[at : at + 4096] for at in range(0, len(content), 4096)]
    pages[-1], pages[-2] = pages[-2], pages[-1]
    path.write_bytes(b"".join(pages))


KINDS = (
    Damage("no bytes", _cut_to(0)),
    *(Damage(f"cut to {size} bytes", _cut_to(size)) for size in (1, 16, 99, 100, 512, 4095, 4096)),
    *(Damage(f"cut to {share:.0%}", _cut(share)) for share in (0.1, 0.25, 0.5, 0.75, 0.9, 0.999)),
    Damage("text in its place", _overwritten),
    Damage("a folder in its place", _folder, "Không ghi được"),
    Damage("another program's", _foreign, "chương trình khác"),
    Damage("of a newer version", _version(SCHEMA_VERSION + 1), "phiên bản mới hơn"),
    Damage("of an older version", _version(SCHEMA_VERSION - 1)),
    Damage("figures changed by hand", _figure_by_hand),
    Damage("locked", _locked, "đang được chương trình khác ghi"),
    Damage("being written", _written),
    Damage("garbage for a log", _garbage_in_log),
    *(Damage(f"512 zeros at {start}", _zeroed(start)) for start in (0, 4096, 40960, 81920)),
    Damage("two pages swapped", _swapped),
)


def flipped(bit: int) -> Damage:
    """One bit."""
    return Damage(f"bit {bit % 8} of byte {bit // 8}", lambda path: flip(path, bit))


class Bench:
    """An undamaged folder with its database and what it says; damaged copies of it are asked."""

    def __init__(self, place: Path) -> None:
        self._whole = folder(place / "whole", "A")
        assert call("sync", cwd=self._whole).code == 0
        self._place = place / "damaged"
        self._expected = {question: call(*question, cwd=self._whole) for question in QUESTIONS}
        for said in self._expected.values():
            assert_quiet(said)
        self._ended: Counter[str] = Counter()
        self._wrong: list[str] = []

    @property
    def size(self) -> int:
        """Bytes of the undamaged database."""
        return (self._whole / DATABASE).stat().st_size

    @property
    def outcome(self) -> Outcome:
        """All so far."""
        return Outcome(dict(self._ended), tuple(self._wrong))

    def print(
        self,
        damage: Damage,
        questions: Sequence[tuple[str, ...]] = QUESTIONS,
        *,
        again: bool = True,
    ) -> None:
        """Asks questions of damaged copies, each meets the damage anew; ``again`` once mended."""
        for question in questions:
            with self._damaged(damage) as root:
                said = call(*question, cwd=root)
                label = f"{damage.name}: {' '.join(question)}"
                self._judge(label, said, self._expected[question].out, damage, root)
            if again and not damage.told:
                said = call(*question, cwd=root)
                if (said.code, said.out) != (0, self._expected[question].out):
                    self._wrong.append(f"{label}: not mended for good: {said}")

    def open(self, damage: Damage) -> None:
        """Opens the program on a terminal, on a damaged copy."""
        with self._damaged(damage) as root, PtyApp(command(), root, size=SIZE) as app:
            try:
                right = _opens(app, damage)
            except AssertionError:  # what was waited for never came
                right = False
            self._ended["on a terminal"] += 1
            if not right or "Traceback" in app.written:
                self._wrong.append(f"{damage.name}: on a terminal\n{app.text}")

    def _damaged(self, damage: Damage) -> AbstractContextManager[Path]:
        shutil.rmtree(self._place, ignore_errors=True)
        shutil.copytree(self._whole, self._place, symlinks=True)
        held = damage.spoil(self._place / DATABASE)
        return _Held(self._place, held or nullcontext())

    def _judge(self, label: str, said: Said, expected: str, damage: Damage, root: Path) -> None:
        database = str(root / DATABASE)
        if damage.told:
            right = said.code == 1 and said.out == "" and damage.told in said.err
            ended = "told"
            right &= database in said.err
        else:
            ended = "mended" if said.err else "no difference"
            right = said.code == 0 and said.out == expected
            right &= not said.err or (MENDED in said.err and database in said.err)
        self._ended[ended] += 1
        if not right:
            self._wrong.append(f"{label}: {said}")


def _opens(app: PtyApp, damage: Damage) -> bool:
    """Whether the program shows the undamaged figures, or ends with the words about the damage."""
    if damage.told:
        return app.wait() == 1 and damage.told in app.written
    app.wait_for(ON_SCREEN)
    app.type(CTRL_Q)
    return app.wait() == 0


class _Held(AbstractContextManager[Path]):
    """A damaged folder, and what keeps it so."""

    def __init__(self, root: Path, held: AbstractContextManager[object]) -> None:
        self._root = root
        self._held = held

    def __enter__(self) -> Path:
        self._held.__enter__()
        return self._root

    def __exit__(self, *error: object) -> None:
        self._held.__exit__(None, None, None)


def table(outcome: Outcome) -> Iterable[str]:
    """The result, for people."""
    for what, count in sorted(outcome.ended.items()):
        yield f"{what:24}{count:8}"
    yield f"{'wrong':24}{len(outcome.wrong):8}"
    yield from outcome.wrong[:10]


def _tried(place: Path, share: int, shares: int, count: int) -> Outcome:
    """One share of all the damage, on a bench of its own."""
    bench = Bench(place / str(share))
    damages = [*KINDS, *(flipped(bit) for bit in flips(count, bench.size))]
    for damage in damages[share::shares]:
        bench.print(damage, again=damage in KINDS)
        bench.open(damage)
    return bench.outcome


def main() -> int:
    """By hand: every kind of damage and 200 flipped bits, or as many as said, on every screen."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    shares = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(shares) as pool:
        tried = [pool.submit(_tried, Path(name), share, shares, count) for share in range(shares)]
        outcomes = [one.result() for one in tried]
    ended = sum((Counter(one.ended) for one in outcomes), Counter())
    outcome = Outcome(ended, tuple(wrong for one in outcomes for wrong in one.wrong))
    print(f"{len(KINDS)} kinds of damage and {count} flipped bits, {len(QUESTIONS)} screens")
    print(*table(outcome), sep="\n")
    return 1 if outcome.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
