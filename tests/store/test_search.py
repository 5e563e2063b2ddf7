"""A search finds what holds every word, diacritics or not, and lists the nearest first."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.domain.lookup import HitKind, SearchHit
from briefing.store.reading import Reader
from tests.store.facts import NINH_BINH, sync
from tests.store.small_folder import FOLDER, PLANS


def refs(hits: tuple[SearchHit, ...]) -> list[str]:
    """What was found, in order."""
    return [hit.ref for hit in hits]


@pytest.mark.parametrize(
    ("text", "kind", "ref"),
    [
        ("ninh binh", HitKind.UNIT, "37"),
        ("Đắk", HitKind.UNIT, "66"),
        ("dak lak", HitKind.UNIT, "66"),
        ("bac ninh", HitKind.UNIT, "24@2025-07-01"),
        ("so tt&tt", HitKind.UNIT, "nb-stttt"),
        ("ty le ho so", HitKind.INDICATOR, "ho_so_truc_tuyen"),
        ("hồ sơ trực tuyến", HitKind.TARGET, "nb_ct_ho_so"),
        ("online dossiers", HitKind.TARGET, "nb_ct_ho_so"),
        ("ban chi dao", HitKind.TASK, "nb_nv_ban_chi_dao"),
        ("99/QĐ", HitKind.DOCUMENT, "nb-qd-99"),
        ("ke hoach 12/kh", HitKind.DOCUMENT, "nb-kh-12"),
        ("tang toc", HitKind.SOURCE, "bac_giang_2023"),
        ("bao ninh binh", HitKind.SOURCE, "ninh_binh_2024"),
    ],
)
def test_it_comes_first(reader: Reader, text: str, kind: HitKind, ref: str) -> None:
    hit = reader.search(text)[0]
    assert (hit.kind, hit.ref) == (kind, ref)


def test_every_word_must_occur(reader: Reader) -> None:
    assert "37" in refs(reader.search("binh ninh"))
    assert reader.search("ninh binh zzz") == ()


def test_words_beyond_the_eighth_must_occur_too(reader: Reader) -> None:
    words = "thanh lap ban chi dao ninh binh so"
    assert refs(reader.search(f"{words} thong")) == ["nb_nv_ban_chi_dao"]
    assert reader.search(f"{words} zzz") == ()


@pytest.mark.parametrize("text", ["", "   ", "́"])
def test_nothing_is_found_by_nothing(reader: Reader, text: str) -> None:
    assert reader.search(text) == ()


@pytest.mark.parametrize("text", ["%", "_", "'", '"', "*", "ninh%binh", "\\", "a" * 5000])
def test_characters_of_sql_are_only_characters(reader: Reader, text: str) -> None:
    assert all(text in hit.title + hit.ref for hit in reader.search(text))


def test_the_start_of_a_word_comes_before_its_middle(path: Path) -> None:
    plan = replace(
        PLANS[0],
        targets=(
            replace(PLANS[0].targets[1], id="a", title="Kho sở cứ"),
            replace(PLANS[0].targets[1], id="b", title="Số hồ sơ"),
            replace(PLANS[0].targets[1], id="c", title="Hồ sơ"),
            replace(PLANS[0].targets[1], id="d", title="Hồ sơ giấy"),
            replace(PLANS[0].targets[1], id="e", title="Hồ sơn"),
        ),
        tasks=(),
    )
    sync(path, replace(FOLDER, plans=(plan,), systems=()))
    with Reader(path) as reader:
        found = [ref for ref in refs(reader.search("hồ sơ")) if len(ref) == 1]
    assert found == ["c", "d", "e", "b", "a"]


def place(text: str, title: str, folded: str) -> int:
    """How near an entry is, the nearest 0, in the plainest words."""

    def begins(where: str) -> bool:
        return all(f" {word}" in f" {where}" for word in text.split())

    def holds(where: str) -> bool:
        return f" {text} " in f" {where} "

    if title.startswith(text):
        return 0 if title == text else 1 if title.startswith(f"{text} ") else 2
    if holds(folded):
        return 3 if holds(title) else 4
    return (5 if begins(title) else 6) if begins(folded) else 7


def some_texts(folded: Sequence[str]) -> Iterator[str]:
    """Letters, pieces of what is looked in, and beginnings of its words in another order."""
    chance = random.Random(4)
    yield from "abcdeghiklmnopqrstuvxy0123456789./-"
    for text in folded:
        start = chance.randrange(len(text))
        yield " ".join(text[start : start + chance.randint(2, 12)].split()) or "a"
        words = chance.sample(text.split(), min(len(text.split()), chance.randint(1, 8)))
        yield " ".join(word[: chance.randint(1, 6)] for word in words)


def test_the_order_is_the_one_worked_out_in_the_plainest_way(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        entries = connection.execute(
            "SELECT kind, ref, folded_title, folded, rank, id FROM search_entry"
        ).fetchall()
    assert len(entries) >= 20
    with Reader(database) as reader:
        for text in some_texts([entry[3] for entry in entries]):
            near = sorted(
                (place(text, title, folded), rank, number, kind, ref)
                for kind, ref, title, folded, rank, number in entries
                if all(word in folded for word in text.split())
            )
            found = [(str(hit.kind), hit.ref) for hit in reader.search(text, limit=15)]
            assert found == [(kind, ref) for *_, kind, ref in near[:15]], text


def test_no_more_than_asked_for(reader: Reader) -> None:
    assert len(reader.search("n", limit=3)) == 3
    assert reader.search("n", limit=0) == ()


def test_a_hit_names_its_unit_and_its_document(reader: Reader) -> None:
    (hit,) = reader.search("thanh lap ban chi dao")
    assert hit.unit == reader.unit(NINH_BINH)
    assert (hit.detail, hit.title_en) == ("12/KH-UBND", "Set up the committee")
