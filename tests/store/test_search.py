"""A search finds what holds every word, diacritics or not, and lists the nearest first."""

from __future__ import annotations

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


def test_no_more_than_asked_for(reader: Reader) -> None:
    assert len(reader.search("n", limit=3)) == 3
    assert reader.search("n", limit=0) == ()


def test_a_hit_names_its_unit_and_its_document(reader: Reader) -> None:
    (hit,) = reader.search("thanh lap ban chi dao")
    assert hit.unit == reader.unit(NINH_BINH)
    assert (hit.detail, hit.title_en) == ("12/KH-UBND", "Set up the committee")
