"""Every system and every difficulty that the five articles name, where it stands there."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from briefing.domain.model import DifficultyCategory, SystemKind, SystemState
from tests.data import folder

SYSTEMS = folder.entries("systems")
DIFFICULTIES = folder.entries("difficulties")
FIGURES = {row["id"]: row for row in folder.observations()}


def named(words: str, source: str) -> list[dict[str, Any]]:
    return [one for one in SYSTEMS if one["source"] == source and words in one["name"]]


def test_each_article_names_this_many() -> None:
    assert Counter(one["source"] for one in SYSTEMS) == {
        "ninh_binh_2024": 23,
        "bac_giang_2023": 13,
        "hai_duong_2023": 8,
        "nghe_an_2022": 30,
        "quang_nam_2022": 16,
    }
    assert Counter(one["source"] for one in DIFFICULTIES) == {
        "ninh_binh_2024": 14,
        "bac_giang_2023": 18,
        "hai_duong_2023": 1,
        "nghe_an_2022": 1,
        "quang_nam_2022": 8,
    }


def test_kinds_states_and_categories_are_those_of_the_closed_lists() -> None:
    assert {one["kind"] for one in SYSTEMS} == set(SystemKind)
    assert {one["state"] for one in SYSTEMS} == set(SystemState)
    assert {one["category"] for one in DIFFICULTIES} == set(DifficultyCategory)


def test_the_141_databases_are_those_of_the_centre_and_of_the_province() -> None:
    (databases,) = named("cơ sở dữ liệu chuyên ngành", "quang_nam_2022")
    total, *parts = (int(FIGURES[figure]["value"]) for figure in databases["figures"])
    assert (total, parts) == (141, [49, 92])
    assert sum(parts) == total
    assert (databases["kind"], databases["state"], databases["paragraphs"]) == (
        "csdl",
        "operating",
        [7],
    )


def test_the_sharing_platform_is_linked_to_eleven_of_fourteen_databases() -> None:
    (lgsp,) = named("LGSP", "quang_nam_2022")
    (figure,) = (FIGURES[one] for one in lgsp["figures"])
    assert (figure["numerator"], figure["denominator"]) == ("11", "14")
    assert (lgsp["kind"], lgsp["paragraphs"]) == ("nen_tang", [9, 10])


@pytest.mark.parametrize(
    ("words", "source", "state"),
    [
        ("hộ tịch cũ", "quang_nam_2022", "retired"),
        ("phân tích, xử lý dữ liệu tổng hợp", "nghe_an_2022", "pilot"),
        ("Trợ lý ảo", "nghe_an_2022", "planned"),
        ("eDOC", "nghe_an_2022", "operating"),
        ("VXP", "nghe_an_2022", "planned"),
        ("Cổng dữ liệu mở", "nghe_an_2022", "planned"),
        ("xác thực tập trung", "ninh_binh_2024", "operating"),
        ("Kho dữ liệu dùng chung", "hai_duong_2023", "planned"),
        ("thanh toán trực tuyến quốc gia", "hai_duong_2023", "operating"),
        ("Công báo điện tử", "bac_giang_2023", "operating"),
    ],
)
def test_a_system_stands_where_its_article_says(words: str, source: str, state: str) -> None:
    (one,) = named(words, source)
    assert one["state"] == state


def test_every_figure_of_a_system_is_told_by_its_source_in_its_paragraphs() -> None:
    for one in SYSTEMS:
        for figure in one["figures"]:
            row = FIGURES[figure]
            assert row["source"] == one["source"], one["id"]
            told = {int(number) for number in row["paragraphs"].split("; ")}
            assert told & set(one["paragraphs"]), (one["id"], figure)


def test_no_difficulty_and_no_system_is_told_twice() -> None:
    for found, key in ((SYSTEMS, "name"), (DIFFICULTIES, "text")):
        told = Counter((one["unit"], one[key]) for one in found)
        assert [words for words, count in told.items() if count > 1] == []
